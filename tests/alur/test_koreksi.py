"""A mistake in satuan, polaritas or konsolidasi, found after freezing: mended in every phase."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli import main
from sopkinerja.istilah import Konsolidasi, Polaritas, Putusan, Triwulan
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.opd.mandat import Indikator, Mandat
from sopkinerja.ruang import Ruang
from tests.alur.kecil import (
    KEMBALI,
    build_referensi,
    create_kecil,
    gather,
    issue,
    ketik,
    read_referensi_kecil,
    terima,
)
from tests.mandat.kecil import build_indikator

KADIS = build_indikator("KADIS.01", target_tw=(5.0, 5.0, 5.0, 5.0), target_tahun=20.0)
BID = build_indikator("BID-01.01", induk="KADIS.01", indikator="Eksportir baru")
LAIN = build_indikator("BID-01.02", induk="KADIS.01", indikator="Pameran dagang")
MARET = "2026-03-03"


def run(ruang: Ruang, *perintah: str) -> Result:
    return CliRunner().invoke(main, ["--ruang", str(ruang.akar), *perintah])


def tulis(ruang: Ruang, *mandat: Indikator) -> None:
    """The Kasubag mends the Mandat sheet."""
    write_referensi(ruang.berkas_referensi, build_referensi(mandat))


def read_riwayat(ruang: Ruang) -> list[Mandat]:
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return agenda.read_riwayat_mandat(2026)


def read_kejadian(ruang: Ruang, tindakan: str) -> list[tuple[str, str]]:
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return [(perihal, alasan) for _, perihal, alasan in agenda.read_kejadian(tindakan)]


def sidik(ruang: Ruang) -> dict[str, str]:
    """Every file of the workspace, byte for byte."""
    berkas = (p for p in ruang.akar.rglob("*") if p.is_file())
    return {str(p): hashlib.sha256(p.read_bytes()).hexdigest() for p in berkas}


def salah(**isi: object) -> Indikator:
    return BID.model_copy(update=isi)


@pytest.fixture
def ruang(tmp_path: Path) -> Ruang:
    """Frozen with `orang` where `unit` was meant."""
    ruang = create_kecil(tmp_path / "r", (KADIS, salah(satuan="orang"), LAIN))
    assert run(ruang, "tetapkan", "--tanggal", "2026-02-27").exit_code == 0
    return ruang


def kirim(ruang: Ruang, formulir: Path, angka: float, nama: str, **kolom: str) -> Putusan:
    """Kabid's report: that figure for Eksportir baru, nothing of the other."""
    isian = {("laporan", "BID-01.01", "realisasi"): angka, ("laporan", "BID-01.02", "realisasi"): 1}
    isian |= {("laporan", "BID-01.01", k): v for k, v in kolom.items()}
    ketik(formulir, isian, ruang.inbox / nama)
    return terima(ruang, KEMBALI).rencana.kiriman[-1].putusan


def test_sebelum_terbit_versi_diganti(ruang: Ruang) -> None:
    """Nothing was issued: the same version again, whatever was changed; the PK says the new word."""
    pk = ruang.build_outbox(2026) / "mandat" / "pk" / "BID-01_PK_2026.xlsx"
    lama = pk.read_bytes()
    tulis(ruang, KADIS, salah(target_tahun=8.0, target_tw=(2.0, 2.0, 2.0, 2.0)))
    hasil = run(ruang, "tetapkan", "--tanggal", MARET)
    assert hasil.exit_code == 0, hasil.output
    assert "versi 1 diganti" in hasil.output
    for teks in ("BID-01.01 Satuan: orang → unit", "BID-01.01 Target Tahun: 4 → 8",
                 "BID-01.02 dihapus"):  # fmt: skip
        assert teks in hasil.output
    (satu,) = read_riwayat(ruang)
    assert (satu.versi, satu.berlaku_mulai) == (1, Triwulan.I)
    assert [i.satuan for i in satu.untuk("BID-01")] == ["unit"]
    assert pk.read_bytes() != lama
    assert len(list(pk.parent.glob("BID-01_PK*"))) == 1
    ((perihal, _),) = read_kejadian(ruang, "ganti_pk")
    assert perihal.startswith("PK versi 1 diganti sebelum dipakai: BID-01.01 Satuan: orang → unit")
    lagi = run(ruang, "tetapkan", "--tanggal", MARET)
    assert "versi 1 tetap berlaku" in lagi.output
    assert len(read_kejadian(ruang, "ganti_pk")) == 1


def test_sebelum_terbit_dengan_koreksi(ruang: Ruang) -> None:
    """Who asks for a correction gets it: the number stays, and nothing but the measure changes."""
    tulis(ruang, KADIS, salah(target_tahun=8.0, target_tw=(2.0,) * 4), LAIN.model_copy(update={
        "sasaran": "Lain"}))  # fmt: skip
    hasil = run(ruang, "tetapkan", "--koreksi", "--alasan", "salah ketik", "--tanggal", MARET)
    assert hasil.exit_code == 0, hasil.output
    assert "BID-01.02 Sasaran: Sasaran → Lain" in hasil.output.split("TIDAK diubah")[1]
    (satu,) = read_riwayat(ruang)
    assert [(i.satuan, i.target_tahun, i.sasaran) for i in satu.untuk("BID-01")] == [
        ("unit", 8.0, "Sasaran"), ("unit", 4.0, "Sasaran")
    ]  # fmt: skip
    ((perihal, alasan),) = read_kejadian(ruang, "ganti_pk")
    assert ("BID-01.01 Satuan: orang → unit" in perihal, alasan) == (True, "salah ketik")


def test_sesudah_terbit_dikoreksi(ruang: Ruang) -> None:
    """Forms are out: plain freezing names the way, a revision too, and the way works at once."""
    issue(ruang)
    tulis(ruang, KADIS, salah(polaritas=Polaritas.TURUN), LAIN)
    biasa = run(ruang, "tetapkan", "--tanggal", MARET)
    assert "sopkinerja tetapkan --koreksi --alasan" in biasa.output
    assert "tetapkan --mulai-triwulan" not in biasa.output
    revisi = run(ruang, "tetapkan", "--mulai-triwulan", "1", "--alasan", "x", "--tanggal", MARET)
    assert revisi.exit_code == 3
    assert "BID-01.01 masih dapat dibetulkan" in revisi.output
    assert "sopkinerja tetapkan --koreksi --alasan" in revisi.output
    sebelum = sidik(ruang)
    coba = run(ruang, "tetapkan", "--koreksi", "--alasan", "x", "--uji-coba", "--tanggal", MARET)
    assert coba.exit_code == 0, coba.output
    assert "TW I yang sudah beredar (BID-01) akan diterbitkan lagi" in coba.output
    assert sidik(ruang) == sebelum
    hasil = run(ruang, "tetapkan", "--koreksi", "--alasan", "salah ketik", "--tanggal", MARET)
    assert hasil.exit_code == 0, hasil.output
    assert "versi 2 dikoreksi" in hasil.output
    assert "TW I diterbitkan lagi: 1 revisi baru" in hasil.output
    satu, dua = read_riwayat(ruang)
    assert (dua.versi, dua.berlaku_mulai, dua.koreksi) == (2, Triwulan.I, True)
    assert [i.satuan for i in (*satu.untuk("BID-01"), *dua.untuk("BID-01"))] == [
        "orang", "unit", "unit", "unit"
    ]  # fmt: skip
    assert read_kejadian(ruang, "koreksi_pk")[0][1] == "salah ketik"
    ulang = run(ruang, "tetapkan", "--koreksi", "--alasan", "x", "--tanggal", MARET)
    assert ulang.exit_code == 3
    assert "Tidak ada satuan" in ulang.output


def test_kiriman_revisi_lama_ditanyakan(ruang: Ruang) -> None:
    """The officer filled the form that still said `orang`: the figure isn't taken for `unit` until
    they say so, on a correction form that asks for the new one; a corrected polaritas is told."""
    formulir = issue(ruang)["BID-01"]
    lama = formulir.read_bytes()
    pln = {"polaritas": Polaritas.TURUN}
    tulis(ruang, KADIS, salah(), LAIN.model_copy(update=pln))
    assert run(ruang, "tetapkan", "--koreksi", "--alasan", "x", "--tanggal", MARET).exit_code == 0
    salinan = ruang.akar / "lama.xlsx"
    salinan.write_bytes(lama)
    assert kirim(ruang, salinan, 1, "a.xlsx") is Putusan.PERLU_PERBAIKAN
    perbaikan = next((ruang.build_outbox(2026, Triwulan.I) / "perbaikan").glob("BID-01*.xlsx"))
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        kiriman = agenda.read_kiriman_tahun(2026)[-1]
    temuan = {t.kode.name: t for t in kiriman.temuan}
    assert {"REALISASI_075", "REALISASI_076"} <= temuan.keys()
    assert "orang (Jumlah)" in temuan["REALISASI_075"].pesan
    assert "unit (Jumlah)" in temuan["REALISASI_075"].pesan
    assert temuan["REALISASI_075"].letak.sel
    assert kirim(ruang, perbaikan, 1, "b.xlsx") is Putusan.DITERIMA
    (angka,) = (b for b in gather(ruang).mandat[Triwulan.I].indikator if b.kode == "BID-01.01")
    assert angka.satuan == "unit"


def test_konsolidasi_dikoreksi_sampai_revisi_tw_iii(ruang: Ruang) -> None:
    """A revision of TW III stands already: each version gets the measure, and stays in its place."""
    issue(ruang)
    dasar = salah(satuan="orang")
    tulis(ruang, KADIS, dasar, LAIN.model_copy(update={"definisi": "baru"}))
    revisi = ("tetapkan", "--mulai-triwulan", "3", "--alasan", "APBD-P", "--tanggal", MARET)
    assert run(ruang, *revisi).exit_code == 0
    kini = salah(satuan="orang", konsolidasi=Konsolidasi.TERAKHIR, target_tahun=1.0)
    tulis(ruang, KADIS, kini, LAIN.model_copy(update={"definisi": "baru"}))
    hasil = run(ruang, "tetapkan", "--koreksi", "--alasan", "x", "--tanggal", MARET)
    assert hasil.exit_code == 0, hasil.output
    isi = [
        (
            m.versi,
            m.berlaku_mulai.value,
            [(i.konsolidasi.value, i.definisi) for i in m.untuk("BID-01")],
        )
        for m in read_riwayat(ruang)
    ]
    assert isi == [
        (1, 1, [("Jumlah", ""), ("Jumlah", "")]),
        (2, 3, [("Jumlah", ""), ("Jumlah", "baru")]),
        (3, 1, [("Terakhir", ""), ("Jumlah", "")]),
        (4, 3, [("Terakhir", ""), ("Jumlah", "baru")]),
    ]


def test_sesudah_diterima_jalan_yang_sebenarnya(ruang: Ruang) -> None:
    """A report was accepted: the message names a row `baru` and the triwulan, and that works; the
    old one keeps its figure, the new one has its own kode from TW II on, once."""
    formulir = issue(ruang)["BID-01"]
    assert kirim(ruang, formulir, 1, "a.xlsx") is Putusan.DITERIMA
    staf = build_indikator("STF-01.01", induk="BID-01.01")
    tulis(ruang, KADIS, salah(), LAIN, staf)
    biasa = run(ruang, "tetapkan", "--tanggal", "2026-04-08")
    assert "tulis “baru” di kolom Kode" in biasa.output
    hasil = run(ruang, "tetapkan", "--koreksi", "--alasan", "x", "--tanggal", "2026-04-08")
    assert hasil.exit_code == 3
    assert "Laporan TW I yang memuat BID-01.01 sudah diterima" in hasil.output
    assert "tulis “baru” di kolom Kode" in hasil.output
    assert "--mulai-triwulan 2" in hasil.output
    assert "ganti Induk pada STF-01.01 dari BID-01.01 menjadi kalimatnya (“Eksportir baru”)" in (
        hasil.output
    )
    tulis(ruang, KADIS, salah(kode="baru"), LAIN, staf.model_copy(update={"induk": BID.indikator}))
    cara = (
        "tetapkan",
        "--mulai-triwulan",
        "2",
        "--alasan",
        "ukuran lain",
        "--tanggal",
        "2026-04-08",
    )
    jadi = run(ruang, *cara)
    assert jadi.exit_code == 0, jadi.output
    assert "BID-01.01 dihapus" in jadi.output
    assert "BID-01.03 ditambah" in jadi.output
    lagi = run(ruang, "tetapkan", "--tanggal", "2026-04-08")
    assert "versi 2 tetap berlaku" in lagi.output
    satu, dua = read_riwayat(ruang)[0], read_riwayat(ruang)[-1]
    assert dua.untuk("STF-01")[0].induk == "BID-01.03"
    assert [i.kode for i in satu.untuk("BID-01")] == ["BID-01.01", "BID-01.02"]
    assert [(i.kode, i.satuan) for i in dua.untuk("BID-01")] == [
        ("BID-01.03", "unit"), ("BID-01.02", "unit")
    ]  # fmt: skip
    assert gather(ruang).mandat[Triwulan.I].versi == 1
    assert read_referensi_kecil(ruang).mandat[1].kode == "baru"


def test_uji_coba_pertama_tidak_menulis(tmp_path: Path) -> None:
    """Before anything was frozen: every kode that would be given, not one byte written."""
    ruang = create_kecil(tmp_path / "r", (KADIS,))
    tulis(ruang, KADIS, *(i.model_copy(update={"kode": ""}) for i in (BID, LAIN)))
    sebelum = sidik(ruang)
    hasil = run(ruang, "tetapkan", "--uji-coba", "--tanggal", MARET)
    assert hasil.exit_code == 0, hasil.output
    assert "akan diganti" in hasil.output
    assert "BID-01.01 ditambah (Eksportir baru)" in hasil.output
    assert "BID-01.02 ditambah (Pameran dagang)" in hasil.output
    assert "peringatan [Mandat!" in hasil.output or "peringatan [Jabatan!" in hasil.output
    assert sidik(ruang) == sebelum


@pytest.mark.parametrize(
    "pilihan",
    [["--koreksi"], ["--koreksi", "--alasan", "x", "--mulai-triwulan", "2"], ["--alasan", "x"]],
)
def test_salah_pakai(ruang: Ruang, pilihan: list[str]) -> None:
    assert run(ruang, "tetapkan", *pilihan).exit_code == 2


def test_tanggal_tidak_dipakai_untuk_menebak(ruang: Ruang) -> None:
    """A version that waits unused until April is still version 1, from TW I."""
    tulis(ruang, KADIS, salah(), LAIN)
    assert run(ruang, "tetapkan", "--tanggal", str(dt.date(2026, 4, 9))).exit_code == 0
    (satu,) = read_riwayat(ruang)
    assert satu.berlaku_mulai is Triwulan.I
