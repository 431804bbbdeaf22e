"""A returned form as a whole: tables, keys, locked cells, formulas, and what is kept of it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkinerja.baca.sel import BukuTerbaca, Sel, TabelTerbaca
from sopkinerja.formulir.baris import Baris
from sopkinerja.formulir.model import SelMentah
from sopkinerja.istilah import Rentang
from sopkinerja.katalog import Tingkat
from sopkinerja.laporan.isian import periksa_laporan
from sopkinerja.laporan.model import BarisAnggaran, FormulirLaporan, HasilPeriksa, IsianIndikator
from sopkinerja.laporan.rumus_formulir import find_asal
from sopkinerja.laporan.tabel import LAPORAN
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import is_ditolak
from tests.laporan.buku import (
    KINI,
    KODE,
    RUMUS,
    build_baris,
    build_buku,
    build_formulir,
    build_tabel,
    sel,
)
from tests.laporan.tabel import read_tabel

BAIK = {"realisasi": 10, "bukti_dukung": "BA.pdf"}
DUA = (build_baris(), build_baris("A.02"))
ENTRI = {"tanggal": dt.date(2026, 1, 5), "kode": "A.01", "uraian": "Uji", "volume": 10}


def periksa(buku: BukuTerbaca, formulir: FormulirLaporan) -> HasilPeriksa:
    return periksa_laporan(buku, formulir, KINI, Pengaturan())


def kode(hasil: HasilPeriksa) -> list[str]:
    return [t.kode.name for t in hasil.temuan]


def build_dua(**ubah: Any) -> tuple[FormulirLaporan, BukuTerbaca]:
    formulir = build_formulir(*DUA)
    return formulir, build_buku(formulir, {"A.01": BAIK, "A.02": {**BAIK, **ubah}})


def satu_tabel(buku: BukuTerbaca, nama: str = "laporan") -> TabelTerbaca:
    return buku.tabel[nama][0]


# --- tables and keys


def test_sel_gabungan_berlaku_untuk_tiap_baris_dan_disebut() -> None:
    formulir = build_formulir(*DUA)
    dua = ENTRI | {"kode": sel("A.01", gabungan="C9:C10"), "volume": 5}
    buku = build_buku(formulir, {"A.01": BAIK, "A.02": BAIK}, catatan={"C001": ENTRI, "C002": dua})
    hasil = periksa(buku, formulir)
    assert [(t.kode.name, t.letak.sel) for t in hasil.temuan] == [("KUNCI_019", "C9")]
    assert [c.volume for c in hasil.laporan.catatan] == [10, 5]


def test_baris_yang_hanya_dilewati_sel_gabungan_bukan_entri() -> None:
    formulir = build_formulir(*DUA)
    kosong = {"tanggal": sel(ENTRI["tanggal"], gabungan="B9:B12"), "kode": sel(None)}
    buku = build_buku(
        formulir, {"A.01": BAIK, "A.02": BAIK}, catatan={"C001": ENTRI, "C002": kosong}
    )
    hasil = periksa(buku, formulir)
    assert hasil.temuan == ()
    assert len(hasil.laporan.catatan) == 1


def test_formulir_baik_diterima_apa_adanya() -> None:
    formulir, buku = build_dua()
    hasil = periksa(buku, formulir)
    assert hasil.temuan == ()
    assert [i.realisasi for i in hasil.laporan.isian] == [10, 10]
    kolom = LAPORAN.huruf("realisasi")
    assert hasil.letak == {"A.01": f"Laporan!{kolom}9", "A.02": f"Laporan!{kolom}10"}


def test_tabel_laporan_hilang() -> None:
    formulir, buku = build_dua()
    del buku.tabel["laporan"]
    hasil = periksa(buku, formulir)
    assert kode(hasil) == ["KUNCI_002"]
    assert is_ditolak(hasil.temuan)


def test_lembar_lain_hilang_disebut() -> None:
    formulir, buku = build_dua()
    del buku.tabel["catatan"], buku.tabel["menyusul"]
    hasil = periksa(buku, formulir)
    assert kode(hasil) == ["KUNCI_009", "KUNCI_009"]
    assert not is_ditolak(hasil.temuan)
    assert "Data Menyusul" in hasil.temuan[1].pesan


def test_baris_hilang_disebut_dan_tidak_diikuti_temuan_lain() -> None:
    formulir, buku = build_dua()
    del satu_tabel(buku).baris["A.02"]
    hasil = periksa(buku, formulir)
    assert kode(hasil) == ["KUNCI_003"]
    assert "A.02" in hasil.temuan[0].pesan


def test_baris_tanpa_kunci_dikenali_dari_kodenya() -> None:
    formulir, buku = build_dua()
    tabel = satu_tabel(buku)
    tabel.liar.append(tabel.baris.pop("A.02"))
    hasil = periksa(buku, formulir)
    assert hasil.temuan == ()
    assert hasil.letak["A.02"] == f"Laporan!{LAPORAN.huruf('realisasi')}10"


def test_lembar_ganda_sama_cukup_satu() -> None:
    formulir, buku = build_dua()
    buku.tabel["laporan"].append(satu_tabel(build_dua()[1]))
    assert kode(periksa(buku, formulir)) == ["KUNCI_005"]


def test_lembar_ganda_berbeda_menyebut_kedua_lembar() -> None:
    formulir, buku = build_dua()
    lain = satu_tabel(build_dua(realisasi=11)[1])
    lain.lembar = "Laporan (2)"
    buku.tabel["laporan"].append(lain)
    (temuan,) = periksa(buku, formulir).temuan
    assert temuan.kode.name == "KUNCI_004"
    assert "“Laporan” dan “Laporan (2)”" in temuan.pesan
    assert "A.02 Realisasi (10 / 11)" in temuan.pesan


def test_salinan_tersembunyi_disebut_dan_yang_tampak_dipakai() -> None:
    formulir, buku = build_dua()
    lain = satu_tabel(build_dua(realisasi=11)[1])
    lain.lembar, lain.tampak = "Laporan (2)", False
    buku.tabel["laporan"].append(lain)
    hasil = periksa(buku, formulir)
    (temuan,) = hasil.temuan
    assert temuan.kode.name == "KUNCI_111"
    assert not is_ditolak(hasil.temuan)
    assert "“Laporan (2)”" in temuan.pesan
    assert "A.02 Realisasi (10 / 11)" in temuan.pesan
    assert hasil.laporan.isian[1].realisasi == 10


def test_dua_salinan_yang_sama_sama_tersembunyi_ditanyakan() -> None:
    formulir, buku = build_dua()
    lain = satu_tabel(build_dua(realisasi=11)[1])
    satu_tabel(buku).tampak = lain.tampak = False
    buku.tabel["laporan"].append(lain)
    assert kode(periksa(buku, formulir)) == ["KUNCI_004"]


def test_kunci_ganda() -> None:
    formulir, buku = build_dua()
    tabel = satu_tabel(buku)
    tabel.liar.append(dict(tabel.baris["A.02"]))
    tabel.kunci_ganda = ("A.02",)
    assert kode(periksa(buku, formulir)) == ["KUNCI_010"]
    tabel.liar[0]["realisasi"] = tabel.liar[0]["realisasi"]._replace(nilai=12.0)
    hasil = periksa(buku, formulir)
    assert kode(hasil) == ["KUNCI_006"]
    assert "10 / 12" in hasil.temuan[0].pesan


def test_baris_asing_disebut_tanda_tangan_tidak() -> None:
    formulir, buku = build_dua()
    asing = build_tabel("laporan", {}, liar=({"kode": "Z.09", "realisasi": 3},)).liar
    teken = build_tabel("laporan", {}, liar=({"hambatan": "Mengetahui,"},)).liar
    satu_tabel(buku).liar += asing + teken
    hasil = periksa(buku, formulir)
    assert kode(hasil) == ["KUNCI_007"]
    assert "Z.09" in hasil.temuan[0].pesan


def test_lewat_judul_dan_kolom_hilang() -> None:
    formulir, buku = build_dua()
    tabel = satu_tabel(buku)
    tabel.lewat_judul = True
    tabel.kolom = tuple(k for k in tabel.kolom if k != "penjelasan")
    hasil = periksa(buku, formulir)
    assert kode(hasil) == ["KUNCI_011", "KUNCI_008"]
    assert not is_ditolak(hasil.temuan)


def test_baris_catatan_sisipan_terbaca() -> None:
    formulir = build_formulir(build_baris(konsolidasi="Jumlah"))
    isi = {"A.01": {**BAIK, "realisasi": sel(20.0, rumus=RUMUS)}}
    buku = build_buku(formulir, isi, catatan={"C001": ENTRI})
    sisipan = build_tabel("catatan", {}, liar=({**ENTRI, "uraian": "Kunjungan"},)).liar
    satu_tabel(buku, "catatan").liar += sisipan
    hasil = periksa(buku, formulir)
    assert kode(hasil) == ["REALISASI_009"]
    assert hasil.laporan.isian[0].realisasi == 20
    assert list(hasil.mentah["catatan"]) == ["C001", "sisipan-1"]


# --- locked cells


def test_sel_terkunci_dikembalikan_dan_disebut() -> None:
    formulir, buku = build_dua(target_tw=999.0, satuan="ekor")
    hasil = periksa(buku, formulir)
    assert kode(hasil) == ["KUNCI_001", "KUNCI_001"]
    assert not is_ditolak(hasil.temuan)
    satuan, target = (t.pesan for t in hasil.temuan)
    assert "ekor" in satuan
    assert "orang" in satuan
    assert "999" in target
    assert "“10”" in target


def test_sel_terkunci_dikosongkan_disebut() -> None:
    formulir, buku = build_dua(target_tw=None)
    (temuan,) = periksa(buku, formulir).temuan
    assert "kosong" in temuan.pesan


def test_beda_tulisan_bukan_perubahan() -> None:
    baris = build_baris(
        indikator="Jumlah  peserta\nlatih",
        polaritas="Rentang",
        target_tw=Rentang(bawah=2.5, atas=4.5),
        target_tahun=0.1 + 0.2,
        realisasi_sd_lalu=1 / 3,
    )
    formulir = build_formulir(baris)
    ubah = {
        "indikator": "Jumlah peserta\xa0latih",
        "target_tw": "2,5 s/d 4,5",
        "target_tahun": 0.3,
        "realisasi_lalu": 0.333333333333333,
        "realisasi": 4,
        "bukti_dukung": "BA",
    }
    assert periksa(build_buku(formulir, {"A.01": ubah}), formulir).temuan == ()


def test_anggaran_terkunci_dan_hilang() -> None:
    dpa = BarisAnggaran(kode="3.30.02", uraian="Sub", pagu=100)
    formulir = build_formulir(anggaran=(dpa,))
    isi = {"realisasi_tw": 5, "pagu": 900}
    buku = build_buku(formulir, {"A.01": BAIK}, anggaran={dpa.kode: isi})
    hasil = periksa(buku, formulir)
    assert kode(hasil) == ["KUNCI_001"]
    assert hasil.laporan.anggaran[0].realisasi_tw == 5
    del buku.tabel["anggaran"]
    assert kode(periksa(buku, formulir)) == ["KUNCI_009"]


# --- formulas


def build_jumlah(realisasi: Any, jenis: str = "xlsx", *, catatan: bool = True) -> HasilPeriksa:
    formulir = build_formulir(build_baris(konsolidasi="Jumlah"))
    isi = {"A.01": {**BAIK, "realisasi": realisasi}}
    buku = build_buku(formulir, isi, catatan={"C001": ENTRI}, jenis=jenis)
    if not catatan:
        del buku.tabel["catatan"]
    return periksa(buku, formulir)


def test_rumus_kami_tidak_dipercaya_nilai_simpanannya() -> None:
    hasil = build_jumlah(sel(99.0, rumus=RUMUS))
    assert kode(hasil) == ["REALISASI_011"]
    assert hasil.laporan.isian[0].realisasi == 10
    assert hasil.laporan.isian[0].rumus_kami
    assert hasil.mentah["laporan"]["A.01"]["realisasi"] == SelMentah(jenis="rumus")


def test_rumus_kami_tanpa_nilai_simpanan_dihitung() -> None:
    hasil = build_jumlah(sel(None, rumus=RUMUS))
    assert hasil.temuan == ()
    assert hasil.laporan.isian[0].realisasi == 10


def test_rumus_kami_galat_dihitung() -> None:
    assert build_jumlah(sel(None, rumus=RUMUS, galat="#NAME?")).laporan.isian[0].realisasi == 10


def test_rumus_tanpa_catatan_ditanya() -> None:
    hasil = build_jumlah(sel(10.0, rumus=RUMUS), catatan=False)
    assert kode(hasil) == ["KUNCI_009", "ANGKA_010"]
    assert "10" in hasil.temuan[1].pesan
    assert [t.nilai for t in hasil.tanya] == [10]


def test_rumus_asing_ditanya_dengan_nilainya() -> None:
    hasil = build_jumlah(sel(12.0, rumus="=5+7"))
    assert kode(hasil) == ["ANGKA_009"]
    assert "12" in hasil.temuan[0].pesan
    assert hasil.mentah["laporan"]["A.01"]["realisasi"] == SelMentah(jenis="angka", isi="12.0")


def test_rumus_asing_tanpa_nilai_simpanan() -> None:
    hasil = build_jumlah(sel(None, rumus="=[1]Data!A1"))
    assert kode(hasil) == ["ANGKA_009"]
    assert hasil.tanya == ()


def test_xls_tanpa_rumus() -> None:
    assert build_jumlah(10.0, "xls").laporan.isian[0].rumus_kami
    assert not build_jumlah(10.0).laporan.isian[0].rumus_kami
    diketik = build_jumlah(11.0, "xls")
    assert not diketik.laporan.isian[0].rumus_kami
    assert kode(diketik) == ["CATATAN_009"]
    kosong = build_jumlah(None, "xls")
    assert kode(kosong) == ["REALISASI_002"]
    assert "kosong atau rumusnya galat" in kosong.temuan[0].pesan


KAMI = """
| kasus                     | rumus                                                                                                  | asal          |
|---------------------------|--------------------------------------------------------------------------------------------------------|---------------|
| Excel                     | IF(COUNTIF(Catatan!$C$9:$C$508,D9)=0,"",SUMIFS(Catatan!$E$9:$E$508,Catatan!$C$9:$C$508,D9))            | kami          |
| nama lembar berkutip      | =IF(COUNTIF('Catatan'!$C$9:$C$508,$D9)=0,"",SUMIFS('Catatan'!$E$9:$E$508,'Catatan'!$C$9:$C$508,$D9))   | kami          |
| LibreOffice               | of:=IF(COUNTIF([$Catatan.$C$9:.$C$508];[.D9])=0;"";SUMIFS([$Catatan.$E$9:.$E$508];[$Catatan.$C$9:.$C$508];[.D9])) | kami |
| huruf kecil, titik koma   | if(countif(catatan!c9:c508; d9)=0; ""; sumifs(catatan!e9:e508; catatan!c9:c508; d9))                   | kami          |
| baris disisipkan          | IF(COUNTIF(Catatan!$C$9:$C$530,D9)=0,"",SUMIFS(Catatan!$E$9:$E$530,Catatan!$C$9:$C$530,D9))            | kami          |
| lembar sendiri disebut    | IF(COUNTIF(Catatan!$C$9:$C$508,Laporan!D9)=0,"",SUMIFS(Catatan!$E$9:$E$508,Catatan!$C$9:$C$508,Laporan!D9)) | kami   |
| ods, nama lembar diulang  | of:=IF(COUNTIF([$Catatan.$C$9:$Catatan.$C$508];[.D9])=0;"";SUMIFS([$Catatan.$E$9:$Catatan.$E$508];[$Catatan.$C$9:$Catatan.$C$508];[.D9])) | kami |
| awalan _xlfn              | IF(COUNTIF(Catatan!$C$9:$C$508,D9)=0,"",_xlfn.SUMIFS(Catatan!$E$9:$E$508,Catatan!$C$9:$C$508,D9))      | kami          |
| lembar terhapus           | IF(COUNTIF(#REF!,D9)=0,"",SUMIFS(#REF!,#REF!,D9))                                                      | tanpa_catatan |
| ditambah                  | IF(COUNTIF(Catatan!$C$9:$C$508,D9)=0,"",SUMIFS(Catatan!$E$9:$E$508,Catatan!$C$9:$C$508,D9))+5          |               |
| dikalikan                 | (IF(COUNTIF(Catatan!$C$9:$C$508,D9)=0,"",SUMIFS(Catatan!$E$9:$E$508,Catatan!$C$9:$C$508,D9)))*2        |               |
| dibulatkan                | ROUND(IF(COUNTIF(Catatan!$C$9:$C$508,D9)=0,"",SUMIFS(Catatan!$E$9:$E$508,Catatan!$C$9:$C$508,D9)),0)   |               |
| baris lain                | IF(COUNTIF(Catatan!$C$9:$C$508,C10)=0,"",SUMIFS(Catatan!$E$9:$E$508,Catatan!$C$9:$C$508,C10))          |               |
| kode diketik              | IF(COUNTIF(Catatan!$C$9:$C$508,"A.02")=0,"",SUMIFS(Catatan!$E$9:$E$508,Catatan!$C$9:$C$508,"A.02"))    |               |
| kolom lain                | IF(COUNTIF(Catatan!$C$9:$C$508,D9)=0,"",SUMIFS(Catatan!$D$9:$D$508,Catatan!$C$9:$C$508,D9))            |               |
| tanpa baris pertama       | IF(COUNTIF(Catatan!$C$10:$C$508,D9)=0,"",SUMIFS(Catatan!$E$10:$E$508,Catatan!$C$10:$C$508,D9))         |               |
| rentang bergeser          | IF(COUNTIF(Catatan!$C$9:$C$508,D9)=0,"",SUMIFS(Catatan!$E$10:$E$509,Catatan!$C$9:$C$508,D9))           |               |
| buku lain                 | IF(COUNTIF([1]Catatan!$C$9:$C$508,D9)=0,"",SUMIFS([1]Catatan!$E$9:$E$508,[1]Catatan!$C$9:$C$508,D9))   |               |
| buku lain, LibreOffice    | IF(COUNTIF(['file:///tmp/a.ods'#$Catatan.$C$9:.$C$508];[.D9])=0;"";SUMIFS(['file:///tmp/a.ods'#$Catatan.$E$9:.$E$508];['file:///tmp/a.ods'#$Catatan.$C$9:.$C$508];[.D9])) | |
| lembar lain               | IF(COUNTIF(Data!$C$9:$C$508,D9)=0,"",SUMIFS(Data!$E$9:$E$508,Data!$C$9:$C$508,D9))                     |               |
| hitungan sendiri          | 5+7                                                                                                    |               |
| SUMIF saja                | SUMIF(Catatan!$C$9:$C$508,D9,Catatan!$E$9:$E$508)                                                      |               |
"""


@pytest.mark.parametrize("kasus", read_tabel(KAMI), ids=lambda k: k["kasus"])
def test_rumus_kami_dan_tidak_lebih_luas(kasus: dict[str, str]) -> None:
    baris = Baris(LAPORAN, "A.01", "Laporan", {"kode": Sel("A.01", "Laporan", "D9")})
    catatan = build_tabel("catatan", {"C001": ENTRI})
    ada = [] if "#REF!" in kasus["rumus"] else [catatan]
    assert (find_asal(kasus["rumus"], baris, ada) or "") == kasus["asal"]


@pytest.mark.parametrize(
    ("awal", "akhir", "liar", "asal"),
    [
        (9, 508, (), "kami"),
        (9, 507, (), None),
        (10, 508, (), None),
        (9, 600, (), "kami"),
        (1, 1048576, (), None),
        (9, 509, (509,), "kami"),
        (9, 510, (509,), "kami"),
    ],
)
def test_rumus_kami_meliputi_seluruh_catatan(
    awal: int, akhir: int, liar: tuple[int, ...], asal: str | None
) -> None:
    """From the first keyed row to the last or beyond: unused rows of the template lie below."""
    baris = Baris(LAPORAN, "A.01", "Laporan", {"kode": Sel("A.01", "Laporan", KODE)})
    catatan = build_tabel("catatan", {"C001": ENTRI}, rentang=(9, 508))
    catatan.liar = [{"kode": Sel("A.01", "Catatan", f"C{n}")} for n in liar]
    rumus = RUMUS.replace("$9:", f"${awal}:").replace("$508", f"${akhir}")
    assert find_asal(rumus, baris, [catatan]) == asal


def test_rumus_yang_kehilangan_rujukannya_bukan_rumus_kami() -> None:
    """Catatan is there; the formula doesn't read it any more."""
    hasil = build_jumlah(sel(15.0, rumus='IF(COUNTIF(#REF!,D9)=0,"",SUMIFS(#REF!,#REF!,D9))'))
    assert kode(hasil) == ["ANGKA_009"]
    assert "#REF!" in hasil.temuan[0].pesan


@pytest.mark.parametrize("nama", ["Catatan (2)", "Buku Harian", "Catatan TW I"])
def test_rumus_kami_pada_lembar_yang_berganti_nama(nama: str) -> None:
    baris = Baris(LAPORAN, "A.01", nama, {"kode": Sel("A.01", "Laporan", KODE)})
    catatan = build_tabel("catatan", {"C001": ENTRI}, lembar=nama)
    assert find_asal(RUMUS.replace("Catatan!", f"'{nama}'!"), baris, [catatan]) == "kami"
    assert find_asal(RUMUS, baris, [catatan]) is None


@pytest.mark.parametrize("tambahan", ["+5", "*2", '&"0"', "-1"])
def test_rumus_yang_diubah_ditanya_dan_nilainya_tinggal(tambahan: str) -> None:
    """What was shown is named, stays in the correction form, and is accepted once explained."""
    hasil = build_jumlah(sel(15.0, rumus=RUMUS + tambahan))
    assert kode(hasil) == ["ANGKA_009"]
    assert "15" in hasil.temuan[0].pesan
    assert f"{KODE})){tambahan})" in hasil.temuan[0].pesan
    assert hasil.mentah["laporan"]["A.01"]["realisasi"] == SelMentah(jenis="angka", isi="15.0")


# --- what is kept


def test_mentah_memuat_isian_seperti_datang() -> None:
    formulir, buku = build_dua(realisasi="nihil", hambatan="  Hujan ", penjelasan=sel(galat="#N/A"))
    satu_tabel(buku, "catatan").baris = build_tabel(
        "catatan",
        {"C001": {"tanggal": "15 Januari 2026", "kode": "a.01", "volume": "12,5"}, "C002": {}},
    ).baris
    mentah = periksa(buku, formulir).mentah
    assert mentah["laporan"]["A.02"] == {
        "realisasi": SelMentah(jenis="teks", isi="nihil"),
        "hambatan": SelMentah(jenis="teks", isi="  Hujan "),
        "bukti_dukung": SelMentah(jenis="teks", isi="BA.pdf"),
        "penjelasan": SelMentah(jenis="teks", isi="#N/A"),
    }
    assert mentah["catatan"] == {
        "C001": {
            "tanggal": SelMentah(jenis="tanggal", isi="2026-01-15"),
            "kode": SelMentah(jenis="teks", isi="A.01"),
            "volume": SelMentah(jenis="angka", isi="12.5"),
        }
    }


def test_persen_disimpan_dalam_skala_satuan() -> None:
    formulir = build_formulir(build_baris(satuan="%", target_tw=85.0))
    buku = build_buku(formulir, {"A.01": {**BAIK, "realisasi": sel(0.85, persen=True)}})
    hasil = periksa(buku, formulir)
    assert hasil.laporan.isian[0].realisasi == 85
    assert hasil.mentah["laporan"]["A.01"]["realisasi"].isi == "85.0"


def test_pengaturan_rumus_dari_catatan_terbit() -> None:
    """TW figures are judged by the formula the form was issued with: 5 / 12 gives -40, not 41,67."""
    formulir = build_formulir(build_baris(polaritas="Turun", target_tw=5.0))
    buku = build_buku(formulir, {"A.01": {**BAIK, "realisasi": 12}})
    hasil = periksa_laporan(buku, formulir, KINI, Pengaturan(rumus_turun="rasio"))
    assert "-40,00%" in hasil.temuan[0].pesan


# --- properties

nilai = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.sampled_from(["1.234", "nihil", "0,85", "A.01", "TW I", "ya", " "]),
)
sel_acak = st.builds(
    lambda n, r, p, g: Sel(n, "", "", r, p and isinstance(n, float), g),
    nilai,
    st.sampled_from([None, None, RUMUS, "=5+7", ""]),
    st.booleans(),
    st.sampled_from([None, None, "#REF!"]),
)


def acak(*kolom: str) -> st.SearchStrategy[dict[str, Sel]]:
    return st.fixed_dictionaries({}, optional=dict.fromkeys(kolom, sel_acak))


@given(
    laporan=acak(
        "kode", "satuan", "target_tw", "realisasi", "hambatan", "bukti_dukung", "penjelasan"
    ),
    catatan=acak("tanggal", "kode", "uraian", "volume"),
    anggaran=acak("pagu", "realisasi_tw", "keterangan"),
    menyusul=acak("kode", "triwulan", "sumber", "perkiraan", "realisasi", "sementara"),
    jenis=st.sampled_from(["xlsx", "xls", "ods"]),
    konsolidasi=st.sampled_from(["Jumlah", "Terakhir"]),
)
def test_isi_apa_pun_tidak_pernah_meledak(
    laporan: dict[str, Sel],
    catatan: dict[str, Sel],
    anggaran: dict[str, Sel],
    menyusul: dict[str, Sel],
    jenis: str,
    konsolidasi: str,
) -> None:
    dpa = BarisAnggaran(kode="3.30.02", uraian="Sub", pagu=100)
    formulir = build_formulir(build_baris(konsolidasi=konsolidasi), anggaran=(dpa,))
    buku = build_buku(
        formulir,
        {"A.01": laporan},
        catatan={"C001": catatan},
        anggaran={dpa.kode: anggaran},
        menyusul={"M01": menyusul},
        jenis=jenis,
    )
    hasil = periksa(buku, formulir)
    assert all(t.pesan and t.saran for t in hasil.temuan)
    assert HasilPeriksa.model_validate_json(hasil.model_dump_json(exclude={"temuan"}))
    if not any(t.tingkat is Tingkat.GALAT for t in hasil.temuan):
        terisi = laporan.get("realisasi")
        assert terisi is not None


def test_setiap_kolom_pejabat_disimpan() -> None:
    """Whatever the officer may fill on the sheet Laporan is kept of a return."""
    assert set(LAPORAN.isian) <= set(IsianIndikator.model_fields)
