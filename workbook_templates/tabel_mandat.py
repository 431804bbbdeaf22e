"""The tables of the mandat form's template: columns, widths and formulas."""

from __future__ import annotations

from kerangka import Kolom, Tabel
from rujukan import KolomRujukan, TabelRujukan

from sopkinerja.istilah import Konsolidasi, Polaritas
from sopkinerja.mandat import teks
from sopkinerja.mandat.susunan import BARIS_MANDAT

BARIS_KEPALA = 10  # 1-based
LEMBAR_RUJUKAN = teks.LEMBAR["rujukan"]


def rumus_menurut_tw(b: int) -> str:
    """What the quarters make of the year, by konsolidasi; blank for Rentang."""
    tw = f"K{b}:N{b}"
    terakhir = "0"
    for h in "KLMN":
        berlaku = f'OR(G{b}<>"{Polaritas.NAIK}",{h}{b}<>0)'
        terakhir = f"IF(AND(ISNUMBER({h}{b}),{berlaku}),{h}{b},{terakhir})"
    due = f'COUNT({tw})-IF(G{b}="{Polaritas.NAIK}",COUNTIF({tw},0),0)'
    return (
        f'=IF(OR(G{b}="{Polaritas.RENTANG}",COUNT({tw})=0),"",'
        f'IF(H{b}="{Konsolidasi.JUMLAH}",SUM({tw}),'
        f'IF(H{b}="{Konsolidasi.RATA_RATA}",SUM({tw})/MAX(1,{due}),'
        f'IF(H{b}="{Konsolidasi.TERAKHIR}",{terakhir},""))))'
    )


def rumus_kurang_isi(b: int) -> str:
    """The headings of what a filled row must still have, each with a comma before."""
    judul = teks.JUDUL_KOLOM["mandat"]
    wajib = [
        f'IF(TRIM({h}{b})="",", {judul[k]}","")'
        for h, k in zip("DEFGHJ", teks.CEK_WAJIB, strict=True)
    ]
    return f'={"&".join(wajib)}&IF(COUNTA(K{b}:N{b})=0,", {teks.CEK_TARGET_TW}","")'


def rumus_cek(b: int) -> str:
    """What a row lacks or where its targets don't fit; blank for a blank row."""
    target = f"J{b}:N{b}"
    polaritas = ",".join(f'G{b}="{p}"' for p in Polaritas)
    konsolidasi = ",".join(f'H{b}="{k}"' for k in Konsolidasi)
    pilihan = f"OR({polaritas}),OR({konsolidasi})"
    rentang = (
        f'IF(H{b}="{Konsolidasi.JUMLAH}","{teks.CEK_RENTANG_JUMLAH}",'
        f'IF(COUNT({target})>0,"{teks.CEK_RENTANG}","{teks.CEK_LENGKAP}"))'
    )
    batas = "0.00005"
    for desimal, setengah in ((3, "0.0005"), (2, "0.005"), (1, "0.05"), (0, "0.5")):
        batas = f"IF(ROUND(J{b},{desimal})=J{b},{setengah},{batas})"
    cocok = f'IF(ABS(J{b}-O{b})<={batas}+0.000000001*MAX(1,ABS(O{b})),"{teks.CEK_LENGKAP}","{teks.CEK_TIDAK_COCOK}")'
    angka = f'IF(OR(COUNT({target})<COUNTA({target}),O{b}=""),"{teks.CEK_BUKAN_ANGKA}",{cocok})'
    return (
        f'=IF(COUNTA(D{b}:N{b},Q{b}:X{b})=0,"",IF(Z{b}<>"","{teks.CEK_ISI}"&MID(Z{b},3,200),'
        f'IF(NOT(AND({pilihan})),"{teks.CEK_PILIHAN}",'
        f'IF(G{b}="{Polaritas.RENTANG}",{rentang},{angka}))))'
    )


def rumus_kurang(b: int) -> str:
    """0 blank, 1 complete, 2 something is missing, 3 its targets don't fit."""
    return (
        f'=IF(P{b}="",0,IF(P{b}="{teks.CEK_LENGKAP}",1,'
        f'IF(LEFT(P{b},{len(teks.CEK_ISI.strip())})="{teks.CEK_ISI.strip()}",2,3)))'
    )


MANDAT = Tabel(
    "mandat",
    (
        Kolom("no", 4, "tengah"),
        Kolom("kode", 11, "terbuka"),
        Kolom("sasaran", 20, "teks", isian=True),
        Kolom("indikator", 26, "teks", isian=True),
        Kolom("satuan", 9, "tengah", isian=True),
        Kolom("polaritas", 9, "tengah", isian=True),
        Kolom("konsolidasi", 11.5, "tengah", isian=True),
        Kolom("bobot", 7, "angka", isian=True),
        Kolom("target_tahun", 11, "isian", isian=True),
        *(Kolom(f"tw_{n}", 9.5, "isian", isian=True) for n in range(4)),
        Kolom("menurut_tw", 10.5, "angka", rumus=rumus_menurut_tw),
        Kolom("cek", 18, "teks", rumus=rumus_cek),
        Kolom("induk", 22, "teks", isian=True),
        Kolom("renstra", 18, "teks", isian=True),
        Kolom("sub_kegiatan", 22, "teks", isian=True),
        Kolom("realisasi_tahun_lalu", 10, "isian", isian=True),
        Kolom("nilai_terburuk", 9, "isian", isian=True),
        Kolom("data_menyusul", 9.5, "tengah", isian=True),
        Kolom("sumber_data", 14, "teks", isian=True),
        Kolom("definisi", 22, "teks", isian=True),
        Kolom("catatan_pemeriksa", 24, "periksa"),
        Kolom("kurang_isi", 9, "polos", rumus=rumus_kurang_isi, sembunyi=True),
        Kolom("kurang", 9, "polos", rumus=rumus_kurang, sembunyi=True),
    ),
    BARIS_MANDAT,
    BARIS_KEPALA,
    teks.LEMBAR["mandat"],
)
KOLOM_PILIHAN = 10
"""Where the tables of the sheet Rujukan keep the hidden texts of their dropdowns."""
LEBAR_RUJUKAN = (12, 38, 46, 12, 13, 11, 11, 11, 11)


def _rujukan(
    huruf: str, baris: int, banyak: int, *kolom: tuple[str, int, str], angka: str = "FJ"
) -> TabelRujukan:
    semua = [KolomRujukan(*k) for k in (*kolom, ("pilihan", KOLOM_PILIHAN, "polos"))]
    kunci = [f"{huruf}{i:02d}" for i in range(1, banyak + 1)]
    return TabelRujukan(semua, kunci, baris, angka)


RUJUKAN = {
    "atasan": _rujukan(
        "A", 14, 20,
        ("kode", 1, "teks"), ("sasaran", 2, "teks"), ("indikator", 3, "teks"),
        ("satuan", 4, "tengah"), ("target_tahun", 5, "angka"), ("tw_0", 6, "angka"),
        ("tw_1", 7, "angka"), ("tw_2", 8, "angka"), ("tw_3", 9, "angka"),
    ),
    "dpa": _rujukan(
        "D", 39, 40, ("kode", 1, "teks"), ("uraian", 2, "teks"), ("pagu", 3, "rupiah"), angka=""
    ),
    "renstra": _rujukan(
        "R", 84, 40,
        ("kode", 1, "teks"), ("sasaran", 2, "teks"), ("indikator", 3, "teks"),
        ("satuan", 4, "tengah"), ("target", 5, "angka"),
    ),
}  # fmt: skip
"""The tables of the sheet Rujukan: they are made in turn, and the others know their first rows."""
