"""How the journal is narrowed: by kind of act and by who did it. Kinds are families of verbs, in plain words."""

from django.db.models import Q

from incubator.models import User

#: Those of a regularization.
_ORDER = ("item_", "regular", "members_counted", "filing_", "registrystanding", "dutydone")
#: Kind in an address → (its name, how the verbs of that kind begin).
KINDS = {
    "etapas": ("Etapas y decisiones", ("case_", "application_", "evaluation_", "letter_", "appeal_", "operation_")),
    "personas": (
        "Personas e integrantes",
        ("person", "member", "representative_", "consent_", "merge_", "enrollment_"),
    ),
    "reuniones": (
        "Sesiones y reuniones",
        ("session_", "meeting_", "lesson_", "contact_", "part_", "hours_", "planned_"),
    ),
    "hechos": (
        "Hechos del grupo",
        ("business", "plan_", "canvas_", "legal", "measurement_", "market_", "group", *_ORDER),
    ),
    "cargos": ("Cargos y encargos", ("appointed", "post_", "assignment_", "evaluator_", "absence_", "invitation_")),
    "catastro": ("Catastro", ("census_",)),
    "fondos": ("Fondos", ("fund_",)),
    "convocatorias": ("Convocatorias", ("call_", "rubric_", "submission_")),
    "informes": ("Informes", ("report_",)),
    "datos": ("Datos sensibles", ("sensitive_", "needs_", "supports_", "readings_")),
}


def narrowed(rows, kind, person):
    """The entries of one kind and of one person; an unknown kind or person narrows nothing."""
    if kind in KINDS:
        wanted = Q()
        for beginning in KINDS[kind][1]:
            wanted |= Q(verb__startswith=beginning)
        rows = rows.filter(wanted)
    return rows.filter(by_id=int(person)) if person.isdecimal() and len(person) < 10 else rows


def choices(rows, kind, person):
    """What the form of filters offers: every kind, and whoever did something here."""
    people = User.objects.filter(pk__in=rows.order_by().values("by_id")).order_by("full_name", "pk")
    return {
        "kinds": [(key, name, key == kind) for key, (name, _) in KINDS.items()],
        "people": [(user.pk, user.full_name, str(user.pk) == person) for user in people],
        "kind": kind if kind in KINDS else "",
        "person": person if person.isdecimal() else "",
    }
