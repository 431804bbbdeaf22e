"""The letterhead in a page header never outgrows what Excel takes, and loses its least part first."""

from __future__ import annotations

import pytest

from sopkinerja.formulir.kop_halaman import MUAT, build_kop_halaman, find_tertinggal
from tests.laporan.tabel import read_tabel

KOP = read_tabel("""
| kasus            | pemda | opd | alamat | telepon | hasil                                  |
| muat semua       | 40    | 60  | 40     | 20      | kop_pemda kop_opd alamat telepon       |
| tanpa telepon    | 40    | 60  | 40     | 0       | kop_pemda kop_opd alamat               |
| tanpa kontak     | 40    | 60  | 0      | 0       | kop_pemda kop_opd                      |
| telepon berlebih | 40    | 80  | 60     | 20      | kop_pemda kop_opd alamat               |
| alamat berlebih  | 40    | 100 | 60     | 0       | kop_pemda kop_opd                      |
| pemda berlebih   | 60    | 150 | 60     | 0       | kop_opd                                |
""")


@pytest.mark.parametrize("kasus", KOP, ids=lambda k: k["kasus"])
def test_yang_tidak_muat_ditinggalkan_berurutan(kasus: dict[str, str]) -> None:
    panjang = {h: h[0] * int(kasus[h]) for h in ("pemda", "opd", "alamat", "telepon")}
    kop = build_kop_halaman(**panjang)
    ada = [k for k in ("kop_pemda", "kop_opd") if kop[k]]
    ada += [h for h in ("alamat", "telepon") if panjang[h] and panjang[h] in kop["kop_kontak"]]
    assert " ".join(ada) == kasus["hasil"]
    assert len("".join(kop.values())) <= MUAT
    tiada = [h for h in panjang if panjang[h] and h not in kasus["hasil"]]
    sebutan = {"opd": "nama"}
    assert set(find_tertinggal(**panjang)) == {sebutan.get(h, h) for h in tiada}


def test_nama_yang_tak_masuk_akal_pun_muat() -> None:
    """An `&` counts twice in a header."""
    assert len(build_kop_halaman("", "&" * 500, "", "")["kop_opd"]) * 2 <= MUAT
