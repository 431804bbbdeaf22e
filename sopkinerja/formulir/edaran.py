"""How forms of one kind go out to every jabatan and are waited for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.formulir.jenis import Jenis, R
from sopkinerja.formulir.kontak import find_kontak
from sopkinerja.formulir.model import BarisStatus, Mentah
from sopkinerja.formulir.penerbit import HasilTerbit, find_terakhir
from sopkinerja.formulir.templat_kantor import TemplatSiap
from sopkinerja.istilah import Formulir, Keadaan, Pejabat, Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.lembar.cap import Identitas
from sopkinerja.opd.mandat import Mandat
from sopkinerja.opd.model import Jabatan, Referensi
from sopkinerja.opd.pejabat import find_pemegang
from sopkinerja.ruang import Pengaturan, Ruang


class Urusan(NamedTuple):
    """One run of a command about a triwulan's forms: where, by what, as of when; `hanya` names the
    only jabatan that it is about (empty: all)."""

    ruang: Ruang
    agenda: Agenda
    referensi: Referensi
    triwulan: Triwulan
    waktu: dt.datetime
    pengaturan: Pengaturan
    hanya: Collection[str] = ()

    @property
    def tahun(self) -> int:
        """The year that the forms belong to."""
        return self.referensi.opd.tahun


class Papan(NamedTuple):
    """The return board of one kind of form. `lanjut` is the next step once every form is out;
    nobody is reminded of what is closed (`ditutup`)."""

    formulir: Formulir
    tahun: int
    triwulan: Triwulan | None
    baris: tuple[BarisStatus, ...]
    tenggat: dt.date
    lanjut: str
    ditutup: bool = False
    catatan: tuple[str, ...] = ()
    """What else is to be known: of returns that were accepted, of chairs that changed hands."""
    pengganti: Mapping[str, Pejabat | None] = MappingProxyType({})
    """Who is to be reminded in the place of whom the form names, by kode; None: nobody is left."""

    @property
    def belum(self) -> list[BarisStatus]:
        """Who still owes something: a form, its correction, or a word on which of two counts."""
        perlu = (Keadaan.BELUM, Keadaan.TERLAMBAT, Keadaan.PERBAIKAN, Keadaan.KONFLIK)
        return [s for s in self.baris if s.keadaan in perlu]

    @property
    def ditunggu(self) -> list[BarisStatus]:
        """Of those the ones whose form is out and hasn't come back; a konflik and a correction are
        told of by themselves."""
        return [
            s for s in self.belum if s.terbit and s.keadaan in (Keadaan.BELUM, Keadaan.TERLAMBAT)
        ]

    @property
    def masa(self) -> str:
        """`TW I 2026`; of a form for the whole year `2026`."""
        return f"TW {self.triwulan.romawi} {self.tahun}" if self.triwulan else str(self.tahun)

    def is_milik(self, identitas: Identitas) -> bool:
        """Whether a form is one of those that the board is of."""
        punya = (identitas.formulir, identitas.tahun, identitas.triwulan)
        return punya == (self.formulir, self.tahun, self.triwulan)

    @property
    def akhiran(self) -> str:
        """How names of files about it end: `TW1_2026`, `Renaksi_TW1_2026`, `Mandat_2026`."""
        return build_akhiran(self.formulir, self.tahun, self.triwulan)


def build_akhiran(formulir: Formulir, tahun: int, triwulan: Triwulan | None) -> str:
    """`TW1_2026`, `Renaksi_TW1_2026`, `Mandat_2026`."""
    sebut = "" if formulir is Formulir.LAPORAN else f"{formulir.value.capitalize()}_"
    masa = f"TW{triwulan.value}_" if triwulan else ""
    return f"{sebut}{masa}{tahun}"


def read_mandat_terbuka(agenda: Agenda, tahun: int, triwulan: Triwulan) -> Mandat:
    """The mandat in force in an open triwulan; SopKinerjaError with the next step otherwise."""
    mandat = agenda.read_mandat(tahun, triwulan)
    if mandat is None:
        raise SopKinerjaError(
            f"Mandat {tahun} belum ditetapkan, jadi formulir belum dapat diterbitkan. "
            "Jalankan: sopkinerja tetapkan"
        )
    if triwulan in agenda.read_tutup(tahun):
        raise SopKinerjaError(
            f"TW {triwulan.romawi} {tahun} sudah ditutup. Untuk membukanya kembali: "
            f'sopkinerja buka -t {triwulan.value} --alasan "…"'
        )
    return mandat


def issue_semua(
    jenis: Jenis[R],
    siap: TemplatSiap,
    urusan: Urusan,
    mandat: Mandat,
    jabatan: Iterable[Jabatan],
    build: Callable[[Jabatan], R | None],
) -> HasilTerbit:
    """Issues the form of each of those jabatan that has a mandat (or of `urusan.hanya` among them),
    from the record that `build` makes; None makes it a vacant chair.

    Issuing again keeps the identity: the same text from the same template writes nothing, anything
    else makes the next revision, the officer's own cells in place. A form that can't be made is
    told, and the others go out.
    """
    kontak = find_kontak(urusan.referensi, urusan.waktu.date())
    penerbit = jenis.build_penerbit(siap, urusan.ruang, urusan.agenda, urusan.waktu, kontak)
    hasil = HasilTerbit()
    daftar = [j for j in jabatan if j.kode in urusan.hanya or not urusan.hanya]
    with urusan.agenda.transaksi():
        siap.apply(urusan.ruang, urusan.agenda)
        tawaran = _iter_tawaran(jenis, urusan, mandat, daftar, build, hasil)
        penerbit.issue_semua(tawaran, sum(_is_dibuat(urusan, mandat, j) for j in daftar), hasil)
        hasil.report_gagal(urusan.agenda, jenis.formulir.value)
    return hasil


def _is_dibuat(urusan: Urusan, mandat: Mandat, jabatan: Jabatan) -> bool:
    """Whether that chair is about to get a form: it has a mandat and somebody holds it."""
    pemegang = find_pemegang(urusan.referensi, jabatan.kode, urusan.triwulan, urusan.waktu.date())
    return bool(mandat.untuk(jabatan.kode)) and pemegang is not None


def _iter_tawaran(
    jenis: Jenis[R],
    urusan: Urusan,
    mandat: Mandat,
    jabatan: Iterable[Jabatan],
    build: Callable[[Jabatan], R | None],
    hasil: HasilTerbit,
) -> Iterator[tuple[R, Mentah | None]]:
    """The record of each form that is due, and what the officer has typed; who gets none is noted."""
    for j in jabatan:
        if not mandat.untuk(j.kode):
            hasil.tanpa_mandat.append(j.kode)
            continue
        with hasil.guard(j.kode):
            formulir = build(j)
            if formulir is None:
                hasil.lowong.append(j.kode)
                continue
            hasil.folder = jenis.build_folder(urusan.ruang, formulir) / "formulir"
            yield formulir, find_mentah(jenis, urusan.agenda, formulir.identitas)


def find_mentah(jenis: Jenis[R], agenda: Agenda, identitas: Identitas) -> Mentah | None:
    """What the officer has typed so far: in the accepted return, else in the last refused one."""
    terakhir = find_terakhir(agenda.read_kiriman(identitas))
    return jenis.read_ketikan(terakhir.hasil).mentah if terakhir else None
