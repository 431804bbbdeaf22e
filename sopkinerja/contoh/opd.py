"""The sample OPD: Disperindag Sulteng in 2026, its people and figures invented and marked so.

The data stand in `opd.txt` and `mandat.txt` beside this file, in the order an office thinks in;
here they become a Referensi.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.resources import files

from sopkinerja.istilah import (
    Aspek,
    JenisKerja,
    Kedudukan,
    Kepegawaian,
    Konsolidasi,
    Level,
    Libur,
    Polaritas,
    Rentang,
    Sebutan,
    Target,
)
from sopkinerja.konsolidasi import find_penyatuan
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import (
    BarisCapaianLalu,
    BarisDpa,
    BarisRenstra,
    Jabatan,
    Opd,
    Pegawai,
    Referensi,
    Unit,
)
from sopkinerja.skala import SKALA_BAWAAN, Skala, find_bernama

TAHUN = 2026
TAHUN_RENSTRA = range(2025, 2030)
_POLARITAS = {"N": Polaritas.NAIK, "T": Polaritas.TURUN, "R": Polaritas.RENTANG}
_KONSOLIDASI = {"J": Konsolidasi.JUMLAH, "R": Konsolidasi.RATA_RATA, "T": Konsolidasi.TERAKHIR}
"""The letters of the sample's list."""
_ASPEK = (
    dict.fromkeys(("hari", "menit", "jam"), Aspek.WAKTU)
    | dict.fromkeys(("Rp", "juta Rp", "miliar Rp"), Aspek.BIAYA)
    | dict.fromkeys(("%", "indeks", "nilai", "°C", "temuan", "aduan"), Aspek.KUALITAS)
)
"""What is measured, by satuan; else how much of something."""


@cache
def build_contoh() -> Referensi:
    """The whole sample, the same every time; it passes every check without galat."""
    bagian = _read_bagian("opd.txt")
    jabatan, mandat = _build_mandat()
    return Referensi(
        opd=Opd.model_validate(dict(bagian["opd"])),
        unit=tuple(_build_unit(*baris) for baris in bagian["unit"]),
        jabatan=jabatan,
        pegawai=tuple(_build_pegawai(bagian["pegawai"])),
        renstra=tuple(_build_renstra(baris) for baris in bagian["renstra"]),
        dpa=tuple(_build_dpa(bagian["dpa"])),
        libur=tuple(
            Libur(tanggal=dt.date.fromisoformat(t), keterangan=k) for t, k in bagian["libur"]
        ),
        mandat=mandat,
        capaian_lalu=tuple(_build_lalu(mandat, *baris) for baris in bagian["capaian_lalu"]),
    )


def _read_baris(nama: str) -> Iterator[str]:
    teks = (files("sopkinerja.contoh") / nama).read_text(encoding="utf-8")
    return (b.strip() for b in teks.splitlines() if b.strip() and not b.startswith("#"))


def _read_bagian(nama: str) -> dict[str, list[list[str]]]:
    bagian: dict[str, list[list[str]]] = {}
    for baris in _read_baris(nama):
        if baris.startswith("["):
            kini = bagian.setdefault(baris.strip("[]"), [])
        else:
            kini.append(_pecah(baris))
    return bagian


def _pecah(baris: str) -> list[str]:
    return [isi.strip() for isi in baris.split("|")]


def _build_unit(kode: str, nama: str, induk: str) -> Unit:
    return Unit(kode=kode, nama=nama, induk=None if induk == "-" else induk)


def _build_renstra(baris: list[str]) -> BarisRenstra:
    kode, sasaran, indikator, satuan, standar, *target = baris
    return BarisRenstra(
        kode=kode,
        sasaran=sasaran,
        indikator=indikator,
        satuan=satuan,
        target=dict(zip(TAHUN_RENSTRA, target, strict=True)),
        standar_nasional="" if standar == "-" else standar,
    )


def _build_lalu(
    mandat: tuple[Indikator, ...], kode: str, tahun: str, target: str, realisasi: str
) -> BarisCapaianLalu:
    i = next(i for i in mandat if i.kode == kode)
    hasil = _read_target(realisasi, i.skala)
    assert not isinstance(hasil, Rentang)
    return BarisCapaianLalu(
        kode=kode,
        tahun=int(tahun),
        satuan=i.satuan,
        target_tahun=_read_target(target, i.skala),
        realisasi_tahun_lalu=hasil,
    )


def _build_dpa(daftar: list[list[str]]) -> Iterator[BarisDpa]:
    """Programs and kegiatan carry the sum of their sub kegiatan."""
    pagu = {baris[0]: float(baris[4]) for baris in daftar if baris[4] != "-"}
    for kode, uraian, unit, penanggung_jawab, isi in daftar:
        yield BarisDpa(
            tahun=TAHUN,
            kode=kode,
            uraian=uraian,
            pagu=sum(nilai for k, nilai in pagu.items() if f"{k}.".startswith(f"{kode}.")),
            unit=unit,
            penanggung_jawab=None if penanggung_jawab == "-" else penanggung_jawab,
            sumber_dana="APBD (contoh)" if isi != "-" else "",
        )


def _build_pegawai(daftar: list[list[str]]) -> Iterator[Pegawai]:
    nomor: dict[str, int] = {}
    for jabatan, nama, kepegawaian, golongan, kedudukan, mulai, sampai, *telepon in daftar:
        urutan = nomor.setdefault(nama, len(nomor) + 1)
        jenis = Kepegawaian(kepegawaian)
        yield Pegawai(
            nip=build_nip(urutan, jenis),
            nama=nama,
            kepegawaian=jenis,
            golongan=golongan.strip("-"),
            jabatan=jabatan,
            kedudukan=Kedudukan(kedudukan),
            mulai=_read_tanggal(mulai),
            sampai=_read_tanggal(sampai),
            telepon="".join(telepon),
        )


def _read_tanggal(teks: str) -> dt.date | None:
    return None if teks == "-" else dt.date.fromisoformat(teks)


def build_nip(urutan: int, kepegawaian: Kepegawaian) -> str | None:
    """An invented NIP, valid in form: birth date, appointment, sex, and 9nn as its serial; each of
    the first 42,000 another."""
    if kepegawaian is Kepegawaian.NON_ASN:
        return None
    lahir = f"{1970 + urutan * 7 % 25}{1 + urutan * 5 % 12:02}{1 + urutan * 11 % 28:02}"
    angkat = (
        "202321"
        if kepegawaian is Kepegawaian.PPPK
        else f"{2000 + (urutan + urutan // 2100) % 20}01"
    )
    return f"{lahir}{angkat}{1 + urutan % 2}{900 + urutan % 100}"


def _build_mandat() -> tuple[tuple[Jabatan, ...], tuple[Indikator, ...]]:
    daftar_jabatan: list[Jabatan] = []
    mandat: list[Indikator] = []
    sasaran, urutan = "", 0
    for baris in _read_baris("mandat.txt"):
        if baris.startswith("@"):
            daftar_jabatan.append(_build_jabatan(baris[1:]))
            urutan = 0
        elif baris.startswith(">"):
            sasaran = baris[1:].strip()
        elif baris.startswith("="):
            arti = f"{baris[1:].strip()} (contoh)"
            mandat[-1] = mandat[-1].model_copy(update={"definisi": arti})
        else:
            urutan += 1
            mandat.append(_build_indikator(baris, daftar_jabatan[-1], sasaran, urutan))
    return tuple(daftar_jabatan), tuple(mandat)


def _build_jabatan(baris: str) -> Jabatan:
    kode, nama, level, unit, atasan, tusi = _pecah(baris)
    return Jabatan(
        kode=kode,
        nama=nama,
        level=Level(level),
        unit=unit,
        atasan=None if atasan == "-" else atasan,
        tusi=f"{tusi} (contoh)",
    )


def _build_indikator(baris: str, jabatan: Jabatan, sasaran: str, urutan: int) -> Indikator:
    indikator, satuan, jenis, target, induk, teks_pilihan = _pecah(baris)
    pilihan = {k: v for k, _, v in (p.partition("=") for p in teks_pilihan.split())}
    konsolidasi = _KONSOLIDASI[jenis[1]]
    skala = find_bernama(satuan, SKALA_BAWAAN)
    i, ii, iii, iv = (_read_target(t, skala) for t in target.split("/"))
    return Indikator(
        tahun=TAHUN,
        jabatan=jabatan.kode,
        kode=f"{jabatan.kode}.{urutan:02}",
        sasaran=sasaran,
        indikator=indikator,
        satuan=satuan,
        polaritas=_POLARITAS[jenis[0]],
        konsolidasi=konsolidasi,
        bobot=_read_angka(pilihan, "b"),
        target_tahun=_build_target_tahun(konsolidasi, (i, ii, iii, iv)),
        target_tw=(i, ii, iii, iv),
        induk=None if induk == "-" else f"{jabatan.atasan}.{induk}",
        induk_lain=(f"{jabatan.atasan}.{pilihan['dukung']}",) if "dukung" in pilihan else (),
        renstra=pilihan.get("r"),
        sub_kegiatan=pilihan.get("s"),
        realisasi_tahun_lalu=_read_target(pilihan.get("lalu", "-"), skala),
        nilai_terburuk=_read_angka(pilihan, "buruk"),
        data_menyusul="susul" in pilihan,
        aspek=_ASPEK.get(satuan, Aspek.KUANTITAS),
        jenis=JenisKerja.TAMBAHAN if "tambahan" in pilihan else JenisKerja.UTAMA,
        sumber_data=f"{pilihan.get('data', 'Catatan unit kerja')} (angka contoh)",
        skala=skala,
    )


def _read_angka(pilihan: dict[str, str], nama: str) -> float | None:
    return float(pilihan[nama]) if nama in pilihan else None


def _read_target(teks: str, skala: Skala | None = None) -> Target:
    if teks == "-":
        return None
    if skala is not None:
        return skala.find_sebutan(teks)
    bawah, tanda, atas = teks.partition("~")
    return Rentang(bawah=float(bawah), atas=float(atas)) if tanda else float(bawah)


def _build_target_tahun(konsolidasi: Konsolidasi, target: tuple[Target, ...]) -> Target:
    """The annual target that fits the quarters; a mean of bands is the band of the means."""
    ada = [t for t in target if t is not None]
    if isinstance(ada[-1], Sebutan):
        return ada[-1]
    band = [t for t in ada if isinstance(t, Rentang)]
    if band:
        return Rentang(
            bawah=_gabung(konsolidasi, [b.bawah for b in band]),
            atas=_gabung(konsolidasi, [b.atas for b in band]),
        )
    return _gabung(konsolidasi, [t for t in ada if isinstance(t, float)])


def _gabung(konsolidasi: Konsolidasi, nilai: list[float]) -> float:
    angka = [Decimal(repr(n)) for n in nilai]
    return float(find_penyatuan(konsolidasi).gabung(angka, sum(angka, Decimal(0))))
