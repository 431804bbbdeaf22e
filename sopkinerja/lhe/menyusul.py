"""Data Menyusul: figures announced for later, and figures that are provisional."""

from __future__ import annotations

from collections.abc import Iterator

from sopkinerja.istilah import StatusHasil
from sopkinerja.laporan.model import IsianMenyusul
from sopkinerja.lembar.gaya import Nilai
from sopkinerja.lembar.tata import KolomTabel
from sopkinerja.lembar.tulis import Buku
from sopkinerja.lhe.halaman import Baris, build_halaman, write_isi
from sopkinerja.lhe.pokok import Isi, Pokok
from sopkinerja.matriks.model import Bahan

KOLOM = (
    KolomTabel("No", 5, ("tengah",)),
    KolomTabel("TW", 5, ("tengah",)),
    KolomTabel("Jabatan", 30),
    KolomTabel("Kode Indikator", 12),
    KolomTabel("Indikator", 40),
    KolomTabel("Sumber", 24),
    KolomTabel("Perkiraan Tanggal", 16),
    KolomTabel("Realisasi", 13),
    KolomTabel("Keadaan", 15, ("tengah",)),
)


def write_menyusul(buku: Buku, pokok: Pokok) -> None:
    """The sheet `Data Menyusul`."""
    isi = list(_build_isi(pokok))
    ditunggu = sum(b[-1] == "ditunggu" for b in isi)
    kalimat = (
        f"{ditunggu} angka masih ditunggu dari penerbitnya; {len(isi) - ditunggu} sudah masuk. "
        "Angka yang ditunggu tidak dinilai dan tidak dihitung nol; capaian s.d. mengikuti begitu "
        "angkanya masuk pada formulir berikutnya."
        if isi
        else "Tidak ada angka yang menyusul maupun angka sementara sampai triwulan ini."
    )
    lembar, baris = build_halaman(
        buku, pokok.bahan, "Data Menyusul", "Data Menyusul dan Angka Sementara", kalimat, KOLOM
    )
    baris_isi: list[Baris] = [((n, *b), ()) for n, b in enumerate(isi, 1)]
    write_isi(lembar, KOLOM, baris_isi, baris, kosong="Tidak ada.")


def _build_isi(pokok: Pokok) -> Iterator[tuple[Nilai, ...]]:
    baris = {b["Kode Indikator"]: b for b in pokok.akumulasi}
    disebut = set()
    for m in find_menyusul(pokok.bahan):
        disebut.add(m.kode)
        keadaan = "ditunggu" if m.realisasi is None else "sudah masuk"
        if m.realisasi is not None and m.sementara:
            keadaan = "angka sementara"
        yield _isi(m.triwulan.romawi, baris.get(m.kode, {}), m, keadaan)
    for b in pokok.akumulasi:
        if b["Status TW"] == StatusHasil.DATA_MENYUSUL and b["Kode Indikator"] not in disebut:
            m = _dari_mandat(pokok.bahan, b)
            yield _isi(m.triwulan.romawi, b, m, "ditunggu")


def find_menyusul(bahan: Bahan) -> list[IsianMenyusul]:
    """The latest word on each indicator and triwulan, from the accepted forms in order."""
    terakhir: dict[tuple[str, int], IsianMenyusul] = {}
    for triwulan in bahan.triwulan.sampai_dengan():
        for j in bahan.jabatan:
            terima = bahan.terima.get((j.kode, triwulan))
            for m in terima.laporan.menyusul if terima else ():
                terakhir[m.kode, m.triwulan] = m
    return [terakhir[k] for k in sorted(terakhir)]


def _dari_mandat(bahan: Bahan, b: Isi) -> IsianMenyusul:
    indikator = next(
        i for i in bahan.mandat[bahan.triwulan].indikator if i.kode == b["Kode Indikator"]
    )
    return IsianMenyusul(kode=indikator.kode, triwulan=bahan.triwulan, sumber=indikator.sumber_data)


def _isi(tw: str, b: Isi, m: IsianMenyusul, keadaan: str) -> tuple[Nilai, ...]:
    nama, indikator = b.get("Jabatan", ""), b.get("Indikator", "")
    return tw, nama, m.kode, indikator, m.sumber, m.perkiraan, m.realisasi, keadaan
