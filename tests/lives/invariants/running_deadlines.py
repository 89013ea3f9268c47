from cases.models import Case
from incubator import calendars
from incubator.models import Organization
from incubator.responsibility import responsible_for
from tests.lives.invariants.reading import rows, said

_RUNNING = (
    "select distinct held.organization_id from cases_case held join cases_legalfile file on file.case_id = held.id "
    "and file.closed_on is null join cases_legalevent deed on deed.file_id = file.id and deed.kind = 'deed' "
    "where held.annulled_at is null and held.stage not in ('graduated', 'closed') and (select count(*) "
    "from cases_legalevent act where act.file_id = file.id and act.kind in ('registry_entry', 'publication')) < 2"
)
_WITH_POST = (
    "select person.id from incubator_user person join incubator_post post on post.user_id = person.id "
    "where person.is_active and post.since <= %s and (post.until is null or post.until > %s)"
)


def broken():
    """I13 a running legal deadline always has an active person responsible."""
    today = calendars.today()
    running = [pk for (pk,) in rows(_RUNNING)]
    if not running:
        return []
    groups = list(Organization.objects.filter(pk__in=running).order_by("pk"))
    active = {pk for (pk,) in rows(_WITH_POST, today, today)}
    found = responsible_for(groups, today, _takers(running))
    return said(
        "nobody active answers for the deadline of the group {}", [(pk,) for pk in running if not found[pk] & active]
    )


def _takers(groups):
    """{group: users} named when a transfer was accepted."""
    named = rows(
        "select held.organization_id, taker.user_id from cases_deadlinetaker taker join cases_transfer move "
        "on move.id = taker.transfer_id join cases_case held on held.id = move.case_id where held.organization_id = any(%s)",
        groups,
    )
    return {group: frozenset(user for owner, user in named if owner == group) for group in groups}


def cases_with_a_clock():
    """The open cases with a running deadline: for rules that want one."""
    return Case.objects.filter(organization__in=[pk for (pk,) in rows(_RUNNING)])
