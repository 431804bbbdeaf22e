"""Every file ends in exactly one place: arsip/ by SHA-256, or karantina/ with a note beside it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sopkinerja.agenda.arsip import build_arsip
from sopkinerja.agenda.isi import read_isi
from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Putusan
from sopkinerja.judul_langkah import render_di_kertas
from sopkinerja.penerimaan import teks
from sopkinerja.penerimaan.model import Berkas, Rencana, SumberBerkas
from sopkinerja.ruang import Ruang, build_nama_aman
from sopkinerja.tulisan import render_waktu

ALASAN = ".alasan.txt"
"""What the note beside a quarantined file is called after it."""


def find_karantina(ruang: Ruang, sha256: str) -> Path | None:
    """Where bytes of that SHA-256 lie in karantina/; None where they don't."""
    ada = ruang.karantina.glob(f"{sha256[:12]}_*")
    return next((p for p in sorted(ada) if not p.name.endswith(ALASAN)), None)


def build_karantina(ruang: Ruang, rencana: Rencana, sha256: str, nama: str) -> Path:
    """Where a file that was not taken lies; the same bytes always at the same place."""
    if sha256 not in rencana.karantina:
        jalur = Path(nama.replace("\\", "/"))
        baru = f"{sha256[:12]}_{build_nama_aman(jalur.stem) or 'berkas'}{_akhiran(jalur)}"
        rencana.karantina[sha256] = find_karantina(ruang, sha256) or ruang.karantina / baru
    return rencana.karantina[sha256]


def _akhiran(jalur: Path) -> str:
    akhiran = build_nama_aman(jalur.suffix.lstrip("."), 8)
    return f".{akhiran}" if akhiran else ""


def plan_arsip(ruang: Ruang, rencana: Rencana, berkas: Berkas) -> None:
    """Adds one decided file to the plan: its bytes, its note, its line in the register."""
    assert berkas.putusan is not None
    sumber = berkas.sumber
    arsip: Path | None = None
    if berkas.putusan is Putusan.KARANTINA:
        wadah = sumber.wadah if sumber.wadah and sumber.wadah.sha256 == sumber.sha256 else sumber
        tujuan = build_karantina(ruang, rencana, sumber.sha256, wadah.nama)
        _plan_catatan(rencana, tujuan.with_name(tujuan.name + ALASAN), berkas)
    else:
        tujuan = arsip = build_arsip(ruang, sumber.sha256, sumber.nama)
        _plan_lepas(ruang, rencana, sumber.sha256)
    rencana.tulis[tujuan] = sumber.isi
    if sumber.asal and sumber.asal != tujuan:
        rencana.hapus[sumber.asal] = _find_sidik(sumber)
    rencana.hasil.append(berkas.hasil)
    rencana.kiriman.append(
        Kiriman(
            urutan=sumber.urutan,
            nama=sumber.nama,
            sha256=sumber.sha256,
            identitas=berkas.identitas,
            revisi=berkas.revisi,
            diterima=rencana.waktu,
            tersimpan=berkas.tersimpan,
            putusan=berkas.putusan,
            temuan=berkas.temuan,
            balasan=berkas.balasan,
            arsip=ruang.build_jalur(arsip) if arsip else None,
            berlaku=berkas.putusan is Putusan.DITERIMA and not berkas.bukti,
            bukti=berkas.bukti,
        )
    )


def _find_sidik(sumber: SumberBerkas) -> str:
    """Of the file that it came in: a member's is its zip's."""
    return sumber.wadah.sha256 if sumber.wadah else sumber.sha256


def plan_wadah(ruang: Ruang, rencana: Rencana, daftar_berkas: Iterable[Berkas]) -> None:
    """A zip is kept as it came: in arsip/, or in karantina/ where it holds what can't be taken out."""
    for wadah in {
        b.sumber.wadah.sha256: b.sumber.wadah for b in daftar_berkas if b.sumber.wadah
    }.values():
        if wadah.sha256 in rencana.karantina:
            continue
        rencana.wadah[wadah.sha256] = wadah
        rencana.tulis[build_arsip(ruang, wadah.sha256, wadah.nama)] = wadah.isi
        _plan_lepas(ruang, rencana, wadah.sha256)


def _plan_lepas(ruang: Ruang, rencana: Rencana, sha256: str) -> None:
    """What is in arsip/ now leaves karantina/, its note too."""
    lama = find_karantina(ruang, sha256)
    if lama:
        rencana.hapus |= {lama: sha256, lama.with_name(lama.name + ALASAN): ""}


def _plan_catatan(rencana: Rencana, tujuan: Path, berkas: Berkas) -> None:
    """The note beside a quarantined file; equal bytes, and members of one zip, share theirs."""
    sumber = berkas.sumber
    baris = [
        teks.CATATAN_KARANTINA.format(
            nama=sumber.nama, sha256=sumber.sha256, waktu=render_waktu(rencana.waktu)
        ),
        *(f"{t.kode.name}: {t.pesan}\n  {render_di_kertas(t.saran)}\n" for t in berkas.temuan),
    ]
    isi = "\n".join(baris).replace("\n", "\r\n").encode()
    awal = read_isi(rencana.tulis.get(tujuan, b"\xef\xbb\xbf"))
    rencana.tulis[tujuan] = (awal if awal.endswith(b"\xbf") else awal + b"\r\n") + isi
