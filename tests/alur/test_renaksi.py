"""Row 2 from the form to the OPD's Renaksi, and on to the quarterly form and the next triwulan."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import Result

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.contoh.borang import Borang
from sopkinerja.istilah import Formulir, KeadaanTindak, Putusan, Triwulan
from sopkinerja.renaksi.langkah import read_langkah
from sopkinerja.renaksi.model import BarisLangkah
from sopkinerja.ruang import Ruang, build_waktu
from tests.alat import check_cetak, lint, validasi
from tests.alur.kecil import build_alamat, ketik, terima
from tests.alur.kecil import find_formulir as find_laporan
from tests.alur.renaksi import BIDANG, KADIS, build_ketikan, create, find_formulir, kirim, run

TERBIT, MASUK = "2026-03-02", dt.date(2026, 3, 5)
JUNI = {"target_1": None, "target_2": None, "target_3": 20.0}
BULAN_BARU = {"bulan_mulai": "April", "bulan_selesai": "Mei"}


def read_sel(berkas: Path, baris: str, kolom: str) -> object:
    ((lembar, sel),) = build_alamat(berkas, {("renaksi", baris, kolom): None})
    return openpyxl.load_workbook(berkas)[lembar][sel].value


@pytest.fixture
def ruang(tmp_path: Path) -> Ruang:
    ruang = create(tmp_path / "ruang")
    hasil = run(ruang, "terbitkan", "renaksi", "-t", "1", "--tanggal", TERBIT)
    assert "2 formulir baru" in hasil.output
    return ruang


def langkah(ruang: Ruang, triwulan: Triwulan = Triwulan.I) -> dict[str, tuple[BarisLangkah, ...]]:
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return read_langkah(agenda, 2026, triwulan)


def test_tanpa_yang_diterima_tidak_dicetak(ruang: Ruang) -> None:
    """An empty Renaksi is no document: who is to be asked, or that the forms aren't out. Nobody is
    reminded long before the last day."""
    for triwulan, kata in (
        ("1", ("belum ada yang diterima", "KADIS Pegawai KADIS", "BID-01 Pegawai BID-01",
               "sopkinerja terima", "sopkinerja status renaksi -t 1")),
        ("2", ("formulirnya belum diterbitkan", "sopkinerja terbitkan renaksi -t 2")),
    ):  # fmt: skip
        hasil = run(ruang, "renaksi", "-t", triwulan, "--tanggal", "2026-03-09")
        assert hasil.exit_code == 3
        assert [k for k in kata if k not in hasil.stderr] == []
    assert list(ruang.outbox.rglob("Renaksi_TW*")) == []
    for hari, kata in (
        ("02-20", "Pastikan formulirnya terkirim"),
        ("03-05", "Ingatkan yang belum"),
    ):
        papan = run(ruang, "status", "renaksi", "-t", "1", "--tanggal", f"2026-{hari}").output
        assert papan.splitlines()[-1].startswith(f"→ {kata} (KADIS, BID-01)")


def test_dari_formulir_sampai_triwulan_berikut(ruang: Ruang) -> None:
    """Issued, sent back faulty, mended, printed, asked after, and what wasn't done carried over."""
    salah = build_ketikan(BIDANG[0] | {"bulan_selesai": "April"})
    assert kirim(ruang, "BID-01", salah, MASUK) == (
        Putusan.PERLU_PERBAIKAN,
        ["RENAKSI_005", "RENAKSI_001"],
    )
    perbaikan = find_formulir(ruang)["BID-01"]
    assert perbaikan.parent == ruang.outbox / "2026/TW1/renaksi/perbaikan"
    assert "April, di luar TW I" in str(read_sel(perbaikan, "L01", "catatan_pemeriksa"))
    assert read_sel(perbaikan, "L01", "langkah") == "Pelatihan ekspor"
    assert kirim(ruang, "BID-01", build_ketikan(*BIDANG), dt.date(2026, 3, 6)) == (
        Putusan.DITERIMA,
        [],
    )
    assert run(ruang, "terbitkan", "laporan", "-t", "1", "--tanggal", TERBIT).exit_code == 0
    cetak = run(ruang, "renaksi", "-t", "1", "--tanggal", "2026-03-09")
    assert cetak.exit_code == 0
    assert "outbox/2026/TW1/Renaksi_TW1_2026.xlsx" in cetak.output
    assert "Belum ada Renaksi dari: KADIS" in cetak.output
    assert "lampirkan FILE --sebagai renaksi -t 1" in cetak.output
    assert [(b.kunci, b.kode, b.bulan) for b in langkah(ruang)["BID-01"]] == [
        ("TW1.L01", "BID-01.01", "Januari–Maret"),
        ("TW1.L02", "BID-01.02", "Februari"),
        ("TW1.L03", "BID-01.02", "Maret"),
    ]
    _jawab(ruang)
    hasil = run(ruang, "terbitkan", "renaksi", "-t", "2", "--tanggal", "2026-04-20")
    assert "2 formulir baru" in hasil.output
    baru = find_formulir(ruang, Triwulan.II)["BID-01"]
    assert [read_sel(baru, f"L0{n}", "asal") for n in (1, 2, 3)] == ["TW1.L02", "TW1.L03", None]
    assert read_sel(baru, "L02", "keluaran") == "Stan dan 20 pembeli"
    assert [read_sel(baru, "L01", k) for k in ("satuan", "target_1", "target_tw")] == [
        "stan", None, 2.5,
    ]  # fmt: skip
    assert read_sel(baru, "L01", "target_indikator") is not None
    ketikan = build_ketikan(
        BULAN_BARU,
        BULAN_BARU | {"langkah": "Pameran di Poso dan Luwuk"},
        BIDANG[0] | {"bulan_mulai": "Juni", "bulan_selesai": "Juni"} | JUNI,
    )
    assert kirim(ruang, "BID-01", ketikan, dt.date(2026, 4, 22), Triwulan.II) == (
        Putusan.DITERIMA,
        [],
    )
    kunci = [b.kunci for b in langkah(ruang, Triwulan.II)["BID-01"]]
    assert kunci == ["TW1.L02", "TW1.L03", "TW2.L03"]
    _check_setahun(ruang)


def test_ditandatangani_sekali_untuk_setiap_isi(ruang: Ruang) -> None:
    """Asked for until its scan is kept; once more where it was printed after another form came, not
    where the same was printed again; an earlier scan isn't taken for a later Renaksi."""
    satu, dua = (ruang.akar.parent / f"renaksi {n}.pdf" for n in (1, 2))
    for berkas in (satu, dua):
        berkas.write_bytes(b"%PDF " + berkas.name.encode())

    def tanya() -> list[str]:
        keluar = run(ruang, "lanjut", "--tanggal", "2026-03-10").output
        return re.findall(r"tanda tangan (Renaksi[^,]*),", " ".join(keluar.split()))

    def simpan(berkas: Path) -> Result:
        return run(
            ruang, "lampirkan", str(berkas), "--sebagai", "renaksi", "-t", "1",
            "--tanggal", "2026-03-10",
        )  # fmt: skip

    cetak = ("renaksi", "-t", "1", "--tanggal")
    kirim(ruang, "BID-01", build_ketikan(*BIDANG), dt.date(2026, 3, 6))
    assert tanya() == []
    run(ruang, *cetak, "2026-03-07")
    assert tanya() == ["Renaksi TW I 2026"]
    assert "Disimpan: Renaksi TW I 2026" in simpan(satu).output
    run(ruang, *cetak, "2026-03-08")
    assert tanya() == []
    kirim(ruang, "BID-01", build_ketikan(*BIDANG[:2]), dt.date(2026, 3, 9))
    assert tanya() == []
    run(ruang, *cetak, "2026-03-09")
    assert tanya() == ["Renaksi cetakan ke-3 TW I 2026"]
    assert "sudah disimpan sebagai Renaksi TW I 2026" in simpan(satu).output
    assert "Disimpan: Renaksi cetakan ke-3 TW I 2026" in simpan(dua).output
    assert tanya() == []


def _check_setahun(ruang: Ruang) -> None:
    """Each step of the year once: months, target, what came of it."""
    assert run(ruang, "renaksi", "-t", "2", "--tanggal", "2026-04-23").exit_code == 0
    buku = openpyxl.load_workbook(ruang.outbox / "2026/TW2/Renaksi_TW2_2026.xlsx")
    baris = list(buku["Setahun"].iter_rows(values_only=True))
    kepala = next(b for b in baris if b[0] == "Kode Indikator")
    isi = {b[2]: dict(zip(kepala, b, strict=True)) for b in baris if b[0] and b[2]}
    assert list(isi) == ["Kode Langkah", "TW1.L01", "TW2.L03", "TW1.L02", "TW1.L03"]
    bulan = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun")
    assert [isi["TW1.L01"][b] for b in bulan] == [5, 7.5, 7.5, None, None, None]
    assert [isi["TW1.L02"][b] for b in bulan] == [None, 4, None, "■", "■", None]
    akhir = ("Satuan", "Target", "Realisasi", "Status")
    assert [isi["TW1.L01"][k] for k in akhir] == ["IKM", 20, 20, "selesai"]
    assert [isi["TW1.L02"][k] for k in akhir] == ["stan", 4, 1.5, "berjalan"]
    assert [isi["TW1.L03"][k] for k in akhir] == [None, None, None, "belum dilaporkan"]
    (utama, *_) = buku.worksheets
    target = {b[3]: (*b[2:3], *b[5:10]) for b in utama.iter_rows(values_only=True) if b[3]}
    assert target["TW2.L03"] == ("1 unit", None, None, 20, 20, "IKM")


def _jawab(ruang: Ruang) -> None:
    """The quarterly form of TW I: one step done, one under way, one unanswered."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        formulir = find_laporan(ruang, agenda, Triwulan.I)["BID-01"]
    isian = {
        ("laporan", kode, "realisasi"): 1.0 for kode in ("BID-01.01", "BID-01.02")
    } | {
        ("pelaksanaan", "TW1.L01", "keadaan"): KeadaanTindak.SELESAI.value,
        ("pelaksanaan", "TW1.L01", "realisasi"): 20.0,
        ("pelaksanaan", "TW1.L02", "realisasi"): "1,5",
        ("pelaksanaan", "TW1.L02", "keadaan"): KeadaanTindak.BERJALAN.value,
    }  # fmt: skip
    ketik(formulir, isian, ruang.inbox / "laporan.xlsx")
    (kiriman,) = terima(ruang).rencana.kiriman
    assert kiriman.putusan is Putusan.DITERIMA, kiriman.temuan


def test_renaksi_yang_diterima_dikembalikan(ruang: Ruang) -> None:
    """An accepted Renaksi goes back with the Kasubag's words, and its correction is accepted."""
    kirim(ruang, "BID-01", build_ketikan(*BIDANG), MASUK)
    kata = ("--catatan", "Sebutkan peserta pelatihannya.", "--indikator", "TW1.L01")
    hasil = run(
        ruang, "kembalikan", "BID-01", "-t", "1", "--formulir", "renaksi", *kata,
        "--tanggal", "2026-03-06",
    )  # fmt: skip
    assert hasil.exit_code == 0, hasil.output
    perbaikan = find_formulir(ruang)["BID-01"]
    assert perbaikan.parent == ruang.outbox / "2026/TW1/renaksi/perbaikan"
    assert str(read_sel(perbaikan, "L01", "catatan_pemeriksa")).startswith("Sebutkan peserta")
    papan = run(ruang, "status", "renaksi", "-t", "1", "--tanggal", "2026-03-06").output
    assert "Dalam perbaikan: 1" in papan
    baru = build_ketikan(BIDANG[0] | {"langkah": "Pelatihan ekspor 20 IKM"}, *BIDANG[1:])
    assert kirim(ruang, "BID-01", baru, dt.date(2026, 3, 9)) == (
        Putusan.DITERIMA,
        ["URUTAN_495"],
    )


@pytest.mark.parametrize(
    ("pilihan", "kata"),
    [
        (("--formulir", "mandat", "-t", "1"), "Formulir mandat tanpa -t."),
        (("--formulir", "renaksi"), "Formulir renaksi perlu -t N."),
    ],
)
def test_kembalikan_dengan_masa_yang_salah(
    ruang: Ruang, pilihan: tuple[str, ...], kata: str
) -> None:
    hasil = run(ruang, "kembalikan", "BID-01", "--catatan", "x", *pilihan)
    assert hasil.exit_code == 2
    assert kata in hasil.output


def test_dua_kali_tidak_mengubah_apa_pun(ruang: Ruang) -> None:
    """Issuing again, taking the same in again: nothing new; a lost file comes back as it was."""
    kirim(ruang, "BID-01", build_ketikan(*BIDANG), MASUK)
    berkas = find_formulir(ruang)
    awal = {k: p.read_bytes() for k, p in berkas.items()}
    berkas["BID-01"].unlink()
    ulang = run(ruang, "terbitkan", "renaksi", "-t", "1", "--tanggal", "2026-03-07")
    assert "diterbitkan sekarang: tidak ada yang baru (2 tidak berubah)." in ulang.output
    assert {k: p.read_bytes() for k, p in find_formulir(ruang).items()} == awal
    ketik(berkas["BID-01"], build_ketikan(*BIDANG), ruang.inbox / "lagi.xlsx")
    (kiriman,) = terima(ruang, dt.date(2026, 3, 8)).rencana.kiriman
    assert kiriman.putusan is Putusan.DUPLIKAT
    for hari in ("2026-03-09", "2026-03-10"):
        assert run(ruang, "renaksi", "-t", "1", "--tanggal", hari).exit_code == 0
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        cetakan = [c for c in agenda.read_cetakan() if c[0] == "Renaksi"]
        assert agenda.read_terbitan_triwulan(Formulir.LAPORAN, 2026, Triwulan.I) == []
    assert [c[3] for c in cetakan] == [1, 2]
    assert all((ruang.akar / c[7]).is_file() for c in cetakan)


def test_langkah_sampai_ke_formulir_laporan_yang_beredar(ruang: Ruang) -> None:
    """`renaksi` makes the next revision of the quarterly forms that are out, once."""
    kirim(ruang, "BID-01", build_ketikan(*BIDANG), MASUK)
    run(ruang, "terbitkan", "laporan", "-t", "1", "--jabatan", "KADIS", "--tanggal", TERBIT)
    kirim(ruang, "KADIS", build_ketikan(*KADIS), dt.date(2026, 3, 6))
    pertama = run(ruang, "renaksi", "-t", "1", "--tanggal", "2026-03-09")
    assert "revisi berikutnya: KADIS\n" in pertama.output
    assert "revisi berikutnya" not in run(ruang, "renaksi", "-t", "1").output


def test_mandat_direvisi_membuat_revisi_dengan_isian(ruang: Ruang) -> None:
    """Another target is news: the next revision, the officer's rows in place."""
    kirim(ruang, "BID-01", build_ketikan(*BIDANG), MASUK)
    with Agenda(ruang.berkas_agenda) as agenda, agenda.transaksi():
        lama = agenda.read_mandat(2026)
        assert lama is not None
        indikator = tuple(i.model_copy(update={"satuan": "orang"}) for i in lama.indikator)
        agenda.write_mandat(lama.model_copy(update={"versi": 2, "indikator": indikator}))
    hasil = run(ruang, "terbitkan", "renaksi", "-t", "1", "--tanggal", "2026-03-07")
    assert "0 formulir baru, 2 revisi" in hasil.output
    assert read_sel(find_formulir(ruang)["BID-01"], "L03", "keluaran") == "Stan dan 20 pembeli"
    assert kirim(ruang, "BID-01", {}, dt.date(2026, 3, 8))[0] is Putusan.DUPLIKAT


def test_papan(ruang: Ruang) -> None:
    """The board knows who owes a Renaksi, and by when."""
    kirim(ruang, "BID-01", build_ketikan(*BIDANG), MASUK)
    hasil = run(ruang, "status", "renaksi", "-t", "1", "--tanggal", "2026-03-10")
    assert "Renaksi TW I 2026 per 10 Maret 2026, tenggat 6 Maret 2026" in hasil.output
    assert "formulir Renaksi TW I 2026 kami tunggu; tenggatnya 6 Maret 2026 sudah lewat" in (
        hasil.output
    )
    papan = json.loads(
        run(ruang, "status", "renaksi", "-t", "1", "--tanggal", "2026-03-10", "--json").stdout
    )
    assert (papan["formulir"], papan["triwulan"]) == ("renaksi", 1)
    assert [(j["kode"], j["keadaan"], j["hari_terlambat"]) for j in papan["jabatan"]] == [
        ("KADIS", "terlambat", 2),
        ("BID-01", "diterima", 0),
    ]


def test_tidak_dapat_berjalan(tmp_path: Path, ruang: Ruang) -> None:
    """No mandat, or a closed triwulan: exit 3 with the next step, nothing changed."""
    with Agenda(ruang.berkas_agenda) as agenda, agenda.transaksi():
        agenda.write_kejadian(build_waktu(MASUK), "tutup", 2026, 1, "", "")
    for perintah in (("terbitkan", "renaksi"), ("renaksi",)):
        hasil = run(ruang, *perintah, "-t", "1")
        assert hasil.exit_code == 3
        assert "sopkinerja terbitkan renaksi -t 2" in hasil.stderr
    kosong = create(tmp_path / "kosong")
    kosong.berkas_agenda.unlink()
    shutil.rmtree(kosong.arsip / "jurnal")
    Agenda.create(kosong.berkas_agenda)
    for perintah in (("terbitkan", "renaksi"), ("renaksi",), ("status", "renaksi")):
        hasil = run(kosong, *perintah, "-t", "1")
        assert hasil.exit_code == 3
        assert "Jalankan: sopkinerja tetapkan" in hasil.stderr


def test_dibuka_lagi(ruang: Ruang) -> None:
    """After a reopening the Renaksi is printed beside the one that was handed out."""
    kirim(ruang, "BID-01", build_ketikan(*BIDANG), MASUK)
    run(ruang, "renaksi", "-t", "1", "--tanggal", "2026-03-09")
    folder = ruang.outbox / "2026/TW1"
    awal = (folder / "Renaksi_TW1_2026.xlsx").read_bytes()
    with Agenda(ruang.berkas_agenda) as agenda, agenda.transaksi():
        for tindakan in ("tutup", "buka"):
            agenda.write_kejadian(build_waktu(MASUK), tindakan, 2026, 1, "", "uji")
    hasil = run(ruang, "renaksi", "-t", "1", "--tanggal", "2026-04-20")
    assert "outbox/2026/TW1/Renaksi_TW1_2026_rev1.xlsx" in hasil.output
    assert (folder / "Renaksi_TW1_2026.xlsx").read_bytes() == awal


def test_level_menurut_pengaturan(ruang: Ruang) -> None:
    """Who makes a Renaksi is a setting; a chair outside it is named."""
    hasil = run(ruang, "terbitkan", "renaksi", "-t", "1", "--jabatan", "STF-01")
    assert "Tidak menyusun Renaksi (level_renaksi di sopkinerja.toml): STF-01" in hasil.output
    isi = ruang.berkas_pengaturan.read_text(encoding="utf-8")
    ganti = isi.replace('["Kepala Dinas", "Kabid"]', '["Staf/JFU"]')
    ruang.berkas_pengaturan.write_text(ganti, encoding="utf-8")
    assert "1 formulir baru" in run(ruang, "terbitkan", "renaksi", "-t", "1").output
    assert "STF-01" in find_formulir(ruang)


def test_dua_kiriman_berbeda(ruang: Ruang) -> None:
    """Two returns with nothing to order them are a konflik that names the difference; a person
    settles it."""
    formulir = find_formulir(ruang)["BID-01"]
    lain = BIDANG[0] | {"keluaran": "Sertifikat"}
    ketik(formulir, build_ketikan(*BIDANG), ruang.inbox / "a.xlsx")
    ketik(formulir, build_ketikan(lain, *BIDANG[1:]), ruang.inbox / "b.xlsx")
    for nama in ("a", "b"):
        berkas = ruang.inbox / f"{nama}.xlsx"
        berkas.write_bytes(Borang(berkas).simpan(dt.datetime(2026, 3, 4)))
    kiriman = terima(ruang, MASUK).rencana.kiriman
    assert {k.putusan for k in kiriman} == {Putusan.KONFLIK}
    assert "TW1.L01 keluaran: Laporan / Sertifikat" in kiriman[0].temuan[0].pesan
    assert langkah(ruang) == {}
    run(ruang, "pilih", kiriman[1].sha256, "--alasan", "Dikonfirmasi.")
    assert langkah(ruang)["BID-01"][0].keluaran == "Sertifikat"


@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.validator
def test_buku_dan_perbaikan_tercetak_utuh(ruang: Ruang) -> None:
    """The OPD's Renaksi, complete and not, and a correction form: schema, lint, print."""
    kirim(ruang, "BID-01", build_ketikan(BIDANG[0] | {"bulan_selesai": "April"}), MASUK)
    perbaikan = find_formulir(ruang)["BID-01"]
    kirim(ruang, "BID-01", build_ketikan(*BIDANG), dt.date(2026, 3, 6))
    run(ruang, "renaksi", "-t", "1", "--tanggal", "2026-03-09")
    buku = ruang.outbox / "2026/TW1/Renaksi_TW1_2026.xlsx"
    for berkas in (perbaikan, buku):
        assert validasi(berkas) == []
        assert lint(berkas) == []
        assert check_cetak(berkas) == []
    assert "SEMENTARA" in read_teks(buku)
    assert "Jumlah BID-01: 3 langkah" in read_teks(buku)
    assert "Belum mengembalikan Renaksi: 1" in read_teks(buku)
    kirim(ruang, "KADIS", build_ketikan(*KADIS), dt.date(2026, 3, 10))
    run(ruang, "renaksi", "-t", "1", "--tanggal", "2026-03-11")
    assert "Belum mengembalikan" not in read_teks(buku)
    assert "FINAL · cetakan ke-2" in read_teks(buku)
    assert check_cetak(buku) == []


def read_teks(berkas: Path) -> str:
    """Every text of a workbook's first sheet."""
    (lembar, *_) = openpyxl.load_workbook(berkas).worksheets
    return "\n".join(str(v) for b in lembar.iter_rows(values_only=True) for v in b if v)
