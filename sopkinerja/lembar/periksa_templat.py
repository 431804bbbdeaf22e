"""What a template may not hold: one rule a function, run when it is compiled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from sopkinerja.lembar.buku_templat import read_nama, split_rujukan
from sopkinerja.lembar.cacat import Aib, Cacat, build_cacat
from sopkinerja.lembar.kisi import (
    Kotak,
    LembarTemplat,
    TabelTemplat,
    build_alamat,
    build_huruf,
    find_tersembunyi,
    read_kotak,
)
from sopkinerja.lembar.ooxml import LETAK_GAMBAR, parse, q, read_relasi
from sopkinerja.lembar.penanda import Penanda, has_penanda
from sopkinerja.lembar.slot import SelBernama
from sopkinerja.lembar.susun import BukuTersusun

Paket = Mapping[str, bytes]


def check_isi_paket(paket: Paket) -> Iterator[Cacat]:
    """No macros, external links, connections or pivot tables; the plain flavour of the format."""
    nama = sorted(paket)
    if any(n.lower().endswith("vbaproject.bin") for n in nama):
        yield build_cacat(Aib.MAKRO)
    for n in nama:
        if n.startswith("xl/externalLinks/") and n.endswith(".xml"):
            yield build_cacat(Aib.TAUTAN_LUAR, apa=_luar(paket, n))
        if n == "xl/connections.xml" or n.startswith("xl/queryTables/"):
            yield build_cacat(Aib.SAMBUNGAN, apa=n.rpartition("/")[2])
        if n.startswith("xl/pivotTables/") and n.endswith(".xml"):
            yield build_cacat(Aib.PIVOT)


def _luar(paket: Paket, bagian: str) -> str:
    return ", ".join(r.sasaran for r in read_relasi(paket, bagian)) or bagian


def check_lembar(paket: Paket, buku: BukuTersusun) -> Iterator[Cacat]:
    """What stands in the way of tables: doubles, merged cells, Excel tables, print areas."""
    pertama: dict[str, TabelTemplat] = {}
    cetak = {n.lembar: n.isi for n in read_nama(paket) if n.nama == "_xlnm.Print_Area"}
    for lembar in buku.lembar:
        if has_penanda(lembar.nama):
            yield build_cacat(Aib.PENANDA_LEMBAR, lembar.nama)
        for tabel in lembar.tabel:
            if tabel.nama in pertama:
                sel = build_alamat(tabel.baris_kunci, tabel.kolom_kunci)
                yield build_cacat(Aib.TABEL_GANDA, lembar.nama, sel, apa=tabel.nama)
            pertama.setdefault(tabel.nama, tabel)
        yield from _check_gabungan(lembar)
        yield from _check_tabel_excel(paket, lembar)
        yield from _check_cetak(paket, lembar, cetak.get(lembar.nama))


def _check_gabungan(lembar: LembarTemplat) -> Iterator[Cacat]:
    slot = [
        Kotak(k, b, k, b)
        for t in lembar.tabel
        for b in (*t.baris, t.baris_kunci)
        for k in (*t.kolom.values(), t.kolom_kunci)
    ]
    for el in lembar.akar.iterfind(f"{q('mergeCells')}/{q('mergeCell')}"):
        kotak = read_kotak(el.get("ref", ""))
        if any(kotak.is_menyentuh(s) for s in slot):
            sel = build_alamat(kotak.baris_awal, kotak.kolom_awal)
            yield build_cacat(Aib.GABUNGAN, lembar.nama, sel, apa=el.get("ref", ""))


def _check_tabel_excel(paket: Paket, lembar: LembarTemplat) -> Iterator[Cacat]:
    for r in read_relasi(paket, lembar.bagian):
        if r.jenis != "table" or r.sasaran not in paket:
            continue
        kotak = read_kotak(parse(paket[r.sasaran]).get("ref", "A1"))
        for t in lembar.tabel:
            if t.kolom and kotak.is_menyentuh(t.jangkauan):
                sel = build_alamat(kotak.baris_awal, kotak.kolom_awal)
                yield build_cacat(Aib.TABEL_EXCEL, lembar.nama, sel, apa=t.nama)


def _check_cetak(paket: Paket, lembar: LembarTemplat, area: str | None) -> Iterator[Cacat]:
    """A print area holds the letterhead and every visible column and row of each table; one of
    hidden columns alone keeps the sheet off the paper."""
    rujukan = split_rujukan(area) if area else None
    if rujukan is None or not _isi_tampak(paket, lembar):
        return
    kotak, apa = read_kotak(rujukan[1]), rujukan[1]
    tersembunyi = find_tersembunyi(lembar)
    if tersembunyi.issuperset(range(kotak.kolom_awal, kotak.kolom_akhir + 1)):
        return
    atas = min(_isi_tampak(paket, lembar))
    if kotak.baris_awal > atas:
        yield build_cacat(Aib.AREA_CETAK_ATAS, lembar.nama, apa=apa, baris=atas)
    for t in lembar.tabel:
        tampak = sorted(set(t.kolom.values()) - tersembunyi)
        for kolom in tampak[:1] + tampak[-1:]:
            if not kotak.kolom_awal <= kolom <= kotak.kolom_akhir:
                huruf = build_huruf(kolom)
                yield build_cacat(Aib.AREA_CETAK_KOLOM, lembar.nama, apa=apa, kolom=huruf)
        if t.baris and kotak.baris_akhir < max(t.baris):
            yield build_cacat(Aib.AREA_CETAK_BAWAH, lembar.nama, apa=apa, baris=max(t.baris))


def _isi_tampak(paket: Paket, lembar: LembarTemplat) -> set[int]:
    """The rows that show a text or hold the top of a picture."""
    tersembunyi = find_tersembunyi(lembar) | {t.kolom_kunci for t in lembar.tabel}
    kunci = {t.baris_kunci for t in lembar.tabel}
    baris = {b for b, k in lembar.teks if k not in tersembunyi and b not in kunci}
    for r in read_relasi(paket, lembar.bagian):
        if r.jenis == "drawing" and r.sasaran in paket:
            jalur = f".//{{{LETAK_GAMBAR}}}from/{{{LETAK_GAMBAR}}}row"
            baris |= {int(el.text or "0") + 1 for el in parse(paket[r.sasaran]).iterfind(jalur)}
    return baris


def check_kenal(
    buku: BukuTersusun,
    penanda: frozenset[str] | None,
    penanda_wajib: frozenset[str],
    tabel: Mapping[str, frozenset[str]] | None,
    rumus: frozenset[str] | None,
) -> Iterator[Cacat]:
    """What the template names is what the caller knows, and the other way round."""
    if penanda is not None:
        yield from find_asing(buku, buku.penanda - penanda)
    for nama in sorted(penanda_wajib - buku.penanda):
        yield build_cacat(Aib.PENANDA_HILANG, apa=nama)
    for s in buku.slot if rumus is not None else ():
        if isinstance(s, SelBernama) and not (rumus or frozenset()) & set(s.nama):
            yield build_cacat(Aib.RUMUS_ASING, s.lembar, s.alamat, apa=s.nama[0])
    if tabel is not None:
        yield from _check_tabel_kenal(buku, tabel)


def find_asing(buku: BukuTersusun, asing: Set[str]) -> Iterator[Cacat]:
    """Every place where one of these markers stands."""
    for teks in buku.iter_teks():
        for b in teks.bagian:
            if isinstance(b, Penanda) and b.nama in asing:
                yield build_cacat(Aib.PENANDA_ASING, teks.lembar, teks.sel, apa=b.nama)


def _check_tabel_kenal(buku: BukuTersusun, kenal: Mapping[str, frozenset[str]]) -> Iterator[Cacat]:
    ada = {t.nama: t for lembar in buku.lembar for t in lembar.tabel}
    for nama in sorted(kenal.keys() - ada.keys()):
        yield build_cacat(Aib.TABEL_HILANG, apa=nama)
    for nama, t in ada.items():
        sel = build_alamat(t.baris_kunci, t.kolom_kunci)
        if nama not in kenal:
            yield build_cacat(Aib.TABEL_ASING, t.lembar, sel, apa=nama)
            continue
        for kunci in sorted(kenal[nama] - t.kolom.keys()):
            yield build_cacat(Aib.KUNCI_HILANG, t.lembar, sel, apa=kunci, tabel=nama)
        for kunci in sorted(t.kolom.keys() - kenal[nama]):
            letak = build_alamat(t.baris_kunci, t.kolom[kunci])
            yield build_cacat(Aib.KUNCI_ASING, t.lembar, letak, apa=kunci)
