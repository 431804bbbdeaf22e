"""amankan, baca, kenali, periksa: each file on its own; a fault of the file is karantina.

Files are read by processes of their own (see pembacaan.py) and judged by further ones where they are
many: judging is pure, so it doesn't matter who does it.
"""

from __future__ import annotations

import zipfile
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from sopkinerja.agenda.isi import hash_berkas, hash_isi
from sopkinerja.agenda.model import Kiriman, Terbitan
from sopkinerja.agenda.teks_dikemas import KOSONG, TeksDikemas
from sopkinerja.baca.catatan_sel import CatatanSel, read_catatan_sel
from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.formulir.jenis import Kembalian
from sopkinerja.istilah import Formulir, Putusan
from sopkinerja.jenis import find_jenis
from sopkinerja.kemajuan import follow
from sopkinerja.laporan.konteks import Lalu
from sopkinerja.laporan.lalu import is_perlu_lalu, read_lalu
from sopkinerja.lembar.cap import Identitas
from sopkinerja.penerimaan import kenali
from sopkinerja.penerimaan.amankan import check_berkas, check_ukuran
from sopkinerja.penerimaan.meja import Meja
from sopkinerja.penerimaan.model import Berkas, Berlaku, SumberBerkas
from sopkinerja.penerimaan.pembacaan import baca_semua
from sopkinerja.temuan import Temuan
from sopkinerja.tenaga import iter_hasil, open_tenaga

KALI_TERBACA = 10
"""A workbook that was read takes about so many times the bytes of its file."""


class Dikenal(NamedTuple):
    """A file that was read and is known to be ours: the record that it is judged by, and the newest
    one of its form."""

    berkas: Berkas
    buku: BukuTerbaca
    rekam: Terbitan
    terbaru: Terbitan


def periksa_semua(
    meja: Meja, sumber: Sequence[SumberBerkas | tuple[SumberBerkas, Temuan]]
) -> list[Berkas]:
    """Every file, judged."""
    hasil: list[Berkas] = []
    aman: list[Berkas] = []
    for s in sumber:
        berkas = Berkas(s[0] if isinstance(s, tuple) else s)
        hasil.append(berkas)
        tolak = s[1] if isinstance(s, tuple) else _amankan(meja, berkas)
        if tolak:
            _karantina(berkas, tolak)
        else:
            aman.append(berkas)
    tunda: list[Dikenal] = []
    with open_tenaga(len(aman)) as tenaga:
        _nilai_semua(meja, tenaga, _iter_dikenal(meja, aman, tunda))
        for _, sekawan in groupby(sorted(tunda, key=_urut_triwulan), _urut_triwulan):
            _nilai_semua(meja, tenaga, sekawan, sejalan=hasil)
    return hasil


def _iter_dikenal(meja: Meja, aman: Sequence[Berkas], tunda: list[Dikenal]) -> Iterator[Dikenal]:
    """Reads and recognises; what speaks of earlier triwulan goes to `tunda`."""
    isi = [(b.sumber.nama, b.sumber.isi) for b in aman]
    dibaca = baca_semua(isi, meja.pengaturan)
    for nomor, buku in follow(dibaca, len(isi), "Membaca berkas"):
        berkas = aman[nomor]
        kenal = buku if isinstance(buku, Temuan) else _kenali(meja, berkas, buku)
        if isinstance(kenal, Temuan):
            _karantina(berkas, kenal)
        elif not isinstance(buku, Temuan):
            satu = Dikenal(berkas, buku, *kenal)
            if is_perlu_lalu(buku, berkas.identitas):
                tunda.append(satu)
            else:
                yield satu


def _urut_triwulan(satu: Dikenal) -> int:
    """What speaks of earlier triwulan is judged after their own forms came in with it."""
    identitas = satu.berkas.identitas
    return (identitas and identitas.triwulan) or 0


def _amankan(meja: Meja, berkas: Berkas) -> Temuan | None:
    isi, nama = berkas.sumber.isi, berkas.sumber.nama
    if besar := check_ukuran(isi.ukuran, nama, meja.pengaturan):
        return besar
    return check_berkas(isi.read(), nama, meja.pengaturan)


def _karantina(berkas: Berkas, temuan: Temuan) -> None:
    berkas.putusan = Putusan.KARANTINA
    berkas.temuan, berkas.nilai, berkas.hasil = (temuan,), "", KOSONG


def _kenali(meja: Meja, berkas: Berkas, buku: BukuTerbaca) -> tuple[Terbitan, Terbitan] | Temuan:
    """The record that it is judged by, and the newest one of its form; why not, where it isn't."""
    ident = kenali.read_identitas(buku, berkas.sumber.nama)
    if isinstance(ident, Temuan):
        return ident
    berkas.identitas, berkas.revisi = ident
    terbitan = kenali.find_terbitan(meja.agenda, *ident)
    if isinstance(terbitan, Temuan):
        return terbitan
    nama = berkas.sumber.nama
    lain = kenali.check_masa(buku, terbitan[0], nama) or kenali.find_asal_lain(
        meja.agenda, buku, terbitan[0], nama
    )
    if lain:
        return lain
    berkas.tersimpan = kenali.find_jam_pasti(buku, terbitan[0].waktu, meja.waktu)
    return terbitan


def _nilai_semua(
    meja: Meja,
    tenaga: Executor | None,
    dikenal: Iterable[Dikenal],
    sejalan: Sequence[Berkas] = (),
) -> None:
    """Judges their content; `sejalan` are the files of this run, for what these say of them."""
    antre: deque[Dikenal] = deque()

    def iter_tugas() -> Iterator[TugasNilai]:
        for satu in dikenal:
            antre.append(satu)
            berat = satu.berkas.sumber.isi.ukuran * KALI_TERBACA
            kembalian = _build_kembalian(meja, satu, sejalan)
            yield TugasNilai(satu.rekam.identitas.formulir, kembalian, berat)

    for tugas, nilai in iter_hasil(tenaga, nilai_kembalian, iter_tugas(), attrgetter("berat")):
        _catat(meja, antre.popleft(), tugas.kembalian, nilai)


class TugasNilai(NamedTuple):
    """A return that is to be judged, and the bytes that it takes meanwhile."""

    formulir: Formulir
    kembalian: Kembalian
    berat: int = 0


class Dinilai(NamedTuple):
    """What judging gave, small enough to wait: the SHA-256 of the values reported, what the register
    will keep, and what is to be said."""

    nilai: str
    hasil: TeksDikemas
    temuan: tuple[Temuan, ...]


def nilai_kembalian(tugas: TugasNilai) -> Dinilai:
    """What its kind of form says of a return; pure."""
    nilai = find_jenis(tugas.formulir).periksa(tugas.kembalian)
    return Dinilai(_sidik(nilai.nilai), TeksDikemas.pack(nilai.hasil), nilai.temuan)


def read_nilai(formulir: Formulir, hasil: str) -> str:
    """The SHA-256 of the values that a kept return reports: two say the same where it is the same."""
    return _sidik(find_jenis(formulir).read_nilai(hasil))


def _sidik(nilai: str) -> str:
    return hash_isi(nilai.encode())


def _build_kembalian(meja: Meja, satu: Dikenal, sejalan: Sequence[Berkas]) -> Kembalian:
    identitas, lalu = satu.rekam.identitas, Lalu()
    if is_perlu_lalu(satu.buku, identitas):
        bersih = {b.identitas: b.hasil for b in sejalan if b.identitas and not b.is_ditolak}
        lalu = read_lalu(meja.agenda, identitas, meja.pengaturan, bersih)
    riwayat = meja.agenda.read_kiriman(identitas)
    hari = meja.waktu.date()
    return Kembalian(satu.buku, satu.rekam, satu.terbaru, riwayat, hari, meja.pengaturan, lalu)


def _catat(meja: Meja, satu: Dikenal, kembalian: Kembalian, nilai: Dinilai) -> None:
    berkas, identitas = satu.berkas, satu.rekam.identitas
    asal = meja.ruang.akar / satu.rekam.berkas
    terbit = _read_catatan_terbit(asal, satu.rekam.sha256) if satu.buku.muatan.catatan else None
    muatan = kenali.check_muatan(satu.buku, berkas.sumber.nama, terbit)
    berkas.nilai, berkas.hasil, berkas.temuan = nilai.nilai, nilai.hasil, (*nilai.temuan, *muatan)
    tutup = kenali.check_terbuka(meja.agenda, identitas)
    if tutup and not _is_salinan(berkas, build_berlaku(identitas, kembalian.riwayat)):
        _karantina(berkas, tutup)


def _read_catatan_terbit(berkas: Path, sha256: str) -> tuple[CatatanSel, ...] | None:
    """What stood beside the cells of a form as it was issued; None where outbox/ doesn't have that
    any more."""
    if not berkas.is_file() or hash_berkas(berkas) != sha256:
        return None
    with zipfile.ZipFile(berkas) as zip_:
        return read_catatan_sel(zip_)


def _is_salinan(berkas: Berkas, berlaku: Berlaku | None) -> bool:
    """Whether it says what was accepted: that is a copy, also once its triwulan is closed."""
    if berlaku is None:
        return False
    return berkas.sha256 == berlaku.sha256 or (
        not berkas.is_ditolak and berkas.nilai == berlaku.nilai
    )


def build_berlaku(identitas: Identitas, riwayat: Sequence[Kiriman]) -> Berlaku | None:
    """The accepted return of a form; None where there is none."""
    lama = next((k for k in riwayat if k.berlaku), None)
    if lama is None:
        return None
    return Berlaku(lama, read_nilai(identitas.formulir, lama.hasil))
