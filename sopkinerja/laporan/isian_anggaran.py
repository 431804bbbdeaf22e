"""Judging the sheet Anggaran: what was spent of each sub kegiatan, beside its indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sopkinerja.baca.takaran import Takaran
from sopkinerja.formulir.baris import Baris
from sopkinerja.formulir.isian import read_uraian
from sopkinerja.formulir.pemilik_baris import settle_tabel
from sopkinerja.formulir.pilih_tabel import choose_baris
from sopkinerja.formulir.terkunci import TANPA_RUMUS, check_ditimpa, check_terkunci
from sopkinerja.laporan.aturan_anggaran import ATURAN_ANGGARAN
from sopkinerja.laporan.baca_isian import read_bacaan, take_pasti
from sopkinerja.laporan.konteks import KonteksAnggaran, KonteksIndikator
from sopkinerja.laporan.model import BarisAnggaran, IsianAnggaran
from sopkinerja.laporan.pemeriksaan import Pemeriksaan
from sopkinerja.laporan.tabel import ANGGARAN
from sopkinerja.laporan.terkunci import list_terkunci_anggaran
from sopkinerja.opd.model import is_di_bawah
from sopkinerja.satuan import KamusSatuan

RUPIAH = 0.5
"""By how much a sum of whole rupiah may be off."""


def build_konteks_anggaran(
    tempat: Baris,
    baris: BarisAnggaran,
    indikator: Iterable[KonteksIndikator],
    kamus: KamusSatuan,
) -> KonteksAnggaran:
    """One sub kegiatan beside the indicators it pays for (all of the form where none is named)."""
    realisasi = read_bacaan(tempat.sel.get("realisasi_tw"), Takaran("rupiah", kamus))
    isian = IsianAnggaran(
        kode=baris.kode,
        realisasi_tw=take_pasti(realisasi),
        keterangan=read_uraian(tempat.sel.get("keterangan")),
    )
    dinilai = [k for k in indikator if k.capaian is not None]
    bertaut = [k for k in dinilai if is_membiayai(baris.kode, k.baris.sub_kegiatan)]
    tanpa = [k.baris.kode for k in bertaut if k.capaian is not None and k.capaian <= 0]
    if not bertaut and dinilai and all(k.capaian is not None and k.capaian <= 0 for k in dinilai):
        tanpa = [k.baris.kode for k in dinilai]
    return KonteksAnggaran(tempat, baris, isian, realisasi, tuple(tanpa))


def _sum_sd(k: KonteksAnggaran) -> float | None:
    """What the form's own formula says of the year so far."""
    kini = k.isian.realisasi_tw
    return None if kini is None else (k.baris.realisasi_sd_lalu or 0.0) + kini


def is_membiayai(sub: str, kode: str | None) -> bool:
    """Whether a sub kegiatan is the DPA line of that kode, or lies below it."""
    return kode is not None and (sub == kode or is_di_bawah(sub, kode))


def periksa_anggaran(
    kerja: Pemeriksaan, indikator: Mapping[str, KonteksIndikator]
) -> Iterator[IsianAnggaran]:
    """Every sub kegiatan whose row came back."""
    tabel = kerja.tabel.get("anggaran")
    if tabel is None:
        return
    terkunci = {a.kode: list_terkunci_anggaran(a) for a in kerja.formulir.anggaran}
    terbit = [(a.kode, a.uraian) for a in kerja.formulir.anggaran]
    tempat, temuan = choose_baris(ANGGARAN, tabel, settle_tabel(ANGGARAN, tabel, terkunci), terbit)
    kerja.temuan += temuan
    for baris in kerja.formulir.anggaran:
        if baris.kode in tempat:
            kamus = kerja.pengaturan.satuan
            k = build_konteks_anggaran(tempat[baris.kode], baris, indikator.values(), kamus)
            kerja.simpan(k.tempat)
            letak = k.tempat.letak("realisasi_tw")
            kerja.letak[baris.kode] = f"{letak.lembar}!{letak.sel}"
            kerja.temuan += check_terkunci(k.tempat, terkunci[baris.kode])
            if kerja.buku.jenis not in TANPA_RUMUS:
                kerja.temuan += check_ditimpa(k.tempat, {"realisasi_sd": _sum_sd(k)}, RUPIAH)
            kerja.temuan += [t for aturan in ATURAN_ANGGARAN for t in aturan(k)]
            yield k.isian
