"""A PK revision of a mandat that came by form: handed out again, changed, accepted, taken up."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli import main
from sopkinerja.istilah import Keadaan, Putusan, Triwulan
from sopkinerja.kalender import Kalender
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.mandat.status import build_status
from sopkinerja.opd.mandat import Mandat
from sopkinerja.opd.model import BarisDpa, Referensi
from sopkinerja.ruang import Ruang
from tests.alur.kecil import build_alamat, build_referensi, ketik, read_referensi_kecil, terima
from tests.alur.kecil import issue as issue_laporan
from tests.alur.mandat import create_kosong, find_formulir, issue
from tests.mandat.kecil import build_indikator

AWAL, KEMBALI, TETAP = dt.date(2026, 1, 5), dt.date(2026, 1, 8), "2026-02-27"
UBAH = dt.date(2026, 7, 6)
"""In TW III: what TW I and II promised is over."""
DPA = (
    BarisDpa(
        tahun=2026, kode="3.30.05.1.01", uraian="Promosi", pagu=5e6, unit="SET",
        penanggung_jawab="BID-01",
    ),
)  # fmt: skip
BARIS = {
    "sasaran": "Sasaran", "indikator": "Jumlah eksportir baru", "satuan": "unit",
    "polaritas": "Naik", "konsolidasi": "Jumlah", "target_tahun": 4.0,
    "tw_0": 1.0, "tw_1": 1.0, "tw_2": 1.0, "tw_3": 1.0,
}  # fmt: skip
DUA = BARIS | {"indikator": "Pameran dagang yang diikuti", "satuan": "kali"}


def run(ruang: Ruang, *perintah: str) -> Result:
    return CliRunner().invoke(main, ["--ruang", str(ruang.akar), *perintah])


def kirim(
    ruang: Ruang, jabatan: str, tanggal: dt.date, **baris: dict[str, Any]
) -> tuple[Putusan, list[tuple[str, str]]]:
    """The officer types these rows on the newest form and returns it; verdict, (kode, cell key)."""
    ketikan = {("mandat", k, kolom): v for k, isi in baris.items() for kolom, v in isi.items()}
    ketik(find_formulir(ruang)[jabatan], ketikan, ruang.inbox / f"{jabatan} {tanggal}.xlsx")
    (kiriman,) = terima(ruang, tanggal).rencana.kiriman
    temuan = [(t.kode.name, f"{t.letak.baris}.{t.letak.kolom}") for t in kiriman.temuan]
    return kiriman.putusan, temuan


def baca(ruang: Ruang, jabatan: str, baris: str, kolom: str) -> Any:
    berkas = find_formulir(ruang)[jabatan]
    ((lembar, sel),) = build_alamat(berkas, {("mandat", baris, kolom): None})
    return openpyxl.load_workbook(berkas)[lembar][sel].value


def read_riwayat(ruang: Ruang) -> list[Mandat]:
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return agenda.read_riwayat_mandat(2026)


def ubah_referensi(ruang: Ruang, **isi: Any) -> Referensi:
    baru = read_referensi_kecil(ruang).model_copy(update=isi)
    write_referensi(ruang.berkas_referensi, baru)
    return baru


@pytest.fixture
def ruang(tmp_path: Path) -> Ruang:
    """KADIS and BID-01 typed theirs on forms (BID-01 left a row blank between), frozen."""
    ruang = create_kosong(tmp_path / "ruang", build_referensi((), DPA))
    issue(ruang, AWAL)
    assert kirim(ruang, "KADIS", KEMBALI, I01=BARIS)[0] is Putusan.DITERIMA
    issue(ruang, AWAL)
    induk = {"induk": "KADIS.01", "sub_kegiatan": "3.30.05.1.01"}
    putusan, _ = kirim(ruang, "BID-01", KEMBALI, I01=BARIS | induk, I03=DUA | induk)
    assert putusan is Putusan.DITERIMA
    hasil = run(ruang, "tetapkan", "--tanggal", TETAP)
    assert hasil.exit_code == 0, hasil.output
    return ruang


def minta(ruang: Ruang, jabatan: str = "BID-01", tanggal: dt.date = UBAH) -> Result:
    return run(ruang, "terbitkan", "mandat", "--jabatan", jabatan, "--tanggal", str(tanggal))


def test_formulir_berisi_pk_yang_ditetapkan(ruang: Ruang) -> None:
    """Frozen rows stand close together, each with its kode; asking twice changes nothing."""
    hasil = minta(ruang)
    assert hasil.exit_code == 0, hasil.output
    assert "0 formulir baru, 1 revisi, 0 tidak berubah" in hasil.output
    assert "untuk revisi PK: BID-01" in hasil.output
    assert "tetapkan --mulai-triwulan 3 --alasan" in hasil.output
    isi = [[baca(ruang, "BID-01", b, k) for k in ("kode", "indikator")] for b in ("I01", "I02")]
    assert isi == [["BID-01.01", BARIS["indikator"]], ["BID-01.02", DUA["indikator"]]]
    assert baca(ruang, "BID-01", "I03", "indikator") is None
    berkas = find_formulir(ruang)["BID-01"]
    semula = berkas.read_bytes()
    lagi = minta(ruang, tanggal=dt.date(2026, 7, 20))
    assert "tidak ada yang baru (1 tidak berubah)" in lagi.output
    assert berkas.read_bytes() == semula


def test_yang_sudah_ditetapkan_tidak_diterbitkan_tanpa_diminta(tmp_path: Path) -> None:
    """A mandat frozen from the Mandat sheet: nobody gets a form who wasn't named."""
    mandat = (build_indikator("KADIS.01"), build_indikator("BID-01.01", induk="KADIS.01"))
    ruang = create_kosong(tmp_path / "ruang", build_referensi(mandat))
    ubah_referensi(ruang, mandat=mandat)
    assert run(ruang, "tetapkan", "--tanggal", TETAP).exit_code == 0
    hasil = issue(ruang, UBAH)
    assert (hasil.baru, hasil.ditetapkan) == (["SUB-01", "STF-01"], ["KADIS", "BID-01"])
    assert issue(ruang, UBAH, "BID-01").revisi_pk == ["BID-01"]
    with Agenda(ruang.berkas_agenda) as agenda:
        referensi = read_referensi_kecil(ruang)
        papan = [
            {s.kode: s for s in build_status(agenda, referensi, hari, Kalender(), {})}["BID-01"]
            for hari in (dt.date(2026, 7, 13), dt.date(2026, 7, 14))
        ]
    assert [(s.keadaan, s.hari_terlambat) for s in papan] == [
        (Keadaan.BELUM, 0), (Keadaan.TERLAMBAT, 1)
    ]  # fmt: skip


def test_revisi_dari_formulir(ruang: Ruang) -> None:
    """Plain tetapkan names it and leaves it; with a triwulan and a reason it is taken up, and
    the triwulan before keep their version for ever."""
    issue_laporan(ruang)
    minta(ruang)
    baru = {"target_tahun": 9.0, "tw_2": 3.0, "tw_3": 4.0}
    assert kirim(ruang, "BID-01", UBAH, I01=baru)[0] is Putusan.DITERIMA
    biasa = run(ruang, "tetapkan", "--tanggal", str(UBAH))
    assert "TIDAK diubah: BID-01.01" in biasa.output
    assert "--mulai-triwulan 3" in biasa.output
    (satu,) = read_riwayat(ruang)
    hasil = run(
        ruang, "tetapkan", "--mulai-triwulan", "3", "--alasan", "APBD-P", "--tanggal", str(UBAH)
    )
    assert hasil.exit_code == 0, hasil.output
    assert "BID-01.01 Target Tahun: 4 → 9" in hasil.output
    lama, revisi = read_riwayat(ruang)
    assert lama == satu
    assert (revisi.berlaku_mulai, revisi.alasan) == (Triwulan.III, "APBD-P")
    assert revisi.untuk("BID-01")[0].target_tw == (1.0, 1.0, 3.0, 4.0)
    assert revisi.untuk("KADIS") == lama.untuk("KADIS")
    pk = sorted(p.name for p in (ruang.outbox / "2026/mandat/pk").glob("BID-01*"))
    assert pk == ["BID-01_PK_2026.xlsx", "BID-01_PK_2026_rev1.xlsx"]


def test_ukuran_dikoreksi_lewat_formulir(ruang: Ruang) -> None:
    """No report holds it yet: the officer mends satuan and konsolidasi on the form, with targets that
    fit; terima and status say that it isn't in yet, a correction takes it up."""
    issue_laporan(ruang)
    minta(ruang)
    benar = {"satuan": "orang", "konsolidasi": "Terakhir", "target_tahun": 1.0}
    putusan, temuan = kirim(ruang, "BID-01", UBAH, I01=benar)
    assert putusan is Putusan.DITERIMA
    assert [t for t in temuan if t[0].startswith("MANDAT_07")] == [
        ("MANDAT_076", "I01.satuan"), ("MANDAT_076", "I01.konsolidasi")
    ]  # fmt: skip
    papan = run(ruang, "status", "mandat", "--tanggal", str(UBAH)).output
    assert "Formulir mandat BID-01 diterima sesudah mandat 2026 ditetapkan" in papan
    assert "sopkinerja tetapkan --uji-coba" in papan
    coba = run(ruang, "tetapkan", "--uji-coba", "--tanggal", str(UBAH))
    assert "sopkinerja tetapkan --koreksi --alasan" in coba.output
    koreksi = ("tetapkan", "--koreksi", "--alasan", "salah ketik", "--tanggal", str(UBAH))
    hasil = run(ruang, *koreksi)
    assert hasil.exit_code == 0, hasil.output
    assert [i.satuan for i in read_riwayat(ruang)[-1].untuk("BID-01")] == ["orang", "kali"]
    assert "belum masuk" not in run(ruang, "status", "mandat", "--tanggal", str(UBAH)).output


def test_formulir_yang_terlambat_dikabarkan(ruang: Ruang) -> None:
    """A form that comes after freezing: terima says that it isn't in, and how it gets in."""
    issue_laporan(ruang)
    issue(ruang, UBAH)
    staf = BARIS | {"indikator": "Data ekspor diolah", "induk": "BID-01.01"}
    ketikan = {("mandat", "I01", k): v for k, v in staf.items()}
    ketik(find_formulir(ruang)["STF-01"], ketikan, ruang.inbox / "telat.xlsx")
    keluaran = run(ruang, "terima", "--tanggal", str(UBAH)).output
    assert "Formulir mandat STF-01 diterima sesudah mandat 2026 ditetapkan" in keluaran
    assert "Jalankan: sopkinerja tetapkan" in keluaran
    assert "STF-01" in run(ruang, "status", "mandat", "--tanggal", str(UBAH)).output.split("!")[1]
    assert run(ruang, "tetapkan", "--tanggal", str(UBAH)).exit_code == 0
    assert "belum masuk" not in run(ruang, "status", "mandat", "--tanggal", str(UBAH)).output


def test_isian_yang_belum_diambil_tetap_pada_formulir(ruang: Ruang) -> None:
    """Accepted and not yet taken up, the form issued again shows what was typed."""
    minta(ruang)
    kirim(ruang, "BID-01", UBAH, I01={"target_tahun": 9.0, "tw_2": 3.0, "tw_3": 4.0})
    agenda_kini = read_referensi_kecil(ruang)
    nama = agenda_kini.jabatan[2].model_copy(update={"tusi": "Tugas yang baru"})
    jabatan = (*agenda_kini.jabatan[:2], nama, agenda_kini.jabatan[3])
    ubah_referensi(ruang, jabatan=jabatan)
    assert "1 revisi" in minta(ruang).output
    assert [baca(ruang, "BID-01", b, "target_tahun") for b in ("I01", "I02")] == [9, 4]


def test_yang_tidak_boleh_diubah_kembali_kepada_pengisi(ruang: Ruang) -> None:
    """Satuan, polaritas, konsolidasi and what is over come back as temuan; mended it is taken."""
    formulir = issue_laporan(ruang)["BID-01"]
    angka = {("laporan", f"BID-01.0{n}", "realisasi"): 1 for n in (1, 2)}
    ketik(formulir, angka, ruang.inbox / "lapor.xlsx")
    assert terima(ruang, UBAH).rencana.kiriman[0].putusan is Putusan.DITERIMA
    minta(ruang)
    salah = {"satuan": "orang", "konsolidasi": "Terakhir", "tw_1": 2.0, "target_tahun": 1.0}
    putusan, temuan = kirim(ruang, "BID-01", UBAH, I01=salah)
    assert putusan is Putusan.PERLU_PERBAIKAN
    assert temuan == [
        ("MANDAT_029", "I01.satuan"),
        ("MANDAT_029", "I01.konsolidasi"),
        ("MANDAT_030", "I01.tw_1"),
    ]
    assert "perbaikan-1" in find_formulir(ruang)["BID-01"].name
    catatan = baca(ruang, "BID-01", "I01", "catatan_pemeriksa")
    assert "sudah ditetapkan “unit”, tetapi diisi “orang”" in catatan
    assert "Target TW II BID-01.01 sudah ditetapkan 1, tetapi diisi 2" in catatan
    betul = {
        "satuan": "unit",
        "konsolidasi": "Jumlah",
        "tw_1": 1.0,
        "tw_2": 3.0,
        "target_tahun": 6.0,
    }
    assert kirim(ruang, "BID-01", UBAH, I01=betul) == (
        Putusan.DITERIMA,
        [("URUTAN_006", "."), ("MANDAT_032", "I01.target_tahun")],
    )


def test_indikator_diganti_pada_revisi(ruang: Ruang) -> None:
    """A row emptied is removed; a new one like it is asked about, and called `baru` it gets a new
    kode, never the old one's."""
    minta(ruang)
    kosong = dict.fromkeys(BARIS | {"induk": "", "sub_kegiatan": ""})
    mirip = DUA | {"indikator": "Pameran dagang yang diadakan", "induk": "KADIS.01"}
    mirip |= {"sub_kegiatan": "3.30.05.1.01", "satuan": "hari"}
    putusan, temuan = kirim(ruang, "BID-01", UBAH, I02=kosong, I03=mirip)
    assert (putusan, temuan) == (Putusan.PERLU_PERBAIKAN, [("MANDAT_035", "I03.kode")])
    assert "BID-01.02 “Pameran dagang yang diikuti”" in baca(
        ruang, "BID-01", "I03", "catatan_pemeriksa"
    )
    assert kirim(ruang, "BID-01", UBAH, I03={"kode": "baru"}) == (
        Putusan.DITERIMA,
        [("URUTAN_006", ".")],
    )
    hasil = run(ruang, "tetapkan", "--mulai-triwulan", "3", "--alasan", "x", "--tanggal", str(UBAH))
    assert hasil.exit_code == 0, hasil.output
    assert "BID-01.02 dihapus" in hasil.output
    assert [i.kode for i in read_riwayat(ruang)[-1].untuk("BID-01")] == ["BID-01.01", "BID-01.03"]


@pytest.mark.parametrize(("jawaban", "kode"), [("BID-01.02", "BID-01.02"), ("baru", "BID-01.03")])
def test_kalimat_indikator_beku_diubah(ruang: Ruang, jawaban: str, kode: str) -> None:
    """A frozen row in other words is asked about in its Kode cell; sent again unanswered it is
    asked again; either answer is taken, and tetapkan says what it comes to."""
    minta(ruang)
    semula = find_formulir(ruang)["BID-01"].read_bytes()
    lain = {"indikator": "Keikutsertaan dalam promosi luar negeri"}
    tanya = (Putusan.PERLU_PERBAIKAN, [("MANDAT_035", "I02.kode")])
    assert kirim(ruang, "BID-01", UBAH, I02=lain) == tanya
    assert baca(ruang, "BID-01", "I02", "kode") is None
    assert baca(ruang, "BID-01", "I02", "indikator") == lain["indikator"]
    lama = ruang.akar / "lama.xlsx"
    lama.write_bytes(semula)
    ketik(lama, {("mandat", "I02", "indikator"): lain["indikator"], ("mandat", "I02", "kode"): "BID-01.02"}, ruang.inbox / "lagi.xlsx")  # fmt: skip
    (lagi,) = terima(ruang, UBAH).rencana.kiriman
    assert lagi.putusan is not Putusan.DITERIMA, "the first form carries no answer"
    assert kirim(ruang, "BID-01", UBAH, I02={"kode": jawaban})[0] is Putusan.DITERIMA
    hasil = run(ruang, "tetapkan", "--mulai-triwulan", "3", "--alasan", "x", "--tanggal", str(UBAH))
    assert hasil.exit_code == 0, hasil.output
    assert [i.kode for i in read_riwayat(ruang)[-1].untuk("BID-01")] == ["BID-01.01", kode]
    assert ("BID-01.02 dihapus" in hasil.output) is (jawaban == "baru")


def test_lembar_mandat_kalah_dan_disebut(ruang: Ruang) -> None:
    """A Mandat sheet edited for a jabatan with a form: the form counts, and that is said."""
    (satu,) = read_riwayat(ruang)
    diubah = satu.untuk("BID-01")[0].model_copy(update={"target_tw": (1.0, 1.0, 1.0, 2.0), "target_tahun": 5.0})  # fmt: skip
    ubah_referensi(ruang, mandat=(*satu.untuk("KADIS"), diubah, satu.untuk("BID-01")[1]))
    hasil = run(ruang, "tetapkan", "--mulai-triwulan", "3", "--alasan", "x", "--tanggal", str(UBAH))
    assert hasil.exit_code == 0, hasil.output
    assert "Mandat BID-01 di lembar Mandat berbeda dari formulir" in hasil.output
    assert "BID-01.01 Target Tahun: 4 → 5" in hasil.output
    assert "KADIS di lembar Mandat" not in hasil.output
    assert len(read_riwayat(ruang)) == 1, "nothing that counts has changed"


def test_pagu_dan_pemangku_berubah(ruang: Ruang) -> None:
    """Named by plain tetapkan and left; taken up by a revision; PK handed out stay as they are."""
    issue_laporan(ruang)
    folder = ruang.outbox / "2026/mandat/pk"
    semula = {p.name: p.read_bytes() for p in folder.iterdir()}
    referensi = read_referensi_kecil(ruang)
    pegawai = tuple(
        p.model_copy(update={"nama": "Pengganti (contoh)"}) if p.jabatan == "BID-01" else p
        for p in referensi.pegawai
    )
    ubah_referensi(ruang, pegawai=pegawai, dpa=(DPA[0].model_copy(update={"pagu": 7e6}),))
    biasa = run(ruang, "tetapkan", "--tanggal", str(UBAH))
    assert "PK berbeda dari referensi sekarang dan TIDAK diubah" in biasa.output
    assert "3.30.05.1.01 Pagu: Rp 5.000.000 → Rp 7.000.000" in biasa.output
    assert "Pegawai BID-01 (contoh)" in biasa.output
    assert len(read_riwayat(ruang)) == 1
    run(ruang, "tetapkan", "--mulai-triwulan", "3", "--alasan", "APBD-P", "--tanggal", str(UBAH))
    lama, baru = read_riwayat(ruang)
    kursi = [m.cari_kursi("BID-01") for m in (lama, baru)]
    assert [k.pemangku.nama for k in kursi if k and k.pemangku] == [
        "Pegawai BID-01 (contoh)", "Pengganti (contoh)"
    ]  # fmt: skip
    assert {n: (folder / n).read_bytes() for n in semula} == semula
    assert (folder / "BID-01_PK_2026_rev1.xlsx").exists()


def test_laporan_memakai_versi_triwulannya(ruang: Ruang) -> None:
    """The quarterly form of TW II keeps the old target, that of TW III shows the new one."""
    minta(ruang)
    kirim(ruang, "BID-01", UBAH, I01={"target_tahun": 9.0, "tw_2": 3.0, "tw_3": 4.0})
    dua = issue_laporan(ruang, Triwulan.II, dt.date(2026, 6, 30))["BID-01"]
    semula = dua.read_bytes()
    run(ruang, "tetapkan", "--mulai-triwulan", "3", "--alasan", "APBD-P", "--tanggal", str(UBAH))
    assert issue_laporan(ruang, Triwulan.II, UBAH)["BID-01"].read_bytes() == semula
    tiga = issue_laporan(ruang, Triwulan.III, UBAH)["BID-01"]
    ((lembar, sel),) = build_alamat(tiga, {("laporan", "BID-01.01", "target_tw"): None})
    assert openpyxl.load_workbook(tiga)[lembar][sel].value == 3


def read_sel(berkas: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every cell of a workbook by sheet."""
    return {s.title: list(s.values) for s in openpyxl.load_workbook(berkas).worksheets}


def read_kiriman(ruang: Ruang) -> list[tuple[str, str, str]]:
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        return [(k.sha256, k.putusan.value, k.hasil) for k in agenda.read_kiriman_tahun()]


def test_referensi_nama_dan_target_berubah_sesudah_beku(ruang: Ruang) -> None:
    """A name, a pagu and a target change after freezing: what was issued, accepted or printed
    stays, a form of before is judged as before, and tetapkan says what differs."""
    berkas = issue_laporan(ruang)["BID-01"]
    isian: dict[tuple[str, str, str], Any] = {
        ("laporan", f"BID-01.0{n}", k): v
        for n in (1, 2)
        for k, v in (("realisasi", 1.0), ("bukti_dukung", "foto.jpg"))
    }
    kiriman = ketik(berkas, isian, ruang.inbox / "laporan.xlsx").read_bytes()
    (semula,) = terima(ruang).rencana.kiriman
    assert semula.putusan is Putusan.DITERIMA
    mandat = ruang.outbox / "2026/mandat"
    pk = {p.name: p.read_bytes() for p in (mandat / "pk").iterdir()}
    target = read_sel(mandat / "PK_dan_Target_2026.xlsx")
    riwayat, diterima = read_riwayat(ruang), read_kiriman(ruang)

    lama = read_referensi_kecil(ruang)
    pegawai = tuple(p.model_copy(update={"nama": f"Lain {p.jabatan}"}) for p in lama.pegawai)
    jabatan = tuple(j.model_copy(update={"nama": f"{j.nama} Baru"}) for j in lama.jabatan)
    dpa = (DPA[0].model_copy(update={"pagu": 7e6}),)
    ubah_referensi(ruang, pegawai=pegawai, jabatan=jabatan, dpa=dpa)
    minta(ruang)
    assert (
        kirim(ruang, "BID-01", UBAH, I01={"target_tahun": 9.0, "tw_3": 6.0})[0] is Putusan.DITERIMA
    )

    biasa = run(ruang, "tetapkan", "--tanggal", str(UBAH))
    assert biasa.exit_code == 0, biasa.output
    for kata in ("BID-01.01", "Lain BID-01", "Kepala Bidang Contoh Baru", "Rp 7.000.000"):
        assert kata in biasa.output.split("TIDAK diubah", 1)[1]
    assert read_riwayat(ruang) == riwayat
    assert {p.name: p.read_bytes() for p in (mandat / "pk").iterdir()} == pk
    assert read_sel(mandat / "PK_dan_Target_2026.xlsx") == target

    lagi = issue_laporan(ruang, tanggal=dt.date(2026, 4, 7))["BID-01"]
    ((lembar, sel),) = build_alamat(lagi, {("laporan", "BID-01.01", "target_tahun"): None})
    assert openpyxl.load_workbook(lagi)[lembar][sel].value == 4
    (ruang.inbox / "laporan lagi.xlsx").write_bytes(kiriman)
    (ulang,) = terima(ruang, UBAH).rencana.kiriman
    assert ulang.putusan is Putusan.DUPLIKAT
    assert ulang.hasil == semula.hasil
    assert read_kiriman(ruang)[: len(diterima)] == diterima
