"""The packages of a board, from what the register and referensi hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from sopkinerja.agenda.model import Terbitan
from sopkinerja.formulir.edaran import Papan, Urusan
from sopkinerja.istilah import Level, render_sebagai
from sopkinerja.opd.model import Jabatan, Referensi
from sopkinerja.opd.pejabat import build_pejabat, find_pemegang
from sopkinerja.paket import teks
from sopkinerja.paket.banding import Bandingan, Kabaran, TerbitAwal
from sopkinerja.paket.ganti import Ganti, render_ganti, render_ganti_unit
from sopkinerja.paket.model import FormulirPaket, PaketUnit
from sopkinerja.paket.pengantar import Pengantar
from sopkinerja.papan.susun import build_saluran, find_pegawai
from sopkinerja.ruang import build_nama_aman


def find_terbaru(urusan: Urusan, papan: Papan, terbitan: Sequence[Terbitan]) -> dict[str, Terbitan]:
    """The newest revision of each form of the board (of all issued for it, the oldest first) whose
    chair has a holder, by kode jabatan."""
    terisi = {s.kode for s in papan.baris if _is_terisi(urusan, papan, s.kode)}
    return {t.identitas.jabatan: t for t in terbitan if t.identitas.jabatan in terisi}


def find_awal(terbitan: Sequence[Terbitan]) -> dict[str, TerbitAwal]:
    """The first form of a board (all that were issued for it, the oldest first) that each jabatan
    got."""
    return {t.identitas.jabatan: TerbitAwal(t.waktu.date(), t.sha256) for t in reversed(terbitan)}


def _is_terisi(urusan: Urusan, papan: Papan, jabatan: str) -> bool:
    """Whether somebody answers for the chair in that time, whatever its last form says."""
    referensi, hari = urusan.referensi, urusan.waktu.date()
    if papan.triwulan:
        return find_pemegang(referensi, jabatan, papan.triwulan, hari) is not None
    return referensi.pemangku(jabatan, hari) is not None


def build_paket(
    urusan: Urusan,
    papan: Papan,
    pengantar: Pengantar,
    terbitan: dict[str, Terbitan],
    banding: Bandingan,
    ganti: Mapping[str, Ganti | None],
) -> tuple[PaketUnit, ...]:
    """A package for each unit that has a form, in the order of referensi."""
    milik: dict[str, list[FormulirPaket]] = {}
    for s in papan.baris:
        if t := terbitan.get(s.kode):
            satu = FormulirPaket(
                s, Path(t.berkas).name, t.berkas, t.sha256, t.waktu, banding.isi[s.kode],
                ganti.get(s.kode),
            )  # fmt: skip
            milik.setdefault(s.unit, []).append(_with_pesan(urusan, papan, pengantar, satu))
    return tuple(_build_unit(urusan, papan, pengantar, kode, isi) for kode, isi in milik.items())


def _with_pesan(
    urusan: Urusan, papan: Papan, pengantar: Pengantar, f: FormulirPaket
) -> FormulirPaket:
    s = f.status
    pesan = teks.PESAN_ORANG.format(
        siapa=s.pemangku, jabatan=s.sebagai, apa=pengantar.apa, berkas=f.nama,
        ganti=render_ganti(f.ganti, f.banding), tenggat=pengantar.tenggat,
    )  # fmt: skip
    pegawai = find_pegawai(urusan.referensi, s)
    return f._replace(pesan=pesan, saluran=build_saluran(papan, pegawai, s.sebagai, pesan))


def _build_unit(
    urusan: Urusan, papan: Papan, pengantar: Pengantar, kode: str, isi: Sequence[FormulirPaket]
) -> PaketUnit:
    referensi, hari = urusan.referensi, urusan.waktu.date()
    unit = referensi.cari_unit(kode)
    nama = unit.nama if unit else kode
    kursi = find_kepala(referensi, kode, hari)
    kepala = build_pejabat(referensi, kursi.kode, hari) if kursi else None
    jabatan = kursi.nama if kursi else teks.KEPALA.format(unit=nama)
    paket = PaketUnit(
        kode=kode,
        unit=nama,
        nama=f"{build_nama_aman(kode)}_{build_nama_aman(nama)}_{papan.akhiran}.zip",
        formulir=tuple(isi),
        kepala=kepala,
        jabatan_kepala=render_sebagai(jabatan, kepala),
    )
    pesan = _render_pesan(pengantar, paket)
    pegawai = referensi.pemangku(kursi.kode, hari) if kursi else None
    return paket._replace(
        pesan=pesan, saluran=build_saluran(papan, pegawai, paket.jabatan_kepala, pesan)
    )


def _render_pesan(pengantar: Pengantar, paket: PaketUnit) -> str:
    lain = [f for f in paket.formulir if f.kabar.is_kirim]
    ganti = ""
    if paket.kabar is Kabaran.BERUBAH:
        ganti = teks.GANTI_UNIT.format(
            daftar=", ".join(f"{f.status.pemangku} ({f.kabar.value})" for f in lain)
        ) + render_ganti_unit((f"{f.status.pemangku} ({f.status.kode})", f.ganti) for f in lain)
    return teks.PESAN_UNIT.format(
        siapa=paket.kepala.nama if paket.kepala else teks.PEMANGKU, jabatan=paket.jabatan_kepala,
        apa=pengantar.apa, unit=paket.unit, berkas=paket.nama, jumlah=len(paket.formulir), ganti=ganti,
        tenggat=pengantar.tenggat,
    )  # fmt: skip


def find_kepala(referensi: Referensi, unit: str, hari: dt.date) -> Jabatan | None:
    """The chair that heads a unit: its highest level, and of those the one whose atasan stands
    outside; None where no chair belongs to it on that day."""
    urutan = list(Level)
    milik = [j for j in referensi.jabatan if j.unit == unit and _is_ada(j, hari)]
    kode = {j.kode for j in milik}
    return min(milik, key=lambda j: (urutan.index(j.level), j.atasan in kode), default=None)


def _is_ada(j: Jabatan, hari: dt.date) -> bool:
    return (j.mulai is None or j.mulai <= hari) and (j.sampai is None or hari <= j.sampai)
