"""The arithmetic of a plan: what would come in and go out month by month in its first year. Plain integers of pesos."""

from dataclasses import dataclass

MONTHS = 12


@dataclass(frozen=True)
class MonthOfPlan:
    """One month: its share of the expected sales in percent, pesos in and out, and the balance since the first day."""

    number: int
    share: int
    income: int
    variable: int
    fixed: int
    balance: int

    @property
    def result(self):
        """What is left of the month."""
        return self.income - self.variable - self.fixed


@dataclass(frozen=True)
class Projection:
    """The first year of a plan and what it says: pesos, whole."""

    months: tuple[MonthOfPlan, ...]
    investment: int
    full_income: int
    full_variable: int
    fixed: int

    @property
    def full_result(self):
        """What a month leaves once sales are the expected ones."""
        return self.full_income - self.full_variable - self.fixed

    @property
    def break_even_share(self):
        """Percent of the expected sales that pays every cost, rounded up; None when no amount of sales does."""
        margin = self.full_income - self.full_variable
        if margin <= 0:
            return None
        return -(-self.fixed * 100 // margin)

    @property
    def first_good_month(self):
        """The number of the first month that leaves something, or None within the year."""
        return next((month.number for month in self.months if month.result > 0), None)

    @property
    def money_needed(self):
        """What must be at hand to begin: the investment and the deepest fall after it."""
        return max(self.investment, -min((month.balance for month in self.months), default=0))

    @property
    def year_result(self):
        """What the twelve months leave, before the investment."""
        return sum(month.result for month in self.months)


def share_of(number, start_share, months_to_full):
    """Percent of the expected sales in a month: from the first month's share, evenly, to all of them."""
    if number >= months_to_full:
        return 100
    return start_share + (100 - start_share) * (number - 1) // (months_to_full - 1)


def project(*, products, fixed, investment, start_share, months_to_full) -> Projection:
    """The first year. `products` are (price, unit cost, units a month); `fixed` pesos a month; `investment` once."""
    income = sum(price * units for price, _, units in products)
    variable = sum(cost * units for _, cost, units in products)
    months, balance = [], -investment
    for number in range(1, MONTHS + 1):
        share = share_of(number, start_share, months_to_full)
        came, went = income * share // 100, variable * share // 100
        balance += came - went - fixed
        months.append(MonthOfPlan(number, share, came, went, fixed, balance))
    return Projection(tuple(months), investment, income, variable, fixed)
