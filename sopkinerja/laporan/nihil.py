"""Words that say nothing: a stroke, `nihil`, `tidak ada hambatan`."""

from __future__ import annotations

TANPA_ISI = (
    "-",
    "–",
    "—",
    "--",
    ".",
    "0",
    "n/a",
    "na",
    "nihil",
    "tidak ada",
    "tdk ada",
    "belum ada",
)
"""What people put where they have nothing to tell; the form itself knows these by its formulas."""
_AWAL = ("nihil", "kosong", "tidak ada", "tdk ada", "tak ada", "belum ada", "tanpa", "n/a", "na")
_IKUTAN = frozenset(
    (
        "hambatan", "kendala", "masalah", "permasalahan", "kegagalan", "rekomendasi", "saran",
        "tindak", "lanjut", "catatan", "bukti", "penjelasan", "keterangan", "dan", "atau",
        "maupun", "yang", "berarti", "signifikan", "apa-apa", "apa", "pun", "apapun",
    )
)  # fmt: skip
"""What may follow: `tidak ada hambatan yang berarti`, but not `tidak ada anggaran`."""
_TANDA = " .,;:()–—-_*/"


def is_kosong(teks: str) -> bool:
    """Nothing, or words that say that there is nothing."""
    kata = " ".join(teks.split()).casefold()
    inti = kata.strip(_TANDA)
    if not inti or kata in TANPA_ISI:
        return True
    return inti.startswith(_AWAL) and any(_is_tiada(inti, awal) for awal in _AWAL)


def _is_tiada(inti: str, awal: str) -> bool:
    """Whether a text is one of these words, with nothing behind that would tell anything."""
    sisa = f"{inti} ".removeprefix(f"{awal} ")
    return sisa != f"{inti} " and _IKUTAN.issuperset(sisa.split())
