"""Opening a bundle that somebody brings: within bounds, by name only, nothing of it is unpacked."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import ValidationError

from sopkinerja.agenda.isi import POTONG, IsiBerkas
from sopkinerja.agenda.jurnal import build_tempat
from sopkinerja.bundel import manifest, teks
from sopkinerja.bundel.manifest import BerkasBundel, Manifest
from sopkinerja.katalog import Kode
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.temuan import Temuan

MAKS_ANGGOTA = 100_000
MAKS_MANIFEST = 64 << 20
MAKS_BERKAS = 256 << 20
MAKS_SEMUA = 8 << 30
TERSANDI = 0x1


class Bundel:
    """An open bundle; a context manager that closes it."""

    def __init__(self, jalur: Path) -> None:
        try:
            self._arsip = zipfile.ZipFile(jalur)
        except (OSError, zipfile.BadZipFile, NotImplementedError):
            raise SopKinerjaError(f"{jalur} bukan bundel: tidak terbaca sebagai zip.") from None
        try:
            self._jalur = jalur
            self._cacat: set[str] = set()
            self._anggota = self._list_anggota()
            self.manifest = self._read_manifest()
        except BaseException:
            self._arsip.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        jenis: type[BaseException] | None,
        nilai: BaseException | None,
        jejak: TracebackType | None,
    ) -> None:
        self._arsip.close()

    def _list_anggota(self) -> dict[str, zipfile.ZipInfo]:
        semua = [i for i in self._arsip.infolist() if not i.is_dir()]
        kembar = len({i.filename for i in semua}) < len(semua)
        besar = sum(i.file_size for i in semua) > MAKS_SEMUA
        terlalu = any(i.file_size > MAKS_BERKAS or i.flag_bits & TERSANDI for i in semua)
        if kembar or besar or terlalu or len(semua) > MAKS_ANGGOTA:
            raise SopKinerjaError(
                f"{self._jalur.name} bukan bundel buatan sopkinerja: ada nama ganda, sandi, atau isi "
                "yang terlalu besar di dalamnya."
            )
        return {i.filename: i for i in semua}

    def _read_manifest(self) -> Manifest:
        info = self._anggota.get(manifest.NAMA)
        try:
            if info is None or info.file_size > MAKS_MANIFEST:
                raise ValueError(manifest.NAMA)
            return Manifest.model_validate_json(self._arsip.read(info))
        except (ValueError, ValidationError, OSError, zipfile.BadZipFile, zlib.error):
            raise SopKinerjaError(
                f"{self._jalur.name} bukan bundel sopkinerja: {manifest.NAMA} tidak ada atau rusak."
            ) from None

    def check(self) -> Iterator[Temuan]:
        """Every file against the manifest: changed, missing, or not in it; what was changed isn't
        found from then on."""
        tercatat = {b.nama for b in self.manifest.berkas} | {manifest.NAMA}
        for b in {b.nama: b for b in self.manifest.berkas}.values():
            if b.nama not in self._anggota:
                yield Temuan(Kode.BUNDEL_151, nama=b.nama, apa=b.apa, siapa=teks.MANIFEST)
            elif (kini := self._hash(b.nama)) != b.sha256:
                self._cacat.add(b.nama)
                yield Temuan(
                    Kode.BUNDEL_150,
                    nama=b.nama,
                    apa=b.apa,
                    kini=kini,
                    sha=b.sha256,
                    siapa=teks.MANIFEST,
                )
        for nama in sorted(self._anggota.keys() - tercatat):
            yield Temuan(Kode.BUNDEL_152, nama=nama)

    def _hash(self, nama: str) -> str:
        """Of its bytes; what can't be unpacked has none."""
        sidik = hashlib.sha256()
        try:
            with self._arsip.open(self._anggota[nama]) as aliran:
                while potong := aliran.read(POTONG):
                    sidik.update(potong)
        except (OSError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError):
            return "-"
        return sidik.hexdigest()

    def read(self, berkas: BerkasBundel) -> bytes | None:
        """Its bytes, where they are those of the manifest."""
        info = self._anggota.get(berkas.nama)
        try:
            isi = self._arsip.read(info) if info else b""
        except (OSError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError):
            return None
        return isi if hashlib.sha256(isi).hexdigest() == berkas.sha256 else None

    def open_isi(self, berkas: BerkasBundel) -> IsiBerkas:
        """Its bytes, to be read when they are needed."""
        info = self._anggota[berkas.nama]
        return IsiBerkas(self._jalur, berkas.sha256, info.file_size, info)

    def find(self, tempat: str) -> BerkasBundel | None:
        """The file that lies there in the workspace."""
        return self._pilih(self._per_tempat.get(tempat))

    def find_asli(self, sha256: str) -> BerkasBundel | None:
        """What came in with those bytes."""
        return self._pilih(self._per_sha.get(sha256))

    def _pilih(self, berkas: BerkasBundel | None) -> BerkasBundel | None:
        return None if berkas is None or berkas.nama in self._cacat else berkas

    @cached_property
    def _per_sha(self) -> dict[str, BerkasBundel]:
        asli = [b for b in self.manifest.berkas if b.nama.startswith("asli/")]
        return {b.sha256: b for b in asli if b.nama in self._anggota}

    def find_jurnal(self, sha256: str, nama: str) -> BerkasBundel | None:
        """The copy of settings or referensi with that hash."""
        berkas = self.find(build_tempat(sha256, nama))
        return berkas if berkas and berkas.sha256 == sha256 else None

    @cached_property
    def _per_tempat(self) -> dict[str, BerkasBundel]:
        return {b.tempat: b for b in self.manifest.berkas if b.tempat and b.nama in self._anggota}

    def read_jurnal(self) -> dict[int, bytes]:
        """The pages of the journal by their number; without those that were changed."""
        nama = {f"jurnal/{n:06d}.json.gz": n for n in range(1, self.manifest.jurnal + 1)}
        ada = {nama[b.nama]: self.read(b) for b in self.manifest.berkas if b.nama in nama}
        return {n: isi for n, isi in ada.items() if isi is not None}
