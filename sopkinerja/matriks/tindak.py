"""The sheets `Renaksi` and `Tindak Lanjut`: what was asked this triwulan, and how far it has come."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from sopkinerja.cetak.gaya import Nilai
from sopkinerja.cetak.tabel import Isi, KolomCetak, SelCetak
from sopkinerja.cetak.tulis import Buku
from sopkinerja.istilah import KeadaanTindak
from sopkinerja.matriks.kepala import write_lembar_tabel
from sopkinerja.matriks.model import Bahan, LangkahDitanya, TindakDitanya
from sopkinerja.matriks.tindak_satu import BELUM_DIJAWAB, merge_tindak, render_jawaban
from sopkinerja.renaksi.model import IsianTindak
from sopkinerja.tulisan import count_desimal, render_angka, render_figur, render_tanggal

BERULANG = "{} baris, sebab yang sama ditanyakan kepada setiap jabatan yang memikulnya"
"""Why the sheet has more rows than there are follow-ups."""
LEWAT = "lewat tenggat"
BELUM_ADA_KABAR = "belum ada kabar"
KOLOM_LANGKAH = (
    KolomCetak("Kode Jabatan", 9),
    KolomCetak("Kode Langkah", 9),
    KolomCetak("Kode Indikator", 10),
    KolomCetak("Langkah Aksi", 40),
    KolomCetak("Bulan", 11, ("tengah",)),
    KolomCetak("Keluaran", 17),
    KolomCetak("Penanggung Jawab", 18),
    KolomCetak("Satuan", 8.5, ("tengah",)),
    KolomCetak("Target TW", 8, ("kanan",)),
    KolomCetak("Realisasi TW", 9.5, ("kanan",)),
    KolomCetak("Status", 9, ("tengah",)),
    KolomCetak("Catatan", 20),
)
KOLOM_TINDAK = (
    KolomCetak("Kode Jabatan", 9),
    KolomCetak("Kode Tindak Lanjut", 13),
    KolomCetak("Asal", 15),
    KolomCetak("Kode Indikator", 11),
    KolomCetak("Yang Ditindaklanjuti", 48),
    KolomCetak("Penanggung Jawab", 24),
    KolomCetak("Tenggat", 13, ("tengah",)),
    KolomCetak("Status", 10, ("tengah",)),
    KolomCetak("Catatan", 27),
)


def write_pelaksanaan(buku: Buku, bahan: Bahan) -> None:
    """The sheet `Renaksi`, for the screen (what isn't done is printed in the LHE); none where no form
    asks after steps."""
    if not bahan.langkah:
        return
    isi = [_build_langkah(x) for x in bahan.langkah]
    judul = f"Pelaksanaan Renaksi Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    ringkas = render_ringkas((x.jawaban for x in bahan.langkah), "langkah")
    write_lembar_tabel(buku, bahan, "Renaksi", judul, KOLOM_LANGKAH, isi, ringkas, dicetak=False)


def write_tindak_lanjut(buku: Buku, bahan: Bahan) -> None:
    """The sheet `Tindak Lanjut`, for the screen (what isn't done is printed in the LHE, all of it in
    Tindak_Lanjut); none where earlier triwulan left nothing open."""
    if not bahan.tindak_lanjut:
        return
    isi = [_build_tindak(bahan, x) for x in bahan.tindak_lanjut]
    judul = f"Tindak Lanjut s.d. Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    ringkas = render_ringkas_tindak(bahan, "tindak lanjut")
    if len(merge_tindak(bahan)) < len(isi):
        ringkas = f"{ringkas} ({BERULANG.format(len(isi))})"
    write_lembar_tabel(
        buku, bahan, "Tindak Lanjut", judul, KOLOM_TINDAK, isi, ringkas, dicetak=False
    )


def is_lewat(bahan: Bahan, x: TindakDitanya) -> bool:
    """Whether its Tenggat has passed and nobody called it selesai."""
    return is_lewat_pada(x, bahan.waktu.date())


def is_lewat_pada(x: TindakDitanya, hari: dt.date) -> bool:
    """The same as of a day."""
    selesai = x.jawaban is not None and x.jawaban.keadaan is KeadaanTindak.SELESAI
    return bool(x.tindak.tenggat and not selesai and x.tindak.tenggat < hari)


def render_tenggat(bahan: Bahan, x: TindakDitanya) -> str:
    """`30 Juni 2026`, and whether that has passed."""
    if x.tindak.tenggat is None:
        return ""
    return render_kapan(x.tindak.tenggat, "", bahan.waktu.date() if is_lewat(bahan, x) else None)


def render_kapan(tenggat: dt.date | None, keadaan: str, hari: dt.date | None) -> str:
    """`30 Juni 2026 (lewat tenggat)`: a Tenggat with what is said of it (`keadaan`), else whether it
    has passed by that day (None: it hasn't)."""
    if tenggat is None:
        return keadaan
    ekor = keadaan or (LEWAT if hari and tenggat < hari else "")
    return render_tanggal(tenggat) + (f" ({ekor})" if ekor else "")


def render_ringkas_tindak(bahan: Bahan, apa: str) -> str:
    """`5 tindak lanjut: 3 selesai, 2 belum; 1 lewat tenggat`: each step once, whoever carries it."""
    semua = merge_tindak(bahan)
    ringkas = _render_hitung(Counter(x.render_keadaan() for x in semua), apa)
    lewat = sum(x.is_lewat(bahan.waktu.date()) for x in semua)
    return f"{ringkas}; {lewat} {LEWAT}" if lewat else ringkas


def render_keadaan(jawaban: IsianTindak | None) -> str:
    """`selesai`, `berjalan`, `belum`, or that nobody answered."""
    return render_jawaban(jawaban.keadaan if jawaban else None)


def render_ringkas(jawaban: Iterable[IsianTindak | None], apa: str) -> str:
    """`12 langkah: 7 selesai, 3 berjalan, 2 belum dijawab`."""
    return _render_hitung(Counter(render_keadaan(j) for j in jawaban), apa)


def _render_hitung(hitung: Counter[str], apa: str) -> str:
    urut = [*(k.value for k in KeadaanTindak), BELUM_DIJAWAB]
    bagian = ", ".join(f"{hitung[k]} {k}" for k in urut if hitung[k])
    return f"{hitung.total()} {apa}: {bagian}" if bagian else f"Tidak ada {apa}"


def _build_langkah(x: LangkahDitanya) -> list[Isi]:
    b, hasil = x.langkah, x.jawaban.realisasi if x.jawaban else None
    return [
        x.jabatan, b.kunci, b.kode, b.langkah, b.bulan, b.keluaran,
        b.penanggung_jawab, b.satuan, b.target, SelCetak(hasil, desimal=_count_desimal(x)),
        render_keadaan(x.jawaban), x.jawaban.catatan if x.jawaban else "",
    ]  # fmt: skip


def render_pelaksanaan(x: LangkahDitanya) -> str:
    """`berjalan, 5 dari 20 IKM`: how far a step has come."""
    keadaan, b = render_keadaan(x.jawaban), x.langkah
    realisasi = x.jawaban.realisasi if x.jawaban else None
    if realisasi is None:
        return keadaan
    dari = "" if b.target is None else f" dari {render_angka(b.target)}"
    return f"{keadaan}, {render_figur(realisasi, _count_desimal(x))}{dari} {b.satuan}".strip()


def _count_desimal(x: LangkahDitanya) -> int:
    """The decimals of what a step has done: two, or as many as its target has."""
    return max(2, count_desimal(x.langkah.target or 0))


def _build_tindak(bahan: Bahan, x: TindakDitanya) -> list[Nilai]:
    b = x.tindak
    return [
        x.jabatan, b.kunci, b.asal, b.kode, b.uraian,
        b.penanggung_jawab, render_tenggat(bahan, x), render_keadaan(x.jawaban),
        x.jawaban.catatan if x.jawaban else "",
    ]  # fmt: skip
