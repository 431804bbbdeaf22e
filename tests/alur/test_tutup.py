"""Closing a triwulan: who is missing, what is frozen, and that nothing changes it any more."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.cetak.gaya import Nilai
from sopkinerja.cetak.tabel import Isi, SelCetak
from sopkinerja.formulir.jenis import Kembalian
from sopkinerja.istilah import Keadaan, Putusan, Triwulan
from sopkinerja.jenis import find_jenis
from sopkinerja.katalog import Tingkat
from sopkinerja.laporan.model import IsiHasil
from sopkinerja.lembar.cap import Identitas
from sopkinerja.matriks.beku import read_beku
from sopkinerja.matriks.lembar_matriks import KOLOM
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.penerimaan import kenali
from sopkinerja.penerimaan.amankan import check_berkas
from sopkinerja.penerimaan.pembacaan import baca_semua
from sopkinerja.ruang import Ruang
from tests.alur.kecil import gather, issue
from tests.alur.kiriman import isi_agenda, sidik
from tests.alur.setahun import (
    NAIK,
    REVISI_SATU,
    STAF,
    TURUN,
    build_isian,
    find_cetakan,
    jalankan,
    kirim,
    lapor_bidang,
    read_isi,
    read_matriks,
    read_rekaman,
    tutup,
    ubah_semua,
)

TANGGAL = "--tanggal 2026-04-20"
DUA = dt.date(2026, 4, 1)
FINAL = ("Matriks_Akumulasi", "Laporan_Kinerja", "LHE", "Evaluasi_Renja")


# --- refusing


def test_yang_belum_selesai_disebut_dan_menahan(terbuka: Ruang) -> None:
    """With their atasan; nothing at all is changed."""
    sebelum = sidik(terbuka)
    hasil = jalankan(terbuka, f"tutup -t 1 {TANGGAL}", kode=3)
    assert (
        "STF-01       Pengelola Data — Pegawai STF-01 (contoh): belum kembali, terlambat 8 hari kerja; "
        "atasan BID-01 Kepala Bidang Contoh, Pegawai BID-01 (contoh)" in hasil.stdout
    )
    assert hasil.stderr.count("\n") == 1
    assert "1 jabatan belum selesai" in hasil.stderr
    mundur = jalankan(terbuka, "tutup -t 1 --tanggal 2026-04-02", kode=3).stderr
    assert mundur.startswith("! LHE ini bertanggal 2 April 2026, padahal memuat laporan yang baru")
    jalankan(terbuka, f"tutup -t 1 --tetap {TANGGAL}", kode=2)
    jalankan(terbuka, f"tutup -t 1 {TANGGAL} --alasan", "tanpa tetap", kode=3)
    assert sidik(terbuka) == sebelum


def test_uji_coba_menyebut_akibatnya(terbuka: Ruang) -> None:
    """What a closing would do is told before it is done: who is missing, that it is too early; with
    what it is done all the same. Nothing at all is changed."""
    sebelum = sidik(terbuka)
    layar = jalankan(terbuka, f"tutup -t 1 --uji-coba {TANGGAL}").stdout
    assert "STF-01       Pengelola Data — Pegawai STF-01 (contoh): belum kembali" in layar
    assert "→ Uji coba: tidak ada yang ditulis. Jalankan: sopkinerja tutup -t 1 --tetap" in layar
    layar = jalankan(terbuka, "tutup -t 1 --uji-coba --tanggal 2026-03-30").stdout
    assert layar.startswith("! TW I 2026 baru berakhir 31 Maret 2026.")
    assert sidik(terbuka) == sebelum
    kirim(terbuka, 1, "STF-01", "a.xlsx", build_isian(STAF, 10.0))
    jalankan(terbuka, "terima --tanggal 2026-04-08")
    layar = jalankan(terbuka, f"tutup -t 1 --uji-coba {TANGGAL}").stdout
    assert layar.startswith("Semua laporan yang ditunggu sudah diterima.")
    assert layar.endswith("Jalankan: sopkinerja tutup -t 1\n")


def test_yang_dikembalikan_dan_konflik_juga_kurang(terbuka: Ruang) -> None:
    jalankan(terbuka, "kembalikan BID-01 -t 1 --tanggal 2026-04-08 --catatan", "Lengkapi")
    for nama, nilai in (("a.xlsx", 10.0), ("b.xlsx", 11.0)):
        kirim(terbuka, 1, "STF-01", nama, build_isian(STAF, nilai))
    jalankan(terbuka, "terima --tanggal 2026-04-08", kode=1)
    hasil = jalankan(terbuka, f"tutup -t 1 {TANGGAL}", kode=3)
    assert "Belum selesai untuk TW I: 2 jabatan" in hasil.stdout
    assert "konflik" in hasil.stdout
    assert "dalam perbaikan" in hasil.stdout
    assert "atasan KADIS Kepala Dinas" in hasil.stdout


def test_menolak_yang_tidak_boleh(terbuka: Ruang, tmp_path: Path) -> None:
    """While the one before is open, without a mandat, twice, and reopening what is open."""
    assert "TW I 2026 belum ditutup" in jalankan(terbuka, "tutup -t 2", kode=3).stderr
    assert "tidak sedang ditutup" in jalankan(terbuka, "buka -t 1 --alasan x", kode=3).stderr
    tutup(terbuka, 1, "2026-04-20")
    assert "sudah ditutup" in jalankan(terbuka, f"tutup -t 1 {TANGGAL}", kode=3).stderr
    assert "tidak boleh kosong" in jalankan(terbuka, "buka -t 1 --alasan", " ", kode=3).stderr
    with Agenda(terbuka.berkas_agenda, baca_saja=True) as agenda:
        (alasan,) = agenda.read_kejadian("tutup")
    assert alasan[1:] == ("STF-01 terlambat", "Menunggu tidak mungkin")
    baru = Ruang(tmp_path / "baru")
    baru.akar.mkdir()
    jalankan(baru, f"mulai {baru.akar} --contoh")
    assert "belum ditetapkan" in jalankan(baru, "tutup -t 1", kode=3).stderr


def test_tahun_lalu_ditutup_dahulu(terbuka: Ruang) -> None:
    """TW IV of the year before comes before TW I, where that year is kept here."""
    with Agenda(terbuka.berkas_agenda) as agenda:
        mandat = agenda.read_mandat(2026)
        assert mandat is not None
        agenda.write_mandat(mandat.model_copy(update={"tahun": 2025}))
    hasil = jalankan(terbuka, f"tutup -t 1 --tahun 2026 {TANGGAL}", kode=3)
    assert "TW IV 2025 belum ditutup" in hasil.stderr


def test_perintah_lain_menolak_triwulan_tertutup(tertutup: Ruang) -> None:
    """Exit code 3, one line, nothing changed."""
    sebelum = isi_agenda(tertutup)
    for perintah in (
        "terbitkan laporan -t 1",
        "kembalikan BID-01 -t 1 --catatan x",
        "tetapkan --mulai-triwulan 1 --alasan x",
        "tutup -t 1",
    ):
        hasil = jalankan(tertutup, perintah, kode=3)
        assert "ditutup" in hasil.stderr, perintah
        assert hasil.stderr.count("\n") == 1, perintah
    assert isi_agenda(tertutup) == sebelum


def test_pilih_menolak_triwulan_tertutup(terbuka: Ruang) -> None:
    for nama, nilai in (("a.xlsx", 10.0), ("b.xlsx", 11.0)):
        kirim(terbuka, 1, "STF-01", nama, build_isian(STAF, nilai))
    jalankan(terbuka, "terima --tanggal 2026-04-08", kode=1)
    tutup(terbuka, 1, "2026-04-20")
    with Agenda(terbuka.berkas_agenda, baca_saja=True) as agenda:
        sha = next(k.sha256 for k in agenda.read_kiriman_tahun() if k.putusan is Putusan.KONFLIK)
    hasil = jalankan(terbuka, f"pilih {sha} --alasan x", kode=3)
    assert "sudah ditutup" in hasil.stderr


# --- frozen


def test_final_dicetak_dan_diarsipkan(tertutup: Ruang) -> None:
    with Agenda(tertutup.berkas_agenda, baca_saja=True) as agenda:
        cetakan = {c[0]: c for c in agenda.read_cetakan()}
    assert set(cetakan) == set(FINAL)
    for jenis in FINAL:
        berkas = find_cetakan(tertutup, 1, jenis)
        assert (tertutup.akar / cetakan[jenis][-1]).read_bytes() == berkas.read_bytes()
        teks = " ".join(str(v) for v in read_isi(berkas).values())
        assert "FINAL" in teks
        assert "SEMENTARA" not in teks


def test_tutup_tidak_mengubah_angka_yang_dicetak_sebelumnya(
    terbuka: Ruang, tertutup: Ruang
) -> None:
    """Closing turns SEMENTARA into FINAL; only the gap is passed over from then on."""
    jalankan(terbuka, f"matriks -t 1 {TANGGAL}")
    sebelum = read_matriks(find_cetakan(terbuka, 1, "Matriks_Akumulasi"))
    sesudah = read_matriks(find_cetakan(tertutup, 1, "Matriks_Akumulasi"))
    assert sesudah == sebelum
    assert sesudah[NAIK]["Capaian TW (%)"] == 80.0
    assert sesudah[TURUN]["Capaian TW (%)"] == -40.0
    assert sesudah[STAF]["Status"] == "belum lapor"


def test_perubahan_tidak_menyentuh_triwulan_tertutup(tertutup: Ruang) -> None:
    """Referensi, names, targets and settings are others; every cell of TW I is the same."""
    sebelum = {jenis: read_isi(find_cetakan(tertutup, 1, jenis)) for jenis in FINAL}
    ubah_semua(tertutup)
    jalankan(tertutup, f"matriks -t 1 {TANGGAL}")
    jalankan(tertutup, f"lhe -t 1 {TANGGAL}")
    for jenis in FINAL:
        assert read_isi(find_cetakan(tertutup, 1, jenis)) == sebelum[jenis], jenis


def test_triwulan_berikut_menampilkan_yang_tertutup_dengan_aturannya(tertutup: Ruang) -> None:
    """TW II goes by the new settings and targets, and shows TW I as it was closed."""
    ubah_semua(tertutup)
    issue(tertutup, Triwulan.II, dt.date(2026, 4, 22))
    kirim(tertutup, 2, "BID-01", "b2.xlsx", lapor_bidang(20.0, 50.0, "Tambah petugas"))
    jalankan(tertutup, "terima --tanggal 2026-07-06")
    jalankan(tertutup, "matriks -t 2 --tanggal 2026-07-08")
    jalankan(tertutup, "lhe -t 2 --tanggal 2026-07-08")
    antar = read_matriks(find_cetakan(tertutup, 2, "Matriks_Akumulasi"), "Akumulasi")[TURUN]
    assert (antar["Capaian TW I (%)"], antar["Capaian TW II (%)"]) == (-40.0, 40.0)
    assert (antar["Target TW I"], antar["Target TW II"]) == (5.0, 20.0)
    lhe = read_isi(find_cetakan(tertutup, 2, "LHE"))
    baris = {
        lhe["Antar Triwulan", sel.replace("B", "A")]: sel
        for (lembar, sel), isi in lhe.items()
        if lembar == "Antar Triwulan" and isi == "Kabid"
    }
    sel = baris["Level"]
    assert lhe["Antar Triwulan", sel.replace("B", "E")] == 40.0  # (80 + 0) / 2, limited below


def _polos(isi: Isi) -> Nilai:
    """What a cell holds, without how many decimals it shows."""
    return isi.nilai if isinstance(isi, SelCetak) else isi


def test_final_terbit_lagi_dari_arsip(tertutup: Ruang) -> None:
    """Every archived original read anew gives the figures and texts of the FINAL matrix."""
    sebelum = read_matriks(find_cetakan(tertutup, 1, "Matriks_Akumulasi"))
    ubah_semua(tertutup)
    with Agenda(tertutup.berkas_agenda, baca_saja=True) as agenda:
        bahan = read_beku(agenda, 2026, Triwulan.I)
        assert bahan is not None
        for terima in bahan.terima.values():
            hasil = baca_lagi(tertutup, agenda, terima.arsip)
            isi = hasil.laporan.model_dump(include=set(type(terima.laporan).model_fields))
            assert (isi, hasil.letak) == (terima.laporan.model_dump(), terima.letak)
    baris = build_matriks(bahan).baris
    for b in baris:
        isi = {k.judul: _polos(k.read(b)) or None for k in KOLOM}
        assert {k: v or None for k, v in sebelum[b.kode].items() if k in isi} == isi
    assert len(baris) == len(sebelum)


def baca_lagi(ruang: Ruang, agenda: Agenda, arsip: str) -> IsiHasil:
    """amankan, baca, kenali, periksa on an archived original."""
    pengaturan = ruang.read_pengaturan()
    isi = (ruang.akar / arsip).read_bytes()
    assert check_berkas(isi, arsip, pengaturan) is None
    ((_, buku),) = baca_semua([(arsip, isi)], pengaturan)
    assert isinstance(buku, BukuTerbaca)
    ident = kenali.read_identitas(buku, arsip)
    assert isinstance(ident, tuple)
    identitas: Identitas = ident[0]
    terbitan = kenali.find_terbitan(agenda, *ident)
    assert isinstance(terbitan, tuple)
    nilai = find_jenis(identitas.formulir).periksa(
        Kembalian(buku, *terbitan, [], dt.date(2026, 12, 1), pengaturan)
    )
    return IsiHasil.model_validate_json(nilai.hasil)


def test_status_tertutup_tetap(tertutup: Ruang) -> None:
    """The board of a closed triwulan stays as it was, however late it is looked at."""
    lama = gather(tertutup, tanggal=dt.date(2026, 4, 20)).status
    assert gather(tertutup, tanggal=dt.date(2026, 12, 1)).status == lama
    assert {s.kode: s.keadaan for s in lama}["STF-01"] is Keadaan.TERLAMBAT


# --- carried on


def test_tindak_lanjut_masuk_formulir_berikut(tertutup: Ruang) -> None:
    """The form of TW II, out since its first day, has a new revision with the follow-ups; a return
    of the first revision is as good, and what it doesn't answer stays open."""
    satu, dua = read_rekaman(tertutup, 2, "BID-01")
    assert satu.tindak_lanjut == ()
    assert [(b.kunci, b.asal, b.kode, b.uraian) for b in dua.tindak_lanjut] == [
        (f"R1-26.{k}", "Rekomendasi TW I", k, "Ganti alatnya") for k in (NAIK, TURUN)
    ]
    assert len(read_rekaman(tertutup, 2, "STF-01")) == 1  # nothing of the staff's form changed
    issue(tertutup, Triwulan.III, dt.date(2026, 7, 1))
    assert read_rekaman(tertutup, 3, "BID-01")[-1].tindak_lanjut == ()  # TW II is still open
    jawab = {("tindak_lanjut", f"R1-26.{NAIK}", "keadaan"): "selesai"}
    kirim(tertutup, 2, "BID-01", "b2.xlsx", lapor_bidang(10.0, 5.0) | jawab)
    jalankan(tertutup, "terima --tanggal 2026-07-06")
    tutup(tertutup, 2, "2026-07-20")
    terbuka = read_rekaman(tertutup, 3, "BID-01")[-1].tindak_lanjut
    assert [b.kunci for b in terbuka] == [f"R1-26.{TURUN}"]


def test_revisi_lama_sama_baiknya(tertutup: Ruang) -> None:
    """What was sent out on the first day comes back without the follow-ups: accepted, and told."""
    berkas = tertutup.akar / REVISI_SATU
    kirim(tertutup, 2, "BID-01", "b2.xlsx", lapor_bidang(10.0, 5.0), berkas)
    jalankan(tertutup, "terima --tanggal 2026-07-06")
    with Agenda(tertutup.berkas_agenda, baca_saja=True) as agenda:
        (k,) = [k for k in agenda.read_kiriman_tahun() if k.nama == "b2.xlsx"]
    assert (k.putusan, k.revisi) == (Putusan.DITERIMA, 1)
    assert {t.tingkat for t in k.temuan} == {Tingkat.PERINGATAN}
    assert any("Tindak Lanjut" in t.pesan for t in k.temuan)
