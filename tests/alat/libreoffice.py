"""LibreOffice as an officer's hands: one process for all tests, driven through UNO.

UNO bypasses protection, so typing is refused here unless the cell is unlocked (or its sheet
unprotected) and visible. The process starts at the first use, in a profile of its own.
"""

from __future__ import annotations

import atexit
import contextlib
import datetime as dt
import json
import selectors
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.alat.program import PYTHON_UNO, find_soffice

BATAS_DETIK = 1800
"""A slow LibreOffice is waited for; only one that hangs is given up."""
JEDA_DETIK = 5
"""How often a silent one is looked after, whether it still lives."""
PEKERJA = Path(__file__).with_name("pekerja_uno.py")


class LangkahDitolak(Exception):
    """An officer couldn't have done this: the cell is locked, hidden or not there."""


class LibreOfficeBerakhir(Exception):
    """LibreOffice ended or hung over an order."""


class Persen(NamedTuple):
    """85 typed as `85%`: the value 0.85 in a cell that then has a percent format."""

    nilai: float


class Rumus(NamedTuple):
    """A formula typed by the officer, in English (`=SUM(A1;A2)` with semicolons)."""

    teks: str


Ketikan = str | float | bool | dt.date | Persen | Rumus | None
Isian = Mapping[tuple[str, str], Ketikan]
Langkah = Mapping[str, Any]


class _Kantor:
    """The soffice process and the worker script that talks to it, in lines of JSON."""

    def __init__(self) -> None:
        soffice = find_soffice()
        assert soffice is not None, "LibreOffice is missing"
        self.folder = Path(tempfile.mkdtemp(prefix="soffice-"))
        pipa = f"sopkinerja{self.folder.name.replace('-', '')}"
        self.soffice = subprocess.Popen(
            [soffice, f"-env:UserInstallation=file://{self.folder}/profil", "--headless",
             "--invisible", "--norestore", "--nologo", "--nodefault",
             f"--accept=pipe,name={pipa};urp"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        self.pekerja = subprocess.Popen(
            [PYTHON_UNO, PEKERJA, pipa], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def tanya(self, perintah: Mapping[str, Any]) -> Any:
        """One order to the worker, its answer; LangkahDitolak where it refuses."""
        assert self.pekerja.stdin is not None
        assert self.pekerja.stdout is not None
        try:
            self.pekerja.stdin.write(json.dumps(perintah) + "\n")
            self.pekerja.stdin.flush()
            baris = self.pekerja.stdout.readline() if self._tunggu() else ""
        except BrokenPipeError:
            baris = ""
        if not baris:
            tutup()
            raise LibreOfficeBerakhir(f"no answer to {perintah}")
        jawab = json.loads(baris)
        if "ditolak" in jawab:
            raise LangkahDitolak("; ".join(jawab["ditolak"]))
        if "galat" in jawab:
            raise RuntimeError(jawab["galat"])
        return jawab["hasil"]

    def _tunggu(self) -> bool:
        """Waits until the worker has something to say; False where LibreOffice ended or hangs."""
        with selectors.DefaultSelector() as pilih:
            pilih.register(self.pekerja.stdout, selectors.EVENT_READ)
            for _ in range(BATAS_DETIK // JEDA_DETIK):
                if pilih.select(JEDA_DETIK):
                    return True
                if self.soffice.poll() is not None:
                    return False
        return False

    def akhiri(self) -> None:
        """Ends both processes and removes the profile."""
        for proses in (self.pekerja, self.soffice):
            proses.terminate()
        for proses in (self.pekerja, self.soffice):
            try:
                proses.wait(10)
            except subprocess.TimeoutExpired:
                proses.kill()
                proses.wait()
        for pipa in (self.pekerja.stdin, self.pekerja.stdout):
            with contextlib.suppress(BrokenPipeError):
                if pipa is not None:
                    pipa.close()
        shutil.rmtree(self.folder, ignore_errors=True)


_kantor: _Kantor | None = None


def tanya(perintah: Mapping[str, Any]) -> Any:
    """An order to the shared LibreOffice; where that ends over it, a new one is asked, twice.

    The one that ended leaves its lock beside the file, and no other opens a locked file unseen.
    """
    for _ in range(2):
        try:
            return buka().tanya(perintah)
        except LibreOfficeBerakhir:
            berkas = Path(perintah["berkas"])
            berkas.with_name(f".~lock.{berkas.name}#").unlink(missing_ok=True)
    return buka().tanya(perintah)


def buka() -> _Kantor:
    """The shared LibreOffice, started where it isn't running yet."""
    global _kantor
    if _kantor is None:
        _kantor = _Kantor()
    return _kantor


def tutup() -> None:
    """Ends the shared LibreOffice, if it runs."""
    global _kantor
    kantor, _kantor = _kantor, None
    if kantor is not None:
        kantor.akhiri()


atexit.register(tutup)


def soffice_convert(path: Path, jenis: str, folder: Path, hitung_ulang: bool = False) -> Path:
    """The file as xlsx, ods, xls or pdf in `folder`; `hitung_ulang` computes every formula anew."""
    folder.mkdir(parents=True, exist_ok=True)
    tujuan = folder / f"{path.stem}.{jenis}"
    return uno_edit(path, [], tujuan, jenis, hitung_ulang=hitung_ulang)


def uno_edit(
    path: Path, langkah: Sequence[Langkah], tujuan: Path, jenis: str, *, hitung_ulang: bool = False
) -> Path:
    """Opens, does the steps in order, saves as `jenis`. The steps, with 1-based rows:

    `{"op": "isi", "sel": [[lembar, "H9", value], …]}`, `{"op": "sisip_baris", "lembar", "baris"}`,
    `{"op": "sisip_kolom", "lembar", "kolom": "C"}`, `{"op": "hapus_baris", "lembar", "baris"}`,
    `{"op": "ganti_nama", "lembar", "nama"}`, `{"op": "salin_sendiri", "lembar"}` (that sheet alone
    in a new workbook), `{"op": "hapus_lembar", "lembar"}`, `{"op": "gandakan", "lembar", "nama"}`,
    `{"op": "buka_kunci", "lembar"}`, and those of pekerja_tangan.py (`ketik`, `urutkan`, `tarik` …).
    """
    return uno_batch([(path, langkah, tujuan, jenis)], hitung_ulang=hitung_ulang)[0]


def uno_batch(
    pekerjaan: Sequence[tuple[Path, Sequence[Langkah], Path, str]], *, hitung_ulang: bool = False
) -> list[Path]:
    """Several uno_edit in one go."""
    for path, langkah, tujuan, jenis in pekerjaan:
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        tanya({"op": "ubah", "berkas": str(path.resolve()), "langkah": list(langkah),
               "tujuan": str(tujuan.resolve()), "jenis": jenis, "hitung": hitung_ulang})  # fmt: skip
    return [tujuan for _, _, tujuan, _ in pekerjaan]


def uno_fill(path: Path, isi: Isian, tujuan: Path, jenis: str = "xlsx") -> Path:
    """Types `{(lembar, sel): nilai}` as an officer would and saves; LangkahDitolak where a cell is
    locked on a protected sheet, hidden, not there, or its dropdown doesn't offer the value."""
    return uno_edit(path, [build_isi(isi)], tujuan, jenis)


def build_isi(isi: Isian) -> Langkah:
    """The step of uno_edit that types these values."""
    return {"op": "isi", "sel": [[lembar, sel, _kode(n)] for (lembar, sel), n in isi.items()]}


def uno_read(path: Path, *, hitung_ulang: bool = False) -> dict[str, dict[str, Any]]:
    """Every filled cell by sheet and address as LibreOffice sees it: a text, a float, or
    `{"galat": number}` for an error; formulas give their result."""
    hasil: dict[str, dict[str, Any]] = tanya(
        {"op": "baca", "berkas": str(path.resolve()), "hitung": hitung_ulang}
    )
    return hasil


def _kode(nilai: Ketikan) -> Any:
    if isinstance(nilai, Persen):
        return {"persen": nilai.nilai}
    if isinstance(nilai, Rumus):
        return {"rumus": nilai.teks}
    if isinstance(nilai, dt.date):
        return {"tanggal": [nilai.day, nilai.month, nilai.year]}
    return nilai
