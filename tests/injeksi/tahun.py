"""The office of hostile texts once more, along the ways that one triwulan doesn't go: mandat by forms,
follow-ups, a PK revision, the next year."""

from __future__ import annotations

from collections.abc import Iterator

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.mulai import create_ruang
from tests.mutator.borang import Borang, Isi, read_alamat
from tests.mutator.kantor_jahat import LAPORAN, Cerita, build_referensi

KATA = ("sasaran", "indikator", "satuan", "definisi", "sumber_data")
TETAP = {"polaritas": "Naik", "konsolidasi": "Jumlah", "target_tahun": 40} | {
    f"tw_{n}": 10 for n in range(4)
}


class CeritaTahun(Cerita):
    """January 2026 to the opening of 2027; one mandat form is accepted, one sent back."""

    def play(self) -> None:
        self.ruang.akar.mkdir(parents=True)
        self.lama = build_referensi(self.tulis)
        write_referensi(self.ruang.berkas_referensi, self.lama)
        create_ruang(self.ruang)
        self._mandat()
        self._laporan()
        self._rapat()
        self.jalankan(
            "tutup", "-t", "1", "--tetap", "--alasan", self.tulis(), "--tanggal", "2026-04-13"
        )
        self._tindak_lanjut()
        self._revisi()
        self.jalankan("mulai-tahun", "2027", "--tanggal", "2026-11-10", kode=(0,))

    def _mandat(self) -> None:
        self.jalankan("terbitkan", "mandat", "--tanggal", "2026-01-03")
        for jabatan in ("KADIS", "BID-01"):
            self._ketik(Formulir.MANDAT, jabatan, None, dict(self._isi_mandat(jabatan)))
        self.jalankan("terima", "--tanggal", "2026-01-04", kode=(1,))
        self.jalankan("tetapkan", "--tanggal", "2026-01-05", kode=(0,))

    def _isi_mandat(self, jabatan: str) -> Iterator[tuple[str, Isi]]:
        """Two indicators; the Kabid's form has a hostile target, so that it is sent back."""
        for n in ("01", "02"):
            yield from ((f"mandat.I{n}.{k}", self.tulis()) for k in KATA)
            yield from ((f"mandat.I{n}.{k}", v) for k, v in TETAP.items())
        if jabatan == "BID-01":
            yield "mandat.I01.tw_0", self.tulis()

    def _laporan(self) -> None:
        """TW I of the two whose mandat is from referensi."""
        self.jalankan("terbitkan", "laporan", "-t", "1", "--tanggal", "2026-01-12")
        for jabatan in ("BID-01", "STF-01"):
            self._kirim(Formulir.LAPORAN, jabatan, dict(self._isi_laporan(jabatan)))
        self.jalankan("terima", "--tanggal", "2026-04-02")

    def _ketik(
        self, jenis: Formulir, jabatan: str, triwulan: Triwulan | None, isi: dict[str, Isi]
    ) -> None:
        with Agenda(self.ruang.berkas_agenda, baca_saja=True) as agenda:
            semua = agenda.read_terbitan_triwulan(jenis, 2026, triwulan)
        terbit = next(t for t in reversed(semua) if t.identitas.jabatan == jabatan)
        berkas = self.ruang.akar / terbit.berkas
        alamat = read_alamat(berkas, jabatan)
        borang = Borang(berkas.read_bytes(), alamat)
        lanjutan = {
            k: self.tulis() if k.endswith(".catatan") else "Proses"
            for k in alamat
            if k.startswith("tindak_lanjut.") and k.endswith((".catatan", ".keadaan"))
        }
        for tempat, nilai in (isi | lanjutan).items():
            borang.isi(tempat, nilai)
        (self.ruang.inbox / f"{jabatan} {jenis.value}.xlsx").write_bytes(borang.simpan())

    def _tindak_lanjut(self) -> None:
        """What TW I left open is asked for in TW II, and answered in hostile words."""
        self.jalankan("terbitkan", "laporan", "-t", "2", "--tanggal", "2026-04-14")
        isi: dict[str, Isi] = {}
        for n in ("01", "02"):
            isi[f"laporan.{n}.realisasi"] = 7
            isi |= {f"laporan.{n}.{k}": self.tulis() for k in LAPORAN}
        self._ketik(Formulir.LAPORAN, "BID-01", Triwulan.II, isi)
        self.jalankan("terima", "--tanggal", "2026-07-02")
        self.jalankan("matriks", "-t", "2", "--tanggal", "2026-07-08")
        self.jalankan("lhe", "-t", "2", "--tanggal", "2026-07-10")

    def _revisi(self) -> None:
        """Every name in referensi is another one now; what a revision can't change stays."""
        baru = build_referensi(self.tulis)
        mandat = tuple(
            i.model_copy(update={"satuan": lama.satuan})
            for i, lama in zip(baru.mandat, self.lama.mandat, strict=True)
        )
        self.ruang.berkas_referensi.unlink()
        write_referensi(self.ruang.berkas_referensi, baru.model_copy(update={"mandat": mandat}))
        self.jalankan(
            "tetapkan", "--mulai-triwulan", "3", "--alasan", self.tulis(), "--tanggal", "2026-07-11"
        )
