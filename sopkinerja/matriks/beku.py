"""The material of a closed triwulan, kept whole as JSON, and read back as it was."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from functools import cache
from typing import Any, get_type_hints

from pydantic import TypeAdapter
from pydantic_core import to_jsonable_python

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Keadaan, Triwulan
from sopkinerja.matriks.model import Bahan, Terima
from sopkinerja.renaksi.model import IsianTindak
from sopkinerja.temuan import Temuan


@cache
def _build_pembaca(kelas: type, *kecuali: str) -> dict[str, TypeAdapter[Any]]:
    tipe = get_type_hints(kelas)
    return {f.name: TypeAdapter(tipe[f.name]) for f in fields(kelas) if f.name not in kecuali}


HIDUP = ("terima", "rapat", "lampiran", "final", "lalu", "sebab_revisi")
"""Fields that are not kept as they stand: returns have their own shape, earlier closings and
printings are kept by themselves, the others stay live."""


def render_beku(bahan: Bahan) -> str:
    """The material as JSON; Rapat Monev and lampiran aren't part of it, they stay live."""
    isi = {f.name: getattr(bahan, f.name) for f in fields(bahan) if f.name not in HIDUP}
    terima = [_build_isi_terima(t) for _, t in sorted(bahan.terima.items())]
    return json.dumps(to_jsonable_python(isi) | {"terima": terima}, ensure_ascii=False)


def parse_beku(teks: str) -> Bahan:
    """The reverse of render_beku."""
    isi: dict[str, Any] = json.loads(teks)
    terima = [_parse_terima(t) for t in isi.pop("terima")]
    pembaca = _build_pembaca(Bahan, "terima", "final", "lalu")
    nilai = {k: pembaca[k].validate_json(json.dumps(v)) for k, v in isi.items()}
    return Bahan(**nilai, terima={(t.jabatan, t.triwulan): t for t in terima})


def _build_isi_terima(terima: Terima) -> dict[str, Any]:
    isi = {f.name: getattr(terima, f.name) for f in fields(terima) if f.name != "peringatan"}
    peringatan = [t.as_dict() for t in terima.peringatan]
    return {**to_jsonable_python(isi), "peringatan": peringatan}


def _parse_terima(isi: dict[str, Any]) -> Terima:
    peringatan = tuple(Temuan.from_dict(t) for t in isi.pop("peringatan"))
    pembaca = _build_pembaca(Terima, "peringatan")
    nilai = {k: pembaca[k].validate_json(json.dumps(v)) for k, v in isi.items()}
    return Terima(**nilai, peringatan=peringatan)


def write_beku(agenda: Agenda, bahan: Bahan) -> None:
    """Freezes the material of a triwulan; call inside a transaction."""
    agenda.write_beku(bahan.tahun, bahan.triwulan, bahan.waktu, render_beku(bahan))


def read_beku(agenda: Agenda, tahun: int, triwulan: Triwulan) -> Bahan | None:
    """The material of a triwulan as it was last closed; None where it never was."""
    isi = agenda.read_beku(tahun, triwulan)
    return parse_beku(isi) if isi else None


def read_final(
    agenda: Agenda, tahun: int, triwulan: Triwulan, *, terakhir: bool
) -> dict[Triwulan, tuple[Bahan, ...]]:
    """What was printed FINAL of the triwulan up to this one, the first printing first; without
    `terakhir` only what came before this triwulan's last closing."""
    hasil: dict[Triwulan, tuple[Bahan, ...]] = {}
    for t, isi in agenda.read_beku_lalu(tahun, triwulan, terakhir=terakhir):
        bahan = parse_beku(isi)
        if bahan.is_final:
            hasil[t] = (*hasil.get(t, ()), bahan)
    return hasil


def is_sama(beku: Bahan, kini: Bahan) -> bool:
    """Whether a triwulan that was closed and reopened would be printed as it was: the same returns
    and answers, the same state of each jabatan; how many days somebody is late by now aside."""
    hari = {s.kode: s for s in beku.status}
    seperti = replace(
        kini,
        waktu=beku.waktu,
        nomor_cetak=beku.nomor_cetak,
        revisi=beku.revisi,
        alasan_buka=beku.alasan_buka,
        tutup=beku.tutup,
        hari_tutup=beku.hari_tutup,
        dini=beku.dini,
        status=tuple(_apply_hari(s, hari.get(s.kode, s)) for s in kini.status),
    )
    return render_beku(seperti) == render_beku(beku)


def _apply_hari(kini: BarisStatus, beku: BarisStatus) -> BarisStatus:
    if kini.keadaan is Keadaan.DITERIMA:
        return kini
    hari = ("hari_terlambat", "perbaikan_terlambat")
    return kini.model_copy(update={h: getattr(beku, h) for h in hari})


def apply_laporan(beku: Bahan, sumber: Bahan, triwulan: Triwulan) -> Bahan:
    """Frozen material with the returns of one triwulan as `sumber` has them, and nothing else."""
    baru = replace(
        beku,
        terima={k: t for k, t in beku.terima.items() if k[1] is not triwulan}
        | {k: t for k, t in sumber.terima.items() if k[1] is triwulan},
        tidak_valid=frozenset(k for k in beku.tidak_valid if k[1] is not triwulan)
        | frozenset(k for k in sumber.tidak_valid if k[1] is triwulan),
        status_lalu=dict(beku.status_lalu)
        | ({triwulan: sumber.status} if triwulan < beku.triwulan else {}),
    )
    return _apply_jawaban(baru, sumber) if triwulan is beku.triwulan else baru


def _apply_jawaban(beku: Bahan, sumber: Bahan) -> Bahan:
    """The board and the answers about Renaksi and Tindak Lanjut as the returns have them now; names
    and questions as they were frozen."""
    kini = {s.kode: s for s in sumber.status}
    status = tuple(_apply_status(s, kini.get(s.kode, s)) for s in beku.status)
    return apply_jawaban(replace(beku, status=status))


def apply_jawaban(bahan: Bahan) -> Bahan:
    """The material with the answers about Renaksi and Tindak Lanjut that its returns hold."""
    return replace(
        bahan,
        langkah=tuple(
            replace(x, jawaban=_find_jawaban(bahan, x.jabatan, x.langkah.kunci))
            for x in bahan.langkah
        ),
        tindak_lanjut=tuple(
            replace(x, jawaban=_find_jawaban(bahan, x.jabatan, x.tindak.kunci))
            for x in bahan.tindak_lanjut
        ),
    )


def _apply_status(beku: BarisStatus, kini: BarisStatus) -> BarisStatus:
    """One line of the board. A chair that was vacant stays so until something comes from it; how
    late a first return was doesn't change with the holidays and settings of today."""
    if beku.keadaan is Keadaan.LOWONG and not kini.kiriman:
        return beku
    tetap = {k: getattr(beku, k) for k in ("nama", "level", "unit", "pemangku", "atasan")}
    if beku.diterima_pertama and beku.diterima_pertama == kini.diterima_pertama:
        tetap["hari_terlambat"] = beku.hari_terlambat
    return kini.model_copy(update=tetap)


def _find_jawaban(bahan: Bahan, jabatan: str, kunci: str) -> IsianTindak | None:
    terima = bahan.terima.get((jabatan, bahan.triwulan))
    isian = (*terima.laporan.renaksi, *terima.laporan.tindak_lanjut) if terima else ()
    return next((i for i in isian if i.kunci == kunci), None)
