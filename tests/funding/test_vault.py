"""The vault: how what the bases ask stands on its day, who puts a document there, and who may see which."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction

from cases.enums import Stage
from cases.funding.bases.shapes import AskedDocument, Bases, Moment
from cases.funding.vault.access import Reader, tier_of
from cases.funding.vault.reading import PaperState, asked_days, held_by, standing
from cases.funding.vault.words import rule, sentence
from cases.funding.words import ApplicantKind, DocumentKind, DocumentOf
from cases.services.funding import vault
from incubator import calendars
from incubator.enums import EvidenceKind, Role, Tier
from incubator.models import Evidence, ReadingLog
from incubator.requirements import Refused
from tests.factories.cases import case_in
from tests.factories.people import user_with
from tests.funding.money_scene import DAY, an_asking, money_bases
from tests.funding.scene import agreement_of

pytestmark = pytest.mark.django_db
K, S = DocumentKind, PaperState
CLOSING = date(2021, 7, 15)
STANDING = AskedDocument("standing", K.LEGAL_STANDING, "Certificado de vigencia", valid_days=30, clause="Bases, 5.1")
DAYS = {Moment.CLOSING: CLOSING, Moment.REVIEW: CLOSING + timedelta(days=10)}


@pytest.fixture(autouse=True)
def _on_the_day():
    with calendars.travel(DAY):
        yield


@pytest.fixture
def case(place):
    return case_in(Stage.BUSINESS, at=place)


def _file(by, place, tier):
    return Evidence.objects.create(
        incubator=place,
        kind=EvidenceKind.FUND,
        tier=tier,
        sha256=f"{Evidence.objects.count():064d}",
        size=4,
        media_type="application/pdf",
        original_name="papel.pdf",
        uploaded_by=by,
    )


def _keep(by, case, kind=K.LEGAL_STANDING, happened_on=DAY, **said):
    proof = _file(by, case.incubator, tier_of(kind, said.get("subject", DocumentOf.GROUP)))
    return vault.keep(by=by, case=case, on=DAY, kind=kind, happened_on=happened_on, **{"evidence": proof, **said})


def _member(case):
    return case.organization.members_on(DAY).first().person


def _of(case, *asked, days=DAYS, application=None):
    return standing(case, Bases(documents=asked), days, application)


@pytest.mark.parametrize(("age", "state"), [(29, S.THERE), (30, S.THERE), (31, S.EXPIRED)])
def test_the_age_of_a_document_is_counted_to_its_day(case, officer, age, state):
    (asked,) = [STANDING]
    with calendars.travel(CLOSING):
        proof = _file(officer, case.incubator, Tier.LEGAL)
        issued = CLOSING - timedelta(days=age)
        vault.keep(by=officer, case=case, on=CLOSING, kind=asked.kind, happened_on=issued, evidence=proof)
    (one,) = _of(case, asked)
    assert (one.state, one.good_until) == (state, issued + timedelta(days=30))
    assert (one.ask_from, one.ask_by) == (CLOSING - timedelta(days=30), CLOSING)
    assert one.expires_before_closing is (state == S.EXPIRED)


def test_a_document_says_until_when_it_serves_and_when_to_ask_for_another(case, officer):
    assert sentence(_of(case, STANDING)[0]) == "Falta. Pida uno desde el 15-06-2021 y a más tardar el 15-07-2021."
    _keep(officer, case, happened_on=date(2021, 6, 14))
    (one,) = _of(case, STANDING)
    assert sentence(one) == (
        "Vence antes del cierre: sirve hasta el 14-07-2021 y se cuenta al cierre, el 15-07-2021. "
        "Pida uno desde el 15-06-2021 y a más tardar el 15-07-2021."
    )
    assert rule(one) == "De no más de 30 días, contados al cierre. Bases, 5.1"
    _keep(officer, case, happened_on=DAY)
    assert sentence(_of(case, STANDING)[0]) == "Está y sirve hasta el 15-07-2021 y se cuenta al cierre, el 15-07-2021."


def test_its_own_term_counts_too_and_without_any_it_never_expires(case, officer):
    asked = AskedDocument("statutes", K.STATUTES, "Estatutos")
    _keep(officer, case, K.STATUTES, valid_until=date(2021, 7, 14))
    assert _of(case, asked)[0].state == S.EXPIRED
    older = _keep(officer, case, K.STATUTES, happened_on=date(2021, 1, 4))
    (one,) = _of(case, asked)
    assert (sentence(one), one.document) == ("Está y no vence.", older)


def test_a_certificate_counted_at_the_review_may_be_out_of_reach_and_says_so(case):
    late = AskedDocument("x", K.LABOUR, "F30", valid_days=5, moment=Moment.REVIEW)
    (one,) = _of(case, late)
    assert one.is_too_late
    assert "Ninguno pedido antes del cierre (15-07-2021) llega al día que cuenta" in sentence(one)
    (unsaid,) = _of(case, late, days={Moment.CLOSING: CLOSING})
    assert not unsaid.is_sure
    assert "Las bases no dicen qué día se cuenta a la revisión" in sentence(unsaid)


def test_only_what_is_asked_of_whoever_applies_and_of_each_person_named(place, officer):
    identity = AskedDocument("id", K.IDENTITY, "Cédula", DocumentOf.PERSON)
    ours = AskedDocument("coop", K.DIRECTORS, "Directorio", applicants=(ApplicantKind.COOPERATIVE,))
    other = AskedDocument("other", K.OTHER, "Carta de la junta de vecinos", required=False)
    asking = an_asking(place, money_bases(documents=(identity, ours, other)))
    _keep(officer, asking.case, K.IDENTITY, subject=DocumentOf.PERSON, person=asking.signer)
    _keep(officer, asking.case, K.OTHER, name="Otra carta")
    found = standing(asking.case, Bases(documents=(identity, ours, other)), DAYS, asking)
    assert [(one.asked.key, one.state, one.person) for one in found] == [
        ("id", S.THERE, asking.signer),
        ("other", S.MISSING, None),
    ]
    assert found[1].is_fine


def test_many_documents_and_many_cases_ask_the_same_queries(case, officer, django_assert_num_queries):
    asked = Bases(documents=tuple(AskedDocument(kind, kind, kind.label) for kind in K))
    for _ in range(3):
        _keep(officer, case)
    with django_assert_num_queries(1):
        assert len(standing(case, asked, DAYS)) == len(K)
    with django_assert_num_queries(1):
        held_by([case.pk, 0])
    with django_assert_num_queries(0):
        standing(case, asked, DAYS, held=[])


def test_the_days_that_are_known(case):
    assert asked_days(money_bases(), CLOSING) == {Moment.CLOSING: CLOSING}


def test_who_puts_there_what(case, officer, place):
    adviser = user_with(Role.ADVISOR, at=agreement_of(place), groups=[case.organization])
    productive = user_with(Role.OFFICER_DEVELOPMENT, at=place)
    _keep(adviser, case)
    with pytest.raises(PermissionDenied):
        _keep(adviser, case, K.BANK)
    with pytest.raises(PermissionDenied):
        _keep(adviser, case, K.SWORN, subject=DocumentOf.PERSON, person=_member(case))
    _keep(productive, case, K.BANK)
    with pytest.raises(PermissionDenied):
        _keep(productive, case, K.DISABILITY, subject=DocumentOf.PERSON, person=_member(case))
    _keep(officer, case, K.DISABILITY, subject=DocumentOf.PERSON, person=_member(case))


def test_who_sees_which_and_a_reserved_one_leaves_its_reading(case, officer, place):
    person = _member(case)
    plain, bank = _keep(officer, case), _keep(officer, case, K.BANK)
    reserved = _keep(officer, case, K.SOCIAL_REGISTRY, subject=DocumentOf.PERSON, person=person)
    assert reserved.evidence.tier == Tier.SENSITIVE
    adviser = user_with(Role.ADVISOR, at=agreement_of(place), groups=[case.organization])
    auditor = user_with(Role.AUDITOR, at=agreement_of(place))
    seen = {
        who: [(Reader(user, case).lists(one), Reader(user, case).opens(one)) for one in (plain, bank, reserved)]
        for who, user in (("officer", officer), ("adviser", adviser), ("auditor", auditor))
    }
    assert seen == {
        "officer": [(True, True)] * 3,
        "adviser": [(True, True), (False, False), (False, False)],
        "auditor": [(True, True), (True, True), (True, False)],
    }
    vault.opened(by=officer, document=plain)
    assert not ReadingLog.objects.exists()
    vault.opened(by=officer, document=reserved)
    assert ReadingLog.objects.get().persons == [person.pk]
    for user in (adviser, auditor):
        with pytest.raises(PermissionDenied):
            vault.opened(by=user, document=reserved)


def test_a_file_that_the_group_already_holds_is_pointed_at_and_no_other(case, officer, place):
    from tests.factories.cases import _definition

    _definition(case, officer, DAY)
    (held, *_) = vault.reusable(by=officer, case=case)
    kept = _keep(officer, case, K.STATUTES, evidence=held.evidence)
    assert kept.evidence == held.evidence
    stranger = _file(user_with(Role.OFFICER_DISABILITY, at=place), place, Tier.LEGAL)
    with pytest.raises(Refused, match="no es de los documentos de este grupo"):
        _keep(officer, case, K.STATUTES, evidence=stranger)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"happened_on": DAY + timedelta(days=1)}, "happened_on"),
        ({"valid_until": DAY - timedelta(days=1)}, "valid_until"),
        ({"kind": K.OTHER}, "name"),
        ({"subject": DocumentOf.PERSON}, "person"),
        ({"evidence": None}, "document_file"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(case, officer, wrong, field):
    with pytest.raises(Refused) as refused:
        _keep(officer, case, **wrong)
    assert refused.value.findings[0].field == field


def test_one_set_aside_counts_no_more_and_stays(case, officer):
    kept = _keep(officer, case)
    with pytest.raises(Refused, match="por qué"):
        vault.set_aside(by=officer, document=kept, on=DAY, why=" ")
    vault.set_aside(by=officer, document=kept, on=DAY, why="Era de otro grupo")
    assert _of(case, STANDING)[0].state == S.MISSING
    with pytest.raises(Refused, match="ya se apartó"):
        vault.set_aside(by=officer, document=kept, on=DAY, why="Otra vez")
    for statement in (
        "update cases_vaultdocument set happened_on = '2021-01-01' where id = {0}",
        "update cases_vaultdocument set set_aside_on = null where id = {0}",
        "delete from cases_vaultdocument where id = {0}",
    ):
        with pytest.raises(Exception, match=r"stays|deleted|denied"), transaction.atomic():
            connection.cursor().execute(statement.format(kept.pk))
