"""The national days of Indonesia, as the library `holidays` knows them.

The library loads every country of the world to answer for one, which takes longer than many a
command. So libur_nasional.json keeps its answer for the years of use (`make libur` writes it); it
counts for the version of the library that it was made with, any other is asked itself.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

BERKAS = Path(__file__).with_name("libur_nasional.json")
TAHUN = range(2020, 2036)


@cache
def read_nasional(tahun: int) -> Mapping[dt.date, str]:
    """The public and government holidays of a year, each with its name."""
    return _read_berkas().get(tahun) or ask_pustaka(tahun)


def ask_pustaka(tahun: int) -> Mapping[dt.date, str]:
    """The same from the library itself."""
    import holidays

    return dict(
        holidays.country_holidays(
            "ID", years=tahun, categories=("public", "government"), language="id"
        )
    )


def render_berkas() -> str:
    """The file as it is to be with the library that is installed."""
    hari = {t: {str(h): n for h, n in sorted(ask_pustaka(t).items())} for t in TAHUN}
    return json.dumps({"versi": version("holidays"), "hari": hari}, indent=1) + "\n"


@cache
def _read_berkas() -> Mapping[int, Mapping[dt.date, str]]:
    isi = json.loads(BERKAS.read_text("utf-8"))
    if isi["versi"] != version("holidays"):
        return {}
    return {
        int(tahun): {dt.date.fromisoformat(h): nama for h, nama in hari.items()}
        for tahun, hari in isi["hari"].items()
    }


if __name__ == "__main__":
    BERKAS.write_text(render_berkas(), "utf-8")
