"""What was printed, signed, decided and closed, in the register."""

from __future__ import annotations

import datetime as dt

from sopkinerja.agenda.model import Lampiran, Peristiwa
from sopkinerja.agenda.register import Register
from sopkinerja.istilah import Triwulan


class RegisterKejadian(Register):
    """Every printing, decision, signed scan and closing."""

    def build_nomor_cetakan(self, jenis: str, tahun: int, triwulan: Triwulan | None) -> int:
        """The number that the next printing of an output of a triwulan (None: of the year) gets."""
        return int(
            self._db.execute(
                "SELECT coalesce(max(nomor), 0) + 1 FROM cetakan "
                "WHERE jenis=? AND tahun=? AND triwulan=?",
                (jenis, tahun, triwulan or 0),
            ).fetchone()[0]
        )

    def write_cetakan(
        self, jenis: str, tahun: int, triwulan: Triwulan | None, nomor: int, waktu: dt.datetime,
        berkas: str, sha256: str, arsip: str,
    ) -> None:  # fmt: skip
        """Records one printing of an output of a triwulan (None: of the year)."""
        self._db.execute(
            "INSERT INTO cetakan VALUES (?,?,?,?,?,?,?,?)",
            (jenis, tahun, triwulan or 0, nomor, waktu.isoformat(), berkas, sha256, arsip),
        )

    def read_cetakan(self) -> list[tuple[str, int, int, int, str, str, str, str]]:
        """Every printing: jenis, tahun, triwulan (0: of the year), nomor, waktu, berkas, sha256,
        arsip."""
        return self._db.execute("SELECT * FROM cetakan ORDER BY waktu, jenis, nomor").fetchall()

    def read_arsip(self, jalur: str) -> bytes | None:
        """The bytes of a file that the register names, relative to the workspace; None where it is
        gone."""
        try:
            return (self._akar / jalur).read_bytes()
        except OSError:
            return None

    def write_kejadian(
        self, waktu: dt.datetime, tindakan: str, tahun: int | None, triwulan: int | None,
        perihal: str, alasan: str,
    ) -> None:  # fmt: skip
        """Puts a person's decision on the record (tutup, buka, pilih, kembalikan …)."""
        self._db.execute(
            "INSERT INTO kejadian (waktu, tindakan, tahun, triwulan, perihal, alasan) "
            "VALUES (?,?,?,?,?,?)",
            (waktu.isoformat(), tindakan, tahun, triwulan, perihal, alasan),
        )

    def read_kejadian(
        self, tindakan: str, tahun: int | None = None, triwulan: Triwulan | None = None
    ) -> list[tuple[dt.datetime, str, str]]:
        """(waktu, perihal, alasan) of every event of one kind, oldest first; of that year and
        triwulan alone where they are given."""
        baris = self._db.execute(
            "SELECT waktu, perihal, alasan FROM kejadian WHERE tindakan=:tindakan "
            "AND (:tahun IS NULL OR tahun=:tahun) AND (:tw IS NULL OR triwulan=:tw) ORDER BY id",
            {"tindakan": tindakan, "tahun": tahun, "tw": triwulan and triwulan.value},
        )
        return [(dt.datetime.fromisoformat(w), p, a) for w, p, a in baris]

    def write_lampiran(self, lampiran: Lampiran) -> None:
        """Records a signed scan; the same bytes as the same paper stand there once."""
        triwulan = lampiran.triwulan.value if lampiran.triwulan else 0
        self._db.execute(
            "INSERT INTO lampiran (sebagai, tahun, triwulan, jabatan, nama, sha256, arsip, waktu, "
            "revisi) VALUES (?,?,?,?,?,?,?,?,?)",
            (
                lampiran.sebagai.value, lampiran.tahun, triwulan, lampiran.jabatan, lampiran.nama,
                lampiran.sha256, lampiran.arsip, lampiran.waktu.isoformat(), lampiran.revisi,
            ),
        )  # fmt: skip

    def read_lampiran(self, tahun: int | None = None) -> list[Lampiran]:
        """Every signed scan of a year (or of all), in the order they came."""
        kolom = (
            "sebagai", "tahun", "triwulan", "jabatan", "nama", "sha256", "arsip", "waktu", "revisi",
        )  # fmt: skip
        baris = self._db.execute(
            f"SELECT {', '.join(kolom)} FROM lampiran WHERE ? IS NULL OR tahun=? ORDER BY id",
            (tahun, tahun),
        )
        return [
            Lampiran.model_validate(dict(zip(kolom, b, strict=True)) | {"triwulan": b[2] or None})
            for b in baris
        ]

    def read_peristiwa(self, tahun: int) -> list[Peristiwa]:
        """Every closing and reopening of the year, oldest first."""
        baris = self._db.execute(
            "SELECT waktu, tindakan, triwulan, perihal, alasan FROM kejadian "
            "WHERE tahun=? AND tindakan IN ('tutup', 'buka') ORDER BY id",
            (tahun,),
        )
        return [
            Peristiwa(dt.datetime.fromisoformat(w), tindakan, Triwulan(t), p, a)
            for w, tindakan, t, p, a in baris
        ]

    def read_tutup(self, tahun: int) -> frozenset[Triwulan]:
        """The triwulan of the year that are closed now."""
        terakhir = {p.triwulan: p.tindakan for p in self.read_peristiwa(tahun)}
        return frozenset(t for t, tindakan in terakhir.items() if tindakan == "tutup")

    def read_pernah_tutup(self, tahun: int) -> frozenset[Triwulan]:
        """The triwulan of the year that were closed at least once: also reopened, their mandat
        stays as it was frozen."""
        return frozenset(p.triwulan for p in self.read_peristiwa(tahun) if p.tindakan == "tutup")

    def write_beku(self, tahun: int, triwulan: Triwulan, waktu: dt.datetime, isi: str) -> None:
        """Keeps the material of a closed triwulan; what was kept before stays."""
        self._db.execute(
            "INSERT INTO beku SELECT ?, ?, coalesce(max(nomor), 0) + 1, ?, ? FROM beku "
            "WHERE tahun=? AND triwulan=?",
            (tahun, triwulan.value, waktu.isoformat(), isi, tahun, triwulan.value),
        )

    def read_beku(self, tahun: int, triwulan: Triwulan) -> str | None:
        """The material of a triwulan as it was last closed; None where it never was."""
        baris = self._db.execute(
            "SELECT isi FROM beku WHERE tahun=? AND triwulan=? ORDER BY nomor DESC LIMIT 1",
            (tahun, triwulan.value),
        ).fetchone()
        return str(baris[0]) if baris else None

    def read_beku_lalu(
        self, tahun: int, triwulan: Triwulan, *, terakhir: bool
    ) -> list[tuple[Triwulan, str]]:
        """The material of every closing of the triwulan up to this one, oldest first: those before
        this triwulan's last, or with `terakhir` that one and what came after it too."""
        batas = (
            ""
            if terakhir
            else (
                "AND rowid < (SELECT max(rowid) FROM beku WHERE tahun=:tahun AND triwulan=:triwulan)"
            )
        )
        daftar = self._db.execute(
            "SELECT triwulan, isi FROM beku WHERE tahun=:tahun AND triwulan<=:triwulan "
            f"{batas} ORDER BY rowid",
            {"tahun": tahun, "triwulan": triwulan.value},
        )
        return [(Triwulan(t), str(isi)) for t, isi in daftar]
