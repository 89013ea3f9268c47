"""Workbooks in and out: a file's bytes become sheets of rows, and rows become a workbook."""
