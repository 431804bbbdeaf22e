"""Budget and its efficiency: capaian against serapan, for every program, kegiatan, sub kegiatan."""

from __future__ import annotations

from typing import NamedTuple

from sopkinerja.cetak.tabel import BarisCetak, KolomCetak
from sopkinerja.cetak.tulis import Buku
from sopkinerja.laporan.capaian import round_persen, skor
from sopkinerja.lhe.halaman import build_halaman, write_isi
from sopkinerja.matriks.anggaran import (
    JUMLAH,
    KEGIATAN,
    PROGRAM,
    Cabang,
    build_pohon,
    find_belum_ada,
    render_ekor,
)
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.opd.model import is_di_bawah
from sopkinerja.tulisan import render_persen, render_rupiah

KOLOM = (
    KolomCetak("Kode", 17),
    KolomCetak("Program / Kegiatan / Sub Kegiatan", 42),
    KolomCetak("Pagu (Rp)", 17, ("bulat",)),
    KolomCetak("Realisasi (Rp)", 17, ("bulat",)),
    KolomCetak("Serapan (%)", 11, ("persen",)),
    KolomCetak("Capaian (%)", 11, ("persen",)),
    KolomCetak("Indikator Dinilai", 11, ("tengah",)),
    KolomCetak("Efisiensi (poin)", 11, ("persen", "tebal")),
    KolomCetak("Keterangan", 24),
)
GAYA = {PROGRAM: ("tebal", "pita_baris"), KEGIATAN: ("tebal",), JUMLAH: ("total",)}
"""The style of each kind of row."""
TANPA_PAGU = "Mandat tahun ini tidak memuat pagu DPA."
DEFINISI = (
    "Efisiensi (poin) = Capaian (%) − Serapan (%). Capaian sebuah sub kegiatan adalah rata-rata "
    "Capaian Tahun, dalam batas capaian, dari indikator yang menyebut sub kegiatan itu dalam "
    "mandatnya; program dan kegiatan: rata-rata indikator yang menyebutnya atau menyebut yang di "
    "bawahnya. “Efisien”: "
    "capaian 100 atau lebih dengan serapan di bawah capaian. “Serapan melebihi capaian”: uang "
    "terpakai lebih cepat daripada hasilnya. Ukuran ini ditetapkan untuk laporan ini dan bukan "
    "kutipan peraturan."
)
TERCAPAI = 100
EFISIEN, BOROS = "efisien", "serapan melebihi capaian"
DI_BAWAH, SETARA = "di bawah target", "setara"


class Efisiensi(NamedTuple):
    """Per cent; None where nothing can be assessed. `dinilai` of `indikator` have a Capaian Tahun,
    `tidak_lengkap` of those lack a triwulan. `belum` names the triwulan that the serapan leaves out:
    then nobody can say which is ahead."""

    serapan: float | None
    capaian: float | None
    dinilai: int
    indikator: int
    tidak_lengkap: int = 0
    belum: str = ""

    @property
    def selisih(self) -> float | None:
        """Points by which capaian is ahead of serapan."""
        if self.capaian is None or self.serapan is None or self.belum:
            return None
        return self.capaian - self.serapan

    @property
    def keterangan(self) -> str:
        """The reading of the difference in words, by DEFINISI; both percentages as printed."""
        if not self.indikator:
            return "tidak ada indikator yang menyebutnya"
        if self.capaian is None or self.serapan is None:
            return "belum dapat dinilai"
        if self.belum:
            return f"realisasi TW {self.belum} belum lengkap"
        serapan, capaian = round_persen(self.serapan), round_persen(self.capaian)
        if serapan > capaian:
            return BOROS
        if capaian < TERCAPAI:
            return DI_BAWAH
        return EFISIEN if serapan < capaian else SETARA


def find_gaya(cabang: Cabang) -> tuple[str, ...]:
    """The style of its row."""
    return GAYA.get(cabang.jenis, ())


def build_efisiensi(matriks: Matriks, cabang: Cabang) -> Efisiensi:
    """Capaian and serapan of one branch of the budget."""
    mandat = matriks.bahan.mandat[matriks.bahan.triwulan]
    kode = {i.kode for i in mandat.indikator if is_dibiayai(i.sub_kegiatan, cabang)}
    milik = [b for b in matriks.baris if b.kode in kode]
    ada = [(b.capaian, b.tidak_lengkap) for b in milik if b.capaian is not None]
    capaian = skor(((n, None) for n, _ in ada), matriks.bahan.pengaturan)
    bolong = sum(bool(k) for _, k in ada)
    belum, _ = find_belum_ada(cabang.milik)
    return Efisiensi(cabang.serapan.persen, capaian, len(ada), len(milik), bolong, belum)


def is_dibiayai(kode: str | None, cabang: Cabang) -> bool:
    """Whether an indicator that names that DPA line belongs to a branch: to the line itself, and to
    those above it."""
    if not kode:
        return False
    jumlah = any(is_di_bawah(b.kode, kode) or b.kode == kode for b in cabang.milik)
    return jumlah if not cabang.kode else kode == cabang.kode or is_di_bawah(kode, cabang.kode)


def write_efisiensi(buku: Buku, matriks: Matriks, laporan: str) -> None:
    """The sheet `Anggaran dan Efisiensi`."""
    pohon = list(build_pohon(matriks.bahan, matriks.anggaran))
    lembar, baris = build_halaman(
        buku,
        matriks.bahan,
        "Anggaran dan Efisiensi",
        "Realisasi Anggaran dan Efisiensi",
        f"{_render(matriks, pohon)} {DEFINISI}",
        KOLOM,
        laporan=laporan,
    )
    isi = (_build_baris(c, build_efisiensi(matriks, c)) for c in pohon)
    write_isi(lembar, KOLOM, isi, baris, kosong=TANPA_PAGU)


def _render(matriks: Matriks, pohon: list[Cabang]) -> str:
    if not pohon:
        return "DPA tidak tercantum dalam mandat, sehingga efisiensi tidak dapat disajikan."
    jumlah = pohon[-1].serapan
    if jumlah.realisasi is None or jumlah.persen is None:
        return f"Pagu {render_rupiah(jumlah.pagu)}; realisasinya belum dilaporkan."
    return (
        f"Terserap {render_rupiah(jumlah.realisasi)} dari pagu {render_rupiah(jumlah.pagu)} "
        f"({render_persen(jumlah.persen)}).{render_ekor(matriks.anggaran)}"
    )


def _build_baris(c: Cabang, e: Efisiensi) -> BarisCetak:
    serapan = c.serapan
    angka = (serapan.pagu, serapan.realisasi, serapan.persen, e.capaian)
    dinilai = f"{e.dinilai} dari {e.indikator}" if e.indikator else ""
    bolong = f"{e.tidak_lengkap} indikator tidak lengkap" if e.tidak_lengkap else ""
    keterangan = "; ".join(t for t in (e.keterangan, bolong) if t)
    isi = (c.kode, c.uraian, *angka, dinilai, e.selisih, keterangan)
    return BarisCetak(isi, find_gaya(c))
