"""The forms of the census import: the file, what each column means, and what to choose where a record disagrees."""

from django import forms

from cases.census.records import CensusReading, WhyIgnored
from cases.census.vocabulary import FIELDS, SENSITIVE_FIELDS
from incubator.forms import Form

LABELS = {
    "group": "Nombre del grupo",
    "formal": "Si el grupo está formalizado",
    "trade": "Rubro del grupo",
    "recorded_on": "Fecha del catastro",
    "members": "Cantidad de integrantes",
    "commune": "Comuna",
    "sector": "Sector o localidad",
    "rut": "RUN",
    "check_digit": "Dígito verificador",
    "name": "Nombre completo",
    "given_names": "Nombres",
    "surname_1": "Primer apellido, o los dos",
    "surname_2": "Segundo apellido",
    "sex": "Sexo registral",
    "birth_date": "Fecha de nacimiento",
    "disability": "Si declara discapacidad",
    "disability_kind": "Origen de la discapacidad",
    "rnd": "Registro Nacional de la Discapacidad",
    "carer": "Si cuida a otra persona",
    "phone": "Teléfono",
    "email": "Correo",
    "notes": "Notas",
}
NOT_READ = "No cargar"
KEEP, SHEET = "record", "sheet"
ACCEPT = ".xlsx,.xls,.xlsm,.ods,.csv,.tsv,.txt"


class UploadForm(Form):
    """A workbook for an incubator."""

    incubator = forms.ModelChoiceField(queryset=None, label="Incubadora", empty_label=None)
    file = forms.FileField(
        label="Planilla del catastro",
        help_text="Excel, OpenDocument o CSV, hasta 20 MB. Sirve tal como está: con títulos, totales o celdas unidas.",
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        error_messages={
            "required": "Elija la planilla del catastro.",
            "missing": "Elija la planilla del catastro.",
            "empty": "El archivo está vacío (0 bytes). Vuelva a descargarlo o a guardarlo y súbalo otra vez.",
        },
    )

    def __init__(self, *args, incubators, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["incubator"].queryset = incubators
        self.fields["incubator"].initial = incubators.first()
        if len(incubators) == 1:
            self.fields["incubator"].widget = forms.HiddenInput()


class ColumnsForm(Form):
    """What each column of the sheet means: one select per header that may be read."""

    def __init__(self, *args, reading: CensusReading, may_read_disability: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.columns = _columns(reading)
        choices = [("", NOT_READ)]
        choices += [(name, LABELS[name]) for name in FIELDS if may_read_disability or name not in SENSITIVE_FIELDS]
        for column in self.columns:
            if column["why"] in (WhyIgnored.DIAGNOSIS, WhyIgnored.NO_RIGHT):
                continue
            field = forms.ChoiceField(choices=choices, required=False, label=column["header"], initial=column["field"])
            self.fields[column["name"]] = field

    def rows(self):
        """Each column with its bound field, or the reason it has none."""
        return [
            column | {"bound": self[column["name"]] if column["name"] in self.fields else None}
            for column in self.columns
        ]

    def meanings(self) -> dict[str, str]:
        """The headers whose meaning was changed: header → field, empty when it is not to be read."""
        said = {column["name"]: column for column in self.columns if column["name"] in self.fields}
        changed = {name: value for name, value in self.cleaned_data.items() if value != said[name]["field"]}
        return {said[name]["header"]: value for name, value in changed.items()}

    def clean(self):
        """A field is read from one column; phones alone may stand in several."""
        cleaned = super().clean()
        seen: dict[str, str] = {}
        for name, value in list(cleaned.items()):
            if value and value != "phone" and value in seen:
                other = self.fields[seen[value]].label
                self.add_error(name, f"Ya se lee de «{other}». Deje una de las dos como «{NOT_READ}».")
            seen.setdefault(value, name)
        if "group" not in seen and self._had_group():
            self.add_error(None, "Diga en qué columna está el nombre del grupo.")
        return cleaned

    def _had_group(self):
        return any(column["field"] == "group" for column in self.columns)


class ChoicesForm(Form):
    """Where the records and the sheet disagree: keep what is held (as is) or take the sheet's."""

    def __init__(self, *args, conflicts, **kwargs):
        super().__init__(*args, **kwargs)
        self.conflicts = list(conflicts)
        for clash in self.conflicts:
            kept = f"Dejar la ficha: {clash.held_words}" if clash.held_words else "Dejar lo que dice la ficha"
            taken = f"Usar la planilla: {clash.said_words}" if clash.said_words else "Usar lo que dice la planilla"
            self.fields[clash.key] = forms.ChoiceField(
                label=clash.sentence, choices=[(KEEP, kept), (SHEET, taken)], initial=KEEP, widget=forms.RadioSelect
            )

    def taken(self) -> frozenset[str]:
        """The keys of the conflicts settled for the sheet."""
        return frozenset(key for key, answer in self.cleaned_data.items() if answer == SHEET)


def _columns(reading: CensusReading) -> list[dict]:
    """Every header once, in order, with its first values, the field it is read as and why it is not."""
    by_header = {header: name for name, header in reading.columns.items()}
    ignored = {item.header: item.why for item in reading.ignored}
    cells = [row.cells for row in reading.first_rows]
    columns, seen = [], set()
    for index, header in enumerate(cells[0] if cells else ()):
        if not header or header in seen:
            continue
        seen.add(header)
        why = ignored.get(header)
        spare = "phone" if why is None and header not in by_header else ""
        samples = [row[index] for row in cells[1:] if index < len(row) and row[index]][:3]
        field = by_header.get(header, spare)
        columns.append({"name": f"c{index}", "header": header, "field": field, "why": why, "samples": samples})
    return columns
