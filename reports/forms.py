"""What people write about a report. Shape only: the services know the rules."""

from django import forms

from incubator.calendars import Month
from incubator.enums import OrganizationKind
from incubator.forms import Form
from incubator.models import Organization


def _words(label, help_text):
    area = forms.Textarea(attrs={"rows": 6})
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=8000, widget=area)


class NarrativeForm(Form):
    """The words of a report."""

    summary = _words(
        "El mes en pocas palabras",
        "Lo que importó, en un párrafo o dos, sin nombres de personas. Hace falta para sellar.",
    )
    deviations = _words("Desviaciones y medidas", "Qué no salió como se planeó y qué se hizo. Hace falta para sellar.")
    next_steps = _words("Próximos pasos", "Qué viene el mes siguiente. Hace falta para sellar.")


class ComposeForm(Form):
    """Which month of which incubator and agreement."""

    incubator = forms.IntegerField(widget=forms.HiddenInput)
    agreement = forms.IntegerField(widget=forms.HiddenInput)
    period = forms.CharField(widget=forms.HiddenInput)

    def clean_period(self):
        """A month written 2021-06."""
        try:
            return Month.parse(self.cleaned_data["period"])
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


class ConfirmForm(Form):
    """Nothing to write: the button is the answer."""


class SealForm(Form):
    """What the sealer had before their eyes."""

    seen = forms.CharField(widget=forms.HiddenInput)


class ReasonForm(Form):
    """Why."""

    reason = forms.CharField(
        label="Motivo",
        help_text="Queda en el informe y en la bitácora.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class HandOverForm(Form):
    """The register of Ley 19.880, art. 24 bis."""

    requesting_body = forms.ModelChoiceField(label="Organismo que pide los datos", queryset=Organization.objects.none())
    receiving_body = forms.ModelChoiceField(label="Organismo que los recibe", queryset=Organization.objects.none())
    official = forms.CharField(label="Funcionaria o funcionario responsable", max_length=200)
    procedure = forms.CharField(
        label="Procedimiento",
        max_length=300,
        help_text="Por ejemplo: rendición del convenio, Resolución Exenta N.º 3884.",
    )
    data_asked = forms.CharField(
        label="Datos pedidos", max_length=300, help_text="Por ejemplo: nombre, RUN, grupo y asistencia de mayo de 2021."
    )
    legal_basis = forms.CharField(
        label="Base legal", max_length=300, help_text="La norma o el acto que autoriza la entrega."
    )
    covers_from = forms.DateField(label="Período de los datos, desde")
    covers_to = forms.DateField(label="Período de los datos, hasta")

    def __init__(self, *args, report, **kwargs):
        super().__init__(*args, **kwargs)
        agreement = report.agreement
        parties = {agreement.funder_id, agreement.executor_id, agreement.adviser_id}
        public = Organization.objects.filter(kind=OrganizationKind.AGENCY) | Organization.objects.filter(pk__in=parties)
        for name in ("requesting_body", "receiving_body"):
            self.fields[name].queryset = public.order_by("sort_key", "id")
            self.fields[name].initial = agreement.funder_id


class VerifyForm(Form):
    """A code printed on paper."""

    code = forms.CharField(
        label="Código de verificación",
        max_length=40,
        help_text="Está al pie de cada página, por ejemplo 7QF4-M2KD-9XTR-HB3W.",
    )
