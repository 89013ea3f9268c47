"""The forms of a group: its record, and how it came to be known."""

from django import forms
from django.contrib.postgres.search import TrigramSimilarity

from cases.enums import CaseSource
from incubator import calendars
from incubator.enums import GROUP_KINDS, OrganizationKind
from incubator.forms import Form, ModelForm, as_kept_phone, as_kept_run
from incubator.models import Organization
from incubator.text import fold

#: From this similarity (0 to 1, pg_trgm) two names may be one group's.
ALIKE = 0.4
FIELDS = ("name", "kind", "trade", "commune", "sector", "phone", "email", "rut", "notes")


class GroupForm(ModelForm):
    """A group's record."""

    class Meta:
        model = Organization
        fields = FIELDS
        widgets = {"kind": forms.RadioSelect}
        help_texts = {"phone": "Por ejemplo 9 8765 4321.", "rut": "Solo si ya es cooperativa."}

    def __init__(self, *args, incubator, **kwargs):
        self.incubator = incubator
        super().__init__(*args, **kwargs)
        self.fields["name"].help_text = "Como el grupo se llama a sí mismo."
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in GROUP_KINDS]
        self.fields["commune"].empty_label = "Sin dato"
        self.fields["rut"].max_length = self.fields["rut"].widget.attrs["maxlength"] = 20
        self.fields["rut"].validators = []

    def clean_rut(self):
        """The RUT as it is kept."""
        return as_kept_run(self.cleaned_data["rut"], "RUT")

    def clean_phone(self):
        """The phone in E.164."""
        return as_kept_phone(self.cleaned_data["phone"])

    def clean_name(self):
        """A name with letters, that no other group of the incubator has."""
        name = self.cleaned_data["name"]
        if not fold(name):
            raise forms.ValidationError("Escriba el nombre con letras.")
        return name

    def values(self):
        """What the service writes."""
        return {name: self.cleaned_data[name] for name in FIELDS}

    def validate_unique(self):
        """The service asks the constraints, with their own sentences."""

    def validate_constraints(self):
        """The service asks the constraints, with their own sentences."""


class NewGroupForm(GroupForm):
    """A group that comes to be known. `alike` are the groups whose names resemble this one's."""

    on = forms.DateField(label="Se conoció el")
    case_source = forms.ChoiceField(label="Cómo llegó", choices=CaseSource)
    is_another = forms.BooleanField(label="Es otro grupo, aunque el nombre se parezca", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.alike = []
        self.fields["kind"].initial = OrganizationKind.INFORMAL_GROUP
        self.fields["on"].initial = calendars.today
        self.fields["case_source"].initial = CaseSource.OFFICE

    def clean(self):
        """Groups with a similar name are shown first; somebody says that this is another one."""
        cleaned = super().clean()
        name = cleaned.get("name")
        if name:
            self.alike = list(alike(self.incubator, name))
        if any(group.name_folded == fold(name) for group in self.alike):
            self.add_error("name", "Ya hay un grupo con ese nombre en la incubadora. Ábralo, o escriba otro nombre.")
        elif self.alike and not cleaned.get("is_another"):
            self.add_error("is_another", "Revise los grupos de nombre parecido. Si es otro, márquelo aquí.")
        return cleaned


def alike(incubator, name):
    """Groups of the incubator whose name resembles this one, the closest first."""
    folded = fold(name)
    rows = Organization.objects.current().groups().filter(incubator=incubator)
    rows = rows.annotate(likeness=TrigramSimilarity("name_folded", folded)).filter(likeness__gte=ALIKE)
    return rows.order_by("-likeness", "pk")[:5]


class IncubatorChoice(Form):
    """Which of the user's incubators, where there are several."""

    incubator = forms.ModelChoiceField(label="Incubadora", queryset=None)

    def __init__(self, *args, incubators, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["incubator"].queryset = incubators


class ReentryForm(Form):
    """Since when a group comes back, and how."""

    on = forms.DateField(label="Vuelve desde el")
    case_source = forms.ChoiceField(label="Cómo llegó", choices=CaseSource)

    def __init__(self, *args, former, **kwargs):
        self.former = former
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = calendars.today
        self.fields["case_source"].initial = CaseSource.OFFICE

    def clean_on(self):
        """Not before the former case ended."""
        on = self.cleaned_data["on"]
        last = self.former.changes.order_by("-number").first()
        if on < last.effective_on:
            raise forms.ValidationError(f"Su caso anterior terminó el {last.effective_on:%d-%m-%Y}.")
        return on
