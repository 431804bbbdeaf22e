"""Forms that were handed out, were issued again since, and wait to be sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Terbitan
from sopkinerja.formulir.edaran import Papan
from sopkinerja.paket.banding import Kabaran, compare_satu
from sopkinerja.paket.susun import find_awal
from sopkinerja.paket.terbit import read_riwayat


def list_belum_dikirim(
    agenda: Agenda, papan: Papan, terbitan: Sequence[Terbitan]
) -> Iterator[Terbitan]:
    """The newest form of each jabatan (of all that were issued for the board, the oldest first) that
    still owes something, where a package of now would call it changed. Corrections aren't among
    them, they have a step of their own."""
    menunggu = {s.kode for s in papan.belum if s.terbit}
    riwayat, awal = read_riwayat(agenda, papan), find_awal(terbitan)
    for kode, t in {t.identitas.jabatan: t for t in terbitan}.items():
        kabar = compare_satu(kode, t.sha256, riwayat, awal[kode]).kabar
        if kabar is Kabaran.BERUBAH and kode in menunggu and not t.perbaikan:
            yield t
