"""The accepted returns as the matrix takes them from the register."""

from __future__ import annotations

from collections.abc import Iterable

from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Triwulan
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.laporan.bukti_masuk import BuktiMasuk, renew_bukti
from sopkinerja.laporan.model import IsiHasil
from sopkinerja.matriks.model import Terima


def build_terima(
    kiriman: Iterable[Kiriman], bukti: BuktiMasuk
) -> dict[tuple[str, Triwulan], Terima]:
    """The returns that count, by jabatan and triwulan; what evidence they lack is told as it stands
    with what came since."""
    hasil = {}
    for k in kiriman:
        if not k.berlaku or k.identitas is None or k.identitas.triwulan is None:
            continue
        isi = IsiHasil.model_validate_json(k.hasil)
        masuk = bukti.get(k.identitas, ())
        hasil[k.identitas.jabatan, k.identitas.triwulan] = Terima(
            jabatan=k.identitas.jabatan,
            triwulan=k.identitas.triwulan,
            laporan=isi.laporan,
            nama_berkas=k.nama,
            sha256=k.sha256,
            revisi=k.revisi or 1,
            diterima=k.disahkan,
            peringatan=tuple(
                t
                for t in renew_bukti(k.temuan, isi.bukti, masuk)
                if t.tingkat is Tingkat.PERINGATAN and t.kode is not Kode.REALISASI_012
            ),
            letak=isi.letak,
            arsip=k.arsip or "",
            bukti_masuk=masuk,
        )
    return hasil
