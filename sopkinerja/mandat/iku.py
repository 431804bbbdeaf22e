"""The IKU of the OPD as a workbook: the list to be signed, and a page on what each one means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sopkinerja.baca.angka import read_target
from sopkinerja.baca.sel import Sel
from sopkinerja.cetak.gaya import Kaki
from sopkinerja.cetak.tabel import KolomCetak, write_tabel
from sopkinerja.cetak.tata import write_judul, write_kop, write_penandatangan
from sopkinerja.cetak.tulis import Buku, Lembar, build_buku
from sopkinerja.istilah import Rentang, Triwulan
from sopkinerja.konsolidasi import find_penyatuan
from sopkinerja.mandat import teks_iku as teks
from sopkinerja.mandat.perubahan import find_versi_pk
from sopkinerja.opd.mandat import Indikator, Kursi, Mandat
from sopkinerja.opd.model import BarisRenstra, Opd, Referensi
from sopkinerja.opd.surat import build_kop, build_penandatangan, render_tempat_tanggal
from sopkinerja.polaritas import find_sifat
from sopkinerja.ruang import build_waktu
from sopkinerja.tulisan import render_target

KOLOM = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("Sasaran", 34),
    KolomCetak("Indikator Kinerja Utama", 38),
    KolomCetak("Satuan", 12, ("tengah",)),
    KolomCetak("Target", 15, ("tengah",)),
    KolomCetak("Sumber Data", 28),
    KolomCetak("Penanggung Jawab", 44),
)
LEBAR_MANUAL = (22.0, 15.0, 14.0, 14.0, 14.0, 14.0)
Butir = tuple[str, str]
"""What is told of an indicator, and the telling."""


@dataclass(frozen=True)
class IsiIku:
    """The IKU as a version of the PK has them; `perubahan` counts the changes of the Kepala
    Dinas' PK so far, by which it is numbered too."""

    opd: Opd
    mandat: Mandat
    kepala: Kursi
    perubahan: int
    renstra: Mapping[str, BarisRenstra]

    @property
    def indikator(self) -> tuple[Indikator, ...]:
        """The indicators of the head of the OPD."""
        return self.mandat.untuk(self.kepala.kode)


def build_isi_iku(referensi: Referensi, riwayat: Sequence[Mandat]) -> IsiIku | None:
    """From the versions of the year, oldest first; None where the head of the OPD has no
    indicator. A vacant chair has its IKU all the same."""
    kepala = next((k for k in riwayat[-1].kursi if k.atasan is None), None)
    versi = find_versi_pk(riwayat, kepala.kode) if kepala else []
    if kepala is None or not versi:
        return None
    renstra = {r.kode: r for r in referensi.renstra}
    kursi = versi[-1].cari_kursi(kepala.kode) or kepala
    return IsiIku(referensi.opd, versi[-1], kursi, len(versi) - 1, renstra)


def write_iku(isi: IsiIku, tujuan: Path | BinaryIO) -> None:
    """Sheets `IKU` (the list, signed by the Kepala Dinas) and `Manual IKU`, a page for each."""
    m = isi.mandat
    mulai = teks.KAKI_VERSI.format(versi=m.versi, triwulan=m.berlaku_mulai.romawi, tahun=m.tahun)
    kaki = Kaki(teks.KAKI.format(tahun=m.tahun), mulai, build_waktu(m.tanggal))
    with build_buku(tujuan, kaki, _render_judul(isi).title(), isi.opd.nama) as buku:
        _write_daftar(buku, isi)
        _write_manual(buku, isi)


def _render_judul(isi: IsiIku) -> str:
    ubah = teks.PERUBAHAN if isi.perubahan else ""
    return teks.JUDUL.format(perubahan=ubah, tahun=isi.mandat.tahun)


# --- the list


def _write_daftar(buku: Buku, isi: IsiIku) -> None:
    lembar = buku.build_lembar(teks.LEMBAR)
    lembar.ws.hide_gridlines(2)
    lembar.apply_lebar(*(k.lebar for k in KOLOM))
    akhir = len(KOLOM) - 1
    baris = write_kop(lembar, build_kop(isi.opd), akhir)
    sub = teks.SUB.format(jumlah=len(isi.indikator), versi=isi.mandat.versi)
    baris = write_judul(lembar, _render_judul(isi), sub, akhir=akhir, baris=baris) + 1
    lembar.apply_halaman(ulang=(baris, baris))
    baris = write_tabel(lembar, KOLOM, _build_daftar(isi), baris=baris, lebar=False)
    kepala = build_penandatangan(teks.DITETAPKAN, isi.kepala.pemangku, isi.kepala.nama)
    tanggal = render_tempat_tanggal(isi.opd, isi.mandat.tanggal)
    write_penandatangan(lembar, baris + 1, akhir - 1, akhir, tanggal, kepala)
    lembar.apply_tinggi_baris(baris + 1, 145)


def _build_daftar(isi: IsiIku) -> Iterator[list[str]]:
    for nomor, i in enumerate(isi.indikator, 1):
        yield [
            str(nomor), i.sasaran, i.indikator, i.satuan or teks.TIADA,
            render_target(i.target_tahun) or teks.TIADA, i.sumber_data or teks.TIADA,
            "\n".join(find_penanggung_jawab(isi, i)),
        ]  # fmt: skip


def find_penanggung_jawab(isi: IsiIku, iku: Indikator) -> list[str]:
    """The jabatan whose indicators support it directly; where there are none, the Kepala Dinas."""
    kode = dict.fromkeys(i.jabatan for i in _find_pendukung(isi, iku))
    return [_render_jabatan(isi, k) for k in kode or (isi.kepala.kode,)]


def _find_pendukung(isi: IsiIku, iku: Indikator) -> list[Indikator]:
    return [i for i in isi.mandat.indikator if iku.kode in i.semua_induk]


def _render_jabatan(isi: IsiIku, kode: str) -> str:
    kursi = isi.mandat.cari_kursi(kode)
    return kursi.nama if kursi else kode


# --- the manual


def _write_manual(buku: Buku, isi: IsiIku) -> None:
    lembar = buku.build_lembar(teks.LEMBAR_MANUAL)
    lembar.ws.hide_gridlines(2)
    lembar.apply_lebar(*LEBAR_MANUAL)
    lembar.apply_halaman(potret=True, ulang=(0, 1))
    lembar.ws.set_margins(left=0.8, right=0.6, top=0.6, bottom=0.75)
    akhir = len(LEBAR_MANUAL) - 1
    judul = teks.JUDUL_MANUAL.format(tahun=isi.mandat.tahun)
    baris = write_judul(lembar, judul, isi.opd.nama, akhir=akhir)
    henti = []
    for nomor, i in enumerate(isi.indikator, 1):
        baris = _write_kartu(lembar, isi, nomor, i, baris) + 1
        henti.append(baris)
    lembar.ws.set_h_pagebreaks(henti[:-1])


def _write_kartu(lembar: Lembar, isi: IsiIku, nomor: int, i: Indikator, baris: int) -> int:
    akhir = len(LEBAR_MANUAL) - 1
    lembar.apply_tinggi_baris(baris, 8)
    pita = teks.PITA.format(nomor=nomor, kode=i.kode)
    lembar.merge(baris + 1, 0, akhir, pita, "pita", font_size=11)
    lembar.apply_tinggi_baris(baris + 1, 22)
    baris += 2
    for judul, isi_butir in _build_butir(isi, i):
        lembar.write(baris, 0, judul, "sel", "tebal", "pita_baris", font_size=10)
        lembar.merge(baris, 1, akhir, isi_butir or teks.TIADA, "sel", font_size=10)
        baris += 1
    return _write_target(lembar, isi.mandat.tahun, i, baris)


def _build_butir(isi: IsiIku, i: Indikator) -> Iterator[Butir]:
    definisi, formulasi = split_definisi(i.definisi)
    renstra = isi.renstra.get(i.renstra or "")
    yield "Sasaran", i.sasaran
    yield "Indikator", i.indikator
    yield "Definisi", definisi
    yield "Formulasi", formulasi
    yield "Satuan", i.satuan
    yield (
        "Polaritas",
        teks.POLARITAS.format(polaritas=i.polaritas, arti=find_sifat(i.polaritas).kalimat.arti),
    )
    yield (
        "Konsolidasi",
        teks.KONSOLIDASI.format(
            konsolidasi=i.konsolidasi, arti=find_penyatuan(i.konsolidasi).kalimat.arti
        ),
    )
    yield "Sumber data", i.sumber_data
    yield "Penanggung jawab", "\n".join(find_penanggung_jawab(isi, i))
    yield "Didukung oleh", "\n".join(_list_dukungan(isi, i))
    yield "IKU Renstra", f"{renstra.kode} {renstra.indikator}" if renstra else ""
    yield "Target Renstra", _render_renstra(renstra) if renstra else ""
    yield "Realisasi tahun lalu", render_target(i.realisasi_tahun_lalu)
    if i.skala:
        yield "Skala", i.skala.render_rinci()


def split_definisi(definisi: str) -> tuple[str, str]:
    """What is measured, and behind a word like `Formulasi:` how it is reckoned."""
    bagian = teks.LABEL_FORMULASI.split(definisi, maxsplit=1)
    return bagian[0].strip(), bagian[1].strip() if len(bagian) > 1 else ""


def _list_dukungan(isi: IsiIku, iku: Indikator) -> Iterator[str]:
    for i in _find_pendukung(isi, iku):
        jabatan = _render_jabatan(isi, i.jabatan)
        yield teks.DUKUNGAN.format(kode=i.kode, indikator=i.indikator, jabatan=jabatan)


def _render_renstra(renstra: BarisRenstra) -> str:
    return " · ".join(
        teks.TARGET_RENSTRA.format(tahun=t, target=_render_angka(target))
        for t, target in sorted(renstra.target.items())
    )


def _render_angka(teks_target: str) -> str:
    """`16.000,0` as `16.000`, as the target beside it is written; what isn't surely a number stays
    as typed."""
    target = read_target(Sel(teks_target, "Renstra", ""))
    return render_target(target) if isinstance(target, float | Rentang) else teks_target


def _write_target(lembar: Lembar, tahun: int, i: Indikator, baris: int) -> int:
    """The year's target and its quarters, side by side."""
    judul = (teks.TARGET.format(tahun=tahun), "Setahun", *(f"TW {t.romawi}" for t in Triwulan))
    lembar.write_baris(baris, judul, "kepala")
    lembar.write(baris, 0, judul[0], "sel", "tebal", "pita_baris", font_size=10)
    lembar.write(baris + 1, 0, i.satuan or teks.TIADA, "sel", "pita_baris", font_size=10)
    for ke, target in enumerate((i.target_tahun, *i.target_tw), 1):
        nilai = render_target(target) or teks.TIADA
        lembar.write(baris + 1, ke, nilai, "sel", "tengah", font_size=10)
    return baris + 2


def list_tanpa_definisi(isi: IsiIku) -> list[str]:
    """Kode of the IKU of which nobody has said what they measure."""
    return [i.kode for i in isi.indikator if not i.definisi.strip()]
