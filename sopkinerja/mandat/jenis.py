"""The mandat form as a kind of form."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter

from sopkinerja.formulir.beda import BedaKiriman, call_kolom, iter_ada, list_beda
from sopkinerja.formulir.jenis import DIAM, Jenis, Kembalian, Ketikan, Penilaian
from sopkinerja.istilah import Formulir
from sopkinerja.mandat.formulir import KENAL_PENANDA, KENAL_RUMUS, NAMA_TEMPLAT, build_isi
from sopkinerja.mandat.isian import periksa_mandat
from sopkinerja.mandat.model_formulir import FormulirMandat, HasilMandat
from sopkinerja.mandat.tabel import TABEL
from sopkinerja.opd.mandat import Indikator
from sopkinerja.ruang import Ruang, build_nama_aman

INDIKATOR = TypeAdapter(tuple[Indikator, ...])


def _periksa(k: Kembalian) -> Penilaian:
    formulir = FormulirMandat.model_validate_json(k.terbitan.isi)
    lama = next((HasilMandat.model_validate_json(x.hasil) for x in k.riwayat if x.berlaku), None)
    hasil = periksa_mandat(k.buku, formulir, lama, _read_ditanya(k), k.pengaturan.satuan)
    simpan = hasil.model_dump_json(exclude={"temuan"})
    return Penilaian(INDIKATOR.dump_json(hasil.indikator).decode(), simpan, hasil.temuan)


def _read_ditanya(k: Kembalian) -> frozenset[str]:
    """The kode asked about in returns of earlier revisions: this one carries the question."""
    lama = (x for x in k.riwayat if x.hasil and (x.revisi or 0) < k.terbitan.revisi)
    return frozenset(t for x in lama for t in HasilMandat.model_validate_json(x.hasil).tanya)


def _read_nilai(hasil: str) -> str:
    return INDIKATOR.dump_json(HasilMandat.model_validate_json(hasil).indikator).decode()


def _read_ketikan(hasil: str) -> Ketikan:
    isi = HasilMandat.model_validate_json(hasil)
    return Ketikan(isi.mentah, isi.jumlah_gambar)


def _read_kunci(hasil: str) -> dict[str, str]:
    return HasilMandat.model_validate_json(hasil).kunci


def build_beda(ini: str, itu: str) -> list[BedaKiriman]:
    """`PLN-01.02 target tahun: 8 / 11`, for every field of every indicator that differs."""
    satu, dua = (
        {i.kode: call_kolom(i.model_dump()) for i in HasilMandat.model_validate_json(h).indikator}
        for h in (ini, itu)
    )
    return [*iter_ada(satu, dua), *list_beda(satu, dua, keduanya=True)]


def build_folder(ruang: Ruang, tahun: int) -> Path:
    """`outbox/<tahun>/mandat`."""
    return ruang.build_outbox(tahun) / "mandat"


def build_nama_formulir(formulir: FormulirMandat) -> str:
    """`PLN-01_Kepala_Bidang_mandat_2026`, without an ending."""
    nama = build_nama_aman(formulir.jabatan)
    return f"{formulir.identitas.jabatan}_{nama}_mandat_{formulir.tahun}"


def build_diam(formulir: FormulirMandat) -> set[str]:
    """The fields of a record that only the judge reads, or that change with each issue."""
    diam = {*DIAM, "induk_lain", "dpa_lain", "kode_lama", "tahun_lalu"}
    return diam | {"tenggat"} if formulir.bebas_mulai else diam


MANDAT = Jenis(
    Formulir.MANDAT, FormulirMandat, TABEL, NAMA_TEMPLAT, KENAL_PENANDA, KENAL_RUMUS, build_isi,
    _periksa, _read_nilai, _read_ketikan, build_beda, _read_kunci,
    lambda ruang, f: build_folder(ruang, f.tahun), build_nama_formulir, build_diam,
)  # fmt: skip
