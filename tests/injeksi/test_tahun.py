"""Hostile texts that come by mandat forms, go on as follow-ups and into the next year are live nowhere.
One round in the gate, another in the long run, all others by `make fuzz`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.injeksi.tahun import CeritaTahun
from tests.injeksi.test_kiriman import KENDALI, find_rumus_keluar
from tests.mutator.hidup import find_hidup
from tests.mutator.test_injeksi import PUTARAN, find_keluaran

MILIK_KASUBAG = ("referensi.xlsx", "Periksa_Referensi.xlsx")
KELUARAN = (
    r"mandat/perbaikan/BID-01_.*\.xlsx", r"mandat/pk/KADIS_PK_2026_rev\d\.xlsx",
    r"TW2/LHE_TW2_2026\.xlsx", r"outbox/2026/Tindak_Lanjut_2026\.xlsx",
)  # fmt: skip


@pytest.mark.parametrize("putaran", PUTARAN)
def test_setahun_tidak_ada_yang_hidup(putaran: int, tmp_path: Path) -> None:
    cerita = CeritaTahun(tmp_path / "ruang", putaran)
    cerita.play()
    keluaran = dict(find_keluaran(cerita.ruang.akar))
    for pola in KELUARAN:
        assert any(re.search(pola, n) for n in keluaran), (pola, sorted(keluaran))
    buku = keluaran | {n: (cerita.ruang.akar / n).read_bytes() for n in MILIK_KASUBAG}
    hidup = [h for n, i in buku.items() for h in find_hidup(n, i)]
    assert [h for h in hidup if not h.endswith("a link to referensi.xlsx")] == []
    assert [h for n, i in buku.items() for h in find_rumus_keluar(n, i)] == []
    assert KENDALI.findall(cerita.keluar) == []
    assert re.findall(r"^\W*ATTACH:", cerita.keluar, re.MULTILINE) == []
