"""The forms of what people authorise, of the texts read to them, and of what adviser institutions are."""

from django import forms

from incubator import calendars
from incubator.attachments import AttachmentMixin
from incubator.enums import SupportKind
from incubator.forms import Form
from incubator.people_forms import not_after_today
from incubator.purposes import AdviserNature, ConsentChannel, Said


class AnswerForm(Form):
    """When she said it and how: all that a withdrawal asks."""

    on = forms.DateField(label="Fecha", validators=[not_after_today])
    channel = forms.ChoiceField(label="Cómo lo dijo", choices=ConsentChannel, widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        kwargs["initial"] = {"on": calendars.today(), "channel": ConsentChannel.READ_ALOUD} | (
            kwargs.get("initial") or {}
        )
        super().__init__(*args, **kwargs)


class GiveForm(AttachmentMixin, AnswerForm):
    """How she authorised it, with the supports used to ask her for whoever may read them."""

    said = forms.ChoiceField(label="Cómo quedó escrito", choices=Said, widget=forms.RadioSelect)
    witness = forms.CharField(
        label="Testigo",
        max_length=200,
        required=False,
        help_text="Nombre de quien estuvo presente. Se pide si firmó con huella o marca, o si lo dijo sin firmar.",
    )
    guardian = forms.CharField(
        label="Representante legal",
        max_length=200,
        required=False,
        help_text="Déjelo en blanco: la persona decide por sí misma. Solo si un juez nombró a quien la representa, "
        "o si tiene menos de 14 años.",
    )
    supports = forms.MultipleChoiceField(
        label="Apoyos con que se le explicó",
        choices=SupportKind,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Se guardan aparte, como dato sensible.",
    )

    def __init__(self, *args, sees_supports, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["document_file"].label = "Hoja firmada o grabación"
        if not sees_supports:
            del self.fields["supports"]

    def answer(self):
        """What the service takes, but for the document."""
        names = ("on", "channel", "said", "witness", "guardian", "supports")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}


class TextForm(Form):
    """A new version of the words of one purpose."""

    text = forms.CharField(label="Texto", widget=forms.Textarea(attrs={"rows": 7}), max_length=3000)
    easy_text = forms.CharField(
        label="Texto en lectura fácil",
        widget=forms.Textarea(attrs={"rows": 7}),
        max_length=2000,
        help_text="Frases cortas, una idea por línea. Pruébelo con una persona que use lectura fácil.",
    )
    in_force_from = forms.DateField(label="Rige desde")


class StandingForm(AttachmentMixin, Form):
    """What the institution is, from when, with what proves it."""

    nature = forms.ChoiceField(label="La institución es", choices=AdviserNature, widget=forms.RadioSelect)
    since = forms.DateField(label="Desde", validators=[not_after_today])


class ContractForm(AttachmentMixin, Form):
    """A processor contract: what the law asks it to say, its term and the signed copy."""

    act = forms.CharField(label="Contrato o decreto que lo aprueba", max_length=200)
    object = forms.CharField(label="Objeto", max_length=300, help_text="Qué servicio presta la institución.")
    purpose = forms.CharField(label="Para qué usa los datos", max_length=300)
    data = forms.CharField(
        label="Qué datos",
        max_length=300,
        help_text="Por ejemplo: nombre, RUN, contacto y asistencia. Sin datos sensibles.",
    )
    people = forms.CharField(label="De qué personas", max_length=300)
    at_end = forms.CharField(
        label="Qué hace con los datos al terminar", max_length=300, help_text="Los devuelve o los destruye."
    )
    since = forms.DateField(label="Rige desde")
    until = forms.DateField(label="Termina el")
    document_required = True

    def clean(self):
        """The term ends after it begins."""
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until <= since:
            self.add_error("until", "El contrato debe terminar después de empezar.")
        return cleaned
