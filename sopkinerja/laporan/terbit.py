"""Issuing the quarterly forms: the record of each is built from the frozen mandat, then rendered."""

from __future__ import annotations

import datetime as dt
import hashlib
import zipfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman, Terbitan
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.laporan.anggaran import sum_belanja_lalu
from sopkinerja.laporan.formulir import NAMA_TEMPLAT, build_isi, compile_templat
from sopkinerja.laporan.model import FormulirLaporan, HasilPeriksa, Mentah
from sopkinerja.laporan.penerbit import find_terakhir
from sopkinerja.laporan.rekam import build_formulir
from sopkinerja.lembar.cap import render_kode
from sopkinerja.lembar.templat import Templat, find_templat
from sopkinerja.opd.model import Referensi
from sopkinerja.opd.pejabat import find_pemegang
from sopkinerja.renaksi.langkah import read_langkah
from sopkinerja.ruang import Pengaturan, Ruang, build_nama_aman
from sopkinerja.triwulan.kalender import Kalender, build_tenggat
from sopkinerja.triwulan.tindak_lanjut import read_tindak_lanjut


@dataclass
class HasilTerbit:
    """What one run of `terbitkan laporan` did, by kode jabatan."""

    baru: list[str] = field(default_factory=list)
    revisi: list[str] = field(default_factory=list)
    tetap: list[str] = field(default_factory=list)
    lowong: list[str] = field(default_factory=list)
    tanpa_mandat: list[str] = field(default_factory=list)
    folder: Path | None = None


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


def build_sidik(formulir: FormulirLaporan, templat: bytes) -> str:
    """A fingerprint of what an officer would see: the record without its revision and date, and
    the template."""
    isi = formulir.model_dump_json(exclude={"revisi", "tanggal_terbit"})
    return hashlib.sha256(isi.encode() + hashlib.sha256(templat).digest()).hexdigest()


def write_formulir(
    ruang: Ruang,
    agenda: Agenda,
    templat: Templat,
    formulir: FormulirLaporan,
    waktu: dt.datetime,
    tujuan: Path,
    sidik: str,
    *,
    mentah: Mentah | None = None,
) -> Terbitan:
    """Renders one plain issue to a file; returns its entry for the agenda."""
    isi = templat.render(build_isi(formulir, mentah))
    tujuan = agenda.write_keluaran(tujuan, isi)
    return Terbitan(
        identitas=formulir.identitas,
        revisi=formulir.revisi,
        perbaikan=0,
        kode=render_kode(formulir.identitas, formulir.revisi),
        waktu=waktu,
        berkas=ruang.build_jalur(tujuan),
        sha256=hashlib.sha256(isi).hexdigest(),
        sidik=sidik,
        isi=formulir.model_dump_json(),
    )


def issue_laporan(
    ruang: Ruang,
    agenda: Agenda,
    referensi: Referensi,
    triwulan: Triwulan,
    waktu: dt.datetime,
    pengaturan: Pengaturan,
    hanya: Collection[str] = (),
) -> HasilTerbit:
    """Issues the form of every jabatan with a mandat (or of `hanya`). Who came to a chair after
    a triwulan in which it was vacant gets its form only where named.

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
    berkas_templat = find_templat(NAMA_TEMPLAT, ruang)
    templat = compile_templat(berkas_templat)
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
    tindak = read_tindak_lanjut(agenda, tahun, triwulan)
    sidik_templat, gambar = berkas_templat.read_bytes(), count_gambar(berkas_templat)
    hasil = HasilTerbit(folder=ruang.build_outbox(tahun, triwulan) / "formulir")
    with agenda.transaksi():
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
                tindak_lanjut=tindak.get(jabatan.kode, ()), anggaran_lalu=belanja,
            )  # fmt: skip
            if formulir is None:
                hasil.lowong.append(jabatan.kode)
                continue
            mentah = find_mentah(agenda.read_kiriman(formulir.identitas))
            _issue_satu(
                ruang, agenda, templat, formulir, waktu, hasil, mentah,
                build_sidik(formulir, sidik_templat), build_tujuan(ruang, formulir, jabatan.unit),
            )  # fmt: skip
    return hasil


def reissue_laporan(
    ruang: Ruang,
    agenda: Agenda,
    referensi: Referensi,
    triwulan: Triwulan,
    waktu: dt.datetime,
    pengaturan: Pengaturan,
) -> HasilTerbit:
    """Issues again exactly the forms of a triwulan that are out already: those whose text has
    changed (figures s.d. the triwulan before, Renaksi, Tindak Lanjut) get their next revision.

    Nothing happens where none is out, or the triwulan is closed.
    """
    tahun = referensi.opd.tahun
    beredar = agenda.read_terbitan_triwulan(Formulir.LAPORAN, tahun, triwulan)
    if not beredar or triwulan in agenda.read_tutup(tahun):
        return HasilTerbit()
    hanya = {t.identitas.jabatan for t in beredar}
    return issue_laporan(ruang, agenda, referensi, triwulan, waktu, pengaturan, hanya)


def build_tujuan(ruang: Ruang, formulir: FormulirLaporan, unit: str) -> Path:
    """Where a plain issue lies in outbox/."""
    folder = ruang.build_outbox(formulir.tahun, formulir.triwulan) / "formulir"
    return folder / build_nama_aman(unit) / f"{build_nama_formulir(formulir)}.xlsx"


def build_nama_formulir(formulir: FormulirLaporan) -> str:
    """`PLN-01_Kepala_Bidang_TW1_2026`, without an ending."""
    nama = build_nama_aman(formulir.jabatan)
    tw = formulir.triwulan.value
    return f"{formulir.identitas.jabatan}_{nama}_TW{tw}_{formulir.tahun}"


def find_mentah(riwayat: Sequence[Kiriman]) -> Mentah | None:
    """What the officer has typed so far: in the accepted return, else in the last refused one."""
    terakhir = find_terakhir(riwayat)
    return HasilPeriksa.model_validate_json(terakhir.hasil).mentah if terakhir else None


def _pulihkan(
    ruang: Ruang,
    agenda: Agenda,
    templat: Templat,
    terbitan: Terbitan,
    tujuan: Path,
    mentah: Mentah | None,
) -> None:
    """Writes a form that was lost from outbox/ again: byte for byte where that can be done, else
    with what the officer has typed since, and on the record."""
    formulir = FormulirLaporan.model_validate_json(terbitan.isi)
    for isian in (None, mentah):
        baru = write_formulir(
            ruang,
            agenda,
            templat,
            formulir,
            terbitan.waktu,
            tujuan,
            terbitan.sidik,
            mentah=isian,
        )
        if baru.sha256 == terbitan.sha256:
            return
    agenda.write_terbitan(baru)


def _issue_satu(
    ruang: Ruang,
    agenda: Agenda,
    templat: Templat,
    formulir: FormulirLaporan,
    waktu: dt.datetime,
    hasil: HasilTerbit,
    mentah: Mentah | None,
    sidik: str,
    tujuan: Path,
) -> None:
    riwayat = agenda.read_terbitan(formulir.identitas)
    biasa = [t for t in riwayat if t.perbaikan == 0]
    kode = formulir.identitas.jabatan
    if biasa and biasa[-1].sidik == sidik:
        hasil.tetap.append(kode)
        if not (ruang.akar / biasa[-1].berkas).is_file():
            _pulihkan(ruang, agenda, templat, biasa[-1], tujuan, mentah)
        return
    if riwayat:
        formulir = formulir.model_copy(update={"revisi": riwayat[-1].revisi + 1})
    (hasil.revisi if riwayat else hasil.baru).append(kode)
    agenda.write_terbitan(
        write_formulir(ruang, agenda, templat, formulir, waktu, tujuan, sidik, mentah=mentah)
    )
