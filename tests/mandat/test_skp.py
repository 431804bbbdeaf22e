"""The SKP beside each PK: what stands in it, on paper, from the office's template, once."""

from __future__ import annotations

import datetime as dt
import io
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli import main
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.istilah import Aspek, JenisKerja, Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.lembar.templat import find_templat
from sopkinerja.mandat.cetak import HasilCetakMandat, issue_mandat, open_skp
from sopkinerja.mandat.pk import build_isi
from sopkinerja.mandat.revisi import plan_revisi
from sopkinerja.mandat.skp import NAMA_TEMPLAT, compile_templat, render_skp
from sopkinerja.mandat.tetapkan import plan_tetapkan
from sopkinerja.mulai import create_ruang
from sopkinerja.opd.mandat import Indikator, Mandat
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Pengaturan, Ruang
from tests.alat import check_cetak, lint, validasi
from tests.mandat.kecil import build_indikator, build_referensi
from tests.matriks.bahan import read_tabel

TETAP = dt.date(2026, 2, 27)
KOLOM = ("B", "C", "D", "E", "F", "G")


def _write(referensi: Referensi, jabatan: str, tujuan: Path) -> Path:
    mandat = plan_tetapkan(referensi, [], TETAP).mandat
    isi = build_isi(referensi, [mandat], jabatan)
    assert isi is not None
    templat = compile_templat(find_templat(NAMA_TEMPLAT, None))
    tujuan.write_bytes(render_skp(templat, isi, {r.kode: r.sasaran for r in referensi.renstra}))
    return tujuan


def _read_hasil(berkas: Path) -> list[list[str]]:
    """The visible rows of hasil kerja, bands included."""
    lembar = openpyxl.load_workbook(berkas)["SKP"]
    baris = []
    for nomor in range(16, lembar.max_row + 1):
        isi = [str(lembar[f"{k}{nomor}"].value or "") for k in KOLOM]
        if any(isi) and not lembar.row_dimensions[nomor].hidden:
            baris.append(isi)
    return baris


def _build_contoh() -> Referensi:
    """The sample with people: KADIS over PLN over PLN-01, PLN's indicators replaced."""
    contoh = build_contoh()
    lain = tuple(i for i in contoh.mandat if i.jabatan not in ("PLN", "PLN-01"))
    return contoh.model_copy(update={"mandat": (*lain, *_list_pln())})


def _list_pln() -> tuple[Indikator, ...]:
    dua = "Terlayaninya eksportir"
    return (
        build_indikator("PLN.01", induk="KADIS.03", aspek=Aspek.KUANTITAS, satuan="dokumen"),
        build_indikator("PLN.02", induk="KADIS.03", aspek=Aspek.WAKTU, satuan="hari"),
        build_indikator("PLN.03", induk="KADIS.09", satuan="%"),
        build_indikator("PLN.04", sasaran=dua, induk="KADIS.09", aspek=Aspek.BIAYA, satuan="Rp"),
        build_indikator("PLN.05", sasaran=dua, jenis=JenisKerja.TAMBAHAN, satuan="-"),
    )


HASIL = """
| No | Pimpinan                                                                              | RHK                    | Aspek     | Indikator        | Target    |
| A. UTAMA     |                                                                             |                        |           |                  |           |
| 1  | Meningkatnya nilai perdagangan luar negeri (indikator: Nilai ekspor nonmigas)         | Sasaran                | Kuantitas | Indikator PLN.01 | 4 dokumen |
|    |                                                                                       |                        | Waktu     | Indikator PLN.02 | 4 hari    |
|    | Meningkatnya akuntabilitas kinerja dinas (indikator: Indeks kepuasan masyarakat)      |                        |           | Indikator PLN.03 | 4%        |
| 2  | Meningkatnya akuntabilitas kinerja dinas (indikator: Indeks kepuasan masyarakat)      | Terlayaninya eksportir | Biaya     | Indikator PLN.04 | Rp 4      |
| B. TAMBAHAN  |                                                                             |                        |           |                  |           |
| 1  | –                                                                                     | Terlayaninya eksportir |           | Indikator PLN.05 | 4         |
"""


def test_isi_hasil_kerja(tmp_path: Path) -> None:
    hasil = _read_hasil(_write(_build_contoh(), "PLN", tmp_path / "skp.xlsx"))
    harapan = [list(b.values()) for b in read_tabel(HASIL)]
    terbaca = [[" ".join(sel.split()) for sel in b] for b in hasil[: len(harapan)]]
    assert terbaca == harapan
    assert hasil[len(harapan)][0].startswith("PERILAKU KERJA: tidak dicetak di sini")


def test_pihak_dan_tanda_tangan(tmp_path: Path) -> None:
    """Who is judged and who judges, with the jabatan, NIP and unit of both; the Gubernur for the
    Kepala Dinas, whose RHK rest on the Renstra."""
    lembar = openpyxl.load_workbook(_write(_build_contoh(), "PLN", tmp_path / "a.xlsx"))["SKP"]
    pihak = [(lembar[f"D{n}"].value, lembar[f"F{n}"].value) for n in range(8, 13)]
    assert [str(a)[:12] for a, _ in pihak] == [
        "Asoka Baskar", "19761028 201", "Pembina (IV/", "Kepala Bidan", "Bidang Perda",
    ]  # fmt: skip
    assert [str(b)[:12] for _, b in pihak] == [
        "Meranti Pala", "19770612 200", "Pembina Utam", "Kepala Dinas", "Pimpinan Din",
    ]  # fmt: skip
    kadis = _write(_build_contoh(), "KADIS", tmp_path / "b.xlsx")
    lembar = openpyxl.load_workbook(kadis)["SKP"]
    assert [lembar[f"F{n}"].value for n in (8, 9, 11, 12)] == [
        "Gubernur (contoh)", "–", "Gubernur Sulawesi Tengah", "Provinsi Sulawesi Tengah",
    ]  # fmt: skip
    assert _read_hasil(kadis)[1][1] == "Meningkatnya pertumbuhan industri dan perdagangan"


@pytest.mark.parametrize(("utama", "tambahan"), [(4, 0), (9, 0), (14, 1), (17, 6), (30, 12)])
def test_tanda_tangan_tidak_sendirian(utama: int, tambahan: int, tmp_path: Path) -> None:
    """Rows of hasil kerja go with the signatures to their page, and no page ends with a band."""
    contoh = build_contoh()
    jenis = [JenisKerja.UTAMA] * utama + [JenisKerja.TAMBAHAN] * tambahan
    mandat = tuple(
        build_indikator(f"PLN.{n:02d}", jenis=j, induk="KADIS.03", sasaran=f"Sasaran {n}")
        for n, j in enumerate(jenis, 1)
    )
    lain = tuple(i for i in contoh.mandat if i.jabatan not in ("PLN", "PLN-01"))
    berkas = _write(contoh.model_copy(update={"mandat": (*lain, *mandat)}), "PLN", tmp_path / "a")
    lembar = openpyxl.load_workbook(io.BytesIO(berkas.read_bytes()))["SKP"]
    tampak = [
        n for n in range(16, lembar.max_row + 1)
        if lembar[f"F{n}"].value and not lembar.row_dimensions[n].hidden
    ]  # fmt: skip
    patah = [b.id for b in lembar.row_breaks.brk]
    assert set(patah) <= set(tampak)
    assert bool(patah) == (utama > 4)
    batas = [0, *patah, lembar.max_row]
    assert all(len([n for n in tampak if a < n <= b]) >= 3 for a, b in pairwise(batas))


def test_tanpa_hasil_kerja_utama(tmp_path: Path) -> None:
    """A band without rows shows a dash, never nothing; a vacant superior leaves a line to sign."""
    satu = build_indikator("PLN-01.01", jenis=JenisKerja.TAMBAHAN, induk="PLN.99")
    contoh = build_contoh()
    tanpa = tuple(p for p in contoh.pegawai if p.jabatan != "PLN")
    referensi = contoh.model_copy(update={"mandat": (satu,), "pegawai": tanpa})
    berkas = _write(referensi, "PLN-01", tmp_path / "skp.xlsx")
    hasil = _read_hasil(berkas)
    assert hasil[1] == ["–"] * 6
    assert hasil[3][1] == "PLN.99"
    lembar = openpyxl.load_workbook(berkas)["SKP"]
    assert set(str(lembar["F8"].value)) == {"."}
    assert lembar["F11"].value == "Kepala Bidang Perdagangan Luar Negeri"


@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.validator
@pytest.mark.parametrize("jabatan", ["KADIS", "PLN", "P2IPK", "PRG-04"])
def test_skp_di_kertas(jabatan: str, tmp_path: Path) -> None:
    berkas = _write(build_contoh(), jabatan, tmp_path / "skp.xlsx")
    assert [*validasi(berkas), *lint(berkas), *check_cetak(berkas)] == []


@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.validator
def test_skp_sepanjang_apa_pun(tmp_path: Path) -> None:
    """More hasil kerja of both kinds than the template has rows, on paper too."""
    contoh = build_contoh()
    banyak = tuple(
        build_indikator(
            f"PLN.{n:02d}",
            sasaran=f"Sasaran ke-{n // 4}",
            indikator=f"Indikator ke-{n:02d}",
            jenis=JenisKerja.TAMBAHAN if n > 45 else JenisKerja.UTAMA,
        )
        for n in range(1, 61)
    )
    lain = tuple(i for i in contoh.mandat if i.jabatan != "PLN")
    referensi = contoh.model_copy(update={"mandat": (*lain, *banyak)})
    berkas = _write(referensi, "PLN", tmp_path / "skp.xlsx")
    hasil = _read_hasil(berkas)
    assert [b[4] for b in hasil if b[4].startswith("Indikator")] == [i.indikator for i in banyak]
    assert [b[0] for b in hasil].index("B. TAMBAHAN") == 46
    assert [*validasi(berkas), *lint(berkas), *check_cetak(berkas)] == []


# --- handing it out


def _tetapkan(ruang: Ruang, riwayat: list[Mandat]) -> HasilCetakMandat:
    with Agenda(ruang.berkas_agenda) as agenda:
        return issue_mandat(ruang, agenda, build_contoh(), riwayat, Pengaturan(), open_skp(ruang))


def _build_riwayat() -> list[Mandat]:
    contoh = build_contoh()
    satu = plan_tetapkan(contoh, [], TETAP).mandat
    mandat = tuple(
        i.model_copy(update={"aspek": Aspek.KUALITAS}) if i.kode == "PLN.01" else i
        for i in contoh.mandat
    )
    kini = contoh.model_copy(update={"mandat": mandat})
    dua = plan_revisi(kini, [satu], Triwulan.II, "Dialog kinerja", dt.date(2026, 4, 6)).mandat
    return [satu, dua]


def test_skp_terbit_bersama_pk(tmp_path: Path) -> None:
    """One beside each PK, numbered like it; what was handed out isn't written again."""
    ruang = Ruang(tmp_path)
    create_ruang(ruang)
    riwayat = _build_riwayat()
    pertama = _tetapkan(ruang, riwayat[:1])
    pk = sorted(p.name.replace("_PK_", "_SKP_") for p in pertama.pk)
    assert sorted(p.name for p in pertama.skp) == pk
    lama = (pertama.folder_skp / "PLN_SKP_2026.xlsx").read_bytes()
    kedua = _tetapkan(ruang, riwayat)
    assert [p.name for p in kedua.pk] == ["PLN_PK_2026_rev1.xlsx"]
    assert [p.name for p in kedua.skp] == ["PLN_SKP_2026_rev1.xlsx"]
    assert (pertama.folder_skp / "PLN_SKP_2026.xlsx").read_bytes() == lama
    judul = openpyxl.load_workbook(kedua.skp[0])["SKP"]["B4"].value
    assert judul == "SASARAN KINERJA PEGAWAI (SKP) PERUBAHAN TAHUN 2026"
    assert _tetapkan(ruang, riwayat).skp == []


def test_templat_kantor_dipakai(tmp_path: Path) -> None:
    """The office's restyled copy is what its SKP are made from; one that lost a column is told."""
    ruang = Ruang(tmp_path)
    create_ruang(ruang)
    kantor = ruang.templat / NAMA_TEMPLAT
    buku = openpyxl.load_workbook(kantor)
    buku["SKP"]["B4"] = "SKP Kantor Kami {{tahun}}"
    buku.save(kantor)
    hasil = _tetapkan(ruang, _build_riwayat()[:1])
    assert openpyxl.load_workbook(hasil.skp[0])["SKP"]["B4"].value == "SKP Kantor Kami 2026"
    buku["SKP"]["E15"] = None
    buku.save(kantor)
    with pytest.raises(SopKinerjaError, match="aspek"):
        _tetapkan(ruang, _build_riwayat()[:1])


def test_templat_cacat_menghentikan_sebelum_dibekukan(tmp_path: Path) -> None:
    """Nothing is frozen where the SKP couldn't be written."""
    ruang = Ruang(tmp_path)
    create_ruang(ruang, build_contoh())
    buku = openpyxl.load_workbook(ruang.templat / NAMA_TEMPLAT)
    buku["SKP"]["B4"] = "SKP {{tak_dikenal}}"
    buku.save(ruang.templat / NAMA_TEMPLAT)
    perintah = ["--ruang", str(tmp_path), "tetapkan", "--tanggal", "2026-02-27"]
    hasil = CliRunner().invoke(main, perintah)
    assert (hasil.exit_code, "tak_dikenal" in hasil.output) == (3, True)
    with Agenda(ruang.berkas_agenda) as agenda:
        assert agenda.read_riwayat_mandat(2026) == []


def test_jabatan_lowong_tanpa_skp(tmp_path: Path) -> None:
    ruang = Ruang(tmp_path)
    create_ruang(ruang)
    mandat = plan_tetapkan(build_referensi(build_indikator("PLN.01")), [], TETAP).mandat
    hasil = _tetapkan(ruang, [mandat])
    assert (hasil.lowong, hasil.pk, hasil.skp) == (["PLN"], [], [])
