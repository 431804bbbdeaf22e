"""Against last year: realisasi then and now, and whether the change is for the better."""

from __future__ import annotations

from typing import Any

from sopkinerja.istilah import Polaritas, StatusHasil, Triwulan
from sopkinerja.konsolidasi import MENJUMLAH
from sopkinerja.laporan.capaian import TIDAK_LENGKAP
from sopkinerja.matriks.model import Bahan
from sopkinerja.opd.mandat import Indikator
from sopkinerja.polaritas import find_sifat, to_desimal
from sopkinerja.tulisan import render_angka, render_persen, render_rupiah, round_cetak

LALU, BANDING = "Realisasi Tahun Lalu", "Dibanding Tahun Lalu"
CATATAN = "Catatan"
"""Fields that `build_tahun` adds to a row of the matrix."""
MEMBAIK, MEMBURUK = "membaik", "memburuk"


def build_tahun(bahan: Bahan, baris: dict[str, Any]) -> dict[str, Any]:
    """What a row of the matrix says of the year: last year's realisasi, the comparison with it
    (only of a figure that counts; with the remark that last year's was closed with), and the remark
    with the status where that is why there is no capaian."""
    mandat = bahan.mandat[bahan.triwulan]
    indikator = next(i for i in mandat.indikator if i.kode == baris["Kode Indikator"])
    lalu = bahan.catatan_lalu.get(indikator.kode, "")
    utuh = _is_utuh(bahan, baris) and TIDAK_LENGKAP not in lalu
    banding = render_banding(indikator, baris["Realisasi s.d. TW"], utuh)
    catatan = f"tahun lalu {lalu}" if lalu else ""
    return {
        LALU: indikator.realisasi_tahun_lalu,
        BANDING: "; ".join(t for t in (banding, catatan) if t),
        CATATAN: _render_catatan(baris["Status"], baris["Keterangan"]),
    }


def _render_catatan(status: str, keterangan: str) -> str:
    alasan = "" if status == StatusHasil.DIHITUNG else status
    return "; ".join(k for k in (alasan, keterangan) if k)


def _is_utuh(bahan: Bahan, baris: dict[str, Any]) -> bool:
    """True where the figure speaks of the whole year: at its end, with no triwulan missing."""
    return bahan.triwulan is Triwulan.IV and TIDAK_LENGKAP not in baris["Keterangan"]


def render_banding(indikator: Indikator, realisasi: float | None, utuh: bool) -> str:
    """`naik 19 unit (membaik)`. Of a year that isn't whole (`utuh`) yet nobody can say whether it
    is better: a sum is only a share, `37,50% dari tahun lalu`, a position only differs."""
    lalu = indikator.realisasi_tahun_lalu
    if lalu is None or realisasi is None:
        return ""
    if indikator.konsolidasi in MENJUMLAH and not utuh:
        return f"{render_persen(realisasi / lalu * 100)} dari tahun lalu" if lalu > 0 else ""
    beda = float(to_desimal(realisasi) - to_desimal(lalu))
    if not beda:
        return "sama"
    arah = find_arah(indikator.polaritas, beda) if utuh else ""
    ekor = f" ({arah})" if arah else ""
    return f"{'naik' if beda > 0 else 'turun'} {_render_beda(abs(beda), indikator.satuan)}{ekor}"


def find_arah(polaritas: Polaritas, beda: float) -> str:
    """Whether a change is for the better; of a band nobody can say."""
    naik_baik = find_sifat(polaritas).ciri.naik_baik
    if naik_baik is None or not beda:
        return ""
    return MEMBAIK if (beda > 0) == naik_baik else MEMBURUK


def _render_beda(beda: float, satuan: str) -> str:
    if satuan.strip().lower() == "rp":
        return render_rupiah(beda)
    tercetak = float(round_cetak(beda, 2 if beda >= 1 else 4))
    return f"{render_angka(tercetak or beda)} {'poin' if satuan.strip() == '%' else satuan}"
