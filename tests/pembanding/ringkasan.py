"""Ringkasan, the page that is decided from: each figure of its tables and lines reckoned plainly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from tests.pembanding.arsip import open_nilai
from tests.pembanding.banding import Hasil, _kurang, _persen
from tests.pembanding.hitung import ROMAWI, Kata, cetak
from tests.pembanding.hitungan import Hitungan
from tests.pembanding.kalimat import periksa_kalimat
from tests.pembanding.perlu import harap_kurang, harap_perlu, is_perlu, is_sama

LAGI = r"dan (\d+) (?:lagi|lainnya)"
NASIB = r"\*(?=\.$)"
Baris = tuple[Any, ...]


class Ringkasan(Hitungan):
    """The first page of one LHE."""

    @property
    def halaman(self) -> list[Baris]:
        """Its rows."""
        return list(open_nilai(self.cetakan.berkas)["Ringkasan"].iter_rows(values_only=True))

    @property
    def level_utama(self) -> str:
        """Whose indicators lead."""
        return self.utama()[0]

    @property
    def hasil_utama(self) -> dict[str, Hasil]:
        """The leading indicators."""
        return {k: h for k, h in self.hasil.items() if self._level(k) == self.level_utama}

    def _level(self, kode: str) -> str:
        return self.keadaan.kursi(self.n)[self.pemilik[kode]].level

    def ringkasan(self) -> None:
        """All of it."""
        for ke in (1, 2):
            if teks := self.halaman[ke][0]:
                periksa_kalimat(self, "Ringkasan", str(teks))
        self._tabel_iku()
        self._tabel_sebab()
        for b in self.halaman:
            if b[0] == "Diminta dari pimpinan":
                for butir in re.split(r"(?:^|   )[a-z]\) ", str(b[1])):
                    polos = re.sub(NASIB, "", butir)
                    periksa_kalimat(self, "Ringkasan", polos)
            elif b[0] in ("Belum lapor", "Tidak lapor", "Pelaporan"):
                self._belum_lapor(str(b[1]))

    def _bagian(self, judul: str) -> Iterator[Baris]:
        """The rows under that heading, up to the blank one."""
        mulai = next(n for n, b in enumerate(self.halaman) if b[0] and re.match(judul, str(b[0])))
        for b in self.halaman[mulai + 1 :]:
            if b[0] is None:
                return
            yield b

    def _tabel_iku(self) -> None:
        milik = self.iku or self.hasil_utama
        nama = {f"{self.nama_indikator(k)} ({self._satuan(k)})": k for k in milik}
        isi = list(self._bagian("Indikator Kinerja Utama$|Indikator level|Indikator$"))
        lebih = [int(c[1]) for b in isi if (c := re.match(LAGI, str(b[0])))]
        isi = [b for b in isi if not re.match(LAGI, str(b[0]))]
        self.sama("Ringkasan banyak IKU", len(isi) + sum(lebih), len(milik))
        urut = [b[3] if isinstance(b[3], int | float) else 1e9 for b in isi]
        self.sama("Ringkasan urutan", urut, sorted(urut))
        for b in isi:
            kode = nama.get(re.sub(r"(\)),.*$", r"\1", str(b[0])))
            self.sama(f"Ringkasan {b[0]} dikenal", kode is not None, True)
            if kode is not None:
                self._baris_iku(kode, b)

    def _satuan(self, kode: str) -> str:
        return str(self.keadaan.berlaku(self.n).indikator[kode]["satuan"])

    def _baris_iku(self, kode: str, b: Baris) -> None:
        h, tempat = self.hasil[kode], f"Ringkasan {kode}"
        self._angka(f"{tempat} target", b[1], h.sd.target)
        self._angka(f"{tempat} realisasi", b[2], h.sd.realisasi)
        self.sama(f"{tempat} capaian", b[3], h.sd.capaian)
        for catatan in h.sd.catatan:
            self.sama(f"{tempat} {catatan}", catatan in str(b[0]), True)
        if h.sd.capaian is not None:
            penuh = min(max(int(cetak(h.sd.capaian) // 5), 0), 21)
            self.sama(f"{tempat} palang", str(b[4]).count("█"), penuh)
            self.sama(f"{tempat} garis", str(b[4]).find("│"), 20)
            self._tren(tempat, kode, str(b[5] or ""))
        elif cocok := re.search(r"; terakhir .+ \(TW ([IV]+)(, sementara)?\)", str(b[4])):
            t = ROMAWI.index(cocok[1]) + 1
            kabar = self.keadaan.kabar(kode, self.pemilik[kode])[t]
            self.sama(f"{tempat} sementara", bool(cocok[2]), kabar.sementara)
        if self.cetakan.triwulan:
            self._angka(f"{tempat} target tahun", b[6], h.ukuran.target_tahun)
            self._perlu(tempat, kode, h, str(b[7] or ""))
        else:
            self._angka(
                f"{tempat} tahun lalu", b[6], self.keadaan.berlaku(self.n).indikator[kode]["lalu"]
            )

    def _angka(self, tempat: str, tertulis: Any, polos: Any) -> None:
        """As printed: two decimals, or as many as there are."""
        if isinstance(polos, Fraction) and not isinstance(polos, Kata):
            benar = is_sama(str(tertulis or ""), ("#", [polos]))
            self.sama(f"{tempat} {tertulis!r} untuk {float(polos)}", benar, True)
        elif isinstance(polos, tuple):
            self.sama(
                f"{tempat} {tertulis!r}", is_sama(str(tertulis), ("# s.d. #", list(polos))), True
            )
        else:
            self.sama(tempat, tertulis, polos)

    def _tren(self, tempat: str, kode: str, teks: str) -> None:
        """Capaian s.d. each triwulan, as its last FINAL says it, and the way between two."""
        if self.n == 1:
            self.sama(f"{tempat} tren", teks, "")
            return
        nilai = [self._sampai(kode, t) for t in range(1, self.n + 1)]
        harap = ""
        for lalu, kini in zip([None, *nilai], nilai, strict=False):
            arah = (
                ""
                if lalu is None or kini is None
                else "=▲▼"[(cetak(kini) > cetak(lalu)) - (cetak(kini) < cetak(lalu))]
            )
            harap += f" {arah} " + ("–" if kini is None else _persen(kini, 2).rstrip("%"))
        self.sama(f"{tempat} tren", teks, " ".join(harap.split()))

    def _sampai(self, kode: str, t: int) -> Fraction | None:
        hasil = self.keadaan.tercetak(t).hitung(t).get(kode)
        return hasil.sd.capaian if hasil else None

    def _perlu(self, tempat: str, kode: str, h: Hasil, teks: str) -> None:
        if self.n == 4:
            harap = harap_kurang(h.ukuran, h.sd, h.tahun)
            if h.sd.capaian is None:
                harap = ("", [])
        else:
            kabar = self.keadaan.kabar(kode, self.pemilik[kode])
            harap = harap_perlu(h.ukuran, h.sd, kabar, self.n)
        self.sama(f"{tempat} perlu {teks!r} untuk {harap}", is_perlu(teks, harap), True)

    def _tabel_sebab(self) -> None:
        """Each of what is behind, no other."""
        kurang = _kurang(self.hasil_utama)
        nama = [self.nama_indikator(k) for k in kurang]
        isi = [str(b[0]) for b in self._bagian("Mengapa ")]
        if not kurang:
            self.sama("Ringkasan sebab", isi[0].startswith(("Tidak ada ", "Belum ada ")), True)
            return
        lebih = [int(c[1]) for b in isi if (c := re.match(LAGI, b))]
        isi = [b for b in isi[1:] if not re.match(LAGI, b)]
        self.sama("Ringkasan sebab banyak", len(isi) + sum(lebih), len(nama))
        self.sama("Ringkasan sebab nama", [b for b in isi if b not in nama], [])

    def _belum_lapor(self, teks: str) -> None:
        """Who is missing by kode, how many working days late, and who came late."""
        awal = re.search(rf"{len(self.terlambat)} laporan (?:TW IV )?terlambat", teks)
        depan = teks[: awal.start()] if self.terlambat and awal else teks
        if self.terlambat:
            periksa_kalimat(self, "Ringkasan", teks[len(depan) :])
        if not self.belum:
            self.sama(
                "Ringkasan belum lapor", depan.strip(), "Semua jabatan yang terisi sudah lapor."
            )
            return
        sisa = re.search(rf"; {LAGI}, lihat lembar Kepatuhan(?: di buku kerja)?\.", depan)
        lagi = [int(sisa[1])] if sisa else []
        butir = [b for b in depan[: sisa.start() if sisa else None].split("   ") if b.strip()]
        self.sama("Ringkasan belum lapor", len(butir) + sum(lagi), len(self.belum))
        for b in butir:
            kode = b.split()[0]
            self.sama(f"Ringkasan {kode} belum lapor", kode in self.belum, True)
            hari = re.search(r"(\d+) hari kerja", b)
            harap = self.acak.status(kode, self.n)["hari_terlambat"]
            self.sama(f"Ringkasan {kode} hari", int(hari[1]) if hari else 0, harap)
