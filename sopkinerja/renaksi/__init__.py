"""Row 2 of the SOP: Rencana Aksi."""
