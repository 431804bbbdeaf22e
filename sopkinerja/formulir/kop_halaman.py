"""The letterhead of printed pages: three lines in the header, for which Excel has 255 signs."""

from __future__ import annotations

from collections.abc import Mapping

MUAT = 185
"""What of them is left beside the font codes of the shipped templates."""


def build_kop_halaman(pemda: str, opd: str, alamat: str, telepon: str) -> Mapping[str, str]:
    """The markers of the three lines. What doesn't fit stands whole on the sheet Petunjuk: first the
    telephone goes, then the address, then the pemda."""
    pilihan = (
        (pemda, opd, " · ".join(t for t in (alamat, telepon) if t)),
        (pemda, opd, alamat),
        (pemda, opd, ""),
        ("", opd, ""),
        ("", opd[: MUAT // 2], ""),
    )
    muat = next((p for p in pilihan if _count("".join(p)) <= MUAT), pilihan[-1])
    return dict(zip(("kop_pemda", "kop_opd", "kop_kontak"), muat, strict=True))


def find_tertinggal(pemda: str, opd: str, alamat: str, telepon: str) -> tuple[str, ...]:
    """Which of the four don't stand, or not whole, in the header of printed pages."""
    kop = build_kop_halaman(pemda, opd, alamat, telepon)
    baris = " · ".join(kop.values())
    bagian = {"telepon": telepon, "alamat": alamat, "pemda": pemda, "nama": opd}
    return tuple(nama for nama, isi in bagian.items() if isi not in baris)


def _count(teks: str) -> int:
    """An `&` is doubled in a header."""
    return len(teks) + teks.count("&")
