"""Who answers for an application that left its case, and what its move asked for."""

from django import forms

from cases.rules.funding import keepers_in
from incubator.forms import Form


class KeeperForm(Form):
    """Somebody of the same place who records what the funds say."""

    keeper = forms.ModelChoiceField(label="Quién queda a cargo", queryset=None, empty_label="Elija una persona")

    def __init__(self, *args, place, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["keeper"].queryset = keepers_in(place, on)
        self.fields["keeper"].label_from_instance = lambda user: user.full_name


class SettleForm(Form):
    """How the agency was told, or what was seen of an inherited draft."""

    note = forms.CharField(label="Nota", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, went, **kwargs):
        super().__init__(*args, **kwargs)
        if went:
            self.fields["note"].label = "Cómo se avisó"
            self.fields["note"].required = True
            self.fields["note"].help_text = "Por ejemplo: correo a la encargada del fondo, con el acta del traslado."
            self.fields["note"].error_messages["required"] = "Escriba cómo se avisó."
