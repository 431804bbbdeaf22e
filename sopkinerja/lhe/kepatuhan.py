"""Kepatuhan: who reported, who was late and by how much, who is missing, with their atasan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopkinerja.cetak.tabel import BarisCetak, KolomCetak
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.formulir.teks import BELUM_TERBIT, KEADAAN
from sopkinerja.istilah import Keadaan
from sopkinerja.lhe.halaman import Baris, build_halaman, render_daftar, write_bagian, write_isi
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.peringatan import list_peringatan, render_banyak
from sopkinerja.tulisan import render_tanggal

KOLOM = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("Kode", 10),
    KolomCetak("Jabatan", 30),
    KolomCetak("Unit", 25),
    KolomCetak("Pemangku", 27),
    KolomCetak("Keadaan", 14, ("tengah",)),
    KolomCetak("Kembali Pertama", 14),
    KolomCetak("Diterima", 14),
    KolomCetak("Terlambat (hari kerja)", 10, ("bulat", "tengah")),
    KolomCetak("Perbaikan Terlambat (hari kerja)", 12, ("bulat", "tengah")),
    KolomCetak("Kiriman", 8, ("bulat", "tengah")),
    KolomCetak("Atasan", 22),
)
URUTAN = (
    Keadaan.TERLAMBAT,
    Keadaan.BELUM,
    Keadaan.KONFLIK,
    Keadaan.PERBAIKAN,
    Keadaan.DITERIMA,
    Keadaan.LOWONG,
)


def find_belum(bahan: Bahan) -> list[BarisStatus]:
    """Chairs with a holder of which nothing has been accepted."""
    return [
        s for s in _urut(bahan) if s.keadaan is not Keadaan.LOWONG and not is_diterima(bahan, s)
    ]


def is_diterima(bahan: Bahan, s: BarisStatus) -> bool:
    """Accepted values stand also while a form is back for completion."""
    return s.keadaan is Keadaan.DITERIMA or (s.kode, bahan.triwulan) in bahan.terima


def find_ditegur(bahan: Bahan) -> list[BarisStatus]:
    """Of which nothing was accepted though its day has passed: that of the form, or of the
    correction where one was asked for. What waits for a choice, or was never issued, is no fault
    of theirs."""
    return [
        s
        for s in find_belum(bahan)
        if s.keadaan is Keadaan.TERLAMBAT
        or (s.keadaan is Keadaan.PERBAIKAN and s.perbaikan_terlambat)
    ]


def find_belum_terbit(bahan: Bahan) -> list[BarisStatus]:
    """Chairs with a holder whose form was never issued."""
    return [s for s in _urut(bahan) if s.is_belum_terbit]


def find_terlambat(bahan: Bahan) -> list[BarisStatus]:
    """Chairs whose form came after its day, the latest first."""
    ada = [s for s in bahan.status if is_diterima(bahan, s) and s.hari_terlambat > 0]
    return sorted(ada, key=lambda s: (-s.hari_terlambat, s.kode))


def find_lowong(bahan: Bahan) -> list[BarisStatus]:
    """Vacant chairs."""
    return [s for s in bahan.status if s.keadaan is Keadaan.LOWONG]


def render_dasar(bahan: Bahan) -> str:
    """`Berdasarkan laporan 8 dari 60 jabatan yang terisi.`; empty where everybody's is in."""
    diterima, wajib = _count_diterima(bahan)
    masa = f" TW {bahan.triwulan.romawi}" if bahan.setahun else ""
    if diterima == wajib:
        return ""
    return f"Berdasarkan laporan{masa} {diterima} dari {wajib} jabatan yang terisi."


def _count_diterima(bahan: Bahan) -> tuple[int, int]:
    """How many reports are accepted, and of how many chairs with a holder."""
    diterima = sum(is_diterima(bahan, s) for s in bahan.status)
    return diterima, len(bahan.status) - len(find_lowong(bahan))


def render_lama(terlambat: Sequence[BarisStatus]) -> str:
    """`paling lama 4 hari kerja (PLN-01 Analis)` of those who came late, the latest first; of several
    that are equally late `semuanya 2 hari kerja`."""
    lama = terlambat[0]
    if len(terlambat) > 1 and terlambat[-1].hari_terlambat == lama.hari_terlambat:
        return f"semuanya {lama.hari_terlambat} hari kerja"
    return f"paling lama {lama.hari_terlambat} hari kerja ({lama.kode} {lama.nama})"


def render_kepatuhan(bahan: Bahan) -> str:
    """How many returned, how many on time, who not."""
    belum, terlambat, lowong = find_belum(bahan), find_terlambat(bahan), find_lowong(bahan)
    diterima, wajib = _count_diterima(bahan)
    batas = f" (tenggat {render_tanggal(bahan.tenggat)})" if bahan.tenggat else ""
    kalimat = [
        f"{diterima} dari {wajib} jabatan yang terisi sudah diterima laporannya{batas}; "
        f"{diterima - len(terlambat)} di antaranya tepat waktu."
    ]
    if terlambat:
        kalimat.append(f"{len(terlambat)} terlambat, {render_lama(terlambat)}.")
    if belum:
        siapa = render_daftar([f"{s.kode} {s.nama}" for s in belum])
        kalimat.append(f"{len(belum)} belum diterima: {siapa}.")
    if lowong:
        kalimat.append(f"{len(lowong)} jabatan lowong tidak dihitung terlambat.")
    return " ".join(kalimat)


def write_kepatuhan(buku: Buku, matriks: Matriks) -> None:
    """The sheet `Kepatuhan`."""
    bahan = matriks.bahan
    lembar, baris = build_halaman(
        buku,
        bahan,
        "Kepatuhan",
        "Kepatuhan Pelaporan",
        render_kepatuhan(bahan),
        KOLOM,
        dicetak=False,
    )
    baris = write_isi(
        lembar, KOLOM, _build_baris(bahan), baris, kosong="Belum ada formulir yang terbit."
    )
    _write_peringatan(lembar, matriks, baris + 1)


def _write_peringatan(lembar: Lembar, matriks: Matriks, baris: int) -> None:
    """What was accepted with a doubt, in the words the officer got, and where twins differ now."""
    daftar = list_peringatan(matriks)
    judul = "Isian yang diterima dengan peringatan"
    kalimat = (
        f"{render_banyak(daftar)} Yang paling berat lebih dahulu."
        if daftar
        else "Tidak ada: semua isian yang diterima bebas peringatan."
    )
    baris = write_bagian(lembar, baris, len(KOLOM) - 1, judul, kalimat)
    for ke, p in enumerate(daftar):
        lembar.write(baris + ke, 0, ke + 1, "sel", "tengah")
        lembar.write(baris + ke, 1, p.jabatan, "sel")
        lembar.write(baris + ke, 2, p.letak, "sel")
        lembar.merge(baris + ke, 3, len(KOLOM) - 1, p.pesan, "sel")


def build_sebagai(bahan: Bahan) -> dict[str, str]:
    """Kode of each chair to what who holds it answers for it as: `Plt. Kepala Bidang`."""
    semua = {s.kode: s.sebagai for s in bahan.status}
    return semua | {j.kode: j.render_sebagai(bahan.triwulan) for j in bahan.jabatan}


def _urut(bahan: Bahan) -> list[BarisStatus]:
    return sorted(bahan.status, key=lambda s: (URUTAN.index(s.keadaan), -s.hari_terlambat, s.kode))


def _sebut(bahan: Bahan, s: BarisStatus) -> str:
    if s.is_belum_terbit:
        return BELUM_TERBIT
    if s.keadaan is Keadaan.PERBAIKAN and is_diterima(bahan, s):
        return "diterima, diminta melengkapi"
    return KEADAAN[s.keadaan]


def _build_baris(bahan: Bahan) -> Iterator[Baris]:
    sebagai = build_sebagai(bahan)
    unit = {u.kode: u.nama for u in bahan.unit}
    for nomor, s in enumerate(_urut(bahan), 1):
        gaya = () if s.keadaan is Keadaan.LOWONG or is_diterima(bahan, s) else ("sorot",)
        isi = (
            nomor,
            s.kode,
            s.sebagai,
            unit.get(s.unit, s.unit),
            s.pemangku or "(lowong)",
            _sebut(bahan, s),
            s.diterima_pertama,
            s.diterima,
            s.hari_terlambat or None,
            s.perbaikan_terlambat or None,
            s.kiriman,
            sebagai.get(s.atasan, s.atasan) if s.atasan else "",
        )
        yield BarisCetak(isi, gaya)
