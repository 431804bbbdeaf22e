"""Draws a random office. Everything comes from one `random.Random(seed)`, so a seed is a story that
can be told again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random

from tests.pembanding.kantor import AKHIR, AWAL, LEVEL, Kantor, Kursi, Pegang, Renstra, Sub
from tests.pembanding.kantor_isian import build_setahun
from tests.pembanding.kantor_mandat import PECAHAN, build_mandat, revisi_mandat


def build_kantor(seed: int, staf: int = 6) -> Kantor:
    """The office of a seed: seven heads and `staf` others."""
    acak = Random(seed)
    kursi = _build_kursi(acak, staf)
    renstra = tuple(
        Renstra(f"IKU-{n:02d}", f"Indikator Renstra {n} (contoh)", acak.choice(PECAHAN),
                tuple(Fraction(acak.randint(40, 90)) for _ in range(5)))
        for n in (1, 2)
    )  # fmt: skip
    pagu = _build_sub(acak, kursi)
    awal = build_mandat(acak, kursi, renstra, pagu)
    revisi = acak.choice((None, 2, 3, 3, 4))
    indikator, sub = (awal,), (pagu,)
    if revisi:
        indikator = (awal, revisi_mandat(acak, awal, revisi))
        sub = (pagu, _revisi_sub(acak, pagu, kursi))
    kantor = Kantor(
        seed, kursi, _build_pegang(acak, kursi, Random(f"isi {seed}").choice((0, 0, 24, 45))), indikator, sub, renstra, revisi, {}, {}, {},
        frozenset(),
    )  # fmt: skip
    return build_setahun(acak, kantor)


def _build_kursi(acak: Random, staf: int) -> tuple[Kursi, ...]:
    kepala = (
        Kursi("KADIS", "Kepala Dinas", LEVEL[0], "SET", None),
        Kursi("SEK", "Sekretaris", LEVEL[1], "SET", "KADIS"),
        Kursi("PRG", "Kepala Subbagian Program", LEVEL[2], "SET", "SEK"),
        Kursi("BDA", "Kepala Bidang Contoh Satu", LEVEL[1], "BDA", "KADIS"),
        Kursi("BDB", "Kepala Bidang Contoh Dua", LEVEL[1], "BDB", "KADIS"),
        Kursi("UPT", "Kepala UPT Contoh", LEVEL[1], "UPT", "KADIS"),
        Kursi("UPT-01", "Kepala Seksi Layanan", LEVEL[2], "UPT", "UPT"),
    )
    lain = []
    for n in range(staf):
        atasan = acak.choice(("PRG", "BDA", "BDB", "UPT-01"))
        unit = next(k.unit for k in kepala if k.kode == atasan)
        level = LEVEL[3 + n % 2]
        nama = ("Analis Contoh" if n % 2 == 0 else "Pengelola Contoh") + f" {n + 1}"
        lain.append(Kursi(f"{unit}-{n + 11}", nama, level, unit, atasan))
    return (*kepala, *lain)


def _build_pegang(acak: Random, kursi: Sequence[Kursi], hari: int) -> tuple[Pegang, ...]:
    """Most chairs have one holder; one changes hands inside a triwulan, one or two are vacant for
    some triwulan, at the end or at the start: until `hari` days after a triwulan has begun."""
    bebas = [k.kode for k in kursi[3:]]
    acak.shuffle(bebas)
    hasil: list[Pegang] = []
    for nomor, k in enumerate(kursi, 1001):
        orang = Pegang(f"19800101200501{nomor:04d}", f"Pegawai {k.kode} (contoh)", k.kode)
        batas = acak.randint(1, 3)
        if k.kode == bebas[0]:
            ganti = AWAL[batas] + dt.timedelta(acak.randint(20, 60))
            baru = replace(orang, nip=f"19900101201501{nomor:04d}", nama=f"Pengganti {k.kode}")
            hasil.append(replace(orang, sampai=ganti - dt.timedelta(1)))
            hasil.append(replace(baru, mulai=ganti))
        elif k.kode == bebas[1]:
            hasil.append(replace(orang, sampai=AKHIR[batas - 1]))
        elif k.kode == bebas[2] and acak.random() < 0.6:
            hasil.append(replace(orang, mulai=AWAL[batas] + dt.timedelta(hari)))
        else:
            hasil.append(orang)
    return tuple(hasil)


def _build_sub(acak: Random, kursi: Sequence[Kursi]) -> tuple[Sub, ...]:
    """Four or five sub kegiatan in two programs; some have their realisasi in referensi."""
    hasil = []
    for n in range(acak.randint(4, 5)):
        k = acak.choice(kursi[3:])
        pagu = acak.randint(20, 400) * 1_000_000
        lapor: tuple[int | None, ...] = (None,) * 4
        if acak.random() < 0.4:
            lapor = tuple(acak.randint(5, 26) * pagu // 100 for _ in range(4))
        hasil.append(
            Sub(f"3.30.0{2 + n % 2}.1.0{1 + n % 3}.000{n + 1}", pagu, k.unit, k.kode, lapor)
        )
    return tuple(hasil)


def _revisi_sub(acak: Random, lama: Sequence[Sub], kursi: Sequence[Kursi]) -> tuple[Sub, ...]:
    """One sub kegiatan has another pagu, one another penanggung jawab."""
    hasil = list(lama)
    satu, dua = acak.sample(range(len(hasil)), 2)
    hasil[satu] = replace(hasil[satu], pagu=hasil[satu].pagu * acak.choice((8, 11, 12)) // 10)
    k = acak.choice(kursi[3:])
    hasil[dua] = replace(hasil[dua], penanggung_jawab=k.kode, unit=k.unit)
    return tuple(hasil)
