"""Records that may be one person: the list, two of them side by side, and a merge that waits or is in force."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from incubator import calendars
from incubator.access import Permission, scope_of
from incubator.models import Membership, Person, PersonMerge
from incubator.outcomes import accepted
from incubator.same_person_forms import MergeForm, ReasonForm
from incubator.services import same_person

PAGE = 20
_DONE = {
    "execute": "Los dos registros se leen ahora como una sola persona.",
    "decline": "La propuesta quedó descartada. Los registros siguen como estaban.",
    "undo": "Los registros quedaron separados, cada uno con lo que siempre tuvo.",
}


def listing(request):
    """The pairs worth a look in the user's incubators, the strongest first; and what waits or was joined lately."""
    places = scope_of(request.user, Permission.WRITE_PEOPLE).incubator_ids
    rows = Paginator(same_person.pairs(places), PAGE).get_page(request.GET.get("page"))
    merges = PersonMerge.objects.visible_to(request.user, Permission.WRITE_PEOPLE)
    recent = merges.filter(executed_on__isnull=False).select_related("kept", "redirected").order_by("-pk")[:10]
    waiting = merges.waiting().select_related("kept", "redirected", "proposed_by").order_by("pk")
    context = {"page": rows, "recent": recent, "waiting": waiting, "several": len(places) > 1}
    context["notices"] = bool(scope_of(request.user, Permission.SETTLE_DUPLICATES).incubator_ids)
    return render(request, "incubator/same_person/list.html", context)


def pair(request, pk, other):
    """Two records side by side: propose to join them, or say that they are two people."""
    first, second = sorted((_person(request, pk), _person(request, other)), key=lambda person: person.pk)
    if first.pk == second.pk or first.incubator_id != second.incubator_id:
        raise Http404
    act = request.POST.get("act", "")
    joining = MergeForm(request.POST if act == "same" else None, pair=(first, second), prefix="same")
    apart = ReasonForm(request.POST if act == "distinct" else None, prefix="distinct")
    if act == "same" and joining.is_valid():
        merge = accepted(joining, lambda: _propose(request.user, joining))
        if merge:
            messages.success(request, "La propuesta quedó anotada. Otra persona de su equipo la revisa y los une.")
            return redirect("person_merge", pk=merge.pk)
    if act == "distinct" and apart.is_valid():
        reason = apart.cleaned_data["reason"]
        if accepted(apart, lambda: _distinct(request.user, first, second, reason)):
            messages.success(request, "Queda anotado que son dos personas. No se muestran juntas mientras nada cambie.")
            return redirect("duplicate_list")
    proposals = PersonMerge.objects.waiting().filter(kept__in=(first, second), redirected__in=(first, second))
    context = {
        "sides": _sides(first, second),
        "blocked": bool(first.run and second.run and first.run != second.run),
        "proposal": proposals.first(),
        "joining": joining,
        "apart": apart,
        "crumbs": _crumbs(),
    }
    return render(request, "incubator/same_person/pair.html", context)


def _propose(by, form):
    kept, redirected = form.chosen()
    reason = form.cleaned_data["reason"]
    return same_person.propose(by=by, kept=kept, redirected=redirected, reason=reason, on=calendars.today())


def _distinct(by, first, second, reason):
    return same_person.say_distinct(by=by, first=first, second=second, reason=reason, on=calendars.today())


def merge(request, pk):
    """One merge: who proposed it and why; execute or discard it, and for thirty days undo it."""
    found = PersonMerge.objects.visible_to(request.user, Permission.WRITE_PEOPLE).select_related(
        "kept__incubator", "kept__commune", "redirected__commune", "proposed_by", "executed_by", "undone_by"
    )
    row = get_object_or_404(found, pk=pk)
    act = request.POST.get("act", "")
    form = ReasonForm(request.POST if act == "undo" else None, label="¿Por qué se separan?")
    plain = ReasonForm(request.POST if act in ("execute", "decline") else None)
    if act == "undo" and form.is_valid() and accepted(form, lambda: _undo(request.user, row, form)):
        return _done(request, row, act)
    if act in ("execute", "decline") and _settle(request.user, row, act, plain):
        return _done(request, row, act)
    today = calendars.today()
    open_to_undo = row.executed_on and not row.undone_on and today <= row.undo_until
    context = {
        "merge": row,
        "sides": _sides(row.kept, row.redirected),
        "waits": row.executed_on is None and row.declined_on is None,
        "own": row.proposed_by_id == request.user.pk,
        "may_undo": open_to_undo,
        "since": _since(row) if open_to_undo else None,
        "form": form,
        "reasons": _unsaid(plain, form, said=open_to_undo),
        "crumbs": _crumbs(),
    }
    return render(request, "incubator/same_person/merge.html", context)


def _unsaid(plain, undoing, *, said):
    """Why it could not be done, when no form of the page says it: the other person was quicker."""
    reasons = list(plain.non_field_errors()) if plain.is_bound else []
    return reasons + (list(undoing.non_field_errors()) if undoing.is_bound and not said else [])


def _undo(by, row, form):
    return same_person.undo(by=by, merge=row, reason=form.cleaned_data["reason"], on=calendars.today())


def _settle(by, row, act, form):
    form.fields.clear()
    form.is_valid()
    service = same_person.execute if act == "execute" else same_person.decline
    return accepted(form, lambda: service(by=by, merge=row, on=calendars.today()))


def _done(request, row, act):
    messages.success(request, _DONE[act])
    return redirect("person_merge", pk=row.pk)


def _since(row):
    """What was written on the surviving record since the merge: it stays there when this is undone."""
    day = row.executed_on
    return {
        "memberships": row.kept.memberships.filter(annulled_at__isnull=True, since__gte=day).count(),
        "attendance": row.kept.attendance.filter(meeting__held_on__gte=day).count(),
    }


def _person(request, pk):
    """A record of the user's incubators that is nobody else's, or 404."""
    rows = Person.objects.visible_to(request.user, Permission.WRITE_PEOPLE).surviving()
    return get_object_or_404(rows.select_related("incubator", "commune"), pk=pk)


def _sides(*people):
    """The records with the groups each was in: one query for both."""
    rows = Membership.objects.filter(person__in=people, annulled_at__isnull=True).select_related("organization")
    found = {person.pk: [] for person in people}
    for row in rows.order_by("since", "pk"):
        found[row.person_id].append(row)
    return [{"person": person, "groups": found[person.pk]} for person in people]


def _crumbs():
    return [("Posibles personas repetidas", reverse("duplicate_list"))]
