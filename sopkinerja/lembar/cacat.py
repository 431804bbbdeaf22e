"""What a template may not hold, in the words its owner reads."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from sopkinerja.kesalahan import SopKinerjaError


class Aib(StrEnum):
    """Every fault of a template; the text says what was found and what to do."""

    BUKAN_XLSX = "bukan buku kerja Excel (.xlsx). Simpan ulang sebagai Excel Workbook (.xlsx)."
    SANDI = "terkunci sandi. Buka dengan sandinya, hapus sandi pembuka, lalu simpan ulang."
    FORMAT_LAMA = "berformat Excel lama (.xls). Simpan ulang sebagai Excel Workbook (.xlsx)."
    STRICT = "tersimpan sebagai Strict Open XML. Simpan ulang sebagai Excel Workbook (.xlsx)."
    RUSAK = "isinya rusak atau tidak lengkap ({apa}). Ambil salinan yang utuh."
    MAKRO = "berisi makro. Simpan ulang sebagai Excel Workbook (.xlsx) tanpa makro."
    TAUTAN_LUAR = "merujuk buku kerja lain ({apa}). Putuskan lewat Data > Edit Links > Break Link."
    SAMBUNGAN = "berisi sambungan data ke luar ({apa}). Hapus sambungannya."
    PIVOT = "berisi tabel pivot. Hapus tabel pivotnya."
    PENANDA_RUSAK = "penanda tidak lengkap: {apa}. Tulis utuh seperti {{{{nama_opd}}}}."
    PENANDA_ASING = "penanda {{{{{apa}}}}} tidak dikenal. Perbaiki namanya atau hapus."
    PENANDA_HILANG = "penanda {{{{{apa}}}}} tidak ada di mana pun. Kembalikan ke tempatnya."
    PENANDA_RUMUS = "penanda berada di dalam rumus. Pindahkan ke sel teks."
    PENANDA_LEMBAR = "penanda tidak boleh menjadi nama lembar. Ganti nama lembarnya."
    RUMUS_TANPA_NAMA = "rumus di luar tabel belum bernama. Beri nama sel itu lewat Name Box."
    RUMUS_ASING = "rumus bernama {apa} tidak dikenal. Hapus rumusnya atau perbaiki namanya."
    RUMUS_BARIS = "rumus di baris tabel, tetapi di luar kolom tabel. Hapus rumusnya."
    RUMUS_HILANG = "rumus kolom {apa} hilang di baris ini. Salin dari baris di atasnya."
    RUMUS_BANYAK = "rumus larik meliputi lebih dari satu sel. Pakai rumus biasa."
    RUMUS_LEMBAR = "rumus menunjuk lembar {apa}, padahal lembar itu tidak selalu ikut terbit."
    TABEL_GANDA = "tabel {apa} sudah ada di tempat lain. Hapus salah satu kunci:{apa}."
    TABEL_HILANG = "tabel {apa} tidak ada. Kembalikan sel kunci:{apa} beserta baris kuncinya."
    TABEL_ASING = "tabel {apa} tidak dikenal. Perbaiki nama pada sel kunci:{apa}."
    TABEL_KOSONG = "tabel {apa} tidak punya baris. Isi kolom kunci di bawah kunci:{apa}."
    TABEL_SEBARIS = "tabel {apa} memakai baris tabel lain. Letakkan di baris tersendiri."
    TABEL_EXCEL = "tabel Excel menimpa tabel {apa}. Pilih Table Design > Convert to Range."
    KUNCI_GANDA = "kunci kolom {apa} sudah ada di baris kunci ini. Sisakan satu."
    KUNCI_HILANG = "kunci kolom {apa} tidak ada di baris kunci. Kembalikan."
    KUNCI_ASING = "kunci kolom {apa} tidak dikenal. Perbaiki atau kosongkan."
    KOLOM_KUNCI = "kolom {apa} berada di kolom kunci tabel lain. Pisahkan kolomnya."
    GABUNGAN = "sel gabungan {apa} menimpa sel isian. Pilih Unmerge Cells."
    AREA_CETAK_ATAS = "area cetak {apa} memotong baris paling atas. Perluas sampai baris {baris}."
    AREA_CETAK_KOLOM = "area cetak {apa} memotong kolom tabel. Perluas sampai kolom {kolom}."
    AREA_CETAK_BAWAH = "area cetak {apa} memotong baris tabel. Perluas sampai baris {baris}."
    TEKS_PANJANG = "teks sesudah penanda diisi melebihi {apa} huruf. Pendekkan teks di templat."
    ISI_TABEL = "tabel {apa} diperlukan, tetapi tidak ada di templat."
    ISI_KOLOM = "kolom {apa} diperlukan, tetapi tidak ada di baris kunci."
    ISI_RUMUS = "kolom {apa} harus berisi rumus di templat. Kembalikan rumusnya."
    NILAI_RUMUS = "rumus bernama {apa} tidak dikenal. Hapus rumusnya atau perbaiki namanya."
    SELURUH_LEMBAR = (
        "tabel {apa} berada selembar dengan tabel yang tidak terbit. Pisahkan lembarnya."
    )


class Cacat(NamedTuple):
    """One fault and its place; `lembar` or `sel` is empty where it concerns the whole. `apa` is
    what it is about, `tabel` the table of a lacking key."""

    lembar: str
    sel: str
    pesan: str
    aib: Aib
    apa: str = ""
    tabel: str = ""

    def __str__(self) -> str:
        letak = f"{self.lembar}!{self.sel}" if self.sel else self.lembar
        return f"{letak}: {self.pesan}" if letak else self.pesan


def build_cacat(aib: Aib, lembar: str = "", sel: str = "", **apa: object) -> Cacat:
    """A fault with its particulars filled in."""
    pesan = aib.value.format(**apa)
    return Cacat(lembar, sel, pesan, aib, str(apa.get("apa", "")), str(apa.get("tabel", "")))


class TemplatDitolak(SopKinerjaError):
    """The template can't be used; every fault found is listed by sheet and cell."""

    def __init__(self, nama: str, cacat: Iterable[Cacat]) -> None:
        self.nama = nama
        self.cacat = tuple(dict.fromkeys(cacat))
        butir = "".join(f"\n- {c}" for c in self.cacat)
        super().__init__(f"Templat {nama} belum dapat dipakai:{butir}")
