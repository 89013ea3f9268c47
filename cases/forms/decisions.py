"""The forms of what is told and answered: the notice of a letter, an appeal, and its decision."""

from django import forms

from cases.enums import AppealChannel, AppealOutcome
from incubator import calendars
from incubator.attachments import AttachmentMixin
from incubator.forms import Form


class _DatedForm(Form):
    on = forms.DateField(label="Fecha")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = calendars.today


class NoticeForm(_DatedForm):
    """The day a letter reached the group, and how."""

    channel = forms.ChoiceField(label="Cómo la recibió el grupo", choices=[("", "Elija una"), *AppealChannel.choices])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].label = "Día en que el grupo recibió la carta"
        self.order_fields(["on", "channel"])


class AppealForm(AttachmentMixin, _DatedForm):
    """What the group asks, as it came."""

    channel = forms.ChoiceField(label="Cómo llegó", choices=AppealChannel, widget=forms.RadioSelect)
    text = forms.CharField(
        label="Qué dice la apelación",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Con las palabras del grupo. No escriba diagnósticos.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].label = "Día en que llegó"
        self.fields["document_file"].label = "La apelación firmada, si viene escrita"
        self.order_fields(["on", "channel", "text", "document_file", "document_kept"])


class DecisionForm(AttachmentMixin, _DatedForm):
    """How an appeal was decided, and its act."""

    outcome = forms.ChoiceField(label="Decisión", choices=AppealOutcome, widget=forms.RadioSelect)
    grounds = forms.CharField(
        label="Por qué",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Se copia en la carta que recibe el grupo: escriba en palabras simples.",
    )
    act = forms.CharField(label="Acto que decide", max_length=200, help_text="Por ejemplo, Resolución N.º 12.")
    superior = forms.CharField(
        label="Autoridad superior que decidió",
        required=False,
        max_length=200,
        help_text="Solo cuando no decide usted. En ese caso adjunte su acto.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].label = "Fecha de la decisión"
        self.fields["document_file"].label = "Documento del acto"
        self.order_fields(["outcome", "grounds", "act", "on", "superior", "document_file", "document_kept"])
