"""What comes back in these tests: forms typed into, with a save time of choice, and what to look at."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Formulir, Keadaan, Konsolidasi, Polaritas, Triwulan
from sopkinerja.laporan.model import HasilPeriksa
from sopkinerja.opd.mandat import Indikator
from sopkinerja.penerimaan.model import Rencana
from sopkinerja.ruang import Ruang
from tests.alur.kecil import find_formulir, gather, ketik


def build_indikator(jabatan: str, nomor: int = 1) -> Indikator:
    """A plain one: 10 unit each triwulan, added up."""
    return Indikator(
        tahun=2026,
        jabatan=jabatan,
        kode=f"{jabatan}.{nomor:02d}",
        sasaran="Meningkatnya pembinaan (contoh)",
        indikator=f"Jumlah pembinaan {nomor} (contoh)",
        satuan="unit",
        polaritas=Polaritas.NAIK,
        konsolidasi=Konsolidasi.JUMLAH,
        target_tahun=40.0,
        target_tw=(10.0, 10.0, 10.0, 10.0),
    )


INDIKATOR = (build_indikator("BID-01"), build_indikator("BID-01", 2), build_indikator("STF-01"))
_TERISI: dict[tuple[bytes, str, dt.datetime | None], bytes] = {}
"""Forms typed into before, for speed: the same typing gives the same file."""
SIMPAN = dt.datetime(2026, 4, 6, 9)
"""A save time after the issue of the forms."""


def isi(
    ruang: Ruang,
    nama: str,
    realisasi: float | str | None = 10.0,
    *,
    jabatan: str = "BID-01",
    simpan: dt.datetime | None = SIMPAN,
    formulir: Path | None = None,
    **lain: Any,
) -> Path:
    """Types into the jabatan's newest form (or `formulir`) and drops it in inbox/ as `nama`.

    `realisasi` goes to the first indicator (None leaves a due cell blank); `simpan` is the save time
    that the file carries, None for none.
    """
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        asal = formulir or find_formulir(ruang, agenda, Triwulan.I)[jabatan]
    isian: dict[tuple[str, str, str], Any] = {}
    for indikator in INDIKATOR:
        if indikator.jabatan != jabatan:
            continue
        pertama = indikator.kode.endswith(".01")
        isian["laporan", indikator.kode, "realisasi"] = realisasi if pertama else 10.0
        isian["laporan", indikator.kode, "bukti_dukung"] = "daftar hadir.pdf"
        if pertama:
            isian |= {("laporan", indikator.kode, k): v for k, v in lain.items()}
    tujuan = ruang.inbox / nama
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    kunci = (asal.read_bytes(), repr(isian), simpan)
    if kunci not in _TERISI:
        _TERISI[kunci] = set_simpan(ketik(asal, isian, tujuan), simpan).read_bytes()
    tujuan.write_bytes(_TERISI[kunci])
    return tujuan


def set_simpan(berkas: Path, simpan: dt.datetime | None) -> Path:
    """Rewrites the last-saved time in the core properties; None takes it away."""
    saat = f"{simpan.isoformat()}Z" if simpan else None

    def ubah(bagian: bytes) -> bytes:
        pola = r"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)"
        return re.sub(pola, rf"\g<1>{saat}\g<2>" if saat else "", bagian.decode()).encode()

    return ubah_bagian(berkas, "docProps/core.xml", ubah)


def ubah_bagian(berkas: Path, nama: str, ubah: Any) -> Path:
    """One part of a workbook replaced by what `ubah` makes of it."""
    with zipfile.ZipFile(berkas) as arsip:
        bagian = {n: arsip.read(n) for n in arsip.namelist()}
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as arsip:
        for n, b in bagian.items():
            arsip.writestr(n, ubah(b) if n == nama else b)
    return berkas


def putusan(rencana: Rencana) -> dict[str, str]:
    """Verdict by name; what was left in inbox/ too."""
    return {k.nama: k.putusan.value for k in rencana.kiriman} | {
        n: "dilewati" for n, _ in rencana.dilewati
    }


def kode(rencana: Rencana, nama: str) -> list[str]:
    """The codes of a file's temuan."""
    return [t.kode.name for k in rencana.kiriman if k.nama == nama for t in k.temuan]


def realisasi_berlaku(ruang: Ruang, jabatan: str = "BID-01") -> float | None:
    """What counts now for the first indicator; None where nothing does."""
    terima = gather(ruang).terima.get((jabatan, Triwulan.I))
    isian = terima.laporan.cari(f"{jabatan}.01") if terima else None
    return isian.realisasi if isian else None


def keadaan(ruang: Ruang, jabatan: str = "BID-01") -> Keadaan:
    """Where the jabatan stands on the board."""
    return next(s.keadaan for s in gather(ruang).status if s.kode == jabatan)


def read_hasil(ruang: Ruang) -> list[HasilPeriksa]:
    """What every judged return said, oldest first."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        semua = agenda.read_kiriman_triwulan(Formulir.LAPORAN, 2026, Triwulan.I)
        return [HasilPeriksa.model_validate_json(k.hasil) for k in semua if k.hasil]


def catat(ruang: Ruang, tindakan: str) -> None:
    """TW I is closed or opened on the record, as `tutup` and `buka` will do."""
    with Agenda(ruang.berkas_agenda) as agenda:
        agenda.write_kejadian(
            dt.datetime(2026, 4, 20, 9, tzinfo=dt.UTC), tindakan, 2026, 1, "", "contoh"
        )


def sidik(ruang: Ruang, *kecuali: str) -> dict[str, str]:
    """SHA-256 of every file of the workspace, but those under `kecuali`; the lock file aside, and
    with the register its journal."""
    hasil = {}
    kecuali += ("arsip/jurnal",) if "sopkinerja.db" in kecuali else ()
    for berkas in sorted(ruang.akar.rglob("*")):
        nama = berkas.relative_to(ruang.akar).as_posix()
        if berkas.is_file() and not nama.startswith((".sopkinerja", *kecuali)):
            hasil[nama] = hashlib.sha256(berkas.read_bytes()).hexdigest()
    return hasil


def isi_agenda(ruang: Ruang, *kecuali: str) -> dict[str, list[Any]]:
    """Every row of the register by table, but for the tables `kecuali`."""
    db = sqlite3.connect(ruang.berkas_agenda)
    try:
        tabel = [b[0] for b in db.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        return {t: db.execute(f"SELECT * FROM {t}").fetchall() for t in tabel if t not in kecuali}
    finally:
        db.close()


def isi_arsip(ruang: Ruang) -> list[str]:
    """Names of all files of arsip/ but the register's journal."""
    return [n for n in isi_folder(ruang.arsip) if not n.startswith("jurnal/")]


def isi_folder(folder: Path) -> list[str]:
    """Names of all files below a folder."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
