"""The sheets Renaksi and Tindak Lanjut as they come back: what is read, warned of, asked again."""

from __future__ import annotations

from typing import Any

import pytest

from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.istilah import KeadaanTindak
from sopkinerja.katalog import Tingkat
from sopkinerja.laporan.aturan_tindak import check_revisi
from sopkinerja.laporan.aturan_ukuran import check_tambahan
from sopkinerja.laporan.isian import periksa_laporan
from sopkinerja.laporan.model import BarisTindakLanjut, FormulirLaporan, HasilPeriksa
from sopkinerja.renaksi.model import BarisLangkah, IsianTindak
from sopkinerja.ruang import Pengaturan
from tests.laporan.buku import KINI, build_buku, build_formulir, build_tabel
from tests.laporan.tabel import read_tabel

BAIK = {"A.01": {"realisasi": 10, "bukti_dukung": "BA.pdf"}}
LANGKAH = BarisLangkah(kunci="TW1.L01", kode="A.01", langkah="Mendata sentra", bulan="Januari")
TINDAK = BarisTindakLanjut(
    kunci="R4.A.01", asal="Rekomendasi TW IV", kode="A.01", uraian="Mengusulkan alat cadangan"
)
KASUS = """
| Kasus             | Status            | Catatan            | Dibaca   | Temuan     |
| ----------------- | ----------------- | ------------------ | -------- | ---------- |
| selesai           | selesai           |                    | selesai  |            |
| kata lain         | Sudah  Selesai    |                    | selesai  |            |
| berjalan          | berjalan          | baru setengah      | berjalan |            |
| berjalan, diam    | berjalan          |                    | berjalan |            |
| belum, dijelaskan | belum             | menunggu anggaran  | belum    |            |
| belum, diam       | belum             |                    | belum    | TINDAK_003 |
| kosong            |                   |                    |          | TINDAK_001 |
| hanya catatan     |                   | sudah kami kerjakan |         | TINDAK_001 |
| kata asing        | 50 persen         |                    |          | TINDAK_002 |
"""


def build(**lain: Any) -> FormulirLaporan:
    return build_formulir(renaksi=(LANGKAH,), tindak_lanjut=(TINDAK,), **lain)


def periksa(buku: BukuTerbaca, formulir: FormulirLaporan) -> HasilPeriksa:
    return periksa_laporan(buku, formulir, KINI, Pengaturan())


@pytest.mark.parametrize("kunci", ["TW1.L01", "R4.A.01"])
@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_keadaan(kasus: dict[str, str], kunci: str) -> None:
    """Both sheets have the same rules, and none of them sends a form back."""
    baik = {"keadaan": "selesai"}
    isian = {"keadaan": kasus["Status"] or None, "catatan": kasus["Catatan"] or None}
    tindak = {"TW1.L01": baik, "R4.A.01": baik} | {kunci: isian}
    hasil = periksa(build_buku(build(), BAIK, tindak=tindak), build())
    assert " ".join(t.kode.name for t in hasil.temuan) == kasus["Temuan"]
    assert all(t.tingkat is Tingkat.PERINGATAN for t in hasil.temuan)
    dibaca = {t.kunci: t for t in (*hasil.laporan.renaksi, *hasil.laporan.tindak_lanjut)}
    keadaan = KeadaanTindak(kasus["Dibaca"]) if kasus["Dibaca"] else None
    assert dibaca[kunci] == IsianTindak(kunci=kunci, keadaan=keadaan, catatan=kasus["Catatan"])


BERTARGET = LANGKAH.model_copy(update={"satuan": "IKM", "target": 20.0})
REALISASI = """
| Kasus                  | Status   | Realisasi | Dibaca | Temuan      |
| tercapai               | selesai  | 20        | 20     |             |
| lebih                  | selesai  | 25,5      | 25.5   |             |
| selesai, kurang        | selesai  | 12        | 12     | TINDAK_092  |
| berjalan, kurang       | berjalan | 12        | 12     |             |
| belum, nol             | belum    | 0         | 0      |             |
| belum, ada hasil       | belum    | 3         | 3      | TINDAK_093  |
| belum, kosong          | belum    |           |        |             |
| berjalan, kosong       | berjalan |           |        | TINDAK_091  |
| selesai, kosong        | selesai  |           |        | TINDAK_091  |
| tanpa Status           |          | 5         | 5      | TINDAK_001  |
| negatif                | berjalan | -3        | -3     | TINDAK_090! |
| dua bacaan             | berjalan | 1.234     |        | ANGKA_002!  |
| bukan angka            | berjalan | nihil     |        | ANGKA_001!  |
| persen                 | berjalan | 50%       | 50     | ANGKA_017!  |
"""


@pytest.mark.parametrize("kasus", read_tabel(REALISASI), ids=lambda k: k["Kasus"])
def test_realisasi_langkah(kasus: dict[str, str]) -> None:
    formulir = build_formulir(renaksi=(BERTARGET,))
    isian = {
        "keadaan": kasus["Status"] or None,
        "realisasi": kasus["Realisasi"] or None,
        "catatan": "menunggu jadwal",
    }
    hasil = periksa(build_buku(formulir, BAIK, tindak={"TW1.L01": isian}), formulir)
    tanda = {Tingkat.GALAT: "!", Tingkat.PERINGATAN: ""}
    assert [t.kode.name + tanda[t.tingkat] for t in hasil.temuan] == kasus["Temuan"].split()
    harap = float(kasus["Dibaca"]) if kasus["Dibaca"] else None
    assert hasil.laporan.renaksi[0].realisasi == harap


def test_langkah_tanpa_target() -> None:
    """Nothing is asked in figures; what is told all the same is kept."""
    formulir = build_formulir(renaksi=(LANGKAH,))
    isian = {"keadaan": "selesai", "realisasi": 4.0}
    hasil = periksa(build_buku(formulir, BAIK, tindak={"TW1.L01": isian}), formulir)
    assert (hasil.temuan, hasil.laporan.renaksi[0].realisasi) == ((), 4.0)


def test_isian_disimpan_untuk_formulir_berikutnya() -> None:
    isian = {"R4.A.01": {"keadaan": "berjalan", "catatan": "tinggal serah terima"}}
    mentah = periksa(build_buku(build(), BAIK, tindak=isian), build()).mentah
    sel = mentah["tindak_lanjut"]["R4.A.01"]
    assert {k: s.isi for k, s in sel.items()} == isian["R4.A.01"]
    assert mentah.get("pelaksanaan") is None


def test_baris_terkunci_dikembalikan() -> None:
    isian = {
        "TW1.L01": {"keadaan": "selesai", "langkah": "Langkah lain"},
        "R4.A.01": {"keadaan": "selesai"},
    }
    hasil = periksa(build_buku(build(), BAIK, tindak=isian), build())
    assert [t.kode.name for t in hasil.temuan] == ["KUNCI_001"]
    assert "Mendata sentra" in hasil.temuan[0].pesan


def test_baris_atau_lembar_yang_hilang_dianggap_belum_dijawab() -> None:
    """A row that is gone is asked again, a sheet that is gone is said once; neither is a galat."""
    buku = build_buku(build(), BAIK, tindak={"TW1.L01": {"keadaan": "selesai"}})
    buku.tabel["tindak_lanjut"] = [build_tabel("tindak_lanjut", {})]
    hasil = periksa(buku, build())
    assert [(t.kode.name, t.tingkat) for t in hasil.temuan] == [("TINDAK_001", Tingkat.PERINGATAN)]
    assert hasil.laporan.tindak_lanjut == (IsianTindak(kunci="R4.A.01", keadaan=None),)
    del buku.tabel["tindak_lanjut"]
    hasil = periksa(buku, build())
    assert [(t.kode.name, t.tingkat) for t in hasil.temuan] == [("KUNCI_009", Tingkat.PERINGATAN)]
    assert hasil.laporan.tindak_lanjut == ()


def test_revisi_lama_sama_baiknya() -> None:
    """What only a later revision asks is a peringatan on the return of an earlier one."""
    lama, baru = build_formulir(), build().model_copy(update={"revisi": 2})
    temuan = list(check_revisi(lama, baru))
    assert [(t.kode.name, t.tingkat) for t in temuan] == [("TINDAK_004", Tingkat.PERINGATAN)] * 2
    assert "revisi 2 menanyakan 1 baris lagi di lembar Renaksi" in temuan[0].pesan
    assert list(check_revisi(baru, baru)) == []
    assert list(check_revisi(baru, lama.model_copy(update={"revisi": 3}))) == []


def test_indikator_yang_belum_ada_di_formulir_lama_disebut() -> None:
    """An indicator that a PK revision added isn't in what came back: that is told, once, and nothing
    where nothing is missing."""
    baru = build_formulir().model_copy(update={"revisi": 3})
    lama = baru.model_copy(update={"revisi": 1, "baris": baru.baris[:-2]})
    hilang = [b.kode for b in baru.baris[-2:]]
    (temuan,) = check_tambahan(lama, baru)
    assert (temuan.kode.name, temuan.tingkat) == ("REALISASI_505", Tingkat.PERINGATAN)
    assert f"revisi 3 juga menanyakan {', '.join(hilang)}" in temuan.pesan
    assert list(check_tambahan(baru, baru)) == []
    assert list(check_tambahan(baru, lama)) == []
