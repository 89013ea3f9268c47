"""The form of a quotation: for which thing of the budget, who offered it, for how much and until when."""

from django import forms

from cases.funding.budget.totals import same_thing
from incubator.attachments import AttachmentMixin
from incubator.forms import Form, as_kept_run

_APART = "\x1f"


class QuotationForm(AttachmentMixin, Form):
    """A price that a supplier offered for one of the lines of the budget."""

    document_required = True
    line = forms.ChoiceField(label="Para qué línea del presupuesto", choices=())
    supplier = forms.CharField(label="Proveedor", max_length=200)
    supplier_rut = forms.CharField(label="RUT del proveedor", max_length=20, required=False)
    amount = forms.IntegerField(label="Monto total en pesos, con impuestos", min_value=1, max_value=9_000_000_000_000)
    quoted_on = forms.DateField(label="Fecha de la cotización")
    valid_until = forms.DateField(label="Vale hasta", required=False)

    def __init__(self, *args, lines=(), names=None, **kwargs):
        super().__init__(*args, **kwargs)
        named = names or {}
        things = {same_thing(line.item, line.name): line for line in lines}
        self.fields["line"].choices = [("", "Elija una línea")] + [
            (f"{line.item}{_APART}{line.name}", f"{named.get(line.item, line.item)}: {line.name}")
            for line in things.values()
        ]

    def clean_supplier_rut(self):
        """A RUT with its digit, as it is kept; an empty one stays empty."""
        return as_kept_run(self.cleaned_data["supplier_rut"], "RUT")

    def values(self):
        """What the service takes."""
        said = {name: value for name, value in self.cleaned_data.items() if not name.startswith("document_")}
        item, _, detail = said.pop("line").partition(_APART)
        return said | {"item": item, "detail": detail}
