"""The year's end: three documents on the record, and every figure that of the matrix of TW IV."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.cetakan import save_cetakan
from sopkinerja.istilah import Level, Triwulan
from sopkinerja.laporan.capaian import predikat
from sopkinerja.laporan.model import BarisTindakLanjut
from sopkinerja.lhe.buku import write_lhe
from sopkinerja.lhe.kepatuhan_tahun import build_baris_tahun, find_sebutan, render_tahun
from sopkinerja.lhe.lakip import write_lakip
from sopkinerja.lhe.renja import Terbuka, write_renja
from sopkinerja.lhe.tahunan import render_tahunan
from sopkinerja.matriks.buku import write_matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.mulai import create_ruang
from sopkinerja.opd.mandat import Mandat
from sopkinerja.ruang import Ruang
from tests.alat.cetak import check_cetak
from tests.alat.skema import validasi
from tests.alat.telaah import lint
from tests.lhe.bahan_tahun import DIUBAH, build_bahan_tahun, build_terbuka
from tests.lhe.test_buku import LEMBAR, cari_baris, teks
from tests.matriks.bahan import build_bahan, build_semua, build_terima, read_tabel


def tulis_renja(bahan: Bahan, tujuan: Path | BinaryIO) -> None:
    """RENJA with what the sample year leaves open."""
    write_renja(build_semua(bahan), build_terbuka(bahan), tujuan)


def tulis_lhe(bahan: Bahan, tujuan: Path | BinaryIO) -> None:
    """The LHE, of the year where the material speaks of it."""
    write_lhe(build_semua(bahan), tujuan)


def tulis_lakip(bahan: Bahan, tujuan: Path | BinaryIO) -> None:
    """The LAKIP of a Bahan."""
    write_lakip(build_semua(bahan), tujuan)


DOKUMEN = {"LHE": tulis_lhe, "LAKIP": tulis_lakip, "RENJA": tulis_renja}


def baca(write: Any, bahan: Bahan) -> Workbook:
    """The document of a Bahan, opened again."""
    isi = io.BytesIO()
    write(bahan, isi)
    return load_workbook(isi)


@pytest.fixture(scope="module")
def dokumen() -> dict[str, Workbook]:
    """All three of the sample year."""
    bahan = build_bahan_tahun()
    return {nama: baca(write, bahan) for nama, write in DOKUMEN.items()}


@pytest.fixture(scope="module")
def matriks() -> dict[str, dict[str, Any]]:
    """The rows of the matrix of TW IV by kode indikator."""
    isi = io.BytesIO()
    write_matriks(build_semua(replace(build_bahan_tahun(), setahun=False)), isi)
    lembar = load_workbook(isi, data_only=True)["Matriks"]
    return {b["Kode Indikator"]: b for b in baca_tabel(lembar, "Kode Indikator")}


def baca_tabel(lembar: Worksheet, kolom: str) -> Iterator[dict[str, Any]]:
    """The rows of the table below the heading row that has this heading."""
    judul: list[Any] = []
    for baris in lembar.iter_rows(values_only=True):
        if judul and baris[judul.index(kolom)]:
            yield dict(zip(judul, baris, strict=True))
        elif kolom in baris:
            judul = list(baris)


def test_di_outbox_di_arsip_dan_di_agenda(tmp_path: Path) -> None:
    ruang = Ruang(tmp_path / "ruang")
    create_ruang(ruang)
    bahan = build_bahan_tahun(setahun=False)
    with Agenda(ruang.berkas_agenda) as agenda:
        hasil, lagi = (
            [save_cetakan(ruang, agenda, s) for s in render_tahunan(agenda, build_semua(b))]
            for b in (bahan, replace(bahan, revisi=1))
        )
        tercatat = agenda.read_cetakan()
    nama = ["LHE_2026", "LAKIP_2026", "RENJA_2027"]
    assert [p.name for p in hasil] == [f"{n}.xlsx" for n in nama]
    assert [p.name for p in lagi] == [f"{n}_rev1.xlsx" for n in nama]
    assert all(p.parent == ruang.outbox / "2026" for p in (*hasil, *lagi))
    catatan = {(jenis, nomor): baris for jenis, _, _, nomor, *baris in tercatat}
    assert {(b[1], b[2]) for b in tercatat} == {(2026, 0)}
    for nomor, daftar in ((1, hasil), (2, lagi)):
        for jenis, path in zip(DOKUMEN, daftar, strict=True):
            _, berkas, sha256, arsip = catatan[jenis, nomor]
            assert ruang.akar / berkas == path
            assert hashlib.sha256(path.read_bytes()).hexdigest() == sha256
            assert (ruang.akar / arsip).read_bytes() == path.read_bytes()
    isi = teks(load_workbook(lagi[0])["Sampul"])
    assert "LHE Internal Tahun 2026 — Hasil Pengukuran Kinerja" in isi
    assert "FINAL" in isi
    assert "Cetakan ke-2" in isi


def test_lembar_lhe_tahun(dokumen: dict[str, Workbook]) -> None:
    perubahan = LEMBAR.index("Pengesahan")
    assert dokumen["LHE"].sheetnames == [
        *LEMBAR[:perubahan], "Perubahan PK", *LEMBAR[perubahan:]
    ]  # fmt: skip
    for nama, buku in dokumen.items():
        tautan = [b[2].value for b in buku["Sampul"].iter_rows() if b[2].hyperlink]
        assert tautan == [n for n in buku.sheetnames if n != "Sampul"], nama
    satu_versi = build_bahan_tahun()
    mandat = dict.fromkeys(Triwulan, satu_versi.mandat[Triwulan.I])
    assert baca(tulis_lhe, replace(satu_versi, mandat=mandat)).sheetnames == LEMBAR


def test_iku_tahun_sama_dengan_matriks(
    dokumen: dict[str, Workbook], matriks: dict[str, dict[str, Any]]
) -> None:
    iku = list(baca_tabel(dokumen["LHE"]["IKU"], "Kode Indikator"))
    kepala = [b for b in matriks.values() if b["Level"] == Level.KEPALA_DINAS]
    assert [b["Kode Indikator"] for b in iku] == [b["Kode Indikator"] for b in kepala]
    for b in iku:
        m = matriks[b["Kode Indikator"]]
        assert b["Target Tahun"] == m["Target Tahun"]
        assert b["Realisasi Tahun"] == m["Realisasi s.d. TW"]
        assert_sama(b["Capaian Tahun (%)"], m["Capaian Tahun (%)"])
        assert_sama(b["Capaian s.d. TW IV (%)"], m["Capaian s.d. TW (%)"])
        assert b["Status"] == m["Status"]


def assert_sama(satu: float | None, dua: float | str | None) -> None:
    """Both blank (the matrix' formula says so with an empty text), or the same number."""
    assert satu == (pytest.approx(dua) if isinstance(dua, float | int) else None)


def test_lakip_sama_dengan_matriks(
    dokumen: dict[str, Workbook], matriks: dict[str, dict[str, Any]]
) -> None:
    bahan = build_bahan_tahun()
    lakip = list(baca_tabel(dokumen["LAKIP"]["Target dan Realisasi"], "Kode Indikator"))
    milik = [b for b in matriks.values() if b["Level"] in (Level.KEPALA_DINAS, Level.KABID)]
    assert [b["Kode Indikator"] for b in lakip] == [b["Kode Indikator"] for b in milik]
    for b in lakip:
        m = matriks[b["Kode Indikator"]]
        assert b["Target Tahun"] == m["Target Tahun"]
        assert b["Realisasi Tahun"] == m["Realisasi s.d. TW"]
        assert_sama(b["Capaian Tahun (%)"], m["Capaian Tahun (%)"])
        nilai = b["Capaian Tahun (%)"]
        label = None if nilai is None else predikat(nilai, bahan.pengaturan)
        assert b["Predikat"] == label
    assert {b["Kode Indikator"]: b for b in lakip}[DIUBAH]["Target Tahun"] == 220
    assert next(b for b in lakip if b["Capaian Tahun (%)"] is None)["Keterangan"] == "data menyusul"


def test_lakip_sebab_dari_keempat_triwulan(dokumen: dict[str, Workbook]) -> None:
    semua = baca_tabel(dokumen["LAKIP"]["Sebab dan Upaya"], "TW")
    isi = [b for b in semua if b["TW"] in {t.romawi for t in Triwulan}]
    assert {b["TW"] for b in isi} == {"I", "II", "III", "IV"}
    bahan = build_bahan_tahun()
    for b in isi:
        jabatan = b["Kode Indikator"].partition(".")[0]
        laporan = bahan.terima[jabatan, Triwulan[b["TW"]]].laporan
        isian = laporan.cari(b["Kode Indikator"])
        assert isian is not None
        assert (isian.hambatan, isian.rekomendasi) == (b["Hambatan/Kegagalan"], b["Rekomendasi"])


def test_sebab_keberhasilan_dari_keempat_triwulan(dokumen: dict[str, Workbook]) -> None:
    """What officers wrote of a reached target, word for word; in LAKIP of Kepala Dinas and Kabid."""
    bahan = build_bahan_tahun()
    kurang = {b.kode for b in build_semua(bahan).matriks.kurang}
    for nama, level in (("LHE", set(Level)), ("LAKIP", {Level.KEPALA_DINAS, Level.KABID})):
        semua = baca_tabel(dokumen[nama]["Sebab Keberhasilan"], "TW")
        isi = list(takewhile(lambda b: b["TW"] != "TW", semua))  # up to the second table
        assert {t for b in isi for t in b["TW"].split(", ")} == {"I", "II", "III", "IV"}
        assert len({(b["Kode Indikator"], b["Penjelasan"]) for b in isi}) == len(isi)
        assert not kurang & {b["Kode Indikator"] for b in isi}
        assert {Level(b["Level"]) for b in isi} == level
        for b in isi:
            jabatan = b["Kode Indikator"].partition(".")[0]
            for t in b["TW"].split(", "):
                isian = bahan.terima[jabatan, Triwulan[t]].laporan.cari(b["Kode Indikator"])
                assert isian is not None
                assert isian.penjelasan == b["Penjelasan"]
            assert b["Capaian TW (%)"] >= 99.995


def test_lakip_terhadap_renstra(dokumen: dict[str, Workbook]) -> None:
    isi = {b["Kode Indikator"]: b for b in baca_tabel(dokumen["LAKIP"]["Renstra"], "Kode Renstra")}
    assert set(isi) == {f"KADIS.{n:02d}" for n in range(1, 10)}
    ikm = isi["KADIS.02"]
    assert ikm["Terhadap Target Akhir 2029 (%)"] == pytest.approx(ikm["Realisasi 2026"] / 300 * 100)
    temuan = isi["KADIS.08"]
    assert (temuan["Terhadap Target 2026 (%)"], temuan["Keterangan"]) == (100, None)
    assert isi["KADIS.01"]["Keterangan"] == "data menyusul"


def test_lakip_mencetak_definisi_efisiensi(dokumen: dict[str, Workbook]) -> None:
    lembar = dokumen["LAKIP"]["Anggaran dan Efisiensi"]
    assert "Efisiensi (poin) = Capaian (%) − Serapan (%)" in str(lembar["A3"].value)
    jumlah = cari_baris(lembar, 1, "Jumlah")
    assert isinstance(jumlah[4], float)
    assert isinstance(jumlah[5], float)
    assert jumlah[7] == pytest.approx(jumlah[5] - jumlah[4])
    assert cari_baris(lembar, 0, "3.30.02.1.01.0001")[2] == 150_000_000


def test_renja_setiap_indikator_dengan_kolom_kosong(
    dokumen: dict[str, Workbook], matriks: dict[str, dict[str, Any]]
) -> None:
    isi = list(baca_tabel(dokumen["RENJA"]["Usulan Mandat"], "Kode Indikator"))
    assert [b["Kode Indikator"] for b in isi] == list(matriks)
    for b in isi:
        m = matriks[b["Kode Indikator"]]
        assert (b["Target 2026"], b["Realisasi 2026"]) == (
            m["Target Tahun"],
            m["Realisasi s.d. TW"],
        )
        assert {b[f"TW {t.romawi}"] for t in Triwulan} | {b["Usulan Target 2027"]} == {None}
    renstra = {b["Kode Indikator"]: b["Target Renstra 2027"] for b in isi}
    assert renstra["KADIS.02"] == "260"
    assert renstra[DIUBAH] is None


SATUAN_RENSTRA = """
| Indikator | Satuan Renstra | Usulan | Catatan                                               |
| KADIS.02  | Unit           | 260    |                                                       |
| KADIS.04  |  %             | 8      |                                                       |
| KADIS.03  | miliar Rp      |        | satuan berbeda dari Renstra: IKU-03 16.800,0 miliar Rp |
| KADIS.06  | persen         |        | satuan berbeda dari Renstra: IKU-06 560 persen        |
| KADIS.09  | nilai          | 83     |                                                       |
| KADIS.08  | Predikat AKIP  |        | satuan berbeda dari Renstra: IKU-09 0 Predikat AKIP   |
| KADIS.07  | Predikat AKIP  | BB     |                                                       |
"""


def test_renja_mengusulkan_target_renstra_bersatuan_sama() -> None:
    """What the Renstra counts in another satuan is no target; it is told beside it."""
    kasus = read_tabel(SATUAN_RENSTRA)
    bahan = build_bahan_tahun()
    indikator = {i.kode: i for i in bahan.mandat[Triwulan.IV].indikator}
    satuan = {indikator[k["Indikator"]].renstra: k["Satuan Renstra"] for k in kasus}
    renstra = tuple(
        r.model_copy(update={"satuan": satuan.get(r.kode, r.satuan)}) for r in bahan.renstra
    )
    lembar = baca(tulis_renja, replace(bahan, renstra=renstra))["Usulan Mandat"]
    isi = {b["Kode Indikator"]: b for b in baca_tabel(lembar, "Kode Indikator")}
    for k in kasus:
        b = isi[k["Indikator"]]
        assert (b["Target Renstra 2027"] or "", b["Alasan/Catatan"] or "") == (
            k["Usulan"], k["Catatan"],
        )  # fmt: skip


def test_renja_yang_masih_terbuka(dokumen: dict[str, Workbook]) -> None:
    isi = list(baca_tabel(dokumen["RENJA"]["Yang Masih Terbuka"], "Asal"))
    assert [(b["Asal"], b["Kode Indikator"]) for b in isi] == [
        ("Rekomendasi TW IV 2026", "PSDI.01"),
        ("Langkah Renaksi", "PSDI.01"),
        ("Keputusan Rapat Monev TW IV 2026", None),
    ]
    assert isi[1]["Uraian"] == "Pendampingan IKM angkatan 2 (Oktober, November)"
    assert isi[1]["Penanggung Jawab"] == "Kepala Bidang"
    assert isi[1]["Tenggat"] == dt.datetime(2026, 11, 30)
    assert {str(b["Jabatan"]).split()[0] for b in isi[:2]} == {"PSDI"}


def test_renja_juga_yang_tidak_lagi_di_matriks() -> None:
    """A decision for the Kasubag Program, who has no indicator, is open like any other."""
    bahan, tujuan = build_bahan_tahun(), io.BytesIO()
    tindak = BarisTindakLanjut(kunci="K4-26.01", asal="Keputusan Rapat Monev TW IV", uraian="Rapat")
    assert "SUB-09" not in {j.kode for j in bahan.jabatan}
    write_renja(build_semua(bahan), Terbuka({"SUB-09": (tindak,)}), tujuan)
    (baris,) = baca_tabel(load_workbook(tujuan)["Yang Masih Terbuka"], "Asal")
    assert (baris["No"], baris["Jabatan"], baris["Uraian"]) == (1, "SUB-09", "Rapat")


def test_kepatuhan_keempat_triwulan(dokumen: dict[str, Workbook]) -> None:
    bahan = build_bahan_tahun()
    lembar = dokumen["LHE"]["Kepatuhan"]
    for j in bahan.jabatan:
        baris = cari_baris(lembar, 1, j.kode)
        assert baris[5:9] == [find_sebutan(bahan, j.kode, t) for t in Triwulan]
    wajib = {j.kode for j in bahan.jabatan if (j.kode, Triwulan.IV) not in bahan.lowong}
    alpa = sorted(wajib - {j for j, t in bahan.terima if t is Triwulan.IV})
    assert sorted(str(lembar.cell(r, 2).value) for r in range(6, 9)) == alpa
    lapor = [len({j for j, t in bahan.terima if t is tw}) for tw in Triwulan]
    assert all(
        f"TW {t.romawi} {n} dari 60" in teks(lembar) for t, n in zip(Triwulan, lapor, strict=True)
    )


@pytest.mark.parametrize("tidak_valid", [(), (Triwulan.IV,), (Triwulan.II, Triwulan.III), Triwulan])
def test_yang_hanya_pernah_ditolak_tidak_lapor(tidak_valid: Sequence[Triwulan]) -> None:
    """A return that was never accepted counts as none, also among those who never reported."""
    bahan = build_bahan_tahun()
    jabatan = next(j for j in bahan.jabatan if all((j.kode, t) in bahan.terima for t in Triwulan))
    ditolak = {(jabatan.kode, t) for t in tidak_valid}
    terima = {k: v for k, v in bahan.terima.items() if k not in ditolak}
    lain = replace(bahan, terima=terima, tidak_valid=bahan.tidak_valid | ditolak)
    alpa = [
        j.kode
        for j in lain.jabatan
        if any((j.kode, t) not in {*lain.terima, *lain.lowong} for t in Triwulan)
    ]
    assert f"Pernah tidak lapor: {len(alpa)} jabatan (" in render_tahun(lain)
    assert (jabatan.kode in alpa) == bool(tidak_valid)


def test_perbaikan_yang_terlambat_dijumlahkan_setahun() -> None:
    bahan = build_bahan_tahun()
    papan = tuple(s.model_copy(update={"perbaikan_terlambat": 4}) for s in bahan.status[:1])
    lalu = tuple(s.model_copy(update={"perbaikan_terlambat": 3}) for s in papan)
    bahan = replace(bahan, status=papan, status_lalu={Triwulan.II: lalu})
    isi = [b.isi for b in build_baris_tahun(bahan)]
    assert {b[1]: b[-1] for b in isi if b[-1]} == {papan[0].kode: 7}


def test_ringkasan_tahun_satu_halaman_untuk_memutuskan(dokumen: dict[str, Workbook]) -> None:
    isi = teks(dokumen["LHE"]["Ringkasan"])
    assert "2 dari 8 IKU mencapai target tahun 2026; 6 di bawah target." in isi
    assert "Indikator Kinerja Utama" in isi
    assert "Target dan anggaran 2027 bagi" in isi
    assert "Dibanding realisasi tahun lalu" in isi
    assert "turun 36 unit (memburuk)" in isi


@pytest.mark.parametrize("nama", DOKUMEN)
def test_dua_kali_sama_persis(nama: str) -> None:
    satu, dua = io.BytesIO(), io.BytesIO()
    DOKUMEN[nama](build_bahan_tahun(), satu)
    DOKUMEN[nama](build_bahan_tahun(), dua)
    assert satu.getvalue() == dua.getvalue()


@pytest.mark.parametrize("nama", DOKUMEN)
def test_tahun_yang_kosong_tetap_terbit(nama: str, tmp_path: Path) -> None:
    """Nothing came back, no DPA, no Renstra: every sheet says so."""
    bahan = build_bahan(Triwulan.IV, terima={}, setahun=True)
    mandat: dict[Triwulan, Mandat] = {
        t: m.model_copy(update={"pagu": ()}) for t, m in bahan.mandat.items()
    }
    path = tmp_path / "kosong.xlsx"
    DOKUMEN[nama](replace(bahan, mandat=mandat), path)
    assert lint(path) == []


@pytest.mark.parametrize("nama", DOKUMEN)
@pytest.mark.parametrize("jahat", ["=1+1", "@SUM(A1)", "-3", "http://contoh.invalid", "x\x07y"])
def test_teks_luar_tetap_teks(nama: str, jahat: str, tmp_path: Path) -> None:
    bahan = build_bahan(Triwulan.IV, setahun=True)
    terima = dict(bahan.terima)
    lama = terima["KD-01", Triwulan.II].laporan.isian
    kata = {"hambatan": jahat, "rekomendasi": jahat}
    isian = tuple(i.model_copy(update=kata) for i in lama)
    terima["KD-01", Triwulan.II] = build_terima("KD-01", Triwulan.II, isian, nama_berkas=jahat)
    path = tmp_path / "jahat.xlsx"
    DOKUMEN[nama](replace(bahan, terima=terima), path)
    assert lint(path) == []
    for lembar in load_workbook(path):
        for baris in lembar.iter_rows():
            for sel in baris:
                assert sel.data_type != "f", sel.coordinate
                assert sel.hyperlink is None or lembar.title == "Sampul"


@pytest.mark.validator
@pytest.mark.parametrize("nama", DOKUMEN)
def test_sah_menurut_skema(nama: str, tmp_path: Path) -> None:
    path = tmp_path / f"{nama}.xlsx"
    DOKUMEN[nama](build_bahan_tahun(), path)
    assert validasi(path) == []
    assert lint(path) == []


@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.parametrize("nama", DOKUMEN)
def test_cetakan_utuh(nama: str, tmp_path: Path) -> None:
    path = tmp_path / f"{nama}.xlsx"
    DOKUMEN[nama](build_bahan_tahun(), path)
    assert check_cetak(path) == []
