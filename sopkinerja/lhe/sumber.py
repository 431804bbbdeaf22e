"""Sumber Data: every accepted file with its fingerprint, and the mandat version behind each triwulan."""

from __future__ import annotations

from collections.abc import Iterator

from sopkinerja.cetak.tabel import KolomCetak
from sopkinerja.cetak.tulis import Buku
from sopkinerja.lhe.halaman import Baris, build_halaman, write_bagian, write_isi
from sopkinerja.matriks.model import Bahan
from sopkinerja.tulisan import render_tanggal, render_waktu

KOLOM = (
    KolomCetak("Jabatan", 28),
    KolomCetak("TW", 5, ("tengah",)),
    KolomCetak("Nama Berkas", 30),
    KolomCetak("SHA-256", 34, ("kecil",)),
    KolomCetak("Diterima", 18),
    KolomCetak("Revisi", 7, ("bulat", "tengah")),
    KolomCetak("Arsip", 36, ("kecil",)),
    KolomCetak("Peringatan", 10, ("bulat", "tengah")),
)

KOLOM_LAMPIRAN = (
    KolomCetak("Dokumen", 28),
    KolomCetak("TW", 5, ("tengah",)),
    KolomCetak("Nama Berkas", 30),
    KolomCetak("SHA-256", 34, ("kecil",)),
    KolomCetak("Disimpan", 18),
    KolomCetak("", 7),
    KolomCetak("Arsip", 36, ("kecil",)),
    KolomCetak("", 10),
)
"""On the columns of the table above it."""


def write_sumber(buku: Buku, bahan: Bahan) -> None:
    """The sheet `Sumber Data`."""
    kalimat = (
        f"Seluruh angka LHE ini berasal dari {len(bahan.terima)} berkas yang diterima di bawah ini. "
        "SHA-256 adalah sidik jari isi berkas: berkas di arsip dengan sidik yang sama pasti utuh."
    )
    lembar, baris = build_halaman(
        buku, bahan, "Sumber Data", "Sumber Data", kalimat, KOLOM, dicetak=False
    )
    baris = write_isi(
        lembar, KOLOM, _build_baris(bahan), baris, kosong="Belum ada berkas diterima."
    )
    if bahan.lampiran:
        baris = write_bagian(
            lembar, baris + 1, len(KOLOM) - 1, "Lampiran: pindaian yang ditandatangani"
        )
        baris = write_isi(lembar, KOLOM_LAMPIRAN, _build_lampiran(bahan), baris, utama=False)
    baris = write_bagian(lembar, baris + 1, len(KOLOM) - 1, "Mandat (PK) yang dipakai")
    for teks in _build_mandat(bahan):
        lembar.merge(baris, 0, len(KOLOM) - 1, teks, "lipat")
        baris += 1
    if len({m.versi for m in bahan.mandat.values() if m.berlaku_mulai <= bahan.triwulan}) > 1:
        teks = "Isi lama dan baru berdampingan: lembar Perubahan PK pada Matriks Akumulasi."
        lembar.merge(baris, 0, len(KOLOM) - 1, teks, "lipat", "miring")


def _build_baris(bahan: Bahan) -> Iterator[Baris]:
    nama = {j.kode: j.nama for j in bahan.jabatan}
    for (jabatan, triwulan), t in sorted(bahan.terima.items(), key=lambda p: (-p[0][1], p[0][0])):
        yield (
            f"{jabatan} {nama.get(jabatan, '')}".strip(),
            triwulan.romawi,
            t.nama_berkas,
            t.sha256,
            render_waktu(t.diterima),
            t.revisi,
            t.arsip,
            len(t.peringatan) or None,
        )


def _build_lampiran(bahan: Bahan) -> Iterator[Baris]:
    nama = {j.kode: j.nama for j in bahan.jabatan}
    for lm in bahan.lampiran:
        dokumen = (lm.sebutan, lm.jabatan, nama.get(lm.jabatan, ""))
        teks = " ".join(d for d in dokumen if d)
        yield (
            teks[0].upper() + teks[1:],
            lm.triwulan.romawi if lm.triwulan else "",
            lm.nama,
            lm.sha256,
            render_waktu(lm.waktu),
            None,
            lm.arsip,
            None,
        )


def _build_mandat(bahan: Bahan) -> Iterator[str]:
    for triwulan in bahan.triwulan.sampai_dengan():
        mandat = bahan.mandat.get(triwulan)
        if mandat:
            alasan = f"; alasan perubahan: {mandat.alasan.rstrip('.')}" if mandat.alasan else ""
            yield (
                f"TW {triwulan.romawi}: PK versi {mandat.versi}, ditetapkan "
                f"{render_tanggal(mandat.tanggal)}, {len(mandat.indikator)} indikator{alasan}."
            )
