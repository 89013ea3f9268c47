"""The kernel's records, one subject a file."""

from incubator.models.accounts import Assignment, Invitation, Post, User
from incubator.models.evidence import Evidence
from incubator.models.journal import JournalEntry, ReadingLog
from incubator.models.meetings import (
    Attendance,
    Commitment,
    Contact,
    Draft,
    Meeting,
    MeetingSupport,
    MeetingVersion,
)
from incubator.models.organizations import Membership, Organization, Representation
from incubator.models.people import Person
from incubator.models.programmes import Agreement, Incubator, Participation
from incubator.models.sensitive import SensitiveProfile, SupportGiven, SupportNeed
from incubator.models.territory import CalendarException, Commune, CommuneSpelling, Holiday, Province, Region

__all__ = [
    "Agreement",
    "Assignment",
    "Attendance",
    "CalendarException",
    "Commitment",
    "Commune",
    "CommuneSpelling",
    "Contact",
    "Draft",
    "Evidence",
    "Holiday",
    "Incubator",
    "Invitation",
    "JournalEntry",
    "Meeting",
    "MeetingSupport",
    "MeetingVersion",
    "Membership",
    "Organization",
    "Participation",
    "Person",
    "Post",
    "Province",
    "ReadingLog",
    "Region",
    "Representation",
    "SensitiveProfile",
    "SupportGiven",
    "SupportNeed",
    "User",
]
