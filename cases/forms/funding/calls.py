"""The forms of a call around its bases: entering one, copying last year's, a new version, and what a group says."""

from django import forms

from cases.forms.funding.calls_common import hidden_seen
from cases.funding.words import InterestKind
from cases.models import FundingAgency
from incubator.attachments import AttachmentMixin
from incubator.forms import Form


def _year():
    return forms.IntegerField(label="Año", min_value=2000, max_value=2100, localize=False)


class PlaceMixin(forms.Form):
    """For whom it is entered: asked when there is more than one answer."""

    place = forms.TypedChoiceField(label="Para", coerce=int, required=False)

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = places
        if len(places) == 1:
            del self.fields["place"]
            return
        self.fields["place"].required = True
        self.fields["place"].choices = [("", "Elija para quién")] + [
            (number, _place_said(*place)) for number, place in enumerate(places)
        ]

    def where(self):
        """(agreement, incubator or None)."""
        return self.places[self.cleaned_data.get("place") or 0]


def _place_said(agreement, incubator):
    return f"{incubator or 'Todo el convenio'} · convenio {agreement.code}"


class NewCallForm(PlaceMixin, Form):
    """Which fund, of whom and of which year."""

    agency = forms.CharField(label="Institución que financia", max_length=200)
    agency_short = forms.CharField(label="Sigla", max_length=40, required=False)
    is_private = forms.BooleanField(label="Es una institución privada", required=False)
    programme = forms.CharField(label="Programa o fondo", max_length=200)
    line = forms.CharField(label="Línea", max_length=200, required=False)
    year = _year()
    url = forms.URLField(
        label="Dirección de las bases", required=False, max_length=500, assume_scheme="https",
        help_text="Donde la institución las publica. Puede agregar el archivo después.",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name != "place"] + ["place"])
        self.agencies = list(FundingAgency.objects.values_list("name", flat=True))
        self.fields["agency"].widget.attrs["list"] = "instituciones"

    def said(self):
        """What the service takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "place"}


class CopyForm(PlaceMixin, Form):
    """For which year the call of another is copied."""

    year = _year()


class RenewForm(Form):
    """With which act the bases change."""

    REASONS = (
        ("Aclaración", "Aclaración o respuestas a las consultas"),
        ("Ampliación de plazo", "Ampliación de plazo"),
        ("Bases nuevas", "Bases nuevas o modificadas"),
    )
    reason = forms.ChoiceField(label="Qué es", choices=REASONS, widget=forms.RadioSelect)
    act = forms.CharField(label="Acto, con su número y fecha", max_length=150)
    url = forms.URLField(label="Dirección del acto", required=False, max_length=500, assume_scheme="https")

    def act_said(self):
        """The act as it is kept: what it is, and which."""
        return f"{self.cleaned_data['reason']}: {self.cleaned_data['act']}"


class VersionForm(AttachmentMixin, Form):
    """Where this version is published, its act, its file and its day."""

    seen = hidden_seen()
    act = forms.CharField(label="Acto que aprueba estas bases", max_length=200, required=False)
    url = forms.URLField(label="Dirección de las bases", required=False, max_length=500, assume_scheme="https")
    in_force_from = forms.DateField(
        label="Vigentes desde", required=False, help_text="Vacía: el día en que quedan comprobadas."
    )

    def said(self):
        """What the service takes beside the content."""
        return {name: self.cleaned_data[name] for name in ("act", "url", "in_force_from")}


class InterestForm(Form):
    """What a group says of a call, and why it is set aside."""

    group = forms.ChoiceField(label="Grupo")
    kind = forms.ChoiceField(label="Qué dice el grupo", choices=InterestKind, widget=forms.RadioSelect)
    reason = forms.CharField(label="Por qué se descarta", max_length=300, required=False)

    def __init__(self, *args, cases, **kwargs):
        self.cases = {str(case.organization_id): case for case in cases}
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = [("", "Elija un grupo")] + [
            (pk, case.organization.name) for pk, case in self.cases.items()
        ]

    def clean(self):
        """Setting it aside says why: beside its field."""
        cleaned = super().clean()
        if cleaned.get("kind") == InterestKind.DISCARDED and not (cleaned.get("reason") or "").strip():
            self.add_error("reason", "Escriba por qué la descartan.")
        return cleaned

    def case(self):
        """The case that was chosen."""
        return self.cases[self.cleaned_data["group"]]
