"""The Renaksi form as a kind of form."""

from __future__ import annotations

from pydantic import TypeAdapter

from sopkinerja.formulir.beda import BedaKiriman, call_kolom, iter_ada, list_beda
from sopkinerja.formulir.jenis import Jenis, Kembalian, Ketikan, Penilaian
from sopkinerja.istilah import Formulir
from sopkinerja.renaksi.formulir import KENAL_PENANDA, KENAL_RUMUS, NAMA_TEMPLAT, build_isi
from sopkinerja.renaksi.isian import periksa_renaksi
from sopkinerja.renaksi.model import FormulirRenaksi, HasilRenaksi, Langkah
from sopkinerja.renaksi.tabel import TABEL

LANGKAH = TypeAdapter(tuple[Langkah, ...])


def _periksa(k: Kembalian) -> Penilaian:
    formulir = FormulirRenaksi.model_validate_json(k.terbitan.isi)
    lama = next((HasilRenaksi.model_validate_json(x.hasil) for x in k.riwayat if x.berlaku), None)
    hasil = periksa_renaksi(k.buku, formulir, lama, k.pengaturan.satuan)
    simpan = hasil.model_dump_json(exclude={"temuan"})
    return Penilaian(LANGKAH.dump_json(hasil.langkah).decode(), simpan, hasil.temuan)


def _read_nilai(hasil: str) -> str:
    return LANGKAH.dump_json(HasilRenaksi.model_validate_json(hasil).langkah).decode()


def _read_ketikan(hasil: str) -> Ketikan:
    isi = HasilRenaksi.model_validate_json(hasil)
    return Ketikan(isi.mentah, isi.jumlah_gambar)


def _read_kunci(hasil: str) -> dict[str, str]:
    return HasilRenaksi.model_validate_json(hasil).baris


def build_beda(ini: str, itu: str) -> list[BedaKiriman]:
    """`TW1.L02 bulan selesai: 5 / 6`, for every field of every step that differs."""
    satu, dua = (
        {s.kunci: call_kolom(s.model_dump()) for s in HasilRenaksi.model_validate_json(h).langkah}
        for h in (ini, itu)
    )
    return [*iter_ada(satu, dua), *list_beda(satu, dua, keduanya=True)]


RENAKSI = Jenis(
    Formulir.RENAKSI, FormulirRenaksi, TABEL, NAMA_TEMPLAT, KENAL_PENANDA, KENAL_RUMUS, build_isi,
    _periksa, _read_nilai, _read_ketikan, build_beda, _read_kunci,
    asal=("versi_mandat",), pokok=lambda f: (f.indikator, f.bawaan, f.pagu),
)  # fmt: skip
