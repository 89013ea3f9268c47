"""The kernel's records, one subject a file."""

from incubator.models.accounts import Assignment, Invitation, Post, User
from incubator.models.chain import Block, ChainEntry, Redaction, RetentionTerm
from incubator.models.consents import AdviserStanding, Consent, ConsentSupport, ConsentText, ProcessorContract
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
from incubator.models.planning import PlannedMeeting, PlannedSupport
from incubator.models.programmes import Agreement, Incubator, Participation
from incubator.models.same_person import (
    DuplicateNotice,
    DuplicateTalk,
    PersonDistinction,
    PersonMerge,
)
from incubator.models.saved_filters import SavedFilter
from incubator.models.sensitive import SensitiveProfile, SupportGiven, SupportNeed
from incubator.models.tasks import Absence, CalendarFeed, DigestDelivery, DigestPreference, TaskOverlay
from incubator.models.territory import CalendarException, Commune, CommuneSpelling, Holiday, Province, Region

__all__ = [
    "Absence",
    "AdviserStanding",
    "Agreement",
    "Assignment",
    "Attendance",
    "Block",
    "CalendarException",
    "CalendarFeed",
    "ChainEntry",
    "Commitment",
    "Commune",
    "CommuneSpelling",
    "Consent",
    "ConsentSupport",
    "ConsentText",
    "Contact",
    "DigestDelivery",
    "DigestPreference",
    "Draft",
    "DuplicateNotice",
    "DuplicateTalk",
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
    "PersonDistinction",
    "PersonMerge",
    "PlannedMeeting",
    "PlannedSupport",
    "Post",
    "ProcessorContract",
    "Province",
    "ReadingLog",
    "Redaction",
    "Region",
    "Representation",
    "RetentionTerm",
    "SavedFilter",
    "SensitiveProfile",
    "SupportGiven",
    "SupportNeed",
    "TaskOverlay",
    "User",
]

from incubator.models import tracked  # noqa: F401 - last: it follows the records above
