"""Each part of the bases as one page: a form, its rows, and how they are written back into the bases."""

from dataclasses import dataclass, replace

from cases.forms.funding import calls_plain as plain
from cases.forms.funding import calls_rows as rows
from cases.forms.funding import calls_sections as sections
from cases.forms.funding.calls_common import Keys
from cases.funding.bases.values import PARTS, values
from incubator.meeting_forms import rows_of

#: The pages of the entry: the parts of the bases, and where what they say comes from.
PAGES = PARTS | {"sources": "De dónde sale cada dato"}


@dataclass(frozen=True)
class RowSet:
    """Rows of one kind: the field of `Bases` they go to, their form and their words."""

    part: str
    row: type
    title: str
    add: str


@dataclass(frozen=True)
class Page:
    """A form and the rows beside it."""

    form: type = plain.PlainForm
    sets: tuple[RowSet, ...] = ()


FORMS = {
    "identity": Page(plain.IdentityForm),
    "dates": Page(
        plain.DatesForm, (RowSet("closings", rows.ClosingRow, "Cierres, por canal y lugar", "Agregar un cierre"),)
    ),
    "money": Page(plain.MoneyForm, (RowSet("cofinancing", rows.CoFinancingRow, "Aporte propio", "Agregar un aporte"),)),
    "items": Page(sets=(RowSet("items", rows.ItemRow, "Ítems", "Agregar un ítem"),)),
    "documents": Page(sets=(RowSet("documents", rows.DocumentRow, "Documentos", "Agregar un documento"),)),
    "criteria": Page(plain.CutOffForm, (RowSet("criteria", rows.CriterionRow, "Criterios", "Agregar un criterio"),)),
    "form": Page(
        sets=(
            RowSet("sections", sections.SectionRow, "Secciones, en el orden de la institución", "Agregar una sección"),
            RowSet("fields", sections.FieldRow, "Qué se escribe en cada sección", "Agregar un campo"),
        )
    ),
    "sources": Page(sets=(RowSet("sources", rows.SourceRow, "Fuentes", "Agregar una fuente"),)),
}


class PartForms:
    """The form and the rows of a part, over the bases that they change."""

    def __init__(self, part, bases, seen, data=None, regions=()):
        self.page, self.bases = FORMS[part], bases
        initial = self.page.form.initial_of(bases) | {"seen": seen}
        self.form = self.page.form(data, initial=initial)
        known = _known(part, bases, regions)
        self.sets = [
            (
                rows_of(one.row, one.part, data, initial=_initial(one, bases), extra=1, known=known),
                one.title,
                one.add,
            )
            for one in self.page.sets
        ]

    def is_valid(self):
        """Whether all of it can be read."""
        return all([self.form.is_valid(), *(formset.is_valid() for formset, _, _ in self.sets)])

    def quiet(self):
        """Show what was typed without judging it."""
        self.form.quiet()
        for formset, _, _ in self.sets:
            formset.quiet()

    def applied(self):
        """The bases with what was typed."""
        bases, typed = self.form.apply(self.bases), {}
        for one, (formset, _, _) in zip(self.page.sets, self.sets, strict=True):
            typed[one.part] = formset.filled()
        if "fields" in typed:
            return sections.applied(bases, typed["sections"], typed["fields"])
        for one in self.page.sets:
            keys = Keys(typed[one.part])
            bases = replace(bases, **{one.part: tuple(one.row.read(row, keys) for row in typed[one.part])})
        return bases


def _initial(one, bases):
    if one.part == "fields":
        return [sections.FieldRow.initial_of(section, field) for section in bases.sections for field in section.fields]
    return [one.row.initial_of(part) for part in getattr(bases, one.part)]


def _known(part, bases, regions):
    """The options that depend on the bases, for the fields of that name."""
    if part == "form":
        return {"section": [(one.key, one.title) for one in bases.sections]}
    if part == "money":
        return {"items": [(item.key, item.name) for item in bases.items]}
    if part == "sources":
        parts = {"money": "Todo el dinero", "dates": "Todas las fechas", "closings": "Todos los cierres"}
        said = [(value.path, f"{PARTS[value.part]}: {value.label}") for value in values(bases)]
        return {"about": [("", "Elija de qué"), *parts.items(), *said]}
    return {"regions": list(regions)}
