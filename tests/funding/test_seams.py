"""Where the rooms of the funds meet: what stayed with who signed, what is verified, what the group reads, what waits."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.causes.fund_reserved import fund_reserved
from cases.enums import ConfirmationSubject, Stage
from cases.funding.bases.shapes import Condition
from cases.funding.form import adoption, confirming
from cases.funding.life import FundState
from cases.funding.package import readiness
from cases.funding.words import ApplicantKind, BudgetKind, InterestKind
from cases.models import CallInterest, FundBudget
from cases.services.funding import awards, consenting, interests, news, reserved, verifying
from cases.views.funding.writing.asked import to_verify
from incubator import calendars, causes
from incubator.causes import Asked
from incubator.enums import Role
from incubator.models import JournalEntry
from incubator.services import organizations
from tests import factories
from tests.factories import case_in
from tests.factories.cases import evidence
from tests.factories.people import incubator, officer_of
from tests.funding.scene import a_call, a_version, an_application, fresh, some_bases
from tests.funding.walked import walk
from tests.lineage import scene as joining
from tests.transfers import scene as transfers

pytestmark = pytest.mark.django_db

S = FundState
BEGUN, SENT = date(2021, 1, 4), date(2021, 3, 8)
VERIFIED = (
    Condition("rural", "territory", parameters={"rural": True}),
    Condition("before", "earlier_awards", parameters={"years": 2}),
    Condition("owing", "pending_accounts"),
)
DISABILITY = Condition("disability", "disability_share", parameters={"percent": 50})


@pytest.fixture
def moving():
    with calendars.travel(date(2021, 3, 15)):
        transfers.two_places()
        yield case_in(Stage.TRAINING, at=incubator("05501"), on=BEGUN)


@pytest.fixture
def stayed(moving):
    """Awarded to the municipality, which keeps it under the name of its officer once the group moved."""
    one = an_application(
        moving, a_call(moving.incubator, in_force_from=BEGUN), on=SENT, title="Sede", signer=None,
        applicant_kind=ApplicantKind.MUNICIPALITY, receiver_kind="applicant", receiver_person=None,
        signer_name="Alcaldesa",
    )  # fmt: skip
    one = walk(one, S.AWARDED, SENT)
    transfers.accepted(transfers.asked(moving), keepers={one.pk: officer_of(incubator("05501"))})
    with calendars.travel(transfers.TAKEN):
        yield fresh(one)


def _signed(application):
    keeper = officer_of(incubator("05501"))
    paper = evidence(keeper, incubator("05501"), content=b"convenio")
    return awards.sign(by=keeper, application=application, on=transfers.TAKEN, evidence=paper, reference="Res. 4")


def test_what_stayed_is_journalled_where_it_stays_and_without_the_group(stayed):
    before = set(JournalEntry.objects.values_list("pk", flat=True))
    _signed(stayed)
    rows = JournalEntry.objects.exclude(pk__in=before).filter(verb__startswith="fund_")
    assert {(row.verb, row.incubator, row.organization) for row in rows} == {
        ("fund_moved", incubator("05501"), None),
        ("fund_told", incubator("05501"), None),
    }
    receiver = officer_of(incubator("05502"))
    assert not JournalEntry.objects.visible_to(receiver).filter(pk__in=rows).exists()


def test_the_keeper_records_what_the_agency_says_and_what_the_group_signed_and_nobody_of_the_case_does(stayed, enter):
    keeper, there, on = officer_of(incubator("05501")), officer_of(incubator("05502")), transfers.TAKEN
    news.score(by=keeper, application=stayed, on=on, scores={}, total=80, reference="Acta 2")
    assert _signed(stayed).application.state == S.SIGNED
    said = {
        "application": fresh(stayed),
        "subject": ConfirmationSubject.FUND_RENUNCIATION,
        "on": on,
        "statement": "Sí.",
    }
    paper = evidence(keeper, incubator("05501"), content=b"hoja")
    with pytest.raises(PermissionDenied):
        consenting.confirm(by=there, evidence=paper, **said)
    row = consenting.confirm(by=keeper, evidence=paper, **said)
    assert JournalEntry.objects.get(subject_type="cases.groupconfirmation", subject_id=row.pk).organization is None
    client = enter(keeper)
    page = client.get(reverse("application_consent", args=[stayed.pk, "renuncia"])).content.decode()
    assert "Con una hoja firmada" in page
    assert "Pedir la confirmación" not in page
    assert "Puntaje" in client.get(reverse("application_agency", args=[stayed.pk])).content.decode()
    assert enter(there).get(reverse("application_agency", args=[stayed.pk])).status_code == 404


def test_whatever_readiness_asks_to_verify_has_a_form_that_answers_it(moving, enter):
    bases = some_bases(conditions=(*VERIFIED, DISABILITY))
    one = an_application(moving, a_call(moving.incubator, bases=bases, in_force_from=BEGUN), on=SENT)
    transfers.accepted(transfers.asked(moving))
    with calendars.travel(transfers.TAKEN):
        here, on = officer_of(incubator("05502")), transfers.TAKEN
        asked = [row.key for row in to_verify(here, fresh(one))]
        assert asked == ["rural", "before", "owing"]  # what is reserved is asked of the office
        page = enter(here).get(reverse("application_verify", args=[one.pk])).content.decode()
        assert page.count("Rendiciones pendientes") + page.count("Sin rendiciones pendientes")
        assert len(_open(one, here, on)) == 3
        for key in asked:
            verifying.answer(
                by=here, application=fresh(one), key=key, meets=True, text="Lo dice su carta.", seen_on=on,
                at=calendars.now(),
            )  # fmt: skip
        assert _open(one, here, on) == []
        assert [row.key for row in to_verify(here, fresh(one)) if row.last] == asked


def _open(application, by, on):
    return [one for one in readiness.lacks(fresh(application), by=by, on=on) if one.rule == "to_verify"]


# ------------------------------------------------------------------------------------------------- what the group reads


def _budget(application, kind, amount, **fields):
    number = application.budgets.count() + 1
    by = officer_of(application.case.incubator)
    budget = FundBudget.objects.create(application=application, number=number, kind=kind, recorded_by=by)
    budget.lines.create(item="tools", name="Máquina", months=[amount])
    for name, value in {"is_draft": False, "presented_on": SENT, **fields}.items():
        setattr(budget, name, value)
    budget.save()


def test_each_text_says_the_sum_of_its_own_budget(moving, enter):
    one = walk(an_application(moving, a_call(moving.incubator, in_force_from=BEGUN), on=SENT), S.SUBMITTED, SENT)
    _budget(one, BudgetKind.REQUESTED, 5_000_000, in_force_from=SENT)
    walk(one, S.AWARDED, SENT, amount=4_000_000)
    assert "versión" not in confirming.cut_statement(one)
    _budget(one, BudgetKind.AWARDED, 4_000_000)
    assert "Pide $\u00a05.000.000" in confirming.statement(one)
    text = confirming.cut_statement(one)
    assert "La versión 2 del presupuesto: pide $\u00a04.000.000 y aporta $\u00a00." in text
    page = enter(officer_of(moving.incubator)).get(reverse("application_consent", args=[one.pk, "ajuste"]))
    assert text in page.content.decode()


def test_the_highest_number_in_force_is_the_one_to_adopt(moving):
    call = a_call(moving.incubator, in_force_from=BEGUN)
    one = an_application(moving, call, on=SENT)
    a_version(call, some_bases(summary="Dos"), in_force_from=date(2021, 3, 2))
    third = a_version(call, some_bases(summary="Tres"), in_force_from=date(2021, 3, 1))
    assert adoption.pending([one], SENT) == {one.pk: adoption.newest_for(one, SENT)} == {one.pk: third}


# ------------------------------------------------------------------------------------------------- pages


def test_the_page_of_the_funds_leads_to_what_each_may_open(place, officer, enter):
    names = ("fund_applications", "fund_calendar", "fund_workbook", "past_awards")
    page = enter(officer).get(reverse("fund_list")).content.decode()
    assert all(f'href="{reverse(name)}"' in page for name in (*names, "fund_exchange"))
    with calendars.travel(date(2021, 6, 1)):
        group = case_in(Stage.TRAINING, at=place).organization
    reader = factories.user_with(Role.REPRESENTATIVE, at=group)
    page = enter(reader).get(reverse("fund_list")).content.decode()
    assert f'href="{reverse("fund_exchange")}"' not in page
    for name in names:
        assert (enter(reader).get(reverse(name)).status_code == 200) == (f'href="{reverse(name)}"' in page), name


def test_the_tab_of_a_group_shows_what_the_groups_that_joined_it_applied_to(enter):
    with calendars.travel(joining.TODAY):
        survivor, absorbed = joining.two_groups()
        call = a_call(joining.place())
        walk(an_application(absorbed, call, on=date(2021, 6, 1), title="La sede"), S.SUBMITTED, date(2021, 6, 1))
        joining.merged(survivor, absorbed)
        page = enter(officer_of(joining.place())).get(reverse("group_funds", args=[survivor.organization_id]))
    assert "La sede" in page.content.decode()
    assert f"de {absorbed.organization.name}, que se unió a este grupo" in page.content.decode()


# ------------------------------------------------------------------------------------------------- Mi día


JUNE = date(2021, 6, 1)


def _waiting(user, on=JUNE):
    return [one for one in causes.tasks(user, on) if one.cause == "fund_reserved"]


@pytest.fixture
def june():
    with calendars.travel(JUNE):
        yield


def test_a_reserved_condition_waits_for_the_office_until_it_is_answered_and_again_when_the_members_change(
    june, place, officer
):
    call, case = a_call(place, bases=some_bases(conditions=(DISABILITY,))), case_in(Stage.TRAINING, at=place)
    assert not _waiting(officer)
    an_application(case, call)
    (task,) = _waiting(officer)
    assert task.url == reverse("fund_reserved", args=[case.organization_id, call.pk])
    assert "%" not in task.sentence + task.detail  # that it is asked, and not what
    assert not _waiting(factories.user_with(Role.OFFICER_DEVELOPMENT, at=place))
    assert not _waiting(officer, date(2021, 8, 13))  # the call closed
    reserved.answer(by=officer, case=case, call=call, key="disability", meets=True, on=JUNE)
    assert not _waiting(officer)
    organizations.join(by=officer, organization=case.organization, person=factories.person(at=place), since=JUNE)
    assert len(_waiting(officer)) == 1


def test_an_interest_waits_too_and_what_asks_nothing_reserved_does_not(june, place, officer):
    case = case_in(Stage.TRAINING, at=place)
    said = {"by": officer, "case": case, "on": JUNE, "kind": InterestKind.INTERESTED}
    interests.say(call=a_call(place, key="otro"), **said)
    assert not _waiting(officer)
    interests.say(call=a_call(place, bases=some_bases(conditions=(DISABILITY,))), **said)
    assert len(_waiting(officer)) == 1
    assert CallInterest.objects.count() == 2


def test_the_reserved_conditions_are_read_in_the_same_queries_however_many(june, place, officer):
    an_application(case_in(Stage.TRAINING, at=place), a_call(place, bases=some_bases(conditions=(DISABILITY,))))
    few = _queries(officer, 1)
    for number in range(4):
        call = a_call(place, key=f"fondo-{number}", bases=some_bases(conditions=(DISABILITY,)))
        an_application(case_in(Stage.TRAINING, at=place), call)
    assert _queries(officer, 5) == few <= 10


def _queries(user, number):
    user.__dict__.pop("_posts_in_force", None)
    with CaptureQueriesContext(connection) as seen:
        assert len(list(fund_reserved(Asked(user, JUNE)))) == number
    return len(seen)
