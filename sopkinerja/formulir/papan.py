"""The return board: where each jabatan stands with one form, and how late."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman
from sopkinerja.formulir.jenis import Jenis, R
from sopkinerja.formulir.model import BarisStatus, FormulirDasar
from sopkinerja.formulir.teks import BELUM_TERBIT, KEADAAN, TERSISIH
from sopkinerja.istilah import Keadaan, Level, Pejabat, Putusan, Triwulan
from sopkinerja.kalender import Kalender
from sopkinerja.opd.mandat import Mandat
from sopkinerja.opd.model import Jabatan, Referensi
from sopkinerja.opd.pejabat import build_pejabat, find_pemegang
from sopkinerja.tulisan import render_tanggal

KEMBALI = (Putusan.DITERIMA, Putusan.PERLU_PERBAIKAN, Putusan.KONFLIK, Putusan.USANG)
"""Verdicts that count as a return of the form; a copy of what was accepted is none."""


def build_keadaan(kiriman: Sequence[Kiriman], is_lowong: bool, terlambat: int) -> Keadaan:
    """Where a jabatan stands, from everything that came for its form."""
    berlaku = next((k for k in kiriman if k.berlaku), None)
    if any(k.putusan is Putusan.KONFLIK for k in kiriman):
        return Keadaan.KONFLIK
    if berlaku:
        return Keadaan.PERBAIKAN if berlaku.dikembalikan else Keadaan.DITERIMA
    if any(k.putusan is Putusan.PERLU_PERBAIKAN for k in kiriman):
        return Keadaan.PERBAIKAN
    if is_lowong:
        return Keadaan.LOWONG
    return Keadaan.TERLAMBAT if terlambat else Keadaan.BELUM


def build_papan(
    jenis: Jenis[R],
    agenda: Agenda,
    referensi: Referensi,
    mandat: Mandat,
    triwulan: Triwulan,
    tanggal: dt.date,
    tenggat: dt.date,
    level: Collection[Level] = tuple(Level),
) -> tuple[BarisStatus, ...]:
    """The board of a triwulan's forms of one kind: every chair with a mandat at those levels, or
    that was sent a form, in the order of referensi."""
    kiriman = agenda.read_kiriman_triwulan(jenis.formulir, mandat.tahun, triwulan, isi=False)
    terbitan = agenda.read_terbitan_triwulan(jenis.formulir, mandat.tahun, triwulan)
    formulir = {t.identitas.jabatan: FormulirDasar.model_validate_json(t.isi) for t in terbitan}
    dibuat = {t.identitas.jabatan: t.waktu.date() for t in terbitan if t.perbaikan}
    return build_papan_terbaca(
        referensi, mandat, triwulan, tanggal, tenggat, kiriman, formulir, level, dibuat
    )


def build_papan_terbaca(
    referensi: Referensi,
    mandat: Mandat,
    triwulan: Triwulan,
    tanggal: dt.date,
    tenggat: dt.date,
    semua: Iterable[Kiriman],
    formulir: Mapping[str, FormulirDasar],
    level: Collection[Level] = tuple(Level),
    dibuat: Mapping[str, dt.date] = MappingProxyType({}),
) -> tuple[BarisStatus, ...]:
    """The same of these returns and, by jabatan, these newest records of issue and the days on which
    their last correction forms were made."""
    kalender = Kalender(referensi.libur)
    kiriman: dict[str, list[Kiriman]] = defaultdict(list)
    for k in semua:
        if k.identitas:
            kiriman[k.identitas.jabatan].append(k)
    hasil = []
    for jabatan in list_kursi(referensi, mandat, formulir):
        if jabatan.level not in level and jabatan.kode not in formulir:
            continue
        pejabat = find_pemegang(referensi, jabatan.kode, triwulan, tanggal)
        hasil.append(
            build_baris_status(
                jabatan, formulir.get(jabatan.kode), pejabat, kiriman[jabatan.kode], tanggal, tenggat, kalender,
                dibuat.get(jabatan.kode),
            )
        )  # fmt: skip
    return tuple(hasil)


def read_terbit_terakhir(
    jenis: Jenis[R], agenda: Agenda, tahun: int, triwulan: Triwulan | None
) -> dict[str, R]:
    """The newest record of issue of each jabatan's form of one kind."""
    return {
        t.identitas.jabatan: jenis.rekam.model_validate_json(t.isi)
        for t in agenda.read_terbitan_triwulan(jenis.formulir, tahun, triwulan)
    }


def build_baris_status(
    jabatan: Jabatan,
    formulir: FormulirDasar | None,
    pejabat: Pejabat | None,
    kiriman: Sequence[Kiriman],
    tanggal: dt.date,
    tenggat: dt.date,
    kalender: Kalender,
    dibuat: dt.date | None = None,
) -> BarisStatus:
    """One line of the board; `formulir` is the newest record of issue, None where none was: then
    `pejabat` says who answers for it (None: the chair is vacant), and nothing is late. `dibuat` is
    the day of its last correction form (None: the newest form is it)."""
    pemangku = formulir.pemangku if formulir else pejabat
    kembali = [k for k in kiriman if k.putusan in KEMBALI]
    pertama = find_pertama(kiriman, kembali)
    is_lowong = pemangku is None
    terlambat = kalender.hitung(tenggat, pertama or tanggal) if formulir else 0
    keadaan = build_keadaan(kiriman, is_lowong, terlambat)
    batas = formulir.tenggat if formulir and keadaan is Keadaan.PERBAIKAN else None
    return BarisStatus(
        kode=jabatan.kode,
        nama=formulir.jabatan if formulir else jabatan.nama,
        level=formulir.level if formulir else jabatan.level,
        unit=formulir.kode_unit if formulir else jabatan.unit,
        pemangku=pemangku.nama if pemangku else "",
        kedudukan=pemangku.kedudukan if pemangku else "",
        keadaan=keadaan,
        hari_terlambat=terlambat,
        kiriman=len({(k.urutan, k.sha256) for k in kembali}),
        diterima_pertama=pertama,
        diterima=next((k.disahkan.date() for k in kiriman if k.berlaku), None),
        atasan=formulir.kode_atasan if formulir else jabatan.atasan,
        perbaikan=len({k.balasan for k in kiriman if k.balasan}),
        tenggat_perbaikan=batas,
        perbaikan_dibuat=(dibuat or formulir.tanggal_terbit) if formulir and batas else None,
        perbaikan_terlambat=kalender.hitung(batas, tanggal) if batas else 0,
        tersisih=render_tersisih(kiriman) if keadaan is Keadaan.DITERIMA else "",
        terbit=formulir is not None,
    )


def render_tersisih(kiriman: Sequence[Kiriman]) -> str:
    """`yang dihitung a.xlsx; b.xlsx tidak dihitung, karena ada yang salah`; empty where no faulty file
    came with the one that counts, or since."""
    berlaku = next((k for k in kiriman if k.berlaku), None)
    if berlaku is None:
        return ""
    semua = (k for k in kiriman if k.is_tersisih and k.urutan >= berlaku.urutan)
    nama = ", ".join(dict.fromkeys(k.nama for k in semua))
    return TERSISIH.format(dihitung=berlaku.nama, nama=nama) if nama else ""


def find_pertama(kiriman: Sequence[Kiriman], kembali: Sequence[Kiriman]) -> dt.date | None:
    """The day of the first return: a file that was held before it was judged came when it came."""
    sha = {k.sha256 for k in kembali}
    return min((k.diterima.date() for k in kiriman if k.sha256 in sha), default=None)


def find_pengganti(
    referensi: Referensi, baris: Iterable[BarisStatus], tanggal: dt.date
) -> dict[str, Pejabat | None]:
    """By kode, who holds a chair on that day that owes a form of somebody else's name; None where
    nobody does any more."""
    menunggu = (Keadaan.BELUM, Keadaan.TERLAMBAT, Keadaan.PERBAIKAN)
    hasil = {}
    for s in baris:
        if s.terbit and s.pemangku and s.keadaan in menunggu:
            kini = build_pejabat(referensi, s.kode, tanggal)
            if kini is None or kini.nama != s.pemangku:
                hasil[s.kode] = kini
    return hasil


def list_kursi(
    referensi: Referensi, mandat: Mandat, formulir: Mapping[str, FormulirDasar]
) -> list[Jabatan]:
    """Every chair with a mandat, in the order of referensi; one that referensi no longer names
    stands as its form was issued, else as its PK was made."""
    bermandat = dict.fromkeys(i.jabatan for i in mandat.indikator)
    hasil = [j for j in referensi.jabatan if j.kode in bermandat]
    dikenal = {j.kode for j in hasil}
    kursi = {k.kode: k for k in mandat.kursi}
    for kode in bermandat:
        terbit, beku = formulir.get(kode), kursi.get(kode)
        if kode in dikenal:
            continue
        if terbit:
            hasil.append(
                Jabatan(
                    kode=kode, nama=terbit.jabatan, level=terbit.level, unit=terbit.kode_unit,
                    atasan=terbit.kode_atasan,
                )
            )  # fmt: skip
        elif beku:
            hasil.append(
                Jabatan(
                    kode=kode, nama=beku.nama, level=beku.level, unit=beku.unit, atasan=beku.atasan
                )
            )
    return hasil


def render_keadaan(status: BarisStatus | None) -> str:
    """`diterima 15 April 2026, kembali pertama 9 April 2026, terlambat 1 hari kerja`; empty where
    the board has no line."""
    if status is None:
        return ""
    if status.is_belum_terbit:
        return BELUM_TERBIT
    teks = KEADAAN[status.keadaan]
    pertama = status.diterima_pertama
    if status.keadaan is Keadaan.DITERIMA and status.diterima:
        teks = f"{teks} {render_tanggal(status.diterima)}"
        if pertama and pertama != status.diterima:
            teks = f"{teks}, kembali pertama {render_tanggal(pertama)}"
    if status.keadaan is Keadaan.TERLAMBAT:
        return f"{teks} {status.hari_terlambat} hari kerja"
    return (
        f"{teks}, terlambat {status.hari_terlambat} hari kerja" if status.hari_terlambat else teks
    )
