"""The SKP of one jabatan: its indicators as hasil kerja, in a template that the office owns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from sopkinerja.formulir import teks as teks_formulir
from sopkinerja.formulir.penanda import build_waktu_berkas
from sopkinerja.istilah import JenisKerja, Pejabat
from sopkinerja.lembar.isi import BarisIsi, IsiBuku, NilaiIsi
from sopkinerja.lembar.templat import Templat
from sopkinerja.mandat import teks_skp as teks
from sopkinerja.mandat.pk import TITIK, IsiPk
from sopkinerja.mandat.tabel_skp import PIHAK, TABEL, TAMBAHAN, UTAMA
from sopkinerja.opd.mandat import Indikator
from sopkinerja.satuan import is_tanpa_satuan
from sopkinerja.tulisan import render_pemda, render_tanggal, render_target

NAMA_TEMPLAT = "skp.xlsx"
_ORANG = ("nama", "jabatan", "pangkat", "nip")
KENAL_PENANDA = frozenset(
    {
        "judul_berkas", "kaki", "kaki_versi", "pemda", "pemda_kapital", "opd", "opd_kapital",
        "kontak", "tahun", "perubahan", "periode", "tempat_tanggal", "unit",
        *(f"{k}_{siapa}" for k in _ORANG for siapa in ("dinilai", "penilai")),
    }
)  # fmt: skip
"""The markers that a template of it may hold."""


def compile_templat(path: Path) -> Templat:
    """A compiled template of the SKP; TemplatDitolak lists what an office's copy may not hold."""
    tabel = {t.nama: t.medan for t in TABEL}
    return Templat.compile(path, penanda=KENAL_PENANDA, tabel=tabel, rumus=frozenset())


def render_skp(templat: Templat, isi: IsiPk, renstra: Mapping[str, str]) -> bytes:
    """The SKP beside a PK: the same version, the same parties. `renstra` gives the sasaran of each
    IKU, which is what the head of the OPD works towards."""
    tabel = {
        PIHAK.nama: list(_build_pihak(isi)),
        UTAMA.nama: _build_hasil(isi, renstra, JenisKerja.UTAMA),
        TAMBAHAN.nama: _build_hasil(isi, renstra, JenisKerja.TAMBAHAN),
    }
    return templat.render(IsiBuku(penanda=_build_penanda(isi), tabel=tabel))


def _build_pihak(isi: IsiPk) -> Iterator[BarisIsi]:
    """Both parties, line by line; what somebody has none of is a dash."""
    kursi, (dinilai, penilai) = isi.kursi, _list_pihak(isi)
    atasan = isi.mandat.cari_kursi(kursi.atasan) if kursi.atasan else None
    unit_penilai = atasan.nama_unit if atasan else "" if kursi.atasan else isi.opd.pemda
    for no, (butir, siapa, nilai) in enumerate(
        zip(
            teks.PIHAK,
            (dinilai.nama, dinilai.nip, dinilai.pangkat, dinilai.jabatan, kursi.nama_unit),
            (penilai.nama, penilai.nip, penilai.pangkat, penilai.jabatan, unit_penilai),
            strict=True,
        ),
        1,
    ):
        sel: dict[str, NilaiIsi] = {"no": float(no), "butir": butir, "butir_penilai": butir}
        yield BarisIsi(
            butir, sel | {"dinilai": siapa or teks.TIADA, "penilai": nilai or teks.TIADA}
        )


def _list_pihak(isi: IsiPk) -> tuple[Pejabat, Pejabat]:
    """Who is judged and who judges; a line to write on where that chair is vacant."""
    assert isi.kursi.pemangku is not None
    penilai = isi.kursi.pihak_kedua or Pejabat(nama=TITIK, jabatan=isi.kursi.nama_atasan)
    return isi.kursi.pemangku, penilai


def _build_hasil(isi: IsiPk, renstra: Mapping[str, str], jenis: JenisKerja) -> list[BarisIsi]:
    """One row for each indicator; a sasaran, and what of the superior's it supports, stand once
    over all that they head."""
    pimpinan = {i.kode: i for i in isi.mandat.indikator}
    hasil: list[BarisIsi] = []
    nomor, sasaran, intervensi = 0, "", ""
    for i in (i for i in isi.mandat.untuk(isi.kursi.kode) if i.jenis is jenis):
        rhk, baru = _find_intervensi(i, pimpinan, renstra), i.sasaran != sasaran or not hasil
        nomor += baru
        nilai: dict[str, NilaiIsi] = {
            "no": float(nomor) if baru else None,
            "rhk_pimpinan": rhk if baru or rhk != intervensi else None,
            "rhk": i.sasaran if baru else None,
            "aspek": i.aspek.value if i.aspek else None,
            "indikator": i.indikator,
            "target": _render_target(i),
        }
        hasil.append(BarisIsi(i.kode, nilai))
        sasaran, intervensi = i.sasaran, rhk
    return hasil or [BarisIsi(jenis.value, dict.fromkeys(UTAMA.medan, teks.TIADA))]


def _find_intervensi(
    i: Indikator, pimpinan: Mapping[str, Indikator], renstra: Mapping[str, str]
) -> str:
    """The superior's sasaran and indicator that it supports; for an IKU the Renstra's sasaran."""
    induk = [pimpinan[k] for k in i.semua_induk if k in pimpinan]
    if induk:
        return "\n".join(
            teks.INTERVENSI.format(sasaran=x.sasaran, indikator=x.indikator) for x in induk
        )
    return renstra.get(i.renstra or "") or i.teks_induk or teks.TIADA


def _render_target(i: Indikator) -> str:
    """`10 dokumen`, `5,3%`, `Rp 1.600.000`."""
    target, satuan = render_target(i.target_tahun), i.satuan.strip()
    if not target or is_tanpa_satuan(satuan):
        return target or teks.TIADA
    if i.skala:
        return f"{target} ({satuan})"
    if satuan.casefold() in teks.RUPIAH:
        return teks.TARGET_RUPIAH.format(target=target)
    return f"{target}%" if satuan == "%" else teks.TARGET.format(target=target, satuan=satuan)


def _build_penanda(isi: IsiPk) -> dict[str, str]:
    m, opd = isi.mandat, isi.opd
    telepon = teks_formulir.KONTAK.format(telepon=opd.telepon) if opd.telepon else ""
    tanggal = render_tanggal(m.tanggal)
    hasil = {
        "judul_berkas": teks.JUDUL_BERKAS.format(tahun=m.tahun, jabatan=isi.kursi.nama),
        "kaki": teks.KAKI.format(jabatan=isi.kursi.kode),
        "kaki_versi": teks.KAKI_VERSI.format(
            versi=m.versi, triwulan=m.berlaku_mulai.romawi, tahun=m.tahun
        ),
        "pemda": opd.pemda,
        "pemda_kapital": render_pemda(opd.pemda),
        "opd": opd.nama,
        "opd_kapital": opd.nama.upper(),
        "kontak": " · ".join(t for t in (opd.alamat, telepon) if t),
        "tahun": str(m.tahun),
        "unit": isi.kursi.nama_unit,
        "perubahan": teks.PERUBAHAN if isi.perubahan else "",
        "periode": teks.PERIODE_TAHUN.format(tahun=m.tahun),
        "tempat_tanggal": f"{opd.tempat}, {tanggal}" if opd.tempat else tanggal,
        "waktu_terbit_iso": build_waktu_berkas(m.tanggal),
    }
    for siapa, pejabat in zip(("dinilai", "penilai"), _list_pihak(isi), strict=True):
        hasil |= {
            f"nama_{siapa}": pejabat.nama or TITIK,
            f"jabatan_{siapa}": pejabat.jabatan,
            f"pangkat_{siapa}": pejabat.pangkat,
            f"nip_{siapa}": teks_formulir.NIP.format(nip=pejabat.nip) if pejabat.nip else "",
        }
    return hasil
