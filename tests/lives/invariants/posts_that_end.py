from cases.models import Case
from incubator import calendars
from incubator.models import Organization
from incubator.responsibility import responsible_for
from tests.lives.invariants.reading import rows, said

#: (group, user) of whoever has a post from which the group is opened that day.
_OPENERS = (
    "select held.organization_id, post.user_id from cases_case held join incubator_organization own "
    "on own.id = held.organization_id join incubator_post post on post.since <= %s "
    "and (post.until is null or post.until > %s) join incubator_user person on person.id = post.user_id "
    "and person.is_active where held.stage not in ('graduated', 'closed') and (post.incubator_id = own.incubator_id "
    "or post.agreement_id in (select part.agreement_id from incubator_participation part "
    "where part.incubator_id = own.incubator_id and part.since <= %s and (part.until is null or part.until > %s)))"
)


def broken():
    """I11 on the day a post ends its tasks and clocks pass to the deputy or the coordinator; no open task whose assignee
    cannot open its object (but the university coordinator, last in line, who is told code and kind only)."""
    today = calendars.today()
    left = rows(
        "select charge.id, post.id from incubator_assignment charge join incubator_post post on post.id = charge.post_id "
        "where post.until is not null and post.until <= %s and (charge.until is null or charge.until > post.until)",
        today,
    )
    groups = list(Organization.objects.filter(cases__in=Case.objects.current().open()).order_by("pk"))
    can_open = set(rows(_OPENERS, today, today, today, today))
    nobody, closed = [], []
    for group, users in responsible_for(groups, today).items():
        nobody += [] if users else [(group,)]
        closed += [(user, group) for user in sorted(users) if (group, user) not in can_open]
    return [
        *said("the charge {} goes on after its post {} ended", left),
        *said("nobody answers for the group {}", nobody),
        *said("user {} answers for the group {} and cannot open it", closed),
    ]
