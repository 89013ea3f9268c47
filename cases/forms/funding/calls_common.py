"""What the forms of the bases share: an hour with its zone, lasting keys of rows, lists typed one per line."""

from datetime import datetime, time

from django import forms
from django.utils.text import slugify

from cases.funding.bases import closings
from cases.funding.bases.shapes import Wall
from incubator.forms import Form

ZONES = [(zone, said[:1].upper() + said[1:]) for zone, said in closings.ZONES.items()]


class RowForm(Form):
    """One repeated part. Its key is given once, when the row is first written, and stays for the versions to come."""

    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)

    def __init__(self, *args, known=None, **kwargs):
        super().__init__(*args, **kwargs)
        for name, options in (known or {}).items():
            if name in self.fields:
                self.fields[name].choices = options

    def has_changed(self):
        """Whether somebody wrote in it: a row emptied of all that people type is left out."""
        return any(self._typed(name) for name in self.names)

    def _typed(self, name):
        value = self.fields[name].widget.value_from_datadict(self.data, self.files, self.add_prefix(name))
        return bool(str(value or "").strip())

    #: What people type: any of it makes the row be there. The other fields have a value from the start.
    names: tuple[str, ...] = ("name",)


class Keys:
    """Gives keys to the rows that have none, never one that is taken."""

    def __init__(self, rows):
        self.taken = {row["key"] for row in rows if row.get("key")}

    def of(self, row, *words):
        """The key of a row: the one that it has, or its words as a slug."""
        if row.get("key"):
            return row["key"]
        stem = slugify("-".join(str(word) for word in words if word))[:50].strip("-") or "dato"
        key, number = stem, 1
        while key in self.taken:
            number += 1
            key = f"{stem}-{number}"
        self.taken.add(key)
        return key


class Lines(forms.CharField):
    """A list typed one per line."""

    def __init__(self, **kwargs):
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 3}), **kwargs)

    def prepare_value(self, value):
        """One per line."""
        return "\n".join(value) if isinstance(value, (list, tuple)) else value

    def to_python(self, value):
        """Without blanks nor empty lines."""
        return tuple(line.strip() for line in (value or "").splitlines() if line.strip())

    def run_validators(self, value):
        """A list has no length of letters to judge."""


def hidden_seen():
    """The revision that the page was written over."""
    return forms.IntegerField(widget=forms.HiddenInput)


def wall_of(day, hour, zone):
    """The hour of three fields, or None without a day; without an hour, the whole day."""
    return Wall(datetime.combine(day, hour or time(23, 59)), zone or closings.CONTINENTAL) if day else None


def refuse_hour(form, field, wall):
    """Put beside its field why an hour cannot be written."""
    sentence = closings.wrong(wall) if wall else ""
    if sentence:
        form.add_error(field, sentence)


def choices(closed, blank=""):
    """The options of a closed list, with a first one when it may be left out."""
    return ([("", blank)] if blank else []) + list(closed.choices)
