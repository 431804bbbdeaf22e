"""Names where a kode is due: taken where only one row is called so, else asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopkinerja.mandat.kode_mandat import read_indikator
from sopkinerja.mandat.referensi import read_referensi
from sopkinerja.opd.model import Referensi
from sopkinerja.opd.rujukan import find_kode, render_dekat
from sopkinerja.temuan import is_ditolak
from tests.laporan.tabel import read_tabel
from tests.mandat.test_referensi_kesalahan import DASAR
from tests.opd.kecil import build_kecil, write_rusak

PILIHAN = (
    ("PRG", "Kepala Subbagian Program"),
    ("PRG-01", "Analis Perencanaan"),
    ("PRG-02", "Pengolah Data"),
    ("PRG-03", "Pengolah Data"),
    ("", "Pengemudi"),
)
KASUS = """
| Ditulis                       | Kode           |
|-------------------------------|----------------|
| PRG-01                        | PRG-01         |
| prg - 01                      | PRG-01         |
| PRG–01                        | PRG-01         |
| kepala  subbagian PROGRAM     | PRG            |
| Kepala Sub Bagian Program     | PRG            |
| PRG-01 — Analis Perencanaan   | PRG-01         |
| PRG-01 (Analis Perencanaan)   | PRG-01         |
| PRG-01 Pengolah Data          |                |
| Pengolah Data                 | PRG-02 PRG-03  |
| Analis                        |                |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Ditulis"])
def test_nama_menunjuk_kode(kasus: dict[str, str]) -> None:
    assert " ".join(find_kode(kasus["Ditulis"], PILIHAN)) == kasus["Kode"]


def test_nama_tanpa_kode_dikenali() -> None:
    assert find_kode("Pengemudi", PILIHAN) == ("",)


DEKAT = """
| Ditulis        | Saran                                                         |
|----------------|---------------------------------------------------------------|
| Analis Rencana | Maksud Anda “PRG-01” (Analis Perencanaan)?                    |
| PRG-1          | Maksud Anda “PRG-01” (Analis Perencanaan)?                    |
| Pengemudii     | Maksud Anda “Pengemudi”?                                      |
| Pengolah Data  | Itu nama 2 baris. Maksud Anda “PRG-02” (Pengolah Data) atau “PRG-03” (Pengolah Data)? |
"""


@pytest.mark.parametrize("kasus", read_tabel(DEKAT), ids=lambda k: k["Ditulis"])
def test_yang_terdekat_ditawarkan(kasus: dict[str, str]) -> None:
    assert render_dekat(kasus["Ditulis"], PILIHAN).strip() == kasus["Saran"]


def test_yang_jauh_tetap_mendapat_tawaran() -> None:
    assert render_dekat("Xyz", PILIHAN).startswith(" Yang paling dekat: “")


LEMBAR = """
| Kasus                  | Ubah                                       | Temuan                             |
|------------------------|--------------------------------------------|------------------------------------|
| unit                   | Jabatan!D3=SEKRETARIAT; Unit!C3=Pimpinan Dinas |                 |
| atasan                 | Jabatan!E4=sekretaris dinas                |                                    |
| pegawai                | Pegawai!E3=Sekretaris  Dinas               |                                    |
| penanggung jawab       | DPA!F2=Kepala Subbagian Program            |                                    |
| kode dengan huruf lain | Jabatan!E5=prg; Pegawai!E4=Prg             |                                    |
| jabatan mandat ganda   | Jabatan!B5=Kepala Subbagian Program; Mandat!B17=Kepala Subbagian Program | REFERENSI_006 B17 |
| kode jabatan belum ada | Jabatan!A5=; Pegawai!E5=Perencana Ahli Muda | REFERENSI_081 A5                  |
"""


@pytest.fixture
def biasa() -> Referensi:
    return build_kecil()


@pytest.mark.parametrize("kasus", read_tabel(LEMBAR), ids=lambda k: k["Kasus"])
def test_nama_di_tiap_lembar(tmp_path: Path, kasus: dict[str, str], biasa: Referensi) -> None:
    referensi, temuan = read_referensi(write_rusak(tmp_path, kasus["Ubah"]))
    hasil = [f"{t.kode.name} {t.letak.sel}" for t in temuan if t.kode not in DASAR]
    assert ", ".join(hasil) == kasus["Temuan"]
    if not kasus["Temuan"]:
        assert referensi is not None
        assert [u.induk for u in referensi.unit] == [u.induk for u in biasa.unit]
        assert [(j.unit, j.atasan) for j in referensi.jabatan] == [
            (j.unit, j.atasan) for j in biasa.jabatan
        ]
        assert [p.jabatan for p in referensi.pegawai] == [p.jabatan for p in biasa.pegawai]


def test_mandat_dengan_nama_sama_dengan_kode(tmp_path: Path, biasa: Referensi) -> None:
    """Jabatan, Induk, Renstra and Sub Kegiatan by name freeze the mandat that kode freeze."""
    nama = {j.kode: j.nama for j in biasa.jabatan}
    kalimat = {i.kode: i.indikator for i in biasa.mandat}
    renstra = {r.kode: r.indikator for r in biasa.renstra}
    uraian = {d.kode: d.uraian for d in biasa.dpa}
    bernama = [
        i.model_copy(
            update={
                "jabatan": nama[i.jabatan].upper(),
                "induk": kalimat.get(i.induk or "", i.induk),
                "renstra": renstra.get(i.renstra or "", i.renstra),
                "sub_kegiatan": uraian.get(i.sub_kegiatan or "", i.sub_kegiatan),
            }
        )
        for i in biasa.mandat
    ]
    ubah = biasa.model_copy(update={"mandat": tuple(bernama)})
    referensi, temuan = read_referensi(write_rusak(tmp_path, "", ubah))
    assert {t.kode for t in temuan} <= DASAR
    assert referensi is not None
    assert read_indikator(referensi, ()) == read_indikator(biasa, ())


def test_kalimat_kembar_menunjuk_milik_atasan_langsung(tmp_path: Path, biasa: Referensi) -> None:
    """The same sentence stands at the Kepala Dinas too: the direct superior's is the induk."""
    atas = next(i for i in biasa.mandat if i.jabatan == "SEK")
    puncak = next(i for i in biasa.mandat if i.jabatan == "KADIS")
    bawah = next(i for i in biasa.mandat if i.jabatan == "PRG")
    ganti = {
        puncak.kode: {"indikator": atas.indikator},
        bawah.kode: {"induk": f" {atas.indikator.upper()} "},
    }
    mandat = tuple(i.model_copy(update=ganti.get(i.kode, {})) for i in biasa.mandat)
    hasil = read_indikator(biasa.model_copy(update={"mandat": mandat}), ())
    assert next(i.induk for i in hasil if i.kode == bawah.kode) == atas.kode


def test_induk_milik_jabatan_tanpa_kode_tidak_ikut_disebut(tmp_path: Path) -> None:
    """The jabatan has no kode yet, so that its indicators have none: only that is said."""
    biasa = build_kecil()
    atas = next(i for i in biasa.mandat if i.jabatan == "PRG")
    nama = {j.kode: j.nama for j in biasa.jabatan}
    mandat = [
        i.model_copy(
            update={
                "jabatan": nama[i.jabatan],
                "kode": "",
                "induk": atas.indikator if i.jabatan == "PRG-01" else None,
            }
        )
        for i in biasa.mandat
    ]
    ubah = "Jabatan!A4=; Jabatan!E5=Kepala Subbagian Program; OPD!B14=Kepala Subbagian Program"
    ubah += "; Pegawai!E4=Kepala Subbagian Program; DPA!F2=; Mandat!A1=Tahun"
    berkas = write_rusak(tmp_path, ubah, biasa.model_copy(update={"mandat": tuple(mandat)}))
    galat = [t.kode.name for t in read_referensi(berkas)[1] if is_ditolak([t])]
    assert galat == ["REFERENSI_081"]
