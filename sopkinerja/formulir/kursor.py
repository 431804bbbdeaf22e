"""Where each sheet of a form opens: on the first cell that is still due, or that has a fault."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sopkinerja.lembar.isi import BarisIsi, NilaiIsi, Rumus
from sopkinerja.lembar.tabel import Tabel

Jatuh = Callable[[Mapping[str, NilaiIsi]], str | None]
"""The key of the field that is due in a row with these values; None where nothing is."""
Kursor = Mapping[str, tuple[str, str]]
"""Row key and field key, by table."""


def build_kursor(
    tabel: Mapping[str, Sequence[BarisIsi]], jatuh: Mapping[str, Jatuh], salah: Kursor
) -> Kursor:
    """The first cell with a fault (`salah`), else the first that is due; none where nothing is."""
    hasil = {nama: tempat for nama, tempat in salah.items() if nama in tabel}
    for nama, cari in jatuh.items():
        semua = ((b.kunci, k) for b in tabel.get(nama, ()) if (k := cari(b.nilai)))
        if nama not in hasil and (satu := next(semua, None)):
            hasil[nama] = satu
    return hasil


def find_salah(
    tabel: Sequence[Tabel],
    kunci: Mapping[str, Sequence[str]],
    galat: Mapping[tuple[str, str, str], str],
    semua: Mapping[tuple[str, str, str], str],
) -> Kursor:
    """The topmost cell of each table that must be mended, else that may be looked at: of what is
    said of cells, by table, row and field."""
    hasil: dict[str, tuple[str, str]] = {}
    for t in tabel:
        urutan = {k: n for n, k in enumerate(kunci.get(t.nama, ()))}
        for daftar in (galat, semua):
            sel = [(b, k) for nama, b, k in daftar if nama == t.nama]
            if sel and t.nama not in hasil:
                hasil[t.nama] = min(sel, key=lambda s: (urutan[s[0]], t.tempat[s[1]]))
    return hasil


def is_kosong(nilai: NilaiIsi) -> bool:
    """Whether a cell shows nothing."""
    return nilai is None or nilai == ""


def find_kosong(nilai: Mapping[str, NilaiIsi], *kolom: str) -> str | None:
    """The first of these fields that is blank."""
    return next((k for k in kolom if is_kosong(nilai.get(k))), None)


def build_jatuh_baris(wajib: Sequence[str], lain: str) -> Jatuh:
    """For rows that say in `kurang` what they lack: 2 a field of `wajib`, 3 that something doesn't
    fit (`lain` leads there)."""

    def find_jatuh(nilai: Mapping[str, NilaiIsi]) -> str | None:
        kurang = nilai.get("kurang")
        kode = kurang.nilai if isinstance(kurang, Rumus) else 0
        if kode == 2:
            return find_kosong(nilai, *wajib) or lain
        return lain if kode == 3 else None

    return find_jatuh
