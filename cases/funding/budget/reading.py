"""The budgets of an application as the database holds them: the draft, the version in force on a day, what it lacks."""

from cases.funding.bases.written import bases_of
from cases.funding.budget import checking as budgeting
from cases.funding.budget.words import UnitValue
from cases.funding.life import FundEventKind, FundState
from cases.funding.words import BudgetKind

S = FundState
#: Where an application stands → the version of the budget that may be written then.
WRITTEN_IN = {
    S.DRAFT: BudgetKind.REQUESTED,
    S.REVIEW: BudgetKind.REQUESTED,
    S.OBSERVED: BudgetKind.REQUESTED,
    S.AWARDED: BudgetKind.AWARDED,
    S.SIGNED: BudgetKind.MODIFIED,
    S.EXECUTION: BudgetKind.MODIFIED,
}


def kind_now(application) -> BudgetKind | None:
    """The kind of version that may be written as the application stands; none when the budget is not touched."""
    return WRITTEN_IN.get(application.state)


def draft_of(application):
    """The version somebody is writing, or None."""
    return application.budgets.filter(is_draft=True).first()


def newest(application):
    """The last version, a draft or not; None before the first."""
    return application.budgets.order_by("-number").first()


def in_force(application, day):
    """The version in force on a day: what was asked, then what was approved. None before the first one."""
    dated = application.budgets.filter(is_draft=False, in_force_from__lte=day)
    return dated.order_by("-in_force_from", "-number").first()


def value_of(budget) -> UnitValue | None:
    """What the unit of the bases was worth for this version."""
    return UnitValue(budget.unit_value, budget.unit_on) if budget.unit_value else None


def awarded_amount(application) -> int | None:
    """What the agency granted, in pesos: of the last award that nobody corrected; None while it is not known."""
    awards = application.events.filter(kind=FundEventKind.AWARD)
    awards = awards.exclude(followed_by__kind=FundEventKind.CORRECTION)
    last = awards.order_by("-happened_on", "-pk").first()
    return last.amount if last else None


def checks_of(budget, *, bases=None, on=None, lines=None, quotations=None) -> list[budgeting.Check]:
    """Everything that the bases (those adopted, unless said) ask of a version. Two queries at most."""
    application = budget.application
    return budgeting.checks(
        bases or bases_of(application.bases),
        list(budget.lines.all()) if lines is None else lines,
        list(application.quotations.all()) if quotations is None else quotations,
        signers=budget.signers,
        value=value_of(budget),
        on=on,
    )


def lacks(application, *, bases=None, on=None) -> list[str]:
    """What stands between the budget that is asked for and a package, in sentences; none when it adds up.

    `on`: the day of the closing, until which quotations must hold. Four queries.
    """
    bases = bases or bases_of(application.bases)
    last = newest(application)
    if last is None:
        return ["Falta el presupuesto: escríbalo y preséntelo."] if budgeting.asks_money(bases) else []
    found = [check.sentence for check in checks_of(last, bases=bases, on=on) if not check.met]
    if last.is_draft:
        found.append("El presupuesto está en borrador: preséntelo.")
    return found


def wrote(user, budget) -> bool:
    """Whether this person wrote or presented any of that version."""
    return user.pk == budget.recorded_by_id or budget.authors.filter(pk=user.pk).exists()


def author_ids(application) -> set[int]:
    """Everybody who wrote what is asked for: none of them approves the application. Two queries."""
    asked = application.budgets.filter(kind=BudgetKind.REQUESTED)
    return set(asked.values_list("recorded_by", flat=True)) | set(
        asked.filter(authors__isnull=False).values_list("authors", flat=True)
    )
