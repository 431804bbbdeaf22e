"""What form a row of the register is about, in its columns and back."""

from __future__ import annotations

from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.lembar.cap import Identitas

SYARAT_IDENTITAS = "formulir=? AND opd=? AND tahun=? AND triwulan=? AND jabatan=?"


def build_kunci(identitas: Identitas) -> tuple[str, str, int, int, str]:
    """An identity as database columns, for SYARAT_IDENTITAS; a form of the year has triwulan 0."""
    triwulan = identitas.triwulan.value if identitas.triwulan else 0
    return (
        identitas.formulir.value,
        identitas.opd,
        identitas.tahun,
        triwulan,
        identitas.jabatan,
    )


def build_identitas(
    formulir: str | None, opd: str, tahun: int, triwulan: int | None, jabatan: str
) -> Identitas | None:
    """An identity from database columns; None where the form was not recognised."""
    if formulir is None:
        return None
    return Identitas(
        formulir=Formulir(formulir),
        opd=opd,
        tahun=tahun,
        triwulan=Triwulan(triwulan) if triwulan else None,
        jabatan=jabatan,
    )
