"""The real agreement and its six municipalities (SENADIS, Res. Ex. 3884 of 30-12-2020, 15 months)."""

from dataclasses import dataclass
from datetime import date

from incubator.enums import OrganizationKind
from incubator.models import Agreement, Commune, Incubator, Organization, Participation

ACT_DATE = date(2020, 12, 30)
STARTS_ON = date(2021, 1, 1)
MONTHS = 15
#: The municipalities' own teams worked from January on; the agreement reached each on its day.
OPENED_ON = date(2021, 1, 4)


@dataclass(frozen=True)
class Place:
    """A municipality of the agreement: its commune, the part of an address that names it, and since when it reports."""

    commune: str
    mail: str
    since: date


#: The first month that the six municipalities report.
FIRST_MONTH = date(2021, 3, 1)
PLACES = (
    Place("05501", "quillota", FIRST_MONTH),
    Place("03101", "copiapo", FIRST_MONTH),
    Place("04102", "coquimbo", FIRST_MONTH),
    Place("04303", "montepatria", FIRST_MONTH),
    Place("13603", "islademaipo", FIRST_MONTH),
    Place("06303", "chimbarongo", FIRST_MONTH),
)
FUNDER = "Servicio Nacional de la Discapacidad"
EXECUTOR = "Fundación de la universidad asesora"
ADVISER = "Universidad asesora"


def institution(name, kind):
    """An institution, made once."""
    found = Organization.objects.filter(name=name, incubator__isnull=True).first()
    if found is None:
        found = Organization(name=name, kind=kind)
        found.index_name()
        found.save()
    return found


def the_agreement():
    """The agreement, with the parameters of the programme (its defaults)."""
    agreement, _ = Agreement.objects.get_or_create(
        code="SENADIS-3884-2020",
        defaults={
            "name": "Incubadoras municipales de cooperativas inclusivas",
            "act": "Resolución Exenta N.º 3884",
            "act_date": ACT_DATE,
            "starts_on": STARTS_ON,
            "months": MONTHS,
            "funder": institution(FUNDER, OrganizationKind.AGENCY),
            "executor": institution(EXECUTOR, OrganizationKind.FOUNDATION),
            "adviser": institution(ADVISER, OrganizationKind.UNIVERSITY),
        },
    )
    return agreement


def the_incubator(place, agreement):
    """The incubator of a municipality, in the agreement since its day."""
    commune = Commune.objects.get(code=place.commune)
    incubator, new = Incubator.objects.get_or_create(
        commune=commune,
        defaults={
            "name": f"Incubadora de {commune.name}",
            "municipality": institution(f"Ilustre Municipalidad de {commune.name}", OrganizationKind.MUNICIPALITY),
            "opened_on": OPENED_ON,
            "capacity": 12,
        },
    )
    if new:
        Participation.objects.create(agreement=agreement, incubator=incubator, since=place.since)
    return incubator
