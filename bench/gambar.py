"""Time against size as an SVG, both axes logarithmic: `python -m bench.gambar`.

A line as steep as the dashed ones grows with the office and no faster.
"""

from __future__ import annotations

import math
from pathlib import Path

from bench.sasaran import PERINTAH_TUMBUH, Hasil, read_hasil

BERKAS = Path(__file__).parents[1] / "docs" / "gambar" / "kinerja.svg"
WARNA = {"tetapkan": "#1f4e79", "terbitkan": "#c55a11", "terima": "#548235", "matriks": "#7030a0"}
LEBAR, TINGGI, KIRI, BAWAH, ATAS, KANAN = 640, 400, 60, 45, 15, 110


def render_gambar(hasil: Hasil) -> str:
    """One line for each command over the sizes that the run tells of."""
    titik = {p: _list_titik(hasil, p) for p in PERINTAH_TUMBUH}
    x = [t[0] for daftar in titik.values() for t in daftar]
    y = [t[1] for daftar in titik.values() for t in daftar]
    bidang = _Bidang(
        min(x), max(x), 10 ** math.floor(math.log10(min(y))), 10 ** math.ceil(math.log10(max(y)))
    )
    isi = [_render_sumbu(bidang, sorted(set(x)))]
    isi += [_render_garis(bidang, p, daftar) for p, daftar in titik.items()]
    kepala = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEBAR} {TINGGI}" font-family="sans-serif" font-size="12">'
    return "\n".join(
        [kepala, f'<rect width="{LEBAR}" height="{TINGGI}" fill="#fff"/>', *isi, "</svg>", ""]
    )


def _list_titik(hasil: Hasil, perintah: str) -> list[tuple[int, float]]:
    """(jabatan, CPU seconds)"""
    nama = [n for n in hasil.putaran if n.split()[0] == perintah]
    return sorted((int(n.split()[1]), hasil.tengah(n, "cpu")) for n in nama)


class _Bidang:
    """From sizes and seconds to places on the picture."""

    def __init__(self, x0: float, x1: float, y0: float, y1: float) -> None:
        self.x0, self.x1, self.y0, self.y1 = x0, x1, y0, y1

    def x(self, nilai: float) -> float:
        """From the left."""
        bagian = math.log(nilai / self.x0) / math.log(self.x1 / self.x0)
        return round(KIRI + bagian * (LEBAR - KIRI - KANAN), 1)

    def y(self, nilai: float) -> float:
        """From the top."""
        bagian = math.log(nilai / self.y0) / math.log(self.y1 / self.y0)
        return round(TINGGI - BAWAH - bagian * (TINGGI - BAWAH - ATAS), 1)


def _render_sumbu(b: _Bidang, ukuran: list[int]) -> str:
    isi = []
    detik = b.y0
    while detik <= b.y1:
        y = b.y(detik)
        isi.append(f'<path d="M{KIRI} {y}H{LEBAR - KANAN}" stroke="#ddd"/>')
        isi.append(f'<text x="{KIRI - 8}" y="{y + 4}" text-anchor="end">{detik:g}</text>')
        seret = min(b.y1, detik * b.x1 / b.x0)
        x = b.x(b.x0 * seret / detik)
        isi.append(f'<path d="M{KIRI} {y}L{x} {b.y(seret)}" stroke="#ccc" stroke-dasharray="4 4"/>')
        detik *= 10
    for n in ukuran:
        isi.append(
            f'<text x="{b.x(n)}" y="{TINGGI - BAWAH + 18}" text-anchor="middle">{n:,}</text>'
        )
    isi.append(
        f'<text x="{KIRI}" y="{TINGGI - 8}">jabatan, ten indicators each; CPU seconds of the whole command</text>'
    )
    return "\n".join(isi)


def _render_garis(b: _Bidang, perintah: str, titik: list[tuple[int, float]]) -> str:
    jalur = "L".join(f"{b.x(n)} {b.y(s)}" for n, s in titik)
    warna = WARNA[perintah]
    n, s = titik[-1]
    bulat = "".join(f'<circle cx="{b.x(i)}" cy="{b.y(j)}" r="3" fill="{warna}"/>' for i, j in titik)
    return (
        f'<path d="M{jalur}" fill="none" stroke="{warna}" stroke-width="2"/>{bulat}'
        f'<text x="{b.x(n) + 8}" y="{b.y(s) + 4}" fill="{warna}">{perintah} {s:.0f} s</text>'
    )


if __name__ == "__main__":
    BERKAS.write_text(render_gambar(read_hasil("besar")), encoding="utf-8")
