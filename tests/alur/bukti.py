"""Evidence in these tests: what lies beside a form, and where it can be read again."""

from __future__ import annotations

import openpyxl

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman
from sopkinerja.penerimaan.model import Rencana
from sopkinerja.ruang import Ruang

FOTO = b"\xff\xd8\xff\xe0\x00\x10JFIF foto"


PDF = b"%PDF-1.7\nberita acara"


def taruh(ruang: Ruang, berkas: dict[str, bytes]) -> None:
    """Files into inbox/, by name with folder."""
    for nama, isinya in berkas.items():
        tujuan = ruang.inbox / nama
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        tujuan.write_bytes(isinya)


def milik(rencana: Rencana) -> dict[str, list[str]]:
    """Whose evidence each file is: indicators, or the jabatan where none names it."""
    return {k.nama: [b.render() for b in k.bukti] for k in rencana.kiriman if k.bukti}


def read_bukti(ruang: Ruang) -> list[Kiriman]:
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return agenda.read_bukti()


def read_lembar(ruang: Ruang, pola: str, lembar: str) -> list[list[str]]:
    """The filled cells of each row of a sheet."""
    (jalur,) = sorted(ruang.akar.glob(pola))[-1:]
    buku = openpyxl.load_workbook(jalur)
    return [[str(v) for v in b if v is not None] for b in buku[lembar].iter_rows(values_only=True)]
