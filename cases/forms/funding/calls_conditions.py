"""One condition of the bases: its kind is chosen first, and the form asks for the parameters of that kind."""

from dataclasses import replace

from django import forms

from cases.forms.funding.calls_common import Keys, Lines, choices, hidden_seen
from cases.funding.bases.shapes import Condition, Moment, Subject
from cases.funding.eligibility import kinds
from cases.funding.eligibility.kinds import Type, shapes
from incubator.forms import Form


class KindForm(Form):
    """Which kind of condition is added."""

    clase = forms.ChoiceField(label="Clase de condición")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        groups = [(key, f"{label} (un grupo)") for key, label in kinds.GROUPS.items()]
        self.fields["clase"].choices = [("", "Elija una clase")] + [
            (kind.key, kind.label) for kind in kinds.KINDS.values()
        ] + groups  # fmt: skip


class ConditionForm(Form):
    """Of whom it is asked, on which day, with which parameters, and inside which group."""

    seen = hidden_seen()
    subject = forms.ChoiceField(label="De quién se pide")
    moment = forms.ChoiceField(label="Qué día se mira", choices=choices(Moment))
    clause = forms.CharField(label="Cláusula de las bases", required=False, max_length=300)
    parent = forms.ChoiceField(label="Dentro de", required=False)

    def __init__(self, *args, kind, bases, one=None, **kwargs):
        self.kind, self.one, self.known = kind, one, kinds.KINDS.get(kind)
        super().__init__(*args, initial=kwargs.pop("initial", {}) | _initial(one), **kwargs)
        subjects = self.known.subjects if self.known else shapes.EVERYBODY
        self.fields["subject"].choices = [(said.value, said.label) for said in Subject if said in subjects]
        groups = [(row.key, f"{kinds.GROUPS[row.kind]} ({row.key})") for row in bases.conditions if _is_group(row)]
        if _is_group(self) or one is not None or not groups:
            del self.fields["parent"]
        else:
            self.fields["parent"].choices = [("", "Ningún grupo: se pide siempre"), *groups]
        if _is_group(self):
            del self.fields["subject"], self.fields["moment"]
        for asked in self.known.parameters if self.known else ():
            self.fields[f"p_{asked.name}"] = _field(asked)
            if one is not None and asked.name in one.parameters:
                self.initial[f"p_{asked.name}"] = _shown(asked, one.parameters[asked.name])

    def clean(self):
        """What the kind itself refuses is said on the form."""
        cleaned = super().clean()
        if not self.errors and not _is_group(self):
            for sentence in kinds.plan(self._made("nueva", cleaned)).faults:
                self.add_error(None, sentence[:1].upper() + sentence[1:])
        return cleaned

    def applied(self, bases):
        """The bases with this condition added, or in the place of the one that it was."""
        if self.one is not None:
            made = replace(self._made(self.one.key, self.cleaned_data), children=self.one.children)
            return replace(bases, conditions=_swapped(bases.conditions, self.one.key, made))
        keys = Keys([{"key": row.key} for row in everything(bases.conditions)])
        made = self._made(keys.of({}, self.kind), self.cleaned_data)
        parent = self.cleaned_data.get("parent")
        if not parent:
            return replace(bases, conditions=(*bases.conditions, made))
        group = next(row for row in bases.conditions if row.key == parent)
        grown = replace(group, children=(*group.children, made))
        return replace(bases, conditions=_swapped(bases.conditions, parent, grown))

    def _made(self, key, said):
        given = {}
        for asked in self.known.parameters if self.known else ():
            value = said.get(f"p_{asked.name}")
            if value not in (None, "", [], ()):
                given[asked.name] = _kept(asked, value)
        return Condition(
            key,
            self.kind,
            Subject(said.get("subject") or Subject.APPLICANT),
            Moment(said.get("moment") or Moment.CLOSING),
            given,
            said.get("clause") or "",
        )


def everything(conditions):
    """Each condition and those inside it."""
    for one in conditions:
        yield one
        yield from everything(one.children)


def without(bases, key):
    """The bases without that condition, nor those inside it."""
    return replace(bases, conditions=_swapped(bases.conditions, key, None))


def _swapped(conditions, key, made):
    found = []
    for one in conditions:
        if one.key == key:
            found += [made] if made is not None else []
        else:
            found.append(replace(one, children=_swapped(one.children, key, made)))
    return tuple(found)


def _is_group(row):
    return row.kind in kinds.GROUPS


def _initial(one):
    return {"subject": one.subject, "moment": one.moment, "clause": one.clause} if one is not None else {}


def _field(asked):
    """The field of a parameter. Lists of codes, and of types with their number, are typed one per line."""
    given = {"label": asked.label, "required": asked.required, "help_text": asked.help}
    if asked.type == Type.YES_NO:
        return forms.TypedChoiceField(
            **given | {"required": False}, choices=(("", "No"), ("1", "Sí")), coerce=bool, empty_value=False
        )
    if asked.type == Type.CHOICE:
        blank = [] if asked.required else [("", "Sin decir")]
        return forms.ChoiceField(**given, choices=[*blank, *asked.options.choices])
    if asked.type == Type.CHOICES:
        return forms.MultipleChoiceField(**given, choices=asked.options, widget=forms.CheckboxSelectMultiple)
    if asked.type == Type.DAY:
        return forms.DateField(**given)
    if asked.type == Type.WHOLE:
        return forms.IntegerField(**given, min_value=asked.least)
    if asked.type in (Type.PERCENT, Type.DECIMAL):
        return forms.FloatField(**given, min_value=0)
    if asked.type in (Type.CODES, Type.COUNTS):
        how = "Un código por línea." if asked.type == Type.CODES else "Uno por línea, como «trabajo: 5»."
        return Lines(label=asked.label, help_text=f"{asked.help} {how}".strip())
    return forms.CharField(**given, max_length=300)


def _kept(asked, value):
    """The plain value of a parameter as JSON keeps it."""
    if asked.type == Type.DAY:
        return value.isoformat()
    if asked.type == Type.CODES:
        return list(value)
    if asked.type == Type.COUNTS:
        pairs = [line.partition(":") for line in value]
        return {name.strip(): number.strip() for name, _, number in pairs}
    return value


def _shown(asked, value):
    if asked.type == Type.COUNTS and isinstance(value, dict):
        return [f"{name}: {number}" for name, number in value.items()]
    if asked.type == Type.YES_NO:
        return "1" if value else ""
    if asked.type in (Type.CODES, Type.CHOICES) and isinstance(value, str):
        return [part.strip() for part in value.split(",")]
    return value
