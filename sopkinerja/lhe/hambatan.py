"""Hambatan dan Rekomendasi; Tindak Lanjut: what was said, decided, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sopkinerja.istilah import Triwulan
from sopkinerja.lembar.gaya import Nilai
from sopkinerja.lembar.tata import KolomTabel
from sopkinerja.lembar.tulis import Buku
from sopkinerja.lhe.halaman import Baris, build_halaman, write_bagian, write_isi
from sopkinerja.lhe.pokok import Isi, Pokok
from sopkinerja.tulisan import render_singkat

KOLOM_HAMBATAN = (
    KolomTabel("No", 5, ("tengah",)),
    KolomTabel("Level", 11),
    KolomTabel("Jabatan", 25),
    KolomTabel("Kode Indikator", 12),
    KolomTabel("Indikator", 30),
    KolomTabel("Capaian TW (%)", 11, ("persen",)),
    KolomTabel("Hambatan/Kegagalan", 36),
    KolomTabel("Rekomendasi", 36),
    KolomTabel("Bukti Dukung", 18, ("kecil",)),
)
KOLOM_HAMBATAN_TAHUN = (
    KOLOM_HAMBATAN[0],
    KolomTabel("TW", 5, ("tengah",)),
    *(k for k in KOLOM_HAMBATAN[1:] if k.judul != "Bukti Dukung"),
)
KOLOM_KEPUTUSAN = (
    KolomTabel("No", 5, ("tengah",)),
    KolomTabel("Keputusan Rapat Monev", 60),
    KolomTabel("Penanggung Jawab", 34),
    KolomTabel("Tenggat", 18),
)
KOLOM_LANJUT = (
    KolomTabel("No", 5, ("tengah",)),
    KolomTabel("Indikator dan Rekomendasi", 60),
    KolomTabel("Jabatan", 34),
    KolomTabel("Capaian TW Lalu (%)", 18, ("persen",)),
    KolomTabel("Capaian TW Ini (%)", 18, ("persen",)),
    KolomTabel("Perubahan (poin)", 18, ("persen",)),
)


def write_hambatan(buku: Buku, pokok: Pokok) -> None:
    """The sheet `Hambatan dan Rekomendasi`."""
    ada = [b for b in pokok.akumulasi if b["Hambatan/Kegagalan"] or b["Rekomendasi"]]
    jabatan = len({b["Kode Jabatan"] for b in ada})
    tw = pokok.bahan.triwulan.romawi
    kalimat = (
        f"{len(ada)} indikator dari {jabatan} jabatan disertai hambatan atau rekomendasi pada "
        f"TW {tw}, ditulis apa adanya oleh pelapor. Hambatan menyangkut triwulan ini saja, maka "
        "capaian di lembar ini adalah capaian TW."
        if ada
        else f"Tidak ada hambatan maupun rekomendasi yang dilaporkan pada TW {tw}."
    )
    lembar, baris = build_halaman(
        buku,
        pokok.bahan,
        "Hambatan dan Rekomendasi",
        "Hambatan dan Rekomendasi",
        kalimat,
        KOLOM_HAMBATAN,
    )
    isi = (_baris_hambatan(n, b) for n, b in enumerate(ada, 1))
    write_isi(lembar, KOLOM_HAMBATAN, isi, baris, kosong="Tidak ada yang dilaporkan.")


def _baris_hambatan(nomor: int, b: Isi) -> Baris:
    kolom = [k.judul for k in KOLOM_HAMBATAN[1:]]
    isi: list[Nilai] = [nomor, *(_sel(b[k]) for k in kolom)]
    return isi, ()


def _sel(nilai: Nilai) -> Nilai:
    return render_singkat(nilai) if isinstance(nilai, str) else nilai


def write_hambatan_tahun(buku: Buku, semua: Mapping[Triwulan, Pokok]) -> None:
    """The sheet `Hambatan dan Rekomendasi` of the annual LHE: those of every triwulan."""
    kolom = KOLOM_HAMBATAN_TAHUN
    isi = list(_build_hambatan_tahun(semua))
    kalimat = (
        f"{len(isi)} catatan dari keempat triwulan, ditulis apa adanya oleh pelapor; capaian di "
        "lembar ini adalah capaian TW-nya."
        if isi
        else "Tidak ada hambatan maupun rekomendasi yang dilaporkan sepanjang tahun."
    )
    lembar, baris = build_halaman(
        buku, semua[max(semua)].bahan, "Hambatan dan Rekomendasi",
        "Hambatan dan Rekomendasi Sepanjang Tahun", kalimat, kolom,
    )  # fmt: skip
    write_isi(lembar, kolom, isi, baris, kosong="Tidak ada yang dilaporkan.")


def _build_hambatan_tahun(semua: Mapping[Triwulan, Pokok]) -> Iterator[Baris]:
    """In the order of the matrix, then of the year."""
    per_tw = {t: {b["Kode Indikator"]: b for b in p.akumulasi} for t, p in semua.items()}
    urutan = dict.fromkeys(kode for t in sorted(per_tw, reverse=True) for kode in per_tw[t])
    milik = ((t, baris[kode]) for kode in urutan for t, baris in per_tw.items() if kode in baris)
    ada = ((t, b) for t, b in milik if b["Hambatan/Kegagalan"] or b["Rekomendasi"])
    kolom = [k.judul for k in KOLOM_HAMBATAN_TAHUN[2:]]
    for nomor, (t, b) in enumerate(ada, 1):
        yield [nomor, t.romawi, *(_sel(b[k]) for k in kolom)], ()


def write_tindak_lanjut(buku: Buku, pokok: Pokok, lalu: Pokok | None) -> None:
    """The sheet `Tindak Lanjut`: decisions of the meeting, and how figures moved where a
    rekomendasi was made the triwulan before."""
    kolom = KOLOM_LANJUT
    lembar, baris = build_halaman(
        buku, pokok.bahan, "Tindak Lanjut", "Tindak Lanjut", _render_lanjut(pokok, lalu), kolom
    )
    baris = write_bagian(lembar, baris, len(kolom) - 1, "Keputusan Rapat Monev")
    rapat = pokok.bahan.rapat
    keputusan: list[Baris] = [
        ((n, *k), ()) for n, k in enumerate(rapat.keputusan if rapat else (), 1)
    ]
    kosong = (
        "Rapat Monev tidak mencatat keputusan." if rapat else "Hasil Rapat Monev belum diterima."
    )
    baris = write_isi(lembar, KOLOM_KEPUTUSAN, keputusan, baris, kosong=kosong, utama=False)
    if lalu is None:
        return
    judul = f"Rekomendasi Triwulan {lalu.bahan.triwulan.romawi} dan capaian sesudahnya"
    baris = write_bagian(lembar, baris + 1, len(kolom) - 1, judul)
    kosong = f"Tidak ada rekomendasi pada Triwulan {lalu.bahan.triwulan.romawi}."
    write_isi(lembar, kolom, _build_lanjut(pokok, lalu), baris, kosong=kosong, beku=False)


def _render_lanjut(pokok: Pokok, lalu: Pokok | None) -> str:
    tw = pokok.bahan.triwulan
    if tw is Triwulan.I or lalu is None:
        return (
            "Triwulan I membuka tahun, sehingga belum ada rekomendasi triwulan lalu yang "
            "ditindaklanjuti. Keputusan Rapat Monev triwulan ini dicatat di bawah."
        )
    return (
        "Keputusan Rapat Monev triwulan ini, dan rekomendasi triwulan lalu beserta perubahan "
        "capaiannya. Formulir triwulan ini belum menanyakan pelaksanaan setiap rekomendasi."
    )


def _build_lanjut(pokok: Pokok, lalu: Pokok) -> Iterator[Baris]:
    kini = {b["Kode Indikator"]: b for b in pokok.akumulasi}
    for nomor, b in enumerate((b for b in lalu.akumulasi if b["Rekomendasi"]), 1):
        sebelum = b["Capaian TW (%)"]
        sesudah = kini.get(b["Kode Indikator"], {}).get("Capaian TW (%)")
        beda = sesudah - sebelum if sebelum is not None and sesudah is not None else None
        teks = f"{b['Indikator']}\n→ {render_singkat(b['Rekomendasi'])}"
        yield (nomor, teks, b["Jabatan"], sebelum, sesudah, beda), ()
