"""What subordinates report otherwise: the figures, and whether a decision or a reopening mends it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.model import IsianIndikator
from sopkinerja.lhe.beda_bawahan import render_bidang
from sopkinerja.lhe.diminta import build_pilihan
from sopkinerja.matriks.model import Bahan
from tests.laporan.tabel import read_tabel
from tests.matriks.bahan import build_bahan, build_indikator, build_semua, build_terima

KODE = {"KD-01.01": "", "BID-01.01": "KD-01.01", "JFK-01.01": "BID-01.01"}

BEDA = """
| Kasus                  | Konsolidasi | Atasan | Bawahan | Tutup | Angka lain             | Diminta          |
| sama                   | Jumlah      | 5 5    | 5 5     | I     |                        |                  |
| beda di TW ini         | Jumlah      | 5 5    | 5 4     | I     | BID-01 9               | Angka            |
| beda di kedua TW       | Jumlah      | 5 5    | 4 4     | I     | BID-01 8               | Angka            |
| beda di TW tertutup    | Jumlah      | 5 5    | 4 5     | I     | BID-01 9               | Pembukaan        |
| TW I belum ditutup     | Jumlah      | 5 5    | 4 5     |       | BID-01 9               | Angka            |
| TW II FINAL            | Jumlah      | 5 5    | 5 4     | I II  | BID-01 9               | Angka            |
| posisi kini sama       | Terakhir    | 5 7    | 4 7     | I     | BID-01 TW I: 4 (KD-01 5) |                |
| posisi, belum ditutup  | Terakhir    | 5 7    | 4 7     |       | BID-01 TW I: 4 (KD-01 5) | Angka          |
| posisi kini beda       | Terakhir    | 5 7    | 5 8     | I     | BID-01 8               | Angka            |
| rata-rata              | Rata-rata   | 5 7    | 4 7     | I     | BID-01 5,5             | Pembukaan        |
| bawahan belum lapor    | Jumlah      | 5 5    | 4 -     | I     | BID-01 belum ada angka | Angka            |
"""


def build_tiga(kasus: dict[str, str], *, iku: bool) -> Bahan:
    """An indicator at the Kepala Dinas and a Kabid; with `iku` False at the Kabid and below."""
    bahan = build_bahan()
    angka = dict(zip(KODE, (kasus[k] for k in ("Atasan", "Atasan", "Bawahan")), strict=True))
    if iku:
        angka["BID-01.01"] = angka["JFK-01.01"] = kasus["Bawahan"]
    indikator = tuple(
        build_indikator(
            kode, "Naik", kasus["Konsolidasi"], 10.0, indikator="Ekspor", induk=induk or None
        )
        for kode, induk in KODE.items()
    )
    terima = {}
    for kode, teks in angka.items():
        for t, n in zip((Triwulan.I, Triwulan.II), teks.split(), strict=True):
            if n != "-":
                isian = (IsianIndikator(kode=kode, realisasi=float(n)),)
                jabatan = kode.partition(".")[0]
                terima[jabatan, t] = build_terima(jabatan, t, isian)
    mandat = {t: m.model_copy(update={"indikator": indikator}) for t, m in bahan.mandat.items()}
    tutup = frozenset(Triwulan[t] for t in kasus["Tutup"].split())
    return replace(bahan, mandat=mandat, terima=terima, tutup=tutup)


@pytest.mark.parametrize("iku", [True, False], ids=["IKU", "bawahan"])
@pytest.mark.parametrize("kasus", read_tabel(BEDA), ids=lambda k: k["Kasus"])
def test_beda_yang_dapat_diputuskan(kasus: dict[str, str], *, iku: bool) -> None:
    """What only a closed triwulan holds isn't asked about as if a decision could mend it."""
    setahun = build_semua(build_tiga(kasus, iku=iku))
    if iku:
        assert render_bidang(setahun.matriks, setahun.matriks.iku[0]) == kasus["Angka lain"]
    beda = [d for d in build_pilihan(setahun) if d.isi.startswith(("Angka", "Pembukaan"))]
    assert [d.isi.split()[0] for d in beda] == kasus["Diminta"].split()
    for d in beda:
        assert d.kode == (("KD-01.01",) if iku else ("BID-01.01", "JFK-01.01"))
        assert "(KD-01.01; Kepala Dinas " in d.isi if iku else "(BID-01.01 " in d.isi


def test_hanya_pembukaan_yang_mengubahnya() -> None:
    kasus = next(k for k in read_tabel(BEDA) if k["Diminta"] == "Pembukaan")
    (isi,) = [
        d.isi for d in build_pilihan(build_semua(build_tiga(kasus, iku=False))) if "TW I" in d.isi
    ]
    assert isi == (
        "Pembukaan kembali TW I (sudah ditutup), bila 1 indikator yang bedanya hanya berasal dari "
        "sana hendak disamakan: Ekspor (BID-01.01 10; JFK-01.01 9)."
    )
