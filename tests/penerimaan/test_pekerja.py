"""A hostile file ends its reader and nothing else."""

from __future__ import annotations

import contextlib
import io
import os
import pickle
import signal
import zipfile
from pathlib import Path

import pytest

from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.katalog import Kode
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.penerimaan.batas import build_detik_hitung
from sopkinerja.penerimaan.kumpulkan import open_isi
from sopkinerja.penerimaan.pekerja import Pekerja, read_pesan, write_pesan
from sopkinerja.penerimaan.pembacaan import (
    MAKS_MIB_SEMUA,
    BerkasTitipan,
    Pembaca,
    PembacaTitipan,
    baca_semua,
    lepas_pembaca,
)
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import Temuan
from tests.penerimaan.serangan import LAPORAN, SERANGAN, read_bagian
from tests.penerimaan.test_amankan import XLSX

LEMBAR = "xl/worksheets/sheet1.xml"
UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def build_dengan(lembar: str) -> bytes:
    """A valid workbook whose sheet holds this XML instead."""
    wadah = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(XLSX)) as asal,
        zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as baru,
    ):
        for nama in asal.namelist():
            baru.writestr(nama, lembar if nama == LEMBAR else asal.read(nama))
    return wadah.getvalue()


def build_lembar(*sel: str) -> str:
    isi = "".join(sel)
    return f'<worksheet xmlns="{UTAMA}"><sheetData>{isi}</sheetData></worksheet>'


def build_sel(alamat: str, baris: int) -> str:
    return f'<row r="{baris}"><c r="{alamat}"><v>1</v></c></row>'


RAKSASA = build_dengan(build_lembar(build_sel("A1", 1), build_sel("XFD1048576", 1_048_576)))
"""Two cells, a grid of 17 thousand million: the fast reader aborts."""
BESAR = build_dengan(build_lembar(build_sel("A1", 1), build_sel("CV1048576", 1_048_576)))
"""A grid that fits no memory limit of ours."""


def read_kode(berkas: list[tuple[str, bytes]], pengaturan: Pengaturan) -> list[str]:
    hasil = list(baca_semua(berkas, pengaturan))
    assert [nomor for nomor, _ in hasil] == list(range(len(berkas)))
    return [h.kode.name if isinstance(h, Temuan) else h.jenis for _, h in hasil]


def test_tetangga_berkas_jahat_tetap_terbaca() -> None:
    berkas = [
        ("a.xlsx", XLSX),
        ("raksasa.xlsx", RAKSASA),
        ("b.xlsx", XLSX),
        ("besar.xlsx", BESAR),
        ("rusak.xlsx", XLSX[:-40]),
        ("c.xlsx", XLSX),
        ("d.xlsx", XLSX),
        ("e.xlsx", XLSX),
    ]
    assert read_kode(berkas, Pengaturan(maks_mib_baca=400)) == [
        "xlsx", "BERKAS_010", "xlsx", "BERKAS_010", "BERKAS_001", "xlsx", "xlsx", "xlsx",
    ]  # fmt: skip


def test_pekerja_yang_macet_diakhiri() -> None:
    pekerja = Pekerja(1024)
    assert isinstance(pekerja.baca("a.xlsx", XLSX, 60), BukuTerbaca)
    os.kill(pekerja.proses.pid, signal.SIGSTOP)
    hasil = pekerja.baca("macet.xlsx", XLSX, 0.2)
    assert isinstance(hasil, Temuan)
    assert hasil.kode is Kode.BERKAS_011
    assert pekerja.is_mati
    pekerja.tutup()


def test_yang_dibunuh_dari_luar_dicoba_lagi() -> None:
    """As the system does where memory runs out: the file has no part in it."""
    pembaca = Pembaca(640, 20)
    assert isinstance(pembaca.baca("a.xlsx", XLSX), BukuTerbaca)
    lama = pembaca.pekerja
    assert lama is not None
    os.kill(lama.proses.pid, signal.SIGKILL)
    assert isinstance(pembaca.baca("a.xlsx", XLSX), BukuTerbaca)
    assert pembaca.pekerja not in (None, lama)
    pembaca.tutup()


def test_titipan_membawa_bitanya_sendiri(tmp_path: Path) -> None:
    """What is read elsewhere needs nothing of this folder any more; what has changed isn't sent."""
    jalur = tmp_path / "a.xlsx"
    jalur.write_bytes(XLSX)
    titipan = BerkasTitipan("a.xlsx", open_isi(jalur))
    kiriman = pickle.dumps(titipan)
    assert titipan.besar == len(XLSX)
    jalur.write_bytes(XLSX[:-1])
    assert isinstance(PembacaTitipan(640, 20)(pickle.loads(kiriman)), BukuTerbaca)
    lepas_pembaca()
    with pytest.raises(SopKinerjaError, match="berubah"):
        pickle.dumps(titipan)


def test_hitungan_tanpa_akhir_dihentikan() -> None:
    """The processor's time is bounded besides the time that is waited."""
    isi = SERANGAN["bom_gib"](read_bagian(XLSX) | {LAPORAN: build_lembar().encode()})
    pekerja = Pekerja(640)
    hasil = pekerja.baca("lama.xlsx", isi, 7)
    assert isinstance(hasil, Temuan)
    assert hasil.kode is Kode.BERKAS_011
    assert pekerja.is_mati
    pekerja.tutup()
    assert [build_detik_hitung(d) for d in (20, 7, 0.2)] == [5, 1, 1]


def test_pekerja_serentak_muat_dalam_ingatan() -> None:
    assert MAKS_MIB_SEMUA // Pengaturan().maks_mib_baca == 2


def test_jawaban_yang_terpotong_bukan_jawaban() -> None:
    """A worker that is killed while it answers has said nothing."""
    pipa = io.BytesIO()
    write_pesan(pipa, ("buku", "isi" * 50))
    utuh = pipa.getvalue()
    assert read_pesan(io.BytesIO(utuh)) == ("buku", "isi" * 50)
    assert [n for n in range(len(utuh)) if read_pesan(io.BytesIO(utuh[:n])) is not None] == []


def test_tanpa_berkas() -> None:
    assert list(baca_semua([], Pengaturan())) == []


def test_ditinggalkan_di_tengah() -> None:
    for nomor, hasil in baca_semua([("a.xlsx", XLSX)] * 20, Pengaturan()):
        assert nomor == 0
        assert isinstance(hasil, BukuTerbaca)
        break


def test_yang_mati_tanpa_salah_dicoba_lagi() -> None:
    """Readers that something else ends cost nothing: what they were reading is read again."""
    berkas = [(f"{n}.xlsx", XLSX) for n in range(30)]
    jalan = baca_semua(berkas, Pengaturan())
    hasil = [next(jalan)]
    anak = Path(f"/proc/{os.getpid()}/task")
    for pid in {p for t in anak.glob("*/children") for p in t.read_text().split()}:
        with contextlib.suppress(ProcessLookupError):
            os.kill(int(pid), signal.SIGKILL)
    hasil += jalan
    assert [nomor for nomor, _ in hasil] == list(range(30))
    assert all(isinstance(isi, BukuTerbaca) for _, isi in hasil)


def test_pembaca_yang_tidak_berjalan_bukan_salah_berkasnya(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A reader that can't even start ends the run; no file is held for it."""
    monkeypatch.setenv("PYTHONHOME", "/tidak/ada")
    with pytest.raises(SopKinerjaError, match="tidak ada berkas yang dinilai"):
        list(baca_semua([("a.xlsx", XLSX)] * 8, Pengaturan()))
