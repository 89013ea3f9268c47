"""What the suite forbids beyond asserting: undefined template variables, and trust in an order nobody asked for."""

import random
import sys
from pathlib import Path

from django.db.models.query import QuerySet

ROOT = Path(__file__).resolve().parents[2]
_OURS = {"incubator", "curricula", "cases", "reports", "cms"}
_chance = random.Random(20210615)


class UndefinedVariableError(AssertionError):
    """A template of ours printed a variable that nobody gave it."""


class RefuseUndefined(str):
    """For the template engine's `string_if_invalid`: fails for our templates, prints nothing for the packages'."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return True

    def __contains__(self, key: object) -> bool:
        return key == "%s"

    def __mod__(self, variable: object) -> str:
        origin = _template_being_rendered()
        if origin and Path(origin).is_relative_to(ROOT) and "site-packages" not in origin:
            raise UndefinedVariableError(f"«{variable}» is not defined in {Path(origin).relative_to(ROOT)}")
        return ""


def _template_being_rendered() -> str | None:
    """The file of the innermost template node on the stack."""
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_name == "render_annotated":
            origin = getattr(frame.f_locals.get("self"), "origin", None)
            if origin is not None:
                return str(origin.name)
        frame = frame.f_back
    return None


_fetch_all = QuerySet._fetch_all


def _fetch_all_in_any_order(queryset: QuerySet) -> None:
    is_fresh = queryset._result_cache is None
    _fetch_all(queryset)
    rows = queryset._result_cache
    if not is_fresh or len(rows) < 2 or queryset.model._meta.app_label not in _OURS:
        return
    if not queryset.ordered and not queryset.query.is_sliced:
        _chance.shuffle(rows)


def shuffle_unordered_querysets() -> None:
    """From now on a queryset of ours without an order comes in any order, as the database is free to do."""
    QuerySet._fetch_all = _fetch_all_in_any_order
