"""What is already recorded of each kind of fact, in words: one query a kind."""

from cases.enums import LegalEventKind, Moment
from incubator.enums import SupportKind
from incubator.templatetags.minga import dmy, integer, money

_RELATED = {
    "application": ("call", "contact"),
    "business": ("activity", "cooperative_type"),
    "plan": ("author", "approved_by"),
    "measurement": ("certified_by",),
}


def rows(case, page, *, sees_names):
    """The facts of that kind, the newest first: on, words, detail, the evidence's id and the fact itself."""
    facts = getattr(case, page.related).select_related("recorded_by", *_RELATED.get(page.name, ()))
    say = _SAY[page.name]
    return [
        {
            "fact": fact,
            "on": fact.happened_on,
            "words": say(fact, sees_names),
            "by": fact.recorded_by.full_name,
            "evidence_id": fact.evidence_id,
        }
        for fact in facts.order_by("-happened_on", "-pk")
    ]


def _application(fact, sees_names):
    contact = f" Contacto: {fact.contact.name}." if sees_names else ""
    told = f" Se informó el {dmy(fact.informed_on)}." if fact.informed_on else " Falta informar a las personas."
    rank = f" Lugar {fact.rank} en el orden." if fact.rank else ""
    return f"{fact.call.name}: {fact.interested} personas interesadas.{contact}{told}{rank}"


def _supports(fact, _):
    kinds = ", ".join(SupportKind(kind).label for kind in fact.supports) or "No necesita ninguno"
    return f"{kinds}. {fact.note}".strip()


def _business(fact, _):
    return f"{fact.activity}. {fact.cooperative_type}."


def _plan(fact, _):
    approved = (
        f"aprobada por {fact.approved_by.full_name} el {dmy(fact.approved_on)}"
        if fact.approved_on
        else "falta que otra persona la apruebe"
    )
    if fact.is_draft:
        approved = "en borrador"
    return f"Versión {fact.version}, de {fact.author.full_name}: {approved}."


def _legal(fact, _):
    return " · ".join(filter(None, [LegalEventKind(fact.kind).label, fact.reference]))


def _measurement(fact, _):
    figures = [
        fact.monthly_income is not None and f"{money(fact.monthly_income)} de ingreso mensual",
        fact.people_with_income is not None and f"{integer(fact.people_with_income)} personas con ingreso",
        fact.jobs is not None and f"{integer(fact.jobs)} puestos de trabajo",
        fact.weekly_hours is not None and f"{integer(fact.weekly_hours)} horas a la semana",
    ]
    backed = "" if fact.self_declared else " Con documento que lo respalda."
    certified = (
        f" Certificada por {fact.certified_by.full_name} el {dmy(fact.certified_on)}."
        if fact.certified_on
        else " Falta que otra persona la certifique."
    )
    return f"{Moment(fact.moment).label}: {', '.join(filter(None, figures))}.{backed}{certified}"


_SAY = {
    "application": _application,
    "commitment": lambda fact, _: "Acta de compromiso firmada",
    "supports": _supports,
    "business": _business,
    "plan": _plan,
    "legal": _legal,
    "measurement": _measurement,
    "confirmation": lambda fact, _: (
        f"El grupo confirmó: {fact.get_subject_display().lower()} ({fact.get_channel_display().lower()})"
    ),
}
