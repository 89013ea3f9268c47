"""The forms of the books: open them, subscribe and pay, transfer, give back, and the seats."""

from datetime import timedelta

from django import forms

from cases.books.kinds import Body, Office, SeatEnd
from cases.services.books import Entry, Line
from incubator import calendars, masking, same_person
from incubator.attachments import AttachmentMixin
from incubator.forms import Form
from incubator.models import Person
from incubator.people_forms import not_after_today
from incubator.text import thousands

_MOST = 100_000_000
#: What is asked first in the forms of one act; the others follow, and lines of a table after them.
_ORDER = (
    "person", "counterpart", "count", "value", "on", "agreement", "document_file", "document_kept", "verified"
)  # fmt: skip
_VERIFIED = "Ya lo verificamos con los estatutos o con ayuda legal, y se anota igual"


def _whole(label, *, least=0, required=False, **kwargs):
    return forms.IntegerField(label=label, required=required, min_value=least, max_value=_MOST, **kwargs)


class DayMixin(forms.Form):
    """The day of the act, today unless another one is said."""

    on = forms.DateField(label="Fecha", validators=[not_after_today], help_text="La del acuerdo o del pago.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = calendars.today


class ActMixin(AttachmentMixin, DayMixin):
    """The day, the agreement and the document of an act of the book."""

    agreement = forms.CharField(
        label="Acuerdo o documento",
        required=False,
        max_length=200,
        help_text="Por ejemplo: acta del consejo N.º 4, del 12-08-2021. No anote datos de salud.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields(_ORDER)

    def about(self):
        """The day and the agreement, as the services take them."""
        return {"on": self.cleaned_data["on"], "agreement": self.cleaned_data["agreement"]}


class VerifiedMixin(forms.Form):
    """What the law leaves open is written once somebody verified."""

    verified = forms.BooleanField(
        label=_VERIFIED, required=False, help_text="Márquelo solo si al guardar apareció un aviso que lo pide."
    )


class PersonMixin(forms.Form):
    """One of the people of the register. `rows`: those that may be chosen."""

    person = forms.ChoiceField(label="Integrante", choices=())

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "Elija"), *((row.person_id, _said(row)) for row in rows)]

    def chosen(self, name="person"):
        """The record of whom was chosen."""
        return Person.objects.get(pk=self.cleaned_data[name])


def _said(row):
    number = f"N.º {row.number} · " if row.number else ""
    return f"{number}{row.name} ({thousands(row.balance.paid)} pagadas de {thousands(row.balance.shares)})"


class LinesMixin(forms.Form):
    """A line for each person: fields named `<column>_<person id>`."""

    def lines_of(self, rows, columns):
        """Make the fields, and keep the lines for the template."""
        self.rows = list(rows)
        self.columns = columns
        for row in self.rows:
            for column, label in columns.items():
                self.fields[f"{column}_{row.person_id}"] = _whole(label)

    @property
    def lines(self):
        """[(row of the register, its bound fields)]."""
        return [(row, [self[f"{column}_{row.person_id}"] for column in self.columns]) for row in self.rows]

    def written(self, column, row):
        """What was written in a line, 0 when nothing."""
        return self.cleaned_data.get(f"{column}_{row.person_id}") or 0

    def people(self):
        """The records of the people of the lines. One query."""
        return Person.objects.in_bulk([row.person_id for row in self.rows])


class EntriesForm(LinesMixin, ActMixin, VerifiedMixin, Form):
    """Subscriptions or payments of one day."""

    def __init__(self, *args, rows, subscribes, **kwargs):
        super().__init__(*args, **kwargs)
        self.subscribes = subscribes
        self.lines_of(rows, {"shares": "Cuotas"} if subscribes else {"shares": "Cuotas", "pesos": "O abono en pesos"})
        if not subscribes:
            del self.fields["verified"]

    def clean(self):
        """Shares or pesos, not both in one line; at least one line."""
        cleaned = super().clean()
        for row in [] if self.subscribes else self.rows:
            if self.written("shares", row) and self.written("pesos", row):
                self.add_error(f"pesos_{row.person_id}", "Escriba cuotas o un abono, no ambos.")
        if not self.errors and not self._lines():
            self.add_error(None, "Escriba al menos una cantidad.")
        return cleaned

    def values(self):
        """What the service takes."""
        people = self.people()
        lines = [Line(people[row.person_id], shares, pesos) for row, shares, pesos in self._lines()]
        return (
            self.about() | {"lines": lines} | ({"verified": self.cleaned_data["verified"]} if self.subscribes else {})
        )

    def _lines(self):
        found = [(row, self.written("shares", row), self.written("pesos", row)) for row in self.rows]
        return [line for line in found if line[1] or line[2]]


class OpenForm(LinesMixin, AttachmentMixin, DayMixin, VerifiedMixin, Form):
    """The book as the deed says: the value of a share, and what each member subscribed and paid."""

    share_value = _whole("Valor de la cuota, en pesos", least=1, required=True)

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].help_text = "La fecha de la escritura. Se muestran los integrantes de ese día."
        self.fields["document_file"].help_text += " La escritura, si todavía no está en los documentos."
        self.lines_of(rows, {"number": "Número", "subscribed": "Cuotas suscritas", "paid": "Cuotas pagadas"})

    def values(self):
        """What the service takes."""
        people, said = self.people(), self.cleaned_data
        entries = [
            Entry(
                people[row.person_id],
                self.written("subscribed", row),
                self.written("paid", row),
                self.written("number", row) or None,
            )
            for row in self.rows
        ]
        return {"on": said["on"], "share_value": said["share_value"], "verified": said["verified"], "entries": entries}


class CountMixin(forms.Form):
    """How many shares."""

    count = _whole("Cuotas", least=1, required=True)


class TransferForm(PersonMixin, CountMixin, ActMixin, VerifiedMixin, Form):
    """Paid shares of one for another."""

    counterpart = forms.ChoiceField(label="Quien recibe", choices=())

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, rows=[row for row in rows if row.balance.paid], **kwargs)
        self.fields["person"].label = "Quien entrega"
        members = [(row.person_id, _said(row)) for row in rows if row.is_member]
        self.fields["counterpart"].choices = [("", "Elija"), *members]
        self.fields["agreement"].help_text = "El acuerdo de quien administra, que aprueba el traspaso (art. 33)."

    def clean(self):
        """From one to another."""
        cleaned = super().clean()
        if cleaned.get("person") and cleaned.get("person") == cleaned.get("counterpart"):
            self.add_error("counterpart", "Elija a otra persona.")
        return cleaned

    def values(self):
        """What the service takes."""
        said = {"count": self.cleaned_data["count"], "verified": self.cleaned_data["verified"]}
        return self.about() | said | {"person": self.chosen(), "counterpart": self.chosen("counterpart")}


class RefundForm(PersonMixin, CountMixin, ActMixin, VerifiedMixin, Form):
    """Paid shares given back to whoever left."""

    def values(self):
        """What the service takes."""
        said = {"count": self.cleaned_data["count"], "verified": self.cleaned_data["verified"]}
        return self.about() | said | {"person": self.chosen()}


class LapseForm(PersonMixin, CountMixin, ActMixin, Form):
    """Subscribed shares that will not be paid."""

    def values(self):
        """What the service takes."""
        return self.about() | {"count": self.cleaned_data["count"], "person": self.chosen()}


class ValueForm(ActMixin, Form):
    """What a share is worth from a day on."""

    value = _whole("Nuevo valor de la cuota, en pesos", least=1, required=True)

    def values(self):
        """What the service takes."""
        return self.about() | {"value": self.cleaned_data["value"]}


class CertificateForm(PersonMixin, CountMixin, DayMixin, Form):
    """A certificate of paid shares."""

    def values(self):
        """What the service takes."""
        return {"on": self.cleaned_data["on"], "count": self.cleaned_data["count"], "person": self.chosen()}


class SeatForm(AttachmentMixin, Form):
    """Somebody takes a seat: a member, or a person from outside who is written in the group as a supporter."""

    person = forms.ChoiceField(label="Persona", choices=())
    body = forms.ChoiceField(label="Órgano", choices=Body)
    office = forms.ChoiceField(label="Cargo", choices=Office, initial=Office.MEMBER)
    alternate = forms.BooleanField(label="Es suplente", required=False)
    since = forms.DateField(label="Desde")
    last_day = forms.DateField(label="Último día del período", required=False, help_text="Como dicen los estatutos.")
    accepted_on = forms.DateField(label="Aceptó el", required=False, validators=[not_after_today])

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        rows = case.organization.memberships.in_force(calendars.today()).select_related("person__same_as")
        rows = masking.cover(self.owner, rows.order_by("role", *same_person.order()), case.organization_id)
        people = {row.who.pk: row.who.name for row in rows}
        self.fields["person"].choices = [("", "Elija"), *people.items()]
        self.fields["person"].help_text = "Si viene de fuera, anótela antes en Integrantes como persona de apoyo."
        self.fields["since"].initial = calendars.today
        self.fields["document_file"].help_text += " El acta que elige, si la tiene."

    def values(self):
        """What the service takes."""
        said = self.cleaned_data
        last = said["last_day"]
        told = {name: said[name] for name in ("body", "office", "alternate", "since", "accepted_on")}
        until = last + timedelta(days=1) if last else None
        return told | {"person": Person.objects.get(pk=said["person"]), "until": until}


class EndSeatForm(AttachmentMixin, Form):
    """The first day without the seat, and why."""

    on = forms.DateField(label="Primer día sin el cargo", validators=[not_after_today])
    reason = forms.ChoiceField(label="Por qué termina", choices=SeatEnd, widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = calendars.today
        self.fields["document_file"].help_text += " La renuncia o el acuerdo que remueve es obligatorio."

    def values(self):
        """What the service takes."""
        return {"on": self.cleaned_data["on"], "reason": self.cleaned_data["reason"]}
