"""Cases as screens read them, with members, last contact and who is in charge, in a fixed number of queries."""

from collections import defaultdict
from datetime import timedelta

from django.db import models
from django.db.models import Count, DateField, Exists, F, IntegerField, OuterRef, Q, Subquery, Value, When, Window
from django.db.models.functions import Coalesce, Greatest, RowNumber
from django.db.models.lookups import LessThan

from cases import lineage
from cases.enums import ACCOMPANIED, Stage
from cases.models import Case, LegalEvent, Pause, SessionCase
from incubator import same_person
from incubator.access import Permission
from incubator.enums import ATTENDED, MembershipRole
from incubator.models import Assignment, Attendance, Contact, Membership, Participation
from incubator.parameters import Parameters


def newest_of(user, permission=Permission.VIEW_GROUPS):
    """The newest case of each group within reach of that right."""
    newest = Case.objects.current().filter(organization=OuterRef("organization")).order_by("-opened_on", "-pk")
    return Case.objects.visible_to(user, permission).filter(pk=Subquery(newest.values("pk")[:1]))


def cases_of(user, on, permission=Permission.VIEW_GROUPS):
    """The newest case of each group within reach, with what a list shows of it."""
    return with_facts(newest_of(user, permission), on)


def with_sessions_count(cases):
    """Annotates sessions_count: the valid sessions of each case, those seen through its lineage included."""
    valid = SessionCase.objects.valid()
    own = valid.filter(case=OuterRef("pk")).order_by().values("case").annotate(n=Count("pk"))
    shared = valid.filter(session=OuterRef("session"), case=OuterRef(OuterRef("pk")))
    former = valid.filter(lineage.before_its_day(day="session__meeting__held_on")).exclude(Exists(shared))
    together = former.order_by().annotate(together=Value(1)).values("together")
    seen = together.annotate(n=Count("session", distinct=True))
    return cases.annotate(sessions_count=_none_is_zero(own) + _none_is_zero(seen))


def _none_is_zero(counted):
    return Coalesce(Subquery(counted.values("n")[:1], output_field=IntegerField()), 0)


def with_facts(cases, on):
    """Annotates stage_on, members_count, last_session_on, last_contact_on and paused_until on a day."""
    members = (
        Membership.objects.in_force(on)
        .filter(organization=OuterRef("organization"), role=MembershipRole.MEMBER)
        .order_by()
        .values("organization")
        .annotate(count=Count(same_person.surviving(), distinct=True))
    )
    sessions = SessionCase.objects.valid().filter(case=OuterRef("pk"), session__meeting__held_on__lte=on)
    contacts = Contact.objects.filter(organization=OuterRef("organization"), reached=True, made_on__lte=on)
    last_session = sessions.order_by("-session__meeting__held_on").values("session__meeting__held_on")[:1]
    last_contact = contacts.order_by("-made_on").values("made_on")[:1]
    through = lineage.before_its_day(day="made_on", path="organization__cases")
    former_contact = Contact.objects.filter(through, reached=True, made_on__lte=on).order_by("-made_on")
    through = lineage.before_its_day(day="session__meeting__held_on")
    former_session = SessionCase.objects.valid().filter(through, session__meeting__held_on__lte=on)
    former_session = former_session.order_by("-session__meeting__held_on").values("session__meeting__held_on")[:1]
    pauses = Pause.objects.filter(case=OuterRef("pk"), until__isnull=True)
    return (
        cases.with_last_change()
        .select_related("organization", "organization__commune", "incubator", "born_in")
        .annotate(
            members_count=Coalesce(Subquery(members.values("count"), output_field=IntegerField()), 0),
            last_session_on=Subquery(last_session, output_field=DateField()),
            last_contact_on=Greatest(
                *(
                    Subquery(newest, output_field=DateField())
                    for newest in (last_session, last_contact, former_session, former_contact.values("made_on")[:1])
                )
            ),
            paused_until=Subquery(pauses.values("expected_on")[:1], output_field=DateField()),
        )
    )


def in_charge(cases, on) -> dict[int, list[Assignment]]:
    """Assignments in force by organization id, with their post and person."""
    ids = [case.organization_id for case in cases]
    rows = Assignment.objects.in_force(on).filter(organization_id__in=ids).select_related("post__user")
    found: dict[int, list[Assignment]] = {pk: [] for pk in ids}
    for row in rows.order_by("since", "pk"):
        if row.post.holds(on):
            found[row.organization_id].append(row)
    return found


def parameters_by_incubator(incubator_ids, on) -> dict[int, Parameters]:
    """The parameters in force in each incubator that day; the defaults where there is no agreement."""
    rows = Participation.objects.in_force(on).filter(incubator_id__in=incubator_ids).select_related("agreement")
    ruled = {row.incubator_id: row.agreement.rules for row in rows.order_by("since", "pk")}
    return {pk: ruled.get(pk, Parameters()) for pk in incubator_ids}


def days_without_contact(case, on) -> int:
    """Days since anybody spoke with the group; since it came to its stage when nobody has."""
    return (on - (case.last_contact_on or case.stage_on or case.opened_on)).days


def is_out_of_touch(case, on, rules) -> bool:
    """Whether an accompanied group has gone longer than the agreement allows without contact."""
    return case.stage in ACCOMPANIED and not case.paused_until and days_without_contact(case, on) > rules.contact_days


def out_of_touch(on, rules: dict[int, Parameters]):
    """The same as SQL, of cases read with their facts."""
    longest = {pk: on - timedelta(days=one.contact_days) for pk, one in rules.items()}
    since = by_incubator(longest, on - timedelta(days=Parameters().contact_days), DateField())
    silent = Q(LessThan(Coalesce("last_contact_on", "stage_on", "opened_on"), since))
    return condition(Q(stage__in=ACCOMPANIED, paused_until__isnull=True), silent)


def below_programme(rules: dict[int, Parameters]):
    """Whether an accompanied case read with its facts has fewer members than its agreement asks, as SQL."""
    minimum = by_incubator({pk: one.minimum_members for pk, one in rules.items()}, 0, IntegerField())
    return condition(Q(stage__in=ACCOMPANIED), LessThan(F("members_count"), minimum))


def by_incubator(values: dict, default, field):
    """What holds in the incubator of each row, as SQL: an arm for each different value."""
    places = defaultdict(list)
    for pk, value in values.items():
        places[value].append(pk)
    arms = [When(incubator_id__in=ids, then=Value(value, field)) for value, ids in places.items()]
    return models.Case(*arms, default=Value(default, field), output_field=field)


def condition(first, then):
    """Whether both hold, the second one asked only of rows of the first."""
    return models.Case(When(first, then=then), default=Value(False), output_field=models.BooleanField())


def weak_attendance(cases, last=4) -> dict[int, tuple[int, int]]:
    """(attended, expected) over the last sessions of each case by its id; only cases with that many sessions.

    Sessions seen through its lineage are among them, with the marks of the group that attended them.
    """
    formers = lineage.formers_of(cases)
    recent = _last_sessions(cases, formers, last)
    meetings = {meeting for rows in recent.values() for meeting in rows}
    groups = {
        case.pk: [case.organization_id, *(former.organization_id for former in formers.get(case.pk, ()))]
        for case in cases
    }
    every = {group for of_case in groups.values() for group in of_case}
    marks = (
        Attendance.objects.filter(meeting_id__in=meetings, organization_id__in=every)
        .order_by()
        .values("meeting_id", "organization_id")
        .annotate(
            expected=Count(same_person.surviving(), distinct=True),
            attended=Count(same_person.surviving(), distinct=True, filter=Q(mark__in=ATTENDED)),
        )
    )
    counted = {(row["meeting_id"], row["organization_id"]): (row["attended"], row["expected"]) for row in marks}
    found = {}
    for pk, rows in recent.items():
        if len(rows) == last:
            parts = [counted.get((meeting, group), (0, 0)) for meeting in rows for group in groups[pk]]
            found[pk] = (sum(part[0] for part in parts), sum(part[1] for part in parts))
    return found


def _last_sessions(cases, formers, last):
    """Case → its last sessions, newest first, those seen through its lineage included."""
    wanted = Q(case_id__in=[case.pk for case in cases])
    for former in {former for rows in formers.values() for former in rows}:
        wanted |= Q(case_id=former.case_id, session__meeting__held_on__lt=former.until)
    order = [F("session__meeting__held_on").desc(), F("pk").desc()]
    rows = (
        SessionCase.objects.valid()
        .filter(wanted)
        .order_by()
        .annotate(place=Window(RowNumber(), partition_by="case_id", order_by=order))
        .filter(place__lte=last)
        .values_list("case_id", "session__meeting__held_on", "session_id")
    )
    held: dict[int, set[tuple]] = {}
    for case_id, day, meeting_id in rows:
        held.setdefault(case_id, set()).add((day, meeting_id))
    found: dict[int, list[int]] = {}
    for case in cases:
        seen = set(held.get(case.pk, ()))
        for former in formers.get(case.pk, ()):
            seen |= {row for row in held.get(former.case_id, ()) if row[0] < former.until}
        if seen:
            found[case.pk] = [meeting for _, meeting in sorted(seen, reverse=True)[:last]]
    return found


def open_deeds(cases):
    """Legal acts by case id and kind, of the cases in formalization."""
    ids = [case.pk for case in cases if case.stage == Stage.FORMALIZATION]
    acts: dict[int, dict] = {pk: {} for pk in ids}
    for act in LegalEvent.objects.in_force().filter(case_id__in=ids).order_by("pk"):
        acts[act.case_id][act.kind] = act
    return acts


def week_before(on):
    """The first day of the seven that end on that day."""
    return on - timedelta(days=6)
