from cases.models import Case, SessionCase
from cases.services import sessions
from incubator import access, calendars
from incubator.access import Permission
from incubator.models import User
from tests.lives.invariants.reading import rows, said

_EDITS = (
    Permission.RECORD_FACTS,
    Permission.ADVANCE,
    Permission.DECIDE,
    Permission.WRITE_GROUPS,
    Permission.LOG_MEETINGS,
)
#: What whoever evaluates for another municipality writes about the group, and nothing else.
_FROM_ELSEWHERE = ("interests_declared", "sheet_saved", "sheet_filed", "evaluator_released")


def before(step):
    """Up to where the journal was written."""
    return rows("select coalesce(max(id), 0) from incubator_journalentry")[0][0]


def broken(memory, step):
    """I10 after acceptance the receiver sees and the sender cannot edit (but the fund applications that stay with it)."""
    today = calendars.today()
    strangers = rows(
        "select entry.verb, entry.by_id, entry.organization_id from incubator_journalentry entry "
        "join incubator_user person on person.id = entry.by_id and not person.is_system "
        "join incubator_organization own on own.id = entry.organization_id where entry.id > %s "
        "and not entry.verb = any(%s) and not exists (select 1 from incubator_post post where post.user_id = entry.by_id "
        "and post.since <= %s and (post.until is null or post.until >= %s) and (post.incubator_id = own.incubator_id "
        "or post.agreement_id in (select agreement_id from incubator_participation "
        "where incubator_id = own.incubator_id) or post.organization_id = own.id))",
        memory,
        list(_FROM_ELSEWHERE),
        today,
        today,
    )
    found = said("«{}»: user {} wrote about the group {}, of another municipality", strangers)
    return found + (_of_the_move(step.transfer) if step.transfer is not None and step.accepted else [])


def _of_the_move(transfer):
    case = Case.objects.select_related("organization__incubator", "incubator").get(pk=transfer.case_id)
    if case.incubator_id != transfer.to_incubator_id:
        return [f"transfer {transfer.pk}: the case is still of incubator {case.incubator_id}"]
    found = []
    for user in _team(transfer.from_incubator_id) - _team(transfer.to_incubator_id):
        found += [
            f"user {user.pk} of the sender may still «{right}»" for right in _EDITS if access.allows(user, right, case)
        ]
        parts = SessionCase.objects.filter(case=case).select_related("session__meeting", "case__organization")
        found += [
            f"user {user.pk} of the sender may mend session {p.pk}" for p in parts if sessions.may_mend_part(user, p)
        ]
    for user in _team(transfer.to_incubator_id):
        if not Case.objects.visible_to(user).filter(pk=case.pk).exists():
            found.append(f"user {user.pk} of the receiver does not see the case {case.pk}")
    return found


def _team(incubator_id):
    today = calendars.today()
    found = rows(
        "select user_id from incubator_post where incubator_id = %s and since <= %s and (until is null or until > %s) "
        "and role in ('coordinator', 'officer_disability', 'officer_development')",
        incubator_id,
        today,
        today,
    )
    return set(User.objects.filter(pk__in=[pk for (pk,) in found], is_active=True))
