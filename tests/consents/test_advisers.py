"""What an adviser institution is for an incubator: public unless said, private, and covered by a contract or not."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from incubator import calendars, masking
from incubator.access import forget_posts
from incubator.enums import Role
from incubator.models import AdviserStanding, ConsentText, Person, Post
from incubator.purposes import AdviserNature, Purpose
from incubator.requirements import Refused
from incubator.services import consents
from tests import factories
from tests.consents.conftest import TODAY

pytestmark = pytest.mark.django_db


def seen(user, people):
    forget_posts(user)
    return set(Person.objects.visible_to(user).filter(pk__in=[one.pk for one in people]).values_list("pk", flat=True))


def test_an_institution_is_public_until_it_is_said_otherwise(advisor, people, private):
    assert seen(advisor, people) == {one.pk for one in people}
    private()
    assert seen(advisor, people) == set()


def test_a_contract_covers_until_its_last_day(advisor, people, private, contract):
    private()
    contract(until=date(2021, 6, 20))
    assert seen(advisor, people) == {one.pk for one in people}
    with calendars.travel("2021-06-19T10:00"):
        assert seen(advisor, people) == {one.pk for one in people}
    with calendars.travel("2021-06-20T10:00"):
        assert seen(advisor, people) == set()


def test_without_a_contract_only_who_authorises_it_is_seen(advisor, people, private, authorises):
    private()
    authorises(people[1])
    assert seen(advisor, people) == {people[1].pk}


def test_who_withdraws_goes_out_of_sight_even_under_a_contract(advisor, officer, people, private, contract):
    private()
    contract()
    consents.withdraw(by=officer, person=people[2], purpose=Purpose.PRIVATE_ADVISER, on=TODAY)
    assert seen(advisor, people) == {people[0].pk, people[1].pk}


def test_the_institution_of_another_incubator_changes_nothing_here(advisor, people):
    elsewhere = factories.incubator("05101")
    there = factories.user_with(Role.COORDINATOR, at=elsewhere)
    adviser = factories.agreement().adviser
    consents.record_standing(
        by=there, incubator=elsewhere, organization=adviser, nature=AdviserNature.PRIVATE, since=TODAY
    )
    assert seen(advisor, people) == {one.pk for one in people}


def test_whoever_also_works_for_the_municipality_reads_as_it_does(case, people, private):
    private()
    user = factories.user_with(Role.ADVISOR, at=factories.agreement(), groups=[case.organization])
    assert seen(user, people) == set()
    Post.objects.create(user=user, role=Role.OFFICER_DISABILITY, incubator=case.incubator, since=TODAY, act="Decreto 9")
    assert seen(user, people) == {one.pk for one in people}


def test_a_public_institution_of_the_same_incubator_opens_no_veil_of_another(advisor, private):
    private()
    forget_posts(advisor)
    assert masking.veil_of(advisor).by_consent


def test_its_standing_is_dated_and_never_overwritten(coordinator, case, private):
    private(since=TODAY - timedelta(days=10))
    consents.record_standing(
        by=coordinator, incubator=case.incubator, organization=factories.agreement().adviser,
        nature=AdviserNature.PUBLIC, since=TODAY,
    )  # fmt: skip
    rows = AdviserStanding.objects.order_by("since")
    assert [(row.nature, row.since, row.until) for row in rows] == [
        ("private", TODAY - timedelta(days=10), TODAY),
        ("public", TODAY, None),
    ]


def test_only_the_coordination_says_what_an_institution_is(officer, advisor, case):
    university = factories.user_with(Role.UNIVERSITY_COORDINATOR, at=factories.agreement())
    for by in (officer, advisor, university):
        with pytest.raises(PermissionDenied):
            consents.record_standing(
                by=by, incubator=case.incubator, organization=factories.agreement().adviser,
                nature=AdviserNature.PRIVATE, since=TODAY,
            )  # fmt: skip


def test_an_institution_that_does_not_advise_here_is_refused(coordinator, case):
    with pytest.raises(Refused, match="no asesora"):
        consents.record_standing(
            by=coordinator, incubator=case.incubator, organization=factories.agreement().funder,
            nature=AdviserNature.PRIVATE, since=TODAY,
        )  # fmt: skip


def test_a_contract_has_a_term_and_its_signed_copy(contract):
    with pytest.raises(Refused, match="fecha de término"):
        contract(until=TODAY)


def test_a_text_is_read_by_its_incubator_and_its_delegate_alone(coordinator, case):
    text = consents.write_text(
        by=coordinator, incubator=case.incubator, purpose=Purpose.PHOTO, text="Uno.", easy_text="Uno.",
        in_force_from=TODAY, on=TODAY,
    )  # fmt: skip
    delegate = factories.user_with(Role.DATA_DELEGATE, at=case.incubator)
    stranger = factories.user_with(Role.COORDINATOR, at=factories.incubator("05101"))
    assert text in ConsentText.objects.visible_to(delegate)
    assert text not in ConsentText.objects.visible_to(stranger)
    assert not ConsentText.objects.visible_to(factories.user_with(Role.WEB_EDITOR, at=case.incubator)).exists()
    with pytest.raises(PermissionDenied):
        consents.write_text(
            by=delegate, incubator=case.incubator, purpose=Purpose.PHOTO, text="Dos.", easy_text="Dos.",
            in_force_from=TODAY, on=TODAY,
        )  # fmt: skip
