"""The Rapat Monev form: what stands in its markers and tables when it is issued."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Unpack

from sopkinerja.baca.sel import Sel
from sopkinerja.baca.tanggal import read_tanggal
from sopkinerja.formulir.isi import build_nilai
from sopkinerja.formulir.koreksi import Ulasan, build_koreksi
from sopkinerja.formulir.kursor import build_kursor
from sopkinerja.formulir.model import Mentah, SelMentah
from sopkinerja.formulir.penanda import (
    KENAL_DASAR,
    KENAL_TRIWULAN,
    build_penanda_dasar,
    build_penanda_triwulan,
)
from sopkinerja.istilah import Beku
from sopkinerja.lembar.isi import BarisIsi, IsiBuku, NilaiIsi
from sopkinerja.lembar.tabel import Tabel, list_kunci
from sopkinerja.matriks.model import KeputusanRapat
from sopkinerja.rapat import teks
from sopkinerja.rapat.model import FormulirRapat
from sopkinerja.rapat.penanggung_jawab import Nama, list_pilihan
from sopkinerja.rapat.tabel import (
    AGENDA,
    AGENDA_LAIN,
    BELUM,
    BERKEPUTUSAN,
    BUTIR_TANGGAL,
    DIMINTA,
    HADIR,
    KEPUTUSAN,
    LALU,
    RAPAT,
)
from sopkinerja.tulisan import render_pemda

NAMA_TEMPLAT = "rapat_monev.xlsx"
KENAL_PENANDA = KENAL_DASAR | KENAL_TRIWULAN | {
    "sop", "keadaan",
    *(f"{siapa}_{apa}" for siapa in ("kepala", "kasubag")
      for apa in ("nama", "jabatan", "pangkat", "nip")),
}  # fmt: skip
"""The markers that a template of this form may hold."""
KENAL_RUMUS: frozenset[str] = frozenset()
"""It has no formulas."""


def build_isi(
    formulir: FormulirRapat, mentah: Mentah | None = None, **ulasan: Unpack[Ulasan]
) -> IsiBuku:
    """Everything one form is issued with: its agenda, and what was filled in before, or (`mentah`)
    the cells as they came; percobaan ≥ 1 makes it a correction form."""
    awal = build_mentah_awal(formulir) if mentah is None else mentah
    koreksi = build_koreksi(formulir, awal, **ulasan)
    tabel: dict[str, Sequence[BarisIsi]] = {
        **koreksi.tabel,
        **_build_agenda(formulir, koreksi.mentah),
        "lalu": _number_baris(LALU, formulir.lalu, {"keputusan": teks.LALU_KOSONG}),
        "belum": _number_baris(BELUM, formulir.belum, {"jabatan": teks.BELUM_KOSONG}),
        **_build_diminta(formulir),
        "jabatan": _list_jabatan(formulir.nama),
        "rapat": [
            BarisIsi(k, {"isi": _build_butir(k, koreksi.mentah.get("rapat", {}).get(k, {}))})
            for k in RAPAT.kunci
        ],
        "keputusan": _build_bebas(formulir, KEPUTUSAN, koreksi.mentah),
        "hadir": _build_bebas(formulir, HADIR, koreksi.mentah),
    }
    penanda = {**_build_penanda(formulir), **koreksi.penanda}
    aktif = "perbaikan" if "perbaikan" in tabel else AGENDA.nama
    return IsiBuku(
        penanda=penanda,
        tabel=tabel,
        komentar=koreksi.komentar,
        aktif=aktif,
        kursor=build_kursor(tabel, {}, koreksi.salah),
    )


def _build_penanda(f: FormulirRapat) -> dict[str, str]:
    tanggal_sop = build_penanda_dasar(f)["tanggal_sop"]
    return {
        **build_penanda_dasar(f),
        **build_penanda_triwulan(f.tahun, f.triwulan),
        "judul_berkas": teks.JUDUL_BERKAS.format(triwulan=f.triwulan.romawi, tahun=f.tahun),
        "jabatan_pendek": f.pemangku.jabatan,
        "pemda": render_pemda(f.pemda),
        "opd": f.opd.upper(),
        "alamat": " · ".join(t for t in (f.alamat, f.telepon) if t),
        "sop": f"{f.nomor_sop} tanggal {tanggal_sop}" if tanggal_sop else f.nomor_sop,
        "keadaan": f.keadaan,
        **_build_penanda_pejabat(f),
    }


def _build_penanda_pejabat(f: FormulirRapat) -> dict[str, str]:
    hasil: dict[str, str] = {}
    for siapa, p in (("kasubag", f.pemangku), ("kepala", f.atasan)):
        nip = f"NIP. {p.nip}" if p and p.nip else ""
        hasil |= {
            f"{siapa}_nama": p.nama if p else "",
            f"{siapa}_jabatan": p.jabatan if p else teks.KEPALA,
            f"{siapa}_pangkat": p.pangkat if p else "",
            f"{siapa}_nip": nip,
        }
    return hasil


def _build_agenda(f: FormulirRapat, mentah: Mentah) -> dict[str, list[BarisIsi]]:
    """The points with what was decided about them; without any of the lower levels, no sheet of
    theirs."""
    kosong = [BarisIsi(AGENDA.kunci[0], {"no": 1, "indikator": teks.AGENDA_KOSONG})]
    utama, lain = (_list_pokok(t, f, mentah) for t in BERKEPUTUSAN)
    return {AGENDA.nama: utama or kosong} | ({AGENDA_LAIN.nama: lain} if lain else {})


def _build_diminta(f: FormulirRapat) -> dict[str, list[BarisIsi]]:
    """What is asked of the head of the office; where nothing is, no sheet of it."""
    return {DIMINTA.nama: _number_baris(DIMINTA, f.diminta, {})} if f.diminta else {}


def _list_pokok(tata: Tabel, f: FormulirRapat, mentah: Mentah) -> list[BarisIsi]:
    isian = mentah.get(tata.nama, {})
    return [
        BarisIsi(k, {"no": no} | b.model_dump(exclude={"kode"}) | _build_isian(isian.get(k, {})))
        for no, (k, b) in enumerate(f.list_pokok(tata).items(), 1)
    ]


def _build_isian(sel: Mapping[str, SelMentah]) -> dict[str, NilaiIsi]:
    return {kolom: build_nilai(s) for kolom, s in sel.items()}


def _number_baris(tata: Tabel, isi: Sequence[Beku], kosong: dict[str, str]) -> list[BarisIsi]:
    """Locked rows with their number; what is said where there are none."""
    daftar: list[dict[str, NilaiIsi]] = [b.model_dump() for b in isi]
    kunci = list_kunci(f"{tata.kunci[0][0]}{{:02d}}", len(daftar))
    baris = [
        BarisIsi(k, {"no": no} | b) for no, (k, b) in enumerate(zip(kunci, daftar, strict=True), 1)
    ]
    return baris or [BarisIsi(tata.kunci[0], dict(kosong))]


def _list_jabatan(nama: Nama) -> list[BarisIsi]:
    pilihan = list_pilihan(nama)
    kunci = list_kunci("J{:03d}", len(pilihan))
    return [BarisIsi(k, {"pilihan": p}) for k, p in zip(kunci, pilihan, strict=True)]


def _build_butir(kunci: str, isi: Mapping[str, SelMentah]) -> NilaiIsi:
    """A part of the minutes; a date that was typed as text stands as a date again."""
    nilai = build_nilai(isi.get("isi"))
    if kunci in BUTIR_TANGGAL and isinstance(nilai, str):
        tanggal = read_tanggal(Sel(nilai, "", ""))
        return tanggal if isinstance(tanggal, dt.date) else nilai
    return nilai


def _build_bebas(formulir: FormulirRapat, tata: Tabel, mentah: Mentah) -> list[BarisIsi]:
    isi = mentah.get(tata.nama, {})
    return [
        BarisIsi(k, {"no": no} | _build_isian(isi.get(k, {})))
        for no, k in enumerate(formulir.list_baris(tata, isi), 1)
    ]


def build_mentah_awal(formulir: FormulirRapat) -> Mentah:
    """The minutes as cells of the form: of the decisions about a point one beside it, any other
    among those about none, with its kode."""
    rapat = formulir.awal
    hadir = [{"nama": nama, "jabatan": jabatan} for nama, jabatan in rapat.hadir]
    dekat: Mentah = {}
    lain: list[KeputusanRapat] = []
    for k in rapat.keputusan:
        tata = next((t for t in BERKEPUTUSAN if k.kode in formulir.list_pokok(t)), None)
        if tata is None or k.kode in dekat.get(tata.nama, {}):
            lain.append(k._replace(isi=k.render()))
        else:
            dekat.setdefault(tata.nama, {})[k.kode] = _build_putusan(k)
    return {
        **dekat,
        "rapat": {k: _build_sel({"isi": getattr(rapat, k)}) for k in RAPAT.kunci},
        "keputusan": _number(KEPUTUSAN, map(_build_putusan, lain)),
        "hadir": _number(HADIR, map(_build_sel, hadir)),
    }


def _build_putusan(k: KeputusanRapat) -> dict[str, SelMentah]:
    return _build_sel(
        {"keputusan": k.isi, "penanggung_jawab": k.penanggung_jawab, "tenggat": k.kapan}
    )


def _number(tata: Tabel, baris: Iterable[dict[str, SelMentah]]) -> dict[str, dict[str, SelMentah]]:
    return {tata.pola.format(no): b for no, b in enumerate(baris, 1)}


def _build_sel(isi: Mapping[str, str | dt.date | None]) -> dict[str, SelMentah]:
    return {
        k: SelMentah(jenis="tanggal", isi=v.isoformat())
        if isinstance(v, dt.date)
        else SelMentah(jenis="teks", isi=v)
        for k, v in isi.items()
        if v
    }
