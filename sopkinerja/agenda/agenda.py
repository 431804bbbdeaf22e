"""The register of a workspace: one SQLite file, one transaction a batch.

journal_mode=DELETE, because a workspace may lie on a network share where WAL does not work.
Times are ISO texts in WITA.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Self

from sopkinerja.agenda.isi import IsiBerkas, hash_isi
from sopkinerja.agenda.jurnal import Perekam, Sambungan, has_jurnal
from sopkinerja.agenda.keluaran import TERPUTUS, Kabar, Keluaran
from sopkinerja.agenda.model import (
    Bukti,
    Kiriman,
    Lampiran,
    Peristiwa,
    Terbitan,
    build_identitas,
    read_temuan,
    write_temuan,
)
from sopkinerja.agenda.niat import recover
from sopkinerja.agenda.skema import VERSI_SKEMA, apply_langkah, read_versi
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.lembar.cap import Identitas
from sopkinerja.opd.mandat import Mandat

SEBAB_GALAT = {
    sqlite3.SQLITE_BUSY: "sedang dipakai program lain. Tunggu sebentar, lalu ulangi.",
    sqlite3.SQLITE_LOCKED: "sedang dipakai program lain. Tunggu sebentar, lalu ulangi.",
    sqlite3.SQLITE_READONLY: "hanya-baca. Minta izin tulis pada foldernya, lalu ulangi.",
    sqlite3.SQLITE_IOERR: "tidak dapat dibaca atau ditulis. Periksa cakram atau jaringannya.",
    sqlite3.SQLITE_FULL: "tidak dapat ditulis: cakram penuh.",
    sqlite3.SQLITE_CANTOPEN: "tidak dapat dibuka. Periksa izin foldernya.",
    sqlite3.SQLITE_CORRUPT: "rusak. Pindahkan ke folder lain, lalu: sopkinerja pulihkan",
    sqlite3.SQLITE_NOTADB: (
        "rusak atau bukan agenda. Pindahkan ke folder lain, lalu: sopkinerja pulihkan"
    ),
}

KOLOM_KIRIMAN = (
    "id, urutan, nama, sha256, formulir, opd, tahun, triwulan, jabatan, revisi, diterima, "
    "tersimpan, putusan, temuan, hasil, balasan, arsip, berlaku, dikembalikan"
)
SYARAT_IDENTITAS = "formulir=? AND opd=? AND tahun=? AND triwulan=? AND jabatan=?"


class Agenda:
    """Open register; a context manager that closes it. `baca_saja` never changes what it holds; a writer
    brings an older register up to date first."""

    def __init__(self, berkas: Path, *, baca_saja: bool = False) -> None:
        if not berkas.exists():
            perintah = "pulihkan" if has_jurnal(berkas.parent) else "mulai"
            raise SopKinerjaError(
                f"Agenda {berkas.name} tidak ada di ruang kerja ini. Jalankan: sopkinerja {perintah}"
            )
        self._berkas, self._akar = berkas, berkas.resolve().parent
        self._keluaran: Keluaran | None = None
        self.kabar: list[Kabar] = []
        """What must be told of files that weren't ours, of every transaction so far."""
        self.tertinggal: list[Path] = []
        """What was to be removed with a transaction and could not be."""
        mode = "ro" if baca_saja else "rw"
        self._db = sqlite3.connect(
            f"{berkas.as_uri()}?mode={mode}", uri=True, isolation_level=None, factory=Sambungan
        )
        try:
            self._open_skema(baca_saja)
            if not baca_saja and recover(self._akar, self._read_nomor()):
                self.kabar.append(Kabar("", "", TERPUTUS))
        except BaseException:
            self._db.close()
            raise

    def _open_skema(self, baca_saja: bool) -> None:
        """Brings an older register up to date; a reader does so to a copy in memory."""
        versi = self._read_versi()
        if versi < 1:
            raise SopKinerjaError(
                f"{self._berkas.name} bukan agenda. Pindahkan ke folder lain, lalu: sopkinerja pulihkan"
            )
        if versi > VERSI_SKEMA:
            raise SopKinerjaError(
                f"Agenda ini ditulis sopkinerja yang lebih baru (skema {versi}; program ini mengenal "
                f"sampai {VERSI_SKEMA}), jadi tidak dibuka. Pasang sopkinerja yang lebih baru, lalu ulangi."
            )
        if versi < VERSI_SKEMA:
            if baca_saja:
                self._db = _copy_ke_memori(self._db)
            apply_langkah(self._db)

    def _read_versi(self) -> int:
        """Also of a register whose last writer was killed while it committed: that one is rolled
        back, which no reader may do."""
        try:
            return read_versi(self._db)
        except sqlite3.OperationalError as galat:
            if galat.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
        with contextlib.closing(sqlite3.connect(self._berkas, isolation_level=None)) as db:
            read_versi(db)
        return read_versi(self._db)

    @classmethod
    def create(cls, berkas: Path) -> None:
        """An empty register; leaves an existing one alone."""
        if berkas.exists():
            return
        if has_jurnal(berkas.parent):
            raise SopKinerjaError(
                f"{berkas.name} hilang, tetapi arsip/ memuat jurnalnya. Jalankan: sopkinerja pulihkan"
            )
        db = sqlite3.connect(berkas, isolation_level=None)
        try:
            db.execute("PRAGMA journal_mode=DELETE")
            apply_langkah(db)
        finally:
            db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    @staticmethod
    def build_pesan(galat: sqlite3.Error) -> str | None:
        """Why the register can't be used, for a person; None where that is a bug of ours."""
        sebab = SEBAB_GALAT.get((getattr(galat, "sqlite_errorcode", None) or 0) & 0xFF)
        return f"Agenda (sopkinerja.db) {sebab}" if sebab else None

    @contextmanager
    def transaksi(self) -> Iterator[None]:
        """All or nothing, files handed out included; one inside another is part of it."""
        if self._keluaran is not None:
            yield
            return
        self._db.execute("BEGIN IMMEDIATE")
        nomor = self._read_nomor() + 1
        keluaran = self._keluaran = Keluaran(self._akar, nomor, self._is_milik)
        try:
            perekam = Perekam(self._db, self._akar)
            yield
            perekam.save(keluaran)
            keluaran.apply()
            self._db.execute("COMMIT")
        except BaseException:
            self._db.stop_rekam()
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            if self._read_nomor() < nomor:
                keluaran.undo()
            raise
        else:
            self.kabar += keluaran.kabar
            self.tertinggal += keluaran.finish()
        finally:
            self._keluaran = None

    def _read_nomor(self) -> int:
        """How many transactions the register holds."""
        return int(self._db.execute("SELECT coalesce(max(nomor), 0) FROM jurnal").fetchone()[0])

    def write_keluaran(self, tujuan: Path, isi: bytes | IsiBerkas) -> Path:
        """Hands out a file with the transaction it stands in; returns where it will lie. What lies
        in outbox/ and isn't ours any more is kept first, and told in `kabar`."""
        with self.transaksi():
            assert self._keluaran is not None
            sha = hash_isi(isi)
            if tujuan.is_relative_to(self._akar / "outbox"):
                jalur = tujuan.relative_to(self._akar).as_posix()
                self._db.execute("INSERT OR IGNORE INTO keluaran VALUES (?,?)", (sha, jalur))
            return self._keluaran.add(tujuan, isi, sha)

    def remove_asal(self, berkas: Path, sha256: str = "") -> None:
        """A file goes once the transaction that it stands in is committed, if it still is that one;
        what could not be removed is listed in `tertinggal`."""
        with self.transaksi():
            assert self._keluaran is not None
            self._keluaran.remove(berkas, sha256)

    def note_kabar(self, kabar: Kabar) -> None:
        """Something to be told once, if the transaction that it stands in is carried out."""
        with self.transaksi():
            assert self._keluaran is not None
            if kabar not in self._keluaran.kabar:
                self._keluaran.kabar.append(kabar)

    def _is_milik(self, sha256: str) -> bool:
        """Whether we ever handed out those bytes, or keep them as a return."""
        tabel = ("keluaran", "terbitan", "cetakan", "kiriman")
        sql = " UNION ".join(f"SELECT 1 FROM {t} WHERE sha256=:sha" for t in tabel)
        return self._db.execute(sql, {"sha": sha256}).fetchone() is not None

    # --- mandat

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

    # --- terbitan

    def write_terbitan(self, terbitan: Terbitan) -> None:
        """Records a form handed out; the same revision again (same content) renews its place."""
        self._db.execute(
            "INSERT OR REPLACE INTO terbitan VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                *_kunci(terbitan.identitas),
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
            f"SELECT * FROM terbitan WHERE {SYARAT_IDENTITAS} ORDER BY revisi", _kunci(identitas)
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
        """The latest moment of anything that was done; None where nothing was yet."""
        tabel = ("terbitan", "terima", "cetakan", "kejadian", "lampiran")
        semua = " UNION ALL ".join(f"SELECT max(waktu) AS w FROM {t}" for t in tabel)
        (waktu,) = self._db.execute(f"SELECT max(w) FROM ({semua})").fetchone()
        return dt.datetime.fromisoformat(waktu) if waktu else None

    # --- kiriman

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
                _kunci(kiriman.identitas),
            )
        self._db.execute(
            f"INSERT INTO kiriman VALUES ({','.join('?' * 19)})", _build_kolom(kiriman)
        )
        for b in kiriman.bukti:
            nilai = (kiriman.sha256, *_kunci(b.identitas), b.indikator)
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
        return self._kiriman(f"WHERE {SYARAT_IDENTITAS}", _kunci(identitas))

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

    # --- cetakan dan kejadian

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

    # --- lampiran

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

    # --- tutup dan buka

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


def _copy_ke_memori(asal: Sambungan) -> Sambungan:
    """The register in memory; the file is closed."""
    with contextlib.closing(asal):
        db = sqlite3.connect(":memory:", isolation_level=None, factory=Sambungan)
        asal.backup(db)
    return db


def _kunci(identitas: Identitas) -> tuple[str, str, int, int, str]:
    triwulan = identitas.triwulan.value if identitas.triwulan else 0
    return (
        identitas.formulir.value,
        identitas.opd,
        identitas.tahun,
        triwulan,
        identitas.jabatan,
    )


@lru_cache(maxsize=8)
def _read_mandat(isi: str) -> Mandat:
    """One version; a frozen one is read once, however many triwulan it is in force in."""
    return Mandat.model_validate_json(isi)


def _build_terbitan(b: tuple[Any, ...]) -> Terbitan:
    identitas = build_identitas(b[0], b[1], b[2], b[3], b[4])
    assert identitas is not None
    return Terbitan(
        identitas=identitas, revisi=b[5], perbaikan=b[6], kode=b[7], waktu=b[8], berkas=b[9],
        sha256=b[10], sidik=b[11], isi=b[12],
    )  # fmt: skip


def _build_kolom(k: Kiriman) -> tuple[Any, ...]:
    return (
        None, k.urutan, k.nama, k.sha256,
        *(_kunci(k.identitas) if k.identitas else (None,) * 5),
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
