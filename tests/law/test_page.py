"""The public pages of the rules: the pack in force, what is to be verified, the warning, and the explainer."""

import re
from datetime import date

import pytest
from django.urls import reverse

from cases import law_words
from cases.law import pack_on
from incubator import calendars

NOW = "2026-11-21"


@pytest.fixture
def read(client):
    def opened(name="law_rules", on=NOW, query=""):
        with calendars.travel(on):
            answer = client.get(reverse(name) + query)
        assert answer.status_code == 200
        return answer.content.decode()

    return opened


pytestmark = pytest.mark.django_db


def test_anybody_reads_every_rule_of_the_pack_with_its_article_and_link(read):
    page = read()
    pack = pack_on(date(2026, 11, 21))
    for topic, rules in pack.by_topic.items():
        for rule in rules.values():
            assert f'id="{law_words.anchor(topic, rule.key)}"' in page
    assert page.count("Verifique</span>") == sum(rule.verify for rule in pack.all_rules)
    assert page.count('class="law-basis"><a href="https://') == len(pack.all_rules)
    assert "Ley General de Cooperativas, art. 13" in page
    assert "60 días corridos desde la escritura" in page


def test_only_what_is_to_be_verified_is_a_list_for_the_lawyer(read):
    page = read(query="?ver=verifique")
    open_rules = [rule for rule in pack_on(date(2026, 11, 21)).all_rules if rule.verify]
    assert page.count('class="law-rule"') == len(open_rules) == page.count("Mientras tanto:")
    assert "Ver todas" in page


def test_the_page_shows_the_pack_of_the_day_and_what_each_reform_changed(read):
    assert "con firma electrónica avanzada. " not in read(on="2021-06-15").split('id="reformas"')[0]
    page = read()
    assert "Rigen así desde el 01-04-2026" in page
    assert "Antes, 10 integrantes; ahora, 5 integrantes." in page
    assert "solo se revisó una parte" in page


@pytest.mark.parametrize(("on", "warned"), [("2027-05-21", False), ("2027-05-22", True)])
@pytest.mark.parametrize("name", ["law_rules", "law_five_or_ten"])
def test_after_six_months_the_page_warns_that_nobody_reviewed_it(read, name, on, warned):
    page = read(name, on)
    assert ("hace más de seis meses" in page) is warned
    assert "21-11-2026" in page


def test_the_explainer_says_five_since_when_and_for_whom_it_is_more(read):
    page = read("law_five_or_ten")
    assert "06-01-2016" in page
    assert "05-01-2016" in page
    rows = {row.name: row for row in law_words.founders(pack_on(date(2026, 11, 21)))}
    assert (rows["Cooperativa de servicios"].past, rows["Cooperativa de servicios"].now) == (10, 5)
    assert (rows["Cooperativa de trabajo"].past, rows["Cooperativa de trabajo"].now) == (5, 5)
    assert (rows["Cooperativa abierta de vivienda"].past, rows["Cooperativa abierta de vivienda"].now) == (300, 200)
    assert rows["Federación"].past is None
    assert page.count("No se revisó") == sum(row.past is None for row in rows.values())
    assert "Minga pide 10, lo más prudente" in page


def test_the_rules_ask_nothing_of_the_data_base(client, django_assert_num_queries):
    with calendars.travel(NOW), django_assert_num_queries(0):
        client.get(reverse("law_rules"))
        client.get(reverse("law_five_or_ten"))


def test_nothing_on_the_pages_is_in_english_or_a_code(read):
    for name in ("law_rules", "law_five_or_ten"):
        words = re.sub(r"<[^>]+>", " ", read(name).partition("<main")[2].partition("<footer")[0])
        assert not re.findall(r"\b(the|this|your|you|please|required|sign|page|not|dfl5|members|True|None)\b", words)


def test_the_public_pages_lead_to_the_rules(client):
    assert reverse("law_rules") in client.get(reverse("public_calls")).content.decode()


def test_both_pages_are_accessible_fit_and_work_without_javascript(open_page, axe, fits, picture):
    with calendars.travel(NOW):
        for width in (1280, 360):
            page = open_page(width, javascript=width == 1280)
            for name, query in (("law_rules", ""), ("law_rules", "?ver=verifique"), ("law_five_or_ten", "")):
                page.goto(reverse(name) + query)
                if width == 1280:
                    axe(page)
                    page.set_viewport_size({"width": 360, "height": 900})
                    axe(page)
                    fits(page)
                    page.set_viewport_size({"width": 1280, "height": 900})
                else:
                    _opens_what_is_folded(page)
                fits(page)
                picture(page, f"reglas-{name}{query[-9:].strip('?=')}-{width}")


def _opens_what_is_folded(page):
    """Without JavaScript too: the first topic unfolds and its rules are there."""
    fold = page.locator("details.fold").first
    if fold.count() and not fold.get_attribute("open"):
        fold.locator("summary").click()
    assert page.locator(".law-rule:visible, table:visible").count()
