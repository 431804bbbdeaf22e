"""What lies in karantina/ and still waits for somebody: why, and who is to be asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Formulir, Putusan
from sopkinerja.katalog import Kode
from sopkinerja.lembar.cap import Identitas
from sopkinerja.opd.model import Referensi
from sopkinerja.opd.pejabat import build_pejabat
from sopkinerja.pandu import teks
from sopkinerja.pandu.model import IsiKarantina
from sopkinerja.penerimaan.arsipkan import find_karantina
from sopkinerja.penerimaan.lampirkan import find_kode_nama
from sopkinerja.ruang import Ruang
from sopkinerja.temuan import Temuan, render_di_samping


def list_karantina(
    ruang: Ruang, agenda: Agenda, referensi: Referensi | None, hari: dt.date
) -> Iterator[IsiKarantina]:
    """Each file until it is settled: a form of that chair was accepted since, somebody took it out
    of the folder, or (where nobody knows whose it is) a triwulan was closed since it came; what waited for a triwulan
    that is open again is judged by a step of its own."""
    semua = agenda.read_kiriman_tahun(isi=False)
    ditutup = max((w for w, *_ in agenda.read_kejadian("tutup")), default=None)
    for k in {k.sha256: k for k in semua}.values():
        jalur = find_karantina(ruang, k.sha256)
        if k.putusan is not Putusan.KARANTINA or jalur is None:
            continue
        if k.identitas:
            selesai = _is_datang(semua, k)
        else:
            selesai = (ditutup is not None and k.diterima < ditutup) or _is_berawal(semua, k)
        i = k.identitas
        dibuka = k.is_disimpan and i and i.triwulan not in agenda.read_tutup(i.tahun)
        if not selesai and not dibuka:
            siapa = _sebut_pengirim(k.identitas, referensi, hari)
            temuan = _list_temuan(semua, k)
            sebab = render_di_samping(temuan[0].pesan, k.nama) if temuan else ""
            saran = temuan[0].saran if temuan else ""
            if k.is_disimpan and temuan[0].kode is Kode.TRIWULAN_500:
                sebab = f"{sebab} {saran}"
            yield IsiKarantina(k.nama, siapa, sebab, k.is_disimpan, saran, jalur.name)


def _is_datang(semua: Iterable[Kiriman], kiriman: Kiriman) -> bool:
    """Whether a good form of that chair came in the same run or later."""
    return any(
        k.identitas == kiriman.identitas
        and k.putusan is Putusan.DITERIMA
        and k.urutan >= kiriman.urutan
        for k in semua
    )


def _is_berawal(semua: Iterable[Kiriman], kiriman: Kiriman) -> bool:
    """Whether it may be the photo, or a retyped copy, of a report that was awaited, and the report came since: in the same
    run or later."""
    if all(t.kode not in (Kode.BUKTI_105, Kode.KENALI_500) for t in kiriman.temuan):
        return False
    datang = _find_datang(semua, kiriman)
    return find_kode_nama(PurePosixPath(kiriman.nama).name, datang) is not None


def _list_temuan(semua: Iterable[Kiriman], kiriman: Kiriman) -> list[Temuan]:
    """Why it is held; that a later triwulan is awaited is told until that report came."""
    i = kiriman.identitas
    datang = i is not None and i.jabatan in _find_datang(semua, kiriman)
    return [t for t in kiriman.temuan if not (datang and t.kode is Kode.TRIWULAN_500)]


def _find_datang(semua: Iterable[Kiriman], kiriman: Kiriman) -> set[str]:
    """Of whom a report was accepted in the same run or later."""
    return {
        k.identitas.jabatan
        for k in semua
        if k.identitas
        and k.identitas.formulir is Formulir.LAPORAN
        and k.putusan is Putusan.DITERIMA
        and k.urutan >= kiriman.urutan
    }


def _sebut_pengirim(i: Identitas | None, referensi: Referensi | None, hari: dt.date) -> str:
    if i is None:
        return teks.PENGIRIM
    pejabat = build_pejabat(referensi, i.jabatan, hari) if referensi else None
    return f"{i.jabatan} ({pejabat.nama})" if pejabat else i.jabatan
