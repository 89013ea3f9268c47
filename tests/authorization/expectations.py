"""What must be answered, from GRANTS and the plan of the world alone: never from a view nor from Scope's own code."""

from enum import StrEnum

from incubator.access import APPOINTS, GRANTS, Permission
from incubator.doors import Door
from incubator.enums import Reach, Role
from reports.enums import DELIVERED
from tests.authorization.world import NEAR, SISTER

P = Permission


class Outcome(StrEnum):
    """How an address answers."""

    OPEN = "opens"
    LOGIN = "asks to enter"
    FORBIDDEN = "403"
    NOWHERE = "404"


#: Which statuses say each outcome. A page that only takes POST may say so (405) to whoever holds its right.
STATUSES = {
    Outcome.OPEN: {200, 204, 302, 400, 405, 409, 410, 422},
    Outcome.LOGIN: {302},
    Outcome.FORBIDDEN: {403},
    Outcome.NOWHERE: {404, 405},
}
#: Pages where, within reach, a rule of the record itself may still answer that there is nothing, or no right.
RULES_OF_THE_RECORD = {
    "calendar_feed": "no calendar has that key",
    "draft_take_up": "the draft of somebody away for whom the user answers",
    "my_absence_end": "one's own absence",
    "task_snooze": "a task that the user sees",
    "task_pass": "a task that the user sees",
    "task_bring_back": "a task that the user sees",
    "session_correct": "whoever logged it, or the incubator's coordination",
    "session_void": "whoever logged it, or the incubator's coordination",
    "meeting_correct": "whoever logged it, or the incubator's coordination",
    "meeting_void": "whoever logged it, or the incubator's coordination",
    "report_narrative": "a report of the incubator itself",
    "report_ask_seal": "a report of the incubator itself",
    "report_seal": "a report of the incubator itself",
    "report_withdraw": "a report of the incubator itself",
    "report_correct": "a report of the incubator itself",
    "report_hand_over": "a report of the incubator itself",
    "report_deliver": "by the agreement",
    "report_observe": "by the agreement",
    "report_accept": "by the agreement",
    "report_compose": "the incubator is named in the form",
    "report_file": "the draft prints no annex",
    "verify_code": "no document has that code",
    "case_finish_regularization": "the stage of the case",
    "regular_letter": "only while nobody directs the cooperative",
    "package_differences": "the first package differs from none",
    "item_status": "whoever only reads what is legal writes nothing there",
    "regular_duties": "whoever only reads what is legal writes nothing there",
    "regular_registry": "whoever only reads what is legal writes nothing there",
    **dict.fromkeys(
        ("application_section", "application_verify", "application_confirm"),
        "whoever only reads an application writes nothing there",
    ),
    "meeting_new": "an incubator where meetings are logged",
    "lesson_correct": "whoever logged it, or the incubator's coordination",
    "lesson_void": "whoever logged it, or the incubator's coordination",
    "evaluation_sheet": "one's own sheet",
    "letter_draft": "a decision that no letter tells",
    "assembly_pdf": "the right to what is legal too, and it names everybody in the group",
    "assembly_word": "the right to what is legal too, and it names everybody in the group",
    "assembly_evidence": "the signed minutes name everybody in the group",
    "legal_paper_pdf": "it names everybody in the group",
    "legal_paper_word": "it names everybody in the group",
    "legal_paper_kept": "it names everybody in the group",
    "legal_comparison": "it names everybody in the group",
    "quotation_file": "the right to what is legal too",
    "fact_file": "the right to what is legal too",
    "filing_file": "the right to what is legal too",
    "purchase_file": "the right to what is legal too",
    "vault_file": "the kind of the document, and the tier of its file",
    "book_workbook": "the right to what is legal too",
    "book_members_paper": "the right to what is legal too, and it names everybody in the group",
    "book_seats_paper": "the right to what is legal too, and it names everybody in the group",
    "census_file": "a copy with disability columns is of whoever reads sensitive data",
    "census_refused": "a copy with disability columns is of whoever reads sensitive data",
    "meeting_file": "the tier of the file",
    "session_file": "the tier of the file",
    "lesson_file": "the tier of the file",
    "consent_file": "the tier of the file",
    "census_columns": "a sheet not loaded yet is of whoever uploaded it",
    "census_plan": "a sheet not loaded yet is of whoever uploaded it",
    "transfer_accept": "the receiver's side",
    **dict.fromkeys(
        (
            "fund_draft",
            "fund_bases_new",
            "fund_bases_act",
            "fund_bases_reviewed",
            "fund_bases_discard",
            "fund_withdraw",
            "fund_bases_part",
            "fund_conditions",
            "fund_condition_new",
            "fund_condition",
            "fund_condition_remove",
        ),
        "the incubator that entered the call, or the university coordination",
    ),
    "package_file": "a package names people",
    "fund_file": "a file of calls is of whoever brought it",
    "fund_bases_check": "whoever wrote none of the bases",
    "fund_bases_file": "bases that have a file",
    "transfer_reject": "the receiver's side",
    "operation_joint": "a session of the group that went on, of a merge that was undone",
    "census_discard": "a sheet not loaded yet is of whoever uploaded it",
}


def held(who):
    """(role, rights) of one of the users of the world today."""
    if who in ("anonymous", "former_officer"):
        return None, frozenset()
    role = Role({"moved_officer": Role.OFFICER_DISABILITY.value}.get(who, who.removesuffix("_idle")))
    # Rights that reach nothing yet are none: the door itself says so.
    return role, frozenset() if who.endswith("_idle") else GRANTS[role][1]


def outcome(world, who, address, corner):
    """What the address answers to this user about the records of that corner."""
    if address.needs == Door.PUBLIC:
        return Outcome.OPEN
    if who == "anonymous":
        return Outcome.LOGIN
    if address.needs == Door.SIGNED_IN:
        return Outcome.OPEN
    _, rights = held(who)
    if not rights & set(address.rights):
        return Outcome.FORBIDDEN
    if not address.kind or any(
        reaches(world, who, right, address.kind, corner) for right in rights & set(address.rights)
    ):
        return Outcome.OPEN
    return Outcome.NOWHERE


def reaches(world, who, right, kind, corner):
    """Whether that right of this user reaches the record of that kind at that corner."""
    role, _ = held(who)
    reach = GRANTS[role][0]
    by_kind = _BY_KIND.get(kind)
    if by_kind:
        return by_kind(world, who, role, right, corner)
    return _by_place(world, who, reach, corner)


def home(world, who):
    """The incubator of a municipality's post."""
    return world.b if who == "moved_officer" else world.a


def _by_place(world, who, reach, corner):
    if reach == Reach.MUNICIPALITY:
        return corner.place == home(world, who)
    if reach == Reach.AGREEMENT:
        return corner.agreement == world.agreement
    if reach in (Reach.ASSIGNED, Reach.OWN):
        return corner.name == NEAR
    return False


def _of_no_group(world, who, role, right, corner):
    """Records of an incubator that are of no group: an assignment does not reach them."""
    reach = GRANTS[role][0]
    return reach != Reach.ASSIGNED and _by_place(world, who, reach, corner)


def _agreement(world, who, role, right, corner):
    """An agreement: of whoever has a post in it, and of nobody who is only in one of its municipalities."""
    return GRANTS[role][0] == Reach.AGREEMENT and corner.agreement == world.agreement


def _text_agreement(world, who, role, right, corner):
    """The texts of an agreement: of its legal advisers who look after somebody."""
    return right == P.VALIDATE_LEGAL and corner.agreement == world.agreement


def _draft(world, who, role, right, corner):
    return world.users[who] == corner["draft"].owner


def _post(world, who, role, right, corner):
    post = corner["post"]
    if role == Role.ADMINISTRATOR:
        return post.role in APPOINTS[role]
    if role == Role.UNIVERSITY_COORDINATOR:
        return post.agreement_id == world.agreement.pk
    return post.incubator_id == home(world, who).pk


def _report(world, who, role, right, corner):
    """In preparation for whoever reads those there; delivered ones for whoever reads delivered ones."""
    if not _of_no_group(world, who, role, right, corner):
        return False
    rights = GRANTS[role][1]
    return bool(rights & {P.VIEW_REPORTS, P.PREPARE_REPORTS}) or corner["report"].state in DELIVERED


def _region(world, who, role, right, corner):
    """A day of the calendar: of the region of whoever coordinates."""
    return corner.place.commune.region_code == home(world, who).commune.region_code


def _cohort(world, who, role, right, corner):
    """A course: of the incubator, taught, or with members of an assigned group."""
    if GRANTS[role][0] == Reach.COHORT:
        return corner.name == NEAR
    return _by_place(world, who, GRANTS[role][0], corner)


def _entrusted(world, who, role, right, corner):
    """What one evaluates: one's own, and nobody else's."""
    return right == P.EVALUATE and world.users[who].pk == corner["entrusted"].evaluator_id


def _transfer(world, who, role, right, corner):
    """A request is of the two incubators it names, by a post of one's own there."""
    return GRANTS[role][0] == Reach.MUNICIPALITY and corner.place == home(world, who)


def _fund(world, who, role, right, corner):
    """An application for a fund: as its group, and of the group's own representative."""
    reach = GRANTS[role][0]
    return corner.name == NEAR if reach == Reach.OWN else _by_place(world, who, reach, corner)


def _fund_call(world, who, role, right, corner):
    """Calls are of the agreement: everybody who works in it, or whose group is in it, sees them."""
    return corner.agreement == world.agreement


_BY_KIND = {
    "fund_call": _fund_call,
    "fund": _fund,
    "fund_kept": _transfer,
    "transfer": _transfer,
    "moved": _of_no_group,
    "entrusted": _entrusted,
    "calendar_day": _region,
    "draft": _draft,
    "post": _post,
    "absence": _post,
    "report": _report,
    "call": _of_no_group,
    "merge": _of_no_group,
    "submission": _of_no_group,
    "meeting": _of_no_group,
    "incubator": _of_no_group,
    "agreement": _agreement,
    "text_agreement": _text_agreement,
    "base_text": _text_agreement,
    "base_validation": _text_agreement,
    "processor_contract": _of_no_group,
    "import": _of_no_group,
    "cohort": _cohort,
    "lesson": _cohort,
}


def sibling_of(world, corner):
    """Another corner whose children are not of this one."""
    return world[SISTER] if corner.name == NEAR else world[NEAR]
