"""Against last year: realisasi then and now, and whether the change is for the better."""

from __future__ import annotations

from sopkinerja.istilah import Besaran, Polaritas, Rentang, Sebutan, Triwulan
from sopkinerja.konsolidasi import MENJUMLAH, list_konsolidasi
from sopkinerja.laporan.capaian import TIDAK_LENGKAP
from sopkinerja.matriks.model import Bahan
from sopkinerja.opd.mandat import Indikator
from sopkinerja.polaritas import compare_skala, find_sifat, to_desimal
from sopkinerja.tulisan import (
    count_cetak,
    render_angka,
    render_persen,
    render_rupiah,
    render_target,
    round_cetak,
)

BERPOSISI = list_konsolidasi(lambda c: c.terakhir)
MEMBAIK, MEMBURUK = "membaik", "memburuk"
BAGIAN = "dari setahun penuh tahun lalu"
"""What a sum on its way is a share of: of twelve months, however few it has itself."""
RENTANG = {
    (True, False): "keluar rentang",
    (False, False): "tetap di luar rentang",
    (False, True): "masuk rentang",
    (True, True): "tetap dalam rentang",
}
"""What became of a figure whose target is a band: whether it lay inside last year, and now."""


def render_tahun_lalu(
    bahan: Bahan, indikator: Indikator, realisasi: Besaran | None, keterangan: str
) -> str:
    """A realisasi s.d. TW against last year's (only of a figure that counts), with the remark that
    last year's was closed with; `keterangan` holds the remarks on this year's."""
    lalu = bahan.catatan_lalu.get(indikator.kode, "")
    utuh = bahan.triwulan is Triwulan.IV and TIDAK_LENGKAP not in f"{keterangan} {lalu}"
    banding = render_banding(indikator, realisasi, utuh)
    catatan = f"tahun lalu {lalu}" if lalu else ""
    return "; ".join(t for t in (banding, catatan) if t)


def render_banding(indikator: Indikator, realisasi: Besaran | None, utuh: bool) -> str:
    """`naik 19 unit (membaik)`. Of a year that isn't whole (`utuh`) yet nobody can say whether it
    is better: a sum is only a share, `37,50% dari setahun penuh tahun lalu`, and a
    position on its way isn't held against the one that a year ended with."""
    lalu = indikator.realisasi_tahun_lalu
    if lalu is None or realisasi is None:
        return ""
    if isinstance(lalu, Sebutan) or isinstance(realisasi, Sebutan):
        return _render_banding_sebutan(indikator, lalu, realisasi, utuh)
    if indikator.konsolidasi in MENJUMLAH and not utuh:
        return f"{render_persen(realisasi / lalu * 100)} {BAGIAN}" if lalu > 0 else ""
    beda = float(to_desimal(realisasi) - to_desimal(lalu))
    if not beda:
        return "sama"
    if indikator.konsolidasi in BERPOSISI and not utuh:
        return ""
    arah = find_arah(indikator.polaritas, beda) or find_rentang(indikator, realisasi)
    ekor = f" ({arah})" if arah and utuh else ""
    return f"{'naik' if beda > 0 else 'turun'} {_render_beda(abs(beda), indikator)}{ekor}"


def _render_banding_sebutan(
    indikator: Indikator, lalu: Besaran, realisasi: Besaran, utuh: bool
) -> str:
    """`naik dari B (membaik)`; nothing where one is a number and the other a word."""
    if not isinstance(lalu, Sebutan) or not isinstance(realisasi, Sebutan):
        return ""
    sebelum, kini = compare_skala(lalu, realisasi)
    if sebelum == kini:
        return "sama"
    arah = find_arah(indikator.polaritas, kini - sebelum) if utuh else ""
    ekor = f" ({arah})" if arah else ""
    return f"{'naik' if kini > sebelum else 'turun'} dari {render_target(lalu)}{ekor}"


def find_arah(polaritas: Polaritas, beda: float) -> str:
    """Whether a change is for the better; of a band nobody can say."""
    naik_baik = find_sifat(polaritas).ciri.naik_baik
    if naik_baik is None or not beda:
        return ""
    return MEMBAIK if (beda > 0) == naik_baik else MEMBURUK


def find_rentang(indikator: Indikator, realisasi: Besaran | None) -> str:
    """Of a polaritas Rentang whether it left the band of its annual target since last year, came
    into it or stayed; empty for any other, and where a figure or the band is missing."""
    lalu, pita = indikator.realisasi_tahun_lalu, indikator.target_tahun
    if indikator.polaritas is not Polaritas.RENTANG or not isinstance(pita, Rentang):
        return ""
    if not isinstance(lalu, float) or not isinstance(realisasi, float):
        return ""
    sebelum, kini = (pita.bawah <= n <= pita.atas for n in (lalu, realisasi))
    return RENTANG[sebelum, kini]


def _render_beda(beda: float, indikator: Indikator) -> str:
    """`0,77 poin`, `36 unit`: with the decimals of the indicator's figures."""
    satuan = indikator.satuan.strip()
    if satuan.lower() == "rp":
        return render_rupiah(beda)
    tercetak = float(round_cetak(beda, count_cetak(beda, indikator.desimal)))
    return f"{render_angka(tercetak)} {'poin' if satuan == '%' else satuan}"
