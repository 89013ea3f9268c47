"""Groups with fewer members than the programme or the law asks: thirty days to mend it, and the law's own clock."""

from django.urls import reverse
from django.utils.html import format_html

from cases import minimums
from cases.causes.desk import accompanied, each, group_link, told
from incubator import causes
from incubator.causes import Listing, Task
from incubator.enums import LegalStatus
from incubator.templatetags.minga import dmy


@causes.listed("below_minimum", "Bajo el mínimo de integrantes", tones=("waits",))
def below_minimum(asked):
    """An accompanied group has fewer members than the programme asks: thirty days from the day it fell below."""
    rules = {pk: asked.team.rules(pk) for pk in asked.team.incubator_ids}
    rows = minimums.below_programme(accompanied(asked), asked.on, rules)
    yield Listing(rows, _tell(by_law=False), "waits", due="due_on")


@causes.listed("below_legal_minimum", "Bajo el mínimo legal de integrantes", tones=("urgent", "waits"))
def below_legal_minimum(asked):
    """From formalization on, fewer members than the law asks of the type; a constituted cooperative has six months."""
    rows = minimums.below_law(accompanied(asked), asked.on)
    valid = {"organization__legal_status": LegalStatus.VALID}
    yield Listing(rows.filter(**valid), _tell(by_law=True), "urgent", due="due_on", is_legal=True)
    yield Listing(rows.exclude(**valid), _tell(by_law=True), "waits", due="due_on")


def _tell(by_law):
    def tell(asked, rows):
        for row, case in each(asked, rows):
            lacks = next((one for one in _lacking(asked)[case.pk] if one.by_law == by_law), None)
            if lacks:
                yield _task(row, case, lacks)

    return tell


def _lacking(asked):
    """What the groups about to be told lack; read once for all the listings."""
    kept = asked.kept.setdefault("lacking", {})
    if kept.get("of") != asked.wanted:
        rules = {pk: asked.team.rules(pk) for pk in asked.team.incubator_ids}
        cases = list(told(asked).values())
        kept["of"], kept["found"] = asked.wanted, minimums.shortfalls(cases, asked.on, rules)
    return kept["found"]


def _task(row, case, lacks):
    has = "1 integrante" if lacks.count == 1 else f"{lacks.count} integrantes"
    whose = f"el mínimo legal es {lacks.minimum}" if lacks.by_law else f"el mínimo del programa es {lacks.minimum}"
    detail = f"Desde el {dmy(lacks.fell_on)}" if lacks.reached_before else "No consta que los haya tenido"
    if lacks.clock:
        detail += f" · para recuperarlo, hasta el {dmy(lacks.clock.recover_by)} ({minimums.LAW})"
    return Task(
        key=row.key,
        sentence=format_html("{} tiene <b>{}</b> y {}.", group_link(case), has, whose),
        detail=detail,
        url=reverse("group_members", args=[case.organization_id]),
        action="Ver integrantes",
        about=f"de {case.organization.name}",
        due_on=row.due_on,
        code=case.code,
    )
