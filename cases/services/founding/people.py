"""Who each founder is for the deed: what it says of her, how she signs, and whether she founds at all."""

from django.db import transaction

from cases.founding.founders import case_of, members_of
from cases.founding.kinds import Contribution, Signature
from cases.law.answers import Outcome
from cases.law.capacity import of_age
from cases.services.founding import room
from incubator import journal
from incubator.requirements import Refused

#: What may be said of a person here; her shares are a matter of the statutes (capital.share_out).
FIELDS = (
    "founds", "occupation", "nationality", "civil_status", "address", "signature", "signs_for", "thumb_possible",
    "read_aloud", "interpreter", "guardian", "contribution", "goods", "goods_value",
)  # fmt: skip


@transaction.atomic
def describe(*, by, file, on, person, **fields):
    """Write who a member is for the deed. Only what is said changes; no value goes to the journal."""
    held = room.enter(by=by, file=file, on=on)
    if unknown := set(fields) - set(FIELDS):
        raise TypeError(f"a record has no {min(unknown)}")
    group = case_of(held).organization
    member = next((one for one in members_of(group, on) if one.person.pk == person.survivor.pk), None)
    if member is None:
        raise Refused("Esa persona no es integrante del grupo hoy: anote primero su ingreso.")
    record = member.record
    for name, value in fields.items():
        setattr(record, name, value.strip() if isinstance(value, str) else value)
    _settle(record, member.person, on)
    record.full_clean(exclude=["organization", "person"])
    record.save()
    journal.record(by, "founder_described", on, subject=record, organization=group)
    return record


def _settle(record, person, on):
    """What does not apply is emptied, and a founder is of age."""
    if record.signature == Signature.OWN:
        record.signs_for = ""
    if record.contribution not in (Contribution.GOODS, Contribution.BOTH):
        record.goods, record.goods_value = "", None
    if not record.founds:
        record.shares_subscribed = record.shares_paid = None
        return
    answer = of_age(birth_date=person.birth_date, on=on)
    if answer.outcome == Outcome.NOT_MET:
        raise Refused(f"{answer.arithmetic} {answer.remedy}")
