"""Evidence that comes beside a form is kept and given to the form and the indicator that names it;
what may be several's is asked about."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import zipfile

import openpyxl
import pytest

from sopkinerja.pandu.keadaan import read_ruang
from sopkinerja.ruang import Ruang
from tests.alur.bukti import FOTO, PDF, milik, read_bukti, read_lembar, taruh
from tests.alur.kecil import terima
from tests.alur.kiriman import isi, isi_folder, kode, putusan, sidik
from tests.alur.setahun import jalankan
from tests.laporan.tabel import read_tabel

KASUS = """
| Kasus                        | Di samping formulir     | Bukti Dukung           | Milik     | Hilang    |
| disebut dengan namanya       | k/BA rapat.pdf          | BA rapat.pdf           | BID-01.01 |           |
| ejaan lain                   | k/BA_Rapat.PDF          | ba rapat.pdf           | BID-01.01 |           |
| salinan bernomor             | k/BA rapat (1).pdf      | BA rapat.pdf           | BID-01.01 |           |
| foto iPhone jadi jpg         | k/IMG_2041.jpg          | IMG_2041.HEIC          | BID-01.01 |           |
| tanpa akhiran                | k/BA Rapat.pdf          | foto dan BA rapat       | BID-01.01 |           |
| di antara beberapa           | k/b.pdf                 | a.pdf, b.pdf           | BID-01.01 | BID-01.01 |
| tak disebut                  | k/lain.pdf              | BA rapat.pdf           | BID-01    | BID-01.01 |
| di folder bawahnya           | k/foto/1.jpg            | 1.jpg                  | BID-01.01 |           |
| longgar di inbox             | 1.jpg                   | 1.jpg                  | BID-01.01 |           |
"""


def _list_kasus() -> list[tuple[str, ...]]:
    baris = [b.strip("| ").split("|") for b in KASUS.strip().splitlines()[1:]]
    return [tuple(s.strip() for s in b) + ("",) * (5 - len(b)) for b in baris]


@pytest.mark.parametrize(("kasus", "nama", "teks", "pemilik", "hilang"), _list_kasus())
def test_bukti_di_samping_formulir(
    meja_kerja: Ruang, kasus: str, nama: str, teks: str, pemilik: str, hilang: str
) -> None:
    isi(meja_kerja, "k/laporan.xlsx", bukti_dukung=teks)
    taruh(
        meja_kerja,
        {nama: FOTO if nama.endswith("jpg") else PDF, "k/daftar hadir.pdf": b"%PDF-2.0"},
    )
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana)[nama] == "diterima", kasus
    assert milik(rencana)[nama] == [pemilik]
    baris = [t.letak.baris for k in rencana.kiriman for t in k.temuan if t.kode.name == "BUKTI_101"]
    assert baris == ([hilang] if hilang else [])


def test_bukti_dalam_zip(meja_kerja: Ruang) -> None:
    """The zip's own folder tells whose it is; the name in Bukti Dukung also reaches into others."""
    satu = isi(meja_kerja, "a.xlsx", bukti_dukung="Foto.jpg").read_bytes()
    dua = isi(meja_kerja, "a.xlsx", jabatan="STF-01", bukti_dukung="bersama.pdf").read_bytes()
    (meja_kerja.inbox / "a.xlsx").unlink()
    with zipfile.ZipFile(meja_kerja.inbox / "kiriman.zip", "w") as arsip:
        for nama, isinya in {
            "Seksi A/a.xlsx": satu, "Seksi A/foto.jpeg": FOTO, "Seksi A/lain.png": b"\x89PNG\r\n",
            "Seksi B/b.xlsx": dua, "bersama.pdf": PDF, "entah.pdf": b"%PDF-entah",
        }.items():  # fmt: skip
            arsip.writestr(nama, isinya)
    rencana = terima(meja_kerja).rencana
    assert milik(rencana) == {
        "kiriman.zip/Seksi A/foto.jpeg": ["BID-01.01"],
        "kiriman.zip/Seksi A/lain.png": ["BID-01"],
        "kiriman.zip/bersama.pdf": ["STF-01.01"],
    }
    assert kode(rencana, "kiriman.zip/entah.pdf") == ["BUKTI_103"]
    assert len(list(meja_kerja.arsip.rglob("*.zip"))) == 1


def test_foto_tanpa_formulir(meja_kerja: Ruang) -> None:
    """Held with words of its own, which tell what to do; done, it is taken."""
    taruh(meja_kerja, {"foto.jpg": FOTO, "k/surat.pdf": PDF})
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"foto.jpg": "karantina", "k/surat.pdf": "karantina"}
    assert kode(rencana, "foto.jpg") == ["BUKTI_102"]
    assert "ini gambar atau foto" in rencana.kiriman[0].temuan[0].pesan
    assert read_bukti(meja_kerja) == []
    isi(meja_kerja, "k/a.xlsx")
    taruh(meja_kerja, {"k/foto.jpg": FOTO})
    assert milik(terima(meja_kerja).rencana) == {"k/foto.jpg": ["BID-01"]}
    assert [n for n in isi_folder(meja_kerja.karantina) if "foto" in n] == []


def test_foto_berawal_kode_yang_ditunggu(meja_kerja: Ruang) -> None:
    """Asked for as a form first, whatever lies beside it; gone from the guide once that form came,
    also where evidence is awaited no more."""
    isi(meja_kerja, "b.xlsx")
    nama = ("STF-01 foto laporan.jpg", "STF-011.jpg", "STF.jpg", "BID-01 foto.jpg")
    taruh(meja_kerja, {n: FOTO + n.encode() for n in nama})
    rencana = terima(meja_kerja).rencana
    assert kode(rencana, nama[0]) == ["BUKTI_105"]
    assert all(kode(rencana, n) == ["BUKTI_100"] for n in nama[1:])
    saran = next(k for k in rencana.kiriman if k.nama == nama[0]).temuan[0].saran
    assert saran.startswith("Bila ini laporan STF-01 yang difoto atau dicetak, minta formulirnya")
    assert rencana.tanda_terima
    lembar = openpyxl.load_workbook(rencana.tanda_terima)["Tanda Terima"]
    (foto,) = (b for b in lembar.iter_rows(values_only=True) if b[1] == nama[0])
    siapa = "Pegawai STF-01 (contoh)\nPengelola Data"
    assert foto[2:4] == ("STF-01 (menurut nama berkas)", siapa)
    assert (foto[5], foto[6]) == ("I 2026", "karantina")
    hari = dt.date(2026, 4, 8)
    assert [k.nama for k in read_ruang(meja_kerja, hari).karantina] == [nama[0]]
    isi(meja_kerja, "s.xlsx", jabatan="STF-01")
    terima(meja_kerja)
    assert read_ruang(meja_kerja, hari).karantina == ()


NAMA = """
| Kasus                          | Formulir      | Berkas                | Temuan                | Milik  |
| berawal kode, formulirnya ada  | BID-01 STF-01 | STF-01.jpg            | BUKTI_100             | STF-01 |
| berawal kode, huruf kecil      | BID-01 STF-01 | bid-01_rapat.jpg      | BUKTI_100             | BID-01 |
| kode di tengah, formulirnya ada | BID-01 STF-01 | foto STF-01 stok.jpg | BUKTI_103             |        |
| dua kode                       | BID-01 STF-01 | STF-01 dan BID-01.jpg | BUKTI_103             |        |
| bukan kode                     | BID-01 STF-01 | STF-011.jpg           | BUKTI_103             |        |
| formulir orang lain saja       | BID-01        | STF-01.jpg            | BUKTI_500             |        |
| sendiri, berawal kode          |               | STF-01.jpg            | BUKTI_500             |        |
| sendiri, kode di tengah        |               | foto STF-01 stok.jpg  | BUKTI_500             |        |
| sendiri, tanpa kode            |               | foto stok.jpg         | BUKTI_102             |        |
| sendiri, yang ditunggu         |               | BID-01.jpg            | BUKTI_105             |        |
| ketikan sendiri, ditunggu      |               | BID-01 laporan.xlsx   | KENALI_500 KENALI_001 |        |
| .xls lama, ditunggu            |               | BID-01 lama.xls       | KENALI_500 BERKAS_001 |        |
| CSV, ditunggu                  |               | BID-01 isian.csv      | BERKAS_006            |        |
| ketikan sendiri, sudah masuk   |               | STF-01 laporan.xlsx   | KENALI_001            |        |
| ketikan sendiri, formulirnya ada | BID-01      | BID-01 laporan.xlsx   | KENALI_001            |        |
"""
ISI_NAMA = {".jpg": FOTO, ".xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            ".csv": b"a;b\n1;2\n"}  # fmt: skip


@pytest.fixture(scope="module")
def satu_masuk(ruang_terbit: Ruang, tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    """STF-01 is in, BID-01 is awaited."""
    ruang = Ruang(shutil.copytree(ruang_terbit.akar, tmp_path_factory.mktemp("nama") / "ruang"))
    isi(ruang, "s.xlsx", jabatan="STF-01")
    terima(ruang)
    return ruang


@pytest.mark.parametrize("kasus", read_tabel(NAMA), ids=lambda k: k["Kasus"])
def test_nama_berkas_menyebut_kode(satu_masuk: Ruang, kasus: dict[str, str]) -> None:
    """Evidence whose name begins with the kode of a form beside it is that form's; else the name tells
    whom to ask."""
    for lama in satu_masuk.inbox.iterdir():
        lama.unlink()
    for jabatan in kasus["Formulir"].split():
        isi(satu_masuk, f"form {jabatan[:3]}.xlsx", 11.0, jabatan=jabatan)
    nama = kasus["Berkas"]
    taruh(satu_masuk, {nama: ISI_NAMA.get(nama[-4:]) or build_buku()})
    rencana = terima(satu_masuk, uji_coba=True).rencana
    assert " ".join(kode(rencana, nama)) == kasus["Temuan"]
    assert milik(rencana).get(nama, [""]) == [kasus["Milik"]]


def test_yang_bukan_formulir_dijawab_dengan_formulirnya(meja_kerja: Ruang) -> None:
    """A retyped copy and a photo named after who is awaited: the message says that it isn't the form,
    which goes along; the guide speaks of it until the form came."""
    taruh(meja_kerja, {"BID-01 laporan.xlsx": build_buku(), "STF-01.jpg": FOTO})
    rencana = terima(meja_kerja).rencana
    pesan = read_lembar(meja_kerja, "outbox/2026/tanda-terima/*.xlsx", "Pesan")[-2:]
    for baris, (nama, jabatan) in zip(
        pesan, (("BID-01 laporan.xlsx", "BID-01"), ("STF-01.jpg", "STF-01")), strict=True
    ):
        assert baris[1] == f"Pegawai {jabatan} (contoh)"
        kata = f"berkas “{nama}” sudah kami terima, tetapi bukan formulir laporan kinerja TW I 2026"
        assert kata in baris[3]
        assert baris[4].startswith(f"{jabatan}_")
    assert set(putusan(rencana).values()) == {"karantina"}
    hari = dt.date(2026, 4, 8)
    assert len(read_ruang(meja_kerja, hari).karantina) == 2
    isi(meja_kerja, "a.xlsx")
    isi(meja_kerja, "s.xlsx", jabatan="STF-01")
    terima(meja_kerja)
    assert read_ruang(meja_kerja, hari).karantina == ()


def test_milik_siapa_ditanyakan_dan_dapat_dijawab(meja_kerja: Ruang) -> None:
    """Two forms and a photo that neither names: nobody guesses; put beside a copy of its form, it
    is taken."""
    a = isi(meja_kerja, "a.xlsx").read_bytes()
    isi(meja_kerja, "b.xlsx", jabatan="STF-01")
    taruh(meja_kerja, {"foto.jpg": FOTO})
    rencana = terima(meja_kerja).rencana
    assert kode(rencana, "foto.jpg") == ["BUKTI_103"]
    (temuan,) = next(k.temuan for k in rencana.kiriman if k.nama == "foto.jpg")
    assert "BID-01 TW I, STF-01 TW I" in temuan.pesan
    assert putusan(terima(meja_kerja, ulang=True).rencana) == {"foto.jpg": "karantina"}
    taruh(meja_kerja, {"k/a.xlsx": a, "k/foto.jpg": FOTO})
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"k/a.xlsx": "duplikat", "k/foto.jpg": "diterima"}
    assert milik(rencana) == {"k/foto.jpg": ["BID-01"]}


def test_dua_formulir_menyebut_nama_yang_sama(meja_kerja: Ruang) -> None:
    isi(meja_kerja, "a.xlsx", bukti_dukung="foto.jpg")
    isi(meja_kerja, "b.xlsx", jabatan="STF-01", bukti_dukung="foto.jpg")
    taruh(meja_kerja, {"foto.jpg": FOTO})
    assert kode(terima(meja_kerja).rencana, "foto.jpg") == ["BUKTI_103"]


def test_nama_umum_dari_pengirim_lain(meja_kerja: Ruang) -> None:
    """A loose foto.jpg goes to who still misses one of that name; once it is there, another one
    may be anybody's."""
    isi(meja_kerja, "a.xlsx", bukti_dukung="foto.jpg")
    terima(meja_kerja)
    taruh(meja_kerja, {"foto.jpg": FOTO})
    assert milik(terima(meja_kerja).rencana) == {"foto.jpg": ["BID-01.01"]}
    taruh(meja_kerja, {"foto.jpg": FOTO + b"lain"})
    assert kode(terima(meja_kerja).rencana, "foto.jpg") == ["BUKTI_102"]


def test_longgar_di_inbox(meja_kerja: Ruang) -> None:
    """Beside what lies loose lies only what is loose too."""
    isi(meja_kerja, "k/a.xlsx")
    taruh(meja_kerja, {"entah.jpg": FOTO})
    assert kode(terima(meja_kerja).rencana, "entah.jpg") == ["BUKTI_102"]
    isi(meja_kerja, "b.xlsx", 11.0)
    isi(meja_kerja, "c.xlsx", jabatan="STF-01")
    taruh(meja_kerja, {"foto/daftar hadir.jpg": FOTO + b"1", "entah.jpg": FOTO})
    rencana = terima(meja_kerja).rencana
    assert kode(rencana, "foto/daftar hadir.jpg") == kode(rencana, "entah.jpg") == ["BUKTI_103"]
    isi(meja_kerja, "b.xlsx", 11.0)
    taruh(meja_kerja, {"entah.jpg": FOTO})
    assert milik(terima(meja_kerja).rencana) == {"entah.jpg": ["BID-01"]}


def test_beberapa_formulir_satu_jabatan(meja_kerja: Ruang) -> None:
    """Of a jabatan's forms in one folder the quarterly one alone asks for evidence."""
    isi(meja_kerja, "k/a.xlsx")
    jalankan(meja_kerja, "matriks -t 1 --tanggal 2026-04-07")
    (rapat,) = meja_kerja.akar.glob("outbox/2026/TW1/Rapat_Monev*.xlsx")
    taruh(meja_kerja, {"k/rapat.xlsx": rapat.read_bytes(), "k/foto.jpg": FOTO})
    rencana = terima(meja_kerja).rencana
    assert {k.identitas.formulir.value for k in rencana.kiriman if k.identitas} == {
        "laporan", "rapat",
    }  # fmt: skip
    assert milik(rencana) == {"k/foto.jpg": ["BID-01"]}


def test_bukti_yang_sama_dua_kali(meja_kerja: Ruang) -> None:
    isi(meja_kerja, "k/a.xlsx", bukti_dukung="foto.jpg")
    taruh(meja_kerja, {"k/foto.jpg": FOTO, "k/salinan.jpg": FOTO})
    assert sorted(k.putusan.value for k in terima(meja_kerja).rencana.kiriman if k.bukti) == [
        "diterima", "duplikat",
    ]  # fmt: skip
    sebelum = sidik(meja_kerja, "sopkinerja.db", "outbox", "arsip")
    taruh(meja_kerja, {"foto lagi.jpg": FOTO})
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"foto lagi.jpg": "duplikat"}
    assert kode(rencana, "foto lagi.jpg") == ["BUKTI_104"]
    assert sidik(meja_kerja, "sopkinerja.db", "outbox", "arsip") == sebelum
    assert len(list(meja_kerja.arsip.rglob("*.jpg"))) == 1


def build_buku() -> bytes:
    wadah = io.BytesIO()
    openpyxl.Workbook().save(wadah)
    return wadah.getvalue()


LAIN = {
    "data.xlsx": build_buku(),
    "rekap.csv": b"a;b\n1;2\n",
    "arsip.rar": b"Rar!\x1a\x07\x01\x00",
    "surel.eml": b"From: a@contoh.invalid\nSubject: BA\nMIME-Version: 1.0\n",
}


@pytest.mark.parametrize("nama", LAIN)
def test_yang_dapat_tertukar_dengan_formulir(meja_kerja: Ruang, nama: str) -> None:
    """A workbook, a CSV, an archive, an e-mail beside a form may be the form itself, wrongly sent:
    evidence only where a form names it."""
    isi(meja_kerja, "k/a.xlsx", bukti_dukung=nama)
    isi(meja_kerja, "l/b.xlsx", jabatan="STF-01")
    taruh(meja_kerja, {f"k/{nama}": LAIN[nama], f"l/x{nama}": LAIN[nama] + b"\n"})
    rencana = terima(meja_kerja).rencana
    assert milik(rencana) == {f"k/{nama}": ["BID-01.01"]}
    assert putusan(rencana)[f"l/x{nama}"] == "karantina"


def test_yang_berbahaya_bukan_bukti(meja_kerja: Ruang) -> None:
    """Empty, or a zip that reaches out of its folder: held, whoever names it."""
    isi(meja_kerja, "k/a.xlsx", bukti_dukung="kosong.pdf, luar.docx")
    with zipfile.ZipFile(meja_kerja.inbox / "k/luar.docx", "w") as arsip:
        arsip.writestr("../../luar", b"x")
    taruh(meja_kerja, {"k/kosong.pdf": b""})
    rencana = terima(meja_kerja).rencana
    assert kode(rencana, "k/kosong.pdf") == ["BERKAS_002"]
    assert kode(rencana, "k/luar.docx") == ["BERKAS_009"]
    assert read_bukti(meja_kerja) == []
