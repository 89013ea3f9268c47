"""The pages of the legal file."""

from cases.views.legal.acting import adopt, open_again, record, review
from cases.views.legal.summary import summary

__all__ = ["adopt", "open_again", "record", "review", "summary"]
