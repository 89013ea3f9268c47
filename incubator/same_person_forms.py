"""The forms about records that may be one person. They validate shape; services write."""

from django import forms

from incubator.forms import Form

_HELP = "No anote datos de salud ni de discapacidad."


class MergeForm(Form):
    """Which of the two records stays, and why they are one person."""

    kept = forms.TypedChoiceField(label="Queda el registro de", coerce=int, widget=forms.RadioSelect)
    reason = forms.CharField(label="¿Cómo sabe que es la misma persona?", max_length=300, help_text=_HELP)

    def __init__(self, *args, pair, **kwargs):
        super().__init__(*args, **kwargs)
        self.pair = pair
        self.fields["kept"].choices = [(person.pk, f"{person.name} (registro {person.pk})") for person in pair]
        with_run = [person for person in pair if person.run]
        self.fields["kept"].initial = min(with_run or pair, key=lambda person: person.pk).pk

    def chosen(self):
        """(kept, redirected) as the person said."""
        first, second = self.pair
        return (first, second) if self.cleaned_data["kept"] == first.pk else (second, first)


class ReasonForm(Form):
    """Why: for «son distintas» and for undoing."""

    reason = forms.CharField(label="¿Cómo lo sabe?", max_length=300, help_text=_HELP)

    def __init__(self, *args, label="", **kwargs):
        super().__init__(*args, **kwargs)
        if label:
            self.fields["reason"].label = label


class TalkForm(Form):
    """«Conversado», with a note that the other office reads too."""

    note = forms.CharField(
        label="Nota para las dos incubadoras",
        required=False,
        max_length=200,
        help_text="Sin nombres, RUN, teléfonos ni correos: la leen las dos.",
    )
