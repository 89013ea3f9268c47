"""Give the shares back to whoever left, in the order and up to the sums of the law (R28; DFL 5, art. 19)."""

from datetime import date

from django.db import transaction

from cases.books import shares
from cases.books.kinds import ShareKind
from cases.books.shares import NOTHING
from cases.law import membership
from cases.law.answers import Answer
from cases.models import ShareMovement
from cases.services.books import holding
from incubator.enums import LeaveReason, MembershipRole
from incubator.requirements import Refused

#: Why somebody left → what the law calls it.
CAUSES = {LeaveReason.GROUP_DECISION: membership.EXCLUSION, LeaveReason.DECEASED: membership.DEATH}
#: She never was a member, or her shares went with the group.
NOT_LEFT = (LeaveReason.MISTAKE, LeaveReason.TRANSFERRED, LeaveReason.MERGED)


def leavers(organization, on, people) -> dict:
    """{id of the record she is read by: (first day out, cause)} of who left up to a day and did not come back."""
    rows = organization.memberships.filter(annulled_at__isnull=True, role=MembershipRole.MEMBER, since__lte=on)
    return left_among(rows.select_related("person__same_as").order_by("since", "pk"), on, people)


def left_among(rows, on, people) -> dict:
    """The same, of memberships that somebody read, the oldest first."""
    found = {}
    for row in rows:
        if row.leave_reason == LeaveReason.MISTAKE:
            continue
        out = row.until is not None and row.until <= on and row.leave_reason not in NOT_LEFT
        left = (row.until, CAUSES.get(row.leave_reason, membership.RESIGNATION)) if out else None
        found[people.one(row.who.pk)] = left
    return {pk: left for pk, left in found.items() if left}


def answer_for(person_id, rows, left, on) -> Answer:
    """R28 for one who left: new contributions since the last balance, less what was returned and who goes before."""
    held = shares.balances(rows)
    since = date(on.year, 1, 1)  # the balance closes each 31 December (art. 34)
    new = shares.moved_in(rows, ShareKind.PAYMENT, since, on) - shares.moved_in(rows, ShareKind.REFUND, since, on)
    first_out, cause = left[person_id]
    before = [pk for pk, (day, _) in left.items() if (day, pk) < (first_out, person_id)]
    ahead = sum(held.get(pk, NOTHING).capital for pk in before)
    value = held.get(person_id, NOTHING).capital
    return membership.exit_refund(cause=cause, left_on=first_out, shares=value, contributions=max(new, 0), ahead=ahead)


@transaction.atomic
def refund(*, by, case, on, person, count, agreement="", evidence=None, verified=False):
    """Paid shares go back to whoever left. Over what the law lets pay today, only statutes that are kinder allow it."""
    held = holding.hold(by, case, on)
    holding.refuse_evidence(
        held.case, evidence, agreement, asked="Escriba el acuerdo o el comprobante de la devolución."
    )
    left = leavers(held.case.organization, on, held.people)
    pk = held.people.of(person)
    if pk not in left:
        raise Refused(f"{held.name(person)} sigue como integrante ese día: las cuotas se devuelven a quien se fue.")
    balance = held.balance(person)
    if not 0 < count <= balance.paid:
        raise Refused(f"{held.name(person)} tiene {balance.paid} cuotas pagadas ese día.")
    amount = balance.worth(count)
    answer = answer_for(pk, held.until, left, on)
    if amount > answer.figures["payable"] and not verified:
        raise Refused(f"{answer.arithmetic} {answer.cited}. {_KINDER}")
    holding.refuse_certificates(held, person, balance.paid - count)
    fields = {"book": held.book, "case": held.case, "happened_on": on, "recorded_by": by, "evidence": evidence}
    row = ShareMovement(
        person=person, kind=ShareKind.REFUND, shares=count, amount=amount, agreement=agreement.strip()[:200],
        unit_value=shares.unit_value(held.book, held.until), **fields,
    )  # fmt: skip
    return holding.write(held, by, [row])[0]


_KINDER = "Si los estatutos permiten devolver más, o antes, márquelo abajo y guarde otra vez."
