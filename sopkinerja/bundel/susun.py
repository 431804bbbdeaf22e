"""What goes into the bundle of a triwulan: what it rests on, and what was handed out of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.arsip import build_arsip
from sopkinerja.agenda.jurnal import FOLDER, Halaman, build_nama, build_tempat
from sopkinerja.agenda.model import Kiriman, Terbitan
from sopkinerja.bundel import teks
from sopkinerja.bundel.manifest import BerkasBundel, IsiBundel
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.lembar.cap import Identitas
from sopkinerja.penerimaan.arsipkan import find_karantina
from sopkinerja.ruang import Ruang, build_nama_aman

DIAM = "INSERT OR IGNORE INTO keluaran"
"""What handing out a bundle itself adds to the journal: no part of the next one."""


def trim_jurnal(halaman: tuple[Halaman, ...]) -> tuple[Halaman, ...]:
    """The journal without its last pages where those only tell that bundles were handed out."""
    akhir = len(halaman)
    while akhir and all(p.startswith(DIAM) for p in halaman[akhir - 1].catatan.perintah):
        akhir -= 1
    return halaman[:akhir]


def list_isi(
    ruang: Ruang, agenda: Agenda, halaman: tuple[Halaman, ...], tahun: int, triwulan: Triwulan
) -> Iterator[IsiBundel]:
    """Every file of the bundle but its own ones, with its bytes; SopKinerjaError where arsip/ lacks
    one."""
    for isi in list_tercatat(ruang, agenda, halaman, tahun, triwulan):
        yield _read(ruang, isi.berkas) if isi.isi is None else isi


def list_tercatat(
    ruang: Ruang, agenda: Agenda, halaman: tuple[Halaman, ...], tahun: int, triwulan: Triwulan
) -> Iterator[IsiBundel]:
    """What the bundle of a triwulan is to hold by the word of the register."""
    yield from _list_asli(ruang, agenda, tahun, triwulan)
    yield from _list_cetakan(agenda, tahun, triwulan)
    for lm in agenda.read_lampiran(tahun):
        if lm.triwulan is None or lm.triwulan <= triwulan:
            nama = f"lampiran/{lm.sha256[:8]}_{_build_nama(lm.nama)}"
            yield IsiBundel(BerkasBundel(nama=nama, sha256=lm.sha256, apa=lm.nama, tempat=lm.arsip))
    yield from _list_terbitan(agenda, tahun, triwulan)
    for m in agenda.read_riwayat_mandat(tahun):
        apa = teks.MANDAT.format(tahun=tahun, versi=m.versi)
        isi = json.loads(m.model_dump_json())
        yield _build_json(f"mandat/PK_{tahun}_versi_{m.versi}.json", apa, isi)
    yield from _list_jurnal(halaman)


def _list_asli(ruang: Ruang, agenda: Agenda, tahun: int, triwulan: Triwulan) -> Iterator[IsiBundel]:
    """Each return once by its bytes, also where it came twice, and the evidence beside it."""
    sudah: set[str] = set()
    zip_asal = [(nama, saat, sha) for saat, sha, nama in agenda.read_kejadian("zip")]
    for k in agenda.read_kiriman_tahun(isi=False):
        ident, tempat = k.milik, k.arsip or _find_karantina(ruang, k)
        if ident is None or not tempat or ident.tahun != tahun or k.sha256 in sudah:
            continue
        if ident.triwulan is None or ident.triwulan <= triwulan:
            sudah.add(k.sha256)
            yield IsiBundel(_build_asli(k, tempat, ident))
            for nama, saat, sha in zip_asal:
                if sha not in sudah and saat == k.diterima and k.nama.startswith(f"{nama}/"):
                    sudah.add(sha)
                    yield IsiBundel(_build_zip(ruang, nama, sha))


def _find_karantina(ruang: Ruang, k: Kiriman) -> str:
    """Where a return lies that is held, and isn't the member of a zip that is held whole."""
    jalur = find_karantina(ruang, k.sha256)
    return ruang.build_jalur(jalur) if jalur else ""


def _build_zip(ruang: Ruang, nama: str, sha: str) -> BerkasBundel:
    tempat = ruang.build_jalur(build_arsip(ruang, sha, nama))
    return BerkasBundel(
        nama=f"asli/zip/{sha[:8]}_{_build_nama(nama)}", sha256=sha, apa=nama, tempat=tempat
    )


def _build_asli(k: Kiriman, arsip: str, ident: Identitas) -> BerkasBundel:
    masa = f"TW{ident.triwulan.value}" if ident.triwulan else "setahun"
    jenis = teks.BUKTI if k.bukti else ident.formulir.value
    nama = f"asli/{jenis}/{masa}/{ident.jabatan}/{k.sha256[:8]}_{_build_nama(k.nama)}"
    putusan = k.putusan.value.replace("_", " ")
    apa = teks.ASLI.format(formulir=jenis, jabatan=ident.jabatan, putusan=putusan, nama=k.nama)
    return BerkasBundel(nama=nama, sha256=k.sha256, apa=apa, tempat=arsip)


def _list_cetakan(agenda: Agenda, tahun: int, triwulan: Triwulan) -> Iterator[IsiBundel]:
    """Every printing of the triwulan; with TW IV those of the year too."""
    sudah = set()
    for jenis, thn, tw, nomor, _, berkas, sha, arsip in agenda.read_cetakan():
        masuk = thn == tahun and (tw == triwulan or (triwulan is Triwulan.IV and not tw))
        if not masuk or sha in sudah:
            continue
        sudah.add(sha)
        nama = f"cetakan/{nomor:02d}_{_build_nama(Path(berkas).name)}"
        apa = f"{jenis.replace('_', ' ')} cetakan ke-{nomor}"
        yield IsiBundel(BerkasBundel(nama=nama, sha256=sha, apa=apa, tempat=arsip))


def _list_terbitan(agenda: Agenda, tahun: int, triwulan: Triwulan) -> Iterator[IsiBundel]:
    for formulir in Formulir:
        for masa in (None, *triwulan.sampai_dengan()):
            for t in agenda.read_terbitan_triwulan(formulir, tahun, masa):
                yield _build_terbitan(t)


def _build_terbitan(t: Terbitan) -> IsiBundel:
    ident = t.identitas
    masa = f"TW{ident.triwulan.value}" if ident.triwulan else "setahun"
    nama = f"terbitan/{ident.formulir.value}/{masa}/{ident.jabatan}_R{t.revisi}.json"
    apa = teks.TERBITAN.format(
        formulir=ident.formulir.value, jabatan=ident.jabatan, revisi=t.revisi
    )
    isi = json.loads(t.model_dump_json()) | {"isi": json.loads(t.isi)}
    return _build_json(nama, apa, isi)


def _list_jurnal(halaman: tuple[Halaman, ...]) -> Iterator[IsiBundel]:
    """The pages, and once each the settings and the referensi that they found."""
    sudah = set()
    for h in halaman:
        nomor = h.catatan.nomor
        nama = build_nama(nomor)
        berkas = BerkasBundel(
            nama=f"jurnal/{nama}",
            sha256=h.sha256,
            apa=teks.JURNAL.format(nomor=nomor),
            tempat=f"{FOLDER}/{nama}",
        )
        yield IsiBundel(berkas, h.isi)
        for asal, sha in h.catatan.salinan.items():
            if sha not in sudah:
                sudah.add(sha)
                tempat = build_tempat(sha, asal)
                isi = {"sha256": sha, "apa": teks.SALINAN.format(nama=asal), "tempat": tempat}
                yield IsiBundel(BerkasBundel(nama=f"jurnal/{Path(tempat).name}", **isi))


def _build_nama(nama: str) -> str:
    jalur = PurePosixPath(nama)
    return f"{build_nama_aman(jalur.stem) or 'berkas'}{jalur.suffix.lower()[:8]}"


def _build_json(nama: str, apa: str, isi: object) -> IsiBundel:
    bita = f"{json.dumps(isi, ensure_ascii=False, indent=1)}\n".encode()
    return IsiBundel(
        BerkasBundel(nama=nama, sha256=hashlib.sha256(bita).hexdigest(), apa=apa), bita
    )


def _read(ruang: Ruang, berkas: BerkasBundel) -> IsiBundel:
    try:
        isi = (ruang.akar / berkas.tempat).read_bytes()
    except OSError:
        isi = b""
    if hashlib.sha256(isi).hexdigest() != berkas.sha256:
        raise SopKinerjaError(
            f"{berkas.tempat} ({berkas.apa}) hilang atau berubah, jadi bundel yang utuh tidak dapat "
            "dibuat. Kembalikan berkas itu dari cadangan arsip/, atau dari bundel lama: "
            "sopkinerja pulihkan Bundel_….zip"
        )
    return IsiBundel(berkas, isi)
