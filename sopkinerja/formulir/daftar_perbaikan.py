"""What a correction form says of its faults: the list Perbaikan and Catatan Pemeriksa."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sopkinerja.formulir import teks
from sopkinerja.formulir.susunan import Susunan
from sopkinerja.formulir.tabel import PERBAIKAN
from sopkinerja.katalog import Tingkat
from sopkinerja.lembar.isi import BarisIsi, NilaiIsi, Tautan
from sopkinerja.lembar.tabel import Tabel, list_kunci
from sopkinerja.temuan import Temuan

MAKS_TEMPAT = 8
MAKS_PESAN = 4
"""So many messages of one kind stand in a line."""
MAKS_BUTIR = 300
"""So long at most is the list: nobody reads on, and the next round brings what is left."""
MAKS_CATATAN = 280
"""So many letters of Catatan Pemeriksa, some 420 pixels of a narrow column, are read on one screen,
of a phone too; a program that scrolls by whole rows never shows the end of a taller one."""
KOLOM_PEMERIKSA = "catatan_pemeriksa"


@dataclass
class Butir:
    """One line of the list: a message and the rows it speaks of."""

    lembar: str
    tabel: str
    kolom: str
    temuan: str
    saran: str
    baris: list[str] = field(default_factory=list)


def build_catatan_pemeriksa(susunan: Susunan, catatan: Mapping[str, str]) -> dict[str, str]:
    """The text of Catatan Pemeriksa by kode indikator: a person's words first, no more of it than a
    screen shows."""
    utama, baris = next(iter(susunan.kunci.items()))
    hasil: dict[str, list[str]] = {}
    for kode, isi in catatan.items():
        tujuan = [kode] if kode in baris else baris
        for k in tujuan:
            hasil.setdefault(k, []).append(isi)
    for b in baris:
        milik = [t for t in sort_temuan(susunan.temuan) if _is_milik(t, utama, b)]
        saran = [t.saran for t in milik if t.tingkat is Tingkat.GALAT]
        hasil.setdefault(b, []).extend(_render_galat_dulu(milik, saran))
    return {k: _fit_catatan("\n".join(dict.fromkeys(v))) for k, v in hasil.items() if v}


def _fit_catatan(isi: str) -> str:
    """The whole lines that a screen shows, its words where those fill less than half of it; then
    where the rest is."""
    if len(isi) <= MAKS_CATATAN:
        return isi
    utuh, kata = (isi[: MAKS_CATATAN + 1].rpartition(pisah)[0] for pisah in "\n ")
    if len(utuh) < MAKS_CATATAN // 2:
        utuh = f"{kata if len(kata) >= MAKS_CATATAN // 2 else isi[:MAKS_CATATAN]} …"
    return f"{utuh}\n{teks.CATATAN_SELENGKAPNYA}"


def build_komentar(
    tabel: Sequence[Tabel], susunan: Susunan, catatan: Mapping[str, str]
) -> dict[tuple[str, str, str], str]:
    """What is said of each cell, by table, row and field: a comment beside it."""
    tata = {t.nama: t for t in tabel if t.utama}
    hasil: dict[tuple[str, str, str], list[str]] = {}
    utama, kunci = next(iter(susunan.kunci.items()))
    for kode, isi in catatan.items():
        if kode in kunci:
            hasil.setdefault((utama, kode, tata[utama].utama), []).append(isi)
    for t in sort_temuan(susunan.temuan):
        letak = t.letak
        if letak.tabel not in tata or t.tingkat is Tingkat.INFO:
            continue
        milik = tata[letak.tabel]
        kolom = letak.kolom if letak.kolom in milik.judul else milik.utama
        for b in letak.baris.split(", "):
            if b in susunan.kunci.get(letak.tabel, ()):
                hasil.setdefault((letak.tabel, b, kolom), []).append(_render_komentar(t))
    return {tempat: "\n".join(dict.fromkeys(isi)) for tempat, isi in hasil.items()}


def _render_komentar(temuan: Temuan) -> str:
    return f"{render_pesan(temuan)}\n→ {temuan.saran}"


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
    tabel: Sequence[Tabel], susunan: Susunan, catatan: Mapping[str, str]
) -> list[BarisIsi]:
    """The rows of the sheet Perbaikan, gravest first, equal messages in one row."""
    tata = {t.nama: t for t in tabel}
    daftar = [
        *_build_butir_pemeriksa(tata, susunan, catatan),
        *_build_butir_temuan(tata, susunan.temuan),
    ]
    kunci = list_kunci(PERBAIKAN.pola, MAKS_BUTIR)
    if len(daftar) > len(kunci):
        lebih = len(daftar) - len(kunci) + 1
        daftar = [
            *daftar[: len(kunci) - 1],
            Butir(
                "", "", "", teks.PERBAIKAN_LEBIH.format(jumlah=lebih), teks.PERBAIKAN_LEBIH_SARAN
            ),
        ]
    return [
        BarisIsi(k, _build_baris(tata, susunan, no, butir))
        for no, (k, butir) in enumerate(zip(kunci, daftar, strict=False), 1)
    ]


def _build_butir_pemeriksa(
    tata: Mapping[str, Tabel], susunan: Susunan, catatan: Mapping[str, str]
) -> Iterator[Butir]:
    utama, baris = next(iter(susunan.kunci.items()))
    for isi in dict.fromkeys(catatan.values()):
        yield Butir(
            tata[utama].lembar,
            utama,
            tata[utama].utama,
            teks.PERBAIKAN_OLEH_PEMERIKSA.format(catatan=isi),
            teks.PERBAIKAN_OLEH_PEMERIKSA_SARAN,
            [kode for kode, kata in catatan.items() if kata == isi and kode in baris],
        )


def _build_butir_temuan(semua: Mapping[str, Tabel], temuan: Sequence[Temuan]) -> Iterator[Butir]:
    """One line for one kind of fault of a column, whatever rows it is in: what each row says stands
    in it (and beside the row's cell), what to do is said once."""
    kelompok: dict[tuple[str, ...], Butir] = {}
    pesan: dict[tuple[str, ...], list[str]] = {}
    for t in sort_temuan(temuan):
        letak = t.letak
        kunci = (t.kode.name, t.tingkat, t.saran, letak.tabel, letak.kolom)
        tata = semua.get(letak.tabel)
        lembar = tata.lembar if tata else letak.lembar
        butir = kelompok.setdefault(kunci, Butir(lembar, letak.tabel, letak.kolom, "", t.saran))
        pesan.setdefault(kunci, []).append(render_pesan(t))
        baru = [b for b in letak.baris.split(", ") if b and b not in butir.baris]
        butir.baris.extend(baru)
    for satu, butir in kelompok.items():
        butir.temuan = _join_pesan(list(dict.fromkeys(pesan[satu])))
        yield butir


def _join_pesan(pesan: Sequence[str]) -> str:
    """A line each; beyond the first few how many more there are."""
    lebih = len(pesan) - MAKS_PESAN
    ekor = [teks.PERBAIKAN_PESAN_LAIN.format(jumlah=lebih)] if lebih > 0 else []
    return "\n".join([*pesan[:MAKS_PESAN], *ekor])


def _build_baris(
    tata: Mapping[str, Tabel], susunan: Susunan, no: int, butir: Butir
) -> dict[str, NilaiIsi]:
    tabel, kunci = tata.get(butir.tabel), susunan.kunci.get(butir.tabel, ())
    ada = [b for b in butir.baris if b in kunci]
    return {
        "no": no,
        "lembar": _render_lembar(tabel, butir, ada),
        "sel": _build_tautan(tabel, kunci, butir, ada),
        "temuan": butir.temuan,
        "saran": butir.saran,
    }


def _render_lembar(tata: Tabel | None, butir: Butir, ada: Sequence[str]) -> str:
    """The sheet and the column, and each of several rows: the link tells the first alone, as
    LibreOffice prints one line of it."""
    if tata is None or not ada:
        return butir.lembar or teks.PERBAIKAN_TANPA_TEMPAT
    kolom = tata.judul[_find_kolom(tata, butir)]
    isi = teks.PERBAIKAN_KOLOM.format(lembar=butir.lembar, kolom=kolom)
    if len(ada) == 1:
        return isi
    tempat = ", ".join(_render_tempat(tata, b) for b in ada[:MAKS_TEMPAT])
    if len(ada) > MAKS_TEMPAT:
        tempat += teks.PERBAIKAN_TEMPAT_LAIN.format(jumlah=len(ada) - MAKS_TEMPAT)
    return teks.PERBAIKAN_TEMPAT.format(kolom=isi, baris=tempat)


def _build_tautan(
    tata: Tabel | None, kunci: Sequence[str], butir: Butir, ada: Sequence[str]
) -> NilaiIsi:
    """A link to the first row that the message speaks of, where this form has it: some tables come
    only with rows to show."""
    if tata is None or not tata.utama or not kunci:
        return "–"
    if not ada:
        tempat = teks.PERBAIKAN_TEMPAT_LEMBAR.format(lembar=tata.lembar)
        return Tautan(tempat, butir.tabel, "", tata.utama)
    isi = _render_tempat(tata, ada[0])
    isi = teks.PERBAIKAN_TEMPAT_DST.format(tempat=isi) if len(ada) > 1 else isi
    return Tautan(isi, butir.tabel, ada[0], _find_kolom(tata, butir))


def _find_kolom(tata: Tabel, butir: Butir) -> str:
    return butir.kolom if butir.kolom in tata.judul else tata.utama


def _render_tempat(tata: Tabel, baris: str) -> str:
    if nomor := tata.read_nomor(baris):
        return teks.PERBAIKAN_TEMPAT_BARIS.format(nomor=nomor)
    return tata.call_baris(baris)
