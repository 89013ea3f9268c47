"""Meetings of every kind: held, corrected, voided, their hours validated; contacts, and drafts of what is being typed.

A room above extends a meeting one to one (a session, a lesson) and asks its own rights before calling `hold`.
"""

from incubator.services.meetings.contacts import log_contact
from incubator.services.meetings.corrections import Beside, content_of, correct, may_mend, void
from incubator.services.meetings.drafts import discard_draft, drafts_of, fields_of, save_draft
from incubator.services.meetings.hours import may_validate, to_validate, validate_hours
from incubator.services.meetings.opens import files_of, hosts_of, log_open, open_to
from incubator.services.meetings.versions import former_versions
from incubator.services.meetings.writing import conductors, hold, minutes_between

__all__ = [
    "Beside",
    "conductors",
    "content_of",
    "correct",
    "discard_draft",
    "drafts_of",
    "fields_of",
    "files_of",
    "former_versions",
    "hold",
    "hosts_of",
    "log_contact",
    "log_open",
    "may_mend",
    "may_validate",
    "minutes_between",
    "open_to",
    "save_draft",
    "to_validate",
    "validate_hours",
    "void",
]
