"""Closed triwulan of several OPD in one matrix and one LHE of the pemda."""
