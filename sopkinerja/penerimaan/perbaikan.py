"""The correction form: the same form issued again, with the officer's own values in place."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from sopkinerja.agenda.model import Terbitan
from sopkinerja.formulir.model import TANPA_KONTAK, Kontak
from sopkinerja.jenis import find_jenis
from sopkinerja.lembar.cap import render_kode
from sopkinerja.lembar.isi import clip_isi
from sopkinerja.lembar.templat import Templat
from sopkinerja.ruang import Ruang
from sopkinerja.temuan import Temuan


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
    bukti: Sequence[str] = (),
    kontak: Kontak = TANPA_KONTAK,
) -> Perbaikan:
    """The next revision of a form, from the newest record of its issue and what came back; it is
    due by `tenggat`, but never before the revision that it replaces.

    `riwayat` is every revision so far, `hasil` the judged content as the register keeps it;
    `jumlah_lalu` the count of temuan of the attempt before. `ulangi` makes one again that was
    handed out and is no longer in outbox/. `bukti` are the files of evidence that came so far,
    `kontak` is whom to ask and send it to.
    """
    jenis = find_jenis(riwayat[-1].identitas.formulir)
    revisi = ulangi.revisi if ulangi else riwayat[-1].revisi + 1
    ke = ulangi.perbaikan if ulangi else max(t.perbaikan for t in riwayat) + 1
    formulir = jenis.rekam.model_validate_json(ulangi.isi if ulangi else riwayat[-1].isi)
    if ulangi is None:
        batas = max(tenggat, formulir.tenggat)
        baru = {"revisi": revisi, "tanggal_terbit": waktu.date(), "tenggat": batas}
        formulir = formulir.model_copy(update=baru)
    ketikan = jenis.read_ketikan(hasil)
    koreksi = jenis.build_isi(
        formulir,
        ketikan.mentah,
        temuan=temuan,
        catatan=catatan,
        percobaan=ke,
        jumlah_lalu=jumlah_lalu,
        bukti_diterima=ketikan.jumlah_gambar,
        berkas_bukti=bukti,
        kontak=kontak,
    )
    isi = templat.render(clip_isi(koreksi))
    formulir = formulir.model_copy(update={"logo": templat.sidik_logo})
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


def is_perbaikan_mungkin(terbitan: Terbitan) -> bool:
    """Whether its record of issue tells enough to issue it again; that of a Rapat Monev form of an
    older version doesn't."""
    try:
        find_jenis(terbitan.identitas.formulir).rekam.model_validate_json(terbitan.isi)
    except ValidationError:
        return False
    return True
