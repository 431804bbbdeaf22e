"""What grows while one returned form is judged."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from sopkinerja.baca.sel import BukuTerbaca, TabelTerbaca
from sopkinerja.baca.takaran import Takaran
from sopkinerja.formulir.baris import Baris
from sopkinerja.formulir.isian import build_mentah
from sopkinerja.formulir.model import Mentah, Tanya
from sopkinerja.laporan.baca_isian import check_sel_teks, read_kode
from sopkinerja.laporan.konteks import Lalu
from sopkinerja.laporan.model import FormulirLaporan
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import Temuan


@dataclass
class Pemeriksaan:
    """What grows while one form is judged."""

    buku: BukuTerbaca
    formulir: FormulirLaporan
    tanggal: dt.date
    pengaturan: Pengaturan
    tanya_lalu: frozenset[Tanya]
    jumlah_gambar: int
    lalu: Lalu
    tabel: dict[str, TabelTerbaca | None] = field(default_factory=dict)
    temuan: list[Temuan] = field(default_factory=list)
    mentah: Mentah = field(default_factory=dict)
    tanya: list[Tanya] = field(default_factory=list)
    letak: dict[str, str] = field(default_factory=dict)

    def read_takaran(self, baris: Baris) -> Takaran:
        """What the numbers of a row count: the satuan of the indicator that it names."""
        kode = (
            baris.kunci if "kode" not in baris.sel else read_kode(baris.sel["kode"], self.formulir)
        )
        induk = self.formulir.cari(kode)
        return Takaran(induk.satuan if induk else "", self.pengaturan.satuan)

    def simpan(self, baris: Baris, rumus_kami: bool = False) -> None:
        """Keeps the officer's cells of a row as they came; a figure that may be another row's is
        typed again, where it belongs."""
        takaran = self.read_takaran(baris)
        sel = build_mentah(baris, lambda s: read_kode(s, self.formulir), rumus_kami, takaran)
        if baris.ragu and not rumus_kami:
            sel.pop(baris.tata.utama, None)
        self.temuan += check_sel_teks(baris)
        if sel:
            self.mentah.setdefault(baris.tabel, {})[baris.kunci] = sel
