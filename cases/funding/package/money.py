"""The budget and the quotations as they are frozen: every line, every sum, in whole pesos."""

from typing import Any

from cases.funding.bases.shapes import Bases
from cases.funding.budget import checking as budgeting
from cases.funding.words import BudgetKind
from cases.models import FundApplication, FundBudget, FundQuotation


def budget_of(application: FundApplication) -> FundBudget | None:
    """The last version of what is asked."""
    return application.budgets.filter(kind=BudgetKind.REQUESTED).order_by("-number").first()


def quotations_of(application: FundApplication) -> list[FundQuotation]:
    """Those that nobody set aside, in the order of the items."""
    rows = application.quotations.filter(set_aside_on__isnull=True)
    return list(rows.select_related("evidence").order_by("item", "pk"))


def frozen(bases: Bases, budget: FundBudget | None) -> dict[str, Any] | None:
    """The version of the budget with its sums, or None when nothing is paid."""
    if budget is None:
        return None
    lines = list(budget.lines.order_by("position", "pk"))
    sums = budgeting.totals(lines, bases.items)
    names = {item.key: item.name for item in sums.items}
    return {
        "number": budget.number,
        "months": budgeting.months_of(bases),
        "lines": [
            {
                "item": line.item,
                "item_name": names[line.item],
                "name": line.name,
                "months": list(line.months),
                "requested": line.requested,
                "own_cash": line.own_cash,
                "own_kind": line.own_kind,
                "note": line.note,
            }
            for line in lines
        ],
        "items": [{"key": one.key, "name": one.name, **_sums(one)} for one in sums.items],
        "totals": _sums(sums),
    }


def _sums(part) -> dict[str, int]:
    return {"requested": part.requested, "own_cash": part.own_cash, "own_kind": part.own_kind, "total": part.total}


def frozen_quotations(bases: Bases, rows: list[FundQuotation]) -> list[dict[str, Any]]:
    """Each quotation, with the digest of its file when it has one."""
    names = {item.key: item.name for item in bases.items}
    return [
        {
            "id": row.pk,
            "item": row.item,
            "item_name": names.get(row.item, row.item),
            "detail": row.detail,
            "supplier": row.supplier,
            "supplier_rut": row.supplier_rut,
            "amount": row.amount,
            "quoted_on": row.quoted_on,
            "valid_until": row.valid_until,
            "chosen": row.is_chosen,
            "evidence": row.evidence_id,
            "sha256": row.evidence.sha256 if row.evidence else "",
        }
        for row in rows
    ]
