"""What the public sums ask. Their fields go in the address: they hold no personal data and nothing is kept."""

from django import forms

from incubator.forms import Form

_MOST = 10**12


def _whole(label, *, least=0, required=True, help_text=""):
    return forms.IntegerField(label=label, min_value=least, max_value=_MOST, required=required, help_text=help_text)


class HoldingForm(Form):
    """What one member holds, of how much."""

    tipo = forms.ChoiceField(label="Tipo de cooperativa", choices=())
    integrantes = _whole("Integrantes", least=1)
    cuotas = _whole("Cuotas suscritas, entre todas las personas", least=1)
    mias = _whole("Cuotas suscritas de una persona", least=0)
    todas_pagadas = _whole("Cuotas pagadas, entre todas", required=False, help_text="En blanco: todas las suscritas.")
    pagadas = _whole("Cuotas pagadas de esa persona", required=False, help_text="En blanco: todas las suyas.")

    def __init__(self, *args, types, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tipo"].choices = types

    def clean(self):
        """One does not hold more than all together, nor pay more than was subscribed."""
        cleaned = super().clean()
        _at_most(self, cleaned, "mias", "cuotas", "No puede ser más que las de todas juntas.")
        _at_most(self, cleaned, "todas_pagadas", "cuotas", "No se paga más de lo suscrito.")
        _at_most(self, cleaned, "pagadas", "mias", "No se paga más de lo suscrito.")
        _at_most(self, cleaned, "pagadas", "todas_pagadas", "No puede ser más que las de todas juntas.")
        return cleaned


class ReserveForm(Form):
    """The result of a year."""

    tipo_reserva = forms.ChoiceField(label="Tipo de cooperativa", choices=())
    remanente = _whole("Remanente del año, en pesos")
    perdidas = _whole("Pérdidas de años anteriores, en pesos", required=False)

    def __init__(self, *args, types, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tipo_reserva"].choices = types


def _at_most(form, cleaned, name, other, sentence):
    if cleaned.get(name) is not None and cleaned.get(other) is not None and cleaned[name] > cleaned[other]:
        form.add_error(name, sentence)
