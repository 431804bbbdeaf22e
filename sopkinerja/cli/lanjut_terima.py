"""What is to be done after `terima`: a line for each kind of work that is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sopkinerja.agenda.model import Kiriman
from sopkinerja.cli.kabar_terima import render_milik
from sopkinerja.formulir.edaran import Papan
from sopkinerja.istilah import Formulir, Keadaan, Putusan
from sopkinerja.katalog import Kode
from sopkinerja.lembar.cap import Identitas
from sopkinerja.pandu.model import Konflik, Tersisih
from sopkinerja.penerimaan.model import RapatDiterima, Rencana
from sopkinerja.tampilan import add_tahun, is_dipandu

KARANTINA = (
    "Yang di karantina/: lakukan yang tertulis di bawah namanya (juga di berkas .alasan.txt-nya)."
)
"""The guide's next menu tells each with what to do."""
LEWAT = (
    "{siapa}: tanyakan apakah yang dimaksud formulir triwulan yang ditunggu (pesannya di lembar Pesan "
    "tanda terima)"
)
TANYAKAN = (
    "{jabatan}: tanyakan berkas mana yang dimaksud. Bila {nama}, kirim formulir perbaikannya "
    "(pesannya di tanda terima); bila yang dihitung sudah benar, tidak ada yang perlu dikirim"
)
CATAT = ', cukup dicatat: sopkinerja pilih {sha} --alasan "…"'
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


def build_lanjut_terima(
    rencana: Rencana,
    konflik: Iterable[Konflik],
    tersisih: Iterable[Tersisih],
    papan: Iterable[Papan],
    rapat: Iterable[RapatDiterima],
) -> list[str]:
    """What is to be done after terima, one line for each kind of work that is left, for each konflik
    that waits, for each meeting, and for each board of what came."""
    daftar = [f"Hapus sendiri dari inbox/ (sudah tersimpan): {p.name}" for p in rencana.tertinggal]
    if any(k.balasan and not k.is_tersisih for k in rencana.kiriman):
        daftar.append("Kirim formulir perbaikan (di outbox/…/perbaikan) kepada pengirimnya.")
    sha = {t.identitas: t.sha for t in tersisih}
    daftar += [_render_tersisih(k, sha) for k in _list_tersisih(rencana)]
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
    if lewat := list(dict.fromkeys(map(render_milik, _list_lewat(rencana)))):
        yield LEWAT.format(siapa=", ".join(lewat))
    disimpan = {
        (k.identitas.tahun, k.identitas.triwulan) for k in tahan if k.is_disimpan and k.identitas
    }
    for tahun, tw in sorted((y, t) for y, t in disimpan if t):
        yield (
            f"Biarkan di karantina/ yang untuk TW {tw.romawi} {tahun}, yang sudah ditutup. Bila harus "
            f'dihitung: sopkinerja buka -t {tw.value} --tahun {tahun} --alasan "…"'
        )


def _list_lewat(rencana: Rencana) -> Iterator[Kiriman]:
    """What may have been sent instead of the awaited report of a later triwulan."""
    return (k for k in rencana.kiriman if any(t.kode is Kode.TRIWULAN_500 for t in k.temuan))


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


def _render_tersisih(kiriman: Kiriman, sha: Mapping[Identitas, str]) -> str:
    """What is asked about a faulty file; where the answer is put on record if the other one counts."""
    tanya = TANYAKAN.format(jabatan=render_milik(kiriman), nama=kiriman.nama)
    dihitung = sha.get(kiriman.identitas) if kiriman.identitas else None
    return tanya + (CATAT.format(sha=dihitung) if dihitung else ".")


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


def render_konflik(konflik: Konflik) -> str:
    """What to ask, and the command for each answer; the guide has one step for all answers."""
    tanya = f"Konflik {konflik.sebutan}: tanyakan kepada pengirim mana yang benar"
    if is_dipandu():
        return f"{tanya}, lalu: sopkinerja pilih {konflik.kiriman[0].nilai}"
    pilihan = "; ".join(
        f'bila {k.sebutan}: sopkinerja pilih {k.nilai} --alasan "…"' for k in konflik.kiriman
    )
    return f"{tanya}; {pilihan}"
