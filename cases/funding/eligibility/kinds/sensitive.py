"""Conditions on sensitive facts: judged live only for whoever may read them, else answered by the disability office."""

from django.db.models import TextChoices

from cases.funding.eligibility.asking import Asked, Verdict
from cases.funding.eligibility.facts import Share
from cases.funding.eligibility.kinds.members import ONE_OF_SHARE, SHARE, say_share, share_verdict
from cases.funding.eligibility.kinds.parameters import Parameter, Type
from cases.funding.eligibility.kinds.shapes import OF_MEMBERS, Kind


class Proof(TextChoices):
    """What counts as a person with disability for the bases."""

    DECLARED = "declared", "Lo declara la persona"
    CREDENTIAL = "credential", "Tiene credencial o certificado vigente"


def _disability(asked: Asked) -> Verdict:
    known = asked.facts.sensitive
    share = known.credential if asked.given["proof"] == Proof.CREDENTIAL else known.disability
    return share_verdict(share, asked.given, "disability", asked)


def _say_disability(given) -> str:
    how = "con credencial vigente" if given["proof"] == Proof.CREDENTIAL else "que lo declaran"
    return say_share(f"personas con discapacidad {how}")(given)


def _carers(asked: Asked) -> Verdict:
    return share_verdict(asked.facts.sensitive.carers, asked.given, "carers", asked)


def _bracket(asked: Asked) -> Verdict:
    known, limit = asked.facts.sensitive, asked.given["bracket"]
    within = sum(people for bracket, people in known.brackets.items() if bracket <= limit)
    share = Share(within, sum(known.brackets.values()) - within, known.brackets_unstated)
    return share_verdict(share, asked.given, "bracket", asked)


KINDS = (
    Kind(
        key="disability_share",
        label="Participación de personas con discapacidad",
        parameters=(
            *SHARE,
            Parameter("proof", "Cómo se acredita", Type.CHOICE, options=Proof, default=Proof.DECLARED),
        ),
        judge=_disability,
        say=_say_disability,
        subjects=OF_MEMBERS,
        reserved=True,
        one_of=ONE_OF_SHARE,
    ),
    Kind(
        key="carers_share",
        label="Participación de personas cuidadoras",
        parameters=SHARE,
        judge=_carers,
        say=say_share("personas cuidadoras"),
        subjects=OF_MEMBERS,
        reserved=True,
        one_of=ONE_OF_SHARE,
    ),
    Kind(
        key="bracket_share",
        label="Tramo del Registro Social de Hogares",
        parameters=(
            *SHARE,
            Parameter("bracket", "Tramo, a lo más (en porcentaje)", Type.WHOLE, required=True, least=1),
        ),
        judge=_bracket,
        say=lambda given: say_share(f"en el tramo del {given['bracket']} % o menos")(given),
        subjects=OF_MEMBERS,
        reserved=True,
        one_of=ONE_OF_SHARE,
    ),
)
