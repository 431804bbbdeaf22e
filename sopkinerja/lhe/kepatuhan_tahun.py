"""Kepatuhan of a year: who returned the form of each triwulan, on time, late, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sopkinerja.cetak.tabel import BarisCetak, KolomCetak
from sopkinerja.cetak.tulis import Buku
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Keadaan, Triwulan
from sopkinerja.lhe.halaman import apply_daerah_cetak, build_halaman, render_daftar, write_isi
from sopkinerja.matriks.akumulasi import find_pemangku, render_unit
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.model import Bahan, JabatanMatriks
from sopkinerja.tulisan import render_tanggal

TEPAT, BELUM, LOWONG, TIDAK_VALID = "tepat waktu", "tidak lapor", "lowong", "tidak valid"
TIDAK_TERBIT = "tidak diterbitkan"
MAKS_CETAK = 16
"""As many rows as a page takes."""
ALPA = frozenset((BELUM, TIDAK_VALID))
"""A return that was never accepted counts as none."""
KOLOM = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("Kode", 9),
    KolomCetak("Jabatan", 33),
    KolomCetak("Unit", 30),
    KolomCetak("Pemangku (TW IV)", 28),
    *(KolomCetak(f"TW {t.romawi}", 14, ("tengah",)) for t in Triwulan),
    KolomCetak("Lapor", 9, ("tengah",)),
    KolomCetak("Terlambat (hari kerja)", 10, ("bulat", "tengah")),
    KolomCetak("Perbaikan Terlambat (hari kerja)", 12, ("bulat", "tengah")),
)


def write_kepatuhan_tahun(buku: Buku, bahan: Bahan) -> None:
    """The sheet `Kepatuhan` of the annual LHE; printed are those who missed a triwulan or were late,
    as many as fit a page."""
    tertib = _count_tertib(bahan)
    banyak = len(bahan.jabatan) - tertib
    dicetak = min(banyak, MAKS_CETAK)
    lembar, baris = build_halaman(
        buku,
        bahan,
        "Kepatuhan",
        "Kepatuhan Pelaporan Sepanjang Tahun",
        f"{render_tahun(bahan)} {_render_dicetak(dicetak, banyak, tertib)}".strip(),
        KOLOM,
    )
    write_isi(
        lembar, KOLOM, build_baris_tahun(bahan), baris, kosong="Belum ada formulir yang terbit."
    )
    apply_daerah_cetak(lembar, baris + 1 + dicetak, len(KOLOM))


def _render_dicetak(dicetak: int, banyak: int, tertib: int) -> str:
    """Whom the page leaves to the screen."""
    if not banyak:
        return f"Semua {tertib} jabatan selalu tertib." if tertib else ""
    dari = f" dari {banyak}" if dicetak < banyak else ""
    lain = [*(["sisanya"] if dari else []), *([f"{tertib} yang selalu tertib"] if tertib else [])]
    ekor = f"; {' dan '.join(lain)} ada di buku kerja, di lembar ini" if lain else ""
    return f"Dicetak {dicetak}{dari} jabatan yang pernah tidak lapor atau terlambat{ekor}."


def _count_tertib(bahan: Bahan) -> int:
    """How many jabatan were never missing and never late."""
    return sum(_urutan(bahan, j)[:2] == (0, 0) for j in bahan.jabatan)


def build_baris_tahun(bahan: Bahan) -> list[BarisCetak]:
    """A row for each jabatan, those who missed most first, then who was late for longest."""
    return [_build_baris(bahan, n, j) for n, j in enumerate(_urut(bahan), 1)]


def render_tahun(bahan: Bahan) -> str:
    """How many returned each triwulan, and who missed one."""
    per_tw = [build_cetakan(b) for b in _list_bahan(bahan)]
    lapor = "; ".join(
        f"TW {t.romawi} {c.jumlah_lapor} dari {c.jumlah_jabatan} jabatan"
        for t, c in zip(Triwulan, per_tw, strict=False)
    )
    alpa = [f"{j.kode} {j.nama}" for j in _urut(bahan) if _hitung_alpa(bahan, j)]
    ekor = f" Pernah tidak lapor: {len(alpa)} jabatan ({render_daftar(alpa)})." if alpa else ""
    return f"Yang lapor: {lapor}.{ekor}"


def find_sebutan(bahan: Bahan, jabatan: str, triwulan: Triwulan) -> str:
    """What became of the form of one jabatan in one triwulan."""
    kunci = (jabatan, triwulan)
    if kunci not in bahan.terima:
        if kunci in bahan.tidak_valid:
            return TIDAK_VALID
        if kunci in bahan.lowong:
            return LOWONG
        baris = _find_baris(bahan, jabatan, triwulan)
        return TIDAK_TERBIT if baris and baris.is_belum_terbit else BELUM
    terlambat = _hitung_terlambat(bahan, jabatan, triwulan)
    if terlambat is None:
        return f"diterima {render_tanggal(bahan.terima[kunci].diterima.date())}"
    return f"terlambat {terlambat} hari" if terlambat else TEPAT


def _hitung_terlambat(bahan: Bahan, jabatan: str, triwulan: Triwulan) -> int | None:
    """Working days from the deadline to the first return; None where no board tells."""
    baris = _find_baris(bahan, jabatan, triwulan)
    return baris.hari_terlambat if baris and baris.keadaan is not Keadaan.LOWONG else None


def _hitung_perbaikan(bahan: Bahan, jabatan: str, triwulan: Triwulan) -> int:
    """Working days since the day by which a correction still awaited was due."""
    baris = _find_baris(bahan, jabatan, triwulan)
    return baris.perbaikan_terlambat if baris else 0


def _find_baris(bahan: Bahan, jabatan: str, triwulan: Triwulan) -> BarisStatus | None:
    papan = bahan.status if triwulan is bahan.triwulan else bahan.status_lalu.get(triwulan, ())
    return next((s for s in papan if s.kode == jabatan), None)


def _list_bahan(bahan: Bahan) -> Iterator[Bahan]:
    for t in bahan.triwulan.sampai_dengan():
        yield replace(bahan, triwulan=t)


def _list_sebutan(bahan: Bahan, j: JabatanMatriks) -> list[str]:
    return [find_sebutan(bahan, j.kode, t) for t in bahan.triwulan.sampai_dengan()]


def _urut(bahan: Bahan) -> list[JabatanMatriks]:
    """Those who missed most first, then who was late for longest."""
    return sorted(bahan.jabatan, key=lambda j: _urutan(bahan, j))


def _urutan(bahan: Bahan, j: JabatanMatriks) -> tuple[int, int, str]:
    """Missed triwulan and working days late, as they sort; both 0 where it did all in time."""
    return -_hitung_alpa(bahan, j), -_sum_terlambat(bahan, j), j.kode


def _sum_terlambat(bahan: Bahan, j: JabatanMatriks) -> int:
    """Working days that its accepted returns were late, of all triwulan together."""
    tw = (t for t in bahan.triwulan.sampai_dengan() if (j.kode, t) in bahan.terima)
    return sum(_hitung_terlambat(bahan, j.kode, t) or 0 for t in tw)


def _hitung_alpa(bahan: Bahan, j: JabatanMatriks) -> int:
    """In how many triwulan nothing of it was accepted though it had a holder."""
    return sum(s in ALPA for s in _list_sebutan(bahan, j))


def _build_baris(bahan: Bahan, nomor: int, j: JabatanMatriks) -> BarisCetak:
    sebutan = _list_sebutan(bahan, j)
    tw = bahan.triwulan.sampai_dengan()
    lapor = sum((j.kode, t) in bahan.terima for t in tw)
    wajib = sum((j.kode, t) not in bahan.lowong or (j.kode, t) in bahan.terima for t in tw)
    lambat = _sum_terlambat(bahan, j)
    perbaikan = sum(_hitung_perbaikan(bahan, j.kode, t) for t in tw)
    siapa = (j.kode, j.render_sebagai(bahan.triwulan), render_unit(bahan, j.unit))
    isi = (nomor, *siapa, find_pemangku(j, bahan.triwulan))
    gaya = ("sorot",) if ALPA & set(sebutan) else ()
    return BarisCetak(
        (*isi, *sebutan, f"{lapor} dari {wajib}", lambat or None, perbaikan or None), gaya
    )
