"""Taking in what came back: gather, decide, then act.

plan_terima reads and judges everything and writes nothing; apply_terima carries the plan out: in
one transaction of the agenda the bytes are kept and the register is written, then inbox/ is emptied.
A run that is killed is undone, or finished, by the next one: see agenda/niat.py.
"""

from __future__ import annotations

import contextlib
import os
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from sopkinerja.agenda.model import Kiriman, Terbitan
from sopkinerja.istilah import Putusan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.laporan.bukti_masuk import list_nama_bukti
from sopkinerja.lembar.cap import Identitas
from sopkinerja.penerimaan import arsipkan
from sopkinerja.penerimaan.belanja import add_belanja
from sopkinerja.penerimaan.bukti import pasang_bukti
from sopkinerja.penerimaan.dini import add_dini
from sopkinerja.penerimaan.jelaskan import Kumpulan, list_isi
from sopkinerja.penerimaan.kembar import add_kembar
from sopkinerja.penerimaan.kenali import PENGANTAR
from sopkinerja.penerimaan.kumpulkan import read_sumber
from sopkinerja.penerimaan.lewat import add_lewat
from sopkinerja.penerimaan.meja import Meja
from sopkinerja.penerimaan.model import Berkas, Berlaku, Rencana, SumberBerkas
from sopkinerja.penerimaan.perbaikan import build_perbaikan, is_perbaikan_mungkin
from sopkinerja.penerimaan.periksa import build_berlaku, periksa_semua, read_nilai
from sopkinerja.penerimaan.putuskan import build_putusan
from sopkinerja.penerimaan.tertahan import find_tertahan, note_sama
from sopkinerja.temuan import Temuan


def plan_terima(meja: Meja, *, ulang: bool = False) -> Rencana:
    """What taking in inbox/ would do; with `ulang` also what was refused or held before."""
    urutan = meja.agenda.build_urutan()
    sumber, dilewati = read_sumber(meja.ruang.inbox, urutan, meja.pengaturan)
    if not ulang:
        return plan_sumber(meja, sumber, dilewati, urutan)
    tertahan = find_tertahan(meja.ruang, meja.agenda, meja.pengaturan)
    rencana = plan_sumber(meja, [*sumber, *tertahan], dilewati, urutan)
    note_sama(meja.agenda, rencana, tertahan, sumber)
    return rencana


def plan_sumber(
    meja: Meja,
    sumber: Sequence[SumberBerkas | tuple[SumberBerkas, Temuan]],
    dilewati: Sequence[tuple[str, str]],
    urutan: int,
    *,
    balas: bool = True,
) -> Rencana:
    """Judges and decides over files already gathered; `balas=False` plans no correction forms."""
    daftar_berkas = periksa_semua(meja, sumber)
    add_dini(meja, daftar_berkas)
    pasang_bukti(meja.agenda, daftar_berkas, urutan)
    _sisihkan_pengantar(daftar_berkas)
    per_identitas: dict[Identitas, list[Berkas]] = defaultdict(list)
    for b in daftar_berkas:
        if b.putusan is None and b.identitas:
            per_identitas[b.identitas].append(b)
    rencana = Rencana(meja.waktu, urutan, dilewati=list(dilewati))
    for identitas, kelompok in per_identitas.items():
        _putuskan(meja, rencana, identitas, kelompok, balas)
    add_kembar(meja, daftar_berkas)
    add_belanja(meja.agenda, meja.read_referensi, daftar_berkas)
    add_lewat(meja, daftar_berkas)
    for b in daftar_berkas:
        arsipkan.plan_arsip(meja.ruang, rencana, b)
    arsipkan.plan_wadah(meja.ruang, rencana, daftar_berkas)
    return rencana


def _sisihkan_pengantar(daftar_berkas: Sequence[Berkas]) -> None:
    """What we sent with the forms and came back beside them alarms nobody."""
    for b in daftar_berkas:
        if b.putusan is Putusan.KARANTINA and b.temuan[0].kode in PENGANTAR:
            b.putusan = Putusan.DUPLIKAT


def _putuskan(
    meja: Meja, rencana: Rencana, identitas: Identitas, kelompok: list[Berkas], balas: bool
) -> None:
    riwayat = meja.agenda.read_kiriman(identitas)
    terbitan = meja.agenda.read_terbitan(identitas)
    berlaku = build_berlaku(identitas, riwayat)
    pernah = _list_pernah(identitas, riwayat, berlaku)
    for berkas, putusan in zip(kelompok, build_putusan(kelompok, berlaku, pernah), strict=True):
        berkas.putusan = putusan
    diterima = next((b for b in kelompok if b.putusan is Putusan.DITERIMA), None)
    if diterima:
        rencana.selesaikan += [
            k.model_copy(update={"putusan": Putusan.USANG})
            for k in riwayat
            if k.putusan is Putusan.KONFLIK
        ]
    kumpulan = Kumpulan(identitas, kelompok, diterima, berlaku, meja.waktu, terbitan)
    for berkas in kelompok:
        berkas.temuan = (*kumpulan.explain(berkas), *berkas.temuan)
        if berkas.putusan is Putusan.PERLU_PERBAIKAN and balas:
            _perbaiki(meja, rencana, berkas, riwayat, terbitan)


def _list_pernah(
    identitas: Identitas, riwayat: Sequence[Kiriman], berlaku: Berlaku | None
) -> set[str]:
    """The values of returns of the accepted one's revision that were accepted before it."""
    return {
        read_nilai(identitas.formulir, k.hasil)
        for k in riwayat
        if berlaku
        and k.putusan is Putusan.DITERIMA
        and not k.berlaku
        and k.revisi == berlaku.revisi
    }


def _perbaiki(
    meja: Meja,
    rencana: Rencana,
    berkas: Berkas,
    riwayat: Sequence[Kiriman],
    terbitan: Sequence[Terbitan],
) -> None:
    """Plans the correction form; the same refused bytes with the same verdict get no second."""
    if berkas.identitas is None or not is_perbaikan_mungkin(terbitan[-1]):
        return
    gagal = [k for k in riwayat if k.putusan is Putusan.PERLU_PERBAIKAN]
    salah = list_isi(berkas.temuan)
    sama = [k.balasan for k in gagal if k.sha256 == berkas.sha256 and list_isi(k.temuan) == salah]
    sudah = [t for t in rencana.terbitan if t.identitas == berkas.identitas]
    kembar = rencana.balasan.get((berkas.identitas, berkas.sha256))
    balasan = kembar or next((b for b in sama if b), None)
    ulangi = next((t for t in terbitan if t.berkas == balasan), None)
    if kembar or (ulangi and (meja.ruang.akar / ulangi.berkas).exists()):
        berkas.balasan = balasan
        return
    perbaikan = build_perbaikan(
        meja.ruang,
        meja.templat(berkas.identitas.formulir),
        [*terbitan, *sudah],
        berkas.hasil.unpack(),
        berkas.temuan,
        meja.waktu,
        meja.kalender.tambah(meja.waktu.date(), meja.pengaturan.hari_perbaikan),
        jumlah_lalu=len(gagal[-1].temuan) if gagal else None,
        ulangi=ulangi,
        bukti=list_nama_bukti(berkas.bukti_masuk),
        kontak=meja.find_kontak(berkas.identitas.tahun),
    )
    if ulangi is None:
        rencana.terbitan.append(perbaikan.terbitan)
    rencana.tulis[perbaikan.tujuan] = perbaikan.isi
    rencana.balasan[berkas.identitas, berkas.sha256] = perbaikan.terbitan.berkas
    berkas.balasan = perbaikan.terbitan.berkas


def apply_terima(meja: Meja, rencana: Rencana) -> None:
    """Carries the plan out, whole or not at all; the receipt must already stand in `rencana.tulis`.
    What was taken in goes from where it came with the transaction: see clear_asal."""
    check_kosongkan(rencana)
    with meja.agenda.transaksi():
        meja.apply_templat()
        for tujuan, isi in rencana.tulis.items():
            meja.agenda.write_keluaran(tujuan, isi)
        for asal, sha256 in rencana.hapus.items():
            meja.agenda.remove_asal(asal, sha256)
        for terbitan in rencana.terbitan:
            meja.agenda.write_terbitan(terbitan)
        for kiriman in rencana.selesaikan:
            meja.agenda.update_kiriman(kiriman)
        for kiriman in rencana.iter_baru():
            meja.agenda.write_kiriman(kiriman)
        for wadah in rencana.wadah.values():
            meja.agenda.write_kejadian(rencana.waktu, "zip", None, None, wadah.sha256, wadah.nama)
        tanda = meja.ruang.build_jalur(rencana.tanda_terima) if rencana.tanda_terima else ""
        meja.agenda.write_terima(rencana.urutan, rencana.waktu, tanda)


def clear_asal(meja: Meja, rencana: Rencana) -> None:
    """After the transaction: what could not be removed is listed, empty subfolders of inbox/ go."""
    rencana.tertinggal = meja.agenda.tertinggal
    _rapikan(meja.ruang.inbox)


def check_kosongkan(rencana: Rencana) -> None:
    """SopKinerjaError where files could be taken in but not removed from where they lie."""
    for folder in sorted({p.parent for p in rencana.hapus}):
        if not os.access(folder, os.W_OK):
            raise SopKinerjaError(
                f"Folder {folder} hanya-baca, jadi berkas di dalamnya tidak dapat dipindahkan. "
                "Minta izin tulis, lalu ulangi."
            )


def _rapikan(inbox: Path) -> None:
    """Subfolders that became empty go."""
    for folder in sorted((p for p in inbox.rglob("*") if p.is_dir()), reverse=True):
        with contextlib.suppress(OSError):
            folder.rmdir()


def is_bersih(rencana: Rencana) -> bool:
    """True where nothing in the run needs anyone's attention (exit code 0)."""
    perlu = (Putusan.PERLU_PERBAIKAN, Putusan.KONFLIK, Putusan.KARANTINA)
    return not any(k.putusan in perlu for k in rencana.kiriman)
