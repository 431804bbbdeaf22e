"""When the people of the referensi workbook are wrong: NIP, employment, who holds which chair."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from string import ascii_uppercase

from sopkinerja.istilah import Kedudukan, Kepegawaian
from sopkinerja.katalog import Kode
from sopkinerja.opd.baris import BarisReferensi
from sopkinerja.opd.draf import Draf
from sopkinerja.opd.model import Pegawai
from sopkinerja.opd.pejabat import PANGKAT
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import render_tanggal


def check_nip(draf: Draf) -> Iterator[Temuan]:
    """A NIP is text of 18 digits; one that became a number has lost some of them."""
    for baris in draf.pegawai:
        nip, sel = baris.isi.nip, baris.sel.get("nip")
        if nip is None or sel is None:
            continue
        nama, letak = baris.isi.nama or "(tanpa nama)", baris.letak("nip")
        if isinstance(sel.nilai, float):
            yield Temuan(Kode.REFERENSI_010, letak, nama=nama, nilai=nip)
        elif not (nip.isascii() and nip.isdigit()):
            sebab = "memuat tanda selain angka"
            yield Temuan(Kode.REFERENSI_011, letak, nama=nama, nilai=nip, sebab=sebab)
        elif len(nip) != 18:
            sebab = f"berisi {len(nip)} angka, seharusnya 18"
            yield Temuan(Kode.REFERENSI_011, letak, nama=nama, nilai=nip, sebab=sebab)


def check_nip_satu_nama(draf: Draf) -> Iterator[Temuan]:
    """One NIP belongs to one person."""
    pemilik: dict[str, BarisReferensi[Pegawai]] = {}
    for baris in draf.pegawai:
        nip = baris.isi.nip
        if nip is None or isinstance(baris.sel["nip"].nilai, float):
            continue
        lain = pemilik.setdefault(nip, baris)
        if lain.isi.nama.casefold() != baris.isi.nama.casefold():
            yield Temuan(
                Kode.REFERENSI_025,
                baris.letak("nip"),
                nip=nip,
                nama=baris.isi.nama,
                lain=lain.isi.nama,
                pertama=lain.letak("nip").sel,
            )


def check_kepegawaian(draf: Draf) -> Iterator[Temuan]:
    """NIP, golongan and kind of employment fit each other."""
    for baris in draf.pegawai:
        if baris.cacat & {"nip", "kepegawaian", "golongan"}:
            continue
        for kunci, sebab in _find_janggal(baris.isi):
            letak = baris.letak(kunci)
            yield Temuan(Kode.REFERENSI_026, letak, nama=baris.isi.nama, sebab=sebab)


def _find_janggal(pegawai: Pegawai) -> Iterator[tuple[str, str]]:
    jenis, nip = pegawai.kepegawaian, pegawai.nip
    if jenis is Kepegawaian.NON_ASN and nip:
        yield "nip", "Non-ASN tetapi mempunyai NIP"
    if jenis is not Kepegawaian.NON_ASN and not nip:
        yield "nip", f"{jenis.value} tetapi NIP-nya kosong"
    if jenis is Kepegawaian.PNS and pegawai.golongan and pegawai.golongan not in PANGKAT:
        yield "golongan", f"golongan “{pegawai.golongan}” tidak ada dalam daftar (I/a–IV/e)"
    if nip and len(nip) == 18 and nip.isdigit() and not _is_lahir_wajar(nip):
        yield "nip", "delapan angka pertama NIP bukan tanggal lahir yang wajar"


def _is_lahir_wajar(nip: str) -> bool:
    try:
        return 1930 <= dt.datetime.strptime(nip[:8], "%Y%m%d").year <= 2015
    except ValueError:
        return False


def check_satu_pemangku(draf: Draf) -> Iterator[Temuan]:
    """A chair has one holder at a time; the message proposes the chairs to add."""
    dipakai = {b.isi.kode for b in draf.jabatan}
    for kode, daftar in _kelompokkan(draf).items():
        for kedudukan in Kedudukan:
            orang = [b for b in daftar if b.isi.kedudukan is kedudukan]
            ganda = _find_serentak(orang)
            if len(ganda) < 2:
                continue
            usul = _build_usul(kode, ganda[1:], dipakai)
            lama, baru = sorted(ganda, key=lambda b: b.isi.mulai or dt.date.min)[:2]
            daftar_nama = ", ".join(b.isi.nama for b in ganda)
            for baris in ganda[1:]:
                yield Temuan(
                    Kode.REFERENSI_012,
                    baris.letak("jabatan"),
                    kode=kode,
                    jumlah=len(ganda),
                    daftar=daftar_nama,
                    usul=usul,
                    lama=lama.isi.nama,
                    baru=baru.isi.nama,
                    ganti=_build_ganti(lama, baru),
                )


def _build_ganti(lama: BarisReferensi[Pegawai], baru: BarisReferensi[Pegawai]) -> str:
    """What is typed where once the one has taken the other's place."""
    akhir, awal = _sebut_sel(lama, "sampai"), _sebut_sel(baru, "mulai")
    mulai = baru.isi.mulai
    if mulai is None or mulai == lama.isi.mulai:
        return (
            f"isi Mulai {baru.isi.nama} ({awal}), dan Sampai {lama.isi.nama} ({akhir}) dengan "
            "sehari sebelumnya"
        )
    sampai = render_tanggal(mulai - dt.timedelta(days=1))
    return f"isi Sampai {lama.isi.nama} ({akhir}) dengan {sampai}"


def _sebut_sel(baris: BarisReferensi[Pegawai], kunci: str) -> str:
    sel = baris.sel.get(kunci)
    return f"{sel.lembar}!{sel.alamat}" if sel else f"kolom {kunci.capitalize()}"


def _kelompokkan(draf: Draf) -> dict[str, list[BarisReferensi[Pegawai]]]:
    kelompok: dict[str, list[BarisReferensi[Pegawai]]] = defaultdict(list)
    for baris in draf.pegawai:
        if baris.isi.jabatan and not {"mulai", "sampai", "kedudukan"} & baris.cacat:
            kelompok[baris.isi.jabatan].append(baris)
    return kelompok


def _find_serentak(daftar: list[BarisReferensi[Pegawai]]) -> list[BarisReferensi[Pegawai]]:
    kena: dict[int, BarisReferensi[Pegawai]] = {}
    for (i, a), (j, b) in combinations(enumerate(daftar), 2):
        if _is_bersamaan(a.isi, b.isi) and (a.isi.nip, a.isi.nama) != (b.isi.nip, b.isi.nama):
            kena |= {i: a, j: b}
    return [kena[n] for n in sorted(kena)]


def _is_bersamaan(a: Pegawai, b: Pegawai) -> bool:
    awal = max(a.mulai or dt.date.min, b.mulai or dt.date.min)
    akhir = min(a.sampai or dt.date.max, b.sampai or dt.date.max)
    return awal <= akhir


def _build_usul(kode: str, daftar: list[BarisReferensi[Pegawai]], dipakai: set[str]) -> str:
    """`baris PLN-04B untuk X dan PLN-04C untuk Y`: the first holder keeps the kode."""
    bebas = (f"{kode[:23]}{h}" for h in ascii_uppercase[1:] if f"{kode[:23]}{h}" not in dipakai)
    usul = [f"{k} untuk {b.isi.nama}" for k, b in zip(bebas, daftar, strict=False)]
    return "baris " + " dan ".join(usul) + f" (selebihnya sama dengan {kode})"


def check_definitif_dan_pelaksana(draf: Draf) -> Iterator[Temuan]:
    """A definitif beside a Plt. or Plh. on the same days is worth a look."""
    for kode, daftar in _kelompokkan(draf).items():
        for a, b in combinations(sorted(daftar, key=_urutan_kedudukan), 2):
            if a.isi.kedudukan is not Kedudukan.DEFINITIF or b.isi.kedudukan is a.isi.kedudukan:
                continue
            if _is_bersamaan(a.isi, b.isi):
                yield Temuan(
                    Kode.REFERENSI_013,
                    b.letak("kedudukan"),
                    kode=kode,
                    definitif=a.isi.nama,
                    kedudukan=b.isi.kedudukan.value,
                    pelaksana=b.isi.nama,
                )


def _urutan_kedudukan(baris: BarisReferensi[Pegawai]) -> int:
    return list(Kedudukan).index(baris.isi.kedudukan)


ATURAN_PEGAWAI = (
    check_nip,
    check_nip_satu_nama,
    check_kepegawaian,
    check_satu_pemangku,
    check_definitif_dan_pelaksana,
)
