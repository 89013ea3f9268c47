"""What happened: who came, what was voted and who was elected, each with what the law answers."""

from django.contrib import messages
from django.shortcuts import redirect, render

from cases.assemblies import law as assembly_law
from cases.assemblies.life import AssemblyRoleKind, AssemblyState
from cases.forms.assembly_minutes import AttendanceForm, CandidateRow, ChargesForm, VoteForm
from cases.models import FoundingSeat
from cases.services import assemblies
from cases.views.assemblies.frame import members_for, step_frame, to_write, url_of
from cases.views.assemblies.pages import elections_of, items_of, most_proxies
from incubator import calendars
from incubator.meeting_forms import rows_of
from incubator.outcomes import accepted

_ROWS = "cargos"
_BESIDE = ("arrived_at", "left_at", "holder_name", "holder_kind", "proxy_form", "reservation", "not_signing")


def attendance(request, pk, assembly):
    """Who presided, who wrote and who came."""
    case, found = to_write(request, pk, assembly)
    if not found.is_open:
        return redirect(url_of(found))
    members = members_for(found)
    allowed = most_proxies(found, members)
    gives = not found.is_founding and not found.is_board and allowed.figures["allowed"] > 0
    initial = _came(found)
    form = AttendanceForm(request.POST or None, kind=found.kind, people=members, proxies=gives, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.facts()
        if accepted(form, lambda: assemblies.hold(by=request.user, assembly=found, on=calendars.today(), **said)):
            messages.success(request, "La asistencia quedó anotada.")
            return redirect("assembly_votes", pk, found.pk)
    context = {"form": form, "proxies": allowed, "gives": gives, "today": calendars.today()}
    return render(
        request, "cases/assemblies/attendance.html", step_frame(case, found, "assembly_attendance", **context)
    )


def _came(assembly):
    """What was recorded before, for the form."""
    said = {name: getattr(assembly, name) for name in ("ends_at", "quorum", "on_second_call")}
    for row in assembly.roles.all():
        if row.role in (AssemblyRoleKind.PRESIDENT, AssemblyRoleKind.SECRETARY):
            said[row.role] = row.person.survivor.pk if row.person_id else ""
            said[f"{row.role}_name"] = row.name
    for row in assembly.attendance.all():
        person = row.person.survivor.pk
        said[f"mark_{person}"] = row.present_as
        said[f"holder_{person}"] = row.holder.survivor.pk if row.holder_id else ""
        said |= {f"{name}_{person}": getattr(row, name) for name in _BESIDE}
    return said


def votes(request, pk, assembly):
    """Each matter with its text and votes, and the majority that it asks."""
    case, found = to_write(request, pk, assembly)
    if not found.is_open:
        return redirect(url_of(found))
    n = len(found.attendance.all())
    rows = items_of(found, n)
    forms = [_vote_form(request, row["item"]) for row in rows]
    if request.method == "POST" and _valid(forms):
        votes = {form.item.pk: form.cleaned_data for form in forms}
        done = accepted(forms[0], lambda: assemblies.vote(by=request.user, assembly=found, on=_today(), votes=votes))
        if done:
            messages.success(request, "Los acuerdos quedaron anotados.")
            return redirect("assembly_votes", pk, found.pk)
    context = {
        "rows": [row | {"form": form} for row, form in zip(rows, forms, strict=True)],
        "n": n,
        "held": found.state == AssemblyState.HELD,
        "first": forms[0] if forms else None,
    }
    return render(request, "cases/assemblies/votes.html", step_frame(case, found, "assembly_votes", **context))


def _valid(forms):
    """Every form is judged, so that all its errors show at once."""
    judged = [form.is_valid() for form in forms]
    return all(judged)


def _vote_form(request, item):
    names = ("text", "yes", "no", "abstained", "statutes_ask")
    initial = {name: getattr(item, name) for name in names}
    return VoteForm(request.POST or None, item=item, initial=initial)


def elections(request, pk, assembly):
    """Who stood, who was elected, and who takes the minutes to the notary."""
    case, found = to_write(request, pk, assembly)
    if not found.is_open:
        return redirect(url_of(found))
    members = members_for(found) if not found.is_board else _all_of(found)
    data = request.POST or None
    rows = rows_of(CandidateRow, _ROWS, data, initial=_stood(found), extra=1, people=members)
    charges = ChargesForm(data, people=members, kind=found.kind, initial=_charged(found))
    if request.method == "POST" and request.POST.get("add_row") != _ROWS:
        if all([charges.is_valid(), rows.is_valid()]) and accepted(
            charges, lambda: _elect(request.user, found, rows, charges)
        ):
            messages.success(request, "Las elecciones quedaron anotadas.")
            return redirect("assembly_elections", pk, found.pk)
    elif request.method == "POST":
        charges.quiet()
        rows = _one_more(request, members)
    context = {
        "rows": rows,
        "charges": charges,
        "answers": elections_of(found, members),
        "other_posts": assembly_law.other_posts(found.candidates.all()),
        "held": found.state == AssemblyState.HELD,
    }
    return render(request, "cases/assemblies/elections.html", step_frame(case, found, "assembly_elections", **context))


def _one_more(request, members):
    grown = request.POST.copy()
    grown[f"{_ROWS}-TOTAL_FORMS"] = int(request.POST.get(f"{_ROWS}-TOTAL_FORMS") or 0) + 1
    rows = rows_of(CandidateRow, _ROWS, grown, people=members)
    rows.quiet()
    return rows


def _all_of(assembly):
    """The board elects among all the members."""
    return [row.who for row in assembly.case.organization.members_on(_today())]


def _elect(by, assembly, rows, charges):
    return assemblies.elect(
        by=by, assembly=assembly, on=_today(), candidates=[dict(row) for row in rows.filled()], **charges.facts()
    )


def _stood(assembly):
    """Candidates recorded; for a founding meeting without any, those that the founders proposed."""
    names = ("body", "office", "until", "elected", "alternate", "by_users", "other_post")
    found = [
        {"person": row.person.survivor.pk} | {name: getattr(row, name) for name in names}
        for row in assembly.candidates.all()
    ]
    if found or not assembly.is_founding:
        return found
    proposed = FoundingSeat.objects.filter(project__file=assembly.file_id).select_related("person__same_as")
    return [
        {"person": row.person.survivor.pk, "body": row.body, "office": row.office, "alternate": row.alternate}
        for row in proposed.order_by("pk")
    ]


def _charged(assembly):
    said = {"reduces": [], "signers": [], "reduces_name": ""}
    for row in assembly.roles.all():
        if row.role in (AssemblyRoleKind.REDUCES, AssemblyRoleKind.SIGNER):
            name = "reduces" if row.role == AssemblyRoleKind.REDUCES else "signers"
            if row.person_id:
                said[name].append(str(row.person.survivor.pk))
            else:
                said["reduces_name"] = row.name
    return said


def _today():
    return calendars.today()
