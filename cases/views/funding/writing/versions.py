"""What a field said before, two versions that wait for somebody, and what changed between two dates."""

from datetime import datetime, time, timedelta

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone

from cases.forms.funding import writing
from cases.forms.funding.writing_acts import BetweenForm, CommentForm
from cases.funding import reach
from cases.funding.bases.shapes import FieldKind
from cases.funding.bases.written import bases_of
from cases.funding.form import reading as forms_reading
from cases.funding.form import values as form_values
from cases.funding.form import wording
from cases.services.funding import answers as answering
from cases.views.funding.frame import page_frame, visible_application
from cases.views.funding.writing.form import may_write
from incubator import calendars
from incubator.access import Permission
from incubator.requirements import Refused


def of_field(request, fund, field):
    """Every version of a field, the newest first, with what changed in each, and its comments."""
    application, asked, section, answer = _field(request, fund, field, Permission.VIEW_FUNDS)
    shown, before = [], ""
    for row in answer.rows:
        text = form_values.as_text(asked, row.value)
        shown.append((row, wording.differences(before, text)))
        before = before if row.beside else text
    context = page_frame(
        request.user,
        application,
        asked=asked,
        section=section,
        versions=shown[::-1],
        comments=application.comments.filter(key=field).select_related("by", "settled_by"),
        comment_form=CommentForm() if reads(request.user, application) else None,
    )
    return render(request, "cases/funding/writing/versions.html", context)


def reads(user, application):
    """Whether this person reviews and comments there."""
    return any(reach.may(user, right, application) for right in (Permission.WRITE_FUNDS, Permission.APPROVE_FUNDS))


def choose(request, fund, field):
    """Two versions of a field: take one, or join them in a text of one's own."""
    application, asked, section, answer = _field(request, fund, field, Permission.WRITE_FUNDS)
    if request.method == "POST" and may_write(request.user, application):
        row = _chosen(request, application, asked, answer)
        if row is not None and not row.beside:
            messages.success(request, "Quedó elegida. Las otras versiones siguen en la historia del campo.")
            return redirect("application_section", fund=fund, section=section.key)
        if row is not None:
            messages.warning(request, "Alguien escribió mientras usted elegía: lo suyo quedó guardado, mire las tres.")
            return redirect("application_choose", fund=fund, field=field)
    context = page_frame(request.user, application, asked=asked, section=section, **_both(asked, answer))
    return render(request, "cases/funding/writing/choose.html", context)


def _both(asked, answer):
    """The versions side by side, each with what it changes of the one that counts."""
    now = form_values.as_text(asked, answer.value)
    others = [(row, wording.differences(now, form_values.as_text(asked, row.value))) for row in answer.beside]
    is_text = asked.kind == FieldKind.TEXT
    joined = now
    for row in answer.beside if is_text else ():
        joined = wording.joined(joined, row.value or "")
    return {
        "current": answer.current,
        "now": now,
        "others": others,
        "joined": joined if is_text else None,
        "upto": str(answer.rows[-1].number if answer.rows else 0),
        "page_mark": writing.new_page(),
    }


def _chosen(request, application, asked, answer):
    """The row that settles it, or None (and a message) when nothing was chosen."""
    pick, upto = request.POST.get("pick", ""), request.POST.get("upto", "0")
    if pick == "join" and asked.kind == FieldKind.TEXT:
        value = request.POST.get("joined", "").replace("\r\n", "\n").rstrip()
    else:
        row = next((one for one in answer.rows if str(one.number) == pick), None)
        if row is None:
            messages.error(request, "Elija una de las versiones.")
            return None
        value = row.value
    said = {"upto": int(upto) if upto.isdigit() else 0, "page": request.POST.get("page", "")[:32]}
    try:
        return answering.choose(
            by=request.user, application=application, key=asked.key, value=value, at=calendars.now(), **said
        )
    except Refused as refused:
        for sentence in refused.sentences:
            messages.error(request, sentence)
        return None


def between(request, fund):
    """What each field said at the end of two days, word by word."""
    application = visible_application(request, fund, Permission.VIEW_FUNDS)
    today = calendars.today()
    initial = {"since": application.opened_on, "until": today}
    form = BetweenForm(request.GET if "since" in request.GET else initial)
    rows = _compared(application, form.cleaned_data) if form.is_valid() else []
    context = page_frame(request.user, application, form=form, rows=rows)
    return render(request, "cases/funding/writing/between.html", context)


def _compared(application, said):
    """(label, what changed) of each field that says another thing."""
    first, second = (_end_of(said[name]) for name in ("since", "until"))
    before, after = (forms_reading.values_at(application, moment) for moment in (first, second))
    asked, found = _asked(application), []
    for key in dict.fromkeys([*asked, *before, *after]):
        texts = [
            form_values.as_text(asked[key][1], value) if key in asked else form_values.told(value)
            for value in (before.get(key), after.get(key))
        ]
        if texts[0] != texts[1]:
            found.append((asked[key][1].label if key in asked else key, wording.differences(*texts)))
    return found


def _end_of(day):
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time())) - timedelta(microseconds=1)


def _asked(application):
    return forms_reading.fields_of(bases_of(application.bases))


def _field(request, fund, field, *needs):
    """(application, field, section, its answers), or 404 when the bases adopted do not ask it."""
    application = visible_application(request, fund, *needs)
    found = _asked(application).get(field)
    if found is None:
        raise Http404
    answer = forms_reading.kept(application).get(field) or forms_reading.Kept()
    return application, found[1], found[0], answer
