"""Mandat forms for tests: a Kabid's with a superior, and an officer's cells on it."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

from sopkinerja.formulir.model import SelMentah
from sopkinerja.istilah import Formulir, Konsolidasi, Level, Pejabat, Polaritas, Rentang
from sopkinerja.lembar.cap import Identitas
from sopkinerja.lembar.isi import IsiBuku
from sopkinerja.lembar.templat import Templat, find_templat
from sopkinerja.mandat.formulir import NAMA_TEMPLAT
from sopkinerja.mandat.jenis import MANDAT as MANDAT_JENIS
from sopkinerja.mandat.model_formulir import FormulirMandat
from sopkinerja.mandat.tabel import MANDAT
from sopkinerja.opd.mandat import Indikator, Pagu
from tests.mandat.kecil import build_indikator

ATASAN = (
    build_indikator("KADIS.01", indikator="Nilai ekspor nonmigas"),
    build_indikator(
        "KADIS.02",
        indikator="Stabilitas harga pangan di seluruh kabupaten dan kota",
        polaritas=Polaritas.RENTANG,
        konsolidasi=Konsolidasi.TERAKHIR,
        target_tahun=Rentang(bawah=2.5, atas=4.5),
        target_tw=(None, None, None, Rentang(bawah=2.5, atas=4.5)),
    ),
)


def build_formulir(*baris: Indikator, **lain: object) -> FormulirMandat:
    """PLN's form under KADIS, with these indicators on it already."""
    identitas = Identitas(
        formulir=Formulir.MANDAT, opd="DINAS", tahun=2026, triwulan=None, jabatan="PLN"
    )
    isi: dict[str, object] = {
        "identitas": identitas,
        "revisi": 1,
        "pemda": "Provinsi Contoh",
        "opd": "Dinas Contoh",
        "alamat": "Jalan Contoh Nomor 1",
        "tempat": "Palu",
        "jabatan": "Kepala Bidang Perdagangan Luar Negeri",
        "level": Level.KABID,
        "unit": "Bidang Perdagangan Luar Negeri",
        "kode_unit": "PLN",
        "kode_atasan": "KADIS",
        "tusi": "Menyelenggarakan promosi dan pembinaan ekspor (contoh)",
        "pemangku": Pejabat(nama="Pemangku Contoh", jabatan="Kepala Bidang", pangkat="Pembina"),
        "atasan": Pejabat(nama="Atasan Contoh", jabatan="Kepala Dinas"),
        "tanggal_terbit": dt.date(2026, 1, 5),
        "tenggat": dt.date(2026, 2, 28),
        "baris": baris,
        "kode_lama": tuple((b.indikator, b.kode) for b in baris),
        "penentu": "KADIS",
        "nama_penentu": "Kepala Dinas",
        "induk": ATASAN,
        "induk_lain": {b.kode: "PLN" for b in baris} | {"SEK.01": "SEK"},
        "dpa": (
            Pagu(kode="3.30.05", uraian="Promosi", pagu=1e9, unit="D", penanggung_jawab="PLN"),
        ),
        "dpa_lain": {"3.30.06": "SEK"},
    }
    return FormulirMandat.model_validate(isi | lain)


def angka(nilai: float) -> SelMentah:
    """A number that an officer typed."""
    return SelMentah(jenis="angka", isi=repr(float(nilai)))


def kata(nilai: str) -> SelMentah:
    """A text that an officer typed."""
    return SelMentah(jenis="teks", isi=nilai)


def build_baris(
    polaritas: str, konsolidasi: str, tahun: object, *tw: object
) -> dict[str, SelMentah]:
    """A row whose texts are filled; None leaves a target blank."""
    isi = {k: kata(f"{k} contoh") for k in ("sasaran", "indikator", "satuan")}
    target = zip(("target_tahun", "tw_0", "tw_1", "tw_2", "tw_3"), (tahun, *tw), strict=False)
    isi |= {k: kata(v) if isinstance(v, str) else angka(v) for k, v in target if v is not None}  # type: ignore[arg-type]
    return isi | {"polaritas": kata(polaritas), "konsolidasi": kata(konsolidasi)}


SETENGAH_JADI = (
    build_baris("Naik", "Jumlah", 10, 1, 2, 3, 4),
    build_baris("Naik", "Jumlah", 4, 1, 2, 3, 4),
    build_baris("Naik", "Terakhir", 40, 10, 20, 40, 0),
    build_baris("Turun", "Terakhir", 0, 3, 2, 1, 0),
    build_baris("naik", "terakhir", 0, 0, 0),
    build_baris("Turun", "Rata-rata", 3.33, 3, 3, 4),
    build_baris("Turun", "Rata-rata", 3.3, 3, 3, 4, 4),
    build_baris("Turun", "Rata-rata", 1.375, 1.5, 1.5, 1.25, 1.25),
    build_baris("Rentang", "Terakhir", "2,5 s.d. 4,5", "2,5 s.d. 4,5"),
    build_baris("Rentang", "Jumlah", "2,5 s.d. 4,5", "2,5 s.d. 4,5"),
    build_baris("Rentang", "Terakhir", 3, 3),
    build_baris("Naik", "Jumlah", "1.234", 1000, 234),
    build_baris("Naik", "Jumlah", 1_600_000_000, 350e6, 400e6, 450e6, 400e6),
    build_baris("Naik", "Kumulatif", 10, 10),
    build_baris("makin", "Jumlah", 10, 10),
    {"bobot": angka(40)},
    {"indikator": kata("Hanya nama"), "bobot": angka(25.5), "definisi": kata("x")},
    {k: v for k, v in build_baris("Naik", "Jumlah", 10).items() if k != "satuan"},
    build_baris("Naik", "Rata-rata", 85, 80, None, 90, 0),
)
"""Rows in every state that the live checks tell apart; two have a bobot."""
BERPITA = (
    build_baris("Naik", "Terakhir", "7,00-7,50", "6,50-7,00", 7, "7,00-7,50"),
    build_baris("Turun", "Terakhir", "10,04 s.d. 10,54", 12, None, None, "10,04 S.D. 10,54"),
    build_baris("Naik", "Jumlah", "7–8", "7–8"),
    build_baris("Naik", "Terakhir", "tujuh", "7-8"),
    build_baris("Naik", "Terakhir", "7-8", "-8"),
)
"""Targets that are bands, of indicators with a direction."""


def build_mentah(*baris: dict[str, SelMentah]) -> dict[str, dict[str, dict[str, SelMentah]]]:
    """These rows from the first on."""
    return {"mandat": dict(zip(MANDAT.kunci, baris, strict=False))}


@cache
def templat() -> Templat:
    """The shipped template, compiled once."""
    return MANDAT_JENIS.compile_templat(find_templat(NAMA_TEMPLAT, None))


def write(isi: IsiBuku, folder: Path, nama: str = "mandat") -> Path:
    """Renders a form to a file."""
    path = folder / f"{nama}.xlsx"
    path.write_bytes(templat().render(isi))
    return path
