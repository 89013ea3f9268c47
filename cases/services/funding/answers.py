"""What is written in the form: each saving adds, none goes over another's, and two that disagree wait for somebody."""

from dataclasses import dataclass, field

from django.db import transaction

from cases.funding.bases.written import bases_of
from cases.funding.form import reading as forms_reading
from cases.funding.form import values as form_values
from cases.funding.words import AnswerSource
from cases.models import FundAnswer
from cases.services.funding import moves
from cases.services.funding.applications import refuse_unless_written
from incubator import calendars
from incubator.access import Permission
from incubator.requirements import Refused


@dataclass
class Saved:
    """The keys that were written, and those that were left beside what somebody else wrote meanwhile."""

    written: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)


@transaction.atomic
def save(*, by, application, values, seen, page, at):
    """Keep what one sheet says. `values` by key; `seen`: the number over which each was written; `page`: the sheet.

    What the sheet did not touch is not written. What somebody else wrote meanwhile stays, and this one is kept beside.
    """
    held = moves.held(application, by=by, permission=Permission.WRITE_FUNDS)
    refuse_unless_written(held)
    answers, saved, rows = forms_reading.kept(held), Saved(), []
    for key, value in values.items():
        _refuse_unknown(held, key, answers)
        row = _row(answers.get(key) or forms_reading.Kept(), key, value, seen.get(key, 0), page)
        if row is not None:
            row.application, row.by, row.at = held, by, at
            rows.append(row)
            (saved.beside if row.beside else saved.written).append(key)
    is_first = bool(rows) and not held.answers.filter(page=page, by=by).exists()
    FundAnswer.objects.bulk_create(rows)
    if is_first:  # once a sheet: each row says who and when by itself
        moves.tell(by, "fund_written", calendars.local_day(at), held)
    return saved


@transaction.atomic
def choose(*, by, application, key, value, upto, page, at):
    """Settle two versions of a field: one of them, or both joined. `upto`: the last number that was shown.

    When somebody wrote meanwhile nothing is settled: this one is kept beside too, and the page shows them all.
    """
    held = moves.held(application, by=by, permission=Permission.WRITE_FUNDS)
    refuse_unless_written(held)
    answer = forms_reading.kept(held).get(key)
    if answer is None:
        raise Refused("No hay nada escrito en ese campo.")
    is_late = answer.number > upto
    row = FundAnswer.objects.create(
        application=held,
        key=key,
        number=answer.rows[-1].number + 1,
        value=_storable(value),
        based_on=upto,
        beside=is_late,
        settles=0 if is_late else upto,
        source=AnswerSource.CHOSEN,
        page=page,
        by=by,
        at=at,
    )
    moves.tell(by, "fund_settled", calendars.local_day(at), held, answer=row.pk)
    return row


def _row(answer, key, value, seen, page):
    """The row to add for one field, or None when the sheet did not touch it."""
    value = _storable(value)
    mine = next((row for row in reversed(answer.rows) if page and row.page == page), None)
    base = mine or next((row for row in answer.rows if row.number == seen), None)
    if form_values.same(value, base.value if base else None) or form_values.same(value, answer.value):
        return None
    newer = [row for row in answer.rows if not row.beside and row.number > seen]
    return FundAnswer(
        key=key,
        number=answer.rows[-1].number + 1 if answer.rows else 1,
        value=value,
        based_on=seen,
        beside=any(not page or row.page != page for row in newer),
        page=page,
    )


def _refuse_unknown(application, key, answers):
    """A field of these bases, one that was ever answered, or one of another version of the same call."""
    if key in answers or key in forms_reading.fields_of(bases_of(application.bases)):
        return
    if not any(key in forms_reading.fields_of(bases_of(version)) for version in application.call.versions.all()):
        raise Refused("Las bases de este llamado no preguntan eso: abra de nuevo el formulario.")


def _storable(value):
    """The value without the one character that the database does not keep."""
    if isinstance(value, str):
        return value.replace("\x00", "")
    if isinstance(value, list):
        return [_storable(part) for part in value]
    if isinstance(value, dict):
        return {key: _storable(part) for key, part in value.items()}
    return value
