"""sopkinerja: performance data of an OPD, collected each triwulan by its written SOP."""

__version__ = "1.0.0"
