"""A guide's Markdown as text for a person: headings, lists and tables folded to a width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

TEBAL, MIRING, KODE = "\ue000\ue001", "\ue002\ue003", "\ue004\ue005"
"""What stands around bold, slanted and literal words until all is folded."""
SPASI = "\N{NO-BREAK SPACE}"
ANSI = {
    "\ue000": "\x1b[1m", "\ue001": "\x1b[22m", "\ue002": "\x1b[3m", "\ue003": "\x1b[23m",
    "\ue004": "\x1b[36m", "\ue005": "\x1b[39m", SPASI: " ",
}  # fmt: skip
POLOS: Mapping[str, str] = dict.fromkeys(ANSI, "") | {SPASI: " "}
KOMENTAR = re.compile(r"<!--.*?-->\n?", re.DOTALL)
SEBARIS = re.compile(
    r"`([^`]+)`|\*\*([^*]+)\*\*|(?<![\w*])\*([^*\s][^*]*)\*|(!?)\[([^\]]*)\]\(([^)]+)\)"
)
BUTIR = re.compile(r"( *)([-*]|\d+\.) +(.*)")
PAGAR = re.compile(r" *```")
MAKS_UTUH = 60
"""A literal as long as that isn't broken over lines."""


def render_markah(isi: str, lebar: int, tujuan: Mapping[str, str], *, berwarna: bool) -> str:
    """The text in lines of at most that many columns, but for what is literal and longer; `tujuan`
    says what stands for a link to a file."""
    baris = iter(KOMENTAR.sub("", isi).splitlines())
    jadi = "\n".join(_iter_baris(baris, lebar, tujuan))
    return _tampilkan(jadi, ANSI if berwarna else POLOS)


def _tampilkan(teks: str, tanda: Mapping[str, str]) -> str:
    return teks.translate({ord(k): v for k, v in tanda.items()})


def _iter_baris(baris: Iterator[str], lebar: int, tujuan: Mapping[str, str]) -> Iterator[str]:
    tabel: list[list[str]] = []
    for satu in baris:
        if satu.startswith("|"):
            tabel.append([_hias(s, tujuan) for s in _pecah(satu)])
            continue
        if tabel:
            yield from _render_tabel(tabel, lebar)
            tabel = []
        if PAGAR.match(satu):
            yield from _render_pagar(baris)
        elif satu.startswith("#"):
            yield from _render_judul(satu)
        else:
            yield from _render_alinea(_hias(satu, tujuan), lebar)
    if tabel:
        yield from _render_tabel(tabel, lebar)


def _render_judul(satu: str) -> Iterator[str]:
    pagar, _, teks = satu.partition(" ")
    yield f"{TEBAL[0]}{teks}{TEBAL[1]}"
    if len(pagar) < 3:
        yield ("=" if len(pagar) == 1 else "-") * len(teks)


def _render_pagar(baris: Iterator[str]) -> Iterator[str]:
    """What stands between fences, as it is."""
    isi = []
    for satu in baris:
        if PAGAR.match(satu):
            break
        isi.append(satu)
    masuk = min((len(b) - len(b.lstrip()) for b in isi if b.strip()), default=0)
    yield from (f"    {b[masuk:]}".rstrip() for b in isi)


def _render_alinea(satu: str, lebar: int) -> Iterator[str]:
    butir = BUTIR.match(satu)
    awal = f"{butir[1]}{butir[2]} " if butir else satu[: len(satu) - len(satu.lstrip(" "))]
    isi = butir[3] if butir else satu.strip(" ")
    yield from _lipat(isi, lebar, awal, " " * len(awal)) or [""]


def _lipat(isi: str, lebar: int, awal: str = "", lanjut: str = "") -> list[str]:
    return wrap(
        isi, lebar, initial_indent=awal, subsequent_indent=lanjut, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip


def _pecah(satu: str) -> list[str]:
    """The cells of a row."""
    return [s.strip().replace("\\|", "|") for s in re.split(r"(?<!\\)\|", satu.strip("|"))]


def _hias(teks: str, tujuan: Mapping[str, str]) -> str:
    return SEBARIS.sub(lambda m: _ganti(m, tujuan), teks)


def _ganti(m: re.Match[str], tujuan: Mapping[str, str]) -> str:
    if kode := m[1]:
        utuh = kode.replace(" ", SPASI) if len(kode) <= MAKS_UTUH else kode
        return f"{KODE[0]}{utuh}{KODE[1]}"
    if m[2]:
        return f"{TEBAL[0]}{_hias(m[2], tujuan)}{TEBAL[1]}"
    if m[3]:
        return f"{MIRING[0]}{_hias(m[3], tujuan)}{MIRING[1]}"
    if m[4]:
        return f"[gambar: {m[5]}]"
    lain = tujuan.get(m[6], m[6] if "://" in m[6] else "")
    return f"{m[5]} ({lain})" if lain else m[5]


def _render_tabel(tabel: Sequence[Sequence[str]], lebar: int) -> Iterator[str]:
    """Side by side where it fits or has two columns, else each row as a paragraph of its own."""
    judul, isi = tabel[0], tabel[2:]
    lebar_kolom = [max(map(_ukur, kolom)) for kolom in zip(judul, *isi, strict=False)]
    if sum(lebar_kolom) + 2 * len(judul) <= lebar or len(judul) == 2:
        yield from _render_jajar(judul, isi, lebar_kolom, lebar)
        return
    for baris in isi:
        yield from _lipat(f"{TEBAL[0]}{baris[0]}{TEBAL[1]}", lebar)
        for kolom, sel in zip(judul[1:], baris[1:], strict=False):
            if sel:
                yield from _lipat(f"{kolom}: {sel}", lebar, "  ", "    ")
        yield ""


def _render_jajar(
    judul: Sequence[str], isi: Sequence[Sequence[str]], lebar_kolom: Sequence[int], lebar: int
) -> Iterator[str]:
    kiri = [min(w, lebar // 3) for w in lebar_kolom[:-1]]
    akhir = lebar - sum(kiri) - 2 * len(kiri)
    garis = ["-" * w for w in (*kiri, min(lebar_kolom[-1], akhir))]
    for baris in ([*judul], garis, *isi):
        potong = [_lipat(s, w) or [""] for s, w in zip(baris, (*kiri, akhir), strict=False)]
        for n in range(max(map(len, potong))):
            sel = [p[n] if n < len(p) else "" for p in potong]
            kolom = [s + " " * (w - _ukur(s)) for s, w in zip(sel, kiri, strict=False)]
            yield "  ".join((*kolom, sel[-1])).rstrip()


def _ukur(teks: str) -> int:
    """Its width once all is shown."""
    return len(_tampilkan(teks, POLOS))
