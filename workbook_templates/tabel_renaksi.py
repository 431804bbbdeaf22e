"""The tables of the Renaksi form's template: columns, widths and formulas."""

from __future__ import annotations

from kerangka import Kolom, Tabel
from rujukan import KolomRujukan, TabelRujukan

from sopkinerja.renaksi import teks
from sopkinerja.renaksi.susunan import BARIS_RENAKSI, MUAT_INDIKATOR, MUAT_PAGU, MUAT_RENCANA

BARIS_KEPALA = 10  # 1-based
LEMBAR_RUJUKAN = teks.LEMBAR["rujukan"]
SEL_BULAN = tuple(f"'{LEMBAR_RUJUKAN}'!$J${b}" for b in (2, 3, 4))
"""Where the names of the triwulan's three months stand, hidden."""


def rumus_kurang_isi(b: int) -> str:
    """The headings of what a filled row must still have, each with a comma before."""
    judul = teks.JUDUL_KOLOM["renaksi"]
    wajib = (
        f'IF(TRIM({h}{b})="",", {judul[k]}","")'
        for h, k in zip("DEFGHI", teks.CEK_WAJIB, strict=True)
    )
    return f"={'&'.join(wajib)}"


def _posisi(sel: str) -> str:
    """1 to 3 for a month of the triwulan, else 0."""
    satu, dua, tiga = SEL_BULAN
    return f"IF({sel}={satu},1,IF({sel}={dua},2,IF({sel}={tiga},3,0)))"


def rumus_cek(b: int) -> str:
    """What a row lacks or what doesn't fit in it; blank for a blank row."""
    mulai, selesai = _posisi(f"F{b}"), _posisi(f"G{b}")
    return (
        f'=IF(COUNTA(D{b}:J{b})=0,"",IF(M{b}<>"","{teks.CEK_ISI}"&MID(M{b},3,200),'
        f'IF({mulai}*{selesai}=0,"{teks.CEK_BULAN}",'
        f'IF({selesai}<{mulai},"{teks.CEK_URUTAN}",'
        f'IF(AND(J{b}<>"",NOT(ISNUMBER(J{b}))),"{teks.CEK_ANGGARAN}","{teks.CEK_LENGKAP}")))))'
    )


def rumus_kurang(b: int) -> str:
    """0 blank, 1 complete, 2 something is missing, 3 something doesn't fit."""
    isi = teks.CEK_ISI.strip()
    return f'=IF(K{b}="",0,IF(K{b}="{teks.CEK_LENGKAP}",1,IF(LEFT(K{b},{len(isi)})="{isi}",2,3)))'


RENAKSI = Tabel(
    "renaksi",
    (
        Kolom("no", 4, "tengah"),
        Kolom("asal", 8.5, "tengah"),
        Kolom("kode", 23, "teks", isian=True),
        Kolom("langkah", 33, "teks", isian=True),
        Kolom("bulan_mulai", 11, "tengah", isian=True),
        Kolom("bulan_selesai", 11, "tengah", isian=True),
        Kolom("keluaran", 25, "teks", isian=True),
        Kolom("penanggung_jawab", 20, "teks", isian=True),
        Kolom("anggaran", 15, "isian", isian=True),
        Kolom("cek", 16, "teks", rumus=rumus_cek),
        Kolom("catatan_pemeriksa", 24, "periksa"),
        Kolom("kurang_isi", 9, "polos", rumus=rumus_kurang_isi, sembunyi=True),
        Kolom("kurang", 9, "polos", rumus=rumus_kurang, sembunyi=True),
    ),
    BARIS_RENAKSI,
    BARIS_KEPALA,
    teks.LEMBAR["renaksi"],
)


def rumus_jumlah_langkah(b: int) -> str:
    """How many steps name the indicator of this row, with or without its text behind."""
    kode = RENAKSI.rentang("kode")
    return (
        f'=IF(B{b}="","",SUMPRODUCT(--(LEFT({kode},LEN(B{b})+1)=B{b}&" "))'
        f"+SUMPRODUCT(--({kode}=B{b})))"
    )


def rumus_keterangan(b: int) -> str:
    """Whether the indicator of this row still needs a step."""
    return (
        f'=IF(B{b}="","",IF(K{b}=0,"{teks.TANPA_TARGET}",'
        f'IF(H{b}=0,"{teks.BUTUH_LANGKAH}","{teks.SUDAH_ADA}")))'
    )


KOLOM_PILIHAN = 9
LEBAR_RUJUKAN = (23, 42, 46, 13, 14, 14, 11, 22)
_RUPIAH = (
    KolomRujukan("kode", 1, "teks"),
    KolomRujukan("uraian", 2, "teks"),
    KolomRujukan("pagu", 3, "rupiah"),
)
RUJUKAN = {
    "indikator": TabelRujukan(
        (
            KolomRujukan("kode", 1, "teks"),
            KolomRujukan("sasaran", 2, "teks"),
            KolomRujukan("indikator", 3, "teks"),
            KolomRujukan("satuan", 4, "tengah"),
            KolomRujukan("target_tahun", 5, "angka"),
            KolomRujukan("target_tw", 6, "angka"),
            KolomRujukan("jumlah_langkah", 7, "tengah", rumus_jumlah_langkah),
            KolomRujukan("keterangan", 8, "tengah", rumus_keterangan),
            KolomRujukan("pilihan", KOLOM_PILIHAN, "polos"),
            KolomRujukan("jatuh", KOLOM_PILIHAN + 1, "polos"),
        ),
        [f"I{i:02d}" for i in range(1, MUAT_INDIKATOR + 1)],
        11,
        "FG",
    ),
    "pagu": TabelRujukan(_RUPIAH, [f"D{i:02d}" for i in range(1, MUAT_PAGU + 1)], 56),
    "rencana": TabelRujukan(_RUPIAH, [f"T{i:02d}" for i in range(1, MUAT_RENCANA + 1)], 101),
}
"""The tables of the sheet Rujukan: they are made in turn, and the others know their first rows."""


def rentang_rujukan(nama: str, kolom: str) -> str:
    """The cells of a column (by letter) of a table of Rujukan."""
    t = RUJUKAN[nama]
    return f"'{LEMBAR_RUJUKAN}'!${kolom}${t.baris}:${kolom}${t.baris + len(t.kunci) - 1}"
