"""A headless Chromium, spoken to over a pair of pipes in the DevTools protocol: pages as people see
them, what they say on the console, what a click does."""

from __future__ import annotations

import base64
import itertools
import json
import os
import select
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.alat.program import find_chromium

SABAR = 600
"""Seconds after which an answer isn't coming any more."""
LUNCUR = """
import fcntl, os, sys
baca, tulis = (fcntl.fcntl(int(n), fcntl.F_DUPFD, 10) for n in sys.argv[1:3])
os.dup2(baca, 3), os.dup2(tulis, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""The browser reads commands on 3 and answers on 4."""
PILIHAN = (
    "--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run",
    "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking",
    "--disable-sync", "--hide-scrollbars", "about:blank",
)  # fmt: skip


class Peramban:
    """The browser; use it in a `with`. It reads files of this machine and needs no network."""

    def __init__(self) -> None:
        program = find_chromium()
        assert program is not None, "Chromium is missing"
        self._folder = tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True)
        baca, self._tulis = os.pipe()
        self._baca, tulis = os.pipe()
        self._proses = subprocess.Popen(
            [sys.executable, "-c", LUNCUR, str(baca), str(tulis), program,
             f"--user-data-dir={self._folder.name}", *PILIHAN],
            pass_fds=(baca, tulis), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(baca)
        os.close(tulis)
        self._nomor = itertools.count(1)
        self._sisa = b""
        self.kejadian: list[dict[str, Any]] = []

    def __enter__(self) -> Peramban:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._tulis)
        try:
            self._proses.wait(20)
        except subprocess.TimeoutExpired:
            self._proses.kill()
            self._proses.wait()
        os.close(self._baca)
        self._folder.cleanup()

    def send(self, cara: str, sesi: str = "", **isi: Any) -> dict[str, Any]:
        """The answer to one command; events that come before it are kept."""
        nomor = next(self._nomor)
        pesan = {"id": nomor, "method": cara, "params": isi} | ({"sessionId": sesi} if sesi else {})
        os.write(self._tulis, json.dumps(pesan).encode() + b"\0")
        while True:
            balasan = self._read()
            if balasan.get("id") == nomor:
                assert "error" not in balasan, f"{cara}: {balasan['error']}"
                hasil: dict[str, Any] = balasan["result"]
                return hasil
            self.kejadian.append(balasan)

    def wait(self, kejadian: str, sesi: str) -> None:
        """Until the page has told so (since it was opened)."""
        while not any(k["method"] == kejadian and k["sessionId"] == sesi for k in self.kejadian):
            self.kejadian.append(self._read())

    def open(
        self, berkas: Path, lebar: int = 1280, *, sebelum: str = "", naskah: bool = True
    ) -> Halaman:
        """A file in a window so wide; `sebelum` runs before its own script, which doesn't where
        `naskah` is False."""
        sasaran = self.send("Target.createTarget", url="about:blank")["targetId"]
        sesi = self.send("Target.attachToTarget", targetId=sasaran, flatten=True)["sessionId"]
        for bagian in ("Runtime", "Log", "Page"):
            self.send(f"{bagian}.enable", sesi)
        self.send(
            "Emulation.setDeviceMetricsOverride", sesi, width=lebar, height=900,
            deviceScaleFactor=1, mobile=lebar < 600,
        )  # fmt: skip
        self.send("Emulation.setFocusEmulationEnabled", sesi, enabled=True)
        self.send("Emulation.setScriptExecutionDisabled", sesi, value=not naskah)
        if sebelum:
            self.send("Page.addScriptToEvaluateOnNewDocument", sesi, source=sebelum)
        self.send("Page.navigate", sesi, url=berkas.resolve().as_uri())
        self.wait("Page.loadEventFired", sesi)
        return Halaman(self, sesi, sasaran)

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._sisa:
            siap, _, _ = select.select([self._baca], [], [], SABAR)
            potong = os.read(self._baca, 1 << 16) if siap else b""
            assert potong, "Chromium says nothing any more"
            self._sisa += potong
        satu, _, self._sisa = self._sisa.partition(b"\0")
        isi: dict[str, Any] = json.loads(satu)
        return isi


class Halaman:
    """A page that is open."""

    def __init__(self, peramban: Peramban, sesi: str, sasaran: str) -> None:
        self.peramban, self.sesi, self.sasaran = peramban, sesi, sasaran

    def run(self, naskah: str) -> Any:
        """The value of an expression there, promises awaited, as if a person had touched the page."""
        hasil = self.peramban.send(
            "Runtime.evaluate", self.sesi, expression=naskah, awaitPromise=True,
            returnByValue=True, userGesture=True,
        )  # fmt: skip
        assert "exceptionDetails" not in hasil, hasil["exceptionDetails"]
        return hasil["result"].get("value")

    def list_keluhan(self) -> list[str]:
        """What stands on its console, errors that nobody caught among it."""
        self.run("0")
        hasil = []
        for k in self.peramban.kejadian:
            if k.get("sessionId") != self.sesi:
                continue
            match k["method"]:
                case "Runtime.consoleAPICalled" | "Runtime.exceptionThrown" | "Log.entryAdded":
                    hasil.append(json.dumps(k["params"]))
        return hasil

    def screenshot(self, tujuan: Path) -> Path:
        """The whole page as PNG."""
        isi = self.peramban.send(
            "Page.captureScreenshot", self.sesi, captureBeyondViewport=True
        )  # fmt: skip
        tujuan.write_bytes(base64.b64decode(isi["data"]))
        return tujuan

    def print(self, tujuan: Path) -> Path:
        """What a printer would get, as PDF on A4."""
        isi = self.peramban.send("Page.printToPDF", self.sesi, paperWidth=8.27, paperHeight=11.69)
        tujuan.write_bytes(base64.b64decode(isi["data"]))
        return tujuan
