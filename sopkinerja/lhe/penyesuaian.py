"""Penyesuaian: what changed after the triwulan was closed and reopened, and what of the headline."""

from __future__ import annotations

from dataclasses import replace

from sopkinerja.agenda.model import Peristiwa
from sopkinerja.cetak.gaya import Nilai
from sopkinerja.cetak.lipat import keep_ujung
from sopkinerja.cetak.tulis import Buku
from sopkinerja.istilah import Level
from sopkinerja.lhe.halaman import apply_daerah_cetak, build_halaman, render_daftar, write_isi
from sopkinerja.matriks.matriks import Matriks, apply_setahun
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.penyesuaian import KOLOM, SKOR, build_baris, render_pengantar
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.tulisan import WITA, render_persen, render_tanggal

NAMA = "Penyesuaian"
MAKS_CETAK = 10
"""As many rows as a page takes."""
SISA = " Dicetak {} baris pertama; {} baris lagi dibaca di buku kerja, di bawahnya."
SEBARIS = 12
"""So many scores stand in one row, which a page can hold."""
SKOR_BERUBAH = "Skor yang mengikuti"


def write_penyesuaian(buku: Buku, setahun: Setahun) -> None:
    """The sheet `Penyesuaian`; none before the first adjustment."""
    bahan = setahun.bahan
    if not bahan.revisi:
        return
    isi = build_isi(bahan)
    kalimat = f"{render_pengantar(bahan)}{render_pengaruh(setahun)}{render_sisa(len(isi))}"
    lembar, baris = build_halaman(buku, bahan, NAMA, NAMA, kalimat, KOLOM)
    akhir = write_isi(lembar, KOLOM, isi, baris, kosong="Tidak ada yang berubah.")
    ujung = min(akhir, baris + 1 + MAKS_CETAK)
    apply_daerah_cetak(lembar, ujung, len(KOLOM))
    keep_ujung(lembar, baris, ujung - 1, ujung - 1)


def build_isi(bahan: Bahan) -> list[list[Nilai]]:
    """The rows of KOLOM: the scores that one adjustment changed are joined, after its
    figures."""
    baris: list[list[Nilai]] = []
    for ke in sorted({p.ke for p in bahan.penyesuaian}):
        satu = [p for p in bahan.penyesuaian if p.ke == ke]
        angka = tuple(p for p in satu if p.uraian != SKOR)
        baris += build_baris(replace(bahan, penyesuaian=angka))
        skor = build_baris(replace(bahan, penyesuaian=tuple(p for p in satu if p.uraian == SKOR)))
        baris += [_join_skor(skor[n : n + SEBARIS]) for n in range(0, len(skor), SEBARIS)]
    return [[n, *b[1:]] for n, b in enumerate(baris, 1)]


def _join_skor(skor: list[list[Nilai]]) -> list[Nilai]:
    """Rows of scores as one: whose each is stands before what changed."""
    berubah = "\n".join(f"{jabatan}: {isi}" for _, _, jabatan, _, isi, *_ in skor)
    sumber = "; ".join(dict.fromkeys(str(b[-1]) for b in skor))
    return [0, skor[0][1], SKOR_BERUBAH, SKOR, berubah, skor[0][-2], sumber]


def render_sisa(banyak: int) -> str:
    """How many of so many rows aren't printed; empty where all are."""
    return SISA.format(MAKS_CETAK, banyak - MAKS_CETAK) if banyak > MAKS_CETAK else ""


def render_sebab(setahun: Setahun) -> str:
    """Why there is another FINAL: what was reopened for it, when and why, what changed and where that
    is listed; empty where nothing was adjusted."""
    bahan = setahun.bahan
    if not bahan.revisi:
        return ""
    awal = "".join(map(_render_buka, bahan.sebab_revisi))
    ini = [p for p in bahan.penyesuaian if p.ke == bahan.revisi]
    isi = f"{len(ini)} angka dan teks berubah" if ini else "Tidak ada angka atau teks yang berubah"
    siapa = dict.fromkeys(p.jabatan.split(" ", 1)[0] for p in ini if p.uraian != SKOR)
    isi += f" pada {render_daftar([*siapa])}" if siapa else ""
    return f"{awal}{isi}, daftarnya di lembar {NAMA}.{render_pengaruh(setahun)}"


def _render_buka(p: Peristiwa) -> str:
    """`TW I dibuka kembali 20 Juli 2026 karena: Salah ketik. `."""
    hari = render_tanggal(p.waktu.astimezone(WITA).date())
    return f"TW {p.triwulan.romawi} dibuka kembali {hari} karena: {p.alasan.rstrip('. ')}. "


def render_pengaruh(setahun: Setahun) -> str:
    """What the adjustment does to the headline, against the FINAL before it."""
    matriks, dulu = setahun.matriks, _list_final(setahun)
    if not dulu:
        return "" if matriks.bahan.setahun else _render_rata(matriks)
    lama, baru = _render_pokok(dulu[-1]), _render_pokok(matriks)
    if lama == baru:
        return f" Hasil pokok tetap: {baru}."
    return f" Hasil pokok semula {lama}; sekarang {baru}."


def _list_final(setahun: Setahun) -> list[Matriks]:
    """The FINAL printings before this adjustment, of the year by its own target."""
    bahan = setahun.bahan
    final = setahun.final.get(bahan.triwulan, ())
    return [apply_setahun(m, bahan.setahun) for m in final if m.bahan.revisi < bahan.revisi]


def _render_rata(matriks: Matriks) -> str:
    """The same where the FINAL before isn't at hand: from the scores that changed."""
    bahan, utama = matriks.bahan, f"Level {Level.KEPALA_DINAS}"
    skor = [p for p in bahan.penyesuaian if p.uraian == SKOR and p.jabatan == utama]
    if skor:
        return f" Rata-rata capaian IKU semula {skor[0].sebelum}; sekarang {skor[-1].sesudah}."
    iku = {b.kode for b in matriks.iku}
    if any(p.kode in iku for p in bahan.penyesuaian):
        return " Rata-rata capaian IKU tetap."
    return f" Hasil pokok tetap: {_render_pokok(matriks)}."


def _render_pokok(matriks: Matriks) -> str:
    """`3 dari 8 IKU mencapai target, rata-rata 92,24%`."""
    dinilai = [b for b in matriks.iku if b.is_dihitung]
    tercapai = sum(not b.is_kurang for b in dinilai)
    nilai = matriks.skor_level(Level.KEPALA_DINAS).nilai
    rata = "belum ada rata-rata" if nilai is None else f"rata-rata {render_persen(nilai)}"
    return f"{tercapai} dari {len(dinilai)} IKU mencapai target, {rata}"
