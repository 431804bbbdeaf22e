"""The intent of a transaction: undone to the last byte, or finished, from what lies on the disk."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sopkinerja.agenda.isi import hash_isi
from sopkinerja.agenda.niat import NAMA, Niat, recover
from sopkinerja.kesalahan import SopKinerjaError
from tests.alur.kiriman import isi_folder

SEMUA = {
    "a.txt": b"lama a",
    "b/b.txt": b"lama b",
    "inbox/x.txt": b"kiriman",
    "inbox/y.txt": b"lain",
}


@pytest.fixture
def ruang(tmp_path: Path) -> Path:
    for nama, isi in SEMUA.items():
        (tmp_path / nama).parent.mkdir(exist_ok=True)
        (tmp_path / nama).write_bytes(isi)
    return tmp_path


def mulai(ruang: Path, sampai: int) -> None:
    """Does the first `sampai` steps of a transaction, and then nothing more: it was killed."""
    niat = Niat(ruang, 5)
    ganti, baru = ruang / "a.txt", ruang / "c/d/baru.txt"
    siap: dict[Path, Path] = {}

    def siapkan(tujuan: Path, isi: bytes) -> None:
        siap[tujuan] = niat.note_pasang(tujuan, hash_isi(isi))
        siap[tujuan].write_bytes(isi)

    def buat_folder(folder: Path) -> None:
        niat.note_folder(folder)
        folder.mkdir()

    cadangan: list[Path] = []
    langkah = (
        lambda: siapkan(ganti, b"baru a"),
        lambda: buat_folder(ruang / "c"),
        lambda: buat_folder(ruang / "c/d"),
        lambda: siapkan(baru, b"baru d"),
        lambda: niat.note_buang(ruang / "inbox/x.txt", hash_isi(b"kiriman")),
        lambda: niat.note_buang(ruang / "inbox/y.txt", ""),
        lambda: cadangan.append(niat.note_cadangan(ganti)),
        lambda: cadangan[0].write_bytes(b"lam"),
        lambda: cadangan[0].write_bytes(b"lama a"),
        lambda: siap[ganti].replace(ganti),
        lambda: siap[baru].replace(baru),
    )
    for satu in langkah[:sampai]:
        satu()
    niat.close()


def potret(ruang: Path) -> dict[str, bytes]:
    return {n: (ruang / n).read_bytes() for n in isi_folder(ruang)}


@pytest.mark.parametrize("sampai", range(1, 12))
def test_yang_belum_tercatat_dibatalkan(ruang: Path, sampai: int) -> None:
    mulai(ruang, sampai)
    assert recover(ruang, 4)
    assert potret(ruang) == SEMUA
    assert not (ruang / "c").exists()
    assert not recover(ruang, 4)


def test_yang_sudah_tercatat_diselesaikan(ruang: Path) -> None:
    mulai(ruang, 11)
    (ruang / "inbox/y.txt").unlink()
    assert recover(ruang, 5)
    assert potret(ruang) == {"a.txt": b"baru a", "b/b.txt": b"lama b", "c/d/baru.txt": b"baru d"}


def test_yang_baru_ditaruh_tidak_dibuang(ruang: Path) -> None:
    mulai(ruang, 11)
    (ruang / "inbox/x.txt").write_bytes(b"kiriman yang lebih baru")
    assert recover(ruang, 5)
    assert (ruang / "inbox/x.txt").read_bytes() == b"kiriman yang lebih baru"
    assert not (ruang / "inbox/y.txt").exists()


def test_yang_diketik_sesudahnya_tinggal_di_samping_yang_lama(ruang: Path) -> None:
    mulai(ruang, 11)
    (ruang / "a.txt").write_bytes(b"diketik")
    (ruang / "c/d/baru.txt").write_bytes(b"diketik juga")
    assert recover(ruang, 4)
    assert potret(ruang) == SEMUA | {
        "a.txt": b"diketik", "a (sebelumnya).txt": b"lama a", "c/d/baru.txt": b"diketik juga",
    }  # fmt: skip


def test_ruang_kerja_yang_dipindahkan(
    ruang: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A workspace that was copied to another place, killed run and all."""
    mulai(ruang, 11)
    lain = Path(shutil.copytree(ruang, tmp_path_factory.mktemp("lain") / "ruang"))
    assert recover(lain, 4)
    assert potret(lain) == SEMUA
    assert (ruang / "a.txt").read_bytes() == b"baru a"


@pytest.mark.parametrize("ekor", [b"", b'["pasang", "a.t', b"\x00\x00\x00\n", b"bukan daftar\n"])
def test_baris_terpotong_belum_dikerjakan(ruang: Path, ekor: bytes) -> None:
    mulai(ruang, 10)
    with (ruang / NAMA).open("ab") as berkas:
        berkas.write(ekor)
    assert recover(ruang, 4)
    assert potret(ruang) == SEMUA


def test_niat_kosong_tidak_berbuat_apa_pun(ruang: Path) -> None:
    (ruang / NAMA).touch()
    assert recover(ruang, 0)
    assert potret(ruang) == SEMUA


def test_yang_tidak_dapat_dirapikan_disebut(ruang: Path) -> None:
    """It stays on the record until it can be; nothing else is done meanwhile."""
    mulai(ruang, 10)
    (sementara,) = (ruang / "c/d").glob(".tulis-*")
    sementara.unlink()
    sementara.mkdir()
    with pytest.raises(SopKinerjaError, match="terputus, tidak dapat dirapikan"):
        recover(ruang, 4)
    sementara.rmdir()
    assert recover(ruang, 4)
    assert potret(ruang) == SEMUA
