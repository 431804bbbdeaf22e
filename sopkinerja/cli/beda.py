"""What a newer printing says otherwise than an older one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopkinerja import tampilan
from sopkinerja.cli.dasar import main, pilihan_json
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.layar import print_baris
from sopkinerja.ruang import build_waktu

if TYPE_CHECKING:
    from sopkinerja.cetak.terbaca import LembarCetak

BERKAS = click.Path(path_type=Path, exists=True, dir_okay=False)


@main.command()
@click.argument("lama", type=BERKAS)
@click.argument("baru", type=BERKAS)
@click.option(
    "-o", "--keluaran", metavar="BERKAS", type=click.Path(path_type=Path),
    help="Tulis daftarnya juga sebagai buku kerja (.xlsx) yang dapat disaring.",
)  # fmt: skip
@pilihan_json
def beda(lama: Path, baru: Path, keluaran: Path | None, sebagai_json: bool) -> None:
    """Apa yang berbeda antara dua cetakan, per indikator dan kolom.

    LAMA dan BARU: dua buku kerja sejenis yang pernah dicetak (matriks, LHE, Laporan Kinerja,
    PK_dan_Target, Tindak_Lanjut, …), misalnya dari outbox/ atau lampiran surel. Keduanya tidak
    diubah. Kode keluar 0: isinya sama (cetakan keberapa tidak dihitung); 1: berbeda.

    Contoh: sopkinerja beda LHE_TW1_2026.xlsx LHE_TW1_2026_rev1.xlsx
    """
    from sopkinerja.banding.susun import compare_cetakan
    from sopkinerja.banding.teks import build_json, render_banding

    if keluaran:
        _check_keluaran(keluaran)
    isi_lama, isi_baru = _read(lama), _read(baru)
    if not isi_lama.keys() & isi_baru.keys():
        raise SopKinerjaError(
            f"{lama.name} dan {baru.name} tidak punya lembar yang sama namanya. Bandingkan dua "
            "keluaran sejenis, misalnya dua matriks."
        )
    hasil = compare_cetakan(isi_lama, isi_baru)
    if sebagai_json:
        tampilan.print_json(build_json(hasil, lama.name, baru.name))
    for baris in () if sebagai_json else render_banding(hasil, lama.name, baru.name):
        print_baris(baris)
    if keluaran:
        from sopkinerja.banding.buku import write_banding

        tujuan = write_banding(hasil, lama.name, baru.name, build_waktu(None), keluaran)
        click.echo(f"Ditulis: {tujuan}", err=sebagai_json)
    sys.exit(0 if hasil.is_sama else 1)


def _check_keluaran(keluaran: Path) -> None:
    if keluaran.suffix.lower() != ".xlsx" or keluaran.exists():
        raise click.BadParameter(
            f'"{keluaran.name}" sudah ada atau tidak berakhiran .xlsx. Sebutkan nama berkas baru '
            "yang berakhiran .xlsx.",
            param_hint="--keluaran",
        )


def _read(berkas: Path) -> dict[str, LembarCetak]:
    from sopkinerja.cetak.terbaca import BukuTakTerbaca, read_cetakan

    try:
        return read_cetakan(berkas.read_bytes())
    except (BukuTakTerbaca, OSError):
        raise SopKinerjaError(f"{berkas} bukan buku kerja yang dapat dibaca.") from None
