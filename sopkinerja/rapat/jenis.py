"""The Rapat Monev form as a kind of form."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from sopkinerja.formulir.beda import BedaKiriman, call_kolom, list_beda
from sopkinerja.formulir.jenis import DIAM, Jenis, Kembalian, Ketikan, Penilaian
from sopkinerja.istilah import Formulir
from sopkinerja.matriks.model import RapatMonev
from sopkinerja.rapat.formulir import (
    KENAL_PENANDA,
    KENAL_RUMUS,
    NAMA_TEMPLAT,
    build_isi,
    build_mentah_awal,
)
from sopkinerja.rapat.isian import periksa_rapat
from sopkinerja.rapat.model import HASIL, FormulirRapat, HasilRapat, read_hasil
from sopkinerja.rapat.penanggung_jawab import NAMA, Nama, add_singkatan
from sopkinerja.rapat.tabel import TABEL
from sopkinerja.rapat.teks import LEMBAR
from sopkinerja.ruang import Ruang

TAMPAK = ("agenda", "agenda_lain", "lalu", "belum", "diminta", "awal")
"""What of a record its reader sees; all else makes no revision."""


def _periksa(k: Kembalian) -> Penilaian:
    gambar = max((read_hasil(x.hasil).jumlah_gambar for x in k.riwayat if x.hasil), default=0)
    rekam = read_rekam(k.terbitan.isi)
    lama = _read_lama(k, rekam)
    hasil = periksa_rapat(k.buku, k.tanggal, read_nama(k.terbitan.isi), gambar, rekam, lama)
    simpan = hasil.model_dump_json(exclude={"temuan"})
    return Penilaian(_read_nilai(simpan), simpan, hasil.temuan)


def _read_lama(k: Kembalian, rekam: FormulirRapat | None) -> HasilRapat | None:
    """The accepted return before this one, its cells by the rows of this form: another revision was
    issued with what was accepted in its own place."""
    kiriman = next((x for x in k.riwayat if x.berlaku), None)
    if kiriman is None:
        return None
    lama = read_hasil(kiriman.hasil)
    if rekam is None or (kiriman.revisi == k.terbitan.revisi and lama.mentah):
        return lama
    mentah = build_mentah_awal(rekam.model_copy(update={"awal": lama.rapat}))
    return lama.model_copy(update={"mentah": mentah})


def read_rekam(rekam: str) -> FormulirRapat | None:
    """A record of issue; None for one of before there were correction forms, which held nothing but
    names."""
    try:
        return FormulirRapat.model_validate_json(rekam)
    except ValidationError:
        return None


def read_nama(rekam: str) -> Nama:
    """What each jabatan may be called, out of a record of issue of any version."""
    formulir = read_rekam(rekam)
    return add_singkatan(formulir.nama if formulir else NAMA.validate_json(rekam))


def _read_nilai(hasil: str) -> str:
    """What the return says by itself: a copy of one stays a copy, whatever was accepted before."""
    isi = read_hasil(hasil)
    return HASIL.dump_json(isi.tertulis or isi.rapat).decode()


def _read_ketikan(hasil: str) -> Ketikan:
    isi = read_hasil(hasil)
    return Ketikan(isi.mentah, isi.jumlah_gambar)


def build_beda(ini: str, itu: str) -> list[BedaKiriman]:
    """`Rapat Monev kesimpulan: … / …`, for every field that differs; of decisions and of people only
    those that one of them has, and not what the form itself asked (`dibawa`)."""
    satu, dua = (read_hasil(h).rapat for h in (ini, itu))
    kiri, kanan = _build_kolom(satu, dua), _build_kolom(dua, satu)
    return list_beda({LEMBAR["agenda"]: kiri}, {LEMBAR["agenda"]: kanan})


def _build_kolom(rapat: RapatMonev, lain: RapatMonev) -> dict[str, object]:
    """Every field by what a message calls it; of a decision what was typed beside it."""
    keputusan = tuple(
        (k.render(), k.penanggung_jawab, k.kapan)
        for k in rapat.keputusan
        if k not in lain.keputusan
    )
    hadir = tuple(x for x in rapat.hadir if x not in lain.hadir)
    isi = {k: v for k, v in HASIL.dump_python(rapat).items() if k != "dibawa"}
    return call_kolom({**isi, "keputusan": keputusan, "hadir": hadir})


def build_folder(ruang: Ruang, formulir: FormulirRapat) -> Path:
    """`outbox/<tahun>/TW<n>`."""
    return ruang.build_outbox(formulir.tahun, formulir.triwulan)


def build_nama_formulir(formulir: FormulirRapat) -> str:
    """`Rapat_Monev_TW1_2026`, without an ending."""
    return f"Rapat_Monev_TW{formulir.triwulan.value}_{formulir.tahun}"


def _build_tujuan(ruang: Ruang, formulir: FormulirRapat) -> Path:
    """Beside the matrix that it came with."""
    return build_folder(ruang, formulir) / f"{build_nama_formulir(formulir)}.xlsx"


RAPAT = Jenis(
    Formulir.RAPAT, FormulirRapat, TABEL, NAMA_TEMPLAT, KENAL_PENANDA, KENAL_RUMUS, build_isi,
    _periksa, _read_nilai, _read_ketikan, build_beda, lambda _: {}, build_folder,
    build_nama_formulir, lambda _: {*DIAM, *FormulirRapat.model_fields} - {*TAMPAK, "identitas"},
    tujuan=_build_tujuan,
)  # fmt: skip
