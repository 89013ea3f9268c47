"""Where the group is and what it does."""

from cases.funding.bases.shapes import Subject
from cases.funding.eligibility.asking import (
    IMPOSSIBLE,
    Asked,
    Verdict,
    fails,
    in_time,
    meets,
    missing,
    to_verify,
    unknown_day,
)
from cases.funding.eligibility.days import after, dmy, months
from cases.funding.eligibility.kinds.parameters import Parameter, Type
from cases.funding.eligibility.kinds.shapes import EVERYBODY, Kind, in_order
from cases.funding.eligibility.outcomes import Need

#: The sections of the international classification, by its first and last division (two digits of the SII code).
SECTIONS = {
    "A": (1, 3), "B": (4, 9), "C": (10, 33), "D": (35, 35), "E": (36, 39), "F": (41, 43), "G": (45, 47),
    "H": (49, 53), "I": (55, 56), "J": (58, 63), "K": (64, 66), "L": (68, 68), "M": (69, 75), "N": (77, 82),
    "O": (84, 84), "P": (85, 85), "Q": (86, 88), "R": (90, 93), "S": (94, 96), "T": (97, 98), "U": (99, 99),
}  # fmt: skip


def section_of(code: str) -> str:
    """The letter of the section of an activity; empty when the code is of none."""
    division = int(code[:2]) if code[:2].isdecimal() else 0
    return next((letter for letter, (first, last) in SECTIONS.items() if first <= division <= last), "")


def _territory(asked: Asked) -> Verdict:
    regions, communes = asked.given["regions"] or (), asked.given["communes"] or ()
    commune = asked.facts.commune
    region = asked.facts.region or commune[:2]
    if regions or communes:
        if commune in communes or region in regions:
            pass
        elif not region or (communes and not commune):
            return missing("Falta la comuna del grupo.", "Anote la comuna del grupo en su ficha.")
        else:
            said = "El grupo está fuera del territorio de este fondo."
            return fails(said, "Busque un llamado para su comuna o región.", IMPOSSIBLE)
    if asked.given["rural"]:
        return to_verify("Se pide un sector rural, y no está en este sistema.", "Compruébelo y anote lo que vio.")
    return meets("El grupo está en el territorio de este fondo.")


def _say_territory(given) -> str:
    parts = [
        f"regiones {', '.join(given['regions'])}" if given["regions"] else "",
        f"comunas {', '.join(given['communes'])}" if given["communes"] else "",
        "sector rural" if given["rural"] else "",
    ]
    return f"Territorio: {'; '.join(filter(None, parts))}"


def _activity(asked: Asked) -> Verdict:
    code, given = asked.facts.activity, asked.given
    if not code:
        return missing("Falta la actividad del grupo.", "Anote su código de actividad en la definición de negocio.")
    said = f"Actividad {code}."
    if given["excluded"] and code.startswith(given["excluded"]):
        return fails(said, "Las bases excluyen esa actividad. Busque otro llamado.", IMPOSSIBLE)
    wanted = given["prefixes"] or given["sections"]
    if not wanted or code.startswith(given["prefixes"] or ("-",)) or section_of(code) in (given["sections"] or ()):
        return meets(said)
    return fails(said, "Este fondo es para otras actividades. Busque otro llamado.", IMPOSSIBLE)


def _known_sections(given) -> list[str]:
    unknown = [letter for letter in given["sections"] or () if letter not in SECTIONS]
    return [f"la sección «{letter}» no existe: use letras de la A a la U." for letter in unknown]


def _say_activity(given) -> str:
    parts = [
        f"códigos que empiezan con {', '.join(given['prefixes'])}" if given["prefixes"] else "",
        f"secciones {', '.join(given['sections'])}" if given["sections"] else "",
        f"menos los que empiezan con {', '.join(given['excluded'])}" if given["excluded"] else "",
    ]
    return f"Actividad: {'; '.join(filter(None, parts))}"


def _started(asked: Asked) -> Verdict:
    started, least, most = asked.facts.started_activity_on, asked.given["minimum"] or 0, asked.given["maximum"]
    if started is None:
        return _not_started(asked, least)
    said = f"Inicio de actividades: {dmy(started)}."
    if most is not None and asked.day > after(started, most):
        return fails(said, "Este fondo es para quienes empezaron hace menos. Busque otro llamado.", IMPOSSIBLE)
    if most is not None and not asked.is_sure:
        return unknown_day(asked)
    reached = after(started, least)
    found = in_time(reached, asked, said)
    if found is not None:
        return found
    if not asked.is_sure:
        return unknown_day(asked)
    return fails(said, f"Cumple desde el {dmy(reached)}: vea el llamado siguiente.", IMPOSSIBLE)


def _not_started(asked: Asked, least: int) -> Verdict:
    if asked.facts.is_cooperative or asked.facts.is_valid is not False:
        return missing("Falta el inicio de actividades.", "Anote el día del inicio de actividades ante el SII.")
    by = after(asked.day, -least)
    if by < asked.facts.on:
        return fails("No ha iniciado actividades.", f"Debió iniciarlas hasta el {dmy(by)}.", IMPOSSIBLE)
    remedy = f"Inicie actividades ante el SII hasta el {dmy(by)}."
    return fails("No ha iniciado actividades.", remedy, Need(acts=1, shared="tax_start"), by)


def _say_started(given) -> str:
    parts = [
        f"hace al menos {months(given['minimum'])}" if given["minimum"] else "",
        f"hace {months(given['maximum'])} a lo más" if given["maximum"] is not None else "",
    ]
    return " ".join(["Inicio de actividades", " y ".join(filter(None, parts))]).strip()


KINDS = (
    Kind(
        key="territory",
        label="Territorio",
        parameters=(
            Parameter("regions", "Regiones (código de dos cifras)", Type.CODES, width=2),
            Parameter("communes", "Comunas (código de cinco cifras)", Type.CODES, width=5),
            Parameter("rural", "Solo sector rural", Type.YES_NO, default=False),
        ),
        judge=_territory,
        say=_say_territory,
        one_of=("regions", "communes", "rural"),
    ),
    Kind(
        key="activity",
        label="Actividad económica",
        parameters=(
            Parameter("prefixes", "Códigos SII, o su comienzo", Type.CODES),
            Parameter("sections", "Secciones (letras de la A a la U)", Type.CODES),
            Parameter("excluded", "Códigos excluidos, o su comienzo", Type.CODES),
        ),
        judge=_activity,
        say=_say_activity,
        subjects=(Subject.APPLICANT, Subject.GROUP),
        one_of=("prefixes", "sections", "excluded"),
        refuse=_known_sections,
    ),
    Kind(
        key="activity_started",
        label="Inicio de actividades",
        parameters=(
            Parameter("minimum", "Meses al menos", Type.WHOLE, help="Vacío: basta con haberlas iniciado."),
            Parameter("maximum", "Meses a lo más", Type.WHOLE),
        ),
        judge=_started,
        say=_say_started,
        subjects=EVERYBODY,
        refuse=in_order,
    ),
)
