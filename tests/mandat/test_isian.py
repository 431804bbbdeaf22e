"""What is wrong with a returned mandat form, and the kode that its rows get."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from sopkinerja.baca.sel import BukuTerbaca, Sel, TabelTerbaca
from sopkinerja.istilah import Aspek, JenisKerja, Rentang, Triwulan
from sopkinerja.mandat.formulir import build_isi
from sopkinerja.mandat.isian import periksa_mandat
from sopkinerja.mandat.model_formulir import HasilMandat
from sopkinerja.mandat.tabel import MANDAT
from tests.laporan.tabel import read_tabel
from tests.mandat.borang import ATASAN, build_formulir
from tests.mandat.kecil import build_indikator

ISI: dict[str, Any] = {
    "sasaran": "Sasaran", "indikator": "Eksportir baru yang dibina", "satuan": "unit",
    "polaritas": "Naik", "konsolidasi": "Jumlah", "target_tahun": 4.0,
    "tw_0": 1.0, "tw_1": 1.0, "tw_2": 1.0, "tw_3": 1.0,
    "induk": "KADIS.01 — Nilai ekspor nonmigas",
}  # fmt: skip


def build_buku(*baris: Mapping[str, Any], liar: Mapping[str, Any] | None = None) -> BukuTerbaca:
    """A returned form whose rows hold these values."""

    def build(nomor: int, isi: Mapping[str, Any]) -> dict[str, Sel]:
        return {
            k: isi[k] if isinstance(isi.get(k), Sel) else Sel(isi.get(k), "Mandat", f"{k}{nomor}")
            for k in ("kode", *MANDAT.isian)
        }

    tabel = TabelTerbaca(
        "mandat", "Mandat", ("kode", *MANDAT.isian),
        {f"I{n:02d}": build(n, isi) for n, isi in enumerate(baris, 1)},
        liar=[build(99, liar)] if liar else [],
    )  # fmt: skip
    return BukuTerbaca("xlsx", ("Mandat",), {"mandat": [tabel]})


def periksa(*baris: Mapping[str, Any], **formulir: Any) -> HasilMandat:
    return periksa_mandat(build_buku(*baris), build_formulir(**formulir))


def kode(hasil: HasilMandat) -> list[str]:
    return [f"{t.kode.name} {t.letak.kolom}" for t in hasil.temuan]


KASUS = """
| Kasus                     | Kolom        | Isi                | Temuan                      |
| benar                     | satuan       | unit               |                             |
| tanpa satuan              | satuan       |                    | MANDAT_065 satuan           |
| bersatuan                 | tw_1         | 1 Unit             |                             |
| satuan disingkat          | tw_1         | 1 unt.             |                             |
| satuan lain               | tw_1         | 1 orang            | REFERENSI_066 tw_1          |
| batas searah              | tw_1         | ≥ 1                |                             |
| batas berlawanan          | tw_1         | maks. 1            | REFERENSI_067 tw_1          |
| dua angka                 | tw_1         | 1 dari 4           | REFERENSI_068 tw_1          |
| strip pada kolom bebas    | nilai_terburuk | n.a.             | REFERENSI_065 nilai_terburuk |
| tanpa polaritas           | polaritas    |                    | REFERENSI_069 polaritas     |
| polaritas lain            | polaritas    | naik sekali        | REFERENSI_014 polaritas     |
| huruf kecil               | polaritas    | naik               |                             |
| dua bacaan                | tw_1         | 1.234              | REFERENSI_016 tw_1          |
| bukan angka               | tw_1         | nihil              | REFERENSI_015 tw_1          |
| angka sebagai teks        | tw_1         | 1,0                |                             |
| target tidak cocok        | target_tahun | 5                  | MANDAT_001 target_tahun     |
| target tahun kosong       | target_tahun |                    | MANDAT_021 target_tahun     |
| pita dijumlahkan          | target_tahun | 2,5 s.d. 4,5       | MANDAT_003 konsolidasi      |
| induk kosong              | induk        |                    | MANDAT_008 induk            |
| induk lewat kodenya       | induk        | kadis.01           |                             |
| induk lewat kalimatnya    | induk        | Nilai Ekspor Nonmigas |                          |
| induk bukan atasan        | induk        | SEK.01             | MANDAT_009 induk            |
| induk tidak dikenal       | induk        | KADIS.77           | MANDAT_010 induk            |
| sub kegiatan sendiri      | sub_kegiatan | 3.30.05 — Promosi  |                             |
| sub kegiatan orang lain   | sub_kegiatan | 3.30.06            | MANDAT_015 sub_kegiatan     |
| sub kegiatan tidak ada    | sub_kegiatan | 3.99               | MANDAT_014 sub_kegiatan     |
| bobot tidak seratus       | bobot        | 40                 | MANDAT_007 bobot            |
| menyebut penurunan        | indikator    | Penurunan aduan    | MANDAT_012 polaritas        |
| aspek tak dikenal         | aspek        | Kecepatan          | REFERENSI_014 aspek         |
| aspek huruf kecil         | aspek        | waktu              |                             |
| jenis tambahan            | jenis        | Tambahan           |                             |
| data menyusul tak terbaca | data_menyusul | mungkin           | REFERENSI_014 data_menyusul |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_satu_baris(kasus: dict[str, str]) -> None:
    hasil = periksa(ISI | {kasus["Kolom"]: kasus["Isi"] or None})
    assert kode(hasil) == ([kasus["Temuan"]] if kasus["Temuan"] else [])


def test_selisih_target_disebut_bersama_polaritas() -> None:
    """A sum doesn't depend on the polaritas: both faults are said at once."""
    hasil = periksa(ISI | {"polaritas": "naik sekali", "target_tahun": 5})
    assert kode(hasil) == ["REFERENSI_014 polaritas", "MANDAT_001 target_tahun"]
    terakhir = {"polaritas": "naik sekali", "konsolidasi": "Terakhir", "target_tahun": 5}
    assert kode(periksa(ISI | terakhir)) == ["REFERENSI_014 polaritas"]


def test_kosong_dan_tanpa_tabel() -> None:
    assert kode(periksa({})) == ["MANDAT_025 "]
    buku = BukuTerbaca("xlsx", ("Sheet1",), {})
    assert kode(periksa_mandat(buku, build_formulir())) == ["MANDAT_027 "]


def test_satuan_dari_targetnya() -> None:
    """Where Satuan is blank, what stands beside the targets is it."""
    hasil = periksa(ISI | {"satuan": None, "tw_1": "1 Unit"})
    assert kode(hasil) == ["MANDAT_066 satuan"]
    assert hasil.indikator[0].satuan == "Unit"


def test_nilai_terbaca() -> None:
    """Per cent cells, bands and choices become what they mean."""
    hasil = periksa(
        ISI | {"satuan": "persen", "tw_0": 2.0, "tw_1": Sel(0.5, "Mandat", "L12", persen=True),
               "tw_2": None, "tw_3": None, "target_tahun": 52.0, "data_menyusul": "ya", "sub_kegiatan": "3.30.05 — Promosi"},
        ISI | {"indikator": "Stabilitas harga", "polaritas": "rentang", "konsolidasi": "terakhir",
               "target_tahun": "2,5 s.d. 4,5", "tw_0": "2,5 - 4,5", "tw_1": None, "tw_2": None,
               "tw_3": None, "aspek": "waktu", "jenis": "tambahan"},
    )  # fmt: skip
    satu, dua = hasil.indikator
    assert (satu.aspek, satu.jenis) == (None, JenisKerja.UTAMA)
    assert (dua.aspek, dua.jenis) == (Aspek.WAKTU, JenisKerja.TAMBAHAN)
    assert satu.target_tw == (2.0, 50.0, None, None)
    assert (satu.induk, satu.sub_kegiatan, satu.data_menyusul) == ("KADIS.01", "3.30.05", True)
    assert dua.target_tahun == dua.target_tw[0] == Rentang(bawah=2.5, atas=4.5)
    assert hasil.temuan == ()


def test_induk_bebas_bila_mandat_atasan_belum_masuk() -> None:
    hasil = periksa(ISI | {"induk": "mendukung ekspor"}, induk=())
    assert hasil.temuan == ()
    assert hasil.indikator[0].induk == "mendukung ekspor"


def test_rumus_diketik_disebut() -> None:
    sel = Sel(4.0, "Mandat", "J11", rumus="=SUM(K11:N11)")
    assert kode(periksa(ISI | {"target_tahun": sel})) == ["REFERENSI_021 target_tahun"]


def test_kode_terkunci_dikembalikan() -> None:
    lama = build_indikator("PLN.07", indikator=ISI["indikator"])
    hasil = periksa_mandat(build_buku(ISI | {"kode": "PLN.99"}), build_formulir(lama))
    assert kode(hasil) == ["KUNCI_001 kode"]
    assert [i.kode for i in hasil.indikator] == ["PLN.07"]


def test_kode_dari_alat() -> None:
    """New rows are numbered on; a mended sentence keeps its kode, another indicator gets a new."""
    lama = build_indikator("PLN.03", indikator="Pameran dagang yang diikuti")
    formulir = build_formulir(lama)
    pertama = periksa_mandat(
        build_buku(ISI | {"indikator": "Pameran dagang yang diikuti"}, ISI), formulir
    )
    assert [i.kode for i in pertama.indikator] == ["PLN.03", "PLN.04"]
    kedua = periksa_mandat(
        build_buku(
            ISI | {"indikator": "Rata-rata hari layanan surat"},
            ISI | {"indikator": "Eksportir baru yang sudah dibina"},
        ),
        formulir,
        pertama,
    )
    assert [i.kode for i in kedua.indikator] == ["PLN.05", "PLN.04"]
    assert kode(kedua) == ["MANDAT_036 kode"]


LAMA = (
    build_indikator("PLN.01", indikator="Pameran dagang yang diikuti"),
    build_indikator("PLN.02", indikator="Hari penyelesaian surat keterangan asal"),
)
BERUBAH = """
| Kasus                          | Kode   | Indikator                               | Kode kini | Temuan          |
| sama                           | PLN.02 | Hari penyelesaian surat keterangan asal | PLN.02    |                 |
| kalimatnya dibetulkan          | PLN.02 | Hari penyelesaian Surat Keterangan Asal (SKA) | PLN.02 |              |
| berbunyi lain                  | PLN.02 | Eksportir baru yang dibina              | PLN.03    | MANDAT_035 kode |
| berbunyi lain, kodenya dihapus |        | Nilai transaksi misi dagang             | PLN.03    | MANDAT_035 kode |
| berbunyi lain, kode lain       | PLN.77 | Volume ekspor kakao                     | PLN.03    | MANDAT_035 kode |
| dinyatakan baru                | baru   | Eksportir baru yang dibina              | PLN.03    |                 |
| dinyatakan Baru                | Baru   | Temu bisnis daring                      | PLN.03    |                 |
"""


@pytest.mark.parametrize("kasus", read_tabel(BERUBAH), ids=lambda k: k["Kasus"])
def test_baris_pk_yang_berbunyi_lain_ditanya(kasus: dict[str, str]) -> None:
    """On a form that holds a frozen mandat; elsewhere in the form nothing is asked."""
    satu = ISI | {"kode": "PLN.01", "indikator": LAMA[0].indikator}
    dua = ISI | {"kode": kasus["Kode"] or None, "indikator": kasus["Indikator"]}
    hasil = periksa_mandat(build_buku(satu, dua), build_formulir(*LAMA, bebas_mulai=Triwulan.I))
    assert " ".join(kode(hasil)) == kasus["Temuan"]
    assert [i.kode for i in hasil.indikator] == ["PLN.01", kasus["Kode kini"]]
    assert hasil.tanya == (("PLN.02",) if "MANDAT_035" in kasus["Temuan"] else ())


JAWABAN = """
| Kasus               | Kode   | Kode kini | Temuan          |
| kode lamanya        | PLN.02 | PLN.02    |                 |
| baru                | baru   | PLN.03    |                 |
| tidak dijawab       |        | PLN.03    | MANDAT_035 kode |
| kode yang tidak ada | PLN.09 | PLN.03    | MANDAT_035 kode |
"""


@pytest.mark.parametrize("kasus", read_tabel(JAWABAN), ids=lambda k: k["Kasus"])
def test_jawaban_atas_kode_yang_ditanya(kasus: dict[str, str]) -> None:
    formulir = build_formulir(*LAMA, bebas_mulai=Triwulan.I)
    satu = ISI | {"kode": "PLN.01", "indikator": LAMA[0].indikator}
    dua = ISI | {"kode": kasus["Kode"] or None, "indikator": "Eksportir baru yang dibina"}
    hasil = periksa_mandat(build_buku(satu, dua), formulir, ditanya={"PLN.02"})
    assert " ".join(kode(hasil)) == kasus["Temuan"]
    assert [i.kode for i in hasil.indikator] == ["PLN.01", kasus["Kode kini"]]
    sel = (
        build_isi(formulir, hasil.mentah, temuan=hasil.temuan, percobaan=2).tabel["mandat"][1].nilai
    )
    tertulis = {"PLN.03": "baru", "PLN.02": "PLN.02"}[kasus["Kode kini"]]
    assert sel["kode"] == (None if kasus["Temuan"] else tertulis)


def test_indikator_pindah_ke_baris_kosong_ditanya() -> None:
    """The frozen row is emptied, its indicator stands in other words below: asked, and answered."""
    formulir = build_formulir(*LAMA, bebas_mulai=Triwulan.I)
    satu = ISI | {"kode": "PLN.01", "indikator": LAMA[0].indikator}
    lain = ISI | {"indikator": "Lama layanan SKA"}
    hasil = periksa_mandat(build_buku(satu, {"kode": "PLN.02"}, lain), formulir)
    assert (kode(hasil), hasil.tanya) == (["MANDAT_035 kode"], ("PLN.02",))
    jawab = build_buku(satu, {"kode": None}, lain | {"kode": "PLN.02"})
    hasil = periksa_mandat(jawab, formulir, ditanya=hasil.tanya)
    assert [i.kode for i in hasil.indikator] == ["PLN.01", "PLN.02"]
    assert kode(hasil) == ["KUNCI_012 "]


def test_kode_diketik_pada_baris_baru_disebut() -> None:
    hasil = periksa(ISI | {"kode": "EKS-7"})
    assert kode(hasil) == ["KUNCI_001 kode"]
    assert [i.kode for i in hasil.indikator] == ["PLN.01"]


@pytest.mark.parametrize("tahun_lalu", [12.5, 60.0, 98.75])
def test_pecahan_di_samping_target_tahun_lalu(tahun_lalu: float) -> None:
    """Percentages typed as fractions where last year's targets were percentages."""
    lama = build_indikator("PLN.01", indikator=ISI["indikator"], satuan="%")
    target = {"target_tahun": 0.65, "tw_0": None, "tw_1": None, "tw_2": None, "tw_3": 0.65}
    isi = ISI | {"kode": "PLN.01", "satuan": "%", "konsolidasi": "Terakhir"} | target
    dulu = lama.model_copy(update={"tahun": 2025, "target_tahun": tahun_lalu})
    for baris, harap in (((dulu,), "MANDAT_033"), ((), "MANDAT_034")):
        usulan = lama.model_copy(update={"target_tahun": None, "target_tw": (None,) * 4})
        hasil = periksa_mandat(build_buku(isi), build_formulir(usulan, tahun_lalu=baris))
        assert kode(hasil) == [f"{harap} target_tahun"]


def test_baris_tempelan_ikut_terbaca() -> None:
    """A pasted row without a key is an indicator like the others."""
    buku = build_buku(ISI, liar=ISI | {"indikator": "Pelatihan ekspor"})
    hasil = periksa_mandat(buku, build_formulir())
    assert [i.indikator for i in hasil.indikator] == [ISI["indikator"], "Pelatihan ekspor"]
    assert hasil.kunci["PLN.02"] == "sisipan-1"


def test_induk_tahun_lalu_dikenal() -> None:
    """Where the atasan's own mandat isn't in yet, last year's indicators are what can be chosen."""
    lalu = tuple(i.model_copy(update={"tahun": 2025}) for i in ATASAN)
    hasil = periksa(ISI | {"induk": "KADIS.01"}, induk=lalu)
    assert kode(hasil) == []
    assert [i.induk for i in hasil.indikator] == ["KADIS.01"]
