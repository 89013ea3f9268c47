"""A file of calls, or of results that a fund published, and for whom it is read."""

from django import forms

from cases.services.funding.exchange import READABLE
from incubator.files import SUFFIXES
from incubator.forms import Form

_ACCEPT = ",".join(sorted({SUFFIXES[kind] for kind in READABLE} | {".tsv", ".txt"}))
_EMPTY = {
    "required": "Elija el archivo.",
    "missing": "Elija el archivo.",
    "empty": "El archivo está vacío: elija otro.",
}


class _FileForm(Form):
    place = forms.ChoiceField(label="Para")
    file = forms.FileField(
        label="Archivo",
        help_text="Excel, OpenDocument, CSV o JSON, hasta 20 MB.",
        widget=forms.FileInput(attrs={"accept": _ACCEPT}),
        error_messages=_EMPTY,
    )

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = places
        self.fields["place"].choices = [(str(n), _named(*place)) for n, place in enumerate(places)]
        if len(places) == 1:
            self.fields["place"].initial = "0"
            self.fields["place"].widget = forms.HiddenInput()

    def chosen(self):
        """(agreement, incubator or none) for whom the file is read."""
        return self.places[int(self.cleaned_data["place"])]


class CallsFileForm(_FileForm):
    """A workbook or a JSON of calls."""


class ResultsFileForm(_FileForm):
    """Awards that a fund published."""

    funder = forms.CharField(
        label="Quién financia",
        required=False,
        max_length=200,
        help_text="Solo si el archivo no lo dice en una columna.",
    )


def _named(agreement, incubator):
    return f"{incubator} · {agreement}" if incubator else f"{agreement}"
