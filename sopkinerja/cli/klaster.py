"""The option of commands whose work further machines may do."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from sopkinerja.layar import print_baris

ALAMAT = re.compile(r"(tcp|tls)://[^/\s]+:\d+")


def _check_alamat(_ctx: click.Context, _param: click.Parameter, alamat: str | None) -> str | None:
    if alamat and not ALAMAT.fullmatch(alamat):
        raise click.BadParameter(
            f"“{alamat}” bukan alamat klaster; contoh yang benar: tcp://10.0.0.5:8786"
        )
    return alamat


def pilihan_klaster(perintah: Callable[..., Any]) -> Callable[..., Any]:
    """`--klaster tcp://host:8786`: the command's work is shared out to that Dask cluster, which is
    found and looked at before the command begins."""

    @click.option(
        "--klaster",
        metavar="ALAMAT",
        callback=_check_alamat,
        help="Kerjakan bersama komputer lain: alamat dask scheduler, misalnya tcp://10.0.0.5:8786.",
    )
    @wraps(perintah)
    def jalankan(*isi: Any, klaster: str | None, **lain: Any) -> None:
        if klaster is None:
            perintah(*isi, **lain)
            return
        from sopkinerja.klaster import TERPUTUS, open_klaster

        with open_klaster(klaster) as tenaga:
            print_baris(f"Klaster {klaster}: {tenaga.inti} inti ikut bekerja.", err=True)
            try:
                perintah(*isi, **lain)
            finally:
                if tenaga.terputus:
                    print_baris(f"! {TERPUTUS}", err=True)

    return jalankan
