"""Eligibility: pure functions, so no database."""
