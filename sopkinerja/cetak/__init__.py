"""Workbooks for readers: one palette, one page head, one table writer."""
