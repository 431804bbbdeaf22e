"""An office whose inbox holds all there is: forms, faulty ones, copies, zips, photos, odd names."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.mandat.pembekuan import apply_tetapkan
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.mandat.tetapkan import plan_tetapkan
from sopkinerja.mulai import create_ruang
from sopkinerja.ruang import Ruang
from tests.alur import kecil
from tests.alur.kiriman import build_indikator, isi_agenda, sidik

TERIMA = ("terima", "--tanggal", "2026-04-07")
ANEH = (
    "é 表 😀.xlsx",
    "فارم.xlsx",
    "a" * 240 + ".xlsx",
    "b\n\t.xlsx",
    "IMG FIX (2).XLSX",
    "+1.xlsx",
)
SISA = (".tulis-", ".sopkinerja.niat", "disimpan", "(sebelumnya)", "sopkinerja.db-journal")
LAMA = 1775620800
"""So old that nothing is taken to be still on its way."""


def create_kantor(folder: Path, jumlah: int) -> Ruang:
    """A workspace with `jumlah` staff below a Kabid, whose forms of TW I are out."""
    kode = [f"STF-{n:02d}" for n in range(1, jumlah + 1)]
    dasar = kecil.build_referensi(tuple(build_indikator(k) for k in ("BID-01", *kode)))
    kepala, staf = dasar.jabatan[:3], dasar.jabatan[3]
    referensi = dasar.model_copy(
        update={
            "jabatan": (*kepala, *(staf.model_copy(update={"kode": k}) for k in kode)),
            "pegawai": (
                *dasar.pegawai[:3],
                *(
                    dasar.pegawai[3].model_copy(
                        update={"jabatan": k, "nip": f"19810101200501{n:04d}"}
                    )
                    for n, k in enumerate(kode, 1001)
                ),
            ),
        }
    )
    ruang = Ruang(folder)
    ruang.akar.mkdir()
    write_referensi(ruang.berkas_referensi, referensi)
    create_ruang(ruang)
    with Agenda(ruang.berkas_agenda) as agenda:
        apply_tetapkan(agenda, plan_tetapkan(referensi, [], dt.date(2026, 2, 27)))
    return ruang


def isi_inbox(ruang: Ruang, jumlah: int) -> None:
    """Drops so many files: of each form one, some faulty; the rest copies, zips and what is no
    form."""
    formulir = kecil.issue(ruang)
    nama = iter([*ANEH, *(f"Bidang {n % 4}/kiriman {n}.xlsx" for n in range(len(formulir)))])
    terisi = []
    for ke, (jabatan, asal) in enumerate(formulir.items()):
        tujuan = ruang.inbox / next(nama)
        tujuan.parent.mkdir(exist_ok=True)
        terisi.append(kecil.ketik(asal, _build_isian(jabatan, ke), tujuan))
    for ke in range(jumlah - len(terisi)):
        _taruh_lain(ruang.inbox, ke, terisi[ke % len(terisi)])
    for berkas in ruang.inbox.rglob("*"):
        os.utime(berkas, (LAMA, LAMA))


def _build_isian(jabatan: str, ke: int) -> dict[tuple[str, str, str], Any]:
    kode = f"{jabatan}.01"
    realisasi = None if ke % 4 == 3 else 10.0 + ke
    return {
        ("laporan", kode, "realisasi"): realisasi,
        ("laporan", kode, "bukti_dukung"): "daftar hadir",
        ("laporan", kode, "penjelasan"): "Ada tambahan peserta dari kecamatan lain",
    }


def _taruh_lain(inbox: Path, ke: int, formulir: Path) -> None:
    """A copy under another name, a zip of one form and of one text, or something else altogether."""
    match ke % 8:
        case 0:
            shutil.copyfile(formulir, inbox / f"salinan {ke}.xlsx")
        case 1:
            with zipfile.ZipFile(inbox / f"kiriman {ke}.zip", "w") as zip_:
                zip_.write(formulir, f"isi/{ke}.xlsx")
                zip_.writestr(f"catatan {ke}.txt", f"catatan {ke}")
        case 2 | 4 | 6:
            (inbox / f"surat {ke}.doc").write_bytes(b"{\\rtf1 " + str(ke).encode() + b"}")
        case _:
            (inbox / f"rusak {ke}.xlsx").write_bytes(formulir.read_bytes()[: 2000 + ke])


def salin(ruang: Ruang, tujuan: Path) -> Ruang:
    """A copy of the workspace."""
    return Ruang(shutil.copytree(ruang.akar, tujuan))


TANPA_KUASA = (
    ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
    if sys.platform == "linux" and os.geteuid() == 0
    else ()
)
"""What makes root heed the rights of folders, as everybody else does."""


def jalankan(ruang: Ruang, batas: int = 0, *perintah: str) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own, ended at its `batas`-th doing."""
    argumen = [str(ruang.akar), str(batas), *(perintah or TERIMA)]
    return subprocess.run(
        [*TANPA_KUASA, sys.executable, "-m", "tests.tahan.bunuh", *argumen],
        capture_output=True,
        text=True,
        check=False,
    )


def jalankan_dibuka(ruang: Ruang, nama: str) -> subprocess.CompletedProcess[str]:
    """terima while another program holds a file of inbox/, as Windows does: it can be read, and not
    removed."""
    kata = (
        "import os, sys; from sopkinerja.cli import main\n"
        "def tahan(apa, isi):\n"
        "    if apa == 'os.remove' and os.fsdecode(isi[0]).endswith('inbox/' + sys.argv[1]):\n"
        "        raise PermissionError(13, 'dibuka')\n"
        "sys.addaudithook(tahan); main(sys.argv[2:])"
    )
    return subprocess.run(
        [sys.executable, "-c", kata, nama, "--ruang", str(ruang.akar), *TERIMA],
        capture_output=True,
        text=True,
        check=False,
    )


def jalankan_sesak(ruang: Ruang, bita: int) -> subprocess.CompletedProcess[str]:
    """terima where no file can grow beyond so many bytes: what a full disk does, at a chosen place."""
    kata = (
        "import resource, sys; from sopkinerja.cli import main; "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2); main(sys.argv[2:])"
    )
    return subprocess.run(
        [sys.executable, "-c", kata, str(bita), "--ruang", str(ruang.akar), *TERIMA],
        capture_output=True,
        text=True,
        check=False,
    )


def potret(ruang: Ruang) -> tuple[dict[str, str], dict[str, list[Any]]]:
    """Every file with its SHA-256 and every row of the register, but for what every run adds: its
    receipt, its line, its page of the journal."""
    berkas = sidik(ruang, "sopkinerja.db", "arsip/jurnal")
    agenda = isi_agenda(ruang, "terima", "jurnal")
    agenda["keluaran"] = [b for b in agenda["keluaran"] if "tanda-terima" not in b[1]]
    return {n: s for n, s in berkas.items() if "tanda-terima" not in n}, agenda


def find_sisa(ruang: Ruang) -> list[str]:
    """What a run leaves only where it was killed."""
    semua = (p.relative_to(ruang.akar).as_posix() for p in ruang.akar.rglob("*"))
    return sorted(n for n in semua if any(s in n for s in SISA))
