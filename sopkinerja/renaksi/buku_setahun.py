"""The sheet `Setahun` of the OPD's Renaksi: the steps of the year so far, by indicator."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sopkinerja.cetak.gaya import WARNA, Nilai
from sopkinerja.cetak.tata import write_judul
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import BULAN
from sopkinerja.renaksi.bahan import BahanRenaksi, SetahunJabatan
from sopkinerja.renaksi.setahun import LangkahSetahun
from sopkinerja.tulisan import render_target

DEPAN = (10, 26, 9, 34)
BELAKANG = (9, 12, 12, 12)
LEBAR = (*DEPAN, *(5.3,) * 12, *BELAKANG)
AKHIR = len(LEBAR) - 1
MUAT_BULAN = 5
"""So many characters of a figure can be read in the column of a month."""
BELUM = "belum dilaporkan"


def write_setahun(buku: Buku, bahan: BahanRenaksi) -> None:
    """Months that a step runs in are marked, or hold that month's target."""
    lembar = buku.build_lembar("Setahun", "#548235")
    lembar.ws.hide_gridlines(2)
    lembar.apply_lebar(*LEBAR)
    sampai = f"s.d. Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    judul = f"Rencana Aksi Setahun, {sampai}"
    sub = (_render_ringkas(bahan), buku.cetakan.render())
    kepala = write_judul(lembar, judul.upper(), *sub, akhir=AKHIR) + 1
    bulan = [nama[:3] for nama in BULAN]
    lembar.write_baris(
        kepala,
        ["Kode Indikator", "Indikator", "Kode Langkah", "Langkah Aksi", *bulan,
         "Satuan", "Target", "Realisasi", "Status"],
        "kepala",
    )  # fmt: skip
    baris = kepala + 1
    for unit, isi in groupby(bahan.setahun_jabatan, key=lambda j: j.nama_unit):
        lembar.merge(baris, 0, AKHIR, unit, "pita", "kiri")
        baris += 1
        for jabatan in isi:
            baris = _write_jabatan(lembar, jabatan, baris)
    lembar.ws.freeze_panes(kepala + 1, 0)
    lembar.apply_halaman(ulang=(kepala, kepala))


def _render_ringkas(bahan: BahanRenaksi) -> str:
    semua = [s for j in bahan.setahun_jabatan for s in j.langkah]
    selesai = sum(s.keadaan == "selesai" for s in semua)
    return (
        f"{len(semua)} langkah aksi dari {len(bahan.setahun_jabatan)} jabatan, {selesai} selesai. "
        "■ bulan pengerjaan; angka: target bulan itu, yang panjang ditulis di bawah langkahnya. Langkah yang dilanjutkan ditulis sekali."
    )


def _write_jabatan(lembar: Lembar, j: SetahunJabatan, baris: int) -> int:
    lembar.merge(baris, 0, AKHIR, f"{j.kode} · {j.nama}", "kepala", "kiri")
    baris += 1
    for s in j.langkah:
        lembar.write_baris(baris, _build_depan(j, s), "sel")
        for bulan in range(1, 13):
            _write_bulan(lembar, baris, len(DEPAN) + bulan - 1, s, bulan)
        for kolom, nilai in enumerate(_build_belakang(s), len(DEPAN) + 12):
            lembar.write(
                baris, kolom, nilai, "sel", "pusat", *(() if isinstance(nilai, str) else ("pas",))
            )
        baris += 1
    return baris


def _build_depan(j: SetahunJabatan, s: LangkahSetahun) -> Sequence[Nilai]:
    i = j.indikator.get(s.langkah.kode)
    target = f" — target {render_target(i.target_tahun)} {i.satuan}" if i else ""
    nama = f"{i.indikator}{target}" if i else ""
    return s.langkah.kode, nama, s.langkah.kunci, s.langkah.langkah + render_bulan(s)


def render_bulan(s: LangkahSetahun) -> str:
    """Figures too long for the columns of the months: below the step; else nothing."""
    if _is_muat(s):
        return ""
    isi = [f"{BULAN[b - 1][:3]} {render_target(t)}" for b, t in s.bulan.items() if t is not None]
    return f"\nTarget per bulan: {'; '.join(isi)}"


def _is_muat(s: LangkahSetahun) -> bool:
    """Whether the target of each month can be read in its narrow column."""
    return all(t is None or len(render_target(t)) <= MUAT_BULAN for t in s.bulan.values())


def _build_belakang(s: LangkahSetahun) -> Sequence[Nilai]:
    keadaan = s.keadaan.value if s.keadaan else BELUM
    return s.langkah.satuan, s.target, s.realisasi, keadaan


def _write_bulan(lembar: Lembar, baris: int, kolom: int, s: LangkahSetahun, bulan: int) -> None:
    if bulan not in s.bulan:
        lembar.write(baris, kolom, None, "sel")
        return
    isi = s.bulan[bulan] if _is_muat(s) else None
    lembar.write(
        baris, kolom, "■" if isi is None else isi, "sel", "pusat", "pas", bg_color=WARNA["sorot"]
    )
