"""Handing the packages out: only what changed is written anew, and the register knows each package."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.isi import hash_berkas, hash_isi
from sopkinerja.formulir.edaran import Papan, Urusan
from sopkinerja.formulir.jenis import Jenis
from sopkinerja.istilah import Formulir
from sopkinerja.paket import petunjuk
from sopkinerja.paket.banding import Kabaran, PaketLalu, compare
from sopkinerja.paket.buku import render_daftar
from sopkinerja.paket.ganti import build_ganti
from sopkinerja.paket.model import PaketUnit
from sopkinerja.paket.nota import render_nota
from sopkinerja.paket.pengantar import Pengantar, build_pengantar
from sopkinerja.paket.susun import build_paket, find_awal, find_terbaru
from sopkinerja.paket.teks import NAMA_DAFTAR
from sopkinerja.paket.wadah import Anggota, render_zip
from sopkinerja.ruang import Ruang, build_waktu

NAMA_NOTA = "Nota_Dinas.xlsx"


class HasilPaket(NamedTuple):
    """What one run packed: which package, which units' zips were written anew, which were left as
    they lay, where the list is; `ditahan` are forms that aren't as they were issued, or are gone;
    `ulang` is the day of the package where this is that one again."""

    nomor: int
    folder: Path
    ditulis: tuple[PaketUnit, ...]
    tetap: tuple[PaketUnit, ...]
    daftar: Path | None
    ditahan: tuple[str, ...]
    ulang: dt.date | None = None

    @property
    def isi(self) -> dict[Kabaran, list[str]]:
        """Whose forms are to be sent and whose aren't, by why."""
        semua = [f for p in self.ditulis + self.tetap for f in p.formulir]
        milik = {k: [f.status.kode for f in semua if f.kabar is k] for k in Kabaran}
        return {k: daftar for k, daftar in milik.items() if daftar}


def build_folder_paket(ruang: Ruang, papan: Papan) -> Path:
    """`outbox/<tahun>/TW<n>/paket`; of other kinds in their own folder."""
    folder = ruang.build_outbox(papan.tahun, papan.triwulan)
    return (
        folder if papan.formulir is Formulir.LAPORAN else folder / papan.formulir.value
    ) / "paket"


def issue_paket(urusan: Urusan, papan: Papan, jenis: Jenis[Any]) -> HasilPaket:
    """Writes each unit's zip and the list by which they are sent, and puts the package on record
    where it differs from the last one. What was issued on an earlier day and never packed counts as
    handed out on that day."""
    ruang, agenda = urusan.ruang, urusan.agenda
    folder, pengantar = build_folder_paket(ruang, papan), build_pengantar(urusan, papan)
    dibuat = agenda.read_terbitan_triwulan(papan.formulir, papan.tahun, papan.triwulan)
    terbitan = find_terbaru(urusan, papan, dibuat)
    utuh = {k: t for k, t in terbitan.items() if _is_utuh(ruang.akar / t.berkas, t.sha256)}
    kini = {k: t.sha256 for k, t in utuh.items()}
    riwayat = read_riwayat(agenda, papan)
    banding = compare(kini, riwayat, find_awal(dibuat), urusan.waktu.date())
    menurut_sha = {t.sha256: t for t in dibuat}
    ganti = {
        s.kode: build_ganti(jenis, s, b, menurut_sha.get(b.lama), utuh[s.kode])
        for s in papan.baris
        if (b := banding.isi.get(s.kode))
    }
    semua = build_paket(urusan, papan, pengantar, utuh, banding, ganti)
    ditahan = tuple(k for k in terbitan if k not in utuh)
    if not semua:
        return HasilPaket(banding.nomor, folder, (), (), None, ditahan)
    with agenda.transaksi():
        lama = {p.nama: _hash(folder / p.nama) for p in semua}
        zip_ = {p.nama: _write_zip(urusan, papan, pengantar, p) for p in semua}
        tujuan = folder / NAMA_DAFTAR.format(akhiran=papan.akhiran)
        tautan = Path(os.path.relpath(ruang.akar, folder)).as_posix()
        waktu = build_waktu(urusan.waktu.date() if banding.is_baru else riwayat[-1].hari)
        daftar = agenda.write_keluaran(
            tujuan, render_daftar(pengantar, semua, banding.nomor, tautan, waktu)
        )
        if banding.is_baru:
            _note(urusan, papan, {"isi": kini, "zip": zip_, "terbit": banding.terbit})
            _remove_lama(agenda, folder, riwayat, zip_)
    ditulis = tuple(p for p in semua if lama[p.nama] != zip_[p.nama])
    tetap = tuple(p for p in semua if lama[p.nama] == zip_[p.nama])
    ulang = None if banding.is_baru else riwayat[-1].hari
    return HasilPaket(banding.nomor, folder, ditulis, tetap, daftar, ditahan, ulang)


def read_riwayat(agenda: Agenda, papan: Papan) -> list[PaketLalu]:
    """Every package of that board so far, oldest first."""
    semua = agenda.read_kejadian(_build_tindakan(papan), papan.tahun, papan.triwulan)
    return [PaketLalu(waktu.date(), **json.loads(isi)) for waktu, _, isi in semua]


def _build_tindakan(papan: Papan) -> str:
    return f"paket-{papan.formulir.value}"


def _note(urusan: Urusan, papan: Papan, isi: Mapping[str, object]) -> None:
    urusan.agenda.write_kejadian(
        urusan.waktu, _build_tindakan(papan), papan.tahun, papan.triwulan, "", json.dumps(isi)
    )


def _remove_lama(
    agenda: Agenda, folder: Path, riwayat: Sequence[PaketLalu], zip_: Collection[str]
) -> None:
    """Of a unit that has no form any more no zip is left, if it is still the one that we made."""
    for nama, sha256 in {n: s for p in riwayat for n, s in p.zip.items()}.items():
        if nama not in zip_ and (folder / nama).is_file():
            agenda.remove_asal(folder / nama, sha256)


def _is_utuh(berkas: Path, sha256: str) -> bool:
    """Whether it is the form that was issued: nobody typed into it where it lay."""
    return berkas.is_file() and hash_berkas(berkas) == sha256


def _write_zip(urusan: Urusan, papan: Papan, pengantar: Pengantar, paket: PaketUnit) -> str:
    """Its SHA-256; beside the quarterly forms lies how to fill them in."""
    akar, tujuan = urusan.ruang.akar, build_folder_paket(urusan.ruang, papan) / paket.nama
    isi = [Anggota(f.nama, (akar / f.berkas).read_bytes(), f.terbit) for f in paket.formulir]
    cara = petunjuk.NAMA if papan.formulir is Formulir.LAPORAN else ""
    isi.append(Anggota(NAMA_NOTA, render_nota(pengantar, paket, cara), paket.terbit))
    if cara:
        isi.append(Anggota(cara, petunjuk.render_petunjuk(), paket.terbit))
    zip_ = render_zip(isi)
    urusan.agenda.write_keluaran(tujuan, zip_)
    return hash_isi(zip_)


def _hash(berkas: Path) -> str:
    return hash_berkas(berkas) if berkas.is_file() else ""
