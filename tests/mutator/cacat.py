"""What is done to a workbook as a whole: sheets, rows and columns lost, kode typed anew, bytes cut."""

from __future__ import annotations

import copy
import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator

from lxml import etree
from openpyxl.utils import coordinate_to_tuple

from sopkinerja.istilah import Triwulan
from sopkinerja.lembar.cap import POLA_KODE, Identitas, read_kode, render_kode
from tests.mutator.borang import UTAMA, Borang, Galat, taruh

TIPE_LEMBAR = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
RELASI_LEMBAR = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
Perbuatan = Callable[..., bytes | None]


def hasil_rumus(borang: Borang, isi: str) -> None:
    """What a program shows for our formula: a number or an error."""
    tempat, _, nilai = isi.partition("=")
    borang.hasil_rumus(tempat, Galat(nilai) if nilai.startswith("#") else float(nilai))


def _sel_tabel(borang: Borang, awalan: str) -> list[tuple[str, str]]:
    return [v for k, v in borang.alamat.items() if k.startswith(f"{awalan}.")]


def _isi_baris(borang: Borang, tempat: str) -> dict[int, etree._Element]:
    """The cells of the row `tabel.baris` by column."""
    lembar, alamat = _sel_tabel(borang, tempat)[0]
    baris = borang.baris(lembar, coordinate_to_tuple(alamat)[0])
    return {coordinate_to_tuple(c.get("r", ""))[1]: c for c in baris}


def hapus_baris(borang: Borang, tempat: str) -> None:
    """Everything of the row is gone, its hidden key too."""
    for c in _isi_baris(borang, tempat).values():
        taruh(c, None)


def hapus_kunci_baris(borang: Borang, tempat: str) -> None:
    """The hidden key of a row is gone; what is seen stays."""
    taruh(_isi_baris(borang, tempat)[1], None)


def tukar_baris(borang: Borang, satu: str, dua: str) -> None:
    """Two rows change places as sorting does it: all that is seen moves, the hidden keys don't."""
    a, b = _isi_baris(borang, satu), _isi_baris(borang, dua)
    for kolom in a.keys() & b.keys() - {1}:
        anak_a, anak_b = [copy.deepcopy(x) for x in a[kolom]], [copy.deepcopy(x) for x in b[kolom]]
        jenis_a, jenis_b = a[kolom].get("t"), b[kolom].get("t")
        for sel, anak, jenis in ((a[kolom], anak_b, jenis_b), (b[kolom], anak_a, jenis_a)):
            taruh(sel, None)
            sel.extend(anak)
            if jenis:
                sel.set("t", jenis)


def _lembar_tabel(borang: Borang, tabel: str) -> tuple[str, int]:
    """The sheet of a table and its hidden row of keys."""
    lembar = _sel_tabel(borang, tabel)[0][0]
    sel = next(
        c for c in borang.xml(lembar).iter(f"{UTAMA}c") if borang.teks(c) == f"kunci:{tabel}"
    )
    return lembar, coordinate_to_tuple(sel.get("r", ""))[0]


def hapus_kunci(borang: Borang, tabel: str) -> None:
    """As a copy of what is seen: no hidden keys, neither of rows nor of columns."""
    lembar, baris_kunci = _lembar_tabel(borang, tabel)
    for c in borang.xml(lembar).iter(f"{UTAMA}c"):
        baris, kolom = coordinate_to_tuple(c.get("r", ""))
        if kolom == 1 or baris == baris_kunci:
            taruh(c, None)


def hapus_kolom(borang: Borang, tempat: str) -> None:
    """A column is gone, with key and heading."""
    tabel, kolom = tempat.split(".")
    lembar, alamat = next(
        v for k, v in borang.alamat.items() if k.startswith(f"{tabel}.") and k.endswith(f".{kolom}")
    )
    nomor = coordinate_to_tuple(alamat)[1]
    for c in borang.xml(lembar).iter(f"{UTAMA}c"):
        if coordinate_to_tuple(c.get("r", ""))[1] == nomor:
            taruh(c, None)


def hapus_lembar(borang: Borang, *nama: str) -> None:
    """A sheet is gone, as a program deletes it; names that pointed to it go too."""
    borang.ganti("xl/workbook.xml", rf'<sheet name="{" ".join(nama)}"[^>]*/>', "")
    borang.ganti("xl/workbook.xml", r"<definedNames>.*</definedNames>", "")


def ganti_nama(borang: Borang, nama: str) -> None:
    """A sheet is renamed."""
    borang.ganti("xl/workbook.xml", f'<sheet name="{nama}"', f'<sheet name="{nama} fix 2"')


def gandakan(borang: Borang, nama: str, angka: str = "") -> None:
    """A copy of a sheet stands behind the others; `angka` is then another realisasi in it."""
    lain = Borang(borang.simpan(), borang.alamat)
    if angka:
        lain.isi("laporan.01.realisasi", float(angka))
    borang.bagian["xl/worksheets/sheet99.xml"] = lain.tulis()[lain.jalur(nama)]
    borang.ganti("[Content_Types].xml", "</Types>",
                 f'<Override PartName="/xl/worksheets/sheet99.xml" ContentType="{TIPE_LEMBAR}"/></Types>')  # fmt: skip
    borang.ganti("xl/_rels/workbook.xml.rels", "</Relationships>",
                 f'<Relationship Id="rId99" Type="{RELASI_LEMBAR}" Target="worksheets/sheet99.xml"/></Relationships>')  # fmt: skip
    borang.ganti("xl/workbook.xml", "</sheets>", f'<sheet name="{nama} (2)" sheetId="99" r:id="rId99"/></sheets>')  # fmt: skip


def _ganti_kode(borang: Borang, ganti: Callable[[str], str], *, hanya: str = "") -> None:
    """Every copy of the kode formulir (or those of one part) made into another text."""
    for nama in list(borang.tulis()):
        teks = borang.bagian[nama].decode("utf-8", "replace")
        if nama.endswith((".xml", ".rels")) and hanya in nama and POLA_KODE.search(teks):
            borang.bagian[nama] = POLA_KODE.sub(lambda m: ganti(m.group(0)), teks).encode()


def _ubah_identitas(**baru: object) -> Callable[[str], str]:
    def ganti(kode: str) -> str:
        hasil = read_kode(kode)
        assert hasil is not None
        identitas, revisi = hasil
        lain = {k: v for k, v in baru.items() if k != "revisi"}
        return render_kode(
            Identitas(**(identitas.model_dump() | lain)), int(str(baru.get("revisi", revisi)))
        )

    return ganti


def _rusak(kode: str) -> str:
    return kode[:-1] + ("A" if kode[-1] != "A" else "B")


def rusakkan_satu_kode(borang: Borang) -> None:
    """The file's property was typed anew, wrongly; the sheets' copies are whole."""
    _ganti_kode(borang, _rusak, hanya="docProps/core")


def rusakkan_kode(borang: Borang) -> None:
    """Every copy has one letter wrong."""
    _ganti_kode(borang, _rusak)


def hapus_kode(borang: Borang) -> None:
    """Every copy is gone."""
    _ganti_kode(borang, lambda _: "formulir")


def hapus_kaki(borang: Borang) -> None:
    """What is printed at the foot of the pages is gone."""
    for nama, isi in list(borang.tulis().items()):
        if nama.startswith("xl/worksheets/"):
            borang.bagian[nama] = re.sub(
                rb"<headerFooter.*?</headerFooter>", b"", isi, flags=re.DOTALL
            )


def satu_kode_lain(borang: Borang) -> None:
    """The file's property names another chair than the sheets do."""
    _ganti_kode(borang, _ubah_identitas(jabatan="UJI-119"), hanya="docProps/core")


def kode_triwulan_lain(borang: Borang) -> None:
    """Every copy names a triwulan whose forms aren't out."""
    _ganti_kode(borang, _ubah_identitas(triwulan=Triwulan.III))


def kode_opd_lain(borang: Borang) -> None:
    """Every copy names another OPD."""
    _ganti_kode(borang, _ubah_identitas(opd="DINAS-LAIN"))


def kode_jabatan_asing(borang: Borang) -> None:
    """Every copy names a chair that there isn't."""
    _ganti_kode(borang, _ubah_identitas(jabatan="XYZ-01"))


def kode_tahun_lain(borang: Borang) -> None:
    """Every copy names another year."""
    _ganti_kode(borang, _ubah_identitas(tahun=2025))


def kode_revisi_sembilan(borang: Borang) -> None:
    """Every copy names a revision that wasn't issued."""
    _ganti_kode(borang, _ubah_identitas(revisi=9))


def potong_berkas(borang: Borang) -> bytes:
    """Half of the file didn't arrive."""
    return borang.simpan()[:9000]


def kosongkan_berkas(borang: Borang) -> bytes:
    """Nothing of the file arrived."""
    return b""


def _baris_teks(borang: Borang) -> Iterator[str]:
    for baris in borang.xml("Laporan").iter(f"{UTAMA}row"):
        yield ";".join(borang.teks(c) for c in baris)


def simpan_csv(borang: Borang) -> bytes:
    """Saved as CSV under the old name."""
    return "\n".join(_baris_teks(borang)).encode()


def simpan_html(borang: Borang) -> bytes:
    """A page of the web mail instead of the file."""
    return f"<!DOCTYPE html><html><body>{'<br>'.join(_baris_teks(borang))}</body></html>".encode()


def gandakan_bagian(borang: Borang) -> bytes:
    """Two parts of one name: readers would see two workbooks."""
    isi = io.BytesIO(borang.simpan())
    with warnings.catch_warnings(), zipfile.ZipFile(isi, "a") as arsip:
        warnings.simplefilter("ignore")
        arsip.writestr(borang.jalur("Laporan"), b"<worksheet/>")
    return isi.getvalue()


def jalur_keluar(borang: Borang) -> None:
    """A part whose name leads out of the folder."""
    borang.bagian["../../autorun.xml"] = b"<a/>"


def pakai_sandi(borang: Borang) -> bytes:
    """Encrypted by Excel: an OLE container that names its parts."""
    nama = "EncryptedPackage".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + nama + bytes(4096)


def tulis_panjang(borang: Borang, tempat: str, huruf: str) -> None:
    """So many letters in one cell."""
    borang.isi(tempat, "x" * int(huruf))


def tulis_kendali(borang: Borang, tempat: str) -> None:
    """A command to the terminal, as a workbook can hold it."""
    borang.isi(tempat, "_x001B_[2J_x001B_[31mHujan")


def zip_rusak_isi(borang: Borang) -> bytes:
    """A sheet's XML ends in the middle."""
    jalur = borang.jalur("Laporan")
    borang.tulis()
    borang.bagian[jalur] = borang.bagian[jalur][:3000]
    return borang.simpan()


CACAT: dict[str, Perbuatan] = {
    "rumus": hasil_rumus,
    **{
        f.__name__.replace("_", " "): f
        for f in (
            hapus_baris, hapus_kunci_baris, hapus_kunci, tukar_baris, hapus_kolom, hapus_lembar,
            ganti_nama, gandakan, rusakkan_satu_kode, rusakkan_kode, hapus_kode, hapus_kaki, satu_kode_lain,
            kode_triwulan_lain, kode_opd_lain, kode_jabatan_asing, kode_tahun_lain,
            kode_revisi_sembilan, potong_berkas, kosongkan_berkas, simpan_csv, simpan_html,
            gandakan_bagian, jalur_keluar, pakai_sandi, tulis_panjang,
            tulis_kendali, zip_rusak_isi,
        )
    },
}  # fmt: skip
"""By the words of the tables."""
