"""Random offices through a whole year of real commands, every print reckoned again.

    python -m tests.pembanding.setahun_acak SEED…

Prints each difference, with the mandat and the returns of the indicator it is about; ends with 1
where there is one.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
import traceback
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.pembanding.arsip import Cetakan
from tests.pembanding.banding import _Lhe, _Matriks
from tests.pembanding.banding_dokumen import LaporanKinerja, LembarMatriks, RekapBawahan
from tests.pembanding.banding_lhe import KalimatLhe
from tests.pembanding.banding_tahun import Lakip, LheTahun, Renja
from tests.pembanding.kantor import TAHUN, Kantor, sebut
from tests.pembanding.kantor_acak import build_kantor
from tests.pembanding.pelaku import Pelaku

PERIKSA: dict[str, tuple[type[Any], ...]] = {
    "Matriks_Akumulasi": (_Matriks, LembarMatriks),
    "Laporan_Kinerja": (LaporanKinerja,),
    "Rekap_Bawahan": (RekapBawahan,),
    "LHE": (_Lhe, KalimatLhe),
    "LHE setahun": (LheTahun,),
    "LAKIP": (Lakip,),
    "RENJA": (Renja,),
}
"""Who reads which document."""


def run_setahun(seed: int, folder: Path, sementara: Collection[int] = range(1, 5)) -> Pelaku:
    """The year of the office of a seed, in an empty folder."""
    pelaku = Pelaku(build_kantor(seed), folder, periksa, sementara)
    pelaku.jalan()
    return pelaku


def check_setahun(seed: int, folder: Path) -> None:
    """A year without any difference, one of its triwulan printed before it is closed too."""
    pelaku = run_setahun(seed, folder, [seed % 4 + 1])
    beda = pelaku.banding.beda
    assert beda == [], "\n".join(render(pelaku.kantor, beda))
    assert pelaku.banding.jumlah > 15_000


def periksa(pelaku: Pelaku, berkas: Path, hari: Any) -> None:
    """Compares one workbook of outbox/; what can't be read as its kind is a difference too."""
    cetakan = read_nama(berkas, str(hari))
    for kelas in PERIKSA.get(cetakan.jenis, ()) if cetakan else ():
        assert cetakan is not None
        keadaan = pelaku.keadaan_kini(cetakan.triwulan or 4, hari)
        try:
            kelas(cetakan, keadaan, pelaku.banding).check()
        except (AssertionError, KeyError, LookupError, StopIteration, TypeError, ValueError):
            sebab = traceback.format_exc().strip().splitlines()
            pelaku.banding.beda.append(f"{berkas.name} tidak terbaca: {' '.join(sebab[-3:])}")


def read_nama(berkas: Path, hari: str) -> Cetakan | None:
    """What a file of outbox/ is, by its name; None where it is a form or nothing of figures."""
    pola = r"(?:[^_]+_)?(Rekap_Bawahan)|([A-Z][A-Za-z]+(?:_[A-Z][a-z]+)?)"
    cocok = re.fullmatch(rf"(?:{pola})(?:_TW(\d))?_(\d{{4}})(?:_rev(\d+))?", berkas.stem)
    if cocok is None or "formulir" in berkas.parts:
        return None
    jenis, triwulan = cocok[1] or cocok[2], int(cocok[3] or 0)
    jenis = "LHE setahun" if jenis == "LHE" and not triwulan else jenis
    return Cetakan(jenis, TAHUN, triwulan, int(cocok[5] or 0), hari, berkas)


def render(kantor: Kantor, beda: Sequence[str]) -> Iterator[str]:
    """The office in a line, each difference, and what the plan says of the rows they name."""
    yield (
        f"Kantor seed {kantor.seed}: {len(kantor.kursi)} jabatan, {len(kantor.indikator[0])} "
        f"indikator, revisi PK {kantor.revisi and f'mulai TW {kantor.revisi}'}, {len(beda)} perbedaan."
    )
    yield from (f"  {b}" for b in beda)
    for kode in sorted({k for b in beda for k in re.findall(r"\b[A-Z]+(?:-\d+)?\.\d\d\b", b)}):
        yield from _render_indikator(kantor, kode)


def _render_indikator(kantor: Kantor, kode: str) -> Iterator[str]:
    for versi, daftar in enumerate(kantor.indikator, 1):
        for i in daftar:
            if i.kode == kode:
                target = " | ".join(str(sebut(s)) for s in (*i.target, i.target_tahun))
                yield f"  {kode} v{versi}: {i.polaritas} {i.konsolidasi} {i.satuan} target {target}"
    for (jabatan, t), isian in sorted(kantor.isian.items()):
        if kode in isian.angka and kode.startswith(f"{jabatan}."):
            angka, nasib = isian.angka[kode], kantor.nasib[jabatan, t]
            susul = [s for s in isian.susul if s.kode == kode]
            yield f"    TW {t}: {nasib}, {angka if angka is None else float(angka)} {susul or ''}"


def main(seed: Sequence[str]) -> int:
    """Runs each seed; 1 where any figure or sentence differs."""
    buruk = 0
    for s in map(int, seed):
        mulai = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            pelaku = run_setahun(s, Path(folder) / "ruang")
            kantor, banding = pelaku.kantor, pelaku.banding
        lama = time.monotonic() - mulai
        print(
            f"seed {s}: {banding.jumlah} perbandingan, {len(banding.beda)} perbedaan, {lama:.0f} detik"
        )
        if banding.beda:
            print("\n".join(render(kantor, banding.beda)))
            buruk = 1
    return buruk


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
