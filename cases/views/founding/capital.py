"""Step 4: the capital and how many shares each founder takes, with the cap of the law and its sums."""

from django.contrib import messages
from django.shortcuts import render

from cases.forms.founding import CapitalForm
from cases.founding.steps import equal_shares
from cases.law.answers import Reading
from cases.services import founding
from cases.services.founding.capital import caps
from cases.views.founding.room import after, room_of, saved, shut, step_frame
from incubator.text import thousands


def capital(request, pk):
    """Decide it; «equal» proposes equal holdings and saves nothing."""
    room = room_of(request, pk)
    if answer := shut(request, room):
        return answer
    if "equal" in request.POST:
        form = _proposed(request, room)
    else:
        form = CapitalForm(request.POST or None, people=room.choices, initial=_initial(room))
        if saved(request, form, lambda: _write(request.user, room, form), "El capital quedó guardado."):
            return after(room, "capital")
    wanted = (("money", "shares.multiple"), ("types", f"{room.kind}.cap"), ("clauses", "c"))
    context = step_frame(room, "capital", form=form, held=_held(room), rules=room.rules(*wanted), **_only_equal(room))
    return render(request, "cases/founding/capital.html", context)


def _initial(room):
    project = room.project
    values = {"shares": project.shares, "share_value": project.share_value, "payment_months": project.payment_months}
    for one in room.founders:
        values[f"taken-{one.person.pk}"] = one.record.shares_subscribed
        values[f"paid-{one.person.pk}"] = one.record.shares_paid
    return values


def _proposed(request, room):
    """The same page with equal holdings written in it; what was typed of value and months stays."""
    typed = CapitalForm(request.POST, people=room.choices)
    typed.is_valid()
    said = typed.cleaned_data
    total, each = equal_shares(members=len(room.founders), shares=said.get("shares"), on=room.on)
    initial = {name: request.POST.get(name) for name in ("share_value", "payment_months")} | {"shares": total}
    for pk, _ in room.choices:
        paid = said.get(f"paid-{pk}")
        initial |= {f"taken-{pk}": each, f"paid-{pk}": each if paid is None else min(paid, each)}
    messages.info(
        request,
        f"Propuesta, todavía sin guardar: {thousands(total)} cuotas, {thousands(each)} para cada persona. "
        "Revise cuántas paga cada una y guarde.",
    )
    return CapitalForm(people=room.choices, initial=initial)


def _write(by, room, form):
    said = form.cleaned_data
    return founding.share_out(
        by=by,
        file=room.file,
        on=room.on,
        shares=said["shares"],
        share_value=said["share_value"],
        payment_months=said["payment_months"],
        holdings=form.holdings(),
    )


def _held(room):
    """Of each founder with shares: name, part of the capital as a page prints it, and R03 with its sums."""
    total = room.project.shares
    rows = [one for one in room.founders if one.record.shares_subscribed]
    if not total or not rows:
        return []
    pairs = [(one.record.shares_subscribed, one.record.shares_paid) for one in rows]
    answers = caps(room.kind, total, pairs, len(room.founders), room.on)
    return [
        {"name": room.shown[one.person.pk].name, "part": _part(one.record.shares_subscribed, total), "answer": answer}
        for one, answer in zip(rows, answers, strict=True)
    ]


def _part(shares, total):
    """«16,67 %»: never rounded up to the cap."""
    hundredths = shares * 10_000 // total
    return f"{hundredths // 100},{hundredths % 100:02} %"


def _only_equal(room):
    """What the cap leaves to as many people as found: with five, only equal parts."""
    share = Reading(room.on).of_type(room.kind, "cap").value or 0
    members = len(room.founders)
    return {"cap": share, "members": members, "only_equal": share * members == 100, "too_few": share * members < 100}
