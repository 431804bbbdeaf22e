"""Row 6 of the SOP: the LHE Internal Triwulan."""
