"""Budget and its efficiency: capaian against serapan, for every program, kegiatan, sub kegiatan."""

from __future__ import annotations

from typing import NamedTuple

from sopkinerja.cetak.tata import KolomTabel
from sopkinerja.cetak.tulis import Buku
from sopkinerja.laporan.capaian import round_persen, skor
from sopkinerja.laporan.tahun import find_tidak_lengkap
from sopkinerja.lhe.anggaran import Cabang, build_pohon
from sopkinerja.lhe.halaman import Baris, build_halaman, write_isi
from sopkinerja.lhe.pokok import Pokok
from sopkinerja.matriks.akumulasi import DINILAI
from sopkinerja.tulisan import render_persen, render_rupiah

KOLOM = (
    KolomTabel("Kode", 17),
    KolomTabel("Program / Kegiatan / Sub Kegiatan", 42),
    KolomTabel("Pagu (Rp)", 17, ("bulat",)),
    KolomTabel("Realisasi (Rp)", 17, ("bulat",)),
    KolomTabel("Serapan (%)", 11, ("persen",)),
    KolomTabel("Capaian (%)", 11, ("persen",)),
    KolomTabel("Indikator Dinilai", 11, ("tengah",)),
    KolomTabel("Efisiensi (poin)", 11, ("persen", "tebal")),
    KolomTabel("Keterangan", 24),
)
DEFINISI = (
    "Efisiensi (poin) = Capaian (%) − Serapan (%). Capaian sebuah sub kegiatan adalah rata-rata "
    "Capaian Tahun, dalam batas capaian, dari indikator yang menyebut sub kegiatan itu dalam "
    "mandatnya; program dan kegiatan: rata-rata indikator semua sub kegiatannya. “Efisien”: "
    "capaian 100 atau lebih dengan serapan di bawah capaian. “Serapan melebihi capaian”: uang "
    "terpakai lebih cepat daripada hasilnya. Ukuran ini ditetapkan untuk laporan ini dan bukan "
    "kutipan peraturan."
)
TERCAPAI = 100
EFISIEN, BOROS = "efisien", "serapan melebihi capaian"
BELUM_TERCAPAI, SETARA = "target belum tercapai", "setara"


class Efisiensi(NamedTuple):
    """Per cent; None where nothing can be assessed. `dinilai` of `indikator` have a Capaian Tahun,
    `tidak_lengkap` of those lack a triwulan."""

    serapan: float | None
    capaian: float | None
    dinilai: int
    indikator: int
    tidak_lengkap: int = 0

    @property
    def selisih(self) -> float | None:
        """Points by which capaian is ahead of serapan."""
        return (
            None if self.capaian is None or self.serapan is None else (self.capaian - self.serapan)
        )

    @property
    def keterangan(self) -> str:
        """The reading of the difference in words, by DEFINISI; both percentages as printed."""
        if not self.indikator:
            return "tidak ada indikator yang menyebutnya"
        if self.capaian is None or self.serapan is None:
            return "belum dapat dinilai"
        serapan, capaian = round_persen(self.serapan), round_persen(self.capaian)
        if serapan > capaian:
            return BOROS
        if capaian < TERCAPAI:
            return BELUM_TERCAPAI
        return EFISIEN if serapan < capaian else SETARA


def build_efisiensi(pokok: Pokok, cabang: Cabang) -> Efisiensi:
    """Capaian and serapan of one branch of the budget."""
    mandat = pokok.bahan.mandat[pokok.bahan.triwulan]
    sub = set(cabang.milik["kode"])
    kode = {i.kode for i in mandat.indikator if i.sub_kegiatan in sub}
    milik = [b for b in pokok.akumulasi if b["Kode Indikator"] in kode]
    ada = [b for b in milik if b[DINILAI] is not None]
    bolong = sum(bool(find_tidak_lengkap(b["Keterangan"])) for b in ada)
    capaian = skor(((b[DINILAI], None) for b in ada), pokok.bahan.pengaturan)
    return Efisiensi(cabang.serapan.persen, capaian, len(ada), len(milik), bolong)


def write_efisiensi(buku: Buku, pokok: Pokok, laporan: str) -> None:
    """The sheet `Anggaran dan Efisiensi`."""
    pohon = list(build_pohon(pokok.bahan, pokok.anggaran))
    lembar, baris = build_halaman(
        buku,
        pokok.bahan,
        "Anggaran dan Efisiensi",
        "Realisasi Anggaran dan Efisiensi",
        f"{_render(pokok, pohon)} {DEFINISI}",
        KOLOM,
        laporan=laporan,
    )
    isi = (_build_baris(c, build_efisiensi(pokok, c)) for c in pohon)
    write_isi(lembar, KOLOM, isi, baris, kosong="Mandat tahun ini tidak memuat pagu DPA.")


def _render(pokok: Pokok, pohon: list[Cabang]) -> str:
    if not pohon:
        return "DPA tidak tercantum dalam mandat, sehingga efisiensi tidak dapat disajikan."
    jumlah = pohon[-1].serapan
    if jumlah.realisasi is None or jumlah.persen is None:
        return f"Pagu {render_rupiah(jumlah.pagu)}; realisasinya belum dilaporkan."
    return (
        f"Terserap {render_rupiah(jumlah.realisasi)} dari pagu {render_rupiah(jumlah.pagu)} "
        f"({render_persen(jumlah.persen)})."
    )


def _build_baris(c: Cabang, e: Efisiensi) -> Baris:
    serapan = c.serapan
    angka = (serapan.pagu, serapan.realisasi, serapan.persen, e.capaian)
    dinilai = f"{e.dinilai} dari {e.indikator}" if e.indikator else ""
    bolong = f"{e.tidak_lengkap} indikator tidak lengkap" if e.tidak_lengkap else ""
    keterangan = "; ".join(t for t in (e.keterangan, bolong) if t)
    return (c.kode, c.uraian, *angka, dinilai, e.selisih, keterangan), c.gaya
