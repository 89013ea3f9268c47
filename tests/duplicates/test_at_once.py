"""Two people execute the same merge at once: one does, the other is told."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connections

from incubator.models import JournalEntry, Person
from incubator.requirements import Refused
from incubator.services import same_person
from tests import factories

TODAY = date(2021, 6, 15)


@pytest.mark.django_db(transaction=True)
def test_two_executing_the_same_merge_do_it_once():
    place = factories.incubator()
    kept, other = factories.person(place), factories.person(place)
    proposer = factories.people.officer_of(place)
    merge = same_person.propose(by=proposer, kept=kept, redirected=other, reason="Es ella", on=TODAY)
    others = [factories.user_with("officer_development", at=place) for _ in range(2)]

    def run(user):
        try:
            return same_person.execute(by=user, merge=merge, on=TODAY) and "done"
        except Refused as refused:
            return str(refused)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(run, others))
    assert answers[1] == "done"
    assert "ya resolvió esta propuesta" in answers[0]
    assert Person.objects.get(pk=other.pk).same_as_id == kept.pk
    assert JournalEntry.objects.filter(verb="merge_executed").count() == 1
