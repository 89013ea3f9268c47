"""The form of a call."""

from django import forms

from cases.models import Call
from incubator.forms import ModelForm
from incubator.models import Incubator


class CallForm(ModelForm):
    """A convocatoria: its days and seats. Where the user has several incubators, also whose it is."""

    incubator = forms.ModelChoiceField(label="Incubadora", queryset=Incubator.objects.none())

    class Meta:
        model = Call
        fields = ("name", "opens_on", "closes_on", "seats", "waiting_until")
        help_texts = {"waiting_until": "Si se deja en blanco, la lista no vence."}

    def __init__(self, *args, incubators, **kwargs):
        super().__init__(*args, **kwargs)
        places = list(incubators)
        if self.instance.pk or len(places) == 1:
            self.only = self.instance.incubator if self.instance.pk else places[0]
            del self.fields["incubator"]
        else:
            self.only = None
            self.fields["incubator"].queryset = incubators
            self.order_fields(["incubator"])

    def clean(self):
        """The days in order."""
        cleaned = super().clean()
        opens, closes = cleaned.get("opens_on"), cleaned.get("closes_on")
        if opens and closes and closes < opens:
            self.add_error("closes_on", "La convocatoria no puede cerrar antes de abrir.")
        waiting = cleaned.get("waiting_until")
        if closes and waiting and waiting < closes:
            self.add_error("waiting_until", "La lista de espera no puede vencer antes del cierre.")
        return cleaned

    def values(self):
        """What the service writes."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def place(self):
        """The incubator of the call."""
        return self.only or self.cleaned_data["incubator"]

    def validate_constraints(self):
        """The service asks them."""
