"""The money of a corner's application: a presented budget, a draft, a quotation, and a document of the vault."""

from datetime import timedelta

from cases.funding.words import BudgetKind, DocumentKind
from cases.models import FundBudget, FundBudgetLine, FundQuotation, VaultDocument
from incubator.enums import EvidenceKind, Tier
from incubator.models import Evidence


def furnish_money(corner, today, stored):
    """One of each, written straight. `stored(corner, number, tier)`: a kept file of the corner."""
    corner["fund_file"] = stored(corner, 320, Tier.PROGRAMME)
    Evidence.objects.filter(pk=corner["fund_file"].pk).update(kind=EvidenceKind.FUND)
    by, application = corner["officer"], corner["fund"]
    for name, number in (("fund_budget", 1), ("fund_draft", 2)):
        budget = FundBudget.objects.create(
            application=application, number=number, kind=BudgetKind.REQUESTED, recorded_by=by
        )
        FundBudgetLine.objects.create(
            budget=budget, item="tools", name=f"Herramienta {corner.word}", months=[100_000], own_cash=10_000
        )
        budget.authors.add(by)
        if name == "fund_budget":
            budget.is_draft, budget.presented_on, budget.in_force_from = False, today, today
            budget.save()
        corner[name] = budget
    corner["fund_quotation"] = FundQuotation.objects.create(
        application=application,
        item="tools",
        detail=f"Herramienta {corner.word}",
        supplier=f"Proveedor {corner.word}",
        amount=100_000,
        quoted_on=today - timedelta(days=2),
        evidence=stored(corner, 301, Tier.LEGAL),
        recorded_by=by,
    )
    corner["vault_document"] = VaultDocument.objects.create(
        case=corner["case"],
        kind=DocumentKind.LEGAL_STANDING,
        happened_on=today - timedelta(days=2),
        evidence=stored(corner, 302, Tier.LEGAL),
        recorded_by=by,
    )
