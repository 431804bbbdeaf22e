"""When a quarterly form is wrong: the rules on the sheets Renaksi and Tindak Lanjut."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sopkinerja.formulir.aturan import check_angka
from sopkinerja.istilah import KeadaanTindak
from sopkinerja.katalog import Kode
from sopkinerja.laporan.konteks import KonteksTindak
from sopkinerja.laporan.model import FormulirLaporan
from sopkinerja.laporan.tabel import PELAKSANAAN, TINDAK_LANJUT
from sopkinerja.temuan import TANPA_LETAK, Temuan
from sopkinerja.tulisan import render_angka, render_kutip

DIKERJAKAN = (KeadaanTindak.SELESAI, KeadaanTindak.BERJALAN)


def check_keadaan_dipilih(k: KonteksTindak) -> Iterator[Temuan]:
    """Every step and every follow-up has its Status."""
    letak, lembar = k.tempat.letak("keadaan"), k.tempat.tata.lembar
    if not k.tertulis:
        yield Temuan(Kode.TINDAK_001, letak, kode=k.isian.kunci, lembar=lembar)
    elif k.isian.keadaan is None:
        yield Temuan(
            Kode.TINDAK_002, letak, kode=k.isian.kunci, lembar=lembar, isi=render_kutip(k.tertulis)
        )


def check_belum_dijelaskan(k: KonteksTindak) -> Iterator[Temuan]:
    """What has not begun has a note that says why."""
    if k.isian.keadaan is KeadaanTindak.BELUM and not k.isian.catatan:
        letak, lembar = k.tempat.letak("catatan"), k.tempat.tata.lembar
        yield Temuan(Kode.TINDAK_003, letak, kode=k.isian.kunci, lembar=lembar)


def check_realisasi_langkah(k: KonteksTindak) -> Iterator[Temuan]:
    """What came of a step is a number, and not below zero; a step with a target has one."""
    letak, kode = k.tempat.letak("realisasi"), k.isian.kunci
    yield from check_angka(
        f"Realisasi langkah {kode}", "realisasi", k.realisasi, k.tempat, k.takaran
    )
    nilai = k.isian.realisasi
    if nilai is not None and nilai < 0:
        yield Temuan(Kode.TINDAK_090, letak, kode=kode, nilai=render_angka(nilai))
    elif k.realisasi is None and k.target is not None and k.isian.keadaan in DIKERJAKAN:
        yield Temuan(Kode.TINDAK_091, letak, kode=kode, target=_render(k, k.target))


def check_realisasi_keadaan(k: KonteksTindak) -> Iterator[Temuan]:
    """A step called selesai has reached its target; one that has not begun has brought nothing."""
    nilai, keadaan, letak = k.isian.realisasi, k.isian.keadaan, k.tempat.letak("realisasi")
    if nilai is None:
        return
    if keadaan is KeadaanTindak.SELESAI and k.target is not None and 0 <= nilai < k.target:
        target, nilai_teks = _render(k, k.target), render_angka(nilai)
        yield Temuan(Kode.TINDAK_092, letak, kode=k.isian.kunci, nilai=nilai_teks, target=target)
    elif keadaan is KeadaanTindak.BELUM and nilai > 0:
        yield Temuan(Kode.TINDAK_093, letak, kode=k.isian.kunci, nilai=_render(k, nilai))


def _render(k: KonteksTindak, nilai: float) -> str:
    return f"{render_angka(nilai)} {k.takaran.satuan}".strip()


ATURAN_TINDAK: tuple[Callable[[KonteksTindak], Iterator[Temuan]], ...] = (
    check_keadaan_dipilih,
    check_belum_dijelaskan,
    check_realisasi_langkah,
    check_realisasi_keadaan,
)


def check_revisi(formulir: FormulirLaporan, terbaru: FormulirLaporan) -> Iterator[Temuan]:
    """A return of an earlier revision is as good; what only the newest one asks is asked again."""
    dulu, kini = formulir.list_kunci(), terbaru.list_kunci()
    for tabel in (PELAKSANAAN, TINDAK_LANJUT):
        baru = set(kini[tabel.nama]) - set(dulu[tabel.nama])
        if baru:
            yield Temuan(
                Kode.TINDAK_004,
                TANPA_LETAK,
                revisi=formulir.revisi,
                terbaru=terbaru.revisi,
                jumlah=len(baru),
                lembar=tabel.lembar,
            )
