"""Calls with several applications, walked to where a story begins."""

from datetime import date

from cases.enums import Conflict, Stage, Verb
from cases.models import Case
from cases.services import advancement, calls, facts
from cases.services.selection import evaluators, ranking, sheets
from tests import factories
from tests.factories.cases import call_of, evaluators_of, prepare
from tests.factories.people import coordinator_of, officer_of

#: A Tuesday of June; Monday 28 is a holiday (San Pedro y San Pablo).
TODAY = date(2021, 6, 15)
APPLIED, GIVEN, FILED, DECIDED = date(2021, 4, 5), date(2021, 4, 12), date(2021, 5, 3), date(2021, 5, 10)
REASON = "Se lee en la postulación."


def applied(place, count=1, **fields):
    """A published call with that many applications; returns (call, cases), evaluators not named yet."""
    by = officer_of(place)
    call = call_of(place, by, APPLIED, **fields)
    cases = []
    for number in range(count):
        case = factories.case_in(Stage.CENSUS, at=place, members=5)
        contact = case.organization.members_on(APPLIED).first().person
        facts.receive_application(
            by=by, case=case, on=APPLIED, call=call, contact=contact, interested=20 - number, informed_on=APPLIED
        )
        advancement.advance(by=by, case=case, verb=Verb.APPLY, on=APPLIED)
        cases.append(Case.objects.get(pk=case.pk))
    return call, cases


def application_of(case):
    """The application of a case, read again."""
    return case.applications.select_related("call__incubator", "case__organization", "case__incubator").get()


def give(case, *people, on=GIVEN):
    """Name these evaluators (two of the place unless said), who declare no conflict; the case goes to selection."""
    boss, application = coordinator_of(case.incubator), application_of(case)
    for person in people or evaluators_of(case.incubator):
        given = evaluators.assign(by=boss, application=application, evaluator=person, on=on)
        evaluators.declare(by=person, entrusted=given, on=on, conflict=Conflict.NONE)
    case = Case.objects.get(pk=case.pk)
    if case.stage == Stage.CALL:
        advancement.advance(by=officer_of(case.incubator), case=case, verb=Verb.EVALUATE, on=on)
    return application


def file(case, *points, on=FILED):
    """File the open sheets of a case: one number gives the points of every criterion of that sheet."""
    application = application_of(case)
    criteria = list(application.call.criteria.values_list("pk", flat=True))
    rows = application.assignments.filter(until__isnull=True, sheet__completed_on__isnull=True).order_by("pk")
    for given, said in zip(rows, points, strict=False):
        one = [said] * len(criteria) if isinstance(said, int) else said
        scores = {pk: (value, REASON) for pk, value in zip(criteria, one, strict=True)}
        sheets.file_sheet(by=given.evaluator, entrusted=given, on=on, scores=scores)
    return application_of(case)


def ranked(place, *points, **fields):
    """A call put in order, one application for each pair of points; returns (call, cases in order of receipt)."""
    call, cases = applied(place, len(points), **fields)
    for case, said in zip(cases, points, strict=True):
        give(case)
        file(case, *(said if isinstance(said, tuple) else (said, said)))
    put_in_order(call)
    return call, [Case.objects.get(pk=case.pk) for case in cases]


def put_in_order(call, on=FILED):
    """Close the call and make its order."""
    calls.close_call(by=officer_of(call.incubator), call=call, on=on)
    return ranking.rank(by=coordinator_of(call.incubator), call=call, on=on)


def decide(case, verb, on=DECIDED, **data):
    """Fire a verb of the coordinator with what it asks."""
    case = Case.objects.get(pk=case.pk)
    if verb in (Verb.ADMIT, Verb.ADMIT_FORMAL):
        prepare(case, verb, on)
    said = {"reason": "El puntaje no alcanzó.", "referred_to": "Oficina de fomento productivo"} | data
    return advancement.advance(by=coordinator_of(case.incubator), case=case, verb=verb, on=on, data=said)
