"""The forms of a purchase: what its document says, how it was paid and judged, and why it is voided."""

from django import forms

from cases.funding.agency.purchasing import PaidWith, PurchaseDocument, PurchaseStanding
from incubator.attachments import AttachmentMixin
from incubator.forms import Form, as_kept_run
from incubator.people_forms import not_after_today

_MOST = 9_000_000_000_000
_PAID = [("", "Todavía no se paga"), *PaidWith.choices]


class _Payment(Form):
    paid_with = forms.ChoiceField(label="Medio de pago", choices=_PAID, required=False)
    voucher = forms.CharField(label="Nº de egreso", max_length=40, required=False)
    paid_on = forms.DateField(label="Fecha de pago", required=False, validators=[not_after_today])
    activity = forms.CharField(label="Actividad o meta a que corresponde", max_length=200, required=False)


class PurchaseForm(AttachmentMixin, _Payment):
    """A purchase, as its document says."""

    document_kind = forms.ChoiceField(label="Tipo de documento", choices=PurchaseDocument)
    document_number = forms.CharField(label="Nº de documento", max_length=40, required=False)
    document_on = forms.DateField(label="Fecha del documento", validators=[not_after_today])
    supplier_rut = forms.CharField(label="RUT del proveedor", max_length=20, required=False)
    supplier = forms.CharField(label="Proveedor", max_length=200)
    detail = forms.CharField(label="Qué se compró", max_length=300)
    item = forms.ChoiceField(label="Ítem del presupuesto")
    subitem = forms.CharField(label="Subítem", max_length=80, required=False)
    net = forms.IntegerField(label="Monto neto o líquido", min_value=0, max_value=_MOST)
    tax = forms.IntegerField(label="IVA o retención", min_value=0, max_value=_MOST, required=False)
    total = forms.IntegerField(label="Monto total", min_value=1, max_value=_MOST)

    def __init__(self, *args, items, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["item"].choices = items
        first = ["document_kind", "document_number", "document_on", "supplier_rut", "supplier", "detail", "item"]
        self.order_fields([*first, "subitem", "net", "tax", "total"])

    def clean_supplier_rut(self):
        """As it is kept, or what is wrong with it."""
        typed = self.cleaned_data["supplier_rut"]
        return as_kept_run(typed, "RUT") if typed else ""

    def values(self):
        """What the service takes; the document aside."""
        said = {name: value for name, value in self.cleaned_data.items() if not name.startswith("document_file")}
        said.pop("document_kept", None)
        return said | {"tax": said["tax"] or 0}


class UpdateForm(AttachmentMixin, _Payment):
    """How it was paid, and what the agency said of it."""

    standing = forms.ChoiceField(label="Qué dijo el fondo", choices=PurchaseStanding)
    observation = forms.CharField(label="Qué observó", max_length=300, required=False)

    def values(self):
        """What the service takes; the document aside."""
        return {name: value for name, value in self.cleaned_data.items() if not name.startswith("document_")}


class VoidForm(Form):
    """Why a purchase does not count."""

    reason = forms.CharField(label="Por qué se anula", max_length=300)
