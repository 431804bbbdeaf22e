"""Data Menyusul: figures still awaited, come since, or provisional, of every triwulan so far."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sopkinerja.cetak.tabel import BarisCetak, KolomCetak, SelCetak
from sopkinerja.cetak.tulis import Buku
from sopkinerja.istilah import StatusHasil, Triwulan
from sopkinerja.laporan.capaian import hasil_triwulan
from sopkinerja.laporan.model import IsianMenyusul
from sopkinerja.lhe.halaman import build_halaman, write_isi
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.masukan import Angka, build_angka, build_indikator
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.ukuran import render_ukuran
from sopkinerja.opd.mandat import Indikator
from sopkinerja.tulisan import render_besaran, render_tanggal

KOLOM = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("TW", 5, ("tengah",)),
    KolomCetak("Jabatan", 28),
    KolomCetak("Kode Indikator", 12),
    KolomCetak("Indikator", 36),
    KolomCetak("Sumber", 22),
    KolomCetak("Perkiraan Tanggal", 16),
    KolomCetak("Realisasi", 13, ("kanan",)),
    KolomCetak("Keadaan", 17, ("tengah",)),
    KolomCetak("Masuk Lewat", 22),
    KolomCetak("Capaian TW (%)", 11, ("persen",)),
    KolomCetak("Capaian s.d. TW (%)", 11, ("persen",)),
)
DITUNGGU, LEWAT = "ditunggu", "ditunggu, lewat perkiraan"
SEMENTARA, MASUK = "angka sementara", "sudah masuk"
DIABAIKAN = "tidak dihitung: "
"""What nobody announced doesn't count: the figure stands behind it."""


class Susulan(NamedTuple):
    """One figure that was announced for later, or that is provisional."""

    triwulan: Triwulan
    indikator: Indikator
    kata: IsianMenyusul | None
    """The latest word on it from the sheet Data Menyusul; None where only the mandat says so."""
    angka: Angka
    keadaan: str
    capaian: float | None
    """Of that triwulan, once the figure is there."""

    @property
    def is_ditunggu(self) -> bool:
        """True until the figure comes."""
        return self.angka.masukan.realisasi is None and self.angka.diabaikan is None


def write_menyusul(buku: Buku, matriks: Matriks) -> None:
    """The sheet `Data Menyusul`."""
    daftar = list_susulan(matriks.bahan)
    lembar, baris = build_halaman(
        buku, matriks.bahan, "Data Menyusul", "Data Menyusul dan Angka Sementara",
        render_menyusul(daftar), KOLOM, dicetak=False,
    )  # fmt: skip
    milik = matriks.per_kode
    isi = (_build_baris(n, s, milik.get(s.indikator.kode)) for n, s in enumerate(daftar, 1))
    write_isi(lembar, KOLOM, isi, baris, kosong="Tidak ada.")


def list_susulan(bahan: Bahan) -> list[Susulan]:
    """Every figure announced, awaited or provisional up to this triwulan, by indicator."""
    return list(_build_susulan(bahan))


def render_menyusul(daftar: list[Susulan]) -> str:
    """How many are awaited (and overdue), came since, are provisional, and what that means."""
    if not daftar:
        return "Tidak ada angka yang menyusul maupun angka sementara sampai triwulan ini."
    keadaan = [s.keadaan for s in daftar]
    abai = sum(k.startswith(DIABAIKAN) for k in keadaan)
    ditunggu, lewat = sum(s.is_ditunggu for s in daftar), keadaan.count(LEWAT)
    ekor = f" ({lewat} sudah lewat tanggal perkiraannya)" if lewat else ""
    return (
        f"{ditunggu} angka masih ditunggu dari penerbitnya{ekor}; {keadaan.count(MASUK)} sudah "
        f"masuk; {keadaan.count(SEMENTARA)} masih angka sementara. Angka yang ditunggu belum "
        "dinilai dan tidak dihitung nol; capaian s.d. TW mengikuti begitu angkanya masuk pada "
        "formulir berikutnya."
        + (f" {abai} angka tidak dihitung karena tidak diumumkan menyusul." if abai else "")
    )


def _build_susulan(bahan: Bahan) -> Iterator[Susulan]:
    kata = find_menyusul(bahan)
    for indikator in sorted(build_indikator(bahan), key=lambda i: i.kode):
        for t, angka in build_angka(bahan, indikator).items():
            m = kata.get((indikator.kode, t))
            hasil = hasil_triwulan(indikator, t, angka.masukan, bahan.pengaturan_untuk(t))
            didengar = angka.terbuka or angka.diabaikan is not None
            if (m is not None and didengar) or hasil.status is StatusHasil.DATA_MENYUSUL:
                keadaan = _find_keadaan(bahan, indikator, m, angka)
                yield Susulan(t, indikator, m, angka, keadaan, hasil.capaian)


def _find_keadaan(
    bahan: Bahan, indikator: Indikator, kata: IsianMenyusul | None, angka: Angka
) -> str:
    if angka.diabaikan is not None:
        return f"{DIABAIKAN}{render_ukuran(angka.diabaikan, indikator)}"
    if angka.masukan.realisasi is not None:
        return SEMENTARA if angka.masukan.sementara else MASUK
    lewat = kata and kata.perkiraan and kata.perkiraan < bahan.hari
    return LEWAT if lewat else DITUNGGU


def _build_baris(nomor: int, s: Susulan, milik: BarisMatriks | None) -> BarisCetak:
    isi = (
        nomor,
        s.triwulan.romawi,
        f"{milik.jabatan.kode} {milik.jabatan.nama}" if milik else "",
        s.indikator.kode,
        s.indikator.indikator,
        s.kata.sumber if s.kata else s.indikator.sumber_data,
        s.kata.perkiraan if s.kata else None,
        SelCetak(render_besaran(s.angka.masukan.realisasi), desimal=s.indikator.desimal),
        s.keadaan,
        _render_asal(s.angka),
        s.capaian,
        milik.sd.capaian if milik else None,
    )
    return BarisCetak(isi, ("sorot",) if s.keadaan == LEWAT else ())


def _render_asal(angka: Angka) -> str:
    """`formulir TW II, 7 Juli 2026`: the return that brought the figure."""
    if angka.asal is None or angka.masukan.realisasi is None:
        return ""
    terima = angka.asal.terima
    return f"formulir TW {terima.triwulan.romawi}, {render_tanggal(terima.diterima.date())}"


def find_menyusul(bahan: Bahan) -> dict[tuple[str, Triwulan], IsianMenyusul]:
    """The latest word on each indicator and triwulan, from the accepted forms in order."""
    terakhir: dict[tuple[str, Triwulan], IsianMenyusul] = {}
    for triwulan in bahan.triwulan.sampai_dengan():
        for j in bahan.jabatan:
            terima = bahan.terima.get((j.kode, triwulan))
            for m in terima.laporan.menyusul if terima else ():
                terakhir[m.kode, m.triwulan] = m
    return terakhir
