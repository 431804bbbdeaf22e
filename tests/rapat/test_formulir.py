"""The Rapat Monev form: filled agenda out, the meeting's results back, whatever the program."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sopkinerja.contoh.rapat import build_rapat
from sopkinerja.istilah import Triwulan
from sopkinerja.katalog import Tingkat
from sopkinerja.laporan.capaian import is_di_bawah_target
from sopkinerja.lembar.cap import read_kode
from sopkinerja.lembar.templat import Templat, find_templat
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.model import Bahan, KeputusanRapat, RapatMonev
from sopkinerja.matriks.tercetak import build_setahun
from sopkinerja.rapat.formulir import NAMA_TEMPLAT, build_isi
from sopkinerja.rapat.isian import periksa_rapat
from sopkinerja.rapat.jenis import RAPAT
from sopkinerja.rapat.model import FormulirRapat, HasilRapat
from sopkinerja.rapat.rekam import build_formulir
from sopkinerja.temuan import Temuan, is_ditolak
from tests.alat.cetak import check_cetak
from tests.alat.libreoffice import soffice_convert, uno_fill
from tests.alat.skema import validasi
from tests.alat.telaah import lint
from tests.baca.kiriman import read_kiriman
from tests.lhe.bahan_contoh import build_bahan_contoh
from tests.matriks.bahan import build_bahan, read_tabel

HARI = dt.date(2026, 7, 20)

HARI_RAPAT = (dt.date(2026, 4, 16), dt.date(2026, 4, 17))
"""Of the meeting, and of the LHE."""


@pytest.fixture(scope="module")
def templat() -> Templat:
    """The shipped template."""
    return RAPAT.compile_templat(find_templat(NAMA_TEMPLAT, None))


@pytest.fixture(scope="module")
def bahan() -> Bahan:
    """Small, and of TW II."""
    return build_bahan()


def kirim(templat: Templat, bahan: Bahan, rapat: RapatMonev | None = None) -> bytes:
    """A form, filled before it was issued."""
    return templat.render(build_isi(terbitkan(bahan, rapat)))


def terbitkan(bahan: Bahan, rapat: RapatMonev | None = None) -> FormulirRapat:
    """The record of issue."""
    return build_formulir(build_setahun(build_matriks(bahan)), rapat)


def bagi(hasil: HasilRapat) -> tuple[RapatMonev, list[Temuan]]:
    """The minutes, and what is said of them."""
    return hasil.rapat, list(hasil.temuan)


def test_pulang_pergi(templat: Templat, bahan: Bahan) -> None:
    rapat = build_rapat(bahan, *HARI_RAPAT)
    buku = read_kiriman(kirim(templat, bahan, rapat), "x.xlsx")
    hasil = periksa_rapat(buku, HARI)
    assert (hasil.rapat, hasil.temuan) == (rapat, ())
    assert [read_kode(k) for k in buku.kode] == [(terbitkan(bahan).identitas, 1)]


@pytest.mark.parametrize(
    ("ubah", "kode", "dicetak"),
    [
        ({"galat": "#ERROR!", "nilai": None}, "RAPAT_008", ""),
        ({"nilai": "Pasar murah dua kali", "coret": True, "terlihat": "dua kali"}, "RAPAT_012", "dua kali"),
        ({"nilai": "Batal", "coret": True, "terlihat": ""}, "RAPAT_012", ""),
        ({"nilai": "Lihat BA", "tautan": "https://contoh.invalid/ba"}, "",
         "Lihat BA (https://contoh.invalid/ba)"),
        ({"nilai": 20260416.0}, "", "20260416"),
    ],
)  # fmt: skip
def test_keputusan_dicetak_sebagaimana_tampak(
    templat: Templat, bahan: Bahan, ubah: dict[str, Any], kode: str, dicetak: str
) -> None:
    """An error is no decision, and what was struck through isn't one any more; both are named."""
    buku = read_kiriman(kirim(templat, bahan, build_rapat(bahan, *HARI_RAPAT)), "x.xlsx")
    baris = next(iter(buku.tabel["keputusan"][0].baris.values()))
    baris["keputusan"] = baris["keputusan"]._replace(**ubah)
    rapat, temuan = bagi(periksa_rapat(buku, HARI))
    assert [t.kode.name for t in temuan] == ([kode] if kode else [])
    assert rapat.keputusan[0][0] == dicetak


def test_agenda_level_tertinggi_dahulu_lalu_terendah(bahan: Bahan) -> None:
    baris = build_isi(terbitkan(bahan)).tabel["agenda"]
    kode = [str(b.nilai["indikator"]).split()[0] for b in baris]
    assert kode[:7] == [
        "KD-01.02", "KD-01.01", "KD-01.03", "KD-01.04", "BID-01.06", "BID-01.05", "BID-01.07",
    ]  # fmt: skip
    assert baris[4].nilai["capaian"] == 0
    assert baris[6].nilai["target"] == "2,5 s.d. 4,5"


def test_agenda_panjang_seluruhnya(bahan: Bahan) -> None:
    mandat = bahan.mandat[Triwulan.II]
    banyak = [
        i.model_copy(update={"kode": f"KD-01.{n:03d}"})
        for n in range(100, 310)
        for i in mandat.indikator
        if i.kode == "KD-01.01"
    ]
    isian = [
        i.model_copy(update={"kode": b.kode})
        for b in banyak
        for i in bahan.terima["KD-01", Triwulan.II].laporan.isian[:1]
    ]
    terima = dict(bahan.terima)
    for t in (Triwulan.I, Triwulan.II):
        lama = terima["KD-01", t]
        laporan = lama.laporan.model_copy(update={"isian": tuple(isian)})
        terima["KD-01", t] = replace(lama, laporan=laporan)
    penuh = mandat.model_copy(update={"indikator": tuple(banyak)})
    lain = replace(bahan, mandat=dict.fromkeys(Triwulan, penuh), terima=terima)
    isi = build_isi(terbitkan(lain))
    assert [b.nilai["no"] for b in isi.tabel["agenda"]] == list(range(1, 211))
    assert len({b.kunci for b in isi.tabel["agenda"]}) == 210


@pytest.mark.validator
def test_banyak_peserta_dan_keputusan(templat: Templat, bahan: Bahan, tmp_path: Path) -> None:
    """Tables below each other on one sheet grow each, and come back whole."""
    rapat = RapatMonev(
        tempat="Ruang rapat",
        hadir=tuple((f"Peserta {n}", "Staf") for n in range(1, 61)),
        keputusan=tuple(
            KeputusanRapat(f"Keputusan {n}", "KD-01", dt.date(2026, 8, 3)) for n in range(1, 42)
        ),
    )
    buku = tmp_path / "rapat.xlsx"
    buku.write_bytes(kirim(templat, bahan, rapat))
    assert lint(buku) == []
    assert validasi(buku) == []
    lembar = load_workbook(buku)["Daftar Hadir"]
    akhir = next(b[0].row for b in lembar.iter_rows() if b[0].value == "H60")
    assert lembar.cell(akhir, 5).border.right.style == "thin"
    hasil = periksa_rapat(read_kiriman(buku.read_bytes(), "x.xlsx"), dt.date(2026, 7, 20)).rapat
    assert (hasil.hadir, hasil.keputusan) == (rapat.hadir, rapat.keputusan)


def test_tanpa_masalah_agenda_mengatakannya(bahan: Bahan) -> None:
    isi = build_isi(terbitkan(replace(bahan, terima={}))).tabel["agenda"]
    assert [str(b.nilai["indikator"]) for b in isi] == [
        "Tidak ada indikator di bawah target dan tidak ada hambatan yang dilaporkan."
    ]


@pytest.mark.parametrize(
    ("capaian", "kurang"),
    [(None, False), (99.99, True), (99.994, True), (99.995, False), (100.0, False), (-40.0, True)],
)
def test_di_bawah_target_seperti_tercetak(capaian: float | None, kurang: bool) -> None:
    assert is_di_bawah_target(capaian) is kurang


ISIAN = """
| Kasus                    | Butir         | Isi             | Temuan     | Tingkat    |
| tanggal tak terbaca      | tanggal_rapat | minggu depan    | RAPAT_001  | galat      |
| tanggal panjang terbaca  | tanggal_rapat | 16 Juli 2026    |            |            |
| tanggal di depan         | tanggal_rapat | 16 Agustus 2026 | RAPAT_005  | peringatan |
| analisis kosong          | analisis      |                 | RAPAT_004  | peringatan |
| nomor berupa angka biasa | nomor_lhe     | 12              |            |            |
"""


@pytest.mark.parametrize("kasus", read_tabel(ISIAN), ids=lambda k: k["Kasus"])
def test_aturan(kasus: dict[str, str], templat: Templat, bahan: Bahan, tmp_path: Path) -> None:
    path = tmp_path / "rapat.xlsx"
    path.write_bytes(kirim(templat, bahan, build_rapat(bahan, *HARI_RAPAT)))
    buku = load_workbook(path)
    urutan = ["nomor_lhe", "tanggal_lhe", "tanggal_rapat", "tempat", "pimpinan", "analisis"]
    lembar, sel = templat.alamat("rapat", "isi", urutan.index(kasus["Butir"]))
    buku[lembar][sel].value = kasus["Isi"] or None
    buku.save(path)
    _, temuan = bagi(periksa_rapat(read_kiriman(path.read_bytes(), path.name), HARI))
    assert [t.kode.name for t in temuan] == ([kasus["Temuan"]] if kasus["Temuan"] else [])
    assert [t.tingkat for t in temuan] == ([Tingkat(kasus["Tingkat"])] if kasus["Temuan"] else [])


TENGGAT = """
| Kasus            | Isi           | Tanggal    | Tertulis     | Temuan              |
| tanggal panjang  | 31 Juli 2026  | 2026-07-31 |              |                     |
| tanggal angka    | 31/07/2026    | 2026-07-31 |              |                     |
| kata             | minggu depan  |            | minggu depan | RAPAT_240           |
| tidak ada harinya | 31/06/2026   |            | 31/06/2026   | RAPAT_240           |
| kosong           |               |            |              | RAPAT_006           |
"""


@pytest.mark.parametrize("kasus", read_tabel(TENGGAT), ids=lambda k: k["Kasus"])
def test_tenggat_yang_tak_terbaca_tidak_mengembalikan_seluruh_notulen(
    kasus: dict[str, str], templat: Templat, bahan: Bahan, tmp_path: Path
) -> None:
    """The decision is taken with its Tenggat as it was typed; nothing else is lost by it, and the
    form that goes out next shows it again."""
    lengkap = build_rapat(bahan, *HARI_RAPAT)
    path = tmp_path / "rapat.xlsx"
    path.write_bytes(kirim(templat, bahan, lengkap))
    buku = load_workbook(path)
    lembar, sel = templat.alamat("keputusan", "tenggat", 0)
    buku[lembar][sel].value = kasus["Isi"] or None
    buku.save(path)
    rapat, temuan = bagi(periksa_rapat(read_kiriman(path.read_bytes(), path.name), HARI))
    assert [t.kode.name for t in temuan] == kasus["Temuan"].split()
    assert not is_ditolak(temuan)
    tanggal = dt.date.fromisoformat(kasus["Tanggal"]) if kasus["Tanggal"] else None
    pertama = lengkap.keputusan[0]._replace(tenggat=tanggal, tertulis=kasus["Tertulis"])
    assert rapat == replace(lengkap, keputusan=(pertama, *lengkap.keputusan[1:]))
    lagi = read_kiriman(kirim(templat, bahan, rapat), "x.xlsx")
    assert periksa_rapat(lagi, HARI).rapat == rapat


def test_kosong_diterima_dengan_peringatan(templat: Templat, bahan: Bahan) -> None:
    rapat, temuan = bagi(periksa_rapat(read_kiriman(kirim(templat, bahan), "x.xlsx"), HARI))
    assert rapat == RapatMonev()
    assert [t.kode.name for t in temuan] == ["RAPAT_003"]


def test_tabel_hilang_bukan_kesunyian(templat: Templat, bahan: Bahan) -> None:
    buku = read_kiriman(kirim(templat, bahan, build_rapat(bahan, *HARI_RAPAT)), "x.xlsx")
    del buku.tabel["keputusan"]
    rapat, temuan = bagi(periksa_rapat(buku, HARI))
    assert rapat.keputusan == ()
    assert [t.kode.name for t in temuan] == ["RAPAT_002"]
    assert not is_ditolak(temuan)


@pytest.mark.parametrize(
    ("kunci", "isi", "kode"),
    [
        ("analisis", "Analisis lain", ["RAPAT_010"]),
        ("tempat", "Ruang lain", ["RAPAT_010"]),
        ("arahan", None, []),
        (None, "tanda tangan", []),
    ],
)
def test_butir_yang_ada_dua_kali_ditanya(
    kunci: str | None, isi: str | None, kode: list[str], templat: Templat, bahan: Bahan
) -> None:
    """A row of the minutes copied with its hidden key; one that says the same is no question."""
    lengkap = build_rapat(bahan, *HARI_RAPAT)
    buku = read_kiriman(kirim(templat, bahan, lengkap), "x.xlsx")
    (tabel,) = buku.tabel["rapat"]
    asal = tabel.baris[kunci or "arahan"]["isi"]
    tabel.liar.append({"isi": asal._replace(nilai=isi)})
    tabel.kunci_liar = (kunci,)
    rapat, temuan = bagi(periksa_rapat(buku, HARI))
    assert ([t.kode.name for t in temuan], rapat) == (kode, lengkap)


def test_templat_sama_dengan_pembuatnya(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asli = find_templat(NAMA_TEMPLAT, None)
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "workbook_templates"))
    from buat_rapat import build_rapat_monev

    build_rapat_monev(tmp_path / NAMA_TEMPLAT)
    assert (tmp_path / NAMA_TEMPLAT).read_bytes() == asli.read_bytes()
    assert "buat_rapat" in sys.modules


@pytest.mark.libreoffice
@pytest.mark.parametrize("jenis", ["xlsx", "ods", "xls"])
def test_diisi_libreoffice(jenis: str, templat: Templat, bahan: Bahan, tmp_path: Path) -> None:
    path = tmp_path / "rapat.xlsx"
    path.write_bytes(kirim(templat, bahan))
    isi = {
        templat.alamat("rapat", "isi", 2): dt.date(2026, 7, 15),
        templat.alamat("rapat", "isi", 5): "Lelang tertunda; stok cukup",
        templat.alamat("keputusan", "keputusan", 0): "Lelang ulang",
        templat.alamat("keputusan", "penanggung_jawab", 0): "Kepala Bidang Contoh",
        templat.alamat("keputusan", "tenggat", 0): dt.date(2026, 7, 31),
        templat.alamat("hadir", "nama", 39): "Orang keempat puluh",
    }
    uno_fill(path, isi, tmp_path / f"kirim.{jenis}", jenis)
    kiriman = (tmp_path / f"kirim.{jenis}").read_bytes()
    rapat, temuan = bagi(periksa_rapat(read_kiriman(kiriman, f"kirim.{jenis}"), HARI))
    assert rapat == RapatMonev(
        tanggal_rapat=dt.date(2026, 7, 15),
        analisis="Lelang tertunda; stok cukup",
        keputusan=(KeputusanRapat("Lelang ulang", "Kepala Bidang Contoh", dt.date(2026, 7, 31)),),
        hadir=(("Orang keempat puluh", ""),),
    )
    assert {t.kode.name for t in temuan} == {"RAPAT_004"}


@pytest.mark.libreoffice
def test_agenda_terkunci(templat: Templat, bahan: Bahan, tmp_path: Path) -> None:
    path = tmp_path / "rapat.xlsx"
    path.write_bytes(kirim(templat, bahan))
    with pytest.raises(Exception, match=r"terkunci|locked"):
        uno_fill(path, {templat.alamat("agenda", "hambatan", 0): "x"}, tmp_path / "y.xlsx")


@pytest.mark.validator
def test_sah_menurut_skema(templat: Templat, bahan: Bahan, tmp_path: Path) -> None:
    path = tmp_path / "rapat.xlsx"
    path.write_bytes(kirim(templat, bahan, build_rapat(bahan, *HARI_RAPAT)))
    assert validasi(path) == []
    assert lint(path) == []


@pytest.mark.libreoffice
@pytest.mark.poppler
def test_cetakan_contoh_utuh(templat: Templat, tmp_path: Path) -> None:
    contoh = build_bahan_contoh(Triwulan.I)
    path = tmp_path / "rapat.xlsx"
    path.write_bytes(kirim(templat, contoh, build_rapat(contoh, *HARI_RAPAT)))
    assert check_cetak(path) == []
    assert soffice_convert(path, "pdf", tmp_path / "pdf").stat().st_size > 10_000
