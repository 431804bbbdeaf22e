"""The sheet `Pohon Kinerja`: the cascade as a leader reads it, on paper and on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from sopkinerja.cetak.tata import write_judul
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import Level, Triwulan
from sopkinerja.mandat.pohon import Simpul, build_pohon
from sopkinerja.opd.mandat import Mandat
from sopkinerja.opd.model import Opd
from sopkinerja.tulisan import render_target

WARNA_LEVEL: dict[Level | None, tuple[str, str]] = {
    Level.KEPALA_DINAS: ("#C9DAEA", "#1F4E79"),
    Level.KABID: ("#DCEBDD", "#3C7A45"),
    Level.KASUBAG: ("#FBEBCB", "#B7791F"),
    Level.JFK: ("#EBE1F2", "#7A4E9C"),
    Level.JFU: ("#F1F2F4", "#6B7280"),
    None: ("#FFFFFF", "#6B7280"),
}
"""Fill and line of each level: lighter the lower, also in grey print."""

CABANG = 6
"""Columns for branches; what hangs deeper stays in the last."""
LEBAR = (*(2.6,) * CABANG, 48.0, 11.0, 38.0, 9.5, 12.0, *(9.5,) * 4, 15.0)
POHON = CABANG
AKHIR = len(LEBAR) - 1
JUDUL = ("Jabatan dan pemangku", "Satuan", "Target Tahun", *(f"TW {t.romawi}" for t in Triwulan))


def write_pohon(buku: Buku, opd: Opd, mandat: Mandat) -> Lembar:
    """Trees below each sasaran of the OPD's head; then what hangs on nothing. It is for the screen."""
    lembar = buku.build_lembar("Pohon Kinerja", "#1F4E79", dicetak=False)
    lembar.ws.hide_gridlines(2)
    lembar.apply_lebar(*LEBAR)
    pohon = build_pohon(mandat)
    judul = f"Pohon Kinerja Tahun {mandat.tahun}"
    banyak = len(pohon.utama)
    kalimat = (
        f"{banyak} dari {len(mandat.indikator)} indikator terhubung sampai ke Kepala Dinas; "
        f"{len(pohon.lepas)} belum. Garis di kiri menunjukkan indikator atasan yang didukung."
    )
    baris = write_judul(lembar, judul.upper(), f"{opd.nama} · {opd.pemda}", kalimat, akhir=AKHIR)
    baris = _write_legenda(lembar, baris)
    _write_kepala(lembar, baris)
    kepala = baris
    baris = _write_cabang(lembar, pohon.utama, baris + 1)
    if pohon.lepas:
        lembar.merge(
            baris, 0, AKHIR, "Belum terhubung ke indikator atasan", "sel", "tebal", "sorot"
        )
        baris = _write_cabang(lembar, pohon.lepas, baris + 1)
    lembar.ws.freeze_panes(kepala + 1, 0)
    lembar.apply_halaman(ulang=(kepala, kepala))
    return lembar


def _write_legenda(lembar: Lembar, baris: int) -> int:
    tempat = ((0, CABANG - 1), (POHON, POHON), (7, 8), (9, 10), (11, 13))
    for (awal, akhir), level in zip(tempat, Level, strict=True):
        isi, garis = WARNA_LEVEL[level]
        sifat = {"bg_color": isi, "left": 5, "left_color": garis, "shrink": True}
        lembar.merge(baris, awal, akhir, level.value, "kecil", "tengah", **sifat)
    lembar.apply_tinggi_baris(baris + 1, 5)
    return baris + 2


def _write_kepala(lembar: Lembar, baris: int) -> None:
    lembar.merge(baris, 0, POHON, "Sasaran dan indikator", "kepala")
    lembar.write(baris, POHON + 1, "Kode", "kepala")
    for k, judul in enumerate((*JUDUL, "Keterangan"), POHON + 2):
        lembar.write(baris, k, judul, "kepala")


def _write_cabang(lembar: Lembar, daftar: Sequence[Simpul], baris: int) -> int:
    sasaran = None
    for s in daftar:
        if not s.garis and s.indikator.sasaran != sasaran:
            sasaran = s.indikator.sasaran
            lembar.merge(baris, 0, AKHIR, sasaran or "", "pita", align="left", indent=1)
            baris += 1
        _write_simpul(lembar, baris, s)
        baris += 1
    return baris


def _write_simpul(lembar: Lembar, baris: int, s: Simpul) -> None:
    """Branches on the left in the colours of those above, then the indicator in its own."""
    dalam = min(len(s.garis), CABANG)
    for k, level in enumerate(s.garis[:dalam]):
        lembar.write(baris, k, None, left=5, left_color=WARNA_LEVEL[level][1])
    isi, garis = WARNA_LEVEL[s.level]
    warna = {"bg_color": isi, "left": 5, "left_color": garis}
    tebal = () if s.garis else ("tebal",)
    i = s.indikator
    lembar.merge(baris, dalam, POHON, i.indikator, "sel", *tebal, **warna)
    lembar.write(baris, POHON + 1, i.kode, "sel", "kecil", *tebal)
    lembar.write(baris, POHON + 2, _render_kursi(s), "sel", "kecil")
    lembar.write(baris, POHON + 3, i.satuan, "sel", "kecil", "tengah")
    for k, target in enumerate((i.target_tahun, *i.target_tw), POHON + 4):
        teks = render_target(target) or "–"
        lembar.write(baris, k, teks, "sel", "kecil", "tengah", *tebal, "pas")
    lembar.write(baris, AKHIR, _render_keterangan(s), "sel", "kecil", "miring")


def _render_kursi(s: Simpul) -> str:
    if s.kursi is None:
        return s.indikator.jabatan
    nama = s.kursi.pemangku.nama if s.kursi.pemangku else "(lowong)"
    return f"{s.kursi.sebagai}\n{nama}"


def _render_keterangan(s: Simpul) -> str:
    i = s.indikator
    bagian = []
    if s.kursi and s.kursi.atasan and not i.induk:
        bagian.append("induk belum diisi")
    elif i.induk and not s.garis:
        bagian.append(f"induk {i.teks_induk} tidak ada")
    elif i.induk_lain:
        bagian.append(f"juga mendukung {', '.join(i.induk_lain)}")
    if s.kursi and s.kursi.atasan is None:
        bagian.append(i.renstra or "tanpa Renstra")
    if s.belum_didukung:
        bagian.append("belum didukung bawahan")
    return "; ".join(bagian)
