"""Judging the sheets Renaksi and Tindak Lanjut: the Status chosen and the note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sopkinerja.baca.takaran import Takaran
from sopkinerja.formulir.baris import Baris
from sopkinerja.formulir.isian import read_teks, read_uraian
from sopkinerja.formulir.pemilik_baris import settle_tabel
from sopkinerja.formulir.pilih_tabel import choose_baris
from sopkinerja.formulir.terkunci import Terbit, check_terkunci
from sopkinerja.istilah import KeadaanTindak
from sopkinerja.katalog import Kode
from sopkinerja.laporan.aturan_tindak import ATURAN_TINDAK
from sopkinerja.laporan.baca_isian import read_bacaan, take_pasti
from sopkinerja.laporan.konteks import KonteksTindak
from sopkinerja.laporan.pemeriksaan import Pemeriksaan
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.renaksi.model import IsianTindak
from sopkinerja.satuan import KamusSatuan
from sopkinerja.tulisan import build_inti

SEBUTAN = {
    "sudah selesai": KeadaanTindak.SELESAI,
    "sudah": KeadaanTindak.SELESAI,
    "sedang berjalan": KeadaanTindak.BERJALAN,
    "belum dilaksanakan": KeadaanTindak.BELUM,
}
"""Other words for the three, where a program lost the list."""


def read_keadaan(isi: str) -> KeadaanTindak | None:
    """The state that a text names; None for a blank and for any other word."""
    kata = build_inti(isi)
    nama = {k.value: k for k in KeadaanTindak} | SEBUTAN
    return nama.get(kata)


def build_konteks_tindak(
    tempat: Baris, terbit: Mapping[str, Terbit], kamus: KamusSatuan
) -> KonteksTindak:
    """One row as it came beside what was issued."""
    tertulis = read_teks(tempat.sel.get("keadaan"))
    takaran = Takaran(str(terbit.get("satuan") or ""), kamus)
    realisasi = read_bacaan(tempat.sel.get("realisasi"), takaran)
    target = terbit.get("target")
    isian = IsianTindak(
        kunci=tempat.kunci,
        keadaan=read_keadaan(tertulis),
        realisasi=take_pasti(realisasi),
        catatan=read_uraian(tempat.sel.get("catatan")),
    )
    return KonteksTindak(
        tempat, isian, tertulis, realisasi, target if isinstance(target, float) else None, takaran
    )


def periksa_tindak(
    kerja: Pemeriksaan, tata: Tabel, terbit: Mapping[str, Mapping[str, Terbit]]
) -> Iterator[IsianTindak]:
    """A row that is gone is one without an answer: what isn't answered is asked again."""
    tabel = kerja.tabel.get(tata.nama)
    if tabel is None:
        return
    daftar = [(kunci, str(isi["kode"])) for kunci, isi in terbit.items()]
    tempat, temuan = choose_baris(tata, tabel, settle_tabel(tata, tabel, terbit), daftar)
    kerja.temuan += [t for t in temuan if t.kode is not Kode.KUNCI_003]
    for kunci, isi in terbit.items():
        ini = tempat.get(kunci, Baris(tata, kunci, tabel.lembar, {}))
        k = build_konteks_tindak(ini, isi, kerja.pengaturan.satuan)
        kerja.simpan(k.tempat)
        kerja.temuan += check_terkunci(k.tempat, isi)
        kerja.temuan += [t for aturan in ATURAN_TINDAK for t in aturan(k)]
        yield k.isian
