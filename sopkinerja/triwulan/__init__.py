"""Row 7 of the SOP: calendar and deadlines, closing and carrying on."""
