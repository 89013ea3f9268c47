"""Screens of reports, one subject a file."""
