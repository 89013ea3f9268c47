"""The form of a day worked, or not, against the calendar."""

from django import forms

from incubator.forms import DateInput, Form


class ExceptionForm(Form):
    """A day, whether it is worked, and the act that says so."""

    day = forms.DateField(label="Día", widget=DateInput)
    is_working = forms.TypedChoiceField(
        label="Ese día",
        choices=[("no", "No se trabaja"), ("yes", "Se trabaja")],
        initial="no",
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label="Motivo", max_length=200, help_text="Anote el acto o la ley que lo dispone.")
