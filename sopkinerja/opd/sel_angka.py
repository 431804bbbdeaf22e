"""The numbers of a row: what they count, which cells are blank, what else stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sopkinerja.baca.angka import BukanAngka, DuaBacaan
from sopkinerja.baca.sebutan import KOLOM_BERSKALA
from sopkinerja.baca.sel import Sel
from sopkinerja.baca.takaran import (
    Takaran,
    find_satuan,
    is_strip,
    read_target_terukur,
    read_terukur,
)
from sopkinerja.istilah import Polaritas, Target
from sopkinerja.katalog import Kode
from sopkinerja.opd.kata import KATA_TETAP, find_pilihan
from sopkinerja.opd.tata import REALISASI_DPA, JenisIsi, KolomReferensi
from sopkinerja.opd.teks_sel import read_teks_sel
from sopkinerja.satuan import KamusSatuan, is_tanpa_satuan
from sopkinerja.skala import Skala
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import render_angka, render_pilihan

_CARA = {
    JenisIsi.ANGKA: "Tulis angka saja, misalnya 12,5.",
    JenisIsi.BULAT: "Tulis tahun empat angka, misalnya 2026.",
    JenisIsi.TARGET: "Tulis angka, misalnya 12,5, atau rentang 2,5 s.d. 4,5.",
}
CONTOH_ANGKA = "12,5"


def read_takaran(sel: Mapping[str, Sel], kamus: KamusSatuan) -> Takaran:
    """What the numbers of a row count, by its own cells."""
    if "pagu" in sel:
        return Takaran("rupiah", kamus)
    satuan, polaritas = sel.get("satuan"), sel.get("polaritas")
    arah = find_pilihan(read_teks_sel(polaritas), Polaritas, KATA_TETAP) if polaritas else ()
    tertulis = read_teks_sel(satuan) if satuan and satuan.galat is None else ""
    if is_tanpa_satuan(tertulis):
        tertulis = find_satuan((sel[k] for k in KOLOM_BERSKALA if k in sel), kamus)
    return Takaran(
        tertulis,
        kamus,
        next((p for p in arah if isinstance(p, Polaritas) and len(arah) == 1), None),
    )


def apply_satuan(
    nilai: dict[str, Any], sel: Mapping[str, Sel], takaran: Takaran
) -> Iterator[Temuan]:
    """A row without a satuan takes the one that its targets name, and that is told."""
    if takaran.satuan and "satuan" in sel and is_tanpa_satuan(nilai.get("satuan") or ""):
        nilai["satuan"] = takaran.satuan
        yield Temuan(Kode.MANDAT_066, sel["satuan"].letak, satuan=takaran.satuan)


def is_kosong(kolom: KolomReferensi, sel: Sel, skala: Skala | None = None) -> bool:
    """Blank, or a stroke in a column that may be blank; one in a column of results is none, and
    `tidak ada` may be a word of the row's scale."""
    if skala and kolom.kunci in KOLOM_BERSKALA and skala.find_sebutan(read_teks_sel(sel)):
        return False
    boleh = kolom.jenis is not JenisIsi.TEKS or kolom.is_kode
    boleh = boleh and not kolom.wajib and kolom not in REALISASI_DPA
    return sel.is_kosong or (boleh and is_strip(sel))


def check_strip(
    kolom: Sequence[KolomReferensi], sel: Mapping[str, Sel], skala: Skala | None
) -> Iterator[tuple[str, Temuan]]:
    """One info, at the first of them, for the strokes of a row that were read as blanks."""
    strip = [k for k in kolom if k.kunci in sel and is_kosong(k, sel[k.kunci], skala)]
    strip = [k for k in strip if not (k.opsional or sel[k.kunci].is_kosong)]
    if strip:
        satu, judul = sel[strip[0].kunci], ", ".join(k.judul for k in strip)
        isi = read_teks_sel(satu)
        yield strip[0].kunci, Temuan(Kode.REFERENSI_065, satu.letak, kolom=judul, isi=isi)


def read_angka_sel(kolom: KolomReferensi, sel: Sel, takaran: Takaran) -> Target | int | Temuan:
    sel = sel._replace(samar=None)
    baca = read_target_terukur if kolom.jenis is JenisIsi.TARGET else read_terukur
    hasil = baca(sel, takaran)
    if kolom.jenis is JenisIsi.BULAT and isinstance(hasil, float):
        if hasil.is_integer() and 2000 <= hasil <= 2100:
            return int(hasil)
        hasil = BukanAngka(render_angka(hasil), "teks")
    if isinstance(hasil, DuaBacaan | BukanAngka):
        return build_tolak(kolom, sel, hasil, takaran)
    return hasil


_TANYA = {
    "satuan": Kode.REFERENSI_066,
    "arah": Kode.REFERENSI_067,
    "dua": Kode.REFERENSI_068,
}


def build_tolak(
    kolom: KolomReferensi, sel: Sel, hasil: DuaBacaan | BukanAngka, takaran: Takaran
) -> Temuan:
    """A cell that holds no number, one with two readings, or one beside which something else
    stands."""
    if isinstance(hasil, DuaBacaan):
        bacaan = render_pilihan(hasil.bacaan)
        return Temuan(
            Kode.REFERENSI_016, sel.letak, kolom=kolom.judul, nilai=hasil.teks, bacaan=bacaan
        )
    if hasil.sebab in _TANYA:
        return Temuan(
            _TANYA[hasil.sebab],
            sel.letak,
            kolom=kolom.judul,
            nilai=hasil.teks,
            angka=hasil.angka or CONTOH_ANGKA,
            satuan=takaran.satuan or "belum diisi",
            polaritas=takaran.polaritas or "",
        )
    cara = _CARA[kolom.jenis]
    if hasil.sebab == "tanggal":
        cara = f"Excel mengubahnya menjadi tanggal. {cara}"
    elif hasil.sebab == "coret":
        cara = f"Sebagian isinya dicoret: sisakan yang berlaku saja. {cara}"
    return Temuan(Kode.REFERENSI_015, sel.letak, kolom=kolom.judul, nilai=hasil.teks, cara=cara)
