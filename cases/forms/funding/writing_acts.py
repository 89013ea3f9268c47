"""The small forms around an application: a reason, a comment, what a review or a written answer says, two dates."""

from django import forms

from incubator.attachments import AttachmentMixin
from incubator.forms import Form


class ReasonForm(Form):
    """Why."""

    reason = forms.CharField(label="Por qué", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class SendBackForm(Form):
    """Why it goes back to draft."""

    reason = forms.CharField(label="Qué hay que cambiar", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class CommentForm(Form):
    """What somebody says of a field or of the whole."""

    text = forms.CharField(label="Comentario", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class SectionReviewForm(Form):
    """What somebody found in a section, as it stood."""

    is_fine = forms.ChoiceField(
        label="Qué le parece",
        choices=[("yes", "Está bien"), ("no", "Hay que cambiarla")],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label="Qué hay que cambiar",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Solo si hay que cambiarla.",
    )
    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)


class VerifiedForm(AttachmentMixin, Form):
    """The written answer to a condition."""

    meets = forms.ChoiceField(
        label="¿Se cumple?", choices=[("yes", "Sí, se cumple"), ("no", "No se cumple")], widget=forms.RadioSelect
    )
    text = forms.CharField(
        label="Qué se vio",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Qué documento o registro se miró, y qué dice. Sin datos de salud ni montos de deudas.",
    )
    on = forms.DateField(label="Qué día se vio")


class BetweenForm(Form):
    """Two days to compare."""

    since = forms.DateField(label="Lo que decía al terminar el día")
    until = forms.DateField(label="Comparado con el día")


class SheetConfirmationForm(AttachmentMixin, Form):
    """The sheet that the group signed under the exact text."""

    document_required = True
    on = forms.DateField(label="Qué día la firmaron")
