"""Data Menyusul: figures announced for later, and figures that are provisional."""

from __future__ import annotations

from collections.abc import Iterator

from sopkinerja.istilah import StatusHasil, Triwulan
from sopkinerja.laporan.capaian import hasil_triwulan
from sopkinerja.laporan.model import IsianMenyusul, Masukan
from sopkinerja.lembar.gaya import Nilai
from sopkinerja.lembar.tata import KolomTabel
from sopkinerja.lembar.tulis import Buku
from sopkinerja.lhe.halaman import Baris, build_halaman, write_isi
from sopkinerja.lhe.pokok import Pokok
from sopkinerja.matriks.masukan import build_angka, build_indikator
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
    """Every figure announced or still awaited up to this triwulan; its state is the matrix'."""
    bahan = pokok.bahan
    baris = {b["Kode Indikator"]: b for b in pokok.akumulasi}
    kata = find_menyusul(bahan)
    for indikator in sorted(build_indikator(bahan), key=lambda i: i.kode):
        for t, angka in build_angka(bahan, indikator).items():
            masukan, m = angka.masukan, kata.get((indikator.kode, t))
            status = hasil_triwulan(indikator, t, masukan, bahan.pengaturan).status
            if m is None and status is not StatusHasil.DATA_MENYUSUL:
                continue
            yield (
                t.romawi,
                baris.get(indikator.kode, {}).get("Jabatan", ""),
                indikator.kode,
                indikator.indikator,
                m.sumber if m else indikator.sumber_data,
                m.perkiraan if m else None,
                masukan.realisasi,
                _render_keadaan(masukan),
            )


def _render_keadaan(masukan: Masukan) -> str:
    if masukan.realisasi is None:
        return "ditunggu"
    return "angka sementara" if masukan.sementara else "sudah masuk"


def find_menyusul(bahan: Bahan) -> dict[tuple[str, Triwulan], IsianMenyusul]:
    """The latest word on each indicator and triwulan, from the accepted forms in order."""
    terakhir: dict[tuple[str, Triwulan], IsianMenyusul] = {}
    for triwulan in bahan.triwulan.sampai_dengan():
        for j in bahan.jabatan:
            terima = bahan.terima.get((j.kode, triwulan))
            for m in terima.laporan.menyusul if terima else ():
                terakhir[m.kode, m.triwulan] = m
    return terakhir
