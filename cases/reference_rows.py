"""The reference rows of the journey: activity codes of the tax service, and what the law asks of each cooperative."""

import csv
from datetime import date
from pathlib import Path

from cases.models import ActivityCode, CooperativeType, CooperativeTypeTerm
from incubator.reference import register

ACTIVITIES = Path(__file__).parent.parent / "incubator" / "data" / "codes" / "sii_actividades_ciiu4cl.csv"

#: Ley 20.881 lowered the general minimum to five members from this day on.
LAW_20881 = date(2016, 1, 6)
#: Before it, since the law's consolidated text.
DFL_5 = date(2004, 2, 17)

#: Type → its terms: (since, until, minimum of members, legal basis). Ley General de Cooperativas (DFL 5 of 2003).
TYPES = {
    ("trabajo", "Cooperativa de trabajo"): [(DFL_5, None, 5, "DFL 5, art. 60")],
    ("servicios", "Cooperativa de servicios"): [
        (DFL_5, LAW_20881, 10, "DFL 5, art. 13, antes de la Ley 20.881"),
        (LAW_20881, None, 5, "DFL 5, art. 13"),
    ],
    ("consumo", "Cooperativa de consumo"): [
        (DFL_5, LAW_20881, 10, "DFL 5, art. 13, antes de la Ley 20.881"),
        (LAW_20881, None, 5, "DFL 5, art. 13"),
    ],
    ("campesina", "Cooperativa campesina"): [
        (DFL_5, LAW_20881, 10, "DFL 5, art. 13, antes de la Ley 20.881"),
        (LAW_20881, None, 5, "DFL 5, art. 13"),
    ],
    ("agricola", "Cooperativa agrícola"): [
        (DFL_5, LAW_20881, 10, "DFL 5, art. 13, antes de la Ley 20.881"),
        (LAW_20881, None, 5, "DFL 5, art. 13"),
    ],
    ("pesquera", "Cooperativa pesquera"): [
        (DFL_5, LAW_20881, 10, "DFL 5, art. 13, antes de la Ley 20.881"),
        (LAW_20881, None, 5, "DFL 5, art. 13"),
    ],
    ("especial_agricola", "Cooperativa especial agrícola"): [(DFL_5, None, 10, "DFL 5, arts. 94-95")],
}


def load_activities():
    """The 674 activity codes, six digits as text."""
    with ACTIVITIES.open(encoding="utf-8", newline="") as file:
        rows = [
            ActivityCode(code=row["codigo"], name=row["glosa"].capitalize(), section=row["seccion"].capitalize())
            for row in csv.DictReader(file)
        ]
    ActivityCode.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["code"], update_fields=["name", "section"]
    )
    return f"{len(rows)} actividades económicas"


def load_types():
    """The types of cooperative with their dated minimum."""
    for (code, name), terms in TYPES.items():
        CooperativeType.objects.update_or_create(code=code, defaults={"name": name})
        for since, until, minimum, basis in terms:
            CooperativeTypeTerm.objects.update_or_create(
                type_id=code,
                since=since,
                defaults={"until": until, "minimum_members": minimum, "legal_basis": basis},
            )
    return f"{len(TYPES)} tipos de cooperativa"


register("Actividades económicas", load_activities)
register("Tipos de cooperativa", load_types)
