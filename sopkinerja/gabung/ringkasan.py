"""Ringkasan: the one page from which the Sekretaris Daerah decides, and which they sign."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sopkinerja.cetak.gaya import WARNA, WARNA_PREDIKAT, Nilai
from sopkinerja.cetak.predikat import build_sifat_predikat
from sopkinerja.cetak.tata import Penandatangan
from sopkinerja.cetak.tulis import Buku
from sopkinerja.gabung.model import BarisOpd, KinerjaPemda, OpdTutup
from sopkinerja.gabung.teks import (
    build_pokok,
    render_judul,
    render_kedua,
    render_terendah,
    render_utama,
)
from sopkinerja.lhe.kertas import BarisKertas, SelKertas, bagi_ruang, write_kertas
from sopkinerja.lhe.muat import render_muat
from sopkinerja.lhe.palang import render_palang
from sopkinerja.tulisan import render_tanggal

LEBAR = (4.5, 37.0, 10.5, 24.0, 8.5, 7.5, 9.0, 12.5, 32.0, 9.5, 13.0)
JUDUL = (
    "No", "OPD", "IKU mencapai target", "Bagian yang mencapai\n(garis tegak = semua)", "Tertinggal", "Belum\ndinilai",
    "Rata-rata\nIKU (%)", "Predikat", "IKU paling tertinggal (capaian)", "Jabatan\nlapor", "Ditutup",
)  # fmt: skip
RATA = (
    "center",
    "left",
    "center",
    "left",
    "center",
    "center",
    "right",
    "center",
    "left",
    "center",
    "center",
)
AKHIR, PALANG, RERATA, PREDIKAT, OPD_AKHIR = len(LEBAR) - 1, 3, 6, 7, 1
TINGGI, JEDA, LAGI, RUANG_PARAF = 600.0, 4.0, 13.0, 27.0
"""Points: one page at nine tenths, and what stands between its parts."""
GARIS = {"bottom": 4, "bottom_color": WARNA["garis"]}
KEPALA = {"bottom": 1, "bottom_color": WARNA["tinta"], "bold": True, "valign": "bottom"}


def write_ringkasan(buku: Buku, gabungan: KinerjaPemda, sah: Penandatangan) -> None:
    """The sheet `Ringkasan`: exactly one page, however many OPD there are."""
    lembar = buku.build_lembar("Ringkasan", WARNA["utama"])
    lembar.ws.hide_gridlines(2)
    lembar.apply_lebar(*LEBAR)
    write_kertas(lembar, build_halaman(gabungan, sah), LEBAR)
    lembar.apply_halaman()
    lembar.ws.fit_to_pages(1, 1)


def build_halaman(gabungan: KinerjaPemda, sah: Penandatangan) -> list[BarisKertas]:
    """All rows: of the OPD as many as fit, of the IKU that are behind as many as then still do."""
    jeda = BarisKertas(tinggi=JEDA)
    atas = [*_build_judul(gabungan), jeda, _build_kepala()]
    bawah = [jeda, *map(_build_pokok, build_pokok(gabungan)), jeda]
    bawah += _build_tanda_tangan(gabungan, sah)
    tertinggal = list_tertinggal(gabungan)
    opd = [_build_opd(n, o) for n, o in enumerate(gabungan.opd, 1)]
    sebab = [_build_sebab(o, b) for o, b in tertinggal]
    kepala = [jeda, *_build_kepala_sebab()] if sebab else []
    ruang = TINGGI - sum(_ukur((*atas, *bawah)))
    n, _ = bagi_ruang(_ukur(opd), [], ruang, LAGI)
    ruang -= sum(_ukur((*opd[:n], *kepala)))
    m, _ = bagi_ruang(_ukur(sebab), [], ruang, LAGI)
    kepala = kepala if m else []
    return [
        *atas, *opd[:n], *_build_lagi(len(opd) - n, "OPD", "Capaian OPD"),
        *kepala, *sebab[:m], *_build_lagi(len(sebab) - m if m else 0, "IKU", RINCIAN), *bawah,
    ]  # fmt: skip


def list_tertinggal(gabungan: KinerjaPemda) -> list[tuple[OpdTutup, BarisOpd]]:
    """The IKU below target of all OPD, the lowest capaian first."""
    semua = [(o, b) for o in gabungan.opd for b in o.kurang]
    return sorted(semua, key=lambda p: (p[1].capaian or 0.0, p[0].nama, p[1].kode))


def _ukur(daftar: Iterable[BarisKertas]) -> list[float]:
    return [b.measure(LEBAR) for b in daftar]


def _build_lagi(sisa: int, apa: str, lembar: str) -> list[BarisKertas]:
    """How many rows of a table didn't fit."""
    teks = f"dan {sisa} {apa} lagi, lihat lembar {lembar}"
    return [_build_penuh(teks, ("miring", "redup"), GARIS)] if sisa else []


def _build_kepala_sebab() -> list[BarisKertas]:
    kepala = ("OPD: IKU", "Capaian (%)", "Hambatan (menurut pelapor)", "Rekomendasi")
    sel = (
        SelKertas(
            *t,
            j,
            (),
            KEPALA
            | {"font_color": WARNA["redup"], "align": "left", "indent": int(t[0] > KOLOM_CAPAIAN)},
        )
        for t, j in zip(TEMPAT_SEBAB, kepala, strict=True)
    )
    teks = "IKU yang paling tertinggal dari semua OPD"
    return [_build_penuh(teks, ("bagian",), {"font_size": 10}), BarisKertas(tuple(sel))]


def _build_sebab(o: OpdTutup, b: BarisOpd) -> BarisKertas:
    sebab = render_muat(b.hambatan, HURUF_SEBAB, RINCIAN)
    langkah = render_muat(b.rekomendasi, HURUF_SEBAB, RINCIAN)
    isi: tuple[tuple[Nilai, tuple[str, ...]], ...] = (
        (f"{o.singkatan}: {b.indikator}", ()),
        (b.capaian, ("persen", "tebal")),
        (sebab or "Pelapor tidak menulis hambatan.", () if sebab else REDUP),
        (langkah or "Belum ada rekomendasi.", () if langkah else REDUP),
    )
    return BarisKertas(
        tuple(
            SelKertas(*t, nilai, gaya, GARIS | {"indent": int(t[0] > KOLOM_CAPAIAN)})
            for t, (nilai, gaya) in zip(TEMPAT_SEBAB, isi, strict=True)
        )
    )


KOLOM_CAPAIAN = 2
TEMPAT_SEBAB = ((0, 1), (2, 2), (3, 6), (7, AKHIR))
"""The columns of the page that each column of the second table takes."""
RINCIAN = "Di Bawah Target"
"""The sheet that has every one in full."""
HURUF_SEBAB, REDUP = 160, ("miring", "redup")


def _build_penuh(teks: str, gaya: tuple[str, ...] = (), sifat: Any = None) -> BarisKertas:
    return BarisKertas((SelKertas(0, AKHIR, teks, gaya, sifat or {}),))


def _build_judul(gabungan: KinerjaPemda) -> list[BarisKertas]:
    asal = f"{render_judul(gabungan)} — Hasil Pengukuran Kinerja OPD — {gabungan.pemda}"
    isi, tinta = find_warna(gabungan)
    besar = {"font_size": 13, "bold": True, "bg_color": isi, "font_color": tinta, "indent": 1}
    return [
        _build_penuh(asal, ("tebal", "redup")),
        _build_penuh(render_utama(gabungan), (), besar),
        _build_penuh(render_kedua(gabungan), (), {"font_size": 9}),
    ]


def find_warna(gabungan: KinerjaPemda) -> tuple[str, str]:
    """The headline's fill and ink follow its count: nothing behind, some, half or more."""
    dinilai = sum(o.dinilai for o in gabungan.opd)
    kurang = sum(len(o.kurang) for o in gabungan.opd)
    if not dinilai:
        return WARNA["pita"], WARNA["tinta"]
    return WARNA_PREDIKAT[0 if not kurang else 2 if 2 * kurang < dinilai else 3]


def _build_kepala() -> BarisKertas:
    return BarisKertas(
        tuple(SelKertas(n, n, j, (), KEPALA | {"align": RATA[n]}) for n, j in enumerate(JUDUL))
    )


def _build_opd(nomor: int, o: OpdTutup) -> BarisKertas:
    palang = render_palang(100 * o.tercapai / o.dinilai) if o.dinilai else "belum ada yang dinilai"
    isi: tuple[Nilai, ...] = (
        nomor, o.nama, f"{o.tercapai} dari {o.dinilai}", palang, len(o.kurang),
        len(o.iku) - o.dinilai, o.skor.nilai, o.skor.predikat, render_terendah(o),
        f"{o.lapor} dari {o.jabatan}", render_tanggal(o.ditutup.date()),
    )  # fmt: skip
    return BarisKertas(tuple(_build_sel(n, nilai, o) for n, nilai in enumerate(isi)))


def _build_sel(kolom: int, nilai: Nilai, o: OpdTutup) -> SelKertas:
    sifat: dict[str, Any] = GARIS | {"align": RATA[kolom]}
    sifat |= {"bold": bool(o.kurang) and kolom in (OPD_AKHIR, 2, 4)}
    if kolom == PALANG:
        sifat |= {"text_wrap": False, "shrink": True}
    if kolom == PREDIKAT:
        sifat |= build_sifat_predikat(str(nilai), o.pengaturan)
    return SelKertas(kolom, kolom, nilai, ("persen",) if kolom == RERATA else (), sifat)


def _build_pokok(pokok: tuple[str, str]) -> BarisKertas:
    nama, isi = pokok
    atas = {"valign": "top"}
    return BarisKertas(
        (SelKertas(0, OPD_AKHIR, nama, ("tebal",), atas), SelKertas(2, AKHIR, isi, (), atas))
    )


def _build_tanda_tangan(gabungan: KinerjaPemda, sah: Penandatangan) -> list[BarisKertas]:
    """A row for each line, so that no program cuts it."""
    tempat = {o.tempat for o in gabungan.opd}
    kota = tempat.pop() if len(tempat) == 1 else ""
    hari = render_tanggal(gabungan.waktu.date())
    nama = {"bold": True, "underline": 1}
    nip = " · ".join(t for t in (sah.pangkat, f"NIP. {sah.nip}" if sah.nip else "") if t)
    return [
        _build_kanan(f"{kota}, {hari}" if kota else hari),
        _build_kanan(sah.pengantar),
        _build_kanan(sah.jabatan),
        BarisKertas(tinggi=RUANG_PARAF),
        _build_kanan(sah.nama, **nama),
        _build_kanan(nip or "NIP."),
    ]


def _build_kanan(teks: str, **sifat: Any) -> BarisKertas:
    return BarisKertas((SelKertas(7, AKHIR, teks, (), {"align": "center"} | sifat),))
