"""What must hold, as ratios of one run, and what of it holds: pure, from what was measured."""

from __future__ import annotations

import json
import statistics
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.proses import Ukuran

FOLDER_HASIL = Path(__file__).parent / "hasil"


@dataclass(frozen=True)
class Putaran:
    """One turn of one way: seconds on the clock, of processor, MiB, and how many were done."""

    jam: float
    cpu: float
    mib: float
    banyak: int = 1


@dataclass
class Hasil:
    """One run: machine, date, and the turns of each way in their order."""

    mesin: str
    tanggal: str
    putaran: dict[str, list[Putaran]]

    def catat(self, nama: str, ukuran: Ukuran, banyak: int = 1) -> None:
        """One more turn of that way."""
        isi = Putaran(round(ukuran.jam, 3), round(ukuran.cpu, 3), round(ukuran.mib, 1), banyak)
        self.putaran.setdefault(nama, []).append(isi)

    def tengah(self, nama: str, apa: str) -> float:
        """The median of what was measured of a way (`jam`, `cpu`, `mib`)."""
        return statistics.median(getattr(p, apa) for p in self.putaran[nama])

    def kali(self, atas: str, bawah: str, apa: str = "jam", *, setiap: bool = True) -> float:
        """The median of the ratios turn by turn, for each that was done unless not `setiap`."""
        return statistics.median(
            (getattr(a, apa) / (a.banyak if setiap else 1))
            / (getattr(b, apa) / (b.banyak if setiap else 1))
            for a, b in zip(self.putaran[atas], self.putaran[bawah], strict=False)
        )

    def write(self, nama: str, folder: Path = FOLDER_HASIL) -> None:
        """Kept as bench/hasil/<nama>.json, one way a line."""
        folder.mkdir(exist_ok=True)
        baris = [
            f'    "{k}": {json.dumps([list(asdict(p).values()) for p in v])}'
            for k, v in self.putaran.items()
        ]
        isi = f'{{\n  "mesin": {json.dumps(self.mesin)},\n  "tanggal": {json.dumps(self.tanggal)},\n  "putaran": {{\n'
        (folder / f"{nama}.json").write_text(isi + ",\n".join(baris) + "\n  }\n}\n")


def read_hasil(nama: str, folder: Path = FOLDER_HASIL) -> Hasil:
    """The last run of that name."""
    isi = json.loads((folder / f"{nama}.json").read_text())
    putaran = {k: [Putaran(*p) for p in v] for k, v in isi["putaran"].items()}
    return Hasil(isi["mesin"], isi["tanggal"], putaran)


def read_semua() -> dict[str, Hasil]:
    """The last run of each name."""
    return {p.stem: read_hasil(p.stem) for p in sorted(FOLDER_HASIL.glob("*.json"))}


@dataclass(frozen=True)
class Sasaran:
    """One goal: the work, how it is reckoned from a run, and its limit; the ways that it needs."""

    kerja: str
    hitung: Callable[[Hasil, str], float]
    """By `jam` or by `cpu`."""
    batas: float
    satuan: str
    paling_banyak: bool
    perlu: tuple[str, ...]
    apa: tuple[str, ...] = ("jam", "cpu")
    """By which it can be reckoned; the first is what the goal means."""

    def is_tercapai(self, nilai: float) -> bool:
        """Whether that figure holds it."""
        return nilai <= self.batas if self.paling_banyak else nilai >= self.batas


JAM_SAJA, CPU_SAJA = ("jam",), ("cpu",)
PERINTAH_TUMBUH = ("tetapkan", "terbitkan", "terima", "matriks")


def _kali(kerja: str, lawan: str, kami: str, batas: float) -> Sasaran:
    """So many times as fast as another way."""
    return Sasaran(kerja, lambda h, apa: h.kali(lawan, kami, apa), batas, "×", False, (lawan, kami))


def _paling(kerja: str, nama: str, apa: str, batas: float, satuan: str) -> Sasaran:
    return Sasaran(kerja, lambda h, a: h.tengah(nama, a), batas, satuan, True, (nama,), (apa,))


def _inti(perintah: str) -> Sasaran:
    """Two processors against one."""
    satu = f"{perintah}-1-inti"
    kerja = f"second core, `{perintah}`"
    return Sasaran(
        kerja, lambda h, a: h.kali(satu, perintah, a), 1.7, "×", False, (satu, perintah), JAM_SAJA
    )


def _tumbuh(perintah: str, apa: tuple[str, ...], batas: float) -> Sasaran:
    """Ten times the office against the office."""
    kecil, besar = f"{perintah} 1000", f"{perintah} 10000"
    kata = "memory" if "mib" in apa else "time"
    kerja = f"`{perintah}`, 10,000 jabatan against 1,000: {kata}"
    return Sasaran(
        kerja,
        lambda h, a: h.kali(besar, kecil, a, setiap=False),
        batas,
        "×",
        True,
        (kecil, besar),
        apa,
    )


SASARAN = (
    _kali("`terbitkan laporan` against the XlsxWriter in_memory loop", "xlsxwriter-formulir", "terbitkan", 12),
    _kali("`terima` against pandas + calamine merely reading", "pandas-calamine", "terima", 1),
    _kali("`terima` against pandas + openpyxl merely reading", "pandas-openpyxl", "terima", 8),
    Sasaran(
        "`terima` of 10 returns in a running office of 1,000: CPU beyond start-up",
        lambda h, a: h.tengah("terima-10", a) - h.tengah("bantuan", a),
        2, "s", True, ("terima-10", "bantuan"), CPU_SAJA,
    ),
    Sasaran(
        "`matriks`, 3,461 rows, against a bare XlsxWriter constant_memory loop",
        lambda h, a: h.kali("matriks", "xlsxwriter-matriks", a, setiap=False),
        3, "×", True, ("matriks", "xlsxwriter-matriks"),
    ),
    _paling("`status`, 1,000 jabatan, referensi unchanged: CPU", "status", "cpu", 0.8, "s"),
    _paling("`--help`: CPU", "bantuan", "cpu", 0.2, "s"),
    _inti("terbitkan"),
    _inti("terima"),
    *(_tumbuh(p, ("jam", "cpu"), 11) for p in PERINTAH_TUMBUH),
    *(_tumbuh(p, ("mib",), 1.4) for p in PERINTAH_TUMBUH),
    _paling("`matriks`, 100,000 rows: memory", "matriks 10000", "mib", 300, "MiB"),
    _paling("`make demo` after the installation", "demo", "jam", 45, "s"),
    _paling("`make demo-tahun`", "demo-tahun", "jam", 150, "s"),
)  # fmt: skip


def render_mesin(semua: Mapping[str, Hasil]) -> str:
    """Where and when each run was made."""
    return "\n".join(f"- `{nama}`: {h.tanggal}, {h.mesin}" for nama, h in semua.items())


def render_sasaran(semua: Iterable[Hasil]) -> str:
    """A Markdown table of the goals that these runs tell of: at least or at most, and what it is, on
    the clock (CPU, MiB where that is meant) and by processor time."""
    baris = ["| work | goal | measured | by CPU | |", "|---|--:|--:|--:|---|"]
    daftar = list(semua)
    for s in SASARAN:
        for h in daftar:
            if all(n in h.putaran for n in s.perlu):
                baris.append(_render_satu(s, h))
    return "\n".join(baris)


def _render_satu(s: Sasaran, hasil: Hasil) -> str:
    nilai = s.hitung(hasil, s.apa[0])
    cpu = f"{s.hitung(hasil, 'cpu'):.3g} {s.satuan}" if "cpu" in s.apa else ""
    tanda = "≤" if s.paling_banyak else "≥"
    kata = "holds" if s.is_tercapai(nilai) else "**doesn't**"
    return (
        f"| {s.kerja} | {tanda} {s.batas:g} {s.satuan} | {nilai:.3g} {s.satuan} | {cpu} | {kata} |"
    )


SEBUTAN = {
    "terbitkan-1-inti": "`terbitkan laporan`, one core",
    "terbitkan": "`terbitkan laporan`",
    "terima-1-inti": "`terima`, one core",
    "terima": "`terima`",
    "terima-10": "`terima` of 10 returns, all others in",
    "matriks": "`matriks`, 3,461 rows",
    "status": "`status laporan`",
    "bantuan": "`--help`",
    "xlsxwriter-formulir": "XlsxWriter, in memory: forms",
    "openpyxl-formulir": "openpyxl, template: forms",
    "pandas-calamine": "pandas + calamine: returns",
    "pandas-openpyxl": "pandas + openpyxl: returns",
    "xlsxwriter-matriks": "XlsxWriter, constant memory: cells of `matriks`",
}


def render_putaran(hasil: Hasil) -> str:
    """A Markdown table of the medians of each way."""
    baris = [
        "| way | turns | done | s | CPU s | MiB | a CPU second |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for nama, putaran in hasil.putaran.items():
        jam, cpu, mib = (hasil.tengah(nama, a) for a in ("jam", "cpu", "mib"))
        banyak = putaran[0].banyak
        laju = f"{banyak / cpu:,.3g}" if banyak > 1 else ""
        jumlah = f"{banyak:,}" if banyak > 1 else ""
        baris.append(
            f"| {SEBUTAN.get(nama, nama)} | {len(putaran)} | {jumlah} | {jam:.2f} | {cpu:.2f} "
            f"| {mib:.0f} | {laju} |"
        )
    return "\n".join(baris)


def render_tumbuh(hasil: Hasil) -> str:
    """A Markdown table of each command over the sizes: CPU seconds and MiB, and how many times those
    of the size before."""
    ukuran = sorted({int(n.split()[1]) for n in hasil.putaran if n.split()[0] in PERINTAH_TUMBUH})
    kepala = ["command", *(f"{n:,} jabatan: CPU s, MiB" for n in ukuran)]
    baris = [f"| {' | '.join(kepala)} |", f"|---|{'--:|' * len(ukuran)}"]
    for p in PERINTAH_TUMBUH:
        sel = [
            _render_ukuran(hasil, p, n, lalu) for lalu, n in zip([0, *ukuran], ukuran, strict=False)
        ]
        baris.append(f"| `{p}` | {' | '.join(sel)} |")
    return "\n".join(baris)


def _render_ukuran(hasil: Hasil, perintah: str, ukuran: int, lalu: int) -> str:
    nama, dulu = f"{perintah} {ukuran}", f"{perintah} {lalu}"
    if nama not in hasil.putaran:
        return ""
    cpu, mib = hasil.tengah(nama, "cpu"), hasil.tengah(nama, "mib")
    if dulu not in hasil.putaran:
        return f"{cpu:.1f}, {mib:.0f}"
    kali = [hasil.kali(nama, dulu, apa, setiap=False) for apa in ("cpu", "mib")]
    return f"{cpu:.1f} (× {kali[0]:.1f}), {mib:.0f} (× {kali[1]:.1f})"
