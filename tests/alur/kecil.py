"""A small OPD in a real workspace, and an officer's hands that type into issued forms."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.formulir.edaran import Urusan
from sopkinerja.istilah import Formulir, Kepegawaian, Level, Triwulan
from sopkinerja.laporan.formulir import NAMA_TEMPLAT
from sopkinerja.laporan.jenis import LAPORAN as LAPORAN_JENIS
from sopkinerja.laporan.model import IsiUtuh, LaporanUtuh
from sopkinerja.lembar.templat import Templat, find_templat
from sopkinerja.mandat.pembekuan import apply_tetapkan
from sopkinerja.mandat.referensi import read_referensi, write_referensi
from sopkinerja.mandat.tetapkan import plan_tetapkan
from sopkinerja.matriks.bahan import build_bahan
from sopkinerja.matriks.model import Bahan
from sopkinerja.mulai import create_ruang
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import BarisDpa, Jabatan, Opd, Pegawai, Referensi, Unit
from sopkinerja.penerimaan.jalankan import HasilTerima, run_terima
from sopkinerja.ruang import Pengaturan, Ruang, build_waktu
from sopkinerja.triwulan.terbit_laporan import issue_laporan

OPD = Opd(
    tahun=2026, nama="Dinas Contoh", singkatan="Dinas Contoh", pemda="Provinsi Contoh",
    tempat="Palu", nomor_sop="000/contoh", kasubag_program="SUB-01",
    atasan_nama="Gubernur Contoh", atasan_jabatan="Gubernur",
)  # fmt: skip
JABATAN = (
    ("KADIS", "Kepala Dinas", Level.KEPALA_DINAS, None),
    ("SUB-01", "Kepala Subbagian Program", Level.KASUBAG, "KADIS"),
    ("BID-01", "Kepala Bidang Contoh", Level.KABID, "KADIS"),
    ("STF-01", "Pengelola Data", Level.JFU, "BID-01"),
)
TERBIT = dt.date(2026, 3, 2)
KEMBALI = dt.date(2026, 4, 7)


def build_referensi(
    indikator: tuple[Indikator, ...], dpa: tuple[BarisDpa, ...] = (), opd: Opd = OPD
) -> Referensi:
    """Four chairs in one unit, each held by a sample person."""
    return Referensi(
        opd=opd,
        unit=(Unit(kode="SET", nama="Sekretariat"),),
        jabatan=tuple(
            Jabatan(kode=k, nama=n, level=lv, unit="SET", atasan=a) for k, n, lv, a in JABATAN
        ),
        pegawai=tuple(
            Pegawai(
                nip=f"19800101200501{ke:04d}",
                nama=f"Pegawai {kode} (contoh)",
                kepegawaian=Kepegawaian.PNS,
                golongan="III/d",
                jabatan=kode,
            )
            for ke, (kode, *_) in enumerate(JABATAN, 1001)
        ),
        dpa=dpa,
        mandat=indikator,
    )


def create_kecil(
    folder: Path,
    indikator: tuple[Indikator, ...],
    dpa: tuple[BarisDpa, ...] = (),
    opd: Opd = OPD,
) -> Ruang:
    """A workspace whose mandat is frozen; no form is issued yet."""
    ruang, referensi = Ruang(folder), build_referensi(indikator, dpa, opd)
    ruang.akar.mkdir(exist_ok=True)
    write_referensi(ruang.berkas_referensi, referensi)
    create_ruang(ruang)
    with Agenda(ruang.berkas_agenda) as agenda:
        apply_tetapkan(agenda, plan_tetapkan(referensi, [], dt.date(2026, 2, 27)))
    return ruang


def read_referensi_kecil(ruang: Ruang) -> Referensi:
    """What the workspace's referensi says; it must hold no galat."""
    referensi, temuan = read_referensi(ruang.berkas_referensi)
    assert referensi is not None, [t.pesan for t in temuan]
    return referensi


def issue(
    ruang: Ruang, triwulan: Triwulan = Triwulan.I, tanggal: dt.date = TERBIT
) -> dict[str, Path]:
    """Issues the forms of a triwulan; the newest file of each jabatan."""
    with Agenda(ruang.berkas_agenda) as agenda:
        issue_laporan(
            Urusan(
                ruang, agenda, read_referensi_kecil(ruang), triwulan, build_waktu(tanggal),
                Pengaturan(),
            )
        )  # fmt: skip
        return find_formulir(ruang, agenda, triwulan)


def find_formulir(ruang: Ruang, agenda: Agenda, triwulan: Triwulan) -> dict[str, Path]:
    """The newest form handed out to each jabatan, correction forms included."""
    terbitan = agenda.read_terbitan_triwulan(Formulir.LAPORAN, 2026, triwulan)
    return {t.identitas.jabatan: ruang.akar / t.berkas for t in terbitan}


def build_templat() -> Templat:
    """The shipped template, compiled."""
    return LAPORAN_JENIS.compile_templat(find_templat(NAMA_TEMPLAT, None))


def build_alamat(
    formulir: Path, isian: Mapping[tuple[str, str, str], Any]
) -> dict[tuple[str, str], Any]:
    """{(tabel, baris, kolom): value} as {(sheet, cell): value}, found by the form's hidden keys."""
    tempat = find_tempat(openpyxl.load_workbook(formulir))
    return {tempat[k]: nilai for k, nilai in isian.items()}


def find_tempat(buku: Workbook) -> dict[tuple[str, str, str], tuple[str, str]]:
    """Sheet and cell of every (tabel, baris, kolom) of a form."""
    tempat: dict[tuple[str, str, str], tuple[str, str]] = {}
    for lembar in buku.worksheets:
        for baris in lembar.iter_rows():
            for sel in baris:
                if isinstance(sel.value, str) and sel.value.startswith("kunci:"):
                    tabel = sel.value.removeprefix("kunci:")
                    _catat(lembar, sel, tabel, tempat)
    return tempat


def _catat(lembar: Any, jangkar: Any, tabel: str, tempat: dict[Any, tuple[str, str]]) -> None:
    kolom = {
        s.value: s.column
        for s in lembar[jangkar.row]
        if isinstance(s.value, str) and s.column != jangkar.column
    }
    for nomor in range(jangkar.row + 1, lembar.max_row + 1):
        kunci = lembar.cell(nomor, jangkar.column).value
        if kunci is None:
            continue
        if isinstance(kunci, str) and kunci.startswith("kunci:"):
            break
        for nama, k in kolom.items():
            tempat[tabel, str(kunci), nama] = (lembar.title, lembar.cell(nomor, k).coordinate)


def ketik(formulir: Path, isian: Mapping[tuple[str, str, str], Any], tujuan: Path) -> Path:
    """Types values by key with openpyxl and saves under another name; locked cells are refused."""
    buku = openpyxl.load_workbook(formulir)
    tempat = find_tempat(buku)
    for kunci, nilai in isian.items():
        lembar, alamat = tempat[kunci]
        sel = buku[lembar][alamat]
        assert not sel.protection.locked, f"{lembar}!{alamat} is locked"
        sel.value = nilai
    isi = io.BytesIO()
    buku.save(isi)
    tujuan.write_bytes(isi.getvalue())
    return tujuan


def terima(ruang: Ruang, tanggal: dt.date = KEMBALI, **pilihan: bool) -> HasilTerima:
    """One run of terima on that day."""
    return run_terima(ruang, build_waktu(tanggal), **pilihan)


def gather(ruang: Ruang, triwulan: Triwulan = Triwulan.I, tanggal: dt.date = KEMBALI) -> Bahan:
    """The matrix' material as of that day."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return build_bahan(
            agenda, read_referensi_kecil(ruang), triwulan, build_waktu(tanggal), Pengaturan()
        )


def read_utuh(ruang: Ruang) -> LaporanUtuh:
    """What the last quarterly return of TW I held, its Catatan too."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        semua = agenda.read_kiriman_triwulan(Formulir.LAPORAN, 2026, Triwulan.I)
    return IsiUtuh.model_validate_json(semua[-1].hasil).laporan
