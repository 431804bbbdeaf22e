"""Values as the cells of a form take them."""

from __future__ import annotations

import datetime as dt

from sopkinerja.formulir.model import SelMentah
from sopkinerja.istilah import Target
from sopkinerja.lembar.isi import Hitungan, NilaiIsi
from sopkinerja.tulisan import render_besaran


def build_target(target: Target) -> NilaiIsi:
    """A target or result as its cell shows it: a number, or a band or word of a scale as text."""
    return render_besaran(target)


def build_nilai(sel: SelMentah | None) -> NilaiIsi:
    """An officer's cell as it goes back into a form."""
    if sel is None or sel.jenis == "rumus":
        return None
    if sel.jenis == "angka":
        return Hitungan(sel.hitungan, float(sel.isi)) if sel.hitungan else float(sel.isi)
    if sel.jenis == "tanggal":
        return dt.datetime.fromisoformat(sel.isi).date()
    if sel.jenis == "logis":
        return sel.isi.strip().casefold() in ("true", "benar", "1")
    return sel.isi
