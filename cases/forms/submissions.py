"""What somebody writes to apply: short, without disability and without anybody's RUN."""

import re

from django import forms

from cases.submission_codes import TAIL, tail_of
from cases.submission_words import HelpChannel, SubmissionKind
from incubator.enums import SupportKind
from incubator.forms import Form

#: Something written as a RUN is: it is not asked, and it is not kept.
_RUN = re.compile(r"(?<![\d.])\d{1,2}\.?\d{3}\.?\d{3}\s?-\s?[\dkK](?![\w])")
_PHONE_FIGURES = 8
NO_RUN = "No escriba el RUN de nadie: aquí no lo pedimos."


class SubmissionForm(Form):
    """One page. `website` is for machines: a person does not see it."""

    kind = forms.ChoiceField(
        label="¿Quién postula?", choices=SubmissionKind, widget=forms.RadioSelect, initial=SubmissionKind.GROUP
    )
    group_name = forms.CharField(
        label="Nombre del grupo", max_length=200, required=False, help_text="Si postula sola o solo, déjelo en blanco."
    )
    interested = forms.IntegerField(
        label="¿Cuántas personas quieren participar?", min_value=1, max_value=500, initial=1,
        help_text="Cuente también a quien escribe.",
    )  # fmt: skip
    contact_name = forms.CharField(label="Nombre de la persona que podemos llamar", max_length=200)
    phone = forms.CharField(
        label="Teléfono",
        max_length=30,
        help_text="Para avisarle. Con sus últimos cuatro números podrá ver cómo va su postulación.",
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )
    email = forms.EmailField(
        label="Correo", required=False, help_text="Si lo escribe, le enviaremos el comprobante.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )  # fmt: skip
    place = forms.CharField(label="Localidad, población o sector", max_length=120, required=False)
    idea = forms.CharField(
        label="¿Qué hacen o qué les gustaría hacer?",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Bastan dos o tres frases. No escriba nombres ni datos de salud.",
    )
    supports = forms.MultipleChoiceField(
        label="¿Qué apoyos se necesitan para participar en el proceso?",
        choices=SupportKind,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="En total, sin decir de quién. Sirven para preparar las reuniones y no cambian el puntaje.",
    )
    helper_name = forms.CharField(
        label="Nombre de quien le ayuda a llenar esta hoja", max_length=200, required=False,
        help_text="Solo si alguien le ayuda.",
    )  # fmt: skip
    helper_channel = forms.ChoiceField(
        label="¿Cómo le ayuda?", choices=[("", "Nadie me ayuda"), *HelpChannel.choices], required=False
    )
    used = forms.MultipleChoiceField(
        label="¿Qué apoyos usó para llenar esta hoja?",
        choices=SupportKind,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    informed = forms.BooleanField(label="Leí, o me leyeron, para qué se usan estos datos")
    website = forms.CharField(label="Deje este espacio en blanco", required=False, max_length=200)

    #: What the service keeps.
    TYPED = (
        "kind", "group_name", "interested", "contact_name", "phone", "email", "place", "idea", "helper_name",
        "helper_channel",
    )  # fmt: skip

    def clean_phone(self):
        """Enough figures to call."""
        phone = self.cleaned_data["phone"]
        if sum(letter.isdigit() for letter in phone) < _PHONE_FIGURES:
            raise forms.ValidationError("Escriba el teléfono completo, por ejemplo 9 1234 5678.")
        return phone

    def clean_website(self):
        """A machine fills every box."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError("Deje este espacio en blanco y vuelva a enviar.")
        return ""

    def clean(self):
        """A group has a name; whoever helps says how; nobody's RUN is kept."""
        cleaned = super().clean()
        if cleaned.get("kind") == SubmissionKind.GROUP and "group_name" in cleaned and not cleaned["group_name"]:
            self.add_error("group_name", "Escriba cómo se llama el grupo, aunque sea por ahora.")
        if cleaned.get("kind") == SubmissionKind.PERSON:
            cleaned["interested"] = 1
        if cleaned.get("helper_name") and not cleaned.get("helper_channel"):
            self.add_error("helper_channel", "Diga cómo le ayuda esa persona.")
        if cleaned.get("helper_channel") and not cleaned.get("helper_name"):
            self.add_error("helper_name", "Escriba el nombre de quien le ayuda.")
        for name in ("group_name", "contact_name", "place", "idea", "helper_name"):
            if _RUN.search(cleaned.get(name) or ""):
                self.add_error(name, NO_RUN)
        return cleaned

    def values(self):
        """What the service takes, as it was typed."""
        typed = {name: self.cleaned_data[name] for name in self.TYPED}
        return typed | {"supports": self.cleaned_data["supports"], "used": self.cleaned_data["used"]}

    def said(self):
        """(question, answer) of what was written, to review before sending."""
        labels = dict(SupportKind.choices)
        shown = []
        for name in (*self.TYPED, "supports", "used"):
            value = self.cleaned_data[name]
            if name in ("supports", "used"):
                value = ", ".join(labels[item] for item in value)
            elif name in ("kind", "helper_channel"):
                value = dict(self.fields[name].choices).get(value, "") if value else ""
            if value not in ("", None):
                shown.append((self.fields[name].label, value))
        return shown


class StatusForm(Form):
    """The code of a receipt and the last figures of the telephone that was written."""

    code = forms.CharField(
        label="Código del comprobante", max_length=30, help_text="Diez letras y números, como 7QF4M-2KD9X.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )  # fmt: skip
    tail = forms.CharField(
        label="Últimos cuatro números del teléfono",
        max_length=8,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )

    def clean_tail(self):
        """Four figures."""
        tail = self.cleaned_data["tail"]
        if len(tail_of(tail)) != TAIL:
            raise forms.ValidationError("Escriba los cuatro últimos números.")
        return tail
