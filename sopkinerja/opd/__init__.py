"""Who: the OPD, its units, chairs and people; the referensi workbook."""
