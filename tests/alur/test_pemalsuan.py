"""Files that claim to be another form, or hold two people's values: restored, sent back, or held."""

from __future__ import annotations

import copy
import datetime as dt
import shutil
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.lembar.cap import Identitas, render_kode
from sopkinerja.ruang import Ruang
from tests.alur.kecil import find_tempat, issue, terima
from tests.alur.kiriman import kode, putusan, realisasi_berlaku
from tests.alur.tambal import NS, bongkar, find_bagian, susun, tambal
from tests.matriks.bahan import read_tabel

DIUBAH = (".xml", ".rels")


def build_kode(jabatan: str = "BID-01", triwulan: int = 1, **lain: str | int) -> str:
    """A kode formulir with its check sign, as anybody could copy it from another form."""
    isi: dict[str, object] = {"opd": "DINAS-CONTOH", "tahun": 2026, "revisi": 1} | lain
    revisi = int(str(isi.pop("revisi")))
    identitas = Identitas.model_validate(
        {"formulir": Formulir.LAPORAN, "triwulan": Triwulan(triwulan), "jabatan": jabatan, **isi}
    )
    return render_kode(identitas, revisi)


LAMA = build_kode()
KODE_LAIN = {
    "TW II": build_kode(triwulan=2),
    "STF-01": build_kode("STF-01"),
    "2025": build_kode(tahun=2025),
    "OPD lain": build_kode(opd="OPD-LAIN"),
    "jabatan asing": build_kode("XXX-01"),
    "revisi 9": build_kode(revisi=9),
    "rusak": LAMA[:-1] + ("0" if LAMA[-1] != "0" else "1"),
}
KASUS = """
| kasus                                    | perubahan                      | putusan         | temuan      | hasil |
| apa adanya                               |                                | diterima        |             | 10    |
| kode TW II di satu lembar                | Laporan: TW II                 | karantina       | KENALI_003  |       |
| kode TW II di semua tempat               | semua: TW II                   | karantina       | KENALI_121  |       |
| kode TW II, lembar tersembunyi dibuang   | semua: TW II; tanpa tersembunyi | karantina      | KENALI_121  |       |
| kode jabatan lain di satu lembar         | Laporan: STF-01                | karantina       | KENALI_003  |       |
| kode jabatan lain di semua tempat        | semua: STF-01                  | perlu_perbaikan | KUNCI_003   |       |
| kode tahun lain                          | semua: 2025                    | karantina       | KENALI_005  |       |
| kode OPD lain                            | semua: OPD lain                | karantina       | KENALI_004  |       |
| tidak pernah diterbitkan                 | semua: jabatan asing           | karantina       | KENALI_005  |       |
| revisi yang belum ada                    | semua: revisi 9                | karantina       | KENALI_006  |       |
| kode salah ketik di semua tempat         | semua: rusak                   | karantina       | KENALI_002  |       |
| kode salah ketik di satu lembar          | Laporan: rusak                 | diterima        |             | 10    |
| lembar tersembunyi dibuang               | tanpa tersembunyi              | diterima        |             | 10    |
| target diturunkan                        | target                         | diterima        | KUNCI_001   | 10    |
| target diganti, kode TW II               | target; semua: TW II           | karantina       | KENALI_121  |       |
| judul dan kode TW II                     | semua: TW II; judul TW II      | karantina       | KENALI_120  |       |
| catatan orang lain                       | catatan STF-01.01              | perlu_perbaikan | CATATAN_005 |       |
| lembar Laporan orang lain ikut           | lembar STF-01                  | karantina       | KENALI_003  |       |
"""


def pulangkan(ruang: Ruang, perubahan: str, realisasi: int = 10) -> Path:
    """BID-01's form of TW I filled in honestly, then changed as the case says."""
    asal = next((ruang.outbox / "2026/TW1/formulir").rglob("BID-01_*"))
    tujuan = Path(shutil.copy(asal, ruang.inbox / "a.xlsx"))
    tempat = find_tempat(openpyxl.load_workbook(tujuan))
    isi = {}
    for n in ("01", "02"):
        isi[tempat["laporan", f"BID-01.{n}", "realisasi"]] = f"n:{realisasi}"
        isi[tempat["laporan", f"BID-01.{n}", "bukti_dukung"]] = "s:daftar.pdf"
    if "target" in perubahan:
        isi[tempat["laporan", "BID-01.01", "target_tw"]] = "n:1"
    if "catatan" in perubahan:
        for kolom, nilai in (("tanggal", "s:15/01/2026"), ("kode", "s:STF-01.01"),
                             ("uraian", "s:Pembinaan"), ("volume", "n:5")):  # fmt: skip
            isi[tempat["catatan", "C001", kolom]] = nilai
    if perubahan.startswith("Laporan: "):
        lembar = openpyxl.load_workbook(tujuan)["Laporan"]
        (sel,) = [s for b in lembar.iter_rows(max_row=9) for s in b if LAMA in str(s.value)]
        isi["Laporan", sel.coordinate] = f"s:{KODE_LAIN[perubahan.partition(': ')[2]]}"
    tambal(tujuan, isi)
    bagian = bongkar(tujuan.read_bytes())
    for satu in filter(None, perubahan.split("; ")):
        _ubah(ruang, bagian, satu)
    tujuan.write_bytes(susun(bagian))
    return tujuan


def _ubah(ruang: Ruang, bagian: dict[str, bytes], satu: str) -> None:
    di, _, baru = satu.partition(": ")
    if di == "semua":
        for n in bagian:
            if n.endswith(DIUBAH):
                bagian[n] = bagian[n].replace(LAMA.encode(), KODE_LAIN[baru].encode())
    elif satu == "judul TW II":
        for n in bagian:
            bagian[n] = bagian[n].replace(b"TRIWULAN I TAHUN", b"TRIWULAN II TAHUN")
    elif satu == "tanpa tersembunyi":
        n = find_bagian(bagian, "_sopkinerja")
        bagian[n] = bagian[n].replace(LAMA.encode(), b"").replace(KODE_LAIN["TW II"].encode(), b"")
    elif satu == "lembar STF-01":
        lain = bongkar(next((ruang.outbox / "2026/TW1/formulir").rglob("STF-01_*")).read_bytes())
        bagian["xl/worksheets/sheet99.xml"] = _lepas_teks(lain, find_bagian(lain, "Laporan"))
        _daftarkan(bagian)


def _lepas_teks(bagian: dict[str, bytes], nama: str) -> bytes:
    """A sheet that brings its texts along."""
    semua = list(etree.fromstring(bagian["xl/sharedStrings.xml"]))
    pohon = etree.fromstring(bagian[nama])
    for sel in pohon.iter(f"{{{NS}}}c"):
        if sel.get("t") == "s":
            (nilai,) = sel
            isi = etree.SubElement(sel, f"{{{NS}}}is")
            isi.extend(copy.deepcopy(list(semua[int(nilai.text or "0")])))
            sel.remove(nilai)
            sel.set("t", "inlineStr")
    return etree.tostring(pohon)


def _daftarkan(bagian: dict[str, bytes]) -> None:
    """One more sheet, as copying it into the workbook leaves it."""
    ns = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    jenis = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
    sisip: tuple[tuple[str, str, str], ...] = (
        ("xl/workbook.xml", "</sheets>", f'<sheet xmlns:x="{ns}" name="Laporan (2)" sheetId="99" x:id="rId99"/>'),
        ("xl/_rels/workbook.xml.rels", "</Relationships>",
         f'<Relationship Id="rId99" Type="{ns}/worksheet" Target="worksheets/sheet99.xml"/>'),
        ("[Content_Types].xml", "</Types>",
         f'<Override PartName="/xl/worksheets/sheet99.xml" ContentType="{jenis}"/>'),
    )  # fmt: skip
    for nama, akhir, isi in sisip:
        bagian[nama] = bagian[nama].replace(akhir.encode(), (isi + akhir).encode())


@pytest.fixture
def dua_triwulan(meja_kerja: Ruang) -> Ruang:
    """TW I was accepted once, with 12; then the forms of TW II went out."""
    pulangkan(meja_kerja, "", 12)
    assert putusan(terima(meja_kerja, dt.date(2026, 4, 1)).rencana) == {"a.xlsx": "diterima"}
    issue(meja_kerja, Triwulan.II, dt.date(2026, 4, 1))
    return meja_kerja


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["kasus"])
def test_pemalsuan(dua_triwulan: Ruang, kasus: dict[str, str]) -> None:
    pulangkan(dua_triwulan, kasus["perubahan"])
    rencana = terima(dua_triwulan).rencana
    assert putusan(rencana) == {"a.xlsx": kasus["putusan"]}
    temuan = {k for k in kode(rencana, "a.xlsx") if not k.startswith("URUTAN")}
    assert temuan >= set(kasus["temuan"].split())
    assert bool(temuan) is bool(kasus["temuan"])
    assert realisasi_berlaku(dua_triwulan) == float(kasus["hasil"] or 12)


def test_isi_lama_dengan_kode_baru_menyebut_asalnya(dua_triwulan: Ruang) -> None:
    """What was accepted of TW I, sent again under the kode of TW II, says whose it is."""
    pulangkan(dua_triwulan, "")
    assert putusan(terima(dua_triwulan).rencana) == {"a.xlsx": "diterima"}
    pulangkan(dua_triwulan, "semua: TW II")
    (k,) = terima(dua_triwulan, dt.date(2026, 7, 6)).rencana.kiriman
    (temuan,) = k.temuan
    assert KODE_LAIN["TW II"] in temuan.pesan
    assert "TW I 2026" in temuan.pesan
