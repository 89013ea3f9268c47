"""What the case already holds and a form asks again: brought once, marked so, and free to be changed.

Never bank data, nor anything sensitive of a person: those are written by whoever may, in the paper that asks for them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from cases.enums import PlanSection
from cases.funding.bases.shapes import Bases, FieldKind, FormField
from cases.models import BusinessDefinition, Case
from incubator.enums import RegisteredSex


@dataclass(frozen=True)
class Source:
    """Something of the case that may fill a field: how people call it, and how it is read."""

    label: str
    read: "Callable[[_Read], Any]"


class _Read:
    """A case on a day, each part read at most once."""

    def __init__(self, case: Case, on: date):
        self.case, self.on, self._kept = case, on, {}

    def once(self, name, read):
        if name not in self._kept:
            self._kept[name] = read()
        return self._kept[name]

    @property
    def group(self):
        return self.case.organization

    @property
    def sexes(self):
        """How many women, men and others are members that day, each person once."""
        return self.once("sexes", self._sexes)

    def _sexes(self):
        found = {"women": 0, "men": 0, "other": 0}
        for row in self.group.members_on(self.on):
            sex = row.who.registered_sex
            known = {RegisteredSex.FEMALE: "women", RegisteredSex.MALE: "men"}
            found[known.get(sex, "other")] += 1
        return found

    @property
    def plan(self):
        """What the last plan that was presented says, by section."""
        return self.once("plan", self._plan)

    def _plan(self):
        row = self.case.businessplans.filter(is_draft=False).order_by("-version").first()
        return row.sections if row else {}

    @property
    def definition(self):
        return self.once("definition", self._definition)

    def _definition(self):
        rows = BusinessDefinition.objects.filter(case=self.case).select_related("activity")
        return rows.order_by("-happened_on", "-pk").first()


def _plan_says(section):
    return lambda read: read.plan.get(section, "")


#: What `FormField.prefill` may name.
SOURCES: dict[str, Source] = {
    "group_name": Source("Nombre del grupo", lambda read: read.group.name),
    "commune": Source("Comuna", lambda read: read.group.commune.name if read.group.commune else ""),
    "region": Source("Región", lambda read: _region(read.group.commune)),
    "sector": Source("Sector o localidad", lambda read: read.group.sector),
    "trade": Source("Rubro", lambda read: read.group.trade),
    "rut": Source("RUT de la cooperativa", lambda read: read.group.rut),
    "activity": Source("Actividad del SII", lambda read: _activity(read.definition)),
    "members": Source("Integrantes, por sexo", lambda read: dict(read.sexes)),
    "members_count": Source("Cuántas personas integran el grupo", lambda read: sum(read.sexes.values())),
    "women": Source("Cuántas mujeres integran el grupo", lambda read: read.sexes["women"]),
    "story": Source("El negocio en pocas palabras (plan)", _plan_says(PlanSection.SUMMARY)),
    "market": Source("Quién compra y quién más vende (plan)", _plan_says(PlanSection.MARKET)),
    "work": Source("Cómo se trabaja (plan)", _plan_says(PlanSection.WORK)),
    "risks": Source("Qué puede salir mal (plan)", _plan_says(PlanSection.RISKS)),
}


def _region(commune):
    return commune.province.region.name if commune else ""


def _activity(definition):
    return f"{definition.activity.code} {definition.activity.name}" if definition else ""


def brought(case: Case, bases: Bases, on: date) -> dict[str, Any]:
    """The value that each field of the form may take from the case: only where there is something to take."""
    read, found = _Read(case, on), {}
    for section in bases.sections:
        for asked in section.fields:
            value = _fitting(asked, SOURCES[asked.prefill].read(read)) if asked.prefill in SOURCES else None
            if value not in (None, ""):
                found[asked.key] = value
    return found


def _fitting(asked: FormField, value: Any) -> Any:
    """The value in the shape of the field, or None when it is of another kind."""
    if asked.kind == FieldKind.TEXT:
        return str(value) if isinstance(value, str | int) else None
    if asked.kind == FieldKind.NUMBER:
        return value if isinstance(value, int) else sum(value.values()) if isinstance(value, dict) else None
    if asked.kind == FieldKind.BENEFICIARIES:
        return value if isinstance(value, dict) else None
    if asked.kind == FieldKind.CHOICE:
        return value if value in asked.options else None
    return None
