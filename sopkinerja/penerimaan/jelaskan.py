"""Why a return got its verdict, where that rests on another one: which file counts, and what differs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from sopkinerja.agenda.model import Terbitan
from sopkinerja.formulir.beda import ATAU, MENJADI
from sopkinerja.istilah import Putusan
from sopkinerja.jenis import find_jenis
from sopkinerja.katalog import Kode
from sopkinerja.lembar.cap import Identitas
from sopkinerja.penerimaan import teks
from sopkinerja.penerimaan.model import Berkas, Berlaku
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import render_tanggal

MAKS_BEDA = 12
"""How many differences a message names before it counts the rest."""


def list_isi(temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """What is wrong within a file, without what is said of its place among others."""
    return tuple(t for t in temuan if not t.kode.name.startswith("URUTAN"))


@dataclass(frozen=True)
class Kumpulan:
    """The returns of one form in one run, each with its verdict; `diterima` of them is accepted,
    `berlaku` was before. `terbitan` is every revision of the form that was handed out."""

    identitas: Identitas
    berkas: Sequence[Berkas]
    diterima: Berkas | None
    berlaku: Berlaku | None
    waktu: dt.datetime
    terbitan: Sequence[Terbitan] = ()

    def explain(self, berkas: Berkas) -> Iterator[Temuan]:
        """What its verdict owes to another return; nothing where it stands alone."""
        jabatan = self.identitas.jabatan
        match berkas.putusan:
            case Putusan.DUPLIKAT:
                berlaku = self.berlaku
                diam = berlaku is not None and berlaku.is_dikembalikan and self.diterima is None
                kode = Kode.URUTAN_005 if diam else Kode.URUTAN_001
                yield Temuan(kode, jabatan=jabatan, lama=self._render_dihitung())
            case Putusan.USANG:
                konflik = self._list(Putusan.KONFLIK)
                lama = self._render_dihitung() if self._dihitung else _sebut(konflik)
                beda = self._compare(berkas, self._dihitung or konflik[0])
                yield Temuan(Kode.URUTAN_002, jabatan=jabatan, lama=lama, beda=beda)
            case Putusan.KONFLIK:
                yield self._explain_konflik(berkas)
            case Putusan.DITERIMA if self.berlaku:
                beda = self._render_beda(self.berlaku, berkas, MENJADI)
                lama = _render_dihitung(self.berlaku, self.waktu)
                diminta = self.berlaku.is_dikembalikan
                kode = Kode.URUTAN_495 if diminta else Kode.URUTAN_006
                yield Temuan(kode, jabatan=jabatan, lama=lama, beda=beda)
            case Putusan.PERLU_PERBAIKAN:
                yield from self._explain_dikembalikan(berkas)
            case Putusan.DITERIMA | Putusan.KARANTINA | Putusan.DILEWATI | None:
                return
            case _:
                assert_never(berkas.putusan)

    @property
    def _dihitung(self) -> Berkas | Berlaku | None:
        """The one that counts now."""
        return self.diterima or self.berlaku

    def _explain_konflik(self, berkas: Berkas) -> Temuan:
        """Beside one that counts, what choosing it would change; else what differs, told by the first
        of them alone."""
        semua = self._list(Putusan.KONFLIK)
        lain = [b for b in semua if b is not berkas]
        jabatan, nama, sha = self.identitas.jabatan, berkas.sumber.nama, berkas.sha256[:12]
        if self.berlaku:
            bersama = teks.BERSAMA.format(nama=_sebut(lain)) if lain else teks.LEBIH_DULU
            return Temuan(
                Kode.URUTAN_007,
                jabatan=jabatan,
                nama=nama,
                lama=self.berlaku.kiriman.nama,
                dihitung=self._render_dihitung(),
                sebab=bersama,
                beda=self._render_beda(self.berlaku, berkas, MENJADI),
                sha=sha,
                sha_lama=self.berlaku.sha256[:12],
            )
        beda = "; ".join(self._compare(berkas, b) for b in lain)
        if berkas is not semua[0]:
            beda = teks.BEDA_DI.format(nama=semua[0].sumber.nama)
        return Temuan(Kode.URUTAN_003, jabatan=jabatan, nama=_sebut(semua), beda=beda, sha=sha)

    def _explain_dikembalikan(self, berkas: Berkas) -> Iterator[Temuan]:
        """Beside one that counts (or several that wait for a choice) nothing has to be mended; of
        several that must be, one is enough. Nothing where a person sent the counting one back, or
        where this one came on a newer form than that: its correction is waited for then."""
        jabatan, nama = self.identitas.jabatan, berkas.sumber.nama
        diminta = self.berlaku and (
            self.berlaku.is_dikembalikan or self._is_formulir_baru(berkas, self.berlaku)
        )
        if (dihitung := self._render_dihitung()) and (self.diterima or not diminta):
            yield Temuan(Kode.URUTAN_008, jabatan=jabatan, nama=nama, dihitung=dihitung)
            return
        salah = {b.sha256: b for b in self._list(Putusan.PERLU_PERBAIKAN)}
        if len(salah) > 1:
            semua = _sebut(salah.values())
            yield Temuan(Kode.URUTAN_009, jabatan=jabatan, banyak=len(salah), nama=semua)

    def _is_formulir_baru(self, berkas: Berkas, berlaku: Berlaku) -> bool:
        """Whether it came on a form that was issued anew since the one that counts, or on a correction
        form of that."""
        sejak, sampai = berlaku.revisi or 1, berkas.revisi or 1
        return any(not t.perbaikan and sejak < t.revisi <= sampai for t in self.terbitan)

    def _render_dihitung(self) -> str:
        """`a.xlsx (diterima 7 April 2026, revisi 1)`; of a konflik who waits; empty: nothing counts."""
        if self._dihitung:
            return _render_dihitung(self._dihitung, self.waktu)
        konflik = self._list(Putusan.KONFLIK)
        return teks.MENUNGGU_PILIHAN.format(nama=_sebut(konflik)) if konflik else ""

    def _list(self, putusan: Putusan) -> list[Berkas]:
        return [b for b in self.berkas if b.putusan is putusan]

    def _compare(self, ini: Berkas, itu: Berkas | Berlaku) -> str:
        """`(a.xlsx / b.xlsx): PLN.01 Realisasi: 10 / 12`: each figure by the file that says it."""
        beda = self._render_beda(ini, itu, ATAU)
        return teks.BEDA.format(satu=ini.sumber.nama, dua=_read(itu)[0], beda=beda)

    def _render_beda(self, ini: Berkas | Berlaku, itu: Berkas | Berlaku, pemisah: str) -> str:
        satu, dua = _read(ini)[1], _read(itu)[1]
        jenis = find_jenis(self.identitas.formulir)
        beda = [b.render(pemisah) for b in jenis.build_beda(satu, dua)] if satu and dua else []
        lebih = len(beda) - MAKS_BEDA
        sebut = "; ".join(beda[:MAKS_BEDA]) or teks.TANPA_BEDA
        return f"{sebut}; dan {lebih} lagi" if lebih > 0 else sebut


def _read(satu: Berkas | Berlaku) -> tuple[str, str]:
    """The name of its file, and what the register keeps of it."""
    if isinstance(satu, Berlaku):
        return satu.kiriman.nama, satu.kiriman.hasil
    return satu.sumber.nama, satu.hasil.unpack()


def _sebut(daftar: Iterable[Berkas]) -> str:
    return ", ".join(sorted(b.sumber.nama for b in daftar))


def _render_dihitung(satu: Berkas | Berlaku, waktu: dt.datetime) -> str:
    """`a.xlsx (diterima 7 April 2026, revisi 1)`; what came now was received at `waktu`."""
    nama, saat = _read(satu)[0], satu.kiriman.disahkan if isinstance(satu, Berlaku) else waktu
    hari = render_tanggal(saat.date())
    return teks.DIHITUNG.format(nama=nama, hari=hari, revisi=satu.revisi or 1)
