BEGIN TRANSACTION;
CREATE TABLE beku (
    tahun INTEGER, triwulan INTEGER, nomor INTEGER, waktu TEXT NOT NULL, isi TEXT NOT NULL,
    PRIMARY KEY (tahun, triwulan, nomor));
INSERT INTO "beku" VALUES(2026,1,1,'2026-04-07T12:00:00+08:00','{"beku": 1}');
CREATE TABLE bukti (
    sha256 TEXT, formulir TEXT, opd TEXT, tahun INTEGER, triwulan INTEGER, jabatan TEXT,
    indikator TEXT, PRIMARY KEY (sha256, formulir, opd, tahun, triwulan, jabatan, indikator));
INSERT INTO "bukti" VALUES('b1','laporan','DISPERINDAG',2026,1,'PLN-01','PLN-01.01');
CREATE TABLE cetakan (
    jenis TEXT, tahun INTEGER, triwulan INTEGER, nomor INTEGER, waktu TEXT NOT NULL,
    berkas TEXT NOT NULL, sha256 TEXT NOT NULL, arsip TEXT NOT NULL,
    PRIMARY KEY (jenis, tahun, triwulan, nomor));
INSERT INTO "cetakan" VALUES('Matriks_Akumulasi',2026,1,1,'2026-04-07T12:00:00+08:00','outbox/m.xlsx','m1','arsip/m1.xlsx');
CREATE TABLE jurnal (nomor INTEGER PRIMARY KEY, sha256 TEXT NOT NULL);
INSERT INTO "jurnal" VALUES(1,'42c1c23acc1a38a7adc18090a09c536d3b7753e11dac6746106d90009b3d60d9');
CREATE TABLE kejadian (
    id INTEGER PRIMARY KEY, waktu TEXT NOT NULL, tindakan TEXT NOT NULL, tahun INTEGER,
    triwulan INTEGER, perihal TEXT NOT NULL, alasan TEXT NOT NULL);
INSERT INTO "kejadian" VALUES(1,'2026-04-07T12:00:00+08:00','pilih',2026,1,'dua','yang benar');
INSERT INTO "kejadian" VALUES(2,'2026-04-16T12:00:00+08:00','tutup',2026,1,'','');
CREATE TABLE keluaran (sha256 TEXT PRIMARY KEY, berkas TEXT NOT NULL);
INSERT INTO "keluaran" VALUES('k1','outbox/k.xlsx');
CREATE TABLE kiriman (
    id INTEGER PRIMARY KEY, urutan INTEGER NOT NULL, nama TEXT NOT NULL, sha256 TEXT NOT NULL,
    formulir TEXT, opd TEXT, tahun INTEGER, triwulan INTEGER, jabatan TEXT, revisi INTEGER,
    diterima TEXT NOT NULL, tersimpan TEXT, putusan TEXT NOT NULL, temuan TEXT NOT NULL,
    hasil TEXT NOT NULL, balasan TEXT, arsip TEXT, berlaku INTEGER NOT NULL,
    dikembalikan INTEGER NOT NULL);
INSERT INTO "kiriman" VALUES(1,1,'IMG satu.xlsx','satu','laporan','DISPERINDAG',2026,1,'PLN-01',1,'2026-04-08T12:00:00+08:00','2026-04-06T09:30:00','perlu_perbaikan','[{"kode": "REALISASI_001", "tingkat": "galat", "lembar": "Laporan", "sel": "H14", "pesan": "Realisasi PLN-01.01 masih kosong, padahal target TW ini 10.", "saran": "Isi angka realisasinya. Bila kegiatan tidak terlaksana, isi 0 dan jelaskan sebabnya di Hambatan/Kegagalan.", "tabel": "", "baris": "", "kolom": ""}]','{"isi": "satu"}','outbox/2026/TW1/perbaikan/x.xlsx','arsip/ab/satu.xlsx',0,0);
INSERT INTO "kiriman" VALUES(2,2,'IMG dua.xlsx','dua','laporan','DISPERINDAG',2026,1,'PLN-01',1,'2026-04-09T12:00:00+08:00','2026-04-06T09:30:00','diterima','[{"kode": "REALISASI_001", "tingkat": "galat", "lembar": "Laporan", "sel": "H14", "pesan": "Realisasi PLN-01.01 masih kosong, padahal target TW ini 10.", "saran": "Isi angka realisasinya. Bila kegiatan tidak terlaksana, isi 0 dan jelaskan sebabnya di Hambatan/Kegagalan.", "tabel": "", "baris": "", "kolom": ""}]','{"isi": "dua"}',NULL,'arsip/ab/dua.xlsx',1,0);
CREATE TABLE lampiran (
    id INTEGER PRIMARY KEY, sebagai TEXT NOT NULL, tahun INTEGER NOT NULL,
    triwulan INTEGER NOT NULL, jabatan TEXT NOT NULL, nama TEXT NOT NULL, sha256 TEXT NOT NULL,
    arsip TEXT NOT NULL, waktu TEXT NOT NULL,
    UNIQUE (sebagai, tahun, triwulan, jabatan, sha256));
INSERT INTO "lampiran" VALUES(1,'lhe',2026,1,'','LHE.pdf','l1','arsip/l1.pdf','2026-04-07T12:00:00+08:00');
CREATE TABLE mandat (
    tahun INTEGER, versi INTEGER, berlaku_mulai INTEGER, isi TEXT NOT NULL,
    PRIMARY KEY (tahun, versi));
INSERT INTO "mandat" VALUES(2026,1,1,'{"tahun":2026,"versi":1,"berlaku_mulai":1,"tanggal":"2026-02-27","alasan":"","indikator":[{"tahun":2026,"jabatan":"PLN-01","kode":"PLN-01.01","sasaran":"Ekspor naik","indikator":"Nilai ekspor","satuan":"juta US$","polaritas":"Naik","konsolidasi":"Jumlah","bobot":null,"target_tahun":100.0,"target_tw":[10.0,20.0,30.0,40.0],"induk":null,"induk_lain":[],"renstra":null,"sub_kegiatan":null,"realisasi_tahun_lalu":null,"nilai_terburuk":null,"skala":null,"data_menyusul":false,"sumber_data":"","definisi":"","aspek":null,"jenis":"Utama"}],"pagu":[],"kursi":[],"induk_unit":{},"koreksi":false}');
CREATE TABLE terbitan (
    formulir TEXT, opd TEXT, tahun INTEGER, triwulan INTEGER, jabatan TEXT, revisi INTEGER,
    perbaikan INTEGER NOT NULL, kode TEXT NOT NULL, waktu TEXT NOT NULL, berkas TEXT NOT NULL,
    sha256 TEXT NOT NULL, sidik TEXT NOT NULL, isi TEXT NOT NULL,
    PRIMARY KEY (formulir, opd, tahun, triwulan, jabatan, revisi));
INSERT INTO "terbitan" VALUES('laporan','DISPERINDAG',2026,1,'PLN-01',1,0,'K','2026-04-07T12:00:00+08:00','outbox/a.xlsx','t1','s','{}');
CREATE TABLE terima (id INTEGER PRIMARY KEY, waktu TEXT NOT NULL, tanda_terima TEXT NOT NULL);
INSERT INTO "terima" VALUES(1,'2026-04-07T12:00:00+08:00','outbox/Tanda_Terima.xlsx');
CREATE INDEX kiriman_identitas ON kiriman (formulir, tahun, triwulan, jabatan);
CREATE INDEX kiriman_sha256 ON kiriman (sha256);
COMMIT;
PRAGMA user_version=6;
