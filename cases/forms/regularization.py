"""The forms of a regularization: its list, how a point stands, its plan, what was filed, its ends and its duties."""

from django import forms

from cases.enums import ItemStatus, Risk
from cases.law.regulator import register
from cases.models import CooperativeType
from cases.regularization.life import FILING_MOVES, Authority, Block, FilingState, RegistryKind
from cases.regularization.reading import SEATS
from cases.services.regularization.items import LONGEST
from incubator import calendars
from incubator.attachments import AttachmentMixin
from incubator.forms import Form
from incubator.people_forms import not_after_today


class DayForm(Form):
    """Something that happened on a day that has come."""

    on = forms.DateField(label="Fecha", validators=[not_after_today])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = calendars.today

    def values(self):
        """What the service takes: each answer but the document."""
        return {name: value for name, value in self.cleaned_data.items() if not name.startswith("document_")}


class BeginForm(Form):
    """The type of the cooperative and how far back its papers are looked at."""

    cooperative_type = forms.ModelChoiceField(
        label="Tipo de cooperativa", queryset=CooperativeType.objects.all(), empty_label="Elija un tipo"
    )
    years_from = forms.TypedChoiceField(
        label="Primer año que se revisa",
        coerce=int,
        help_text="De cada año se miran la junta, el balance, lo entregado al DAES, los impuestos y las cotizaciones.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        year = calendars.today().year
        self.fields["years_from"].choices = [(one, str(one)) for one in range(year, year - LONGEST - 1, -1)]
        self.fields["years_from"].initial = year - 4


class MembersForm(AttachmentMixin, DayForm):
    """How many members the register says (R02)."""

    members = forms.IntegerField(label="Integrantes en el registro", min_value=0, max_value=10_000)
    fell_on = forms.DateField(
        label="Si son menos que el mínimo, desde qué día",
        required=False,
        validators=[not_after_today],
        help_text="El día en que salió la persona con que dejó de alcanzar.",
    )
    only_pending = forms.BooleanField(label="Es por una renuncia que todavía no se acepta", required=False)


class PointForm(DayForm):
    """A point that is not in the list."""

    name = forms.CharField(label="Qué hay que poner en orden", max_length=200)
    block = forms.ChoiceField(label="Bloque", choices=Block, initial=Block.OTHER, required=False)
    year = forms.IntegerField(label="Año, si es de uno", required=False, min_value=1950, max_value=2100)
    legal_basis = forms.CharField(label="Norma", required=False, max_length=200)
    authority = forms.ChoiceField(label="Ante quién", choices=[("", "Ante nadie"), *Authority.choices], required=False)
    is_debt = forms.BooleanField(label="Es una deuda", required=False)
    risk = forms.ChoiceField(label="Riesgo", choices=Risk, widget=forms.RadioSelect, initial=Risk.HIGH)
    is_bodies = forms.BooleanField(label="Es sobre los órganos de la cooperativa (directiva, consejo)", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields(["name", "block", "year", "legal_basis", "authority", "risk", "is_debt", "is_bodies", "on"])

    def clean_block(self):
        """Without a block it is one of the others."""
        return self.cleaned_data["block"] or Block.OTHER


class StatusForm(AttachmentMixin, DayForm):
    """How a point stands on a day; «cumple» asks for its document."""

    status = forms.ChoiceField(label="Situación", choices=ItemStatus, widget=forms.RadioSelect)
    valid_until = forms.DateField(label="Vale hasta", required=False, help_text="Si vence, como un mandato.")
    note = forms.CharField(
        label="Qué se vio", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    seats_left = forms.BooleanField(
        label="Queda vigente alguien que dirige",
        required=False,
        help_text="Si no queda nadie, antes del plan hay que saber quién cita a la junta.",
    )

    def __init__(self, *args, item, **kwargs):
        super().__init__(*args, **kwargs)
        if item.key != SEATS:
            del self.fields["seats_left"]
        self.order_fields(["status", "on", "valid_until", "note", "seats_left", "document_file", "document_kept"])


class PlanForm(Form):
    """What will be done about a point."""

    plan = forms.CharField(label="Qué se hará", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    responsible = forms.CharField(
        label="Quién lo hace",
        max_length=120,
        help_text="El cargo o el oficio, no el nombre: «secretaría», «contadora».",
    )
    due_on = forms.DateField(label="Hasta cuándo")


class ProgressForm(AttachmentMixin, DayForm):
    """What was done."""

    text = forms.CharField(label="Qué se hizo", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields(["text", "on", "document_file", "document_kept"])


class FilingForm(Form):
    """What a point presents to an authority."""

    authority = forms.ChoiceField(label="Ante quién", choices=Authority)
    amount = forms.IntegerField(label="Monto de la deuda, en pesos", required=False, min_value=1)

    def __init__(self, *args, item, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["authority"].initial = item.authority
        if not item.is_debt:
            del self.fields["amount"]


class FilingStepForm(AttachmentMixin, DayForm):
    """What happened with something filed, with its document."""

    to = forms.ChoiceField(label="Qué pasó", choices=())
    reference = forms.CharField(label="Folio, número o comprobante", required=False, max_length=120)
    note = forms.CharField(
        label="Qué dijo la autoridad, o qué se respondió",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    agreement = forms.CharField(
        label="Convenio de pago", required=False, max_length=300, help_text="Número de cuotas, monto y primer pago."
    )
    document_required = True

    def __init__(self, *args, filing, **kwargs):
        super().__init__(*args, **kwargs)
        state = FilingState(filing.state)
        self.fields["to"].choices = [(to.value, _told(state, to)) for to in FILING_MOVES[state]]
        if not filing.item.is_debt:
            del self.fields["agreement"]
        names = ["to", "on", "reference", "agreement", "note", "document_file", "document_kept"]
        self.order_fields([name for name in names if name in self.fields])


def _told(state, to):
    """A step in words."""
    if to == FilingState.FILED:
        return "Se respondió la observación" if state == FilingState.OBSERVED else "Se presentó"
    return "La autoridad observó" if to == FilingState.OBSERVED else "Quedó cumplido"


class EndForm(AttachmentMixin, DayForm):
    """How it ends without being put in order."""

    how = forms.ChoiceField(
        label="Cómo termina",
        choices=[
            ("dissolve", "Se disolvió: la ley la disolvió, o hay un acta, escritura o sentencia"),
            ("give_up", "No se puede sanear: lo dice una abogada, un abogado o una sentencia"),
            ("withdraw", "La cooperativa se retira"),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label="Motivo", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields(["how", "on", "reason", "document_file", "document_kept"])


class StandingForm(AttachmentMixin, DayForm):
    """What the register of cooperatives says on a day: that it exists, or that it files."""

    said = forms.ChoiceField(label="Qué dice el registro", choices=())
    reference = forms.CharField(label="Certificado o consulta", required=False, max_length=120)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        words = register().words
        self.fields["said"].choices = [("", "Elija uno")] + [
            (kind.label, [(f"{kind.value}:{code}", word) for code, word in words[kind.value].items()])
            for kind in RegistryKind
        ]
        self.order_fields(["said", "on", "reference", "document_file", "document_kept"])

    def values(self):
        """The kind and code apart."""
        values = super().values()
        kind, code = values.pop("said").split(":")
        return values | {"kind": kind, "code": int(code)}


class DutyForm(AttachmentMixin, DayForm):
    """A duty that was done, with its document."""

    duty = forms.ChoiceField(label="Deber", choices=())
    reference = forms.CharField(label="Folio, número o comprobante", required=False, max_length=120)
    document_required = True

    def __init__(self, *args, years, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["duty"].choices = [
            (str(year), [(f"{one.key}:{year}", one.text) for one in rows if one.done is None]) for year, rows in years
        ]
        self.order_fields(["duty", "on", "reference", "document_file", "document_kept"])

    def values(self):
        """The key and year apart."""
        values = super().values()
        key, year = values.pop("duty").rsplit(":", 1)
        return values | {"key": key, "year": int(year)}
