"""Writing the bundle of a triwulan: one plain zip, equal bytes for an equal register."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.jurnal import build_program, check_rantai, read_jurnal
from sopkinerja.bundel import manifest, teks
from sopkinerja.bundel.daftar import build_daftar
from sopkinerja.bundel.manifest import BerkasBundel, IsiBundel, Manifest
from sopkinerja.bundel.susun import list_isi, trim_jurnal
from sopkinerja.istilah import Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.ruang import Ruang

SAAT = (2000, 1, 1, 0, 0, 0)
PADAT = (".xlsx", ".xlsm", ".ods", ".gz", ".zip", ".pdf", ".jpg", ".jpeg", ".png")
"""Compressed already."""


def issue_bundel(ruang: Ruang, agenda: Agenda, tahun: int, triwulan: Triwulan) -> tuple[Path, int]:
    """Hands the bundle out; returns where it lies and how many files it holds. SopKinerjaError where
    nothing of that triwulan was printed, or arsip/ isn't whole."""
    dicetak = any(c[1:3] == (tahun, triwulan.value) for c in agenda.read_cetakan())
    if not dicetak:
        raise SopKinerjaError(
            f"Belum ada matriks atau LHE TW {triwulan.romawi} {tahun} yang dicetak. Jalankan: "
            f"sopkinerja matriks -t {triwulan.value}"
        )
    halaman = trim_jurnal(tuple(check_rantai(read_jurnal(ruang.akar))))
    opd = _find_opd(agenda)
    daftar = list(list_isi(ruang, agenda, halaman, tahun, triwulan))
    daftar.append(build_daftar(opd, tahun, triwulan, [i.berkas for i in daftar]))
    daftar.append(_build_baca_saya(opd, tahun, triwulan))
    isi = Manifest(
        program=build_program(), opd=opd, tahun=tahun, triwulan=triwulan.value,
        jurnal=len(halaman), berkas=tuple(i.berkas for i in daftar),
    )  # fmt: skip
    nama = f"Bundel_TW{triwulan.value}_{tahun}.zip"
    tujuan = ruang.build_outbox(tahun, triwulan.value) / nama
    return agenda.write_keluaran(tujuan, render_zip(isi, daftar)), len(daftar)


def _find_opd(agenda: Agenda) -> str:
    return ", ".join(sorted(agenda.read_daftar_opd()))


def _build_baca_saya(opd: str, tahun: int, triwulan: Triwulan) -> IsiBundel:
    isi = teks.BACA_SAYA.format(opd=opd, tahun=tahun, romawi=triwulan.romawi)
    bita = b"\xef\xbb\xbf" + isi.replace("\n", "\r\n").encode()
    sha = hashlib.sha256(bita).hexdigest()
    return IsiBundel(
        BerkasBundel(nama=manifest.BACA_SAYA, sha256=sha, apa=manifest.BACA_SAYA), bita
    )


def render_zip(isi: Manifest, daftar: list[IsiBundel]) -> bytes:
    """The zip; what is compressed already is only stored."""
    tujuan = io.BytesIO()
    with zipfile.ZipFile(tujuan, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, bita in _list_anggota(isi, daftar):
            info = zipfile.ZipInfo(nama, SAAT)
            padat = nama.lower().endswith(PADAT)
            info.compress_type = zipfile.ZIP_STORED if padat else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            arsip.writestr(info, bita)
    return tujuan.getvalue()


def _list_anggota(isi: Manifest, daftar: list[IsiBundel]) -> Iterator[tuple[str, bytes]]:
    """BACA_SAYA first, then the manifest, then by name; a file that is there twice once."""
    urut = sorted(daftar, key=lambda i: (i.berkas.nama != manifest.BACA_SAYA, i.berkas.nama))
    semua = {i.berkas.nama: i.isi or b"" for i in urut}
    yield urut[0].berkas.nama, semua.pop(urut[0].berkas.nama)
    yield manifest.NAMA, isi.render()
    yield from semua.items()
