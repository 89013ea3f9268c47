"""The pairs of a call: who evaluates, who admits, who decides an appeal."""

from cases.enums import AppealChannel, AppealOutcome, Conflict, Stage, Verb
from cases.models import Case
from cases.services import advancement, facts
from cases.services.selection import appeals, evaluators, sheets
from incubator.enums import Role
from tests import factories
from tests.factories.cases import call_of, evaluators_of, file_sheets, prepare
from tests.factories.people import coordinator_of, officer_of
from tests.selection import stories
from tests.separation.pairs import also, bosses, coordinator_of_another, today


def evaluate_and_admit():
    """An officer who evaluated, and since coordinates."""
    case = factories.case_in(Stage.SELECTION)
    prepare(case, Verb.ADMIT, today())
    first, _ = evaluators_of(case.incubator)
    both = also(first, Role.COORDINATOR, incubator=case.incubator)
    data = {"skip_reason": "Urge."}
    return (
        both,
        coordinator_of_another(case.incubator, both),
        lambda by: advancement.advance(
            by=by, case=Case.objects.get(pk=case.pk), verb=Verb.ADMIT, on=today(), data=data
        ),
    )


def _waiting_for_evaluators():
    case = factories.case_in(Stage.CENSUS)
    by, on = officer_of(case.incubator), today()
    call = call_of(case.incubator, by, on)
    contact = case.organization.members_on(on).first().person
    facts.receive_application(by=by, case=case, on=on, call=call, contact=contact, interested=9, informed_on=on)
    advancement.advance(by=by, case=case, verb=Verb.APPLY, on=on)
    return Case.objects.get(pk=case.pk), stories.application_of(case)


def assign_and_evaluate():
    """A coordinator who may evaluate by another post gives herself an application."""
    case, application = _waiting_for_evaluators()
    boss, other = bosses(case.incubator)
    both = also(boss, Role.OFFICER_DEVELOPMENT, incubator=case.incubator)
    return both, other, lambda by: evaluators.assign(by=by, application=application, evaluator=both, on=today())


def belong_and_evaluate():
    """An officer who speaks for the group, and another who does not."""
    case, application = _waiting_for_evaluators()
    first, second = evaluators_of(case.incubator)
    own = also(first, Role.REPRESENTATIVE, organization=case.organization)
    boss = coordinator_of(case.incubator)
    return own, second, lambda by: evaluators.assign(by=boss, application=application, evaluator=by, on=today())


def relative_and_evaluate():
    """Whoever says she is a relative has no sheet; whoever says she is none has one."""
    case, application = _waiting_for_evaluators()
    boss, given = coordinator_of(case.incubator), {}
    for person, conflict in zip(evaluators_of(case.incubator), (Conflict.RELATIVE, Conflict.NONE), strict=True):
        given[person.pk] = evaluators.assign(by=boss, application=application, evaluator=person, on=today())
        evaluators.declare(by=person, entrusted=given[person.pk], on=today(), conflict=conflict)
    scores = dict.fromkeys(application.call.criteria.values_list("pk", flat=True), (3, "Así se lee."))
    relative, other = evaluators_of(case.incubator)
    return (
        relative,
        other,
        lambda by: sheets.file_sheet(by=by, entrusted=given[by.pk], on=today(), scores=scores),
    )


def _appealed(decliner):
    """An appeal against what that person decided."""
    case = factories.case_in(Stage.SELECTION)
    file_sheets(case.applications.first(), today())
    boss, other = bosses(case.incubator)
    data = {"reason": "No alcanzó.", "referred_to": "Fomento"}
    by = boss if decliner == "boss" else other
    advancement.advance(by=by, case=case, verb=Verb.DECLINE, on=today(), data=data)
    case = Case.objects.get(pk=case.pk)
    appeal = appeals.file_appeal(
        by=officer_of(case.incubator), case=case, on=today(), channel=AppealChannel.IN_PERSON, text="No es así."
    )

    def decide(by):
        said = {"outcome": AppealOutcome.UPHELD, "grounds": "Se leyó mal.", "act": "Decreto 9"}
        return appeals.decide_appeal(by=by, appeal=appeal, on=today(), **said)

    return case, boss, other, decide


def decline_and_decide():
    """Whoever said no does not say whether it was right."""
    _, boss, other, decide = _appealed("boss")
    return boss, other, decide


def evaluate_and_decide():
    """An evaluator who since coordinates."""
    case, boss, _, decide = _appealed("the other")
    return also(officer_of(case.incubator), Role.COORDINATOR, incubator=case.incubator), boss, decide
