"""Reading where a workspace stands: from its folders, its referensi and its register; nothing is
written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.cetakan import CetakanTercatat
from sopkinerja.agenda.model import Kiriman, Terbitan
from sopkinerja.cari_ruang import explain_bukan_ruang, find_induk
from sopkinerja.formulir.edaran import Urusan
from sopkinerja.istilah import Formulir, JenisLampiran, Level, Putusan, Triwulan
from sopkinerja.jenis import EDARAN
from sopkinerja.kalender import Kalender, build_tenggat
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.laporan import terbit as laporan_terbit
from sopkinerja.laporan.aturan_waktu import is_dini
from sopkinerja.mandat.periksa_draf import is_kosong_usulan
from sopkinerja.mandat.referensi import open_referensi
from sopkinerja.mandat.tanda_tangan import list_pk_belum
from sopkinerja.matriks.bahan import read_rapat_monev
from sopkinerja.opd.model import Referensi
from sopkinerja.opd.pejabat import build_pejabat
from sopkinerja.paket.revisi import list_belum_dikirim
from sopkinerja.pandu import teks
from sopkinerja.pandu.karantina import list_karantina
from sopkinerja.pandu.konflik import list_konflik, list_tersisih, sebut_identitas
from sopkinerja.pandu.model import (
    KeadaanRuang,
    KeadaanTahunan,
    KeadaanTriwulan,
    PilihanJawab,
    Ulangan,
)
from sopkinerja.penerimaan.kumpulkan import check_dilewati, find_berkas
from sopkinerja.penerimaan.tertahan import iter_tertahan
from sopkinerja.renaksi import terbit as renaksi_terbit
from sopkinerja.ruang import Pengaturan, Ruang, build_waktu
from sopkinerja.temuan import Temuan
from sopkinerja.triwulan.buka_tahun import read_keadaan
from sopkinerja.triwulan.tahun import HARI_MENJELANG, KeadaanTahun
from sopkinerja.triwulan.tanda_tangan import (
    FINAL,
    find_disahkan,
    list_belum_bertanda,
    list_renaksi_belum,
)
from sopkinerja.tulisan import render_putusan

BUKTI_DITAHAN = {Kode.BUKTI_102, Kode.BUKTI_103, Kode.BUKTI_105, Kode.BUKTI_500}
"""Why evidence is held until its form is beside it, or names it."""
KOSONG = {Kode.REFERENSI_018, Kode.REFERENSI_022}
"""All that is wrong with a referensi that nobody has filled."""


def read_ruang(ruang: Ruang, tanggal: dt.date | None = None) -> KeadaanRuang:
    """Where the workspace stands on that day (None: today); a folder that is none says so.
    SopKinerjaError where its settings or its register can't be used."""
    hari = build_waktu(tanggal).date()
    if not ruang.berkas_pengaturan.exists():
        if find_induk(ruang.akar):
            raise SopKinerjaError(explain_bukan_ruang(ruang.akar))
        return KeadaanRuang(hari, None)
    pengaturan = ruang.read_pengaturan()
    inbox = sum(check_dilewati(jalur) is None for _, jalur in find_berkas(ruang.inbox))
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        semua = agenda.read_kiriman_tahun(isi=False)
        konflik, ulang = tuple(list_konflik(agenda)), tuple(list_ulang(ruang, agenda, semua))
        tersisih = tuple(list_tersisih(agenda, semua))
        try:
            buku = open_referensi(ruang.berkas_referensi, pengaturan)
            daftar = read_keadaan(agenda, buku, tambahan=True)
        except SopKinerjaError as galat:
            return KeadaanRuang(
                hari, ruang.akar, "", str(galat), inbox, konflik, ulang=ulang, tersisih=tersisih
            )
        halangan, opd, tahun = "", "", []
        if not daftar:
            halangan = _render_galat(buku.check(None, usulan=True)[1])
        for k in daftar:
            referensi, temuan = buku.check(k.tahun, usulan=True)
            if referensi is None:
                halangan = _render_galat(temuan)
                continue
            opd = referensi.opd.nama
            satu = _read_tahun(ruang, agenda, referensi, k, pengaturan, hari)
            kosong = 0 if k.beku else sum(map(is_kosong_usulan, temuan))
            tahun.append(replace(satu, is_terakhir=k is daftar[-1], kosong=kosong))
        buku.simpanan.save()
        karantina = tuple(list_karantina(ruang, agenda, referensi if daftar else None, hari))
    return KeadaanRuang(
        hari, ruang.akar, opd, halangan, inbox, konflik, tuple(tahun), ulang, karantina, tersisih
    )


def _render_galat(temuan: Iterable[Temuan]) -> str:
    galat = [t.kode for t in temuan if t.tingkat is Tingkat.GALAT]
    kata = teks.BELUM_DIISI if set(galat) == KOSONG else teks.GALAT
    return kata.format(n=len(galat))


def _read_tahun(
    ruang: Ruang,
    agenda: Agenda,
    referensi: Referensi,
    keadaan: KeadaanTahun,
    pengaturan: Pengaturan,
    hari: dt.date,
) -> KeadaanTahunan:
    tahun = keadaan.tahun
    urusan = Urusan(ruang, agenda, referensi, Triwulan.I, build_waktu(hari), pengaturan)
    if not keadaan.beku:
        papan = EDARAN[Formulir.MANDAT].build_papan(urusan)
        di_lembar = sum(i.tahun == tahun for i in referensi.mandat)
        return KeadaanTahunan(tahun, False, mandat=papan, di_lembar=di_lembar)
    triwulan = tuple(
        _read_triwulan(urusan._replace(triwulan=t), t in agenda.read_pernah_tutup(tahun))
        for t in Triwulan
        if t not in keadaan.tutup and t.awal(tahun) <= hari + dt.timedelta(days=HARI_MENJELANG)
    )
    jadwal = any(ruang.build_outbox(tahun).glob("Jadwal_Monev_*.xlsx"))
    mandat = agenda.read_mandat(tahun)
    indikator = mandat.indikator if mandat else ()
    pemilik = {i.jabatan for i in indikator}
    return KeadaanTahunan(
        tahun, True, keadaan.tambahan, None, 0, triwulan, keadaan.tutup, jadwal,
        tuple(PilihanJawab(j.kode, f"{j.kode} {j.nama}") for j in referensi.jabatan if j.kode in pemilik),
        tuple(PilihanJawab(i.kode, f"{i.kode} {i.indikator}") for i in indikator),
        {s: list_belum_bertanda(agenda, tahun, s) for s in FINAL}
        | {JenisLampiran.RENAKSI: list_renaksi_belum(agenda, tahun)},
        tuple(_list_pk_belum(agenda, referensi, hari)),
    )  # fmt: skip


def _is_giliran(urusan: Urusan) -> bool:
    """Row 2 comes after row 6 of the triwulan before (the first one's after row 1)."""
    if urusan.triwulan is Triwulan.I:
        return True
    lalu = Triwulan(urusan.triwulan - 1)
    kalender = Kalender(urusan.referensi.libur)
    tenggat = build_tenggat(urusan.tahun, lalu, kalender, urusan.pengaturan).lhe
    tutup = lalu in urusan.agenda.read_tutup(urusan.tahun)
    return tutup or urusan.waktu.date() > tenggat


def _read_triwulan(urusan: Urusan, pernah_tutup: bool) -> KeadaanTriwulan:
    agenda, tahun, tw = urusan.agenda, urusan.tahun, urusan.triwulan
    kalender = Kalender(urusan.referensi.libur)
    papan = {f: EDARAN[f].build_papan(urusan) for f in (Formulir.RENAKSI, Formulir.LAPORAN)}
    dicetak: dict[str, dt.datetime] = {}
    for c in map(CetakanTercatat._make, agenda.read_cetakan()):
        if (c.tahun, c.triwulan) == (tahun, tw):
            dicetak[c.jenis] = max(c.saat, dicetak.get(c.jenis, c.saat))
    masuk, rencana, rapat = (
        find_disahkan(agenda, f, tahun, tw)
        for f in (Formulir.LAPORAN, Formulir.RENAKSI, Formulir.RAPAT)
    )
    surat = read_rapat_monev(agenda, tahun, tw) if rapat else None
    terbitan = {f: agenda.read_terbitan_triwulan(f, tahun, tw) for f in papan}
    return KeadaanTriwulan(
        tahun, tw, build_tenggat(tahun, tw, kalender, urusan.pengaturan), papan, dicetak,
        masuk, rencana, rapat, pernah_tutup,
        {f: tuple(_list_usang(urusan, f, semua)) for f, semua in terbitan.items()},
        {f: {t.identitas.jabatan: t.berkas for t in list_belum_dikirim(agenda, papan[f], semua)}
         for f, semua in terbitan.items()},
        dict(_iter_dini(agenda, tahun, tw)),
        {f: {t.identitas.jabatan: t.berkas for t in semua if t.perbaikan}
         for f, semua in terbitan.items()},
        surat.tanggal_lhe if surat else None,
        _is_giliran(urusan),
    )  # fmt: skip


def _iter_dini(agenda: Agenda, tahun: int, triwulan: Triwulan) -> Iterator[tuple[str, dt.date]]:
    """Whose accepted report came before the triwulan was over, and when; a copy sent since then says
    that it is whole."""
    datang: dict[str, dt.date] = {}
    dihitung = set()
    for k in agenda.read_kiriman_triwulan(Formulir.LAPORAN, tahun, triwulan, isi=False):
        if i := k.identitas:
            if k.putusan in (Putusan.DITERIMA, Putusan.DUPLIKAT):
                datang[i.jabatan] = max(k.diterima.date(), datang.get(i.jabatan, k.diterima.date()))
            dihitung |= {i.jabatan} if k.berlaku and not k.dikembalikan else set()
    for kode, hari in sorted(datang.items()):
        if kode in dihitung and is_dini(triwulan, tahun, hari):
            yield kode, hari


def _list_pk_belum(agenda: Agenda, referensi: Referensi, hari: dt.date) -> Iterator[PilihanJawab]:
    """Each chair that somebody holds, with a PK of which no scan came since it was made or last changed."""
    belum = set(list_pk_belum(agenda, referensi.opd.tahun))
    for j in referensi.jabatan:
        if j.kode in belum and build_pejabat(referensi, j.kode, hari):
            yield PilihanJawab(j.kode, f"{j.kode} {j.nama}")


def _list_usang(urusan: Urusan, formulir: Formulir, terbitan: Sequence[Terbitan]) -> Iterator[str]:
    """Whose form is to be issued again: of another mandat, and somebody holds the chair."""
    mandat = urusan.agenda.read_mandat(urusan.tahun, urusan.triwulan)
    level: Collection[Level] = tuple(Level)
    if formulir is Formulir.RENAKSI:
        level = urusan.pengaturan.level_renaksi
        usang = set(renaksi_terbit.list_usang(mandat, urusan.referensi, terbitan))
    else:
        usang = set(laporan_terbit.list_usang(mandat, urusan.pengaturan, urusan.triwulan, terbitan))
    for j in urusan.referensi.jabatan:
        perlu = j.kode in usang and j.level in level
        if perlu and build_pejabat(urusan.referensi, j.kode, urusan.waktu.date()):
            yield j.kode


def list_ulang(ruang: Ruang, agenda: Agenda, kiriman: Iterable[Kiriman]) -> Iterator[Ulangan]:
    """What was sent back or held of forms of ours and of evidence, still lies where it was kept, and
    could be judged otherwise."""
    terakhir = {k.sha256: k for k in kiriman}
    berlaku = {k.identitas for k in terakhir.values() if k.berlaku}
    for k, _ in iter_tertahan(ruang, agenda, terakhir.values()):
        kode = {t.kode for t in k.temuan}
        if k.identitas or kode & BUKTI_DITAHAN:
            putusan = render_putusan(k.putusan)
            if k.identitas in berlaku:
                putusan += teks.ULANG_BERLAKU
            apa = sebut_identitas(k.identitas) if k.identitas else teks.ULANG_BUKTI
            yield Ulangan(k.nama, apa, putusan, k.is_disimpan)
