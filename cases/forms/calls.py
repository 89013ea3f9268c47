"""The forms of a call: its draft, an amendment of what is published, and why it is voided."""

from django import forms

from cases.call_life import CallState, TieBreaker
from cases.models import Call
from cases.services.calls import FREE, FROZEN
from incubator.forms import Form, ModelForm
from incubator.models import Incubator

_HELP = {
    "waiting_until": "En blanco: hasta que abra la próxima convocatoria, y a lo más doce meses.",
    "minimum_interested": "En blanco: lo que diga el convenio.",
    "evaluators": "En blanco: lo que diga el convenio.",
    "appeal_days": "Ley 19.880, art. 59: cinco días hábiles. Verifique con su asesoría jurídica.",
    "spread_percent": "Si dos puntajes se alejan más que esto, se pide otra evaluación.",
    "text": "Qué es, quién puede postular, cómo se decide. Palabras de todos los días.",
    "easy_text": "Frases cortas, una idea por frase. Pídale a alguien que la pruebe.",
    "phone": "Quien no tiene internet postula por aquí.",
    "in_person": "Dirección, días y horas.",
    "sign_video": "La dirección de un video accesible. Si lo pone, escriba su transcripción.",
}


class _CallFields(ModelForm):
    """What a call says, with its ties chosen one by one."""

    tie_breakers = forms.MultipleChoiceField(
        label="Desempates, antes del orden de recepción",
        choices=[(item.value, item.label) for item in TieBreaker if item != TieBreaker.RECEIPT],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Se aplican en el orden de esta lista. El último es siempre el orden de recepción.",
    )
    sign_video = forms.URLField(
        label="Video en Lengua de Señas Chilena", required=False, assume_scheme="https", help_text=_HELP["sign_video"]
    )

    class Meta:
        model = Call
        fields = (*FROZEN, *FREE)
        help_texts = _HELP

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

    def clean_tie_breakers(self):
        """Those chosen, and the order of receipt at the end."""
        return [*self.cleaned_data["tie_breakers"], TieBreaker.RECEIPT.value]

    def values(self):
        """What the service writes."""
        return {name: self.cleaned_data[name] for name in self._meta.fields if name in self.cleaned_data}

    def validate_constraints(self):
        """The service asks them."""


class CallForm(_CallFields):
    """A convocatoria. Where the user has several incubators, also whose it is; of a published one, what stays free."""

    incubator = forms.ModelChoiceField(label="Incubadora", queryset=Incubator.objects.none())

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
        if self.instance.pk and self.instance.state != CallState.DRAFT:
            for name in FROZEN:
                del self.fields[name]

    def place(self):
        """The incubator of the call."""
        return self.only or self.cleaned_data["incubator"]


class AmendmentForm(_CallFields):
    """What changes of a published call, and why: everybody will read it."""

    reason = forms.CharField(
        label="Qué cambia y por qué",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Se publica con la fecha de hoy en la página de la convocatoria.",
    )

    class Meta(_CallFields.Meta):
        fields = FROZEN

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["sign_video"]
        self.order_fields(["reason"])


class VoidForm(Form):
    """Why a call is left without effect."""

    reason = forms.CharField(
        label="Motivo",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Si la convocatoria está publicada, lo leerá todo el mundo.",
    )
