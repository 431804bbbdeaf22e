"""Issuing the quarterly forms: the record of each is built from the frozen mandat, then rendered."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman
from sopkinerja.formulir.model import Mentah
from sopkinerja.formulir.penerbit import HasilTerbit, find_terakhir
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.kalender import Kalender, build_tenggat
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.laporan.anggaran import sum_belanja_lalu
from sopkinerja.laporan.jenis import LAPORAN
from sopkinerja.laporan.model import BarisTindakLanjut, HasilPeriksa
from sopkinerja.laporan.rekam import build_formulir
from sopkinerja.opd.model import Referensi
from sopkinerja.opd.pejabat import find_pemegang
from sopkinerja.renaksi.langkah import read_langkah
from sopkinerja.renaksi.model import IsianTindak
from sopkinerja.ruang import Pengaturan, Ruang


def read_laporan_berlaku(
    agenda: Agenda, tahun: int, triwulan: Triwulan
) -> dict[str, tuple[Kiriman, HasilPeriksa]]:
    """The accepted return of each jabatan in one triwulan, with what it said."""
    return {
        k.identitas.jabatan: (k, HasilPeriksa.model_validate_json(k.hasil))
        for k in agenda.read_kiriman_triwulan(Formulir.LAPORAN, tahun, triwulan)
        if k.berlaku and k.identitas
    }


def count_gambar(berkas: Path) -> int:
    """How many pictures a workbook file holds."""
    with zipfile.ZipFile(berkas) as isi:
        return sum(n.startswith("xl/media/") for n in isi.namelist())


def read_jawaban(
    agenda: Agenda, tahun: int, sebelum: Triwulan
) -> dict[Triwulan, dict[str, tuple[IsianTindak, ...]]]:
    """What accepted forms of the triwulan before that one say of the steps of the Renaksi."""
    return {
        tw: {j: h.laporan.renaksi for j, (_, h) in read_laporan_berlaku(agenda, tahun, tw).items()}
        for tw in sebelum.sampai_dengan()
        if tw < sebelum
    }


def issue_laporan(
    ruang: Ruang,
    agenda: Agenda,
    referensi: Referensi,
    triwulan: Triwulan,
    waktu: dt.datetime,
    pengaturan: Pengaturan,
    tindak: Mapping[str, Sequence[BarisTindakLanjut]],
    hanya: Collection[str] = (),
) -> HasilTerbit:
    """Issues the form of every jabatan with a mandat (or of `hanya`), with what earlier triwulan
    left open to it (`tindak`, by kode jabatan). Who came to a chair after a triwulan in which it was
    vacant gets its form only where named.

    Issuing again keeps the identity: the same text from the same template writes the same file
    again, anything else makes the next revision.
    """
    tahun = referensi.opd.tahun
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
    siap = LAPORAN.open_templat(ruang)
    penerbit = LAPORAN.build_penerbit(siap, ruang, agenda, waktu)
    tutup = agenda.read_tutup(tahun)
    tenggat = build_tenggat(tahun, triwulan, Kalender(referensi.libur), pengaturan).laporan
    lalu = {
        tw: read_laporan_berlaku(agenda, tahun, tw)
        for tw in triwulan.sampai_dengan()
        if tw < triwulan
    }
    belanja = sum_belanja_lalu(
        mandat.pagu,
        {
            tw: (agenda.read_mandat(tahun, tw), {j: h.laporan for j, (_, h) in isi.items()})
            for tw, isi in lalu.items()
        },
        [d for d in referensi.dpa if d.tahun == tahun],
    )
    renaksi = read_langkah(agenda, tahun, triwulan)
    gambar = count_gambar(siap.berkas)
    hasil = HasilTerbit(folder=ruang.build_outbox(tahun, triwulan) / "formulir")
    with agenda.transaksi():
        siap.apply(ruang, agenda)
        for jabatan in referensi.jabatan:
            if hanya and jabatan.kode not in hanya:
                continue
            if not mandat.untuk(jabatan.kode):
                hasil.tanpa_mandat.append(jabatan.kode)
                continue
            if not hanya and not find_pemegang(referensi, jabatan.kode, triwulan, waktu.date()):
                hasil.lowong.append(jabatan.kode)
                continue
            formulir = build_formulir(
                referensi, mandat, jabatan, triwulan,
                {tw: isi[jabatan.kode][1].laporan for tw, isi in lalu.items() if jabatan.kode in isi},
                revisi=1, tanggal=waktu.date(), tenggat=tenggat, pengaturan=pengaturan, tutup=tutup,
                jumlah_gambar=gambar, renaksi=renaksi.get(jabatan.kode, ()),
                tindak_lanjut=tuple(tindak.get(jabatan.kode, ())), anggaran_lalu=belanja,
            )  # fmt: skip
            if formulir is None:
                hasil.lowong.append(jabatan.kode)
                continue
            mentah = find_mentah(agenda.read_kiriman(formulir.identitas))
            hasil.note(jabatan.kode, penerbit.issue(formulir, mentah))
    return hasil


def find_mentah(riwayat: Sequence[Kiriman]) -> Mentah | None:
    """What the officer has typed so far: in the accepted return, else in the last refused one."""
    terakhir = find_terakhir(riwayat)
    return HasilPeriksa.model_validate_json(terakhir.hasil).mentah if terakhir else None
