"""Handing out what tetapkan makes: PK_dan_Target and the PK of each jabatan."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.mandat.buku import write_buku_mandat
from sopkinerja.mandat.perubahan import find_versi_pk
from sopkinerja.mandat.pk import build_isi, write_pk
from sopkinerja.opd.mandat import Mandat
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Pengaturan, Ruang


@dataclass
class HasilCetakMandat:
    """Where the workbook lies, which PK were written now, which stand, which chairs are vacant."""

    buku: Path
    folder: Path
    pk: list[Path] = field(default_factory=list)
    tetap: list[str] = field(default_factory=list)
    lowong: list[str] = field(default_factory=list)


def build_nama_pk(jabatan: str, tahun: int, perubahan: int) -> str:
    """`PLN_PK_2026.xlsx`; after k changes `PLN_PK_2026_rev<k>.xlsx`."""
    ekor = f"_rev{perubahan}" if perubahan else ""
    return f"{jabatan}_PK_{tahun}{ekor}.xlsx"


def issue_mandat(
    ruang: Ruang,
    agenda: Agenda,
    referensi: Referensi,
    riwayat: Sequence[Mandat],
    pengaturan: Pengaturan,
) -> HasilCetakMandat:
    """Writes both kinds anew from the frozen versions (oldest first).

    A PK that was handed out stays as it is; one that a later version changed lies beside it.
    """
    tahun = riwayat[-1].tahun
    folder = ruang.build_outbox(tahun) / "mandat"
    isi_buku = io.BytesIO()
    write_buku_mandat(referensi, riwayat, isi_buku)
    nama = f"PK_dan_Target_{tahun}.xlsx"
    with agenda.transaksi():
        buku = agenda.write_keluaran(folder / nama, isi_buku.getvalue())
        hasil = HasilCetakMandat(buku, folder / "pk")
        for jabatan in dict.fromkeys(i.jabatan for i in riwayat[-1].indikator):
            _issue_pk(agenda, referensi, riwayat, jabatan, hasil, pengaturan)
    return hasil


def _issue_pk(
    agenda: Agenda,
    referensi: Referensi,
    riwayat: Sequence[Mandat],
    jabatan: str,
    hasil: HasilCetakMandat,
    pengaturan: Pengaturan,
) -> None:
    versi = find_versi_pk(riwayat, jabatan)
    isi = build_isi(referensi, versi, jabatan, bertriwulan=pengaturan.pk_triwulan)
    if isi is None:
        hasil.lowong.append(jabatan)
        return
    tujuan = hasil.folder / build_nama_pk(jabatan, isi.mandat.tahun, isi.perubahan)
    if tujuan.is_file():
        hasil.tetap.append(jabatan)
        return
    data = io.BytesIO()
    write_pk(isi, data)
    hasil.pk.append(agenda.write_keluaran(tujuan, data.getvalue()))
