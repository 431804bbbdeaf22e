"""What the commands print: short lists for people, one JSON object for scripts."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING, Any

import click

from sopkinerja.agenda.keluaran import Kabar
from sopkinerja.agenda.model import build_ringkas
from sopkinerja.formulir.edaran import Papan
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.formulir.teks import KEADAAN
from sopkinerja.istilah import Formulir, Keadaan, Putusan, Triwulan
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.laporan.model import BarisTindakLanjut
from sopkinerja.layar import META_DICOBA, is_utf8, print_baris
from sopkinerja.pandu.model import Konflik
from sopkinerja.papan.pengingat import build_pengingat, list_keterangan
from sopkinerja.penerimaan.hitung import list_dalam_perbaikan
from sopkinerja.penerimaan.model import Rencana
from sopkinerja.temuan import Temuan, build_kelompok, render_di_samping
from sopkinerja.triwulan.teks_jadwal import PERKIRAAN, SINGKAT
from sopkinerja.triwulan.teks_tahun import BELUM_DITERBITKAN_LAGI, DITERBITKAN_LAGI
from sopkinerja.tulisan import count_sebut, render_sebaris, render_tanggal

if TYPE_CHECKING:
    from sopkinerja.triwulan.jadwal import Jadwal

META_TAHUN = "sopkinerja.tahun"
META_TUNDA = "sopkinerja.tunda"
"""Where a run inside the guide leaves its next steps, which the next menu has the numbers for."""
BERTAHUN = re.compile(
    r"((?>sopkinerja (?:tetapkan|terbitkan \w+|renaksi|"
    rf"status(?: (?:{'|'.join(Formulir)}))?|matriks|lhe|tutup|buka|jadwal)(?: -t [1-4N])?))\b(?! --tahun)"
)
"""Our commands that take a year, as next steps name them."""
MAKS_KABAR = 20
MAKS_PAPAN = 30
"""So many people of one keadaan stand on the terminal."""
MAKS_BUTIR = 8
"""So many lines of a list stand on the terminal where a workbook has them all."""


def note_tahun(tahun: int) -> None:
    """From here on this command's next steps name that year: the workspace holds several."""
    konteks = click.get_current_context(silent=True)
    if konteks:
        konteks.meta[META_TAHUN] = tahun


def add_tahun(teks: str, tahun: int | None = None) -> str:
    """A text with `--tahun Y` after each command of ours that takes it: that year, else the one that
    was noted."""
    konteks = click.get_current_context(silent=True)
    tahun = tahun or (konteks.meta.get(META_TAHUN) if konteks else None)
    return BERTAHUN.sub(rf"\1 --tahun {tahun}", teks) if tahun else teks


def read_dicoba() -> set[object]:
    """What a trial inside the guide told so far, to be added to; apart from the guide nothing."""
    konteks = click.get_current_context(silent=True)
    dicoba: set[object] = konteks.meta.get(META_DICOBA, set()) if konteks else set()
    return dicoba


def is_dipandu() -> bool:
    """Whether the guide runs this command."""
    konteks = click.get_current_context(silent=True)
    return konteks is not None and META_TUNDA in konteks.meta


def print_lanjut(*teks: str, ke_stderr: bool = False) -> None:
    """What to do next; inside the guide its next menu tells it, by the numbers it has then."""
    konteks = click.get_current_context(silent=True)
    tunda = konteks.meta.get(META_TUNDA) if konteks else None
    for t in teks:
        if tunda is None:
            print_baris(f"→ {add_tahun(t)}", err=ke_stderr)
        else:
            tunda.append(add_tahun(t))


def print_kabar(daftar: Iterable[Kabar], *, ke_stderr: bool = False) -> None:
    """What lay in outbox/ and was no longer as we wrote it: kept, or left alone because it is open."""
    semua = list(daftar)
    for k in semua[:MAKS_KABAR]:
        print_baris(f"! {k.render()}", err=ke_stderr)
    if len(semua) > MAKS_KABAR:
        print_baris(
            f"! … dan {len(semua) - MAKS_KABAR} berkas lagi; lihat disimpan/", err=ke_stderr
        )


def print_json(isi: dict[str, Any]) -> None:
    """One JSON object and nothing else on stdout."""
    click.echo(json.dumps({"versi": 1, **isi}, ensure_ascii=not is_utf8(sys.stdout), indent=1))


def print_tenggat(jadwal: Jadwal, tanggal: dt.date) -> None:
    """The deadlines that come next after a day."""
    daftar = jadwal.find_berikut(tanggal)
    if not daftar:
        print_baris(f"Semua tenggat {jadwal.tahun} sudah lewat.")
        return
    print_baris(f"Tenggat berikutnya sejak {render_tanggal(tanggal)}:")
    for b in daftar:
        perkiraan = f" {PERKIRAAN}" if b.perkiraan else ""
        nama = f"TW {b.triwulan.romawi:<3} baris {b.baris}  {SINGKAT[b.baris]:<21}"
        print_baris(f"  {nama} {render_tanggal(b.selesai)}{perkiraan}")


def print_temuan(
    daftar_temuan: Iterable[Temuan],
    indentasi: str = "   ",
    *,
    ke_stderr: bool = False,
    maks: int | None = None,
    sisa: str = "",
    tanpa_saran: Collection[Kode] = (),
    nama: str = "",
) -> None:
    """Each temuan with its place and what to do, but for those of `tanpa_saran`, below the `nama` of
    its file where that is told; with `maks` the
    gravest so many, then how many more there are and where (`sisa`)."""
    semua = build_kelompok(list(daftar_temuan))
    if maks is not None:
        semua.sort(key=lambda t: list(Tingkat).index(t.tingkat))
        maks = count_sebut(len(semua), maks)
    for t in semua[:maks]:
        tempat = f"{t.letak.lembar}!{t.letak.sel}" if t.letak.sel else t.letak.lembar
        tempat = f" [{tempat}]" if tempat else ""
        print_baris(
            f"{indentasi}{t.tingkat.value}{tempat} "
            f"{render_sebaris(render_di_samping(t.pesan, nama))}",
            err=ke_stderr,
        )
        if t.tingkat is Tingkat.GALAT and t.kode not in tanpa_saran:
            print_baris(f"{indentasi}  → {render_sebaris(t.saran)}", err=ke_stderr)
    if maks is not None and len(semua) > maks:
        print_baris(f"{indentasi}… dan {len(semua) - maks} lagi; {sisa}", err=ke_stderr)


def print_butir(daftar: Sequence[str], sisa: str) -> None:
    """A list of which a person needs to see a few: then how many more there are, and where."""
    tampil = count_sebut(len(daftar), MAKS_BUTIR)
    for teks in daftar[:tampil]:
        print_baris(f"  {teks}")
    if len(daftar) > tampil:
        print_baris(f"  … dan {len(daftar) - tampil} lagi; {sisa}")


def render_sebagian(daftar: Sequence[str], pemisah: str = ", ") -> str:
    """A list in one sentence: the first few, and how many more there are."""
    tampil = count_sebut(len(daftar), MAKS_BUTIR)
    lebih, sebut = len(daftar) - tampil, pemisah.join(daftar[:tampil])
    return f"{sebut}{pemisah}dan {lebih} lagi" if lebih > 0 else sebut


def render_konflik(konflik: Konflik) -> str:
    """What to ask, and the command for each answer; the guide has one step for all answers."""
    tanya = f"Konflik {konflik.sebutan}: tanyakan kepada pengirim mana yang benar"
    if is_dipandu():
        return f"{tanya}, lalu: sopkinerja pilih {konflik.kiriman[0].nilai}"
    pilihan = "; ".join(
        f'bila {k.sebutan}: sopkinerja pilih {k.nilai} --alasan "…"' for k in konflik.kiriman
    )
    return f"{tanya}; {pilihan}"


def build_json_berkas(rencana: Rencana) -> dict[str, Any]:
    """`berkas` and `ringkasan` of the contract; what was left in inbox/ stands last. The jabatan whose
    correction is waited for are told too: fewer than the files that must be mended, where another
    file of theirs counts."""
    dilewati = [_build_json_dilewati(nama, sebab) for nama, sebab in rencana.dilewati]
    return {
        "berkas": [k.as_berkas() for k in rencana.kiriman] + dilewati,
        "ringkasan": rencana.ringkasan(),
        "dalam_perbaikan": list_dalam_perbaikan(rencana.kiriman),
    }


def _build_json_dilewati(nama: str, sebab: str) -> dict[str, Any]:
    kosong = ("sha256", "formulir", "jabatan", "tahun", "triwulan", "revisi", "arsip", "balasan")
    temuan = Temuan(Kode.BERKAS_014, nama=nama, sebab=sebab)
    isi: dict[str, Any] = {"nama": nama, "putusan": Putusan.DILEWATI.value}
    return isi | dict.fromkeys(kosong) | {"temuan": [build_ringkas(temuan)]}


def print_terbuka(terbuka: Mapping[str, Sequence[BarisTindakLanjut]], tahun: int) -> None:
    """What a year leaves to be followed up, by jabatan."""
    banyak = sum(map(len, terbuka.values()))
    if not banyak:
        print_baris(f"Tidak ada rekomendasi {tahun} yang masih terbuka.")
        return
    print_baris(f"Rekomendasi dan keputusan {tahun} yang masih terbuka: {banyak}")
    semua = [
        f"{jabatan:<12} {b.asal}: {shorten(b.uraian, 160, placeholder=' …')}"
        for jabatan, daftar in terbuka.items()
        for b in daftar
    ]
    print_butir(semua, "semuanya di daftar tindak lanjut")


def print_papan(
    papan: Papan, tanggal: dt.date, telepon: Mapping[str, str], tertulis: Sequence[str] = ()
) -> None:
    """The board of a day as text: counts with names, then reminders to paste, each with the phone
    (by kode) of who gets it; a long list ends where the board as workbook is named: the files that
    this run wrote (`tertulis`), else the command that writes them."""
    masa = f" -t {papan.triwulan.value}" if papan.triwulan else ""
    perintah = add_tahun(f"sopkinerja status {papan.formulir.value}{masa}") + " --papan"
    if tertulis:
        perintah = tertulis[0]
    sisa = f"semuanya di papan: {perintah}"
    print_baris(
        f"{papan.formulir.value.capitalize()} {papan.masa} per {render_tanggal(tanggal)}, "
        f"tenggat {render_tanggal(papan.tenggat)}"
    )
    for keadaan in Keadaan:
        daftar = [s for s in papan.baris if s.keadaan is keadaan]
        if not daftar:
            continue
        telat = sum(1 for s in daftar if s.hari_terlambat) if keadaan is Keadaan.DITERIMA else 0
        catatan = f" ({telat} di antaranya terlambat)" if telat else ""
        print_baris(f"\n{KEADAAN[keadaan].capitalize()}: {len(daftar)}{catatan}")
        if keadaan is Keadaan.DITERIMA and len(daftar) > MAKS_BUTIR:
            print_baris(f"  Namanya di papan: {perintah}")
            daftar = [s for s in daftar if s.tersisih]
        for s in daftar[:MAKS_PAPAN]:
            siapa = render_sebaris(f"{s.sebagai} — {s.pemangku or 'lowong'}")
            print_baris(f"  {s.kode:<12} {siapa}{_render_baris(s)}")
        if len(daftar) > MAKS_PAPAN:
            print_baris(f"  … dan {len(daftar) - MAKS_PAPAN} lagi; {sisa}")
    for teks in papan.catatan:
        print_baris(f"\n! {add_tahun(teks)}")
    if pengingat := build_pengingat(papan):
        print_baris("\nTeks pengingat (salin ke WhatsApp):")
        for kode, teks in list(pengingat.items())[:MAKS_BUTIR]:
            print_baris(
                f"  {kode}, telepon {telepon.get(kode) or '(belum ada di lembar Pegawai)'}:"
            )
            click.echo(f"  {render_sebaris(teks)}")  # one line, to be copied
        if len(pengingat) > MAKS_BUTIR:
            print_baris(f"  … dan {len(pengingat) - MAKS_BUTIR} lagi; {sisa}")


def print_terbit_lagi(daftar: Iterable[tuple[int, Triwulan, Sequence[str]]]) -> None:
    """Forms that follow-ups or figures of an earlier triwulan made a new revision of, or should."""
    for tahun, triwulan, jabatan in daftar:
        kata = DITERBITKAN_LAGI if jabatan else BELUM_DITERBITKAN_LAGI
        masa = {"tw": triwulan, "romawi": triwulan.romawi, "tahun": tahun}
        print_baris(kata.format(**masa, banyak=len(jabatan), siapa=render_sebagian(jabatan)))


def print_kurang(
    kurang: Sequence[BarisStatus],
    atasan: Mapping[str, str],
    triwulan: Triwulan,
    status: Sequence[BarisStatus],
) -> None:
    """Who of the board a closing would leave behind, each with their atasan (kode to who that
    is)."""
    if not kurang:
        return
    print_baris(f"Belum selesai untuk TW {triwulan.romawi}: {len(kurang)} jabatan")
    for s in kurang:
        keadaan = KEADAAN[s.keadaan]
        if s.keadaan is Keadaan.TERLAMBAT:
            keadaan = f"{keadaan} {s.hari_terlambat} hari kerja"
        else:
            keadaan += _render_baris(s)
        siapa = f"; atasan {atasan[s.atasan]}" if s.atasan and s.atasan in atasan else ""
        nama = f"{s.sebagai} — {s.pemangku or 'lowong'}"
        print_baris(render_sebaris(f"  {s.kode:<12} {nama}: {keadaan}{siapa}"))
    perintah = build_perintah_terbit(status, Formulir.LAPORAN, triwulan)
    if perintah:
        print_baris(f"Yang formulirnya belum diterbitkan: {add_tahun(perintah)}")


def _render_baris(s: BarisStatus) -> str:
    bagian = []
    if s.hari_terlambat:
        bagian.append(f"terlambat {s.hari_terlambat} hari kerja")
    if s.kiriman:
        bagian.append(f"kiriman ke-{s.kiriman}")
    return "".join(f", {b}" for b in (*bagian, *list_keterangan(s)))


def build_perintah_terbit(
    baris: Sequence[BarisStatus], formulir: Formulir, triwulan: Triwulan | None
) -> str:
    """The command that issues what was never issued to chairs with a holder; empty where nothing
    is missing, or another command issues them. Where no form is out at all, it names none."""
    belum = [s.kode for s in baris if s.is_belum_terbit]
    if not belum or not formulir.is_edaran:
        return ""
    siapa = "".join(f" --jabatan {k}" for k in belum) if any(s.terbit for s in baris) else ""
    masa = f" -t {triwulan.value}" if triwulan else ""
    return f"sopkinerja terbitkan {formulir.value}{masa}{siapa}"


def build_json_status(papan: Papan) -> dict[str, Any]:
    """The object of `status --json`; the board of the mandat forms also says for whose mandat a
    jabatan waits."""
    kolom: tuple[str, ...] = ("kode", "nama", "unit", "pemangku", "hari_terlambat", "kiriman")
    if papan.triwulan is None:
        kolom = (*kolom, "menunggu")
    return {
        "formulir": papan.formulir.value,
        "tahun": papan.tahun,
        "triwulan": papan.triwulan.value if papan.triwulan else None,
        "jabatan": [
            {k: getattr(s, k) for k in kolom} | {"level": s.level.value, "keadaan": s.keadaan.value}
            for s in papan.baris
        ],
    }
