"""The pages of a regularization."""

from cases.views.regularization.item import filing, item, new_filing, progress
from cases.views.regularization.item import plan as item_plan
from cases.views.regularization.plan import (
    approve,
    end,
    lapse,
    letter,
    open_again,
    plan,
    plan_pdf,
    present,
    revise,
)
from cases.views.regularization.points import begin, members, new_point, points
from cases.views.regularization.summary import summary
from cases.views.regularization.yearly import registry, year_by_year

__all__ = [
    "approve",
    "begin",
    "end",
    "filing",
    "item",
    "item_plan",
    "lapse",
    "letter",
    "members",
    "new_filing",
    "new_point",
    "open_again",
    "plan",
    "plan_pdf",
    "points",
    "present",
    "progress",
    "registry",
    "revise",
    "summary",
    "year_by_year",
]
