"""Every service that writes is lived, or it is said why not; and no rule takes another's name."""

import ast
import inspect
from collections import Counter
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

from tests.factories import cases as factories
from tests.lives.engine import Engine
from tests.lives.test_random_lives import Lives

PACKAGES = ("incubator.services", "cases.services", "curricula.services", "reports.services")
RULES = sorted(path.stem for path in Path(__file__).parent.glob("rules_*.py"))
#: What the rules record by way of the factories of the tests, each fact of a step by itself.
BY_FACTORIES = {function for functions in factories._FACTS.values() for function in functions} | {factories.file_sheets}

_ANSWERS = "answers what may be done, and writes nothing"
_MEETINGS = "asks for a meeting with its steps in order, which no life has yet: tests/assemblies"
_PART = "a part of a service that is lived"
_ORDER = "asks for a list of some sixty points and its plan, which no life has yet: tests/regularization"
_LEGAL = "asks for a file that ended, newer rules or a legal adviser, which no life has yet: tests/legal"
_TEXTS = "asks for a legal adviser, or for everything that a document says, which no life has yet: tests/legal_papers"
_FOUNDING = "asks for a file before its deed, with who founds, which few lives reach: tests/founding"
_BOOKS = "asks for a constituted cooperative with its book, which few lives reach: tests/books"
_FUNDS = "asks for a call with bases that another checked, which no life has yet: tests/funding"
_AGENCY = "asks for an application that was approved, frozen and filed, which no life has yet: tests/funding"
_CALLS = "asks for a call that one entered and another checked, which no life has yet: tests/funding/test_calls.py"
#: Services that no rule calls, and why.
LEFT_OUT = {
    "cases.services.funding.moved.on_merge": f"{_PART}: executing a merge",
    "cases.services.funding.moved.on_revert": f"{_PART}: reverting a merge",
    "cases.services.funding.moved.on_transfer": f"{_PART}: accepting a transfer",
    "cases.services.funding.moved.placed": f"{_PART}: whatever changes who answers for an application",
    "cases.services.funding.placements.name_keeper": "the lives have no application under a name",
    "cases.services.funding.placements.settle": "the lives have no application that moved",
    "cases.services.funding.bases.begin": _CALLS,
    "cases.services.funding.bases.discard": _CALLS,
    "cases.services.funding.bases.locked_call": f"{_PART}: everything written of a call for funds",
    "cases.services.funding.bases.offer": _CALLS,
    "cases.services.funding.bases.renew": _CALLS,
    "cases.services.funding.bases.reviewed": _CALLS,
    "cases.services.funding.bases.tick": _CALLS,
    "cases.services.funding.bases.write": _CALLS,
    "cases.services.funding.calls.copy": _CALLS,
    "cases.services.funding.calls.enter": _CALLS,
    "cases.services.funding.calls.found_agency": f"{_PART}: entering a call for funds",
    "cases.services.funding.calls.withdraw": _CALLS,
    "cases.services.funding.interests.say": _CALLS,
    "cases.services.funding.exchange.keep": "brings a file: tests/funding/exchange",
    "cases.services.funding.exchange.take": "brings a file: tests/funding/exchange",
    "cases.services.funding.exchange.record_awards": "brings a file: tests/funding/exchange",
    "cases.services.funding.reserved.answer": _CALLS,
    "cases.services.funding.awards.appeal": _AGENCY,
    "cases.services.funding.awards.award": _AGENCY,
    "cases.services.funding.awards.decide_appeal": _AGENCY,
    "cases.services.funding.awards.guarantee": _AGENCY,
    "cases.services.funding.awards.guarantee_back": _AGENCY,
    "cases.services.funding.awards.renounce": _AGENCY,
    "cases.services.funding.awards.sign": _AGENCY,
    "cases.services.funding.correcting.correct_step": _AGENCY,
    "cases.services.funding.correcting.set_aside": _AGENCY,
    "cases.services.funding.execution.approve_accounts": _AGENCY,
    "cases.services.funding.execution.ask_refund": _AGENCY,
    "cases.services.funding.execution.deliver_accounts": _AGENCY,
    "cases.services.funding.execution.end_early": _AGENCY,
    "cases.services.funding.execution.modify": _AGENCY,
    "cases.services.funding.execution.pay_refund": _AGENCY,
    "cases.services.funding.execution.receive": _AGENCY,
    "cases.services.funding.execution.start": _AGENCY,
    "cases.services.funding.filing.keep": _AGENCY,
    "cases.services.funding.filing.replace": _AGENCY,
    "cases.services.funding.filing.submit": _AGENCY,
    "cases.services.funding.news.answer": _AGENCY,
    "cases.services.funding.news.call_failed": _AGENCY,
    "cases.services.funding.news.observe": _AGENCY,
    "cases.services.funding.news.resolve": _AGENCY,
    "cases.services.funding.news.score": _AGENCY,
    "cases.services.funding.news.withdraw": _AGENCY,
    "cases.services.funding.purchases.add": _AGENCY,
    "cases.services.funding.purchases.update": _AGENCY,
    "cases.services.funding.purchases.void": _AGENCY,
    "cases.services.funding.moves.held": f"{_PART}: each act of an application",
    "cases.services.funding.moves.tell": f"{_PART}: each act of an application",
    "cases.services.funding.news.withdrawn": f"{_PART}: news.withdraw and a merge",
    "cases.services.funding.moves.move": f"{_PART}: each act of an application",
    "cases.services.funding.news.held": f"{_PART}: each act of an application",
    "cases.services.funding.news.moved_by": f"{_PART}: each act of an application",
    "cases.services.funding.news.written": f"{_PART}: each act of an application",
    "cases.services.funding.adopting.adopt": _FUNDS,
    "cases.services.funding.consenting.confirm": _FUNDS,
    "cases.services.funding.approving.make_ready": _FUNDS,
    "cases.services.funding.packages.make_files": _FUNDS,
    "cases.services.funding.packages.zipped": _ANSWERS,
    "cases.services.funding.hand_overs.hand_over": _FUNDS,
    "cases.services.funding.hand_overs.take": _FUNDS,
    "cases.services.funding.answers.choose": _FUNDS,
    "cases.services.funding.answers.save": _FUNDS,
    "cases.services.funding.applications.begin": _FUNDS,
    "cases.services.funding.applications.describe": _FUNDS,
    "cases.services.funding.applications.reopen": _FUNDS,
    "cases.services.funding.reviews.comment": _FUNDS,
    "cases.services.funding.reviews.read_section": _FUNDS,
    "cases.services.funding.reviews.send": _FUNDS,
    "cases.services.funding.reviews.send_back": _FUNDS,
    "cases.services.funding.reviews.settle": _FUNDS,
    "cases.services.funding.verifying.answer": _FUNDS,
    "cases.services.funding.budgets.approve": _FUNDS,
    "cases.services.funding.budgets.discard": _FUNDS,
    "cases.services.funding.budgets.present": _FUNDS,
    "cases.services.funding.budgets.start": _FUNDS,
    "cases.services.funding.budgets.writable": f"{_PART}: everything written of a budget",
    "cases.services.funding.budgets.write": _FUNDS,
    "cases.services.funding.quotations.add": _FUNDS,
    "cases.services.funding.quotations.choose": _FUNDS,
    "cases.services.funding.quotations.set_aside": _FUNDS,
    "cases.services.funding.vault.keep": _FUNDS,
    "cases.services.funding.vault.opened": _FUNDS,
    "cases.services.funding.vault.set_aside": _FUNDS,
    "cases.services.funding.vault.reusable": _ANSWERS,
    "cases.services.founding.bodies.form_bodies": _FOUNDING,
    "cases.services.founding.capital.share_out": _FOUNDING,
    "cases.services.founding.decisions.decide": _FOUNDING,
    "cases.services.founding.people.describe": _FOUNDING,
    "cases.services.founding.room.enter": f"{_PART}: each decision of the founders",
    "cases.services.advancement.findings_for": _ANSWERS,
    "cases.services.advancement.missing_facts": _ANSWERS,
    "cases.services.advancement.advance_by_operation": f"{_PART}: executing and reverting an operation",
    "cases.services.advancement.open_case": f"{_PART}: taking a group in",
    "cases.services.books.certificates.cancel_certificate": _BOOKS,
    "cases.services.books.certificates.issue_certificate": _BOOKS,
    "cases.services.books.holding.hold": f"{_PART}: every act of the books",
    "cases.services.books.holding.named": f"{_PART}: every act of the books",
    "cases.services.books.holding.write": f"{_PART}: every act of the books",
    "cases.services.books.moving.lapse": _BOOKS,
    "cases.services.books.moving.pay": _BOOKS,
    "cases.services.books.moving.subscribe": _BOOKS,
    "cases.services.books.moving.transfer": _BOOKS,
    "cases.services.books.moving.update_value": _BOOKS,
    "cases.services.books.moving.void_movement": _BOOKS,
    "cases.services.books.opening.open_book": _BOOKS,
    "cases.services.books.refunds.refund": _BOOKS,
    "cases.services.books.seats.accept_seat": _BOOKS,
    "cases.services.books.seats.end_seat": _BOOKS,
    "cases.services.books.seats.take_seat": _BOOKS,
    "cases.services.books.seats.void_seat": _BOOKS,
    "cases.services.stepping.stepped": f"{_PART}: each step of a file, a cure or a regularization",
    "cases.services.call_steps.move": f"{_PART}: each step of a call",
    "cases.services.calls.missing_to_publish": _ANSWERS,
    "cases.services.census.apply.load": "the two services that it joins, receive and apply, are lived apart",
    "cases.services.census.planning.plan_of": f"{_PART}: loading a census",
    "cases.services.census.refused.refused_workbook": "makes a workbook of what was refused, and writes nothing",
    "cases.services.census.understand.hints_of": f"{_PART}: reading a census",
    "cases.services.consequences.follow": f"{_PART}: each step of a case",
    "cases.services.documented.record": "keeps a file and does an act, and both are lived apart",
    "cases.services.assemblies.attending.hold": _MEETINGS,
    "cases.services.assemblies.calling.summon": _MEETINGS,
    "cases.services.assemblies.calling.take_back_notice": _MEETINGS,
    "cases.services.assemblies.closing.attach_minutes": _MEETINGS,
    "cases.services.assemblies.closing.close": _MEETINGS,
    "cases.services.assemblies.closing.dissent": _MEETINGS,
    "cases.services.assemblies.closing.fail": _MEETINGS,
    "cases.services.assemblies.common.held_case": f"{_PART}: everything written of a meeting",
    "cases.services.assemblies.common.open_assembly": f"{_PART}: everything written of a meeting",
    "cases.services.assemblies.common.saved": f"{_PART}: everything written of a meeting",
    "cases.services.assemblies.electing.elect": _MEETINGS,
    "cases.services.assemblies.planning.plan": _MEETINGS,
    "cases.services.assemblies.planning.replan": _MEETINGS,
    "cases.services.assemblies.voting.vote": _MEETINGS,
    "cases.services.base_texts.validate": _TEXTS,
    "cases.services.base_texts.withdraw": _TEXTS,
    "cases.services.base_texts.write": _TEXTS,
    "cases.services.legal_papers.compare": _TEXTS,
    "cases.services.legal_papers.decide": _TEXTS,
    "cases.services.legal_papers.keep": _TEXTS,
    "cases.services.facts.record_cure_act": _LEGAL,
    "cases.services.facts.record_old_act": _LEGAL,
    "cases.services.legal.contents.add_points": _LEGAL,
    "cases.services.legal.contents.answer_points": _LEGAL,
    "cases.services.legal.contents.read_document": _LEGAL,
    "cases.services.legal.cure_steps.follow": f"{_PART}: recording an act of a cure",
    "cases.services.legal.cure_steps.keep_up": f"{_PART}: recording a legal act",
    "cases.services.legal.cure_steps.locked_for": f"{_PART}: recording a legal act",
    "cases.services.legal.cure_steps.move": f"{_PART}: recording an act of a cure",
    "cases.services.legal.cure_steps.opened": f"{_PART}: recording a legal act",
    "cases.services.legal.cure_steps.withdraw_unneeded": f"{_PART}: taking back a legal act",
    "cases.services.legal.cures.open_cure": _LEGAL,
    "cases.services.legal.files.adopt_pack": _LEGAL,
    "cases.services.legal.files.open_again": _LEGAL,
    "cases.services.legal.reviews.review": _LEGAL,
    "cases.services.legal.steps.back": f"{_PART}: taking back a legal act",
    "cases.services.legal.steps.follow": f"{_PART}: recording a legal act",
    "cases.services.legal.taking_back.take_back": _LEGAL,
    "cases.services.regularization.endings.dissolve": _ORDER,
    "cases.services.regularization.endings.give_up": _ORDER,
    "cases.services.regularization.endings.lapse": _ORDER,
    "cases.services.regularization.endings.open_again": _ORDER,
    "cases.services.regularization.endings.withdraw": _ORDER,
    "cases.services.regularization.filings.open_filing": _ORDER,
    "cases.services.regularization.filings.step_filing": _ORDER,
    "cases.services.regularization.items.begin": _ORDER,
    "cases.services.regularization.items.count_members": _ORDER,
    "cases.services.regularization.items.written": f"{_PART}: saying how a point stands",
    "cases.services.regularization.moves.locked": f"{_PART}: everything written in a regularization",
    "cases.services.regularization.moves.move": f"{_PART}: each step of a regularization",
    "cases.services.regularization.moves.settle": f"{_PART}: each thing written in a regularization",
    "cases.services.regularization.moves.writable": f"{_PART}: everything written in a regularization",
    "cases.services.regularization.plans.approve": _ORDER,
    "cases.services.regularization.plans.present": _ORDER,
    "cases.services.regularization.plans.revise": _ORDER,
    "cases.services.regularization.plans.tell_progress": _ORDER,
    "cases.services.regularization.plans.write_plan": _ORDER,
    "cases.services.regularization.standings.do_duty": _ORDER,
    "cases.services.regularization.standings.record_standing": _ORDER,
    "cases.services.lineage.proposing.findings_for": _ANSWERS,
    "cases.services.lineage.proposing.tell": f"{_PART}: each act of an operation",
    "cases.services.lineage.reverting.revert_findings": _ANSWERS,
    "cases.services.selection.evaluators.require_own": f"{_PART}: declaring and filing",
    "cases.services.selection.letters.draft": "shows a letter before it is issued, and writes nothing",
    "cases.services.sessions.checks.allowed_given": f"{_PART}: logging a session",
    "cases.services.sessions.corrections.may_mend_part": _ANSWERS,
    "cases.services.sessions.corrections.may_void": _ANSWERS,
    "cases.services.transfers.people.bring": f"{_PART}: accepting a transfer",
    "cases.services.transfers.requests.missing": _ANSWERS,
    "cases.services.transfers.steps.born": f"{_PART}: requesting a transfer",
    "cases.services.transfers.steps.move": f"{_PART}: each step of a transfer",
    "cases.services.transfers.steps.refuse_unless": f"{_PART}: each step of a transfer",
    "cases.services.transfers.steps.tell_both": f"{_PART}: each step of a transfer",
    "curricula.services.enrollments.approve": "changing an enrollment to approved, which is lived",
    "curricula.services.enrollments.begin": f"{_PART}: logging a lesson",
    "curricula.services.enrollments.next_states": _ANSWERS,
    "incubator.services.accounts.acting.acting": "only commands ask it, for the system's own account",
    "incubator.services.accounts.governing.check_appointer": f"{_PART}: appointing",
    "incubator.services.accounts.invitations.invite": f"{_PART}: appointing",
    "incubator.services.consents.giving.carry_withdrawals": f"{_PART}: accepting a transfer, undoing a merge of persons",
    "incubator.services.consents.reading.supports_used": "reads the supports of an answer, and writes only that it did",
    "incubator.services.meetings.corrections.may_mend": _ANSWERS,
    "incubator.services.meetings.hours.may_validate": _ANSWERS,
    "incubator.services.meetings.writing.hold": f"{_PART}: every meeting",
    "incubator.services.organizations.create_group": f"{_PART}: taking a group in",
    "incubator.services.people.create": f"{_PART}: welcoming a member",
    "incubator.services.planning.asked_by": _ANSWERS,
    "incubator.services.planning.may_mend": _ANSWERS,
    "incubator.services.planning.mark_held": f"{_PART}: logging a planned session",
    "incubator.services.sensitive.allowed_in": f"{_PART}: every sensitive fact",
    "incubator.services.sensitive.crosses": "counts, and writes nothing",
    "incubator.services.sensitive.needs_in_total": "counts, and writes nothing",
    "incubator.services.sensitive_shares.shares": "counts, and writes nothing",
    "incubator.services.sensitive_copies.carry": f"{_PART}: accepting a transfer",
    "incubator.services.sheet_facts.load": f"{_PART}: loading a census",
    "incubator.services.sheet_facts.take_back": f"{_PART}: undoing a census",
    "incubator.services.sheet_facts.written_since": f"{_PART}: undoing a census",
    "reports.services.guard.check": f"{_PART}: each act of a report",
    "reports.services.guard.locked": f"{_PART}: each act of a report",
    "reports.services.guard.move": f"{_PART}: each act of a report",
    "reports.services.guard.record": f"{_PART}: each act of a report",
    "reports.services.products.keep": "keeps the papers of a seal, which are not printed here",
}


def _services():
    """{dotted name: function} of every public function of the services that takes `by` or is a transaction."""
    found = {}
    for package in PACKAGES:
        home = import_module(package)
        for info in [None, *walk_packages(home.__path__, f"{package}.")]:
            module = home if info is None else import_module(info.name)
            for name, function in vars(module).items():
                own = inspect.isfunction(function) and function.__module__ == module.__name__
                if not own or name.startswith("_"):
                    continue
                if "by" in inspect.signature(function).parameters or hasattr(function, "__wrapped__"):
                    found[f"{module.__name__}.{name}"] = function
    return found


def _named_in(source, names):
    """The functions that some code names, as `name` or as `module.name`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name):
            yield names.get(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield getattr(names.get(node.value.id), node.attr, None)


def _lived():
    """Every function that a rule names, or a fact of the factories that the rules record."""
    found = set()
    for stem in RULES:
        module = import_module(f"tests.lives.{stem}")
        found |= {one for one in _named_in(inspect.getsource(module), vars(module)) if inspect.isfunction(one)}
    for function in BY_FACTORIES:
        source = inspect.getsource(function)
        found |= {one for one in _named_in(source, vars(factories)) if inspect.isfunction(one)}
    return found


SERVICES, LIVED = _services(), _lived()


def test_there_are_services_and_rules():
    assert len(SERVICES) > 150
    assert len(Lives.setup_state().rules) > 150


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_is_lived_or_it_is_said_why_not(name):
    assert (SERVICES[name] in LIVED) is not (name in LEFT_OUT), (
        f"{name}: write a rule of tests/lives that calls it, or say in LEFT_OUT why none does; not both."
    )


def test_what_is_left_out_is_still_there():
    assert not set(LEFT_OUT) - set(SERVICES)


def test_every_module_of_rules_is_lived():
    lived = {rule.function.__module__.rpartition(".")[2] for rule in Lives.setup_state().rules}
    assert lived == set(RULES)


def test_no_two_mixins_define_the_same_name():
    names = Counter(
        name
        for kind in Lives.__mro__
        if issubclass(kind, Engine) and kind not in (Lives, Engine)
        for name in vars(kind)
        if not name.startswith("__")
    )
    assert [name for name, count in names.items() if count > 1] == []
