"""What differs between two versions of the PK: indicators, pagu, chairs; old beside new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sopkinerja.istilah import Pejabat, Triwulan
from sopkinerja.mandat.pagu_pk import list_pagu
from sopkinerja.opd.mandat import Indikator, Kursi, Mandat, Pagu
from sopkinerja.tulisan import render_angka, render_rupiah, render_target


class JenisPerubahan(StrEnum):
    """What happened to an indicator, a sub kegiatan or a chair."""

    DITAMBAH = "ditambah"
    DIHAPUS = "dihapus"
    DIUBAH = "diubah"


KOLOM_TETAP = ("satuan", "polaritas", "konsolidasi")
"""What no revision changes: figures of two versions would no longer add up."""


@dataclass(frozen=True)
class Perubahan:
    """One difference: whose, of what, in which column, from what to what."""

    jenis: JenisPerubahan
    jabatan: str
    perihal: str
    """Kode of the indicator or sub kegiatan; `PK` for the chair itself."""
    uraian: str
    kolom: str = ""
    lama: str = ""
    baru: str = ""

    def render(self) -> str:
        """`PLN.01 Target TW III: 10 → 12`, `PLN.04 ditambah`."""
        perihal = f"{self.perihal} {self.jabatan}" if self.perihal == "PK" else self.perihal
        if self.jenis is not JenisPerubahan.DIUBAH:
            return f"{perihal} {self.jenis.value}"
        return f"{perihal} {self.kolom}: {self.lama or '(kosong)'} → {self.baru or '(kosong)'}"


def compare_mandat(lama: Mandat, baru: Mandat) -> tuple[Perubahan, ...]:
    """Every difference, chair by chair; chairs are compared where both versions name them."""
    hasil = [
        *compare_indikator(lama.indikator, baru.indikator),
        *_compare_pagu(lama, baru),
        *(_compare_kursi(lama, baru) if lama.kursi else ()),
    ]
    return tuple(sorted(hasil, key=lambda p: p.jabatan))


def read_isi(indikator: Indikator) -> dict[str, str]:
    """An indicator's columns as printed, by heading."""
    tw = {f"Target TW {t.romawi}": render_target(indikator.target(t)) for t in Triwulan}
    return {
        "Sasaran": indikator.sasaran,
        "Indikator": indikator.indikator,
        "Satuan": indikator.satuan,
        "Polaritas": indikator.polaritas.value,
        "Konsolidasi": indikator.konsolidasi.value,
        "Bobot": _render(indikator.bobot),
        "Target Tahun": render_target(indikator.target_tahun),
        **tw,
        "Induk": indikator.teks_induk,
        "Renstra": indikator.renstra or "",
        "Sub Kegiatan": indikator.sub_kegiatan or "",
        "Realisasi Tahun Lalu": render_target(indikator.realisasi_tahun_lalu),
        "Nilai Terburuk": _render(indikator.nilai_terburuk),
        "Data Menyusul": "ya" if indikator.data_menyusul else "tidak",
        "Sumber Data": indikator.sumber_data,
        "Definisi": indikator.definisi,
        "Skala": indikator.skala.render_rinci() if indikator.skala else "",
        "Aspek": indikator.aspek or "",
        "Jenis": indikator.jenis.value,
    }


def render_ringkas(indikator: Indikator) -> str:
    """The four targets and the year's, on one line."""
    tw = " / ".join(render_target(t) or "–" for t in indikator.target_tw)
    tahun = render_target(indikator.target_tahun) or "–"
    return f"Target tahun {tahun} {indikator.satuan}; TW I–IV: {tw}"


def find_tetap_diubah(lama: Indikator, baru: Indikator) -> Iterator[tuple[str, str, str]]:
    """Column, frozen and new value of what no revision may change."""
    for kolom in KOLOM_TETAP:
        a, b = getattr(lama, kolom), getattr(baru, kolom)
        if a != b:
            yield kolom, str(a), str(b)


def find_target_diubah(
    lama: Indikator, baru: Indikator, triwulan: Triwulan
) -> Iterator[tuple[Triwulan, str, str]]:
    """Triwulan, frozen and new target of those before `triwulan`."""
    for t in (t for t in Triwulan if t < triwulan):
        a, b = render_target(lama.target(t)), render_target(baru.target(t))
        if a != b:
            yield t, a, b


def _render(angka: float | None) -> str:
    return "" if angka is None else render_angka(angka)


def _render_pejabat(pejabat: Pejabat | None) -> str:
    if pejabat is None:
        return "(lowong)"
    bagian = (pejabat.nama, pejabat.jabatan, pejabat.pangkat, pejabat.nip and f"NIP {pejabat.nip}")
    return ", ".join(b for b in bagian if b)


def compare_indikator(lama: Iterable[Indikator], baru: Iterable[Indikator]) -> Iterator[Perubahan]:
    """Every difference between the indicators of two sources, by kode."""
    dulu, kini = ({i.kode: i for i in daftar} for daftar in (lama, baru))
    for kode in dict.fromkeys((*dulu, *kini)):
        a, b = dulu.get(kode), kini.get(kode)
        if a is None and b is not None:
            isi = render_ringkas(b)
            yield Perubahan(JenisPerubahan.DITAMBAH, b.jabatan, kode, b.indikator, baru=isi)
        elif b is None and a is not None:
            isi = render_ringkas(a)
            yield Perubahan(JenisPerubahan.DIHAPUS, a.jabatan, kode, a.indikator, lama=isi)
        elif a is not None and b is not None and a != b:
            isi_b = read_isi(b) | {"Jabatan": b.jabatan}
            isi_a = read_isi(a) | {"Jabatan": a.jabatan}
            yield from _compare_isi(b.jabatan, kode, b.indikator, isi_a, isi_b)


def _read_pagu(pagu: Pagu) -> dict[str, str]:
    return {
        "Uraian": pagu.uraian,
        "Pagu": render_rupiah(pagu.pagu),
        "Unit": pagu.unit,
        "Penanggung Jawab": pagu.penanggung_jawab,
        "Sumber Dana": pagu.sumber_dana,
    }


def _compare_pagu(lama: Mandat, baru: Mandat) -> Iterator[Perubahan]:
    dulu, kini = ({p.kode: p for p in m.pagu} for m in (lama, baru))
    for kode in dict.fromkeys((*dulu, *kini)):
        a, b = dulu.get(kode), kini.get(kode)
        if a is None and b is not None:
            isi = render_rupiah(b.pagu)
            jenis = JenisPerubahan.DITAMBAH
            yield Perubahan(jenis, b.penanggung_jawab, kode, b.uraian, "Pagu", baru=isi)
        elif b is None and a is not None:
            isi = render_rupiah(a.pagu)
            jenis = JenisPerubahan.DIHAPUS
            yield Perubahan(jenis, a.penanggung_jawab, kode, a.uraian, "Pagu", lama=isi)
        elif a is not None and b is not None and a != b:
            jabatan = b.penanggung_jawab
            yield from _compare_isi(jabatan, kode, b.uraian, _read_pagu(a), _read_pagu(b))


def _read_kursi(kursi: Kursi) -> dict[str, str]:
    return {
        "Nama Jabatan": kursi.nama,
        "Level": kursi.level.value,
        "Unit": kursi.nama_unit or kursi.unit,
        "Atasan": kursi.nama_atasan,
        "Pihak Pertama": _render_pejabat(kursi.pemangku),
        "Pihak Kedua": _render_pejabat(kursi.pihak_kedua),
    }


def _compare_kursi(lama: Mandat, baru: Mandat) -> Iterator[Perubahan]:
    """Chairs that carry indicators in both versions."""
    dulu = {k.kode: k for k in lama.kursi}
    for b in baru.kursi:
        a = dulu.get(b.kode)
        if a is not None and a != b:
            yield from _compare_isi(b.kode, "PK", b.nama, _read_kursi(a), _read_kursi(b))


def _compare_isi(
    jabatan: str, perihal: str, uraian: str, lama: Mapping[str, str], baru: Mapping[str, str]
) -> Iterator[Perubahan]:
    for kolom, isi in baru.items():
        if lama[kolom] != isi:
            yield Perubahan(
                JenisPerubahan.DIUBAH, jabatan, perihal, uraian, kolom, lama[kolom], isi
            )


def build_isi_pk(
    mandat: Mandat, jabatan: str
) -> tuple[tuple[Indikator, ...], tuple[Pagu, ...], Kursi | None]:
    """All that the PK of one jabatan says in that version."""
    kursi = mandat.cari_kursi(jabatan)
    return mandat.untuk(jabatan), list_pagu(mandat, kursi, jabatan), kursi


def find_versi_pk(riwayat: Sequence[Mandat], jabatan: str) -> list[Mandat]:
    """The versions in which the PK of that jabatan was made or changed, oldest first; empty where
    the newest has none."""
    hasil: list[Mandat] = []
    lalu = None
    for mandat in riwayat:
        isi = build_isi_pk(mandat, jabatan)
        if isi[0] and isi != lalu:
            hasil.append(mandat)
        lalu = isi
    return hasil if riwayat and riwayat[-1].untuk(jabatan) else []
