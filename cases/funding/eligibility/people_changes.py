"""People who would come in or leave, each as what is known of them: nobody is named."""

from dataclasses import replace
from typing import Any

from django.db.models import TextChoices

from cases.funding.eligibility.facts import Facts, Sensitive, Share
from cases.funding.eligibility.kinds.parameters import Parameter, Type


class Said(TextChoices):
    """What they said of themselves. Blank is «not stated», never «no»."""

    YES = "yes", "Sí"
    NO = "no", "No"
    UNSTATED = "unstated", "No se sabe"


PARAMETERS = (
    Parameter("people", "Cuántas personas", Type.WHOLE, required=True, least=1),
    Parameter("women", "Son mujeres", Type.CHOICE, options=Said, default=Said.UNSTATED),
    Parameter("disability", "Declaran discapacidad", Type.CHOICE, options=Said, default=Said.UNSTATED),
    Parameter("credential", "Tienen credencial vigente", Type.CHOICE, options=Said, default=Said.UNSTATED),
    Parameter("carers", "Son personas cuidadoras", Type.CHOICE, options=Said, default=Said.UNSTATED),
    Parameter("bracket", "Tramo del Registro Social de Hogares", Type.WHOLE, least=1),
)
_SHARES = ("disability", "credential", "carers")
#: Names of the parameters about sensitive facts.
SENSITIVE = (*_SHARES, "bracket")


def _moved(share: Share, said: Said, people: int) -> Share:
    """With so many more, or fewer. When nobody says who leaves it may be anyone: what is left counts both ways."""
    if people < 0 and said == Said.UNSTATED:
        yes, no = max(share.yes + people, 0), max(share.no + people, 0)
        return Share(yes, no, share.total + people - yes - no)
    return replace(share, **{said.value: getattr(share, said.value) + people})


def add(facts: Facts, given: dict[str, Any]) -> Facts:
    """So many people come in."""
    return _change(facts, given, given["people"])


def remove(facts: Facts, given: dict[str, Any]) -> Facts:
    """So many people leave."""
    return _change(facts, given, -given["people"])


def _change(facts: Facts, given: dict[str, Any], people: int) -> Facts:
    return replace(
        facts,
        members=facts.members + people,
        women=_moved(facts.women, given["women"], people),
        sensitive=None if facts.sensitive is None else _sensitive(facts.sensitive, given, people),
    )


def _sensitive(known: Sensitive, given: dict[str, Any], people: int) -> Sensitive:
    shares = {name: _moved(getattr(known, name), given[name], people) for name in _SHARES}
    bracket, brackets = given["bracket"], dict(known.brackets)
    if bracket is None:
        total = sum(brackets.values()) + known.brackets_unstated + people
        sure = {key: max(number + min(people, 0), 0) for key, number in brackets.items()}
        return replace(known, **shares, brackets=sure, brackets_unstated=total - sum(sure.values()))
    brackets[bracket] = brackets.get(bracket, 0) + people
    return replace(known, **shares, brackets=brackets)


def there(facts: Facts, given: dict[str, Any]) -> list[str]:
    """Who leaves must be there. Of sensitive facts only whoever sees them is told."""
    people, known, bracket = given["people"], facts.sensitive, given["bracket"]
    if people > facts.members:
        return [f"el grupo tiene {facts.members} integrantes."]
    shares = {"women": facts.women}
    if known is not None:
        shares |= {name: getattr(known, name) for name in _SHARES}
    faults = [
        f"no hay tantas personas así en el grupo: revise «{parameter.label}»."
        for parameter in PARAMETERS
        if parameter.name in shares and not _holds(shares[parameter.name], given[parameter.name], people)
    ]
    if known is not None and bracket is not None and people > known.brackets.get(bracket, 0):
        faults.append("no hay tantas personas de ese tramo en el grupo.")
    return faults


def _holds(share: Share, said: Said, people: int) -> bool:
    return people <= (share.total if said == Said.UNSTATED else getattr(share, said.value))


def whole(_facts: Facts, given: dict[str, Any]) -> list[str]:
    """Who has a credential declares it too."""
    if given["credential"] == Said.YES and given["disability"] == Said.NO:
        return ["quien tiene credencial vigente es una persona con discapacidad: revise lo que declara."]
    return []
