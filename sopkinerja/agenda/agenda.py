"""The register of a workspace, with all that it keeps."""

from __future__ import annotations

from sopkinerja.agenda.kejadian import RegisterKejadian
from sopkinerja.agenda.kiriman import RegisterKiriman
from sopkinerja.agenda.mandat import RegisterMandat
from sopkinerja.agenda.terbitan import RegisterTerbitan


class Agenda(RegisterMandat, RegisterTerbitan, RegisterKiriman, RegisterKejadian):
    """Open register with every kind of record that it keeps; how it opens and commits: `Register`."""
