"""The guide, as the Kasubag uses it: through prompts alone, from an empty folder to the LHE of TW II."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.ruang import Ruang
from sopkinerja.tulisan import render_tanggal
from tests.alat.terminal import Terminal, list_lebar
from tests.alur.kecil import build_referensi, create_kecil, issue, terima
from tests.alur.setahun import (
    INDIKATOR,
    STAF,
    build_isian,
    find_cetakan,
    jalankan,
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
            layar.tunggu(r"Jalankan\? \(ya/tidak, kosong: batal\): ")
            layar.ketik("ya")
            layar.tunggu(NOMOR)
        layar.ketik("0")
        assert layar.tutup() == 0
        assert list_lebar(layar.layar) == []
        assert re.findall(r"→[^\n]*\bsopkinerja [a-z]", layar.layar) == [], "nobody types there"
        assert list_salah_nomor(layar.layar) == []
        return layar.layar


def list_salah_nomor(layar: str) -> list[str]:
    """The next steps that name a number which the menu printed after them has for another step, or
    name none although they are told by number."""
    salah = []
    for bagian in layar.split("Nomor langkah"):
        panah = " ".join(bagian.split())
        for cocok in re.finditer(r"[^ ]+ “([^”]*)” \(nomor (\d+)\)", panah):
            judul = cocok[1].removesuffix(" …")
            if not re.search(rf" {cocok[2]}\. {re.escape(judul)}", panah[cocok.end() :]):
                salah.append(cocok[0])
        salah += re.findall(r"(?<!\()(?<!lalu )nomor \d+", panah)
    return salah


def find_nomor(layar: str, judul: str) -> str:
    """The number of the step whose title begins so, on the newest menu."""
    menu = layar.split("Nomor langkah")[-2]
    cocok = re.search(rf"^ +(\d+)\. {re.escape(judul)}", menu, re.MULTILINE)
    assert cocok, f"{judul!r} is not offered:\n{menu}"
    return cocok[1]


def isi_triwulan(ruang: Ruang, tw: int) -> None:
    """The officers fill their forms and the Kasubag drops them into inbox/."""
    kirim(ruang, tw, "BID-01", f"kabid {tw}.xlsx", lapor_bidang(10 * tw, 6, "Perbaiki alat"))
    kirim(ruang, tw, "STF-01", f"staf {tw}.xlsx", build_isian(STAF, 10))


def test_kasubag_dari_mulai_sampai_lhe_tw_dua(tmp_path: Path) -> None:
    """No command is typed but the guide; what the people do is done in Excel and in inbox/."""
    ruang = Ruang(tmp_path)
    layar = lakukan(tmp_path, "2026-02-20", "Buat ruang kerja di folder ini")
    assert "! referensi.xlsx belum diisi: 8 isian wajib masih kosong." in layar
    assert re.search(
        r"→ Isi referensi.xlsx di Excel, [^→]*lalu\s+periksa:\s+langkah\s+“Isi\s", layar
    )
    assert ruang.berkas_agenda.exists()
    lakukan(tmp_path, "2026-02-23", "Isi atau perbaiki referensi.xlsx")
    assert (tmp_path / "Periksa_Referensi.xlsx").is_file()
    write_referensi(ruang.berkas_referensi, build_referensi(INDIKATOR))
    layar = lakukan(tmp_path, "2026-02-27", "Tetapkan mandat 2026", "Cetak Jadwal Monev 2026")
    assert layar.count("peringatan itu tidak menghalangi penetapan") == 1
    assert layar.count("peringatan di referensi.xlsx, seperti yang dicoba di atas") == 1
    assert re.search(
        r"→ Formulir dapat dikirim sekarang juga, [^→]*Renaksi:\s+langkah\s+“Terbitkan[^→]*nomor\s+\d\);"
        r"\s+laporan:[^→]*→ Jadwal Monev: langkah “Cetak Jadwal Monev 2026” \(nomor \d\)\n"
        r"→ PK: cetak, [^→]*pindaiannya:\s+langkah\s+“Mintakan tanda tangan PK", layar
    )  # fmt: skip
    layar = jalankan(ruang, "lanjut --tanggal 2026-02-26").stdout
    assert "! Tanggal pemandu 26 Februari 2026 lebih awal" in layar, (
        "mandat and jadwal were made since"
    )
    lakukan(tmp_path, "2026-03-02", "Terbitkan formulir laporan TW I 2026")
    isi_triwulan(ruang, 1)
    layar = lakukan(
        tmp_path, "2026-04-09", "Terima 2 berkas yang ada di inbox",
        "Cetak Matriks Akumulasi TW I 2026",
    )  # fmt: skip
    assert "Lebih dahulu dicoba, tanpa menulis apa pun:" in layar
    assert "Uji coba: tidak ada yang ditulis. Jalankan: jawab ya di bawah ini" in layar
    assert "→ Laporan TW I 2026 lengkap: langkah “Cetak Matriks Akumulasi TW I 2026" in layar
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


@pytest.fixture
def terlapor(tmp_path: Path) -> Ruang:
    """TW I went out; the staff's form is in, of the Kabid two different ones came."""
    ruang = create_kecil(tmp_path / "ruang", INDIKATOR)
    issue(ruang)
    kirim(ruang, 1, "STF-01", "staf.xlsx", build_isian(STAF, 10))
    for nama, angka in (("kabid a.xlsx", 10), ("kabid b.xlsx", 11)):
        kirim(ruang, 1, "BID-01", nama, lapor_bidang(angka, 6, "Perbaiki alat"))
    terima(ruang)
    return ruang


def test_kiriman_dipilih_dari_daftar(terlapor: Ruang) -> None:
    """No SHA is typed: they are shown by name, one step for all, and the one that was picked counts."""
    for nama, angka in (("kabid c.xlsx", 12), ("kabid d.xlsx", 13)):
        kirim(terlapor, 1, "BID-01", nama, lapor_bidang(angka, 6, "Perbaiki alat"))
    layar = lakukan(
        terlapor.akar, "2026-04-08", "Terima 2 berkas yang ada di inbox",
        ("Pilih kiriman yang dipakai: laporan TW I 2026 BID-01",
         r"Yang berbeda \(kabid a\.xlsx / kabid b\.xlsx\):\n +BID-01\.01 Realisasi \[Laporan!E6\]: 10 / 11\n"
         r"[\s\S]*1\. kabid a\.xlsx[^\n]*\n +2\. kabid b\.xlsx[\s\S]*Kiriman mana[^\n]*: ", "2",
         r"Alasannya[^\n]*: ", "Angka terbaru menurut Kabid"),
    )  # fmt: skip
    assert "konflik" not in jalankan(terlapor, "status laporan -t 1 --tanggal 2026-04-08").stdout
    assert "kabid b.xlsx" in layar
    (konflik,) = re.findall(r"→ Konflik laporan TW I 2026 BID-01: [^→]*?”", layar)
    assert " ".join(konflik.split()).endswith(
        "mana yang benar, lalu: langkah “Pilih kiriman yang dipakai …”"
    )
    assert "→ Lihat siapa yang belum: " in layar
    mundur = "! Tanggal pemandu {} lebih awal daripada yang terakhir tercatat"
    for hari, ada in (("6 April 2026", 1), ("8 April 2026", 0)):
        layar = jalankan(terlapor, "lanjut --tanggal", hari).stdout
        assert layar.count(mundur.format(hari)) == ada


def test_pekerjaan_lain_dari_daftar(terlapor: Ruang) -> None:
    """Sending back, where a figure is from, and the board that is passed on: the jabatan, the
    indicator and whom it is for are found by a part of their names; a blank answer goes back and runs nothing."""
    hari = "8 April 2026"
    with Terminal("lanjut", "--tanggal", hari, folder=terlapor.akar) as layar:
        layar.tunggu(NOMOR)
        for judul, jawaban in (
            ("Kembalikan laporan TW I 2026", ("pengelola", "ya", "Lengkapi bukti", "ya")),
            ("Dari mana angka TW I 2026", ("stf-01.01", "ya", "ya")),
            ("Papan pengembalian laporan TW I 2026", ("diteruskan", "ya", "ya")),
        ):
            layar.ketik("l")
            layar.tunggu(NOMOR)
            layar.ketik(find_nomor(layar.layar, judul))
            for teks in jawaban:
                layar.tunggu(r"batal\): ")
                layar.ketik(teks)
            layar.tunggu(NOMOR)
        layar.ketik("l")
        layar.tunggu(NOMOR)
        layar.ketik(find_nomor(layar.layar, "Pantau inbox"))
        layar.tunggu(r"Jalankan\?[^\n]*: ")
        layar.ketik("ya")
        layar.tunggu("Tidak ada berkas di inbox")
        layar.hentikan()
        layar.tunggu(NOMOR)
        layar.ketik(find_nomor(layar.layar, "Pilih kiriman"))
        layar.tunggu(r"batal\): ")
        layar.ketik("")
        layar.tunggu(NOMOR)
        assert "Dibatalkan; tidak ada yang dijalankan." in layar.layar
        layar.ketik("0")
        assert layar.tutup() == 0
    assert "staf.xlsx" in layar.layar
    perbaikan = list(terlapor.outbox.rglob("STF-01_*_perbaikan-1.xlsx"))
    assert len(perbaikan) == 1
    (papan,) = terlapor.outbox.rglob("Status_TW1_2026*.html")
    assert papan.stem == "Status_TW1_2026_tanpa_kontak"


def list_judul(ruang: Ruang, tanggal: str) -> dict[str, str]:
    """What the guide offers in a pipe: title to command."""
    hasil = jalankan(ruang, f"lanjut --json --tanggal {tanggal}")
    return {s["judul"]: s["perintah"] for s in json.loads(hasil.stdout)["langkah"]}


@pytest.mark.parametrize("formulir", ["Renaksi", "laporan"])
def test_formulir_usang_ditawarkan_lagi(formulir: str, tmp_path: Path) -> None:
    """A PK revision changed a target after the forms went out: offered for that chair until its
    revision is out."""
    ruang = create_kecil(tmp_path / "ruang", INDIKATOR)
    jalankan(ruang, f"terbitkan {formulir.lower()} -t 1 --tanggal 2026-03-02")
    target = {"target_tahun": 44.0, "target_tw": (11.0, 11.0, 11.0, 11.0)}
    baru = (INDIKATOR[0].model_copy(update=target), *INDIKATOR[1:])
    write_referensi(ruang.berkas_referensi, build_referensi(baru))
    usang = f"Terbitkan lagi formulir {formulir} TW I 2026"
    assert not [j for j in list_judul(ruang, "2026-03-03") if j.startswith(usang)]
    jalankan(ruang, "tetapkan --mulai-triwulan 1 --tanggal 2026-03-03 --alasan", "APBD-P")
    (perintah,) = [p for j, p in list_judul(ruang, "2026-03-03").items() if j.startswith(usang)]
    assert perintah == f"sopkinerja terbitkan {formulir.lower()} -t 1 --jabatan BID-01"
    kirim = f"Kirim revisi formulir {formulir} TW I 2026"
    assert not [j for j in list_judul(ruang, "2026-03-03") if j.startswith(kirim)]
    jalankan(ruang, f"{perintah.removeprefix('sopkinerja ')} --tanggal 2026-03-03")
    judul = list_judul(ruang, "2026-03-03")
    assert not [j for j in judul if j.startswith(usang)]
    ((lagi, perintah),) = [(j, p) for j, p in judul.items() if j.startswith(kirim)]
    assert "BID-01" in lagi
    assert "KADIS" not in lagi
    jalankan(ruang, f"{perintah.removeprefix('sopkinerja ')} --tanggal 2026-03-03")
    assert not [j for j in list_judul(ruang, "2026-03-03") if j.startswith(kirim)]


def test_salah_ketik_nomor_ditanya_lagi(tmp_path: Path) -> None:
    """Enter alone runs nothing: the menu says what to type, a step is cancelled. The workspace to
    practise in is opened with a day of January."""
    with Terminal("lanjut", folder=tmp_path) as layar:
        for jawab in ("9", "mulai", "-1", ""):
            layar.tunggu(r"Nomor langkah[^\n]*: ")
            layar.ketik(jawab)
            layar.tunggu("Ketik angka 1 sampai 2")
        layar.tunggu(r"Nomor langkah[^\n]*: ")
        layar.ketik("1")
        layar.tunggu(r"Jalankan\?[^\n]*kosong: batal\): ")
        layar.ketik("")
        layar.tunggu("Dibatalkan; tidak ada yang dijalankan")
        layar.tunggu(r"Nomor langkah[^\n]*: ")
        assert list(tmp_path.iterdir()) == []
        layar.ketik("2")
        layar.tunggu(r"referensi\.xlsx\s+yang\s+sudah\s+terisi[\s\S]*Jalankan\?[^\n]*: ")
        layar.ketik("ya")
        layar.tunggu(r"→ Berlatih mulai Januari: ketik 0, lalu buka lagi di folder ini dengan:\s+")
        layar.tunggu("sopkinerja lanjut --tanggal 5/1/2026\n")
        layar.tunggu(r"Nomor langkah[^\n]*: ")
        layar.akhiri()
        assert layar.tutup() == 0
