"""The forms of a person: who she is, and apart, what is sensitive. They validate shape; services write."""

from difflib import SequenceMatcher

from django import forms

from incubator import calendars
from incubator.enums import Declared, DisabilityDegree, DisabilityOrigin, RndStatus, SupportKind
from incubator.forms import Form, ModelForm, as_kept_phone, as_kept_run
from incubator.models import Person
from incubator.text import fold

#: Purposes of reading sensitive facts, as the person's delegate reads them.
PURPOSES = (
    ("update", "Poner al día sus datos"),
    ("supports", "Preparar apoyos o ajustes"),
    ("certify", "Revisar su credencial o certificado"),
    ("request", "Responder una solicitud de la persona"),
)


def not_after_today(day):
    """A validator: what has not happened is not written."""
    if day > calendars.today():
        raise forms.ValidationError("La fecha no puede ser posterior a hoy.")


class PersonForm(ModelForm):
    """Who she is and how to reach her. `existing` is the person who already has that RUN in the incubator."""

    class Meta:
        model = Person
        fields = (
            "given_names",
            "surname_1",
            "surname_2",
            "social_name",
            "run",
            "other_document",
            "registered_sex",
            "birth_date",
            "phone",
            "email",
            "commune",
            "sector",
            "notes",
        )
        help_texts = {
            "social_name": "Si es distinto del registral.",
            "other_document": "Solo si no tiene RUN.",
            "phone": "Por ejemplo 9 8765 4321.",
            "notes": "No anote aquí datos de salud ni de discapacidad: tienen su propia página.",
        }

    def __init__(self, *args, incubator, **kwargs):
        self.incubator = incubator
        self.existing = None
        super().__init__(*args, **kwargs)
        self.fields["commune"].empty_label = "Sin dato"
        self.fields["run"].help_text = "Con su dígito verificador."
        self.fields["run"].widget.attrs |= {"autocomplete": "off"}
        self.fields["run"].max_length = self.fields["run"].widget.attrs["maxlength"] = 20
        self.fields["run"].validators = []

    def clean_run(self):
        """The RUN as it is kept; a wrong check digit is said."""
        return as_kept_run(self.cleaned_data["run"])

    def clean_phone(self):
        """The phone in E.164."""
        return as_kept_phone(self.cleaned_data["phone"])

    def clean_birth_date(self):
        """Nobody is born tomorrow."""
        born = self.cleaned_data["birth_date"]
        if born and not calendars.today().year - 120 <= born.year <= calendars.today().year:
            raise forms.ValidationError("Revise el año de nacimiento.")
        if born and born > calendars.today():
            raise forms.ValidationError("La fecha de nacimiento no puede ser posterior a hoy.")
        return born

    def clean(self):
        """One RUN, one person in the incubator: another one with it is named, and offered when it is the same."""
        cleaned = super().clean()
        run = cleaned.get("run")
        if run:
            others = Person.objects.current().filter(incubator=self.incubator, run=run).exclude(pk=self.instance.pk)
            self.existing = others.first()
        if self.existing:
            self.add_error("run", self._why_taken())
        return cleaned

    @property
    def is_same_person(self):
        """Whether the one who has that RUN seems to be the one being written."""
        names = " ".join(self.cleaned_data.get(field, "") for field in ("given_names", "surname_1", "surname_2"))
        return self.existing is not None and same_name(names, self.existing.name_folded)

    def _why_taken(self):
        if self.is_same_person:
            return f"{self.existing.name} ya está anotada con ese RUN. No la anote de nuevo: elíjala."
        return f"Ese RUN está anotado a nombre de {self.existing.name}. Revise el número, o elíjala si es la misma."

    def validate_unique(self):
        """The RUN is asked above, with a sentence that says what to do."""

    def validate_constraints(self):
        """The service asks the constraints again; the RUN's has its sentence above."""


def same_name(one, other):
    """Whether two spellings may be one person's name: the words of one within the other's, or nearly the same."""
    first, second = set(fold(one).split()), set(fold(other).split())
    if min(len(first), len(second)) >= 2 and (first <= second or second <= first):
        return True
    return SequenceMatcher(None, " ".join(sorted(first)), " ".join(sorted(second))).ratio() >= 0.8


class PurposeForm(Form):
    """Why sensitive facts are read: asked before they are shown."""

    purpose = forms.ChoiceField(label="¿Para qué necesita ver estos datos?", choices=PURPOSES, widget=forms.RadioSelect)


class SensitiveForm(Form):
    """What a person declared or her certificate says. Nobody is asked for a diagnosis."""

    on = forms.DateField(label="Fecha en que lo dijo o del documento", validators=[not_after_today])
    disability = forms.ChoiceField(
        label="¿Se declara persona con discapacidad?", choices=Declared, widget=forms.RadioSelect
    )
    carer = forms.ChoiceField(label="¿Cuida a otra persona?", choices=Declared, widget=forms.RadioSelect)
    rnd_status = forms.ChoiceField(label="Registro Nacional de la Discapacidad", choices=RndStatus)
    rnd_expires_on = forms.DateField(label="La credencial vence el", required=False)
    certificate = forms.CharField(label="Número de credencial", required=False, max_length=40)
    main_origin = forms.ChoiceField(
        label="Origen principal según la credencial",
        required=False,
        choices=[("", "Sin dato"), *DisabilityOrigin.choices],
    )
    degree = forms.ChoiceField(
        label="Grado según la credencial", required=False, choices=[("", "Sin dato"), *DisabilityDegree.choices]
    )
    gender = forms.CharField(label="Género", required=False, max_length=60, help_text="Solo si quiso decirlo.")

    def facts(self):
        """What the service writes: each field but the day."""
        facts = {name: value for name, value in self.cleaned_data.items() if name != "on"}
        return facts | {"disability_on": self.cleaned_data["on"]}


class NeedsForm(Form):
    """The supports a person asks for from a day on."""

    on = forms.DateField(label="Desde", validators=[not_after_today])
    kinds = forms.MultipleChoiceField(
        label="Apoyos que pide", choices=SupportKind, required=False, widget=forms.CheckboxSelectMultiple
    )
    note = forms.CharField(label="Detalle", required=False, max_length=200)

    def needs(self):
        """{kind: note} as the service takes it."""
        return dict.fromkeys(self.cleaned_data["kinds"], self.cleaned_data["note"])
