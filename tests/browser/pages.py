"""Which pages there are and who opens each: from the registry of addresses and the world of the authorization proof."""

from dataclasses import dataclass

from django.urls import reverse

from cases.services.census import understand
from incubator import calendars
from tests.authorization.addresses import registered
from tests.authorization.expectations import Outcome, outcome
from tests.authorization.world import CORNERS

#: Who is asked to open a page, in this order: few people, so that the browser changes session seldom.
READERS = (
    "coordinator",
    "officer_disability",
    "university_coordinator",
    "funder_approver",
    "administrator",
    "trainer",
    "advisor",
    "moved_officer",
    "evaluator",
    "data_delegate",
    "legal_adviser",
)
#: Where the first reader sees less than another.
WHO_SEES_MORE = {"curriculum_new": ("university_coordinator",), "dashboard": ("university_coordinator",)}
#: Files and prints: no screen to look at.
NOT_SCREENS = {
    "census_file", "census_refused", "cohort_sheet", "group_document", "group_export", "health", "lesson_file",
    "meeting_file", "ready", "report_file", "session_file", "session_sheet",
    "incubator_dashboard_file", "agreement_dashboard_file", "adviser_contract_file", "agenda_notice", "calendar_feed",
    "consent_file", "consent_sheet", "group_consent_sheet", "letter_file", "members_export", "plan_pdf",
    "public_call_pdf",
    "assembly_evidence", "assembly_pdf", "assembly_word", "book_members_paper", "book_seats_paper", "book_workbook",
    "legal_paper_pdf", "legal_paper_word", "regular_letter", "regular_plan_pdf",
    "budget_pdf", "budget_workbook", "quotation_file", "vault_file",
    "fund_bases_file", "fund_blank", "fund_calendar_file", "fund_giving", "fund_json", "fund_workbook",
    "fund_groups_export", "fund_applications_export", "purchases_workbook", "fact_file", "filing_file", "purchase_file", "fund_hand_over_zip", "package_file", "package_text", "package_zip",
}  # fmt: skip


#: They send on to another page, or take only what a form sends: the page they lead to is looked at by its own name.
LEAD_ON = {"draft_discard", "meeting_page", "person_sensitive_save", "draft_take_up", "evaluation_declare"}
LEAD_ON |= {"evaluation_sheet", "fund_condition_new"}
#: They need a record in a state no corner has: looked at by the browser tests of their own rooms.
LOOKED_AT_AT_HOME = {
    "book_open", "seat_new",  # tests/books: a book that is not open yet
    "legal_act_points", "legal_act_read",  # tests/legal: acts whose document is read
    "letter_draft",  # tests/selection
    "fund_file", "package_differences",  # tests/funding: a file one brought; two packages of one application
    "legal_rules_adopt",  # tests/legal: a file with rules of another day
    "task_pass", "task_snooze",  # tests/tasks
    "transfer_accept", "transfer_reject",  # tests/transfers
}  # fmt: skip
#: Pages that say there is nothing there, which are looked at too.
NOTHING_THERE = {"invitation": 410, "verify_code": 404}


#: The steps of an import end when it is loaded: they are looked at in one that waits.
IMPORT_UNDER_WAY = ("census_columns", "census_plan")
#: Where a word of the address must be another one to have something to show.
WHERE = {
    "report_annex": lambda corner: reverse("report_annex", args=[corner["report"].pk, "annex_groups"]),
}


@dataclass(frozen=True)
class Screen:
    """An address as one person opens it, and the status it answers."""

    name: str
    who: str
    path: str
    status: int = 200


def without_sample():
    """The addresses whose parts nobody said how to find."""
    return [name for name, address in registered().items() if address.without_sample]


def screens(world, visitor):
    """([Screen], {name: what was answered}): every screen as the first reader sees it, and what opened to nobody."""
    found, shut = [], {}
    for name, address in registered().items():
        if address.without_sample or name in NOT_SCREENS | LEAD_ON | LOOKED_AT_AT_HOME or name in IMPORT_UNDER_WAY:
            continue
        screen, answers = _opened(world, visitor, address)
        if screen:
            found.append(screen)
        elif answers != {405}:  # an address that only takes what a form sends
            shut[name] = sorted(map(str, answers))
    return sorted(found, key=lambda screen: READERS.index(screen.who)), shut


def _opened(world, visitor, address):
    answers = set()
    for who in WHO_SEES_MORE.get(address.name, READERS):
        for corner in CORNERS if address.kind else CORNERS[:1]:
            if outcome(world, who, address, world[corner]) != Outcome.OPEN:
                continue
            visit = visitor.visit(who, WHERE.get(address.name, address.path)(world[corner]))
            answers.add(visit.fault or visit.status)
            if visit.status == NOTHING_THERE.get(address.name, 200) and visit.media_type.startswith("text/html"):
                return Screen(address.name, who, visit.path, visit.status), answers
            if visit.status == 405:
                return None, {405}
    return None, answers


def import_under_way(world, who, workbook):
    """The steps of an import that this person has begun and not loaded."""
    by, place = world.users[who], world.a
    understood = understand.understand(
        by=by, incubator=place, source=workbook.read_bytes(), filename=workbook.name, on=calendars.today()
    )
    batch = understand.receive(by=by, incubator=place, understood=understood, on=calendars.today(), now=calendars.now())
    return [Screen(name, who, reverse(name, args=[batch.pk])) for name in IMPORT_UNDER_WAY]
