"""What a satuan is: its other spellings, whether it is counted in whole numbers, whether per cent.

One place for every rule that looks at a satuan. The words are settings (`alias_satuan`,
`satuan_bulat`); a satuan itself is kept and printed as the office typed it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

TANPA_SATUAN = "-"
"""What is printed, and kept, where the office named no satuan."""

SATUAN_BULAT: tuple[str, ...] = (
    "orang", "unit", "dokumen", "laporan", "kegiatan", "paket", "sertifikat", "berkas",
    "contoh uji", "komoditas", "pasar", "pelaku usaha", "ikm", "sentra", "produk", "temuan",
    "kali", "lokasi", "rekomendasi", "surat", "aduan", "rp", "rupiah", "buah", "kelompok",
    "kabupaten/kota", "lembar", "sampel", "perusahaan", "konsep", "aplikasi", "kasus",
    "keluhan", "desa",
)  # fmt: skip
"""What is counted in whole numbers, unless the office says otherwise."""
ALIAS_SATUAN: tuple[tuple[str, ...], ...] = (
    ("%", "persen", "persentase", "prosen", "prosentase", "pct"),
    ("rp", "rupiah", "idr"), ("dokumen", "dok"), ("laporan", "lap"), ("orang", "org"),
    ("kegiatan", "keg", "giat"), ("buah", "bh"), ("bulan", "bln"), ("tahun", "thn", "th"),
    ("hari", "hr"), ("hari kerja", "hk"), ("minggu", "mgg"), ("jam", "jm"),
    ("menit", "mnt"), ("kelompok", "klpk", "klp", "kel"), ("unit", "unt"), ("paket", "pkt"),
    ("kali", "x"), ("berkas", "bks"), ("lembar", "lbr"), ("sertifikat", "sertf"),
    ("kabupaten/kota", "kab/kota", "kab./kota"), ("orang/bulan", "orang bulan", "ob"),
    ("orang/hari", "orang hari", "oh"), ("indeks", "nilai", "skor", "angka"),
    ("us$", "usd", "dolar as", "dollar as"), ("juta us$", "juta usd", "juta dolar as"),
    ("juta rupiah", "juta rp", "jt rp", "rp juta"), ("miliar rupiah", "milyar rupiah", "miliar rp"),
    ("ton", "tn"), ("kg", "kilogram"), ("ha", "hektar", "hektare"), ("m2", "meter persegi"),
    ("km", "kilometer"), ("kk", "kepala keluarga"), ("jp", "jam pelajaran"),
    ("perusahaan", "prsh"), ("ikm", "unit ikm"),
)  # fmt: skip
"""Spellings of one satuan, the full one first."""
_KURUNG = re.compile(r"\s*\(([^()]*)\)\s*")
_STRIP = frozenset({"", "-", "–", "—"})


class KamusSatuan:
    """The office's spellings: groups of words for one satuan, and the satuan that are counted."""

    def __init__(self, alias: Sequence[Sequence[str]] = (), bulat: Sequence[str] = ()) -> None:
        self._baku = {_rapikan(satu): _rapikan(k[0]) for k in alias for satu in k}
        self._bulat = frozenset(self._sebut(satu) for satu in bulat)

    def is_sama(self, satu: str, dua: str) -> bool:
        """Whether two satuan are one, however they are spelled: `Dok.` and `dokumen`."""
        return self.build_baku(satu) == self.build_baku(dua)

    def is_ekor(self, kata: str, satuan: str) -> bool:
        """Whether a word beside a number is the satuan of its row: `Indeks` for `Indeks (0-5)`, and
        `Dokumen` for `Dokumen/Laporan`, both of which are counted."""
        if is_tanpa_satuan(satuan) or is_tanpa_satuan(kata):
            return False
        dasar, _ = _pecah(satuan)
        bagian = [self._sebut(b) for b in dasar.split("/")]
        pilihan = {self._sebut(_rapikan(satuan)), self._sebut(dasar)}
        if self._bulat.issuperset(bagian):
            pilihan |= set(bagian)
        return self._sebut(_rapikan(kata)) in pilihan

    def is_persen(self, satuan: str) -> bool:
        """Whether a satuan is per cent: `%`, `Persen (%)`, `% (yoy)`, `persen per tahun`."""
        kata = re.split(r"[\s/(]+", _rapikan(satuan).strip("( "))
        return self._sebut(kata[0]) == "%" or kata[0].startswith("%")

    def is_dihitung(self, satuan: str) -> bool:
        """Whether a satuan comes in whole numbers."""
        return self.build_baku(satuan).partition(" (")[0] in self._bulat

    def is_dikenal(self, kata: str) -> bool:
        """Whether a word is a satuan by itself, wherever it stands."""
        satu = _rapikan(kata)
        return satu in self._baku or self._sebut(satu) in self._bulat

    def build_baku(self, satuan: str) -> str:
        """One spelling for each satuan; what stands in brackets counts, unless it says the same."""
        if is_tanpa_satuan(satuan):
            return ""
        dasar, kurung = _pecah(satuan)
        baku = self._sebut(dasar)
        return f"{baku} ({kurung})" if kurung and self._sebut(kurung) != baku else baku

    def _sebut(self, satuan: str) -> str:
        """A satuan without brackets by its first spelling; one that joins two by those of its
        parts."""
        rapi = _rapikan(satuan)
        if rapi in self._baku:
            return self._baku[rapi]
        bagian = list(dict.fromkeys(self._baku.get(b, b) for b in rapi.split("/")))
        return self._baku.get("/".join(bagian), "/".join(bagian))


@lru_cache(maxsize=8)
def build_kamus(alias: tuple[tuple[str, ...], ...], bulat: tuple[str, ...]) -> KamusSatuan:
    """The dictionary of these settings; of the same ones the same, since every form asks for it."""
    return KamusSatuan(alias, bulat)


def read_satuan(teks: str | None) -> str:
    """A satuan as typed, or the stroke that is kept for none."""
    return TANPA_SATUAN if is_tanpa_satuan(teks or "") else (teks or "").strip()


def is_tanpa_satuan(satuan: str) -> bool:
    """Nothing, or a stroke where a satuan is due."""
    return satuan.strip() in _STRIP


def _pecah(satuan: str) -> tuple[str, str]:
    """A satuan and what stands behind it in brackets."""
    rapi = _rapikan(satuan)
    if cocok := _KURUNG.search(rapi):
        return rapi.replace(cocok[0], " ").strip(), cocok[1].strip()
    return rapi, ""


def _rapikan(teks: str) -> str:
    """Without regard to case, blanks, and the dot of an abbreviation."""
    kata = " ".join(teks.casefold().replace("²", "2").replace("³", "3").split())
    return re.sub(r"\s*/\s*", "/", re.sub(r"\.(?=\s|/|$)", "", kata))


KAMUS_BAWAAN = KamusSatuan(ALIAS_SATUAN, SATUAN_BULAT)
