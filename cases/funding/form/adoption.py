"""New bases over an open application: which ones wait to be adopted, and what adopting them would do to the form."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cases.funding.bases.shapes import Bases, FormField
from cases.funding.calls import reading as calls_reading
from cases.funding.form import reading as forms_reading
from cases.funding.form import values as form_values
from cases.funding.life import BEFORE_FILING
from cases.models import BasesVersion, FundApplication
from incubator import calendars


def pending(applications: Iterable[FundApplication], on: date | None = None) -> dict[int, BasesVersion]:
    """The version in force that each application has not adopted, by its id; what was sent waits for none.

    Reads the versions of all the calls in one query.
    """
    on, open_ones = on or calendars.today(), [one for one in applications if one.state in BEFORE_FILING]
    found = calls_reading.in_force_by_id({one.call_id for one in open_ones}, on)
    return {
        one.pk: found[one.call_id]
        for one in open_ones
        if one.call_id in found and found[one.call_id].pk != one.bases_id
    }


def newest_for(application: FundApplication, on: date) -> BasesVersion | None:
    """The version in force that this application has not adopted, or None."""
    version = calls_reading.in_force(application.call, on)
    return version if version is not None and version.pk != application.bases_id else None


@dataclass(frozen=True)
class Field:
    """A field of the form with what was written in it."""

    key: str
    label: str
    text: str


@dataclass
class Effect:
    """What adopting does to the form: carried as it is, asked in another way, new, and no longer asked."""

    carried: list[Field] = field(default_factory=list)
    changed: list[Field] = field(default_factory=list)
    new: list[Field] = field(default_factory=list)
    apart: list[Field] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)  # titles of those whose review is opened again


def effect(application: FundApplication, before: Bases, after: Bases) -> Effect:
    """What would happen to each answer of the application."""
    answers, found = forms_reading.kept(application), Effect()
    old, new = forms_reading.fields_of(before), forms_reading.fields_of(after)
    for key, (_, asked) in new.items():
        value = answers[key].value if key in answers else None
        row = Field(key, asked.label, form_values.as_text(asked, value))
        if not form_values.fits(asked, value):
            found.apart.append(_before(key, old, value))
            found.new.append(Field(key, asked.label, ""))
        elif key not in old:
            found.new.append(row)
        else:
            (found.carried if old[key][1] == asked else found.changed).append(row)
    for key, answer in answers.items():
        if key not in new and not form_values.is_blank(answer.value):
            found.apart.append(_before(key, old, answer.value))
    reviewed = set(application.reviews.values_list("section", flat=True))
    former = {section.key: section for section in before.sections}
    found.sections = [
        section.title for section in after.sections if section.key in reviewed and former.get(section.key) != section
    ]
    return found


def _before(key: str, old: dict[str, tuple[Any, FormField]], value: Any) -> Field:
    if key in old:
        return Field(key, old[key][1].label, form_values.as_text(old[key][1], value))
    return Field(key, key, form_values.told(value))
