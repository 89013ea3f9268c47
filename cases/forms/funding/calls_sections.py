"""The form that the agency asks to fill, as rows: its sections, and the fields of each."""

from dataclasses import replace

from django import forms

from cases.forms.funding.calls_common import Keys, Lines, RowForm, choices
from cases.funding.bases.shapes import Counting, FieldKind, FormField, Section
from cases.funding.form.prefill import SOURCES


class SectionRow(RowForm):
    """A part of the form, in the agency's order."""

    names = ("title", "help")
    title = forms.CharField(label="Sección", max_length=200)
    help = forms.CharField(label="Qué dice la institución de ella", required=False, max_length=1000)

    @staticmethod
    def initial_of(one):
        """A row of what was said."""
        return {"key": one.key, "title": one.title, "help": one.help}


class FieldRow(RowForm):
    """One thing to write in it."""

    names = ("label", "limit", "minimum", "maximum", "options", "columns", "help")
    section = forms.ChoiceField(label="Sección")
    label = forms.CharField(label="Qué se pide", max_length=300)
    kind = forms.ChoiceField(label="Clase", choices=choices(FieldKind))
    required = forms.ChoiceField(label="Es obligatorio", choices=(("1", "Sí"), ("", "No")), required=False)
    limit = forms.IntegerField(label="Largo máximo", required=False, min_value=1, max_value=100_000)
    counting = forms.ChoiceField(label="Contado en", choices=choices(Counting))
    minimum = forms.IntegerField(label="Número más bajo", required=False)
    maximum = forms.IntegerField(label="Número más alto", required=False)
    options = Lines(label="Opciones", help_text="Una por línea.")
    columns = Lines(label="Columnas de la tabla", help_text="Una por línea.")
    prefill = forms.ChoiceField(
        label="Se trae del caso",
        required=False,
        choices=[("", "Nada"), *((key, one.label) for key, one in SOURCES.items())],
    )
    help = forms.CharField(label="Ayuda", required=False, max_length=1000)

    @staticmethod
    def initial_of(section, one):
        """A row of what was said."""
        names = (
            "key", "label", "kind", "limit", "counting", "minimum", "maximum", "options", "columns", "prefill", "help",
        )  # fmt: skip
        said = {name: getattr(one, name) for name in names}
        return said | {"section": section.key, "required": "1" if one.required else ""}

    @staticmethod
    def read(row, keys):
        """The shape of a row."""
        names = ("label", "limit", "minimum", "maximum", "options", "columns", "prefill", "help")
        return FormField(
            keys.of(row, row["label"]),
            kind=FieldKind(row["kind"]),
            required=bool(row["required"]),
            counting=Counting(row["counting"]),
            **{name: row[name] for name in names},
        )


def applied(bases, sections, fields):
    """The bases with the sections and fields of these rows; the fields of a section that is gone go with it."""
    keys, field_keys = Keys(sections), Keys(fields)
    made = [Section(keys.of(row, row["title"]), row["title"], (), row["help"]) for row in sections]
    inside = {section.key: [] for section in made}
    for row in fields:
        if row["section"] in inside:
            inside[row["section"]].append(FieldRow.read(row, field_keys))
    return replace(bases, sections=tuple(replace(one, fields=tuple(inside[one.key])) for one in made))
