"""When a quarterly form is wrong: the rules on the sheet Laporan, one sentence each.

ATURAN_SOAL judges whether the number can be read at all; ATURAN_LAPORAN what it says. The second
run only on a number that is beyond question, so that one doubt raises one temuan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from sopkinerja.baca.angka import BukanAngka
from sopkinerja.baca.sel import Sel
from sopkinerja.formulir.aturan import check_spasi, check_terbaca, render_bacaan
from sopkinerja.formulir.baris import Bacaan
from sopkinerja.istilah import Sebutan, Target, get_batas
from sopkinerja.katalog import Kode
from sopkinerja.konsolidasi import BERPOSISI, MENJUMLAH
from sopkinerja.laporan.aturan_seri import check_seri_tanggal
from sopkinerja.laporan.aturan_teks import (
    check_bukti_dukung,
    check_hambatan_dijelaskan,
    check_teks_utuh,
)
from sopkinerja.laporan.aturan_tenggat import check_tenggat
from sopkinerja.laporan.capaian import is_di_bawah_target, is_due, round_persen
from sopkinerja.laporan.konteks import KonteksIndikator
from sopkinerja.laporan.nihil import is_kosong
from sopkinerja.polaritas import find_sifat
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import render_angka, render_persen, render_target, render_terbilang

PANJANG_RUMUS = 60
HITUNGAN_KECIL = 10
"""Counts below it are the same twice by chance."""


# --- can the number be read


def check_realisasi_terbaca(k: KonteksIndikator) -> Iterator[Temuan]:
    """Realisasi is a number; a formula of one's own that shows an error isn't asked about."""
    if k.realisasi.asal in ("ketik", "rumus_kami") or _is_galat(k.realisasi.bacaan):
        butir = f"Realisasi {k.baris.kode}"
        yield from check_terbaca(
            butir, k.realisasi.bacaan, k.tempat.letak("realisasi"), k.baris.satuan
        )


def check_rumus(k: KonteksIndikator) -> Iterator[Temuan]:
    """A formula that is not the form's own, or has lost its Catatan, is asked about."""
    kode = {"rumus_asing": Kode.ANGKA_009, "rumus_tanpa_catatan": Kode.ANGKA_010}.get(
        k.realisasi.asal
    )
    if kode is None and k.is_pernah_ditanya(
        Kode.ANGKA_009.name, Kode.ANGKA_010.name, Kode.ANGKA_012.name
    ):
        kode = Kode.ANGKA_012
    if kode is Kode.ANGKA_010 and k.realisasi.bacaan is None:
        return  # a blank is reported as one
    if _is_galat(k.realisasi.bacaan):
        return  # so is an error
    if kode is not None:
        nilai, letak = render_bacaan(k.realisasi.bacaan), k.tempat.letak("realisasi")
        rumus = _render_rumus(k.tempat.sel.get("realisasi"))
        yield Temuan(kode, letak, kode=k.baris.kode, nilai=nilai, rumus=rumus)


def _is_galat(bacaan: Bacaan) -> bool:
    return isinstance(bacaan, BukanAngka) and bacaan.sebab == "galat"


def _render_rumus(sel: Sel | None) -> str:
    """A formula as its cell shows it, its middle left out where it is long."""
    rumus = "=" + (sel.rumus if sel and sel.rumus else "").removeprefix("=")
    if len(rumus) <= PANJANG_RUMUS:
        return rumus
    return f"{rumus[: PANJANG_RUMUS // 2]} … {rumus[-PANJANG_RUMUS // 2 :]}"


def check_skala_persen(k: KonteksIndikator) -> Iterator[Temuan]:
    """A percentage is written in the scale of its target: 85, not 0,85."""
    nilai, batas = k.realisasi.angka, _batas_target(k.baris.target_tw)
    if nilai is None or batas is None or k.realisasi.persen:
        return
    if k.pengaturan.satuan.is_persen(k.baris.satuan) and 0 < abs(nilai) <= 1 < batas[0]:
        yield Temuan(
            Kode.ANGKA_008,
            k.tempat.letak("realisasi"),
            kode=k.baris.kode,
            nilai=render_angka(nilai),
            kali=render_angka(_kali(nilai, 100)),
            nilai_kata=render_terbilang(nilai),
            kali_kata=render_terbilang(_kali(nilai, 100)),
            target=render_target(k.baris.target_tw),
        )


def check_persen_satuan(k: KonteksIndikator) -> Iterator[Temuan]:
    """A per cent sign belongs to a satuan of per cent."""
    nilai = k.realisasi.angka
    if (
        nilai is not None
        and k.realisasi.persen
        and not k.pengaturan.satuan.is_persen(k.baris.satuan)
    ):
        yield Temuan(
            Kode.ANGKA_015,
            k.tempat.letak("realisasi"),
            kode=k.baris.kode,
            nilai=render_angka(nilai),
            satuan=k.baris.satuan or "–",
            pecahan=render_angka(_kali(nilai, 1) / 100),
            nilai_kata=render_terbilang(nilai),
            pecahan_kata=render_terbilang(_kali(nilai, 1) / 100),
        )


def check_satuan_bulat(k: KonteksIndikator) -> Iterator[Temuan]:
    """What is counted comes in whole numbers; a lost thousands separator is asked about."""
    nilai = k.realisasi.angka
    if nilai is None or nilai.is_integer() or not k.pengaturan.satuan.is_dihitung(k.baris.satuan):
        return
    letak, ribuan = k.tempat.letak("realisasi"), _kali(nilai, 1000)
    batas = _batas_target(k.baris.target_tw)
    if batas and batas[0] > 0 and batas[0] / 3 <= ribuan <= batas[1] * 3:
        yield Temuan(
            Kode.ANGKA_006,
            letak,
            kode=k.baris.kode,
            nilai=render_angka(nilai),
            satuan=k.baris.satuan,
            target=render_target(k.baris.target_tw),
            bacaan=f"{render_angka(ribuan)} ({render_terbilang(ribuan)})",
            nilai_kata=render_terbilang(nilai),
        )
    else:
        butir = f"Realisasi {k.baris.kode}"
        nilai_teks = render_angka(nilai)
        yield Temuan(
            Kode.ANGKA_007,
            letak,
            butir=butir,
            nilai=nilai_teks,
            satuan=k.baris.satuan,
            jelas=k.jelas,
            kolom="Penjelasan",
        )


def check_spasi_ribuan(k: KonteksIndikator) -> Iterator[Temuan]:
    """How a realisasi with one blank in it was read."""
    sel, letak = k.tempat.sel.get("realisasi"), k.tempat.letak("realisasi")
    yield from check_spasi(f"Realisasi {k.baris.kode}", sel, k.realisasi.bacaan, letak)


def check_negatif(k: KonteksIndikator) -> Iterator[Temuan]:
    """What is counted is never less than nothing."""
    nilai = k.realisasi.angka
    if nilai is None or nilai >= 0 or not k.pengaturan.satuan.is_dihitung(k.baris.satuan):
        return
    yield Temuan(
        Kode.ANGKA_018,
        k.tempat.letak("realisasi"),
        kode=k.baris.kode,
        nilai=render_angka(nilai),
        satuan=k.baris.satuan,
        bacaan=render_angka(-nilai),
        nilai_kata=render_terbilang(nilai),
        bacaan_kata=render_terbilang(-nilai),
    )


def _kali(nilai: float, kali: int) -> float:
    return float(Decimal(repr(nilai)) * kali)


def _batas_target(target: Target) -> tuple[float, float] | None:
    """Lower and upper end of a target; both the same for a number; none on a scale."""
    return None if target is None or isinstance(target, Sebutan) else get_batas(target)


# --- is the number there, and does it make sense


def check_realisasi_terisi(k: KonteksIndikator) -> Iterator[Temuan]:
    """Where a target is due a realisasi is given, unless it is announced for later."""
    if k.realisasi.bacaan is not None or k.realisasi.asal == "rumus_asing":
        return
    if k.is_tanpa_kolom or k.is_jumlah_ragu:
        return  # told at the column, or at the entry
    if is_due(k.baris.polaritas, k.baris.target_tw) and not k.diumumkan:
        kode = Kode.REALISASI_002 if k.jenis_berkas == "xls" else Kode.REALISASI_001
        target = f"{render_target(k.baris.target_tw)} {k.baris.satuan}".strip()
        yield Temuan(kode, k.tempat.letak("realisasi"), kode=k.baris.kode, target=target)


def check_realisasi_tanpa_target(k: KonteksIndikator) -> Iterator[Temuan]:
    """Where no target is due, a realisasi is remarked on."""
    if (k.nilai or k.sebutan) and not is_due(k.baris.polaritas, k.baris.target_tw):
        yield _temuan(k, Kode.REALISASI_010)


def check_besaran_target(k: KonteksIndikator) -> Iterator[Temuan]:
    """A realisasi far from its target (over 3 times, under a third) is looked at twice."""
    batas = _batas_target(k.baris.target_tw)
    if not k.nilai or batas is None or batas[0] <= 0:
        return
    target = render_target(k.baris.target_tw)
    if k.nilai > 3 * batas[1]:
        yield _temuan(k, Kode.REALISASI_003, target=target)
    elif k.nilai < batas[0] / 3:
        yield _temuan(k, Kode.REALISASI_004, target=target)


def check_besaran_lalu(k: KonteksIndikator) -> Iterator[Temuan]:
    """A realisasi far from that of the triwulan before is looked at twice."""
    lalu = k.baris.realisasi_tw_lalu
    if not k.nilai or not isinstance(lalu, float) or lalu <= 0:
        return
    if k.nilai > 3 * lalu:
        yield _temuan(k, Kode.REALISASI_005, lalu=render_angka(lalu))
    elif k.nilai < lalu / 3:
        yield _temuan(k, Kode.REALISASI_006, lalu=render_angka(lalu))


def check_kumulatif(k: KonteksIndikator) -> Iterator[Temuan]:
    """A position to date that should grow doesn't fall."""
    b, lalu = k.baris, k.baris.realisasi_sd_lalu
    if k.nilai is None or not isinstance(lalu, float):
        return
    tumbuh = b.konsolidasi in BERPOSISI and find_sifat(b.polaritas).ciri.naik_baik
    if tumbuh and k.nilai < lalu:
        yield _temuan(k, Kode.REALISASI_007, lalu=render_angka(lalu))


def check_berubah(k: KonteksIndikator) -> Iterator[Temuan]:
    """The same figure as in the triwulan before may be one that wasn't brought up to date, unless
    it is the target itself, a small count, or a count that reaches its target."""
    nilai = k.nilai
    if not nilai or nilai != k.baris.realisasi_tw_lalu or nilai == k.baris.target_tw:
        return
    is_tercapai = k.capaian is not None and not is_di_bawah_target(k.capaian)
    if nilai.is_integer() and (abs(nilai) < HITUNGAN_KECIL or is_tercapai):
        return
    yield _temuan(k, Kode.REALISASI_008)


def check_capaian_dijelaskan(k: KonteksIndikator) -> Iterator[Temuan]:
    """A capaian far above target is explained."""
    ambang = k.pengaturan.ambang_penjelasan
    if k.capaian is None or round_persen(k.capaian) <= Decimal(repr(ambang)):
        return
    if is_kosong(k.isian.penjelasan):
        yield Temuan(
            Kode.REALISASI_009,
            k.tempat.letak("penjelasan"),
            kode=k.baris.kode,
            capaian=render_persen(k.capaian),
            ambang=render_persen(ambang),
        )


def check_rumus_dihitung_ulang(k: KonteksIndikator) -> Iterator[Temuan]:
    """What our own formula showed is what the Catatan add up to."""
    if k.nilai is not None and k.realisasi.tertulis is not None:
        yield _temuan(k, Kode.REALISASI_011, tertulis=render_angka(k.realisasi.tertulis))


def check_jumlah_catatan(k: KonteksIndikator) -> Iterator[Temuan]:
    """A sum that was typed agrees with the Catatan it stands for."""
    jumlah = k.jumlah_catatan
    if k.nilai is None or jumlah is None or k.is_catatan_ragu or k.realisasi.asal == "rumus_kami":
        return
    if k.baris.konsolidasi in MENJUMLAH and abs(jumlah - k.nilai) > 1e-9 * max(1, abs(k.nilai)):
        yield _temuan(k, Kode.CATATAN_009, jumlah=render_angka(jumlah))


def _temuan(k: KonteksIndikator, kode: Kode, **data: Any) -> Temuan:
    """A remark on the realisasi of this row, with the reason that the officer gave for it."""
    data |= {"kode": k.baris.kode, "nilai": render_target(k.besaran), "jelas": k.jelas}
    return Temuan(kode, k.tempat.letak("realisasi"), **data)


Aturan = Callable[[KonteksIndikator], Iterator[Temuan]]

ATURAN_SKALA: tuple[Aturan, ...] = (
    check_persen_satuan,
    check_skala_persen,
    check_satuan_bulat,
    check_negatif,
    check_spasi_ribuan,
    check_seri_tanggal,
)
"""Which number was meant: asked of every figure, wherever it stands."""
ATURAN_SOAL: tuple[Aturan, ...] = (check_realisasi_terbaca, check_rumus, *ATURAN_SKALA)
ATURAN_BESARAN: tuple[Aturan, ...] = (
    check_realisasi_tanpa_target,
    check_besaran_target,
    check_besaran_lalu,
    check_kumulatif,
    check_berubah,
    check_capaian_dijelaskan,
)
"""What a figure says beside its target and those before it, wherever it stands."""
ATURAN_LAPORAN: tuple[Aturan, ...] = (
    check_realisasi_terisi,
    *ATURAN_BESARAN,
    check_rumus_dihitung_ulang,
    check_hambatan_dijelaskan,
    check_teks_utuh,
    check_tenggat,
    check_bukti_dukung,
    check_jumlah_catatan,
)
