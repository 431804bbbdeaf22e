"""What an adjustment changed in a closed triwulan and those after it: before, after, why, whose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sopkinerja.cetak.gaya import Nilai
from sopkinerja.cetak.tabel import KolomCetak
from sopkinerja.cetak.tulis import Buku
from sopkinerja.istilah import Triwulan
from sopkinerja.matriks.akumulasi import find_pemangku
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.beda import compare_skor, count_tampak, render_tercetak
from sopkinerja.matriks.kembar import list_kode_kembar
from sopkinerja.matriks.kepala import write_lembar_tabel
from sopkinerja.matriks.matriks import Matriks, build_matriks
from sopkinerja.matriks.model import Bahan, Penyesuaian, Terima
from sopkinerja.renaksi.model import IsianTindak
from sopkinerja.tulisan import (
    render_figur,
    render_rupiah,
    render_singkat,
    render_tanggal,
    render_waktu,
)

KOLOM = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("Penyesuaian ke", 11, ("tengah",)),
    KolomCetak("Jabatan", 23, ("jarak",)),
    KolomCetak("Indikator", 29, ("jarak",)),
    KolomCetak("Sebelum → Sesudah", 52, ("jarak",)),
    KolomCetak("Alasan Dibuka Kembali", 24, ("jarak",)),
    KolomCetak("Sumber", 30, ("jarak",)),
)
KOSONG = "(kosong)"
SKOR = "skor"
"""What stands in the place of an indicator where a score changed."""


class Pembanding(NamedTuple):
    """A figure or text that is compared: of when, what it is called, and where it stands."""

    triwulan: str
    apa: str
    isi: Callable[[BarisMatriks], Nilai]
    persen: bool = False


def build_penyesuaian(
    lama: Bahan, baru: Bahan, dibuka: Triwulan, ke: int, alasan: str
) -> tuple[Penyesuaian, ...]:
    """Every figure and text of the matrix that prints otherwise by the material as it is now than
    as it was closed; `dibuka` is the triwulan that was reopened, `ke` the number of the adjustment."""
    awal, kini = build_matriks(lama), build_matriks(baru)
    return (
        *_build_angka(awal, kini, dibuka, ke, alasan),
        *_build_anggaran(lama, baru, dibuka, ke, alasan),
        *_build_jawaban(lama, baru, dibuka, ke, alasan),
        *_build_skor(awal, kini, ke, alasan),
    )


def _build_angka(
    awal: Matriks, kini: Matriks, dibuka: Triwulan, ke: int, alasan: str
) -> Iterator[Penyesuaian]:
    """Figures and texts of the rows."""
    dulu, pembanding = awal.per_kode, list_pembanding(kini.bahan.triwulan)
    for b in kini.baris:
        sumber = render_sumber(kini.bahan, _find_pengubah(awal, kini, b, dibuka), dibuka)
        for k in pembanding:
            isi = (k.isi(dulu[b.kode]) if b.kode in dulu else None, k.isi(b))
            desimal = count_tampak(dulu.get(b.kode), b)
            sebelum, sesudah = (_render(n, desimal, persen=k.persen) for n in isi)
            if sebelum != sesudah:
                yield Penyesuaian(
                    ke=ke, jabatan=f"{b.jabatan.kode} {b.jabatan.nama}", kode=b.kode,
                    uraian=b.indikator.indikator, triwulan=k.triwulan, apa=k.apa,
                    sebelum=sebelum, sesudah=sesudah, alasan=alasan, sumber=sumber,
                )  # fmt: skip


def _find_pengubah(awal: Matriks, kini: Matriks, b: BarisMatriks, dibuka: Triwulan) -> str:
    """Kode of the jabatan by whose return a row may have changed: its own; where that return is what
    it was, the one of a twin that its remark names."""
    lama = awal.per_kode.get(b.kode)
    kembar = list_kode_kembar(lama.keterangan if lama else "", b.keterangan)
    semua = [b.jabatan.kode, *(kini.per_kode[k].jabatan.kode for k in kembar if k in kini.per_kode)]
    return next(
        (j for j in semua if _read_sha(awal, j, dibuka) != _read_sha(kini, j, dibuka)), semua[0]
    )


def _read_sha(matriks: Matriks, jabatan: str, triwulan: Triwulan) -> str:
    terima = matriks.bahan.terima.get((jabatan, triwulan))
    return terima.sha256 if terima else ""


def list_pembanding(triwulan: Triwulan) -> tuple[Pembanding, ...]:
    """Everything of a row that is compared."""
    tw, sd = f"TW {triwulan.romawi}", f"s.d. TW {triwulan.romawi}"
    return (
        *(k for t in triwulan.sampai_dengan() for k in _list_triwulan(t)),
        Pembanding(sd, "Target", lambda b: b.sd.target),
        Pembanding(sd, "Realisasi", lambda b: b.sd.realisasi),
        Pembanding(sd, "Capaian (%)", lambda b: b.sd.capaian, persen=True),
        Pembanding(sd, "Status", lambda b: b.status),
        Pembanding(sd, "Keterangan", lambda b: b.keterangan),
        Pembanding(sd, "Predikat", lambda b: b.predikat),
        Pembanding(sd, "Capaian Tahun (%)", lambda b: b.capaian_tahun, persen=True),
        Pembanding(tw, "Hambatan/Kegagalan", lambda b: b.isian.hambatan),
        Pembanding(tw, "Rekomendasi", lambda b: b.isian.rekomendasi),
        Pembanding(tw, "Tenggat", lambda b: render_tanggal(b.tenggat) if b.tenggat else ""),
        Pembanding(tw, "Bukti Dukung", lambda b: b.isian.bukti_dukung),
    )


def _list_triwulan(t: Triwulan) -> Iterator[Pembanding]:
    tw = f"TW {t.romawi}"
    yield Pembanding(tw, "Realisasi", lambda b: b.per_triwulan[t].realisasi)
    yield Pembanding(tw, "Capaian (%)", lambda b: b.per_triwulan[t].capaian, persen=True)
    yield Pembanding(tw, "Status", lambda b: b.per_triwulan[t].status)


def _render(nilai: Nilai, desimal: int, *, persen: bool) -> str:
    return render_tercetak(nilai, desimal, persen=persen) or KOSONG


def render_sumber(bahan: Bahan, jabatan: str, triwulan: Triwulan) -> str:
    """`Laporan TW I, Pegawai Contoh: IMG (2).xlsx, diterima 27 April 2026 pukul 09.00 WITA`."""
    terima = bahan.terima.get((jabatan, triwulan))
    if terima is None:
        return KOSONG
    kursi = next((j for j in bahan.jabatan if j.kode == jabatan), None)
    siapa = find_pemangku(kursi, triwulan) if kursi else jabatan
    waktu = render_waktu(terima.diterima)
    return f"Laporan TW {triwulan.romawi}, {siapa}: {terima.nama_berkas}, diterima {waktu}"


def _build_anggaran(
    lama: Bahan, baru: Bahan, dibuka: Triwulan, ke: int, alasan: str
) -> Iterator[Penyesuaian]:
    """Budget figures that the returns of the reopened triwulan give otherwise now."""
    nama = {j.kode: j.nama for j in baru.jabatan}
    uraian = {p.kode: p.uraian for p in baru.mandat[baru.triwulan].pagu}
    for (jabatan, triwulan), terima in sorted(baru.terima.items()):
        if triwulan is not dibuka:
            continue
        sebelum = _read_anggaran(lama.terima.get((jabatan, triwulan)))
        for kode, nilai in _read_anggaran(terima).items():
            if nilai != sebelum.get(kode):
                yield Penyesuaian(
                    ke=ke, jabatan=f"{jabatan} {nama.get(jabatan, '')}".strip(), kode=kode,
                    uraian=uraian.get(kode, ""), triwulan=f"TW {triwulan.romawi}",
                    apa="Realisasi anggaran", sebelum=_render_rupiah(sebelum.get(kode)),
                    sesudah=_render_rupiah(nilai), alasan=alasan,
                    sumber=render_sumber(baru, jabatan, dibuka),
                )  # fmt: skip


def _build_skor(lama: Matriks, baru: Matriks, ke: int, alasan: str) -> Iterator[Penyesuaian]:
    """Scores of jabatan, level and unit that follow the figures above."""
    for b in compare_skor(lama, baru):
        yield Penyesuaian(
            ke=ke, jabatan=f"{b.jenis} {b.nama}", kode=b.kode, uraian=SKOR,
            triwulan=f"s.d. TW {baru.bahan.triwulan.romawi}", apa=b.apa,
            sebelum=_render(b.dicetak, b.desimal, persen=b.persen),
            sesudah=_render(b.sekarang, b.desimal, persen=b.persen), alasan=alasan, sumber=b.karena,
        )  # fmt: skip


def _build_jawaban(
    lama: Bahan, baru: Bahan, dibuka: Triwulan, ke: int, alasan: str
) -> Iterator[Penyesuaian]:
    """Answers about Renaksi and Tindak Lanjut that the returns give otherwise now."""
    nama = {j.kode: j.nama for j in baru.jabatan}
    sebelum, sesudah = _read_jawaban(lama), _read_jawaban(baru)
    for kunci, (uraian, jawaban) in sesudah.items():
        dulu = sebelum[kunci][1] if kunci in sebelum else KOSONG
        if jawaban != dulu:
            jabatan, apa, kode = kunci
            yield Penyesuaian(
                ke=ke, jabatan=f"{jabatan} {nama.get(jabatan, '')}".strip(), kode=kode,
                uraian=uraian, triwulan=f"TW {baru.triwulan.romawi}", apa=apa, sebelum=dulu,
                sesudah=jawaban, alasan=alasan, sumber=render_sumber(baru, jabatan, dibuka),
            )  # fmt: skip


def _read_jawaban(bahan: Bahan) -> dict[tuple[str, str, str], tuple[str, str]]:
    """(kode jabatan, sheet, kunci) to what was asked and what was answered."""
    hasil = {
        (x.jabatan, "Renaksi", x.langkah.kunci): (x.langkah.langkah, x.jawaban)
        for x in bahan.langkah
    } | {
        (x.jabatan, "Tindak Lanjut", x.tindak.kunci): (x.tindak.uraian, x.jawaban)
        for x in bahan.tindak_lanjut
    }
    return {k: (uraian, _render_jawaban(jawaban)) for k, (uraian, jawaban) in hasil.items()}


def _render_jawaban(jawaban: IsianTindak | None) -> str:
    if jawaban is None or (jawaban.keadaan is None and jawaban.realisasi is None):
        return KOSONG
    realisasi = "" if jawaban.realisasi is None else render_figur(jawaban.realisasi)
    keadaan = jawaban.keadaan.value if jawaban.keadaan else ""
    return " · ".join(t for t in (keadaan, realisasi, jawaban.catatan) if t)


def _read_anggaran(terima: Terima | None) -> dict[str, float | None]:
    return {a.kode: a.realisasi_tw for a in terima.laporan.anggaran} if terima else {}


def _render_rupiah(nilai: float | None) -> str:
    return KOSONG if nilai is None else render_rupiah(nilai)


def build_baris(bahan: Bahan) -> list[list[Nilai]]:
    """The adjustments as rows of KOLOM, one for all that changed in an indicator, a score or a
    budget line."""
    kelompok: dict[tuple[int, str, str, str, str], list[str]] = {}
    for p in bahan.penyesuaian:
        kunci = (p.ke, p.jabatan, f"{p.kode} {p.uraian}", p.alasan, p.sumber)
        kelompok.setdefault(kunci, []).append(_render_berubah(p))
    return [
        [n, ke, jabatan, apa, "\n".join(berubah), alasan, sumber]
        for n, ((ke, jabatan, apa, alasan, sumber), berubah) in enumerate(kelompok.items(), 1)
    ]


def _render_berubah(p: Penyesuaian) -> str:
    """`TW I Realisasi: (kosong) → 12`."""
    dari, ke = (render_singkat(t, HURUF_BERUBAH, 3) for t in (p.sebelum, p.sesudah))
    return f"{p.triwulan} {p.apa}: {dari} → {ke}"


HURUF_BERUBAH = 150
"""As much of a text as is shown of what it was and is."""


def render_pengantar(bahan: Bahan) -> str:
    """What the sheet says above its rows."""
    banyak = len(bahan.penyesuaian)
    isi = f"{banyak} angka dan teks berubah" if banyak else "Tidak ada angka atau teks yang berubah"
    return (
        f"Dokumen ini sudah disesuaikan {bahan.revisi} kali sesudah triwulannya ditutup. {isi} "
        "dari yang dicetak sebelumnya; cetakan yang sudah dibagikan tetap tersimpan di arsip."
    )


def write_penyesuaian(buku: Buku, bahan: Bahan) -> None:
    """The sheet `Penyesuaian` of the matrix; none before the first adjustment."""
    if not bahan.revisi:
        return
    judul = f"Penyesuaian s.d. Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    isi, pengantar = build_baris(bahan), render_pengantar(bahan)
    kosong = "Tidak ada yang berubah."
    write_lembar_tabel(buku, bahan, "Penyesuaian", judul, KOLOM, isi, pengantar, kosong=kosong)
