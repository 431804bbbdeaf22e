"""What a correction form says of its faults: the list Perbaikan and Catatan Pemeriksa."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sopkinerja.formulir import teks
from sopkinerja.formulir.judul import JUDUL_KOLOM, LEMBAR
from sopkinerja.formulir.susunan import KAPASITAS, Susunan
from sopkinerja.lembar.isi import BarisIsi, NilaiIsi, Tautan
from sopkinerja.mandat.susunan import BARIS_MANDAT
from sopkinerja.renaksi.susunan import BARIS_RENAKSI
from sopkinerja.temuan import Temuan, Tingkat

MAKS_TEMPAT = 8
KOLOM_PEMERIKSA = "catatan_pemeriksa"
KOLOM_UTAMA = {
    "laporan": "realisasi",
    "catatan": "tanggal",
    "anggaran": "realisasi_tw",
    "pelaksanaan": "keadaan",
    "tindak_lanjut": "keadaan",
    "menyusul": "kode",
    "mandat": "indikator",
    "renaksi": "langkah",
}
"""Where a link leads if a temuan names a row without a column."""


BERNOMOR = {**KAPASITAS, "mandat": BARIS_MANDAT, "renaksi": BARIS_RENAKSI}
"""Tables whose rows are called by their number."""


class DapatDiperbaiki(Protocol):
    """A record of issue as a correction form needs it."""

    def list_kunci(self) -> dict[str, tuple[str, ...]]:
        """The row keys that it may point to, by table; the main one first."""


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
    formulir: DapatDiperbaiki, temuan: Sequence[Temuan], catatan: Mapping[str, str]
) -> dict[str, str]:
    """The text of Catatan Pemeriksa by kode indikator: a person's words first."""
    utama, baris = next(iter(formulir.list_kunci().items()))
    hasil: dict[str, list[str]] = {}
    for kode, isi in catatan.items():
        tujuan = [kode] if kode in baris else baris
        for k in tujuan:
            hasil.setdefault(k, []).append(isi)
    for b in baris:
        milik = [t for t in sort_temuan(temuan) if _is_milik(t, utama, b)]
        saran = [t.saran for t in milik if t.tingkat is Tingkat.GALAT]
        hasil.setdefault(b, []).extend(_render_galat_dulu(milik, saran))
    return {k: "\n".join(dict.fromkeys(v)) for k, v in hasil.items() if v}


def _is_milik(temuan: Temuan, utama: str, kode: str) -> bool:
    """Whether a temuan speaks of this row; a person's words about no row speak of all."""
    letak = temuan.letak
    if letak.tabel != utama or temuan.tingkat is Tingkat.INFO:
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
    formulir: DapatDiperbaiki, susunan: Susunan, catatan: Mapping[str, str]
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
    formulir: DapatDiperbaiki, catatan: Mapping[str, str]
) -> Iterator[Butir]:
    utama, baris = next(iter(formulir.list_kunci().items()))
    for kode, isi in catatan.items():
        yield Butir(
            LEMBAR[utama],
            utama,
            KOLOM_UTAMA[utama],
            teks.PERBAIKAN_OLEH_PEMERIKSA.format(catatan=isi),
            teks.PERBAIKAN_OLEH_PEMERIKSA_SARAN,
            [kode] if kode in baris else [],
        )


def _build_butir_temuan(temuan: Sequence[Temuan]) -> Iterator[Butir]:
    kelompok: dict[tuple[str, ...], Butir] = {}
    for t in sort_temuan(temuan):
        letak = t.letak
        kunci = (t.kode.name, t.tingkat, t.pesan, t.saran, letak.tabel, letak.kolom)
        lembar = LEMBAR.get(letak.tabel, letak.lembar)
        butir = kelompok.setdefault(
            kunci, Butir(lembar, letak.tabel, letak.kolom, render_pesan(t), t.saran)
        )
        baru = [b for b in letak.baris.split(", ") if b and b not in butir.baris]
        butir.baris.extend(baru)
    yield from kelompok.values()


def _build_butir_sisa(susunan: Susunan) -> Iterator[Butir]:
    for tabel, jumlah in susunan.sisa.items():
        pesan = teks.CATATAN_TIDAK_MUAT.format(
            jumlah=jumlah, lembar=LEMBAR[tabel], kapasitas=len(BERNOMOR[tabel])
        )
        yield Butir(LEMBAR[tabel], tabel, "", pesan, teks.CATATAN_TIDAK_MUAT_SARAN)


def _build_baris(formulir: DapatDiperbaiki, no: int, butir: Butir) -> dict[str, NilaiIsi]:
    return {
        "no": no,
        "lembar": butir.lembar or teks.PERBAIKAN_TANPA_TEMPAT,
        "sel": _build_tautan(formulir, butir),
        "temuan": butir.temuan,
        "saran": butir.saran,
    }


def _build_tautan(formulir: DapatDiperbaiki, butir: Butir) -> NilaiIsi:
    """A link to the first row that the message speaks of, where this form has it."""
    ada = [b for b in butir.baris if _is_baris(formulir, butir.tabel, b)]
    judul = JUDUL_KOLOM.get(butir.tabel, {})
    kolom = butir.kolom if butir.kolom in judul else KOLOM_UTAMA.get(butir.tabel, "")
    if butir.tabel not in KOLOM_UTAMA or not _has_tabel(formulir, butir.tabel):
        return "–"
    if not ada:
        tempat = teks.PERBAIKAN_TEMPAT_LEMBAR.format(lembar=LEMBAR[butir.tabel])
        return Tautan(tempat, butir.tabel, "", KOLOM_UTAMA[butir.tabel])
    tempat = ", ".join(_render_tempat(butir.tabel, b) for b in ada[:MAKS_TEMPAT])
    if len(ada) > MAKS_TEMPAT:
        tempat += teks.PERBAIKAN_TEMPAT_LAIN.format(jumlah=len(ada) - MAKS_TEMPAT)
    isi = teks.PERBAIKAN_TEMPAT.format(kolom=judul[kolom], baris=tempat)
    return Tautan(isi, butir.tabel, ada[0], kolom)


def _is_baris(formulir: DapatDiperbaiki, tabel: str, baris: str) -> bool:
    return baris in formulir.list_kunci().get(tabel, KAPASITAS.get(tabel, ()))


def _has_tabel(formulir: DapatDiperbaiki, tabel: str) -> bool:
    """Whether the form has a sheet of that table: some come only with rows to show."""
    return tabel in BERNOMOR or bool(formulir.list_kunci().get(tabel))


def _render_tempat(tabel: str, baris: str) -> str:
    if tabel in BERNOMOR:
        return teks.PERBAIKAN_TEMPAT_BARIS.format(nomor=int(baris[1:]))
    return baris
