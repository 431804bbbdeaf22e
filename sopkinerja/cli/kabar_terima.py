"""What `terima` and `periksa` tell on the terminal: each file that needs somebody, the weightiest
remarks on what was accepted, counts for the rest, and what is to be done next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import assert_never

from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Formulir, Putusan
from sopkinerja.katalog import Berat, Kode, Tingkat
from sopkinerja.laporan.aturan_waktu import is_dini
from sopkinerja.layar import print_baris
from sopkinerja.penerimaan.hitung import list_hitung, render_putusan_kiriman
from sopkinerja.penerimaan.kenali import PENGANTAR
from sopkinerja.penerimaan.model import Rencana
from sopkinerja.tampilan import print_temuan, read_dicoba
from sopkinerja.temuan import Temuan, build_kelompok
from sopkinerja.tulisan import render_putusan, render_sebaris

MAKS_LANCAR = 10
"""More files than that which need nobody are summed up."""
MAKS_PERINGATAN = 10
MAKS_GALAT = 5
"""So many faults of one file are told where its correction form lists them all."""
KODE_KONFLIK = (Kode.URUTAN_003, Kode.URUTAN_007)
"""What is settled by a command that only a recorded return knows."""
KODE_GANTI = (Kode.URUTAN_006, Kode.URUTAN_495)
"""What an accepted return changes of the one that counted before."""
KODE_BERSAMA = (Kode.URUTAN_008, Kode.URUTAN_009)
"""What a faulty file is told beside the other files of its jabatan."""
SAMA = "Semuanya seperti yang dicoba di atas."
BERBEDA = "{n} berkas seperti yang dicoba di atas. Yang lain:"
PERINGATAN = (
    "\nPeringatan pada yang diterima, yang terberat lebih dahulu. Angkanya dihitung; yang janggal "
    "tanyakan kepada pengirimnya, yang keliru dikembalikan: {perintah}"
)
DINI = ", sebelum triwulannya berakhir"
TANDA = {
    Putusan.DITERIMA: "✓",
    Putusan.DUPLIKAT: "=",
    Putusan.USANG: "·",
    Putusan.PERLU_PERBAIKAN: "!",
    Putusan.KONFLIK: "?",
    Putusan.KARANTINA: "x",
    Putusan.DILEWATI: "-",
}


def print_rencana(rencana: Rencana, *, rinci: bool = False, tercatat: bool = True) -> None:
    """How many files got which verdict, then those that need somebody with what is wrong, then the
    others. `rinci`: with every peringatan under its file, else the weightiest of those that were
    accepted. Where nothing is recorded (`tercatat`) no command is named that needs a record. What a
    trial in the guide told is not told again."""
    hitung = list_hitung(rencana)
    print_baris(", ".join(hitung) + "." if hitung else "Tidak ada berkas di inbox.")
    kiriman, dilewati = _take_baru(rencana)
    lancar = [k for k in kiriman if _is_lancar(k)]
    for k in (k for k in kiriman if not _is_lancar(k)):
        _print_kiriman(k, rinci=rinci, tercatat=tercatat)
    for nama, sebab in dilewati:
        lewat = Putusan.DILEWATI
        print_baris(f" {TANDA[lewat]} {render_putusan(lewat):<16} {nama}\n   {sebab}")
    if not rinci and len(lancar) > MAKS_LANCAR:
        print_baris(_render_lancar(lancar))
    else:
        for k in lancar:
            _print_kiriman(k, rinci=rinci, tercatat=tercatat)
    if not rinci:
        _print_peringatan(kiriman)


def _take_baru(rencana: Rencana) -> tuple[list[Kiriman], list[tuple[str, str]]]:
    """The returns, and what was left in inbox/, that the trial before this run didn't tell alike; says
    so where there was one."""
    sudah = read_dicoba()
    kiriman = {_build_kunci(k): k for k in rencana.kiriman}
    baru = [k for kunci, k in kiriman.items() if kunci not in sudah]
    dilewati = [d for d in rencana.dilewati if d not in sudah]
    if sudah:
        sama = len(kiriman) + len(rencana.dilewati) - len(baru) - len(dilewati)
        print_baris(BERBEDA.format(n=sama) if baru or dilewati else SAMA)
    sudah |= {*kiriman, *rencana.dilewati}
    return baru, dilewati


def _build_kunci(k: Kiriman) -> object:
    """What the terminal tells of a return."""
    return k.nama, k.sha256, k.putusan, k.balasan, tuple(t.pesan for t in k.temuan)


def _render_lancar(lancar: Sequence[Kiriman]) -> str:
    """How many files are in; of how many something is remarked on below."""
    n = sum(any(True for _ in _list_peringatan(k)) for k in lancar)
    if not n:
        return f" … dan {len(lancar)} berkas yang tidak memerlukan apa-apa"
    return f" … dan {len(lancar)} berkas yang sudah masuk, {n} di antaranya dengan peringatan"


def _is_lancar(k: Kiriman) -> bool:
    """Nothing is to be done about it, or told of it beyond its peringatan."""
    sudah = k.putusan in (Putusan.DITERIMA, Putusan.DUPLIKAT)
    return sudah and not any(_is_diceritakan(k, t) for t in k.temuan)


def _print_kiriman(k: Kiriman, *, rinci: bool, tercatat: bool) -> None:
    pemilik = f"  {_render_pemilik(k)}" if k.milik else ""
    peringatan = sum(
        t.tingkat is Tingkat.PERINGATAN and t.kode not in KODE_BERSAMA for t in k.temuan
    )
    catatan = f" ({peringatan} peringatan)" if peringatan else ""
    putusan = render_putusan_kiriman(k)
    print_baris(f" {TANDA[k.putusan]} {putusan:<16} {k.nama}{pemilik}{catatan}")
    if k.putusan is Putusan.PERLU_PERBAIKAN:
        print_temuan(t for t in k.temuan if t.kode in KODE_BERSAMA)
    print_temuan(
        (
            t
            for t in k.temuan
            if _is_diceritakan(k, t)
            or (rinci and t.tingkat is Tingkat.PERINGATAN and t.kode not in KODE_BERSAMA)
        ),
        maks=MAKS_GALAT if k.balasan and not rinci else None,
        sisa="semuanya di formulir perbaikan",
        tanpa_saran=() if tercatat else KODE_KONFLIK,
        nama=k.nama,
    )
    if k.balasan:
        print_baris(f"   formulir perbaikan: {k.balasan}")


def _print_peringatan(kiriman: Sequence[Kiriman]) -> None:
    """The weightiest remarks on what was accepted, each once with the files that it is about, and what
    to do about them; how many more there are."""
    berat = list(Berat)
    semua: dict[tuple[Kode, str], list[str]] = defaultdict(list)
    for k in kiriman:
        for t in _list_peringatan(k):
            tempat = f" [{t.letak.lembar}!{t.letak.sel}]" if t.letak.sel else ""
            semua[t.kode, render_sebaris(t.pesan)].append(f"{k.nama}{tempat}")
    if not semua:
        return
    print_baris(PERINGATAN.format(perintah=_render_kembalikan(kiriman)))
    urut = sorted(semua.items(), key=lambda satu: berat.index(satu[0][0].berat))
    for (_, pesan), berkas in urut[:MAKS_PERINGATAN]:
        print_baris(f"   {', '.join(dict.fromkeys(berkas))}: {pesan}")
    if len(semua) > MAKS_PERINGATAN:
        sisa = len(semua) - MAKS_PERINGATAN
        print_baris(f"   … dan {sisa} lagi; tanda terima memuat semuanya")


def _render_kembalikan(kiriman: Sequence[Kiriman]) -> str:
    """What sends each kind of form back that something is remarked on."""
    milik = {k.identitas for k in kiriman if k.identitas and any(_list_peringatan(k))}
    semua = dict.fromkeys(
        f"sopkinerja kembalikan JABATAN -t {i.triwulan.value} --tahun {i.tahun}"
        + f" --formulir {i.formulir.value}" * (i.formulir is not Formulir.LAPORAN)
        for i in sorted(milik, key=lambda i: (i.tahun, i.triwulan or 0, i.formulir.value))
        if i.triwulan
    )
    return " dan ".join(semua) or "sopkinerja kembalikan"


def _list_peringatan(k: Kiriman) -> Iterator[Temuan]:
    """The remarks on an accepted return that its own line doesn't tell."""
    if k.putusan is Putusan.DITERIMA:
        for t in build_kelompok([t for t in k.temuan if not _is_diceritakan(k, t)]):
            if t.tingkat is Tingkat.PERINGATAN:
                yield t


def _is_diceritakan(kiriman: Kiriman, temuan: Temuan) -> bool:
    """Whether the terminal tells it: faults of what needs somebody, why a copy (or what went
    out beside the forms) changes nothing, and of an accepted Rapat Monev what is remarked on."""
    match kiriman.putusan:
        case Putusan.PERLU_PERBAIKAN | Putusan.KONFLIK | Putusan.KARANTINA:
            return temuan.tingkat is Tingkat.GALAT
        case Putusan.DUPLIKAT | Putusan.USANG | Putusan.DILEWATI:
            lain = (*PENGANTAR, Kode.TRIWULAN_500)
            return temuan.kode in lain or temuan.kode.name.startswith("URUTAN")
        case Putusan.DITERIMA:
            ident = kiriman.identitas
            rapat = ident is not None and ident.formulir is Formulir.RAPAT
            return temuan.kode in KODE_GANTI or (rapat and temuan.tingkat is Tingkat.PERINGATAN)
        case _:
            assert_never(kiriman.putusan)


def _render_pemilik(k: Kiriman) -> str:
    """Whose it is, and of a quarterly form which triwulan it is for; that this isn't over yet, too."""
    ident = k.identitas
    if k.bukti or ident is None or ident.triwulan is None:
        return render_milik(k)
    masa = f"{render_milik(k)} TW {ident.triwulan.romawi} {ident.tahun}"
    laporan = ident.formulir is Formulir.LAPORAN
    return masa + (
        DINI if laporan and is_dini(ident.triwulan, ident.tahun, k.diterima.date()) else ""
    )


def render_milik(k: Kiriman) -> str:
    """`PLN-01`, or `bukti PLN-01.02` of a file that is no form."""
    if not k.bukti:
        return k.identitas.jabatan if k.identitas else ""
    return "bukti " + ", ".join(dict.fromkeys(b.render() for b in k.bukti))
