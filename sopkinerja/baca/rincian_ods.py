"""What stands behind the cells of an .ods: formulas, errors, links, strokes, what each cell shows."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping

from sopkinerja.baca.galat_sel import find_galat
from sopkinerja.baca.rinci import Daerah, Pengurai, Rinci, RinciLembar, build_rinci_rumus
from sopkinerja.baca.teks_kaya import Potongan, build_kaya
from sopkinerja.baca.terlihat import compare_terlihat

_TABEL_ODS = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_KANTOR_ODS = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_CALC_ODS = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_TEKS_ODS = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_GAYA_ODS = "urn:oasis:names:tc:opendocument:xmlns:style:1.0 "
_FO_ODS = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0 "
_TAUT = "http://www.w3.org/1999/xlink href"


def read_rincian_ods(zip_: zipfile.ZipFile, daerah: Mapping[str, Daerah]) -> dict[str, RinciLembar]:
    """The details of each sheet (by its name) in an .ods."""
    with zip_.open("content.xml") as aliran:
        pengurai = _BukuOds(daerah)
        pengurai.read(aliran)
    return pengurai.semua


class _BukuOds(Pengurai):
    """Keeps what each cell shows; a number that shows an error is one, whatever it counts as."""

    def __init__(self, daerah: Mapping[str, Daerah]) -> None:
        super().__init__()
        self.daerah = daerah
        self.semua: dict[str, RinciLembar] = {}
        self.lembar: Daerah | None = None
        self.baris = self.kolom = 0
        self.ulang_baris = self.ulang_kolom = 1
        self.kini: Rinci | None = None
        self.jenis: str | None = None
        self.nilai: float | None = None
        self.potongan: list[Potongan] = []
        self.span = Potongan("")
        """The font of the text that is being read."""
        self.gaya = ""
        self.coret: set[str] = set()
        self.samar: set[str] = set()
        self.pembuka: dict[str, Callable[[dict[str, str]], None]] = {
            _TABEL_ODS + "table": self._buka_lembar,
            _TABEL_ODS + "table-row": self._buka_baris,
            _TABEL_ODS + "table-cell": self._buka_sel,
            _TABEL_ODS + "covered-table-cell": self._buka_sel,
            _GAYA_ODS + "style": self._buka_gaya,
            _GAYA_ODS + "text-properties": self._buka_huruf,
            _TEKS_ODS + "p": self._buka_teks,
            _TEKS_ODS + "span": self._buka_potongan,
            _TEKS_ODS + "s": self._buka_spasi,
            _TEKS_ODS + "a": self._buka_tautan,
        }

    def buka(self, nama: str, sifat: dict[str, str]) -> None:
        if pembuka := self.pembuka.get(nama):
            pembuka(sifat)

    def _buka_gaya(self, sifat: dict[str, str]) -> None:
        self.gaya = sifat.get(_GAYA_ODS + "name", "")

    def _buka_huruf(self, sifat: dict[str, str]) -> None:
        garis = {sifat.get(f"{_GAYA_ODS}text-line-through-{n}", "none") for n in ("style", "type")}
        if garis != {"none"}:
            self.coret.add(self.gaya)
        letak = sifat.get(_GAYA_ODS + "text-position", "0%")
        putih = sifat.get(_FO_ODS + "color", "").lower() == "#ffffff"
        if putih or not letak.startswith("0%"):
            self.samar.add(self.gaya)

    def _buka_lembar(self, sifat: dict[str, str]) -> None:
        nama = sifat.get(_TABEL_ODS + "name", "")
        self.lembar = self.daerah.get(nama)
        self.hasil = self.semua.setdefault(nama, {})
        self.baris, self.ulang_baris = 0, 0

    def _buka_baris(self, sifat: dict[str, str]) -> None:
        self.baris += self.ulang_baris
        self.ulang_baris = int(sifat.get(_TABEL_ODS + "number-rows-repeated", "1"))
        self.kolom, self.ulang_kolom = 0, 0

    def _buka_sel(self, sifat: dict[str, str]) -> None:
        self.kolom += self.ulang_kolom
        self.ulang_kolom = int(sifat.get(_TABEL_ODS + "number-columns-repeated", "1"))
        if self.lembar is None or self.baris > self.lembar.akhir:
            return
        jenis = sifat.get(_KANTOR_ODS + "value-type")
        rumus = sifat.get(_TABEL_ODS + "formula")
        galat = sifat.get(_CALC_ODS + "value-type") == "error"
        rinci = Rinci(galat="" if galat else None)
        if rumus is not None:
            rinci = build_rinci_rumus(rinci, rumus.partition("=")[2] or rumus)
        if jenis is not None and sifat.get(_TABEL_ODS + "style-name") in self.coret:
            rinci = rinci._replace(coret=True)
        self.kini, self.jenis, self.potongan = rinci, jenis, []
        self.nilai = _read_nilai(sifat.get(_KANTOR_ODS + "value"))

    def _buka_teks(self, _: dict[str, str]) -> None:
        if self.kini is not None and self.jenis is not None:
            if self.potongan:
                self.potongan.append(Potongan("\n"))
            self.kumpulkan()

    def _buka_potongan(self, sifat: dict[str, str]) -> None:
        self._putus()
        gaya = sifat.get(_TEKS_ODS + "style-name")
        self.span = Potongan("", gaya in self.coret, gaya in self.samar)

    def _buka_spasi(self, sifat: dict[str, str]) -> None:
        if self.teks is not None:
            self.teks.append(" " * int(sifat.get(_TEKS_ODS + "c", "1")))

    def _putus(self) -> None:
        """Ends a piece of one font within a text."""
        if self.teks is not None:
            self.potongan.append(self.span._replace(teks=self.ambil()))
            self.kumpulkan()

    def _buka_tautan(self, sifat: dict[str, str]) -> None:
        alamat = sifat.get(_TAUT, "")
        if self.kini is not None and not alamat.startswith("#"):
            self.kini = self.kini._replace(tautan=alamat)

    def tutup(self, nama: str) -> None:
        if self.kini is None:
            return
        if nama in (_TEKS_ODS + "span", _TEKS_ODS + "p"):
            self._putus()
            self.span = Potongan("")
            if nama == _TEKS_ODS + "p":
                self.ambil()
        elif nama in (_TABEL_ODS + "table-cell", _TABEL_ODS + "covered-table-cell"):
            self._simpan(self._tutup_sel(self.kini))
            self.kini = None

    def _tutup_sel(self, rinci: Rinci) -> Rinci:
        """With what the whole cell shows."""
        teks = "".join(p.teks for p in self.potongan)
        if rinci.galat == "":
            return rinci._replace(galat=teks or "Err")
        galat = find_galat(teks, berumus=rinci.rumus is not None)
        if galat is not None:
            return rinci._replace(galat=galat)
        if self.jenis != "string":
            return self._tutup_angka(rinci, teks)
        sisa, samar = build_kaya(self.potongan)
        return rinci._replace(sisa=sisa, samar=samar, coret=rinci.coret or sisa is not None)

    def _tutup_angka(self, rinci: Rinci, teks: str) -> Rinci:
        """A number is per cent where that is what it shows, whatever its cell says it is."""
        if self.nilai is None or not self.potongan:  # some programs leave out what is shown
            return rinci._replace(terlihat=teks, persen=self.jenis == "percentage")
        persen, samar = compare_terlihat(self.nilai, teks)
        return rinci._replace(terlihat=teks, persen=persen, samar=samar)

    def _simpan(self, rinci: Rinci) -> None:
        if rinci == Rinci() or self.lembar is None:
            return
        akhir = min(self.baris + self.ulang_baris, self.lembar.akhir + 1)
        for kolom in self.lembar.kolom:
            if self.kolom <= kolom < self.kolom + self.ulang_kolom:
                for baris in range(self.baris, akhir):
                    self.hasil[baris, kolom] = rinci


def _read_nilai(teks: str | None) -> float | None:
    try:
        return None if teks is None else float(teks)
    except ValueError:
        return None
