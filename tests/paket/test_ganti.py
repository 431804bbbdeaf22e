"""What becomes of answers begun on a form that was replaced since."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from sopkinerja.agenda.model import Terbitan
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Keadaan, Level
from sopkinerja.laporan.jenis import LAPORAN
from sopkinerja.laporan.model import FormulirLaporan
from sopkinerja.paket.banding import Kabaran, Perbandingan
from sopkinerja.paket.ganti import Cara, Ganti, build_ganti, render_ganti, render_ganti_unit
from tests.laporan.buku import build_formulir
from tests.laporan.tabel import read_tabel
from tests.laporan.test_isian_tindak import LANGKAH, TINDAK

HARI = dt.date(2026, 4, 1)
KASUS = """
| Kasus                        | Kabar         | Yang baru           | Perbaikan | Cara   | Tambahan                    |
| angka triwulan lalu          | berubah       | sd                  |           | TERUS  |                             |
| langkah dan tindak lanjut    | berubah       | tindak              |           | TERUS  | Renaksi 1, Tindak Lanjut 1  |
| target berubah               | berubah       | target              |           | PINDAH |                             |
| target dan langkah           | berubah       | target tindak       |           | PINDAH |                             |
| indikator bertambah          | berubah       | indikator           |           | PINDAH |                             |
| formulir perbaikan           | berubah       | sd                  | ya        | ISI    |                             |
| revisi sesudah perbaikan     | berubah       | tindak              | dulu      | ISI    |                             |
| catatan terbitnya tidak ada  | berubah       | hilang              |           | PINDAH |                             |
| tidak berubah                | tidak berubah | sd                  |           |        |                             |
"""


def build_terbitan(formulir: FormulirLaporan, perbaikan: int = 0) -> Terbitan:
    return Terbitan(
        identitas=formulir.identitas, revisi=formulir.revisi, perbaikan=perbaikan, kode="",
        waktu=dt.datetime(2026, 4, 1), berkas="", sha256="", sidik="", isi=formulir.model_dump_json(),
    )  # fmt: skip


def build_baru(apa: str) -> FormulirLaporan:
    """The next revision, with what it says otherwise."""
    formulir = build_formulir()
    satu = formulir.baris[0]
    ubah: dict[str, Any] = {"revisi": 2, "tanggal_terbit": dt.date(2026, 4, 17)}
    for kata in apa.split():
        if kata == "sd":
            ubah["baris"] = (
                satu.model_copy(update={"realisasi_sd_lalu": 3.0}),
                *formulir.baris[1:],
            )
        elif kata == "target":
            ubah["baris"] = (satu.model_copy(update={"target_tw": 77.0}), *formulir.baris[1:])
        elif kata == "indikator":
            ubah["baris"] = (*formulir.baris, satu.model_copy(update={"kode": "A.99"}))
        elif kata == "tindak":
            ubah |= {"renaksi": (LANGKAH,), "tindak_lanjut": (TINDAK,)}
    return formulir.model_copy(update=ubah)


@pytest.mark.parametrize("b", read_tabel(KASUS), ids=lambda b: b["Kasus"])
def test_ganti(b: dict[str, str]) -> None:
    """Whoever began the old form goes on in it, unless it asks otherwise or was sent."""
    keadaan = Keadaan.PERBAIKAN if b["Perbaikan"] == "dulu" else Keadaan.BELUM
    status = BarisStatus(
        kode="A", nama="", level=Level.JFU, unit="", pemangku="", keadaan=keadaan,
        hari_terlambat=0, kiriman=0,
    )  # fmt: skip
    lama = None if b["Yang baru"] == "hilang" else build_terbitan(build_formulir())
    baru = build_terbitan(build_baru(b["Yang baru"]), perbaikan=int(b["Perbaikan"] == "ya"))
    banding = Perbandingan(Kabaran(b["Kabar"]), HARI)
    hasil = build_ganti(LAPORAN, status, banding, lama, baru)
    assert (hasil.cara.name if hasil else "") == b["Cara"]
    tambahan = hasil.tambahan if hasil else ()
    assert ", ".join(f"{lembar} {n}" for lembar, n in tambahan) == b["Tambahan"]
    pesan = render_ganti(hasil, banding)
    assert ("menggantikan yang dikirim 1 April 2026" in pesan) is (hasil is not None)
    assert ("teruskan dan kirim yang lama itu saja" in pesan) is (b["Cara"] == "TERUS")
    assert ("1 baris di lembar Renaksi, 1 baris di lembar Tindak Lanjut" in pesan) is bool(tambahan)
    unit = render_ganti_unit([("Rina", hasil)])
    assert ("kirim yang lama itu saja" in unit) is (b["Cara"] == "TERUS")
    assert ("yang diisi dan dikirim yang baru" in unit) is (b["Cara"] in ("PINDAH", "ISI"))


UNIT = """
| Milik                                         | Kecuali            |
| Rina (A)/TERUS, Budi (B)/PINDAH, Sari (C)/    | Budi (B)           |
| Budi (B)/PINDAH, Budi (C)/TERUS               | Budi (B)           |
| Budi/PINDAH, Budi/TERUS                       | Budi               |
| Budi (B)/PINDAH, Budi (C)/ISI, Rina (A)/TERUS | Budi (B), Budi (C) |
| Rina (A)/TERUS                                |                    |
| Sari (C)/                                     | -                  |
"""


@pytest.mark.parametrize("b", read_tabel(UNIT), ids=lambda b: b["Milik"])
def test_satu_unit(b: dict[str, str]) -> None:
    """Whose form asks otherwise is named beside those who go on, of one person in two chairs too."""
    milik = [satu.split("/") for satu in b["Milik"].split(", ")]
    pesan = render_ganti_unit((siapa, Ganti(Cara[c]) if c else None) for siapa, c in milik)
    kecuali = f" (kecuali {b['Kecuali']}: yang diisi dan dikirim yang baru)" if b["Kecuali"] else ""
    akhir = pesan.partition(", tidak perlu disalin")[2]
    assert pesan == "" if b["Kecuali"] == "-" else akhir == f"{kecuali}."
