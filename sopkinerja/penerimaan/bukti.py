"""Evidence beside a form: a photo, a PDF, a letter in the same folder or zip, or one that a form names.

Such a file is no form: it is kept in arsip/ as what it is evidence for. Whose it is, its own folder
or zip tells first, then the name in Bukti Dukung, then its own name where that begins with the kode of
a jabatan whose form lies beside it; where none tells one form alone, it is held.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Bukti, Kiriman
from sopkinerja.baca.wujud import Wujud, find_wujud_berkas
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.laporan.bukti import is_disebut, list_hilang
from sopkinerja.laporan.bukti_masuk import (
    BuktiMasuk,
    check_bukti_datang,
    list_nama,
    read_bukti_masuk,
)
from sopkinerja.laporan.model import IsiBukti, SebutBukti
from sopkinerja.lembar.cap import Identitas
from sopkinerja.penerimaan.ditunggu import list_ditunggu
from sopkinerja.penerimaan.lampirkan import find_kode_nama, find_kode_tunggal
from sopkinerja.penerimaan.model import Berkas
from sopkinerja.temuan import Temuan

LAIN = (
    Kode.BERKAS_001, Kode.BERKAS_004, Kode.BERKAS_005, Kode.BERKAS_006, Kode.KENALI_001,
    Kode.KENALI_430,
)  # fmt: skip
"""Why a file is no form though it may well be evidence, as long as a form names it."""
BUKAN = (Kode.BERKAS_001, Kode.KENALI_001)
"""Why a file is no form where sending the form anew is the answer."""
INBOX = PurePosixPath(".")
"""Where what lies loose has no folder of its own."""
MAKS_SEBUT = 5
"""How many forms a message names before it counts the rest."""


@dataclass
class Pemilik:
    """One form that evidence may belong to: of this run (`letak`: where it lay), or accepted."""

    identitas: Identitas
    letak: list[PurePosixPath] = field(default_factory=list)
    sebut: list[SebutBukti] = field(default_factory=list)

    def list_indikator(self, nama: str, *, tepat: bool = False) -> list[str]:
        """The indicators that name a file; `tepat`: by its whole name."""
        bagian = list_nama(nama)
        return list(
            dict.fromkeys(
                s.kode
                for s in self.sebut
                if any(is_disebut(b, s.teks, tanpa_akhiran=not tepat) for b in bagian)
            )
        )


def pasang_bukti(agenda: Agenda, daftar: Sequence[Berkas], urutan: int) -> None:
    """Gives each file that is no form the form it is evidence for, and each form a peringatan for
    what it names and nobody sent. What is judged again (of an earlier run than `urutan`) lies
    beside nothing any more: it goes by its name alone."""
    sebut = [(b, _read_sebut(b)) for b in daftar]
    pemilik = _build_pemilik(sebut, urutan)
    calon = [b for b in daftar if _is_calon(b)]
    masuk = read_bukti_masuk(agenda)
    if calon:
        lama = {k.sha256: k.bukti for k in agenda.read_bukti()}
        terdaftar = _read_terdaftar(agenda, pemilik, masuk)
        ditunggu = [i.jabatan for i in list_ditunggu(agenda, pemilik)]
        jabatan = _read_jabatan(agenda)
        for berkas in calon:
            tempat = berkas.sumber.nama if berkas.urutan == urutan else ""
            calon_pemilik = _find_calon(berkas.sumber.nama, tempat, pemilik, terdaftar)
            kode = _read_nama(berkas, ditunggu, jabatan)
            _pasang(berkas, _saring_calon(calon_pemilik, kode), lama, kode)
    for berkas in daftar:
        for satu in dict.fromkeys(b.identitas for b in berkas.bukti):
            nama = (*masuk.get(satu, ()), *list_nama(berkas.sumber.nama))
            masuk[satu] = tuple(dict.fromkeys(nama))
    _check_hilang(sebut, masuk)


def _read_sebut(berkas: Berkas) -> tuple[SebutBukti, ...]:
    """What a form that is somebody's beyond doubt says in Bukti Dukung; nothing of any other."""
    if berkas.identitas is None or berkas.putusan is not None:
        return ()
    return _list_sebut(berkas.identitas, berkas.hasil.unpack())


def _build_pemilik(
    daftar: Iterable[tuple[Berkas, tuple[SebutBukti, ...]]], urutan: int
) -> dict[Identitas, Pemilik]:
    """The forms of this run that are somebody's beyond doubt, held ones of a closed triwulan too."""
    hasil: dict[Identitas, Pemilik] = {}
    for b, sebut in daftar:
        tutup = any(t.kode is Kode.TRIWULAN_001 for t in b.temuan)
        if b.identitas is None or not (b.putusan is None or tutup):
            continue
        satu = hasil.setdefault(b.identitas, Pemilik(b.identitas))
        satu.sebut += sebut
        if b.urutan == urutan:
            satu.letak.append(PurePosixPath(b.sumber.nama).parent)
    return hasil


def _list_sebut(identitas: Identitas, hasil: str) -> tuple[SebutBukti, ...]:
    if identitas.formulir is not Formulir.LAPORAN or not hasil:
        return ()
    return IsiBukti.model_validate_json(hasil).bukti


def _is_calon(berkas: Berkas) -> bool:
    """Held so far, and not for what makes it dangerous or empty."""
    return berkas.putusan is Putusan.KARANTINA and berkas.temuan[0].kode in LAIN


def _read_terdaftar(
    agenda: Agenda,
    pemilik: Mapping[Identitas, Pemilik],
    masuk: BuktiMasuk,
) -> dict[Identitas, Pemilik]:
    """The forms of open triwulan that came before this run, by their newest return, with what they
    name and nobody sent yet."""
    hasil: dict[Identitas, Pemilik] = {}
    for k in _iter_terbuka(agenda):
        i = k.identitas
        if i is None or i in pemilik or not k.hasil:
            continue
        kurang = [(s, list_hilang(s.teks, masuk.get(i, ()))) for s in _list_sebut(i, k.hasil)]
        sebut = [s.model_copy(update={"teks": "\n".join(h)}) for s, h in kurang if h]
        hasil[i] = Pemilik(i, sebut=sebut)
    return hasil


def _iter_terbuka(agenda: Agenda) -> Iterator[Kiriman]:
    """Every return of an open triwulan, oldest first."""
    for tahun in agenda.read_daftar_tahun():
        for tw in Triwulan:
            if tw not in agenda.read_tutup(tahun):
                yield from agenda.read_kiriman_triwulan(Formulir.LAPORAN, tahun, tw)


def _pasang(
    berkas: Berkas,
    calon: Sequence[CalonPemilik],
    lama: dict[str, tuple[Bukti, ...]],
    nama: KodeNama,
) -> None:
    sudah = lama.get(berkas.sha256, ())
    wujud = _find_wujud(berkas)
    sendiri = len(calon) == 1 and not nama.ditunggu
    milik = [p for p in calon if p.is_pasti or (wujud and sendiri)]
    bukti = tuple(b for p in milik for b in _build_bukti(p.pemilik, berkas.sumber.nama)) or sudah
    if not bukti:
        if wujud:
            siapa = [p.pemilik for p in calon]
            berkas.temuan = (_tahan(berkas.sumber.nama, wujud, siapa, nama),)
        elif nama.ditunggu and berkas.temuan[0].kode in BUKAN:
            bukan = Temuan(Kode.KENALI_500, nama=berkas.sumber.nama, jabatan=nama.ditunggu)
            berkas.temuan = (bukan, *berkas.temuan)
        return
    ada = {b.identitas for b in bukti} <= {b.identitas for b in sudah}
    berkas.putusan = Putusan.DUPLIKAT if ada else Putusan.DITERIMA
    berkas.bukti = bukti
    lama[berkas.sha256] = (*sudah, *bukti)
    kode = Kode.BUKTI_104 if ada else Kode.BUKTI_100
    milik_siapa = ", ".join(dict.fromkeys(b.render() for b in bukti))
    berkas.temuan = (Temuan(kode, nama=berkas.sumber.nama, milik=milik_siapa),)


def _build_bukti(pemilik: Pemilik, nama: str) -> list[Bukti]:
    indikator = pemilik.list_indikator(nama) or [""]
    return [Bukti(identitas=pemilik.identitas, indikator=i) for i in indikator]


class CalonPemilik(NamedTuple):
    """A form that a file may be evidence for; `is_pasti`: it names it, and no other one does."""

    pemilik: Pemilik
    is_pasti: bool


def _find_calon(
    nama: str,
    tempat: str,
    pemilik: Mapping[Identitas, Pemilik],
    terdaftar: Mapping[Identitas, Pemilik],
) -> list[CalonPemilik]:
    """The forms that a file may be evidence for: of its own folder or zip those that name it, else
    all there; of what lies loose in inbox/ whoever names it in full, else what lies loose beside."""
    langsung, semua = _find_dekat(tempat, pemilik.values())
    if semua:
        sebut = [CalonPemilik(p, True) for p in semua if p.list_indikator(nama)]
        return sebut or [CalonPemilik(p, False) for p in _list_utama(langsung)]
    for daftar in (pemilik, terdaftar):
        tepat = [p for p in daftar.values() if p.list_indikator(nama, tepat=True)]
        if tepat:
            return [CalonPemilik(p, len(tepat) == 1) for p in tepat]
    return [CalonPemilik(p, False) for p in _list_utama(langsung)]


class KodeNama(NamedTuple):
    """What a file's own name tells: the jabatan whose awaited report it begins with, the one jabatan
    that it holds, and whether it begins with that one."""

    ditunggu: str = ""
    jabatan: str = ""
    is_awal: bool = False


def _read_jabatan(agenda: Agenda) -> set[str]:
    """Every jabatan that has a mandat in a year of this workspace."""
    mandat = (agenda.read_mandat(tahun) for tahun in agenda.read_daftar_tahun())
    return {i.jabatan for m in mandat if m for i in m.indikator}


def _read_nama(berkas: Berkas, ditunggu: Sequence[str], jabatan: Iterable[str]) -> KodeNama:
    nama = PurePosixPath(berkas.sumber.nama).name
    satu = find_kode_tunggal(nama, jabatan) or ""
    awal = bool(satu and find_kode_nama(nama, [satu]))
    return KodeNama(find_kode_nama(nama, ditunggu) or "", satu, awal)


def _saring_calon(calon: list[CalonPemilik], nama: KodeNama) -> list[CalonPemilik]:
    """Where no form names the file, but its name begins with one jabatan: the forms of that one; what
    lies loose in inbox/ is nobody else's then."""
    if not nama.is_awal or any(p.is_pasti for p in calon):
        return calon
    sama = [p for p in calon if p.pemilik.identitas.jabatan == nama.jabatan]
    return sama or [p for p in calon if INBOX not in p.pemilik.letak]


def _list_utama(daftar: Sequence[Pemilik]) -> Sequence[Pemilik]:
    """The quarterly forms where there are any: they alone ask for evidence."""
    return [p for p in daftar if p.identitas.formulir is Formulir.LAPORAN] or daftar


def _find_dekat(tempat: str, pemilik: Iterable[Pemilik]) -> tuple[list[Pemilik], list[Pemilik]]:
    """The forms beside a file, and those with all below: of its own folder, else one folder up and
    so on; inbox/ itself is nobody's folder, only what lies loose there lies beside."""
    daftar = list(pemilik)
    for folder in PurePosixPath(tempat).parents:
        sama = [p for p in daftar if folder in p.letak]
        bawah = [p for p in daftar if any(folder in x.parents for x in p.letak)]
        if folder == INBOX:
            return sama, []
        if sama or bawah:
            return sama or bawah, list({id(p): p for p in (*sama, *bawah)}.values())
    return [], []


def _find_wujud(berkas: Berkas) -> Wujud | None:
    """A photo, a PDF, a letter: nobody's form by mistake; None of anything else."""
    wujud = find_wujud_berkas(berkas.sumber.isi.read())
    return wujud if wujud is not None and wujud.is_bukti else None


def _tahan(nama: str, wujud: Wujud, calon: Sequence[Pemilik], kode: KodeNama) -> Temuan:
    """Why evidence is held: it may be the photo of a report that is awaited; it is named after a jabatan
    whose form isn't beside it; no form beside it, or several and none that names it alone."""
    if kode.ditunggu:
        return Temuan(Kode.BUKTI_105, nama=nama, jabatan=kode.ditunggu, apa=wujud.apa)
    if kode.jabatan and all(p.identitas.jabatan != kode.jabatan for p in calon):
        return Temuan(Kode.BUKTI_500, nama=nama, jabatan=kode.jabatan, apa=wujud.apa)
    if not calon:
        return Temuan(Kode.BUKTI_102, nama=nama, apa=wujud.apa)
    siapa = sorted(_render_pemilik(p.identitas) for p in calon)
    lebih = f" dan {len(siapa) - MAKS_SEBUT} lagi" if len(siapa) > MAKS_SEBUT else ""
    sebut = ", ".join(siapa[:MAKS_SEBUT]) + lebih
    return Temuan(Kode.BUKTI_103, nama=nama, apa=wujud.apa, calon=sebut)


def _render_pemilik(i: Identitas) -> str:
    """`PLN-01 TW I`, `PLN-01 mandat 2026`."""
    apa = f" {i.formulir.value}" if i.formulir is not Formulir.LAPORAN else ""
    return f"{i.jabatan}{apa} " + (f"TW {i.triwulan.romawi}" if i.triwulan else str(i.tahun))


def _check_hilang(
    daftar: Sequence[tuple[Berkas, tuple[SebutBukti, ...]]],
    masuk: BuktiMasuk,
) -> None:
    """What a form names, and neither this run nor an earlier one brought; said only of those who
    send evidence along: what others name lies in their own cupboard."""
    for b, sebut in daftar:
        if b.putusan is not None or b.identitas is None:
            continue
        b.bukti_masuk = masuk.get(b.identitas, ())
        if b.bukti_masuk or len(PurePosixPath(b.sumber.nama).parts) > 1:
            b.temuan = (*b.temuan, *check_bukti_datang(sebut, b.bukti_masuk))
