"""Sebab Keberhasilan: why targets were reached, in people's own words, and what else they explain."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sopkinerja.cetak.tabel import Isi
from sopkinerja.cetak.tulis import Buku
from sopkinerja.istilah import Level, Triwulan
from sopkinerja.lhe.halaman import JABATAN, NOMOR, TW, Baris, build_halaman, write_bagian, write_isi
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.tulisan import render_singkat

NAMA = "Sebab Keberhasilan"
Penjelasan = tuple[list[Triwulan], BarisMatriks]
"""What was said, when, and the row of the last time."""
DI_BAWAH = "Termasuk yang mencapai target satu triwulan, tetapi di bawah target tahun."
ISI = (
    k.LEVEL.apply(11),
    JABATAN.apply(22),
    k.KODE.apply(12),
    k.INDIKATOR.apply(32),
    k.CAPAIAN_TW.apply(11, ("persen",)),
    k.PENJELASAN.apply(50),
    k.BUKTI_DUKUNG.apply(22),
)
KOLOM = (NOMOR, *ISI)
KOLOM_TAHUN = (NOMOR, TW, *ISI)


def write_keberhasilan(
    buku: Buku, setahun: Setahun, laporan: str = "", level: Collection[Level] = tuple(Level)
) -> None:
    """The sheet `Sebab Keberhasilan`: of the triwulan, or of all four where it is of the year; of
    the jabatan of these levels. `laporan` is the title of the report it belongs to; in the LHE it is
    read on screen."""
    matriks = setahun.matriks
    semua = setahun.per_triwulan if matriks.bahan.setahun else {matriks.bahan.triwulan: matriks}
    daftar = list(_list_penjelasan(semua, level))
    kurang = {b.kode for b in matriks.kurang} if matriks.bahan.setahun else set()
    berhasil = [(t, b) for t, b in daftar if b.has_sebab_berhasil and b.kode not in kurang]
    lain = _merge_sama((t, b) for t, b in daftar if (t, b) not in berhasil)
    sebab = _merge_sama(berhasil)
    setahun_penuh = matriks.bahan.setahun
    kapan = "keempat triwulan" if setahun_penuh else f"TW {matriks.bahan.triwulan.romawi}"
    kolom = KOLOM_TAHUN if setahun_penuh else KOLOM
    lembar, baris = build_halaman(
        buku,
        matriks.bahan,
        NAMA,
        NAMA,
        _render(len(sebab), kapan),
        kolom,
        laporan=laporan,
        dicetak=bool(laporan),
    )
    isi = _build_isi(sebab, setahun_penuh)
    baris = write_isi(lembar, kolom, isi, baris, kosong="Tidak ada yang dijelaskan.")
    if lain:
        kalimat = DI_BAWAH if kurang & {b.kode for _, b in lain} else ""
        baris = write_bagian(lembar, baris + 1, len(kolom) - 1, "Penjelasan lain", kalimat)
        write_isi(lembar, kolom, _build_isi(lain, setahun_penuh), baris, utama=False)


def _render(jumlah: int, kapan: str) -> str:
    if not jumlah:
        return f"Tidak ada sebab keberhasilan yang dijelaskan pada {kapan}."
    return (
        f"{jumlah} capaian yang mencapai target pada {kapan} disertai sebab keberhasilannya, ditulis "
        "apa adanya oleh pelapor di kolom Penjelasan. Capaian di lembar ini adalah capaian TW."
    )


def _list_penjelasan(
    semua: Mapping[Triwulan, Matriks], level: Collection[Level]
) -> Iterator[tuple[Triwulan, BarisMatriks]]:
    """In the order of the matrix, then of the year."""
    per_tw = {t: m.per_kode for t, m in semua.items()}
    urutan = dict.fromkeys(kode for t in sorted(per_tw, reverse=True) for kode in per_tw[t])
    for kode in urutan:
        for t, baris in per_tw.items():
            b = baris.get(kode)
            if b is not None and b.level in level and b.isian.has_penjelasan:
                yield t, b


def _build_isi(daftar: Sequence[Penjelasan], dengan_tw: bool) -> Iterator[Baris]:
    for nomor, (masa, b) in enumerate(daftar, 1):
        tw = [", ".join(t.romawi for t in masa)] if dengan_tw else []
        yield [nomor, *tw, *(_potong(x.read(b)) for x in ISI)]


def _merge_sama(daftar: Iterable[tuple[Triwulan, BarisMatriks]]) -> list[Penjelasan]:
    """What was said of an indicator in the same words in several triwulan once, with all of those
    and the capaian of the last."""
    sama: dict[tuple[str, str], list[tuple[Triwulan, BarisMatriks]]] = {}
    for t, b in daftar:
        sama.setdefault((b.kode, b.isian.penjelasan.strip()), []).append((t, b))
    return [([t for t, _ in semua], semua[-1][1]) for semua in sama.values()]


def _potong(nilai: Isi) -> Isi:
    return render_singkat(nilai) if isinstance(nilai, str) else nilai
