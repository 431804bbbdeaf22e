"""The frozen versions of a mandat in the register."""

from __future__ import annotations

from functools import lru_cache

from sopkinerja.agenda.register import Register
from sopkinerja.istilah import Triwulan
from sopkinerja.opd.mandat import Mandat


class RegisterMandat(Register):
    """Every version of the mandat of every year."""

    def write_mandat(self, mandat: Mandat) -> None:
        """Freezes one version; versions are never overwritten."""
        self._db.execute(
            "INSERT INTO mandat VALUES (?,?,?,?)",
            (mandat.tahun, mandat.versi, mandat.berlaku_mulai.value, mandat.model_dump_json()),
        )

    def drop_mandat(self, mandat: Mandat) -> None:
        """Takes out a version of which nothing was made yet, for the one that replaces it."""
        self._db.execute(
            "DELETE FROM mandat WHERE tahun=? AND versi=?", (mandat.tahun, mandat.versi)
        )

    def read_mandat(self, tahun: int, triwulan: Triwulan | None = None) -> Mandat | None:
        """The version in force in that triwulan; without one, the newest of the year."""
        baris = self._db.execute(
            "SELECT isi FROM mandat WHERE tahun=? AND berlaku_mulai<=? ORDER BY versi DESC LIMIT 1",
            (tahun, triwulan or Triwulan.IV),
        ).fetchone()
        return _read_mandat(baris[0]) if baris else None

    def read_riwayat_mandat(self, tahun: int) -> list[Mandat]:
        """Every version of the year, oldest first."""
        baris = self._db.execute("SELECT isi FROM mandat WHERE tahun=? ORDER BY versi", (tahun,))
        return [_read_mandat(b[0]) for b in baris]

    def read_lampau(self, tahun: int) -> list[Mandat]:
        """Every version of every earlier year, oldest first."""
        sql = "SELECT isi FROM mandat WHERE tahun<? ORDER BY tahun, versi"
        return [_read_mandat(b[0]) for b in self._db.execute(sql, (tahun,))]

    def read_daftar_tahun(self) -> list[int]:
        """The years that have a frozen mandat."""
        return [b[0] for b in self._db.execute("SELECT DISTINCT tahun FROM mandat ORDER BY tahun")]

    def read_tahun_dibuka(self) -> list[int]:
        """The years that `mulai-tahun` opened."""
        sql = "SELECT DISTINCT tahun FROM kejadian WHERE tindakan='mulai-tahun' ORDER BY tahun"
        return [b[0] for b in self._db.execute(sql)]


@lru_cache(maxsize=8)
def _read_mandat(isi: str) -> Mandat:
    """One version; a frozen one is read once, however many triwulan it is in force in."""
    return Mandat.model_validate_json(isi)
