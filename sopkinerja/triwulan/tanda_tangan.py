"""What is signed of a triwulan: of row 6 the FINAL LHE and Evaluasi Renja, of row 2 the Renaksi; which
of them still lacks its scan, and that the signed LHE stays as it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from operator import attrgetter
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.cetakan import CetakanTercatat
from sopkinerja.agenda.model import Lampiran, Peristiwa
from sopkinerja.agenda.riwayat import count_revisi
from sopkinerja.istilah import Formulir, JenisLampiran, Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.ruang import Ruang

DITANDATANGANI = ("LHE", "Evaluasi_Renja")
"""What `lhe` prints and is signed."""
FINAL = (JenisLampiran.LHE, JenisLampiran.EVALUASI_RENJA)
"""Whose FINAL is signed, each of its revisions anew."""


def find_revisi_final(agenda: Agenda, tahun: int, triwulan: Triwulan) -> int | None:
    """The revision of the FINAL that was last handed out, of a reopened triwulan the one before;
    None where it was never closed."""
    return _find_revisi(agenda.read_peristiwa(tahun), triwulan)


def _find_revisi(riwayat: Sequence[Peristiwa], triwulan: Triwulan) -> int | None:
    milik = [p.tindakan for p in riwayat if p.triwulan is triwulan]
    if not milik:
        return None
    return count_revisi(riwayat, triwulan) - (milik[-1] == "buka")


def find_revisi_pindaian(agenda: Agenda, lampiran: Lampiran) -> int | None:
    """Which FINAL a scan shows, of a Renaksi which printing; where its record is from before that was
    told, the FINAL that had been handed out by then, the first one where none had. None of any other
    document."""
    if lampiran.revisi is not None or lampiran.sebagai not in FINAL:
        return lampiran.revisi
    riwayat = [p for p in agenda.read_peristiwa(lampiran.tahun) if p.waktu <= lampiran.waktu]
    return (_find_revisi(riwayat, lampiran.triwulan) or 0) if lampiran.triwulan else None


def list_belum_bertanda(
    agenda: Agenda, tahun: int, sebagai: JenisLampiran = JenisLampiran.LHE
) -> Mapping[Triwulan, int]:
    """The closed triwulan whose FINAL (LHE or Evaluasi Renja) was not kept signed, each with that
    FINAL's revision; the scan of an earlier FINAL doesn't count for a later one."""
    kini = {t: find_revisi_final(agenda, tahun, t) or 0 for t in sorted(agenda.read_tutup(tahun))}
    ada = {
        (lm.triwulan, find_revisi_pindaian(agenda, lm))
        for lm in agenda.read_lampiran(tahun)
        if lm.sebagai is sebagai
    }
    return {t: revisi for t, revisi in kini.items() if (t, revisi) not in ada}


def find_cetakan_renaksi(agenda: Agenda, tahun: int, triwulan: Triwulan) -> int | None:
    """The number of the newest printing of a triwulan's Renaksi; None where none was printed."""
    return max(
        (c.nomor for c in _list_renaksi(agenda, tahun) if c.triwulan == triwulan), default=None
    )


def list_renaksi_belum(agenda: Agenda, tahun: int) -> Mapping[Triwulan, int]:
    """The triwulan whose Renaksi, as it was printed after the last of its forms was accepted, was not
    kept signed, each with the number of its newest printing."""
    hasil = {}
    ada = [lm for lm in agenda.read_lampiran(tahun) if lm.sebagai is JenisLampiran.RENAKSI]
    for tw in Triwulan:
        masuk = find_disahkan(agenda, Formulir.RENAKSI, tahun, tw)
        milik = [c for c in _list_renaksi(agenda, tahun) if c.triwulan == tw]
        nomor = [c.nomor for c in milik if masuk is None or c.saat >= masuk]
        if nomor and not any(lm.triwulan is tw and (lm.revisi or 0) >= min(nomor) for lm in ada):
            hasil[tw] = max(nomor)
    return hasil


def _list_renaksi(agenda: Agenda, tahun: int) -> list[CetakanTercatat]:
    semua = map(CetakanTercatat._make, agenda.read_cetakan())
    return [c for c in semua if (c.jenis, c.tahun) == ("Renaksi", tahun)]


def find_disahkan(
    agenda: Agenda, formulir: Formulir, tahun: int, triwulan: Triwulan
) -> dt.datetime | None:
    """When the last of the returns that count of one kind of form was accepted; None: there is none."""
    semua = agenda.read_kiriman_triwulan(formulir, tahun, triwulan, isi=False)
    return max((k.disahkan for k in semua if k.berlaku), default=None)


def is_bertanda(agenda: Agenda, tahun: int, triwulan: Triwulan, sebagai: JenisLampiran) -> bool:
    """Whether the FINAL of a closed triwulan was kept signed."""
    tutup = triwulan in agenda.read_tutup(tahun)
    return tutup and triwulan not in list_belum_bertanda(agenda, tahun, sebagai)


def find_bertanda(agenda: Agenda, tahun: int, triwulan: Triwulan) -> list[CetakanTercatat]:
    """The printings of a closed triwulan that were signed and are not printed anew; none where the
    scan isn't kept. SopKinerjaError where its meeting's results came since: they take a revision."""
    if not is_bertanda(agenda, tahun, triwulan, JenisLampiran.LHE):
        return []
    semua = sorted(map(CetakanTercatat._make, agenda.read_cetakan()), key=attrgetter("nomor"))
    milik = {c.jenis: c for c in semua if (c.tahun, c.triwulan) == (tahun, triwulan)}
    rapat = agenda.read_kiriman_triwulan(Formulir.RAPAT, tahun, triwulan, isi=False)
    if any(k.berlaku and k.disahkan > milik["LHE"].saat for k in rapat):
        raise SopKinerjaError(
            f"LHE FINAL TW {triwulan.romawi} {tahun} sudah ditandatangani, jadi tidak dicetak lagi. "
            "Hasil rapat yang diterima sesudahnya dicetak sebagai revisi: "
            f'sopkinerja buka -t {triwulan.value} --alasan "…", '
            f"lalu: sopkinerja tutup -t {triwulan.value}"
        )
    return [milik[jenis] for jenis in DITANDATANGANI if jenis in milik]


def restore_bertanda(ruang: Ruang, agenda: Agenda, daftar: list[CetakanTercatat]) -> list[Path]:
    """The signed printings lie in outbox/ byte for byte as they were printed; where arsip/ has lost
    one, what lies there is left. Call inside a transaction."""
    for c in daftar:
        if isi := agenda.read_arsip(c.arsip):
            agenda.write_keluaran(ruang.akar / c.berkas, isi)
    return [ruang.akar / c.berkas for c in daftar]
