"""The sample's Kabid and Kepala Dinas fill Renaksi forms that are accepted as they are."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.contoh.renaksi import build_kiriman_renaksi, fill_renaksi
from sopkinerja.formulir.edaran import Urusan
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.laporan.terbit import read_jawaban
from sopkinerja.mandat.pembekuan import apply_tetapkan
from sopkinerja.mandat.tetapkan import plan_tetapkan
from sopkinerja.mulai import create_ruang
from sopkinerja.penerimaan.jalankan import run_terima
from sopkinerja.renaksi.langkah import read_renaksi
from sopkinerja.renaksi.terbit import issue_renaksi
from sopkinerja.ruang import Pengaturan, Ruang, build_waktu

SIMPAN = dt.datetime(2026, 3, 4, 3)


def issue(ruang: Ruang, triwulan: Triwulan, tanggal: dt.date) -> dict[str, Path]:
    with Agenda(ruang.berkas_agenda) as agenda:
        issue_renaksi(
            Urusan(ruang, agenda, build_contoh(), triwulan, build_waktu(tanggal), Pengaturan()),
            read_jawaban(agenda, 2026, triwulan.sampai_dengan()[:-1]),
        )
        terbitan = agenda.read_terbitan_triwulan(Formulir.RENAKSI, 2026, triwulan)
    return {t.identitas.jabatan: ruang.akar / t.berkas for t in terbitan}


def test_diterima_semua_dan_dilanjutkan(tmp_path: Path) -> None:
    """Nine forms, none faulty; in TW II what nobody called done is carried on under its kunci."""
    ruang = Ruang(tmp_path / "ruang")
    create_ruang(ruang, build_contoh())
    with Agenda(ruang.berkas_agenda) as agenda:
        apply_tetapkan(agenda, plan_tetapkan(build_contoh(), [], dt.date(2026, 2, 27)))
    formulir = issue(ruang, Triwulan.I, dt.date(2026, 3, 2))
    assert len(formulir) == 9
    assert fill_renaksi(formulir["PLN"], SIMPAN) == fill_renaksi(formulir["PLN"], SIMPAN)
    build_kiriman_renaksi(formulir, ruang.inbox, SIMPAN)
    kiriman = run_terima(ruang, build_waktu(dt.date(2026, 3, 5))).rencana.kiriman
    assert [(k.putusan, k.temuan) for k in kiriman] == [(Putusan.DITERIMA, ())] * 9
    kedua = issue(ruang, Triwulan.II, dt.date(2026, 4, 20))
    build_kiriman_renaksi({"PLN": kedua["PLN"]}, ruang.inbox, dt.datetime(2026, 4, 21, 3))
    (satu,) = run_terima(ruang, build_waktu(dt.date(2026, 4, 22))).rencana.kiriman
    assert satu.putusan is Putusan.DITERIMA
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        lama, baru = (
            [s.kunci for s in read_renaksi(agenda, 2026, t)["PLN"].langkah]
            for t in (Triwulan.I, Triwulan.II)
        )
        (anggaran, *_) = read_renaksi(agenda, 2026, Triwulan.I)["PLN"].langkah
    assert baru[: len(lama)] == lama
    assert {k[:3] for k in baru[len(lama) :]} == {"TW2"}
    assert anggaran.anggaran
