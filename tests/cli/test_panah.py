"""Next steps inside the guide: nobody types a command there."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sopkinerja.cli.panah import Menu
from sopkinerja.cli.utama import PERINTAH
from sopkinerja.judul_langkah import JUDUL
from sopkinerja.pandu import teks as teks_pandu
from sopkinerja.pandu.model import LangkahPandu, PekerjaanLain, Pertanyaan, PilihanJawab
from tests.laporan.tabel import read_tabel

TERIMA = LangkahPandu(
    "Terima 2 berkas yang ada di inbox", ("terima",), coba=("terima", "--uji-coba")
)
PILIH = Pertanyaan("Kiriman mana", (PilihanJawab("ab12cd34ef56", "a.xlsx"),))
MENU = Menu(
    (
        TERIMA,
        LangkahPandu("Adakan Rapat Monev TW I 2026"),
        LangkahPandu("Pilih kiriman yang dipakai: laporan STF-01", ("pilih",), tanya=(PILIH,)),
        LangkahPandu("Kirim formulir perbaikan: STF-02", ("status", "laporan", "-t", "2"), rincian=("a.xlsx",)),
        LangkahPandu("Laporan TW I 2026 belum lengkap: STF-01", ("status", "laporan", "-t", "1")),
        LangkahPandu("Cetak Matriks TW I 2026", ("matriks", "-t", "1", "--tahun", "2026")),
        LangkahPandu("Mintakan tanda tangan PK: 2 jabatan", ("lampirkan", "--sebagai", "pk")),
        LangkahPandu("Tutup TW I 2026 walau 1 jabatan belum selesai: STF-01", ("tutup", "-t", "1")),
    ),
    (
        PekerjaanLain(2, "Kapan saja", LangkahPandu("Nilai lagi", ("terima", "--ulang"))),
        PekerjaanLain(
            21, "TW I", LangkahPandu("Papan TW I", ("status", "laporan", "-t", "1", "--papan"))
        ),
        PekerjaanLain(
            22, "TW I",
            LangkahPandu("Satu jabatan", ("terbitkan", "laporan", "-t", "1"), tanya=(PILIH,)),
        ),
        PekerjaanLain(25, "TW I", LangkahPandu("Cetak Renaksi TW I", ("renaksi", "-t", "1"))),
        PekerjaanLain(24, "TW I", LangkahPandu("Kembalikan laporan TW I", ("kembalikan", "-t", "1"))),
        PekerjaanLain(
            34, "TW I",
            LangkahPandu("Kembalikan Renaksi TW I", ("kembalikan", "-t", "1", "--formulir", "renaksi")),
        ),
        PekerjaanLain(
            41, "TW II", LangkahPandu("Papan TW II", ("status", "laporan", "-t", "2", "--papan"))
        ),
        PekerjaanLain(45, "TW II", LangkahPandu("Cetak Renaksi TW II", ("renaksi", "-t", "2"))),
        PekerjaanLain(53, "TW II", LangkahPandu("Buka kembali TW II", ("buka", "-t", "2"))),
    ),
)  # fmt: skip
KASUS = """
| tercetak                                                          | di pemandu                                                           |
|-------------------------------------------------------------------|----------------------------------------------------------------------|
| sopkinerja matriks -t 1                                           | Berikutnya: langkah “Cetak Matriks TW I 2026” (nomor 5)              |
| Lihat siapa yang belum: sopkinerja status laporan                 | Lihat siapa yang belum: langkah “Laporan TW I 2026 belum lengkap …” (nomor 4) |
| Namanya di papan: sopkinerja status laporan -t 1 --papan          | Namanya di papan: pekerjaan lain “Papan TW I” (l, lalu nomor 21)     |
| Lihat siapa yang belum: sopkinerja status laporan -t 2            | Lihat siapa yang belum: pekerjaan lain “Papan TW II” (l, lalu nomor 41) |
| dikembalikan: sopkinerja kembalikan JABATAN -t 1 --tahun 2026     | dikembalikan: pekerjaan lain “Kembalikan laporan TW I” (l, lalu nomor 24) |
| dikembalikan: sopkinerja kembalikan JABATAN -t 1 --tahun 2026 --formulir renaksi | dikembalikan: pekerjaan lain “Kembalikan Renaksi TW I” (l, lalu nomor 34) |
| dikembalikan: sopkinerja kembalikan JABATAN -t 2 --tahun 2026     | dikembalikan: pekerjaan lain “Kembalikan laporan TW II …” (ketik l)  |
| Konflik, lalu: sopkinerja pilih ab12cd34ef56                      | Konflik, lalu: langkah “Pilih kiriman yang dipakai …”                |
| Kirim. Pilihan: sopkinerja pilih ab12cd34ef56 --alasan "…"        | Kirim. Pilihan: langkah “Pilih kiriman yang dipakai …” (nomor 2)     |
| Pilihan: sopkinerja pilih 999999999999 --alasan "…"               | Pilihan: langkah “Pilih kiriman yang dipakai …”                      |
| taruh di inbox/, lalu: sopkinerja terima                          | taruh di inbox/, lalu: langkah “Terima … berkas yang ada di inbox …” |
| Jalankan: sopkinerja terima                                       | Jalankan: langkah “Terima 2 berkas yang ada di inbox” (nomor 1)      |
| Nilai lagi: sopkinerja terima --ulang; lalu: sopkinerja tutup -t 1 | Nilai lagi: pekerjaan lain “Nilai lagi” (l, lalu nomor 2); lalu: langkah “Tutup TW I 2026 …” |
| Sesudah diterima: sopkinerja tutup -t 1                           | Sesudah diterima: langkah “Tutup TW I 2026 …”                        |
| FINAL dicetak nanti; bila disetujui: sopkinerja tutup -t 1        | FINAL dicetak nanti; bila disetujui: langkah “Tutup TW I 2026 …”     |
| kembali, lalu: sopkinerja terima; setelah masuk: sopkinerja renaksi -t 1 | kembali, lalu: langkah “Terima … berkas yang ada di inbox …”; setelah masuk: langkah “Cetak Renaksi TW I” |
| sopkinerja renaksi -t 2                                           | Berikutnya: pekerjaan lain “Cetak Renaksi TW II” (l, lalu nomor 45)  |
| Bila harus masuk: sopkinerja buka -t 2 --alasan "…"               | Bila harus masuk: pekerjaan lain “Buka kembali TW II” (l, lalu nomor 53) |
| Formulir laporan: sopkinerja terbitkan laporan -t 1               | Formulir laporan: langkah “Terbitkan formulir laporan TW I …”        |
| Jalankan: sopkinerja terbitkan renaksi -t 2                       | Jalankan: langkah “Terbitkan formulir Renaksi TW II …”               |
| sopkinerja matriks -t 2                                           | Berikutnya: langkah “Cetak Matriks Akumulasi TW II …”                |
| Simpan: sopkinerja lampirkan FOLDER --sebagai pk                  | Simpan: langkah “Mintakan tanda tangan PK …” (nomor 6)               |
| sesudah dipindai: sopkinerja lampirkan FILE --sebagai lhe -t 1    | sesudah dipindai: langkah “Simpan pindaian TW I …”                   |
| buka lagi dengan: sopkinerja lanjut --tanggal 5/1/2026            | buka lagi dengan: sopkinerja lanjut --tanggal 5/1/2026               |
| Langkah berikutnya: sopkinerja lanjut                             | Langkah berikutnya: di daftar ini                                    |
| Pindahkan, lalu: sopkinerja pulihkan                              | Pindahkan, lalu: sopkinerja pulihkan                                 |
| Bila memang koreksi: sopkinerja tetapkan --koreksi                | Bila memang koreksi: sopkinerja tetapkan --koreksi                   |
| Periksa sopkinerja.toml; sopkinerja yang lama tidak dipakai       | Periksa sopkinerja.toml; sopkinerja yang lama tidak dipakai          |
"""  # fmt: skip


@pytest.mark.parametrize("kasus", read_tabel(KASUS))
def test_perintah_menjadi_langkah(kasus: Mapping[str, str]) -> None:
    """By the name of its step; the number of the menu printed next only where it is meant for now,
    that of other work also for later where it stands there alone."""
    assert MENU.sebut(kasus["tercetak"]) == kasus["di pemandu"]


def test_menu_yang_akan_berganti_tanpa_nomor() -> None:
    """While a step runs its menu is about to change: nothing has a number of it."""
    semua = [MENU._replace(langkah=()).sebut(k["tercetak"]) for k in read_tabel(KASUS)]
    assert [t for t in semua if "(nomor" in t] == []


def test_yang_tidak_di_menu_disebut_judulnya() -> None:
    """By how a title of the guide really begins; what was held is judged again by a step of its own."""
    judul = [str(t) for t in vars(teks_pandu).values() if isinstance(t, str)]
    assert [j for j in JUDUL.values() if not any(t.startswith(j) for t in judul)] == []
    assert set(JUDUL) <= set(PERINTAH)
    assert "Nilai lagi" in Menu().sebut("jalankan sopkinerja terima --ulang.")


def test_uji_coba_menyuruh_menjawab() -> None:
    """After a trial the step itself is the answer to the question that follows."""
    teks = "Uji coba: tidak ada yang ditulis. Jalankan: sopkinerja terima"
    menu = MENU._replace(dicoba=TERIMA, langkah=())
    assert menu.sebut(teks).endswith("Jalankan: jawab ya di bawah ini")
    assert "jawab ya" not in menu.sebut(
        "Taruh berkasnya di inbox, lalu jalankan lagi sopkinerja terima."
    )
