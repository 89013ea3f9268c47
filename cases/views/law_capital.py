"""«Capital y cuotas», for everybody: the cap of a member, the number of shares, and the reserves, step by step."""

from cases.forms.capital import HoldingForm, ReserveForm
from cases.law import capital, is_stale, pack_on
from cases.law.answers import Outcome, Reading
from cases.views.public_calls import page
from incubator import calendars
from incubator.text import thousands


def law_capital(request):
    """Two sums, each asked by its own form; nothing is kept."""
    on = calendars.today()
    pack = pack_on(on)
    types = list(pack.library.types.items())
    holding = HoldingForm(request.GET if "mias" in request.GET else None, types=types)
    reserve = ReserveForm(request.GET if "remanente" in request.GET else None, types=types)
    context = {
        "pack": pack,
        "on": on,
        "stale": is_stale(pack, on),
        "holding": holding,
        "reserve": reserve,
        "answers": _holding(holding, on) if holding.is_bound and holding.is_valid() else [],
        "sums": _reserve(reserve, on) if reserve.is_bound and reserve.is_valid() else [],
        "crumbs": [("Portada", "/"), ("Las reglas", "/reglas/")],
    }
    return page(request, "cases/public/law_capital.html", context)


def _holding(form, on):
    """[(title, answer)]: the cap, and whether the number of shares fits."""
    said = form.cleaned_data
    total, mine = said["cuotas"], said["mias"]
    paid, all_paid = said["pagadas"], said["todas_pagadas"]
    told = {"subscribed": mine, "total_subscribed": total, "members": said["integrantes"], "on": on}
    both = {"paid": mine if paid is None else paid, "total_paid": total if all_paid is None else all_paid}
    return [
        ("Lo más que puede tener una persona", capital.cap(kind=said["tipo"], **told, **both)),
        ("Número de cuotas", _multiple(total, on)),
    ]


def _multiple(total, on):
    """R16, of the shares alone."""
    read = Reading(on)
    least = read.value("money", "shares.multiple")
    said = f"{thousands(total)} ÷ {least} = {thousands(total // least)}, sobran {total % least}."
    below, above = total // least * least, (total // least + 1) * least
    near = f"{thousands(below)} o {thousands(above)}" if below else thousands(above)
    remedy = f"Al fundar, las cuotas son múltiplo de {least}: use {near}." if total % least else ""
    return read.answer("R16", Outcome.NOT_MET if total % least else Outcome.MET, said, remedy=remedy)


def _reserve(form, on):
    """[(title, answer)]: the legal reserve, the fund, and what is left to share out."""
    said = form.cleaned_data
    kind, surplus, losses = said["tipo_reserva"], said["remanente"], said["perdidas"] or 0
    kept = capital.legal_reserve(types=[kind], surplus=surplus, on=on, losses=losses)
    fund = capital.refund_fund(types=[kind], surplus=surplus, on=on)
    left = max(surplus - losses - kept.figures["amount"] - fund.figures["amount"], 0)
    split = capital.surplus_split(kind=kind, from_members=left, from_others=0, on=on)
    return [("1. Reserva legal", kept), ("2. Fondo para devolver cuotas", fund), ("3. Lo que se reparte", split)]
