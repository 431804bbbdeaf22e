"""What the guide offers: a table of states and the step that comes first in each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pytest

from sopkinerja.cli import main
from sopkinerja.formulir.edaran import Papan
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Formulir, JenisLampiran, Keadaan, Level, Triwulan
from sopkinerja.kalender import Kalender, build_tenggat
from sopkinerja.layar import hang_teks
from sopkinerja.pandu.aturan import MAKS_KIRIM, list_langkah
from sopkinerja.pandu.lain import list_lain
from sopkinerja.pandu.model import (
    Desak,
    IsiKarantina,
    KeadaanRuang,
    KeadaanTahunan,
    KeadaanTriwulan,
    Konflik,
    PilihanJawab,
    Ulangan,
)
from sopkinerja.ruang import Pengaturan
from tests.laporan.tabel import read_tabel

KASUS = """
| hari       | laporan             | dicetak | masuk      | rapat      | langkah            | desak               |
|------------|---------------------|---------|------------|------------|--------------------|---------------------|
| 2026-03-10 | tanpa               |         |            |            | terbitkan laporan  | sekarang            |
| 2025-12-20 | tanpa               |         |            |            | -                  |                     |
| 2025-12-28 | tanpa               |         |            |            | terbitkan laporan  | boleh               |
| 2026-03-10 | belum               |         |            |            | -                  |                     |
| 2026-04-02 | belum               |         |            |            | status laporan     | menunggu orang lain |
| 2026-04-02 | konflik             |         |            |            | matriks            | boleh               |
| 2026-04-09 | konflik             |         |            |            | matriks            | sekarang            |
| 2026-04-02 | diterima            |         | 2026-04-02 |            | matriks            | sekarang            |
| 2026-04-09 | terlambat           |         |            |            | matriks            | sekarang            |
| 2026-04-20 | terlambat           |         |            |            | matriks            | lewat tenggat       |
| 2026-04-16 | diterima            | matriks | 2026-04-02 | 2026-04-14 | lhe                | sekarang            |
| 2026-04-14 | diterima            | matriks | 2026-04-02 |            | Adakan Rapat       | sekarang            |
| 2026-04-17 | diterima            | matriks | 2026-04-02 |            | Adakan Rapat       | sekarang            |
| 2026-04-22 | diterima            | matriks | 2026-04-02 | 2026-04-14 | lhe                | lewat tenggat       |
| 2026-04-20 | diterima            | matriks lhe | 2026-04-02 | 2026-04-14 | tutup          | sekarang            |
| 2026-04-20 | diterima            | matriks lhe | 2026-04-18 | 2026-04-14 | matriks        | lewat tenggat       |
| 2026-04-13 | perbaikan           | matriks lhe | 2026-04-02 | 2026-04-14 | status laporan | menunggu orang lain |
| 2026-04-16 | perbaikan           | matriks lhe | 2026-04-02 | 2026-04-14 | tutup -t 1 --tetap | sekarang        |
| 2026-06-30 | perbaikan           | matriks lhe | 2026-04-02 | 2026-04-14 | tutup -t 1 --tetap | lewat tenggat   |
"""  # fmt: skip
"""One chair's form of TW I; what was printed was printed on 16 April, nothing is closed."""
DICETAK = dt.datetime(2026, 4, 16, 10)
JENIS = {"matriks": "Matriks_Akumulasi", "lhe": "LHE"}


def build_baris(keadaan: Keadaan, *, terbit: bool = True) -> BarisStatus:
    return BarisStatus(
        kode="STF-01", nama="Pengelola Data", level=Level.JFU, unit="SET", pemangku="Rina (contoh)",
        keadaan=keadaan, hari_terlambat=0, kiriman=0, terbit=terbit,
    )  # fmt: skip


def build_papan(formulir: Formulir, *baris: BarisStatus) -> Papan:
    return Papan(formulir, 2026, Triwulan.I, baris, dt.date(2026, 4, 8), "")


def read_waktu(teks: str) -> dt.datetime | None:
    return dt.datetime.fromisoformat(f"{teks}T09:00") if teks else None


def build_triwulan(kasus: Mapping[str, str]) -> KeadaanTriwulan:
    keadaan = Keadaan("belum" if kasus["laporan"] == "tanpa" else kasus["laporan"])
    laporan = build_baris(keadaan, terbit=kasus["laporan"] != "tanpa")
    return KeadaanTriwulan(
        2026, Triwulan.I, build_tenggat(2026, Triwulan.I, Kalender(), Pengaturan()),
        {Formulir.LAPORAN: build_papan(Formulir.LAPORAN, laporan),
         Formulir.RENAKSI: build_papan(Formulir.RENAKSI)},
        {JENIS[j]: DICETAK for j in kasus["dicetak"].split()},
        read_waktu(kasus["masuk"]), rapat=read_waktu(kasus["rapat"]),
    )  # fmt: skip


def build_ruang(*tahun: KeadaanTahunan, hari: str = "2026-04-20", **lain: Any) -> KeadaanRuang:
    return KeadaanRuang(dt.date.fromisoformat(hari), Path("ruang"), "Dinas", tahun=tahun, **lain)


@pytest.mark.parametrize("kasus", read_tabel(KASUS))
def test_langkah_pertama(kasus: Mapping[str, str]) -> None:
    tahun = KeadaanTahunan(2026, True, triwulan=(build_triwulan(kasus),), has_jadwal=True)
    langkah = list_langkah(build_ruang(tahun, hari=kasus["hari"]))
    if kasus["langkah"] == "-":
        assert langkah == []
        return
    pertama = langkah[0]
    assert (" ".join(pertama.perintah) or pertama.judul).startswith(kasus["langkah"])
    assert pertama.desak.value == kasus["desak"]


def test_triwulan_yang_dibuka_lagi_ditutup_dahulu() -> None:
    """The closing prints matrix and LHE: they are only to be read before it, and nobody is asked for
    the meeting that was held."""
    triwulan = build_triwulan(
        {
            "laporan": "diterima",
            "dicetak": "matriks lhe",
            "masuk": "2026-05-04",
            "rapat": "2026-04-14",
        }
    )
    dibuka = replace(triwulan, pernah_tutup=True)
    tahun = KeadaanTahunan(2026, True, triwulan=(dibuka,), has_jadwal=True)
    tutup, *cetak = list_langkah(build_ruang(tahun, hari="2026-05-04"))
    assert (tutup.perintah, tutup.desak) == (("tutup", "-t", "1"), Desak.KINI)
    assert [(s.perintah[0], s.desak, s.tenggat) for s in cetak] == [
        ("matriks", Desak.BOLEH, None), ("lhe", Desak.BOLEH, None),
    ]  # fmt: skip
    assert all(s.judul.endswith("untuk dibaca dahulu, Tutup mencetak semuanya") for s in cetak)
    assert "formulirnya tidak ditulis lagi" in cetak[0].akan
    ulang = (Ulangan("a.xlsx", "laporan TW I 2026 STF-01", "karantina", True),)
    nilai, *_, tutup = list_langkah(build_ruang(tahun, hari="2026-05-04", ulang=ulang))
    assert (nilai.perintah, nilai.desak) == (("terima", "--ulang"), Desak.KINI)
    assert (tutup.perintah, tutup.desak) == (("tutup", "-t", "1"), Desak.BOLEH)


MUNDUR = """
| surat      | masuk      | pernah tutup | disebut |
|------------|------------|--------------|---------|
| 2026-04-06 | 2026-04-07 |              | ya      |
| 2026-04-07 | 2026-04-07 |              |         |
|            | 2026-04-07 |              |         |
| 2026-04-06 |            |              |         |
| 2026-04-06 | 2026-04-07 | ya           |         |
"""


@pytest.mark.parametrize("kasus", read_tabel(MUNDUR))
def test_lhe_yang_bertanggal_terlalu_awal(kasus: Mapping[str, str]) -> None:
    """Told before it is printed; a revision is dated by its printing."""
    dasar = {"laporan": "diterima", "dicetak": "matriks", "rapat": "2026-04-09"}
    triwulan = replace(
        build_triwulan(dasar | {"masuk": kasus["masuk"]}),
        surat=dt.date.fromisoformat(kasus["surat"]) if kasus["surat"] else None,
        pernah_tutup=bool(kasus["pernah tutup"]),
    )
    tahun = KeadaanTahunan(2026, True, triwulan=(triwulan,), has_jadwal=True)
    semua = list_langkah(build_ruang(tahun, hari="2026-04-15"))
    (rincian,) = (s.rincian for s in semua if s.perintah[:1] == ("lhe",))
    kata = ("Tanggal surat LHE di formulir Rapat Monev 6 April 2026, lebih awal",)
    assert tuple(b.partition(" daripada")[0] for b in rincian) == kata * bool(kasus["disebut"])


def test_formulir_perbaikan_dikirim_lalu_ditunggu() -> None:
    """On the day it was made it is the Kasubag's to send; then others are waited for, once the
    triwulan is over."""
    triwulan = build_triwulan(read_tabel(KASUS)[3])
    hari = dt.date(2026, 4, 10)
    satu = build_baris(Keadaan.PERBAIKAN)
    baris = [
        satu.model_copy(
            update={"kode": f"STF-0{n}", "perbaikan_dibuat": hari - dt.timedelta(n // 2)}
        )
        for n in range(4)
    ]
    papan = {**triwulan.papan, Formulir.LAPORAN: build_papan(Formulir.LAPORAN, *baris)}
    berkas = {Formulir.LAPORAN: {"STF-00": "a.xlsx", "STF-02": "c.xlsx"}}
    triwulan = replace(triwulan, papan=papan, perbaikan=berkas)
    tahun = KeadaanTahunan(2026, True, triwulan=(triwulan,), has_jadwal=True)
    semua = list_langkah(build_ruang(tahun, hari=hari.isoformat()))
    kirim, tunggu = [s for s in semua if "ormulir perbaikan" in s.judul]
    awal = list_langkah(build_ruang(tahun, hari="2026-03-31"))
    assert not [s for s in awal if "ormulir perbaikan" in s.judul]
    assert [s.rincian[0].rpartition(": ")[2] for s in (kirim, tunggu)] == ["a.xlsx", "c.xlsx"]
    assert kirim.judul.endswith("; bila sudah dikirim, abaikan")
    assert (kirim.desak, tunggu.desak) == (Desak.KINI, Desak.TUNGGU)
    assert kirim.judul.startswith("Kirim formulir perbaikan laporan TW I 2026: STF-00 (")
    assert tunggu.judul.startswith("Formulir perbaikan laporan TW I 2026 belum kembali: STF-02 (")
    assert kirim.perintah == (*tunggu.perintah, "--perbaikan")
    assert tunggu.perintah == ("status", "laporan", "-t", "1")


def test_laporan_yang_terlalu_dini_ditanyakan() -> None:
    """Whose report came before the triwulan was over is asked, once it is."""
    triwulan = replace(build_triwulan(read_tabel(KASUS)[3]), dini={"STF-01": dt.date(2026, 2, 9)})
    tahun = KeadaanTahunan(2026, True, triwulan=(triwulan,), has_jadwal=True)
    for hari, banyak in (("2026-03-31", 0), ("2026-04-01", 1)):
        judul = [s.judul for s in list_langkah(build_ruang(tahun, hari=hari))]
        assert sum(j.endswith("sudah lengkap: STF-01 (9 Februari 2026)") for j in judul) == banyak


def test_judul_menyebut_dua_nama() -> None:
    """The board has the others: a title stays within three lines."""
    nama = "Rahmawati Kusumaningtyas, S.Kom., M.Si. (contoh)"
    baris = [
        build_baris(Keadaan.TERLAMBAT).model_copy(update={"kode": f"STF-{n:02}", "pemangku": nama})
        for n in range(9)
    ]
    triwulan = build_triwulan(read_tabel(KASUS)[3])
    papan = {**triwulan.papan, Formulir.LAPORAN: build_papan(Formulir.LAPORAN, *baris)}
    tahun = KeadaanTahunan(2026, True, triwulan=(replace(triwulan, papan=papan),), has_jadwal=True)
    semua = list_langkah(build_ruang(tahun, hari="2026-04-20"))
    (tunggu,) = [s for s in semua if s.perintah[0] == "status"]
    assert tunggu.judul.endswith(f"STF-00 ({nama}), STF-01 ({nama}) dan 7 lagi")
    assert len(hang_teks(f"  1. {tunggu.judul} (tenggat lewat 8 April 2026)").splitlines()) == 3


RENAKSI = """
| kiriman   | dicetak    | masuk      | judul                                                                             |
|-----------|------------|------------|-----------------------------------------------------------------------------------|
| belum     | 2026-01-05 |            |                                                                                   |
| diterima  |            | 2026-01-08 | Cetak Renaksi OPD TW I 2026                                                       |
| diterima  | 2026-01-05 | 2026-01-08 | Cetak lagi Renaksi OPD TW I 2026: ada kiriman yang diterima sesudah dicetak       |
| diterima  | 2026-01-09 | 2026-01-08 |                                                                                   |
"""  # fmt: skip


@pytest.mark.parametrize("kasus", read_tabel(RENAKSI))
def test_renaksi_dicetak_lagi_sesudah_ada_yang_masuk(kasus: Mapping[str, str]) -> None:
    dicetak = read_waktu(kasus["dicetak"])
    triwulan = KeadaanTriwulan(
        2026, Triwulan.I, build_tenggat(2026, Triwulan.I, Kalender(), Pengaturan()),
        {Formulir.LAPORAN: build_papan(Formulir.LAPORAN),
         Formulir.RENAKSI: build_papan(Formulir.RENAKSI, build_baris(Keadaan(kasus["kiriman"])))},
        {"Renaksi": dicetak} if dicetak else {}, rencana=read_waktu(kasus["masuk"]),
    )  # fmt: skip
    tahun = KeadaanTahunan(2026, True, triwulan=(triwulan,), has_jadwal=True)
    judul = [x.judul for x in list_langkah(build_ruang(tahun, hari="2026-01-10"))]
    assert [j for j in judul if j.startswith("Cetak")] == list(filter(None, [kasus["judul"]]))


MANDAT = """
| hari       | papan      | lembar | langkah          | desak               |
|------------|------------|--------|------------------|---------------------|
| 2026-01-10 | tanpa      | 0      | terbitkan mandat | sekarang            |
| 2026-03-02 | tanpa      | 0      | terbitkan mandat | lewat tenggat       |
| 2026-01-10 | belum      | 0      | status mandat    | menunggu orang lain |
| 2026-01-10 | diterima   | 0      | tetapkan         | sekarang            |
| 2026-01-10 | tanpa      | 3      | tetapkan         | sekarang            |
| 2026-01-10 | belum      | 3      | status mandat    | menunggu orang lain |
"""


@pytest.mark.parametrize("kasus", read_tabel(MANDAT))
def test_langkah_mandat(kasus: Mapping[str, str]) -> None:
    """Row 1: an office that fills the sheet Mandat is asked to freeze it, not to send forms."""
    keadaan = Keadaan("belum" if kasus["papan"] == "tanpa" else kasus["papan"])
    baris = build_baris(keadaan, terbit=kasus["papan"] != "tanpa")
    papan = build_papan(Formulir.MANDAT, baris)._replace(tenggat=dt.date(2026, 2, 28))
    tahun = KeadaanTahunan(2026, False, mandat=papan, di_lembar=int(kasus["lembar"]))
    pertama = list_langkah(build_ruang(tahun, hari=kasus["hari"]))[0]
    assert " ".join(pertama.perintah) == kasus["langkah"]
    assert pertama.desak.value == kasus["desak"]


KONFLIK = Konflik(
    "laporan TW I 2026 STF-01", (PilihanJawab("ab12", "a.xlsx"), PilihanJawab("cd34", "b.xlsx"))
)


def build_lengkap() -> KeadaanRuang:
    """A workspace of two years in which everything there is can be done."""
    semua = [
        build_triwulan(kasus | {"laporan": laporan})
        for kasus in read_tabel(KASUS)
        for laporan in ("tanpa", "belum", "diterima", "terlambat")
    ]
    jabatan, indikator = (PilihanJawab("STF-01", "Staf"),), (PilihanJawab("STF-01.01", "Dokumen"),)
    mandat = build_papan(Formulir.MANDAT, build_baris(Keadaan.BELUM, terbit=False))
    return build_ruang(
        KeadaanTahunan(
            2026, True, True, triwulan=tuple(semua), tutup=frozenset({Triwulan.II}),
            belum_bertanda={JenisLampiran.LHE: {Triwulan.II: 0}},
            jabatan=jabatan, indikator=indikator, pk_belum=jabatan,
        ),
        KeadaanTahunan(2027, False, mandat=mandat, di_lembar=1),
        hari="2027-01-20", inbox=3, konflik=(KONFLIK,), halangan="referensi.xlsx memuat 2 galat.",
        ulang=(Ulangan("a.xlsx", "laporan TW I 2026 STF-01", "karantina", True),),
    )  # fmt: skip


def iter_perintah(berkas: Path) -> Iterator[list[str]]:
    keadaan = build_lengkap()
    for s in [*list_langkah(keadaan), *(p.langkah for p in list_lain(keadaan))]:
        isi = [
            teks
            for t in s.tanya
            for teks in (t.opsi, t.pilihan[0].nilai if t.pilihan else str(berkas))
            if teks
        ]
        yield from ([*p, *isi] for p in (s.perintah, s.coba) if p)


def test_setiap_langkah_dapat_dibaca_perintahnya(tmp_path: Path) -> None:
    """Every command that can be offered takes what it is given, with its year where there are two."""
    berkas = tmp_path / "pindaian.pdf"
    berkas.write_bytes(b"%PDF")
    semua = {tuple(p) for p in iter_perintah(berkas)}
    assert len({p[0] for p in semua}) >= 14
    for kata in semua:
        perintah, sisa = main, list(kata)
        while isinstance(perintah, click.Group):
            nama = sisa.pop(0)
            anak = perintah.get_command(click.Context(perintah), nama)
            assert anak is not None, kata
            perintah = anak
        konteks = perintah.make_context(perintah.name, sisa)
        tanpa_tahun = ("terima", "pilih", "periksa", "mulai-tahun", "pantau", "beda")
        if kata[0] not in tanpa_tahun and kata not in (
            ("tetapkan", "--uji-coba"),
            ("status", "mandat"),
        ):
            assert konteks.params["tahun"] in (2026, 2027), kata


def test_yang_ditandatangani_lalu_disimpan() -> None:
    """Offered until its scan is kept; a Renaksi presses no more once its triwulan is closed."""
    tutup = frozenset({Triwulan.I, Triwulan.II})
    belum = {
        JenisLampiran.LHE: {Triwulan.II: 1},
        JenisLampiran.EVALUASI_RENJA: {Triwulan.II: 1},
        JenisLampiran.RENAKSI: {Triwulan.II: 1, Triwulan.III: 2},
    }
    tahun = KeadaanTahunan(2026, True, tutup=tutup, has_jadwal=True, belum_bertanda=belum)
    semua = list_langkah(build_ruang(tahun))
    assert [
        (s.judul.split(",")[0].removeprefix("Mintakan tanda tangan "), s.desak) for s in semua
    ] == [
        ("LHE FINAL rev1 TW II 2026", Desak.KINI),
        ("Evaluasi Renja FINAL rev1 TW II 2026", Desak.KINI),
        ("Renaksi cetakan ke-2 TW III 2026", Desak.KINI),
        ("Renaksi TW II 2026", Desak.BOLEH),
    ]
    assert semua[0].perintah == ("lampirkan", "-t", "2", "--sebagai", "lhe")
    assert semua[2].perintah == ("lampirkan", "-t", "3", "--sebagai", "renaksi")


def test_revisi_formulir_dikirim() -> None:
    """Forms that were handed out and issued again: who gets which file; the packages of before are
    made anew."""
    triwulan = replace(
        build_triwulan(read_tabel(KASUS)[3]), revisi={Formulir.LAPORAN: {"STF-01": "outbox/a.xlsx"}}
    )
    tahun = KeadaanTahunan(2026, True, triwulan=(triwulan,), has_jadwal=True)
    (satu,) = list_langkah(build_ruang(tahun, hari="2026-03-10"))
    assert satu.perintah == ("terbitkan", "laporan", "-t", "1", "--paket")
    assert satu.judul.endswith("STF-01 (Rina (contoh))")
    assert satu.rincian == ("  STF-01 (Rina (contoh)): outbox/a.xlsx",)


def test_banyak_revisi_ada_di_daftar_kirim() -> None:
    """Of many revisions the first are named, and where all of them stand."""
    baris = [
        build_baris(Keadaan.BELUM).model_copy(update={"kode": f"STF-{n:02d}"})
        for n in range(MAKS_KIRIM + 2)
    ]
    triwulan = replace(
        build_triwulan(read_tabel(KASUS)[3]),
        papan={f: build_papan(f, *baris) for f in (Formulir.LAPORAN, Formulir.RENAKSI)},
        revisi={Formulir.LAPORAN: {s.kode: "outbox/a.xlsx" for s in baris}},
    )
    tahun = KeadaanTahunan(2026, True, triwulan=(triwulan,), has_jadwal=True)
    semua = list_langkah(build_ruang(tahun, hari="2026-03-10"))
    (satu,) = [s for s in semua if "--paket" in s.perintah]
    assert len(satu.rincian) == MAKS_KIRIM + 1
    assert satu.rincian[-1].startswith("  … dan 2 berkas lagi: bertanda berubah di Daftar_Kirim_")


def test_laporan_tidak_menunggu_renaksi() -> None:
    """Row 3 begins on the first day: its step says that the Renaksi follows, while it isn't printed."""
    triwulan = build_triwulan(read_tabel(KASUS)[0])
    renaksi = build_papan(Formulir.RENAKSI, build_baris(Keadaan.BELUM))
    menanti = replace(triwulan, papan={**triwulan.papan, Formulir.RENAKSI: renaksi})
    for tw, ada in ((triwulan, False), (menanti, True)):
        tahun = KeadaanTahunan(2026, True, triwulan=(tw,), has_jadwal=True)
        semua = list_langkah(build_ruang(tahun, hari="2026-01-08"))
        (terbit,) = [s for s in semua if s.perintah == ("terbitkan", "laporan", "-t", "1")]
        assert ("tidak menunggu Renaksi" in terbit.akan) is ada


def test_yang_mendesak_lebih_dahulu() -> None:
    """The order of the menu: what is overdue, what is due, who is waited for, what may be done."""
    desak = [s.desak for s in list_langkah(build_lengkap())]
    assert desak == sorted(desak, key=list(Desak).index)
    assert set(desak) == set(Desak)


def test_nomor_pekerjaan_lain_tetap() -> None:
    """The same work has the same number in every state, and no two share one."""
    belum, masuk = (
        KeadaanTahunan(2026, True, triwulan=(build_triwulan(kasus),), has_jadwal=True)
        for kasus in read_tabel(KASUS)[3:6:2]
    )
    tertutup = KeadaanTahunan(2026, True, tutup=frozenset(Triwulan))
    semua: dict[tuple[str, ...], set[int]] = {}
    for tahun in (belum, masuk, tertutup):
        lain = list_lain(build_ruang(tahun))
        assert len({p.nomor for p in lain}) == len(lain)
        for p in lain:
            perintah = tuple(k for k in p.langkah.perintah if k != "--tetap")
            semua.setdefault(perintah, set()).add(p.nomor)
    assert len(semua) > 20
    assert [p for p, nomor in semua.items() if len(nomor) > 1] == []


@pytest.mark.parametrize(
    ("laporan", "hari", "perintah"),
    [
        ("diterima", "2026-04-10", "tutup -t 1"),
        ("belum", "2026-04-10", "tutup -t 1 --tetap"),
        ("diterima", "2026-03-10", "tutup -t 1 --tetap"),
    ],
)
def test_menutup_sebelum_lhe(laporan: str, hari: str, perintah: str) -> None:
    """Always among other work; with a reason where it isn't over or somebody is missing."""
    kasus = read_tabel(KASUS)[3] | {"laporan": laporan}
    tahun = KeadaanTahunan(2026, True, triwulan=(build_triwulan(kasus),), has_jadwal=True)
    lain = list_lain(build_ruang(tahun, hari=hari))
    (tutup,) = [p.langkah for p in lain if p.langkah.perintah[0] == "tutup"]
    assert " ".join(tutup.perintah) == perintah
    assert bool(tutup.tanya) is ("--tetap" in perintah)


def test_tahun_baru_diisi_sebelum_ditetapkan() -> None:
    """Blank pagu and targets come before freezing; nothing freezes what isn't typed yet."""
    papan = build_papan(Formulir.MANDAT, build_baris(Keadaan.BELUM, terbit=False))
    tahun = KeadaanTahunan(2027, False, mandat=papan, di_lembar=3, kosong=12)
    langkah = list_langkah(build_ruang(tahun, hari="2027-01-10"))
    assert langkah[0].judul.startswith("Isi pagu dan target 2027")
    assert "12 sel kosong" in langkah[0].judul
    assert ("tetapkan",) not in [s.perintah for s in langkah]


def test_karantina_disebut_dengan_sebab_dan_siapa() -> None:
    """Each file by name, why, and who is to be asked; a long row ends with how many more."""
    isi = tuple(
        IsiKarantina(
            f"{n}.jpg",
            "STF-01 (Rina)",
            "Bukan formulir.",
            saran="Minta formulirnya.",
            berkas=f"ab_{n}.jpg",
        )
        for n in range(7)
    )
    judul = [s.judul for s in list_langkah(build_ruang(karantina=isi))]
    assert judul[0] == (
        "Di karantina: 0.jpg dari STF-01 (Rina). Bukan formulir. Minta formulirnya. Bila sudah diurus, "
        "hapus dari folder karantina: ab_0.jpg"
    )
    assert [len(judul), "2 berkas lagi" in judul[-1]] == [6, True]
    telat = IsiKarantina(
        "b.xlsx", "STF-01 (Rina)", "TW I 2026 sudah ditutup.", disimpan=True, berkas="ab_b.xlsx"
    )
    (satu,) = list_langkah(build_ruang(karantina=(telat,)))
    assert ("Biarkan ab_b.xlsx di sana" in satu.judul, "hapus" in satu.judul) == (True, False)
    assert list_langkah(build_ruang()) == []


ULANG = """
| dibuka     | langkah | berkas                             |
|------------|---------|------------------------------------|
|            | tidak   | -                                  |
| tidak      | tidak   | 1 berkas, 0.xlsx                   |
| tidak ya   | ya      | 2 berkas, 0.xlsx, 1.xlsx           |
| ya ya ya ya | ya     | 4 berkas, 0.xlsx, 1.xlsx dan 2 lagi |
"""


@pytest.mark.parametrize("kasus", read_tabel(ULANG))
def test_dinilai_lagi_selama_ada_yang_dapat_berubah(kasus: Mapping[str, str]) -> None:
    """One name with the first files in it, each named and tried first; pressing only where a triwulan
    was reopened, and gone where nothing is left to be judged."""
    ulang = tuple(
        Ulangan(f"{n}.xlsx", "laporan TW I 2026 STF-01", "karantina", kata == "ya")
        for n, kata in enumerate(kasus["dibuka"].split())
    )
    ruang = build_ruang(ulang=ulang)
    langkah = [s for s in list_langkah(ruang) if s.perintah == ("terima", "--ulang")]
    assert len(langkah) == (kasus["langkah"] == "ya")
    lain = [p for p in list_lain(ruang) if p.langkah.perintah == ("terima", "--ulang")]
    if kasus["berkas"] == "-":
        assert lain == []
        return
    (satu,) = lain
    judul = f"Nilai lagi yang dikembalikan atau dikarantina: {kasus['berkas']}"
    assert {s.judul for s in (satu.langkah, *langkah)} == {judul}
    assert satu.nomor == 2
    assert satu.langkah.coba == ("terima", "--ulang", "--uji-coba")
    assert [b.split()[0] for b in satu.langkah.rincian] == [u.nama for u in ulang]


def test_folder_yang_bukan_ruang_kerja() -> None:
    keadaan = KeadaanRuang(dt.date(2026, 1, 5), None)
    assert [s.perintah for s in list_langkah(keadaan)] == [("mulai",), ("mulai", "--contoh")]
    assert list_lain(keadaan) == []
