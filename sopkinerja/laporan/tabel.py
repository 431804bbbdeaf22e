"""The tables of the quarterly form."""

from __future__ import annotations

from sopkinerja.formulir.tabel import PERBAIKAN
from sopkinerja.istilah import Konsolidasi
from sopkinerja.katalog import Kode
from sopkinerja.laporan import teks
from sopkinerja.laporan.nihil import TANPA_ISI
from sopkinerja.laporan.skala_formulir import (
    RUMUS_KATA,
    RUMUS_TERCAPAI,
    SYARAT_TERCAPAI_SAJA,
    build_rumus_tangga,
)
from sopkinerja.lembar.tabel import Kolom, Tabel, list_kunci
from sopkinerja.polaritas import TANPA_NOL, build_bukan, build_pilihan


def build_hampa(sel: str) -> str:
    """True where a cell is blank or says nothing (`-`, `nihil`)."""
    return f'ISNUMBER(SEARCH("|"&TRIM({sel})&"|","||{"|".join(TANPA_ISI)}|"))'


RUMUS_LAPORAN_REALISASI = (
    '=IF(COUNTIF({catatan.kode},{kode})=0,"",SUMIFS({catatan.volume},{catatan.kode},{kode}))'
)
"""Sum over Catatan; blank while Catatan holds no row of the indicator."""
_ANGKA = '{realisasi}*IF(IFERROR(LEFT(CELL("format",{realisasi}),1),"")="P",100,1)'
RUMUS_LAPORAN_NILAI = (
    f'=IF(ISNUMBER({{realisasi}}),IF(OR({{skala}}="",N({{angka_target}})<>0),{_ANGKA},'
    f'{build_rumus_tangga(_ANGKA)}),IF({{skala}}="","",{RUMUS_KATA}))'
)
"""Realisasi as a plain number: a percent cell counts times 100, a word of a scale is its Nilai."""
RUMUS_LAPORAN_BANDING = (
    '=IF(AND(ISNUMBER({realisasi}),N({angka_target})<>0),{angka_target},IF({bawah}="","",{bawah}))'
)
"""What Realisasi is compared with: on a scale a number with a number, a word with a word."""
RUMUS_LAPORAN_CAPAIAN = (
    f'=IF(OR({{nilai}}="",{{banding}}=""),"",IF({SYARAT_TERCAPAI_SAJA},{RUMUS_TERCAPAI},'
    + build_pilihan("{polaritas}", lambda s: s.rumus_formulir.replace("{bawah}", "{banding}"))
    + "))"
)
"""Raw per cent; the same rules as sopkinerja.polaritas."""
_TEMPO = (
    f'AND({{bawah}}<>"",OR({{skala}}<>"",{build_bukan("{polaritas}", TANPA_NOL)},'
    '{bawah}<>0,{atas}<>""))'
)
_SUSUL = (
    "{data_menyusul}+COUNTIFS({menyusul.kode},{kode},{menyusul.triwulan},{tw})"
    '+COUNTIFS({menyusul.kode},{kode},{menyusul.triwulan},"")'
)
RUMUS_LAPORAN_KURANG = (
    '=IF({nilai}="",IF({realisasi}<>"",3,IF(AND(' + _TEMPO + "," + _SUSUL + "=0),1,0)),"
    'IF({capaian}="",0,IF(AND(ROUND({capaian},9)<{ambang},'
    f"OR({build_hampa('{hambatan}')},{build_hampa('{rekomendasi}')})),2,0)))"
)
"""0 complete, 1 realisasi missing, 2 hambatan or rekomendasi missing, 3 not a number."""
RUMUS_MENJUMLAH = (
    f'COUNTIFS(daftar_kode,{{kode}},daftar_cara,"{teks.CARA_MENGISI[Konsolidasi.JUMLAH]}")>0'
)
"""Whether the volumes of a kode add up to its realisasi."""


def _build_bulan(awal: str, akhir: str) -> str:
    """Sum over Catatan from one date to before another."""
    return (
        f"=IF({RUMUS_MENJUMLAH},SUMIFS({{catatan.volume}},{{catatan.kode}},{{kode}},"
        f'{{catatan.tanggal}},">="&{{{awal}}},{{catatan.tanggal}},"<"&{{{akhir}}}),'
        f'"{teks.TIDAK_DIJUMLAHKAN}")'
    )


RUMUS_REKAP_BULAN_1 = _build_bulan("awal_1", "awal_2")
RUMUS_REKAP_BULAN_2 = _build_bulan("awal_2", "awal_3")
RUMUS_REKAP_BULAN_3 = _build_bulan("awal_3", "akhir")
RUMUS_REKAP_JUMLAH = (
    f'=IF({RUMUS_MENJUMLAH},SUM({{bulan_1}}:{{bulan_3}}),"{teks.TIDAK_DIJUMLAHKAN}")'
)
RUMUS_ANGGARAN_REALISASI_SD = (
    '=IF(AND({realisasi_lalu}="",{realisasi_tw}=""),"",N({realisasi_lalu})+N({realisasi_tw}))'
)

LAPORAN = Tabel(
    "laporan",
    "Laporan",
    (
        Kolom("no", "No", 3.3, "tengah"),
        Kolom("indikator", "Indikator", 13.9, "teks"),
        Kolom("target_tw", "Target TW", 9.7, "angka"),
        Kolom(
            "realisasi",
            "Realisasi",
            10.1,
            "isian",
            isian=True,
            jenis="angka",
            bantuan=(
                "Realisasi",
                "Tulis angkanya saja, contoh: {{contoh_realisasi}}. Koma untuk desimal, tanpa titik ribuan. Persen: tulis 85, bukan 0,85. Tidak terlaksana: tulis 0 dan sebabnya di Hambatan/Kegagalan.",
            ),
            rumus=RUMUS_LAPORAN_REALISASI,
        ),
        Kolom("catatan_pemeriksa", "Catatan Pemeriksa", 14.8, "periksa"),
        Kolom("capaian", "Capaian (%)", 8.5, "persen", rumus=RUMUS_LAPORAN_CAPAIAN),
        Kolom("kode", "Kode Indikator", 8.5, "teks"),
        Kolom("satuan", "Satuan", 9.5, "tengah"),
        Kolom("cara", "Cara Mengisi", 10, "tengah"),
        Kolom("target_tahun", "Target Tahun", 11, "angka"),
        Kolom("realisasi_lalu", "Realisasi s.d. TW Lalu", 11.5, "angka"),
        Kolom(
            "hambatan",
            "Hambatan/Kegagalan",
            18,
            "teks",
            isian=True,
            bantuan=(
                "Hambatan/Kegagalan",
                "Wajib bila Capaian di bawah {{ambang}}%. Contoh: {{contoh_hambatan}}",
            ),
        ),
        Kolom(
            "rekomendasi",
            "Rekomendasi",
            18,
            "teks",
            isian=True,
            bantuan=(
                "Rekomendasi",
                "Apa yang sebaiknya dilakukan, oleh siapa, kapan. Contoh: {{contoh_rekomendasi}}",
            ),
        ),
        Kolom(
            "tenggat",
            "Tenggat",
            10.5,
            "tanggal",
            isian=True,
            jenis="tanggal",
            bantuan=(
                "Tenggat",
                "Kapan rekomendasinya selesai. Contoh: {{contoh_tenggat}}. Boleh kosong: dianggap akhir triwulan berikutnya.",
            ),
        ),
        Kolom(
            "bukti_dukung",
            "Bukti Dukung",
            12.5,
            "teks",
            isian=True,
            bantuan=(
                "Bukti Dukung",
                "Nama berkas, tautan, atau tempat arsip. Contoh: {{contoh_bukti_dukung}}",
            ),
        ),
        Kolom(
            "penjelasan",
            "Penjelasan",
            13.5,
            "teks",
            isian=True,
            bantuan=(
                "Penjelasan",
                "Capaian di atas 100%: tulis sebab keberhasilannya; isinya dicetak di LHE. Juga untuk menjawab Catatan Pemeriksa. Contoh: {{contoh_penjelasan}}",
            ),
        ),
        Kolom("sasaran", "Sasaran", 13.5, "teks"),
        Kolom("polaritas", "", 9, "polos"),
        Kolom("rumus", "", 9, "polos"),
        Kolom("bawah", "", 9, "polos"),
        Kolom("atas", "", 9, "polos"),
        Kolom("terburuk", "", 9, "polos"),
        Kolom("ambang", "", 9, "polos"),
        Kolom("data_menyusul", "", 9, "polos"),
        Kolom("nilai", "", 9, "polos", rumus=RUMUS_LAPORAN_NILAI),
        Kolom("tw", "", 9, "polos"),
        Kolom("kurang", "", 9, "polos", rumus=RUMUS_LAPORAN_KURANG),
        Kolom("skala", "", 9, "polos"),
        Kolom("tangga", "", 9, "polos"),
        Kolom("angka_target", "", 9, "polos"),
        Kolom("banding", "", 9, "polos", rumus=RUMUS_LAPORAN_BANDING),
    ),
    list_kunci("L{:02d}", 40),
    5,
    utama="realisasi",
    pengenal=("kode", "indikator", "satuan", "target_tahun", "target_tw"),
    tiada=Kode.KUNCI_002,
)
CATATAN = Tabel(
    "catatan",
    "Catatan",
    (
        Kolom(
            "tanggal",
            "Tanggal",
            10.5,
            "tanggal",
            isian=True,
            jenis="tanggal",
            bantuan=("Tanggal kegiatan", "Tanggal dalam {{periode}}. Contoh: {{contoh_tanggal}}"),
        ),
        Kolom(
            "kode",
            "Kode Indikator",
            10.5,
            "teks",
            isian=True,
            bantuan=("Kode Indikator", "Pilih dari daftar: klik tanda panah di kanan sel."),
        ),
        Kolom(
            "uraian",
            "Uraian Kegiatan",
            32,
            "teks",
            isian=True,
            bantuan=("Uraian Kegiatan", "Apa yang dikerjakan, singkat. Contoh: {{contoh_uraian}}"),
        ),
        Kolom(
            "volume",
            "Volume",
            9,
            "isian",
            isian=True,
            jenis="angka",
            bantuan=(
                "Volume",
                "Banyaknya hasil dalam satuan indikator, angka saja. Contoh: {{contoh_volume}}. Dijumlahkan sendiri ke Realisasi bila Cara Mengisi “hasil TW ini saja”.",
            ),
        ),
        Kolom(
            "bukti_dukung",
            "Bukti Dukung",
            24,
            "teks",
            isian=True,
            bantuan=(
                "Bukti Dukung",
                "Nama berkas, tautan, atau tempat arsip. Contoh: {{contoh_bukti_dukung}}",
            ),
        ),
    ),
    list_kunci("C{:03d}", 500),
    6,
    pola="C{:03d}",
    utama="tanggal",
)
REKAP = Tabel(
    "rekap",
    "Rekap Bulanan",
    (
        Kolom("indikator", "Indikator", 26, "teks"),
        Kolom("kode", "Kode Indikator", 10.5, "teks"),
        Kolom("satuan", "Satuan", 10, "tengah"),
        Kolom("bulan_1", "{{bulan_1}}", 10, "volume", rumus=RUMUS_REKAP_BULAN_1),
        Kolom("bulan_2", "{{bulan_2}}", 10, "volume", rumus=RUMUS_REKAP_BULAN_2),
        Kolom("bulan_3", "{{bulan_3}}", 10, "volume", rumus=RUMUS_REKAP_BULAN_3),
        Kolom("jumlah", "Jumlah TW {{triwulan}}", 10.5, "volume", rumus=RUMUS_REKAP_JUMLAH),
        Kolom("awal_1", "", 9, "polos"),
        Kolom("awal_2", "", 9, "polos"),
        Kolom("awal_3", "", 9, "polos"),
        Kolom("akhir", "", 9, "polos"),
    ),
    list_kunci("R{:02d}", 40),
    6,
)
ANGGARAN = Tabel(
    "anggaran",
    "Anggaran",
    (
        Kolom("uraian", "Sub Kegiatan", 22, "teks"),
        Kolom("pagu", "Pagu (Rp)", 15, "rupiah"),
        Kolom(
            "realisasi_tw",
            "Realisasi TW (Rp)",
            15,
            "rupiah",
            isian=True,
            jenis="angka",
            bantuan=(
                "Realisasi TW (Rp)",
                "Belanja triwulan ini saja, rupiah penuh tanpa titik. Contoh: {{contoh_rupiah}}. Belum ada belanja: tulis 0.",
            ),
        ),
        Kolom("realisasi_lalu", "Realisasi s.d. TW Lalu (Rp)", 15, "rupiah"),
        Kolom(
            "realisasi_sd",
            "Realisasi s.d. TW (Rp)",
            15,
            "rupiah",
            rumus=RUMUS_ANGGARAN_REALISASI_SD,
        ),
        Kolom("kode", "Kode Sub Kegiatan", 14, "teks"),
        Kolom(
            "keterangan",
            "Keterangan",
            26,
            "teks",
            isian=True,
            bantuan=("Keterangan", "Boleh kosong. Contoh: {{contoh_keterangan}}"),
        ),
    ),
    list_kunci("A{:02d}", 20),
    6,
    utama="realisasi_tw",
    pengenal=("kode", "uraian", "pagu"),
)
PELAKSANAAN = Tabel(
    "pelaksanaan",
    "Renaksi",
    (
        Kolom("langkah", "Langkah Aksi", 24, "teks"),
        Kolom("target", "Target Langkah", 8.5, "angka"),
        Kolom(
            "realisasi",
            "Realisasi",
            9.5,
            "isian",
            isian=True,
            jenis="angka",
            bantuan=(
                "Realisasi",
                "Untuk langkah yang bertarget: yang tercapai triwulan ini saja, angkanya saja. Contoh: {{contoh_realisasi}}. Belum ada hasil: tulis 0.",
            ),
        ),
        Kolom(
            "keadaan",
            "Status",
            10,
            "tengah",
            isian=True,
            bantuan=("Status", "Pilih selesai, berjalan, atau belum: klik panah di sel."),
        ),
        Kolom(
            "catatan",
            "Catatan",
            28,
            "teks",
            isian=True,
            bantuan=(
                "Catatan",
                "Hasilnya, atau mengapa belum selesai. Contoh: {{contoh_catatan_tindak}}",
            ),
        ),
        Kolom("satuan", "Satuan", 10, "tengah"),
        Kolom("bulan", "Bulan", 12, "tengah"),
        Kolom("keluaran", "Keluaran", 22, "teks"),
        Kolom("penanggung_jawab", "Penanggung Jawab", 20, "teks"),
        Kolom("kode", "Kode Langkah", 10.5, "teks"),
        Kolom("indikator", "Kode Indikator", 10.5, "teks"),
    ),
    list_kunci("N{:02d}", 60),
    6,
    utama="keadaan",
    pengenal=("kode", "langkah"),
)
TINDAK_LANJUT = Tabel(
    "tindak_lanjut",
    "Tindak Lanjut",
    (
        Kolom("uraian", "Yang Ditindaklanjuti", 28, "teks"),
        Kolom("tenggat", "Tenggat", 10.5, "tengah"),
        Kolom(
            "keadaan",
            "Status",
            10.5,
            "tengah",
            isian=True,
            bantuan=("Status", "Pilih selesai, berjalan, atau belum: klik panah di sel."),
        ),
        Kolom(
            "catatan",
            "Catatan",
            30,
            "teks",
            isian=True,
            bantuan=(
                "Catatan",
                "Apa yang sudah dilakukan, atau mengapa belum. Contoh: {{contoh_catatan_tindak}}",
            ),
        ),
        Kolom("indikator", "Kode Indikator", 10.5, "teks"),
        Kolom("asal", "Asal", 16, "teks"),
        Kolom("penanggung_jawab", "Penanggung Jawab", 22, "teks"),
        Kolom("kode", "Kode Tindak Lanjut", 12, "teks"),
    ),
    list_kunci("T{:03d}", 120),
    6,
    utama="keadaan",
    pengenal=("kode", "uraian"),
)
MENYUSUL = Tabel(
    "menyusul",
    "Data Menyusul",
    (
        Kolom(
            "kode",
            "Kode Indikator",
            11,
            "teks",
            isian=True,
            bantuan=("Kode Indikator", "Pilih dari daftar: klik tanda panah di kanan sel."),
        ),
        Kolom(
            "triwulan",
            "Triwulan",
            9.5,
            "tengah",
            isian=True,
            bantuan=("Triwulan", "Triwulan yang angkanya menyusul: I, II, III atau IV."),
        ),
        Kolom(
            "sumber",
            "Sumber",
            28,
            "teks",
            isian=True,
            bantuan=("Sumber", "Siapa yang menerbitkan angkanya. Contoh: {{contoh_sumber}}"),
        ),
        Kolom(
            "perkiraan",
            "Perkiraan Tanggal",
            12,
            "tanggal",
            isian=True,
            jenis="tanggal",
            bantuan=("Perkiraan Tanggal", "Kapan angkanya terbit. Contoh: {{contoh_perkiraan}}"),
        ),
        Kolom(
            "realisasi",
            "Realisasi",
            11,
            "isian",
            isian=True,
            jenis="angka",
            bantuan=(
                "Realisasi",
                "Kosongkan selama belum terbit; isi bila sudah. Contoh: {{contoh_realisasi}}",
            ),
        ),
        Kolom(
            "sementara",
            "Sementara",
            11.5,
            "tengah",
            isian=True,
            bantuan=(
                "Sementara",
                "ya bila angkanya masih angka sementara, tidak bila sudah tetap.",
            ),
        ),
    ),
    list_kunci("M{:02d}", 30),
    6,
    is_berulang=True,
    pola="M{:02d}",
    utama="kode",
)
DEFINISI = Tabel(
    "definisi",
    "Definisi",
    (
        Kolom("indikator", "Indikator", 20, "teks"),
        Kolom("definisi", "Definisi", 33, "teks"),
        Kolom("sumber_data", "Sumber Data", 18, "teks"),
        Kolom("kode", "Kode Indikator", 10.5, "teks"),
    ),
    list_kunci("D{:02d}", 40),
    6,
    ciri=frozenset({"definisi"}),
)
TABEL = (
    LAPORAN, CATATAN, REKAP, ANGGARAN, PELAKSANAAN, TINDAK_LANJUT, MENYUSUL, DEFINISI,
    PERBAIKAN,
)  # fmt: skip
"""All of them."""
