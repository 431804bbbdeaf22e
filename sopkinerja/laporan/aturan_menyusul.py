"""When a quarterly form is wrong: the rules on the sheet Data Menyusul."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from sopkinerja.baca.tanggal import BukanTanggal
from sopkinerja.formulir.aturan import check_angka, render_bacaan
from sopkinerja.istilah import Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.laporan import teks
from sopkinerja.laporan.konteks import KonteksMenyusul, build_contoh_kode, build_dekat
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import render_tanggal, render_target


def check_kode_menyusul(k: KonteksMenyusul) -> Iterator[Temuan]:
    """A figure to follow belongs to an indicator of this form."""
    if k.formulir.cari(k.kode) is None:
        letak, contoh = k.tempat.letak("kode"), build_contoh_kode(k.formulir)
        dekat = build_dekat(k.formulir, k.kode)
        kode = k.kode or "(kosong)"
        yield Temuan(Kode.MENYUSUL_001, letak, kode=kode, contoh=contoh, dugaan=dekat)


def check_triwulan_menyusul(k: KonteksMenyusul) -> Iterator[Temuan]:
    """It names this triwulan or an earlier one."""
    if k.isian is None:
        yield Temuan(
            Kode.MENYUSUL_002,
            k.tempat.letak("triwulan"),
            kode=k.kode,
            isi=k.triwulan,
            triwulan=k.formulir.triwulan.romawi,
        )


def check_sumber_menyusul(k: KonteksMenyusul) -> Iterator[Temuan]:
    """It names who will publish the figure, and when, until it has come."""
    if k.realisasi is not None:
        return
    if k.isian is not None and not k.isian.sumber.strip():
        yield Temuan(Kode.MENYUSUL_003, k.tempat.letak("sumber"), kode=k.kode)
    sebab = _sebab_perkiraan(k.perkiraan, k.kini)
    if sebab:
        yield Temuan(Kode.MENYUSUL_004, k.tempat.letak("perkiraan"), kode=k.kode, isi=sebab)


def _sebab_perkiraan(perkiraan: dt.date | BukanTanggal | None, kini: dt.date) -> str:
    if perkiraan is None:
        return teks.PERKIRAAN_KOSONG
    if isinstance(perkiraan, BukanTanggal):
        return teks.PERKIRAAN_BUKAN_TANGGAL.format(isi=perkiraan.teks)
    if perkiraan < kini:
        return teks.PERKIRAAN_LEWAT.format(tanggal=render_tanggal(perkiraan))
    return ""


def check_realisasi_menyusul(k: KonteksMenyusul) -> Iterator[Temuan]:
    """The figure, once it has come, is a number."""
    yield from check_angka(f"Realisasi menyusul {k.kode}", "realisasi", k.realisasi, k.tempat)


def check_menyusul_diumumkan(k: KonteksMenyusul) -> Iterator[Temuan]:
    """A figure of an earlier triwulan was announced, or marked provisional, before it comes."""
    if k.lama is None or k.isian is None or k.lama.terbuka:
        return
    if k.realisasi is None:
        tw = k.isian.triwulan.romawi
        yield Temuan(Kode.MENYUSUL_009, k.tempat.letak("triwulan"), kode=k.kode, triwulan=tw)
        return
    yield Temuan(
        Kode.MENYUSUL_008,
        k.tempat.letak("realisasi"),
        kode=k.kode,
        triwulan=k.isian.triwulan.romawi,
        nilai=render_bacaan(k.realisasi),
        berlaku=teks.BELUM_ADA if k.lama.realisasi is None else render_target(k.lama.realisasi),
        cara=_sebut_cara(k, k.isian.triwulan),
    )


def _sebut_cara(k: KonteksMenyusul, triwulan: Triwulan) -> str:
    """How a figure of that triwulan is changed: it depends on whether it is closed, and reported."""
    terbuka = teks.CARA_KEMBALIKAN if k.lapor else teks.CARA_KIRIM
    cara = teks.CARA_BUKA if k.tutup else terbuka
    jabatan = k.formulir.identitas.jabatan
    return cara.format(triwulan=triwulan.romawi, nomor=triwulan.value, jabatan=jabatan)


def check_menyusul_mengganti(k: KonteksMenyusul) -> Iterator[Temuan]:
    """A figure that replaces one that wasn't provisional is remarked on."""
    if k.lama is None or k.isian is None or not k.lama.terbuka or k.lama.sementara:
        return
    lama, baru = k.lama.realisasi, k.isian.realisasi
    if lama is not None and baru is not None and lama != baru:
        yield Temuan(
            Kode.MENYUSUL_010,
            k.tempat.letak("realisasi"),
            kode=k.kode,
            triwulan=k.isian.triwulan.romawi,
            lama=render_target(lama),
            baru=render_target(baru),
        )


def check_sementara(k: KonteksMenyusul) -> Iterator[Temuan]:
    """Whether a figure is provisional is said with ya or tidak."""
    if k.sementara.strip() and read_ya_tidak(k.sementara) is None:
        letak = k.tempat.letak("sementara")
        yield Temuan(Kode.MENYUSUL_005, letak, kode=k.kode, isi=k.sementara.strip())


def check_menyusul_tunggal(k: KonteksMenyusul) -> Iterator[Temuan]:
    """One indicator and triwulan has one figure, here and on the sheet Laporan."""
    if k.isian is None or k.isian.realisasi is None:
        return
    nilai, letak = k.isian.realisasi, k.tempat.letak("realisasi")
    if k.lain:
        semua = ", ".join(sorted({render_target(n) for n in (nilai, *k.lain)}))
        tw = k.isian.triwulan.romawi
        yield Temuan(Kode.MENYUSUL_006, letak, kode=k.kode, triwulan=tw, nilai=semua)
    kini = k.isian.triwulan is k.formulir.triwulan
    if kini and k.realisasi_laporan is not None and k.realisasi_laporan != nilai:
        yield Temuan(
            Kode.MENYUSUL_007,
            letak,
            kode=k.kode,
            nilai=render_target(k.realisasi_laporan),
            menyusul=render_target(nilai),
        )


def read_ya_tidak(teks: str) -> bool | None:
    """True for ya, False for tidak or nothing, None for anything else."""
    kata = teks.strip().casefold()
    if kata in ("ya", "y", "true", "benar", "sementara"):
        return True
    return False if kata in ("", "tidak", "t", "tdk", "false", "salah") else None


def read_triwulan(teks: str) -> Triwulan | None:
    """`I`, `TW I` or `1` as a triwulan; None for anything else."""
    kata = teks.strip().upper().removeprefix("TRIWULAN").removeprefix("TW").strip()
    nama = {t.romawi: t for t in Triwulan} | {str(t.value): t for t in Triwulan}
    return nama.get(kata)


ATURAN_MENYUSUL: tuple[Callable[[KonteksMenyusul], Iterator[Temuan]], ...] = (
    check_kode_menyusul,
    check_triwulan_menyusul,
    check_sumber_menyusul,
    check_realisasi_menyusul,
    check_menyusul_diumumkan,
    check_menyusul_mengganti,
    check_sementara,
    check_menyusul_tunggal,
)
