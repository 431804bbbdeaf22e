"""What a workbook carries beside its cells is told, each with its own words, and left alone."""

from __future__ import annotations

import pytest

from sopkinerja.ruang import Ruang
from tests.alur.kecil import terima
from tests.alur.kiriman import isi, kode, putusan, realisasi_berlaku
from tests.alur.tambal import bongkar, susun
from tests.matriks.bahan import read_tabel

RELASI = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="x" TargetMode="External" Target="{}"/></Relationships>'
)
KASUS = """
| kasus                    | bagian                                            | isi | temuan     | kata              |
| makro Excel              | xl/vbaProject.bin                                 |     | BERKAS_120 | tidak dijalankan  |
| makro LibreOffice        | Basic/Standard/Modul1.xml                         |     | BERKAS_120 | tidak dijalankan  |
| makro skrip              | Scripts/python/a.py                               |     | BERKAS_120 | tidak dijalankan  |
| tautan ke buku lain      | xl/externalLinks/_rels/externalLink1.xml.rels     | file:///C:/Users/x/Rekap.xlsx | BERKAS_121 | (Rekap.xlsx) |
| tautan dengan folder lain | xl/externalLinks/_rels/externalLink1.xml.rels    | ../Dinas/Data TW1.xlsx | BERKAS_121 | (Data TW1.xlsx) |
| tautan ke jaringan       | xl/externalLinks/_rels/externalLink2.xml.rels     | https://contoh.invalid/a.xlsx | BERKAS_121 | (a.xlsx) |
| objek tersemat           | xl/embeddings/oleObject1.bin                      |     | BERKAS_122 | 1 objek tersemat  |
| buku di dalam buku       | xl/embeddings/Microsoft_Excel_Sheet.xlsx          |     | BERKAS_122 | 1 objek tersemat  |
| objek LibreOffice        | Object 1/content.xml                              |     | BERKAS_122 | 1 objek tersemat  |
| gambar biasa             | xl/media/image9.png                               |     |            |                   |
| pengaturan pencetak      | xl/printerSettings/printerSettings1.bin           |     |            |                   |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["kasus"])
def test_muatan_disebut_dan_dibiarkan(meja_kerja: Ruang, kasus: dict[str, str]) -> None:
    berkas = isi(meja_kerja, "a.xlsx", 10.0)
    lebih = RELASI.format(kasus["isi"]) if kasus["isi"] else "x"
    berkas.write_bytes(susun(bongkar(berkas.read_bytes()) | {kasus["bagian"]: lebih.encode()}))
    rencana = terima(meja_kerja).rencana
    assert putusan(rencana) == {"a.xlsx": "diterima"}
    assert kode(rencana, "a.xlsx") == kasus["temuan"].split()
    pesan = " ".join(t.pesan for k in rencana.kiriman for t in k.temuan)
    assert kasus["kata"] in pesan
    assert realisasi_berlaku(meja_kerja) == 10
