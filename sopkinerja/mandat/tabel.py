"""The tables of the mandat form."""

from __future__ import annotations

from sopkinerja.formulir.tabel import PERBAIKAN
from sopkinerja.istilah import Konsolidasi, Polaritas
from sopkinerja.katalog import Kode
from sopkinerja.konsolidasi import BERPOSISI, DIJELASKAN, MENJUMLAH, PENYATUAN, build_pilihan
from sopkinerja.lembar.tabel import Kolom, Tabel, list_kunci
from sopkinerja.mandat import teks
from sopkinerja.polaritas import HANYA_PITA, SIFAT, TANPA_NOL, build_bukan, build_syarat


def _build_menurut_tw() -> str:
    """What the quarters make of the year, by konsolidasi; blank where any of them is a text, as a
    band is."""
    polaritas = "{polaritas}"
    tw = "{tw_0}:{tw_3}"
    terakhir = "0"
    for kolom in ("{tw_0}", "{tw_1}", "{tw_2}", "{tw_3}"):
        berlaku = f"OR({build_bukan(polaritas, TANPA_NOL)},{kolom}<>0)"
        terakhir = f"IF(AND(ISNUMBER({kolom}),{berlaku}),{kolom},{terakhir})"
    due = f"COUNT({tw})-IF({build_syarat(polaritas, TANPA_NOL)},COUNTIF({tw},0),0)"
    return (
        f'=IF(OR({build_syarat(polaritas, HANYA_PITA)},COUNT({tw})=0,COUNT({tw})<COUNTA({tw})),"",'
        + build_pilihan("{konsolidasi}", lambda k: k.build_rumus(tw, due, terakhir))
        + ")"
    )


def _build_kurang_isi() -> str:
    """The headings of what a filled row must still have, each with a comma before."""
    wajib = [f'IF(TRIM({{{k}}})="",", {JUDUL_WAJIB[k]}","")' for k in JUDUL_WAJIB]
    return f'={"&".join(wajib)}&IF(COUNTA({{tw_0}}:{{tw_3}})=0,", {teks.CEK_TARGET_TW}","")'


def _build_cek() -> str:
    """What a row lacks or where its targets don't fit; blank for a blank row."""
    target = "{target_tahun}:{tw_3}"
    polaritas = build_syarat("{polaritas}", list(Polaritas))
    pilihan = f"{polaritas},{build_syarat('{konsolidasi}', list(Konsolidasi))}"
    jumlah = f'{build_syarat("{konsolidasi}", MENJUMLAH)},"{teks.CEK_RENTANG_JUMLAH}"'
    rentang = f'IF({jumlah},IF(COUNT({target})>0,"{teks.CEK_RENTANG}","{teks.CEK_LENGKAP}"))'
    cari = "+".join(f'ISNUMBER(SEARCH("{tanda}",{target},2))' for tanda in TANDA_PITA)
    pita = f"SUMPRODUCT({cari})"
    berpita = f'IF({jumlah},"{teks.CEK_LENGKAP}")'
    bukan = f'"{teks.CEK_BUKAN_ANGKA}"'
    batas = "0.00005"
    for desimal, setengah in ((3, "0.0005"), (2, "0.005"), (1, "0.05"), (0, "0.5")):
        batas = f"IF(ROUND({{target_tahun}},{desimal})={{target_tahun}},{setengah},{batas})"
    cocok = (
        f"IF(ABS({{target_tahun}}-{{menurut_tw}})<={batas}+0.000000001*MAX(1,ABS({{menurut_tw}})),"
        f'"{teks.CEK_LENGKAP}","{teks.CEK_TIDAK_COCOK}")'
    )
    angka = (
        f"IF(COUNT({target})<COUNTA({target}),"
        f"IF({pita}>=COUNTA({target})-COUNT({target}),{berpita},{bukan}),"
        f'IF({{menurut_tw}}="",{bukan},{cocok}))'
    )
    angka = f"IF({_TANPA_ANGKA},{_build_cek_sebutan()},{angka})"
    return (
        '=IF(COUNTA({indikator},{sasaran},{satuan}:{tw_3},{induk}:{jenis})=0,"",'
        f'IF({{kurang_isi}}<>"","{teks.CEK_ISI}"&MID({{kurang_isi}},3,200),'
        f'IF(NOT(AND({pilihan})),"{teks.CEK_PILIHAN}",'
        f"IF({build_syarat('{polaritas}', HANYA_PITA)},{rentang},{angka}))))"
    )


_TANPA_ANGKA = "COUNT(FIND({0,1,2,3,4,5,6,7,8,9},{target_tahun}&{tw_0}&{tw_1}&{tw_2}&{tw_3}))=0"
"""No digit stands in the targets: they are words of a scale."""


def _build_cek_sebutan() -> str:
    """Words of a scale take the place of one another: the last is the year's."""
    akhir = "TRIM({tw_0})"
    for kolom in ("{tw_1}", "{tw_2}", "{tw_3}"):
        akhir = f'IF({kolom}<>"",TRIM({kolom}),{akhir})'
    posisi = build_syarat("{konsolidasi}", BERPOSISI)
    sama = (
        f'IF(UPPER(TRIM({{target_tahun}}))=UPPER({akhir}),"{teks.CEK_LENGKAP}",'
        f'"{teks.CEK_SEBUTAN_BEDA}")'
    )
    return f'IF({posisi},{sama},"{teks.CEK_SEBUTAN}")'


TANDA_PITA = ("s.d", "s/d", "sampai", "hingga", "-", "–", "—")
"""What stands between the two bounds of a target that is a band."""
JUDUL_WAJIB = {
    "sasaran": "Sasaran",
    "indikator": "Indikator",
    "satuan": "Satuan",
    "polaritas": "Polaritas",
    "konsolidasi": "Konsolidasi",
    "target_tahun": "Target Tahun",
}
"""The columns that every filled row needs."""
RUMUS_MANDAT_MENURUT_TW = _build_menurut_tw()
RUMUS_MANDAT_KURANG_ISI = _build_kurang_isi()
RUMUS_MANDAT_CEK = _build_cek()
_ISI = teks.CEK_ISI.strip()
RUMUS_MANDAT_KURANG = f'=IF({{cek}}="",0,IF({{cek}}="{teks.CEK_LENGKAP}",1,IF(LEFT({{cek}},{len(_ISI)})="{_ISI}",2,3)))'
"""0 blank, 1 complete, 2 something is missing, 3 its targets don't fit."""

MANDAT = Tabel(
    "mandat",
    "Mandat",
    (
        Kolom("no", "No", 4, "tengah"),
        Kolom(
            "indikator",
            "Indikator",
            26,
            "teks",
            isian=True,
            bantuan=(
                "Indikator",
                "Ukuran yang menunjukkan sasaran tercapai. Contoh: Jumlah eksportir baru yang dibina. Tidak dipakai lagi: kosongkan seluruh baris.",
            ),
        ),
        Kolom(
            "sasaran",
            "Sasaran",
            20,
            "teks",
            isian=True,
            bantuan=(
                "Sasaran",
                "Keadaan yang ingin dicapai. Contoh: Meningkatnya nilai perdagangan luar negeri",
            ),
        ),
        Kolom(
            "kode",
            "Kode Indikator",
            11,
            "terbuka",
            bantuan=(
                "Kode: diisi oleh alat",
                "Biarkan seperti apa adanya. Ketik “baru” bila baris ini kini indikator lain; ketik kode lamanya hanya bila Catatan Pemeriksa menanyakannya.",
            ),
        ),
        Kolom(
            "satuan",
            "Satuan",
            9,
            "tengah",
            isian=True,
            bantuan=(
                "Satuan",
                "Contoh: unit, dokumen, %, hari, Rp. Target berupa sebutan (WTP, BB): tulis nama skalanya, misalnya Opini BPK (lembar Rujukan, bagian G).",
            ),
        ),
        Kolom(
            "polaritas",
            "Polaritas",
            9,
            "tengah",
            isian=True,
            bantuan=(
                "Polaritas: mana yang baik?",
                " ".join(f"{p}: {s.kalimat.arti} ({s.kalimat.misal})." for p, s in SIFAT.items()),
            ),
        ),
        Kolom(
            "konsolidasi",
            "Konsolidasi",
            11.5,
            "tengah",
            isian=True,
            bantuan=(
                "Konsolidasi: cara menyatukan TW",
                " ".join(f"{k}: {PENYATUAN[k].kalimat.bantuan}." for k in DIJELASKAN),
            ),
        ),
        Kolom(
            "bobot",
            "Bobot",
            7,
            "angka",
            isian=True,
            jenis="angka",
            bantuan=(
                "Bobot (persen)",
                "Boleh kosong. Bila dipakai, isi di semua indikator dan jumlahnya 100. Contoh: 25",
            ),
        ),
        Kolom(
            "target_tahun",
            "Target Tahun",
            11,
            "isian",
            isian=True,
            jenis="angka",
            bantuan=(
                "Target Tahun",
                "Angka saja: koma untuk desimal, tanpa titik ribuan. Persen: tulis 85, bukan 0,85. Rentang ditulis 2,5 s.d. 4,5. Samakan dengan kolom Menurut TW. Contoh: 40",
            ),
        ),
        Kolom(
            "tw_0",
            "TW I",
            9.5,
            "isian",
            isian=True,
            jenis="angka",
            bantuan=(
                "Target TW I",
                "Angka saja: koma untuk desimal, tanpa titik ribuan. Persen: tulis 85, bukan 0,85. Rentang ditulis 2,5 s.d. 4,5. Kosongkan bila tidak ditargetkan di TW ini. Contoh: 10",
            ),
        ),
        Kolom(
            "tw_1",
            "TW II",
            9.5,
            "isian",
            isian=True,
            jenis="angka",
            bantuan=(
                "Target TW II",
                "Angka saja: koma untuk desimal, tanpa titik ribuan. Persen: tulis 85, bukan 0,85. Rentang ditulis 2,5 s.d. 4,5. Kosongkan bila tidak ditargetkan di TW ini. Contoh: 10",
            ),
        ),
        Kolom(
            "tw_2",
            "TW III",
            9.5,
            "isian",
            isian=True,
            jenis="angka",
            bantuan=(
                "Target TW III",
                "Angka saja: koma untuk desimal, tanpa titik ribuan. Persen: tulis 85, bukan 0,85. Rentang ditulis 2,5 s.d. 4,5. Kosongkan bila tidak ditargetkan di TW ini. Contoh: 10",
            ),
        ),
        Kolom(
            "tw_3",
            "TW IV",
            9.5,
            "isian",
            isian=True,
            jenis="angka",
            bantuan=(
                "Target TW IV",
                "Angka saja: koma untuk desimal, tanpa titik ribuan. Persen: tulis 85, bukan 0,85. Rentang ditulis 2,5 s.d. 4,5. Kosongkan bila tidak ditargetkan di TW ini. Contoh: 10",
            ),
        ),
        Kolom("menurut_tw", "Menurut TW", 10.5, "angka", rumus=RUMUS_MANDAT_MENURUT_TW),
        Kolom("cek", "Pemeriksaan", 18, "teks", rumus=RUMUS_MANDAT_CEK),
        Kolom(
            "induk",
            "Induk",
            22,
            "teks",
            isian=True,
            bantuan=(
                "Induk: indikator atasan",
                "Indikator atasan langsung yang didukung: pilih dari daftar (lembar Rujukan). Lebih dari satu: ketik kodenya, dipisah titik koma, yang utama dulu. {{contoh_induk}}",
            ),
        ),
        Kolom(
            "renstra",
            "Renstra",
            18,
            "teks",
            isian=True,
            bantuan=(
                "Renstra",
                "Hanya untuk Kepala Dinas: IKU Renstra yang diukur indikator ini. Pilih dari daftar. Jabatan lain boleh mengosongkan.",
            ),
        ),
        Kolom(
            "sub_kegiatan",
            "Sub Kegiatan",
            22,
            "teks",
            isian=True,
            bantuan=(
                "Sub Kegiatan",
                "Sub kegiatan DPA yang membiayai indikator ini, bila ada: pilih dari daftar. Kode kegiatan atau program boleh diketik.",
            ),
        ),
        Kolom(
            "realisasi_tahun_lalu",
            "Realisasi Tahun Lalu",
            12,
            "isian",
            isian=True,
            jenis="angka",
            bantuan=(
                "Realisasi Tahun Lalu",
                "Boleh kosong. Hasil akhir tahun lalu, angka saja (atau sebutan skalanya). Contoh: 36",
            ),
        ),
        Kolom(
            "nilai_terburuk",
            "Nilai Terburuk",
            9,
            "isian",
            isian=True,
            jenis="angka",
            bantuan=(
                "Nilai Terburuk",
                "Hanya untuk Turun dengan target 0: angka yang dinilai 0%. Contoh: target temuan 0, terburuk 10.",
            ),
        ),
        Kolom(
            "data_menyusul",
            "Data Menyusul",
            9.5,
            "tengah",
            isian=True,
            bantuan=(
                "Data Menyusul",
                "ya bila angka resminya terbit sesudah tenggat laporan (misalnya dari BPS).",
            ),
        ),
        Kolom(
            "sumber_data",
            "Sumber Data",
            14,
            "teks",
            isian=True,
            bantuan=("Sumber Data", "Boleh kosong. Contoh: BPS; buku register layanan"),
        ),
        Kolom(
            "definisi",
            "Definisi",
            22,
            "teks",
            isian=True,
            bantuan=(
                "Definisi",
                "Boleh kosong. Apa yang diukur, lalu cara menghitungnya. Contoh: eksportir yang pertama kali mengekspor tahun ini. Formulasi: dijumlahkan menurut surat keterangan asal",
            ),
        ),
        Kolom(
            "aspek",
            "Aspek",
            10,
            "tengah",
            isian=True,
            bantuan=(
                "Aspek (untuk SKP)",
                "Boleh kosong. Yang diukur: Kuantitas, Kualitas, Waktu, atau Biaya. Contoh: Waktu bila satuannya hari.",
            ),
        ),
        Kolom(
            "jenis",
            "Jenis",
            10,
            "tengah",
            isian=True,
            bantuan=(
                "Jenis (untuk SKP)",
                "Boleh kosong: berarti Utama. Tambahan untuk hasil kerja di luar tugas pokok, misalnya anggota panitia.",
            ),
        ),
        Kolom("catatan_pemeriksa", "Catatan Pemeriksa", 24, "periksa"),
        Kolom("kurang_isi", "", 9, "polos", rumus=RUMUS_MANDAT_KURANG_ISI),
        Kolom("kurang", "", 9, "polos", rumus=RUMUS_MANDAT_KURANG),
    ),
    list_kunci("I{:02d}", 20),
    5,
    pola="I{:02d}",
    utama="indikator",
    ciri=frozenset({"indikator", "konsolidasi", "polaritas"}),
    tiada=Kode.MANDAT_027,
)
ATASAN = Tabel(
    "atasan",
    "Rujukan",
    (
        Kolom("kode", "Kode", 12, "teks"),
        Kolom("sasaran", "Sasaran", 38, "teks"),
        Kolom("indikator", "Indikator", 46, "teks"),
        Kolom("satuan", "Satuan", 12, "tengah"),
        Kolom("target_tahun", "Target Tahun", 13, "angka"),
        Kolom("tw_0", "TW I", 11, "angka"),
        Kolom("tw_1", "TW II", 11, "angka"),
        Kolom("tw_2", "TW III", 11, "angka"),
        Kolom("tw_3", "TW IV", 11, "angka"),
        Kolom("pilihan", "", 9, "polos"),
    ),
    list_kunci("A{:02d}", 20),
    10,
)
DPA = Tabel(
    "dpa",
    "Rujukan",
    (
        Kolom("kode", "Kode", 12, "teks"),
        Kolom("uraian", "Sub Kegiatan", 38, "teks"),
        Kolom("pagu", "Pagu (Rp)", 46, "rupiah"),
        Kolom("pilihan", "", 9, "polos", tempat=10),
    ),
    list_kunci("D{:02d}", 40),
    35,
)
RENSTRA = Tabel(
    "renstra",
    "Rujukan",
    (
        Kolom("kode", "Kode", 12, "teks"),
        Kolom("sasaran", "Sasaran", 38, "teks"),
        Kolom("indikator", "Indikator", 46, "teks"),
        Kolom("satuan", "Satuan", 12, "tengah"),
        Kolom("target", "Target {{tahun}}", 13, "angka"),
        Kolom("pilihan", "", 9, "polos", tempat=10),
    ),
    list_kunci("R{:02d}", 40),
    80,
)
TABEL = (MANDAT, ATASAN, DPA, RENSTRA, PERBAIKAN)
"""All of them."""
