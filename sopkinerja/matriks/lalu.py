"""The matrix that was handed out before the one that is being made."""

from __future__ import annotations

import hashlib

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.cetakan import find_sebelum
from sopkinerja.istilah import Triwulan
from sopkinerja.matriks.model import CetakanLalu

MATRIKS = "Matriks_Akumulasi"
"""What the register calls such a printing."""


def read_lalu(agenda: Agenda, tahun: int, triwulan: Triwulan) -> CetakanLalu | None:
    """Out of arsip/; printed again, a closed triwulan is held against what it was held against
    before. Bytes that are no longer those that were handed out count as gone."""
    cetakan = find_sebelum(agenda, MATRIKS, tahun, triwulan)
    if cetakan is None:
        return None
    isi = agenda.read_arsip(cetakan.arsip)
    utuh = isi is not None and hashlib.sha256(isi).hexdigest() == cetakan.sha256
    return CetakanLalu(cetakan.nomor, cetakan.saat, cetakan.nama, isi if utuh else None)
