"""The correction form: the same form issued again, with the officer's own values in place.

Each kind of form brings its own; adding a kind adds a line to PERBAIKAN.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from sopkinerja.agenda.model import Terbitan
from sopkinerja.formulir.model import FormulirDasar
from sopkinerja.istilah import Formulir
from sopkinerja.laporan import formulir as formulir_laporan
from sopkinerja.laporan import terbit as terbit_laporan
from sopkinerja.laporan.model import FormulirLaporan, HasilPeriksa
from sopkinerja.lembar.cap import render_kode
from sopkinerja.lembar.isi import IsiBuku
from sopkinerja.lembar.templat import Templat
from sopkinerja.mandat import formulir as formulir_mandat
from sopkinerja.mandat import terbit as terbit_mandat
from sopkinerja.mandat.model_formulir import FormulirMandat, HasilMandat
from sopkinerja.renaksi import formulir as formulir_renaksi
from sopkinerja.renaksi import terbit as terbit_renaksi
from sopkinerja.renaksi.model import FormulirRenaksi, HasilRenaksi
from sopkinerja.ruang import Ruang
from sopkinerja.temuan import Temuan


class JenisPerbaikan(NamedTuple):
    """How one kind of form is issued again.

    `formulir` and `hasil` are the models of its record of issue and of what judging it gave.
    `build_isi` takes a record, the officer's cells and what build_perbaikan says of them.
    """

    formulir: type[FormulirDasar]
    hasil: type[HasilPeriksa] | type[HasilMandat] | type[HasilRenaksi]
    build_isi: Callable[..., IsiBuku]
    nama_templat: str
    compile_templat: Callable[[Path], Templat]
    build_folder: Callable[[Ruang, Any], Path]
    build_nama: Callable[[Any], str]


def _folder_laporan(ruang: Ruang, formulir: FormulirLaporan) -> Path:
    return ruang.build_outbox(formulir.tahun, formulir.triwulan)


PERBAIKAN: dict[Formulir, JenisPerbaikan] = {
    Formulir.LAPORAN: JenisPerbaikan(
        FormulirLaporan,
        HasilPeriksa,
        formulir_laporan.build_isi,
        formulir_laporan.NAMA_TEMPLAT,
        formulir_laporan.compile_templat,
        _folder_laporan,
        terbit_laporan.build_nama_formulir,
    ),
    Formulir.MANDAT: JenisPerbaikan(
        FormulirMandat,
        HasilMandat,
        formulir_mandat.build_isi,
        formulir_mandat.NAMA_TEMPLAT,
        formulir_mandat.compile_templat,
        lambda ruang, formulir: terbit_mandat.build_folder(ruang, formulir.tahun),
        terbit_mandat.build_nama_formulir,
    ),
    Formulir.RENAKSI: JenisPerbaikan(
        FormulirRenaksi,
        HasilRenaksi,
        formulir_renaksi.build_isi,
        formulir_renaksi.NAMA_TEMPLAT,
        formulir_renaksi.compile_templat,
        lambda ruang, formulir: terbit_renaksi.build_folder(
            ruang, formulir.tahun, formulir.triwulan
        ),
        terbit_renaksi.build_nama_formulir,
    ),
}


@dataclass(frozen=True)
class Perbaikan:
    """A correction form that is ready to be written, and its entry for the agenda."""

    terbitan: Terbitan
    tujuan: Path
    isi: bytes


def build_perbaikan(
    ruang: Ruang,
    templat: Templat,
    riwayat: Sequence[Terbitan],
    hasil: str,
    temuan: Sequence[Temuan],
    waktu: dt.datetime,
    tenggat: dt.date,
    *,
    catatan: Mapping[str, str] | None = None,
    jumlah_lalu: int | None = None,
    ulangi: Terbitan | None = None,
) -> Perbaikan:
    """The next revision of a form, from the newest record of its issue and what came back.

    `riwayat` is every revision so far, `hasil` the judged content as the register keeps it;
    `jumlah_lalu` the count of temuan of the attempt before. `ulangi` makes one again that was
    handed out and is no longer in outbox/.
    """
    jenis = PERBAIKAN[riwayat[-1].identitas.formulir]
    revisi = ulangi.revisi if ulangi else riwayat[-1].revisi + 1
    ke = ulangi.perbaikan if ulangi else max(t.perbaikan for t in riwayat) + 1
    formulir = jenis.formulir.model_validate_json(ulangi.isi if ulangi else riwayat[-1].isi)
    if ulangi is None:
        baru = {"revisi": revisi, "tanggal_terbit": waktu.date(), "tenggat": tenggat}
        formulir = formulir.model_copy(update=baru)
    nilai = jenis.hasil.model_validate_json(hasil)
    isi = templat.render(
        jenis.build_isi(
            formulir,
            nilai.mentah,
            temuan=temuan,
            catatan=catatan,
            percobaan=ke,
            jumlah_lalu=jumlah_lalu,
            bukti_diterima=nilai.jumlah_gambar,
        )
    )
    folder = jenis.build_folder(ruang, formulir) / "perbaikan"
    tujuan = folder / f"{jenis.build_nama(formulir)}_perbaikan-{ke}.xlsx"
    terbitan = Terbitan(
        identitas=formulir.identitas,
        revisi=revisi,
        perbaikan=ke,
        kode=render_kode(formulir.identitas, revisi),
        waktu=waktu,
        berkas=ruang.build_jalur(tujuan),
        sha256=hashlib.sha256(isi).hexdigest(),
        sidik="",
        isi=formulir.model_dump_json(),
    )
    return Perbaikan(terbitan, tujuan, isi)
