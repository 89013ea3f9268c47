"""Calls for funds in and out: a workbook a person fills, a JSON of our own schema, and awards as 360Giving."""
