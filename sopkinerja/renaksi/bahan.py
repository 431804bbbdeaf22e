"""Everything that the OPD's Renaksi is printed from, gathered once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.riwayat import count_revisi
from sopkinerja.cetak.gaya import Cetakan
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.formulir.papan import build_papan
from sopkinerja.istilah import Keadaan, Level, Pejabat, Triwulan
from sopkinerja.kalender import Kalender, build_tenggat
from sopkinerja.opd.mandat import Indikator, Mandat
from sopkinerja.opd.model import Opd, Referensi
from sopkinerja.opd.pejabat import build_pejabat
from sopkinerja.renaksi.jenis import RENAKSI
from sopkinerja.renaksi.langkah import read_renaksi
from sopkinerja.renaksi.lanjutan import JawabanLalu
from sopkinerja.renaksi.model import HasilRenaksi, Langkah
from sopkinerja.renaksi.setahun import LangkahSetahun, build_setahun
from sopkinerja.ruang import Pengaturan


@dataclass(frozen=True)
class RenaksiJabatan:
    """The accepted steps of one jabatan, where it stands on the board."""

    status: BarisStatus
    nama_unit: str
    indikator: dict[str, Indikator]
    langkah: tuple[Langkah, ...]

    def sort_langkah(self) -> list[Langkah]:
        """By indicator as the mandat lists them, then by month."""
        urutan = {kode: n for n, kode in enumerate(self.indikator)}
        return sorted(
            self.langkah, key=lambda s: (urutan.get(s.kode, 99), s.bulan_mulai or 0, s.kunci)
        )


@dataclass(frozen=True)
class SetahunJabatan:
    """The steps of one jabatan over the year so far."""

    kode: str
    nama: str
    nama_unit: str
    indikator: dict[str, Indikator]
    langkah: tuple[LangkahSetahun, ...]


@dataclass(frozen=True)
class BahanRenaksi:
    """One triwulan's Renaksi as of `waktu`; `jabatan` are those whose form was accepted, `belum`
    the lines of the board of all others."""

    opd: Opd
    tahun: int
    triwulan: Triwulan
    waktu: dt.datetime
    nomor_cetak: int
    versi_mandat: int
    jabatan: tuple[RenaksiJabatan, ...]
    belum: tuple[BarisStatus, ...]
    setahun_jabatan: tuple[SetahunJabatan, ...]
    """Those who had a Renaksi in any triwulan so far."""
    kasubag: Pejabat | None
    kepala: Pejabat | None
    revisi: int = 0
    """How often the triwulan was reopened: what was handed out before stays."""
    setahun: bool = False

    @property
    def cetakan(self) -> Cetakan:
        """Final once everyone who owes a Renaksi has an accepted one: a plan doesn't wait for the
        triwulan's end."""
        lowong = [s for s in self.belum if s.keadaan is Keadaan.LOWONG]
        harus = len(self.jabatan) + len(self.belum) - len(lowong)
        return Cetakan(
            is_final=len(self.jabatan) == harus > 0,
            nomor=self.nomor_cetak,
            waktu=self.waktu,
            jumlah_lapor=len(self.jabatan),
            jumlah_jabatan=harus,
            versi_pk=self.versi_mandat,
        )


def build_bahan(
    agenda: Agenda,
    referensi: Referensi,
    mandat: Mandat,
    triwulan: Triwulan,
    waktu: dt.datetime,
    pengaturan: Pengaturan,
    jawaban: JawabanLalu,
    nomor_cetak: int = 1,
) -> BahanRenaksi:
    """The accepted Renaksi of that triwulan, by unit and jabatan in the order of referensi, and
    those before it with what the quarterly forms say of them (`jawaban`)."""
    kalender = Kalender(referensi.libur)
    papan = build_papan(
        RENAKSI, agenda, referensi, mandat, triwulan, waktu.date(),
        build_tenggat(mandat.tahun, triwulan, kalender, pengaturan).renaksi,
        pengaturan.level_renaksi,
    )  # fmt: skip
    rencana = {t: read_renaksi(agenda, mandat.tahun, t) for t in triwulan.sampai_dengan()}
    masuk = rencana[triwulan]
    kepala = next((j.kode for j in referensi.jabatan if j.level is Level.KEPALA_DINAS), "")
    urutan = {u.kode: n for n, u in enumerate(referensi.unit)}
    unit = {u.kode: u.nama for u in referensi.unit}
    papan = tuple(sorted(papan, key=lambda s: urutan.get(s.unit, 99)))
    return BahanRenaksi(
        opd=referensi.opd,
        tahun=mandat.tahun,
        triwulan=triwulan,
        waktu=waktu,
        nomor_cetak=nomor_cetak,
        versi_mandat=mandat.versi,
        jabatan=tuple(
            RenaksiJabatan(
                status=s,
                nama_unit=unit.get(s.unit, s.unit),
                indikator={i.kode: i for i in mandat.untuk(s.kode)},
                langkah=masuk[s.kode].langkah,
            )
            for s in papan
            if s.kode in masuk
        ),
        belum=tuple(s for s in papan if s.kode not in masuk),
        setahun_jabatan=tuple(
            _build_setahun(s, unit.get(s.unit, s.unit), mandat, rencana, jawaban)
            for s in papan
            if any(s.kode in r for r in rencana.values())
        ),
        kasubag=build_pejabat(referensi, referensi.opd.kasubag_program, waktu.date()),
        kepala=build_pejabat(referensi, kepala, waktu.date()),
        revisi=count_revisi(agenda.read_peristiwa(mandat.tahun), triwulan),
    )


def _build_setahun(
    s: BarisStatus,
    unit: str,
    mandat: Mandat,
    rencana: Mapping[Triwulan, Mapping[str, HasilRenaksi]],
    jawaban: JawabanLalu,
) -> SetahunJabatan:
    indikator = {i.kode: i for i in mandat.untuk(s.kode)}
    urutan = {kode: n for n, kode in enumerate(indikator)}
    langkah = build_setahun(
        {t: r[s.kode].langkah for t, r in rencana.items() if s.kode in r},
        {t: j[s.kode] for t, j in jawaban.items() if s.kode in j},
    )
    langkah.sort(key=lambda x: (urutan.get(x.langkah.kode, 99), min(x.bulan, default=0)))
    return SetahunJabatan(s.kode, s.nama, unit, indikator, tuple(langkah))
