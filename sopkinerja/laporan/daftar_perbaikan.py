"""What a correction form says of its faults: the list Perbaikan and Catatan Pemeriksa."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sopkinerja import teks
from sopkinerja.laporan.model import FormulirLaporan
from sopkinerja.laporan.susunan import KAPASITAS, Susunan
from sopkinerja.lembar.isi import BarisIsi, NilaiIsi, Tautan
from sopkinerja.temuan import Temuan, Tingkat

MAKS_TEMPAT = 8
KOLOM_PEMERIKSA = "catatan_pemeriksa"
KOLOM_UTAMA = {
    "laporan": "realisasi",
    "catatan": "tanggal",
    "anggaran": "realisasi_tw",
    "menyusul": "kode",
}
"""Where a link leads if a temuan names a row without a column."""


@dataclass
class Butir:
    """One line of the list: a message and the rows it speaks of."""

    lembar: str
    tabel: str
    kolom: str
    temuan: str
    saran: str
    baris: list[str] = field(default_factory=list)


def build_catatan_pemeriksa(
    formulir: FormulirLaporan, temuan: Sequence[Temuan], catatan: Mapping[str, str]
) -> dict[str, str]:
    """The text of Catatan Pemeriksa by kode indikator: a person's words first."""
    hasil: dict[str, list[str]] = {}
    for kode, isi in catatan.items():
        tujuan = [kode] if formulir.cari(kode) else [b.kode for b in formulir.baris]
        for k in tujuan:
            hasil.setdefault(k, []).append(isi)
    for b in formulir.baris:
        milik = [t for t in sort_temuan(temuan) if _is_milik(t, b.kode)]
        saran = [t.saran for t in milik if t.tingkat is Tingkat.GALAT]
        hasil.setdefault(b.kode, []).extend(_render_galat_dulu(milik, saran))
    return {k: "\n".join(dict.fromkeys(v)) for k, v in hasil.items() if v}


def _is_milik(temuan: Temuan, kode: str) -> bool:
    """Whether a temuan speaks of this row; a person's words about no row speak of all."""
    letak = temuan.letak
    if letak.tabel != "laporan" or temuan.tingkat is Tingkat.INFO:
        return False
    seluruhnya = letak.kolom == KOLOM_PEMERIKSA and not letak.baris
    return seluruhnya or kode in letak.baris.split(", ")


def list_catatan(temuan: Sequence[Temuan], catatan: Mapping[str, str]) -> dict[str, str]:
    """A person's words by kode, without those that a temuan says already."""
    sudah = {t.pesan for t in temuan if t.letak.kolom == KOLOM_PEMERIKSA}
    return {kode: isi for kode, isi in catatan.items() if isi not in sudah}


def _render_galat_dulu(milik: Sequence[Temuan], saran: Sequence[str]) -> Iterator[str]:
    """What must be mended and how, then what to check (its advice stands in the list)."""
    yield from (render_pesan(t) for t in milik if t.tingkat is Tingkat.GALAT)
    yield from saran
    yield from (render_pesan(t) for t in milik if t.tingkat is not Tingkat.GALAT)


def sort_temuan(temuan: Sequence[Temuan]) -> list[Temuan]:
    """Gravest first, else in their order."""
    urutan = list(Tingkat)
    return sorted(temuan, key=lambda t: urutan.index(t.tingkat))


def render_pesan(temuan: Temuan) -> str:
    """The message; a peringatan asks, a galat tells."""
    if temuan.tingkat is Tingkat.GALAT:
        return temuan.pesan
    return teks.MOHON_DICEK.format(pesan=temuan.pesan)


def build_perbaikan(
    formulir: FormulirLaporan, susunan: Susunan, catatan: Mapping[str, str]
) -> list[BarisIsi]:
    """The rows of the sheet Perbaikan, gravest first, equal messages in one row."""
    daftar = [
        *_build_butir_pemeriksa(formulir, catatan),
        *_build_butir_temuan(susunan.temuan),
        *_build_butir_sisa(susunan),
    ]
    kunci = KAPASITAS["perbaikan"]
    if len(daftar) > len(kunci):
        lebih = len(daftar) - len(kunci) + 1
        daftar = [
            *daftar[: len(kunci) - 1],
            Butir(
                "", "", "", teks.PERBAIKAN_LEBIH.format(jumlah=lebih), teks.PERBAIKAN_LEBIH_SARAN
            ),
        ]
    return [
        BarisIsi(k, _build_baris(formulir, no, butir))
        for no, (k, butir) in enumerate(zip(kunci, daftar, strict=False), 1)
    ]


def _build_butir_pemeriksa(
    formulir: FormulirLaporan, catatan: Mapping[str, str]
) -> Iterator[Butir]:
    for kode, isi in catatan.items():
        yield Butir(
            teks.LEMBAR["laporan"],
            "laporan",
            "realisasi",
            teks.PERBAIKAN_OLEH_PEMERIKSA.format(catatan=isi),
            teks.PERBAIKAN_OLEH_PEMERIKSA_SARAN,
            [kode] if formulir.cari(kode) else [],
        )


def _build_butir_temuan(temuan: Sequence[Temuan]) -> Iterator[Butir]:
    kelompok: dict[tuple[str, ...], Butir] = {}
    for t in sort_temuan(temuan):
        letak = t.letak
        kunci = (t.kode.name, t.tingkat, t.pesan, t.saran, letak.tabel, letak.kolom)
        lembar = teks.LEMBAR.get(letak.tabel, letak.lembar)
        butir = kelompok.setdefault(
            kunci, Butir(lembar, letak.tabel, letak.kolom, render_pesan(t), t.saran)
        )
        baru = [b for b in letak.baris.split(", ") if b and b not in butir.baris]
        butir.baris.extend(baru)
    yield from kelompok.values()


def _build_butir_sisa(susunan: Susunan) -> Iterator[Butir]:
    for tabel, jumlah in susunan.sisa.items():
        pesan = teks.CATATAN_TIDAK_MUAT.format(
            jumlah=jumlah, lembar=teks.LEMBAR[tabel], kapasitas=len(KAPASITAS[tabel])
        )
        yield Butir(teks.LEMBAR[tabel], tabel, "", pesan, teks.CATATAN_TIDAK_MUAT_SARAN)


def _build_baris(formulir: FormulirLaporan, no: int, butir: Butir) -> dict[str, NilaiIsi]:
    return {
        "no": no,
        "lembar": butir.lembar or teks.PERBAIKAN_TANPA_TEMPAT,
        "sel": _build_tautan(formulir, butir),
        "temuan": butir.temuan,
        "saran": butir.saran,
    }


def _build_tautan(formulir: FormulirLaporan, butir: Butir) -> NilaiIsi:
    """A link to the first row that the message speaks of, where this form has it."""
    ada = [b for b in butir.baris if _is_baris(formulir, butir.tabel, b)]
    judul = teks.JUDUL_KOLOM.get(butir.tabel, {})
    kolom = butir.kolom if butir.kolom in judul else KOLOM_UTAMA.get(butir.tabel, "")
    if butir.tabel not in KOLOM_UTAMA or (butir.tabel == "anggaran" and not formulir.anggaran):
        return "–"
    if not ada:
        tempat = teks.PERBAIKAN_TEMPAT_LEMBAR.format(lembar=teks.LEMBAR[butir.tabel])
        return Tautan(tempat, butir.tabel, "", KOLOM_UTAMA[butir.tabel])
    tempat = ", ".join(_render_tempat(butir.tabel, b) for b in ada[:MAKS_TEMPAT])
    if len(ada) > MAKS_TEMPAT:
        tempat += teks.PERBAIKAN_TEMPAT_LAIN.format(jumlah=len(ada) - MAKS_TEMPAT)
    isi = teks.PERBAIKAN_TEMPAT.format(kolom=judul[kolom], baris=tempat)
    return Tautan(isi, butir.tabel, ada[0], kolom)


def _is_baris(formulir: FormulirLaporan, tabel: str, baris: str) -> bool:
    if tabel == "laporan":
        return formulir.cari(baris) is not None
    if tabel == "anggaran":
        return any(a.kode == baris for a in formulir.anggaran)
    return baris in KAPASITAS.get(tabel, ())


def _render_tempat(tabel: str, baris: str) -> str:
    if tabel in KAPASITAS:
        return teks.PERBAIKAN_TEMPAT_BARIS.format(nomor=int(baris[1:]))
    return baris
