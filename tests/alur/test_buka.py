"""Reopening on the record: what was held is judged, and the adjustment says what it changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Putusan, Triwulan
from sopkinerja.matriks.beku import read_beku
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.penyesuaian import SKOR
from sopkinerja.pandu.keadaan import list_ulang, read_ruang
from sopkinerja.pandu.lain import list_lain
from sopkinerja.ruang import Ruang
from tests.alat import check_cetak, lint, validasi
from tests.alur.kecil import gather
from tests.alur.kiriman import sidik
from tests.alur.setahun import (
    NAIK,
    STAF,
    find_cetakan,
    jalankan,
    kirim,
    lapor_bidang,
    rapat,
    read_isi,
    read_matriks,
    read_rekaman,
    ubah_semua,
)
from tests.laporan.tabel import read_tabel

SATU = Triwulan.I
ALASAN = "Laporan staf tertinggal di meja (contoh)"


def sesuaikan(ruang: Ruang) -> None:
    """Opens TW I, takes in what was held, closes it again."""
    jalankan(ruang, "buka -t 1 --tanggal 2026-07-23 --alasan", ALASAN)
    jalankan(ruang, "terima --ulang --tanggal 2026-07-23")
    keluar = jalankan(ruang, "tutup -t 1 --tanggal 2026-07-24").output
    for romawi in ("I", "II"):  # the later one is adjusted too, and closed: it gets no forms
        assert f"LHE FINAL rev1 dan Evaluasi Renja TW {romawi} " in keluar
    assert "terbitkan laporan -t 2" not in keluar


def read_bahan(ruang: Ruang, triwulan: Triwulan) -> Bahan:
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        bahan = read_beku(agenda, 2026, triwulan)
    assert bahan is not None
    return bahan


def read_ulang(ruang: Ruang) -> list[tuple[str, bool]]:
    """What the guide offers to judge again, and whether a reopening freed it."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return [
            (u.nama, u.dibuka)
            for u in list_ulang(ruang, agenda, agenda.read_kiriman_tahun(isi=False))
        ]


AKIBAT = """
| TW | Berkas | Masa                  | Ikut  | Tanda tangan |
| 1  | 8      | TW I rev1 dan TW II rev1 | TW II | 4         |
| 2  | 4      | TW II rev1            |       | 2            |
"""


def test_akibatnya_disebut_sebelum_dibuka(dua_tutup: Ruang) -> None:
    """What closing again prints, by number and triwulan, and what is signed again; nothing is written.
    A triwulan that is open, and no reason, are refused."""
    lama = sidik(dua_tutup)
    for b in read_tabel(AKIBAT):
        layar = " ".join(jalankan(dua_tutup, f"buka -t {b['TW']} --uji-coba").stdout.split())
        assert f"mencetak {b['Berkas']} berkas FINAL: Matriks Akumulasi, Laporan Kinerja" in layar
        assert f"untuk {b['Masa']}." in layar
        assert ("TW II ikut, karena sudah ditutup" in layar) is bool(b["Ikut"])
        tanda = f"ditandatangani lagi {b['Tanda tangan']} berkas: LHE dan Evaluasi Renja"
        assert f"{tanda} untuk {b['Masa']}." in layar
    jalankan(dua_tutup, "buka -t 3 --uji-coba", kode=3)
    jalankan(dua_tutup, "buka -t 1", kode=2)
    assert sidik(dua_tutup) == lama
    keadaan = read_ruang(dua_tutup, dt.date(2026, 7, 23))
    (langkah,) = (p.langkah for p in list_lain(keadaan) if "-t 1 --alasan" in p.langkah.tertulis)
    assert langkah.coba == ("buka", "-t", "1", "--uji-coba")


def test_yang_ditahan_dinilai_sesudah_dibuka(dua_tutup: Ruang) -> None:
    with Agenda(dua_tutup.berkas_agenda, baca_saja=True) as agenda:
        (ditahan,) = [k for k in agenda.read_kiriman_tahun() if k.nama == "susulan.xlsx"]
    assert ditahan.putusan is Putusan.KARANTINA
    assert [t.kode.name for t in ditahan.temuan] == ["TRIWULAN_001"]
    assert read_ulang(dua_tutup) == []
    hasil = jalankan(dua_tutup, "buka -t 1 --tanggal 2026-07-23 --alasan", ALASAN)
    assert "sopkinerja terima --ulang" in hasil.output
    assert read_ulang(dua_tutup) == [("susulan.xlsx", True)]
    pandu = jalankan(dua_tutup, "lanjut --tanggal 2026-07-23").stdout
    assert "Di karantina: susulan.xlsx" not in pandu, "judged again, not left there"
    jalankan(dua_tutup, "terima --ulang --tanggal 2026-07-23")
    with Agenda(dua_tutup.berkas_agenda, baca_saja=True) as agenda:
        (diterima,) = [
            k for k in agenda.read_kiriman_tahun() if k.berlaku and k.sha256 == ditahan.sha256
        ]
    assert diterima.putusan is Putusan.DITERIMA
    assert list(dua_tutup.karantina.iterdir()) == []
    assert read_ulang(dua_tutup) == []


def test_cetakan_sesudah_dibuka_adalah_rev(dua_tutup: Ruang) -> None:
    """SEMENTARA rev1 until it is closed again; other triwulan are printed as before."""
    jalankan(dua_tutup, "buka -t 1 --tanggal 2026-07-23 --alasan", ALASAN)
    jalankan(dua_tutup, "terima --ulang --tanggal 2026-07-23")
    for perintah in ("matriks -t 1", "lhe -t 1", "matriks -t 2"):
        jalankan(dua_tutup, f"{perintah} --tanggal 2026-07-23")
    for jenis in ("Matriks_Akumulasi", "LHE"):
        isi = read_isi(find_cetakan(dua_tutup, 1, jenis, 1)).values()
        tanda = " ".join(str(v) for v in isi if "rev1" in str(v))
        assert "SEMENTARA rev1" in tanda
        assert "FINAL" not in tanda
    assert not find_cetakan(dua_tutup, 2, "Matriks_Akumulasi", 1).exists()
    assert (
        read_matriks(find_cetakan(dua_tutup, 2, "Matriks_Akumulasi"))[STAF]["Realisasi s.d. TW"]
        == 10
    )


def test_penyesuaian(dua_tutup: Ruang) -> None:
    """TW I and TW II get their rev1 FINAL; each says what changed, why, and by whose return."""
    lama = sidik(dua_tutup)
    sesuaikan(dua_tutup)
    kini = sidik(dua_tutup)
    tetap = [n for n in lama if n.startswith(("arsip/", "outbox/2026/TW")) and "Rekap" not in n]
    tetap = [n for n in tetap if "Indeks" not in n and "TW3/" not in n]
    assert {n: kini.get(n) for n in tetap} == {n: lama[n] for n in tetap}
    satu = read_matriks(find_cetakan(dua_tutup, 1, "Matriks_Akumulasi", 1))
    dua = read_matriks(find_cetakan(dua_tutup, 2, "Matriks_Akumulasi", 1))
    assert satu[STAF]["Capaian TW (%)"] == 120.0
    assert (dua[STAF]["Realisasi s.d. TW"], dua[STAF]["Capaian s.d. TW (%)"]) == (22, 110.0)
    beda = {t: {(p.triwulan, p.apa): p for p in read_bahan(dua_tutup, t).penyesuaian}
            for t in (Triwulan.I, Triwulan.II)}  # fmt: skip
    p = beda[Triwulan.II]["s.d. TW II", "Realisasi"]
    assert (p.ke, p.jabatan, p.kode, p.sebelum, p.sesudah, p.alasan) == (
        1, "STF-01 Pengelola Data", STAF, "10", "22", ALASAN,
    )  # fmt: skip
    assert p.sumber == (
        "Laporan TW I, Pegawai STF-01 (contoh): susulan.xlsx, diterima 23 Juli 2026 pukul 12.00 WITA"
    )
    q = beda[Triwulan.I]["TW I", "Status"]
    assert (q.sebelum, q.sesudah) == ("belum lapor", "dihitung")
    assert ("TW II", "Realisasi") not in beda[Triwulan.II]
    assert {x.kode for t in beda.values() for x in t.values() if x.uraian != SKOR} == {STAF}
    for t in (1, 2):
        for jenis in ("Matriks_Akumulasi", "LHE"):
            isi = read_isi(find_cetakan(dua_tutup, t, jenis, 1))
            teks = {str(v) for (lembar, _), v in isi.items() if lembar == "Penyesuaian"}
            assert {ALASAN, p.sumber} <= teks
            assert any("FINAL rev1" in str(v) for v in isi.values())
    baris = [
        [s.value for s in b]
        for b in load_workbook(find_cetakan(dua_tutup, 2, "LHE", 1))["Antar Triwulan"].iter_rows()
    ]
    final = {(b[0], str(b[1]).partition(" ")[0], str(b[1]).rpartition(": ")[2]): b for b in baris}
    sebab = f"TW I dibuka kembali ({ALASAN}): laporan susulan, diterima 23 Juli 2026"
    for tw, dicetak, sekarang in (("TW I", "(belum lapor)", 120), ("TW II", 100, 110)):
        b = final[tw, STAF, "Capaian s.d. TW (%)"]
        assert b[2:6] == ["FINAL", dicetak, sekarang, sebab]
    assert final["TW I", "Unit", "Skor (%)"][2:5] == ["FINAL", 40, 80]


def test_penyesuaian_hanya_membawa_laporan(dua_tutup: Ruang) -> None:
    """Names, targets and settings changed since: the adjusted documents don't know."""
    sebelum = {t: read_bahan(dua_tutup, t) for t in (Triwulan.I, Triwulan.II)}
    ubah_semua(dua_tutup, mulai=3)
    sesuaikan(dua_tutup)
    hidup = (
        "terima", "status", "status_lalu", "penyesuaian", "revisi", "waktu", "hari_tutup",
        "alasan_buka", "dini",
    )  # fmt: skip
    for t, beku in sebelum.items():
        baru = read_bahan(dua_tutup, t)
        sama = {k: getattr(beku, k) for k in hidup}
        assert replace(baru, **sama) == beku
        assert (baru.hari == beku.hari) is (t is Triwulan.II)  # closed ever since
        assert (baru.dini == beku.dini) is (t is Triwulan.II)  # nobody is missing in TW I now
        assert baru.terima.keys() - beku.terima.keys() == {("STF-01", Triwulan.I)}
        assert {k: baru.terima[k] for k in beku.terima} == beku.terima


def test_formulir_yang_terbuka_ikut(dua_tutup: Ruang) -> None:
    """The form of TW III, out already, gets the adjusted figures s.d. TW II."""
    sebelum = read_rekaman(dua_tutup, 3, "STF-01")[-1]
    assert sebelum.baris[0].realisasi_sd_lalu == 10
    sesuaikan(dua_tutup)
    sesudah = read_rekaman(dua_tutup, 3, "STF-01")[-1]
    assert (sesudah.revisi, sesudah.baris[0].realisasi_sd_lalu) == (sebelum.revisi + 1, 22)


def test_hasil_rapat_ikut_di_penyesuaian(dua_tutup: Ruang) -> None:
    """The adjusted LHE of each triwulan holds its meeting's words, though that came after closing."""
    for n in (1, 2):
        jalankan(dua_tutup, f"matriks -t {n} --tanggal 2026-07-22")
        rapat(dua_tutup, n)
    jalankan(dua_tutup, "terima --tanggal 2026-07-22")
    sesuaikan(dua_tutup)
    for n in (1, 2):
        teks = {str(v) for v in read_isi(find_cetakan(dua_tutup, n, "LHE", 1)).values()}
        assert any(f"Analisis TW {n} (contoh)" in t for t in teks)


def test_dua_kali_dibuka(dua_tutup: Ruang) -> None:
    """The second adjustment is rev2, and lists the first too; rev1 stays."""
    sesuaikan(dua_tutup)
    rev1 = find_cetakan(dua_tutup, 2, "LHE", 1).read_bytes()
    jalankan(dua_tutup, "buka -t 1 --tanggal 2026-08-03 --alasan", "Salah ketik")
    kirim(dua_tutup, 1, "BID-01", "b.xlsx", lapor_bidang(9.0, 12.0, "Ganti alatnya"))
    jalankan(dua_tutup, "terima --tanggal 2026-08-03")
    jalankan(dua_tutup, "tutup -t 1 --tanggal 2026-08-04")
    assert find_cetakan(dua_tutup, 2, "LHE", 1).read_bytes() == rev1
    bahan = read_bahan(dua_tutup, Triwulan.II)
    assert bahan.revisi == 2
    assert {(p.ke, p.kode, p.alasan) for p in bahan.penyesuaian if p.uraian != SKOR} == {
        (1, STAF, ALASAN), (2, NAIK, "Salah ketik"),
    }  # fmt: skip
    assert gather(dua_tutup, Triwulan.II, dt.date(2026, 8, 5)).penyesuaian == bahan.penyesuaian
    jalankan(dua_tutup, "matriks -t 2 --tanggal 2026-08-05")
    assert find_cetakan(dua_tutup, 2, "Matriks_Akumulasi", 2).is_file()


def test_dibuka_tanpa_perubahan(dua_tutup: Ruang) -> None:
    jalankan(dua_tutup, "buka -t 2 --tanggal 2026-08-03 --alasan", "Keliru")
    hasil = jalankan(dua_tutup, "tutup -t 2 --tanggal 2026-08-03")
    assert "tidak ada revisi" in hasil.stdout
    assert not find_cetakan(dua_tutup, 2, "LHE", 1).exists()
    assert not find_cetakan(dua_tutup, 1, "LHE", 1).exists()


@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.parametrize("jenis", ["Matriks_Akumulasi", "LHE"])
def test_dokumen_penyesuaian_utuh(dua_tutup: Ruang, jenis: str) -> None:
    """Valid, clean, and nothing cut on paper."""
    sesuaikan(dua_tutup)
    berkas = find_cetakan(dua_tutup, 2, jenis, 1)
    assert validasi(berkas) == []
    assert lint(berkas) == []
    assert check_cetak(berkas) == []


def list_cetakan(ruang: Ruang) -> list[tuple[str, int, int, str]]:
    """Every printing on the record: which, of what, its SHA-256."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return [(c[0], c[2], c[3], c[6]) for c in agenda.read_cetakan()]


def test_dibuka_dan_ditutup_tanpa_perubahan(tertutup: Ruang) -> None:
    """Nothing is printed, nothing handed out changes, no revision is counted; the record says that it was
    done and why."""
    sebelum, cetakan, beku = sidik(tertutup), list_cetakan(tertutup), read_bahan(tertutup, SATU)
    jalankan(tertutup, "buka -t 1 --tanggal 2026-05-04 --alasan", ALASAN)
    jalankan(tertutup, "terima --ulang --tanggal 2026-05-04")
    hasil = jalankan(
        tertutup, "tutup -t 1 --tanggal 2026-05-05 --tetap --alasan", "Menunggu tidak mungkin"
    )
    assert "Tidak ada yang berubah sejak penutupan sebelumnya" in hasil.stdout
    assert "Dicetak FINAL" not in hasil.stdout
    kini = sidik(tertutup)
    beda = {n for n in sebelum | kini if sebelum.get(n) != kini.get(n)}
    assert {n for n in beda if n.startswith("outbox/")} == set()
    assert list_cetakan(tertutup) == cetakan
    assert read_bahan(tertutup, SATU) == beku
    with Agenda(tertutup.berkas_agenda, baca_saja=True) as agenda:
        peristiwa = [(p.tindakan, p.alasan, p.is_tetap) for p in agenda.read_peristiwa(2026)]
    assert peristiwa[1:] == [("buka", ALASAN, False), ("tutup", "Menunggu tidak mungkin", True)]
    bahan = gather(tertutup)
    assert (bahan.revisi, bahan.is_final, dict(bahan.alasan_buka)) == (0, True, {})
    jalankan(tertutup, "lhe -t 1 --tanggal 2026-05-06")
    assert not find_cetakan(tertutup, 1, "LHE", 1).exists()


def test_perubahan_sesudah_yang_tanpa_perubahan_adalah_rev1(dua_tutup: Ruang) -> None:
    """A reopening of which nothing came, then one of which something came: that is the first
    adjustment, of the later triwulan too."""
    jalankan(dua_tutup, "buka -t 1 --tanggal 2026-07-21 --alasan", "Salah ketik perintah")
    jalankan(
        dua_tutup, "tutup -t 1 --tanggal 2026-07-22 --tetap --alasan", "Menunggu tidak mungkin"
    )
    assert not find_cetakan(dua_tutup, 1, "LHE", 1).exists()
    sesuaikan(dua_tutup)
    for t in (1, 2):
        assert find_cetakan(dua_tutup, t, "LHE", 1).exists()
        assert not find_cetakan(dua_tutup, t, "LHE", 2).exists()
        assert {p.ke for p in read_bahan(dua_tutup, Triwulan(t)).penyesuaian} == {1}


def test_dua_dibuka_yang_kedua_tetap_dicetak(dua_tutup: Ruang) -> None:
    """TW II, reopened together with TW I, is printed anew at its closing for what changed in TW I,
    though nothing of its own did."""
    for t in (2, 1):
        jalankan(dua_tutup, f"buka -t {t} --tanggal 2026-07-23 --alasan", ALASAN)
    jalankan(dua_tutup, "terima --ulang --tanggal 2026-07-23")
    jalankan(dua_tutup, "tutup -t 1 --tanggal 2026-07-24")
    hasil = jalankan(
        dua_tutup, "tutup -t 2 --tanggal 2026-07-24 --tetap --alasan", "Menunggu tidak mungkin"
    )
    assert "Dicetak FINAL" in hasil.stdout
    dua = read_matriks(find_cetakan(dua_tutup, 2, "Matriks_Akumulasi", 1))
    assert dua[STAF]["Realisasi s.d. TW"] == 22
