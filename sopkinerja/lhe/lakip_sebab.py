"""Sebab dan Upaya of the LAKIP: failure apart from what was overcome, in people's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopkinerja.cetak.tulis import Buku
from sopkinerja.lhe.halaman import (
    NOMOR,
    PIMPINAN,
    TW,
    Baris,
    apply_daerah_cetak,
    build_halaman,
    write_bagian,
    write_isi,
)
from sopkinerja.lhe.hambatan import has_hambatan
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.tulisan import render_singkat

NAMA = "Sebab dan Upaya"
TANPA_SEBAB = "tidak ada hambatan yang dilaporkan sepanjang tahun"
AWAL = (
    k.KODE.apply(11),
    k.INDIKATOR.apply(29),
    k.CAPAIAN_TAHUN.apply(9, ("persen", "tebal")).with_isi(lambda b: b.capaian),
)
AKHIR = (
    k.CAPAIAN_TW.apply(9, ("persen",)),
    k.HAMBATAN.apply(52).with_isi(lambda b: render_singkat(b.isian.hambatan)),
    k.REKOMENDASI.apply(52).with_isi(lambda b: render_singkat(b.isian.rekomendasi)),
)
"""Of each triwulan's own matrix."""
KOLOM = (NOMOR, *AWAL, TW, *AKHIR)


def write_sebab(buku: Buku, setahun: Setahun, laporan: str) -> None:
    """First why the year's targets were missed; then, for the screen, what hindered elsewhere."""
    milik = [b for b in setahun.matriks.baris if b.level in PIMPINAN]
    gagal = list(_build(setahun, [b for b in milik if b.is_kurang], TANPA_SEBAB))
    lain = list(_build(setahun, [b for b in milik if not b.is_kurang]))
    lembar, baris = build_halaman(
        buku, setahun.bahan, NAMA, "Sebab Kegagalan dan Upaya Perbaikan",
        _render(setahun, milik, gagal, lain), KOLOM, laporan=laporan,
    )  # fmt: skip
    kosong = "Tidak ada indikator di bawah target tahun."
    baris = write_isi(lembar, KOLOM, _nomori(gagal), baris, kosong=kosong)
    apply_daerah_cetak(lembar, baris, len(KOLOM))
    if lain:
        judul = "Hambatan yang dilaporkan pada indikator lain"
        kalimat = "Indikator ini mencapai target tahun, atau belum dinilai."
        baris = write_bagian(lembar, baris + 1, len(KOLOM) - 1, judul, kalimat)
        write_isi(lembar, KOLOM, _nomori(lain), baris, utama=False)


def _render(
    setahun: Setahun, milik: Sequence[BarisMatriks], gagal: Sequence[Baris], lain: Sequence[Baris]
) -> str:
    tanpa = sum(TANPA_SEBAB in b for b in gagal if isinstance(b, list))
    ekor = f", {tanpa} di antaranya tanpa hambatan yang dilaporkan" if tanpa else ""
    sisa = (
        f"; {len(lain)} catatan pada indikator lain dibaca di buku kerja, di bawahnya"
        if lain
        else ""
    )
    tahun = setahun.bahan.tahun
    return (
        f"{len(gagal) - tanpa + len(lain)} catatan hambatan dan rekomendasi pada indikator Kepala "
        "Dinas dan Kabid dari keempat triwulan, ditulis apa adanya oleh pelapor. "
        f"{sum(b.is_kurang for b in milik)} indikator di bawah target tahun{ekor}{sisa}. Yang dari level "
        f"lain: lembar Di Bawah Target dan Hambatan pada LHE_{tahun}. Capaian TW sebagaimana dicetak "
        "FINAL; yang sekarang berbeda tercantum di lembar Antar Triwulan pada LHE itu."
    )


def _build(setahun: Setahun, milik: Sequence[BarisMatriks], tanpa: str = "") -> Iterator[Baris]:
    """A row for each triwulan in which something was told of an indicator; where nothing ever was,
    one that says `tanpa`."""
    per_tw = {t: m.per_kode for t, m in setahun.per_triwulan.items()}
    for b in milik:
        awal = [x.read(b) for x in AWAL]
        ada = [(t, p[b.kode]) for t, p in per_tw.items() if b.kode in p]
        bersebab = [(t, p) for t, p in ada if has_hambatan(p)]
        for t, p in bersebab:
            yield [*awal, t.romawi, *(x.read(p) for x in AKHIR)]
        if tanpa and not bersebab:
            yield [*awal, "", None, tanpa, ""]


def _nomori(isi: Sequence[Baris]) -> Iterator[Baris]:
    for nomor, satu in enumerate(isi, 1):
        assert isinstance(satu, list)
        yield [nomor, *satu]
