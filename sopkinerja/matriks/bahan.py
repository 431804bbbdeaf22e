"""Gathering what the matrix and the LHE are made of, once, from agenda and referensi."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from pydantic import TypeAdapter

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Formulir, Keadaan, Level, Putusan, Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.laporan.model import FormulirLaporan, HasilPeriksa, Pejabat
from sopkinerja.laporan.status import build_status, list_kursi, read_formulir_terakhir
from sopkinerja.mandat.model import Mandat
from sopkinerja.matriks.model import (
    Bahan,
    JabatanMatriks,
    LangkahDitanya,
    RapatMonev,
    Terima,
    TindakDitanya,
)
from sopkinerja.opd.model import Jabatan, Referensi
from sopkinerja.opd.pejabat import build_pejabat
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import Tingkat
from sopkinerja.triwulan.kalender import Kalender, build_tenggat

RAPAT = TypeAdapter(RapatMonev)


def build_bahan(
    agenda: Agenda,
    referensi: Referensi,
    triwulan: Triwulan,
    waktu: dt.datetime,
    pengaturan: Pengaturan,
    nomor_cetak: int = 1,
) -> Bahan:
    """Everything up to and with that triwulan, as of `waktu`; SopKinerjaError without a mandat."""
    tahun = referensi.opd.tahun
    mandat = _read_mandat(agenda, tahun, triwulan)
    kalender = Kalender(referensi.libur)
    tenggat = build_tenggat(tahun, triwulan, kalender, pengaturan).laporan
    status = build_status(
        agenda, referensi, mandat[triwulan], triwulan, waktu.date(), tenggat, kalender
    )
    kiriman = [
        k
        for tw in triwulan.sampai_dengan()
        for k in agenda.read_kiriman_triwulan(Formulir.LAPORAN, tahun, tw)
    ]
    formulir = {tw: read_formulir_terakhir(agenda, tahun, tw) for tw in triwulan.sampai_dengan()}
    jabatan = _build_jabatan(referensi, mandat[triwulan], formulir, triwulan, waktu.date())
    terima = _build_terima(kiriman)
    kepala = next((j.kode for j in referensi.jabatan if j.level is Level.KEPALA_DINAS), "")
    return Bahan(
        opd=referensi.opd,
        tahun=tahun,
        triwulan=triwulan,
        waktu=waktu,
        pengaturan=pengaturan,
        unit=referensi.unit,
        jabatan=jabatan,
        mandat=mandat,
        terima=terima,
        tidak_valid=_build_tidak_valid(kiriman, terima),
        lowong=frozenset(
            (j.kode, tw)
            for j in jabatan
            for tw in triwulan.sampai_dengan()
            if j.pemangku.get(tw) is None
        )
        | frozenset((s.kode, triwulan) for s in status if s.keadaan is Keadaan.LOWONG),
        tutup=agenda.read_tutup(tahun),
        status=status,
        renstra=referensi.renstra,
        rapat=_read_rapat(agenda, tahun, triwulan),
        nomor_cetak=nomor_cetak,
        kepala=build_pejabat(referensi, kepala, waktu.date()),
        kasubag=build_pejabat(referensi, referensi.opd.kasubag_program, waktu.date()),
        dpa=tuple(d for d in referensi.dpa if d.tahun == tahun),
        tenggat=tenggat,
        lampiran=tuple(
            lm for lm in agenda.read_lampiran(tahun) if (lm.triwulan or triwulan) <= triwulan
        ),
        langkah=tuple(_build_langkah(formulir[triwulan], terima)),
        tindak_lanjut=tuple(_build_tindak_lanjut(formulir[triwulan], terima)),
    )


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


def _read_mandat(agenda: Agenda, tahun: int, triwulan: Triwulan) -> dict[Triwulan, Mandat]:
    hasil = {tw: m for tw in Triwulan if (m := agenda.read_mandat(tahun, tw))}
    if triwulan not in hasil:
        raise SopKinerjaError(
            f"Mandat {tahun} belum ditetapkan, jadi belum ada yang dapat direkap. "
            "Jalankan: sopkinerja tetapkan"
        )
    return hasil


def _build_jabatan(
    referensi: Referensi,
    mandat: Mandat,
    formulir: dict[Triwulan, dict[str, FormulirLaporan]],
    triwulan: Triwulan,
    tanggal: dt.date,
) -> tuple[JabatanMatriks, ...]:
    """The chairs with a mandat; names and places as their form was issued, else as of today."""
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
                    tw: _find_pemangku(referensi, j, formulir[tw], tw, tanggal)
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
    return build_pejabat(referensi, jabatan.kode, min(tanggal, triwulan.akhir(referensi.opd.tahun)))


def _build_terima(kiriman: list[Kiriman]) -> dict[tuple[str, Triwulan], Terima]:
    hasil = {}
    for k in kiriman:
        if not k.berlaku or k.identitas is None or k.identitas.triwulan is None:
            continue
        isi = HasilPeriksa.model_validate_json(k.hasil)
        hasil[k.identitas.jabatan, k.identitas.triwulan] = Terima(
            jabatan=k.identitas.jabatan,
            triwulan=k.identitas.triwulan,
            laporan=isi.laporan,
            nama_berkas=k.nama,
            sha256=k.sha256,
            revisi=k.revisi or 1,
            diterima=k.diterima,
            peringatan=tuple(t for t in k.temuan if t.tingkat is Tingkat.PERINGATAN),
            letak=isi.letak,
            arsip=k.arsip or "",
        )
    return hasil


def _build_tidak_valid(
    kiriman: list[Kiriman], terima: dict[tuple[str, Triwulan], Terima]
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


def _read_rapat(agenda: Agenda, tahun: int, triwulan: Triwulan) -> RapatMonev | None:
    berlaku = [
        k for k in agenda.read_kiriman_triwulan(Formulir.RAPAT, tahun, triwulan) if k.berlaku
    ]
    return RAPAT.validate_json(berlaku[-1].hasil) if berlaku else None
