"""Reading a returned workbook: its tables by key, its claims of identity, its own save time."""

from __future__ import annotations

import datetime as dt
import html
import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator, Sequence
from typing import Any
from xml.parsers.expat import ExpatError

from lxml import etree
from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from sopkinerja.baca.cari_tabel import Calon, LembaranTerbaca, find_tabel
from sopkinerja.baca.gabungan import (
    Kotak,
    read_kotak_ods,
    spread_isi,
    spread_rincian,
)
from sopkinerja.baca.galat_sel import find_galat, replace_galat
from sopkinerja.baca.hitungan import read_hitungan
from sopkinerja.baca.judul import build_judul
from sopkinerja.baca.muatan import find_muatan_xls, read_muatan
from sopkinerja.baca.paket import GAMBAR, BerkasDitolak, find_jenis, is_zip
from sopkinerja.baca.rincian import (
    BerdtdError,
    Daerah,
    Rinci,
    RinciLembar,
    find_bagian_lembar,
    read_rincian_xlsx,
)
from sopkinerja.baca.rincian_ods import read_rincian_ods
from sopkinerja.baca.sel import BukuTerbaca, Nilai, Sel, TabelTerbaca
from sopkinerja.baca.susunan import build_baku
from sopkinerja.baca.teks import SEBAB_BERKAS
from sopkinerja.baca.teks_asing import SelPanjangError, clean_teks
from sopkinerja.baca.terlihat import (
    find_samar,
    is_format_persen,
    render_terlihat,
)
from sopkinerja.baca.utuh import LembarKembarError, check_lembar, check_nama, check_utuh
from sopkinerja.baca.wujud import Wujud
from sopkinerja.katalog import Kode
from sopkinerja.lembar.cap import POLA_KODE
from sopkinerja.lembar.kisi import build_huruf
from sopkinerja.lembar.ooxml import parse
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.temuan import Letak, Temuan

__all__ = ["BerkasDitolak", "read_buku"]

ROMAWI = ("I", "II", "III", "IV")
_MASA = re.compile(r"\bTRIWULAN (IV|I{1,3}) TAHUN (20[0-9]{2})\b", re.IGNORECASE)
BATAS_KODE = 40
"""Rows from the top in which a visible kode formulir is looked for."""
_POLOS = Rinci()
_JAM_SETEMPAT = re.compile("LibreOffice|OpenOffice|Collabora|NeoOffice", re.IGNORECASE)
_KODE_FOOTER = re.compile(r'&"[^"]*"|&[0-9]+|&[A-Z]')
_RUSAK = (
    CalamineError,
    ExpatError,
    etree.XMLSyntaxError,
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    NotImplementedError,
    OSError,
    EOFError,
)


def read_buku(isi: bytes, nama: str, tata: Sequence[Tabel]) -> BukuTerbaca:
    """Everything we take from one file that may hold these tables; BerkasDitolak where it can't be
    read.

    Runs in a worker process: a hostile file may abort it.
    """
    jenis = find_jenis(isi)
    isi = build_baku(isi) if jenis in ("xlsx", "xlsm") else isi
    if jenis is None:
        asing = Wujud.ASING
        temuan = Temuan(Kode.BERKAS_001, nama=nama, sebab=asing.apa, cara=asing.cara)
        raise BerkasDitolak(temuan)
    try:
        return _read_buku(isi, jenis, tata)
    except PasswordError:
        raise BerkasDitolak(Temuan(Kode.BERKAS_004, nama=nama)) from None
    except SelPanjangError as s:
        letak = Letak(s.lembar, s.alamat)
        raise BerkasDitolak(Temuan(Kode.BERKAS_170, letak, nama=nama, jumlah=s.jumlah)) from None
    except BerdtdError:
        temuan = Temuan(Kode.BERKAS_009, nama=nama, sebab=SEBAB_BERKAS["dtd"])
        raise BerkasDitolak(temuan) from None
    except LembarKembarError:
        temuan = Temuan(Kode.BERKAS_009, nama=nama, sebab=SEBAB_BERKAS["lembar_kembar"])
        raise BerkasDitolak(temuan) from None
    except _RUSAK as sebab:
        temuan = Temuan(Kode.BERKAS_003, nama=nama, sebab=SEBAB_BERKAS["tak_terbaca"])
        raise BerkasDitolak(temuan) from sebab


def _read_buku(isi: bytes, jenis: str, tata: Sequence[Tabel]) -> BukuTerbaca:
    if jenis != "xls":  # first: a part that unpacks to more than it says never reaches a reader
        with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
            check_utuh(zip_)
            check_lembar(zip_)
    judul = {j for t in tata for j in build_judul(t)}
    lembaran = read_lembaran(isi, judul)
    check_nama([m.nama for m in lembaran])
    calon = find_tabel(lembaran, tata)
    kode = list(_find_kode(lembaran, calon))
    masa = tuple(dict.fromkeys(_find_masa(lembaran, calon)))
    if jenis == "xls":
        buku = _build_buku(jenis, lembaran, calon, {}, kode)
        buku.muatan, buku.masa = find_muatan_xls(isi), masa
        return buku
    with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
        rincian = _read_rincian(zip_, jenis, calon)
        subjek, tersimpan, is_utc = _read_sifat(zip_)
        is_utc = is_utc and jenis != "ods" and not _is_waktu_setempat(zip_)
        kode += find_kode(subjek)
        if not kode:
            kode = list(_find_kode_footer(zip_, jenis))
        buku = _build_buku(jenis, lembaran, calon, rincian, kode)
        gambar = tuple(
            i.CRC
            for i in zip_.infolist()
            if i.filename.lower().startswith(GAMBAR) and not i.is_dir()
        )
        buku.muatan = read_muatan(zip_)
    buku.tersimpan, buku.is_utc, buku.masa = tersimpan, is_utc, masa
    buku.sidik_gambar = gambar
    buku.jumlah_gambar = len(gambar)
    return buku


def read_lembaran(isi: bytes, judul: Collection[str]) -> list[LembaranTerbaca]:
    """Every sheet by the fast reader; an error value that it doesn't know costs no more than its
    cell. `judul` are headings (normalised), which never spread over merged rows."""
    try:
        return _read_lembaran(isi, judul)
    except CalamineError as sebab:
        if isinstance(sebab, PasswordError) or not is_zip(isi):
            raise
    return _read_lembaran(replace_galat(isi), judul)


def find_kode(teks: str) -> list[str]:
    """Every kode formulir in a text."""
    return [cocok.group(0) for cocok in POLA_KODE.finditer(teks)]


def _read_lembaran(isi: bytes, judul: Collection[str]) -> list[LembaranTerbaca]:
    buku = CalamineWorkbook.from_filelike(io.BytesIO(isi))
    kotak_ods: dict[str, list[Kotak]] | None = None
    hasil = []
    for i, m in enumerate(buku.sheets_metadata):
        if m.typ != SheetTypeEnum.WorkSheet:
            continue
        lembar = buku.get_sheet_by_index(i)
        baris, kotak = lembar.to_python(skip_empty_area=False), lembar.merged_cell_ranges
        if kotak is None:  # the fast reader doesn't know them in an .ods
            kotak_ods = read_kotak_ods(isi) if kotak_ods is None else kotak_ods
            kotak = kotak_ods.get(m.name, [])
        gabungan = spread_isi(baris, kotak, judul)
        hasil.append(
            LembaranTerbaca(m.name, m.visible == SheetVisibleEnum.Visible, baris, gabungan)
        )
    return hasil


def _read_rincian(
    zip_: zipfile.ZipFile, jenis: str, calon: Sequence[Calon]
) -> dict[str, RinciLembar]:
    daerah: dict[str, Daerah] = {}
    for c in calon:
        lama = daerah.get(c.lembar.nama, Daerah(frozenset(), 0, 0))
        daerah[c.lembar.nama] = Daerah(
            lama.kolom | frozenset(c.kolom.values()),
            max(lama.akhir, c.akhir),
            max(lama.akhir_isi, c.akhir_isi),
        )
    baca = read_rincian_ods if jenis == "ods" else read_rincian_xlsx
    return baca(zip_, daerah) if daerah else {}


def _build_buku(
    jenis: str,
    lembaran: Sequence[LembaranTerbaca],
    calon: Sequence[Calon],
    rincian: dict[str, RinciLembar],
    kode: Sequence[str],
) -> BukuTerbaca:
    tabel: dict[str, list[TabelTerbaca]] = {}
    for c in sorted(calon, key=lambda c: not c.lembar.tampak):
        tabel.setdefault(c.tabel, []).append(_build_tabel(c, rincian.setdefault(c.lembar.nama, {})))
    return BukuTerbaca(
        jenis=jenis,
        lembar=tuple(lm.nama for lm in lembaran),
        tabel=tabel,
        kode=tuple(dict.fromkeys(kode)),
    )


def _build_tabel(calon: Calon, rincian: RinciLembar) -> TabelTerbaca:
    huruf = [(nama, k, build_huruf(k + 1)) for nama, k in calon.kolom.items()]
    lembar = calon.lembar.nama
    spread_rincian(rincian, calon.lembar.gabungan)
    galat = {b for (b, _), rinci in rincian.items() if rinci.galat is not None}
    kosong = calon.kosong - galat

    def build_baris(b: int) -> dict[str, Sel]:
        isi, nomor = calon.lembar.isi[b], str(b + 1)
        return {
            nama: _hitung(build_sel(isi[k], lembar, h + nomor, rincian.get((b, k), _POLOS)))
            for nama, k, h in huruf
        }

    return TabelTerbaca(
        nama=calon.tabel,
        lembar=lembar,
        kolom=tuple(calon.kolom),
        baris={kunci: build_baris(b) for kunci, b in calon.baris.items() if b not in kosong},
        liar=[build_baris(b) for b in calon.liar],
        kunci_liar=tuple(calon.kunci_liar.get(b) for b in calon.liar),
        kunci_ganda=calon.ganda,
        lewat_judul=calon.lewat_judul,
        kosong=tuple(kunci for kunci, b in calon.baris.items() if b in kosong),
        rentang=_find_rentang(calon),
        huruf={nama: h for nama, _, h in huruf},
        kembar=tuple(_list_kembar(calon)),
        kolom_berjudul=calon.kolom_berjudul,
        tampak=calon.lembar.tampak,
    )


def _find_rentang(calon: Calon) -> tuple[int, int] | None:
    if calon.lewat_judul or not calon.baris:
        return None
    nomor = calon.baris.values()
    return min(nomor) + 1, max(nomor) + 1


def _list_kembar(calon: Calon) -> Iterator[tuple[str, str, bool]]:
    """The columns that stand twice, compared over all rows of the table."""
    for nama, k in calon.kembar:
        pertama = calon.kolom[nama]
        baris = [calon.lembar.isi[b] for b in (*calon.baris.values(), *calon.liar)]
        beda = any(str(b[pertama]).strip() != str(b[k]).strip() for b in baris)
        yield nama, f"{build_huruf(pertama + 1)}, {build_huruf(k + 1)}", beda


def _hitung(sel: Sel) -> Sel:
    """A sum of typed numbers that its program kept no value of, with the value it gives."""
    if sel.rumus and sel.nilai is None and sel.galat is None and not sel.gambar:
        return sel._replace(nilai=read_hitungan(sel.rumus))
    return sel


def build_sel(mentah: Any, lembar: str, alamat: str, rinci: Rinci) -> Sel:
    """A cell from its value as the fast reader has it and what stands behind it."""
    nilai = build_nilai(mentah)
    if isinstance(nilai, str):
        nilai = clean_teks(nilai, lembar, alamat)
    galat = rinci.galat or find_galat(nilai, berumus=rinci.rumus is not None)
    if rinci is _POLOS and galat is None:
        return Sel(nilai, lembar, alamat)
    if galat is not None or rinci.gambar:
        nilai = None
    angka = nilai if isinstance(nilai, float) else None
    return Sel(
        nilai,
        lembar,
        alamat,
        rinci.rumus,
        persen=angka is not None and (rinci.persen or is_format_persen(rinci.format, angka)),
        galat=None if rinci.gambar else galat,
        terlihat=_find_terlihat(nilai, rinci),
        tautan=rinci.tautan,
        coret=rinci.coret and nilai is not None,
        gambar=rinci.gambar,
        samar=_find_samar(nilai, rinci),
        gabungan=rinci.gabungan,
    )


def _find_samar(nilai: Nilai, rinci: Rinci) -> str | None:
    """The other number that the eye reads: none at all of a number in white on white."""
    if rinci.putih and nilai:
        return ""
    return (
        find_samar(nilai, rinci.format)
        if isinstance(nilai, float) and rinci.format
        else rinci.samar
    )


def _find_terlihat(nilai: Nilai, rinci: Rinci) -> str | None:
    """What a cell shows where that isn't its plain value; of a text, what isn't struck through."""
    if isinstance(nilai, str):
        return (rinci.sisa or "") if rinci.coret else None
    return rinci.terlihat or render_terlihat(nilai, rinci.format)


def build_nilai(mentah: Any) -> Nilai:
    """A value of the fast reader as ours: blanks as None, whole numbers as float."""
    if mentah is None or mentah == "":
        return None
    if mentah.__class__ is int:
        return float(mentah)
    nilai: Nilai = mentah
    return nilai


def _find_kode(lembaran: Sequence[LembaranTerbaca], calon: Sequence[Calon]) -> Iterator[str]:
    """Visible cells above the tables first, then the hidden sheets."""
    for lembar in sorted(lembaran, key=lambda lm: not lm.tampak):
        awal = min((c.awal for c in calon if c.lembar is lembar), default=BATAS_KODE + 1)
        for baris in lembar.isi[: min(awal, BATAS_KODE + 1)]:
            for v in baris:
                if v.__class__ is str and "/R" in v:
                    yield from find_kode(v)


def _find_masa(
    lembaran: Sequence[LembaranTerbaca], calon: Sequence[Calon]
) -> Iterator[tuple[int, int]]:
    """Triwulan and year in the titles above the tables that a person sees."""
    for c in calon:
        if c.lembar.tampak:
            for baris in c.lembar.isi[: min(c.awal, BATAS_KODE)]:
                for v in baris:
                    if v.__class__ is str and (cocok := _MASA.search(v)):
                        yield ROMAWI.index(cocok[1].upper()) + 1, int(cocok[2])


def _find_kode_footer(zip_: zipfile.ZipFile, jenis: str) -> Iterator[str]:
    """The kode printed at the foot of the pages: the last resort."""
    if jenis == "ods":
        teks = " ".join(map(str, parse(zip_.read("styles.xml")).itertext()))
        yield from find_kode(teks)
        return
    for bagian in find_bagian_lembar(zip_).values():
        ekor = zip_.read(bagian).rpartition(b"sheetData")[2].decode("utf-8", "replace")
        yield from find_kode(_KODE_FOOTER.sub(" ", html.unescape(ekor)))


def _read_sifat(zip_: zipfile.ZipFile) -> tuple[str, dt.datetime | None, bool]:
    """The subject, the time of the last save (UTC, naive), and whether that names its time zone."""
    ada = {n.lower(): n for n in zip_.namelist()}
    bagian = ada.get("docprops/core.xml") or ada.get("meta.xml")
    if bagian is None:
        return "", None, False
    sifat: dict[str, str] = {}
    for el in parse(zip_.read(bagian)).iter("{*}subject", "{*}modified", "{*}date"):
        sifat[etree.QName(el).localname] = el.text or ""
    waktu = _read_waktu(sifat.get("modified") or sifat.get("date", ""))
    berzona = waktu is not None and waktu.tzinfo is not None
    if waktu is not None and waktu.tzinfo is not None:
        waktu = waktu.astimezone(dt.UTC).replace(tzinfo=None)
    return sifat.get("subject", ""), waktu, berzona


def _is_waktu_setempat(zip_: zipfile.ZipFile) -> bool:
    """Whether the program that saved the file writes local time and calls it UTC."""
    nama = next((n for n in zip_.namelist() if n.lower() == "docprops/app.xml"), None)
    program = "" if nama is None else " ".join(map(str, parse(zip_.read(nama)).itertext()))
    return bool(_JAM_SETEMPAT.search(program))


def _read_waktu(teks: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(teks.strip())
    except ValueError:
        return None
