"""Take in what was sent: which group and person of the incubator it is, or new ones. What was typed comes written."""

from django import forms
from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q

from cases.forms.groups import ALIKE
from cases.forms.submissions import SubmissionForm
from cases.submission_words import ENDINGS, SubmissionKind, SubmissionState
from incubator import calendars, country
from incubator.enums import GROUP_KINDS
from incubator.forms import Form, as_kept_phone, as_kept_run
from incubator.models import Organization, Person
from incubator.people_forms import not_after_today
from incubator.text import fold

#: How many look-alikes are offered.
_MOST = 8
_NEW = {"required": False, "max_length": 120}


def groups_of(incubator):
    """The groups of the incubator: matching never looks outside it."""
    rows = Organization.objects.filter(incubator=incubator, kind__in=GROUP_KINDS, annulled_at__isnull=True)
    return rows.order_by("sort_key", "pk")


def people_like(incubator, name, phone, run=""):
    """People of the incubator of a similar name, of the same telephone or of the same RUN."""
    rows = Person.objects.current().filter(incubator=incubator)
    rows = rows.annotate(alike=TrigramSimilarity("name_folded", fold(name)))
    same = Q(alike__gte=ALIKE)
    if phone:
        same |= Q(phone=phone)
    if run:
        same |= Q(run=run)
    return rows.filter(same).order_by("-alike", "sort_key", "pk")[:_MOST]


class ContactForm(Form):
    """Somebody of the incubator, or a new person."""

    person = forms.ModelChoiceField(
        label="¿Quién es la persona de contacto?", queryset=Person.objects.none(), required=False,
        widget=forms.RadioSelect, empty_label="Una persona nueva", blank=True,
    )  # fmt: skip
    given_names = forms.CharField(label="Nombres", **_NEW)
    surname_1 = forms.CharField(label="Primer apellido", **_NEW)
    surname_2 = forms.CharField(label="Segundo apellido", **_NEW)
    run = forms.CharField(label="RUN", required=False, max_length=12, help_text="Solo si la persona se lo dijo.")
    phone = forms.CharField(label="Teléfono", required=False, max_length=30)
    email = forms.EmailField(label="Correo", required=False)

    #: What makes a new person.
    PERSON = ("given_names", "surname_1", "surname_2", "run", "phone", "email")

    def __init__(self, *args, submission, **kwargs):
        self.submission, self.incubator = submission, submission.call.incubator
        super().__init__(*args, **kwargs)
        given, first, second = split_name(submission.contact_name)
        told = {"given_names": given, "surname_1": first, "surname_2": second}
        for name, value in (told | {"phone": submission.phone, "email": submission.email}).items():
            self.fields[name].initial = value
        typed = country.parse_run(str(self.data.get("run", ""))) or "" if self.is_bound else ""
        phone = country.parse_phone(submission.phone) or ""
        self.alike = list(people_like(self.incubator, submission.contact_name, phone, typed))
        field = self.fields["person"]
        field.queryset = Person.objects.filter(pk__in=[person.pk for person in self.alike])
        field.label_from_instance = _person_words

    def clean_run(self):
        """The RUN as it is kept."""
        return as_kept_run(self.cleaned_data["run"])

    def clean_phone(self):
        """The telephone in E.164."""
        return as_kept_phone(self.cleaned_data["phone"])

    def clean(self):
        """A new person has a name, and nobody of the incubator has her RUN."""
        cleaned = super().clean()
        if cleaned.get("person"):
            return cleaned
        if not cleaned.get("given_names"):
            self.add_error("given_names", "Escriba los nombres, o elija a una persona de la lista.")
        run = cleaned.get("run")
        if run and Person.objects.current().filter(incubator=self.incubator, run=run).exists():
            self.add_error("person", "Ya hay una persona con ese RUN en la incubadora: elíjala en esta lista.")
        return cleaned

    def contact(self):
        """{contact} of somebody known, or {new_contact} of who is to be noted."""
        if self.cleaned_data.get("person"):
            return {"contact": self.cleaned_data["person"], "new_contact": None}
        return {"contact": None, "new_contact": {name: self.cleaned_data[name] for name in self.PERSON}}


class IntakeForm(ContactForm):
    """A group's request becomes a case that applies."""

    organization = forms.ModelChoiceField(
        label="¿Qué grupo es?", queryset=Organization.objects.none(), required=False,
        empty_label="Un grupo nuevo, con el nombre de abajo",
    )  # fmt: skip
    name = forms.CharField(label="Nombre del grupo nuevo", max_length=200, required=False)
    interested = forms.IntegerField(label="Personas interesadas", min_value=1, max_value=500)
    idea = forms.CharField(
        label="Idea, como la leerán quienes evalúan",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Quite nombres y teléfonos: se evalúa sin saber de quién es.",
    )
    joins = forms.BooleanField(
        label="La persona de contacto integra el grupo desde el día en que se recibió", required=False, initial=True
    )

    def __init__(self, *args, submission, **kwargs):
        super().__init__(*args, submission=submission, **kwargs)
        self.fields["organization"].queryset = groups_of(self.incubator)
        for name, value in (("name", submission.group_name), ("interested", submission.interested)):
            self.fields[name].initial = value
        self.fields["idea"].initial = submission.idea
        self.order_fields(["organization", "name", "interested", "idea", "person"])
        similar = TrigramSimilarity("name_folded", fold(submission.group_name))
        rows = groups_of(self.incubator).annotate(alike=similar).filter(alike__gte=ALIKE)
        self.groups_alike = list(rows.order_by("-alike", "sort_key")[:_MOST])

    def clean(self):
        """A new group has a name that no other of the incubator has."""
        cleaned = super().clean()
        if not cleaned.get("organization"):
            name = fold(cleaned.get("name") or "")
            if not name:
                self.add_error("name", "Escriba el nombre del grupo, o elija uno de la incubadora.")
            elif groups_of(self.incubator).filter(name_folded=name).exists():
                self.add_error("organization", "Ya hay un grupo con ese nombre en la incubadora: elíjalo aquí.")
        return cleaned

    def values(self):
        """What the service takes."""
        said = self.cleaned_data
        new = None if said["organization"] else {"name": said["name"]}
        told = {name: said[name] for name in ("organization", "interested", "idea", "joins")}
        return told | {"new_group": new} | self.contact()


class PlaceForm(ContactForm):
    """A person who applied by herself finds a group."""

    organization = forms.ModelChoiceField(label="¿En qué grupo queda?", queryset=Organization.objects.none())

    def __init__(self, *args, submission, **kwargs):
        super().__init__(*args, submission=submission, **kwargs)
        self.fields["organization"].queryset = groups_of(self.incubator)
        self.fields["person"].label = "¿Quién es la persona?"
        self.order_fields(["organization", "person"])
        self.groups_alike = []

    def values(self):
        """What the service takes."""
        contact = self.contact()
        return {
            "organization": self.cleaned_data["organization"],
            "person": contact["contact"],
            "new_person": contact["new_contact"],
        }


class SettleForm(Form):
    """How a request ends without being taken in, and why."""

    state = forms.ChoiceField(label="Cómo termina", widget=forms.RadioSelect)
    note = forms.CharField(label="Motivo, o dónde se derivó", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, submission, **kwargs):
        super().__init__(*args, **kwargs)
        choices = ENDINGS[SubmissionKind(submission.kind)]
        self.fields["state"].choices = [(state.value, SubmissionState(state).label) for state in choices]


class CounterForm(SubmissionForm):
    """The same questions, asked by an officer at the counter or by telephone."""

    received_on = forms.DateField(
        label="Se recibió el", validators=[not_after_today], help_text="Si llegó en papel, el día que dice su timbre."
    )

    def __init__(self, *args, officer, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["website"]
        self.fields["received_on"].initial = calendars.today
        self.fields["helper_name"].initial = officer.full_name
        self.fields["helper_channel"].initial = "office"
        self.fields["informed"].label = "Le leí a la persona para qué se usan estos datos"
        self.order_fields(["received_on"])


def split_name(typed):
    """(given names, first surname, second surname) as they seem to be: somebody reads them before they are kept."""
    words = typed.split()
    if len(words) >= 3:
        return " ".join(words[:-2]), words[-2], words[-1]
    return (words[0], words[1] if len(words) == 2 else "", "") if words else ("", "", "")


def _person_words(person):
    return f"{person.name}, RUN {country.mask_run(person.run)}" if person.run else f"{person.name}, sin RUN"
