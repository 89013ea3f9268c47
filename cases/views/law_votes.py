"""«Quórum y votos», for everybody: the majority of each matter, the proxies of one person, the days to call."""

from cases.forms.votes import NoticeForm, ProxiesForm, VotesForm
from cases.law import is_stale, meetings, pack_on, proxies, quorum
from cases.views.public_calls import page
from incubator import calendars

_SPECIAL = "especial_agricola"


def votes(request):
    """Three sums, each asked by its own form; nothing is kept."""
    on = calendars.today()
    pack = pack_on(on)
    asked = {
        "majority": VotesForm(request.GET if "favor" in request.GET else None),
        "held": ProxiesForm(request.GET if "lleva" in request.GET else None),
        "called": NoticeForm(request.GET if "junta" in request.GET else None),
    }
    sums = {"majority": _majority, "held": _held, "called": _called}
    ready = {name: form.cleaned_data for name, form in asked.items() if form.is_bound and form.is_valid()}
    context = {
        "pack": pack,
        "on": on,
        "stale": is_stale(pack, on),
        "forms": asked,
        "answers": {name: sums[name](said, on) for name, said in ready.items()},
        "crumbs": [("Portada", "/"), ("Las reglas", "/reglas/")],
    }
    return page(request, "cases/public/law_votes.html", context)


def _majority(said, on):
    """[(title, answer)]: the quorum when the members are known, and the majority."""
    founding = said["constitutiva"]
    found = []
    if said["integrantes"]:
        told = {"n": said["n"], "members": said["integrantes"], "on": on}
        found.append(("El quórum", quorum.present(**told, second_call=said["segunda"], founding=founding)))
    answer = meetings.majority(
        letter=said["letra"],
        n=said["n"],
        yes=said["favor"],
        specially_called=said["citada"],
        on=on,
        founding=founding,
        to_small_bodies=said["letra"] == "d",
    )
    return [*found, ("El acuerdo", answer)]


def _held(said, on):
    """[(title, answer)]: the cap of proxies."""
    kind = _SPECIAL if said["especial"] else ""
    return [("Los poderes", proxies.cap(n=said["asisten"], held=said["lleva"], on=on, kind=kind))]


def _called(said, _):
    """The days to propose."""
    return meetings.notice_window(meeting_on=said["junta"])
