"""What the group lived: its stage, what it won before, and what it already asked for in this call."""

from django.db.models import TextChoices

from cases.enums import Stage
from cases.funding.bases.shapes import Subject
from cases.funding.eligibility.asking import IMPOSSIBLE, Asked, Verdict, fails, in_time, meets, missing, to_verify
from cases.funding.eligibility.days import after, dmy
from cases.funding.eligibility.kinds.parameters import Parameter, Type
from cases.funding.eligibility.kinds.shapes import Kind
from cases.funding.eligibility.outcomes import Need
from incubator.text import fold

#: How far each stage is; two that stand side by side on the path are as far. Closed is nowhere.
_REACHED = {
    Stage.CENSUS: 0,
    Stage.CALL: 1,
    Stage.SELECTION: 2,
    Stage.WAITING: 2,
    Stage.TRAINING: 3,
    Stage.BUSINESS: 4,
    Stage.FORMALIZATION: 5,
    Stage.REGULARIZATION: 5,
    Stage.OPERATION: 6,
    Stage.GRADUATED: 7,
}


class Giver(TextChoices):
    """Whose awards are counted."""

    ANYONE = "anyone", "De cualquier institución"
    AGENCY = "agency", "De esta institución"
    PROGRAMME = "programme", "De este programa"


def _stage(asked: Asked) -> Verdict:
    stage, wanted = asked.facts.stage, asked.given["stage"]
    if stage is None:
        return missing("No se sabe en qué etapa está.", "Anote la etapa del grupo.")
    said = f"Etapa: {stage.label}."
    if stage == Stage.CLOSED:
        return fails(said, "El caso está cerrado: no puede postular.", IMPOSSIBLE)
    steps = _REACHED[wanted] - _REACHED[stage]
    if steps <= 0:
        return meets(said)
    remedy = f"Tiene que llegar a «{wanted.label}» hasta el {dmy(asked.day)}."
    return fails(said, remedy, Need(acts=steps, shared="stage"), asked.day)


def _awards(asked: Asked) -> Verdict:
    facts, given = asked.facts, asked.given
    counted = _counted(asked)
    if counted is None:
        return to_verify("No se sabe de qué llamado se pregunta.", "Compruebe qué ganó antes y anótelo.")
    years, most = given["years"], given["maximum"]
    if years is not None:
        counted = [day for day in counted if after(day, 12 * years) > asked.day]
    said = f"Fondos ganados antes que cuentan: {len(counted)}."
    if len(counted) > most:
        return fails(said, _wait(counted, years, most), IMPOSSIBLE)
    if facts.awards_elsewhere:
        said += " Estuvo en otra municipalidad, y lo que ganó allá no se mira desde aquí."
        return to_verify(said, "Pregúntelo al grupo y a la institución, y anótelo.")
    return _leaving(asked, said) or meets(said)


def _counted(asked: Asked) -> list | None:
    """The days of the awards that count; None when the bases ask of an agency or programme that is not known."""
    giver, call = asked.given["of"], asked.call
    awards = [award for award in asked.facts.awards if award.on <= asked.day]
    if giver == Giver.ANYONE:
        return [award.on for award in awards]
    if giver == Giver.PROGRAMME:
        wanted = fold(asked.given["programme"] or (call.programme if call else ""))
        return [award.on for award in awards if fold(award.programme) == wanted] if wanted else None
    if call is None or call.agency_id is None:
        return None
    return [award.on for award in awards if award.agency_id == call.agency_id]


def _wait(counted, years, most) -> str:
    if years is None:
        return "Busque un llamado sin ese límite."
    free = after(sorted(counted, reverse=True)[most], 12 * years)
    return f"Deja de contar el {dmy(free)}: vea un llamado que se juzgue desde ese día."


def _leaving(asked: Asked, said: str) -> Verdict | None:
    """Enough on the day and too many today: time alone takes the oldest out of the count."""
    years, most = asked.given["years"], asked.given["maximum"]
    if years is None:
        return None
    ends = sorted((after(day, 12 * years) for day in _counted(asked)), reverse=True)
    return in_time(ends[most], asked, said) if len(ends) > most else None


def _say_awards(given) -> str:
    most = given["maximum"]
    number = f"hasta {most} fondos ganados" if most > 1 else "hasta 1 fondo ganado" if most else "ningún fondo ganado"
    years = given["years"]
    since = "antes" if years is None else "en el último año" if years == 1 else f"en los últimos {years} años"
    whose = given["programme"] or given["of"].label.lower()
    return f"Con {number} {since} ({whose})"


def _limit(asked: Asked) -> Verdict:
    kept, call = asked.facts.applications, asked.call
    if kept is None or call is None:
        said = "No se sabe cuántas postulaciones tiene quien postula."
        return to_verify(said, "Cuéntelas y anótelo.")
    number = kept.get(call.key, 0)
    said = f"Postulaciones a este llamado: {number}."
    if number <= asked.given["maximum"]:
        return meets(said)
    over = number - asked.given["maximum"]
    return fails(said, f"Desista de {over} o cambie quién postula.", Need(acts=over, shared="limit"), asked.day)


def _say_limit(given) -> str:
    most = given["maximum"]
    return f"Hasta {most} {'postulación' if most == 1 else 'postulaciones'} de cada postulante"


KINDS = (
    Kind(
        key="stage",
        label="Etapa del acompañamiento",
        parameters=(Parameter("stage", "Etapa a la que llegó", Type.CHOICE, required=True, options=Stage),),
        judge=_stage,
        say=lambda given: f"Haber llegado a «{given['stage'].label}»",
        subjects=(Subject.GROUP, Subject.APPLICANT),
        of_group=False,  # whoever applies for it, the stage is that of the case
        refuse=lambda given: ["nadie postula con el caso cerrado."] if given["stage"] == Stage.CLOSED else [],
    ),
    Kind(
        key="earlier_awards",
        label="Fondos ganados antes",
        parameters=(
            Parameter("maximum", "A lo más", Type.WHOLE, default=0),
            Parameter("years", "En cuántos años (vacío: siempre)", Type.WHOLE, least=1),
            Parameter("of", "De quién", Type.CHOICE, options=Giver, default=Giver.AGENCY),
            Parameter("programme", "Programa (vacío: el de este llamado)", Type.TEXT),
        ),
        judge=_awards,
        say=_say_awards,
    ),
    Kind(
        key="application_limit",
        label="Postulaciones por postulante",
        parameters=(Parameter("maximum", "A lo más", Type.WHOLE, required=True, least=1),),
        judge=_limit,
        say=_say_limit,
        subjects=(Subject.APPLICANT,),
        of_group=False,
    ),
)
