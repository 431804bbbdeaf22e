"""What is wrong with sopkinerja.toml as an office wrote it: the line, what stands there, what is
needed; never the words of a parser."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sopkinerja.rantai import find_mirip

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_TULISAN = (
    ("Invalid value", "isinya tidak terbaca; teks ditulis di antara tanda kutip lurus (\"…\"), "
     "pilihan ya atau tidak sebagai true atau false, pecahan dengan titik (1.5)"),
    ("Expected newline", "satu baris hanya memuat satu pengaturan; sesudah isinya tidak boleh ada "
     "kata lain"),
    ("Cannot overwrite", "nama yang sama ditulis dua kali; hapus salah satunya"),
    ("Cannot declare", "nama yang sama ditulis dua kali; hapus salah satunya"),
    ("Expected '='", "sesudah namanya harus ada tanda ="),
    ("Unclosed array", "kurung siku [ belum ditutup dengan ]"),
    ("Illegal character", "tanda kutip belum ditutup di baris itu"),
    ("Unterminated string", "tanda kutip belum ditutup"),
)  # fmt: skip
"""What tomllib finds, and how we say it; the first that fits."""
_ISI = (
    ("bool", "isi true atau false, tanpa tanda kutip"),
    ("int", "isi bilangan bulat tanpa tanda kutip, misalnya 5"),
    ("float", "isi angka tanpa tanda kutip, misalnya 120"),
    ("tuple", 'isi daftar di antara kurung siku, misalnya ["a", "b"]'),
    ("dict", "isi tabel, misalnya { mandat = 20 }"),
    ("string", "isi teks di antara tanda kutip"),
    ("missing", "isinya belum lengkap"),
)
"""What pydantic finds, by the beginning of its kind, and how we say it."""


def explain_tulisan(galat: tomllib.TOMLDecodeError | UnicodeDecodeError, teks: str) -> str:
    """Which line can't be read as TOML, and why."""
    if isinstance(galat, UnicodeDecodeError):
        return "sopkinerja.toml tidak terbaca: simpan lagi sebagai teks biasa (UTF-8)."
    pesan, baris = str(galat), teks.splitlines() or [""]
    cocok = re.search(r"at line (\d+)", pesan)
    nomor = min(int(cocok[1]), len(baris)) if cocok else _find_akhir(baris, pesan)
    sebab = next((kita for asing, kita in _TULISAN if pesan.startswith(asing)), "salah tulis")
    return f"sopkinerja.toml baris {nomor}, “{baris[nomor - 1].strip()}”: {sebab}."


def _find_akhir(baris: Sequence[str], pesan: str) -> int:
    """The line that tomllib means by the end of the document."""
    isi = [n for n, b in enumerate(baris, 1) if b.strip() and not b.lstrip().startswith("#")]
    if "overwrite" in pesan:
        nama = [b.partition("=")[0].strip() for b in baris]
        isi = [n for n in isi if nama[n - 1] in nama[: n - 1]] or isi
    return isi[-1] if isi else 1


def explain_isi(galat: ValidationError, teks: str, dikenal: Iterable[str]) -> str:
    """Which settings hold what they can't, each with its line."""
    nama = tuple(dikenal)
    return " ".join(_explain(butir, teks.splitlines(), nama) for butir in galat.errors())


def _explain(butir: ErrorDetails, baris: Sequence[str], dikenal: Sequence[str]) -> str:
    jalur = [str(j) for j in butir["loc"] if isinstance(j, str) and j != "[key]"]
    nomor = _find_baris(jalur, baris)
    letak = f" baris {nomor}" if nomor else ""
    return f"sopkinerja.toml{letak}, {'.'.join(jalur)}: {_render_sebab(butir, jalur, dikenal)}"


def _render_sebab(butir: ErrorDetails, jalur: Sequence[str], dikenal: Sequence[str]) -> str:
    jenis, konteks = butir["type"], butir.get("ctx") or {}
    if jenis == "extra_forbidden":
        return f"pengaturan ini tidak dikenal.{find_mirip(jalur[-1], dikenal)}"
    return f"{_render_syarat(jenis, konteks, butir['loc'])} (tertulis {_render_nilai(butir['input'])})."


def _render_syarat(jenis: str, konteks: dict[str, Any], letak: tuple[int | str, ...]) -> str:
    if jenis in ("literal_error", "enum"):
        pilihan = str(konteks.get("expected", "")).replace(" or ", " atau ").replace("'", '"')
        return f"{'namanya' if letak[-1] == '[key]' else 'isi'} salah satu dari {pilihan}"
    if jenis in ("greater_than_equal", "less_than_equal"):
        batas = konteks.get("ge", konteks.get("le"))
        return f"isi {'paling kecil' if 'ge' in konteks else 'paling besar'} {batas}"
    return next(
        (kita for awal, kita in _ISI if jenis.startswith(awal)), "isinya tidak dapat dipakai"
    )


def _render_nilai(nilai: object) -> str:
    """What stands there, as TOML writes it."""
    if isinstance(nilai, bool):
        return str(nilai).lower()
    return f'"{nilai}"' if isinstance(nilai, str) else str(nilai)


def _find_baris(jalur: Sequence[str], baris: Sequence[str]) -> int | None:
    """The line on which a setting begins; that of its table where it has none of its own."""
    hasil, awal = None, 0
    for nama in jalur:
        pola = re.compile(rf"""\s*\[?\s*["']?{re.escape(nama)}["']?\s*[=\]]""")
        nomor = next((n for n, b in enumerate(baris[awal:], awal + 1) if pola.match(b)), None)
        if nomor is None:
            return hasil
        hasil, awal = nomor, nomor - 1
    return hasil
