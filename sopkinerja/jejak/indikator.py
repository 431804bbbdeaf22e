"""Every figure of one indicator with what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Besaran, Formulir, Putusan, Triwulan
from sopkinerja.jejak.asal import Arsip, build_sel, find_berkas
from sopkinerja.jejak.hitungan import render_capaian, render_sd
from sopkinerja.jejak.model import (
    AsalTarget,
    BerkasAsal,
    JejakIndikator,
    JejakTriwulan,
    Keputusan,
    Versi,
)
from sopkinerja.katalog import Tingkat
from sopkinerja.laporan.model import IsiHasil
from sopkinerja.mandat.model_formulir import HasilMandat
from sopkinerja.matriks.akumulasi import find_pemangku
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.masukan import build_angka
from sopkinerja.matriks.model import Bahan
from sopkinerja.opd.mandat import Indikator, Mandat


def trace_indikator(arsip: Arsip, bahan: Bahan, baris: BarisMatriks) -> JejakIndikator:
    """The figures of a row of the matrix, those of each triwulan up to its own with their files."""
    i = baris.indikator
    target, realisasi = render_sd(bahan, baris)
    return JejakIndikator(
        kode=baris.kode,
        indikator=i.indikator,
        satuan=i.satuan,
        polaritas=i.polaritas.value,
        konsolidasi=i.konsolidasi.value,
        jabatan=f"{baris.jabatan.kode} {baris.jabatan.nama}",
        tahun=bahan.tahun,
        triwulan=bahan.triwulan,
        per_triwulan=tuple(
            _trace_triwulan(arsip, bahan, baris, t) for t in bahan.triwulan.sampai_dengan()
        ),
        target_sd=baris.sd.target,
        realisasi_sd=baris.sd.realisasi,
        capaian_sd=baris.sd.capaian,
        status_sd=baris.sd.status.value if baris.sd.status else "",
        keterangan=baris.keterangan,
        hitungan_target=target,
        hitungan_realisasi=realisasi,
        hitungan_capaian=render_capaian(baris, baris.sd, bahan.pengaturan),
    )


def _trace_triwulan(
    arsip: Arsip, bahan: Bahan, baris: BarisMatriks, triwulan: Triwulan
) -> JejakTriwulan:
    ukuran, jabatan = baris.per_triwulan[triwulan], baris.jabatan.kode
    asal = build_angka(bahan, baris.indikator)[triwulan].asal
    riwayat = [
        k
        for k in arsip.agenda.read_kiriman_triwulan(Formulir.LAPORAN, bahan.tahun, triwulan)
        if k.identitas and k.identitas.jabatan == jabatan
    ]
    return JejakTriwulan(
        triwulan=triwulan,
        target=ukuran.target,
        realisasi=ukuran.realisasi,
        capaian=ukuran.capaian,
        status=ukuran.status.value if ukuran.status else "",
        pemangku=find_pemangku(baris.jabatan, triwulan),
        asal_target=_trace_target(arsip, bahan, baris, triwulan),
        hitungan=render_capaian(baris, ukuran, bahan.pengaturan_untuk(triwulan)),
        berkas=find_berkas(arsip, asal.terima, baris.kode, triwulan if asal.menyusul else None)
        if asal
        else None,
        diterima=asal.terima.diterima if asal else None,
        revisi=asal.terima.revisi if asal else None,
        menyusul=bool(asal and asal.menyusul),
        bukti=tuple(_list_bukti(arsip, bahan, baris, triwulan)),
        riwayat=tuple(_build_versi(k, baris.kode) for k in riwayat),
        keputusan=tuple(_list_keputusan(arsip.agenda, bahan, jabatan, triwulan, riwayat)),
    )


def _list_bukti(
    arsip: Arsip, bahan: Bahan, baris: BarisMatriks, triwulan: Triwulan
) -> Iterator[BerkasAsal]:
    """Each file once that is evidence for that indicator, or for its form as a whole."""
    sudah = set()
    for k in arsip.agenda.read_bukti():
        milik = any(
            b.indikator in ("", baris.kode)
            and (b.identitas.formulir, b.identitas.tahun) == (Formulir.LAPORAN, bahan.tahun)
            and (b.identitas.triwulan, b.identitas.jabatan) == (triwulan, baris.jabatan.kode)
            for b in k.bukti
        )
        if milik and k.sha256 not in sudah:
            sudah.add(k.sha256)
            yield arsip.prove(k)


def _build_versi(k: Kiriman, kode: str) -> Versi:
    alasan = k.temuan if k.putusan is not Putusan.DITERIMA else ()
    if k.putusan is Putusan.PERLU_PERBAIKAN:
        alasan = tuple(t for t in k.temuan if t.tingkat is Tingkat.GALAT)
    return Versi(
        nama=k.nama,
        sha256=k.sha256,
        arsip=k.arsip or "",
        putusan=k.putusan,
        revisi=k.revisi,
        diterima=k.diterima,
        tersimpan=k.tersimpan,
        nilai=_read_nilai(k, kode),
        berlaku=k.berlaku,
        alasan=tuple(t.pesan for t in alasan),
    )


def _read_nilai(k: Kiriman, kode: str) -> Besaran | None:
    isian = IsiHasil.model_validate_json(k.hasil).laporan.cari(kode) if k.hasil else None
    return isian.realisasi if isian else None


def _list_keputusan(
    agenda: Agenda, bahan: Bahan, jabatan: str, triwulan: Triwulan, riwayat: list[Kiriman]
) -> Iterator[Keputusan]:
    """What people decided about these returns and their triwulan, oldest first."""
    sidik = {k.sha256 for k in riwayat}
    semua = [
        Keputusan(w, "pilih", alasan)
        for w, sha, alasan in agenda.read_kejadian("pilih")
        if sha in sidik
    ]
    semua += [
        Keputusan(w, "kembalikan", alasan)
        for w, perihal, alasan in agenda.read_kejadian("kembalikan", bahan.tahun, triwulan)
        if perihal == jabatan
    ]
    semua += [
        Keputusan(p.waktu, p.tindakan, p.alasan)
        for p in agenda.read_peristiwa(bahan.tahun)
        if p.triwulan is triwulan
    ]
    return iter(sorted(semua, key=lambda k: k.waktu))


# --- the target


def _trace_target(
    arsip: Arsip, bahan: Bahan, baris: BarisMatriks, triwulan: Triwulan
) -> AsalTarget | None:
    mandat = bahan.mandat.get(triwulan)
    milik = [i for i in mandat.indikator if i.kode == baris.kode] if mandat else []
    if mandat is None or not milik:
        return None
    berkas = _find_mandat(arsip, mandat, milik[0], triwulan)
    return AsalTarget(mandat.versi, mandat.tanggal, mandat.alasan, berkas)


def _find_mandat(
    arsip: Arsip, mandat: Mandat, indikator: Indikator, triwulan: Triwulan
) -> BerkasAsal | None:
    """The mandat form that was accepted last before the version was frozen, where it says this
    very target."""
    jabatan, kode, target = indikator.jabatan, indikator.kode, indikator.target(triwulan)
    masuk = [
        k
        for k in arsip.agenda.read_kiriman_triwulan(Formulir.MANDAT, mandat.tahun, None)
        if k.identitas
        and k.identitas.jabatan == jabatan
        and k.putusan is Putusan.DITERIMA
        and k.diterima.date() <= mandat.tanggal
    ]
    if not masuk:
        return None
    k = masuk[-1]
    hasil = HasilMandat.model_validate_json(k.hasil)
    if target not in [i.target(triwulan) for i in hasil.indikator if i.kode == kode]:
        return None
    berkas = arsip.read_berkas(k.nama, k.sha256, k.arsip or "")
    letak = hasil.letak.get(kode, {}).get(f"tw_{triwulan.value - 1}", "")
    lembar, _, alamat = letak.rpartition("!")
    sel = arsip.find_sel(berkas, lembar, alamat)
    return berkas if sel is None else replace(berkas, sel=(build_sel(sel),))
