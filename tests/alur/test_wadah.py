"""What lands in inbox/ that is no workbook, taken in beside honest forms: each is held with true words
of its own, and harms nobody."""

from __future__ import annotations

from sopkinerja.ruang import Ruang
from tests.alur.kecil import terima
from tests.alur.kiriman import isi, isi_folder, kode, putusan
from tests.baca.paket import SUSUNAN, pack, unpack
from tests.baca.test_wujud import RUPA


def test_yang_bukan_formulir_di_samping_yang_jujur(meja_kerja: Ruang) -> None:
    isi(meja_kerja, "a.xlsx")
    isi(meja_kerja, "b.xlsx", jabatan="STF-01")
    nama = {}
    for apa, rupa in RUPA.items():
        for nomor, bita in enumerate(rupa):
            nama[f"{apa.name} {nomor}.xlsx"] = apa
            (meja_kerja.inbox / f"{apa.name} {nomor}.xlsx").write_bytes(bita)
    rencana = terima(meja_kerja).rencana
    assert {n for n, p in putusan(rencana).items() if p == "diterima"} == {"a.xlsx", "b.xlsx"}
    assert {n for n, p in putusan(rencana).items() if p == "karantina"} == set(nama)
    for k in rencana.kiriman:
        if k.nama in nama:
            wujud, (temuan,) = nama[k.nama], k.temuan
            assert wujud.apa in temuan.pesan
            assert temuan.kode.name == ("BUKTI_103" if wujud.is_bukti else "BERKAS_001")
    assert len(isi_folder(meja_kerja.karantina)) == 2 * len(nama)


def test_formulir_dari_program_lain_diterima(meja_kerja: Ruang) -> None:
    """However its package is put together: one counts, the others are copies of it."""
    asli = isi(meja_kerja, "a.xlsx").read_bytes()
    for nomor, susun in enumerate(SUSUNAN.values()):
        (meja_kerja.inbox / f"{nomor}.xlsx").write_bytes(pack(susun(unpack(asli))))
    rencana = terima(meja_kerja).rencana
    assert sorted(putusan(rencana).values()) == ["diterima"] + ["duplikat"] * len(SUSUNAN)
    assert {t for k in rencana.kiriman for t in kode(rencana, k.nama)} == {"URUTAN_001"}
