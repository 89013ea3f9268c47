"""What each document holds: every field that the law asks, missing, makes it void though curable; unknown is not missing."""

from datetime import date

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from cases.formalization.life import LegalEventKind, LegalState
from cases.law import Outcome, contents
from cases.law.formalization import standing
from cases.models import ActContent, LegalEvent
from cases.services import legal
from incubator.calendars import shipped_calendar
from incubator.models import Commune
from incubator.requirements import Refused
from tests.factories.people import officer_of
from tests.legal.scene import DEED, acts, file_of, six, today

K = LegalEventKind
DONE = (("deed", DEED), ("extract", DEED), ("registry_entry", DEED), ("publication", DEED))
ITEMS = [(act, item) for act, items in contents.CONTENTS.items() for item in items]


def _now(read_in, on=date(2021, 9, 1)):
    return standing(acts=DONE, on=on, working=shipped_calendar(), region="05", read_in=read_in)


@pytest.mark.parametrize(
    ("key", "act", "article"),
    [
        ("acta.name", "deed", "6 y 9"), ("acta.occupation", "deed", "6 y 9"), ("acta.address", "deed", "6 y 9"),
        ("acta.national_id", "deed", "6 y 9"), ("acta.statutes", "deed", "6 y 9"),
        ("statutes.a", "deed", "6 a) y 9"), ("statutes.b", "deed", "6 b) y 9"), ("statutes.c", "deed", "6 c) y 9"),
        ("extract.name", "extract", "7 y 9"), ("extract.domicile", "extract", "7 y 9"),
        ("extract.duration", "extract", "7 y 9"), ("extract.object", "extract", "7 y 9"),
        ("extract.founders_count", "extract", "7 y 9"), ("extract.capital_subscribed", "extract", "7 y 9"),
        ("extract.capital_paid", "extract", "7 y 9"), ("extract.notary_name", "extract", "7 y 9"),
        ("extract.notary_domicile", "extract", "7 y 9"), ("extract.deed_date", "extract", "7 y 9"),
        ("extract.authorised", "extract", "7 y 9"),
    ],
)  # fmt: skip
def test_what_the_law_asks_and_is_not_there_makes_it_void_though_curable(key, act, article):
    said = _now({act: {key: "no"}})
    assert (said.outcome, said.defects) == (Outcome.VOID_CURABLE, (key,)), article
    assert contents.label_of(key) in said.constitution.arithmetic
    assert _now({act: {key: "yes"}}).outcome == Outcome.VALID
    assert _now({}).outcome == Outcome.VALID


@pytest.mark.parametrize("letter", list("defghi"))
def test_the_other_letters_leave_it_incomplete_and_valid(letter):
    said = _now({"deed": {f"statutes.{letter}": "no"}})
    assert (said.outcome, said.defects, said.read.incomplete) == (Outcome.VALID, (), (f"statutes.{letter}",))


def test_a_mismatch_is_a_defect_only_when_it_misleads():
    assert _now({"extract": {"mismatch": "harmless"}}).outcome == Outcome.VALID
    assert _now({"extract": {"mismatch": "essential"}}).defects == ("mismatch",)


def test_another_registrar_counts_as_missing():
    assert _now({"registry_entry": {"registrar": "no"}}).outcome == Outcome.VOID
    assert _now({"registry_entry": {"registrar": "no"}}).defects == ("registrar",)
    assert _now({"registry_entry": {"registrar": "no"}}, on=DEED).outcome == Outcome.PENDING
    assert _now({"registry_entry": {"registrar": "yes"}}).outcome == Outcome.VALID


def test_every_key_of_a_defect_has_its_words_and_its_bar():
    assert all(contents.label_of(key) != key and contents.bar_of(key) for key in contents.defects())
    assert len(set(contents.defects())) == len(contents.defects())
    assert all(len(key) <= 40 for key in contents.defects())


@given(st.dictionaries(st.sampled_from(range(len(ITEMS))), st.sampled_from(["yes", "no", ""])))
def test_nothing_but_a_no_changes_the_answer_and_what_nobody_read_is_asked_for(answers):
    read_in, wrong, read = {}, False, {"deed": 0, "extract": 0, "registry_entry": 0}
    for place, word in answers.items():
        act, item = ITEMS[place]
        if act not in read or item.key == "mismatch":
            continue
        read_in.setdefault(act, {})[item.key] = word
        wrong |= word == "no" and item.weight != contents.Weight.INCOMPLETE
        read[act] += word != ""
    said = _now(read_in)
    assert (said.outcome != Outcome.VALID) == wrong
    silent = {act: len(labels) for act, labels in said.read.unknown.items()}
    assert silent == {act: left for act, n in read.items() if (left := len(contents.CONTENTS[act]) - n)}


@pytest.mark.django_db
class TestThroughThePages:
    @pytest.fixture
    def case(self):
        made = six()
        acts(made, *((K(kind), day) for kind, day in DONE[:2]))
        return made

    def _post(self, client, case, kind, **said):
        event = LegalEvent.objects.get(kind=kind)
        page = reverse("legal_act_read", args=[case.organization_id, event.pk])
        return client.post(page, {"on": "01-07-2021", **said})

    def test_the_page_asks_and_says_what_nobody_registered(self, client, case):
        client.force_login(officer_of(case.incubator))
        file = reverse("group_formalization", args=[case.organization_id])
        with today(date(2021, 7, 2)):
            text = client.get(file).content.decode()
            assert "Falta registrar" in text
            home = Commune.objects.get(name="Quillota").pk
            said = {"notary_name": "Ana Paz", "repertory": "12-2021", "founders_count": "6", "domicile_commune": home}
            assert self._post(client, case, K.DEED, item_statutes_a="yes", **said).status_code == 302
            assert self._post(client, case, K.EXTRACT, subscribed_uf="40", paid_uf="40").status_code == 302
            text = " ".join(client.get(file).content.decode().split())
        assert "notaría de Ana Paz" in text
        assert "repertorio 12-2021" in text
        assert "según ella" in text
        assert "Suscrito 40 UF" in text
        assert ActContent.objects.get(event__kind=K.DEED).items == {"statutes.a": "yes"}

    def test_a_field_that_lacks_opens_a_cure_and_keeps_it_from_being_constituted(self, client, case):
        client.force_login(officer_of(case.incubator))
        with today(date(2021, 7, 2)):
            self._post(client, case, K.EXTRACT, item_extract_capital_paid="no")
        acts(case, (K.REGISTRY_ENTRY, DEED), (K.PUBLICATION, date(2021, 7, 3)))
        file = file_of(case)
        assert file.state == LegalState.DEEDED
        room = reverse("legal_cures", args=[case.organization_id])
        with today(date(2021, 7, 4)):
            assert "Extracto: falta «Capital pagado»" in client.get(room).content.decode()

    def test_the_commune_of_the_registrar_is_compared_and_never_decides_alone(self, client, case):
        client.force_login(officer_of(case.incubator))
        acts(case, (K.REGISTRY_ENTRY, DEED))
        file = reverse("group_formalization", args=[case.organization_id])
        home, other = (Commune.objects.get(name=name).pk for name in ("Quillota", "Valparaíso"))
        with today(date(2021, 7, 2)):
            self._post(client, case, K.DEED, domicile_commune=home)
            self._post(client, case, K.REGISTRY_ENTRY, registrar_commune=home)
            assert "Es la misma comuna" in client.get(file).content.decode()
            self._post(client, case, K.REGISTRY_ENTRY, registrar_commune=other)
            assert "puede atender varias comunas" in client.get(file).content.decode()
            assert "La constitución: En curso" in client.get(file).content.decode()
        acts(case, (K.PUBLICATION, date(2021, 7, 3)))
        assert file_of(case).state == LegalState.CONSTITUTED

    def test_an_answer_that_the_document_does_not_have_is_refused(self, case):
        event, by = LegalEvent.objects.get(kind=K.DEED), officer_of(case.incubator)
        with today(DEED):
            with pytest.raises(Refused):
                legal.read_document(by=by, event=event, on=DEED, items={"extract.name": "yes"})
            with pytest.raises(Refused):
                legal.read_document(by=by, event=event, on=DEED, items={"acta.name": "perhaps"})
