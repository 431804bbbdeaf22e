"""Rows 3 and 4 of the SOP: the quarterly form, its rules and its capaian."""
