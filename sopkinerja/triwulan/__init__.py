"""Row 7 of the SOP: closing, carrying on, years."""
