"""Choose the groups, log a session, and read the sessions of a group or of everybody within reach."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cases import lineage, plan_rows, reading
from cases.forms.sessions import GroupsForm
from cases.services import sessions, transfers
from cases.views import session_entry as page
from cases.views.frame import form_frame, group_frame
from incubator import calendars
from incubator.access import Permission, allows
from incubator.models import Contact
from incubator.purposes import Purpose
from incubator.services import consents
from incubator.views.meeting_entry import answer, draft_message, typed

PAGE = 25


def choose(request):
    """With whom: one group, or several for a joint workshop."""
    cases = list(loggable(request.user).open())
    form = GroupsForm(request.GET or None, cases=cases)
    if form.is_valid():
        chosen = [case for case in cases if str(case.pk) in form.cleaned_data["caso"]]
        return redirect(page.log_address(chosen))
    return render(request, "cases/sessions/choose.html", {"form": form, "cases": cases})


def log(request, pk):
    """Type a session and send it, or keep its draft."""
    cases = chosen(request, pk)
    data = typed(request, "session")
    planned = page.planned_of(request, cases, data)
    entry, members = page.blank_entry(request, cases, data, planned)
    done, what = answer(
        request,
        entry,
        data,
        draft_form="session",
        save=lambda: _save(request.user, cases, entry, planned),
        context={"group": [str(case.organization_id) for case in cases]},
        organization=cases[0].organization if len(cases) == 1 else None,
    )
    if done == "saved":
        messages.success(request, page.receipt(what, cases))
        return redirect("session_detail", what.pk)
    if done == "draft":
        return _kept(request, cases, what)
    return render(request, "cases/sessions/log.html", _page(request, cases, entry, members))


def _save(by, cases, entry, planned):
    if planned is not None:
        return sessions.log_planned(by=by, planned=planned, cases=cases, **page.written(entry))
    return sessions.log(by=by, cases=cases, **page.written(entry))


def _kept(request, cases, draft):
    """The draft is on the server: said in place when the page saved by itself, else shown again from it."""
    if "auto" in request.GET:
        return JsonResponse({"message": draft_message()})
    messages.success(request, draft_message())
    address = page.log_address(cases)
    return redirect(f"{address}{'&' if '?' in address else '?'}borrador={draft.pk}")


def _page(request, cases, entry, members):
    address = page.log_address(cases)
    names = " y ".join(case.organization.name for case in cases)
    return form_frame(
        cases[0],
        entry=entry,
        form=entry.form,
        groups=page.by_group(entry, cases, members),
        names=names,
        is_joint=len(cases) > 1,
        photographed=consents.allows(members, Purpose.PHOTO, entry.form.day),
        members=members,
        autosave=f"{address}{'&' if '?' in address else '?'}auto=1",
        sheet=reverse("session_sheet", args=[cases[0].organization_id])
        + "?"
        + "&".join([*(f"con={case.organization_id}" for case in cases[1:]), f"fecha={entry.form.day:%Y-%m-%d}"]),
    )


def listing(request):
    """Every session of the groups within reach, newest first, with the drafts on top."""
    parts = sessions.listed(request.user)
    state = request.GET.get("estado", "")
    parts = parts.valid() if state != "anuladas" else parts.exclude(pk__in=parts.valid().values("pk"))
    if state == "por-validar":
        parts = parts.filter(session__meeting__validated_by__isnull=True)
    context = {
        "page": Paginator(parts, PAGE).get_page(request.GET.get("page")),
        "chips": [
            {"label": label, "url": f"?estado={key}" if key else "?", "current": key == state, "count": ""}
            for key, label in (("", "Todas"), ("por-validar", "Sin validar"), ("anuladas", "Anuladas"))
        ],
        "query": f"estado={state}&" if state else "",
        "may_log": allows(request.user, Permission.LOG_MEETINGS),
        "may_validate": allows(request.user, Permission.VALIDATE_HOURS),
        "on": calendars.today(),
    }
    return render(request, "cases/sessions/list.html", context)


def of_group(request, pk):
    """The tab of a group with its sessions."""
    frame = group_frame(request, pk, "group_sessions")
    case = frame["case"]
    formers = lineage.formers(case)
    parts = sessions.parts_of(case, formers)
    shown = Paginator(parts, PAGE).get_page(request.GET.get("page"))
    shown.object_list = lineage.mark(shown.object_list, formers, lambda part: part.case_id)
    contacts = Contact.objects.filter(lineage.seen_of_group(case, formers, day="made_on")).select_related("by")
    may_log = allows(request.user, Permission.LOG_MEETINGS, case) and case.is_open
    context = frame | {
        "page": shown,
        "valid": parts.valid().count(),
        "log": reverse("session_log", args=[pk]) if may_log else "",
        "contacts": lineage.mark(contacts[:10], formers, lambda row: f"g{row.organization_id}"),
        "log_contact": reverse("contact_log", args=[pk]) if may_log else "",
        "plan": reverse("agenda_new", args=[pk]) if may_log else "",
        "rows": plan_rows.of_group(request.user, case.organization),
        "inherited": transfers.drafts_inherited(request.user).filter(draft__organization=pk) if may_log else (),
        "on": calendars.today(),
    }
    return render(request, "cases/sessions/of_group.html", context)


def chosen(request, pk):
    """The cases named in the address, the page's own first; 404 when one is out of reach."""
    groups = list(dict.fromkeys([pk, *(int(value) for value in request.GET.getlist("con") if value.isdigit())]))
    found = {case.organization_id: case for case in loggable(request.user).filter(organization_id__in=groups)}
    if set(found) != set(groups):
        raise Http404
    return [found[group] for group in groups]


def loggable(user):
    """The newest case of each group with which the user may log a session."""
    return reading.newest_of(user, Permission.LOG_MEETINGS).select_related("organization", "incubator")
