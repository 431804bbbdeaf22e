"""What was refused or held: which of it could still matter, and what judging it again told anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.lembar.cap import Identitas
from sopkinerja.penerimaan.arsipkan import find_karantina
from sopkinerja.penerimaan.kumpulkan import build_sumber, open_isi
from sopkinerja.penerimaan.model import Rencana, SumberBerkas
from sopkinerja.ruang import Pengaturan, Ruang
from sopkinerja.temuan import Temuan

DITAHAN = (Putusan.PERLU_PERBAIKAN, Putusan.KARANTINA, Putusan.KONFLIK)
"""What `terima --ulang` judges again."""

Sumber = Sequence[SumberBerkas | tuple[SumberBerkas, Temuan]]


def find_tertahan(
    ruang: Ruang, agenda: Agenda, pengaturan: Pengaturan
) -> list[SumberBerkas | tuple[SumberBerkas, Temuan]]:
    """What was refused or held and could still matter: to be judged again in its old order."""
    terakhir = read_terakhir(agenda)
    hasil: list[SumberBerkas | tuple[SumberBerkas, Temuan]] = []
    for k, jalur in iter_tertahan(ruang, agenda, terakhir.values()):
        asal = None if k.arsip else jalur
        nama = _find_wadah(k.nama) if jalur.suffix.lower() == ".zip" else k.nama
        isi = build_sumber(nama, open_isi(jalur), asal, k.urutan, pengaturan)
        hasil += [
            s
            for s in isi
            if isinstance(s, tuple) or s.sha256 == k.sha256 or s.sha256 not in terakhir
        ]
    return hasil


def iter_tertahan(
    ruang: Ruang, agenda: Agenda, terakhir: Iterable[Kiriman]
) -> Iterator[tuple[Kiriman, Path]]:
    """Of what was last said of all bytes that ever came, what `terima --ulang` judges again, and
    where it lies: in arsip/ or, until somebody takes it out, in karantina/."""
    for k in list_penting(agenda, terakhir):
        jalur = ruang.akar / k.arsip if k.arsip else find_karantina(ruang, k.sha256)
        if jalur is not None and jalur.exists():
            yield k, jalur


def read_terakhir(agenda: Agenda) -> dict[str, Kiriman]:
    """What was last said of all bytes that ever came, by SHA-256."""
    return {k.sha256: k for k in agenda.read_kiriman_tahun()}


def list_penting(agenda: Agenda, terakhir: Iterable[Kiriman]) -> list[Kiriman]:
    """Of those the ones that are held in an open triwulan and that nothing has superseded."""
    terakhir = list(terakhir)
    setara: dict[Identitas, list[Kiriman]] = defaultdict(list)
    for k in terakhir:
        if k.identitas:
            setara[k.identitas].append(k)
    tutup = {
        tahun: agenda.read_tutup(tahun)
        for tahun in {k.identitas.tahun for k in terakhir if k.identitas}
    }
    return [
        k
        for k in terakhir
        if k.putusan in DITAHAN
        and (
            k.identitas is None
            or not (is_ditutup(k.identitas, tutup) or is_tergantikan(k, setara[k.identitas]))
        )
    ]


def is_ditutup(identitas: Identitas, tutup: dict[int, frozenset[Triwulan]]) -> bool:
    """Whether its triwulan is closed: judged again, it would be held again."""
    return identitas.formulir is not Formulir.RAPAT and (
        identitas.triwulan in tutup.get(identitas.tahun, ())
    )


def is_tergantikan(kiriman: Kiriman, setara: Collection[Kiriman]) -> bool:
    """Whether a later run brought another return of that form, of the same revision or a later one:
    an accepted one, or, for what was sent back, one that was judged like it."""
    cukup = {Putusan.DITERIMA}
    if kiriman.putusan is Putusan.PERLU_PERBAIKAN:
        cukup.add(Putusan.PERLU_PERBAIKAN)
    return any(
        k.urutan > kiriman.urutan
        and (k.revisi or 0) >= (kiriman.revisi or 0)
        and k.putusan in cukup
        for k in setara
    )


def note_sama(agenda: Agenda, rencana: Rencana, tertahan: Sumber, baru: Sumber) -> None:
    """Marks what was judged again with the verdict that it had: it is told, and stands on the record
    as it stood."""
    dinilai_lagi = _list_sidik(tertahan) - _list_sidik(baru)
    terakhir = read_terakhir(agenda)
    rencana.sama = [
        k
        for k, utuh in zip(rencana.kiriman, rencana.iter_utuh(), strict=True)
        if k.sha256 in dinilai_lagi and _is_sama(terakhir, utuh)
    ]


def _is_sama(terakhir: dict[str, Kiriman], kini: Kiriman) -> bool:
    lama = terakhir.get(kini.sha256)
    return lama is not None and all(
        getattr(lama, f) == getattr(kini, f)
        for f in ("nama", "putusan", "temuan", "hasil", "identitas", "balasan", "arsip")
    )


def _list_sidik(sumber: Sumber) -> set[str]:
    return {(s[0] if isinstance(s, tuple) else s).sha256 for s in sumber}


def _find_wadah(nama: str) -> str:
    """`kiriman.zip/a.xlsx` came in `kiriman.zip`."""
    akhir = nama.lower().find(".zip/")
    return nama if akhir < 0 else nama[: akhir + 4]
