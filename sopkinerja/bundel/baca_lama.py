"""Returns that came before the register had a journal: read again, though what was known when they
came is lost; their values are compared, their peringatan are taken as recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.isi import IsiBerkas
from sopkinerja.agenda.model import Kiriman
from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.formulir.jenis import Kembalian
from sopkinerja.jenis import find_jenis
from sopkinerja.laporan.konteks import Lalu
from sopkinerja.laporan.lalu import is_perlu_lalu, read_lalu
from sopkinerja.penerimaan import kenali
from sopkinerja.penerimaan.pembacaan import baca_semua
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import Temuan


def read_lama(
    agenda: Agenda, pengaturan: Pengaturan, daftar: Sequence[tuple[Kiriman, IsiBerkas]]
) -> Iterator[Kiriman]:
    """Each with its values as they are read now; without values where it can't be read."""
    isi = [(k.nama, bita) for k, bita in daftar]
    for nomor, buku in baca_semua(isi, pengaturan):
        kiriman = daftar[nomor][0]
        hasil = "" if isinstance(buku, Temuan) else _judge(agenda, pengaturan, kiriman, buku)
        yield kiriman.model_copy(update={"hasil": hasil})


def _judge(agenda: Agenda, pengaturan: Pengaturan, kiriman: Kiriman, buku: BukuTerbaca) -> str:
    kenal = kenali.read_identitas(buku, kiriman.nama)
    terbitan = kenal if isinstance(kenal, Temuan) else kenali.find_terbitan(agenda, *kenal)
    if isinstance(kenal, Temuan) or isinstance(terbitan, Temuan):
        return ""
    ident, lalu = kenal[0], Lalu()
    if is_perlu_lalu(buku, ident):
        lalu = read_lalu(agenda, ident, pengaturan, {})
    riwayat = [k for k in agenda.read_kiriman(ident) if k.id < kiriman.id]
    hari = kiriman.diterima.date()
    return (
        find_jenis(ident.formulir)
        .periksa(Kembalian(buku, *terbitan, riwayat, hari, pengaturan, lalu))
        .hasil
    )
