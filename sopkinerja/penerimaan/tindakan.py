"""What a person decides about a return: pilih settles a konflik, kembalikan sends a form back."""

from __future__ import annotations

import re

from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.laporan.terbit import read_laporan_berlaku
from sopkinerja.penerimaan.perbaikan import build_perbaikan
from sopkinerja.penerimaan.terima import Meja
from sopkinerja.ruang import write_berkas
from sopkinerja.temuan import Kode, Letak, Temuan


def apply_pilih(meja: Meja, sha: str, alasan: str) -> Kiriman:
    """This return counts, the others of its konflik become usang; the reason is kept."""
    sah = re.fullmatch(r"[0-9a-f]{6,64}", sha) is not None
    calon = meja.agenda.read_kiriman_sha(sha) if sah else []
    cocok = [k for k in calon if k.putusan is Putusan.KONFLIK]
    if not cocok:
        raise SopKinerjaError(
            f"Tidak ada kiriman berstatus konflik dengan SHA-256 {sha} (minimal 6 huruf pertama). "
            "Lihat: sopkinerja status laporan"
        )
    if len({k.sha256 for k in cocok}) > 1:
        raise SopKinerjaError(f"SHA-256 {sha} cocok dengan beberapa kiriman: tulis lebih panjang.")
    pilihan = cocok[-1]
    assert pilihan.identitas is not None
    _check_terbuka(meja, pilihan.identitas.tahun, pilihan.identitas.triwulan)
    with meja.agenda.transaksi():
        for k in meja.agenda.read_kiriman(pilihan.identitas):
            if k.id == pilihan.id:
                baru = {"putusan": Putusan.DITERIMA, "berlaku": True, "dikembalikan": False}
            elif k.putusan is Putusan.KONFLIK:
                baru = {"putusan": Putusan.USANG}
            elif k.berlaku:
                baru = {"berlaku": False}
            else:
                continue
            meja.agenda.update_kiriman(k.model_copy(update=baru))
        ident = pilihan.identitas
        meja.agenda.write_kejadian(
            meja.waktu, "pilih", ident.tahun, ident.triwulan, pilihan.sha256, alasan
        )
    return pilihan


def apply_kembalikan(
    meja: Meja,
    tahun: int,
    triwulan: Triwulan,
    jabatan: str,
    catatan: str,
    indikator: str | None = None,
) -> str:
    """Sends an accepted form back with a person's words; returns where the correction form lies.

    The accepted values stand until the correction is accepted.
    """
    if not catatan.strip():
        raise SopKinerjaError(
            "Catatan pemeriksa tidak boleh kosong: tulis apa yang harus diperbaiki."
        )
    _check_terbuka(meja, tahun, triwulan)
    diterima = read_laporan_berlaku(meja.agenda, tahun, triwulan)
    if jabatan not in diterima:
        raise SopKinerjaError(
            f"Belum ada laporan {jabatan} TW {triwulan.romawi} {tahun} yang diterima, "
            "jadi tidak ada yang dapat dikembalikan."
        )
    kiriman, hasil = diterima[jabatan]
    assert kiriman.identitas is not None
    if indikator and hasil.laporan.cari(indikator) is None:
        pilihan = ", ".join(i.kode for i in hasil.laporan.isian)
        raise SopKinerjaError(f"{jabatan} tidak punya indikator {indikator}. Pilihannya: {pilihan}")
    letak = Letak(tabel="laporan", baris=indikator or "", kolom="catatan_pemeriksa")
    terbitan = meja.agenda.read_terbitan(
        kiriman.identitas.model_copy(update={"formulir": Formulir.LAPORAN})
    )
    perbaikan = build_perbaikan(
        meja.ruang,
        meja.templat(Formulir.LAPORAN),
        terbitan,
        kiriman.hasil,
        [Temuan(Kode.URUTAN_004, letak, catatan=catatan)],
        meja.waktu,
        meja.kalender.tambah(meja.waktu.date(), meja.pengaturan.hari_perbaikan),
        catatan={indikator: catatan} if indikator else None,
    )
    with meja.agenda.transaksi():
        write_berkas(perbaikan.tujuan, perbaikan.isi)
        meja.agenda.write_terbitan(perbaikan.terbitan)
        meja.agenda.update_kiriman(
            kiriman.model_copy(update={"dikembalikan": True, "balasan": perbaikan.terbitan.berkas})
        )
        meja.agenda.write_kejadian(meja.waktu, "kembalikan", tahun, triwulan, jabatan, catatan)
    return perbaikan.terbitan.berkas


def _check_terbuka(meja: Meja, tahun: int, triwulan: Triwulan | None) -> None:
    if triwulan and triwulan in meja.agenda.read_tutup(tahun):
        raise SopKinerjaError(
            f"TW {triwulan.romawi} {tahun} sudah ditutup, jadi angkanya tidak diubah lagi."
        )
