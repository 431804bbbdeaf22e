"""`terbitkan`: what there is to send, packed for each unit or as it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkinerja.cli.dasar import open_agenda
from sopkinerja.formulir.edaran import Urusan
from sopkinerja.formulir.penerbit import HasilTerbit
from sopkinerja.istilah import Formulir
from sopkinerja.layar import print_baris
from sopkinerja.ruang import Ruang
from sopkinerja.tampilan import render_sebagian
from sopkinerja.tulisan import render_tanggal

if TYPE_CHECKING:
    from sopkinerja.paket.terbit import HasilPaket

BERSAMA = " bersama “Cara Mengisi Formulir.html” dari folder ruang kerja"
LAGI = "tidak ada yang perlu dikirim lagi"
TIDAK_ADA = LAGI.capitalize()
SEJAK_TERBIT = "Paket pertama; sejak formulirnya pertama terbit:"
SEJAK_PAKET, ISI_ULANG = "Sejak paket terakhir:", "Isi paket ini:"
"""What the forms of a package are held against."""


def issue_kirim(urusan: Urusan, formulir: Formulir, hasil: HasilTerbit, paket: bool) -> str:
    """Packs what is out of that kind if asked to; what is to be sent now, as a next step."""
    from sopkinerja.jenis import EDARAN, find_jenis
    from sopkinerja.paket.petunjuk import write_petunjuk
    from sopkinerja.paket.terbit import issue_paket

    with open_agenda(urusan.ruang) as agenda:
        if formulir is Formulir.LAPORAN:
            write_petunjuk(urusan.ruang)
        urusan = urusan._replace(agenda=agenda, hanya=())
        if not paket:
            return _render_formulir(urusan, formulir, hasil)
        hasil_paket = issue_paket(
            urusan, EDARAN[formulir].build_papan(urusan), find_jenis(formulir)
        )
    _print_paket(urusan.ruang, hasil_paket)
    return _render_paket(hasil_paket)


def _render_formulir(urusan: Urusan, formulir: Formulir, hasil: HasilTerbit) -> str:
    """Nothing to send, unless this run made it or an earlier revision wasn't packed yet."""
    from sopkinerja.jenis import EDARAN
    from sopkinerja.paket.revisi import list_belum_dikirim

    if hasil.baru or hasil.revisi:
        return f"Kirimkan formulirnya{BERSAMA * (formulir is Formulir.LAPORAN)}"
    papan = EDARAN[formulir].build_papan(urusan)
    terbitan = urusan.agenda.read_terbitan_triwulan(formulir, papan.tahun, papan.triwulan)
    lagi = [t.identitas.jabatan for t in list_belum_dikirim(urusan.agenda, papan, terbitan)]
    if not lagi:
        return TIDAK_ADA
    print_baris(f"Revisi yang belum dipaketkan: {', '.join(lagi)}")
    masa = f" -t {papan.triwulan.value}" if papan.triwulan else ""
    return (
        "Kirimkan revisi itu bila belum; zip per unit dan daftar kirimnya: "
        f"sopkinerja terbitkan {formulir.value}{masa} --paket"
    )


def _print_paket(ruang: Ruang, hasil: HasilPaket) -> None:
    """Which zips are to be sent, which lie as they were, and where the list is."""
    if hasil.ditahan:
        siapa = ", ".join(hasil.ditahan)
        print_baris(f"! Tidak dipaketkan, berkasnya di outbox/ diisi, diubah, atau hilang: {siapa}")
        print_baris("  Pindahkan yang sudah diisi ke inbox/, terima, lalu ulangi perintah ini.")
    if hasil.daftar is None:
        print_baris("Paket: belum ada formulir yang dapat dipaketkan.")
        return
    print_baris(
        f"Paket ke-{hasil.nomor}: {len(hasil.ditulis)} zip ditulis, "
        f"{len(hasil.tetap)} tidak berubah."
    )
    if hasil.ditulis:
        print_baris(f"Zip yang ditulis: {', '.join(p.kode for p in hasil.ditulis)}")
    print_baris(ISI_ULANG if hasil.ulang else SEJAK_PAKET if hasil.nomor > 1 else SEJAK_TERBIT)
    for kabar, daftar in hasil.isi.items():
        banyak = kabar.is_kirim and len(hasil.isi) > 1
        sebut = f": {render_sebagian(daftar)}" if banyak else ""
        print_baris(f"  {len(daftar)} formulir {kabar.value}{sebut}")
    print_baris(f"Daftar kirimnya: {ruang.build_jalur(hasil.daftar)}")


def _render_paket(hasil: HasilPaket) -> str:
    from sopkinerja.paket.banding import Kabaran

    if any(k.is_kirim for k in hasil.isi):
        if hasil.ulang:
            hari = render_tanggal(hasil.ulang)
            return f"Paket ini sama dengan yang dibuat {hari}: {LAGI}, kecuali yang belum dikirim"
        return "Kirimkan yang bertanda baru atau berubah di daftar kirim"
    if Kabaran.TERBIT in hasil.isi:
        return f"{TIDAK_ADA}, kecuali formulir yang sudah terbit tetapi belum dikirim"
    return TIDAK_ADA
