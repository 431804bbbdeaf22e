"""How often Python looks for garbage that points at itself: what a run makes lives until its end."""

from __future__ import annotations

import gc

AMBANG = 50_000
"""So many new containers more than were let go make it look; 700 is Python's own."""


def relax_sampah() -> None:
    """Looks rarely from now on: going through all that was read again and again takes a quarter of
    a large run, and frees nothing."""
    gc.set_threshold(AMBANG, 20, 50)
