"""The tables of the Renaksi form."""

from __future__ import annotations

from sopkinerja.formulir.tabel import PERBAIKAN
from sopkinerja.katalog import Kode
from sopkinerja.lembar.tabel import Kolom, Tabel, list_kunci
from sopkinerja.renaksi import teks

SEL_BULAN = tuple(f"'{teks.LEMBAR['rujukan']}'!$J${b}" for b in (2, 3, 4))
"""Where the names of the triwulan's three months stand, hidden."""


def _posisi(sel: str) -> str:
    """1 to 3 for a month of the triwulan, else 0."""
    satu, dua, tiga = SEL_BULAN
    return f"IF({sel}={satu},1,IF({sel}={dua},2,IF({sel}={tiga},3,0)))"


JUDUL_WAJIB = {
    "kode": "Kode Indikator",
    "langkah": "Langkah Aksi",
    "bulan_mulai": "Bulan Mulai",
    "bulan_selesai": "Bulan Selesai",
    "keluaran": "Keluaran",
    "penanggung_jawab": "Penanggung Jawab",
}
"""The columns that every filled row needs."""
RUMUS_RENAKSI_KURANG_ISI = "=" + "&".join(
    f'IF(TRIM({{{k}}})="",", {judul}","")' for k, judul in JUDUL_WAJIB.items()
)
"""The headings of what a filled row must still have, each with a comma before."""
RUMUS_RENAKSI_TARGET_INDIKATOR = (
    '=IF({kode}="","",IFERROR(INDEX({indikator.target_teks},'
    'MATCH(LEFT({kode},FIND(" ",{kode}&" ")-1),{indikator.kode},0))&"",""))'
)
"""What the indicator of this row is to reach in the triwulan, in words."""
_BULAN = "{target_1}:{target_3}"
_AKHIR = 'IF({target_3}<>"",{target_3},IF({target_2}<>"",{target_2},{target_1}))'
_TARGET_BEDA = (
    f'AND({{target_tw}}<>"",COUNT({_BULAN})>0,ABS(SUM({_BULAN})-{{target_tw}})>0.000001,'
    f"ABS({_AKHIR}-{{target_tw}})>0.000001)"
)
_CEK_TARGET = (
    f'IF(COUNTA({{target_1}}:{{target_tw}})<>COUNT({{target_1}}:{{target_tw}}),"{teks.CEK_TARGET}",'
    f'IF(AND(COUNT({{target_1}}:{{target_tw}})>0,TRIM({{satuan}})=""),"{teks.CEK_SATUAN}",'
    f'IF({_TARGET_BEDA},"{teks.CEK_JUMLAH}",'
)
_MULAI, _SELESAI = _posisi("{bulan_mulai}"), _posisi("{bulan_selesai}")
RUMUS_RENAKSI_CEK = (
    '=IF(COUNTA({kode}:{langkah})+COUNTA({bulan_mulai}:{anggaran})=0,"",'
    f'IF({{kurang_isi}}<>"","{teks.CEK_ISI}"&MID({{kurang_isi}},3,200),'
    f'IF({_MULAI}*{_SELESAI}=0,"{teks.CEK_BULAN}",'
    f'IF({_SELESAI}<{_MULAI},"{teks.CEK_URUTAN}",'
    f'IF(AND({{anggaran}}<>"",NOT(ISNUMBER({{anggaran}}))),"{teks.CEK_ANGGARAN}",'
    f'{_CEK_TARGET}"{teks.CEK_LENGKAP}"))))))))'
)
"""What a row lacks or what doesn't fit in it; blank for a blank row."""
_ISI = teks.CEK_ISI.strip()
RUMUS_RENAKSI_KURANG = f'=IF({{cek}}="",0,IF({{cek}}="{teks.CEK_LENGKAP}",1,IF(LEFT({{cek}},{len(_ISI)})="{_ISI}",2,3)))'
"""0 blank, 1 complete, 2 something is missing, 3 something doesn't fit."""
RUMUS_INDIKATOR_JUMLAH_LANGKAH = (
    '=IF({kode}="","",SUMPRODUCT(--(LEFT({renaksi.kode},LEN({kode})+1)={kode}&" "))'
    "+SUMPRODUCT(--({renaksi.kode}={kode})))"
)
"""How many steps name the indicator of this row, with or without its text behind."""
RUMUS_INDIKATOR_KETERANGAN = (
    f'=IF({{kode}}="","",IF({{jatuh}}=0,"{teks.TANPA_TARGET}",'
    f'IF({{jumlah_langkah}}=0,"{teks.BUTUH_LANGKAH}","{teks.SUDAH_ADA}")))'
)
"""Whether the indicator of this row still needs a step."""

TARGET = ("target_1", "target_2", "target_3", "target_tw")
"""The columns of a step's own targets."""
RENAKSI = Tabel(
    "renaksi",
    "Renaksi",
    (
        Kolom("no", "No", 4, "tengah"),
        Kolom(
            "kode",
            "Kode Indikator",
            18,
            "teks",
            isian=True,
            bantuan=(
                "Kode Indikator",
                "Indikator yang didukung langkah ini: pilih dari daftar (klik panah). Daftarnya ada di lembar Rujukan. {{contoh_pilihan}}",
            ),
        ),
        Kolom(
            "langkah",
            "Langkah Aksi",
            27,
            "teks",
            isian=True,
            bantuan=(
                "Langkah Aksi",
                "Apa yang dikerjakan, singkat dan jelas. Contoh: Pelatihan ekspor bagi 20 IKM. Batal dikerjakan: kosongkan seluruh baris.",
            ),
        ),
        Kolom("asal", "Lanjutan", 8.5, "tengah"),
        Kolom(
            "target_indikator",
            "Target TW Indikator",
            10.5,
            "tengah",
            rumus=RUMUS_RENAKSI_TARGET_INDIKATOR,
        ),
        Kolom(
            "bulan_mulai",
            "Bulan Mulai",
            10,
            "tengah",
            isian=True,
            bantuan=("Bulan Mulai", "Pilih dari daftar. Contoh: {{bulan_1}}"),
        ),
        Kolom(
            "bulan_selesai",
            "Bulan Selesai",
            10,
            "tengah",
            isian=True,
            bantuan=(
                "Bulan Selesai",
                "Pilih dari daftar; sama dengan Bulan Mulai bila selesai dalam sebulan. Contoh: {{bulan_3}}",
            ),
        ),
        Kolom(
            "keluaran",
            "Keluaran",
            18,
            "teks",
            isian=True,
            bantuan=(
                "Keluaran",
                "Hasil yang dapat ditunjukkan. Contoh: Laporan pelatihan 20 IKM",
            ),
        ),
        Kolom(
            "satuan",
            "Satuan",
            9.5,
            "tengah",
            isian=True,
            bantuan=(
                "Satuan",
                "Boleh kosong bila langkahnya tanpa angka. Contoh: IKM, dokumen, kali",
            ),
        ),
        *(
            Kolom(
                f"target_{n}",
                f"Target Bulan ke-{n}",
                9.5,
                "isian",
                isian=True,
                jenis="angka",
                bantuan=(
                    f"Target {{{{bulan_{n}}}}}",
                    f"Boleh kosong. Yang diselesaikan di bulan {{{{bulan_{n}}}}} saja, angkanya saja. Contoh: 5",
                ),
            )
            for n in (1, 2, 3)
        ),
        Kolom(
            "target_tw",
            "Target TW",
            10.5,
            "isian",
            isian=True,
            jenis="angka",
            bantuan=(
                "Target TW",
                "Boleh kosong bila target bulan sudah diisi: dijumlahkan sendiri. Contoh: 15",
            ),
        ),
        Kolom(
            "penanggung_jawab",
            "Penanggung Jawab",
            15,
            "teks",
            isian=True,
            bantuan=(
                "Penanggung Jawab",
                "Siapa yang mengerjakan, nama jabatannya. Contoh: Analis Perdagangan",
            ),
        ),
        Kolom(
            "anggaran",
            "Anggaran (Rp)",
            13,
            "isian",
            isian=True,
            jenis="angka",
            bantuan=(
                "Anggaran (Rp)",
                "Boleh kosong. Rupiah penuh, angka saja tanpa titik. Contoh: 12500000. Tanpa biaya: tulis 0.",
            ),
        ),
        Kolom("cek", "Pemeriksaan", 14, "teks", rumus=RUMUS_RENAKSI_CEK),
        Kolom("catatan_pemeriksa", "Catatan Pemeriksa", 16, "periksa"),
        Kolom("kurang_isi", "", 9, "polos", rumus=RUMUS_RENAKSI_KURANG_ISI),
        Kolom("kurang", "", 9, "polos", rumus=RUMUS_RENAKSI_KURANG),
    ),
    list_kunci("L{:02d}", 30),
    5,
    pola="L{:02d}",
    utama="langkah",
    ciri=frozenset({"bulan_mulai", "bulan_selesai", "langkah"}),
    tambahan=frozenset({"satuan", *TARGET}),
    tiada=Kode.RENAKSI_011,
)
INDIKATOR = Tabel(
    "indikator",
    "Rujukan",
    (
        Kolom("kode", "Kode", 23, "teks"),
        Kolom("sasaran", "Sasaran", 42, "teks"),
        Kolom("indikator", "Indikator", 46, "teks"),
        Kolom("satuan", "Satuan", 13, "tengah"),
        Kolom("target_tahun", "Target Tahun", 14, "angka"),
        Kolom("target_tw", "Target TW Ini", 14, "angka"),
        Kolom("jumlah_langkah", "Langkah", 11, "tengah", rumus=RUMUS_INDIKATOR_JUMLAH_LANGKAH),
        Kolom("keterangan", "Pemeriksaan", 22, "tengah", rumus=RUMUS_INDIKATOR_KETERANGAN),
        Kolom("pilihan", "", 9, "polos"),
        Kolom("jatuh", "", 9, "polos"),
        Kolom("target_teks", "", 9, "polos"),
    ),
    list_kunci("I{:02d}", 40),
    7,
)
PAGU = Tabel(
    "pagu",
    "Rujukan",
    (
        Kolom("kode", "Kode", 23, "teks"),
        Kolom("uraian", "Sub Kegiatan", 42, "teks"),
        Kolom("pagu", "Pagu (Rp)", 46, "rupiah"),
    ),
    list_kunci("D{:02d}", 40),
    52,
)
RENCANA = Tabel(
    "rencana",
    "Rujukan",
    (
        Kolom("kode", "Triwulan", 23, "teks"),
        Kolom("uraian", "Uraian", 42, "teks"),
        Kolom("pagu", "Anggaran Langkah (Rp)", 46, "rupiah"),
    ),
    list_kunci("T{:02d}", 3),
    97,
)
TABEL = (RENAKSI, INDIKATOR, PAGU, RENCANA, PERBAIKAN)
"""All of them."""
