"""Legal standing and age: what needs an act fails, and says until which day the act is still in time."""

from cases.funding.eligibility.asking import (
    IMPOSSIBLE,
    Actor,
    Asked,
    Verdict,
    fails,
    in_time,
    meets,
    missing,
    of,
    to_verify,
    unknown_day,
)
from cases.funding.eligibility.days import after, dmy, months, months_between
from cases.funding.eligibility.kinds.parameters import Parameter, Type
from cases.funding.eligibility.kinds.shapes import Kind, in_order
from cases.funding.eligibility.outcomes import Need

REGISTRATION = "registration"
_ENTER = Need(acts=1, shared=REGISTRATION)
_CONSTITUTE = Need(acts=2, shared=REGISTRATION)  # the deed and its registration
_CHANGE = Need(acts=1, shared="applicant")


def registered(asked: Asked, *, form_only: bool = False) -> Verdict:
    """Whether it is constituted and in force on the day; `form_only` asks no more than being a cooperative."""
    facts = asked.facts
    if not facts.is_cooperative and facts.is_valid is False:
        return _not_yet(asked)
    if form_only and not facts.is_cooperative:
        return _other_form(asked)
    if not form_only:
        if facts.is_valid is None:
            return missing("No se sabe si está vigente.", "Anote si está vigente, con su certificado.")
        if not facts.is_valid:
            remedy = f"Ponga en orden la constitución y la vigencia hasta el {dmy(asked.day)}, con ayuda legal."
            return fails("No está vigente.", remedy, _ENTER, asked.day)
    since = facts.valid_from or facts.constituted_on
    if since is None:
        return meets("Está constituida." if form_only else "Está constituida y vigente.")
    said = f"Está inscrita desde el {dmy(since)}."
    late = f"Su inscripción es del {dmy(since)}, después del {dmy(asked.day)}."
    return in_time(since, asked, said) or fails(late, _until(asked.day), _ENTER, asked.day)


def _other_form(asked: Asked) -> Verdict:
    if asked.facts.is_valid is None:
        return missing("No se sabe si está constituida como cooperativa.", "Anote cómo está constituida.")
    return fails("Está constituida, y no como cooperativa.", "Este fondo pide una cooperativa.", IMPOSSIBLE)


def _not_yet(asked: Asked) -> Verdict:
    """Nothing is registered: the legal clocks say until when it still may be."""
    limit, today = asked.facts.expected_entry, asked.facts.on
    if limit is None:
        remedy = f"Para cumplir, el grupo tiene que constituirse e inscribirse hasta el {dmy(asked.day)}."
        return fails("El grupo no está constituido.", remedy, _CONSTITUTE, asked.day)
    if limit < today:
        said = f"El plazo para inscribir la escritura venció el {dmy(limit)}."
        return fails(said, "Pida ayuda legal: hace falta sanear o firmar otra escritura.", _CONSTITUTE, asked.day)
    by = min(limit, asked.day)
    return fails("La cooperativa está en formación: falta inscribirla.", _until(by), _ENTER, by)


def _until(day) -> str:
    return f"Cumple si se inscribe hasta el {dmy(day)}."


def _validity(asked: Asked) -> Verdict:
    if asked.actor == Actor.UNKNOWN:
        return missing("Falta decir quién recibe el dinero.", "Elija quién recibe el dinero.")
    if asked.actor == Actor.PERSON:
        remedy = "Cambie quién postula o quién recibe: se pide una persona jurídica."
        return fails("Es una persona natural.", remedy, _CHANGE, asked.day)
    if asked.actor != Actor.GROUP:
        if asked.given["cooperative"]:
            said = f"Se pide una cooperativa, y es {asked.actor}."
            return fails(said, "Cambie quién postula o quién recibe.", _CHANGE, asked.day)
        said = f"La vigencia {of(asked.actor)} no está en este sistema."
        return to_verify(said, "Pida su certificado de vigencia y anote lo que dice.")
    if asked.given["cooperative"] and not asked.facts.is_cooperative and asked.facts.is_valid is not False:
        return _other_form(asked)
    return registered(asked)


def _age(asked: Asked) -> Verdict:
    born, least, most = asked.facts.constituted_on, asked.given["minimum"] or 0, asked.given["maximum"]
    if born is None:
        return _unborn(asked, least)
    if born > asked.day:
        return fails(f"Se constituiría el {dmy(born)}, después del día.", _until(asked.day), _ENTER, asked.day)
    said = f"Constituida el {dmy(born)}: {months(months_between(born, asked.day))} el {dmy(asked.day)}."
    if most is not None and asked.day > after(born, most):
        return fails(said, f"Este fondo es para las que tienen hasta {months(most)}. Busque otro llamado.", IMPOSSIBLE)
    if most is not None and not asked.is_sure:
        return unknown_day(asked)
    reached = after(born, least)
    found = in_time(reached, asked, said)
    if found is not None:
        return found
    if not asked.is_sure:
        return unknown_day(asked)
    return fails(said, f"Tendrá {months(least)} el {dmy(reached)}: vea el llamado siguiente.", IMPOSSIBLE)


def _unborn(asked: Asked, least: int) -> Verdict:
    if asked.facts.is_cooperative or asked.facts.is_valid is not False:
        return missing("Falta el día de la constitución.", "Anote el día de la escritura.")
    by = after(asked.day, -least)
    if by < asked.facts.on:
        return fails("El grupo no está constituido.", f"No alcanza a tener {months(least)} ese día.", IMPOSSIBLE)
    return fails("El grupo no está constituido.", f"Cumple si se constituye hasta el {dmy(by)}.", _CONSTITUTE, by)


def _say_age(given) -> str:
    least, most = given["minimum"], given["maximum"]
    said = [f"al menos {months(least)}" if least else "", f"hasta {months(most)}" if most is not None else ""]
    return f"Constituida hace {' y '.join(filter(None, said)) or 'cualquier tiempo'}"


KINDS = (
    Kind(
        key="legal_validity",
        label="Personalidad jurídica vigente",
        parameters=(Parameter("cooperative", "Tiene que ser una cooperativa", Type.YES_NO, default=False),),
        judge=_validity,
        say=lambda given: "Cooperativa vigente" if given["cooperative"] else "Personalidad jurídica vigente",
        of_group=False,
    ),
    Kind(
        key="entity_age",
        label="Antigüedad de la organización",
        parameters=(
            Parameter("minimum", "Meses al menos", Type.WHOLE),
            Parameter("maximum", "Meses a lo más", Type.WHOLE),
        ),
        judge=_age,
        say=_say_age,
        one_of=("minimum", "maximum"),
        refuse=in_order,
    ),
)
