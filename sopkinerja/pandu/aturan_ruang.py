"""The rules of the guide for the workspace: what came in, what is held, what stops the work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopkinerja.judul_langkah import CATAT, ULANG
from sopkinerja.pandu import teks
from sopkinerja.pandu.model import (
    Desak,
    KeadaanRuang,
    LangkahPandu,
    Pertanyaan,
    Ulangan,
    sebut_nama,
)

MAKS_ULANG = 12
"""So many files are named before they are counted."""
MAKS_KARANTINA = 5
"""So many files in karantina/ are told before they are counted."""
ALASAN = Pertanyaan(teks.TANYA_ALASAN, opsi="--alasan")


def iter_ruang(keadaan: KeadaanRuang) -> Iterator[LangkahPandu]:
    """The steps of no year."""
    if keadaan.akar is None:
        yield from _mulai(keadaan)
        return
    for aturan in (_terima, _pilih, _tersisih, _karantina, _ulang, _referensi):
        yield from aturan(keadaan)


def _mulai(_: KeadaanRuang) -> Iterator[LangkahPandu]:
    """A folder that is no workspace yet."""
    yield LangkahPandu(teks.MULAI, ("mulai",), teks.MULAI_AKAN, desak=Desak.KINI)
    yield LangkahPandu(teks.CONTOH, ("mulai", "--contoh"), teks.CONTOH_AKAN)


def _terima(keadaan: KeadaanRuang) -> Iterator[LangkahPandu]:
    """Row 4: whatever lies in inbox/."""
    if keadaan.inbox:
        judul = teks.TERIMA.format(n=keadaan.inbox)
        coba = ("terima", "--uji-coba")
        yield LangkahPandu(judul, ("terima",), teks.TERIMA_AKAN, 4, Desak.KINI, coba=coba)


def _pilih(keadaan: KeadaanRuang) -> Iterator[LangkahPandu]:
    """Row 4: returns that nothing orders."""
    for k in keadaan.konflik:
        judul = teks.PILIH.format(apa=k.sebutan, n=len(k.kiriman))
        tanya = (Pertanyaan(teks.TANYA_KIRIMAN, k.kiriman), ALASAN)
        yield LangkahPandu(
            judul, ("pilih",), teks.PILIH_AKAN, 4, Desak.KINI, tanya=tanya, rincian=k.beda
        )


def _tersisih(keadaan: KeadaanRuang) -> Iterator[LangkahPandu]:
    """Row 4: a return that counts beside a faulty one, until somebody was asked which is meant."""
    for t in keadaan.tersisih:
        judul = teks.TERSISIH.format(judul=CATAT, apa=t.sebutan, keterangan=t.keterangan)
        yield LangkahPandu(
            judul, ("pilih", t.sha), teks.TERSISIH_AKAN, 4, Desak.TUNGGU, tanya=(ALASAN,)
        )


def _karantina(keadaan: KeadaanRuang) -> Iterator[LangkahPandu]:
    """Row 4: what can't be taken, each with why and who is to be asked, until it is settled."""
    for k in keadaan.karantina[:MAKS_KARANTINA]:
        kata = teks.KARANTINA_DISIMPAN if k.disimpan else teks.KARANTINA
        siapa = "" if k.siapa == teks.PENGIRIM else f" dari {k.siapa}"
        judul = kata.format(nama=k.nama, sebab=k.sebab, siapa=siapa, saran=k.saran, berkas=k.berkas)
        yield LangkahPandu(judul, (), teks.KARANTINA_AKAN, 4, Desak.TUNGGU)
    if (lebih := len(keadaan.karantina) - MAKS_KARANTINA) > 0:
        judul = teks.KARANTINA_LAGI.format(n=lebih)
        yield LangkahPandu(judul, (), teks.KARANTINA_AKAN, 4, Desak.TUNGGU)


def _ulang(keadaan: KeadaanRuang) -> Iterator[LangkahPandu]:
    """Row 4: what was held for a closed triwulan, once that is open again."""
    if any(u.dibuka for u in keadaan.ulang):
        yield build_ulang(keadaan.ulang)


def build_ulang(ulang: Sequence[Ulangan]) -> LangkahPandu:
    """Row 4: what was sent back or held is judged again, each file named beforehand."""
    rincian = [
        teks.ULANG_BARIS.format(nama=u.nama, apa=u.apa, putusan=u.putusan)
        for u in ulang[:MAKS_ULANG]
    ]
    if len(ulang) > MAKS_ULANG:
        rincian.append(teks.ULANG_LAGI.format(n=len(ulang) - MAKS_ULANG))
    siapa = sebut_nama([u.nama for u in ulang])
    judul = teks.ULANG_JUMLAH.format(judul=ULANG, n=len(ulang), siapa=siapa)
    perintah = ("terima", "--ulang")
    return LangkahPandu(
        judul, perintah, teks.ULANG_AKAN, 4, Desak.KINI, coba=(*perintah, "--uji-coba"),
        rincian=tuple(rincian),
    )  # fmt: skip


def _referensi(keadaan: KeadaanRuang) -> Iterator[LangkahPandu]:
    """A referensi that stops the work, or that nobody has filled."""
    if keadaan.halangan:
        yield LangkahPandu(
            teks.REFERENSI, ("status", "mandat"),
            teks.REFERENSI_AKAN.format(sebab=keadaan.halangan), 1, Desak.KINI,
        )  # fmt: skip
