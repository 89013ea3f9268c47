"""A version of a budget as pages, papers and workbooks show it: item by item, month by month, with what is found."""

from dataclasses import dataclass

from cases.funding.bases.written import bases_of
from cases.funding.budget import checking as budgeting
from cases.funding.budget import reading as budget_reading
from cases.funding.budget.quotes import of_line
from cases.funding.budget.totals import ItemTotal, cost, requested
from cases.funding.calls.closing_line import closings_of
from cases.funding.words import Unit
from incubator import calendars


@dataclass(frozen=True)
class Row:
    """One line with its sums and its quotations."""

    line: object
    requested: int
    cost: int
    quotations: list


@dataclass(frozen=True)
class Part:
    """One item: its lines, its sum, and what the bases ask of it."""

    total: ItemTotal
    rows: list[Row]
    checks: list[budgeting.Check]

    @property
    def has_met(self):
        """Whether anything that the bases ask of it holds."""
        return any(check.met for check in self.checks)


def closing_day(application, at):
    """The local day of the closing that concerns the application; None when the bases say none."""
    found = closings_of(application, at)
    return calendars.local_day(found[0][1]) if found else None


def read(application, budget, at):
    """Everything that is shown of a version. Four queries."""
    bases = bases_of(application.bases)
    budget.application = application
    lines, quotations = list(budget.lines.all()), list(application.quotations.select_related("evidence"))
    checks = budget_reading.checks_of(
        budget, bases=bases, lines=lines, quotations=quotations, on=closing_day(application, at)
    )
    sums = budgeting.totals(lines, bases.items)
    used = {total.key for total in sums.items}
    whole = [check for check in checks if check.item not in used]
    return {
        "budget": budget,
        "sums": sums,
        "parts": _parts(sums, lines, quotations, checks),
        "whole": whole,
        "whole_met": any(check.met for check in whole),
        "wrong": _where(sums, checks),
        "checks": checks,
        "months": _months(sums, budgeting.months_of(bases)),
        "quotations": quotations,
        "unit": _unit(bases, budget),
        "authors": list(budget.authors.order_by("full_name")),
    }


def _parts(sums, lines, quotations, checks):
    return [
        Part(
            total,
            [
                Row(line, requested(line), cost(line), of_line(line, quotations))
                for line in lines
                if line.item == total.key
            ],
            [check for check in checks if check.item == total.key],
        )
        for total in sums.items
    ]


def _where(sums, checks):
    """Where something is still to be mended or said, and how many things: each a link to its place of the page."""
    places = {total.key: (total.name, f"#item-{number}") for number, total in enumerate(sums.items, start=1)}
    found = {}
    for check in checks:
        if not check.met:
            found.setdefault(places.get(check.item, ("El presupuesto entero", "#total")), []).append(check)
    return [
        {"text": f"{name}: {_counted(len(wrong))}.", "url": url, "action": "Verlo"}
        for (name, url), wrong in found.items()
    ]


def _counted(number):
    return "1 cosa por resolver" if number == 1 else f"{number} cosas por resolver"


def _months(sums, length):
    """Month by month: its number, what each item asks, and the sum; months without a peso at the end are left out."""
    shown = max(length, len(sums.months))
    rows = []
    for month in range(shown):
        each = [part.months[month] if month < len(part.months) else 0 for part in sums.items]
        rows.append({"number": month + 1, "each": list(zip(sums.items, each, strict=True)), "sum": sum(each)})
    return rows


def _unit(bases, budget):
    """The unit of the bases and its value, when they are not in pesos."""
    if bases.money.unit == Unit.CLP:
        return None
    return {"label": bases.money.unit.label, "value": budget.unit_value, "on": budget.unit_on}


def against(budget, former):
    """What changed from a former version, thing by thing; nothing when there is none."""
    if former is None:
        return []
    return budgeting.differences(list(former.lines.all()), list(budget.lines.all()))


def former_of(application, budget):
    """The version before this one."""
    return application.budgets.filter(number__lt=budget.number, is_draft=False).order_by("-number").first()
