"""The forms of a cure, of what a document holds, and of the points of the DAES."""

from django import forms

from cases.formalization.cure_life import CURED
from cases.formalization.life import SAID, LegalEventKind
from cases.law import contents
from cases.models import ActContent, LegalEvent
from cases.services.legal.cure_steps import FOLLOWS, OLD
from incubator import calendars
from incubator.attachments import AttachmentMixin
from incubator.forms import Form
from incubator.models import Commune
from incubator.people_forms import not_after_today

K = LegalEventKind
_DEED = ("notary_name", "notary_domicile", "repertory")
_ENTRY = ("registrar_commune", "folio", "entry_number", "entry_year")
#: Act → what is copied from its document.
DATA = {
    K.DEED: (*_DEED, "drafting_lawyer", "founders_count", "domicile_commune"),
    K.CURE_DEED: _DEED,
    K.REFORM_DEED: _DEED,
    K.EXTRACT: ("subscribed_uf", "paid_uf"),
    K.REGISTRY_ENTRY: _ENTRY,
    K.CURE_ENTRY: _ENTRY,
    K.REFORM_ENTRY: _ENTRY,
    K.PUBLICATION: ("cve",),
    K.CURE_PUBLICATION: ("cve",),
    K.REFORM_PUBLICATION: ("cve",),
}
_HELP = {
    "founders_count": "Las que nombra la escritura.",
    "domicile_commune": "La del domicilio de la cooperativa en los estatutos: dice qué Conservador es.",
    "registrar_commune": "Donde está el Conservador. Puede atender varias comunas.",
    "subscribed_uf": "En UF del día de la escritura, sin decimales: dice si la publicación se paga.",
    "repertory": "Número y año, como está en la escritura.",
}
_COMMUNES = ("domicile_commune", "registrar_commune")
_NUMBERS = ("founders_count", "entry_year", "subscribed_uf", "paid_uf")


def _field(name):
    model = ActContent._meta.get_field(name)
    label = str(model.verbose_name)
    said = {"label": label[0].upper() + label[1:], "help_text": _HELP.get(name, ""), "required": False}
    if name in _COMMUNES:
        return forms.ModelChoiceField(Commune.objects.order_by("name"), empty_label="Sin registrar", **said)
    if name in _NUMBERS:
        return forms.IntegerField(min_value=0, max_value=9_999_999 if name.endswith("_uf") else 32_000, **said)
    return forms.CharField(max_length=model.max_length, **said)


class ContentForm(Form):
    """What the document of an act holds: its data, and for each thing the law asks whether it is there."""

    on = forms.DateField(label="Fecha de la lectura", validators=[not_after_today])

    def __init__(self, *args, event, reading=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.event = event
        self.fields["on"].initial = calendars.today
        self.names = DATA.get(event.kind, ())
        for name in self.names:
            self.fields[name] = _field(name)
            self.fields[name].initial = getattr(reading, name, None)
        said = reading.items if reading else {}
        self.items = contents.CONTENTS.get(event.kind, ())
        for item in self.items:
            self.fields[_name(item)] = forms.ChoiceField(
                label=item.label,
                choices=[*item.words, ("", "No se miró")],
                required=False,
                initial=said.get(item.key, ""),
                widget=forms.RadioSelect,
            )

    @property
    def data_fields(self):
        """What is copied."""
        return [self[name] for name in self.names]

    @property
    def item_fields(self):
        """What is looked for."""
        return [self[_name(item)] for item in self.items]

    def values(self):
        """What the service takes."""
        cleaned = self.cleaned_data
        said = {item.key: cleaned.get(_name(item), "") for item in self.items}
        data = {name: cleaned.get(name) for name in self.names if cleaned.get(name) not in (None, "")}
        return {"on": cleaned["on"], "items": said, **data}


def _name(item):
    return "item_" + item.key.replace(".", "_")


class CureOpenForm(Form):
    """Which deed, and what is wrong with it."""

    act = forms.ModelChoiceField(LegalEvent.objects.none(), label="Escritura con vicio", empty_label=None)
    on = forms.DateField(label="Fecha en que se supo", validators=[not_after_today])
    defects = forms.MultipleChoiceField(
        label="Qué tiene mal",
        choices=[(key, contents.label_of(key)) for key in contents.defects()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Marque qué tiene mal la escritura o lo que vino después."},
    )

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["act"].queryset = LegalEvent.objects.filter(case=case, kind__in=CURED).order_by("pk")
        self.fields["act"].label_from_instance = _act_label
        self.fields["on"].initial = calendars.today


def _act_label(act):
    return f"{act.get_kind_display()} del {act.happened_on:%d-%m-%Y}"


class CureActForm(AttachmentMixin, Form):
    """An act of a cure, with its document."""

    kind = forms.ChoiceField(label="Acto", choices=())
    on = forms.DateField(
        label="Fecha del acto", validators=[not_after_today], help_text="La que dice el documento, no la de hoy."
    )
    reference = forms.CharField(
        label="Fojas, CVE o número", required=False, max_length=120, help_text="Como está en el documento."
    )
    reason = forms.CharField(
        label="Motivo",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Solo si la junta no se hizo o no acordó.",
    )

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]
        self.fields["on"].initial = calendars.today
        if K.CURE_FAILED not in kinds:
            del self.fields["reason"]

    def clean(self):
        """What each act asks for, said beside its field."""
        cleaned = super().clean()
        kind = cleaned.get("kind")
        if kind and kind in SAID and not cleaned.get("reason", "").strip():
            self.add_error("reason", "Escriba el motivo.")
        if kind and kind not in SAID and "document_file" not in self.errors and not self.kept_name:
            self.add_error("document_file", "Adjunte el documento que lo respalda.")
        return cleaned

    def values(self):
        """What the service takes beside the document."""
        return {name: self.cleaned_data.get(name, "") for name in ("kind", "on", "reference", "reason")}


class OldActForm(AttachmentMixin, Form):
    """An act of a cooperative that existed before its case: its deed, a reform, or what followed them."""

    kind = forms.ChoiceField(label="Acto", choices=[(kind.value, kind.label) for kind in OLD])
    about = forms.ModelChoiceField(
        LegalEvent.objects.none(),
        label="De qué escritura",
        required=False,
        empty_label="Es una escritura",
        help_text="Para una inscripción o una publicación.",
    )
    on = forms.DateField(label="Fecha del acto", validators=[not_after_today])
    reference = forms.CharField(label="Fojas, CVE o número", required=False, max_length=120)

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["about"].queryset = LegalEvent.objects.filter(case=case, kind__in=CURED, file=None).order_by("pk")
        self.fields["about"].label_from_instance = _act_label
        self.fields["document_file"].required = not (self.is_bound and self.kept_name)

    def clean(self):
        """An entry and a publication name their deed; a deed names none."""
        cleaned = super().clean()
        kind, about = cleaned.get("kind"), cleaned.get("about")
        if kind in FOLLOWS and about is None:
            self.add_error("about", "Elija la escritura a la que corresponde.")
        if kind in CURED:
            cleaned["about"] = None
        return cleaned

    def values(self):
        """What the service takes beside the document."""
        return {name: self.cleaned_data.get(name) for name in ("kind", "about", "on", "reference")}


class PointsForm(Form):
    """Several points at once, numbered as the DAES does."""

    ROOM = 4

    def __init__(self, *args, due_on=None, **kwargs):
        super().__init__(*args, **kwargs)
        for place in range(1, self.ROOM + 1):
            self.fields[f"text_{place}"] = forms.CharField(
                label=f"Punto {place}: qué pide", max_length=500, required=place == 1,
                widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip
            self.fields[f"due_{place}"] = forms.DateField(
                label=f"Punto {place}: responder hasta", required=False, initial=due_on
            )

    def points(self):
        """(text, day) of each one written."""
        cleaned = self.cleaned_data
        places = range(1, self.ROOM + 1)
        rows = [(cleaned.get(f"text_{place}", "").strip(), cleaned.get(f"due_{place}")) for place in places]
        return [row for row in rows if row[0]]


class AnswersForm(Form):
    """What was answered to each point that waits."""

    def __init__(self, *args, points, **kwargs):
        super().__init__(*args, **kwargs)
        self.points = {f"point_{point.pk}": point for point in points}
        for name, point in self.points.items():
            self.fields[name] = forms.CharField(
                label=f"{point.number}. {point.text}", max_length=500, required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip

    def answers(self):
        """Point → what was answered."""
        return {point: text for name, point in self.points.items() if (text := self.cleaned_data.get(name, "").strip())}
