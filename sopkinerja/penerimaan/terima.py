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
from typing import NamedTuple, assert_never

from sopkinerja.agenda.model import Kiriman, Terbitan
from sopkinerja.istilah import Formulir, Putusan
from sopkinerja.jenis import find_jenis
from sopkinerja.katalog import Kode
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.laporan.bukti_masuk import list_nama_bukti
from sopkinerja.lembar.cap import Identitas
from sopkinerja.penerimaan import arsipkan, teks
from sopkinerja.penerimaan.belanja import add_belanja
from sopkinerja.penerimaan.bukti import pasang_bukti
from sopkinerja.penerimaan.kembar import add_kembar
from sopkinerja.penerimaan.kumpulkan import read_sumber
from sopkinerja.penerimaan.meja import Meja
from sopkinerja.penerimaan.model import Berkas, Berlaku, Rencana, SumberBerkas
from sopkinerja.penerimaan.perbaikan import build_perbaikan, is_perbaikan_mungkin
from sopkinerja.penerimaan.periksa import build_berlaku, periksa_semua, read_nilai
from sopkinerja.penerimaan.putuskan import build_putusan
from sopkinerja.penerimaan.tertahan import find_tertahan, note_sama
from sopkinerja.temuan import Temuan

MAKS_BEDA = 12
"""How many differences a message names before it counts the rest."""


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
    pasang_bukti(meja.agenda, daftar_berkas, urutan)
    _sisihkan_nota(daftar_berkas)
    per_identitas: dict[Identitas, list[Berkas]] = defaultdict(list)
    for b in daftar_berkas:
        if b.putusan is None and b.identitas:
            per_identitas[b.identitas].append(b)
    rencana = Rencana(meja.waktu, urutan, dilewati=list(dilewati))
    for identitas, kelompok in per_identitas.items():
        _putuskan(meja, rencana, identitas, kelompok, balas)
    add_kembar(meja, daftar_berkas)
    add_belanja(meja.agenda, meja.read_referensi, daftar_berkas)
    for b in daftar_berkas:
        arsipkan.plan_arsip(meja.ruang, rencana, b)
    arsipkan.plan_wadah(meja.ruang, rencana, daftar_berkas)
    return rencana


def _sisihkan_nota(daftar_berkas: Sequence[Berkas]) -> None:
    """A nota dinas of ours that came back beside the forms alarms nobody."""
    for b in daftar_berkas:
        if b.putusan is Putusan.KARANTINA and b.temuan[0].kode is Kode.KENALI_430:
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
    for berkas in kelompok:
        _jelaskan(identitas, berkas, kelompok, diterima, berlaku)
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


def _jelaskan(
    identitas: Identitas,
    berkas: Berkas,
    kelompok: Sequence[Berkas],
    diterima: Berkas | None,
    berlaku: Berlaku | None,
) -> None:
    """A verdict that rests on another return names it, and says where the two differ."""
    acuan = berlaku.kiriman.nama if berlaku else ""
    acuan = diterima.sumber.nama if diterima else acuan
    match berkas.putusan:
        case Putusan.DUPLIKAT:
            diam = berlaku is not None and berlaku.is_dikembalikan and diterima is None
            kode = Kode.URUTAN_005 if diam else Kode.URUTAN_001
            pesan = Temuan(kode, jabatan=identitas.jabatan, lama=acuan)
        case Putusan.USANG:
            itu = _Isi.of(diterima or berlaku)
            beda = _beda_berkas(identitas.formulir, _Isi.of(berkas), itu)
            pesan = Temuan(Kode.URUTAN_002, jabatan=identitas.jabatan, lama=acuan, beda=beda)
        case Putusan.KONFLIK:
            pesan = _jelaskan_konflik(identitas, berkas, kelompok, berlaku)
        case Putusan.DITERIMA:
            if berlaku is None:
                return
            beda = _beda(identitas.formulir, berlaku.kiriman.hasil, berkas.hasil.unpack())
            lama = berlaku.kiriman.nama
            pesan = Temuan(Kode.URUTAN_006, jabatan=identitas.jabatan, lama=lama, beda=beda)
        case Putusan.PERLU_PERBAIKAN | Putusan.KARANTINA | Putusan.DILEWATI | None:
            return
        case _:
            assert_never(berkas.putusan)
    berkas.temuan = (pesan, *berkas.temuan)


def _jelaskan_konflik(
    identitas: Identitas, berkas: Berkas, kelompok: Sequence[Berkas], berlaku: Berlaku | None
) -> Temuan:
    """Two of one run that nothing orders; or one that came later than the accepted one but was
    saved earlier: then that one counts until `pilih`."""
    lain = [b for b in kelompok if b.putusan is Putusan.KONFLIK and b is not berkas]
    nama, sha = berkas.sumber.nama, berkas.sha256[:12]
    if lain or berlaku is None:
        beda = "; ".join(
            _beda_berkas(identitas.formulir, _Isi.of(berkas), _Isi.of(b)) for b in lain
        )
        semua = ", ".join(sorted(b.sumber.nama for b in [berkas, *lain]))
        return Temuan(Kode.URUTAN_003, jabatan=identitas.jabatan, nama=semua, beda=beda, sha=sha)
    return Temuan(
        Kode.URUTAN_007,
        jabatan=identitas.jabatan,
        nama=nama,
        lama=berlaku.kiriman.nama,
        beda=_beda_berkas(identitas.formulir, _Isi.of(berlaku), _Isi.of(berkas)),
        sha=sha,
        sha_lama=berlaku.sha256[:12],
    )


class _Isi(NamedTuple):
    """A return by the name of its file, and what the register keeps of it."""

    nama: str
    hasil: str

    @classmethod
    def of(cls, berkas: Berkas | Berlaku | None) -> _Isi:
        """Of a file of this run, or of what was accepted before."""
        if berkas is None:
            return cls("", "")
        if isinstance(berkas, Berlaku):
            return cls(berkas.kiriman.nama, berkas.kiriman.hasil)
        return cls(berkas.sumber.nama, berkas.hasil.unpack())


def _beda_berkas(formulir: Formulir, ini: _Isi, itu: _Isi) -> str:
    """`(a.xlsx / b.xlsx): PLN.01 Realisasi: 10 / 12`: each figure by the file that says it."""
    beda = _beda(formulir, ini.hasil, itu.hasil)
    return teks.BEDA.format(satu=ini.nama, dua=itu.nama, beda=beda)


def _beda(formulir: Formulir, ini: str, itu: str) -> str:
    beda = find_jenis(formulir).build_beda(ini, itu) if ini and itu else []
    lebih = len(beda) - MAKS_BEDA
    sebut = "; ".join(beda[:MAKS_BEDA]) or teks.TANPA_BEDA
    return f"{sebut}; dan {lebih} lagi" if lebih > 0 else sebut


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
    sama = [k.balasan for k in gagal if k.sha256 == berkas.sha256 and k.temuan == berkas.temuan]
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
