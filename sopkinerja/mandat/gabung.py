"""All mandat of a year together: forms before the Mandat sheet, checked across all jabatan."""

from __future__ import annotations

from collections.abc import Mapping

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.mandat.aturan import check_mandat
from sopkinerja.mandat.aturan_target import build_letak
from sopkinerja.mandat.masuk import MandatMasuk, read_masuk
from sopkinerja.mandat.model import Indikator
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import Kode, Letak, Temuan, replace_letak


def merge_mandat(
    agenda: Agenda, referensi: Referensi, pengaturan: Pengaturan
) -> tuple[Referensi, list[Temuan]]:
    """Referensi with every accepted form in place of its jabatan's rows of the Mandat sheet, and
    every temuan of the cascade that reading referensi alone couldn't see."""
    masuk = read_masuk(agenda, referensi)
    if not masuk.formulir:
        return referensi, []
    gabungan = masuk.merge(referensi)
    mandat, temuan = resolve_induk(gabungan)
    gabungan = gabungan.model_copy(update={"mandat": mandat})
    sudah = {(t.kode, t.pesan) for t in check_mandat(referensi, pengaturan)}
    temuan += [t for t in check_mandat(gabungan, pengaturan) if (t.kode, t.pesan) not in sudah]
    return gabungan, [_place(t, masuk) for t in temuan]


def resolve_induk(referensi: Referensi) -> tuple[tuple[Indikator, ...], list[Temuan]]:
    """An induk in words becomes the kode of the superior's indicator that it names; one that fits
    none is left out and said."""
    tahun = referensi.opd.tahun
    atasan = {j.kode: j.atasan for j in referensi.jabatan}
    kode = {i.kode for i in referensi.mandat}
    kalimat: dict[tuple[str, str], str] = {
        (i.jabatan, _inti(i.indikator)): i.kode for i in referensi.mandat if i.tahun == tahun
    }
    hasil, temuan = [], []
    for i in referensi.mandat:
        if i.tahun == tahun and i.induk and i.induk not in kode:
            induk = _find_induk(i, atasan, kalimat)
            if induk is None and " " in i.induk:
                letak = build_letak(i, "induk")
                temuan.append(Temuan(Kode.MANDAT_026, letak, kode=i.kode, induk=i.induk))
                i = i.model_copy(update={"induk": None})
            elif induk:
                i = i.model_copy(update={"induk": induk})
        hasil.append(i)
    return tuple(hasil), temuan


def _find_induk(
    i: Indikator, atasan: Mapping[str, str | None], kalimat: Mapping[tuple[str, str], str]
) -> str | None:
    dilihat: set[str] = set()
    kursi = atasan.get(i.jabatan)
    while kursi and kursi not in dilihat:
        dilihat.add(kursi)
        if cocok := kalimat.get((kursi, _inti(i.induk or ""))):
            return cocok
        kursi = atasan.get(kursi)
    return None


def _inti(isi: str) -> str:
    return " ".join(isi.casefold().split())


def _place(temuan: Temuan, masuk: MandatMasuk) -> Temuan:
    """A place by keys gets the file and cell of the form that it came in."""
    for jabatan, hasil in masuk.formulir.items():
        if sel := hasil.letak.get(temuan.letak.baris):
            nama = masuk.kiriman[jabatan].nama
            lembar, _, alamat = sel.get(temuan.letak.kolom, sel["indikator"]).rpartition("!")
            return replace_letak(temuan, Letak(f"{nama}: {lembar}", alamat, *temuan.letak[2:]))
    return temuan
