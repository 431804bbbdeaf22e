"""Judging one returned mandat form: cells in, indicators and every temuan out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sopkinerja.baca.sebutan import find_skala_baris
from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.formulir.baris import Baris
from sopkinerja.formulir.isian import build_mentah, read_teks
from sopkinerja.formulir.model import Mentah, SelMentah
from sopkinerja.formulir.pemilik_baris import settle_kunci
from sopkinerja.formulir.pilih_tabel import choose_tabel, list_baris_bebas
from sopkinerja.istilah import JenisKerja, Konsolidasi, Polaritas
from sopkinerja.katalog import Kode
from sopkinerja.konsolidasi import BERPOSISI
from sopkinerja.mandat import tabel, teks
from sopkinerja.mandat.aturan_formulir import check_beku, check_formulir
from sopkinerja.mandat.aturan_persen import BarisPersen, check_bulat, check_persen
from sopkinerja.mandat.kode_baris import read_kode, settle_kode
from sopkinerja.mandat.model_formulir import FormulirMandat, HasilMandat
from sopkinerja.opd.aturan_sel import check_sel_baris
from sopkinerja.opd.baris import read_sel_berskala
from sopkinerja.opd.induk import split_induk
from sopkinerja.opd.kurang import check_kurang
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.nomor import is_baru
from sopkinerja.opd.rujukan import find_kode
from sopkinerja.opd.sel_angka import apply_satuan, check_strip, read_takaran
from sopkinerja.opd.tata import MANDAT, KolomReferensi
from sopkinerja.satuan import KAMUS_BAWAAN, KamusSatuan, read_satuan
from sopkinerja.temuan import TANPA_LETAK, Letak, Temuan, replace_letak

_WAJIB = ("sasaran", "indikator", "polaritas", "konsolidasi")
_KOLOM: dict[str, KolomReferensi] = {k.kunci: k for k in MANDAT.kolom}
_JUDUL = tabel.MANDAT.judul


@dataclass(frozen=True)
class BarisTerbaca:
    """One filled row: its indicator, called by `nama` until it has a kode, and the fields that
    couldn't be read."""

    tempat: Baris
    nomor: int
    indikator: Indikator
    cacat: frozenset[str]


def periksa_mandat(
    buku: BukuTerbaca,
    formulir: FormulirMandat,
    lama: HasilMandat | None = None,
    ditanya: Collection[str] = (),
    kamus: KamusSatuan = KAMUS_BAWAAN,
) -> HasilMandat:
    """Everything wrong with a returned form at once, and the indicators it holds, with their kode.

    `lama` is what was accepted for it before: the same rows keep the kode that they got then.
    `ditanya` are the kode that this revision of the form asks about, `kamus` is how the office
    spells its satuan.
    """
    pilihan = choose_tabel(buku, tabel.MANDAT)
    temuan = list(pilihan.temuan)
    terisi = [
        b
        for b in (list_baris_bebas(tabel.MANDAT, pilihan.tabel) if pilihan.tabel else [])
        if tabel.MANDAT.read_nomor(b.kunci) or read_teks(b.sel.get("indikator"))
    ]
    kode_terbit = {b.kode: k for k, b in formulir.dict_baris().items()}
    terisi, pindah = settle_kunci(terisi, "kode", kode_terbit)
    temuan += pindah
    baris: list[BarisTerbaca] = []
    for nomor, tempat in enumerate(terisi, 1):
        nomor = tabel.MANDAT.read_nomor(tempat.kunci) or nomor
        satu, kesalahan = _read_baris(formulir, tempat, nomor, kamus)
        baris.append(satu)
        temuan += kesalahan
    if pilihan.tabel and not baris:
        letak = Letak(pilihan.tabel.lembar, tabel="mandat")
        temuan.append(Temuan(Kode.MANDAT_025, letak))
    temuan += _check_aturan(formulir, baris, kamus)
    temuan += _check_skala_angka(formulir, baris, kamus)
    berkode = settle_kode(formulir, [(b.tempat, b.indikator) for b in baris], lama, ditanya)
    temuan += berkode.temuan
    pasangan = list(zip(berkode.indikator, baris, strict=True))
    temuan += _check_beku(formulir, pasangan)
    mentah: Mentah = {"mandat": {b.tempat.kunci: _build_mentah(b.tempat, kamus) for b in baris}}
    return HasilMandat(
        indikator=berkode.indikator,
        tanya=berkode.tanya,
        temuan=tuple(temuan),
        mentah=mentah,
        kunci={i.kode: b.tempat.kunci for i, b in pasangan},
        letak={
            i.kode: {k: f"{s.lembar}!{s.alamat}" for k, s in b.tempat.sel.items()}
            for i, b in pasangan
        },
    )


def _build_mentah(tempat: Baris, kamus: KamusSatuan) -> dict[str, SelMentah]:
    """The officer's cells; of the Kode cell only what answers."""
    kode = read_kode(tempat)
    jawab = {"kode": SelMentah(jenis="teks", isi=kode)} if is_baru(kode) else {}
    return build_mentah(tempat, takaran=read_takaran(tempat.sel, kamus)) | jawab


def _check_skala_angka(
    formulir: FormulirMandat, baris: Sequence[BarisTerbaca], kamus: KamusSatuan
) -> Iterator[Temuan]:
    """Numbers in the wrong scale, held against the atasan's indicators, the Renstra and last year's
    targets too."""
    sendiri = [BarisPersen(b.indikator, b.tempat.sel, b.tempat.letak, _JUDUL) for b in baris]
    atasan = [BarisPersen(i, {}, lambda _: TANPA_LETAK, _JUDUL) for i in formulir.induk]
    renstra = {r.kode: r for r in formulir.renstra}
    yield from check_persen([*sendiri, *atasan], renstra, kamus, formulir.tahun_lalu)
    yield from check_bulat(sendiri, kamus)


_SELISIH = (Kode.MANDAT_001, Kode.MANDAT_002)
"""The annual target isn't what its quarters make."""


# --- one row


def _read_baris(
    formulir: FormulirMandat, tempat: Baris, nomor: int, kamus: KamusSatuan
) -> tuple[BarisTerbaca, list[Temuan]]:
    temuan: list[Temuan] = []
    cacat: set[str] = set()
    skala = find_skala_baris(tempat.sel, formulir.skala)
    nilai: dict[str, Any] = {"skala": skala}
    takaran = read_takaran(tempat.sel, kamus)
    for kunci, kolom in _KOLOM.items():
        if kunci not in tempat.sel or kunci in ("kode", "tahun", "jabatan"):
            continue
        kolom = kolom._replace(judul=_JUDUL[kunci])
        hasil = read_sel_berskala(kolom, tempat.sel, skala, formulir.skala, takaran=takaran)
        if isinstance(hasil, Temuan):
            temuan.append(replace_letak(hasil, tempat.letak(kunci)))
            cacat.add(kunci)
        else:
            nilai[kunci] = hasil
    kosong = [k for k in _WAJIB if k not in cacat and not nilai.get(k)]
    kurang = [(_KOLOM[k]._replace(judul=_JUDUL[k]), tempat.letak(k)) for k in kosong]
    temuan += [t for _, t in check_kurang(kurang, tempat.lembar, nilai)]
    temuan += _check_rumus(tempat)
    semua = [k._replace(judul=_JUDUL[n]) for n, k in _KOLOM.items() if n in _JUDUL]
    for kunci, t in check_sel_baris(semua, tempat.sel, takaran):
        temuan.append(replace_letak(t, tempat.letak(kunci)))
    for kunci, t in check_strip(semua, tempat.sel, skala):
        temuan.append(replace_letak(t, tempat.letak(kunci)))
    temuan += [
        replace_letak(t, tempat.letak("satuan")) for t in apply_satuan(nilai, tempat.sel, takaran)
    ]
    cacat |= set(kosong)
    indikator = _build_indikator(formulir, tempat.kunci, nomor, nilai)
    return BarisTerbaca(tempat, nomor, indikator, frozenset(cacat)), temuan


def _check_rumus(tempat: Baris) -> Iterator[Temuan]:
    """A formula that the officer typed: its last result counts, and is shown."""
    for kunci, sel in tempat.sel.items():
        if kunci in _KOLOM and sel.rumus and sel.galat is None and not sel.is_kosong:
            letak, isi = tempat.letak(kunci), read_teks(sel)
            yield Temuan(Kode.REFERENSI_021, letak, kolom=_JUDUL[kunci], nilai=isi)


def _build_indikator(
    formulir: FormulirMandat, kunci: str, nomor: int, nilai: Mapping[str, Any]
) -> Indikator:
    terbit = formulir.cari_baris(kunci)
    induk = _read_induk(formulir, nilai.get("induk"))
    return Indikator(
        tahun=formulir.tahun,
        jabatan=formulir.identitas.jabatan,
        kode=terbit.kode if terbit else teks.BARIS_BARU.format(nomor=nomor),
        sasaran=nilai.get("sasaran") or "",
        indikator=nilai.get("indikator") or "",
        satuan=read_satuan(nilai.get("satuan")),
        polaritas=nilai.get("polaritas") or Polaritas.NAIK,
        konsolidasi=nilai.get("konsolidasi") or Konsolidasi.JUMLAH,
        bobot=nilai.get("bobot"),
        target_tahun=nilai.get("target_tahun"),
        target_tw=(nilai.get("tw_0"), nilai.get("tw_1"), nilai.get("tw_2"), nilai.get("tw_3")),
        induk=induk[0] if induk else None,
        induk_lain=induk[1:],
        renstra=read_rujukan(nilai.get("renstra"), {r.kode: r.indikator for r in formulir.renstra}),
        sub_kegiatan=read_rujukan(
            nilai.get("sub_kegiatan"),
            {d.kode: d.uraian for d in formulir.dpa} | dict.fromkeys(formulir.dpa_lain, ""),
        ),
        realisasi_tahun_lalu=nilai.get("realisasi_tahun_lalu"),
        nilai_terburuk=nilai.get("nilai_terburuk"),
        data_menyusul=bool(nilai.get("data_menyusul")),
        sumber_data=nilai.get("sumber_data") or "",
        definisi=nilai.get("definisi") or "",
        aspek=nilai.get("aspek"),
        jenis=nilai.get("jenis") or JenisKerja.UTAMA,
        skala=nilai["skala"],
    )


def _read_induk(formulir: FormulirMandat, isi: str | None) -> tuple[str, ...]:
    """Every indicator above that the cell names, the main one first."""
    if not isi or not isi.strip():
        return ()
    atas = {i.kode: i.indikator for i in formulir.induk} | dict.fromkeys(formulir.induk_lain, "")
    semua = split_induk(isi, lambda t: find_rujukan(t, atas))
    return tuple(dict.fromkeys(" ".join(k.split()) for k in semua))


def read_rujukan(isi: str | None, pilihan: Mapping[str, str]) -> str | None:
    """The kode that a choice names: by itself, at the head of `KODE — teks`, or by its text where
    only one has it; what nothing fits stays as typed."""
    if not isi or not isi.strip():
        return None
    bersih = " ".join(isi.split())
    cocok = find_kode(bersih, list(pilihan.items()))
    if len(cocok) == 1:
        return cocok[0]
    kepala = bersih.split(" ", 1)[0].rstrip(":;,–—-").casefold()
    return bersih if cocok else next((k for k in pilihan if k.casefold() == kepala), bersih)


def find_rujukan(isi: str, pilihan: Mapping[str, str]) -> str | None:
    """The one kode that a text names: by itself, as `KODE — teks`, or by its text; None of none or
    of several."""
    cocok = find_kode(" ".join(isi.split()), list(pilihan.items()))
    if cocok:
        return cocok[0] if len(cocok) == 1 else None
    if re.match(r"\s*\S*[;,\n]", isi):
        return None
    kata = [k.strip(":;,.()–—-").casefold() for k in isi.split()]
    disebut = [k for k in pilihan if k.casefold() in kata]
    return disebut[0] if len(disebut) == 1 and kata[0] == disebut[0].casefold() else None


# --- rules over all rows


def _check_aturan(
    formulir: FormulirMandat, baris: list[BarisTerbaca], kamus: KamusSatuan
) -> Iterator[Temuan]:
    """The rules of a mandat, each temuan at its cell; what follows from an unread cell isn't said."""
    tempat = {b.indikator.kode: b for b in baris}
    cacat_bobot = any("bobot" in b.cacat for b in baris)
    for t in check_formulir(formulir, [b.indikator for b in baris], kamus):
        b = tempat[t.letak.baris]
        if not (t.letak.kolom == "bobot" and cacat_bobot) and not _is_turunan(t, b):
            yield replace_letak(t, b.tempat.letak(t.letak.kolom))


def _check_beku(
    formulir: FormulirMandat, pasangan: Sequence[tuple[Indikator, BarisTerbaca]]
) -> Iterator[Temuan]:
    """What a PK revision may not change, at its cell; a cell that couldn't be read is said already."""
    tempat = {i.kode: b for i, b in pasangan}
    for t in check_beku(formulir, [i for i, _ in pasangan]):
        b = tempat[t.letak.baris]
        if t.letak.kolom not in b.cacat:
            yield replace_letak(t, b.tempat.letak(t.letak.kolom))


def _is_turunan(temuan: Temuan, baris: BarisTerbaca) -> bool:
    kolom = temuan.letak.kolom
    target = {"polaritas", "konsolidasi", "target_tahun", "tw_0", "tw_1", "tw_2", "tw_3"}
    cacat = baris.cacat
    if temuan.kode in _SELISIH and baris.indikator.konsolidasi not in BERPOSISI:
        cacat -= {"polaritas"}  # a sum or a mean doesn't depend on it
    return bool((target if kolom in target else {kolom}) & cacat)
