"""What a monthly report counts: pure reading of what happened, into frozen records (records.py)."""

from collections.abc import Sequence

from incubator.calendars import Month
from incubator.models import User
from incubator.services import sensitive
from reports.figures import adjustments, balances, funding, journeys, lines, people, suppression
from reports.figures.records import Crosses, Identity, Monthly, digest

__all__ = ["Monthly", "digest", "monthly"]


def monthly(
    agreement, incubator, month: Month, *, sealed: Sequence[Monthly], replaced: Crosses | None = None
) -> Monthly:
    """The figures of one month. `sealed`: the figures in force of earlier months, oldest first; `replaced`: the crosses
    of the version that this one would replace."""
    months = [figures.identity.period for figures in sealed]
    current = lines.read(agreement, incubator, month.first, month.last)
    again = _recount(agreement, incubator, months)
    known = adjustments.known_lines(sealed)
    steps = journeys.histories(incubator)
    known_moves, again_moves = adjustments.known_moves(sealed), journeys.between(steps, months)
    groups = journeys.groups(incubator, journeys.standing(steps, month.last), month.last)
    taking_part = people.participants(agreement, incubator, current, sealed)
    three = (list(known.values()), list(again.values()), current)
    return Monthly(
        identity=_identity(agreement, incubator, month),
        previous=months[-1] if months else "",
        stages=journeys.count(steps, month, known_moves, again_moves),
        moves=tuple(journeys.between(steps, [str(month)])),
        groups=groups,
        lines=tuple(current),
        by_kind=balances.balances(balances.by_kind, balances.KIND_LABELS, *three),
        by_group=balances.balances(balances.by_group, {str(group.case): group.name for group in groups}, *three),
        by_advisor=balances.balances(balances.by_advisor, _advisors(three), *three),
        supports=balances.supports(*three),
        courses=people.courses(agreement, incubator, month, current, sealed),
        participants=taking_part,
        crosses=suppression.protect(sensitive.crosses(row.person for row in taking_part if row.attended), replaced),
        line_changes=adjustments.line_changes(known, again),
        move_changes=adjustments.move_changes(known_moves, again_moves),
        passings=journeys.passings(steps, month),
        funds=funding.section(agreement, incubator, month, sealed),
    )


def _recount(agreement, incubator, months):
    """The meetings of the sealed months as they are today, by id."""
    if not months:
        return {}
    first, last = Month.parse(months[0]).first, Month.parse(months[-1]).last
    found = lines.read(agreement, incubator, first, last)
    return {line.id: line for line in found if line.held_on[:7] in set(months)}


def _advisors(three) -> dict[str, str]:
    """Who conducted any of these meetings, in the order of their names."""
    ids = {line.advisor for some in three for line in some}
    users = User.objects.filter(pk__in=ids).order_by("full_name", "id")
    return {str(user.pk): user.get_full_name() or user.email for user in users}


def _identity(agreement, incubator, month) -> Identity:
    start = Month.of(agreement.starts_on)
    return Identity(
        agreement=agreement.name,
        agreement_code=agreement.code,
        act=agreement.act,
        act_date=agreement.act_date.isoformat(),
        months=agreement.months,
        month_number=(month.year - start.year) * 12 + month.month - start.month + 1,
        funder=agreement.funder.name,
        adviser=agreement.adviser.name,
        municipality=incubator.municipality.name,
        incubator=incubator.name,
        cut=incubator.commune_id,
        period=str(month),
    )
