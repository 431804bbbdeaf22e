"""When a quarterly form is wrong: the rules on the sheets Renaksi and Tindak Lanjut."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sopkinerja.istilah import KeadaanTindak
from sopkinerja.katalog import Kode
from sopkinerja.laporan.konteks import KonteksTindak
from sopkinerja.laporan.model import FormulirLaporan
from sopkinerja.laporan.tabel import PELAKSANAAN, TINDAK_LANJUT
from sopkinerja.temuan import TANPA_LETAK, Temuan


def check_keadaan_dipilih(k: KonteksTindak) -> Iterator[Temuan]:
    """Every step and every follow-up has its Status."""
    letak, lembar = k.tempat.letak("keadaan"), k.tempat.tata.lembar
    if not k.tertulis:
        yield Temuan(Kode.TINDAK_001, letak, kode=k.isian.kunci, lembar=lembar)
    elif k.isian.keadaan is None:
        yield Temuan(Kode.TINDAK_002, letak, kode=k.isian.kunci, lembar=lembar, isi=k.tertulis[:60])


def check_belum_dijelaskan(k: KonteksTindak) -> Iterator[Temuan]:
    """What has not begun has a note that says why."""
    if k.isian.keadaan is KeadaanTindak.BELUM and not k.isian.catatan:
        letak, lembar = k.tempat.letak("catatan"), k.tempat.tata.lembar
        yield Temuan(Kode.TINDAK_003, letak, kode=k.isian.kunci, lembar=lembar)


ATURAN_TINDAK: tuple[Callable[[KonteksTindak], Iterator[Temuan]], ...] = (
    check_keadaan_dipilih,
    check_belum_dijelaskan,
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
