"""The tables of the quarterly form's template: columns, widths and formulas."""

from __future__ import annotations

from typing import Any

from kerangka import (
    Kolom,
    Tabel,
)

BARIS_KEPALA = 10  # 1-based, on every sheet with the identity block

CATATAN = Tabel(
    "catatan",
    (
        Kolom("tanggal", 13, "tanggal", isian=True),
        Kolom("kode", 15, "teks", isian=True),
        Kolom("uraian", 62, "teks", isian=True),
        Kolom("volume", 14, "isian", isian=True),
        Kolom("bukti_dukung", 40, "teks", isian=True),
    ),
    [f"C{i:03d}" for i in range(1, 501)],
    BARIS_KEPALA,
)
MENYUSUL = Tabel(
    "menyusul",
    (
        Kolom("kode", 18, "teks", isian=True),
        Kolom("triwulan", 11, "tengah", isian=True),
        Kolom("sumber", 52, "teks", isian=True),
        Kolom("perkiraan", 16, "tanggal", isian=True),
        Kolom("realisasi", 16, "isian", isian=True),
        Kolom("sementara", 14, "tengah", isian=True),
    ),
    [f"M{i:02d}" for i in range(1, 31)],
    BARIS_KEPALA,
)


def rumus_realisasi(b: int) -> str:
    """Sum over Catatan; blank while Catatan holds no row of the indicator."""
    kode, volume = CATATAN.rentang("kode"), CATATAN.rentang("volume")
    return f'=IF(COUNTIF({kode},C{b})=0,"",SUMIFS({volume},{kode},C{b}))'


def rumus_nilai(b: int) -> str:
    """Realisasi as a plain number: a percent cell counts times 100."""
    persen = f'IF(IFERROR(LEFT(CELL("format",K{b}),1),"")="P",100,1)'
    return f'=IF(ISNUMBER(K{b}),K{b}*{persen},"")'


def rumus_capaian(b: int) -> str:
    """Raw per cent; the same rules as sopkinerja.laporan.capaian."""
    n, bawah, atas, buruk = f"Y{b}", f"T{b}", f"U{b}", f"V{b}"
    naik = f'IF({bawah}=0,"",IF({bawah}<0,(2-{n}/{bawah})*100,{n}/{bawah}*100))'
    turun_nol = f"IF({n}<=0,100,IF(N({buruk})>0,({buruk}-{n})/{buruk}*100,0))"
    turun_rasio = f"IF({n}<=0,200,{bawah}/{n}*100)"
    turun_selisih = f"(2*{bawah}-{n})/{bawah}*100"
    turun = (
        f'IF({bawah}=0,{turun_nol},IF({bawah}<0,"",IF(S{b}="rasio",{turun_rasio},{turun_selisih})))'
    )
    lewat = f'IF({atas}<=0,0,IF(S{b}="lampaui",{n}/{atas}*100,(2*{atas}-{n})/{atas}*100))'
    kurang = f"IF({n}<{bawah},IF({bawah}<=0,0,{n}/{bawah}*100),{lewat})"
    rentang = f"IF(AND({n}>={bawah},{n}<={atas}),100,{kurang})"
    return (
        f'=IF(OR({n}="",{bawah}=""),"",IF(R{b}="Naik",{naik},IF(R{b}="Turun",{turun},{rentang})))'
    )


def rumus_kurang(b: int) -> str:
    """0 complete, 1 realisasi missing, 2 hambatan or rekomendasi missing, 3 not a number."""
    tempo = f'AND(T{b}<>"",OR(R{b}<>"Naik",T{b}<>0))'
    kode, tw = MENYUSUL.rentang("kode"), MENYUSUL.rentang("triwulan")
    menyusul = f'X{b}+COUNTIFS({kode},C{b},{tw},Z{b})+COUNTIFS({kode},C{b},{tw},"")'
    kosong = f'IF(K{b}<>"",3,IF(AND({tempo},{menyusul}=0),1,0))'
    hambatan = f'IF(AND(ROUND(L{b},9)<W{b},OR(TRIM(M{b})="",TRIM(N{b})="")),2,0)'
    return f'=IF(Y{b}="",{kosong},IF(L{b}="",0,{hambatan}))'


LAPORAN = Tabel(
    "laporan",
    (
        Kolom("no", 4, "tengah"),
        Kolom("kode", 10.5, "teks"),
        Kolom("sasaran", 17, "teks"),
        Kolom("indikator", 21, "teks"),
        Kolom("satuan", 9.5, "tengah"),
        Kolom("cara", 10, "tengah"),
        Kolom("target_tahun", 10, "angka"),
        Kolom("realisasi_lalu", 10, "angka"),
        Kolom("target_tw", 10, "angka"),
        Kolom("realisasi", 11, "isian", isian=True, rumus=rumus_realisasi),
        Kolom("capaian", 8.5, "persen", rumus=rumus_capaian),
        Kolom("hambatan", 22, "teks", isian=True),
        Kolom("rekomendasi", 22, "teks", isian=True),
        Kolom("bukti_dukung", 14, "teks", isian=True),
        Kolom("penjelasan", 14, "teks", isian=True),
        Kolom("catatan_pemeriksa", 24, "periksa"),
        Kolom("polaritas", 9, "polos", sembunyi=True),
        Kolom("rumus", 9, "polos", sembunyi=True),
        Kolom("bawah", 9, "polos", sembunyi=True),
        Kolom("atas", 9, "polos", sembunyi=True),
        Kolom("terburuk", 9, "polos", sembunyi=True),
        Kolom("ambang", 9, "polos", sembunyi=True),
        Kolom("data_menyusul", 9, "polos", sembunyi=True),
        Kolom("nilai", 9, "polos", rumus=rumus_nilai, sembunyi=True),
        Kolom("tw", 9, "polos", sembunyi=True),
        Kolom("kurang", 9, "polos", rumus=rumus_kurang, sembunyi=True),
    ),
    [f"L{i:02d}" for i in range(1, 41)],
    BARIS_KEPALA,
)


def _rumus_bulan(awal: str, akhir: str) -> Any:
    def rumus(b: int) -> str:
        kode, tanggal = CATATAN.rentang("kode"), CATATAN.rentang("tanggal")
        return (
            f"=SUMIFS({CATATAN.rentang('volume')},{kode},B{b},"
            f'{tanggal},">="&{awal}{b},{tanggal},"<"&{akhir}{b})'
        )

    return rumus


REKAP = Tabel(
    "rekap",
    (
        Kolom("kode", 15, "teks"),
        Kolom("indikator", 66, "teks"),
        Kolom("satuan", 16, "tengah"),
        Kolom("bulan_1", 16, "volume", rumus=_rumus_bulan("I", "J")),
        Kolom("bulan_2", 16, "volume", rumus=_rumus_bulan("J", "K")),
        Kolom("bulan_3", 16, "volume", rumus=_rumus_bulan("K", "L")),
        Kolom("jumlah", 17, "volume", rumus=lambda b: f"=SUM(E{b}:G{b})"),
        Kolom("awal_1", 9, "polos", sembunyi=True),
        Kolom("awal_2", 9, "polos", sembunyi=True),
        Kolom("awal_3", 9, "polos", sembunyi=True),
        Kolom("akhir", 9, "polos", sembunyi=True),
    ),
    [f"R{i:02d}" for i in range(1, 41)],
    BARIS_KEPALA,
)
ANGGARAN = Tabel(
    "anggaran",
    (
        Kolom("kode", 21, "teks"),
        Kolom("uraian", 46, "teks"),
        Kolom("pagu", 18, "rupiah"),
        Kolom("realisasi_lalu", 18, "rupiah"),
        Kolom("realisasi_tw", 18, "rupiah", isian=True),
        Kolom(
            "realisasi_sd",
            18,
            "rupiah",
            rumus=lambda b: f'=IF(AND(E{b}="",F{b}=""),"",N(E{b})+N(F{b}))',
        ),
        Kolom("keterangan", 34, "teks", isian=True),
    ),
    [f"A{i:02d}" for i in range(1, 21)],
    BARIS_KEPALA,
)
PELAKSANAAN = Tabel(
    "pelaksanaan",
    (
        Kolom("kode", 11, "teks"),
        Kolom("indikator", 14, "teks"),
        Kolom("langkah", 44, "teks"),
        Kolom("bulan", 14, "tengah"),
        Kolom("keluaran", 26, "teks"),
        Kolom("penanggung_jawab", 24, "teks"),
        Kolom("keadaan", 11, "tengah", isian=True),
        Kolom("catatan", 36, "teks", isian=True),
    ),
    [f"N{i:02d}" for i in range(1, 61)],
    BARIS_KEPALA,
)
TINDAK_LANJUT = Tabel(
    "tindak_lanjut",
    (
        Kolom("kode", 15, "teks"),
        Kolom("asal", 17, "teks"),
        Kolom("indikator", 14, "teks"),
        Kolom("uraian", 50, "teks"),
        Kolom("penanggung_jawab", 24, "teks"),
        Kolom("tenggat", 13, "tengah"),
        Kolom("keadaan", 11, "tengah", isian=True),
        Kolom("catatan", 36, "teks", isian=True),
    ),
    [f"T{i:03d}" for i in range(1, 121)],
    BARIS_KEPALA,
)
PERBAIKAN = Tabel(
    "perbaikan",
    (
        Kolom("no", 5, "tengah"),
        Kolom("lembar", 16, "teks"),
        Kolom("sel", 28, "tautan"),
        Kolom("temuan", 62, "teks"),
        Kolom("saran", 55, "teks"),
    ),
    [f"P{i:02d}" for i in range(1, 61)],
    BARIS_KEPALA,
)
