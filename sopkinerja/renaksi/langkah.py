"""The action steps that were accepted, and as the quarterly form asks after them."""

from __future__ import annotations

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.renaksi.model import BarisLangkah, HasilRenaksi, Langkah


def read_renaksi(agenda: Agenda, tahun: int, triwulan: Triwulan) -> dict[str, HasilRenaksi]:
    """What every accepted Renaksi of a triwulan says, by kode jabatan."""
    return {
        k.identitas.jabatan: HasilRenaksi.model_validate_json(k.hasil)
        for k in agenda.read_kiriman_triwulan(Formulir.RENAKSI, tahun, triwulan)
        if k.berlaku and k.identitas
    }


def read_langkah(
    agenda: Agenda, tahun: int, triwulan: Triwulan
) -> dict[str, tuple[BarisLangkah, ...]]:
    """The steps of every accepted Renaksi, by kode jabatan."""
    return {
        jabatan: tuple(map(_build_baris, hasil.langkah))
        for jabatan, hasil in read_renaksi(agenda, tahun, triwulan).items()
    }


def _build_baris(s: Langkah) -> BarisLangkah:
    return BarisLangkah(
        kunci=s.kunci,
        kode=s.kode,
        langkah=s.langkah,
        bulan=s.render_bulan(),
        keluaran=s.keluaran,
        penanggung_jawab=s.penanggung_jawab,
        satuan=s.satuan,
        target=s.target,
    )
