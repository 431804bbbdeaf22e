"""The guide, as the Kasubag uses it: through prompts alone, from an empty folder to the LHE of TW II."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.ruang import Ruang
from sopkinerja.tulisan import render_tanggal
from tests.alat.terminal import Terminal
from tests.alur.kecil import build_referensi
from tests.alur.setahun import (
    INDIKATOR,
    STAF,
    build_isian,
    find_cetakan,
    kirim,
    lapor_bidang,
    rapat,
)

NOMOR = r"Nomor langkah[^\n]*: "


def lakukan(folder: Path, tanggal: str, *langkah: str | tuple[str, ...]) -> str:
    """One sitting at the guide: each step by its title, with the answers it asks for; then home.
    What the screen showed."""
    hari = render_tanggal(dt.date.fromisoformat(tanggal))
    with Terminal("lanjut", "--tanggal", hari, folder=folder) as layar:
        layar.tunggu(NOMOR)
        for satu in langkah:
            judul, *jawaban = (satu,) if isinstance(satu, str) else satu
            layar.ketik(find_nomor(layar.layar, judul))
            for pola, teks in zip(jawaban[::2], jawaban[1::2], strict=True):
                layar.tunggu(pola)
                layar.ketik(teks)
            layar.tunggu(r"Jalankan\? \[Y/n\]: ")
            layar.ketik("")
            layar.tunggu(NOMOR)
        layar.ketik("0")
        assert layar.tutup() == 0
        return layar.layar


def find_nomor(layar: str, judul: str) -> str:
    """The number of the step whose title begins so, on the newest menu."""
    semua = re.findall(rf"^ +(\d+)\. {re.escape(judul)}", layar, re.MULTILINE)
    assert semua, f"{judul!r} is not offered:\n{layar}"
    return str(semua[-1])


def isi_triwulan(ruang: Ruang, tw: int) -> None:
    """The officers fill their forms and the Kasubag drops them into inbox/."""
    kirim(ruang, tw, "BID-01", f"kabid {tw}.xlsx", lapor_bidang(10 * tw, 6, "Perbaiki alat"))
    kirim(ruang, tw, "STF-01", f"staf {tw}.xlsx", build_isian(STAF, 10))


def test_kasubag_dari_mulai_sampai_lhe_tw_dua(tmp_path: Path) -> None:
    """No command is typed but the guide; what the people do is done in Excel and in inbox/."""
    ruang = Ruang(tmp_path)
    lakukan(tmp_path, "2026-02-20", "Buat ruang kerja di folder ini")
    assert ruang.berkas_agenda.exists()
    lakukan(tmp_path, "2026-02-23", "Isi atau perbaiki referensi.xlsx")
    write_referensi(ruang.berkas_referensi, build_referensi(INDIKATOR))
    lakukan(tmp_path, "2026-02-27", "Tetapkan mandat 2026", "Cetak Jadwal Monev 2026")
    lakukan(tmp_path, "2026-03-02", "Terbitkan formulir laporan TW I 2026")
    isi_triwulan(ruang, 1)
    layar = lakukan(
        tmp_path, "2026-04-09", "Terima 2 berkas yang ada di inbox",
        "Cetak Matriks Akumulasi TW I 2026",
    )  # fmt: skip
    assert "Lebih dahulu dicoba, tanpa menulis apa pun:" in layar
    rapat(ruang, 1)
    lakukan(
        tmp_path, "2026-04-17", "Terima 1 berkas yang ada di inbox", "Cetak LHE TW I 2026",
        "Tutup TW I 2026", "Terbitkan formulir laporan TW II 2026",
    )  # fmt: skip
    isi_triwulan(ruang, 2)
    lakukan(
        tmp_path, "2026-07-09", "Terima 2 berkas yang ada di inbox",
        "Cetak Matriks Akumulasi TW II 2026",
    )  # fmt: skip
    rapat(ruang, 2)
    lakukan(tmp_path, "2026-07-20", "Terima 1 berkas yang ada di inbox", "Cetak LHE TW II 2026")
    assert find_cetakan(ruang, 2, "LHE").exists()
