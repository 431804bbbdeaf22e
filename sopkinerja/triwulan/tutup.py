"""Row 7: closing a triwulan for good, and reopening it on the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.cetakan import Siap, render_cetakan, save_cetakan
from sopkinerja.agenda.indeks import write_indeks
from sopkinerja.agenda.model import TANPA_PERUBAHAN
from sopkinerja.agenda.riwayat import count_revisi, find_alasan
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Formulir, Keadaan, Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.lhe.buku import write_lhe
from sopkinerja.lhe.evaluasi_renja_buku import write_evaluasi_renja
from sopkinerja.lhe.tahunan import render_tahunan
from sopkinerja.matriks.bahan import build_bahan
from sopkinerja.matriks.beku import apply_laporan, is_sama, read_beku, write_beku
from sopkinerja.matriks.buku import write_matriks
from sopkinerja.matriks.laporan_kinerja import write_laporan_kinerja
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.penyesuaian import build_penyesuaian
from sopkinerja.matriks.terbit import issue_rekap_bawahan
from sopkinerja.matriks.tercetak import Setahun, apply_nomor_setahun, build_setahun
from sopkinerja.opd.model import Referensi
from sopkinerja.rapat.tindak_lanjut import apply_tahun_lalu
from sopkinerja.ruang import Pengaturan, Ruang
from sopkinerja.triwulan.dini import find_dini
from sopkinerja.triwulan.terbit_laporan import TerbitLagi, reissue_sesudah
from sopkinerja.triwulan.tindak_lanjut_buku import write_daftar_tindak

BELUM_SELESAI = (Keadaan.BELUM, Keadaan.TERLAMBAT, Keadaan.PERBAIKAN, Keadaan.KONFLIK)
"""Where a jabatan stands that a closing would leave behind."""

CETAKAN: tuple[tuple[str, Callable[[Setahun, BinaryIO], None]], ...] = (
    ("Matriks_Akumulasi", write_matriks),
    ("Laporan_Kinerja", lambda setahun, tujuan: write_laporan_kinerja(setahun.matriks, tujuan)),
    ("LHE", write_lhe),
    ("Evaluasi_Renja", write_evaluasi_renja),
)
"""What is printed as FINAL."""


@dataclass(frozen=True)
class HasilTutup:
    """What a closing handed out: FINAL documents, and forms of later triwulan issued again; with
    `tetap` no documents, because those of the closing before still say all of it."""

    cetakan: tuple[Path, ...]
    terbit: tuple[TerbitLagi, ...]
    tahunan: tuple[Path, ...] = ()
    tetap: bool = False
    daftar: Path | None = None
    """The list of all that the year has to do; no FINAL document, each closing writes it anew."""


def find_kurang(status: Sequence[BarisStatus]) -> tuple[BarisStatus, ...]:
    """Who is missing: not back, late, in correction, or with two returns that contradict."""
    return tuple(s for s in status if s.keadaan in BELUM_SELESAI)


def find_terbuka(
    triwulan: Triwulan, tutup: Collection[Triwulan], bermandat: Collection[Triwulan]
) -> Triwulan | None:
    """The first earlier triwulan of the year that has a mandat and isn't closed."""
    return next((t for t in Triwulan if t < triwulan and t in bermandat and t not in tutup), None)


def check_boleh_tutup(agenda: Agenda, tahun: int, triwulan: Triwulan) -> None:
    """SopKinerjaError where the triwulan is closed already, or one before it is still open."""
    tutup = agenda.read_tutup(tahun)
    if triwulan in tutup:
        raise SopKinerjaError(
            f"TW {triwulan.romawi} {tahun} sudah ditutup. Untuk memperbaikinya: "
            f'sopkinerja buka -t {triwulan.value} --alasan "…"'
        )
    bermandat = {t for t in Triwulan if agenda.read_mandat(tahun, t)}
    terbuka = find_terbuka(triwulan, tutup, bermandat)
    if terbuka is None and _is_tahun_lalu_terbuka(agenda, tahun):
        terbuka, tahun = Triwulan.IV, tahun - 1
    if terbuka:
        raise SopKinerjaError(
            f"TW {terbuka.romawi} {tahun} belum ditutup, padahal harus lebih dahulu. "
            f"Jalankan: sopkinerja tutup -t {terbuka.value}"
        )


def _is_tahun_lalu_terbuka(agenda: Agenda, tahun: int) -> bool:
    """The year before is kept here and its last triwulan is open."""
    lalu = agenda.read_mandat(tahun - 1) is not None
    return lalu and Triwulan.IV not in agenda.read_tutup(tahun - 1)


def build_bahan_tutup(
    agenda: Agenda,
    referensi: Referensi,
    triwulan: Triwulan,
    waktu: dt.datetime,
    pengaturan: Pengaturan,
) -> Bahan:
    """The material that closing would freeze; SopKinerjaError where it may not be closed."""
    check_boleh_tutup(agenda, referensi.opd.tahun, triwulan)
    bahan = build_bahan(agenda, referensi, triwulan, waktu, pengaturan)
    bahan = apply_tahun_lalu(agenda, bahan)
    return replace(bahan, tutup=bahan.tutup | {triwulan}, dini="")


def apply_tutup(
    ruang: Ruang,
    agenda: Agenda,
    referensi: Referensi,
    bahan: Bahan,
    pengaturan: Pengaturan,
    alasan: str,
    cari_referensi: Callable[[int], Referensi | None] | None = None,
) -> HasilTutup:
    """Freezes and prints the triwulan of `bahan` and the adjusted ones after it, at the year's end
    the documents of the year too, in one transaction: nothing is handed out before all of it is
    rendered. Then issues the forms of later triwulan again where they are out, those of the next
    year by what `cari_referensi` gives for it. Reopened and closed with nothing changed, it stays as
    it was handed out."""
    tahun, triwulan = bahan.tahun, bahan.triwulan
    tetap = is_tetap(agenda, bahan)
    kurang = ", ".join(
        [TANPA_PERUBAHAN] * tetap
        + [f"{s.kode} {s.keadaan.value}" for s in find_kurang(bahan.status)]
        + [d for d in (find_dini("tutup", triwulan, tahun, bahan.waktu.date()),) if d]
    )
    with agenda.transaksi():
        agenda.write_kejadian(bahan.waktu, "tutup", tahun, triwulan.value, kurang, alasan)
        kosong = HasilTutup((), (), tetap=True)
        hasil = kosong if tetap else _cetak(ruang, agenda, referensi, bahan, pengaturan)
        terbit = tuple(
            reissue_sesudah(
                ruang, agenda, cari_referensi or {tahun: referensi}.get, (tahun, triwulan),
                bahan.waktu, pengaturan,
            )
        )  # fmt: skip
    return replace(hasil, terbit=terbit)


def is_tetap(agenda: Agenda, bahan: Bahan) -> bool:
    """Whether the triwulan was closed before and nothing of it has changed since: neither what was
    frozen then, nor its Rapat Monev, nor its Renaksi."""
    beku = read_beku(agenda, bahan.tahun, bahan.triwulan)
    if beku is None or not beku.is_final or not is_sama(beku, bahan):
        return False
    return not any(
        k.berlaku and k.disahkan > beku.waktu
        for f in (Formulir.RAPAT, Formulir.RENAKSI)
        for k in agenda.read_kiriman_triwulan(f, bahan.tahun, bahan.triwulan)
    )


def _cetak(
    ruang: Ruang, agenda: Agenda, referensi: Referensi, bahan: Bahan, pengaturan: Pengaturan
) -> HasilTutup:
    """Freezes it and the adjusted ones after it, and prints them all."""
    write_beku(agenda, bahan)
    semua = [bahan] + [
        build_bahan(agenda, referensi, t, bahan.waktu, pengaturan)
        for t in _adjust_sesudah(agenda, bahan)
    ]
    matriks = [build_setahun(build_matriks(b)) for b in semua]
    final = [s for m in matriks for s in render_final(agenda, m)]
    tahunan = [s for m in matriks for s in _render_tahunan(agenda, m)]
    cetakan = tuple(save_cetakan(ruang, agenda, s) for s in final)
    cetakan_tahun = tuple(save_cetakan(ruang, agenda, s) for s in tahunan)
    write_indeks(ruang, agenda)
    for m in matriks:
        issue_rekap_bawahan(ruang, agenda, m.matriks)
    daftar = write_daftar_tindak(ruang, agenda, referensi, bahan.tahun, bahan.waktu)
    return HasilTutup(cetakan, (), cetakan_tahun, daftar=daftar)


def _adjust_sesudah(agenda: Agenda, bahan: Bahan) -> list[Triwulan]:
    """Freezes every later triwulan that was closed anew, with the returns of this one as they
    are now, and with what that changed; those that stand closed now."""
    riwayat = agenda.read_peristiwa(bahan.tahun)
    alasan = find_alasan(riwayat, bahan.triwulan)
    tutup = agenda.read_tutup(bahan.tahun)
    for t in (t for t in Triwulan if t > bahan.triwulan):
        beku = read_beku(agenda, bahan.tahun, t)
        if beku is None:
            continue
        baru = apply_laporan(beku, bahan, bahan.triwulan)
        ke = count_revisi(riwayat, t)
        beda = build_penyesuaian(beku, baru, bahan.triwulan, ke, alasan)
        baru = replace(
            baru,
            waktu=bahan.waktu,
            hari_tutup=beku.hari,
            tutup=baru.tutup | {t} if t in tutup else baru.tutup - {t},
            revisi=ke,
            penyesuaian=(*beku.penyesuaian, *beda),
            alasan_buka={**beku.alasan_buka, bahan.triwulan: alasan},
        )
        write_beku(agenda, baru)
    return [t for t in sorted(tutup) if t > bahan.triwulan]


def render_final(agenda: Agenda, setahun: Setahun) -> list[Siap]:
    """Matrix, Laporan Kinerja, LHE and Evaluasi Renja of a closed triwulan, each with the number of its next
    printing; call inside a transaction."""
    bahan = setahun.bahan
    hasil = []
    for jenis, write in CETAKAN:
        nomor = agenda.build_nomor_cetakan(jenis, bahan.tahun, bahan.triwulan)
        isi = apply_nomor_setahun(setahun, nomor)
        hasil.append(render_cetakan(isi.bahan, jenis, partial(write, isi)))
    return hasil


def _render_tahunan(agenda: Agenda, setahun: Setahun) -> list[Siap]:
    """The documents of the year at its end, and anew where a figure before it was adjusted."""
    akhir = setahun.bahan.triwulan is Triwulan.IV and setahun.bahan.is_final
    return render_tahunan(agenda, setahun) if akhir else []


def apply_buka(
    agenda: Agenda, tahun: int, triwulan: Triwulan, alasan: str, waktu: dt.datetime
) -> None:
    """Reopens a closed triwulan, with the reason; SopKinerjaError where it isn't closed."""
    if not alasan.strip():
        raise SopKinerjaError("Alasan membuka kembali tidak boleh kosong: alasan itu dicetak.")
    check_boleh_buka(agenda, tahun, triwulan)
    with agenda.transaksi():
        agenda.write_kejadian(waktu, "buka", tahun, triwulan.value, "", alasan.strip())


def check_boleh_buka(agenda: Agenda, tahun: int, triwulan: Triwulan) -> None:
    """SopKinerjaError where the triwulan isn't closed."""
    if triwulan not in agenda.read_tutup(tahun):
        raise SopKinerjaError(f"TW {triwulan.romawi} {tahun} tidak sedang ditutup.")
