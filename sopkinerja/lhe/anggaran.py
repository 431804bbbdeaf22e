"""Anggaran: each sub kegiatan counted once, kegiatan and program as sums by kode."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from sopkinerja.cetak.tata import KolomTabel
from sopkinerja.cetak.tulis import Buku
from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.anggaran import Belanja, find_belanja, sort_laporan
from sopkinerja.lhe.halaman import Baris, build_halaman, write_isi
from sopkinerja.matriks.akumulasi import build_tabel
from sopkinerja.matriks.model import Bahan
from sopkinerja.opd.mandat import Pagu
from sopkinerja.tulisan import render_persen, render_rupiah

PANJANG_PROGRAM, PANJANG_KEGIATAN = 3, 5
"""Parts of a DPA kode: `3.30.03` is a program, `3.30.03.1.01` a kegiatan (Permendagri numbering)."""

KOLOM = (
    KolomTabel("Kode", 17),
    KolomTabel("Program / Kegiatan / Sub Kegiatan", 42),
    KolomTabel("Penanggung Jawab", 28),
    KolomTabel("Pagu (Rp)", 16, ("bulat",)),
    KolomTabel("Realisasi TW (Rp)", 16, ("bulat",)),
    KolomTabel("Realisasi s.d. TW (Rp)", 16, ("bulat",)),
    KolomTabel("Serapan s.d. TW (%)", 10, ("persen",)),
    KolomTabel("Keterangan", 24),
)


class Serapan(NamedTuple):
    """Rupiah; realisasi is None where nobody has told it."""

    pagu: float
    realisasi: float | None

    @property
    def persen(self) -> float | None:
        """Per cent of the pagu."""
        return (
            self.realisasi / self.pagu * 100 if self.realisasi is not None and self.pagu else None
        )


SUB, JUMLAH = "Sub Kegiatan", "Jumlah"
GAYA = {"Program": ("tebal", "pita_baris"), "Kegiatan": ("tebal",), JUMLAH: ("total",)}


class Cabang(NamedTuple):
    """A program, kegiatan, sub kegiatan or the whole, with the sub kegiatan it is the sum of."""

    jenis: str
    kode: str
    uraian: str
    milik: pd.DataFrame

    @property
    def is_sub(self) -> bool:
        """True of a sub kegiatan."""
        return self.jenis == SUB

    @property
    def serapan(self) -> Serapan:
        """Pagu and realisasi s.d. TW."""
        return build_serapan(self.milik)

    @property
    def gaya(self) -> tuple[str, ...]:
        """The style of its row."""
        return GAYA.get(self.jenis, ())


def build_anggaran(bahan: Bahan) -> pd.DataFrame:
    """One row per sub kegiatan: kode, uraian, penanggung jawab, pagu, realisasi TW and s.d. TW.

    Realisasi is what the penanggung jawab's accepted form says, else what the referensi says.
    """
    baris = [_build_baris(bahan, p) for p in _pagu(bahan)]
    kolom = ["kode", "uraian", "penanggung_jawab", "pagu", "tw", "sd", "keterangan"]
    return build_tabel(baris, kolom)


def build_serapan(anggaran: pd.DataFrame) -> Serapan:
    """The whole OPD's pagu and realisasi s.d. TW."""
    sd = anggaran["sd"].dropna()
    return Serapan(float(anggaran["pagu"].sum()), float(sd.sum()) if len(sd) else None)


def _pagu(bahan: Bahan) -> tuple[Pagu, ...]:
    unik = {p.kode: p for p in bahan.mandat[bahan.triwulan].pagu}
    return tuple(unik[k] for k in sorted(unik))


def _build_baris(bahan: Bahan, pagu: Pagu) -> dict[str, object]:
    per_tw = {t: _find_belanja(bahan, pagu, t) for t in bahan.triwulan.sampai_dengan()}
    ada = [b.realisasi for b in per_tw.values() if b.realisasi is not None]
    nama = next((j.nama for j in bahan.jabatan if j.kode == pagu.penanggung_jawab), "")
    return {
        "kode": pagu.kode,
        "uraian": pagu.uraian,
        "penanggung_jawab": f"{pagu.penanggung_jawab} {nama}".strip(),
        "pagu": pagu.pagu,
        "tw": per_tw[bahan.triwulan].realisasi,
        "sd": sum(ada) if ada else None,
        "keterangan": "; ".join(_keterangan(per_tw, pagu, sum(ada) if ada else None)),
    }


def _find_belanja(bahan: Bahan, pagu: Pagu, triwulan: Triwulan) -> Belanja:
    semua = {j: t.laporan for (j, tw), t in bahan.terima.items() if tw is triwulan}
    laporan = sort_laporan(pagu, bahan.mandat.get(triwulan), semua)
    return find_belanja(pagu.kode, triwulan, laporan, bahan.dpa)


def _keterangan(per_tw: Mapping[Triwulan, Belanja], pagu: Pagu, sd: float | None) -> Iterator[str]:
    belum = [t.romawi for t, b in per_tw.items() if b.realisasi is None]
    if belum:
        yield f"realisasi TW {', '.join(belum)} belum ada"
    if sd is not None and sd > pagu.pagu:
        yield f"melebihi pagu {render_rupiah(sd - pagu.pagu)}"
    for t, b in per_tw.items():
        if b.referensi is not None:
            yield f"TW {t.romawi}: referensi mencatat {render_rupiah(b.referensi)}"
    yield from dict.fromkeys(b.keterangan for b in per_tw.values() if b.keterangan)
    if any(b.dari_referensi for b in per_tw.values()):
        yield "dari referensi"


def write_anggaran(buku: Buku, bahan: Bahan) -> None:
    """The sheet `Anggaran`."""
    anggaran = build_anggaran(bahan)
    lembar, baris = build_halaman(
        buku,
        bahan,
        "Anggaran",
        "Realisasi Anggaran",
        _build_kalimat(bahan, anggaran),
        KOLOM,
    )
    write_isi(
        lembar,
        KOLOM,
        map(_build_cabang, build_pohon(bahan, anggaran)),
        baris,
        kosong="Mandat tahun ini tidak memuat pagu DPA.",
    )


def _build_kalimat(bahan: Bahan, anggaran: pd.DataFrame) -> str:
    if anggaran.empty:
        return "DPA tidak tercantum dalam mandat, sehingga serapan anggaran belum dapat disajikan."
    jumlah, tw = build_serapan(anggaran), bahan.triwulan.romawi
    belum = int(anggaran["sd"].isna().sum())
    ekor = f" {belum} dari {len(anggaran)} sub kegiatan belum ada realisasinya." if belum else ""
    if jumlah.realisasi is None or jumlah.persen is None:
        return f"Pagu {render_rupiah(jumlah.pagu)}; realisasi s.d. TW {tw} belum dilaporkan.{ekor}"
    return (
        f"Realisasi s.d. TW {tw} {render_rupiah(jumlah.realisasi)} dari pagu "
        f"{render_rupiah(jumlah.pagu)} ({render_persen(jumlah.persen)}). Setiap sub kegiatan "
        f"dihitung satu kali, dari laporan penanggung jawabnya.{ekor}"
    )


def build_pohon(bahan: Bahan, anggaran: pd.DataFrame) -> Iterator[Cabang]:
    """Every program with its kegiatan and their sub kegiatan, then the whole."""
    nama = {d.kode: d.uraian for d in bahan.dpa}
    sudah: set[str] = set()
    for b in anggaran.to_dict("records"):
        for panjang, jenis in ((PANJANG_PROGRAM, "Program"), (PANJANG_KEGIATAN, "Kegiatan")):
            kode = ".".join(b["kode"].split(".")[:panjang])
            if kode == b["kode"] or kode in sudah:
                continue
            sudah.add(kode)
            milik = anggaran[[f"{k}.".startswith(f"{kode}.") for k in anggaran["kode"]]]
            yield Cabang(jenis, kode, nama.get(kode, jenis), milik)
        yield Cabang(SUB, b["kode"], b["uraian"], anggaran[anggaran["kode"] == b["kode"]])
    if len(anggaran):
        yield Cabang(JUMLAH, "", JUMLAH, anggaran)


def _build_cabang(cabang: Cabang) -> Baris:
    milik, serapan = cabang.milik, cabang.serapan
    tw = milik["tw"].dropna()
    jumlah_tw = float(tw.sum()) if len(tw) else None
    orang, catatan = ("", "")
    if cabang.is_sub:
        orang, catatan = milik.iloc[0][["penanggung_jawab", "keterangan"]]
    angka = (serapan.pagu, jumlah_tw, serapan.realisasi, serapan.persen)
    return (cabang.kode, cabang.uraian, orang, *angka, catatan), cabang.gaya
