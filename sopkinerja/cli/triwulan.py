"""Row 7: closing a triwulan, and reopening it."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from sopkinerja import tampilan
from sopkinerja.agenda.model import render_tanda_final
from sopkinerja.cli.dasar import (
    check_alasan,
    find_tahun,
    main,
    open_agenda,
    open_referensi,
    pilihan_tahun,
    pilihan_tanggal,
    pilihan_triwulan,
    read_referensi,
)
from sopkinerja.cli.papan import print_kurang
from sopkinerja.cli.pdf import hand_out_pdf, pilihan_pdf
from sopkinerja.istilah import Triwulan, render_sebagai
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.layar import print_baris
from sopkinerja.opd.model import Referensi
from sopkinerja.opd.pejabat import build_pejabat
from sopkinerja.ruang import Ruang, build_waktu
from sopkinerja.triwulan.tahun import find_buka, find_triwulan
from sopkinerja.triwulan.teks_tahun import TIDAK_DICETAK

if TYPE_CHECKING:
    from sopkinerja.formulir.model import BarisStatus
    from sopkinerja.matriks.model import Bahan
    from sopkinerja.triwulan.terbit_laporan import TerbitLagi

TANDA_TANGAN = (
    "Cetak LHE {final} dan Evaluasi Renja TW {romawi} untuk ditandatangani; sesudah dipindai: "
    "sopkinerja lampirkan FILE --sebagai lhe -t {tw}, dan: sopkinerja lampirkan FILE --sebagai "
    "evaluasi-renja -t {tw}"
)
"""Where a FINAL LHE was printed."""
BETULKAN = "Bila tanggalnya dari formulir Rapat Monev: betulkan di sana, taruh di inbox/, lalu terima lagi."


@main.command()
@pilihan_triwulan()
@pilihan_tahun
@click.option("--uji-coba", is_flag=True, help="Hanya yang akan terjadi; tidak menulis apa pun.")
@click.option("--tetap", is_flag=True, help="Tutup walau ada yang belum selesai (perlu --alasan).")
@click.option("--alasan", default="", help="Mengapa ditutup walau belum selesai; dicatat, dicetak.")
@pilihan_tanggal("Tanggal penutupan")
@pilihan_pdf
@click.pass_obj
def tutup(
    ruang: Ruang, triwulan: Triwulan, tahun: int | None, uji_coba: bool, tetap: bool, alasan: str,
    tanggal: dt.date | None, pdf: bool,
) -> None:  # fmt: skip
    """Baris 7: menutup triwulan; matriks, Laporan Kinerja, dan LHE-nya dicetak FINAL.

    Sesudah ditutup, angka dan teksnya tidak berubah lagi. Rekomendasi dan keputusan yang terbuka
    masuk ke lembar Tindak Lanjut formulir triwulan berikutnya. Triwulan yang belum berakhir hanya
    ditutup dengan --tetap --alasan "…".

    Contoh: sopkinerja tutup -t 1
    """
    from sopkinerja.triwulan.dini import check_dini, find_dini, note_kurang
    from sopkinerja.triwulan.tanda_tangan import list_belum_bertanda
    from sopkinerja.triwulan.tutup import apply_tutup, build_bahan_tutup, find_kurang

    check_alasan(tetap and not uji_coba, alasan)
    pengaturan = ruang.read_pengaturan()
    waktu = build_waktu(tanggal)
    cari = partial(find_triwulan, triwulan=triwulan, tanggal=waktu.date())
    buku = open_referensi(ruang)
    referensi = read_referensi(ruang, tahun, cari, buku=buku)
    with open_agenda(ruang) as agenda:
        bahan = build_bahan_tutup(agenda, referensi, triwulan, waktu, pengaturan)
        kurang = find_kurang(bahan.status)
        if uji_coba:
            dini = find_dini("tutup", triwulan, bahan.tahun, waktu.date())
            _print_uji_coba(referensi, bahan, kurang, dini)
            return
        bahan = check_dini(agenda, bahan, "tutup", alasan, tetap=tetap)
        _print_akibat(referensi, bahan, kurang)
        if kurang and not tetap:
            raise SopKinerjaError(
                f"{len(kurang)} jabatan belum selesai (lihat daftar di atas). Selesaikan dahulu, "
                f'atau: sopkinerja tutup -t {triwulan.value} --tetap --alasan "…"'
            )
        bahan = note_kurang(bahan, kurang, alasan)
        hasil = apply_tutup(
            ruang, agenda, referensi, bahan, pengaturan, alasan.strip(),
            cari_referensi=lambda t: buku.check(t)[0],
        )  # fmt: skip
        bertanda = list_belum_bertanda(agenda, bahan.tahun)
        tertutup = agenda.read_tutup(bahan.tahun)
        berikut = next((t for t in Triwulan if t > triwulan and t not in tertutup), None)
    kata = TIDAK_DICETAK if hasil.tetap else "Dicetak FINAL:"
    print_baris(f"TW {triwulan.romawi} {bahan.tahun} ditutup. {kata}")
    for berkas in (*hasil.cetakan, *hasil.tahunan):
        print_baris(f"  {ruang.build_jalur(berkas)}")
    if hasil.daftar:
        print_baris(f"Daftar tindak lanjut: {ruang.build_jalur(hasil.daftar)}")
    tampilan.print_terbit_lagi(hasil.terbit)
    lengkap = not pdf or hand_out_pdf(ruang, (*hasil.cetakan, *hasil.tahunan))
    masa = (bahan.tahun, triwulan)
    tampilan.print_lanjut(*_build_lanjut(masa, bertanda, berikut, hasil.terbit))
    if not lengkap:
        sys.exit(1)


def _print_uji_coba(
    referensi: Referensi, bahan: Bahan, kurang: Sequence[BarisStatus], dini: str
) -> None:
    """What closing would do, and with what it is done."""
    if dini:
        print_baris(f"! {dini}.")
    _print_akibat(referensi, bahan, kurang)
    if not kurang:
        print_baris("Semua laporan yang ditunggu sudah diterima.")
    tetap = ' --tetap --alasan "…"' if kurang or dini else ""
    tampilan.print_lanjut(
        "Uji coba: tidak ada yang ditulis. "
        f"Jalankan: sopkinerja tutup -t {bahan.triwulan.value}{tetap}"
    )


def _print_akibat(referensi: Referensi, bahan: Bahan, kurang: Sequence[BarisStatus]) -> None:
    """Who would be left behind, that the LHE would be dated too early, what becomes of the figures;
    nothing where a trial in the guide told it."""
    from sopkinerja.lhe.sampul import find_mundur
    from sopkinerja.lhe.tidak_lengkap import render_tidak_lengkap
    from sopkinerja.matriks.matriks import build_matriks

    sudah, kunci = tampilan.read_dicoba(), ("tutup", bahan.tahun, bahan.triwulan)
    if kunci in sudah:
        return
    sudah.add(kunci)
    atasan = _build_atasan(referensi, bahan.waktu.date())
    print_kurang(kurang, atasan, bahan.triwulan, bahan.status)
    if mundur := find_mundur(bahan):
        print_baris(f"! {mundur} {BETULKAN}", err=True)
    if kurang and (akibat := render_tidak_lengkap(build_matriks(bahan))):
        print_baris(f"Bila ditutup sekarang: {akibat}")


def _build_atasan(referensi: Referensi, tanggal: dt.date) -> dict[str, str]:
    """Kode to `BID-01 Plt. Kepala Bidang, Nama`."""
    hasil = {}
    for j in referensi.jabatan:
        pejabat = build_pejabat(referensi, j.kode, tanggal)
        sebagai = f"{j.kode} {render_sebagai(j.nama, pejabat)}"
        hasil[j.kode] = sebagai + (f", {pejabat.nama}" if pejabat else " (lowong)")
    return hasil


def _build_lanjut(
    masa: tuple[int, Triwulan],
    bertanda: Mapping[Triwulan, int],
    berikut: Triwulan | None,
    terbit: Sequence[TerbitLagi],
) -> Iterator[str]:
    """Which FINAL LHE wait for a signature (each with its revision), and what is to be
    sent: the revisions that the closing made, else the forms of the next open triwulan."""
    tahun, triwulan = masa
    for t, revisi in bertanda.items():
        yield TANDA_TANGAN.format(final=render_tanda_final(revisi), romawi=t.romawi, tw=t.value)
    if triwulan is Triwulan.IV:
        yield "Cetak dan tandatangani dokumen tahunannya; triwulan terakhir selesai."
    revisi_lagi = [(y, t) for y, t, siapa in terbit if siapa]
    for y, t in revisi_lagi:
        ekor = f" --tahun {y}" if y != tahun else ""
        yield f"Kirimkan revisi di atas: sopkinerja terbitkan laporan -t {t.value} --paket{ekor}"
    if berikut and not revisi_lagi:
        yield f"Kirimkan formulir TW berikutnya: sopkinerja terbitkan laporan -t {berikut.value}"


@main.command()
@pilihan_triwulan()
@pilihan_tahun
@click.option("--uji-coba", is_flag=True, help="Hanya yang akan terjadi; tidak menulis apa pun.")
@click.option("--alasan", help="Mengapa dibuka kembali; dicatat dan dicetak.")
@pilihan_tanggal("Tanggal dibuka kembali")
@click.pass_obj
def buka(
    ruang: Ruang, triwulan: Triwulan, tahun: int | None, uji_coba: bool, alasan: str | None,
    tanggal: dt.date | None,
) -> None:  # fmt: skip
    """Baris 7: membuka kembali triwulan yang sudah ditutup.

    Yang sudah dibagikan tetap ada; matriks dan LHE sesudahnya dicetak sebagai _rev1, _rev2 …
    dengan lembar Penyesuaian. Triwulan sesudahnya yang sudah ditutup dicetak lagi juga, dan LHE serta
    Evaluasi Renja masing-masing ditandatangani lagi: --uji-coba menyebut semuanya lebih dahulu.

    Contoh: sopkinerja buka -t 1 --alasan "Laporan PLN-01 menyusul"
    """
    from sopkinerja.triwulan.akibat_buka import iter_akibat_buka
    from sopkinerja.triwulan.tutup import apply_buka

    if not uji_coba and alasan is None:
        raise click.UsageError("buka memerlukan --alasan.")
    waktu = build_waktu(tanggal)
    tahun = find_tahun(ruang, tahun, partial(find_buka, triwulan=triwulan))
    with open_agenda(ruang) as agenda:
        akibat = list(iter_akibat_buka(agenda, tahun, triwulan))
        if not uji_coba:
            apply_buka(agenda, tahun, triwulan, alasan or "", waktu)
    for kalimat in akibat if uji_coba else ():
        print_baris(kalimat)
    if uji_coba:
        tampilan.print_lanjut(
            "Uji coba: tidak ada yang ditulis. "
            f'Jalankan: sopkinerja buka -t {triwulan.value} --alasan "…"'
        )
        return
    print_baris(f"TW {triwulan.romawi} {tahun} dibuka kembali.")
    tampilan.print_lanjut(
        "Nilai lagi yang dikembalikan atau dikarantina: sopkinerja terima --ulang; "
        f"lalu tutup lagi: sopkinerja tutup -t {triwulan.value}"
    )
