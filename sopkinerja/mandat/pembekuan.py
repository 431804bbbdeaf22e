"""Writing what was planned into the register: versions, and the decision behind them."""

from __future__ import annotations

import datetime as dt

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.mandat.teks_tetapkan import DIGANTI, DIKOREKSI, DIREVISI
from sopkinerja.mandat.tetapkan import HasilTetapkan
from sopkinerja.opd.mandat import Mandat
from sopkinerja.ruang import build_waktu


def apply_tetapkan(
    agenda: Agenda, hasil: HasilTetapkan, waktu: dt.datetime | None = None, alasan: str = ""
) -> None:
    """Writes the new versions, in the place of those that they replace; a revision, a correction
    and a replacement also stand among the decisions."""
    if not hasil.is_baru:
        return
    m = hasil.mandat
    saat = waktu or build_waktu(m.tanggal)
    with agenda.transaksi():
        for lama in hasil.diganti:
            agenda.drop_mandat(lama)
        for mandat in hasil.versi_baru:
            agenda.write_mandat(mandat)
        tindakan, kata = _build_tindakan(hasil, m)
        if tindakan:
            isi = "; ".join(p.render() for p in hasil.perubahan)
            agenda.write_kejadian(
                saat, tindakan, m.tahun, m.berlaku_mulai.value, f"{kata}: {isi}", alasan or m.alasan
            )


def _build_tindakan(hasil: HasilTetapkan, m: Mandat) -> tuple[str, str]:
    """What the decision is called, and what it was about; empty for a first version or additions."""
    if hasil.diganti:
        lama = ", ".join(str(v.versi) for v in hasil.diganti)
        return "ganti_pk", DIGANTI.format(versi=lama)
    if m.koreksi:
        return "koreksi_pk", DIKOREKSI.format(versi=m.versi)
    if m.alasan:
        return "revisi_pk", DIREVISI.format(versi=m.versi, triwulan=m.berlaku_mulai.romawi)
    return "", ""
