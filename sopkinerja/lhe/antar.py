"""Antar Triwulan: the four triwulan side by side, as far as the year has come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sopkinerja.istilah import Triwulan
from sopkinerja.lembar.gaya import Nilai
from sopkinerja.lembar.tata import KolomTabel
from sopkinerja.lembar.tulis import Buku
from sopkinerja.lhe.halaman import Baris, build_halaman, write_isi
from sopkinerja.lhe.pokok import Isi, Pokok
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.tulisan import render_persen

KOLOM = (
    KolomTabel("Kelompok", 20),
    KolomTabel("Uraian", 58),
    *(KolomTabel(f"Capaian s.d. TW {t.romawi} (%)", 15, ("persen",)) for t in Triwulan),
    KolomTabel("Perubahan dari TW Lalu (poin)", 17, ("persen", "tebal")),
)


def write_antar(buku: Buku, pokok: Mapping[Triwulan, Pokok]) -> None:
    """The sheet `Antar Triwulan`; triwulan still to come stay blank."""
    kini = pokok[max(pokok)]
    lembar, baris = build_halaman(
        buku, kini.bahan, "Antar Triwulan", "Perkembangan Antar Triwulan", _render(pokok), KOLOM
    )
    write_isi(lembar, KOLOM, _build_baris(pokok), baris)


def _render(pokok: Mapping[Triwulan, Pokok]) -> str:
    kini = max(pokok)
    lapor = ", ".join(
        f"TW {t.romawi} {c.jumlah_lapor} dari {c.jumlah_jabatan} jabatan"
        for t, p in pokok.items()
        for c in [build_cetakan(p.bahan)]
    )
    awal = "Baru Triwulan I yang berjalan." if kini is Triwulan.I else _render_beda(pokok)
    return (
        f"{awal} Yang sudah lapor: {lapor}. Semua angka adalah Capaian s.d. triwulan masing-masing."
    )


def _render_beda(pokok: Mapping[Triwulan, Pokok]) -> str:
    kini = max(pokok)
    sekarang, lalu = (pokok[t].level[0]["Skor (%)"] for t in (kini, Triwulan(kini - 1)))
    if sekarang is None or lalu is None:
        return "Indikator Kepala Dinas belum dapat dibandingkan dengan triwulan lalu."
    arah = "naik" if sekarang > lalu else "turun" if sekarang < lalu else "tetap"
    return (
        f"Capaian indikator Kepala Dinas {arah} dari {render_persen(lalu)} "
        f"menjadi {render_persen(sekarang)}."
        if arah != "tetap"
        else f"Capaian indikator Kepala Dinas tetap {render_persen(sekarang)}."
    )


def _build_baris(pokok: Mapping[Triwulan, Pokok]) -> Iterator[Baris]:
    kini = pokok[max(pokok)]
    for b in kini.level:
        yield _baris("Level", b["Level"], pokok, "level", "Level", "Skor (%)", b)
    for b in kini.unit:
        yield _baris("Unit", b["Unit"], pokok, "unit", "Kode Unit", "Skor (%)", b)
    for b in kini.iku:
        nama = f"{b['Kode Indikator']} {b['Indikator']}"
        yield _baris(
            "Indikator Kepala Dinas",
            nama,
            pokok,
            "akumulasi",
            "Kode Indikator",
            "Capaian s.d. TW (%)",
            b,
        )


def _baris(
    kelompok: str,
    uraian: str,
    pokok: Mapping[Triwulan, Pokok],
    tabel: str,
    kunci: str,
    kolom: str,
    b: Isi,
) -> Baris:
    nilai: list[float | None] = []
    for t in Triwulan:
        milik = getattr(pokok[t], tabel) if t in pokok else ()
        nilai.append(next((m[kolom] for m in milik if m[kunci] == b[kunci]), None))
    kini = max(pokok)
    sekarang, lalu = nilai[kini - 1], nilai[kini - 2] if kini > 1 else None
    beda = sekarang - lalu if sekarang is not None and lalu is not None else None
    isi: list[Nilai] = [kelompok, uraian, *nilai, beda]
    return isi, ()
