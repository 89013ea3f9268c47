"""facts_of gathers everything recorded: whole, the statutes lack nothing and are drawn; and it asks few queries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.formalization.life import LegalEventKind
from cases.founding.founders import members_of
from cases.founding.reading import facts_of
from cases.papers import as_pdf, drawn, missing
from incubator import calendars
from incubator.models import Person
from incubator.services import organizations
from tests.factories.people import officer_of
from tests.founding.scene import (
    ON,
    crowd_of,
    decide,
    describe,
    file_of,
    form_bodies,
    group_of,
    people_of,
    share_out,
    whole,
)
from tests.legal.scene import act

pytestmark = pytest.mark.django_db


def test_a_whole_founding_lacks_nothing_and_its_statutes_are_drawn():
    case = whole(group_of())
    facts = facts_of(file_of(case), ON)
    assert missing("statutes", facts) == []
    paper = drawn("statutes", facts, validated=False)
    assert paper.title == "Estatutos de Cooperativa de Trabajo Pan de Todas"
    assert as_pdf(paper, created=calendars.now())[:5] == b"%PDF-"


def test_what_nobody_decided_is_missing_by_its_name():
    sentences = missing("statutes", facts_of(file_of(group_of()), ON))
    assert "Falta el nombre de la cooperativa." in sentences
    assert "Falta en cuántas cuotas se divide el capital." in sentences
    assert any("quién administra" in sentence for sentence in sentences)


def test_each_fact_reads_where_the_paper_looks_for_it():
    case = group_of()
    first, second = people_of(case)[:2]
    for person in people_of(case):
        describe(case, person)
    describe(case, first, civil_status="married", signature="a_ruego", signs_for="Iván Soto")
    describe(case, second, contribution="goods", goods="Horno usado", goods_value=400_000)
    share_out(case)
    decide(case, duration_years=20, trade_name="La Minga")
    form_bodies(case)
    facts = facts_of(file_of(case), ON)
    assert (facts.types, facts.duration_years, facts.commune) == (("trabajo",), 20, "Quillota")
    assert (facts.women, facts.men) == (4, 2)
    told = facts.members[0]
    assert (told.civil_status, told.signature, told.signs_for) == ("casada", "a_ruego", "Iván Soto")
    assert [(one.description, one.value) for one in facts.goods] == [("Horno usado", 400_000)]
    assert [(seat.body, seat.office) for seat in facts.bodies.first] == [
        ("Gerencia administradora", "Titular"),
        ("Gerencia administradora", "Integrante"),
        ("Inspección de cuentas", "Titular"),
        ("Inspección de cuentas", "Titular, suplente"),
    ]
    assert facts.agent.name == told.name
    assert facts.choices.meeting_months == "abril y junio"


def test_a_deed_takes_the_names_of_the_card_and_screens_the_social_name():
    case = group_of()
    person = people_of(case)[0]
    Person.objects.filter(pk=person.pk).update(given_names="Juan", social_name="Juana")
    names = [one.name for one in facts_of(file_of(case), ON).members]
    assert any(name.startswith("Juan ") for name in names)
    assert any(one.name.startswith("Juana ") for one in members_of(case.organization, ON))


def test_who_does_not_found_is_in_no_paper():
    case = group_of()
    describe(case, people_of(case)[0], founds=False)
    assert len(facts_of(file_of(case), ON).members) == 5


def test_after_the_deed_founders_are_those_of_its_day_whoever_leaves_later():
    case = whole(group_of())
    act(case, LegalEventKind.DEED, date(2021, 6, 25))
    membership = case.organization.members_on(ON).first()
    with calendars.travel(date(2021, 9, 1)):
        by = officer_of(case.incubator)
        organizations.leave(by=by, membership=membership, until=date(2021, 8, 1), reason="job")
        facts = facts_of(file_of(case), date(2021, 9, 1))
    assert len(facts.members) == 6
    assert facts.deed.on == date(2021, 6, 25)


def test_the_queries_do_not_grow_with_the_founders():
    counts = []
    for members in (6, 60):
        file = file_of(crowd_of(members))
        with CaptureQueriesContext(connection) as asked:
            facts = facts_of(file, ON)
        assert len(facts.members) == members
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 17
