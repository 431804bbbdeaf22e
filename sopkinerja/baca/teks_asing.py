"""The text of a cell as it may go on: without control characters, and no longer than Excel's cells."""

from __future__ import annotations

import re

MAKS_HURUF = 32_767
"""What a cell of Excel holds, in UTF-16 units; LibreOffice holds more."""
_KENDALI = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""No sign of any script: an escape sequence would command the terminal that shows it."""


_TAK_TAMPAK = re.compile(
    r"[\s\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]+"
)
"""Signs that show nothing: a cell that holds only these is blank to every eye."""


class SelPanjangError(ValueError):
    """A text that no cell of ours can hold."""

    def __init__(self, lembar: str, alamat: str, jumlah: int) -> None:
        super().__init__(f"{lembar}!{alamat}: {jumlah}")
        self.lembar, self.alamat, self.jumlah = lembar, alamat, jumlah


def clean_teks(teks: str, lembar: str, alamat: str) -> str | None:
    """The text without control characters, None where nothing that shows is in it; SelPanjangError
    where it is too long."""
    if len(teks) > MAKS_HURUF // 2:
        panjang = len(teks.encode("utf-16-le", "replace")) // 2
        if panjang > MAKS_HURUF:
            raise SelPanjangError(lembar, alamat, panjang)
    bersih = teks if teks.isprintable() else _KENDALI.sub("", teks)
    tampak = bersih and not (bersih.strip() and _TAK_TAMPAK.fullmatch(bersih))
    return bersih if tampak else None
