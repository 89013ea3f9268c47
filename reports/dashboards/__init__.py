"""Dashboards: how an incubator, or an agreement across its municipalities, stands today and moved these months.

Pure readings of querysets into tables (reports.tables.base), drawn the same on screen and in a workbook. No T3 at all,
and the agreement's names no group and no person.
"""
