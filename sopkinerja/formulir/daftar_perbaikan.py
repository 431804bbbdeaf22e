"""What a correction form says of its faults: the list Perbaikan and Catatan Pemeriksa."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sopkinerja.formulir import teks
from sopkinerja.formulir.susunan import Susunan
from sopkinerja.formulir.tabel import PERBAIKAN
from sopkinerja.katalog import Tingkat
from sopkinerja.lembar.isi import BarisIsi, NilaiIsi, Tautan
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.temuan import Temuan

MAKS_TEMPAT = 8
KOLOM_PEMERIKSA = "catatan_pemeriksa"


class DapatDiperbaiki(Protocol):
    """A record of issue as a correction form needs it."""

    def list_kunci(self) -> dict[str, tuple[str, ...]]:
        """The row keys that it may point to, by table; the main one first."""

    def list_tabel(self) -> tuple[Tabel, ...]:
        """The tables of its form."""


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
        *_build_butir_temuan(formulir, susunan.temuan),
        *_build_butir_sisa(formulir, susunan),
    ]
    kunci = PERBAIKAN.kunci
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
        tata = _find_tata(formulir, utama)
        assert tata is not None
        yield Butir(
            tata.lembar,
            utama,
            tata.utama,
            teks.PERBAIKAN_OLEH_PEMERIKSA.format(catatan=isi),
            teks.PERBAIKAN_OLEH_PEMERIKSA_SARAN,
            [kode] if kode in baris else [],
        )


def _build_butir_temuan(formulir: DapatDiperbaiki, temuan: Sequence[Temuan]) -> Iterator[Butir]:
    kelompok: dict[tuple[str, ...], Butir] = {}
    for t in sort_temuan(temuan):
        letak = t.letak
        kunci = (t.kode.name, t.tingkat, t.pesan, t.saran, letak.tabel, letak.kolom)
        tata = _find_tata(formulir, letak.tabel)
        lembar = tata.lembar if tata else letak.lembar
        butir = kelompok.setdefault(
            kunci, Butir(lembar, letak.tabel, letak.kolom, render_pesan(t), t.saran)
        )
        baru = [b for b in letak.baris.split(", ") if b and b not in butir.baris]
        butir.baris.extend(baru)
    yield from kelompok.values()


def _build_butir_sisa(formulir: DapatDiperbaiki, susunan: Susunan) -> Iterator[Butir]:
    for t in formulir.list_tabel():
        if jumlah := susunan.sisa.get(t.nama):
            pesan = teks.CATATAN_TIDAK_MUAT.format(
                jumlah=jumlah, lembar=t.lembar, kapasitas=len(t.kunci)
            )
            yield Butir(t.lembar, t.nama, "", pesan, teks.CATATAN_TIDAK_MUAT_SARAN)


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
    tata = _find_tata(formulir, butir.tabel)
    if tata is None or not tata.utama or not _has_tabel(formulir, tata):
        return "–"
    ada = [b for b in butir.baris if _is_baris(formulir, tata, b)]
    if not ada:
        tempat = teks.PERBAIKAN_TEMPAT_LEMBAR.format(lembar=tata.lembar)
        return Tautan(tempat, butir.tabel, "", tata.utama)
    kolom = butir.kolom if butir.kolom in tata.judul else tata.utama
    tempat = ", ".join(_render_tempat(tata, b) for b in ada[:MAKS_TEMPAT])
    if len(ada) > MAKS_TEMPAT:
        tempat += teks.PERBAIKAN_TEMPAT_LAIN.format(jumlah=len(ada) - MAKS_TEMPAT)
    isi = teks.PERBAIKAN_TEMPAT.format(kolom=tata.judul[kolom], baris=tempat)
    return Tautan(isi, butir.tabel, ada[0], kolom)


def _find_tata(formulir: DapatDiperbaiki, nama: str) -> Tabel | None:
    return next((t for t in formulir.list_tabel() if t.nama == nama), None)


def _is_baris(formulir: DapatDiperbaiki, tata: Tabel, baris: str) -> bool:
    return baris in formulir.list_kunci().get(tata.nama, tata.kunci if tata.pola else ())


def _has_tabel(formulir: DapatDiperbaiki, tata: Tabel) -> bool:
    """Whether the form has a sheet of that table: some come only with rows to show."""
    return bool(tata.pola or formulir.list_kunci().get(tata.nama))


def _render_tempat(tata: Tabel, baris: str) -> str:
    if tata.pola:
        return teks.PERBAIKAN_TEMPAT_BARIS.format(nomor=int(baris[1:]))
    return tata.call_baris(baris)
