"""Files and register change together or not at all; what somebody typed in outbox/ is kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.kesalahan import SopKinerjaError
from tests.alur.kiriman import isi_folder

SAAT = 1775620800  # 8 April 2026, 12.00 WITA


@pytest.fixture
def ruang(tmp_path: Path) -> Path:
    Agenda.create(tmp_path / "sopkinerja.db")
    return tmp_path


def tulis(ruang: Path, nama: str, isi: bytes) -> tuple[Path, list[str]]:
    """One run that hands out one file; where it lies, and what was told."""
    with Agenda(ruang / "sopkinerja.db") as agenda:
        return agenda.write_keluaran(ruang / nama, isi), [k.render() for k in agenda.kabar]


def ketik(berkas: Path, isi: bytes) -> None:
    berkas.write_bytes(isi)
    os.utime(berkas, (SAAT, SAAT))


def test_yang_masih_milik_kita_diganti_diam_diam(ruang: Path) -> None:
    """Also one that holds older bytes of ours, or bytes of ours from another place."""
    tulis(ruang, "outbox/a.xlsx", b"satu")
    tulis(ruang, "outbox/b.xlsx", b"lain")
    for ada in (b"satu", b"dua", b"satu", b"lain"):
        (ruang / "outbox/a.xlsx").write_bytes(ada if ada != b"dua" else b"satu")
        assert tulis(ruang, "outbox/a.xlsx", b"dua") == (ruang / "outbox/a.xlsx", [])
    assert not (ruang / "disimpan").exists()


@pytest.mark.parametrize("nama", ["outbox/2026/TW1/Rapat.xlsx", "outbox/a.ics", "outbox/x/y/z"])
def test_yang_diketik_disimpan_dan_disebut(ruang: Path, nama: str) -> None:
    tulis(ruang, nama, b"kami")
    berkas = ruang / nama
    salinan = Path("disimpan") / Path(nama).relative_to("outbox")
    salinan = salinan.with_name(f"{salinan.stem}_2026-04-08{salinan.suffix}")
    for ke, isi in enumerate((b"diketik", b"diketik lagi", b"diketik"), 1):
        ketik(berkas, isi)
        tempat, (kabar,) = tulis(ruang, nama, b"baru %d" % ke)
        assert tempat == berkas
        assert nama in kabar
        assert "inbox/" in kabar
    assert (ruang / salinan).read_bytes() == b"diketik"
    kedua = salinan.with_name(f"{salinan.stem}_2{salinan.suffix}")
    assert (ruang / kedua).read_bytes() == b"diketik lagi"
    assert len(isi_folder(ruang / "disimpan")) == 2  # the same bytes once more need no third


def test_ruang_kerja_lama_tidak_kehilangan_apa_pun(ruang: Path) -> None:
    """What the register never heard of isn't taken for ours."""
    (ruang / "outbox").mkdir()
    ketik(ruang / "outbox/a.xlsx", b"entah siapa")
    _, (kabar,) = tulis(ruang, "outbox/a.xlsx", b"kami")
    assert "disimpan/a_2026-04-08.xlsx" in kabar
    assert (ruang / "disimpan/a_2026-04-08.xlsx").read_bytes() == b"entah siapa"


def test_isi_yang_sama_tidak_disentuh(ruang: Path) -> None:
    """Someone else's bytes that are what we would write: nothing to keep, nothing to say."""
    (ruang / "outbox").mkdir()
    ketik(ruang / "outbox/a.xlsx", b"kami")
    assert tulis(ruang, "outbox/a.xlsx", b"kami") == (ruang / "outbox/a.xlsx", [])
    assert (ruang / "outbox/a.xlsx").stat().st_mtime == SAAT


def test_di_luar_outbox_tidak_ada_yang_disimpan(ruang: Path) -> None:
    """arsip/Indeks.xlsx and referensi.xlsx have their own rules."""
    (ruang / "arsip").mkdir()
    ketik(ruang / "arsip/Indeks.xlsx", b"lama")
    assert tulis(ruang, "arsip/Indeks.xlsx", b"baru")[1] == []


@pytest.mark.parametrize("kunci", ["~$a.xlsx", ".~lock.a.xlsx#", ".~a.xlsx"])
def test_yang_sedang_dibuka_dibiarkan(ruang: Path, kunci: str) -> None:
    tulis(ruang, "outbox/a.xlsx", b"kami")
    ketik(ruang / "outbox/a.xlsx", b"diketik")
    (ruang / "outbox" / kunci).touch()
    for ke in (1, 2):
        tempat, (kabar,) = tulis(ruang, "outbox/a.xlsx", b"baru %d" % ke)
        assert tempat == ruang / "outbox/a (2).xlsx"
        assert "sedang dibuka" in kabar
    assert (ruang / "outbox/a.xlsx").read_bytes() == b"diketik"
    assert tempat.read_bytes() == b"baru 2"
    (ruang / "outbox" / kunci).unlink()
    _, (kabar,) = tulis(ruang, "outbox/a.xlsx", b"baru 3")
    assert "disimpan/" in kabar


def test_kunci_tanpa_berkasnya_tidak_menghalangi(ruang: Path) -> None:
    (ruang / "outbox").mkdir()
    (ruang / "outbox/~$a.xlsx").touch()
    assert tulis(ruang, "outbox/a.xlsx", b"kami") == (ruang / "outbox/a.xlsx", [])


def _folder(tujuan: Path) -> None:
    tujuan.mkdir(parents=True)


def _berkas(tujuan: Path) -> None:
    tujuan.parent.parent.mkdir(parents=True, exist_ok=True)
    tujuan.parent.write_bytes(b"bukan folder")


@pytest.mark.parametrize("rintang", [_folder, _berkas])
def test_gagal_di_tengah_tidak_meninggalkan_apa_pun(ruang: Path, rintang: object) -> None:
    """The third of three can't be written: old files as they were, new ones and their folders gone,
    no copy in disimpan/, nothing on the record, nothing told."""
    assert callable(rintang)
    tulis(ruang, "outbox/a.xlsx", b"kami")
    ketik(ruang / "outbox/a.xlsx", b"diketik")
    rintang(ruang / "outbox/z/z.xlsx")
    sebelum = isi_folder(ruang)
    with Agenda(ruang / "sopkinerja.db") as agenda:
        gagal = pytest.raises(SopKinerjaError, match=r"z\.xlsx tidak dapat ditulis")
        with gagal, agenda.transaksi():
            agenda.write_keluaran(ruang / "outbox/a.xlsx", b"baru")
            agenda.write_keluaran(ruang / "outbox/baru/b.xlsx", b"baru juga")
            agenda.write_keluaran(ruang / "outbox/z/z.xlsx", b"tidak bisa")
        assert agenda.kabar == []
    assert isi_folder(ruang) == sebelum
    assert (ruang / "outbox/a.xlsx").read_bytes() == b"diketik"
    assert not (ruang / "outbox/baru").exists()
    assert len(tulis(ruang, "outbox/a.xlsx", b"baru juga")[1]) == 1  # those bytes aren't ours yet


def test_galat_sesudah_semua_ditulis_pun_membatalkan(ruang: Path) -> None:
    """A transaction inside another is part of it."""
    tulis(ruang, "outbox/a.xlsx", b"kami")
    agenda = Agenda(ruang / "sopkinerja.db")
    with agenda, pytest.raises(ZeroDivisionError), agenda.transaksi():  # noqa: PT012
        with agenda.transaksi():
            agenda.write_keluaran(ruang / "outbox/a.xlsx", b"baru")
            agenda.write_keluaran(ruang / "outbox/b.xlsx", b"baru")
        raise ZeroDivisionError
    assert isi_folder(ruang / "outbox") == ["a.xlsx"]
    assert (ruang / "outbox/a.xlsx").read_bytes() == b"kami"
