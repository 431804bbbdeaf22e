"""Judging one returned Renaksi form: cells in, steps and every temuan out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sopkinerja.baca.angka import read_angka
from sopkinerja.baca.kode import clean_kode
from sopkinerja.baca.sel import BukuTerbaca, TabelTerbaca
from sopkinerja.baca.takaran import Takaran, read_terukur
from sopkinerja.baca.tanggal import read_bulan
from sopkinerja.formulir.baris import Baris
from sopkinerja.formulir.isian import build_mentah, read_teks, read_uraian
from sopkinerja.formulir.pemilik_baris import settle_kunci
from sopkinerja.formulir.pilih_tabel import choose_tabel, list_baris_bebas
from sopkinerja.formulir.susunan import place_liar
from sopkinerja.formulir.terkunci import Terbit, check_terkunci
from sopkinerja.mandat.isian import read_rujukan
from sopkinerja.opd.mandat import Indikator
from sopkinerja.renaksi.aturan import ATURAN_LANGKAH, ATURAN_RENAKSI
from sopkinerja.renaksi.konteks import KonteksLangkah
from sopkinerja.renaksi.model import FormulirRenaksi, HasilRenaksi, Langkah
from sopkinerja.renaksi.nomor import number_langkah
from sopkinerja.renaksi.tabel import INDIKATOR, RENAKSI, TARGET
from sopkinerja.satuan import KAMUS_BAWAAN, KamusSatuan
from sopkinerja.temuan import Temuan, replace_letak


def periksa_renaksi(
    buku: BukuTerbaca,
    formulir: FormulirRenaksi,
    lama: HasilRenaksi | None = None,
    kamus: KamusSatuan = KAMUS_BAWAAN,
) -> HasilRenaksi:
    """Everything wrong with a returned form at once, and the steps it holds, with their kunci.

    `lama` is what was accepted for it before: the same steps keep the kunci that they got then.
    `kamus` is how the office spells its satuan.
    """
    pilihan = choose_tabel(buku, RENAKSI)
    temuan = [*pilihan.temuan, *_check_indikator(buku, formulir)]
    semua: list[KonteksLangkah] = []
    if pilihan.tabel:
        asal = {s.kunci: k for k, s in formulir.dict_bawaan().items()}
        baris, pindah = settle_kunci(
            _list_baris(pilihan.tabel, formulir.list_baris(RENAKSI)), "asal", asal
        )
        temuan += pindah
        semua = _number(formulir, [_read_baris(b, formulir, kamus) for b in baris], lama)
        temuan += _check_asal(baris, formulir)
        temuan += [t for k in semua for aturan in ATURAN_LANGKAH for t in aturan(k)]
        lembar = pilihan.tabel.lembar
        for aturan in ATURAN_RENAKSI:
            temuan += (_place(t, lembar) for t in aturan(formulir, semua))
    return HasilRenaksi(
        langkah=tuple(k.langkah for k in semua),
        temuan=tuple(temuan),
        mentah={
            "renaksi": {k.tempat.kunci: build_mentah(k.tempat, takaran=k.takaran) for k in semua}
        },
        baris={k.langkah.kunci: k.tempat.kunci for k in semua},
    )


def _place(temuan: Temuan, lembar: str) -> Temuan:
    """A temuan over all rows names the sheet that came."""
    if temuan.letak.lembar:
        return temuan
    return replace_letak(temuan, temuan.letak._replace(lembar=lembar))


def _list_baris(tabel: TabelTerbaca, dasar: Sequence[str]) -> list[Baris]:
    """Every filled row; those that came without a key of ours take the next free ones. Below a
    table found by its headings, sums and signatures are no steps."""
    semua = [
        b
        for b in list_baris_bebas(RENAKSI, tabel)
        if not b.kunci.startswith("baris-") or read_teks(b.sel.get("langkah"))
    ]
    letak = place_liar([b.kunci for b in semua], RENAKSI, dasar)
    return [replace(b, kunci=letak.get(b.kunci, b.kunci)) for b in semua]


def _read_baris(tempat: Baris, formulir: FormulirRenaksi, kamus: KamusSatuan) -> KonteksLangkah:
    sel = tempat.sel
    mulai, selesai = (
        read_bulan(sel[k]) if k in sel else None for k in ("bulan_mulai", "bulan_selesai")
    )
    anggaran = read_angka(sel["anggaran"]) if "anggaran" in sel else None
    takaran = Takaran(read_uraian(sel.get("satuan")), kamus)
    target = {k: read_terukur(sel[k], takaran) for k in TARGET if k in sel}
    pilihan = {i.kode: i.indikator for i in formulir.indikator}
    langkah = Langkah(
        kunci="",
        kode=read_rujukan(clean_kode(read_teks(sel.get("kode"))), pilihan) or "",
        langkah=read_uraian(sel.get("langkah")),
        bulan_mulai=mulai if isinstance(mulai, int) else None,
        bulan_selesai=selesai if isinstance(selesai, int) else None,
        keluaran=read_uraian(sel.get("keluaran")),
        satuan=takaran.satuan,
        **{k: t for k, t in target.items() if isinstance(t, float)},
        penanggung_jawab=read_uraian(sel.get("penanggung_jawab")),
        anggaran=anggaran if isinstance(anggaran, float) else None,
    )
    nomor = RENAKSI.read_nomor(tempat.kunci) or 0
    return KonteksLangkah(
        tempat, nomor, langkah, mulai, selesai, anggaran, target, formulir, takaran
    )


def _number(
    formulir: FormulirRenaksi, semua: list[KonteksLangkah], lama: HasilRenaksi | None
) -> list[KonteksLangkah]:
    """Each step with its kunci."""
    asal = [formulir.dict_bawaan()]
    if lama:
        asal.append({lama.baris[s.kunci]: s for s in lama.langkah if s.kunci in lama.baris})
    baris = [(k.tempat.kunci, k.langkah.langkah) for k in semua]
    kunci = number_langkah(formulir.triwulan, baris, asal)
    return [
        replace(k, langkah=k.langkah.model_copy(update={"kunci": satu}))
        for k, satu in zip(semua, kunci, strict=True)
    ]


# --- locked cells


def _check_asal(daftar: list[Baris], formulir: FormulirRenaksi) -> Iterator[Temuan]:
    for baris in daftar:
        if RENAKSI.read_nomor(baris.kunci) and "asal" in baris.sel:
            bawaan = formulir.cari_bawaan(baris.kunci)
            yield from check_terkunci(baris, {"asal": bawaan.kunci if bawaan else ""})


def _check_indikator(buku: BukuTerbaca, formulir: FormulirRenaksi) -> Iterator[Temuan]:
    """The jabatan's own indicators are as they were issued."""
    for tabel in buku.tabel.get("indikator", [])[:1]:
        for i in formulir.indikator:
            if i.kode in tabel.baris:
                baris = Baris(INDIKATOR, i.kode, tabel.lembar, tabel.baris[i.kode])
                yield from check_terkunci(baris, _list_terkunci(i, formulir))


def _list_terkunci(i: Indikator, formulir: FormulirRenaksi) -> dict[str, Terbit]:
    return {
        "kode": i.kode,
        "sasaran": i.sasaran,
        "indikator": i.indikator,
        "satuan": i.satuan,
        "target_tahun": i.target_tahun,
        "target_tw": i.target(formulir.triwulan),
    }
