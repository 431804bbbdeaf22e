"""What the register remembers: forms issued, files received, printings, closings."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any, NamedTuple

from pydantic import ConfigDict

from sopkinerja.istilah import Beku, JenisLampiran, Putusan, Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.lembar.cap import Identitas
from sopkinerja.temuan import Temuan


class Terbitan(Beku):
    """One revision of one form as it was handed out.

    `isi` is the record of issue as JSON (FormulirLaporan for a quarterly form); returns are judged
    by it. `sidik` tells whether issuing again would change anything. `perbaikan` is 0 for a plain
    issue and k for the k-th correction form.
    """

    identitas: Identitas
    revisi: int
    perbaikan: int
    kode: str
    waktu: dt.datetime
    berkas: str
    sha256: str
    sidik: str
    isi: str


class Bukti(Beku):
    """Whose form a file is evidence for, and of which indicator; empty where none names it."""

    identitas: Identitas
    indikator: str = ""

    def render(self) -> str:
        """`PLN-01.02`, or `PLN-01` where no indicator names it."""
        return self.indikator or self.identitas.jabatan


class Kiriman(Beku):
    """One file that came in, what was decided, and what it said.

    `hasil` is the judged content as JSON (HasilPeriksa without its temuan for a quarterly form).
    `berlaku` marks the one accepted return of an identity that counts now. `urutan` is the run of
    `terima` in which it first came.
    """

    model_config = ConfigDict(frozen=True, defer_build=True, arbitrary_types_allowed=True)

    id: int = 0
    urutan: int
    nama: str
    sha256: str
    identitas: Identitas | None = None
    revisi: int | None = None
    diterima: dt.datetime
    tersimpan: dt.datetime | None = None
    putusan: Putusan
    temuan: tuple[Temuan, ...] = ()
    hasil: str = ""
    balasan: str | None = None
    arsip: str | None = None
    berlaku: bool = False
    dikembalikan: bool = False
    """True while a person has sent this accepted form back and no correction was accepted."""
    bukti: tuple[Bukti, ...] = ()
    """What it is evidence for, where it is no form itself."""
    dipilih: dt.datetime | None = None
    """When `pilih` last named these bytes."""

    @property
    def disahkan(self) -> dt.datetime:
        """Since when an accepted return counts: its receipt, or the day a konflik was settled."""
        bekas = any(t.kode in (Kode.URUTAN_003, Kode.URUTAN_007) for t in self.temuan)
        return self.dipilih if bekas and self.dipilih else self.diterima

    @property
    def is_disimpan(self) -> bool:
        """Whether it is held for nothing but a closed triwulan, until that is reopened."""
        return any(t.kode is Kode.TRIWULAN_001 for t in self.temuan)

    @property
    def is_tersisih(self) -> bool:
        """Whether it is a faulty return beside one that counts: nothing is waited for. Once somebody
        said that the other one was meant it is `usang`."""
        salah = self.putusan is Putusan.PERLU_PERBAIKAN
        return salah and any(t.kode is Kode.URUTAN_008 for t in self.temuan)

    @property
    def milik(self) -> Identitas | None:
        """The form that it is, or that it is evidence for; None where that isn't known."""
        return self.bukti[0].identitas if self.bukti else self.identitas

    def as_berkas(self) -> dict[str, Any]:
        """One entry of `berkas` in `--json`; evidence is no form, but somebody's."""
        ident = self.milik
        return {
            "nama": self.nama,
            "sha256": self.sha256,
            "putusan": self.putusan.value,
            "formulir": self.identitas.formulir.value if self.identitas else None,
            "jabatan": ident.jabatan if ident else None,
            "tahun": ident.tahun if ident else None,
            "triwulan": ident.triwulan.value if ident and ident.triwulan else None,
            "revisi": self.revisi,
            "arsip": self.arsip,
            "balasan": self.balasan,
            "temuan": [build_ringkas(t) for t in self.temuan],
            **({"bukti": [b.render() for b in self.bukti]} if self.bukti else {}),
        }


def build_ringkas(temuan: Temuan) -> dict[str, str]:
    """A temuan as `--json` shows it."""
    isi = temuan.as_dict()
    return {k: isi[k] for k in ("kode", "tingkat", "lembar", "sel", "pesan", "saran")}


TANPA_PERUBAHAN = "tidak ada yang berubah"
"""What stands first in the matter of a closing that printed nothing anew."""


class Peristiwa(NamedTuple):
    """One closing (`tutup`) or reopening (`buka`) of a triwulan."""

    waktu: dt.datetime
    tindakan: str
    triwulan: Triwulan
    perihal: str
    alasan: str

    @property
    def is_tetap(self) -> bool:
        """Whether it closed a triwulan in which nothing had changed since it was closed before."""
        return self.tindakan == "tutup" and self.perihal.startswith(TANPA_PERUBAHAN)


class Lampiran(Beku):
    """One signed scan that is kept in arsip; without a triwulan it belongs to the year, without a
    jabatan (empty) to the OPD. `revisi` says which paper was signed: of an LHE or Evaluasi Renja
    which FINAL (0: the first), of a PK which version, of a Renaksi which printing (both from 1 on);
    None: recorded before that was told, or another paper."""

    sebagai: JenisLampiran
    tahun: int
    triwulan: Triwulan | None = None
    jabatan: str = ""
    nama: str
    sha256: str
    arsip: str
    waktu: dt.datetime
    revisi: int | None = None

    @property
    def sebutan(self) -> str:
        """Which document it shows: `PK`, `notulen`, `LHE FINAL rev1`, `PK versi 2`."""
        return render_dokumen(self.sebagai, self.revisi)


def render_dokumen(sebagai: JenisLampiran, revisi: int | None) -> str:
    """`LHE FINAL rev1`, `PK versi 2`, `Renaksi cetakan ke-2`; the first of a PK or a Renaksi, and
    what has none, by its name alone."""
    if sebagai in (JenisLampiran.PK, JenisLampiran.RENAKSI):
        kata = "versi " if sebagai is JenisLampiran.PK else "cetakan ke-"
        return f"{sebagai.sebutan} {kata}{revisi}" if (revisi or 1) > 1 else sebagai.sebutan
    return sebagai.sebutan if revisi is None else f"{sebagai.sebutan} {render_tanda_final(revisi)}"


def render_tanda_final(revisi: int) -> str:
    """`FINAL`, and after a reopening `FINAL rev1`."""
    return f"FINAL rev{revisi}" if revisi else "FINAL"


def write_temuan(daftar_temuan: tuple[Temuan, ...]) -> str:
    """Temuan as the JSON text that the register keeps."""
    return json.dumps([t.as_dict() for t in daftar_temuan], ensure_ascii=False)


def read_temuan(teks: str) -> tuple[Temuan, ...]:
    """The reverse of write_temuan."""
    return tuple(Temuan.from_dict(isi) for isi in json.loads(teks))
