"""The accepted returns as the matrix takes them from the register."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Triwulan
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.laporan.bukti_masuk import BuktiMasuk, renew_bukti
from sopkinerja.laporan.model import IsiHasil
from sopkinerja.matriks.model import Terima

TAK_DICETAK = (Kode.REALISASI_012, Kode.BERKAS_490)
"""Not printed from a return: twins are told of the whole matrix, and what somebody wrote beside a
cell to a colleague is for the Kasubag alone."""


class TerimaTerdaftar(Mapping[tuple[str, Triwulan], Terima]):
    """The returns that count, by jabatan and triwulan, each read from the register when it is asked
    for; what evidence they lack is told as it stands with what came since."""

    def __init__(
        self, agenda: Agenda | None, kiriman: Iterable[Kiriman], bukti: BuktiMasuk
    ) -> None:
        self._agenda, self._bukti = agenda, bukti
        self._kiriman = {
            (k.identitas.jabatan, k.identitas.triwulan): k
            for k in kiriman
            if k.berlaku and k.identitas and k.identitas.triwulan
        }
        self._terbaca: dict[tuple[str, Triwulan], Terima] = {}

    def __getitem__(self, kunci: tuple[str, Triwulan]) -> Terima:
        if kunci not in self._terbaca:
            kiriman = self._kiriman[kunci]
            assert self._agenda
            masuk = self._bukti.get(kiriman.identitas, ()) if kiriman.identitas else ()
            hasil = self._agenda.read_hasil(kiriman.id)
            self._terbaca[kunci] = build_terima(kiriman, hasil, masuk)
        return self._terbaca[kunci]

    def detach(self, jabatan: Collection[str]) -> TerimaTerdaftar:
        """The same without the register, for another process: those of these chairs are read, of the
        others is only known that they came."""
        lepas = TerimaTerdaftar(None, self._kiriman.values(), self._bukti)
        lepas._terbaca = {k: self[k] for k in self if k[0] in jabatan}
        return lepas

    def __contains__(self, kunci: object) -> bool:
        return kunci in self._kiriman

    def __iter__(self) -> Iterator[tuple[str, Triwulan]]:
        return iter(self._kiriman)

    def __len__(self) -> int:
        return len(self._kiriman)


def detach_terima(
    terima: Mapping[tuple[str, Triwulan], Terima], jabatan: Collection[str]
) -> Mapping[tuple[str, Triwulan], Terima]:
    """The returns as a process may have them that can't ask the register."""
    return terima.detach(jabatan) if isinstance(terima, TerimaTerdaftar) else terima


def build_terima(kiriman: Kiriman, hasil: str, masuk: tuple[str, ...]) -> Terima:
    """A return of a quarterly form, of what it said as JSON and the evidence that came with it."""
    identitas, isi = kiriman.identitas, IsiHasil.model_validate_json(hasil)
    assert identitas
    assert identitas.triwulan
    return Terima(
        jabatan=identitas.jabatan,
        triwulan=identitas.triwulan,
        laporan=isi.laporan,
        nama_berkas=kiriman.nama,
        sha256=kiriman.sha256,
        revisi=kiriman.revisi or 1,
        diterima=kiriman.disahkan,
        peringatan=tuple(
            t
            for t in renew_bukti(kiriman.temuan, isi.bukti, masuk)
            if t.tingkat is Tingkat.PERINGATAN and t.kode not in TAK_DICETAK
        ),
        letak=isi.letak,
        arsip=kiriman.arsip or "",
        bukti_masuk=masuk,
    )
