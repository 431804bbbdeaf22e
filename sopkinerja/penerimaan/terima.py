"""Taking in what came back: gather, decide, then act.

plan_terima reads and judges everything and writes nothing; apply_terima carries the plan out: in
one transaction of the agenda the bytes are kept and the register is written, then inbox/ is emptied.
A run that is killed is undone, or finished, by the next one: see agenda/niat.py.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, assert_never

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman, Terbitan
from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.formulir.jenis import Kembalian
from sopkinerja.formulir.kontak import find_kontak
from sopkinerja.formulir.model import TANPA_KONTAK, Kontak
from sopkinerja.formulir.templat_kantor import TemplatSiap
from sopkinerja.istilah import Formulir, Putusan
from sopkinerja.jenis import find_jenis
from sopkinerja.kalender import Kalender
from sopkinerja.katalog import Kode
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.laporan.bukti_masuk import list_nama_bukti
from sopkinerja.laporan.konteks import Lalu
from sopkinerja.laporan.lalu import is_perlu_lalu, read_lalu
from sopkinerja.lembar.cap import Identitas
from sopkinerja.lembar.templat import Templat
from sopkinerja.mandat.referensi import BukuReferensi, open_referensi
from sopkinerja.opd.model import Referensi
from sopkinerja.penerimaan import arsipkan, kenali, teks
from sopkinerja.penerimaan.amankan import check_berkas, check_ukuran
from sopkinerja.penerimaan.belanja import add_belanja
from sopkinerja.penerimaan.bukti import pasang_bukti
from sopkinerja.penerimaan.kembar import add_kembar
from sopkinerja.penerimaan.kumpulkan import read_sumber
from sopkinerja.penerimaan.model import Berkas, Berlaku, Rencana, SumberBerkas
from sopkinerja.penerimaan.pekerja import baca_semua
from sopkinerja.penerimaan.perbaikan import build_perbaikan, is_perbaikan_mungkin
from sopkinerja.penerimaan.putuskan import build_putusan
from sopkinerja.penerimaan.tertahan import find_tertahan, note_sama
from sopkinerja.ruang import Pengaturan, Ruang
from sopkinerja.temuan import Temuan

MAKS_BEDA = 12
"""How many differences a message names before it counts the rest."""


@dataclass(frozen=True)
class Meja:
    """What intake works with: workspace, register, settings, calendar, and the moment."""

    ruang: Ruang
    agenda: Agenda
    pengaturan: Pengaturan
    waktu: dt.datetime

    @cached_property
    def _buku(self) -> BukuReferensi | None:
        try:
            return open_referensi(self.ruang.berkas_referensi, self.pengaturan)
        except SopKinerjaError:
            return None

    def keep_referensi(self) -> None:
        """What referensi said needn't be read again until it changes."""
        if self._buku:
            self._buku.simpanan.save()

    def read_referensi(self, tahun: int | None = None) -> Referensi | None:
        """As seen from that year, or from the one on its sheet OPD; None where a galat stands in
        it, which stops no intake."""
        buku = self._buku
        if buku is None:
            return None
        tahun = tahun or buku.tahun
        if tahun not in self._referensi:
            self._referensi[tahun] = buku.check(tahun)[0]
        return self._referensi[tahun]

    def find_kontak(self, tahun: int) -> Kontak:
        """The Kasubag Program of today, for forms that go back; nobody where referensi has a galat."""
        referensi = self.read_referensi(tahun)
        return find_kontak(referensi, self.waktu.date()) if referensi else TANPA_KONTAK

    @cached_property
    def _referensi(self) -> dict[int, Referensi | None]:
        return {}

    @cached_property
    def kalender(self) -> Kalender:
        """Working days; a faulty referensi only loses its Libur sheet."""
        referensi = self.read_referensi()
        return Kalender(referensi.libur if referensi else ())

    @cached_property
    def _templat(self) -> dict[Formulir, TemplatSiap]:
        return {}

    def templat(self, formulir: Formulir) -> Templat:
        """The template of a kind of form, compiled once, when a correction form is due."""
        if formulir not in self._templat:
            self._templat[formulir] = find_jenis(formulir).open_templat(self.ruang)
        return self._templat[formulir].templat

    def apply_templat(self) -> None:
        """Brings along the office's untouched copies that correction forms are due from."""
        for siap in self._templat.values():
            siap.apply(self.ruang, self.agenda)


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
    daftar_berkas = _periksa_semua(meja, sumber)
    pasang_bukti(meja.agenda, daftar_berkas, urutan)
    per_identitas: dict[Identitas, list[Berkas]] = defaultdict(list)
    for b in daftar_berkas:
        if b.putusan is None and b.identitas:
            per_identitas[b.identitas].append(b)
    rencana = Rencana(meja.waktu, urutan, dilewati=list(dilewati))
    for identitas, kelompok in per_identitas.items():
        _putuskan(meja, rencana, identitas, kelompok, balas)
    add_kembar(meja.agenda, daftar_berkas, meja.pengaturan.satuan)
    add_belanja(meja.agenda, meja.read_referensi, daftar_berkas)
    for b in daftar_berkas:
        arsipkan.plan_arsip(meja.ruang, rencana, b)
    arsipkan.plan_wadah(meja.ruang, rencana, daftar_berkas)
    return rencana


def _periksa_semua(
    meja: Meja, sumber: Sequence[SumberBerkas | tuple[SumberBerkas, Temuan]]
) -> list[Berkas]:
    """amankan, baca, kenali, periksa: each file on its own; a fault of the file is karantina."""
    hasil: list[Berkas] = []
    terbaca: list[Berkas] = []
    for s in sumber:
        berkas = Berkas(s[0] if isinstance(s, tuple) else s)
        hasil.append(berkas)
        tolak = s[1] if isinstance(s, tuple) else _amankan(meja, berkas)
        if tolak:
            _karantina(berkas, tolak)
        else:
            terbaca.append(berkas)
    isi = [(b.sumber.nama, b.sumber.isi) for b in terbaca]
    tunda: list[tuple[Berkas, BukuTerbaca, Terbitan, Terbitan]] = []
    for nomor, buku in baca_semua(isi, meja.pengaturan):
        berkas = terbaca[nomor]
        kenal = buku if isinstance(buku, Temuan) else _kenali(meja, berkas, buku)
        if isinstance(kenal, Temuan):
            _karantina(berkas, kenal)
        elif not isinstance(buku, Temuan) and is_perlu_lalu(buku, berkas.identitas):
            tunda.append((berkas, buku, *kenal))
        elif not isinstance(buku, Temuan):
            _periksa(meja, berkas, buku, *kenal)
    for berkas, buku, rekam, terbaru in sorted(tunda, key=_urut_triwulan):
        _periksa(meja, berkas, buku, rekam, terbaru, sejalan=hasil)
    return hasil


def _urut_triwulan(tunda: tuple[Berkas, BukuTerbaca, Terbitan, Terbitan]) -> int:
    """What speaks of earlier triwulan is judged after their own forms came in with it."""
    identitas = tunda[0].identitas
    return (identitas and identitas.triwulan) or 0


def _amankan(meja: Meja, berkas: Berkas) -> Temuan | None:
    isi, nama = berkas.sumber.isi, berkas.sumber.nama
    if besar := check_ukuran(isi.ukuran, nama, meja.pengaturan):
        return besar
    return check_berkas(isi.read(), nama, meja.pengaturan)


def _karantina(berkas: Berkas, temuan: Temuan) -> None:
    berkas.putusan = Putusan.KARANTINA
    berkas.temuan, berkas.nilai, berkas.hasil = (temuan,), "", ""


def _kenali(meja: Meja, berkas: Berkas, buku: BukuTerbaca) -> tuple[Terbitan, Terbitan] | Temuan:
    """The record that it is judged by, and the newest one of its form; why not, where it isn't."""
    ident = kenali.read_identitas(buku, berkas.sumber.nama)
    if isinstance(ident, Temuan):
        return ident
    berkas.identitas, berkas.revisi = ident
    terbitan = kenali.find_terbitan(meja.agenda, *ident)
    if isinstance(terbitan, Temuan):
        return terbitan
    nama = berkas.sumber.nama
    lain = kenali.check_masa(buku, terbitan[0], nama) or kenali.find_asal_lain(
        meja.agenda, buku, terbitan[0], nama
    )
    if lain:
        return lain
    berkas.tersimpan = kenali.find_jam_pasti(buku, terbitan[0].waktu, meja.waktu)
    return terbitan


def _periksa(
    meja: Meja,
    berkas: Berkas,
    buku: BukuTerbaca,
    rekam: Terbitan,
    terbaru: Terbitan,
    sejalan: Sequence[Berkas] = (),
) -> None:
    """Judges its content; `sejalan` are the files of this run, for what it says of them."""
    ident = berkas.identitas
    assert ident is not None
    lalu = Lalu()
    if is_perlu_lalu(buku, ident):
        bersih = {b.identitas: b.hasil for b in sejalan if b.identitas and not b.is_ditolak}
        lalu = read_lalu(meja.agenda, ident, meja.pengaturan, bersih)
    riwayat = meja.agenda.read_kiriman(ident)
    nilai = find_jenis(ident.formulir).periksa(
        Kembalian(buku, rekam, terbaru, riwayat, meja.waktu.date(), meja.pengaturan, lalu)
    )
    muatan = kenali.check_muatan(buku, berkas.sumber.nama)
    berkas.nilai, berkas.hasil, berkas.temuan = nilai.nilai, nilai.hasil, (*nilai.temuan, *muatan)
    tutup = kenali.check_terbuka(meja.agenda, ident)
    if tutup and not _is_salinan(berkas, _build_berlaku(ident, riwayat)):
        _karantina(berkas, tutup)


def _is_salinan(berkas: Berkas, berlaku: Berlaku | None) -> bool:
    """Whether it says what was accepted: that is a copy, also once its triwulan is closed."""
    if berlaku is None:
        return False
    return berkas.sha256 == berlaku.sha256 or (
        not berkas.is_ditolak and berkas.nilai == berlaku.nilai
    )


def _putuskan(
    meja: Meja, rencana: Rencana, identitas: Identitas, kelompok: list[Berkas], balas: bool
) -> None:
    riwayat = meja.agenda.read_kiriman(identitas)
    terbitan = meja.agenda.read_terbitan(identitas)
    berlaku = _build_berlaku(identitas, riwayat)
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


def _build_berlaku(identitas: Identitas, riwayat: Sequence[Kiriman]) -> Berlaku | None:
    lama = next((k for k in riwayat if k.berlaku), None)
    if lama is None:
        return None
    return Berlaku(lama, find_jenis(identitas.formulir).read_nilai(lama.hasil))


def _list_pernah(
    identitas: Identitas, riwayat: Sequence[Kiriman], berlaku: Berlaku | None
) -> set[str]:
    """The values of returns of the accepted one's revision that were accepted before it."""
    return {
        find_jenis(identitas.formulir).read_nilai(k.hasil)
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
    acuan_nama, acuan_hasil = "", ""
    if diterima:
        acuan_nama, acuan_hasil = diterima.sumber.nama, diterima.hasil
    elif berlaku:
        acuan_nama, acuan_hasil = berlaku.kiriman.nama, berlaku.kiriman.hasil
    match berkas.putusan:
        case Putusan.DUPLIKAT:
            diam = berlaku is not None and berlaku.is_dikembalikan and diterima is None
            kode = Kode.URUTAN_005 if diam else Kode.URUTAN_001
            pesan = Temuan(kode, jabatan=identitas.jabatan, lama=acuan_nama)
        case Putusan.USANG:
            beda = _beda_berkas(identitas.formulir, _Isi.of(berkas), _Isi(acuan_nama, acuan_hasil))
            pesan = Temuan(Kode.URUTAN_002, jabatan=identitas.jabatan, lama=acuan_nama, beda=beda)
        case Putusan.KONFLIK:
            pesan = _jelaskan_konflik(identitas, berkas, kelompok, berlaku)
        case Putusan.DITERIMA:
            if berlaku is None:
                return
            beda = _beda(identitas.formulir, berlaku.kiriman.hasil, berkas.hasil)
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
    dulu = _Isi(berlaku.kiriman.nama, berlaku.kiriman.hasil)
    return Temuan(
        Kode.URUTAN_007,
        jabatan=identitas.jabatan,
        nama=nama,
        lama=berlaku.kiriman.nama,
        beda=_beda_berkas(identitas.formulir, dulu, _Isi.of(berkas)),
        sha=sha,
        sha_lama=berlaku.sha256[:12],
    )


class _Isi(NamedTuple):
    """A return by the name of its file, and what the register keeps of it."""

    nama: str
    hasil: str

    @classmethod
    def of(cls, berkas: Berkas) -> _Isi:
        """Of a file of this run."""
        return cls(berkas.sumber.nama, berkas.hasil)


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
        berkas.hasil,
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
        for kiriman in rencana.baru:
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
