"""Several OPD in one matrix and one LHE of the pemda."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sopkinerja import tampilan
from sopkinerja.cli.dasar import (
    main,
    pilihan_json,
    pilihan_tahun,
    pilihan_tanggal,
    pilihan_triwulan,
)
from sopkinerja.istilah import Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.layar import print_baris
from sopkinerja.ruang import build_waktu

if TYPE_CHECKING:
    from sopkinerja.gabung.jalankan import BerkasTulis
    from sopkinerja.gabung.model import KinerjaPemda, Luar, OpdTutup

SEKDA = "Sekretaris Daerah"


@main.command()
@click.argument("sumber", nargs=-1, required=True, type=click.Path(path_type=Path))
@pilihan_triwulan(wajib=False)
@pilihan_tahun
@click.option(
    "-o", "--keluaran", metavar="BERKAS|FOLDER", required=True, type=click.Path(path_type=Path),
    help="Berkas matriksnya (.xlsx; LHE di sampingnya), atau folder untuk keduanya.",
)  # fmt: skip
@click.option("--penandatangan", default="", metavar="NAMA", help="Yang menandatangani LHE.")
@click.option("--jabatan", default=SEKDA, help=f"Jabatannya (bawaan: {SEKDA}).")
@click.option("--pangkat", default="", help="Pangkat dan golongannya.")
@click.option("--nip", default="", help="NIP-nya.")
@pilihan_tanggal("Tanggal laporan")
@pilihan_json
def gabung(
    sumber: tuple[Path, ...], triwulan: Triwulan | None, tahun: int | None, keluaran: Path,
    penandatangan: str, jabatan: str, pangkat: str, nip: str, tanggal: dt.date | None,
    sebagai_json: bool,
) -> None:  # fmt: skip
    """Triwulan yang sudah ditutup dari beberapa OPD menjadi satu matriks dan LHE pemda.

    SUMBER: folder ruang kerja OPD, atau bundelnya (dibuktikan dahulu seperti bundel --periksa).
    Yang dipakai adalah angka FINAL; formulir tidak dibaca ulang, dan ruang kerja OPD tidak diubah.
    OPD yang belum menutup triwulannya disebut, tidak dihitung.

    Tanpa -t: triwulan terakhir yang sudah ditutup salah satunya.

    Contoh: sopkinerja gabung /data/dinas-* Bundel_TW1_2026.zip -t 1 -o hasil
    """
    from sopkinerja.cetak.tata import Penandatangan
    from sopkinerja.gabung.jalankan import check_tujuan, gather, write_gabungan
    from sopkinerja.gabung.model import Periode
    from sopkinerja.opd.surat import TITIK

    folder, matriks = _bagi(keluaran)
    check_tujuan(folder)
    triwulan = triwulan or _find_triwulan(sumber, tahun)
    periode = Periode(_find_tahun(sumber, triwulan, tahun), triwulan)
    hasil = gather(sumber, periode, build_waktu(tanggal), lambda j: _kabarkan(j, len(sumber)))
    if not hasil.opd:
        _print_luar(hasil.luar, ke_stderr=True)
        raise SopKinerjaError(
            f"Tidak ada OPD yang dapat dihitung untuk {periode.render()} (lihat daftar di atas); "
            "tidak ada yang ditulis."
        )
    sah = Penandatangan("Mengetahui,", jabatan, penandatangan or TITIK, pangkat, nip)
    berkas = write_gabungan(hasil, sah, folder, matriks)
    if sebagai_json:
        tampilan.print_json(build_json(hasil, berkas))
    else:
        _print(hasil, berkas)
    tampilan.print_lanjut(_build_lanjut(hasil, berkas), ke_stderr=sebagai_json)
    sys.exit(1 if hasil.luar else 0)


def _bagi(keluaran: Path) -> tuple[Path, str]:
    """The folder, and what the matrix is to be called where that is asked for."""
    if keluaran.is_dir() or not keluaran.suffix:
        return keluaran, ""
    if keluaran.suffix.lower() != ".xlsx":
        raise click.BadParameter(
            f'"{keluaran.name}" bukan nama buku Excel. Akhiri dengan .xlsx, atau sebutkan folder.',
            param_hint="--keluaran",
        )
    return keluaran.parent, keluaran.name


def _find_triwulan(sumber: tuple[Path, ...], tahun: int | None) -> Triwulan:
    """The last one that any of them has closed (in that year)."""
    from sopkinerja.gabung.sumber import list_tutup

    tutup = {(y, t) for s in sumber for y, t in list_tutup(s) if t and tahun in (None, y)}
    if not tutup:
        raise SopKinerjaError(
            "Tidak satu pun dari yang disebut sudah menutup triwulan. Tutup dahulu di ruang kerja "
            "OPD-nya: sopkinerja tutup -t N"
        )
    return max(tutup)[1]


def _find_tahun(sumber: tuple[Path, ...], triwulan: Triwulan, tahun: int | None) -> int:
    """The year asked for, else the only one in which any of them closed that triwulan."""
    from sopkinerja.cli.dasar import choose_tahun
    from sopkinerja.gabung.sumber import list_tahun

    if tahun is not None:
        return tahun
    ada = sorted(set().union(*(list_tahun(s, triwulan) for s in sumber)))
    if not ada:
        raise SopKinerjaError(
            "Tidak ada ruang kerja atau bundel yang terbaca di antara yang disebut. Sebutkan folder "
            "yang memuat sopkinerja.db, atau bundel buatan sopkinerja bundel."
        )
    return choose_tahun(None, ada)


def _kabarkan(jalur: Path, banyak: int) -> None:
    """On a terminal, which one is being read: a bundle takes its time."""
    if banyak > 1 and sys.stderr.isatty():
        print_baris(f"Membaca {jalur} …", err=True)


def _print(hasil: KinerjaPemda, berkas: tuple[BerkasTulis, ...]) -> None:
    from sopkinerja.gabung.teks import render_kedua, render_utama

    print_baris(f"{hasil.periode.render()}: {render_kedua(hasil)}")
    print_baris(render_utama(hasil))
    for o in hasil.opd:
        print_baris(f"  {o.nama}: {o.tercapai} dari {o.dinilai} IKU mencapai target")
        for t in o.catatan:
            print_baris(f"    ! {t.pesan}")
    _print_luar(hasil.luar)
    for b in berkas:
        print_baris(f"{b.tujuan}")
        if b.disimpan:
            print_baris(f"  ! yang lama disimpan sebagai {b.disimpan}")


def _print_luar(luar: tuple[Luar, ...], *, ke_stderr: bool = False) -> None:
    if luar:
        print_baris("Tidak dihitung:", err=ke_stderr)
    for x in luar:
        print_baris(f"  {x.temuan.pesan}", err=ke_stderr)
        print_baris(f"    → {x.temuan.saran}", err=ke_stderr)


def _build_lanjut(hasil: KinerjaPemda, berkas: tuple[BerkasTulis, ...]) -> str:
    if hasil.luar:
        return "Selesaikan yang tidak dihitung (lihat di atas), lalu ulangi perintah yang sama."
    return f"Cetak lembar Ringkasan dari {berkas[0].tujuan.name} untuk ditandatangani."


def build_json(hasil: KinerjaPemda, berkas: tuple[BerkasTulis, ...]) -> dict[str, Any]:
    """What counts, what doesn't, and what was written."""
    return {
        "tahun": hasil.periode.tahun,
        "triwulan": hasil.periode.triwulan.value,
        "opd": [_build_json_opd(o) for o in hasil.opd],
        "tidak_dihitung": [
            {"opd": x.nama, "tempat": x.sumber.tempat, "temuan": x.temuan.as_dict()}
            for x in hasil.luar
        ],
        "ringkasan": {
            "opd": hasil.jumlah,
            "dihitung": len(hasil.opd),
            "iku_dinilai": sum(o.dinilai for o in hasil.opd),
            "iku_tercapai": sum(o.tercapai for o in hasil.opd),
        },
        "berkas": [{"berkas": str(b.tujuan), "sha256": b.sha256} for b in berkas],
    }


def _build_json_opd(o: OpdTutup) -> dict[str, Any]:
    return {
        "nama": o.nama,
        "sumber": o.sumber.jenis.value,
        "tempat": o.sumber.tempat,
        "sha256": o.sumber.sha256,
        "ditutup": o.ditutup.isoformat(),
        "revisi": o.revisi,
        "iku": len(o.iku),
        "iku_dinilai": o.dinilai,
        "iku_tercapai": o.tercapai,
        "skor": {s.nama: s.nilai for s in o.level},
        "temuan": [t.as_dict() for t in o.catatan],
    }
