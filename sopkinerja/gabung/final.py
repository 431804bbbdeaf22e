"""What a register says of a closed triwulan: the rows and scores of its FINAL matrix, once more held
against what was printed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from pydantic import ValidationError

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.cetakan import CetakanTercatat
from sopkinerja.agenda.jurnal import build_program
from sopkinerja.agenda.model import Peristiwa
from sopkinerja.gabung.model import (
    BarisOpd,
    CetakanFinal,
    Luar,
    OpdTutup,
    Periode,
    Sumber,
)
from sopkinerja.gabung.tercetak import find_lain
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.laporan.model import FormulirLaporan
from sopkinerja.lembar.cap import build_slug
from sopkinerja.lhe.halaman import read_sel
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.beku import parse_beku
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.lembar_matriks import KOLOM
from sopkinerja.matriks.matriks import Matriks, build_matriks
from sopkinerja.temuan import Temuan
from sopkinerja.triwulan.tutup import CETAKAN
from sopkinerja.tulisan import render_tanggal

Cari = Callable[[CetakanTercatat], bytes | None]
"""The bytes of a printing as they were kept; None where they are gone or others."""
MATRIKS = "Matriks_Akumulasi"
PALING_SEBUT = 3


def read_opd(agenda: Agenda, sumber: Sumber, periode: Periode, cari: Cari) -> OpdTutup | Luar:
    """The OPD of a register as it was closed; Luar with the reason where it doesn't count."""
    tahun, triwulan = periode
    ada = agenda.read_daftar_tahun()
    if tahun not in ada:
        sebut = f"tahun {', '.join(map(str, ada))}" if ada else "belum ada mandat yang ditetapkan"
        nama = Path(sumber.tempat).name
        return Luar.build(sumber, nama, periode, Kode.GABUNG_384, ada=sebut)
    riwayat = agenda.read_peristiwa(tahun)
    akhir = next((p for p in reversed(riwayat) if p.triwulan is triwulan), None)
    if akhir and akhir.tindakan == "tutup":
        return _read_tutup(agenda, sumber, periode, cari, akhir)
    nama = find_nama(agenda, sumber, periode)
    if akhir:
        hari, alasan = render_tanggal(akhir.waktu.date()), akhir.alasan
        return Luar.build(sumber, nama, periode, Kode.GABUNG_381, hari=hari, alasan=alasan)
    sudah = ", ".join(f"TW {t.romawi}" for t in sorted(agenda.read_tutup(tahun)))
    return Luar.build(sumber, nama, periode, Kode.GABUNG_380, sudah=sudah or "belum ada")


def _read_tutup(
    agenda: Agenda, sumber: Sumber, periode: Periode, cari: Cari, akhir: Peristiwa
) -> OpdTutup | Luar:
    """A closed triwulan, out of the material that was frozen."""
    isi = agenda.read_beku(*periode) or ""
    try:
        bahan = parse_beku(isi)
    except (ValidationError, ValueError, KeyError, TypeError):
        sebab = "susunannya lain" if isi else "belum menyimpan angka FINAL"
        nama, program = find_nama(agenda, sumber, periode), build_program()
        return Luar.build(sumber, nama, periode, Kode.GABUNG_385, sebab=sebab, program=program)
    matriks, cetakan = build_matriks(bahan), _list_cetakan(agenda, periode)
    lain = _find_lain(matriks, cetakan, cari)
    if lain:
        sebab = "; ".join(lain[:PALING_SEBUT])
        return Luar.build(sumber, bahan.opd.nama, periode, Kode.GABUNG_387, sebab=sebab)
    opd = _build(matriks, sumber, cetakan, akhir)
    terbuka = _find_terbuka(agenda, periode)
    return replace(
        opd,
        sidik=hashlib.sha256(isi.encode()).hexdigest(),
        catatan=tuple(_build_catatan(opd.nama, t) for t in terbuka),
    )


def _build(
    matriks: Matriks, sumber: Sumber, cetakan: tuple[CetakanTercatat, ...], akhir: Peristiwa
) -> OpdTutup:
    bahan = matriks.bahan
    cap = build_cetakan(bahan)
    return OpdTutup(
        sumber=sumber,
        kunci=build_slug(bahan.opd.singkatan),
        nama=bahan.opd.nama,
        singkatan=bahan.opd.singkatan,
        pemda=bahan.opd.pemda,
        tempat=bahan.opd.tempat,
        ditutup=akhir.waktu,
        revisi=bahan.revisi,
        versi_pk=cap.versi_pk,
        sidik="",
        pengaturan=bahan.pengaturan,
        jabatan=cap.jumlah_jabatan,
        lapor=cap.jumlah_lapor,
        level=matriks.level,
        baris=tuple(_build_baris(matriks, b) for b in matriks.baris),
        final=tuple(CetakanFinal(c.nama, c.sha256) for c in cetakan),
    )


def _build_baris(matriks: Matriks, b: BarisMatriks) -> BarisOpd:
    return BarisOpd(
        level=b.level,
        kode=b.kode,
        indikator=b.indikator.indikator,
        satuan=b.indikator.satuan,
        capaian=b.capaian,
        status=b.status,
        hambatan=b.isian.hambatan,
        rekomendasi=b.isian.rekomendasi,
        sel=tuple(read_sel(matriks, k, b) for k in KOLOM),
    )


def _list_cetakan(agenda: Agenda, periode: Periode) -> tuple[CetakanTercatat, ...]:
    """The last printing of each document that is printed FINAL."""
    semua = (CetakanTercatat._make(c) for c in agenda.read_cetakan())
    milik = [c for c in semua if (c.tahun, c.triwulan) == periode and c.jenis in dict(CETAKAN)]
    return tuple({c.jenis: c for c in sorted(milik, key=lambda c: c.nomor)}.values())


def _find_lain(
    matriks: Matriks, cetakan: tuple[CetakanTercatat, ...], cari: Cari
) -> tuple[str, ...]:
    """The first differences between what was frozen and the FINAL matrix."""
    terakhir = next((c for c in cetakan if c.jenis == MATRIKS), None)
    isi = cari(terakhir) if terakhir else None
    if isi is None:
        return (f"{terakhir.nama} di arsip hilang atau berubah" if terakhir else "tidak tercatat",)
    return tuple(islice(find_lain(matriks.baris, isi), PALING_SEBUT))


def _find_terbuka(agenda: Agenda, periode: Periode) -> Iterator[Triwulan]:
    """Earlier triwulan that were reopened and stand open."""
    tahun, triwulan = periode
    terbuka = agenda.read_pernah_tutup(tahun) - agenda.read_tutup(tahun)
    return (t for t in sorted(terbuka) if t < triwulan)


def _build_catatan(nama: str, terbuka: Triwulan) -> Temuan:
    return Temuan(
        Kode.GABUNG_389,
        opd=nama,
        apa=f"TW {terbuka.romawi} sedang dibuka kembali; angka s.d. triwulan ini dapat berubah.",
        cara="Ulangi gabung sesudah OPD itu menutupnya lagi.",
    )


def find_nama(agenda: Agenda, sumber: Sumber, periode: Periode) -> str:
    """The OPD's name as its newest forms say it; that of the folder or file where none is out."""
    for t in reversed(periode.triwulan.sampai_dengan()):
        for terbitan in agenda.read_terbitan_triwulan(Formulir.LAPORAN, periode.tahun, t)[:1]:
            return FormulirLaporan.model_validate_json(terbitan.isi).opd
    return Path(sumber.tempat).name
