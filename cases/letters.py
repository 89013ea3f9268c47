"""What each letter says to a group, in plain words, and how it becomes paper."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from cases.enums import LetterKind, Stage, Verb
from cases.models import Appeal, Application, Case, StageChange
from cases.rules import appeals, selection
from cases.rules.call_days import waits_until
from incubator import calendars
from incubator.calendars import long_date
from incubator.paper import render_pdf
from incubator.templatetags.minga import dmy

#: The heading of each letter: what happened, before anything else.
HEADINGS = {
    LetterKind.ADMITTED: "Su grupo fue admitido",
    LetterKind.WAITING: "Su grupo quedó en lista de espera",
    LetterKind.NOT_ADMITTED: "Su grupo no fue admitido",
    LetterKind.APPEAL_UPHELD: "Acogimos su apelación",
    LetterKind.APPEAL_REJECTED: "No acogimos su apelación",
}


@dataclass(frozen=True)
class Writing:
    """A letter before it is paper: about whom, what it tells, who signs, and its number once it has one."""

    case: Case
    kind: str
    application: Application
    change: StageChange | None
    appeal: Appeal | None
    signer: Any
    post: str
    on: date
    number: int | None
    round: int

    @property
    def heading(self):
        """What the letter says in its first line."""
        return HEADINGS[LetterKind(self.kind)]

    @property
    def reference(self):
        """How it is cited."""
        return f"Carta N.º {self.number}/{self.on.year}" if self.number else "Carta sin número"

    @property
    def title(self):
        """The title of the document."""
        return f"{self.reference}: {self.heading.lower()}"


def file_name(writing):
    """The name of the file: no name of the group."""
    return f"carta-{writing.number:03d}-{writing.on.year}.pdf"


def pdf_of(writing) -> bytes:
    """The letter as PDF/UA; a draft while it has no number."""
    case, call = writing.case, writing.application.call
    context = {
        "draft": writing.number is None,
        "writing": writing,
        "municipality": case.incubator.municipality.name,
        "incubator": case.incubator.name,
        "place": f"{case.incubator.commune.name}, {long_date(writing.on)}",
        "group": case.organization.name,
        "contact": writing.application.contact.name,
        "code": case.code,
        "call": call,
        **_SAYS[LetterKind(writing.kind)](writing),
        "signers": [{"name": writing.signer.full_name, "role": writing.post, "act": case.incubator.municipality.name}],
    }
    return render_pdf(
        "print/letter.html",
        context,
        title=writing.title,
        created=calendars.now(),
        author=case.incubator.municipality.name,
    )


def _place(application):
    """«Lugar 2, con 81,50 puntos de 100», when there is an order."""
    if application.rank is None or application.score is None:
        return ""
    return f"lugar {application.rank} en el orden, con {_points(application.score)} puntos de 100"


def _points(score):
    return f"{score:.2f}".replace(".", ",")


def _admitted(writing):
    call, place = writing.application.call, _place(writing.application)
    formal = writing.change is not None and writing.change.verb == Verb.ADMIT_FORMAL
    first = f"La incubadora admitió a {writing.case.organization.name} en la convocatoria «{call.name}»."
    follows = (
        "Empezamos por revisar con ustedes qué hay que poner en orden en la cooperativa."
        if formal
        else "Empieza la etapa de formación. Les avisaremos el día, la hora y el lugar del primer encuentro."
    )
    return {
        "paragraphs": [first, f"Obtuvo el {place}." if place else ""],
        "parts": [
            ("Qué sigue", [follows, "Una persona de la incubadora y otra de la universidad acompañarán al grupo."]),
            (
                "Apoyos para participar",
                [
                    "Si alguien necesita un apoyo para participar, como intérprete de lengua de señas, transporte, "
                    "lectura fácil o cuidado de otra persona, díganos antes del primer encuentro."
                ],
            ),
        ],
    }


def _waiting(writing):
    application = writing.application
    ahead = [row for row in selection.ahead_of(application) if row.case.stage == Stage.WAITING]
    until, place = dmy(waits_until(application.call)), _place(application)
    return {
        "paragraphs": [
            f"{writing.case.organization.name} postuló a la convocatoria «{application.call.name}». "
            "Por ahora no hay un cupo para el grupo.",
            f"Obtuvo el {place}." if place else "",
            f"Su lugar en la lista de espera es el {len(ahead) + 1}. La lista vale hasta el {until}.",
        ],
        "parts": [
            (
                "Qué sigue",
                [
                    "Si se libera un cupo, entra el grupo que está primero en la lista y le avisamos.",
                    f"Si el {until} no hubo cupo, el grupo puede volver a postular a la convocatoria que esté abierta.",
                ],
            )
        ],
    }


def _not_admitted(writing):
    change, call = writing.change, writing.application.call
    place, clause = _place(writing.application), change.data.get("clause", "")
    reasons = [change.reason, f"No cumple esta parte de la convocatoria: {clause}." if clause else ""]
    days = call.appeal_days
    last = appeals.term_ends(call, writing.on)
    return {
        "paragraphs": [
            f"{writing.case.organization.name} postuló a la convocatoria «{call.name}». El grupo no fue admitido.",
            f"Obtuvo el {place}." if place else "",
        ],
        "parts": [
            ("Por qué", [one for one in reasons if one]),
            ("Dónde puede seguir", [change.data.get("referred_to", "")]),
            (
                "Si no está de acuerdo, puede apelar",
                [
                    "Diga con sus palabras por qué no está de acuerdo. Puede hacerlo en la oficina, por carta, por "
                    "correo o por teléfono: si lo necesita, le ayudamos a escribirla.",
                    f"Tiene {days} días hábiles, contados desde el día hábil siguiente al que recibe esta carta. Si la "
                    f"recibe hoy, {dmy(writing.on)}, el último día es el {dmy(last)}.",
                    "La decide una persona que no evaluó ni decidió sobre su postulación (Ley 19.880, artículo 59).",
                ],
            ),
        ],
    }


def _upheld(writing):
    appeal = writing.appeal
    return {
        "paragraphs": [_decided(writing), "El grupo tenía razón: volvemos a revisar su postulación."],
        "parts": [
            ("Por qué", [appeal.grounds]),
            (
                "Qué sigue",
                [
                    "Otras personas evaluarán de nuevo la postulación. Les avisaremos el resultado por carta.",
                    "Ningún grupo ya admitido pierde su cupo. Si no quedan cupos, su grupo pasa a la lista de espera, "
                    "en el lugar que le corresponda.",
                ],
            ),
        ],
    }


def _rejected(writing):
    referred = writing.change.data.get("referred_to", "") if writing.change else ""
    return {
        "paragraphs": [_decided(writing), "La decisión de no admitir al grupo se mantiene."],
        "parts": [
            ("Por qué", [writing.appeal.grounds]),
            (
                "Dónde puede seguir",
                [
                    referred,
                    "El grupo puede postular a la próxima convocatoria. Conserva las demás vías que le da la ley; la "
                    "Corporación de Asistencia Judicial orienta gratis.",
                ],
            ),
        ],
    }


def _decided(writing):
    appeal = writing.appeal
    who = f" La decidió {appeal.superior}." if appeal.superior else ""
    return (
        f"El {dmy(appeal.happened_on)} recibimos la apelación de {writing.case.organization.name}. Se decidió el "
        f"{dmy(appeal.decided_on)}: {appeal.act}.{who}"
    )


_SAYS = {
    LetterKind.ADMITTED: _admitted,
    LetterKind.WAITING: _waiting,
    LetterKind.NOT_ADMITTED: _not_admitted,
    LetterKind.APPEAL_UPHELD: _upheld,
    LetterKind.APPEAL_REJECTED: _rejected,
}
