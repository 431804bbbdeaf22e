"""What a person decides about a return: pilih settles a konflik, kembalikan sends a form back."""

from __future__ import annotations

import re

from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.jenis import find_jenis
from sopkinerja.katalog import Kode
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.laporan.bukti_masuk import list_nama_bukti, read_bukti_masuk
from sopkinerja.penerimaan.meja import Meja
from sopkinerja.penerimaan.perbaikan import build_perbaikan
from sopkinerja.rantai import find_mirip, is_kode_disebut, match_kode
from sopkinerja.temuan import Letak, Temuan


def apply_pilih(meja: Meja, sha: str, alasan: str) -> Kiriman:
    """This return counts, the others of its konflik, and faulty ones beside it, become usang; the
    reason is kept."""
    sah = re.fullmatch(r"[0-9a-f]{6,64}", sha) is not None
    calon = meja.agenda.read_kiriman_sha(sha) if sah else []
    cocok = [k for k in calon if k.putusan is Putusan.KONFLIK or _is_dilawan(meja, k)]
    if not cocok:
        raise SopKinerjaError(
            f"Tidak ada kiriman berstatus konflik dengan sidik (SHA-256) {sha} (minimal 6 huruf pertama). "
            "Lihat: sopkinerja status laporan"
        )
    if len({k.sha256 for k in cocok}) > 1:
        raise SopKinerjaError(
            f"Sidik (SHA-256) {sha} cocok dengan beberapa kiriman: tulis lebih panjang."
        )
    pilihan = cocok[-1]
    assert pilihan.identitas is not None
    _check_terbuka(meja, pilihan.identitas.tahun, pilihan.identitas.triwulan)
    with meja.agenda.transaksi():
        for k in meja.agenda.read_kiriman(pilihan.identitas):
            if k.id == pilihan.id and k.berlaku:
                continue
            if k.id == pilihan.id:
                baru = {"putusan": Putusan.DITERIMA, "berlaku": True, "dikembalikan": False}
            elif _is_pesaing(k):
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


def _is_dilawan(meja: Meja, kiriman: Kiriman) -> bool:
    """An accepted return beside which another waits to be chosen, or to be told that it wasn't meant;
    the latter not once it was sent back itself."""
    if not kiriman.berlaku or kiriman.identitas is None:
        return False
    pesaing = filter(_is_pesaing, meja.agenda.read_kiriman(kiriman.identitas))
    return any(not (kiriman.dikembalikan and k.is_tersisih) for k in pesaing)


def _is_pesaing(kiriman: Kiriman) -> bool:
    """Whether somebody is asked about it: in a konflik, or faulty beside one that counts."""
    return kiriman.putusan is Putusan.KONFLIK or kiriman.is_tersisih


def apply_kembalikan(
    meja: Meja,
    formulir: Formulir,
    tahun: int,
    triwulan: Triwulan | None,
    jabatan: str,
    catatan: str,
    indikator: str | None = None,
) -> Kiriman:
    """Sends an accepted form back with a person's words; its return, which names where the correction
    form lies.

    The accepted values stand until the correction is accepted.
    """
    if not catatan.strip():
        raise SopKinerjaError(
            "Catatan pemeriksa tidak boleh kosong: tulis apa yang harus diperbaiki."
        )
    _check_terbuka(meja, tahun, triwulan)
    kiriman = _find_berlaku(meja, formulir, tahun, triwulan, jabatan)
    assert kiriman.identitas is not None
    jabatan = kiriman.identitas.jabatan
    baris = _list_baris(formulir, kiriman, catatan, indikator)
    satu = baris[0] if len(baris) == 1 else ""
    letak = Letak(tabel=formulir.value, baris=satu, kolom="catatan_pemeriksa")
    terbitan = meja.agenda.read_terbitan(kiriman.identitas)
    perbaikan = build_perbaikan(
        meja.ruang,
        meja.templat(formulir),
        terbitan,
        kiriman.hasil,
        [Temuan(Kode.URUTAN_004, letak, catatan=catatan)],
        meja.waktu,
        meja.kalender.tambah(meja.waktu.date(), meja.pengaturan.hari_perbaikan),
        catatan=dict.fromkeys(baris, catatan) or None,
        bukti=list_nama_bukti(read_bukti_masuk(meja.agenda).get(kiriman.identitas, ())),
        kontak=meja.find_kontak(tahun),
    )
    with meja.agenda.transaksi():
        meja.apply_templat()
        meja.agenda.write_keluaran(perbaikan.tujuan, perbaikan.isi)
        meja.agenda.write_terbitan(perbaikan.terbitan)
        kiriman = kiriman.model_copy(
            update={"dikembalikan": True, "balasan": perbaikan.terbitan.berkas}
        )
        meja.agenda.update_kiriman(kiriman)
        meja.agenda.write_kejadian(meja.waktu, "kembalikan", tahun, triwulan, jabatan, catatan)
    return kiriman


def _list_baris(
    formulir: Formulir, kiriman: Kiriman, catatan: str, indikator: str | None
) -> list[str]:
    """The rows of an accepted return that a note is about: that of `indikator`, else those whose kode
    it names; none: it is about all of them."""
    kunci = find_jenis(formulir).read_kunci(kiriman.hasil)
    if indikator is None:
        return [b for kode, b in kunci.items() if is_kode_disebut(kode, catatan)]
    kode = match_kode(indikator, kunci)
    if kode is None:
        siapa = kiriman.identitas.jabatan if kiriman.identitas else ""
        raise SopKinerjaError(
            f"{siapa} tidak punya indikator {indikator}.{find_mirip(indikator, kunci)} "
            f"Pilihannya: {', '.join(kunci)}"
        )
    return [kunci[kode]]


def _find_berlaku(
    meja: Meja, formulir: Formulir, tahun: int, triwulan: Triwulan | None, jabatan: str
) -> Kiriman:
    dikenal = {
        t.identitas.jabatan for t in meja.agenda.read_terbitan_triwulan(formulir, tahun, triwulan)
    }
    jabatan = match_kode(jabatan, dikenal) or jabatan
    for k in meja.agenda.read_kiriman_triwulan(formulir, tahun, triwulan):
        if k.berlaku and k.identitas and k.identitas.jabatan == jabatan:
            return k
    if jabatan not in dikenal:
        raise SopKinerjaError(
            f"Tidak ada formulir {formulir.value} yang diterbitkan untuk jabatan “{jabatan}”."
            f"{find_mirip(jabatan, dikenal)} Kodenya dapat dilihat dengan: sopkinerja status"
        )
    masa = f" TW {triwulan.romawi}" if triwulan else ""
    apa = f"{formulir.value} {jabatan}{masa}"
    raise SopKinerjaError(
        f"Belum ada {apa} {tahun} yang diterima, jadi tidak ada yang dapat dikembalikan."
    )


def _check_terbuka(meja: Meja, tahun: int, triwulan: Triwulan | None) -> None:
    if triwulan and triwulan in meja.agenda.read_tutup(tahun):
        raise SopKinerjaError(
            f"TW {triwulan.romawi} {tahun} sudah ditutup, jadi angkanya tidak diubah lagi."
        )
