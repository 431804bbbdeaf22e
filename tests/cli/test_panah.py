"""Next steps inside the guide: nobody types a command there."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sopkinerja.cli.panah import JUDUL, Menu
from sopkinerja.cli.utama import PERINTAH
from sopkinerja.pandu import teks as teks_pandu
from sopkinerja.pandu.model import LangkahPandu, PekerjaanLain
from tests.laporan.tabel import read_tabel

TERIMA = LangkahPandu("Terima 2 berkas", ("terima",), coba=("terima", "--uji-coba"))
MENU = Menu(
    (
        TERIMA,
        LangkahPandu("Adakan Rapat Monev TW I 2026"),
        LangkahPandu("Pilih kiriman", ("pilih",)),
        LangkahPandu("Laporan belum lengkap", ("status", "laporan", "-t", "1")),
        LangkahPandu("Cetak Matriks", ("matriks", "-t", "1", "--tahun", "2026")),
        LangkahPandu("Mintakan tanda tangan PK", ("lampirkan", "--sebagai", "pk")),
    ),
    (
        PekerjaanLain(2, "Kapan saja", LangkahPandu("Nilai lagi", ("terima", "--ulang"))),
        PekerjaanLain(
            21, "TW I", LangkahPandu("Papan", ("status", "laporan", "-t", "1", "--papan"))
        ),
        PekerjaanLain(25, "TW I", LangkahPandu("Cetak Renaksi", ("renaksi", "-t", "1"))),
        PekerjaanLain(45, "TW II", LangkahPandu("Cetak Renaksi", ("renaksi", "-t", "2"))),
    ),
)
KASUS = """
| tercetak                                                          | di pemandu                                              |
|-------------------------------------------------------------------|---------------------------------------------------------|
| sopkinerja matriks -t 1                                           | pilih nomor 4                                           |
| Lihat siapa yang belum: sopkinerja status laporan                 | Lihat siapa yang belum: nomor 3                         |
| Namanya di papan: sopkinerja status laporan -t 1 --papan          | Namanya di papan: l, lalu nomor 21                      |
| bila a.xlsx: sopkinerja pilih ab12cd34ef56 --alasan "…"; lalu     | bila a.xlsx: nomor 2; lalu                              |
| taruh di inbox/, lalu: sopkinerja terima                          | taruh di inbox/, lalu: nomor 1                          |
| jalankan sopkinerja terima --ulang.                               | jalankan l, lalu nomor 2.                               |
| sopkinerja renaksi -t 2                                           | pilih l, lalu nomor 45                                  |
| Jalankan: sopkinerja terbitkan renaksi -t 2                       | Jalankan: langkah “Terbitkan …”                         |
| sopkinerja matriks -t 2                                           | langkah “Cetak Matriks Akumulasi …”                     |
| simpan: sopkinerja lampirkan FOLDER --sebagai pk                  | simpan: nomor 5                                         |
| pindaiannya: sopkinerja lampirkan FILE --sebagai lhe -t 1         | pindaiannya: langkah “Simpan pindaian …”                |
| buka lagi dengan: sopkinerja lanjut --tanggal 5/1/2026            | buka lagi dengan: sopkinerja lanjut --tanggal 5/1/2026  |
| Langkah berikutnya: sopkinerja lanjut                             | Langkah berikutnya: di daftar ini                       |
| Pindahkan, lalu: sopkinerja pulihkan                              | Pindahkan, lalu: sopkinerja pulihkan                    |
| Periksa sopkinerja.toml; sopkinerja yang lama tidak dipakai       | Periksa sopkinerja.toml; sopkinerja yang lama tidak dipakai |
"""  # fmt: skip


@pytest.mark.parametrize("kasus", read_tabel(KASUS))
def test_perintah_menjadi_nomor(kasus: Mapping[str, str]) -> None:
    """By its number in the menu, else in other work; what neither has, by how its title begins."""
    assert MENU.sebut(kasus["tercetak"]) == kasus["di pemandu"]


def test_yang_tidak_di_menu_disebut_judulnya() -> None:
    """By how a title of the guide really begins; what was held is judged again by a step of its own."""
    judul = [str(t) for t in vars(teks_pandu).values() if isinstance(t, str)]
    assert [j for j in JUDUL.values() if not any(t.startswith(j) for t in judul)] == []
    assert set(JUDUL) <= set(PERINTAH)
    assert "Nilai lagi" in Menu().sebut("jalankan sopkinerja terima --ulang.")


def test_uji_coba_menyuruh_menjawab() -> None:
    """After a trial the step itself is the answer to the question that follows."""
    teks = "Uji coba: tidak ada yang ditulis. Jalankan: sopkinerja terima"
    assert MENU._replace(dicoba=TERIMA).sebut(teks).endswith("Jalankan: jawab ya di bawah ini")
