"""The correction forms that are out and not back yet, each with the message that goes with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from sopkinerja.agenda.model import Kiriman, Terbitan
from sopkinerja.formulir.edaran import Papan
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Keadaan
from sopkinerja.lembar.cap import Identitas
from sopkinerja.penerimaan.alamat import build_surat
from sopkinerja.penerimaan.meja import Meja
from sopkinerja.penerimaan.pesan import Pesan, build_pesan, build_pesan_kembali


class Antaran(NamedTuple):
    """A correction form on its way: whose, its file in outbox/, and the message that goes with it."""

    status: BarisStatus
    berkas: str
    pesan: Pesan

    def as_json(self) -> dict[str, str]:
        """As `--json` has it; `telepon` is empty where nobody knows it."""
        return {
            "jabatan": self.status.kode,
            "berkas": self.berkas,
            "telepon": self.pesan.pengirim.telepon,
            "pesan": self.pesan.isi,
        }


def list_antaran(meja: Meja, papan: Papan) -> list[Antaran]:
    """Of everybody on the board whose correction form is waited for, those of that day first."""
    hari = meja.waktu.date()
    return sorted(_iter_antaran(meja, papan), key=lambda a: a.status.perbaikan_dibuat != hari)


def _iter_antaran(meja: Meja, papan: Papan) -> Iterator[Antaran]:
    masa = (papan.formulir, papan.tahun, papan.triwulan)
    kiriman = {k.balasan: k for k in meja.agenda.read_kiriman_triwulan(*masa) if k.balasan}
    terbitan: dict[Identitas, list[Terbitan]] = defaultdict(list)
    for t in meja.agenda.read_terbitan_triwulan(*masa):
        terbitan[t.identitas].append(t)
    surat = build_surat(meja, terbitan, {b for b in kiriman if b})
    perbaikan = {
        t.identitas.jabatan: t for semua in terbitan.values() for t in semua if t.perbaikan
    }
    for s in papan.baris:
        dibuat = perbaikan.get(s.kode)
        k = kiriman.get(dibuat.berkas) if dibuat else None
        if s.keadaan is not Keadaan.PERBAIKAN or dibuat is None or k is None:
            continue
        catatan = _find_catatan(meja, papan, dibuat) if k.dikembalikan else ""
        pesan = build_pesan_kembali(k, catatan, surat) if catatan else build_pesan(k, surat)
        if pesan:
            yield Antaran(s, dibuat.berkas, pesan)


def _find_catatan(meja: Meja, papan: Papan, terbitan: Terbitan) -> str:
    """What a person wrote when they sent it back."""
    semua = meja.agenda.read_kejadian("kembalikan", papan.tahun, papan.triwulan)
    milik = [
        c for w, siapa, c in semua if (w, siapa) == (terbitan.waktu, terbitan.identitas.jabatan)
    ]
    return milik[-1] if milik else ""


def find_antaran(meja: Meja, kiriman: Kiriman, catatan: str) -> Pesan:
    """The message that goes with a form that was just sent back with these words."""
    assert kiriman.identitas is not None
    terbitan = {kiriman.identitas: meja.agenda.read_terbitan(kiriman.identitas)}
    surat = build_surat(meja, terbitan, {kiriman.balasan or ""})
    return build_pesan_kembali(kiriman, catatan, surat)
