"""What the forms of every meeting share: day, hours, place, marks of attendance, repeated rows and received files."""

import uuid

from django import forms
from django.forms.utils import ErrorDict, ErrorList

from incubator import calendars, files
from incubator.enums import AttendanceMark, EvidenceKind, Modality, SupportKind
from incubator.files import FileRefusedError
from incubator.forms import DATE_FORMATS, Form
from incubator.models import Evidence, User
from incubator.services import meetings
from incubator.services.evidence import keep

MARK = "mark_"
#: Files that may come back through a hidden field: what somebody uploads with a meeting.
_KINDS = (EvidenceKind.ATTENDANCE_SHEET, EvidenceKind.PHOTO)


class MeetingForm(Form):
    """When, how, where and about what people met, with a photo of the sheet."""

    entry = forms.CharField(widget=forms.HiddenInput, required=False, max_length=32)
    held_on = forms.DateField(label="Fecha")
    starts_at = forms.TimeField(label="Desde")
    ends_at = forms.TimeField(label="Hasta")
    modality = forms.ChoiceField(
        label="Modalidad", choices=Modality, widget=forms.RadioSelect, initial=Modality.IN_PERSON
    )
    place = forms.CharField(label="Lugar", max_length=200, required=False)
    conducted_by = forms.ModelChoiceField(label="A cargo de", queryset=None, empty_label=None)
    topic = forms.CharField(label="Tema", max_length=300)
    notes = forms.CharField(label="Notas", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    photo = forms.FileField(
        label="Foto de la lista o documento",
        required=False,
        help_text="JPG, PNG o PDF, hasta 20 MB. Las fotos se muestran sin su ubicación.",
        widget=forms.FileInput(attrs={"accept": files.ACCEPT}),
    )

    def __init__(self, *args, user, incubator, day, **kwargs):
        self.user, self.incubator, self.day = user, incubator, day
        initial = {"held_on": day, "entry": uuid.uuid4().hex, "conducted_by": user.pk}
        kwargs["initial"] = initial | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        known = User.objects.filter(pk__in={user.pk, self.initial["conducted_by"]})
        self.fields["conducted_by"].queryset = meetings.conductors(incubator, day) | known

    def clean(self):
        """The hours the right way round, and no day to come: said beside their fields."""
        cleaned = super().clean()
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", "La hora de término debe ser posterior a la de inicio.")
        if cleaned.get("held_on") and cleaned["held_on"] > calendars.today():
            self.add_error("held_on", "La fecha no puede ser posterior a hoy.")
        return cleaned

    def details(self):
        """What `meetings.hold` and `meetings.correct` take as fields."""
        names = ("held_on", "starts_at", "ends_at", "modality", "place", "conducted_by", "topic", "notes", "next_on")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}


class MarksMixin:
    """One question per person: how she took part that day. Put it before MeetingForm."""

    def __init__(self, *args, people=(), marks=None, **kwargs):
        self.people = [person_id for person_id, _ in people]
        super().__init__(*args, **kwargs)
        for person_id, name in people:
            self.fields[f"{MARK}{person_id}"] = forms.ChoiceField(
                label=name,
                choices=AttendanceMark,
                widget=forms.RadioSelect,
                initial=(marks or {}).get(person_id),
                error_messages={"required": "Marque cómo participó."},
            )

    def mark_fields(self, person_ids=None):
        """The bound questions, of everybody or of some."""
        return [self[f"{MARK}{person_id}"] for person_id in (self.people if person_ids is None else person_ids)]

    def marks(self):
        """{person_id: AttendanceMark}."""
        return {person_id: self.cleaned_data[f"{MARK}{person_id}"] for person_id in self.people}


class Rows(forms.BaseFormSet):
    """Repeated rows, any of which may be left empty."""

    def initial_form_count(self):
        """None of the rows is there to stay: an emptied one is simply left out."""
        return 0 if not self.is_bound else super().initial_form_count()

    def quiet(self):
        """Show what was typed without judging it."""
        self._errors, self._non_form_errors = [ErrorDict() for _ in self.forms], ErrorList()
        for form in self.forms:
            form._errors = ErrorDict()

    def filled(self):
        """The rows somebody wrote in."""
        return [row for row in self.cleaned_data if row]


class CommitmentRow(Form):
    """What was agreed, who does it and by when."""

    what = forms.CharField(label="Qué se acordó", max_length=300)
    who = forms.CharField(label="Quién lo hará", max_length=200, required=False)
    due_on = forms.DateField(label="Para cuándo", required=False)


class SupportRow(Form):
    """Supports of one kind in total."""

    kind = forms.ChoiceField(label="Apoyo", choices=[("", "Elija un apoyo"), *SupportKind.choices])
    requested = forms.IntegerField(label="Pedidos", min_value=0, max_value=500, required=False)
    given = forms.IntegerField(label="Entregados", min_value=0, max_value=500, required=False)
    cost = forms.IntegerField(label="Costo total en pesos", min_value=0, max_value=100_000_000, required=False)


class GivenRow(Form):
    """A support one person received."""

    person = forms.TypedChoiceField(label="Persona", coerce=int)
    kind = forms.ChoiceField(label="Apoyo", choices=[("", "Elija un apoyo"), *SupportKind.choices])

    def __init__(self, *args, people=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "Elija a la persona"), *people]


def rows_of(row_class, prefix, data, *, initial=(), extra=1, **form_kwargs):
    """A formset of rows: as typed when there is data, else the initial ones and some empty ones."""
    factory = forms.formset_factory(row_class, formset=Rows, extra=len(initial) + extra, max_num=60, absolute_max=80)
    if data is not None and f"{prefix}-TOTAL_FORMS" in data:
        return factory(data, prefix=prefix, form_kwargs=form_kwargs)
    return factory(prefix=prefix, initial=list(initial), form_kwargs=form_kwargs)


_DAY = forms.DateField(input_formats=DATE_FORMATS)


def day_of(data, otherwise):
    """The day somebody typed, or another when it cannot be read or is still to come."""
    try:
        day = _DAY.clean(data.get("held_on")) if data is not None else otherwise
    except forms.ValidationError:
        return otherwise
    return min(day, otherwise)


def sheet_day(text, otherwise):
    """The day of a sheet to print, to come too; today when none is said, None when it cannot be read."""
    try:
        return _DAY.clean(text) if text else otherwise
    except forms.ValidationError:
        return None


def received(user, incubator, data):
    """The files already received with this form, by the hidden ids that came back: the user's own, of here."""
    ids = [value for value in (data.getlist("kept") if data is not None else []) if value.isdigit()]
    if not ids:
        return []
    return list(
        Evidence.objects.filter(pk__in=ids, uploaded_by=user, incubator=incubator, kind__in=_KINDS).order_by("pk")
    )


def receive(form, upload, incubator):
    """Keep what was just uploaded, valid form or not; a file that cannot be kept is an error of its field."""
    kind = EvidenceKind.ATTENDANCE_SHEET
    try:
        return keep(by=form.user, upload=upload, incubator=incubator, on=calendars.today(), kind=kind)
    except FileRefusedError as error:
        form.add_error("photo", error)
    return None
