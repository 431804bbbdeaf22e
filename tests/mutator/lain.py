"""The other kinds of form: what a diligent officer types, and the faults with what must come of them."""

from __future__ import annotations

import datetime as dt

from tests.mutator.borang import Isi

MANDAT_BAIK: dict[str, Isi] = {
    f"mandat.I{n:02d}.{k}": v
    for n, nama in ((1, "Pelaku usaha yang dibina"), (2, "Sertifikat yang terbit"))
    for k, v in {
        "sasaran": "Meningkatnya pelayanan", "indikator": nama, "satuan": "unit", "polaritas": "Naik",
        "konsolidasi": "Jumlah", "target_tahun": 40, "tw_0": 10, "tw_1": 10, "tw_2": 10, "tw_3": 10,
        "induk": "Pelayanan yang baik",
    }.items()
}  # fmt: skip
RENAKSI_BAIK: dict[str, Isi] = {
    f"renaksi.L{n:02d}.{k}": v
    for n in range(1, 6)
    for k, v in {
        "kode": f"{{jabatan}}.{n:02d}", "langkah": f"Langkah {n}", "bulan_mulai": "Januari",
        "bulan_selesai": "Maret", "keluaran": "Laporan", "penanggung_jawab": "Pengelola",
        "anggaran": 5_000_000,
    }.items()
}  # fmt: skip
RAPAT_BAIK: dict[str, Isi] = {
    f"rapat.{b}.isi": f"Isi {b}"
    for b in ("nomor_lhe", "tempat", "pimpinan", "analisis", "kesimpulan", "arahan")
} | {
    "rapat.tanggal_rapat.isi": dt.date(2026, 4, 9),
    "rapat.tanggal_lhe.isi": dt.date(2026, 4, 10),
    "keputusan.K01.keputusan": "Menambah loket",
    "keputusan.K01.penanggung_jawab": "UJI-001",
    "keputusan.K01.tenggat": dt.date(2026, 5, 29),
    "hadir.H01.nama": "Pegawai KADIS (contoh)",
    "hadir.H01.jabatan": "Kepala Dinas",
}
MANDAT = """
| cacat                       | perubahan                                      | putusan         | temuan        |
|-----------------------------|------------------------------------------------|-----------------|---------------|
| utuh                        |                                                | diterima        |               |
| tanpa polaritas             | mandat.I01.polaritas=                          | perlu_perbaikan | REFERENSI_069 |
| polaritas lain              | mandat.I01.polaritas='naik sekali              | perlu_perbaikan | REFERENSI_014 |
| target dengan dua bacaan    | mandat.I01.tw_1='1.234                         | perlu_perbaikan | REFERENSI_016 |
| target berupa kata          | mandat.I01.tw_1='nihil                         | perlu_perbaikan | REFERENSI_015 |
| target dengan dua angka     | mandat.I01.tw_1='1 dari 4                      | perlu_perbaikan | REFERENSI_068 |
| target bersatuan lain       | mandat.I01.tw_1='10 orang                      | perlu_perbaikan | REFERENSI_066 |
| batas berlawanan            | mandat.I01.tw_1='maks. 10                      | perlu_perbaikan | REFERENSI_067 |
| jumlah tidak cocok          | mandat.I01.target_tahun=99                     | perlu_perbaikan | MANDAT_001    |
| target tahun kosong         | mandat.I01.target_tahun=                       | diterima        | MANDAT_021    |
| tanpa satuan                | mandat.I01.satuan=                             | diterima        | MANDAT_065    |
| sub kegiatan tidak ada      | mandat.I01.sub_kegiatan='9.99                  | perlu_perbaikan | MANDAT_014    |
| bobot tidak seratus         | mandat.I01.bobot=40 ; mandat.I02.bobot=40      | perlu_perbaikan | MANDAT_007    |
| bobot tidak lengkap         | mandat.I01.bobot=40                            | perlu_perbaikan | MANDAT_006    |
| polaritas terbalik          | mandat.I01.indikator='Penurunan jumlah aduan   | diterima        | MANDAT_012    |
| indikator tertulis dua kali | mandat.I02.indikator='Pelaku usaha yang dibina | perlu_perbaikan | MANDAT_024    |
| target galat                | mandat.I01.tw_1=#REF!                          | perlu_perbaikan | REFERENSI_020 |
| lembar Mandat dihapus       | hapus lembar Mandat                            | perlu_perbaikan | MANDAT_027    |
"""
RENAKSI = """
| cacat                     | perubahan                                                                                                                                                                                                                                                                                                        | putusan         | temuan                  |
|---------------------------|------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------|-----------------|-------------------------|
| utuh                      |                                                                                                                                                                                                                                                                                                                  | diterima        |                         |
| kode asing                | renaksi.L01.kode='UJI-999.01                                                                                                                                                                                                                                                                                     | perlu_perbaikan | RENAKSI_001 RENAKSI_002 |
| tanpa kode                | renaksi.L01.kode=                                                                                                                                                                                                                                                                                                | perlu_perbaikan | RENAKSI_001 RENAKSI_003 |
| langkah kosong            | renaksi.L01.langkah=                                                                                                                                                                                                                                                                                             | perlu_perbaikan | RENAKSI_004             |
| bulan di luar triwulan    | renaksi.L01.bulan_selesai='Juli                                                                                                                                                                                                                                                                                  | perlu_perbaikan | RENAKSI_005             |
| bulan terbalik            | renaksi.L01.bulan_mulai='Maret ; renaksi.L01.bulan_selesai='Januari                                                                                                                                                                                                                                              | perlu_perbaikan | RENAKSI_006             |
| anggaran minus            | renaksi.L01.anggaran=-5                                                                                                                                                                                                                                                                                          | perlu_perbaikan | RENAKSI_008             |
| target minus              | renaksi.L01.satuan='dokumen ; renaksi.L01.target_1=-5                                                                                                                                                                                                                                                            | perlu_perbaikan | RENAKSI_092             |
| target bulan tak sejumlah | renaksi.L01.satuan='dokumen ; renaksi.L01.target_1=5 ; renaksi.L01.target_tw=20                                                                                                                                                                                                                                  | perlu_perbaikan | RENAKSI_091             |
| indikator tanpa langkah   | renaksi.L05.kode='{jabatan}.04                                                                                                                                                                                                                                                                                   | perlu_perbaikan | RENAKSI_001             |
| langkah dua kali          | renaksi.L02.kode='{jabatan}.01 ; renaksi.L02.langkah='Langkah 1 ; renaksi.L06.kode='{jabatan}.02 ; renaksi.L06.langkah='Langkah 2 ; renaksi.L06.bulan_mulai='Januari ; renaksi.L06.bulan_selesai='Maret ; renaksi.L06.keluaran='Laporan ; renaksi.L06.penanggung_jawab='Pengelola ; renaksi.L06.anggaran=5000000 | diterima        | RENAKSI_013             |
| lembar Renaksi dihapus    | hapus lembar Renaksi                                                                                                                                                                                                                                                                                             | perlu_perbaikan | RENAKSI_011             |
"""
RAPAT = """
| cacat                   | perubahan                                   | putusan         | temuan              |
|-------------------------|---------------------------------------------|-----------------|---------------------|
| utuh                    |                                             | diterima        |                     |
| tanggal berupa kata     | rapat.tanggal_rapat.isi='minggu depan       | perlu_perbaikan | RAPAT_001           |
| tanggal di depan        | rapat.tanggal_rapat.isi=@2026-12-09         | diterima        | RAPAT_005           |
| keputusan tanpa tenggat | keputusan.K01.tenggat=                      | diterima        | RAPAT_006           |
| tenggat berupa kata     | keputusan.K01.tenggat='minggu depan         | diterima        | RAPAT_240           |
| keputusan tidak ditulis | keputusan.K01.keputusan=                    | diterima        | RAPAT_241           |
| penanggung jawab asing  | keputusan.K01.penanggung_jawab='Bagian Umum | diterima        | RAPAT_011           |
| arahan kosong           | rapat.arahan.isi=                           | diterima        | RAPAT_004           |
| arahan menjadi galat    | rapat.arahan.isi==-segera -> #NAME?         | diterima        | RAPAT_004 RAPAT_008 |
"""
