"""When a quarterly form is wrong: the rules on the sheets Catatan, Anggaran and Data Menyusul."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from sopkinerja.baca.angka import BukanTanggal
from sopkinerja.formulir.aturan import check_angka, render_bacaan
from sopkinerja.istilah import Triwulan
from sopkinerja.laporan import teks
from sopkinerja.laporan.aturan import is_kosong
from sopkinerja.laporan.konteks import KonteksAnggaran, KonteksCatatan, KonteksMenyusul
from sopkinerja.laporan.model import FormulirLaporan
from sopkinerja.temuan import Kode, Temuan, Tingkat
from sopkinerja.tulisan import render_angka, render_rupiah, render_tanggal

PANJANG_URAIAN = 60
SERIBU = 1000


# --- Catatan


def check_tanggal_catatan(k: KonteksCatatan) -> Iterator[Temuan]:
    """An entry is dated within the triwulan, and not in the future."""
    letak, kode = k.tempat.letak("tanggal"), k.isian.kode or "tanpa kode"
    if k.tanggal is None:
        yield Temuan(Kode.CATATAN_004, letak, kode=kode, uraian=_pendek(k.isian.uraian))
        return
    if isinstance(k.tanggal, BukanTanggal):
        yield Temuan(Kode.CATATAN_001, letak, kode=kode, isi=k.tanggal.teks)
        return
    hari, tw, tahun = render_tanggal(k.tanggal), k.formulir.triwulan, k.formulir.tahun
    if not tw.awal(tahun) <= k.tanggal <= tw.akhir(tahun):
        yield Temuan(
            Kode.CATATAN_002, letak, kode=kode, tanggal=hari, triwulan=tw.romawi, tahun=tahun
        )
    elif k.tanggal > k.kini:
        yield Temuan(Kode.CATATAN_003, letak, kode=kode, tanggal=hari, kini=render_tanggal(k.kini))


def check_kode_catatan(k: KonteksCatatan) -> Iterator[Temuan]:
    """An entry belongs to an indicator of this form."""
    letak, contoh = k.tempat.letak("kode"), _contoh(k.formulir)
    uraian = _pendek(k.isian.uraian)
    if k.isian.kode:
        if k.formulir.cari(k.isian.kode) is None:
            yield Temuan(Kode.CATATAN_005, letak, kode=k.isian.kode, contoh=contoh)
    elif k.isian.volume is not None:
        volume = render_angka(k.isian.volume)
        yield Temuan(Kode.CATATAN_006, letak, uraian=uraian, volume=volume, contoh=contoh)
    else:
        yield Temuan(Kode.CATATAN_007, letak, uraian=uraian, contoh=contoh)


def check_volume_catatan(k: KonteksCatatan) -> Iterator[Temuan]:
    """A volume is a number; where realisasi is summed from it, blank is never 0."""
    kode = k.isian.kode or "tanpa kode"
    induk = k.formulir.cari(k.isian.kode)
    satuan = induk.satuan if induk else ""
    yield from check_angka(f"Volume catatan {kode}", "volume", k.volume, k.tempat, satuan)
    sel = k.tempat.sel.get("volume")
    rumus = sel is not None and sel.rumus is not None
    if k.volume is None and k.is_perlu_volume and not rumus:
        tingkat = Tingkat.GALAT if k.is_tanpa_volume else None
        uraian = _pendek(k.isian.uraian)
        letak = k.tempat.letak("volume")
        yield Temuan(Kode.CATATAN_008, letak, tingkat=tingkat, kode=kode, uraian=uraian)


def check_volume_negatif(k: KonteksCatatan) -> Iterator[Temuan]:
    """A volume below zero takes away from what other entries say."""
    if k.isian.volume is not None and k.isian.volume < 0:
        yield Temuan(
            Kode.CATATAN_011,
            k.tempat.letak("volume"),
            kode=k.isian.kode or "tanpa kode",
            uraian=_pendek(k.isian.uraian),
            volume=render_angka(k.isian.volume),
        )


def check_catatan_tunggal(k: KonteksCatatan) -> Iterator[Temuan]:
    """The same entry twice is counted twice, and that is said."""
    if k.jumlah_sama > 1 and k.isian.volume:
        yield Temuan(
            Kode.CATATAN_010,
            k.tempat.letak("volume"),
            kode=k.isian.kode or "tanpa kode",
            uraian=_pendek(k.isian.uraian),
            volume=render_angka(k.isian.volume),
            jumlah=k.jumlah_sama,
        )


def _pendek(uraian: str) -> str:
    bersih = " ".join(uraian.split()) or "tanpa uraian"
    return bersih if len(bersih) <= PANJANG_URAIAN else f"{bersih[: PANJANG_URAIAN - 1]}…"


def _contoh(formulir: FormulirLaporan) -> str:
    return formulir.baris[0].kode if formulir.baris else f"{formulir.identitas.jabatan}.01"


# --- Anggaran


def check_realisasi_anggaran(k: KonteksAnggaran) -> Iterator[Temuan]:
    """Spending of the triwulan is stated, 0 included."""
    butir = f"Realisasi anggaran {k.baris.kode}"
    yield from check_angka(butir, "realisasi_tw", k.realisasi, k.tempat, "rupiah")
    if k.realisasi is None:
        yield Temuan(Kode.ANGGARAN_003, k.tempat.letak("realisasi_tw"), kode=k.baris.kode)


def check_rupiah_bulat(k: KonteksAnggaran) -> Iterator[Temuan]:
    """Rupiah come in whole numbers."""
    if isinstance(k.realisasi, float) and not k.realisasi.is_integer():
        butir, nilai = f"Realisasi anggaran {k.baris.kode}", render_angka(k.realisasi)
        letak = k.tempat.letak("realisasi_tw")
        yield Temuan(Kode.ANGKA_007, letak, butir=butir, nilai=nilai, satuan="rupiah")


def check_pagu(k: KonteksAnggaran) -> Iterator[Temuan]:
    """Spending to date stays within the pagu."""
    if not isinstance(k.realisasi, float):
        return
    sd = (k.baris.realisasi_sd_lalu or 0.0) + k.realisasi
    if sd > k.baris.pagu:
        yield Temuan(
            Kode.ANGGARAN_001,
            k.tempat.letak("realisasi_tw"),
            kode=k.baris.kode,
            nilai=render_rupiah(sd),
            pagu=render_rupiah(k.baris.pagu),
        )


def check_anggaran_negatif(k: KonteksAnggaran) -> Iterator[Temuan]:
    """Spending isn't negative; money paid back may be, and below 0 to date it is explained."""
    if not isinstance(k.realisasi, float) or k.realisasi >= 0:
        return
    sd = (k.baris.realisasi_sd_lalu or 0.0) + k.realisasi
    yield Temuan(
        Kode.ANGGARAN_004,
        k.tempat.letak("realisasi_tw"),
        tingkat=Tingkat.GALAT if sd < 0 and is_kosong(k.isian.keterangan) else None,
        kode=k.baris.kode,
        nilai=render_rupiah(k.realisasi),
        sd=render_rupiah(sd),
    )


def check_skala_anggaran(k: KonteksAnggaran) -> Iterator[Temuan]:
    """Rupiah are written in full: a thousandth, or a thousandfold, of what was spent so far (or of
    a quarter's share of the pagu) is asked about, and so are a few hundred rupiah: what 330.000
    becomes where the dot is a decimal sign."""
    if not isinstance(k.realisasi, float) or k.realisasi <= 0:
        return
    acuan = [a for a in (k.baris.realisasi_sd_lalu, k.baris.pagu / 4) if a and a > 0]
    if any(_is_sebanding(k.realisasi, a) for a in acuan):
        return
    bacaan = (k.realisasi * kali for kali in (1000, 1_000_000, 1 / 1000))
    cocok = next((b for b in bacaan if any(_is_sebanding(b, a) for a in acuan)), None)
    if cocok is None and k.realisasi < SERIBU <= k.baris.pagu / SERIBU:
        cocok = k.realisasi * SERIBU
    if cocok is not None:
        yield Temuan(
            Kode.ANGGARAN_005,
            k.tempat.letak("realisasi_tw"),
            kode=k.baris.kode,
            nilai=_render_utuh(k.realisasi),
            bacaan=_render_utuh(cocok),
            pagu=render_rupiah(k.baris.pagu),
        )


def _is_sebanding(nilai: float, acuan: float) -> bool:
    return acuan / 3 <= nilai <= acuan * 3


def _render_utuh(nilai: float) -> str:
    """Rupiah with the fraction that was typed."""
    bulat = round(nilai, 2)
    return render_rupiah(bulat) if bulat.is_integer() else f"Rp {render_angka(bulat)}"


def check_anggaran_berhasil(k: KonteksAnggaran) -> Iterator[Temuan]:
    """Money spent without any result is remarked on."""
    if isinstance(k.realisasi, float) and k.realisasi > 0 and k.tanpa_hasil:
        yield Temuan(
            Kode.ANGGARAN_002,
            k.tempat.letak("realisasi_tw"),
            kode=k.baris.kode,
            nilai=render_rupiah(k.realisasi),
            indikator=", ".join(k.tanpa_hasil),
        )


# --- Data Menyusul


def check_kode_menyusul(k: KonteksMenyusul) -> Iterator[Temuan]:
    """A figure to follow belongs to an indicator of this form."""
    if k.formulir.cari(k.kode) is None:
        letak, contoh = k.tempat.letak("kode"), _contoh(k.formulir)
        yield Temuan(Kode.MENYUSUL_001, letak, kode=k.kode or "(kosong)", contoh=contoh)


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
        berlaku=teks.BELUM_ADA if k.lama.realisasi is None else render_angka(k.lama.realisasi),
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
            lama=render_angka(lama),
            baru=render_angka(baru),
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
        semua = ", ".join(render_angka(n) for n in sorted({nilai, *k.lain}))
        tw = k.isian.triwulan.romawi
        yield Temuan(Kode.MENYUSUL_006, letak, kode=k.kode, triwulan=tw, nilai=semua)
    kini = k.isian.triwulan is k.formulir.triwulan
    if kini and k.realisasi_laporan is not None and k.realisasi_laporan != nilai:
        yield Temuan(
            Kode.MENYUSUL_007,
            letak,
            kode=k.kode,
            nilai=render_angka(k.realisasi_laporan),
            menyusul=render_angka(nilai),
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


ATURAN_CATATAN: tuple[Callable[[KonteksCatatan], Iterator[Temuan]], ...] = (
    check_tanggal_catatan,
    check_kode_catatan,
    check_volume_catatan,
    check_volume_negatif,
    check_catatan_tunggal,
)
ATURAN_ANGGARAN: tuple[Callable[[KonteksAnggaran], Iterator[Temuan]], ...] = (
    check_realisasi_anggaran,
    check_rupiah_bulat,
    check_pagu,
    check_anggaran_negatif,
    check_skala_anggaran,
    check_anggaran_berhasil,
)
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
