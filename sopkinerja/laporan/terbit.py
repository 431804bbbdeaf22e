"""Issuing the quarterly forms: the record of each is built from the frozen mandat, then rendered."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Terbitan
from sopkinerja.formulir.edaran import Urusan, issue_semua, read_mandat_terbuka
from sopkinerja.formulir.penerbit import HasilTerbit
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.kalender import Kalender, build_tenggat
from sopkinerja.laporan.anggaran import sum_belanja_lalu
from sopkinerja.laporan.jenis import LAPORAN
from sopkinerja.laporan.model import BarisTindakLanjut, FormulirLaporan, IsiHasil, VersiMandat
from sopkinerja.laporan.rekam import build_formulir, build_isi_mandat, clear_lalu
from sopkinerja.opd.mandat import Mandat
from sopkinerja.opd.model import Jabatan
from sopkinerja.opd.pejabat import find_pemegang
from sopkinerja.renaksi.langkah import read_langkah
from sopkinerja.renaksi.model import IsianTindak
from sopkinerja.ruang import Pengaturan


def read_laporan_berlaku(agenda: Agenda, tahun: int, triwulan: Triwulan) -> dict[str, IsiHasil]:
    """What the accepted return of each jabatan in one triwulan said."""
    return {
        k.identitas.jabatan: IsiHasil.model_validate_json(agenda.read_hasil(k.id))
        for k in agenda.read_kiriman_triwulan(Formulir.LAPORAN, tahun, triwulan, isi=False)
        if k.berlaku and k.identitas
    }


def read_diterima(agenda: Agenda, tahun: int) -> dict[str, Triwulan]:
    """Every indicator that stands in an accepted report of the year, with the last triwulan of
    those."""
    return {
        i.kode: tw
        for tw in Triwulan
        for h in read_laporan_berlaku(agenda, tahun, tw).values()
        for i in h.laporan.isian
    }


def list_usang(
    mandat: Mandat | None,
    pengaturan: Pengaturan,
    triwulan: Triwulan,
    terbitan: Iterable[Terbitan],
) -> Iterator[str]:
    """The jabatan whose newest form (the last of `terbitan`) says other indicators, targets or pagu
    than the mandat in force."""
    for kode, t in {t.identitas.jabatan: t for t in terbitan}.items():
        if mandat is None or not mandat.untuk(kode):
            continue
        if VersiMandat.model_validate_json(t.isi).versi_mandat == mandat.versi:
            continue
        formulir = FormulirLaporan.model_validate_json(t.isi)
        kini = build_isi_mandat(mandat, kode, triwulan, pengaturan)
        if kini != clear_lalu(formulir.baris, formulir.anggaran):
            yield kode


def count_gambar(berkas: Path) -> int:
    """How many pictures a workbook file holds."""
    with zipfile.ZipFile(berkas) as isi:
        return sum(n.startswith("xl/media/") for n in isi.namelist())


def read_jawaban(
    agenda: Agenda, tahun: int, masa: Iterable[Triwulan]
) -> dict[Triwulan, dict[str, tuple[IsianTindak, ...]]]:
    """What accepted forms of these triwulan say of the steps of the Renaksi."""
    return {
        tw: {j: h.laporan.renaksi for j, h in read_laporan_berlaku(agenda, tahun, tw).items()}
        for tw in masa
    }


def issue_laporan(urusan: Urusan, tindak: Mapping[str, Sequence[BarisTindakLanjut]]) -> HasilTerbit:
    """Issues the form of every jabatan with a mandat, with what earlier triwulan left open to it
    (`tindak`, by kode jabatan). Who came to a chair after a triwulan in which it was vacant gets its
    form only where named."""
    agenda, referensi, triwulan = urusan.agenda, urusan.referensi, urusan.triwulan
    tahun, hari, pengaturan = urusan.tahun, urusan.waktu.date(), urusan.pengaturan
    mandat = read_mandat_terbuka(agenda, tahun, triwulan)
    lalu = {
        tw: read_laporan_berlaku(agenda, tahun, tw)
        for tw in triwulan.sampai_dengan()
        if tw < triwulan
    }
    belanja = sum_belanja_lalu(
        mandat.pagu,
        {
            tw: (agenda.read_mandat(tahun, tw), {j: h.laporan for j, h in isi.items()})
            for tw, isi in lalu.items()
        },
        [d for d in referensi.dpa if d.tahun == tahun],
    )
    siap, tutup = LAPORAN.open_templat(urusan.ruang, referensi.opd.logo), agenda.read_tutup(tahun)
    tenggat = build_tenggat(tahun, triwulan, Kalender(referensi.libur), pengaturan).laporan
    gambar, renaksi = count_gambar(siap.berkas), read_langkah(agenda, tahun, triwulan)

    def build(jabatan: Jabatan) -> FormulirLaporan | None:
        kode = jabatan.kode
        if not urusan.hanya and not find_pemegang(referensi, kode, triwulan, hari):
            return None
        return build_formulir(
            referensi, mandat, jabatan, triwulan,
            {tw: isi[kode].laporan for tw, isi in lalu.items() if kode in isi},
            tanggal=hari, tenggat=tenggat, pengaturan=pengaturan, tutup=tutup,
            jumlah_gambar=gambar, renaksi=renaksi.get(kode, ()),
            tindak_lanjut=tuple(tindak.get(kode, ())), anggaran_lalu=belanja,
        )  # fmt: skip

    return issue_semua(LAPORAN, siap, urusan, mandat, referensi.jabatan, build)
