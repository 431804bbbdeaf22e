"""Gathering what the matrix and the LHE are made of, once, from agenda and referensi."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman
from sopkinerja.agenda.riwayat import count_revisi, find_alasan, find_sebab_revisi
from sopkinerja.formulir.papan import (
    build_papan_terbaca,
    list_kursi,
    read_terbit_terakhir,
)
from sopkinerja.istilah import Formulir, Level, Pejabat, Putusan, Triwulan
from sopkinerja.laporan.bukti_masuk import read_bukti_masuk
from sopkinerja.laporan.jenis import LAPORAN
from sopkinerja.laporan.model import FormulirLaporan
from sopkinerja.mandat.setahun import find_catatan
from sopkinerja.matriks.beku import apply_laporan, read_beku, read_final
from sopkinerja.matriks.dulu import build_dulu
from sopkinerja.matriks.lalu import read_lalu
from sopkinerja.matriks.model import (
    Bahan,
    JabatanMatriks,
    LangkahDitanya,
    RapatMonev,
    Terima,
    TindakDitanya,
    read_rapat,
)
from sopkinerja.matriks.papan import build_tenggat_laporan, read_mandat_tahun
from sopkinerja.matriks.setahun import read_setahun
from sopkinerja.matriks.terima import TerimaTerdaftar
from sopkinerja.opd.mandat import Mandat
from sopkinerja.opd.model import Jabatan, Referensi
from sopkinerja.opd.pejabat import build_pejabat, find_pemegang
from sopkinerja.ruang import Pengaturan

Pilih = Callable[[Sequence[JabatanMatriks]], Collection[str]]
"""Which of the chairs are to be gathered for."""


def build_bahan(
    agenda: Agenda,
    referensi: Referensi,
    triwulan: Triwulan,
    waktu: dt.datetime,
    pengaturan: Pengaturan,
    nomor_cetak: int = 1,
    pilih: Pilih | None = None,
) -> Bahan:
    """Everything up to and with that triwulan, as of `waktu`; SopKinerjaError without a mandat.

    With `pilih`, `terima` reads a return from `agenda` when it is asked for, and answers to steps
    and follow-ups are gathered for those chairs alone.

    A closed triwulan is what was frozen when it was closed; a reopened one is that too, but with
    the returns as they are now. Only the printing, its moment, Rapat Monev and lampiran are live.
    """
    tahun = referensi.opd.tahun
    tutup = agenda.read_tutup(tahun)
    return replace(
        build_inti(agenda, referensi, triwulan, waktu, pengaturan, pilih),
        nomor_cetak=nomor_cetak,
        final=_read_final(agenda, tahun, triwulan, terakhir=triwulan not in tutup),
        rapat=read_rapat_monev(agenda, tahun, triwulan),
        lampiran=tuple(
            lm for lm in agenda.read_lampiran(tahun) if (lm.triwulan or triwulan) <= triwulan
        ),
        lalu=None if pilih else read_lalu(agenda, tahun, triwulan),
        sebab_revisi=find_sebab_revisi(agenda.read_peristiwa(tahun), triwulan),
    )


def build_inti(
    agenda: Agenda,
    referensi: Referensi,
    triwulan: Triwulan,
    waktu: dt.datetime,
    pengaturan: Pengaturan,
    pilih: Pilih | None = None,
) -> Bahan:
    """The same without the printings before it, Rapat Monev and lampiran: all that figures rest
    on."""
    tahun = referensi.opd.tahun
    riwayat, tutup = agenda.read_peristiwa(tahun), agenda.read_tutup(tahun)
    beku = read_beku(agenda, tahun, triwulan)
    revisi = count_revisi(riwayat, triwulan)
    if beku and triwulan in tutup:
        bahan = beku
    else:
        pilih = None if beku else pilih
        bahan = _build_hidup(agenda, referensi, triwulan, waktu, pengaturan, pilih)
        if beku:
            from sopkinerja.matriks.penyesuaian import build_penyesuaian

            baru = apply_laporan(beku, bahan, triwulan)
            alasan = find_alasan(riwayat, triwulan)
            beda = build_penyesuaian(beku, baru, triwulan, revisi, alasan)
            bahan = replace(baru, penyesuaian=(*beku.penyesuaian, *beda))
        buka = {t: a for t in triwulan.sampai_dengan() if (a := find_alasan(riwayat, t))}
        bahan = replace(bahan, alasan_buka=buka)
    return replace(
        bahan,
        waktu=waktu,
        tutup=bahan.tutup | {triwulan} if triwulan in tutup else bahan.tutup - {triwulan},
        revisi=revisi,
        hari_tutup=bahan.hari if beku and triwulan in tutup else None,
        dini=bahan.dini if triwulan in tutup else "",
    )


def _build_hidup(
    agenda: Agenda,
    referensi: Referensi,
    triwulan: Triwulan,
    waktu: dt.datetime,
    pengaturan: Pengaturan,
    pilih: Pilih | None,
) -> Bahan:
    """The material as agenda, referensi and settings have it now; of earlier triwulan that are
    closed their own mandat, holders and vacancies."""
    tahun = referensi.opd.tahun
    tutup = agenda.read_tutup(tahun)
    lalu = _read_lalu(agenda, tahun, triwulan)
    mandat = read_mandat_tahun(agenda, tahun, triwulan) | {t: b.mandat[t] for t, b in lalu.items()}
    masuk = {
        tw: agenda.read_kiriman_triwulan(Formulir.LAPORAN, tahun, tw, isi=False)
        for tw in triwulan.sampai_dengan()
    }
    kiriman = [k for satu in masuk.values() for k in satu]
    formulir = {
        tw: read_terbit_terakhir(LAPORAN, agenda, tahun, tw) for tw in triwulan.sampai_dengan()
    }
    tenggat = {tw: build_tenggat_laporan(referensi, tw, pengaturan) for tw in masuk}
    status = {
        tw: build_papan_terbaca(
            referensi, mandat[tw], tw, waktu.date(), tenggat[tw], masuk[tw], formulir[tw]
        )
        for tw in masuk
        if tw in mandat and tw not in lalu
    }
    jabatan = _build_jabatan(
        referensi, mandat[triwulan], formulir, triwulan, waktu.date(), _read_pemangku(lalu)
    )
    terdaftar = TerimaTerdaftar(agenda, kiriman, read_bukti_masuk(agenda))
    terima = terdaftar if pilih else dict(terdaftar)
    ditanya = formulir[triwulan]
    if pilih:
        ditanya = {k: ditanya[k] for k in pilih(jabatan) if k in ditanya}
    kepala = next((j.kode for j in referensi.jabatan if j.level is Level.KEPALA_DINAS), "")
    lowong = {
        (j.kode, tw)
        for j in jabatan
        for tw in triwulan.sampai_dengan()
        if tw not in lalu and j.pemangku.get(tw) is None
    }
    lowong |= {k for t, b in lalu.items() for k in b.lowong if k[1] is t}
    return Bahan(
        opd=referensi.opd,
        tahun=tahun,
        triwulan=triwulan,
        waktu=waktu,
        pengaturan=pengaturan,
        unit=referensi.unit,
        status_lalu={
            t: lalu[t].status if t in lalu else status[t]
            for t in triwulan.sampai_dengan()[:-1]
            if t in mandat
        },
        jabatan=jabatan,
        mandat=mandat,
        terima=terima,
        tidak_valid=_build_tidak_valid(kiriman, terima),
        lowong=frozenset(lowong),
        tutup=tutup,
        status=status[triwulan],
        renstra=referensi.renstra,
        kepala=build_pejabat(referensi, kepala, waktu.date()),
        kasubag=build_pejabat(referensi, referensi.opd.kasubag_program, waktu.date()),
        dpa=tuple(d for d in referensi.dpa if d.tahun == tahun),
        tenggat=tenggat[triwulan],
        langkah=tuple(_build_langkah(ditanya, terima)),
        tindak_lanjut=tuple(_build_tindak_lanjut(ditanya, terima)),
        pengaturan_lalu={t: b.pengaturan for t, b in lalu.items()},
        catatan_lalu=_build_catatan_lalu(agenda, mandat[triwulan]),
        **(build_dulu(agenda, referensi, mandat[triwulan], pengaturan) if triwulan is Triwulan.IV else {}),
    )  # fmt: skip


def _build_catatan_lalu(agenda: Agenda, mandat: Mandat) -> dict[str, str]:
    setahun = read_setahun(agenda, mandat.tahun - 1)
    semua = {
        i.kode: find_catatan(setahun, i.kode, i.realisasi_tahun_lalu) for i in mandat.indikator
    }
    return {kode: catatan for kode, catatan in semua.items() if catatan}


def _read_lalu(agenda: Agenda, tahun: int, triwulan: Triwulan) -> dict[Triwulan, Bahan]:
    """The frozen material of each earlier triwulan that was closed."""
    lalu = [t for t in triwulan.sampai_dengan() if t < triwulan]
    return {t: b for t in lalu if (b := read_beku(agenda, tahun, t))}


def _read_pemangku(lalu: Mapping[Triwulan, Bahan]) -> dict[tuple[str, Triwulan], Pejabat | None]:
    return {(j.kode, t): j.pemangku.get(t) for t, b in lalu.items() for j in b.jabatan}


def _build_langkah(
    formulir: Mapping[str, FormulirLaporan], terima: Mapping[tuple[str, Triwulan], Terima]
) -> Iterator[LangkahDitanya]:
    """The steps that the newest forms ask after, answered or not."""
    for kode, f in formulir.items():
        laporan = terima[kode, f.triwulan].laporan if (kode, f.triwulan) in terima else None
        jawaban = {j.kunci: j for j in laporan.renaksi} if laporan else {}
        yield from (LangkahDitanya(kode, b, jawaban.get(b.kunci)) for b in f.renaksi)


def _build_tindak_lanjut(
    formulir: Mapping[str, FormulirLaporan], terima: Mapping[tuple[str, Triwulan], Terima]
) -> Iterator[TindakDitanya]:
    """The follow-ups that the newest forms ask after, answered or not."""
    for kode, f in formulir.items():
        laporan = terima[kode, f.triwulan].laporan if (kode, f.triwulan) in terima else None
        jawaban = {j.kunci: j for j in laporan.tindak_lanjut} if laporan else {}
        yield from (TindakDitanya(kode, b, jawaban.get(b.kunci)) for b in f.tindak_lanjut)


def _build_jabatan(
    referensi: Referensi,
    mandat: Mandat,
    formulir: dict[Triwulan, dict[str, FormulirLaporan]],
    triwulan: Triwulan,
    tanggal: dt.date,
    lalu: Mapping[tuple[str, Triwulan], Pejabat | None],
) -> tuple[JabatanMatriks, ...]:
    """The chairs with a mandat; names and places as their form was issued, else as of today.
    `lalu` holds who held them in triwulan that are closed."""
    terbit = {kode: f for tw in triwulan.sampai_dengan() for kode, f in formulir[tw].items()}
    hasil = []
    for j in list_kursi(referensi, mandat, terbit):
        kini = formulir[triwulan].get(j.kode)
        hasil.append(
            JabatanMatriks(
                kode=j.kode,
                nama=kini.jabatan if kini else j.nama,
                level=kini.level if kini else j.level,
                unit=kini.kode_unit if kini else j.unit,
                atasan=kini.kode_atasan if kini else j.atasan,
                pemangku={
                    tw: lalu[j.kode, tw]
                    if (j.kode, tw) in lalu
                    else _find_pemangku(referensi, j, formulir[tw], tw, tanggal)
                    for tw in triwulan.sampai_dengan()
                },
            )
        )
    return tuple(hasil)


def _find_pemangku(
    referensi: Referensi,
    jabatan: Jabatan,
    formulir: dict[str, FormulirLaporan],
    triwulan: Triwulan,
    tanggal: dt.date,
) -> Pejabat | None:
    if jabatan.kode in formulir:
        return formulir[jabatan.kode].pemangku
    return find_pemegang(referensi, jabatan.kode, triwulan, tanggal)


def _build_tidak_valid(
    kiriman: list[Kiriman], terima: Mapping[tuple[str, Triwulan], Terima]
) -> frozenset[tuple[str, Triwulan]]:
    """Something came back and nothing was accepted."""
    datang = {
        (k.identitas.jabatan, k.identitas.triwulan)
        for k in kiriman
        if k.identitas
        and k.identitas.triwulan
        and k.putusan in (Putusan.PERLU_PERBAIKAN, Putusan.KONFLIK)
    }
    return frozenset(datang - terima.keys())


def _read_final(
    agenda: Agenda, tahun: int, triwulan: Triwulan, *, terakhir: bool
) -> dict[Triwulan, tuple[Bahan, ...]]:
    """The printings before it, each with its Rapat Monev as it is now."""
    semua = read_final(agenda, tahun, triwulan, terakhir=terakhir)
    rapat = {t: read_rapat_monev(agenda, tahun, t) for t in semua}
    return {t: tuple(replace(b, rapat=rapat[t]) for b in daftar) for t, daftar in semua.items()}


def read_rapat_monev(agenda: Agenda, tahun: int, triwulan: Triwulan) -> RapatMonev | None:
    """What the accepted Rapat Monev of that triwulan says; None before there is one."""
    berlaku = [
        k for k in agenda.read_kiriman_triwulan(Formulir.RAPAT, tahun, triwulan) if k.berlaku
    ]
    return read_rapat(berlaku[-1].hasil) if berlaku else None
