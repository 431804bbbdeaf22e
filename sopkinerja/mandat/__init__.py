"""Row 1 of the SOP: the PK/SKP of each jabatan with its targets per triwulan."""
