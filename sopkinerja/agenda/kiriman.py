"""What came in and what became of it, in the register."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sopkinerja.agenda.kunci import SYARAT_IDENTITAS, build_identitas, build_kunci
from sopkinerja.agenda.model import (
    Bukti,
    Kiriman,
    read_temuan,
    write_temuan,
)
from sopkinerja.agenda.register import Register
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.lembar.cap import Identitas

KOLOM_KIRIMAN = (
    "id, urutan, nama, sha256, formulir, opd, tahun, triwulan, jabatan, revisi, diterima, "
    "tersimpan, putusan, temuan, hasil, balasan, arsip, berlaku, dikembalikan"
)


class RegisterKiriman(Register):
    """Every run of `terima` and every file that came in."""

    def build_urutan(self) -> int:
        """The number that the next run of `terima` gets."""
        return int(self._db.execute("SELECT coalesce(max(id), 0) + 1 FROM terima").fetchone()[0])

    def write_terima(self, urutan: int, waktu: dt.datetime, tanda_terima: str) -> None:
        """Records one run of `terima` and its receipt."""
        self._db.execute(
            "INSERT INTO terima VALUES (?,?,?)", (urutan, waktu.isoformat(), tanda_terima)
        )

    def write_kiriman(self, kiriman: Kiriman) -> None:
        """Adds a file that came in; where it now counts, whatever counted before no longer does."""
        if kiriman.berlaku and kiriman.identitas:
            self._db.execute(
                f"UPDATE kiriman SET berlaku=0 WHERE berlaku=1 AND {SYARAT_IDENTITAS}",
                build_kunci(kiriman.identitas),
            )
        self._db.execute(
            f"INSERT INTO kiriman VALUES ({','.join('?' * 19)})", _build_kolom(kiriman)
        )
        for b in kiriman.bukti:
            nilai = (kiriman.sha256, *build_kunci(b.identitas), b.indikator)
            self._db.execute("INSERT OR IGNORE INTO bukti VALUES (?,?,?,?,?,?,?)", nilai)

    def update_kiriman(self, kiriman: Kiriman) -> None:
        """Writes back the verdict of a kiriman that a person settled (pilih, kembalikan)."""
        self._db.execute(
            "UPDATE kiriman SET putusan=?, berlaku=?, dikembalikan=?, balasan=? WHERE id=?",
            (
                kiriman.putusan.value,
                kiriman.berlaku,
                kiriman.dikembalikan,
                kiriman.balasan,
                kiriman.id,
            ),
        )

    def read_kiriman(self, identitas: Identitas) -> list[Kiriman]:
        """Every return of one form, oldest first."""
        return self._kiriman(f"WHERE {SYARAT_IDENTITAS}", build_kunci(identitas))

    def read_kiriman_triwulan(
        self, formulir: Formulir, tahun: int, triwulan: Triwulan | None, *, isi: bool = True
    ) -> list[Kiriman]:
        """Every return of every form of a triwulan (None: of the year), oldest first; without
        `isi` their `hasil` is left in the register."""
        syarat = "WHERE formulir=? AND tahun=? AND triwulan=?"
        return self._kiriman(syarat, (formulir.value, tahun, triwulan or 0), isi=isi)

    def read_hasil(self, nomor: int) -> str:
        """What one return said, as it was judged; `nomor` is the `id` of its Kiriman."""
        hasil: str = self._db.execute("SELECT hasil FROM kiriman WHERE id=?", (nomor,)).fetchone()[
            0
        ]
        return hasil

    def read_tahun_berlaku(
        self, formulir: Formulir, triwulan: Triwulan | None, jabatan: str
    ) -> list[int]:
        """The years in which that form of that jabatan has an accepted return."""
        sql = (
            "SELECT DISTINCT tahun FROM kiriman WHERE formulir=? AND triwulan=? "
            "AND jabatan=? COLLATE NOCASE AND berlaku=1 ORDER BY tahun"
        )
        nilai = (formulir.value, triwulan or 0, jabatan)
        return [b[0] for b in self._db.execute(sql, nilai)]

    def read_kiriman_sha(self, sha256: str) -> list[Kiriman]:
        """Every time a file came whose SHA-256 begins so."""
        return self._kiriman("WHERE sha256 LIKE ? || '%'", (sha256,))

    def read_kiriman_tahun(self, tahun: int | None = None, *, isi: bool = True) -> list[Kiriman]:
        """Everything that came in; for one year, or all. Without `isi` their `hasil` is left in
        the register."""
        if tahun is None:
            return self._kiriman("", (), isi=isi)
        return self._kiriman("WHERE tahun=?", (tahun,), isi=isi)

    def read_konflik(self) -> list[Kiriman]:
        """Every return that was ever held for `pilih`, oldest first; their `hasil` is left in the
        register."""
        return self._kiriman("WHERE putusan=?", (Putusan.KONFLIK.value,), isi=False)

    def _kiriman(self, syarat: str, nilai: Iterable[Any], *, isi: bool = True) -> list[Kiriman]:
        kolom = KOLOM_KIRIMAN if isi else KOLOM_KIRIMAN.replace(" hasil,", " '',")
        sql = f"SELECT {kolom} FROM kiriman {syarat} ORDER BY id"
        pilih = self._db.execute(
            "SELECT perihal, max(waktu) FROM kejadian WHERE tindakan='pilih' GROUP BY perihal"
        )
        dipilih: dict[str, str] = dict(pilih.fetchall())
        semua = self._db.execute(sql, tuple(nilai)).fetchall()
        bukti = self._read_bukti() if any(b[4] is None for b in semua) else {}
        return [
            _build_kiriman(b, dipilih.get(b[3]), bukti.get(b[3], ()) if _is_bukti(b) else ())
            for b in semua
        ]

    def read_bukti(self) -> list[Kiriman]:
        """Every file that was kept as evidence, oldest first."""
        return self._kiriman(
            "WHERE formulir IS NULL AND putusan IN (?, ?) AND sha256 IN (SELECT sha256 FROM bukti)",
            (Putusan.DITERIMA.value, Putusan.DUPLIKAT.value),
        )

    def _read_bukti(self) -> dict[str, tuple[Bukti, ...]]:
        """What each file is evidence for, by SHA-256."""
        hasil: dict[str, tuple[Bukti, ...]] = {}
        for sha, *kunci, indikator in self._db.execute("SELECT * FROM bukti ORDER BY rowid"):
            identitas = build_identitas(*kunci)
            assert identitas is not None
            hasil[sha] = (
                *hasil.get(sha, ()),
                Bukti(identitas=identitas, indikator=indikator),
            )
        return hasil


def _build_kolom(k: Kiriman) -> tuple[Any, ...]:
    return (
        None, k.urutan, k.nama, k.sha256,
        *(build_kunci(k.identitas) if k.identitas else (None,) * 5),
        k.revisi, k.diterima.isoformat(), k.tersimpan.isoformat() if k.tersimpan else None,
        k.putusan.value, write_temuan(k.temuan), k.hasil, k.balasan, k.arsip, k.berlaku,
        k.dikembalikan,
    )  # fmt: skip


def _is_bukti(b: tuple[Any, ...]) -> bool:
    """Whether a row may be a file that was kept as evidence: no form, and not held."""
    return b[4] is None and b[12] in (Putusan.DITERIMA, Putusan.DUPLIKAT)


def _build_kiriman(
    b: tuple[Any, ...], dipilih: str | None, bukti: tuple[Bukti, ...] = ()
) -> Kiriman:
    return Kiriman(
        id=b[0], urutan=b[1], nama=b[2], sha256=b[3],
        identitas=build_identitas(b[4], b[5], b[6], b[7], b[8]), revisi=b[9], diterima=b[10],
        tersimpan=b[11], putusan=Putusan(b[12]), temuan=read_temuan(b[13]), hasil=b[14],
        balasan=b[15], arsip=b[16], berlaku=bool(b[17]), dikembalikan=bool(b[18]),
        dipilih=dt.datetime.fromisoformat(dipilih) if dipilih else None, bukti=bukti,
    )  # fmt: skip
