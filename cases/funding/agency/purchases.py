"""The purchases of an application as its accounts read them: by item, before and in a period, and what is left."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from cases.funding.agency import reading
from cases.funding.bases.written import bases_of
from cases.funding.budget import reading as budget_reading
from cases.funding.budget.totals import totals
from cases.funding.life import FundEventKind, FundState
from cases.funding.words import BudgetKind
from incubator.templatetags.minga import dmy, money

S = FundState
#: While money is spent and accounted for.
OPEN = (S.SIGNED, S.EXECUTION, S.TERMINATED)


@dataclass(frozen=True)
class ItemRow:
    """One item: what was approved first, how it changed, and what was spent of it. Whole pesos."""

    key: str
    name: str
    approved: int
    current: int
    before: int
    period: int

    @property
    def changed(self) -> int:
        """What the versions after the first one added or took."""
        return self.current - self.approved

    @property
    def spent(self) -> int:
        """Everything spent up to the end of the period."""
        return self.before + self.period

    @property
    def left(self) -> int:
        """What is left of it; negative when it went over."""
        return self.current - self.spent

    @property
    def share(self) -> float | None:
        """The part of it that was spent; nothing of an item without money."""
        return self.spent / self.current if self.current else None


def valid(application):
    """The purchases that count."""
    return application.purchases.filter(voided_at__isnull=True)


def items_of(budget):
    """What a version gives to each item, in pesos; own contributions are not the agency's money."""
    return {part.key: part.requested for part in totals(list(budget.lines.all())).items} if budget else {}


def names_of(application):
    """The name of each item of the bases by its key."""
    return {item.key: item.name for item in bases_of(application.bases).items}


def summary(application, on: date, since: date | None = None) -> list[ItemRow]:
    """Item by item up to a day; `since` begins the period that is told apart. In the order of the bases."""
    current = items_of(budget_reading.in_force(application, on))
    granted = application.budgets.filter(kind=BudgetKind.AWARDED, approved_by__isnull=False).order_by("number").first()
    asked = application.budgets.filter(kind=BudgetKind.REQUESTED, is_draft=False).order_by("-number").first()
    approved, before, period = items_of(granted or asked), defaultdict(int), defaultdict(int)
    for item, day, total in valid(application).filter(document_on__lte=on).values_list("item", "document_on", "total"):
        (before if since is not None and day < since else period)[item] += total
    names = names_of(application)
    keys = dict.fromkeys([*names, *approved, *current, *before, *period])
    return [
        ItemRow(key, names.get(key, key), approved.get(key, 0), current.get(key, 0), before[key], period[key])
        for key in keys
        if any(part.get(key) for part in (approved, current, before, period))
    ]


def total_of(rows) -> ItemRow:
    """The last line of a summary."""
    sums = {name: sum(getattr(row, name) for row in rows) for name in ("approved", "current", "before", "period")}
    return ItemRow("", "Total", **sums)


def item_choices(application):
    """The items that some version of the budget gives money to, with their names."""
    keys = set()
    for budget in application.budgets.filter(is_draft=False).prefetch_related("lines"):
        keys |= set(items_of(budget))
    names = names_of(application)
    return [(key, names.get(key, key)) for key in [*names, *sorted(keys - set(names))] if key in keys]


def refusal(application, item, on) -> str:
    """Why a purchase of that day cannot be of that item, or nothing: the version of the budget of its day says."""
    budget = budget_reading.in_force(application, on)
    if budget is None:
        return f"Al {dmy(on)} no hay un presupuesto vigente: revise la fecha del documento."
    if item not in items_of(budget):
        return f"El presupuesto vigente al {dmy(on)} no tiene ese ítem: elija otro o pida modificarlo."
    return ""


def warnings(application, purchase) -> list[str]:
    """What to know of a purchase that was recorded: what is left of its item, and what the agency may not accept."""
    budget = items_of(budget_reading.in_force(application, purchase.document_on))
    spent = sum(valid(application).filter(item=purchase.item).values_list("total", flat=True))
    left, name = budget.get(purchase.item, 0) - spent, names_of(application).get(purchase.item, purchase.item)
    over = f"«{name}» queda pasado en {money(-left)}: el fondo puede rechazarlo, pida modificar el presupuesto."
    found = [over if left < 0 else f"Quedan {money(left)} en «{name}»."]
    facts = reading.Facts(application)
    start = facts.last(FundEventKind.START)
    if start is None or purchase.document_on < start.happened_on:
        found.append("El documento es anterior al inicio de la ejecución: pregunte al fondo si lo acepta.")
    last = facts.last(FundEventKind.MODIFICATION, FundEventKind.START)
    if last is not None and last.due_on is not None and purchase.document_on > last.due_on:
        found.append(f"El documento es posterior al último día de la ejecución ({dmy(last.due_on)}).")
    return found
