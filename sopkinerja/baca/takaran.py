"""A number with words beside it: `3 dokumen`, `≥ 80`, `Rp 2,5 miliar`, `12 (dua belas)`.

The words are read where they say nothing that the row doesn't say itself: its satuan, the side on
which its target is good. What says something else is handed back for a question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import NamedTuple

from sopkinerja.baca.angka import (
    BukanAngka,
    DuaBacaan,
    clean_blank,
    pecah_pita,
    read_angka,
    read_target,
)
from sopkinerja.baca.sel import Sel
from sopkinerja.baca.teks import KALI
from sopkinerja.baca.terlihat import compare_terlihat
from sopkinerja.istilah import Polaritas, Rentang, Target, get_batas
from sopkinerja.polaritas import find_sifat
from sopkinerja.satuan import KAMUS_BAWAAN, KamusSatuan, is_tanpa_satuan
from sopkinerja.tulisan import build_inti, render_ketik, render_terbilang

Hasil = Target | DuaBacaan | BukanAngka


class Takaran(NamedTuple):
    """What the numbers of a row count, which side of a target is good (None: not known), and the
    target that a figure of the row should be near (None: none to go by)."""

    satuan: str = ""
    kamus: KamusSatuan = KAMUS_BAWAAN
    polaritas: Polaritas | None = None
    acuan: float | Rentang | None = None


TANPA_TAKARAN = Takaran()

_STRIP = frozenset({"-", "--", "---", "–", "—", "−", "n/a", "na", "n.a", "tidak ada", "tdk ada"})
_SATU = re.compile(
    r"(?P<kepala>\D*?)(?P<inti>[-−]?\s*[0-9](?:[0-9.,]*[0-9]|(?:\s[0-9]{3})+(?![0-9]))?)"
    r"(?:,\s*[-–](?=\s|$))?\s*(?P<ekor>(?:[^0-9.,\s].*)?)",
    re.DOTALL,
)
_PALING_SEDIKIT = re.compile(
    r"(?:≥|⩾|>\s*=?|min(?:imal|imum)?\b\.?|paling\s+(?:sedikit|kurang|rendah)\b"
    r"|sekurang-kurangnya\b|sedikitnya\b|lebih\s+dari\b|di\s*atas\b)\s*",
    re.IGNORECASE,
)
_PALING_BANYAK = re.compile(
    r"(?:≤|⩽|<\s*=?|ma(?:ks|x)(?:imal|imum)?\b\.?|paling\s+(?:banyak|lama|lambat|tinggi|besar)\b"
    r"|selambat-lambatnya\b|setinggi-tingginya\b|kurang\s+dari\b|di\s*bawah\b)\s*",
    re.IGNORECASE,
)
_RIBUAN = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


class _Satu(NamedTuple):
    """One number and the words around it."""

    inti: str
    tanda: bool | None
    """True: at least; False: at most."""
    pangkat: tuple[int, ...]
    kata: tuple[str, ...]
    """The words beside it, but for those that say at least or at most."""
    asing: str
    """What the row doesn't say itself."""


def is_strip(sel: Sel) -> bool:
    """A stroke, or the words for nothing there."""
    teks = sel.nilai if isinstance(sel.nilai, str) and sel.galat is None and not sel.coret else ""
    return " ".join(clean_blank(teks).casefold().split()).rstrip(".") in _STRIP


def is_menyamar(sel: Sel, takaran: Takaran) -> bool:
    """Whether a cell shows another number than it holds: `5,2 ribu ton` of 5.2 is the same one where
    the row counts in thousands."""
    if sel.samar is None or not isinstance(sel.nilai, float):
        return sel.samar is not None
    kali, cocok = _list_kali(sel.samar), _SATU.fullmatch(sel.samar)
    if not kali or cocok is None or not kali <= _list_kali(takaran.satuan):
        return True
    return compare_terlihat(sel.nilai, cocok["inti"])[1] is not None


def _list_kali(teks: str) -> set[tuple[int, ...]]:
    """The powers of ten that the words of a text say."""
    return {KALI[k] for k in re.findall(r"[a-z]+", teks.casefold()) if k in KALI}


def read_terukur(sel: Sel, takaran: Takaran) -> float | DuaBacaan | BukanAngka | None:
    """The number in a cell that may name the row's satuan too."""
    hasil = _read(sel, takaran, read_angka, is_target=False)
    assert hasil is None or isinstance(hasil, float | DuaBacaan | BukanAngka)
    return hasil


def read_target_terukur(sel: Sel, takaran: Takaran) -> Hasil:
    """A target that may name the row's satuan, or say on which side it is good."""
    return _read(sel, takaran, read_target, is_target=True)


def find_satuan(daftar: Iterable[Sel], kamus: KamusSatuan) -> str:
    """The satuan that the numbers of a row name beside themselves; empty where none does, or where
    they differ."""
    tanpa = Takaran("", kamus)
    teks = (clean_blank(sel.nilai) for sel in daftar if isinstance(sel.nilai, str))
    bagian = (satu for t in teks if (satu := _parse(t, tanpa)) and not satu.asing)
    kata = [k for satu in bagian for k in satu.kata]
    return kata[0] if len({kamus.build_baku(k) for k in kata}) == 1 else ""


def _read(sel: Sel, takaran: Takaran, baca: Callable[[Sel], Hasil], *, is_target: bool) -> Hasil:
    if sel.samar is not None and not is_menyamar(sel, takaran):
        sel = sel._replace(samar=None)
    hasil = baca(sel)
    if not isinstance(sel.nilai, str) or (isinstance(hasil, BukanAngka) and hasil.sebab != "teks"):
        return hasil
    teks = clean_blank(sel.nilai)
    if isinstance(hasil, BukanAngka):
        sisi = pecah_pita(teks) if is_target else None
        if sisi:
            return _read_pita(teks, sisi, takaran)
        satu = _parse(teks, takaran)
        return _judge(teks, satu, takaran, is_target=is_target) if satu else hasil
    if teks[:2].casefold() == "rp" and not _is_rupiah(takaran):
        satu = _parse(teks, takaran)
        return BukanAngka(teks, "satuan", _render(satu.inti) if satu else "")
    return hasil


def _is_rupiah(takaran: Takaran) -> bool:
    return is_tanpa_satuan(takaran.satuan) or takaran.kamus.is_ekor("Rp", takaran.satuan)


def _read_pita(teks: str, sisi: tuple[str, str], takaran: Takaran) -> Hasil:
    """A band whose bounds have words beside them; a satuan beside one of them is both's."""
    bagian = [_parse(s, takaran) for s in sisi]
    for satu in bagian:
        if satu is None or satu.tanda is not None or satu.pangkat:
            return BukanAngka(teks, "dua")
        if satu.asing:
            return _refuse_asing(teks, satu)
    hasil = read_target(Sel(" s.d. ".join(s.inti for s in bagian if s), "", ""))
    return BukanAngka(teks, "teks") if isinstance(hasil, BukanAngka) else hasil


def _parse(teks: str, takaran: Takaran) -> _Satu | None:
    """A text with one number in it; None where there is none."""
    cocok = _SATU.fullmatch(teks)
    if cocok is None:
        return None
    kepala, inti, ekor = (cocok[k].strip() for k in ("kepala", "inti", "ekor"))
    tanda = None
    for nilai, pola in ((True, _PALING_SEDIKIT), (False, _PALING_BANYAK)):
        if depan := pola.match(kepala):
            tanda, kepala = nilai, kepala[depan.end() :].strip()
            break
    ekor = _drop_terbilang(inti, ekor)
    pangkat, ekor = _take_kali(ekor, takaran)
    kata = tuple(k for k in (kepala.rstrip(": "), ekor) if k)
    asing = next((k for k in kata if not _is_satuan(k, takaran)), "")
    return _Satu(inti, tanda, pangkat, kata, asing)


def _is_satuan(kata: str, takaran: Takaran) -> bool:
    if is_tanpa_satuan(takaran.satuan):
        return takaran.kamus.is_dikenal(kata)
    return takaran.kamus.is_ekor(kata, takaran.satuan)


def _drop_terbilang(inti: str, ekor: str) -> str:
    """`(dua belas) dokumen` behind 12 is `dokumen`."""
    cocok = re.match(r"\(([^()0-9]+)\)\s*", ekor)
    angka = read_angka(Sel(inti, "", ""))
    if cocok and isinstance(angka, float) and build_inti(cocok[1]) == render_terbilang(angka):
        return ekor[cocok.end() :]
    return ekor


def _take_kali(ekor: str, takaran: Takaran) -> tuple[tuple[int, ...], str]:
    """`miliar rupiah` as a power of ten and `rupiah`, unless the satuan itself has such a word."""
    kata, _, sisa = ekor.partition(" ")
    pangkat = KALI.get(kata.casefold().rstrip("."), ())
    if not pangkat or any(k in KALI for k in build_inti(takaran.satuan).split()):
        return (), ekor
    return pangkat, sisa.strip()


def _judge(teks: str, satu: _Satu, takaran: Takaran, *, is_target: bool) -> Hasil:
    if satu.asing:
        return _refuse_asing(teks, satu)
    if satu.tanda is not None and not _is_searah(satu.tanda, takaran, is_target=is_target):
        return BukanAngka(teks, "arah", _render(satu.inti))
    angka = read_angka(Sel(satu.inti, "", ""))
    if isinstance(angka, DuaBacaan):
        return _choose_bulat(teks, satu, angka, takaran)
    if not isinstance(angka, float):
        return BukanAngka(teks, "teks")
    bacaan = tuple(float(Decimal(repr(angka)).scaleb(p)) for p in satu.pangkat or (0,))
    return bacaan[0] if len(bacaan) == 1 else DuaBacaan(teks, bacaan)


def _refuse_asing(teks: str, satu: _Satu) -> BukanAngka:
    """Another satuan, another number, or words that name another number."""
    dua = satu.asing.startswith("(") or re.search(r"(?<![A-Za-z0-9])[0-9]", satu.asing)
    return BukanAngka(teks, "dua" if dua else "satuan", _render(satu.inti))


def _render(inti: str) -> str:
    """A number as it may be typed again."""
    angka = read_angka(Sel(inti, "", ""))
    if isinstance(angka, DuaBacaan):
        return render_ketik(angka.bacaan[0])
    return render_ketik(angka) if isinstance(angka, float) else inti


def _is_searah(tanda: bool, takaran: Takaran, *, is_target: bool) -> bool:
    """Whether at least (or at most) is said of a target that is good upwards (or downwards)."""
    if not is_target:
        return False
    return takaran.polaritas is None or find_sifat(takaran.polaritas).ciri.naik_baik is tanda


def _choose_bulat(teks: str, satu: _Satu, dua: DuaBacaan, takaran: Takaran) -> float | DuaBacaan:
    """`1.550 buah`: what is counted, and says so, has no fraction; a question all the same where
    that is far from the target of the row."""
    bulat = satu.kata and takaran.kamus.is_dihitung(takaran.satuan) and not satu.pangkat
    ribuan = max(dua.bacaan, key=abs)
    if bulat and _RIBUAN.fullmatch(satu.inti) and _is_dekat(ribuan, takaran.acuan):
        return ribuan
    return DuaBacaan(teks, dua.bacaan)


def _is_dekat(nilai: float, acuan: float | Rentang | None) -> bool:
    """Within a third and three times of it; of none at all, yes."""
    if acuan is None:
        return True
    bawah, atas = get_batas(acuan)
    return bawah / 3 <= nilai <= atas * 3
