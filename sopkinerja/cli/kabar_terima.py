"""What `terima` and `periksa` tell on the terminal: each file that needs somebody, the weightiest
remarks on what was accepted, counts for the rest, and what is to be done next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from sopkinerja.agenda.model import Kiriman
from sopkinerja.formulir.edaran import Papan
from sopkinerja.istilah import Formulir, Keadaan, Putusan
from sopkinerja.katalog import Berat, Kode, Tingkat
from sopkinerja.laporan.aturan_waktu import is_dini
from sopkinerja.layar import print_baris
from sopkinerja.pandu.model import Konflik
from sopkinerja.penerimaan.hitung import list_hitung, render_putusan_kiriman
from sopkinerja.penerimaan.kenali import PENGANTAR
from sopkinerja.penerimaan.model import RapatDiterima, Rencana
from sopkinerja.tampilan import add_tahun, is_dipandu, print_temuan, read_dicoba, render_konflik
from sopkinerja.temuan import Temuan, build_kelompok
from sopkinerja.tulisan import render_putusan, render_sebaris

MAKS_LANCAR = 10
"""More files than that which need nobody are summed up."""
MAKS_PERINGATAN = 10
MAKS_GALAT = 5
"""So many faults of one file are told where its correction form lists them all."""
KODE_KONFLIK = (Kode.URUTAN_003, Kode.URUTAN_007)
"""What is settled by a command that only a recorded return knows."""
KODE_BERSAMA = (Kode.URUTAN_008, Kode.URUTAN_009)
"""What a faulty file is told beside the other files of its jabatan."""
KARANTINA = (
    "Yang di karantina/: lakukan yang tertulis di bawah namanya (juga di berkas .alasan.txt-nya)."
)
"""The guide's next menu tells each with what to do."""
SAMA = "Semuanya seperti yang dicoba di atas."
BERBEDA = "{n} berkas seperti yang dicoba di atas. Yang lain:"
PERINGATAN = (
    "\nPeringatan pada yang diterima, yang terberat lebih dahulu. Angkanya dihitung; yang janggal "
    "tanyakan kepada pengirimnya, yang keliru dikembalikan: {perintah}"
)
TANYAKAN = (
    "{jabatan}: tanyakan berkas mana yang dimaksud. Bila {nama}, kirim formulir perbaikannya "
    "(pesannya di tanda terima); bila yang dihitung sudah benar, tidak ada yang perlu dikirim."
)
RAPAT = "Rapat Monev: cetak LHE-nya: sopkinerja lhe -t {tw} --tahun {tahun}"
RAPAT_TUTUP = (
    "Rapat Monev TW {romawi} {tahun} diterima sesudah ditutup: keputusannya ditagih di formulir triwulan "
    "berikutnya. LHE FINAL belum ditandatangani; agar memuatnya, cetak lagi: sopkinerja lhe -t {tw} "
    "--tahun {tahun}"
)
RAPAT_BERTANDA = (
    "Rapat Monev TW {romawi} {tahun} diterima sesudah ditutup: keputusannya ditagih di formulir triwulan "
    "berikutnya. LHE FINAL sudah ditandatangani dan tidak memuatnya. Bila harus memuatnya: "
    'sopkinerja buka -t {tw} --tahun {tahun} --alasan "…"'
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
            return temuan.kode in PENGANTAR or temuan.kode.name.startswith("URUTAN")
        case Putusan.DITERIMA:
            ident = kiriman.identitas
            rapat = ident is not None and ident.formulir is Formulir.RAPAT
            return temuan.kode is Kode.URUTAN_006 or (
                rapat and temuan.tingkat is Tingkat.PERINGATAN
            )
        case _:
            assert_never(kiriman.putusan)


def _render_pemilik(k: Kiriman) -> str:
    """Whose it is, and of a quarterly form which triwulan it is for; that this isn't over yet, too."""
    ident = k.identitas
    if k.bukti or ident is None or ident.triwulan is None:
        return _render_milik(k)
    masa = f"{_render_milik(k)} TW {ident.triwulan.romawi} {ident.tahun}"
    laporan = ident.formulir is Formulir.LAPORAN
    return masa + (
        DINI if laporan and is_dini(ident.triwulan, ident.tahun, k.diterima.date()) else ""
    )


def _render_milik(k: Kiriman) -> str:
    """`PLN-01`, or `bukti PLN-01.02` of a file that is no form."""
    if not k.bukti:
        return k.identitas.jabatan if k.identitas else ""
    return "bukti " + ", ".join(dict.fromkeys(b.render() for b in k.bukti))


def build_lanjut_terima(
    rencana: Rencana,
    konflik: Iterable[Konflik],
    papan: Iterable[Papan],
    rapat: Iterable[RapatDiterima],
) -> list[str]:
    """What is to be done after terima, one line for each kind of work that is left, for each konflik
    that waits, for each meeting, and for each board of what came."""
    daftar = [f"Hapus sendiri dari inbox/ (sudah tersimpan): {p.name}" for p in rencana.tertinggal]
    if any(k.balasan and not k.is_tersisih for k in rencana.kiriman):
        daftar.append("Kirim formulir perbaikan (di outbox/…/perbaikan) kepada pengirimnya.")
    daftar += [
        TANYAKAN.format(jabatan=_render_milik(k), nama=k.nama) for k in _list_tersisih(rencana)
    ]
    daftar += map(render_konflik, konflik)
    daftar += _build_lanjut_karantina(rencana)
    daftar += _build_lanjut_formulir(rencana)
    daftar += map(_render_rapat, rapat)
    return daftar + [teks for p in papan for teks in _build_lanjut_papan(p)]


def _build_lanjut_karantina(rencana: Rencana) -> Iterator[str]:
    """Who is asked about what is held; what waits for a reopening is left where it lies."""
    tahan = [k for k in rencana.kiriman if k.putusan is Putusan.KARANTINA]
    if any(not k.is_disimpan for k in tahan) and not is_dipandu():
        yield KARANTINA
    disimpan = {
        (k.identitas.tahun, k.identitas.triwulan) for k in tahan if k.is_disimpan and k.identitas
    }
    for tahun, tw in sorted((y, t) for y, t in disimpan if t):
        yield (
            f"Biarkan di karantina/ yang untuk TW {tw.romawi} {tahun}, yang sudah ditutup. Bila harus "
            f'dihitung: sopkinerja buka -t {tw.value} --tahun {tahun} --alasan "…"'
        )


def _build_lanjut_papan(papan: Papan) -> Iterator[str]:
    """Who is missing, else what comes once all are in."""
    apa = f"{papan.formulir.value.capitalize()} {papan.masa}"
    if any(s.keadaan is not Keadaan.KONFLIK for s in papan.belum) and papan.triwulan:
        perintah = f"status {papan.formulir.value} -t {papan.triwulan.value} --tahun {papan.tahun}"
        yield f"{apa}: lihat siapa yang belum: sopkinerja {perintah}"
    elif papan.belum:
        yield add_tahun(papan.lanjut, papan.tahun)
    elif papan.lanjut.startswith("sopkinerja "):
        yield f"{apa} lengkap: {add_tahun(papan.lanjut, papan.tahun)}"


def _list_tersisih(rencana: Rencana) -> list[Kiriman]:
    """Each faulty file beside one that counts, once."""
    return list({k.sha256: k for k in rencana.kiriman if k.is_tersisih and k.balasan}.values())


def _build_lanjut_formulir(rencana: Rencana) -> list[str]:
    """Where a mandat that came goes on; the cascade only where one was accepted."""
    daftar = []
    formulir = {k.identitas.formulir for k in rencana.kiriman if k.identitas}
    diterima = [
        k.identitas for k in rencana.kiriman if k.identitas and k.putusan is Putusan.DITERIMA
    ]
    if any(i.formulir is Formulir.MANDAT for i in diterima):
        daftar.append(
            "Mandat: lanjutkan ke jabatan di bawahnya dengan sopkinerja terbitkan mandat; "
            "lihat siapa yang belum: sopkinerja status mandat"
        )
    elif Formulir.MANDAT in formulir:
        daftar.append("Mandat: lihat siapa yang belum: sopkinerja status mandat")
    return daftar


def _render_rapat(rapat: RapatDiterima) -> str:
    """Where what a meeting brought is printed; of a closed triwulan where its decisions went."""
    kata = RAPAT
    if rapat.is_tutup:
        kata = RAPAT_BERTANDA if rapat.is_bertanda else RAPAT_TUTUP
    tw = rapat.triwulan
    return kata.format(romawi=tw.romawi, tw=tw.value, tahun=rapat.tahun)
