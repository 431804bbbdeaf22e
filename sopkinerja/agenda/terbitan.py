"""The forms that were handed out, in the register."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sopkinerja.agenda.kunci import SYARAT_IDENTITAS, build_identitas, build_kunci
from sopkinerja.agenda.model import (
    Terbitan,
)
from sopkinerja.agenda.register import Register
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.lembar.cap import Identitas

HARI_MANDAT = """substr(isi, instr(isi, '"tanggal":"') + 11, 10)"""
"""The day of a frozen version, which stands before all that it says in its JSON."""


class RegisterTerbitan(Register):
    """Every revision of every form that was issued."""

    def write_terbitan(self, terbitan: Terbitan) -> None:
        """Records a form handed out; the same revision again (same content) renews its place."""
        self._db.execute(
            "INSERT OR REPLACE INTO terbitan VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                *build_kunci(terbitan.identitas),
                terbitan.revisi,
                terbitan.perbaikan,
                terbitan.kode,
                terbitan.waktu.isoformat(),
                terbitan.berkas,
                terbitan.sha256,
                terbitan.sidik,
                terbitan.isi,
            ),
        )

    def read_terbitan(self, identitas: Identitas) -> list[Terbitan]:
        """All revisions of one form, oldest first."""
        baris = self._db.execute(
            f"SELECT * FROM terbitan WHERE {SYARAT_IDENTITAS} ORDER BY revisi",
            build_kunci(identitas),
        )
        return [_build_terbitan(b) for b in baris]

    def read_terbitan_jabatan(self, identitas: Identitas) -> list[Terbitan]:
        """Every revision of every form of that kind that one jabatan ever had, newest first."""
        baris = self._db.execute(
            "SELECT * FROM terbitan WHERE formulir=? AND opd=? AND jabatan=? "
            "ORDER BY tahun DESC, triwulan DESC, revisi DESC",
            (identitas.formulir.value, identitas.opd, identitas.jabatan),
        )
        return [_build_terbitan(b) for b in baris]

    def read_terbitan_triwulan(
        self, formulir: Formulir, tahun: int, triwulan: Triwulan | None
    ) -> list[Terbitan]:
        """Every revision of every form of a triwulan (None: of the year), by jabatan and revision."""
        baris = self._db.execute(
            "SELECT * FROM terbitan WHERE formulir=? AND tahun=? AND triwulan=? "
            "ORDER BY jabatan, revisi",
            (formulir.value, tahun, triwulan or 0),
        )
        return [_build_terbitan(b) for b in baris]

    def read_daftar_opd(self) -> frozenset[str]:
        """Slugs of the OPD that forms were issued for."""
        return frozenset(b[0] for b in self._db.execute("SELECT DISTINCT opd FROM terbitan"))

    def read_beredar(self) -> list[tuple[int, Triwulan]]:
        """Year and triwulan of every form of a triwulan that was ever issued."""
        sql = "SELECT DISTINCT tahun, triwulan FROM terbitan WHERE triwulan>0 ORDER BY 1, 2"
        return [(t, Triwulan(tw)) for t, tw in self._db.execute(sql)]

    def read_waktu_terakhir(self) -> dt.datetime | None:
        """The latest moment of anything that was done; None where nothing was yet. Of a version of
        the mandat only the day is known: its noon counts."""
        tabel = ("terbitan", "terima", "cetakan", "kejadian", "lampiran")
        semua = " UNION ALL ".join(f"SELECT max(waktu) AS w FROM {t}" for t in tabel)
        semua += f" UNION ALL SELECT max({HARI_MANDAT}) || 'T12:00:00+08:00' FROM mandat"
        (waktu,) = self._db.execute(f"SELECT max(w) FROM ({semua})").fetchone()
        return dt.datetime.fromisoformat(waktu) if waktu else None


def _build_terbitan(b: tuple[Any, ...]) -> Terbitan:
    identitas = build_identitas(b[0], b[1], b[2], b[3], b[4])
    assert identitas is not None
    return Terbitan(
        identitas=identitas, revisi=b[5], perbaikan=b[6], kode=b[7], waktu=b[8], berkas=b[9],
        sha256=b[10], sidik=b[11], isi=b[12],
    )  # fmt: skip
