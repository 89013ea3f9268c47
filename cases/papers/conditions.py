"""What a paragraph or an article of a base text may depend on: «?goods: …», `when = "board"`."""

from collections.abc import Callable

from cases.papers import said
from cases.papers.facts import BOARD, INSPECTOR, SOLE_MANAGER, VIGILANCE, Facts

#: What «?condition: » may ask.
CONDITIONS: dict[str, Callable[[Facts], bool]] = {
    "trade_name": lambda f: bool(f.trade_name),
    "fixed_term": lambda f: f.duration_years is not None,
    "no_term": lambda f: f.duration_years is None,
    "goods": lambda f: bool(f.goods),
    "only_money": lambda f: not f.goods,
    "board": lambda f: f.bodies.direction == BOARD,
    "sole_manager": lambda f: f.bodies.direction == SOLE_MANAGER,
    "vigilance": lambda f: f.bodies.watch == VIGILANCE,
    "inspector": lambda f: f.bodies.watch == INSPECTOR,
    "second_call": lambda f: f.meeting.second_call is not None,
    "instructions": lambda f: bool(f.proxy.instructions),
    "unpaid": lambda f: (said.shares_of(f, "paid") or 0) < (said.shares_of(f, "subscribed") or 0),
    "work": lambda f: "trabajo" in f.types,
    "rural": lambda f: "campesina" in f.types,
    "services": lambda f: "servicios" in f.types,
    "supports": lambda f: bool(f.meeting.supports),
    "repertory": lambda f: bool(f.deed.repertory),
    "entered": lambda f: f.filing.entered_on is not None,
    "published": lambda f: f.filing.published_on is not None,
    "met": lambda f: f.meeting.on is not None,
    "on_second_call": lambda f: f.meeting.on_second_call,
    "noticed": lambda f: f.meeting.notice_on is not None,
    "announced": lambda f: f.meeting.published_on is not None,
    "elected": lambda f: bool(f.meeting.elected),
    "none_elected": lambda f: not f.meeting.elected,
    "dissent": lambda f: bool(f.meeting.dissenters),
    "no_dissent": lambda f: not f.meeting.dissenters,
    "reservations": lambda f: bool(f.meeting.reservations),
    "no_reservations": lambda f: not f.meeting.reservations,
    "not_signing": lambda f: bool(f.meeting.not_signing),
    "all_sign": lambda f: not f.meeting.not_signing,
}
