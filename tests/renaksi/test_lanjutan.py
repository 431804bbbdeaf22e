"""What earlier triwulan leave to the next: undone steps, and money planned already."""

from __future__ import annotations

from sopkinerja.istilah import KeadaanTindak, Triwulan
from sopkinerja.renaksi.lanjutan import find_bawaan, sum_anggaran
from sopkinerja.renaksi.model import IsianTindak, Langkah

SATU, DUA, TIGA = Triwulan.I, Triwulan.II, Triwulan.III


def langkah(kunci: str, anggaran: float | None = None) -> Langkah:
    return Langkah(kunci=kunci, langkah=kunci, anggaran=anggaran)


def jawab(kunci: str, keadaan: KeadaanTindak | None) -> IsianTindak:
    return IsianTindak(kunci=kunci, keadaan=keadaan)


RENCANA = {
    SATU: [
        langkah("TW1.L01", 10),
        langkah("TW1.L02", 20),
        langkah("TW1.L03", 30),
        langkah("TW1.L04"),
    ]
}
JAWABAN = {
    SATU: [
        jawab("TW1.L01", KeadaanTindak.SELESAI),
        jawab("TW1.L02", KeadaanTindak.BERJALAN),
        jawab("TW1.L03", None),
    ]
}


def test_yang_belum_selesai_dibawa() -> None:
    """Done steps stay behind; under way, unanswered and never asked ones go on."""
    bawaan = find_bawaan(RENCANA, JAWABAN, DUA)
    assert [s.kunci for s in bawaan] == ["TW1.L02", "TW1.L03", "TW1.L04"]
    assert find_bawaan(RENCANA, JAWABAN, SATU) == ()
    assert len(find_bawaan(RENCANA, {}, DUA)) == 4


def test_sisa_target_dibawa() -> None:
    """Of a target, what is left; nothing said leaves all of it, more than all leaves no target."""
    rencana = {
        SATU: [
            Langkah(kunci="A", satuan="IKM", target_1=5, target_2=5, target_3=10),
            Langkah(kunci="B", satuan="IKM", target_1=5, target_tw=20),
            Langkah(kunci="C", satuan="IKM", target_tw=2),
            Langkah(kunci="D"),
        ]
    }
    kini = {
        SATU: [
            IsianTindak(kunci="A", keadaan=KeadaanTindak.BERJALAN, realisasi=12.5),
            IsianTindak(kunci="C", keadaan=None, realisasi=3),
        ]
    }
    bawaan = find_bawaan(rencana, kini, DUA)
    assert [(s.target_tw, s.target_bulan) for s in bawaan] == [
        (t, (None, None, None)) for t in (7.5, 20, None, None)
    ]
    lanjut = kini | {DUA: [IsianTindak(kunci="A", keadaan=KeadaanTindak.BERJALAN, realisasi=5)]}
    assert find_bawaan(rencana, lanjut, TIGA)[0].target_tw == 2.5


def test_triwulan_tanpa_renaksi_dilewati() -> None:
    """The last accepted Renaksi counts, with every answer since."""
    jawaban = JAWABAN | {DUA: [jawab("TW1.L02", KeadaanTindak.SELESAI)]}
    assert [s.kunci for s in find_bawaan(RENCANA, jawaban, TIGA)] == ["TW1.L03", "TW1.L04"]
    rencana = RENCANA | {DUA: [langkah("TW1.L03", 35), langkah("TW2.L02", 5)]}
    assert [s.kunci for s in find_bawaan(rencana, jawaban, TIGA)] == ["TW1.L03", "TW2.L02"]


def test_anggaran_dihitung_sekali() -> None:
    """A carried step counts where it stood last, and not where it stands on the new form."""
    bawaan = find_bawaan(RENCANA, JAWABAN, DUA)
    assert sum_anggaran(RENCANA, bawaan, DUA) == {1: 10.0}
    rencana = RENCANA | {DUA: [langkah("TW1.L03", 35), langkah("TW2.L02", 5)]}
    assert sum_anggaran(rencana, (), TIGA) == {1: 30.0, 2: 40.0}
    assert sum_anggaran(rencana, (langkah("TW2.L02", 5),), TIGA) == {1: 30.0, 2: 35.0}
    assert sum_anggaran({}, (), SATU) == {}
