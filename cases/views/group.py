"""A group's page: its path, what comes next and why not yet, who looks after it, and its last sessions."""

from django.db.models import Count, F, Q
from django.shortcuts import render

from cases import deadlines, lineage, minimums, next_steps, path, reading, transfer_pages
from cases.enums import Stage
from cases.models import SessionCase, SupportDeclaration
from cases.views.frame import group_frame
from cases.views.lineage import shown
from incubator import calendars, masking, same_person
from incubator.access import Permission, allows
from incubator.enums import ATTENDED, SupportKind
from incubator.models import Representation
from incubator.navigation import door

LAST_SESSIONS = 3


def detail(request, pk):
    """The first tab of a group."""
    frame = group_frame(request, pk)
    case, on = frame["case"], calendars.today()
    changes = list(case.changes.order_by("number"))
    drawn = path.steps(case, changes, on)
    formers = lineage.formers(case)
    context = frame | {
        "on": on,
        "steps": drawn,
        "now": path.sentence(case, drawn, on),
        "last_change": changes[-1] if changes else None,
        "next": next_steps.next_step(case, by=request.user, on=on),
        "others": next_steps.other_steps(case, changes, by=request.user),
        "sessions": _last_sessions(case, formers),
        "lacks": minimums.of_case(case, on),
        "clocks": deadlines.running([case], on) if case.stage == Stage.FORMALIZATION else [],
        **_people(request.user, case, on),
        **_supports(case, on),
        **_doors(request.user, case),
        **transfer_pages.on_group_page(request.user, case, on),
        **shown.of_page(request.user, case, formers, changes[-1] if changes else None),
    }
    return render(request, "cases/groups/detail.html", context)


def _people(user, case, on):
    """Who is in charge, and who represents the group for whoever may read names."""
    sees_names = allows(user, Permission.VIEW_PEOPLE, case)
    terms = Representation.objects.in_force(on).filter(organization=case.organization_id)
    return {
        "charge": reading.in_charge([case], on)[case.organization_id],
        "representative": _representative(user, terms) if sees_names else None,
        "sees_names": sees_names,
        "phone": "" if masking.hides_phone(user, case.organization.phone) else case.organization.phone,
    }


def _representative(user, terms):
    term = terms.select_related("membership__person").first()
    if term is not None:
        masking.cover(user, [term.membership])
    return term


def _supports(case, on):
    """The supports agreed for the group, as of its newest declaration."""
    rows = SupportDeclaration.objects.filter(case=case, happened_on__lte=on).order_by("-happened_on", "-pk")
    declared = rows.first()
    labels = [SupportKind(kind).label for kind in declared.supports] if declared else []
    return {"declared": declared, "supports": labels}


def _doors(user, case):
    """The addresses of what this user may do with the group now; empty where nothing."""

    def way(url_name, *, when=True):
        return door(user, url_name, case, case.organization_id) if when else ""

    return {
        "log_session": way("session_log", when=case.is_open),
        "log_contact": way("contact_log", when=case.is_open),
        "edit": way("group_edit"),
        "record_supports": way("fact_supports", when=case.is_open),
        "assign": way("group_charge"),
        "reenter": way("case_reenter", when=not case.is_open),
        "pause": way("case_pause", when=case.is_open and not case.paused_until),
        "resume": way("case_resume", when=case.is_open and bool(case.paused_until)),
    }


def _last_sessions(case, formers):
    """The newest sessions of the group and of the ones seen through it, with how many of their members came."""
    mine = Q(session__meeting__attendance__organization=F("case__organization"))
    people = same_person.surviving("session__meeting__attendance__person")
    came = mine & Q(session__meeting__attendance__mark__in=ATTENDED)
    rows = (
        SessionCase.objects.valid()
        .filter(lineage.seen(case, formers, day="session__meeting__held_on"))
        .select_related("session__meeting__conducted_by")
        .annotate(
            expected=Count(people, filter=mine, distinct=True),
            attended=Count(people, filter=came, distinct=True),
            hours=F("minutes") / 60.0,
        )
        .order_by("-session__meeting__held_on", "-pk")
    )
    return lineage.mark(rows[:LAST_SESSIONS], formers, lambda part: part.case_id)
