"""What the document of an act holds: what is copied from it, and what is looked for."""

from django import forms

from cases.formalization.life import LegalEventKind
from cases.law import contents
from cases.models import ActContent
from incubator import calendars
from incubator.forms import Form
from incubator.models import Commune
from incubator.people_forms import not_after_today

K = LegalEventKind
_DEED = ("notary_name", "notary_domicile", "repertory")
_ENTRY = ("registrar_commune", "folio", "entry_number", "entry_year")
#: Act → what is copied from its document.
DATA = {
    K.DEED: (*_DEED, "drafting_lawyer", "founders_count", "domicile_commune"),
    K.CURE_DEED: _DEED,
    K.REFORM_DEED: _DEED,
    K.EXTRACT: ("subscribed_uf", "paid_uf"),
    K.REGISTRY_ENTRY: _ENTRY,
    K.CURE_ENTRY: _ENTRY,
    K.REFORM_ENTRY: _ENTRY,
    K.PUBLICATION: ("cve",),
    K.CURE_PUBLICATION: ("cve",),
    K.REFORM_PUBLICATION: ("cve",),
}
_HELP = {
    "founders_count": "Las que nombra la escritura.",
    "domicile_commune": "La del domicilio de la cooperativa en los estatutos: dice qué Conservador es.",
    "registrar_commune": "Donde está el Conservador. Puede atender varias comunas.",
    "subscribed_uf": "En UF del día de la escritura, sin decimales: dice si la publicación se paga.",
    "repertory": "Número y año, como está en la escritura.",
}
_COMMUNES = ("domicile_commune", "registrar_commune")
_NUMBERS = ("founders_count", "entry_year", "subscribed_uf", "paid_uf")


def _field(name):
    model = ActContent._meta.get_field(name)
    label = str(model.verbose_name)
    said = {"label": label[0].upper() + label[1:], "help_text": _HELP.get(name, ""), "required": False}
    if name in _COMMUNES:
        return forms.ModelChoiceField(Commune.objects.order_by("name"), empty_label="Sin registrar", **said)
    if name in _NUMBERS:
        return forms.IntegerField(min_value=0, max_value=9_999_999 if name.endswith("_uf") else 32_000, **said)
    return forms.CharField(max_length=model.max_length, **said)


class ContentForm(Form):
    """What the document of an act holds: its data, and for each thing the law asks whether it is there."""

    on = forms.DateField(label="Fecha de la lectura", validators=[not_after_today])

    def __init__(self, *args, event, reading=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.event = event
        self.fields["on"].initial = calendars.today
        self.names = DATA.get(event.kind, ())
        for name in self.names:
            self.fields[name] = _field(name)
            self.fields[name].initial = getattr(reading, name, None)
        said = reading.items if reading else {}
        self.items = contents.CONTENTS.get(event.kind, ())
        for item in self.items:
            self.fields[_name(item)] = forms.ChoiceField(
                label=item.label,
                choices=[*item.words, ("", "No se miró")],
                required=False,
                initial=said.get(item.key, ""),
                widget=forms.RadioSelect,
            )

    @property
    def data_fields(self):
        """What is copied."""
        return [self[name] for name in self.names]

    @property
    def item_fields(self):
        """What is looked for."""
        return [self[_name(item)] for item in self.items]

    def values(self):
        """What the service takes."""
        cleaned = self.cleaned_data
        said = {item.key: cleaned.get(_name(item), "") for item in self.items}
        data = {name: cleaned.get(name) for name in self.names if cleaned.get(name) not in (None, "")}
        return {"on": cleaned["on"], "items": said, **data}


def _name(item):
    return "item_" + item.key.replace(".", "_")
