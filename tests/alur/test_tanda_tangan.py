"""Which LHE is signed: the FINAL one, each revision anew; the signed one is not printed over."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Lampiran
from sopkinerja.istilah import JenisLampiran, Triwulan
from sopkinerja.pandu.keadaan import read_ruang
from sopkinerja.pandu.lain import list_lain
from sopkinerja.ruang import Ruang
from tests.alur.kiriman import sidik
from tests.alur.setahun import find_cetakan, jalankan, rapat, ubah_semua

LAMPIRKAN = "lampirkan --sebagai lhe -t 1 --tanggal"
ASAL = "outbox/2026/TW1/LHE_TW1_2026.xlsx"


def tulis(ruang: Ruang, nama: str) -> str:
    """A scan beside the workspace, unlike every other."""
    berkas = ruang.akar.parent / nama
    berkas.write_bytes(f"%PDF {nama}".encode())
    return str(berkas)


def read_pandu(ruang: Ruang, tanggal: str, apa: str = "LHE") -> list[str]:
    """The lines of the guide that ask for a signature."""
    keluar = jalankan(ruang, f"lanjut --tanggal {tanggal}").stdout
    return [b.strip() for b in keluar.splitlines() if f"tanda tangan {apa}" in b]


def test_final_ditandatangani_sekali_untuk_setiap_revisi(tertutup: Ruang) -> None:
    """Signed and kept, the FINAL stays byte for byte; its meeting's results take a revision, whose
    signature is asked for anew, and the scan of the first FINAL isn't taken for it."""
    lama = tulis(tertutup, "lama.pdf")
    assert ["LHE FINAL TW I 2026" in b for b in read_pandu(tertutup, "2026-04-21")] == [True]
    hasil = jalankan(tertutup, f"{LAMPIRKAN} 2026-04-21", lama)
    assert "Disimpan: LHE FINAL TW I 2026" in hasil.stdout
    assert "sopkinerja lhe" not in hasil.output
    assert read_pandu(tertutup, "2026-04-21") == []

    sebelum = sidik(tertutup)
    hasil = jalankan(tertutup, "lhe -t 1 --tanggal 2026-04-22")
    assert ASAL in hasil.stdout
    assert "sudah ditandatangani" in hasil.output
    (tertutup.akar / ASAL).unlink()
    jalankan(tertutup, "lhe -t 1 --tanggal 2026-04-22")
    assert sidik(tertutup) == sebelum

    jalankan(tertutup, "matriks -t 1 --tanggal 2026-04-22")
    rapat(tertutup, 1)
    keluar = jalankan(tertutup, "terima --tanggal 2026-04-23").output
    assert "sudah ditandatangani dan tidak memuatnya" in keluar
    assert "sopkinerja buka -t 1 --tahun 2026" in keluar
    assert "sopkinerja lhe" not in keluar
    lain = {p.nomor for p in list_lain(read_ruang(tertutup, dt.date(2026, 4, 23)))}
    assert (27 in lain, 33 in lain) == (False, True)
    hasil = jalankan(tertutup, "lhe -t 1 --tanggal 2026-04-23", kode=3)
    assert "sopkinerja buka -t 1" in hasil.stderr
    assert sidik(tertutup)[ASAL] == sebelum[ASAL]

    jalankan(tertutup, "buka -t 1 --tanggal 2026-04-23 --alasan", "Rapat menyusul (contoh)")
    formulir = find_cetakan(tertutup, 1, "Rapat_Monev")
    isi = formulir.read_bytes()
    keluar = " ".join(jalankan(tertutup, "matriks -t 1 --tanggal 2026-04-23").output.split())
    assert formulir.read_bytes() == isi, "the meeting was held"
    assert "Rapat Monev TW I 2026 sudah diadakan dan hasilnya tetap berlaku" in keluar
    assert keluar.endswith("→ Semuanya dicetak FINAL saat menutup: sopkinerja tutup -t 1")
    tutup = "tutup -t 1 --tetap --tanggal 2026-04-24 --alasan"
    jalankan(tertutup, tutup, "Menunggu tidak mungkin")
    assert find_cetakan(tertutup, 1, "LHE", 1).is_file()
    assert sidik(tertutup)[ASAL] == sebelum[ASAL]
    assert ["LHE FINAL rev1 TW I 2026" in b for b in read_pandu(tertutup, "2026-04-24")] == [True]
    status = jalankan(tertutup, "status laporan -t 1 --tanggal 2026-04-24").output
    assert "LHE FINAL rev1 TW I belum bertanda tangan" in status
    hasil = jalankan(tertutup, f"{LAMPIRKAN} 2026-04-24", lama, kode=3)
    assert "Yang ditunggu LHE FINAL rev1 TW I 2026" in hasil.stderr
    jalankan(tertutup, f"{LAMPIRKAN} 2026-04-24", tulis(tertutup, "baru.pdf"))
    assert read_pandu(tertutup, "2026-04-24") == []
    with Agenda(tertutup.berkas_agenda, baca_saja=True) as agenda:
        semua = [(lm.triwulan, lm.nama, lm.sebutan) for lm in agenda.read_lampiran(2026)]
    assert semua == [
        (Triwulan.I, "lama.pdf", "LHE FINAL"), (Triwulan.I, "baru.pdf", "LHE FINAL rev1"),
    ]  # fmt: skip


def test_evaluasi_renja_ditandatangani(tertutup: Ruang) -> None:
    """Asked for by itself, and its scan isn't taken for the LHE's."""
    apa = "Evaluasi Renja"
    assert ["FINAL TW I 2026" in b for b in read_pandu(tertutup, "2026-04-21", apa)] == [True]
    perintah = "lampirkan --sebagai evaluasi-renja -t 1 --tanggal 2026-04-21"
    hasil = jalankan(tertutup, perintah, tulis(tertutup, "renja.pdf"))
    assert "Disimpan: Evaluasi Renja FINAL TW I 2026" in hasil.stdout
    assert read_pandu(tertutup, "2026-04-21", apa) == []
    renja = find_cetakan(tertutup, 1, "Evaluasi_Renja")
    isi = renja.read_bytes()
    keluar = jalankan(tertutup, "lhe -t 1 --tanggal 2026-04-22").stdout
    assert (ASAL in keluar, "Evaluasi_Renja_TW1" in keluar) == (True, False)
    assert renja.read_bytes() == isi, "signed"
    assert len(read_pandu(tertutup, "2026-04-22")) == 1
    jalankan(tertutup, "buka -t 1 --tanggal 2026-04-23 --alasan", "Menyusul (contoh)")
    jalankan(tertutup, "matriks -t 1 --tanggal 2026-04-23")
    rapat(tertutup, 1)
    jalankan(tertutup, "terima --tanggal 2026-04-23")
    jalankan(tertutup, "tutup -t 1 --tetap --tanggal 2026-04-24 --alasan", "Menunggu tidak mungkin")
    assert ["FINAL rev1 TW I" in b for b in read_pandu(tertutup, "2026-04-24", apa)] == [True]


def test_pk_ditandatangani_untuk_setiap_jabatan(terbuka: Ruang) -> None:
    """Asked for until the scan of each is kept."""
    kata = "Mintakan tanda tangan PK 2026, lalu simpan pindaiannya: {} jabatan belum"
    for sisa, kode in enumerate(("STF-01", "BID-01"), -2):
        assert kata.format(-sisa) in " ".join(
            jalankan(terbuka, "lanjut --tanggal 2026-04-16").stdout.split()
        )
        pindaian = tulis(terbuka, f"{kode}.pdf")
        jalankan(terbuka, "lampirkan --sebagai pk --tanggal 2026-04-16", pindaian)
    assert "tanda tangan PK" not in jalankan(terbuka, "lanjut --tanggal 2026-04-16").stdout


def test_pk_direvisi_pada_hari_pindaiannya(tertutup: Ruang) -> None:
    """The scan of that morning is of the PK before: the revision's signature is asked for, the old
    scan isn't taken for it, and a new one is."""
    for kode in ("STF-01", "BID-01"):
        pindaian = tulis(tertutup, f"{kode}.pdf")
        jalankan(tertutup, "lampirkan --sebagai pk --tanggal 2026-04-21", pindaian)
    ubah_semua(tertutup)
    pandu = " ".join(jalankan(tertutup, "lanjut --tanggal 2026-04-21").stdout.split())
    assert "Mintakan tanda tangan PK 2026, lalu simpan pindaiannya: 2 jabatan belum" in pandu
    lampirkan = "lampirkan --sebagai pk --tanggal 2026-04-21"
    lama = str(tertutup.akar.parent / "BID-01.pdf")
    hasil = jalankan(tertutup, lampirkan, lama, kode=3)
    assert "sudah disimpan sebagai PK BID-01 2026." in hasil.stderr
    assert "Yang ditunggu PK versi 2 BID-01 2026" in hasil.stderr
    hasil = jalankan(tertutup, lampirkan, tulis(tertutup, "BID-01 baru.pdf"))
    assert "Disimpan: PK versi 2 BID-01 2026, BID-01 baru.pdf" in hasil.stdout
    jalankan(tertutup, lampirkan, tulis(tertutup, "STF-01 baru.pdf"))
    assert "tanda tangan PK" not in jalankan(tertutup, "lanjut --tanggal 2026-04-21").stdout


def test_pindaian_yang_datang_sesudah_dibuka(tertutup: Ruang) -> None:
    """While it is reopened, a scan is of the FINAL that was handed out before."""
    jalankan(tertutup, "buka -t 1 --tanggal 2026-04-23 --alasan", "Rapat menyusul (contoh)")
    hasil = jalankan(tertutup, f"{LAMPIRKAN} 2026-04-23", tulis(tertutup, "telat.pdf"))
    assert "Disimpan: LHE FINAL TW I 2026" in hasil.stdout


def test_lhe_sementara_tidak_untuk_ditandatangani(terbuka: Ruang) -> None:
    """Before closing its next step is closing."""
    keluar = jalankan(terbuka, "lhe -t 1 --tanggal 2026-04-16").output
    assert "belum untuk ditandatangani" in keluar
    assert "sopkinerja tutup -t 1" in keluar
    assert "lampirkan" not in keluar
    assert (terbuka.akar / ASAL).is_file()


def test_pindaian_lhe_triwulan_lain_ditolak(tertutup: Ruang) -> None:
    """One paper shows one FINAL: the scan of another triwulan's isn't this one's signature."""
    berkas = tulis(tertutup, "LHE ttd.pdf")
    sha = hashlib.sha256(Path(berkas).read_bytes()).hexdigest()
    with Agenda(tertutup.berkas_agenda) as agenda, agenda.transaksi():
        agenda.write_lampiran(
            Lampiran(
                sebagai=JenisLampiran.LHE,
                tahun=2026,
                triwulan=Triwulan.II,
                jabatan="",
                nama="LHE ttd.pdf",
                sha256=sha,
                arsip="arsip/x.pdf",
                waktu=dt.datetime(2026, 4, 20, 12),
                revisi=0,
            )
        )
    hasil = jalankan(tertutup, f"{LAMPIRKAN} 2026-04-21", berkas, kode=3)
    assert "sudah disimpan sebagai LHE FINAL TW II 2026" in hasil.stderr
    assert "Yang ditunggu LHE FINAL TW I 2026" in hasil.stderr
    assert len(read_pandu(tertutup, "2026-04-21")) == 1
