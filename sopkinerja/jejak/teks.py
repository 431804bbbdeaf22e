"""The trace of a figure as lines that a person reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from textwrap import shorten

from sopkinerja.istilah import Triwulan
from sopkinerja.jejak.model import (
    AngkaDicetak,
    AsalTarget,
    BerkasAsal,
    Jejak,
    JejakAnggaran,
    JejakIndikator,
    JejakSkor,
    JejakTriwulan,
    Nilai,
    SelAsal,
    Versi,
)
from sopkinerja.tulisan import (
    WITA,
    render_angka,
    render_persen,
    render_putusan,
    render_rupiah,
    render_tampak,
    render_tanggal,
    render_target,
    render_waktu,
)

KOSONG = "–"
MAKS_SEL = 12
MAKS_RUMUS = 70


def render_jejak(jejak: Jejak) -> Iterator[str]:
    """Its lines, without line ends."""
    if isinstance(jejak, JejakIndikator):
        return _render_indikator(jejak)
    return _render_skor(jejak) if isinstance(jejak, JejakSkor) else _render_anggaran(jejak)


def _render_indikator(j: JejakIndikator) -> Iterator[str]:
    yield f"{j.kode}  {j.indikator} ({j.satuan})"
    yield f"{j.jabatan}; polaritas {j.polaritas}, konsolidasi {j.konsolidasi}"
    for t in j.per_triwulan:
        yield ""
        yield from _render_triwulan(t)
    if j.triwulan is not Triwulan.I:
        yield ""
        yield (
            f"s.d. TW {j.triwulan.romawi} {j.tahun}: "
            f"{_render_hasil(j.target_sd, j.realisasi_sd, j.capaian_sd, j.status_sd)}"
        )
        hitungan = (j.hitungan_target, j.hitungan_realisasi)
        for apa, isi in zip(("Target   ", "Realisasi"), hitungan, strict=True):
            if isi:
                yield f"  {apa} {j.konsolidasi}: {isi}"
        if j.hitungan_capaian:
            yield f"  Capaian   {j.hitungan_capaian}"
    if j.keterangan:
        yield f"  Keterangan: {j.keterangan}"
    yield from _render_dicetak(j.dicetak)


def _render_dicetak(daftar: Sequence[AngkaDicetak]) -> Iterator[str]:
    for d in daftar:
        yield (
            f"! {d.masa}, dicetak {d.cetakan}: {d.apa} {d.dicetak}, sekarang {d.sekarang}; "
            f"karena {d.karena}"
        )


def _render_triwulan(t: JejakTriwulan) -> Iterator[str]:
    hasil = _render_hasil(t.target, t.realisasi, t.capaian, t.status)
    yield f"TW {t.triwulan.romawi}: {hasil}"
    if t.hitungan:
        yield f"  Capaian   {t.hitungan}"
    if t.asal_target:
        yield from _render_asal_target(t.asal_target)
    yield f"  Pemangku  {t.pemangku}"
    if t.berkas:
        cara = "lembar Data Menyusul, " if t.menyusul else ""
        diterima = render_waktu(t.diterima) if t.diterima else KOSONG
        yield f"  Realisasi {cara}diterima {diterima}, revisi formulir {t.revisi}"
        yield from _render_berkas(t.berkas)
    for ke, b in enumerate(t.bukti, 1):
        if ke == 1:
            yield f"  Bukti     {len(t.bukti)} berkas"
        yield from _render_berkas(b)
    for ke, v in enumerate(t.riwayat, 1):
        if ke == 1:
            yield f"  Riwayat   {len(t.riwayat)} kiriman"
        yield from _render_versi(ke, v)
    for k in t.keputusan:
        alasan = f": {k.alasan}" if k.alasan else ""
        yield f"  {k.tindakan}, {render_waktu(k.waktu)}{alasan}"


def _render_hasil(target: Nilai, realisasi: Nilai, capaian: float | None, status: str) -> str:
    akhir = render_persen(capaian) if capaian is not None else status or KOSONG
    return f"target {_angka(target)}, realisasi {_angka(realisasi)}, capaian {akhir}"


def _render_asal_target(a: AsalTarget) -> Iterator[str]:
    alasan = f": {a.alasan}" if a.alasan else ""
    asal = "dari formulir mandat" if a.berkas else "dari lembar Mandat di referensi.xlsx"
    yield (
        f"  Target    PK versi {a.versi}, ditetapkan {render_tanggal(a.ditetapkan)}{alasan}; {asal}"
    )
    if a.berkas:
        yield from _render_berkas(a.berkas)


def _render_berkas(b: BerkasAsal) -> Iterator[str]:
    yield f"            {b.nama}"
    yield f"            {b.arsip or 'tidak ada di arsip'}"
    yield f"            SHA-256 {b.sha256}, {_render_sidik(b)}"
    for s in b.sel[:MAKS_SEL]:
        yield f"            {_render_sel(s)}"
    if len(b.sel) > MAKS_SEL:
        yield f"            … dan {len(b.sel) - MAKS_SEL} sel lagi (--json menyebut semuanya)"


def _render_sidik(b: BerkasAsal) -> str:
    if b.utuh:
        return "isi arsip cocok"
    return "BERKASNYA TIDAK ADA LAGI" if b.sidik is None else f"ISI ARSIP BERUBAH: {b.sidik}"


def _render_sel(s: SelAsal) -> str:
    rumus = f"  (={shorten(s.rumus, MAKS_RUMUS, placeholder=' …')})" if s.rumus else ""
    return f"{s.lembar}!{s.sel} berisi {s.isi or 'kosong'}{rumus}"


def _render_versi(ke: int, v: Versi) -> Iterator[str]:
    tanda = "  ← berlaku" if v.berlaku else ""
    simpan = f", disimpan {_render_simpan(v.tersimpan)}" if v.tersimpan else ""
    nilai = render_target(v.nilai) or "kosong"
    yield (
        f"    {ke}. {render_waktu(v.diterima)}  {render_putusan(v.putusan)}  {nilai}  "
        f"{v.nama} (revisi {v.revisi}{simpan}) {v.sha256[:12]}{tanda}"
    )
    yield from (f"       {a}" for a in v.alasan)


def _render_simpan(waktu: dt.datetime) -> str:
    return render_waktu(waktu.replace(tzinfo=dt.UTC).astimezone(WITA))


def _render_skor(j: JejakSkor) -> Iterator[str]:
    nilai = f"{render_persen(j.nilai)} ({j.predikat})" if j.nilai is not None else "belum ada"
    yield f"{j.nama}: skor s.d. TW {j.triwulan.romawi} {j.tahun} {nilai}"
    cara = j.cara.capitalize() or "Rata-rata"
    menurut = " menurut bobot," if j.cara.endswith("tertimbang") else ""
    yield f"{cara}{menurut} dari {j.dinilai} yang dinilai, di antara {j.dari}; setiap capaian dibatasi."
    if j.hitungan:
        yield f"  {j.hitungan}"
    for b in j.bagian:
        isi = render_persen(b.nilai) if b.nilai is not None else KOSONG
        bobot = f"  bobot {render_angka(b.bobot)}" if b.bobot is not None else ""
        lain = b.dibatasi is not None and b.dibatasi != b.nilai
        batas = f"  dihitung {render_persen(b.dibatasi or 0)}" if lain else ""
        yield f"  {isi:>12}  {b.kode}  {b.nama}{bobot}{batas}"
    yield from _render_dicetak(j.dicetak)
    if j.unit_sekode:
        yield f'Skor unit berkode {j.kode}: sopkinerja jejak "{j.unit_sekode}" -t {j.triwulan.value}'


def _render_anggaran(j: JejakAnggaran) -> Iterator[str]:
    sd = render_rupiah(j.realisasi_sd) if j.realisasi_sd is not None else KOSONG
    yield f"{j.kode}  {j.uraian}"
    yield f"{j.penanggung_jawab}; pagu {render_rupiah(j.pagu)}"
    for t, nilai, berkas in j.per_triwulan:
        isi = render_rupiah(nilai) if nilai is not None else KOSONG
        asal = "" if berkas or nilai is None else ", dari lembar DPA di referensi.xlsx"
        yield f"TW {t.romawi}: {isi}{asal}"
        if berkas:
            yield from _render_berkas(berkas)
    yield f"s.d. TW {j.triwulan.romawi} {j.tahun}: {sd}"
    if j.keterangan:
        yield f"  Keterangan: {j.keterangan}"


def _angka(nilai: Nilai) -> str:
    if nilai is None or nilai == "":
        return KOSONG
    return render_tampak(nilai) if isinstance(nilai, float | int) else nilai
