"""PK revision: what it takes up, what it refuses, and what earlier triwulan keep."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Kepegawaian, Konsolidasi, Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.mandat.pembekuan import apply_tetapkan
from sopkinerja.mandat.perubahan import compare_mandat, find_versi_pk
from sopkinerja.mandat.revisi import plan_revisi
from sopkinerja.mandat.tetapkan import plan_tetapkan
from sopkinerja.opd.mandat import Indikator, Mandat, find_berlaku
from sopkinerja.opd.model import Pegawai, Referensi
from tests.laporan.tabel import read_tabel
from tests.mandat.kecil import build_indikator, build_referensi, build_target

TETAP, UBAH = dt.date(2026, 2, 27), dt.date(2026, 5, 4)
DASAR = (
    build_indikator("KADIS.01", renstra="IKU-01"),
    build_indikator("PLN.01", induk="KADIS.01"),
    build_indikator("PLN-01.01", induk="PLN.01"),
)
SATU = plan_tetapkan(build_referensi(*DASAR), [], TETAP).mandat


def ubah(**isi: object) -> Referensi:
    """The sample with its indicator PLN.01 changed."""
    pln = DASAR[1].model_copy(update=isi)
    return build_referensi(DASAR[0], pln, DASAR[2])


KASUS = """
| Kasus               | TW | Isi                          | Hasil                                        |
|---------------------|----|------------------------------|----------------------------------------------|
| target ke depan     | 3  | target_tw=1;1;5;5            | PLN.01 Target TW III: 1 → 5                  |
| target tahun        | 3  | target_tahun=9               | PLN.01 Target Tahun: 4 → 9                   |
| target dikosongkan  | 3  | target_tw=1;1;;1             | PLN.01 Target TW III: 1 → (kosong)           |
| kalimat             | 2  | indikator=Ekspor             | PLN.01 Indikator: Indikator PLN.01 → Ekspor  |
| sejak TW I          | 1  | target_tw=7;1;1;1            | PLN.01 Target TW I: 1 → 7                    |
| target yang lewat   | 3  | target_tw=2;1;1;1            | ! PLN.01 TW I 1 → 2                          |
| satuan              | 3  | satuan=orang                 | ! PLN.01 satuan unit → orang                 |
| polaritas           | 3  | polaritas=Turun              | ! PLN.01 polaritas Naik → Turun              |
| konsolidasi         | 3  | konsolidasi=Terakhir         | ! PLN.01 konsolidasi Jumlah → Terakhir       |
"""


def _baca(teks: str) -> dict[str, object]:
    kunci, _, isi = teks.partition("=")
    if kunci == "target_tw":
        return {kunci: tuple(build_target(t) for t in isi.split(";"))}
    if kunci == "target_tahun":
        return {kunci: build_target(isi)}
    return {kunci: isi}


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_revisi(kasus: dict[str, str]) -> None:
    isi = DASAR[1].model_dump() | _baca(kasus["Isi"])
    referensi = build_referensi(DASAR[0], Indikator.model_validate(isi), DASAR[2])
    triwulan = Triwulan(int(kasus["TW"]))
    if kasus["Hasil"].startswith("!"):
        with pytest.raises(SopKinerjaError, match=kasus["Hasil"].removeprefix("! ")):
            plan_revisi(referensi, [SATU], triwulan, "uji", UBAH)
        return
    hasil = plan_revisi(referensi, [SATU], triwulan, "uji", UBAH)
    assert kasus["Hasil"] in [p.render() for p in hasil.perubahan]
    assert (hasil.mandat.versi, hasil.mandat.berlaku_mulai) == (2, triwulan)
    sebelum = [t for t in Triwulan if t < triwulan]
    assert all(find_berlaku([SATU, hasil.mandat], t) == SATU for t in sebelum)


def test_tanpa_satu_indikator_pun_tidak_dibekukan() -> None:
    """An empty version 1 would put off everything that comes later to a later triwulan."""
    with pytest.raises(SopKinerjaError, match="Belum ada satu pun mandat 2026"):
        plan_tetapkan(build_referensi(), [], UBAH)


def test_menolak_tanpa_mandat_dan_triwulan_tertutup() -> None:
    with pytest.raises(SopKinerjaError, match="belum ditetapkan"):
        plan_revisi(ubah(), [], Triwulan.II, "uji", UBAH)
    with pytest.raises(SopKinerjaError, match="TW I 2026 sudah pernah ditutup"):
        plan_revisi(ubah(target_tahun=9.0), [SATU], Triwulan.I, "uji", UBAH, {Triwulan.I})
    baru = build_referensi(*DASAR, build_indikator("PLN.02", induk="KADIS.01"))
    with pytest.raises(SopKinerjaError, match="TW I 2026 sudah pernah ditutup"):
        plan_tetapkan(baru, [SATU], dt.date(2026, 3, 1), {Triwulan.I})


def test_baris_yang_hilang_dan_lembar_yang_kosong() -> None:
    """A row taken away is removed where its jabatan has others; an empty sheet takes nothing."""
    dua = plan_tetapkan(build_referensi(*DASAR, build_indikator("PLN.02")), [], TETAP).mandat
    hasil = plan_revisi(build_referensi(*DASAR), [dua], Triwulan.II, "uji", UBAH)
    assert [p.render() for p in hasil.perubahan] == ["PLN.02 dihapus"]
    kosong = plan_revisi(build_referensi(), [dua], Triwulan.II, "uji", UBAH)
    assert (kosong.is_baru, kosong.tetap) == (False, ("KADIS", "PLN", "PLN-01"))


def test_pagu_dan_pemangku() -> None:
    dasar = build_referensi(*DASAR)
    dpa = (dasar.dpa[0].model_copy(update={"pagu": 5.0}),)
    pegawai = (Pegawai(nip=None, nama="Contoh", kepegawaian=Kepegawaian.NON_ASN, jabatan="PLN"),)
    kini = dasar.model_copy(update={"dpa": dpa, "pegawai": pegawai})
    teks = [p.render() for p in plan_revisi(kini, [SATU], Triwulan.III, "x", UBAH).perubahan]
    assert teks == [
        "3.30.05 Pagu: Rp 1 → Rp 5",
        "PK PLN Pihak Pertama: (lowong) → Contoh, Kabid",
        "PK PLN-01 Pihak Kedua: (lowong) → Contoh, Kabid",
    ]
    biasa = plan_tetapkan(kini, [SATU], UBAH)
    assert (biasa.is_baru, len(biasa.berbeda_lain)) == (False, 3)


def test_tambahan_tidak_menggeser_revisi_yang_akan_datang() -> None:
    """A late mandat joins every version still to come; what was decided for TW III stays there."""
    revisi = plan_revisi(ubah(target_tahun=9.0), [SATU], Triwulan.III, "uji", UBAH).mandat
    tambah = build_indikator("PLN.02", induk="KADIS.01")
    hasil = plan_tetapkan(build_referensi(*DASAR, tambah), [SATU, revisi], UBAH)
    semua = [SATU, revisi, *hasil.versi_baru]

    def lihat(t: Triwulan) -> tuple[int, object, bool]:
        m = find_berlaku(semua, t)
        assert m is not None
        per = {i.kode: i for i in m.indikator}
        return m.versi, per["PLN.01"].target_tahun, "PLN.02" in per

    assert [lihat(t) for t in Triwulan] == [
        (1, 4.0, False), (3, 4.0, True), (4, 9.0, True), (4, 9.0, True)
    ]  # fmt: skip


def test_pk_yang_tidak_berubah_tetap_versinya() -> None:
    dua = plan_revisi(ubah(target_tahun=9.0), [SATU], Triwulan.III, "uji", UBAH).mandat
    versi = {k: [m.versi for m in find_versi_pk([SATU, dua], k)] for k in ("PLN", "PLN-01", "X")}
    assert versi == {"PLN": [1, 2], "PLN-01": [1], "X": []}


def test_pagu_mengubah_pk_penanggung_jawab_dan_kepala() -> None:
    """The Kepala Dinas' PK lists every program, so a changed pagu makes that one anew too."""
    dasar = build_referensi(*DASAR)
    dpa = (dasar.dpa[0].model_copy(update={"pagu": 5.0}),)
    kini = dasar.model_copy(update={"dpa": dpa})
    dua = plan_revisi(kini, [SATU], Triwulan.III, "APBD-P", UBAH).mandat
    banyak = {k: len(find_versi_pk([SATU, dua], k)) for k in ("KADIS", "PLN", "PLN-01")}
    assert banyak == {"KADIS": 2, "PLN": 2, "PLN-01": 1}


def test_agenda_bolak_balik(tmp_path: Path) -> None:
    """Versions come back as written; the revision stands among the decisions."""
    Agenda.create(tmp_path / "a.db")
    hasil = plan_revisi(ubah(target_tahun=9.0), [SATU], Triwulan.III, "APBD-P", UBAH)
    with Agenda(tmp_path / "a.db") as agenda:
        agenda.write_mandat(SATU)
        apply_tetapkan(agenda, hasil)
        assert agenda.read_riwayat_mandat(2026) == [SATU, hasil.mandat]
        assert [agenda.read_mandat(2026, t) for t in Triwulan] == [SATU] * 2 + [hasil.mandat] * 2
        ((_, perihal, alasan),) = agenda.read_kejadian("revisi_pk")
    assert alasan == "APBD-P"
    assert perihal == "PK versi 2 mulai TW III: PLN.01 Target Tahun: 4 → 9"


def test_versi_lama_tanpa_kursi_terbaca() -> None:
    """A version frozen before chairs were kept is read, and compared without them."""
    teks = SATU.model_dump_json(exclude={"kursi"})
    lama = Mandat.model_validate_json(teks)
    assert lama.kursi == ()
    assert compare_mandat(lama, SATU) == ()
    assert SATU.indikator[1].konsolidasi is Konsolidasi.JUMLAH
