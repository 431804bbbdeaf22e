"""The quarterly form as a kind of form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import ascii_uppercase

from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.formulir.beda import BedaKiriman, list_beda, render_letak
from sopkinerja.formulir.jenis import Jenis, Kembalian, Ketikan, Penilaian
from sopkinerja.formulir.terkunci import count_lain
from sopkinerja.istilah import Formulir
from sopkinerja.laporan.aturan_tindak import check_revisi
from sopkinerja.laporan.aturan_ukuran import check_tambahan, check_ukuran
from sopkinerja.laporan.formulir import KENAL_RUMUS, NAMA_TEMPLAT, build_isi
from sopkinerja.laporan.isian import periksa_laporan
from sopkinerja.laporan.konteks import Lalu
from sopkinerja.laporan.model import FormulirLaporan, HasilPeriksa, IsiHasil, IsiUtuh, Laporan
from sopkinerja.laporan.penanda_formulir import KENAL_PENANDA
from sopkinerja.laporan.rekam import clear_lalu
from sopkinerja.laporan.tabel import ANGGARAN, CATATAN, MENYUSUL, PELAKSANAAN, TABEL, TINDAK_LANJUT
from sopkinerja.laporan.tabel import LAPORAN as TABEL_LAPORAN
from sopkinerja.laporan.terkunci import list_terkunci_laporan
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.ruang import Ruang, build_nama_aman


def _periksa(k: Kembalian) -> Penilaian:
    formulir = FormulirLaporan.model_validate_json(k.terbitan.isi)
    sudah = [HasilPeriksa.model_validate_json(x.hasil) for x in k.riwayat if x.hasil]
    tanya = frozenset(t for h in sudah for t in h.tanya)
    gambar = max((h.jumlah_gambar for h in sudah), default=0)
    lalu = k.lalu or Lalu()
    hasil = periksa_laporan(k.buku, formulir, k.tanggal, k.pengaturan, tanya, gambar, lalu)
    simpan = hasil.model_dump_json(exclude={"temuan"})
    terbaru = FormulirLaporan.model_validate_json(k.terbaru.isi)
    lain = (
        *check_revisi(formulir, terbaru),
        *check_ukuran(formulir, terbaru, hasil.laporan.isian, hasil.letak),
        *check_tambahan(formulir, terbaru),
    )
    return Penilaian(hasil.laporan.model_dump_json(), simpan, (*hasil.temuan, *lain))


def _count_lain(buku: BukuTerbaca, rekam: str) -> int:
    formulir = FormulirLaporan.model_validate_json(rekam)
    terbit = {b.kode: list_terkunci_laporan(b) for b in formulir.baris}
    return count_lain(buku.tabel.get(TABEL_LAPORAN.nama, []), terbit)


def _read_nilai(hasil: str) -> str:
    return IsiUtuh.model_validate_json(hasil).laporan.model_dump_json()


def _read_ketikan(hasil: str) -> Ketikan:
    isi = HasilPeriksa.model_validate_json(hasil)
    return Ketikan(isi.mentah, isi.jumlah_gambar)


def _read_kunci(hasil: str) -> dict[str, str]:
    return {i.kode: i.kode for i in IsiHasil.model_validate_json(hasil).laporan.isian}


def build_beda(ini: str, itu: str) -> list[BedaKiriman]:
    """`PLN-01.02 Realisasi [Laporan!G9]: 8 / 11,5`, for every field of every row that differs,
    figures first; the cells of both where they aren't the same."""
    isi = [IsiUtuh.model_validate_json(h) for h in (ini, itu)]
    satu, dua = (i.laporan for i in isi)
    letak = [_build_letak(i) for i in isi]
    beda = list_beda(
        _build_isi_laporan(satu), _build_isi_laporan(dua),
        letak={k: render_letak(*(s.get(k, "") for s in letak)) for k in (*letak[0], *letak[1])},
    )  # fmt: skip
    if satu.catatan != dua.catatan:
        jumlah = (str(len(satu.catatan)), f"{len(dua.catatan)} baris")
        beda.append(BedaKiriman(f"lembar {CATATAN.lembar}", *jumlah))
    return beda


def _build_letak(isi: IsiUtuh) -> dict[tuple[str, str], str]:
    """Where the rows of the sheets Laporan and Anggaran stand in the file that came: of a figure its
    cell, of the other columns the row."""
    hasil = {}
    for tata, kunci, _ in _iter_baris(isi.laporan):
        if kunci in isi.letak and tata in (TABEL_LAPORAN, ANGGARAN):
            angka = "realisasi" if tata is TABEL_LAPORAN else "realisasi_tw"
            lembar, _, sel = isi.letak[kunci].rpartition("!")
            baris = f"{lembar} baris {sel.lstrip(ascii_uppercase)}"
            for kolom in tata.isian:
                tempat = isi.letak[kunci] if kolom == angka else baris
                hasil[_sebut_baris(tata, kunci), tata.judul[kolom]] = tempat
    return hasil


def _sebut_baris(tata: Tabel, kunci: str) -> str:
    return kunci if tata is TABEL_LAPORAN else f"{tata.lembar} {kunci}"


def _build_isi_laporan(laporan: Laporan) -> dict[str, dict[str, object]]:
    hasil = {}
    for tata, kunci, isi in _iter_baris(laporan):
        hasil[_sebut_baris(tata, kunci)] = {tata.judul[k]: isi[k] for k in tata.isian if k in isi}
    return hasil


def _iter_baris(laporan: Laporan) -> Iterator[tuple[Tabel, str, dict[str, object]]]:
    """(table, row key, fields) of all that is compared field by field."""
    for isian in laporan.isian:
        yield TABEL_LAPORAN, isian.kode, dict(isian)
    for uang in laporan.anggaran:
        yield ANGGARAN, uang.kode, dict(uang)
    for m in laporan.menyusul:
        isi = {k: v for k, v in dict(m).items() if k not in ("kode", "triwulan")}
        yield MENYUSUL, f"{m.kode} TW {m.triwulan.romawi}", isi
    for langkah in laporan.renaksi:
        yield PELAKSANAAN, langkah.kunci, dict(langkah)
    for tindak in laporan.tindak_lanjut:
        yield TINDAK_LANJUT, tindak.kunci, dict(tindak)


def build_folder(ruang: Ruang, formulir: FormulirLaporan) -> Path:
    """`outbox/<tahun>/TW<n>`."""
    return ruang.build_outbox(formulir.tahun, formulir.triwulan)


def build_nama_formulir(formulir: FormulirLaporan) -> str:
    """`PLN-01_Kepala_Bidang_TW1_2026`, without an ending."""
    nama = build_nama_aman(formulir.jabatan)
    tw = formulir.triwulan.value
    return f"{formulir.identitas.jabatan}_{nama}_TW{tw}_{formulir.tahun}"


LAPORAN = Jenis(
    Formulir.LAPORAN, FormulirLaporan, TABEL, NAMA_TEMPLAT, KENAL_PENANDA, KENAL_RUMUS, build_isi,
    _periksa, _read_nilai, _read_ketikan, build_beda, _read_kunci, build_folder, build_nama_formulir,
    asal=("versi_mandat",),
    count_lain=_count_lain, pokok=lambda f: clear_lalu(f.baris, f.anggaran),
)  # fmt: skip
