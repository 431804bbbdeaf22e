"""Running intake on a workspace: opens what it needs, plans, and carries out what was planned."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.indeks import write_indeks
from sopkinerja.agenda.isi import IsiBerkas
from sopkinerja.agenda.keluaran import Kabar
from sopkinerja.formulir.edaran import Papan, Urusan
from sopkinerja.istilah import Formulir, JenisLampiran, Putusan, Triwulan
from sopkinerja.jenis import EDARAN
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.laporan.model import FormulirLaporan
from sopkinerja.lembar.cap import Identitas
from sopkinerja.mandat.susulan import FormulirSusulan, find_susulan
from sopkinerja.penerimaan.alamat import read_surat
from sopkinerja.penerimaan.kembar import find_sekutu
from sopkinerja.penerimaan.kumpulkan import build_sumber, clean_nama, open_isi
from sopkinerja.penerimaan.meja import Meja
from sopkinerja.penerimaan.model import RapatDiterima, Rencana
from sopkinerja.penerimaan.tanda_terima import build_tujuan, render_tanda_terima
from sopkinerja.penerimaan.terima import apply_terima, clear_asal, plan_sumber, plan_terima
from sopkinerja.ruang import Ruang, render_sebab
from sopkinerja.triwulan.tanda_tangan import is_bertanda
from sopkinerja.triwulan.terbit_laporan import TerbitLagi


@dataclass(frozen=True)
class HasilTerima:
    """What was planned, and what was done after it: recaps refreshed, and the forms issued again
    with the decisions of a Rapat Monev."""

    rencana: Rencana
    rekap: tuple[Path, ...] = ()
    terbit: tuple[TerbitLagi, ...] = ()
    kabar: tuple[Kabar, ...] = ()
    susulan: tuple[FormulirSusulan, ...] = ()
    """Mandat forms among them that what was frozen doesn't say."""
    papan: tuple[Papan, ...] = ()
    """The boards of the triwulan's forms that came, as they are now."""
    rapat: tuple[RapatDiterima, ...] = ()
    """The triwulan whose Rapat Monev was accepted."""


@contextmanager
def open_meja(ruang: Ruang, waktu: dt.datetime, *, baca_saja: bool = False) -> Iterator[Meja]:
    """What intake works with, its register opened."""
    pengaturan = ruang.read_pengaturan()
    with Agenda(ruang.berkas_agenda, baca_saja=baca_saja) as agenda:
        yield Meja(ruang, agenda, pengaturan, waktu)


def run_terima(
    ruang: Ruang, waktu: dt.datetime, *, uji_coba: bool = False, ulang: bool = False
) -> HasilTerima:
    """Takes in inbox/; with `uji_coba` nothing at all is written."""
    if uji_coba:
        with open_meja(ruang, waktu, baca_saja=True) as meja:
            return HasilTerima(plan_terima(meja, ulang=ulang))
    with ruang.kunci(), open_meja(ruang, waktu) as meja:
        rencana = plan_terima(meja, ulang=ulang)
        if rencana.is_kosong:
            clear_asal(meja, rencana)
            return HasilTerima(rencana, kabar=tuple(meja.agenda.kabar))
        plan_tanda_terima(meja, rencana)
        diterima = [k.identitas for k in rencana.kiriman if k.berlaku and k.identitas]
        with meja.agenda.transaksi():
            apply_terima(meja, rencana)
            write_indeks(ruang, meja.agenda)
            rekap = tuple(refresh_rekap(meja, diterima))
            terbit = tuple(reissue_sesudah_rapat(meja, diterima))
        meja.keep_referensi()
        clear_asal(meja, rencana)
        susulan = tuple(find_susulan_baru(meja, diterima))
        kabar, papan = tuple(meja.agenda.kabar), tuple(build_papan(meja, rencana))
        rapat = tuple(list_rapat(meja.agenda, diterima))
        return HasilTerima(rencana, rekap, terbit, kabar, susulan, papan, rapat)


def list_rapat(agenda: Agenda, daftar_identitas: Iterable[Identitas]) -> Iterator[RapatDiterima]:
    """The triwulan whose Rapat Monev is among what was accepted, the oldest first."""
    rapat = {(i.tahun, i.triwulan) for i in daftar_identitas if i.formulir is Formulir.RAPAT}
    for tahun, tw in sorted((y, t) for y, t in rapat if t):
        bertanda = is_bertanda(agenda, tahun, tw, JenisLampiran.LHE)
        yield RapatDiterima(tahun, tw, tw in agenda.read_tutup(tahun), bertanda)


def build_papan(meja: Meja, rencana: Rencana) -> Iterator[Papan]:
    """The board of each kind of form and open triwulan that something came of, the oldest first;
    none where referensi has a galat."""
    dinilai = [k.identitas for k in rencana.kiriman if k.putusan is not Putusan.KARANTINA]
    datang = {(i.tahun, i.triwulan, i.formulir) for i in dinilai if i and i.formulir.is_edaran}
    for tahun, triwulan, formulir in sorted((y, t, f) for y, t, f in datang if t):
        referensi = meja.read_referensi(tahun)
        if referensi and triwulan not in meja.agenda.read_tutup(tahun):
            urusan = Urusan(
                meja.ruang, meja.agenda, referensi, triwulan, meja.waktu, meja.pengaturan
            )
            yield EDARAN[formulir].build_papan(urusan)


def plan_tanda_terima(meja: Meja, rencana: Rencana) -> None:
    """Adds the receipt of what came in, or is judged otherwise now, to the plan."""
    rencana.tanda_terima = build_tujuan(meja.ruang, rencana)
    tempat = {sha: meja.ruang.build_jalur(p) for sha, p in rencana.karantina.items()}
    rencana.tulis[rencana.tanda_terima] = render_tanda_terima(
        replace(rencana, kiriman=rencana.baru, sama=[]),
        tempat,
        _find_opd(meja, rencana),
        read_surat(meja, rencana),
    )


def find_susulan_baru(
    meja: Meja, daftar_identitas: Sequence[Identitas]
) -> Iterator[FormulirSusulan]:
    """Of the mandat forms that now count, those that came after freezing."""
    baru = {(i.tahun, i.jabatan) for i in daftar_identitas if i.formulir is Formulir.MANDAT}
    for tahun in sorted({t for t, _ in baru}):
        for satu in find_susulan(meja.agenda, tahun):
            if (tahun, satu.jabatan) in baru:
                yield satu


def run_periksa(ruang: Ruang, berkas: Sequence[Path], waktu: dt.datetime) -> Rencana:
    """Judges files where they lie; writes nothing."""
    isi = [(clean_nama(jalur.name), _open_isi(jalur)) for jalur in berkas]
    with open_meja(ruang, waktu, baca_saja=True) as meja:
        urutan = meja.agenda.build_urutan()
        sumber = [
            s for nama, b in isi for s in build_sumber(nama, b, None, urutan, meja.pengaturan)
        ]
        rencana = plan_sumber(meja, sumber, [], urutan, balas=False)
    rencana.kiriman = [k.model_copy(update={"arsip": None}) for k in rencana.kiriman]
    return rencana


def _find_opd(meja: Meja, rencana: Rencana) -> str:
    """The OPD's name as it stands on the forms that came; empty where none was recognised."""
    for k in rencana.kiriman:
        if k.identitas and k.identitas.formulir is Formulir.LAPORAN:
            terbitan = meja.agenda.read_terbitan(k.identitas)
            if terbitan:
                return FormulirLaporan.model_validate_json(terbitan[-1].isi).opd
    return ""


def _open_isi(jalur: Path) -> IsiBerkas:
    try:
        return open_isi(jalur)
    except OSError as galat:
        raise SopKinerjaError(f"{jalur} tidak dapat dibaca: {render_sebab(galat)}.") from None


def refresh_rekap(meja: Meja, daftar_identitas: Iterable[Identitas]) -> Iterator[Path]:
    """Rekap_Bawahan of every triwulan that something now counts for: of the atasan of those who
    reported, and of those whose indicators are theirs too."""
    diterima: dict[tuple[int, Triwulan], set[str]] = defaultdict(set)
    for ident in daftar_identitas:
        if ident.triwulan and ident.formulir is Formulir.LAPORAN:
            diterima[ident.tahun, ident.triwulan].add(ident.jabatan)
    if not diterima:
        return
    from sopkinerja.matriks.bahan import build_bahan
    from sopkinerja.matriks.terbit import RekapBawahan

    for (tahun, triwulan), jabatan in sorted(diterima.items()):
        referensi = meja.read_referensi(tahun)
        if referensi is None:
            continue
        sekutu = find_sekutu(meja, tahun, triwulan, jabatan)
        rekap = RekapBawahan(meja.ruang, tahun, triwulan, jabatan | sekutu)
        bahan = build_bahan(
            meja.agenda, referensi, triwulan, meja.waktu, meja.pengaturan, pilih=rekap.pilih
        )
        yield from rekap.refresh(meja.agenda, bahan)


def reissue_sesudah_rapat(
    meja: Meja, daftar_identitas: Iterable[Identitas]
) -> Iterator[TerbitLagi]:
    """A Rapat Monev that comes after its triwulan was closed gives its decisions to the forms of
    the triwulan after it that are out and still open."""
    rapat = [i for i in daftar_identitas if i.formulir is Formulir.RAPAT]
    tutup = [i for i in rapat if i.triwulan in meja.agenda.read_tutup(i.tahun)]
    if not tutup:
        return
    from sopkinerja.triwulan.terbit_laporan import reissue_sesudah

    awal = min((i.tahun, i.triwulan or Triwulan.I) for i in tutup)
    yield from reissue_sesudah(
        meja.ruang, meja.agenda, meja.read_referensi, awal, meja.waktu, meja.pengaturan
    )
