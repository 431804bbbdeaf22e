"""Markers for outside programs: skipped with the reason where one is missing, failed under CI."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.alat import libreoffice
from tests.alat.program import PROGRAM, find_kurang

settings.register_profile("singkat", deadline=None, max_examples=30)
settings.register_profile("panjang", deadline=None, max_examples=500)
settings.load_profile("singkat")
"""`make fuzz` asks for the other one, by --hypothesis-profile."""


def pytest_report_header() -> list[str]:
    """One line that says which outside programs the tests can use."""
    bagian = [f"{p}: {find_kurang(p) or 'found'}" for p in PROGRAM]
    return ["outside programs: " + "; ".join(bagian)]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A missing program skips the test; under CI it fails it."""
    for penanda in PROGRAM:
        kurang = find_kurang(penanda) if item.get_closest_marker(penanda) else None
        if kurang and os.environ.get("CI") == "true":
            pytest.fail(f"{kurang}, and CI must not skip", pytrace=False)
        if kurang:
            pytest.skip(kurang)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests counted (`record_property("hitungan", …)`), also of those that passed."""
    for laporan in terminalreporter.getreports("passed"):
        for nama, isi in laporan.user_properties:
            if nama == "hitungan" and laporan.when == "call":
                terminalreporter.write_line(str(isi))


@pytest.fixture(scope="session", autouse=True)
def _tutup_libreoffice() -> Iterator[None]:
    """The LibreOffice process that tests share ends with the session."""
    yield
    libreoffice.tutup()
