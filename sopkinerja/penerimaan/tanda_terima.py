"""The receipt (tanda terima) of one run of terima: what came, what became of it, what to do."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from sopkinerja.agenda.model import Kiriman
from sopkinerja.cetak.gaya import Kaki
from sopkinerja.cetak.tabel import KolomCetak, write_tabel
from sopkinerja.cetak.tata import write_judul
from sopkinerja.cetak.tulis import Buku, build_buku
from sopkinerja.istilah import Putusan
from sopkinerja.judul_langkah import CATAT, render_di_kertas
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.lembar.cap import Identitas
from sopkinerja.penerimaan.hitung import list_hitung, render_putusan_kiriman
from sopkinerja.penerimaan.kenali import PENGANTAR
from sopkinerja.penerimaan.model import Rencana
from sopkinerja.penerimaan.pesan import Pesan, Surat, list_pesan, render_pilih
from sopkinerja.ruang import Ruang
from sopkinerja.temuan import build_kelompok, render_di_samping
from sopkinerja.tulisan import render_putusan, render_waktu

TERUSKAN = "Kirim formulir perbaikan ini kepada pengirimnya; pesannya di lembar Pesan."
TINDAKAN = {
    Putusan.DITERIMA: "Tidak ada; isinya sudah masuk.",
    Putusan.PERLU_PERBAIKAN: TERUSKAN,
    Putusan.DUPLIKAT: "Tidak ada; sama dengan yang sudah diterima.",
    Putusan.USANG: "Tidak ada; sudah ada kiriman yang lebih baru.",
    Putusan.KONFLIK: "Tanyakan mana yang benar (lihat lembar Temuan).",
    Putusan.KARANTINA: "Baca sebabnya pada lembar Temuan.",
    Putusan.DILEWATI: "Berkas masih di inbox.",
}
TERSISIH = (
    "Tanyakan berkas mana yang dimaksud (lembar Pesan). Yang dihitung tetap yang sudah diterima; "
    "formulir perbaikan ini hanya dikirim kembali bila berkas ini yang benar. Bila yang dihitung sudah "
    f"benar, di pemandu: langkah “{CATAT} …”."
)
TANPA_BALASAN = "Betulkan di berkas itu sendiri (lihat lembar Temuan), lalu taruh lagi di inbox."
TANPA_TELEPON = "tidak ada di referensi"
TANPA_SURAT = Surat()
TAK_DIKENAL = "tidak dikenal"
MENURUT_NAMA = "{kode} (menurut nama berkas)"
BUKTI = "Tidak ada; disimpan sebagai bukti dukung {milik}."

KOLOM_BERKAS = (
    KolomCetak("No", 4, ("tengah",)),
    KolomCetak("Berkas", 25),
    KolomCetak("Kode Jabatan", 11, ("tengah",)),
    KolomCetak("Nama dan Jabatan", 24),
    KolomCetak("Telepon", 13, ("tengah",)),
    KolomCetak("Triwulan", 8, ("tengah",)),
    KolomCetak("Putusan", 13, ("tengah", "tebal")),
    KolomCetak("Galat", 7, ("tengah",)),
    KolomCetak("Peringatan", 11, ("tengah",)),
    KolomCetak("Yang perlu dilakukan", 30),
    KolomCetak("Balasan / tempat berkas", 27),
    KolomCetak("Sidik Berkas (SHA-256)", 13.5),
)
KOLOM_PESAN = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("Nama", 26),
    KolomCetak("Telepon", 19, ("tengah",)),
    KolomCetak("Pesan (salin ke WhatsApp)", 95),
    KolomCetak("Lampirkan", 46),
)

KOLOM_TEMUAN = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("Berkas", 32),
    KolomCetak("Kode Jabatan", 10, ("tengah",)),
    KolomCetak("Tingkat", 11, ("tengah",)),
    KolomCetak("Tempat", 15),
    KolomCetak("Temuan", 54),
    KolomCetak("Saran", 46),
    KolomCetak("Kode", 16),
)

URUTAN = (
    Putusan.KONFLIK, Putusan.PERLU_PERBAIKAN, Putusan.KARANTINA, Putusan.USANG, Putusan.DUPLIKAT,
    Putusan.DITERIMA,
)  # fmt: skip
"""What asks for work stands first."""


def build_tujuan(ruang: Ruang, rencana: Rencana) -> Path:
    """A free name in the folder of receipts; its time is the run's."""
    folder = ruang.build_outbox(rencana.waktu.year) / "tanda-terima"
    dasar = f"Tanda_Terima_{rencana.waktu:%Y-%m-%d_%H%M%S}"
    calon = folder / f"{dasar}.xlsx"
    nomor = 1
    while calon.exists():
        nomor += 1
        calon = folder / f"{dasar}-{nomor}.xlsx"
    return calon


def render_tanda_terima(
    rencana: Rencana, karantina: Mapping[str, str], opd: str = "", surat: Surat = TANPA_SURAT
) -> bytes:
    """The receipt as a workbook; `karantina` gives the place of a quarantined file by SHA-256,
    `opd` the name above the title, `surat` whose forms they are."""
    isi = io.BytesIO()
    kaki = Kaki(f"Tanda terima ke-{rencana.urutan}", "", rencana.waktu)
    kiriman = sorted(rencana.kiriman, key=lambda k: URUTAN.index(k.putusan))
    with build_buku(isi, kaki, f"Tanda Terima ke-{rencana.urutan}", opd) as buku:
        _write_berkas(buku, rencana, kiriman, karantina, opd, surat)
        _write_pesan(buku, list_pesan(kiriman, surat))
        _write_temuan(buku, kiriman)
    return isi.getvalue()


def _write_berkas(
    buku: Buku,
    rencana: Rencana,
    kiriman: Sequence[Kiriman],
    karantina: Mapping[str, str],
    opd: str,
    surat: Surat,
) -> None:
    lembar = buku.build_lembar("Tanda Terima")
    akhir = len(KOLOM_BERKAS) - 1
    ringkas = " · ".join(list_hitung(rencana))
    sub = (opd, f"{render_waktu(rencana.waktu)} — {ringkas or 'tidak ada berkas di inbox'}")
    judul = f"TANDA TERIMA BERKAS KE-{rencana.urutan}"
    kepala = write_judul(lembar, judul, *(s for s in sub if s), akhir=akhir) + 1
    isi = [_baris_berkas(n, k, karantina, surat) for n, k in enumerate(kiriman, 1)]
    for n, (nama, sebab) in enumerate(rencana.dilewati, len(isi) + 1):
        lewat = render_putusan(Putusan.DILEWATI)
        isi.append((n, nama, "", "", "", "", lewat, "", "", sebab, f"inbox/{nama}", ""))
    baris = write_tabel(
        lembar, KOLOM_BERKAS, isi, baris=kepala, kosong="Tidak ada berkas di inbox."
    )
    for ke, teks in enumerate(("Diterima oleh:", "", "(…………………………………………)", "Kasubag Program")):
        lembar.merge(baris + 1 + ke, akhir - 2, akhir, teks, "dasar", "tengah")
    lembar.apply_tinggi_baris(baris + 2, 36)
    lembar.ws.freeze_panes(kepala + 1, 0)
    lembar.apply_halaman(ulang=(kepala, kepala))


def _baris_berkas(
    nomor: int, k: Kiriman, karantina: Mapping[str, str], surat: Surat
) -> tuple[str | int, ...]:
    tingkat = Counter(t.tingkat for t in k.temuan)
    milik = surat.find_milik(k)
    pengirim = surat.find_pengirim(k)
    tw = milik.triwulan if milik else None
    return (
        nomor,
        k.nama,
        _render_kode(k, milik),
        "\n".join(p for p in (pengirim.nama, pengirim.jabatan) if p),
        pengirim.telepon,
        f"{tw.romawi} {milik.tahun}" if tw and milik else "",
        render_putusan_kiriman(k),
        tingkat[Tingkat.GALAT] or "",
        tingkat[Tingkat.PERINGATAN] or "",
        _render_tindakan(k),
        k.balasan or karantina.get(k.sha256) or _ringkas_arsip(k),
        f"{k.sha256[:12]}…",
    )


def _render_kode(k: Kiriman, milik: Identitas | None) -> str:
    """The chair's kode, and whether only the file's name says so."""
    if milik is None:
        return TAK_DIKENAL
    return milik.jabatan if k.milik else MENURUT_NAMA.format(kode=milik.jabatan)


def _render_tindakan(k: Kiriman) -> str:
    if k.is_tersisih:
        return TERSISIH
    if k.putusan is Putusan.PERLU_PERBAIKAN and not k.balasan:
        return TANPA_BALASAN
    if k.putusan is Putusan.KONFLIK and (perintah := render_pilih(k)):
        return render_di_kertas(perintah)
    if k.temuan and (k.putusan is Putusan.KARANTINA or k.temuan[0].kode in PENGANTAR):
        return render_di_kertas("\n".join(t.saran for t in k.temuan))
    if lewat := [t.saran for t in k.temuan if t.kode is Kode.TRIWULAN_500]:
        return "\n".join((TINDAKAN[k.putusan], *lewat))
    if k.putusan is Putusan.DITERIMA and k.bukti:
        return BUKTI.format(milik=", ".join(dict.fromkeys(b.render() for b in k.bukti)))
    return TINDAKAN[k.putusan]


def _write_pesan(buku: Buku, pesan: Sequence[Pesan]) -> None:
    """The sheet `Pesan`; none where there is nothing to forward."""
    if not pesan:
        return
    lembar = buku.build_lembar("Pesan")
    sub = "Salin pesannya, kirim ke nomor itu, dan lampirkan berkas yang disebut."
    write_judul(lembar, "PESAN YANG SIAP DITERUSKAN", sub, akhir=len(KOLOM_PESAN) - 1)
    isi = [
        (n, p.pengirim.nama, p.pengirim.telepon or TANPA_TELEPON, p.isi, p.lampiran)
        for n, p in enumerate(pesan, 1)
    ]
    write_tabel(lembar, KOLOM_PESAN, isi, baris=3)
    lembar.ws.freeze_panes(4, 0)
    lembar.apply_halaman(ulang=(3, 3))


def _ringkas_arsip(k: Kiriman) -> str:
    """`arsip/2d/2d711642b726….xlsx`: enough to find it; arsip/Indeks.xlsx has it in full."""
    return (k.arsip or "").replace(k.sha256, f"{k.sha256[:12]}…")


def _write_temuan(buku: Buku, kiriman: Sequence[Kiriman]) -> None:
    lembar = buku.build_lembar("Temuan")
    write_judul(
        lembar,
        "TEMUAN",
        "galat: dikembalikan untuk diperbaiki · peringatan: diterima, perlu dilihat · info: sekadar diberitahukan",
        akhir=len(KOLOM_TEMUAN) - 1,
    )
    isi: list[tuple[str | int, ...]] = []
    for k in kiriman:
        jabatan = k.milik.jabatan if k.milik else ""
        for t in build_kelompok(k.temuan):
            tempat = f"{t.letak.lembar} {t.letak.sel}".strip()
            isi.append(
                (len(isi) + 1, k.nama, jabatan, t.tingkat.value, tempat,
                 render_di_samping(t.pesan, k.nama), render_di_kertas(t.saran), t.kode.name)
            )  # fmt: skip
    write_tabel(lembar, KOLOM_TEMUAN, isi, baris=3, kosong="Tidak ada temuan.")
    lembar.ws.freeze_panes(4, 0)
    lembar.apply_halaman(ulang=(3, 3))
