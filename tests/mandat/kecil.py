"""A cascade of three chairs built from table rows."""

from __future__ import annotations

from sopkinerja.baca.angka import read_target
from sopkinerja.baca.sel import Sel
from sopkinerja.istilah import Konsolidasi, Level, Polaritas, Rentang, Target
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import BarisDpa, Jabatan, Opd, Referensi, Unit


def build_target(teks: str) -> Target:
    """`2,5 s.d. 4,5`, `10` or an empty text as a target."""
    hasil = read_target(Sel(teks, "", ""))
    assert hasil is None or isinstance(hasil, float | Rentang)
    return hasil


def build_indikator(kode: str, /, **isi: object) -> Indikator:
    """A Naik/Jumlah indicator of the jabatan that its kode begins with."""
    dasar: dict[str, object] = {
        "tahun": 2026,
        "jabatan": kode.rpartition(".")[0],
        "kode": kode,
        "sasaran": "Sasaran",
        "indikator": f"Indikator {kode}",
        "satuan": "unit",
        "polaritas": Polaritas.NAIK,
        "konsolidasi": Konsolidasi.JUMLAH,
        "target_tahun": 4.0,
        "target_tw": (1.0, 1.0, 1.0, 1.0),
    }
    return Indikator.model_validate(dasar | isi)


def build_referensi(*mandat: Indikator) -> Referensi:
    """KADIS over PLN over PLN-01, one sub kegiatan in PLN's charge."""
    return Referensi(
        opd=Opd(tahun=2026, nama="Dinas", singkatan="Dinas", pemda="Provinsi"),
        unit=(Unit(kode="D", nama="Dinas"),),
        jabatan=(
            Jabatan(kode="KADIS", nama="Kepala", level=Level.KEPALA_DINAS, unit="D"),
            Jabatan(kode="PLN", nama="Kabid", level=Level.KABID, unit="D", atasan="KADIS"),
            Jabatan(kode="PLN-01", nama="Staf", level=Level.JFU, unit="D", atasan="PLN"),
        ),
        pegawai=(),
        dpa=(BarisDpa(tahun=2026, kode="3.30.05", uraian="x", pagu=1, penanggung_jawab="PLN"),),
        mandat=mandat,
    )
