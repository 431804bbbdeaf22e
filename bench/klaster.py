"""What a cluster costs beside the processes of one machine: `python -m bench.klaster`, some minutes.

The same commands on the same office, by turns: by this machine's processor cores, and shared out to
a scheduler and two workers that run on it too. So the seconds on the clock say nothing of what more
machines would bring; processor time does: how much of it stays with the one who coordinates, how
much can go elsewhere, and what is spent on the way.
"""

from __future__ import annotations

import json
import os
import statistics
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from bench.banding import new_hasil
from bench.besar import SEBELUM
from bench.kantor import Kantor
from tests.alat.klaster import KlasterUji, open_klaster_uji

PERINTAH = ("tetapkan", "terbitkan", "terima")
HASIL = Path(__file__).with_suffix(".json")
KEPALA = """\
| command | way | turns | CPU s | here | workers | scheduler | MiB here | KB a jabatan on the way |
|---|---|--:|--:|--:|--:|--:|--:|--:|"""


def read_cpu(pid: int) -> float:
    """Processor seconds of a process and of the children that it has seen end."""
    isi = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return sum(map(int, isi[11:15])) / os.sysconf("SC_CLK_TCK")


def read_lo() -> int:
    """Bytes that were sent over the loopback since the machine started."""
    (baris,) = (b for b in Path("/proc/net/dev").read_text().splitlines() if b.strip()[:3] == "lo:")
    return int(baris.split(":")[1].split()[8])


def measure_satu(kantor: Kantor, nama: str, klaster: KlasterUji | None) -> dict[str, float]:
    """One run: CPU here and elsewhere (s), memory here (MiB), bytes that went over the network."""
    proses = klaster.proses if klaster else []
    awal, kirim = [read_cpu(p.pid) for p in proses], read_lo()
    lain = ("--klaster", klaster.alamat) if klaster else ()
    ukuran = kantor.jalankan(nama, SEBELUM[nama], lain=lain)
    jauh = [read_cpu(p.pid) - a for p, a in zip(proses, awal, strict=True)]
    return {
        "jam": ukuran.jam,
        "sini": ukuran.cpu,
        "mib": ukuran.mib,
        "penjadwal": sum(jauh[:1]),
        "pekerja": sum(jauh[1:]),
        "jaringan": read_lo() - kirim if klaster else 0,
    }


def read_banding() -> dict[str, Any]:
    """The run that was kept."""
    hasil: dict[str, Any] = json.loads(HASIL.read_text())
    return hasil


def render_banding(hasil: Mapping[str, Any]) -> str:
    """The table: medians."""
    baris = [f"{hasil['jabatan']} jabatan; {hasil['tanggal']}, {hasil['mesin']}", "", KEPALA]
    for nama, cara in hasil["cara"].items():
        for apa, putaran in cara.items():
            m = {k: statistics.median(p[k] for p in putaran) for k in putaran[0]}
            semua = m["sini"] + m["pekerja"] + m["penjadwal"]
            baris.append(
                f"| `{nama}` | {apa} | {len(putaran)} | {semua:.1f} | {m['sini']:.1f} | "
                f"{m['pekerja']:.1f} | {m['penjadwal']:.1f} | {m['mib']:.0f} | "
                f"{m['jaringan'] / 1024 / hasil['jabatan']:.0f} |"
            )
    return "\n".join(baris)


def iter_putaran(
    kantor: Kantor, klaster: KlasterUji, hanya: Sequence[str], ulang: int
) -> Iterator[tuple[str, str, dict[str, float]]]:
    """Each run by command and way, by turns."""
    for _ in range(ulang):
        for nama in hanya:
            yield nama, "this machine", measure_satu(kantor, nama, None)
            yield nama, "cluster", measure_satu(kantor, nama, klaster)


@click.command()
@click.option("--jabatan", default=1000, help="At least so many chairs.")
@click.option("--ulang", default=3, help="Turns.")
@click.option("--hanya", multiple=True, default=PERINTAH, help="Only these commands.")
@click.option("--folder", type=click.Path(path_type=Path), help="Kept and used again.")
def main(jabatan: int, ulang: int, hanya: tuple[str, ...], folder: Path | None) -> None:
    """Measures, keeps each turn in bench/klaster.json and prints the table."""
    with tempfile.TemporaryDirectory(prefix="bench-") as sementara:
        kantor = Kantor(folder or Path(sementara) / "kantor", jabatan, 10)
        kantor.siapkan("terbitkan")
        dasar, cara = new_hasil(), {n: {"this machine": [], "cluster": []} for n in hanya}
        hasil = {"mesin": dasar.mesin, "tanggal": dasar.tanggal, "cara": cara,
                 "jabatan": len(kantor.formulir())}  # fmt: skip
        with open_klaster_uji(Path(tempfile.mkdtemp(dir=sementara))) as klaster:
            for nama, apa, ukuran in iter_putaran(kantor, klaster, hanya, ulang):
                cara[nama][apa].append(ukuran)
                HASIL.write_text(json.dumps(hasil, indent=1) + "\n")
                click.echo(f"{nama}, {apa}: {ukuran}")
        click.echo(render_banding(hasil))


if __name__ == "__main__":
    main()
