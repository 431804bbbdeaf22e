"""The commands: parse, call, print; click only here, one module for each step of the SOP.

The order of these imports is the order of the commands in the help: that of the SOP.
"""

from sopkinerja.cli import (  # isort: skip
    ruang as ruang,
    mandat as mandat,
    jadwal as jadwal,
    renaksi as renaksi,
    terbitkan as terbitkan,
    penerimaan as penerimaan,
    status as status,
    laporan_opd as laporan_opd,
    triwulan as triwulan,
    lampirkan as lampirkan,
    jejak as jejak,
    bundel as bundel,
    mulai_tahun as mulai_tahun,
)
from sopkinerja.cli.dasar import main as main
