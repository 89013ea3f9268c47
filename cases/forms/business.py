"""The forms of the business: canvas, plan with its rows, sales and contracts, what the group is asked to confirm."""

from django import forms

from cases.enums import CanvasBlock, CheckKind, ConfirmationSubject, CostKind, MarketKind, PlanSection
from incubator import calendars
from incubator.attachments import AttachmentMixin
from incubator.forms import Form, as_kept_run
from incubator.models import Person

_HINTS = {
    CanvasBlock.OFFER: "Qué hacen y qué problema le resuelve a alguien.",
    CanvasBlock.CUSTOMERS: "Personas, familias, empresas o servicios públicos que comprarían.",
    CanvasBlock.CHANNELS: "Feria, entrega a domicilio, WhatsApp, tienda.",
    CanvasBlock.RELATIONS: "Cómo se les atiende para que vuelvan.",
    CanvasBlock.INCOME: "Qué se cobra y cada cuánto.",
    CanvasBlock.RESOURCES: "Personas, herramientas, lugar, permisos.",
    CanvasBlock.ACTIVITIES: "Lo que hay que hacer para que el negocio funcione.",
    CanvasBlock.PARTNERS: "Otras organizaciones, la municipalidad, proveedores.",
    CanvasBlock.COSTS: "Materiales, arriendo, transporte, permisos.",
    CanvasBlock.INCLUSION: "Horarios, turnos, intérprete, transporte, pausas. Del grupo, no de una persona.",
}
_ASKED = {
    PlanSection.SUMMARY: "Qué se hace, para quién y por qué funcionará. Tres o cuatro frases.",
    PlanSection.MARKET: "Quiénes compran, a quién le compran hoy y en qué se diferencia el grupo.",
    PlanSection.WORK: "Lugar, turnos, tareas y personas a cargo.",
    PlanSection.SUPPORTS: "Lo que el grupo necesita para que todas las personas trabajen bien.",
    PlanSection.RISKS: "Lo que puede fallar y qué se haría.",
}


class CanvasForm(Form):
    """The canvas block by block; a block may stay empty."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for block in CanvasBlock:
            self.fields[block.value] = _text(block.label, _HINTS[block], rows=4, limit=2000)

    def blocks(self):
        """{CanvasBlock: text}."""
        return {block: self.cleaned_data[block.value] for block in CanvasBlock}


class PlanForm(Form):
    """The words and the pace of a plan; its rows come beside."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    start_share = forms.IntegerField(
        label="Del total esperado, cuánto se vendería el primer mes",
        min_value=0,
        max_value=100,
        help_text="En porcentaje: 40 es algo menos de la mitad.",
    )
    months_to_full = forms.IntegerField(
        label="En qué mes se llega a vender todo lo esperado", min_value=1, max_value=12, help_text="Del 1 al 12."
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for section in PlanSection:
            self.fields[section.value] = _text(section.label, _ASKED[section], rows=5, limit=4000)

    def sections(self):
        """{PlanSection: text}."""
        return {section: self.cleaned_data[section.value] for section in PlanSection}


def _text(label, help_text, *, rows, limit):
    return forms.CharField(
        label=label, help_text=help_text, required=False, max_length=limit, widget=forms.Textarea(attrs={"rows": rows})
    )


def _pesos(label, **options):
    return forms.IntegerField(label=label, min_value=0, max_value=2_000_000_000, **options)


class ProductRow(Form):
    """What is sold."""

    name = forms.CharField(label="Producto o servicio", max_length=120)
    unit = forms.CharField(label="Unidad", max_length=40, required=False)
    price = _pesos("Precio en pesos")
    unit_cost = _pesos("Costo de cada unidad en pesos")
    monthly_units = forms.IntegerField(label="Unidades al mes", min_value=0, max_value=1_000_000)


class CostRow(Form):
    """What is paid."""

    kind = forms.ChoiceField(label="Cuándo se paga", choices=[("", "Elija cuándo"), *CostKind.choices])
    name = forms.CharField(label="En qué", max_length=120)
    amount = _pesos("Monto en pesos")


class CheckRow(Form):
    """How somebody found out whether people would buy."""

    kind = forms.ChoiceField(label="Cómo se comprobó", choices=[("", "Elija cómo"), *CheckKind.choices])
    checked_on = forms.DateField(label="Fecha")
    asked = forms.IntegerField(label="Personas consultadas", min_value=1, max_value=100_000)
    would_buy = forms.IntegerField(label="Comprarían", min_value=0, max_value=100_000)
    learned = forms.CharField(label="Qué aprendimos", max_length=500, required=False)

    def clean(self):
        """Those who would buy are among those asked; nobody was asked in the future."""
        cleaned = super().clean()
        asked, would_buy, on = cleaned.get("asked"), cleaned.get("would_buy"), cleaned.get("checked_on")
        if asked is not None and would_buy is not None and would_buy > asked:
            self.add_error("would_buy", f"Se consultó a {asked}: escriba {asked} o menos.")
        if on and on > calendars.today():
            self.add_error("checked_on", "La fecha no puede ser posterior a hoy.")
        return cleaned


#: The rows of a plan: prefix, form, words of the section and of the button.
PLAN_ROWS = (
    ("products", ProductRow, "Qué se vende y a cuánto", "Agregar otro producto"),
    ("costs", CostRow, "Qué se paga", "Agregar otro gasto"),
    ("checks", CheckRow, "Cómo sabemos que comprarían", "Agregar otra comprobación"),
)


class DayForm(Form):
    """The day of an act."""

    on = forms.DateField(label="Fecha")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = calendars.today


class MarketForm(AttachmentMixin, DayForm):
    """A sale, a fair or a contract; what it asks depends on which."""

    counterpart = forms.CharField(label="A quién se le vendió", max_length=200)
    description = forms.CharField(label="Qué se vendió", max_length=300)
    amount = forms.IntegerField(label="Monto total en pesos", min_value=0, max_value=9_000_000_000, required=False)
    counterpart_rut = forms.CharField(label="RUT de quien contrata", max_length=20, required=False)
    ends_on = forms.DateField(label="Hasta", required=False)
    alternative_compliance = forms.BooleanField(
        label="La empresa lo declara como cumplimiento alternativo de la Ley 21.015",
        required=False,
        help_text="Verifique con la empresa: si las socias y los socios cuentan como personas contratadas "
        "es un punto que la ley deja abierto.",
    )
    _WORDS = {
        MarketKind.SALE: ("A quién se le vendió", "Qué se vendió"),
        MarketKind.FAIR: ("Qué feria y dónde", "Qué se llevó a vender"),
        MarketKind.CONTRACT: ("Con quién es el contrato", "Qué servicio o producto se contrató"),
    }
    _LEFT_OUT = {
        MarketKind.SALE: ("counterpart_rut", "ends_on", "alternative_compliance"),
        MarketKind.FAIR: ("counterpart_rut", "alternative_compliance"),
        MarketKind.CONTRACT: (),
    }

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self._LEFT_OUT[kind]:
            del self.fields[name]
        self.fields["counterpart"].label, self.fields["description"].label = self._WORDS[kind]
        self.fields["on"].label = "Fecha" if kind == MarketKind.SALE else "Desde"
        self.order_fields(["on", "ends_on", "counterpart", "counterpart_rut", "description", "amount"])

    def clean_counterpart_rut(self):
        """A RUT with its digit, as it is kept; an empty one stays empty."""
        return as_kept_run(self.cleaned_data["counterpart_rut"], "RUT")

    def values(self):
        """What the service takes: each answer but the document."""
        return {name: value for name, value in self.cleaned_data.items() if not name.startswith("document_")}


class VoidForm(Form):
    """Why a row is voided."""

    reason = forms.CharField(label="Por qué se anula", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class SheetForm(DayForm):
    """To whom of the group the sheet of codes is handed."""

    received_by = forms.ModelChoiceField(
        label="Quién la recibe por el grupo", queryset=Person.objects.none(), empty_label="Elija a la persona"
    )

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        members = case.organization.members_on(calendars.today()).values("person")
        self.fields["received_by"].queryset = Person.objects.current().filter(pk__in=members)
        self.order_fields(["received_by", "on"])


class AskForm(Form):
    """What the group is asked to confirm."""

    subject = forms.ChoiceField(label="Qué confirmará el grupo", choices=(), widget=forms.RadioSelect)

    def __init__(self, *args, subjects, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["subject"].choices = [(value, ConfirmationSubject(value).label) for value in subjects]


class CodeForm(Form):
    """What the group types on its own phone."""

    case = forms.CharField(
        label="Número del caso",
        max_length=20,
        help_text="Está arriba en su hoja, por ejemplo 05501-021.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "text"}),
    )
    code = forms.CharField(
        label="Código",
        max_length=20,
        help_text="Uno de los códigos de su hoja que no haya usado. Da lo mismo mayúsculas o minúsculas.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class AgreeForm(CodeForm):
    """The same, after reading: what the group agrees to travels with it."""

    agreed = forms.BooleanField(label="Lo conversamos en el grupo y estamos de acuerdo")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["case"].widget = forms.HiddenInput()
        self.fields["code"].widget = forms.HiddenInput()
