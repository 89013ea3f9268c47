"""The census import: read a workbook, plan what it would change, load it, settle differences, undo it."""
