"""Accounts: who acts in a command, the posts people hold, their invitations, and closing an account at once."""

from incubator.services.accounts.acting import SYSTEM_EMAIL, acting
from incubator.services.accounts.closing import reopen, suspend
from incubator.services.accounts.governing import governs
from incubator.services.accounts.invitations import accept, find, resend
from incubator.services.accounts.posts import COORDINATIONS, appoint, end_post

__all__ = [
    "COORDINATIONS",
    "SYSTEM_EMAIL",
    "accept",
    "acting",
    "appoint",
    "end_post",
    "find",
    "governs",
    "reopen",
    "resend",
    "suspend",
]
