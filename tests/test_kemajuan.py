"""The progress bar, on something that says it is a terminal."""

from __future__ import annotations

import io
import re

import pytest

from sopkinerja.kemajuan import follow, use_batang


class Layar(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("banyak", [9, 10, 12])
def test_batang_berakhir_penuh(banyak: int) -> None:
    """Of about so many (a vacant chair gets no form): it ends with as many as there were."""
    layar = Layar()
    with use_batang(layar):
        assert list(follow(range(9), banyak, "Membuat formulir")) == list(range(9))
    assert re.findall(r"\d+/\d+", layar.getvalue())[-1] == "9/9"
