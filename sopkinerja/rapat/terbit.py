"""Issuing the Rapat Monev form."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Terbitan
from sopkinerja.formulir.templat_kantor import open_templat
from sopkinerja.lembar.cap import render_kode
from sopkinerja.matriks.model import Bahan
from sopkinerja.rapat.formulir import (
    NAMA_TEMPLAT,
    build_identitas_rapat,
    build_isi_rapat,
    compile_templat,
)
from sopkinerja.rapat.penanggung_jawab import NAMA, build_nama
from sopkinerja.ruang import Ruang


def issue_rapat(ruang: Ruang, agenda: Agenda, bahan: Bahan) -> Path:
    """The Rapat Monev form, with what was filled before in place; changed tables are the next
    revision."""
    identitas = build_identitas_rapat(bahan)
    riwayat = agenda.read_terbitan(identitas)
    isi = build_isi_rapat(bahan)
    sidik = hashlib.sha256(repr(isi.tabel).encode()).hexdigest()
    baru = not riwayat or riwayat[-1].sidik != sidik
    revisi = (riwayat[-1].revisi if riwayat else 0) + baru
    siap = open_templat(NAMA_TEMPLAT, compile_templat, ruang)
    siap.apply(ruang, agenda)
    data = siap.templat.render(build_isi_rapat(bahan, revisi=revisi))
    nama = f"Rapat_Monev_TW{bahan.triwulan.value}_{bahan.tahun}.xlsx"
    tujuan = agenda.write_keluaran(
        ruang.build_outbox(bahan.tahun, bahan.triwulan.value) / nama, data
    )
    if baru:
        agenda.write_terbitan(
            Terbitan(
                identitas=identitas,
                revisi=revisi,
                perbaikan=0,
                kode=render_kode(identitas, revisi),
                waktu=bahan.waktu,
                berkas=ruang.build_jalur(tujuan),
                sha256=hashlib.sha256(data).hexdigest(),
                sidik=sidik,
                isi=NAMA.dump_json(build_nama(bahan, bahan.triwulan)).decode(),
            )
        )
    return tujuan
