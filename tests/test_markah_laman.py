"""A guide's Markdown as HTML: what stands where, and every letter of a text only a letter."""

from __future__ import annotations

import pytest

from sopkinerja.markah_laman import render_badan

KASUS = [
    ("# Judul\n\nIsi.", "<h1>Judul</h1><p>Isi.</p>"),
    ("**Tebal** dan *miring*, `a<b`", "<p><strong>Tebal</strong> dan <em>miring</em>, <code>a&lt;b</code></p>"),
    ("<script>1</script> & lain", "<p>&lt;script&gt;1&lt;/script&gt; &amp; lain</p>"),
    ("[cara](pasang.md), [uv](https://a.b/?x=1&y=2)",
     '<p>cara, <a href="https://a.b/?x=1&amp;y=2">uv</a></p>'),
    ('![Di "ponsel"](gambar/a.png)', '<p><img src="A:gambar/a.png" alt="Di &quot;ponsel&quot;"></p>'),
    ("1. satu\n   - a\n   - b\n2. dua\n\nHabis.",
     "<ol><li>satu<ul><li>a</li><li>b</li></ul></li><li>dua</li></ol><p>Habis.</p>"),
    ("1. satu\n   sambungan\n2. dua\n   - a\n     lagi\n   habis\n3. tiga",
     "<ol><li>satu sambungan</li><li>dua<ul><li>a lagi</li></ul> habis</li><li>tiga</li></ol>"),
    ("  masuk", "<p>masuk</p>"),
    ("<!-- [[[cog\nx\n]]] -->\nisi", "<p>isi</p>"),
]  # fmt: skip


@pytest.mark.parametrize(("markah", "laman"), KASUS, ids=[k for k, _ in KASUS])
def test_badan(markah: str, laman: str) -> None:
    assert render_badan(markah, lambda jalur: f"A:{jalur}").replace("\n", "") == laman
