"""Words by which offices call one of a closed list: `Eselon III.a` is level Kabid, `CPNS` is a PNS.

A word with `…` at its end or head also fits what goes on after it or stands before it:
`Kepala Seksi …`, `… Ahli Muda`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from sopkinerja.istilah import Aspek, JenisKerja, Kedudukan, Konsolidasi, Polaritas
from sopkinerja.ruang import Pengaturan

Kata = Mapping[StrEnum, Sequence[str]]
"""What each may be called beside its own name; a word of two of them has two readings."""

KATA_TETAP: Kata = {
    Kedudukan.PLT: ("Pelaksana Tugas",),
    Kedudukan.PLH: ("Pelaksana Harian",),
    Polaritas.NAIK: (
        "Maximize", "Maximise", "Maksimalkan", "Maksimasi", "Maksimum", "Maksimal", "Max", "Positif",
        "Polaritas Positif", "Meningkat", "Higher is better", "Semakin tinggi semakin baik",
        "Semakin besar semakin baik", "Makin tinggi makin baik", "Makin besar makin baik",
        "Lebih tinggi lebih baik", "Lebih besar lebih baik",
    ),
    Polaritas.TURUN: (
        "Minimize", "Minimise", "Minimalkan", "Minimasi", "Minimum", "Minimal", "Min", "Negatif",
        "Polaritas Negatif", "Menurun", "Lower is better", "Semakin rendah semakin baik",
        "Semakin kecil semakin baik", "Makin rendah makin baik", "Makin kecil makin baik",
        "Lebih rendah lebih baik", "Lebih kecil lebih baik",
    ),
    Polaritas.RENTANG: (
        "Stabilize", "Stabilise", "Stabilkan", "Stabilisasi", "Stabil", "Range", "Dalam rentang",
        "Makin stabil makin baik", "Semakin stabil semakin baik",
    ),
    Konsolidasi.JUMLAH: (
        "Penjumlahan", "Dijumlahkan", "Sum", "Total", "Kumulatif", "Akumulatif", "Akumulasi",
    ),
    Konsolidasi.RATA_RATA: (
        "Rerata", "Dirata-ratakan", "Average", "Avg", "Mean", "Non Kumulatif", "Tidak Kumulatif",
        "Non Akumulatif",
    ),
    Konsolidasi.TERAKHIR: (
        "Posisi Akhir", "Posisi Terakhir", "Nilai Akhir", "Nilai Terakhir", "Data Terakhir",
        "Angka Terakhir", "Take Last Known", "Take Last Known Value", "Take Last", "Last Known", "TLK",
        "Kumulatif", "Akumulatif", "Akumulasi", "Non Kumulatif", "Tidak Kumulatif",
        "Non Akumulatif",
    ),
    Aspek.KUALITAS: ("Mutu",),
    JenisKerja.UTAMA: ("Kinerja Utama",),
    JenisKerja.TAMBAHAN: ("Kinerja Tambahan", "Tugas Tambahan"),
}  # fmt: skip
"""Words that are the same in every office."""


def build_kata(pengaturan: Pengaturan) -> Kata:
    """Every word that is understood: the office's own, from its settings, and the common ones."""
    kantor = (*pengaturan.kata_level.items(), *pengaturan.kata_kepegawaian.items())
    return dict((*kantor, *KATA_TETAP.items()))


def render_kata(pilihan: type[StrEnum], kata: Kata) -> str:
    """One line for each of the list that has words: `Kabid: Kabid …, Kepala Bidang …`, without
    those that have two readings."""
    kali = Counter(k for p in pilihan for k in kata.get(p, ()))
    tunggal = {p: [k for k in kata.get(p, ()) if kali[k] == 1] for p in pilihan}
    return "\n".join(f"{p.value}: {', '.join(isi)}." for p, isi in tunggal.items() if isi)


def find_pilihan(teks: str, pilihan: type[StrEnum], kata: Kata) -> tuple[StrEnum, ...]:
    """Which of the list a text names, in any case and spacing: by its own name, else by a word,
    else by a word with `…`. Several where it has several readings."""
    for cari in (_iter_nama, _iter_kata, _iter_pola):
        cocok = tuple(dict.fromkeys(cari(teks, pilihan, kata)))
        if cocok:
            return cocok
    return ()


def _iter_nama(teks: str, pilihan: type[StrEnum], kata: Kata) -> Iterator[StrEnum]:
    return (p for p in pilihan if build_ringkas(p.value) == build_ringkas(teks))


def _iter_kata(teks: str, pilihan: type[StrEnum], kata: Kata) -> Iterator[StrEnum]:
    inti = build_ringkas(teks)
    return (p for p in pilihan if inti in map(build_ringkas, kata.get(p, ())))


def _iter_pola(teks: str, pilihan: type[StrEnum], kata: Kata) -> Iterator[StrEnum]:
    kalimat = _pisah(teks)
    for p in pilihan:
        for satu in kata.get(p, ()):
            inti = _pisah(satu)
            if satu.endswith("…") and kalimat.startswith(f"{inti} "):
                yield p
            if satu.startswith("…") and kalimat.endswith(f" {inti}"):
                yield p


def build_ringkas(teks: str) -> str:
    """Letters and digits alone, in small letters."""
    return re.sub(r"[^a-z0-9]", "", teks.casefold())


def _pisah(teks: str) -> str:
    """Words with one blank between, signs aside."""
    return " ".join(re.findall(r"[a-z0-9]+", teks.casefold()))
