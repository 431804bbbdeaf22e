"""What a template may not hold is refused when it is compiled, by sheet and cell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sopkinerja.lembar.templat import Templat, TemplatDitolak
from tests.lembar.contoh_templat import KOLOM, build_isi, build_templat, edit_paket

TABEL = {
    "laporan": frozenset(KOLOM),
    "catatan": frozenset({"uraian", "volume"}),
    "perbaikan": frozenset({"no", "sel", "temuan"}),
}
PENANDA = frozenset({"nama_opd", "kode_formulir", "tw"})

KASUS = """
| Kasus                 | Tempat       | Pesan                                             |
| penanda tak tertutup  | Laporan!B3   | penanda tidak lengkap: {{nama_opd}.               |
| penanda bukan nama    | Laporan!B3   | penanda tidak lengkap: {{nama opd}}.              |
| penanda asing         | Laporan!B3   | penanda {{nama_pos}} tidak dikenal                |
| penanda di kop        | Laporan      | penanda {{halaman}} tidak dikenal                 |
| penanda di petunjuk   | Laporan!C7   | penanda {{contoh}} tidak dikenal                  |
| penanda di rumus      | Laporan!B3   | penanda berada di dalam rumus                     |
| penanda nama lembar   | {{tw}}       | penanda tidak boleh menjadi nama lembar           |
| penanda wajib hilang  |              | penanda {{wajib_ada}} tidak ada di mana pun       |
| kunci kolom ganda     | Laporan!H6   | kunci kolom no sudah ada                          |
| kunci kolom asing     | Laporan!H6   | kunci kolom judul tidak dikenal                   |
| kunci kolom hilang    | Laporan!A6   | kunci kolom realisasi tidak ada                   |
| tabel ganda           | _sopkinerja!A5 | tabel catatan sudah ada di tempat lain          |
| tabel asing           | _sopkinerja!A5 | tabel rekap_bulan tidak dikenal                 |
| tabel hilang          |              | tabel laporan tidak ada                           |
| tabel tanpa baris     | _sopkinerja!A5 | tabel renaksi tidak punya baris                 |
| tabel sebaris         | Laporan!I8   | tabel renaksi memakai baris tabel lain            |
| kolom kunci dipakai   | Catatan!C2   | kolom uraian berada di kolom kunci tabel lain     |
| gabungan di isian     | Laporan!C8   | sel gabungan C8:D8 menimpa sel isian              |
| tabel Excel           | Laporan!B5   | tabel Excel menimpa tabel laporan                 |
| rumus tanpa nama      | Laporan!C3   | rumus di luar tabel belum bernama                 |
| rumus asing           | Laporan!C3   | rumus bernama total_kami tidak dikenal            |
| rumus di luar kolom   | Laporan!H8   | rumus di baris tabel, tetapi di luar kolom tabel  |
| rumus hilang          | Laporan!F9   | rumus kolom capaian hilang di baris ini           |
| rumus larik           | Laporan!B14  | rumus larik meliputi lebih dari satu sel          |
| area cetak atas       | Laporan      | memotong baris paling atas. Perluas sampai baris 1 |
| area cetak kolom      | Laporan      | memotong kolom tabel. Perluas sampai kolom F      |
| area cetak bawah      | Laporan      | memotong baris tabel. Perluas sampai baris 10     |
| makro                 |              | berisi makro                                      |
| tautan luar           |              | merujuk buku kerja lain (file:///Z:/lama.xlsx)    |
| sambungan             |              | berisi sambungan data ke luar (connections.xml)   |
| pivot                 |              | berisi tabel pivot                                |
| strict                |              | tersimpan sebagai Strict Open XML                 |
"""


def _sel(lembar: str, sel: str, nilai: str) -> Callable[[Any, Any], None]:
    return lambda _, daftar: daftar[lembar].write(sel, nilai)


def _tabel(lembar: str, sel: str, *nilai: str) -> Callable[[Any, Any], None]:
    return lambda _, daftar: daftar[lembar].write_row(sel, nilai)


def _rumus_bernama(buku: Any, daftar: Any) -> None:
    daftar["Laporan"].write_formula("C3", "=1+1", None, 2)
    buku.define_name("total_kami", "=Laporan!$C$3")


def _tabel_rata(_: Any, daftar: Any) -> None:
    daftar["Laporan"].write("I8", "kunci:renaksi")
    daftar["Laporan"].write("I13", "1")


def _kolom_kunci(_: Any, daftar: Any) -> None:
    daftar["Catatan"].write_row("C9", ["kunci:renaksi", "uraian"])
    daftar["Catatan"].write("C10", "1")


def _hapus_tabel(_: Any, daftar: Any) -> None:
    daftar["Laporan"].write("A6", "laporan")
    daftar["Laporan"].write_formula("F7", "=1", None, 1)


UBAH: dict[str, Callable[[Any, Any], Any]] = {
    "penanda tak tertutup": _sel("Laporan", "B3", "Halo {{nama_opd}"),
    "penanda bukan nama": _sel("Laporan", "B3", "Halo {{nama opd}}"),
    "penanda asing": _sel("Laporan", "B3", "Halo {{Nama_Pos}}"),
    "penanda di kop": lambda _, d: d["Laporan"].set_footer('&L{{hal&"Arial,Bold"aman}}'),
    "penanda di petunjuk": lambda _, d: d["Laporan"].data_validation(
        "C7", {"validate": "any", "input_message": "{{contoh}}"}
    ),
    "penanda di rumus": lambda _, d: d["Laporan"].write_formula("B3", '="{{tw}}"', None, ""),
    "penanda nama lembar": lambda b, _: b.add_worksheet("{{tw}}"),
    "kunci kolom ganda": _sel("Laporan", "H6", "No"),
    "kunci kolom asing": _sel("Laporan", "H6", "judul"),
    "kunci kolom hilang": _sel("Laporan", "D6", " "),
    "tabel ganda": _tabel("_sopkinerja", "A5", "kunci:catatan", "uraian", "volume"),
    "tabel asing": _tabel("_sopkinerja", "A5", "kunci:rekap_bulan", "kode"),
    "tabel hilang": _hapus_tabel,
    "tabel tanpa baris": _tabel("_sopkinerja", "A5", "kunci:renaksi", "uraian"),
    "tabel sebaris": _tabel_rata,
    "kolom kunci dipakai": _kolom_kunci,
    "gabungan di isian": lambda _, d: d["Laporan"].merge_range("C8:D8", ""),
    "tabel Excel": lambda _, d: d["Laporan"].add_table("B5:G8"),
    "rumus tanpa nama": lambda _, d: d["Laporan"].write_formula("C3", "=1", None, 1),
    "rumus asing": _rumus_bernama,
    "rumus di luar kolom": lambda _, d: d["Laporan"].write_formula("H8", "=1", None, 1),
    "rumus hilang": lambda _, d: d["Laporan"].write("F9", 0),
    "rumus larik": lambda _, d: d["Laporan"].write_array_formula("B14:B15", "=D7:D8"),
    "area cetak atas": lambda _, d: d["Laporan"].print_area("A2:G12"),
    "area cetak kolom": lambda _, d: d["Laporan"].print_area("A1:D12"),
    "area cetak bawah": lambda _, d: d["Laporan"].print_area("A1:G9"),
}
TAMBAH = {
    "makro": {"xl/vbaProject.bin": b"\0"},
    "tautan luar": {
        "xl/externalLinks/externalLink1.xml": b"<externalLink/>",
        "xl/externalLinks/_rels/externalLink1.xml.rels": b"""<Relationships
          xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
          Id="rId1" Type="x" Target="file:///Z:/lama.xlsx" TargetMode="External"/></Relationships>""",
    },
    "sambungan": {"xl/connections.xml": b"<connections/>"},
    "pivot": {"xl/pivotTables/pivotTable1.xml": b"<pivotTableDefinition/>"},
}


def _strict(nama: str, isi: bytes) -> bytes:
    lama = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return isi.replace(lama, b"http://purl.oclc.org/ooxml/spreadsheetml/main")


def baris_kasus() -> list[tuple[str, str, str]]:
    baris = [b.strip("|").split("|") for b in KASUS.strip().splitlines()[1:]]
    return [(a.strip(), b.strip(), c.strip()) for a, b, c in baris]


@pytest.mark.filterwarnings("ignore:.*:UserWarning")
@pytest.mark.parametrize(("kasus", "tempat", "pesan"), baris_kasus())
def test_ditolak(tmp_path: Path, kasus: str, tempat: str, pesan: str) -> None:
    path = build_templat(tmp_path / "templat.xlsx", UBAH.get(kasus))
    edit_paket(path, _strict if kasus == "strict" else lambda _, isi: isi, TAMBAH.get(kasus))
    wajib = frozenset({"wajib_ada"}) if kasus == "penanda wajib hilang" else frozenset()
    kenal = TABEL if "tabel" not in kasus or kasus in ("tabel asing", "tabel hilang") else None
    with pytest.raises(TemplatDitolak) as tolak:
        Templat.compile(
            path, penanda=PENANDA, penanda_wajib=wajib, tabel=kenal,
            rumus=frozenset({"jumlah_realisasi"}),
        )  # fmt: skip
    cocok = [c for c in tolak.value.cacat if pesan in c.pesan]
    assert cocok, str(tolak.value)
    letak = f"{cocok[0].lembar}!{cocok[0].sel}" if cocok[0].sel else cocok[0].lembar
    assert letak == tempat


def test_setiap_kasus_tersedia() -> None:
    nama = {k for k, _, _ in baris_kasus()}
    assert UBAH.keys() | TAMBAH.keys() | {"penanda wajib hilang", "strict"} == nama


def test_semua_cacat_sekaligus(tmp_path: Path) -> None:
    def ubah(buku: Any, daftar: Any) -> None:
        for kasus in ("penanda asing", "kunci kolom ganda", "gabungan di isian", "rumus hilang"):
            UBAH[kasus](buku, daftar)

    with pytest.raises(TemplatDitolak) as tolak:
        Templat.compile(build_templat(tmp_path / "t.xlsx", ubah), penanda=PENANDA)
    assert [c.sel for c in tolak.value.cacat] == ["H6", "F9", "C8", "B3"]
    assert str(tolak.value).startswith("Templat t.xlsx belum dapat dipakai:\n- Laporan!H6: ")


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "bukan buku kerja Excel"),
        (b"<html>", "bukan buku kerja Excel"),
        (b"PK\x03\x04rusak", "bukan buku kerja Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "berformat Excel lama"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "terkunci sandi"),
    ],
)
def test_bukan_xlsx(tmp_path: Path, isi: bytes, pesan: str) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(isi)
    with pytest.raises(TemplatDitolak, match=pesan):
        Templat.compile(path)


@pytest.mark.parametrize("bagian", ["xl/worksheets/sheet2.xml", "xl/styles.xml", "xl/workbook.xml"])
def test_bagian_rusak(tmp_path: Path, bagian: str) -> None:
    path = build_templat(tmp_path / "t.xlsx")
    edit_paket(path, lambda nama, isi: isi[: len(isi) // 2] if nama == bagian else isi)
    with pytest.raises(TemplatDitolak, match="isinya rusak"):
        Templat.compile(path)


TERBIT = """
| Kasus            | Tempat      | Pesan                                           |
| tanpa penanda    | Laporan!B1  | penanda {{nama_opd}} tidak dikenal              |
| tanpa nilai      | Laporan!D12 | rumus bernama jumlah_realisasi tidak dikenal    |
| tabel lain       |             | tabel renaksi diperlukan, tetapi tidak ada      |
| kolom lain       | Laporan!A6  | kolom bobot diperlukan, tetapi tidak ada        |
| bukan rumus      | Laporan!D7  | kolom realisasi harus berisi rumus              |
| petunjuk panjang | Laporan!D7  | teks sesudah penanda diisi melebihi 32 huruf    |
"""


@pytest.mark.parametrize("baris", TERBIT.strip().splitlines()[1:])
def test_ditolak_saat_terbit(tmp_path: Path, baris: str) -> None:
    from sopkinerja.lembar.isi import BarisIsi, IsiBuku, Rumus

    kasus, tempat, pesan = (b.strip() for b in baris.strip("|").split("|"))
    isi = build_isi()
    ganti: dict[str, IsiBuku] = {
        "tanpa penanda": IsiBuku({}, isi.tabel, isi.rumus),
        "tanpa nilai": build_isi(rumus={}),
        "tabel lain": build_isi(tabel={"renaksi": []}),
        "kolom lain": build_isi(tabel={"laporan": [BarisIsi("A", {"bobot": 1})]}),
        "bukan rumus": build_isi(tabel={"laporan": [BarisIsi("A", {"realisasi": Rumus(1)})]}),
        "petunjuk panjang": build_isi(penanda={"tw": "I" * 40}),
    }
    templat = Templat.compile(build_templat(tmp_path / "t.xlsx"))
    with pytest.raises(TemplatDitolak) as tolak:
        templat.render(ganti[kasus])
    cocok = [f"{c.lembar}!{c.sel}".strip("!") for c in tolak.value.cacat if pesan in c.pesan]
    assert tempat in cocok


def test_rumus_ke_lembar_yang_tak_terbit(tmp_path: Path) -> None:
    def ubah(buku: Any, daftar: Any) -> None:
        daftar["Laporan"].write_formula("C3", "=COUNTA(Catatan!C3:C7)", None, 0)
        buku.define_name("jumlah_catatan", "=Laporan!$C$3")

    templat = Templat.compile(build_templat(tmp_path / "t.xlsx", ubah))
    rumus = {"jumlah_catatan": 0, "jumlah_realisasi": 0}
    assert templat.render(build_isi(rumus=rumus))
    with pytest.raises(TemplatDitolak, match=r"Laporan!C3: rumus menunjuk lembar Catatan"):
        templat.render(build_isi(rumus=rumus, tabel={"catatan": None}))


@pytest.mark.filterwarnings("ignore:.*:UserWarning")
def test_lembar_di_luar_cetak_bukan_cacat(tmp_path: Path) -> None:
    """A print area of a hidden column alone: nothing of the sheet is meant for paper."""

    def luar(_: object, d: dict[str, Any]) -> None:
        d["Laporan"].set_column("M:M", 8, None, {"hidden": True})
        d["Laporan"].print_area("M1:M1")

    path = build_templat(tmp_path / "templat.xlsx", luar)
    assert Templat.compile(path, penanda=PENANDA).tabel
