"""Words of a scale on the sheet Mandat, and what an office writes on the sheet Skala."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopkinerja.istilah import Konsolidasi, Polaritas
from sopkinerja.katalog import Kode
from sopkinerja.mandat.referensi import read_referensi
from sopkinerja.opd.mandat import Indikator
from sopkinerja.skala import SKALA_BAWAAN
from sopkinerja.tulisan import render_target
from tests.laporan.tabel import read_tabel
from tests.opd.kecil import build_kecil, write_rusak

OPINI = SKALA_BAWAAN[1]
WTP = OPINI.find_sebutan("WTP")
KECIL = build_kecil()
SATU = KECIL.model_copy(
    update={
        "mandat": (
            Indikator(
                tahun=2026, jabatan="KADIS", kode="KADIS.01", sasaran="Akuntabilitas",
                indikator="Opini atas laporan keuangan", satuan="Opini BPK",
                polaritas=Polaritas.NAIK, konsolidasi=Konsolidasi.TERAKHIR, target_tahun=WTP,
                target_tw=(None, None, None, WTP), realisasi_tahun_lalu=WTP, skala=OPINI,
            ),
        )
    }
)  # fmt: skip
"""One indicator: row 2 of the sheet Mandat, satuan in F, targets from J to N, last year's in R."""
LAIN = {Kode.MANDAT_012, Kode.MANDAT_013, Kode.MANDAT_016, Kode.MANDAT_017, Kode.MANDAT_028}

KASUS = """
| Kasus                          | Ubah                                            | Temuan             | Target |
| seperti adanya                 |                                                 |                    | WTP    |
| huruf kecil                    | Mandat!J2=wtp; Mandat!N2=wtp                    |                    | WTP    |
| awal nama skala                | Mandat!F2=Opini                                 |                    | WTP    |
| satuan tidak menyebut skala    | Mandat!F2=Laporan                               | REFERENSI_056 J2, REFERENSI_056 N2, REFERENSI_056 R2 | |
| sebutan asing                  | Mandat!N2=Baik                                  | REFERENSI_055 N2   |        |
| angka tanpa batas              | Mandat!N2=4                                     | REFERENSI_055 N2   |        |
| dijumlahkan                    | Mandat!H2=Jumlah                                | MANDAT_050 H2      |        |
| tahun lain dari TW IV          | Mandat!N2=WDP                                   | MANDAT_001 J2      |        |
| tahun kosong                   | Mandat!J2=                                      | MANDAT_021 J2      |        |
| tanpa lembar Skala             | -Skala                                          |                    | WTP    |
| angka dengan batas             | Mandat!F2=Predikat AKIP; Mandat!J2=80,5; Mandat!N2=80,5; Mandat!R2=BB | | A (80,5) |
| angka dua bacaan               | Mandat!F2=Predikat AKIP; Mandat!J2='70.050; Mandat!N2=A; Mandat!R2=BB | REFERENSI_016 J2 | |
| satu dari dua                  | Mandat!F2=Ya/Tidak; Mandat!J2=Ya; Mandat!N2=ya; Mandat!R2=Tidak | | Ya |
| yang terendah diinginkan       | Mandat!F2=Ada/Tidak Ada; Mandat!J2=Tidak Ada; Mandat!N2=Tidak Ada; Mandat!R2=Ada | MANDAT_051 J2 | |
| yang terendah, Turun           | Mandat!F2=Ada/Tidak Ada; Mandat!J2=Tidak Ada; Mandat!N2=Tidak Ada; Mandat!R2=Ada; Mandat!G2=Turun | | Tidak Ada |
| Rentang                        | Mandat!G2=Rentang                               | MANDAT_004 J2, MANDAT_004 N2 | |
| skala sendiri                  | +Skala; +Skala; Skala!A28=Level Maturitas; Skala!B28=Level 1; Skala!C28=1; Skala!A29=level maturitas; Skala!B29=Level 2; Skala!C29=2; Mandat!F2=Level Maturitas; Mandat!J2=Level 2; Mandat!N2=level 2; Mandat!R2=Level 1 | | Level 2 |
| sebutan ganda                  | Skala!B9=WTP                                    | REFERENSI_050 B12  |        |
| nilai bukan angka              | Skala!C12=empat                                 | REFERENSI_015 C12, REFERENSI_055 J2, REFERENSI_055 N2, REFERENSI_055 R2 | |
| nilai kosong                   | Skala!C9=                                       | REFERENSI_003 C9   |        |
| nilai minus                    | Skala!C9=-1                                     | REFERENSI_051 C9   |        |
| batas tidak naik               | Skala!D8=80                                     | REFERENSI_054 D8   |        |
| batas sebagian                 | Skala!D3=                                       | REFERENSI_053 D3   | WTP    |
| satu sebutan                   | +Skala; Skala!A28=Sendiri                       | REFERENSI_052 B28  | WTP    |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_kasus(tmp_path: Path, kasus: dict[str, str]) -> None:
    referensi, temuan = read_referensi(write_rusak(tmp_path, kasus["Ubah"], SATU))
    terucap = [f"{t.kode.name} {t.letak.sel}" for t in temuan if t.kode not in LAIN]
    assert ", ".join(terucap) == kasus["Temuan"], [t.pesan for t in temuan]
    if kasus["Target"]:
        assert referensi is not None
        assert render_target(referensi.mandat[0].target_tahun) == kasus["Target"]


def test_pulang_pergi(tmp_path: Path) -> None:
    """What is written is read again: the scale, its words, last year's, in their own cells."""
    referensi, _ = read_referensi(write_rusak(tmp_path, "", SATU))
    assert referensi is not None
    assert referensi.mandat == SATU.mandat
    assert referensi.skala == SKALA_BAWAAN


def test_pesan_menyebut_isi_skala(tmp_path: Path) -> None:
    """Who typed another word reads which there are; who named no scale reads which one it is."""
    _, asing = read_referensi(write_rusak(tmp_path, "Mandat!N2=Baik", SATU))
    assert "TMP, TW, WDP, WTP" in " ".join(t.saran for t in asing)
    _, satuan = read_referensi(write_rusak(tmp_path, "Mandat!F2=Laporan", SATU))
    assert "“Opini BPK”" in " ".join(t.saran for t in satuan if t.kode is Kode.REFERENSI_056)
