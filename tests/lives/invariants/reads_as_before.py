from datetime import timedelta

from cases.lineage import formers
from cases.models import Case
from cases.services.sessions import parts_of
from incubator import same_person
from incubator.models import Membership


def before(step):
    """How the cases of a merge, a split or its reversal read before its day."""
    if step.operation is None:
        return None
    return {case.pk: _reading(case, step.lived_until) for case in _cases(step.operation)}


def broken(memory, step):
    """I8 after merge and revert every fact dated before reads as before."""
    if memory is None or not step.accepted:
        return []
    found = []
    for case in Case.objects.filter(pk__in=memory).order_by("pk"):
        now = _reading(case, step.lived_until)
        for what, was in memory[case.pk].items():
            lost = was - now[what] if isinstance(was, set) else was != now[what]
            if lost:
                found.append(f"case {case.pk}: its {what} before {step.lived_until} read otherwise: {lost}")
    return found


def _cases(operation):
    held = [operation.case, *([operation.survivor] if operation.survivor_id else [])]
    return held + [branch.case for branch in operation.branches.select_related("case") if branch.case_id]


def _reading(case, until):
    """Members on days before, sessions held before, steps and facts dated before: as its page reads them."""
    days = [until - timedelta(days=ago) for ago in (1, 8, 31, 61)]
    found = {f"members of {day}": _members(case, day) for day in days}
    found["sessions"] = {part.pk for part in parts_of(case, formers(case)) if part.session.meeting.held_on < until}
    found["steps"] = set(case.changes.filter(effective_on__lt=until).values_list("number", "to_stage"))
    for name in ("applications", "businessplans", "measurements", "legalevents"):
        rows = getattr(case, name, None)
        if rows is not None:
            found[name] = set(rows.filter(happened_on__lt=until).values_list("pk", flat=True))
    return found


def _members(case, day):
    rows = Membership.objects.in_force(day).filter(organization=case.organization_id, annulled_at__isnull=True)
    return frozenset(same_person.canonical(rows.values_list("person_id", flat=True)).values())
