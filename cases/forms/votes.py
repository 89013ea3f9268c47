"""The forms of «Quórum y votos», for everybody: nothing of them is kept."""

from django import forms

from cases.assemblies.life import Letter
from incubator.forms import Form

_MOST = 100_000


class VotesForm(Form):
    """How many came, which matter, how many in favour."""

    n = forms.IntegerField(
        label="Personas presentes o representadas",
        min_value=1,
        max_value=_MOST,
        help_text="Cuente también a quienes se abstienen.",
    )
    integrantes = forms.IntegerField(
        label="Integrantes que tiene la cooperativa", min_value=1, max_value=_MOST, required=False
    )
    segunda = forms.BooleanField(label="Es la segunda citación", required=False)
    letra = forms.ChoiceField(label="Materia", choices=[("", "Elija la materia"), *Letter.choices])
    favor = forms.IntegerField(label="Votos a favor", min_value=0, max_value=_MOST)
    citada = forms.BooleanField(label="La junta se citó para esta materia", required=False)
    constitutiva = forms.BooleanField(label="Es la junta constitutiva", required=False)

    def clean(self):
        """Nobody votes twice, and nobody comes who is not a member."""
        cleaned = super().clean()
        n, favor, members = (cleaned.get(name) for name in ("n", "favor", "integrantes"))
        if n is not None and favor is not None and favor > n:
            self.add_error("favor", f"Escriba {n} o menos: son las personas que hay.")
        if n is not None and members is not None and n > members:
            self.add_error("n", f"Escriba {members} o menos: son las que tiene la cooperativa.")
        return cleaned


class ProxiesForm(Form):
    """How many proxies one person may hold."""

    asisten = forms.IntegerField(
        label="Personas presentes o representadas", min_value=1, max_value=_MOST, help_text="Con los poderes que valen."
    )
    lleva = forms.IntegerField(label="Poderes que lleva una persona", min_value=0, max_value=_MOST, initial=1)
    especial = forms.BooleanField(
        label="Es una cooperativa especial agrícola o de abastecimiento de energía", required=False
    )


class NoticeForm(Form):
    """The day of the meeting."""

    junta = forms.DateField(label="Día de la junta")
