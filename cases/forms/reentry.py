"""Which of the people who were in a group before are in it again."""

from django import forms

from incubator import calendars
from incubator.forms import Form


class FormerMembersForm(Form):
    """Nobody is marked beforehand: each person says that she comes back."""

    people = forms.MultipleChoiceField(label="Quiénes vuelven", widget=forms.CheckboxSelectMultiple)
    since = forms.DateField(label="Desde el")

    def __init__(self, *args, offered, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = [(str(row.pk), _words(row)) for row in offered]
        self.fields["people"].error_messages["required"] = "Marque a quienes vuelven."
        self.fields["since"].initial = calendars.today


def _words(row):
    now = f". Hoy integra {', '.join(row.now_in)}, y ahí sigue" if row.now_in else ""
    return f"{row.who.name} (hasta el {row.last_day:%d-%m-%Y}){now}"
