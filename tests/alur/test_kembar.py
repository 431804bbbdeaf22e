"""Twins through the real commands: told at terima, in matrix and LHE, until they agree."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cetak.tulis import build_buku
from sopkinerja.contoh.pengisi_mandat import build_ketikan
from sopkinerja.istilah import Putusan, Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.lhe.diminta import build_pilihan
from sopkinerja.lhe.kepatuhan import write_kepatuhan
from sopkinerja.mandat.tabel import MANDAT
from sopkinerja.matriks.buku import write_matriks
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.model import Bahan, CetakanLalu
from sopkinerja.matriks.penyesuaian import build_penyesuaian
from sopkinerja.matriks.peringatan import PASANG, build_peringatan, list_peringatan, render_banyak
from sopkinerja.matriks.terbit import issue_rekap_bawahan
from sopkinerja.matriks.tercetak import build_setahun
from sopkinerja.opd.mandat import Indikator
from sopkinerja.ruang import Ruang
from tests.alur.kecil import (
    KEMBALI,
    build_referensi,
    create_kecil,
    find_formulir,
    gather,
    issue,
    ketik,
    terima,
)
from tests.alur.kiriman import build_indikator, kode
from tests.alur.mandat import create_kosong
from tests.alur.mandat import find_formulir as find_formulir_mandat
from tests.alur.mandat import issue as issue_mandat
from tests.alur.setahun import read_isi

INDUK = {"SUB-01.01": "KADIS.01", "BID-01.01": "KADIS.01", "STF-01.01": "BID-01.01"}


def _build() -> tuple[Indikator, ...]:
    """KADIS, BID-01 and STF-01 carry one and the same; SUB-01 hangs there with other words."""
    daftar = [build_indikator(j) for j in ("KADIS", "BID-01", "STF-01")]
    lain = build_indikator("SUB-01").model_copy(update={"indikator": "Dokumen yang disusun"})
    return tuple(i.model_copy(update={"induk": INDUK.get(i.kode)}) for i in (*daftar, lain))


@pytest.fixture(scope="module")
def terbit(tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    ruang = create_kecil(tmp_path_factory.mktemp("kembar") / "ruang", _build())
    issue(ruang)
    return ruang


@pytest.fixture
def ruang(terbit: Ruang, tmp_path: Path) -> Ruang:
    return Ruang(shutil.copytree(terbit.akar, tmp_path / "ruang"))


def _kirim(ruang: Ruang, jabatan: str, realisasi: float) -> str:
    """Types into the jabatan's form and drops it in inbox/; its name there."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        formulir = find_formulir(ruang, agenda, Triwulan.I)[jabatan]
    baris = f"{jabatan}.01"
    isi = {"realisasi": realisasi, "bukti_dukung": "daftar.pdf", "hambatan": "Hujan.",
           "rekomendasi": "Dijadwalkan ulang."}  # fmt: skip
    nama = f"{jabatan} {realisasi:g}.xlsx"
    ketik(formulir, {("laporan", baris, k): v for k, v in isi.items()}, ruang.inbox / nama)
    return nama


def test_formulir_mandat_diberi_tahu_target_kembarannya(tmp_path: Path) -> None:
    """The subordinate's form against the superior's accepted one, then the other way round."""
    atas, bawah = _build()[:2]
    ruang = create_kosong(tmp_path / "ruang", build_referensi(()))
    lebih = {"target_tahun": 45.0, "target_tw": (10.0, 10.0, 10.0, 15.0)}
    kurang = {"target_tahun": 44.0, "target_tw": (10.0, 10.0, 10.0, 14.0)}
    for nama, indikator, diharap in (
        ("a.xlsx", atas, []),
        ("b.xlsx", bawah.model_copy(update=lebih), ["BID-01.01"]),
        ("c.xlsx", atas.model_copy(update=lebih), []),
        ("d.xlsx", atas.model_copy(update=kurang), ["KADIS.01"]),
    ):  # fmt: skip
        issue_mandat(ruang, dt.date(2026, 1, 5), indikator.jabatan)
        isi = build_ketikan(indikator.model_copy(update={"induk": None}))
        isi |= {"induk": indikator.induk} if indikator.induk else {}
        ketikan = {("mandat", MANDAT.kunci[0], k): v for k, v in isi.items()}
        formulir = find_formulir_mandat(ruang)[indikator.jabatan]
        ketik(formulir, ketikan, ruang.inbox / nama)
        (kiriman,) = terima(ruang, dt.date(2026, 1, 8)).rencana.kiriman
        temuan = [t for t in kiriman.temuan if t.kode is Kode.MANDAT_032]
        assert kiriman.putusan is Putusan.DITERIMA
        assert [t.letak.baris for t in temuan] == [MANDAT.kunci[0]] * len(diharap)
        assert all("Target KADIS.01 berbeda dari BID-01.01" in t.pesan for t in temuan)
        assert all(t.letak.sel for t in temuan)


def _keterangan(bahan: Bahan) -> dict[str, str]:
    return {b.kode: b.keterangan for b in build_matriks(bahan).baris if b.keterangan}


def _kepatuhan(bahan: Bahan) -> str:
    """All text of the LHE's sheet Kepatuhan."""
    isi = BytesIO()
    with build_buku(isi, build_cetakan(bahan), "LHE", "Dinas Contoh") as buku:
        write_kepatuhan(buku, build_matriks(bahan))
    sel = openpyxl.load_workbook(isi)["Kepatuhan"].iter_rows(values_only=True)
    return "\n".join(str(n) for baris in sel for n in baris if n is not None)


def test_dua_yang_datang_bersama_diberi_tahu(ruang: Ruang) -> None:
    a, b = _kirim(ruang, "BID-01", 12), _kirim(ruang, "STF-01", 9)
    rencana = terima(ruang).rencana
    assert "REALISASI_012" in kode(rencana, a)
    assert "REALISASI_012" in kode(rencana, b)
    pesan = {t.pesan for k in rencana.kiriman for t in k.temuan if t.kode.name == "REALISASI_012"}
    assert len(pesan) == 1, "one sentence for one disagreement"
    (temuan,) = (t for t in rencana.kiriman[0].temuan if t.kode.name == "REALISASI_012")
    assert (temuan.letak.lembar, temuan.letak.baris) == (
        "Laporan",
        f"{rencana.kiriman[0].identitas.jabatan}.01",
    )  # type: ignore[union-attr]
    bahan = gather(ruang)
    assert _keterangan(bahan) == {
        "BID-01.01": "beda dengan STF-01.01: Realisasi TW I 12 / 9",
        "STF-01.01": "beda dengan BID-01.01: Realisasi TW I 9 / 12",
    }
    assert any(
        "(BID-01.01 12; STF-01.01 9)" in d.isi
        for d in build_pilihan(build_setahun(build_matriks(bahan)))
    )
    _check_sepasang_satu_baris(bahan)


def _check_sepasang_satu_baris(bahan: Bahan) -> None:
    """In the office's list a pair stands once, with the superior, and is counted once; each side
    has its own where only its jabatan is looked at."""
    matriks, isi = build_matriks(bahan), _kepatuhan(bahan)
    assert "BID-01.01 (Jumlah pembinaan 1 (contoh)) beda dengan STF-01.01" in isi
    assert "beda dengan BID-01.01" not in isi
    banyak = render_banyak(list_peringatan(matriks))
    assert f"berat (termasuk 1 {PASANG})" in banyak
    assert f"{banyak} Yang paling berat lebih dahulu." in isi
    for jabatan in ("BID-01", "STF-01"):
        milik = [p for p in list_peringatan(matriks, {jabatan}) if p.kode is Kode.REALISASI_012]
        assert len(milik) == 1


def test_yang_kemudian_diberi_tahu_dan_yang_dibetulkan_mengakhiri(ruang: Ruang) -> None:
    """Against what is accepted of the other; once mended nobody tells the old difference."""
    satu = _kirim(ruang, "KADIS", 12)
    assert "REALISASI_012" not in kode(terima(ruang).rencana, satu)
    dua = _kirim(ruang, "BID-01", 10)
    assert "REALISASI_012" in kode(terima(ruang).rencana, dua)
    bahan = gather(ruang)
    assert set(_keterangan(bahan)) == {"KADIS.01", "BID-01.01"}
    assert {b[1] for b in build_peringatan(build_matriks(bahan)) if b[4] == "Indikator yang sama, angka berbeda"} == {"KADIS"}  # fmt: skip
    lama, besok = bahan, KEMBALI + dt.timedelta(days=1)
    tiga = _kirim(ruang, "KADIS", 10)
    assert "REALISASI_012" not in kode(terima(ruang, besok).rencana, tiga)
    bahan = gather(ruang, tanggal=besok)
    _check_sebab(lama, bahan, tiga)
    assert _keterangan(bahan) == {}
    assert "beda dengan" not in _kepatuhan(bahan)
    assert not any(
        "indikator yang sama" in str(b[5]) for b in build_peringatan(build_matriks(bahan))
    )
    assert not any(
        "yang benar bagi" in d.isi for d in build_pilihan(build_setahun(build_matriks(bahan)))
    )


def _check_sebab(lama: Bahan, bahan: Bahan, berkas: str) -> None:
    """The remark on a twin went: because of whose return, on Penyesuaian and on Beda."""
    beda = build_penyesuaian(lama, bahan, Triwulan.I, 1, "Salah ketik")
    (sumber,) = {p.sumber for p in beda if p.kode == "BID-01.01"}
    assert f": {berkas}, diterima " in sumber
    dulu, kini = BytesIO(), BytesIO()
    write_matriks(build_setahun(build_matriks(lama)), dulu)
    lalu = CetakanLalu(1, bahan.waktu - dt.timedelta(hours=1), "Matriks.xlsx", dulu.getvalue())
    write_matriks(build_setahun(build_matriks(replace(bahan, lalu=lalu))), kini)
    baris = {b[1]: b for b in openpyxl.load_workbook(kini)["Beda"].iter_rows(values_only=True)}
    assert f": {berkas}, diterima " in str(baris["BID-01.01"][6])


def test_yang_sepakat_atau_bukan_kembar_tidak_diberi_tahu(ruang: Ruang) -> None:
    """The same figure all the way down, and other words under the same induk."""
    nama = [_kirim(ruang, j, 11) for j in ("KADIS", "BID-01", "STF-01")] + [
        _kirim(ruang, "SUB-01", 7)
    ]
    rencana = terima(ruang).rencana
    assert [n for n in nama if "REALISASI_012" in kode(rencana, n)] == []
    bahan = gather(ruang)
    assert _keterangan(bahan) == {}
    assert "beda dengan" not in _kepatuhan(bahan)


def test_rekap_dari_kiriman_yang_perlu_saja_sama(ruang: Ruang, tmp_path: Path) -> None:
    """A recap that one return refreshed is the one that the whole material gives: the remark on a
    twin rests on a return whose chair doesn't stand in it."""
    for jabatan, realisasi in (("BID-01", 30), ("KADIS", 20), ("SUB-01", 7), ("STF-01", 25)):
        _kirim(ruang, jabatan, realisasi)
        terima(ruang)
    lain = Ruang(shutil.copytree(ruang.akar, tmp_path / "lain"))
    with Agenda(lain.berkas_agenda) as agenda, agenda.transaksi():
        seluruh = issue_rekap_bawahan(lain, agenda, build_matriks(gather(lain)))
    for jalur in seluruh:
        terbit = ruang.akar / jalur.relative_to(lain.akar)
        assert terbit.read_bytes() == jalur.read_bytes()
    teks = {str(v) for v in read_isi(seluruh[0]).values()}
    assert any("beda dengan" in v for v in teks)
