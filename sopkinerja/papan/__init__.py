"""The return board to look at and to pass on: a workbook and a page, with a reminder for each."""
