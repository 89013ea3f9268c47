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
    return _readings(_cases(step.operation), step.lived_until)


def broken(memory, step):
    """I8 after merge and revert every fact dated before reads as before."""
    if memory is None or not step.accepted:
        return []
    found, readings = [], _readings(Case.objects.filter(pk__in=memory).order_by("pk"), step.lived_until)
    for pk, now in readings.items():
        for what, was in memory[pk].items():
            lost = was - now[what] if isinstance(was, set) else was != now[what]
            if lost:
                found.append(f"case {pk}: its {what} before {step.lived_until} read otherwise: {lost}")
    return found


def _readings(cases, until):
    """How each reads by itself: what one sees through another of them begins with the operation and ends with it."""
    cases = list(cases)
    among = {case.pk for case in cases}
    return {
        case.pk: _reading(case, until, [one for one in formers(case) if one.case_id not in among]) for case in cases
    }


def _cases(operation):
    held = [operation.case, *([operation.survivor] if operation.survivor_id else [])]
    return held + [branch.case for branch in operation.branches.select_related("case") if branch.case_id]


def _reading(case, until, seen_through):
    """Members on days before, sessions held before, steps and facts dated before: as its page reads them."""
    days = [until - timedelta(days=ago) for ago in (1, 8, 31, 61)]
    found = {f"members of {day}": _members(case, day) for day in days}
    found["sessions"] = {part.pk for part in parts_of(case, seen_through) if part.session.meeting.held_on < until}
    found["steps"] = set(case.changes.filter(effective_on__lt=until).values_list("number", "to_stage"))
    for name in ("applications", "businessplans", "measurements", "legalevents"):
        rows = getattr(case, name, None)
        if rows is not None:
            found[name] = set(rows.filter(happened_on__lt=until).values_list("pk", flat=True))
    return found


def _members(case, day):
    rows = Membership.objects.in_force(day).filter(organization=case.organization_id, annulled_at__isnull=True)
    return frozenset(same_person.canonical(rows.values_list("person_id", flat=True)).values())
