"""The forms of what bases say once: what it is, its dates, its money, its cut-off."""

from dataclasses import fields as fields_of
from dataclasses import replace

from django import forms

from cases.forms.funding.calls_common import ZONES, choices, hidden_seen, refuse_hour, wall_of
from cases.funding.bases.shapes import Bases, Dates, Money
from cases.funding.words import ApplicantKind, Unit
from incubator.forms import Form
from incubator.models import Region

_LONG = {"rows": 3}


class PlainForm(Form):
    """A part of the bases: `initial_of(bases)` fills it and `apply(bases)` writes it."""

    seen = hidden_seen()

    @staticmethod
    def initial_of(_bases):
        """What it begins with."""
        return {}

    def apply(self, bases: Bases) -> Bases:
        """The bases with what this part says."""
        return bases


class IdentityForm(PlainForm):
    """What the fund is for and who may apply."""

    summary = forms.CharField(
        label="De qué se trata", required=False, max_length=2000, widget=forms.Textarea(attrs=_LONG)
    )
    contact = forms.CharField(label="Contacto de la institución", required=False, max_length=500)
    regions = forms.MultipleChoiceField(
        label="Regiones", required=False, widget=forms.CheckboxSelectMultiple, help_text="Ninguna: todo el país."
    )
    applicants = forms.MultipleChoiceField(
        label="Quiénes pueden postular", required=False, choices=ApplicantKind, widget=forms.CheckboxSelectMultiple
    )
    limit_per_applicant = forms.IntegerField(
        label="Postulaciones por postulante", required=False, min_value=1, max_value=99
    )
    incompatibilities = forms.CharField(
        label="Incompatibilidades", required=False, max_length=4000, widget=forms.Textarea(attrs=_LONG)
    )
    dissemination = forms.CharField(
        label="Qué pide para difundir", required=False, max_length=4000, widget=forms.Textarea(attrs=_LONG)
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["regions"].choices = list(Region.objects.values_list("code", "name"))

    @staticmethod
    def initial_of(bases):
        """What the bases say of it."""
        names = ("summary", "contact", "limit_per_applicant", "incompatibilities", "dissemination")
        return {name: getattr(bases, name) for name in names} | {
            "regions": list(bases.regions),
            "applicants": [kind.value for kind in bases.applicants],
        }

    def apply(self, bases):
        """The bases with it."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        said["regions"] = tuple(said["regions"])
        said["applicants"] = tuple(kind for kind in ApplicantKind if kind in said["applicants"])
        return replace(bases, **said)


class DatesForm(PlainForm):
    """The calendar; closings are rows beside it."""

    opens_on = forms.DateField(label="Abre", required=False)
    questions_day = forms.DateField(label="Consultas hasta el", required=False)
    questions_hour = forms.TimeField(
        label="a las", required=False, help_text="Vacía: todo ese día, hasta las 23:59:59."
    )
    questions_zone = forms.ChoiceField(label="Hora de las consultas", required=False, choices=ZONES)
    review_on = forms.DateField(label="Revisión de los documentos", required=False)
    results_on = forms.DateField(label="Resultados", required=False)
    signing_on = forms.DateField(label="Firma del convenio", required=False)
    execution_from = forms.DateField(label="Ejecución desde", required=False)
    execution_until = forms.DateField(label="Ejecución hasta", required=False)
    months = forms.IntegerField(label="Meses de ejecución", required=False, min_value=1, max_value=60)

    @staticmethod
    def initial_of(bases):
        """What the bases say of it."""
        dates, asked = bases.dates, bases.dates.questions_until
        said = {one.name: getattr(dates, one.name) for one in fields_of(Dates) if one.name != "questions_until"}
        if asked:
            said |= {
                "questions_day": asked.at.date(),
                "questions_hour": asked.at.time(),
                "questions_zone": asked.zone,
            }
        return said

    def clean(self):
        """An hour that does not exist is said beside it."""
        cleaned = super().clean()
        refuse_hour(self, "questions_hour", self._asked(cleaned))
        return cleaned

    def apply(self, bases):
        """The bases with it."""
        said = {one.name: self.cleaned_data[one.name] for one in fields_of(Dates) if one.name != "questions_until"}
        return replace(bases, dates=Dates(**said, questions_until=self._asked(self.cleaned_data)))

    @staticmethod
    def _asked(cleaned):
        return wall_of(*(cleaned.get(f"questions_{name}") for name in ("day", "hour", "zone")))


def _amount(label, **kwargs):
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=10**12, **kwargs)


class MoneyForm(PlainForm):
    """How much there is."""

    unit = forms.ChoiceField(label="Unidad de los montos", choices=choices(Unit))
    total = _amount("Monto total del fondo")
    minimum = _amount("Mínimo por proyecto")
    maximum = _amount("Máximo por proyecto")
    per_person = _amount("Máximo por cada persona que firma")
    year = forms.IntegerField(
        label="Año de los montos",
        required=False,
        min_value=2000,
        max_value=2100,
        localize=False,
        help_text="Solo si no son del año del llamado.",
    )
    instalments = forms.CharField(label="Cómo se entrega", required=False, max_length=500)

    @staticmethod
    def initial_of(bases):
        """What the bases say of it."""
        return {one.name: getattr(bases.money, one.name) for one in fields_of(Money)}

    def apply(self, bases):
        """The bases with it."""
        said = {one.name: self.cleaned_data[one.name] for one in fields_of(Money)}
        return replace(bases, money=Money(**said | {"unit": Unit(said["unit"])}))


class CutOffForm(PlainForm):
    """The least points that are not refused."""

    cut_off = forms.FloatField(label="Puntaje mínimo de todo el proyecto", required=False, min_value=0)

    @staticmethod
    def initial_of(bases):
        """What the bases say of it."""
        return {"cut_off": bases.cut_off}

    def apply(self, bases):
        """The bases with it."""
        return replace(bases, cut_off=self.cleaned_data["cut_off"])
