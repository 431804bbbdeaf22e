"""Handing out what tetapkan makes: PK_dan_Target, the PK and the SKP of each jabatan, the IKU."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.formulir.templat_kantor import TemplatSiap, open_templat
from sopkinerja.kemajuan import follow
from sopkinerja.lembar.templat import Templat
from sopkinerja.mandat.buku import write_buku_mandat
from sopkinerja.mandat.iku import build_isi_iku, list_tanpa_definisi, write_iku
from sopkinerja.mandat.perubahan import find_versi_pk
from sopkinerja.mandat.pk import IsiPk, build_isi, find_kursi_pk, write_pk
from sopkinerja.mandat.skp import NAMA_TEMPLAT, compile_templat, render_skp
from sopkinerja.opd.mandat import Mandat
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Pengaturan, Ruang
from sopkinerja.tenaga import iter_hasil, open_tenaga


@dataclass
class HasilCetakMandat:
    """Where the workbook lies, which PK were written now, which stand, which chairs are vacant;
    each PK has its SKP beside it."""

    buku: Path
    folder: Path
    folder_skp: Path
    pk: list[Path] = field(default_factory=list)
    skp: list[Path] = field(default_factory=list)
    tetap: list[str] = field(default_factory=list)
    lowong: list[str] = field(default_factory=list)
    iku: Path | None = None
    """None where the head of the OPD has no indicator yet."""
    tanpa_definisi: list[str] = field(default_factory=list)
    """IKU of which nobody has said what they measure."""
    diganti: Collection[int] = ()
    """Numbers of versions that took the place of others: what was written of those is written over."""
    usang: list[Path] = field(default_factory=list)
    """What was written of a version that was replaced, and no version gives any more."""

    def is_jadi(self, tujuan: Path, mandat: Mandat) -> bool:
        """Whether that paper of a version lies there already, and stays."""
        return tujuan.is_file() and mandat.versi not in self.diganti


class NaskahPk(NamedTuple):
    """The papers of one chair, and where they are to lie; None: it stays as it lies there."""

    isi: IsiPk
    pk: Path | None
    skp: Path | None


@dataclass(frozen=True)
class PencetakPk:
    """Makes the PK and the SKP of a chair; it travels to other processes."""

    templat: Templat
    renstra: Mapping[str, str]

    def __call__(self, naskah: NaskahPk) -> tuple[bytes | None, bytes | None]:
        """Their bytes; None for one that stays."""
        pk = None
        if naskah.pk:
            data = io.BytesIO()
            write_pk(naskah.isi, data)
            pk = data.getvalue()
        skp = render_skp(self.templat, naskah.isi, self.renstra) if naskah.skp else None
        return pk, skp


def build_nama(jabatan: str, dokumen: str, tahun: int, perubahan: int) -> str:
    """`PLN_PK_2026.xlsx`; after k changes `PLN_PK_2026_rev<k>.xlsx`. `IKU_2026.xlsx` is of no one jabatan."""
    ekor = f"_rev{perubahan}" if perubahan else ""
    return f"{jabatan}_{dokumen}_{tahun}{ekor}.xlsx".lstrip("_")


def open_skp(ruang: Ruang) -> TemplatSiap:
    """The office's template of the SKP, looked at before anything is frozen."""
    return open_templat(NAMA_TEMPLAT, compile_templat, ruang)


def issue_mandat(
    ruang: Ruang,
    agenda: Agenda,
    referensi: Referensi,
    riwayat: Sequence[Mandat],
    pengaturan: Pengaturan,
    skp: TemplatSiap,
    diganti: Collection[int] = (),
) -> HasilCetakMandat:
    """Writes all of them anew from the frozen versions (oldest first).

    A PK or SKP that was handed out stays as it is; one that a later version changed lies beside it.
    Those of versions that took the place of others (`diganti`, their numbers) are written over them.
    """
    tahun = riwayat[-1].tahun
    folder = ruang.build_outbox(tahun) / "mandat"
    skp.apply(ruang, agenda)
    renstra = {r.kode: r.sasaran for r in referensi.renstra}
    isi_buku = io.BytesIO()
    write_buku_mandat(referensi, riwayat, isi_buku)
    with agenda.transaksi():
        buku = agenda.write_keluaran(folder / f"PK_dan_Target_{tahun}.xlsx", isi_buku.getvalue())
        hasil = HasilCetakMandat(buku, folder / "pk", folder / "skp", diganti=diganti)
        daftar = dict.fromkeys(i.jabatan for i in riwayat[-1].indikator)
        versi = {j: find_versi_pk(riwayat, j) for j in daftar}
        isi = (
            (j, build_isi(referensi, v, j, bertriwulan=pengaturan.pk_triwulan))
            for j, v in versi.items()
        )
        banyak = sum(find_kursi_pk(v, j) is not None for j, v in versi.items())
        with open_tenaga(banyak) as tenaga:
            naskah = _plan(isi, hasil)
            jadi = iter_hasil(tenaga, PencetakPk(skp.templat, renstra), naskah)
            for satu, berkas in follow(jadi, banyak, "Mencetak PK dan SKP"):
                _write(agenda, satu, berkas, hasil)
        _issue_iku(agenda, referensi, riwayat, hasil)
    if diganti:
        hasil.usang.extend(_find_usang(riwayat, folder))
    return hasil


def _find_usang(riwayat: Sequence[Mandat], folder: Path) -> Iterator[Path]:
    """PK, SKP and IKU that lie there and that no frozen version gives any more."""
    tahun = riwayat[-1].tahun
    jumlah = {
        j: max(len(find_versi_pk(riwayat[: n + 1], j)) for n in range(len(riwayat)))
        for j in {i.jabatan for m in riwayat for i in m.indikator}
    }
    for dokumen in ("PK", "SKP"):
        berlaku = {build_nama(j, dokumen, tahun, k) for j, n in jumlah.items() for k in range(n)}
        semua = sorted((folder / dokumen.lower()).glob(f"*_{dokumen}_{tahun}*.xlsx"))
        yield from (berkas for berkas in semua if berkas.name not in berlaku)
    kepala = next((k.kode for k in riwayat[-1].kursi if k.atasan is None), "")
    berlaku = {build_nama("", "IKU", tahun, k) for k in range(jumlah.get(kepala, 0))}
    iku = sorted(folder.glob(f"IKU_{tahun}*.xlsx"))
    yield from (berkas for berkas in iku if berkas.name not in berlaku)


def _issue_iku(
    agenda: Agenda, referensi: Referensi, riwayat: Sequence[Mandat], hasil: HasilCetakMandat
) -> None:
    isi = build_isi_iku(referensi, riwayat)
    if isi is None:
        return
    hasil.tanpa_definisi = list_tanpa_definisi(isi)
    hasil.iku = hasil.buku.parent / build_nama("", "IKU", isi.mandat.tahun, isi.perubahan)
    if not hasil.is_jadi(hasil.iku, isi.mandat):
        data = io.BytesIO()
        write_iku(isi, data)
        hasil.iku = agenda.write_keluaran(hasil.iku, data.getvalue())


def _plan(isi: Iterable[tuple[str, IsiPk | None]], hasil: HasilCetakMandat) -> Iterator[NaskahPk]:
    """What is to be made; who has none now, and who keeps what was handed out, is noted."""
    for jabatan, satu in isi:
        if satu is None:
            hasil.lowong.append(jabatan)
            continue
        pk, skp = (
            folder / build_nama(jabatan, dokumen, satu.mandat.tahun, satu.perubahan)
            for folder, dokumen in ((hasil.folder, "PK"), (hasil.folder_skp, "SKP"))
        )
        ada = [hasil.is_jadi(tujuan, satu.mandat) for tujuan in (pk, skp)]
        if ada[0]:
            hasil.tetap.append(jabatan)
        if not all(ada):
            yield NaskahPk(satu, None if ada[0] else pk, None if ada[1] else skp)


def _write(
    agenda: Agenda,
    naskah: NaskahPk,
    berkas: tuple[bytes | None, bytes | None],
    hasil: HasilCetakMandat,
) -> None:
    for tujuan, isi, daftar in zip(
        (naskah.pk, naskah.skp), berkas, (hasil.pk, hasil.skp), strict=True
    ):
        if tujuan is not None and isi is not None:
            daftar.append(agenda.write_keluaran(tujuan, isi))
