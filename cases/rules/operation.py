"""The acts that make a cooperative exist, and what puts one in order."""

from datetime import timedelta

from cases import clocks
from cases.enums import LegalEventKind
from cases.formalization import reading as legal_reading
from cases.law import Outcome
from cases.models import Cure, LegalEvent
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
    cures = Cure.objects.filter(case=attempt.subject, act__kind=LegalEventKind.DEED).order_by("pk")
    return legal_reading.standing_of_acts(list(acts), attempt.on, cures).outcome == Outcome.VALID


@requires("Hay una escritura vigente: ya no se puede volver a Definición de negocio.")
def no_deed_in_force(attempt):
    """Before the deed the group may think again; after it, leaving is another matter (art. 10)."""
    return LegalEventKind.DEED not in attempt.once(legal_acts, attempt.subject, attempt.on)


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
