"""What a page says of a document that is asked: how it stands, until when it serves, and when to ask for another."""

from cases.funding.bases.shapes import Moment
from cases.funding.vault.reading import AskedStanding, PaperState
from incubator.templatetags.minga import dmy

_AT = {
    Moment.CLOSING: "al cierre",
    Moment.REVIEW: "a la revisión",
    Moment.AWARD: "a la adjudicación",
    Moment.SIGNING: "a la firma del convenio",
}


def sentence(standing: AskedStanding) -> str:
    """How it stands and what to do, in plain words; no name of a person and nothing of what it says."""
    if standing.state == PaperState.MISSING:
        said = f"Falta. {_when_to_ask(standing)}" if standing.asked.required else "No está, y las bases no obligan."
    elif standing.state == PaperState.EXPIRED:
        said = f"{_expiry(standing)} {_when_to_ask(standing)}"
    elif standing.good_until is None:
        said = "Está y no vence."
    else:
        said = f"Está y sirve hasta el {dmy(standing.good_until)}{_counted(standing)}."
    if not standing.is_sure and standing.asked.valid_days is not None:
        moment = _AT[standing.asked.moment]
        instead = f": aquí se cuenta el {dmy(standing.on)}" if standing.on else ""
        said = f"{said} Las bases no dicen qué día se cuenta {moment}{instead}. Compruébelo."
    return said.strip()


def rule(standing: AskedStanding) -> str:
    """What the bases ask of its age, with the clause."""
    asked = standing.asked
    said = ""
    if asked.valid_days is not None:
        days = "1 día" if asked.valid_days == 1 else f"{asked.valid_days} días"
        said = f"De no más de {days}, contados {_AT[asked.moment]}."
    return " ".join(filter(None, [said, asked.clause]))


def short(standing: AskedStanding) -> str:
    """A few words for a tag."""
    if standing.state == PaperState.EXPIRED and standing.expires_before_closing:
        return "Vence antes"
    return standing.state.label


def lack(standing: AskedStanding) -> str:
    """What stands between the application and this document, for the list of what is missing."""
    return f"«{standing.asked.name}»: {sentence(standing)}"


def _expiry(standing):
    if standing.expires_before_closing:
        return f"Vence antes del cierre: sirve hasta el {dmy(standing.good_until)}{_counted(standing)}."
    return f"Sirve hasta el {dmy(standing.good_until)}{_counted(standing)}."


def _counted(standing):
    if standing.on is None:
        return ""
    moment = f" {_AT[standing.asked.moment]}," if standing.is_sure else ""
    return f" y se cuenta{moment} el {dmy(standing.on)}"


def _when_to_ask(standing):
    if standing.ask_by is None:
        return "Pídalo antes del cierre."
    if standing.is_too_late:
        return (
            f"Ninguno pedido antes del cierre ({dmy(standing.ask_by)}) llega al día que cuenta: pídalo lo más tarde "
            "que pueda y pregunte a la institución qué día cuenta."
        )
    since = f"desde el {dmy(standing.ask_from)} y " if standing.ask_from else ""
    return f"Pida uno {since}a más tardar el {dmy(standing.ask_by)}."
