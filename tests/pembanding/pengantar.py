"""What stands above the tables of Tindak Lanjut, Penyesuaian, Perubahan PK and Sebab Keberhasilan,
held against the rows below and the figures reckoned again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from tests.pembanding.arsip import open_nilai
from tests.pembanding.hitung import ROMAWI

Sama = Callable[[str, Any, Any], None]
Baris = Sequence[Any]
TINDAK = r"(\d+) tindak lanjut dari triwulan lalu: ([^.;]+)(?:; (\d+) lewat tenggat)?\."
DICETAK = (
    r" \(dicetak (\d+)(?: dari (\d+))? yang belum selesai; (?:(\d+) lagi)?(?: dan )?"
    r"(?:(\d+) yang selesai)? di buku kerja, di lembar ini\)"
)
MAKS_CETAK = 16
DASAR = (
    r"Langkah yang sama bagi satu indikator dihitung sekali; Tindak_Lanjut_\d{4} mendaftarnya per "
    r"jabatan, juga yang baru dibuka\."
)
TAK_DITANYA = (
    r"(\d+) (?:lagi|hal dari \w+ lalu) tidak ditanyakan ([^;]+?)(?:; (\d+) lewat tenggat)?\.(?= |$)"
)
LANGKAH = r"(\d+) langkah Renaksi triwulan ini: ([^.;]+)\."
SESUAI = (
    r"Dokumen ini sudah disesuaikan (\d+) kali sesudah triwulannya ditutup\. "
    r"(?:(\d+) angka dan teks berubah|Tidak ada angka atau teks yang berubah) dari yang dicetak "
    r"sebelumnya; cetakan yang sudah dibagikan tetap tersimpan di arsip\. "
    r"Hasil pokok (?:tetap: (.+?)|semula (.+?); sekarang (.+?))\."
    r"(?: Dicetak 10 baris pertama; (\d+) baris lagi dibaca di buku kerja, di bawahnya\.)?"
)
SKOR = r"(?:(?:Jabatan|Level|Unit) [^:\n]+: )?"
SEBAB = r"(\d+) capaian yang mencapai target pada (keempat triwulan|TW [IV]+) disertai sebab"


def periksa_pengantar(
    berkas: Path, sama: Sama, pokok: tuple[str, str | None], versi: Sequence[int]
) -> None:
    """One LHE; `pokok` is its headline and that of the FINAL before, `versi` the PK's version in
    each triwulan so far."""
    buku = open_nilai(berkas)
    isi = {n: list(buku[n].iter_rows(values_only=True)) for n in buku.sheetnames}
    periksa_tindak(isi["Tindak Lanjut"], sama)
    periksa_sebab(isi["Sebab Keberhasilan"], sama)
    if "Penyesuaian" in isi:
        periksa_penyesuaian(isi["Penyesuaian"], sama, pokok)
    if "Perubahan PK" in isi:
        periksa_versi(isi["Perubahan PK"], sama, versi)


def periksa_tindak(isi: Sequence[Baris], sama: Sama) -> None:
    """How many are done, under way, not begun, unanswered and overdue, by the rows' own Status."""
    teks = str(isi[2][0])
    if cocok := re.search(TINDAK, teks):
        baris = list(_read_tabel(isi, "Rekomendasi dan keputusan triwulan lalu"))
        sama("Tindak Lanjut jumlah", int(cocok[1]), len(baris))
        sama("Tindak Lanjut status", _read_rincian(cocok[2]), Counter(b[5] for b in baris))
        lewat = sum("(lewat tenggat)" in str(b[4]) for b in baris)
        sama("Tindak Lanjut lewat", int(cocok[3] or 0), lewat)
        _periksa_dicetak(isi, sama, [str(b[5]) for b in baris])
    if langkah := re.search(LANGKAH, teks):
        baris = list(_read_tabel(isi, "Renaksi Triwulan"))
        status = Counter(str(b[5]).partition(",")[0] for b in baris)
        selesai = int(langkah[1]) - len(baris)
        sama(
            "Tindak Lanjut langkah",
            _read_rincian(langkah[2]),
            status + Counter({"selesai": selesai}),
        )
    tak = re.search(TAK_DITANYA, teks)
    baris = list(_read_tabel(isi, "Yang tidak ditanyakan")) if tak else []
    sama("Tindak Lanjut tak ditanya", int(tak[1]) if tak else 0, len(baris))
    lewat = sum("(lewat tenggat)" in str(b[4]) for b in baris)
    sama("Tindak Lanjut tak ditanya lewat", int(tak[3] or 0) if tak else 0, lewat)
    sama("Tindak Lanjut tak ditanya selesai", [b for b in baris if b[5] == "selesai"], [])
    sisa = teks.replace("Yang belum selesai ditanyakan lagi triwulan berikutnya.", "")
    for pola in (TINDAK, LANGKAH, DASAR, TAK_DITANYA):
        sisa = re.sub(pola, "", sisa)
    sama(f"Tindak Lanjut kalimat {sisa!r}", bool(re.search(r"\d", sisa)), False)


def _periksa_dicetak(isi: Sequence[Baris], sama: Sama, status: list[str]) -> None:
    """What the heading says of paper: at most 16 of what isn't done, which stand first."""
    selesai = status.count("selesai")
    belum = len(status) - selesai
    sama("Tindak Lanjut urutan", status[belum:], ["selesai"] * selesai)
    judul = next(str(b[0]) for b in isi if str(b[0] or "").startswith("Rekomendasi dan keputusan"))
    perlu = bool(belum and (belum > MAKS_CETAK or selesai))
    cocok = re.search(DICETAK, judul)
    sama(f"Tindak Lanjut dicetak {judul!r}", cocok is not None or not perlu, True)
    if cocok:
        angka = [int(n or 0) for n in cocok.groups()]
        dicetak = angka[0]
        sama("Tindak Lanjut dicetak paling banyak", dicetak <= min(belum, MAKS_CETAK), True)
        dari = belum if belum > dicetak else 0
        sama("Tindak Lanjut dicetak", angka, [dicetak, dari, belum - dicetak, selesai])


def periksa_sebab(isi: Sequence[Baris], sama: Sama) -> None:
    """As many as its first table has rows, none of them under 100."""
    cocok = re.match(SEBAB, str(isi[2][0]))
    baris = list(_read_tabel(isi, "")) if cocok else []
    sama("Sebab Keberhasilan jumlah", int(cocok[1]) if cocok else 0, len(baris))
    if baris:
        kolom = next(b for b in isi if b[0] == "No").index("Capaian TW (%)")
        sama("Sebab Keberhasilan tercapai", min(b[kolom] for b in baris) >= 99.995, True)


def periksa_penyesuaian(isi: Sequence[Baris], sama: Sama, pokok: tuple[str, str | None]) -> None:
    """How often, how many figures, and what of the headline."""
    cocok = re.fullmatch(SESUAI, str(isi[2][0]))
    sama(f"Penyesuaian kalimat {isi[2][0]!r}", cocok is not None, True)
    if cocok is None:
        return
    baris = list(_read_tabel(isi, ""))
    berubah = sum(len(re.findall(rf"(?m)^{SKOR}(?:s\.d\. )?TW [IV]+ .*?: ", b[4])) for b in baris)
    sama("Penyesuaian angka", int(cocok[2] or 0), berubah)
    sama("Penyesuaian sisa", int(cocok[6] or 0), max(len(baris) - 10, 0))
    if baris:
        sama("Penyesuaian ke", int(cocok[1]), max(int(b[1]) for b in baris))
    kini, lama = pokok
    sama("Penyesuaian hasil pokok", cocok[3] or cocok[5], kini)
    if lama is not None:
        sama("Penyesuaian hasil pokok semula", cocok[4] or cocok[3], lama)


def periksa_versi(isi: Sequence[Baris], sama: Sama, versi: Sequence[int]) -> None:
    """`TW I: PK versi 1 · TW II: PK versi 2 (…)`, and as many names as jabatan without a report."""
    teks = [str(b[0]) for b in isi if b[0]]
    masa = next(t for t in teks if t.startswith("TW I: PK versi"))
    harap = [(ROMAWI[n], str(v)) for n, v in enumerate(versi)]
    sama("Perubahan PK versi", re.findall(r"TW ([IV]+): PK versi (\d+)", masa), harap)
    for t in teks:
        if cocok := re.search(r"walau laporan (\d+) jabatan belum selesai \((.+?)\)\.", t):
            sama("Perubahan PK belum", int(cocok[1]), len(cocok[2].split(", ")))


def _read_tabel(isi: Sequence[Baris], judul: str) -> Iterator[Baris]:
    """The numbered rows under the first heading row after a line that begins so."""
    awal = next(n for n, b in enumerate(isi) if str(b[0] or "").startswith(judul))
    kepala = next(n for n, b in enumerate(isi) if n >= awal and b[0] == "No")
    return takewhile(lambda b: isinstance(b[0], int | float), isi[kepala + 1 :])


def _read_rincian(teks: str) -> Counter[str]:
    """`44 selesai, 25 berjalan`."""
    return Counter({apa: int(n) for n, apa in re.findall(r"(\d+) ([a-z ]+)", teks)})
