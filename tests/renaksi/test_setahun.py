"""The year's steps: one line each, whatever triwulan it was planned, moved and done in."""

from __future__ import annotations

from sopkinerja.istilah import KeadaanTindak, Triwulan
from sopkinerja.renaksi.buku_setahun import render_bulan
from sopkinerja.renaksi.model import IsianTindak, Langkah
from sopkinerja.renaksi.setahun import build_setahun

SATU, DUA, TIGA = Triwulan.I, Triwulan.II, Triwulan.III
BERJALAN, SELESAI = KeadaanTindak.BERJALAN, KeadaanTindak.SELESAI


def jawab(kunci: str, keadaan: KeadaanTindak | None, realisasi: float | None) -> IsianTindak:
    return IsianTindak(kunci=kunci, keadaan=keadaan, realisasi=realisasi)


RENCANA = {
    SATU: [
        Langkah(kunci="TW1.L01", bulan_mulai=2, bulan_selesai=3, target_2=5, target_3=15),
        Langkah(kunci="TW1.L02", bulan_mulai=1, bulan_selesai=1),
        Langkah(kunci="TW1.L03", bulan_mulai=1, bulan_selesai=3, target_tw=2),
    ],
    DUA: [
        Langkah(kunci="TW1.L01", langkah="baru", bulan_mulai=5, bulan_selesai=5, target_tw=12),
        Langkah(kunci="TW1.L03", bulan_mulai=4, bulan_selesai=4),
        Langkah(kunci="TW2.L03", bulan_mulai=6, bulan_selesai=6, target_3=0.5),
    ],
}
JAWABAN = {
    SATU: [
        jawab("TW1.L01", BERJALAN, 8),
        jawab("TW1.L02", SELESAI, None),
        jawab("TW1.L03", BERJALAN, 3),
    ],
    DUA: [jawab("TW1.L01", SELESAI, 12.5), jawab("TW1.L03", None, None)],
}


def test_setiap_langkah_sekali() -> None:
    hasil = {s.langkah.kunci: s for s in build_setahun(RENCANA, JAWABAN)}
    assert list(hasil) == ["TW1.L01", "TW1.L02", "TW1.L03", "TW2.L03"]
    assert hasil["TW1.L01"].langkah.langkah == "baru"
    assert hasil["TW1.L01"].bulan == {2: 5, 3: 15, 5: None}
    assert hasil["TW1.L02"].bulan == {1: None}
    assert hasil["TW2.L03"].bulan == {6: 0.5}


def test_target_realisasi_dan_status() -> None:
    """What was done before the last target was set counts to the year's; the last Status told."""
    hasil = [(s.target, s.realisasi, s.keadaan) for s in build_setahun(RENCANA, JAWABAN)]
    assert hasil == [
        (20, 20.5, SELESAI), (None, None, SELESAI), (2, 3, BERJALAN), (0.5, None, None),
    ]  # fmt: skip


def test_sebelum_ada_jawaban() -> None:
    hasil = build_setahun({SATU: RENCANA[SATU]}, {})
    assert [(s.target, s.realisasi, s.keadaan) for s in hasil] == [
        (20, None, None), (None, None, None), (2, None, None),
    ]  # fmt: skip
    assert build_setahun({}, JAWABAN) == []


def test_angka_panjang_di_bawah_langkahnya() -> None:
    """A month's target that its narrow column can't show whole is written out; a short one isn't."""
    rencana = {
        SATU: [
            Langkah(
                kunci="TW1.L01", bulan_mulai=1, bulan_selesai=3, target_1=12.5, target_3=175_000_000
            ),
            Langkah(kunci="TW1.L02", bulan_mulai=1, bulan_selesai=2, target_1=1000, target_2=99.5),
        ]
    }
    panjang, pendek = build_setahun(rencana, {})
    assert render_bulan(panjang) == "\nTarget per bulan: Jan 12,5; Mar 175.000.000"
    assert render_bulan(pendek) == ""
