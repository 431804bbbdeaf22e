"""All mandat of a year together: forms before the Mandat sheet, checked across all jabatan."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Formulir, Putusan
from sopkinerja.katalog import Kode
from sopkinerja.mandat.aturan import check_mandat
from sopkinerja.mandat.aturan_target import build_letak
from sopkinerja.mandat.masuk import MandatMasuk, read_masuk
from sopkinerja.mandat.perubahan import compare_indikator
from sopkinerja.mandat.setahun import Setahun
from sopkinerja.mandat.teks import BELUM_KEMBALI, DAN_LAGI, SUDAH_KEMBALI
from sopkinerja.opd.induk import apply_induk
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import Letak, Temuan, replace_letak
from sopkinerja.tulisan import build_inti

MAKS_BEDA = 4
"""How many differences a message names before it counts the rest."""


class MandatGabungan(NamedTuple):
    """Referensi with every accepted form in place of its jabatan's rows of the Mandat sheet, every
    temuan of the cascade that reading referensi alone couldn't see, and whose mandat came by form."""

    referensi: Referensi
    temuan: list[Temuan]
    formulir: frozenset[str] = frozenset()


def merge_mandat(
    agenda: Agenda, referensi: Referensi, pengaturan: Pengaturan, setahun: Setahun
) -> MandatGabungan:
    """All mandat of the referensi's year together; `setahun` is what the year before came to."""
    masuk = read_masuk(agenda, referensi, setahun)
    tertinggal = list(_check_belum_diterima(agenda, referensi, masuk))
    if not masuk.formulir:
        return MandatGabungan(referensi, tertinggal)
    gabungan = masuk.merge(referensi)
    mandat, temuan = resolve_induk(gabungan)
    gabungan = gabungan.model_copy(update={"mandat": mandat})
    sudah = {(t.kode, t.pesan) for t in check_mandat(referensi, pengaturan)}
    temuan += [*_check_lembar(masuk, mandat), *tertinggal]
    temuan += [t for t in check_mandat(gabungan, pengaturan) if (t.kode, t.pesan) not in sudah]
    return MandatGabungan(gabungan, [_place(t, masuk) for t in temuan], frozenset(masuk.formulir))


def _check_lembar(masuk: MandatMasuk, mandat: Sequence[Indikator]) -> Iterator[Temuan]:
    """The form beats the Mandat sheet, and where the two differ that is said."""
    for jabatan in masuk.formulir:
        lembar = masuk.lembar.get(jabatan, ())
        formulir = [i for i in mandat if i.jabatan == jabatan]
        beda = [p.render() for p in compare_indikator(formulir, lembar)] if lembar else []
        if beda:
            teks = "; ".join(beda[:MAKS_BEDA])
            if (lebih := len(beda) - MAKS_BEDA) > 0:
                teks = DAN_LAGI.format(teks=teks, jumlah=lebih)
            nama = masuk.kiriman[jabatan].nama
            yield Temuan(Kode.MANDAT_031, Letak("Mandat"), jabatan=jabatan, nama=nama, beda=teks)


def _check_belum_diterima(
    agenda: Agenda, referensi: Referensi, masuk: MandatMasuk
) -> Iterator[Temuan]:
    """Whose form is out while the Mandat sheet is what will be frozen."""
    tahun = referensi.opd.tahun
    terbit = {
        t.identitas.jabatan for t in agenda.read_terbitan_triwulan(Formulir.MANDAT, tahun, None)
    }
    kembali = {
        k.identitas.jabatan
        for k in agenda.read_kiriman_triwulan(Formulir.MANDAT, tahun, None)
        if k.identitas and k.putusan in (Putusan.PERLU_PERBAIKAN, Putusan.KONFLIK)
    }
    sisa = [j for j in masuk.lembar if j in terbit - masuk.formulir.keys() - masuk.beku.keys()]
    for keadaan, daftar in (
        (SUDAH_KEMBALI, [j for j in sisa if j in kembali]),
        (BELUM_KEMBALI, [j for j in sisa if j not in kembali]),
    ):
        if daftar:
            jabatan = ", ".join(daftar)
            letak, jumlah = Letak("Mandat"), len(daftar)
            yield Temuan(Kode.MANDAT_037, letak, jumlah=jumlah, keadaan=keadaan, jabatan=jabatan)


def resolve_induk(referensi: Referensi) -> tuple[tuple[Indikator, ...], list[Temuan]]:
    """An induk in words becomes the kode of the superior's indicator that it names; one that fits
    none is left out and said."""
    tahun = referensi.opd.tahun
    atasan = {j.kode: j.atasan for j in referensi.jabatan}
    kode = {i.kode for i in referensi.mandat if i.tahun == tahun}
    kalimat: dict[tuple[str, str], str] = {
        (i.jabatan, build_inti(i.indikator)): i.kode for i in referensi.mandat if i.tahun == tahun
    }
    hasil, temuan = [], []
    for i in referensi.mandat:
        if i.tahun == tahun and not set(i.semua_induk) <= kode:
            semua = [_find_induk(i, k, kode, atasan, kalimat) for k in i.semua_induk]
            asing = [k for k, jadi in zip(i.semua_induk, semua, strict=True) if jadi is None]
            letak = build_letak(i, "induk")
            temuan += [Temuan(Kode.MANDAT_026, letak, kode=i.kode, induk=k) for k in asing]
            i = apply_induk(i, tuple(dict.fromkeys(k for k in semua if k)))
        hasil.append(i)
    return tuple(hasil), temuan


def _find_induk(
    i: Indikator,
    induk: str,
    kode: Collection[str],
    atasan: Mapping[str, str | None],
    kalimat: Mapping[tuple[str, str], str],
) -> str | None:
    """The kode that it names; itself where it can be one that isn't known; None for a sentence that
    fits none."""
    dilihat: set[str] = set()
    kursi = None if induk in kode else atasan.get(i.jabatan)
    while kursi and kursi not in dilihat:
        dilihat.add(kursi)
        if cocok := kalimat.get((kursi, build_inti(induk))):
            return cocok
        kursi = atasan.get(kursi)
    return None if " " in induk else induk


def _place(temuan: Temuan, masuk: MandatMasuk) -> Temuan:
    """A place by keys gets the file and cell of the form that it came in."""
    for jabatan, hasil in masuk.formulir.items():
        if sel := hasil.letak.get(temuan.letak.baris):
            nama = masuk.kiriman[jabatan].nama
            lembar, _, alamat = sel.get(temuan.letak.kolom, sel["indikator"]).rpartition("!")
            return replace_letak(temuan, Letak(f"{nama}: {lembar}", alamat, *temuan.letak[2:]))
    return temuan
