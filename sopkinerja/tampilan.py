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
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.laporan.model import BarisTindakLanjut
from sopkinerja.layar import META_DICOBA, is_utf8, print_baris
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


def print_terbit_lagi(daftar: Iterable[tuple[int, Triwulan, Sequence[str]]]) -> None:
    """Forms that follow-ups or figures of an earlier triwulan made a new revision of, or should."""
    for tahun, triwulan, jabatan in daftar:
        kata = DITERBITKAN_LAGI if jabatan else BELUM_DITERBITKAN_LAGI
        masa = {"tw": triwulan, "romawi": triwulan.romawi, "tahun": tahun}
        print_baris(kata.format(**masa, banyak=len(jabatan), siapa=render_sebagian(jabatan)))
