"""The acts that make a cooperative exist, and what puts one in order."""

from datetime import timedelta

from cases import clocks
from cases.enums import ItemStatus, LegalEventKind, Risk
from cases.law import Outcome, formalization
from cases.models import LegalEvent, RegularizationItem
from incubator import calendars
from incubator.requirements import requires


def legal_acts(case, on):
    """The dated acts of a case by kind, as of a day."""
    return {event.kind: event for event in LegalEvent.objects.in_force().filter(case=case, happened_on__lte=on)}


def _evidenced(attempt, kind):
    act = attempt.once(legal_acts, attempt.subject, attempt.on).get(kind)
    return act is not None and act.evidence_id is not None


@requires("Falta la escritura pública, con su documento.", done="La escritura está anotada.", fix="legal")
def deed_is_evidenced(attempt):
    """Deed (art. 6)."""
    return _evidenced(attempt, LegalEventKind.DEED)


@requires(
    "Falta la inscripción en el Registro de Comercio, con su documento.",
    done="La inscripción está anotada.",
    fix="legal",
)
def registry_entry_is_evidenced(attempt):
    """Entry at the CBR (art. 7)."""
    return _evidenced(attempt, LegalEventKind.REGISTRY_ENTRY)


@requires(
    "Falta la publicación en el Diario Oficial, con su documento.", done="La publicación está anotada.", fix="legal"
)
def publication_is_evidenced(attempt):
    """Publication (arts. 7 and 8 bis)."""
    return _evidenced(attempt, LegalEventKind.PUBLICATION)


@requires("Falta el rol en el registro de DAES, con su documento.", done="El rol está anotado.", fix="legal")
def roll_is_evidenced(attempt):
    """Roll (art. 108)."""
    return _evidenced(attempt, LegalEventKind.ROLL)


@requires("Falta el RUT de la cooperativa, con su documento.", done="El RUT está anotado.", fix="legal")
def tax_id_is_evidenced(attempt):
    """RUT (Código Tributario, art. 66)."""
    return _evidenced(attempt, LegalEventKind.TAX_ID)


@requires(
    "La inscripción y la publicación deben estar dentro de los 60 días corridos desde la escritura (art. 7), o "
    "saneadas (Ley 19.499).",
    done="La constitución vale: dentro de plazo, o saneada.",
    fix="legal",
)
def registered_in_time(attempt):
    """R20: valid only if both acts fell within the term; a late one needs a cure first (R23)."""
    acts = LegalEvent.objects.in_force().filter(case=attempt.subject, happened_on__lte=attempt.on).order_by("pk")
    said = formalization.standing(
        acts=[(act.kind, act.happened_on) for act in acts], on=attempt.on, working=calendars.calendar()
    )
    return said.outcome == Outcome.VALID


@requires("Hay una escritura vigente: ya no se puede volver a Definición de negocio.")
def no_deed_in_force(attempt):
    """Before the deed the group may think again; after it, leaving is another matter (art. 10)."""
    return LegalEventKind.DEED not in attempt.once(legal_acts, attempt.subject, attempt.on)


def _items(case):
    return list(RegularizationItem.objects.filter(file__case=case))


@requires("Faltan puntos de alto riesgo por poner en orden.", done="Los puntos de alto riesgo cumplen.", fix="items")
def high_risk_items_are_met(attempt):
    """Every high-risk item meets, with evidence, and still holds."""
    items = [item for item in attempt.once(_items, attempt.subject) if item.risk == Risk.HIGH]
    pending = [item for item in items if not _holds(item, attempt.on)]
    return bool(
        items
    ) and not pending, f"Quedan {len(pending)} de {len(items)}." if items else "No hay puntos anotados."


@requires("Faltan los órganos vigentes de la cooperativa.", done="Los órganos están vigentes.", fix="items")
def bodies_are_in_force(attempt):
    """R05: the bodies the law asks of its size are in force (arts. 23-24)."""
    return any(_holds(item, attempt.on) for item in attempt.once(_items, attempt.subject) if item.is_bodies)


def _holds(item, on):
    if item.status == ItemStatus.NOT_APPLICABLE:
        return not item.is_bodies
    valid = item.valid_until is None or item.valid_until >= on
    return item.status == ItemStatus.MEETS and item.evidence_id is not None and valid


@requires("No hay nada vencido en el expediente de saneamiento.", done="Hay un hecho vencido.", fix="items")
def something_lapsed(attempt):
    """A dated fact lapsed, or an item no longer meets."""
    return any(
        item.status == ItemStatus.DOES_NOT or (item.valid_until is not None and item.valid_until < attempt.on)
        for item in attempt.once(_items, attempt.subject)
    )


def next_legal_deadline(case, on):
    """(day, what) of the legal clock still running in a case on a day, or None."""
    acts = legal_acts(case, on)
    deed = acts.get(LegalEventKind.DEED)
    if deed is None:
        return None
    pending = [kind for kind in (LegalEventKind.REGISTRY_ENTRY, LegalEventKind.PUBLICATION) if kind not in acts]
    return (clocks.registration_deadline(deed.happened_on), pending[0]) if pending else None


def deadline_is_near(case, on, days=30):
    """Whether a legal clock of the case runs out within some days of `on` (or already has)."""
    deadline = next_legal_deadline(case, on)
    return deadline is not None and deadline[0] <= on + timedelta(days=days)
