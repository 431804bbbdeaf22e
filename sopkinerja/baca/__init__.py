"""Reading what came back: a workbook to tables of cells, judged by nobody yet."""
