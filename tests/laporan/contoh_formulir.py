"""Quarterly forms for tests: indicators of every kind, and an officer's cells on them."""

from __future__ import annotations

import datetime as dt
from itertools import product

from sopkinerja.formulir.model import SelMentah
from sopkinerja.istilah import (
    Formulir,
    Konsolidasi,
    Level,
    Pejabat,
    Polaritas,
    Rentang,
    Target,
    Triwulan,
)
from sopkinerja.laporan.model import BarisAnggaran, BarisLaporan, BarisTindakLanjut, FormulirLaporan
from sopkinerja.lembar.cap import Identitas
from sopkinerja.renaksi.model import BarisLangkah

PITA = Rentang(bawah=2.5, atas=4.5)
KASUS: tuple[tuple[Polaritas, Target, float | None, float | None], ...] = (
    (Polaritas.NAIK, 4.39, 4.56, None),
    (Polaritas.NAIK, -10.0, -11.0, None),
    (Polaritas.NAIK, 0.0, 5.0, None),
    (Polaritas.NAIK, None, 3.0, None),
    (Polaritas.NAIK, 5.0, 4.55, None),
    (Polaritas.TURUN, 8.0, 20.0, None),
    (Polaritas.TURUN, 0.1, 0.0101, None),
    (Polaritas.TURUN, 5.0, 12.0, None),
    (Polaritas.TURUN, 5.0, 0.0, None),
    (Polaritas.TURUN, 0.0, 0.0, None),
    (Polaritas.TURUN, 0.0, 3.0, None),
    (Polaritas.TURUN, 0.0, 3.0, 10.0),
    (Polaritas.RENTANG, PITA, 3.0, None),
    (Polaritas.RENTANG, PITA, 2.0, None),
    (Polaritas.RENTANG, PITA, 5.1, None),
    (Polaritas.RENTANG, Rentang(bawah=-2.0, atas=0.0), 1.0, None),
    (Polaritas.NAIK, 1234567890.5, 1234567.25, None),
    (Polaritas.NAIK, 10.0, None, None),
)
"""Polaritas, target, realisasi, worst value."""
NAMA = (
    "Jumlah industri kecil dan menengah pangan dan kerajinan yang memperoleh pendampingan kemasan",
    "Persentase penyelesaian dokumen perencanaan dan pelaporan kinerja tepat waktu",
    "Rata-rata hari penyelesaian layanan rekomendasi ekspor",
    "Stabilitas harga barang kebutuhan pokok dan barang penting",
)
DEFINISI = (
    "Industri kecil dan menengah yang didampingi sampai kemasannya dipakai. Formulasi: dijumlahkan "
    "menurut berita acara pendampingan"
)
SASARAN = (
    "Meningkatnya daya saing industri kecil dan menengah di daerah",
    "Terkendalinya harga barang kebutuhan pokok",
)


def build_baris(ke: int, *, konsolidasi: Konsolidasi | None = None) -> BarisLaporan:
    """The `ke`-th (0-based) sample indicator; kinds take turns."""
    polaritas, target, _, terburuk = KASUS[ke % len(KASUS)]
    cara = list(Konsolidasi)[ke % 3]
    if polaritas is Polaritas.RENTANG and cara is Konsolidasi.JUMLAH:
        cara = Konsolidasi.TERAKHIR
    return BarisLaporan(
        kode=f"PLN-01.{ke + 1:02d}",
        sasaran=SASARAN[ke // 3 % 2],
        indikator=NAMA[ke % len(NAMA)],
        satuan=("unit", "%", "pelaku usaha", "dokumen")[ke % 4],
        polaritas=polaritas,
        konsolidasi=konsolidasi or cara,
        target_tahun=target,
        target_tw=target,
        realisasi_sd_lalu=12.5 if ke % 3 == 0 else None,
        nilai_terburuk=terburuk,
    )


def build_formulir(
    jumlah: int = len(KASUS),
    *,
    revisi: int = 1,
    rumus_turun: str = "selisih",
    rumus_rentang: str = "menyimpang",
    lengkap: bool = True,
    semua_konsolidasi: bool = False,
) -> FormulirLaporan:
    """A form of TW II 2026 with so many indicators; `lengkap` with Anggaran, Renaksi, Tindak
    Lanjut and Definisi."""
    baris = [build_baris(i) for i in range(jumlah)]
    if lengkap and baris:
        arti = {"definisi": DEFINISI, "sumber_data": "Register layanan"}
        baris[0] = baris[0].model_copy(update=arti)
    if semua_konsolidasi:
        pasangan = product(range(len(KASUS)), (Konsolidasi.JUMLAH, Konsolidasi.RATA_RATA))
        baris = [
            build_baris(i, konsolidasi=k).model_copy(update={"kode": f"PLN-01.{n:02d}"})
            for n, (i, k) in enumerate(pasangan, 1)
        ]
    return FormulirLaporan(
        identitas=Identitas(
            formulir=Formulir.LAPORAN,
            opd="DISPERINDAG-CONTOH",
            tahun=2026,
            triwulan=Triwulan.II,
            jabatan="PLN-01",
        ),
        revisi=revisi,
        pemda="Pemerintah Provinsi Contoh",
        opd="Dinas Perindustrian dan Perdagangan",
        alamat="Jalan Contoh Nomor 1, Palu",
        telepon="(0451) 000000",
        tempat="Palu",
        jabatan="Kepala Bidang Perdagangan Luar Negeri",
        level=Level.KABID,
        unit="Bidang Perdagangan Luar Negeri",
        pemangku=Pejabat(
            nama="Pemangku Contoh, S.E., M.Si.",
            jabatan="Plt. Kepala Bidang Perdagangan Luar Negeri",
            nip="198501012010011001",
            pangkat="Pembina (IV/a)",
        ),
        atasan=Pejabat(
            nama="Dr. Atasan Contoh, M.M.",
            jabatan="Kepala Dinas Perindustrian dan Perdagangan",
            nip="197001011995031001",
            pangkat="Pembina Utama Muda (IV/c)",
        ),
        versi_mandat=1,
        tanggal_terbit=dt.date(2026, 4, 1),
        tenggat=dt.date(2026, 7, 7),
        rumus_turun=rumus_turun,
        rumus_rentang=rumus_rentang,
        ambang_hambatan=100,
        baris=tuple(baris),
        anggaran=ANGGARAN if lengkap else (),
        renaksi=LANGKAH if lengkap else (),
        tindak_lanjut=TINDAK_LANJUT if lengkap else (),
    )


ANGGARAN = (
    BarisAnggaran(
        kode="3.30.04.1.01.0001",
        uraian="Fasilitasi promosi dagang dan pameran ekspor bagi pelaku usaha",
        pagu=1250000000,
        realisasi_sd_lalu=250000000.5,
    ),
    BarisAnggaran(kode="3.30.04.1.01.0002", uraian="Pembinaan eksportir", pagu=350000000),
)


LANGKAH = tuple(
    BarisLangkah(
        kunci=f"TW2.L{ke:02d}",
        kode=f"PLN-01.{ke:02d}",
        langkah=langkah,
        bulan=bulan,
        keluaran="Dokumen hasil pelaksanaan",
        penanggung_jawab="Ketua Tim Promosi dan Pengembangan Ekspor",
    )
    for ke, (langkah, bulan) in enumerate(
        (
            ("Menyusun jadwal pendampingan bersama dinas kabupaten/kota", "April"),
            ("Pendampingan kemasan di tiga sentra dengan tenaga ahli, dua hari tiap sentra, dan "
             "mencatat hasilnya per pelaku usaha", "April–Juni"),
        ),
        1,
    )
)  # fmt: skip
TINDAK_LANJUT = (
    BarisTindakLanjut(
        kunci="R1.PLN-01.02",
        asal="Rekomendasi TW I",
        kode="PLN-01.02",
        uraian="Mengusulkan alat cadangan pada perubahan anggaran, dan meminjam alat UPT lain "
        "sampai alat itu datang",
    ),
    BarisTindakLanjut(
        kunci="K1.01",
        asal="Keputusan Rapat Monev TW I",
        uraian="Data dari kabupaten/kota diminta paling lambat tanggal 20 bulan terakhir",
        penanggung_jawab="Kepala Bidang Perdagangan Luar Negeri",
        tenggat=dt.date(2026, 6, 20),
    ),
)


def angka(nilai: float) -> SelMentah:
    """A number that an officer typed."""
    return SelMentah(jenis="angka", isi=repr(float(nilai)))


def kata(nilai: str) -> SelMentah:
    """A text that an officer typed."""
    return SelMentah(jenis="teks", isi=nilai)


def tanggal(nilai: str) -> SelMentah:
    """A date cell, by its ISO text."""
    return SelMentah(jenis="tanggal", isi=nilai)


RUMUS = SelMentah(jenis="rumus")


def build_mentah(formulir: FormulirLaporan) -> dict[str, dict[str, dict[str, SelMentah]]]:
    """A filled form: realisasi of KASUS (for Jumlah over Catatan in two entries), some hambatan."""
    laporan: dict[str, dict[str, SelMentah]] = {}
    catatan: dict[str, dict[str, SelMentah]] = {}
    for ke, b in enumerate(formulir.baris):
        nilai = next(
            (r for p, t, r, x in KASUS if (p, t, x) == (b.polaritas, b.target_tw, b.nilai_terburuk)
             and (r is not None or b.target_tw == 10)), None,
        )  # fmt: skip
        if b.konsolidasi is Konsolidasi.JUMLAH:
            laporan[b.kode] = {"realisasi": RUMUS}
            for i, (hari, bagian) in enumerate((("2026-04-15", 0.25), ("2026-06-30", 0.75))):
                if nilai is not None:
                    catatan[f"C{2 * ke + i + 1:03d}"] = {
                        "tanggal": tanggal(hari),
                        "kode": kata(b.kode),
                        "uraian": kata("Kegiatan contoh"),
                        "volume": angka(nilai * bagian),
                    }
        elif nilai is not None:
            laporan[b.kode] = {"realisasi": angka(nilai)}
        if ke % 4 == 1:
            laporan.setdefault(b.kode, {})["hambatan"] = kata(
                "Anggaran baru tersedia pada bulan ketiga sehingga kegiatan di lapangan mundur; "
                "dua kabupaten tidak dapat dijangkau karena banjir dan longsor."
            )
            laporan[b.kode]["rekomendasi"] = kata("Pelaksanaan dipindahkan ke awal triwulan.")
    return {
        "laporan": laporan,
        "catatan": catatan,
        "anggaran": {"3.30.04.1.01.0001": {"realisasi_tw": angka(125000000.25)}},
    }
