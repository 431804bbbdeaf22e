"""A guide's Markdown as the body of a page: headings, paragraphs, lists, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape

from sopkinerja.markah import BUTIR, KOMENTAR, SEBARIS

Gambar = Callable[[str], str]
"""The address of a picture by the path that the guide names."""


def render_badan(isi: str, gambar: Gambar) -> str:
    """HTML in which every letter of the text is escaped. A link to another guide is only its words;
    a line that is set in goes on with the item above it; tables and what stands between fences aren't known here."""
    return "\n".join(_iter_bagian(KOMENTAR.sub("", isi), gambar))


def _iter_bagian(isi: str, gambar: Gambar) -> Iterator[str]:
    terbuka: list[tuple[int, str]] = []
    for satu in filter(str.strip, isi.splitlines()):
        if butir := BUTIR.match(satu):
            yield from _tutup(terbuka, sampai=len(butir[1]))
            yield from _buka(terbuka, len(butir[1]), "ul" if butir[2] in "-*" else "ol")
            yield _hias(butir[3], gambar)
            continue
        polos = satu.strip()
        yield from _tutup(terbuka, sampai=satu.index(polos[0]) - 1)
        if terbuka:
            yield f" {_hias(polos, gambar)}"
            continue
        pagar, _, judul = polos.partition(" ")
        tag = f"h{len(pagar)}" if pagar.strip("#") == "" else "p"
        yield f"<{tag}>{_hias(judul if tag != 'p' else polos, gambar)}</{tag}>"
    yield from _tutup(terbuka)


def _buka(terbuka: list[tuple[int, str]], masuk: int, tag: str) -> Iterator[str]:
    """The next item of the list that is open at that depth, or the first of a new one."""
    if terbuka and terbuka[-1][0] == masuk:
        yield "</li><li>"
        return
    terbuka.append((masuk, tag))
    yield f"<{tag}><li>"


def _tutup(terbuka: list[tuple[int, str]], sampai: int = -1) -> Iterator[str]:
    """Closes the lists that stand further in."""
    while terbuka and terbuka[-1][0] > sampai:
        yield f"</li></{terbuka.pop()[1]}>"


def _hias(teks: str, gambar: Gambar) -> str:
    awal, bagian = 0, []
    for m in SEBARIS.finditer(teks):
        bagian += [escape(teks[awal : m.start()]), _ganti(m, gambar)]
        awal = m.end()
    return "".join((*bagian, escape(teks[awal:])))


def _ganti(m: re.Match[str], gambar: Gambar) -> str:
    for isi, tag in ((m[2], "strong"), (m[3], "em")):
        if isi:
            return f"<{tag}>{_hias(isi, gambar)}</{tag}>"
    if m[1]:
        return f"<code>{escape(m[1])}</code>"
    if m[4]:
        return f'<img src="{escape(gambar(m[6]))}" alt="{escape(m[5])}">'
    alamat = escape(m[6])
    return f'<a href="{alamat}">{escape(m[5])}</a>' if "://" in m[6] else escape(m[5])
