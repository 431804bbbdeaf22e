"""The sheets of a pemda's documents beside Ringkasan and the matrix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sopkinerja.cetak.lipat import keep_ujung
from sopkinerja.cetak.predikat import build_sel_predikat
from sopkinerja.cetak.tabel import BarisCetak, Isi, KolomCetak
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.gabung.kolom import take_kolom
from sopkinerja.gabung.model import BarisOpd, KinerjaPemda, Luar, OpdTutup
from sopkinerja.gabung.skor import build_skor_level
from sopkinerja.gabung.teks import (
    LUAR,
    render_judul,
    render_level,
    render_tutup,
    render_utama,
)
from sopkinerja.istilah import Level
from sopkinerja.lhe.halaman import NOMOR, Baris, build_kepala, write_bagian, write_isi
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.baris import Skor
from sopkinerja.tulisan import build_inti, render_waktu

TENGAH, KANAN, PERSEN = ("tengah",), ("kanan",), ("persen",)
BULAT = ("bulat", "tengah")
OPD = KolomCetak("OPD", 24)
ANGKA_IKU = (
    k.TARGET_SD.apply(12, KANAN),
    k.REALISASI_SD.apply(12, KANAN),
    k.CAPAIAN_SD.apply(9, ("persen", "tebal")),
    k.PREDIKAT.apply(12, TENGAH),
    k.STATUS.apply(11, TENGAH),
    k.TARGET_TAHUN.apply(12, KANAN),
    k.CAPAIAN_TAHUN.apply(10, PERSEN),
    k.KETERANGAN.apply(18),
)
KOLOM_IKU = (OPD, k.INDIKATOR.apply(40), k.SATUAN.apply(10), *ANGKA_IKU)
KOLOM_SEBAB = (
    OPD,
    k.INDIKATOR.apply(34),
    k.SATUAN.apply(10),
    k.CAPAIAN_SD.apply(9, ("persen", "tebal")),
    k.HAMBATAN.apply(52),
    k.REKOMENDASI.apply(52),
)
KOLOM_OPD = (
    NOMOR,
    KolomCetak("OPD", 44),
    *(KolomCetak(f"Skor {level.value} (%)", 13, PERSEN) for level in Level),
    KolomCetak("IKU Dinilai", 11, TENGAH),
    KolomCetak("IKU Mencapai Target", 11, BULAT),
    KolomCetak("IKU Di Bawah Target", 11, BULAT),
    KolomCetak("Indikator Dinilai", 14, TENGAH),
    KolomCetak("Di Bawah Target, Semua Level", 11, BULAT),
    KolomCetak("Jabatan Lapor", 12, TENGAH),
)
KOLOM_LEVEL = (
    KolomCetak("Level", 40),
    KolomCetak("Skor Capaian s.d. TW (%)", 16, ("persen", "tebal")),
    KolomCetak("Predikat", 16, TENGAH),
    KolomCetak("OPD dengan Skor", 14, TENGAH),
    KolomCetak("Jabatan dengan Skor", 16, TENGAH),
    KolomCetak("Indikator Dinilai", 16, TENGAH),
    KolomCetak("Di Bawah Target", 14, BULAT),
)
KOLOM_LUAR = (
    NOMOR,
    KolomCetak("OPD", 32),
    KolomCetak("Dari", 32),
    KolomCetak("Yang ditemukan", 58),
    KolomCetak("Yang perlu dilakukan", 46),
)
KOLOM_SUMBER = (
    NOMOR,
    KolomCetak("OPD", 36),
    KolomCetak("Dibaca dari", 12, TENGAH),
    KolomCetak("Tempat", 40, ("kecil",)),
    KolomCetak("SHA-256 agenda atau bundel", 34, ("kecil",)),
    KolomCetak("Ditutup", 20),
    KolomCetak("Penyesuaian ke", 11, BULAT),
    KolomCetak("PK versi", 8, BULAT),
    KolomCetak("Indikator", 10, BULAT),
    KolomCetak("Perlu diperhatikan", 48),
)
KOLOM_FINAL = (
    NOMOR,
    KolomCetak("OPD", 36),
    KolomCetak("", 12),
    KolomCetak("Cetakan FINAL", 40),
    KolomCetak("SHA-256", 34, ("kecil",)),
)
MIN_BERSAMA = 2


def write_iku(buku: Buku, gabungan: KinerjaPemda) -> None:
    """The sheet `IKU`: those of each Kepala Dinas, OPD below OPD in the order of Ringkasan."""
    judul = "Indikator Kinerja Utama Setiap OPD"
    lembar, baris = _build(buku, gabungan, "IKU", judul, render_utama(gabungan), KOLOM_IKU)
    isi = ((o, b) for o in gabungan.opd for b in o.iku)
    _write_isi(lembar, KOLOM_IKU, _list_baris(KOLOM_IKU, isi), baris, kosong="Belum ada IKU.")


def write_bersama(buku: Buku, gabungan: KinerjaPemda) -> None:
    """The sheet `IKU Bersama`: IKU of the same words and satuan in several OPD side by side; none
    where there is none."""
    kelompok = find_bersama(gabungan)
    if not kelompok:
        return
    kalimat = (
        f"{len(kelompok)} IKU dipakai lebih dari satu OPD dengan kata dan satuan yang sama; "
        "yang terendah lebih dahulu."
    )
    judul = "IKU yang Sama pada Beberapa OPD"
    lembar, baris = _build(buku, gabungan, "IKU Bersama", judul, kalimat, KOLOM_IKU)
    isi = (pasang for satu in kelompok for pasang in satu)
    _write_isi(lembar, KOLOM_IKU, _list_baris(KOLOM_IKU, isi), baris)


def find_bersama(gabungan: KinerjaPemda) -> list[list[tuple[OpdTutup, BarisOpd]]]:
    """IKU of equal words and satuan that several OPD have; the lowest capaian of each first."""
    semua: dict[tuple[str, str], list[tuple[OpdTutup, BarisOpd]]] = {}
    for o in gabungan.opd:
        for b in o.iku:
            kunci = build_inti(b.indikator), build_inti(b.satuan)
            semua.setdefault(kunci, []).append((o, b))
    lebih = [isi for isi in semua.values() if len({o.kunci for o, _ in isi}) >= MIN_BERSAMA]
    return [sorted(isi, key=lambda p: (p[1].capaian is None, p[1].capaian or 0.0)) for isi in lebih]


def write_sebab(buku: Buku, gabungan: KinerjaPemda) -> None:
    """The sheet `Di Bawah Target`: every IKU that is behind, why, and what is proposed."""
    semua = [(o, b) for o in gabungan.opd for b in o.kurang]
    kalimat = (
        f"{len(semua)} IKU di bawah target; hambatan dan rekomendasi menurut pelapornya."
        if semua
        else "Tidak ada IKU di bawah target."
    )
    lembar, baris = _build(
        buku, gabungan, "Di Bawah Target", "IKU di Bawah Target dan Hambatan", kalimat,
        KOLOM_SEBAB,
    )  # fmt: skip
    isi = _list_baris(KOLOM_SEBAB, semua)
    _write_isi(lembar, KOLOM_SEBAB, isi, baris, kosong="Tidak ada IKU di bawah target.")


def _list_baris(
    kolom: Sequence[KolomCetak], isi: Iterable[tuple[OpdTutup, BarisOpd]]
) -> Iterator[Baris]:
    """The OPD, then the cells of its row."""
    baca = take_kolom(kolom[1:])
    for o, b in isi:
        gaya = ("sorot",) if b.is_kurang else ()
        yield BarisCetak([o.singkatan, *(x.read(b) for x in baca)], gaya)


def write_opd(buku: Buku, gabungan: KinerjaPemda, *, dicetak: bool = True) -> None:
    """The sheet `Capaian OPD`: the scores of every level side by side, and counts."""
    lembar, baris = _build(
        buku, gabungan, "Capaian OPD", "Capaian Setiap OPD per Level Jabatan",
        render_tutup(gabungan), KOLOM_OPD, dicetak=dicetak,
    )  # fmt: skip
    isi = (_build_opd(n, o) for n, o in enumerate(gabungan.opd, 1))
    _write_isi(lembar, KOLOM_OPD, isi, baris)


def _build_opd(nomor: int, o: OpdTutup) -> Sequence[Isi]:
    dihitung = sum(b.is_dihitung for b in o.baris)
    return (
        nomor,
        o.nama,
        *(s.nilai for s in o.level),
        f"{o.dinilai} dari {len(o.iku)}",
        o.tercapai,
        len(o.kurang),
        f"{dihitung} dari {len(o.baris)}",
        sum(b.is_kurang for b in o.baris),
        f"{o.lapor} dari {o.jabatan}",
    )


def write_level(buku: Buku, gabungan: KinerjaPemda) -> None:
    """The sheet `Capaian Level`: each level over all OPD."""
    lembar, baris = _build(
        buku, gabungan, "Capaian Level", "Capaian per Level Jabatan, Semua OPD",
        render_level(gabungan), KOLOM_LEVEL,
    )  # fmt: skip
    isi = (_build_level(gabungan, s) for s in build_skor_level(gabungan))
    _write_isi(lembar, KOLOM_LEVEL, isi, baris)


def _build_level(gabungan: KinerjaPemda, s: Skor) -> Sequence[Isi]:
    milik = [b for o in gabungan.opd for b in o.baris if b.level == s.kode]
    punya = sum(x.nilai is not None for o in gabungan.opd for x in o.level if x.kode == s.kode)
    aturan = gabungan.pengaturan
    return (
        s.nama,
        s.nilai,
        build_sel_predikat(aturan, s.predikat) if aturan else "",
        f"{punya} dari {len(gabungan.opd)}",
        f"{s.dengan_skor} dari {s.jabatan}",
        f"{s.dinilai} dari {s.indikator}",
        sum(b.is_kurang for b in milik),
    )


def write_luar(buku: Buku, gabungan: KinerjaPemda) -> None:
    """The sheet `Tidak Dihitung`: whose triwulan isn't closed or can't be read, and what to do."""
    kalimat = f"{render_tutup(gabungan)} Yang di bawah ini tidak dihitung."
    if not gabungan.luar:
        kalimat = f"{render_tutup(gabungan)} Tidak ada yang tertinggal di luar."
    lembar, baris = _build(buku, gabungan, LUAR, "OPD yang Tidak Dihitung", kalimat, KOLOM_LUAR)
    isi = (_build_luar(n, x) for n, x in enumerate(gabungan.luar, 1))
    _write_isi(lembar, KOLOM_LUAR, isi, baris, kosong="Semua OPD yang disebut dihitung.")


def _build_luar(nomor: int, luar: Luar) -> Sequence[Isi]:
    return (nomor, luar.nama, luar.sumber.tempat, luar.temuan.pesan, luar.temuan.saran)


def write_sumber(buku: Buku, gabungan: KinerjaPemda) -> None:
    """The sheet `Sumber Data`: from which register each OPD was read, and which FINAL documents
    say the same."""
    kalimat = (
        "Angka setiap OPD diambil sebagaimana ditutup dan dicetak FINAL; tidak ada formulir yang "
        "dibaca ulang. Berkas dengan SHA-256 yang sama pasti sama isinya."
    )
    lembar, baris = _build(
        buku, gabungan, "Sumber Data", "Sumber Data", kalimat, KOLOM_SUMBER, dicetak=False
    )
    isi = [_build_sumber(n, o) for n, o in enumerate(gabungan.opd, 1)]
    baris = write_isi(lembar, KOLOM_SUMBER, isi, baris)
    baris = write_bagian(lembar, baris + 1, len(KOLOM_FINAL) - 1, "Cetakan FINAL setiap OPD")
    final = [(o.singkatan, c) for o in gabungan.opd for c in o.final]
    daftar = ((n, opd, "", c.nama, c.sha256) for n, (opd, c) in enumerate(final, 1))
    write_isi(lembar, KOLOM_FINAL, daftar, baris, utama=False)


def _build_sumber(nomor: int, o: OpdTutup) -> Sequence[Isi]:
    return (
        nomor, o.nama, o.sumber.jenis.value, o.sumber.tempat, o.sumber.sha256,
        render_waktu(o.ditutup), o.revisi, o.versi_pk, len(o.baris),
        " ".join(t.pesan for t in o.catatan),
    )  # fmt: skip


def _build(
    buku: Buku,
    gabungan: KinerjaPemda,
    nama: str,
    judul: str,
    kalimat: str,
    kolom: Sequence[KolomCetak],
    *,
    dicetak: bool = True,
) -> tuple[Lembar, int]:
    """A sheet with its title and sentence; the row where its table begins."""
    asal = f"{render_judul(gabungan)} · {gabungan.pemda}"
    return build_kepala(buku, nama, judul, asal, kalimat, kolom, dicetak=dicetak)


def _write_isi(
    lembar: Lembar,
    kolom: Sequence[KolomCetak],
    isi: Iterable[Baris],
    baris: int,
    *,
    kosong: str = "",
) -> None:
    """Headings and rows; no page holds the last row alone."""
    akhir = write_isi(lembar, kolom, isi, baris, kosong=kosong)
    if lembar.dicetak:
        keep_ujung(lembar, baris, akhir - 1, akhir - 1)
