"""Who answers for a case on a day, and how a request to move it stands. No writes here."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q

from cases.enums import TransferState
from cases.models import Case, PersonCopy, Responsibility, Transfer
from incubator import calendars

#: Business days of the receiver to answer, counted from the day after the request (Ley 19.880, art. 25).
TERM_DAYS = 15


# ------------------------------------------------------------------------------------------------- the request


def last_day(transfer) -> date:
    """The last day to accept: business day 15 in the calendar of the receiver."""
    region = transfer.to_incubator.commune_id[:2]
    return calendars.add_business_days(transfer.requested_on, TERM_DAYS, region)


def days_left(transfer, on) -> int:
    """Business days left on a day, that day not counted; negative once it is over."""
    return calendars.business_days_between(on, last_day(transfer), transfer.to_incubator.commune_id[:2])


def state_on(transfer, on) -> str:
    """How it stands on a day: an unanswered request is overdue from business day 16 on, without anybody writing it."""
    waits = transfer.state == TransferState.REQUESTED
    return TransferState.EXPIRED if waits and on > last_day(transfer) else TransferState(transfer.state)


def live(transfers: Iterable[Transfer], on) -> list[Transfer]:
    """Of some requests, the ones that may still be answered."""
    return [transfer for transfer in transfers if state_on(transfer, on) == TransferState.REQUESTED]


def open_transfer(case, on) -> Transfer | None:
    """The request that waits for an answer, or None."""
    rows = Transfer.objects.requested().filter(case=case).select_related("to_incubator", "from_incubator")
    return next(iter(live(rows, on)), None)


# ------------------------------------------------------------------------------------------------- responsibility


def responsible_on(case, day):
    """The incubator that answered for a case on a day; of earlier days, the first one."""
    if case.transfers.accepted().exists():
        row = Responsibility.objects.in_force(day).filter(case=case).select_related("incubator").first()
        row = row or Responsibility.objects.filter(case=case).select_related("incubator").order_by("since").first()
        return row.incubator
    return case.incubator


def ranges_in(incubator) -> dict[int, list[Responsibility]]:
    """{case id: the times this incubator answered for it}, of cases that were not annulled. One query."""
    found: dict[int, list[Responsibility]] = defaultdict(list)
    rows = Responsibility.objects.filter(incubator=incubator, case__annulled_at__isnull=True)
    for row in rows.select_related("transfer").order_by("case_id", "since", "pk"):
        found[row.case_id].append(row)
    return found


def cases_ever_in(incubator):
    """Every case this incubator answers for, or once did; the annulled left out."""
    held = Responsibility.objects.filter(case=OuterRef("pk"), incubator=incubator)
    return Case.objects.current().filter(Exists(held))


def left(user_incubator_ids):
    """The transfers by which cases left these incubators and did not come back, newest first."""
    rows = Transfer.objects.accepted().filter(from_incubator_id__in=user_incubator_ids)
    return rows.filter(~Q(case__incubator_id__in=user_incubator_ids)).order_by("-answered_on", "-pk")


# ------------------------------------------------------------------------------------------------- people


def records_behind(person_ids: Iterable[int]) -> dict[int, int]:
    """{id of a record: the person of these whom it tells of}: each of them, and the records she was copied from.

    Results are read through it (credits, attendance), never rows: nobody opens another municipality's record.
    """
    found = {pk: pk for pk in person_ids}
    fresh = set(found)
    while fresh:
        rows = PersonCopy.objects.filter(copy__in=fresh).order_by("pk").values_list("copy_id", "original_id")
        new = {original: found[copy] for copy, original in rows if original not in found}
        found |= new
        fresh = set(new)
    return found


def all_first_records() -> dict[int, int]:
    """{id of a copy: the record it was made from, the oldest}; whom the receiver already knew stands for herself."""
    rows = PersonCopy.objects.filter(was_known=False).order_by("pk").values_list("copy_id", "original_id")
    found: dict[int, int] = {-1: -1}
    for copy, original in rows:
        found[copy] = found.get(original, original)
    return found


def record_here(person_ids: Iterable[int], incubator_id) -> dict[int, int]:
    """{id: the record by which that incubator knows her}: a copy it holds, or an original it held; else the same id."""
    ids = set(person_ids)
    forward = PersonCopy.objects.filter(original__in=ids, copy__incubator_id=incubator_id)
    back = PersonCopy.objects.filter(copy__in=ids, original__incubator_id=incubator_id)
    known = dict(back.order_by("pk").values_list("copy_id", "original_id"))
    known |= dict(forward.order_by("pk").values_list("original_id", "copy_id"))
    return {pk: known.get(pk, pk) for pk in ids}
