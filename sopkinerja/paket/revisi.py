"""Forms that were handed out, were issued again since, and wait to be sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Terbitan
from sopkinerja.formulir.edaran import Papan
from sopkinerja.paket.terbit import read_riwayat


def list_belum_dikirim(
    agenda: Agenda, papan: Papan, terbitan: Iterable[Terbitan]
) -> Iterator[Terbitan]:
    """The newest form of each jabatan (of all that were issued for the board, the oldest first) that
    still owes something, where it replaces one that was
    handed out and no package holds it: what a package would call changed. Corrections aren't among
    them, they have a step of their own."""
    menunggu = {s.kode for s in papan.belum if s.terbit}
    dibungkus = {x for p in read_riwayat(agenda, papan) for x in p.isi.items()}
    milik: dict[str, list[Terbitan]] = defaultdict(list)
    for t in terbitan:
        milik[t.identitas.jabatan].append(t)
    for kode, semua in milik.items():
        baru = semua[-1]
        lagi = len(semua) > 1 and not baru.perbaikan and (kode, baru.sha256) not in dibungkus
        if lagi and kode in menunggu:
            yield baru
