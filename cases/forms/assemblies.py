"""The forms that prepare a meeting and call it: day and place, agenda, supports, and the notices that went out."""

from django import forms
from django.core.exceptions import ValidationError

from cases.assemblies.life import AssemblyKind, Letter, Medium, NoticeChannel, Topic
from incubator.enums import SupportKind
from incubator.forms import Form
from incubator.models import Commune
from incubator.people_forms import not_after_today

#: The letters that a special junta is called for, and «another matter».
_LETTERS = [("", "Ninguna o no sé"), *Letter.choices]


class PlanForm(Form):
    """When and where, who calls, which supports are offered."""

    meets_on = forms.DateField(label="Día de la junta")
    starts_at = forms.TimeField(label="Hora", required=False)
    second_call_at = forms.TimeField(
        label="Segunda citación", required=False, help_text="La hora, si los estatutos la permiten el mismo día."
    )
    place = forms.CharField(label="Lugar", max_length=200, required=False, help_text="Con acceso sin peldaños.")
    commune = forms.ModelChoiceField(label="Comuna", queryset=Commune.objects.none(), required=False)
    convener = forms.CharField(
        label="Quién cita", max_length=200, required=False, help_text="Por ejemplo: el consejo de administración."
    )
    supports = forms.MultipleChoiceField(
        label="Apoyos que se ofrecen",
        choices=SupportKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Van en la citación. Nadie tiene que explicar por qué los pide.",
    )
    organizers = forms.MultipleChoiceField(
        label="Comité organizador", required=False, widget=forms.CheckboxSelectMultiple, help_text="Quienes citan."
    )

    def __init__(self, *args, kind, people, communes, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        self.fields["commune"].queryset = communes
        self.fields["organizers"].choices = [(pk, person.name) for pk, person in self.people.items()]
        if kind != AssemblyKind.FOUNDING:
            del self.fields["organizers"]
        if kind == AssemblyKind.BOARD:
            del self.fields["second_call_at"]
            self.fields["meets_on"].label = "Día de la sesión"

    def facts(self):
        """What the service takes beside the agenda."""
        said = dict(self.cleaned_data)
        chosen = said.pop("organizers", [])
        return said | {"organizers": [self.people[pk] for pk in chosen]}


class AgendaRow(Form):
    """A matter of the agenda."""

    matter = forms.CharField(label="Materia", max_length=300)
    letter = forms.ChoiceField(label="Letra del artículo 23", choices=_LETTERS, required=False)
    specially_called = forms.BooleanField(label="La junta se cita para esta materia", required=False)
    touches = forms.MultipleChoiceField(
        label="Si reforma los estatutos, qué más cambia",
        choices=[(letter.value, letter.label) for letter in Letter if letter.value in "jklmn"],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    topic = forms.ChoiceField(choices=Topic.choices, required=False, widget=forms.HiddenInput)

    def __init__(self, *args, kind=AssemblyKind.SPECIAL, **kwargs):
        super().__init__(*args, **kwargs)
        if kind in (AssemblyKind.FOUNDING, AssemblyKind.BOARD):
            for name in ("letter", "specially_called", "touches"):
                del self.fields[name]
        if kind == AssemblyKind.ORDINARY:
            del self.fields["touches"]

    def has_changed(self):
        """A row without a matter was emptied: it is left out."""
        typed = self.data.get(self.add_prefix("matter"), "") if self.is_bound else ""
        return bool(typed.strip())

    def clean_topic(self):
        """A matter that somebody wrote is another one."""
        return self.cleaned_data.get("topic") or Topic.OTHER


class NoticesForm(Form):
    """Notices that went out: the same day and channel for the people marked; or the one in a medium."""

    people = forms.MultipleChoiceField(
        label="A quiénes", required=False, widget=forms.CheckboxSelectMultiple, help_text="Marque solo a quien se citó."
    )
    channel = forms.ChoiceField(
        label="Cómo se envió",
        choices=[("", "Elija cómo"), *NoticeChannel.choices],
        required=False,
        help_text="La ley admite correo postal o correo electrónico registrado. Lo demás se suma y no reemplaza.",
    )
    sent_on = forms.DateField(label="Enviada el", required=False, validators=[not_after_today])
    proof = forms.CharField(
        label="Con qué se prueba", max_length=200, required=False, help_text="Comprobante de correos, correo enviado…"
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.known = {str(person.pk): person for person in people}
        self.fields["people"].choices = [(pk, person.name) for pk, person in self.known.items()]

    def clean(self):
        """People go with a day and a channel."""
        cleaned = super().clean()
        if not cleaned.get("people"):
            raise ValidationError("Marque a quiénes se citó.")
        for name, sentence in (("channel", "Elija cómo se envió."), ("sent_on", "Escriba el día del envío.")):
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        return cleaned

    def facts(self):
        """What the service takes."""
        said = dict(self.cleaned_data)
        return said | {"people": [self.known[pk] for pk in said["people"]]}


class MediumForm(Form):
    """The notice in a medium."""

    medium = forms.ChoiceField(label="Medio", choices=[("", "Elija el medio"), *Medium.choices])
    medium_name = forms.CharField(label="Nombre del medio", max_length=120)
    published_on = forms.DateField(label="Publicado el", validators=[not_after_today])


class ReasonForm(Form):
    """Why a meeting was not held."""

    reason = forms.CharField(
        label="Por qué no se hizo", max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Por ejemplo: no llegó el quórum.",
    )  # fmt: skip
