"""The whole referensi workbook as values, faults and all: what the rules look at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeVar

from sopkinerja.baca.sel import Sel
from sopkinerja.istilah import (
    JenisKerja,
    Kedudukan,
    Kepegawaian,
    Konsolidasi,
    Level,
    Libur,
    Polaritas,
)
from sopkinerja.katalog import Kode
from sopkinerja.opd.baca import (
    BARIS_CARI_JUDUL,
    Grid,
    Isi,
    baca_judul,
    find_lembar,
    read_judul,
)
from sopkinerja.opd.baris import BarisReferensi, read_baris, read_teks_sel
from sopkinerja.opd.judul import build_inti_judul
from sopkinerja.opd.kata import KATA_TETAP, Kata
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import (
    BarisCapaianLalu,
    BarisDpa,
    BarisRenstra,
    BarisSkala,
    Jabatan,
    Opd,
    Pegawai,
    Referensi,
    Unit,
)
from sopkinerja.opd.skala import build_skala
from sopkinerja.opd.tata import (
    CAPAIAN_LALU,
    DPA,
    JABATAN,
    LIBUR,
    MANDAT,
    OPD,
    PEGAWAI,
    REALISASI_DPA,
    RENSTRA,
    SKALA,
    UNIT,
    JenisIsi,
    KolomReferensi,
    KunciOpd,
    LembarReferensi,
)
from sopkinerja.satuan import KamusSatuan, read_satuan
from sopkinerja.skala import Skala
from sopkinerja.temuan import Letak, Temuan

T = TypeVar("T")

KOLOM_OPD = (
    KolomReferensi("Kunci", "kunci", wajib=True),
    KolomReferensi("Nilai", "nilai", wajib=True),
)
_JENIS_OPD = {"tahun": JenisIsi.BULAT, "tanggal_sop": JenisIsi.TANGGAL}
MASA_RENSTRA = 5
"""A Renstra has that many year columns."""
_KALENDER = re.compile(r"20\d\d")
_JUDUL_TAHUN = re.compile(r"(?:target )?(?:tahun )?(20\d\d)")


@dataclass(frozen=True)
class Draf:
    """Every sheet's rows; `ada` names the sheets that were found."""

    opd: BarisReferensi[Opd]
    unit: tuple[BarisReferensi[Unit], ...]
    jabatan: tuple[BarisReferensi[Jabatan], ...]
    pegawai: tuple[BarisReferensi[Pegawai], ...]
    renstra: tuple[BarisReferensi[BarisRenstra], ...]
    dpa: tuple[BarisReferensi[BarisDpa], ...]
    libur: tuple[BarisReferensi[Libur], ...]
    skala: tuple[BarisReferensi[BarisSkala], ...]
    mandat: tuple[BarisReferensi[Indikator], ...]
    capaian_lalu: tuple[BarisReferensi[BarisCapaianLalu], ...]
    ada: frozenset[str]
    tersembunyi: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """The numbers of the hidden rows of each sheet."""

    def iter_baris(self) -> Iterator[BarisReferensi[Any]]:
        """Every row of every sheet that holds rows."""
        semua = (
            self.unit, self.jabatan, self.pegawai, self.renstra, self.dpa, self.libur, self.skala,
            self.mandat, self.capaian_lalu,
        )  # fmt: skip
        return chain.from_iterable(semua)

    def build_referensi(self) -> Referensi:
        """The values alone."""
        return Referensi(
            opd=self.opd.isi,
            unit=tuple(b.isi for b in self.unit),
            jabatan=tuple(b.isi for b in self.jabatan),
            pegawai=tuple(b.isi for b in self.pegawai),
            renstra=tuple(b.isi for b in self.renstra),
            dpa=tuple(b.isi for b in self.dpa),
            libur=tuple(b.isi for b in self.libur),
            skala=build_skala(b.isi for b in self.skala if not b.cacat),
            mandat=tuple(b.isi for b in self.mandat),
            capaian_lalu=tuple(b.isi for b in self.capaian_lalu),
        )


def build_draf(
    grid: Mapping[str, Grid], kata: Kata, kamus: KamusSatuan
) -> tuple[Draf, list[Temuan]]:
    """The draft and every fault of reading: sheets, columns, cells; `kata` are the words that are
    understood beside those of the lists, `kamus` is how the office spells its satuan."""
    temuan: list[Temuan] = []
    ada: set[str] = set()
    opd = _read_opd(grid, temuan, kamus)

    def read(
        lembar: LembarReferensi,
        build: Callable[[dict[str, Any]], T],
        daftar_skala: Sequence[Skala] = (),
    ) -> tuple[BarisReferensi[T], ...]:
        kolom = (*lembar.kolom, *find_kolom_tambahan(lembar, grid))
        isi, kurang = read_judul(lembar.nama, kolom, grid, [k.kunci for k in REALISASI_DPA])
        temuan.extend(kurang)
        if isi is None:
            return ()
        ada.add(lembar.nama)
        if lembar is RENSTRA:
            temuan.extend(_check_tahun(isi, kolom))
        kosong = {k.kunci: None for k in kolom}
        baris = read_baris(isi, kolom, temuan, kata, kamus, daftar_skala)
        return tuple(
            BarisReferensi(build(_isi_kosong(kosong | b.isi)), b.sel, b.cacat) for b in baris
        )

    skala = read(SKALA, _build_baris_skala) if find_lembar(SKALA.nama, grid) else ()
    dikenal = build_skala(b.isi for b in skala if not b.cacat)
    draf = Draf(
        opd=opd,
        unit=read(UNIT, Unit.model_validate),
        jabatan=read(JABATAN, _build_jabatan),
        pegawai=read(PEGAWAI, _build_pegawai),
        renstra=read(RENSTRA, _build_renstra),
        dpa=read(DPA, _build_dpa),
        libur=read(LIBUR, _build_libur),
        skala=skala,
        mandat=read(MANDAT, _build_indikator, dikenal),
        capaian_lalu=read(CAPAIAN_LALU, _build_capaian_lalu, dikenal)
        if find_lembar(CAPAIAN_LALU.nama, grid)
        else (),
        ada=frozenset(ada),
    )
    return draf, temuan


def find_kolom_tambahan(
    lembar: LembarReferensi, grid: Mapping[str, Grid]
) -> tuple[KolomReferensi, ...]:
    """The columns that depend on the workbook: the year columns of the Renstra stand in its own heading row."""
    if lembar is DPA:
        return REALISASI_DPA
    if lembar is not RENSTRA:
        return ()
    tahun = {
        cocok[1]
        for baris in grid.get(find_lembar(lembar.nama, grid) or "", [])[:BARIS_CARI_JUDUL]
        for sel in baris
        if (cocok := _JUDUL_TAHUN.fullmatch(build_inti_judul(baca_judul(sel))))
    }
    return tuple(KolomReferensi(t, t) for t in sorted(tahun))


def _check_tahun(isi: Isi, kolom: Iterable[KolomReferensi]) -> Iterator[Temuan]:
    """A year column of the Renstra that lost its heading, or names its year in other words."""
    tahun = {k.kunci for k in kolom}
    if len(tahun) >= len(RENSTRA.kolom) + MASA_RENSTRA:
        return
    for sel in isi.lain:
        cocok = _KALENDER.search(baca_judul(sel))
        if cocok and cocok[0] not in tahun:
            dugaan = f" Mungkin yang berjudul “{sel.nilai}”?"
            yield Temuan(
                Kode.REFERENSI_002, sel.letak, lembar=isi.lembar, kolom=cocok[0], dugaan=dugaan
            )
    if isi.tanpa_judul:
        letak = next(iter(isi.judul.values())).letak if isi.judul else Letak(isi.lembar)
        dugaan = f" Kolom {isi.tanpa_judul} berisi data, tetapi tidak berjudul."
        yield Temuan(
            Kode.REFERENSI_002, letak, lembar=isi.lembar, kolom="tahun target", dugaan=dugaan
        )


def _isi_kosong(data: dict[str, Any]) -> dict[str, Any]:
    """Blanks stay None where the model allows it, else an empty text."""
    boleh = {"induk", "atasan", "mulai", "sampai", "nip", "penanggung_jawab", "bobot", "renstra"}
    boleh |= {"target_tahun", "sub_kegiatan", "realisasi_tahun_lalu", "nilai_terburuk", "aspek"}
    boleh |= {"nilai", "batas", "skala"}
    return {
        k: "" if v is None and k not in boleh and not k.startswith(("tw_", "realisasi_")) else v
        for k, v in data.items()
    } | {k: data.get(k) or "" for k in ("kode", "nama") if k in data}


def _build_baris_skala(data: dict[str, Any]) -> BarisSkala:
    return BarisSkala.model_validate(data | {"skala": data.get("skala") or ""})


def _build_capaian_lalu(data: dict[str, Any]) -> BarisCapaianLalu:
    isi = {k.kunci: data.get(k.kunci) for k in CAPAIAN_LALU.kolom}
    satuan = read_satuan(data.get("satuan"))
    return BarisCapaianLalu.model_validate(isi | {"tahun": isi["tahun"] or 0, "satuan": satuan})


def _build_jabatan(data: dict[str, Any]) -> Jabatan:
    return Jabatan.model_validate(data | {"level": data.get("level") or Level.JFU})


def _build_pegawai(data: dict[str, Any]) -> Pegawai:
    return Pegawai.model_validate(
        data
        | {
            "nip": re.sub(r"[\s.]", "", data.get("nip") or "") or None,
            "kepegawaian": data.get("kepegawaian") or Kepegawaian.PNS,
            "kedudukan": data.get("kedudukan") or Kedudukan.DEFINITIF,
            "golongan": _rapikan_golongan(data.get("golongan") or ""),
        }
    )


def _rapikan_golongan(teks: str) -> str:
    """`iii d`, `III.d` and `III/D` as `III/d`; other texts as they are."""
    cocok = re.fullmatch(r"(I|II|III|IV)\s*[/. -]?\s*([a-e])", teks.strip(), re.IGNORECASE)
    return f"{cocok[1].upper()}/{cocok[2].lower()}" if cocok else teks.strip("- ")


def _build_renstra(data: dict[str, Any]) -> BarisRenstra:
    target = {int(k): str(v) for k, v in data.items() if _KALENDER.fullmatch(k) and v}
    return BarisRenstra.model_validate(data | {"target": target})


def _build_dpa(data: dict[str, Any]) -> BarisDpa:
    realisasi = tuple(data.get(k.kunci) for k in REALISASI_DPA)
    tambahan = {"realisasi_tw": realisasi, "tahun": data.get("tahun") or 0}
    return BarisDpa.model_validate(data | tambahan | {"pagu": data.get("pagu") or 0.0})


def _build_libur(data: dict[str, Any]) -> Libur:
    return Libur.model_validate(data | {"tanggal": data.get("tanggal") or "1900-01-01"})


def _build_indikator(data: dict[str, Any]) -> Indikator:
    return Indikator.model_validate(
        data
        | {
            "tahun": data.get("tahun") or 0,
            "satuan": read_satuan(data.get("satuan")),
            "polaritas": data.get("polaritas") or Polaritas.NAIK,
            "konsolidasi": data.get("konsolidasi") or Konsolidasi.JUMLAH,
            "target_tw": tuple(data.get(f"tw_{n}") for n in range(4)),
            "data_menyusul": bool(data.get("data_menyusul")),
            "jenis": data.get("jenis") or JenisKerja.UTAMA,
        }
    )


def _read_opd(
    grid: Mapping[str, Grid], temuan: list[Temuan], kamus: KamusSatuan
) -> BarisReferensi[Opd]:
    isi, kurang = read_judul("OPD", KOLOM_OPD, grid)
    temuan.extend(kurang)
    lengkap = isi is not None and not kurang
    sel = find_nilai_opd(isi) if isi and lengkap else {}
    kolom = [KolomReferensi(k.kunci, k.kunci, _JENIS_OPD.get(k.kunci, JenisIsi.TEKS)) for k in OPD]
    dasar: Mapping[str, Sel] = sel or {"": Sel(None, "OPD", "")}
    baris = read_baris(Isi("OPD", tuple(sel), {}, (sel,)), kolom, temuan, KATA_TETAP, kamus)[0]
    for k in OPD:
        if lengkap and k.wajib and not baris.isi.get(k.kunci) and k.kunci not in baris.cacat:
            temuan.append(_build_kurang(k, sel))
    data = {k: v for k, v in baris.isi.items() if v is not None}
    wajib = {"tahun": 0, "nama": "", "singkatan": "", "pemda": ""}
    return BarisReferensi(Opd.model_validate(wajib | data), dasar, baris.cacat)


def find_nilai_opd(isi: Isi) -> dict[str, Sel]:
    """Cells of the column Nilai by key; a key with spaces for underscores is understood."""
    return {
        baca_judul(b["kunci"]).replace(" ", "_"): b["nilai"]
        for b in isi.baris
        if read_teks_sel(b["kunci"])
    }


def _build_kurang(kunci: KunciOpd, sel: Mapping[str, Sel]) -> Temuan:
    letak = sel[kunci.kunci].letak if kunci.kunci in sel else Letak("OPD")
    return Temuan(
        Kode.REFERENSI_018,
        letak,
        kunci=kunci.kunci,
        bantuan=kunci.bantuan,
        contoh=kunci.contoh,
    )
