"""Opening what an OPD is read from: its workspace, or a bundle that is proved first.

Of a workspace only the register is read, and of arsip/ the FINAL matrix; no form is opened.
"""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.cetakan import CetakanTercatat
from sopkinerja.agenda.isi import hash_berkas
from sopkinerja.agenda.jurnal import check_rantai
from sopkinerja.bundel.buka import Bundel
from sopkinerja.bundel.periksa import HasilBundel, check_bundel
from sopkinerja.bundel.pulih import build_register
from sopkinerja.gabung.final import read_opd
from sopkinerja.gabung.model import JenisSumber, Luar, OpdTutup, Periode, Sumber
from sopkinerja.istilah import Triwulan
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.kesalahan import RuangDipakai, SopKinerjaError
from sopkinerja.ruang import Ruang
from sopkinerja.temuan import Temuan

AGENDA = "sopkinerja.db"


def read_sumber(jalur: Path, periode: Periode) -> OpdTutup | Luar:
    """One OPD as it was closed; Luar with the reason where it doesn't count."""
    jenis = JenisSumber.RUANG if jalur.is_dir() else JenisSumber.BUNDEL
    sumber = Sumber(jenis, str(jalur))
    if not jalur.exists():
        sebab = "folder atau berkas itu tidak ada."
        return Luar.build(sumber, jalur.name, periode, Kode.GABUNG_382, sebab=sebab)
    read = _read_ruang if jenis is JenisSumber.RUANG else _read_bundel
    try:
        return read(jalur, sumber, periode)
    except RuangDipakai:
        return Luar.build(sumber, jalur.name, periode, Kode.GABUNG_388)
    except (SopKinerjaError, sqlite3.Error, OSError) as galat:
        return Luar.build(sumber, jalur.name, periode, Kode.GABUNG_382, sebab=_render(galat))


def _render(galat: Exception) -> str:
    pesan = Agenda.build_pesan(galat) if isinstance(galat, sqlite3.Error) else None
    return pesan or str(galat)


def _read_ruang(jalur: Path, sumber: Sumber, periode: Periode) -> OpdTutup | Luar:
    ruang = Ruang(jalur)
    if not ruang.berkas_agenda.is_file():
        raise SopKinerjaError(f"{AGENDA} tidak ada di folder itu.")
    with ruang.kunci_baca(), Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        sumber = sumber._replace(sha256=hash_berkas(ruang.berkas_agenda))
        return read_opd(agenda, sumber, periode, lambda c: _read_arsip(ruang, c))


def _read_arsip(ruang: Ruang, cetakan: CetakanTercatat) -> bytes | None:
    """A printing as arsip/ keeps it; None where it is gone or another one."""
    try:
        isi = (ruang.akar / cetakan.arsip).read_bytes()
    except OSError:
        return None
    return isi if hashlib.sha256(isi).hexdigest() == cetakan.sha256 else None


def _read_bundel(jalur: Path, sumber: Sumber, periode: Periode) -> OpdTutup | Luar:
    """A bundle is read only where everything in it fits."""
    sumber = sumber._replace(sha256=hash_berkas(jalur))
    with Bundel(jalur) as bundel:
        isi = bundel.manifest
    if (isi.tahun, isi.triwulan) != periode:
        ada = f"bundel {Periode(isi.tahun, Triwulan(isi.triwulan)).render()}"
        return Luar.build(sumber, isi.opd, periode, Kode.GABUNG_384, ada=ada)
    with tempfile.TemporaryDirectory(prefix="gabung-") as folder:
        hasil = check_bundel(jalur, Ruang(Path(folder)))
        if hasil.is_salah:
            galat = [t.pesan for t in hasil.temuan if t.tingkat is Tingkat.GALAT]
            return Luar.build(
                sumber, isi.opd, periode, Kode.GABUNG_386, banyak=len(galat), sebab=galat[0]
            )
        return _read_terbukti(jalur, sumber, periode, hasil, Path(folder) / AGENDA)


def _read_terbukti(
    jalur: Path, sumber: Sumber, periode: Periode, hasil: HasilBundel, register: Path
) -> OpdTutup | Luar:
    """The register of a proved bundle, built from its journal in a folder of its own."""
    with Bundel(jalur) as bundel:
        build_register(tuple(check_rantai(bundel.read_jurnal())), register)

        def cari(cetakan: CetakanTercatat) -> bytes | None:
            berkas = bundel.find(cetakan.arsip)
            return bundel.read(berkas) if berkas else None

        with Agenda(register, baca_saja=True) as agenda:
            opd = read_opd(agenda, sumber, periode, cari)
    if isinstance(opd, Luar) or not hasil.is_sebagian:
        return opd
    return replace(opd, catatan=(*opd.catatan, _build_sebagian(opd.nama)))


def _build_sebagian(nama: str) -> Temuan:
    return Temuan(
        Kode.GABUNG_389,
        opd=nama,
        apa="bundelnya terbukti sebagian: ada cetakan atau kiriman yang hanya dibuktikan sidik berkasnya (SHA-256).",
        cara="Lihat rinciannya: sopkinerja bundel --periksa.",
    )


def list_tahun(jalur: Path, triwulan: Triwulan) -> frozenset[int]:
    """The years in which a source has that triwulan closed, else those that it has a mandat of; none
    where it can't be read."""
    ada = list_tutup(jalur)
    tutup = frozenset(tahun for tahun, t in ada if t is triwulan)
    return tutup or frozenset(tahun for tahun, _ in ada)


def list_tutup(jalur: Path) -> frozenset[tuple[int, Triwulan | None]]:
    """Year and triwulan of all that a source has closed, and each year that it has a mandat of (None);
    nothing where it can't be read."""
    try:
        if not jalur.is_dir():
            with Bundel(jalur) as bundel:
                return frozenset({(bundel.manifest.tahun, Triwulan(bundel.manifest.triwulan))})
        with Agenda(Ruang(jalur).berkas_agenda, baca_saja=True) as agenda:
            tahun = agenda.read_daftar_tahun()
            tutup = frozenset((y, t) for y in tahun for t in agenda.read_tutup(y))
            return tutup | frozenset((y, None) for y in tahun)
    except (SopKinerjaError, sqlite3.Error, OSError):
        return frozenset()
