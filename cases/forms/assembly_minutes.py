"""The forms of what happened in a meeting: who came, what was voted, who was elected, who dissented."""

from django import forms

from cases.assemblies.life import AssemblyKind, HolderKind, PresentAs, ProxyForm
from cases.books.kinds import Body, Office
from incubator.attachments import AttachmentMixin
from incubator.forms import Form
from incubator.people_forms import not_after_today

_ABSENT = "absent"
_NOBODY = [("", "Elija a la persona")]


class AttendanceForm(Form):
    """Who presided and wrote, hours and quorum; one mark a member, and her proxy when the law lets her give one."""

    president = forms.ChoiceField(label="Quién preside", required=False)
    president_name = forms.CharField(label="Si no es integrante, su nombre", max_length=200, required=False)
    secretary = forms.ChoiceField(label="Quién escribe el acta", required=False)
    secretary_name = forms.CharField(label="Si no es integrante, su nombre", max_length=200, required=False)
    ends_at = forms.TimeField(label="Hora de término", required=False)
    quorum = forms.IntegerField(
        label="Quórum que piden los estatutos, en personas", min_value=1, max_value=10_000, required=False
    )
    on_second_call = forms.BooleanField(label="Se hizo en segunda citación", required=False)

    def __init__(self, *args, kind, people, proxies, **kwargs):
        super().__init__(*args, **kwargs)
        self.people, self.proxies, self.kind = list(people), proxies, kind
        choices = [("", "Otra persona"), *((person.pk, person.name) for person in self.people)]
        self.fields["president"].choices = self.fields["secretary"].choices = choices
        if kind == AssemblyKind.FOUNDING:
            del self.fields["quorum"], self.fields["on_second_call"]
        if kind == AssemblyKind.BOARD:
            del self.fields["on_second_call"]
        for person in self.people:
            self._member(person)

    def _member(self, person):
        marks = [(PresentAs.PRESENT, "Asiste"), (_ABSENT, "No asiste")]
        if self.proxies:
            marks.insert(1, (PresentAs.REPRESENTED, "Con poder"))
        self.fields[f"mark_{person.pk}"] = forms.ChoiceField(
            label=person.name, choices=marks, required=False, widget=forms.RadioSelect
        )
        for name, field in self._beside(person).items():
            self.fields[f"{name}_{person.pk}"] = field

    def _beside(self, person):
        """What is written only for some."""
        hours = {
            "arrived_at": forms.TimeField(label="Llegó a las", required=False),
            "left_at": forms.TimeField(label="Se fue a las", required=False),
        }
        if self.kind == AssemblyKind.BOARD:
            return hours | {
                "reservation": forms.CharField(label="Reserva que deja en el acta", max_length=300, required=False),
                "not_signing": forms.CharField(label="Si no puede firmar, por qué", max_length=200, required=False),
            }
        if not self.proxies:
            return hours
        others = [(one.pk, one.name) for one in self.people if one.pk != person.pk]
        return {
            "holder": forms.ChoiceField(label="Quién lleva el poder", choices=[*_NOBODY, *others], required=False),
            "holder_name": forms.CharField(label="Si no es integrante, su nombre", max_length=200, required=False),
            "holder_kind": forms.ChoiceField(
                label="Quién es", choices=[("", "Elija quién es"), *HolderKind.choices], required=False
            ),
            "proxy_form": forms.ChoiceField(
                label="Cómo se dio el poder", choices=[("", "Elija cómo"), *ProxyForm.choices], required=False
            ),
            **hours,
        }

    def rows(self):
        """For the page: (mark, fields beside it) of each member."""
        for person in self.people:
            suffix = f"_{person.pk}"
            names = [name for name in self.fields if name.endswith(suffix) and not name.startswith("mark_")]
            beside = [self[name] for name in names if name.rsplit("_", 1)[1] == str(person.pk)]
            yield {
                "name": person.name,
                "mark": self[f"mark{suffix}"],
                "beside": beside,
                "open": any(field.errors or field.value() for field in beside),
            }

    def clean(self):
        """A proxy says who holds it, who that is, and its form."""
        cleaned = super().clean()
        for person in self.people:
            if cleaned.get(f"mark_{person.pk}") != PresentAs.REPRESENTED:
                continue
            said = self._said(person)
            if not (said["holder"] or said["holder_name"]) or not said["holder_kind"] or not said["proxy_form"]:
                self.add_error(
                    f"mark_{person.pk}", f"Del poder de {person.name} diga quién lo lleva, quién es y cómo se dio."
                )
        return cleaned

    def _said(self, person):
        names = ("arrived_at", "left_at", "holder", "holder_name", "holder_kind", "proxy_form", "reservation",
                 "not_signing")  # fmt: skip
        said = {name: self.cleaned_data.get(f"{name}_{person.pk}") or None for name in names}
        return said | {name: said[name] or "" for name in names[3:]}

    def facts(self):
        """What the service takes."""
        by_pk = {str(person.pk): person for person in self.people}
        said = self.cleaned_data
        attendance = []
        for person in self.people:
            mark = said.get(f"mark_{person.pk}")
            if mark in (PresentAs.PRESENT, PresentAs.REPRESENTED):
                attendance.append({"person": person, "present_as": mark} | self._of(person, mark, by_pk))
        return {
            "attendance": attendance,
            "president": by_pk.get(said["president"]) or said["president_name"].strip(),
            "secretary": by_pk.get(said["secretary"]) or said["secretary_name"].strip(),
            "ends_at": said["ends_at"],
            "quorum": said.get("quorum"),
            "on_second_call": said.get("on_second_call", False),
        }

    def _of(self, person, mark, by_pk):
        told = self._said(person)
        told["holder"] = by_pk.get(told["holder"])
        if mark != PresentAs.REPRESENTED:
            told |= {"holder": None, "holder_name": "", "holder_kind": "", "proxy_form": ""}
        elif told["holder"]:
            told["holder_name"] = ""
        return told


class VoteForm(Form):
    """What was agreed in one matter, and its votes."""

    text = forms.CharField(label="Qué se acordó", max_length=5000, widget=forms.Textarea(attrs={"rows": 2}))
    yes = forms.IntegerField(label="A favor", min_value=0, max_value=10_000)
    no = forms.IntegerField(label="En contra", min_value=0, max_value=10_000)
    abstained = forms.IntegerField(label="Se abstienen", min_value=0, max_value=10_000)
    statutes_ask = forms.IntegerField(
        label="Votos que piden los estatutos, si piden más", min_value=1, max_value=10_000, required=False
    )

    def __init__(self, *args, item, **kwargs):
        super().__init__(*args, prefix=f"punto-{item.pk}", **kwargs)
        self.item = item


class CandidateRow(Form):
    """Somebody who stands for a seat."""

    person = forms.ChoiceField(label="Persona")
    body = forms.ChoiceField(label="Órgano", choices=[("", "Elija el órgano"), *Body.choices])
    office = forms.ChoiceField(label="Cargo", choices=Office.choices, initial=Office.MEMBER)
    until = forms.DateField(label="Hasta", required=False, help_text="El día en que termina el período.")
    elected = forms.BooleanField(label="Queda elegida o elegido", required=False)
    alternate = forms.BooleanField(label="Suplente", required=False)
    by_users = forms.BooleanField(label="La eligen quienes usan la cooperativa", required=False, initial=True)
    other_post = forms.BooleanField(label="Tiene un cargo directivo en otra cooperativa del mismo fin", required=False)

    def __init__(self, *args, people=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        self.fields["person"].choices = [*_NOBODY, *((pk, person.name) for pk, person in self.people.items())]

    def clean_person(self):
        """The person chosen."""
        return self.people[self.cleaned_data["person"]]


class ChargesForm(Form):
    """Who turns the minutes into a deed, and which members sign them."""

    reduces = forms.MultipleChoiceField(
        label="Quién reduce el acta a escritura pública", required=False, widget=forms.CheckboxSelectMultiple
    )
    reduces_name = forms.CharField(
        label="Si no es integrante, su nombre", max_length=200, required=False, help_text="Por ejemplo, la abogada."
    )
    signers = forms.MultipleChoiceField(
        label="Integrantes que firman el acta", required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Convienen tres, además de quien preside y quien escribe.",
    )  # fmt: skip

    def __init__(self, *args, people, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        choices = [(pk, person.name) for pk, person in self.people.items()]
        founding = kind == AssemblyKind.FOUNDING
        for name in ("reduces", "reduces_name"):
            if not founding:
                del self.fields[name]
        if founding or kind == AssemblyKind.BOARD:
            del self.fields["signers"]
        for name in ("reduces", "signers"):
            if name in self.fields:
                self.fields[name].choices = choices

    def facts(self):
        """What the service takes."""
        said = self.cleaned_data
        named = said.get("reduces_name", "").strip()
        return {
            "reduces": [self.people[pk] for pk in said.get("reduces", [])] + ([named] if named else []),
            "signers": [self.people[pk] for pk in said.get("signers", [])],
        }


class DissentForm(Form):
    """A member who voted against, or was absent and wrote."""

    item = forms.ChoiceField(label="Acuerdo")
    person = forms.ChoiceField(label="Integrante")
    voted_against = forms.ChoiceField(
        label="Cómo disiente",
        choices=[("yes", "Votó en contra"), ("no", "Faltó y lo dijo por escrito")],
        widget=forms.RadioSelect,
    )
    dissented_on = forms.DateField(label="Lo dijo el", validators=[not_after_today])

    def __init__(self, *args, items, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.items = {str(item.pk): item for item in items}
        self.people = {str(person.pk): person for person in people}
        self.fields["item"].choices = [("", "Elija el acuerdo"), *((pk, one.matter) for pk, one in self.items.items())]
        self.fields["person"].choices = [*_NOBODY, *((pk, one.name) for pk, one in self.people.items())]

    def facts(self):
        """What the service takes."""
        said = self.cleaned_data
        return {
            "matter": self.items[said["item"]],
            "person": self.people[said["person"]],
            "voted_against": said["voted_against"] == "yes",
            "dissented_on": said["dissented_on"],
        }


class MinutesForm(AttachmentMixin, Form):
    """The signed minutes, scanned."""

    document_required = True
