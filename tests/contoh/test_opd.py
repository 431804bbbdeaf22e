"""The sample OPD: big and varied enough to try everything on, and free of galat."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from sopkinerja.contoh.opd import build_contoh
from sopkinerja.istilah import (
    Aspek,
    JenisKerja,
    Kedudukan,
    Kepegawaian,
    Konsolidasi,
    Level,
    Polaritas,
    Rentang,
    Triwulan,
)
from sopkinerja.lembar.cap import POLA_JABATAN

AWAL = dt.date(2026, 1, 5)


def test_ukuran() -> None:
    contoh = build_contoh()
    assert 55 <= len(contoh.jabatan) <= 65
    assert {j.level for j in contoh.jabatan} == set(Level)
    assert len({j.unit for j in contoh.jabatan}) >= 8
    jumlah = Counter(i.jabatan for i in contoh.mandat)
    assert set(jumlah) == {j.kode for j in contoh.jabatan}
    assert all(3 <= n <= 10 for n in jumlah.values())
    assert all(POLA_JABATAN.fullmatch(j.kode) for j in contoh.jabatan)


def test_setiap_jenis_indikator() -> None:
    mandat = build_contoh().mandat
    pasangan = {(i.polaritas, i.konsolidasi) for i in mandat}
    semua = {(p, k) for p in Polaritas for k in Konsolidasi}
    assert pasangan == semua - {(Polaritas.RENTANG, Konsolidasi.JUMLAH)}
    assert any(i.target_tw == (0, 0, 1, 0) for i in mandat)
    assert any(i.polaritas is Polaritas.TURUN and i.target(Triwulan.I) == 0 for i in mandat)
    assert any(i.target(Triwulan.I) is None for i in mandat)
    assert any(isinstance(i.target_tahun, Rentang) for i in mandat)
    assert any(i.data_menyusul for i in mandat)
    assert any(i.bobot for i in mandat)
    assert {i.aspek for i in mandat} == set(Aspek)
    assert {i.jenis for i in mandat} == set(JenisKerja)
    assert all("Formulasi:" in i.definisi for i in mandat if i.jabatan == "KADIS")
    assert not any("tera" in i.indikator.casefold().split() for i in mandat)


def test_pegawai() -> None:
    contoh = build_contoh()
    assert max(Counter(j.nama for j in contoh.jabatan).values()) >= 3
    assert {p.kepegawaian for p in contoh.pegawai} == set(Kepegawaian)
    assert [j.kode for j in contoh.jabatan if contoh.pemangku(j.kode, AWAL) is None] == ["PKN-04"]
    (plt,) = [p for p in contoh.pegawai if p.kedudukan is Kedudukan.PLT]
    assert len([p for p in contoh.pegawai if p.nip == plt.nip]) == 2
    assert all("(contoh)" in p.nama for p in contoh.pegawai)
    nip = {p.nip: p.nama for p in contoh.pegawai if p.nip}
    assert len(set(nip.values())) == len(nip)
    assert all(len(n) == 18 for n in nip)


def test_anggaran_dan_renstra() -> None:
    contoh = build_contoh()
    program = {d.kode for d in contoh.dpa if d.kode.count(".") == 2}
    assert program == {f"3.30.0{n}" for n in range(2, 8)} | {f"3.31.0{n}" for n in range(2, 5)}
    sub = [d for d in contoh.dpa if d.kode.count(".") == 5]
    assert all(d.penanggung_jawab and d.pagu > 0 for d in sub)
    assert sum(d.pagu for d in contoh.dpa if d.kode in program) == sum(d.pagu for d in sub)
    assert {i.renstra for i in contoh.mandat if i.renstra} == {r.kode for r in contoh.renstra}
