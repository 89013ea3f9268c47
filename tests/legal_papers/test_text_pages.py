"""The pages of the legal adviser: read a text, write another version, validate the one of somebody else."""

import re

import pytest
from django.urls import reverse

from cases.formalization import base_texts
from cases.models import BaseTextVersion
from cases.papers.conditions import CONDITIONS
from cases.papers.pieces import PIECES
from cases.papers.reading_words import CONDITIONS as CONDITION_WORDS
from cases.papers.reading_words import PIECES as PIECE_WORDS
from incubator.enums import Role
from tests.factories.people import agreement, user_with
from tests.legal_papers.scene import ON, text
from tests.legal_papers.test_base_texts import write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("that_day")]
STATUTES = "statutes:trabajo"


def page(name, key=None):
    return reverse(name, args=[agreement().pk, key] if key else [])


def values_of(answer):
    """What the form of a page would send back, untouched."""
    form = answer.context["form"]
    found = {"added": form.added}
    for name in form.fields:
        value = form[name].value()
        if value is not None and value is not False:
            found[name] = f"{value:%Y-%m-%d}" if hasattr(value, "year") else value
    return found


def test_the_list_says_which_version_rules_and_who_validates_it(client, adviser, second):
    write(adviser)
    client.force_login(adviser)
    words = text(client.get(page("base_texts")))
    assert "Estatutos, cooperativa de trabajo" in words
    assert "Versión 2, desde el 01-07-2021" in words
    assert "Abogada Una" in words
    assert "Borrador" in words
    assert "Textos base" in text(client.get("/mi-dia/"))


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.OFFICER_DISABILITY, Role.AUDITOR])
def test_nobody_else_opens_them(client, case, role):
    place = agreement() if role == Role.AUDITOR else case.incubator
    client.force_login(user_with(role, at=place))
    assert client.get(page("base_texts")).status_code == 403


def test_an_adviser_of_another_agreement_finds_nothing(client, case):
    stranger = user_with(Role.LEGAL_ADVISER, at=agreement("4000"), groups=[case.organization])
    client.force_login(stranger)
    assert client.get(page("base_text", "proxy")).status_code == 404
    assert client.get(page("base_text_edit", "proxy")).status_code == 404


def test_an_article_says_its_law_and_what_to_verify(client, adviser):
    client.force_login(adviser)
    words = text(client.get(page("base_text", STATUTES)))
    assert "Cumple la letra a del artículo 6" in words
    assert "‹el nombre de la cooperativa›" in words
    assert "Norma: 60" in words
    assert "Solo si" in words
    assert "Verifique:" in words


def test_a_version_is_written_seen_kept_and_validated_by_another(client, adviser, second):
    client.force_login(adviser)
    edit = page("base_text_edit", "proxy")
    values = values_of(client.get(edit))
    values["part__proxy"] = values["part__proxy"].replace("Yo, ", "Yo misma, ")
    values["note"] = "Más claro"
    shown = text(client.post(edit, values | {"preview": "1"}))
    assert "todavía no se guarda" in shown
    assert re.search(r"\[se agrega: </span>\s*misma", shown)
    assert not BaseTextVersion.objects.exists()
    answer = client.post(edit, values, follow=True)
    assert "Quedó la versión 2" in text(answer)
    assert "la valida otra persona" in text(answer)
    client.force_login(second)
    words = text(client.get(page("base_text", "proxy")))
    assert "Validar esta versión" in words
    row = BaseTextVersion.objects.get()
    said = {"fingerprint": row.fingerprint, "note": "Conforme"}
    assert "quedó validado" in text(client.post(page("base_text_validate", "proxy"), said, follow=True))
    assert "Validado" in text(client.get(page("base_texts")))
    assert "Escriba por qué" in text(client.post(page("base_text_withdraw", "proxy"), said | {"note": ""}, follow=True))
    said["note"] = "Cambió la ley"
    assert "dicen BORRADOR" in text(client.post(page("base_text_withdraw", "proxy"), said, follow=True))


def test_a_mistake_names_the_article_and_the_word_and_loses_nothing_typed(client, adviser):
    client.force_login(adviser)
    edit = page("base_text_edit", STATUTES)
    values = values_of(client.get(edit))
    values["text__name"] = "Se llama {nombre_raro}."
    values["text__domicile"] = "El domicilio es otro."
    values["note"] = "Prueba"
    words = text(client.post(edit, values))
    assert "El artículo «Nombre y tipo»: no existe el dato «nombre_raro»." in words
    assert "El domicilio es otro." in words
    assert "Se llama {nombre_raro}." in words
    assert not BaseTextVersion.objects.exists()


def test_without_the_article_of_a_letter_of_nullity_it_is_not_kept(client, adviser):
    client.force_login(adviser)
    edit = page("base_text_edit", STATUTES)
    values = values_of(client.get(edit))
    for article in base_texts.shipped("statutes", "trabajo", ON).articles:
        if "b" in article.clauses:
            values[f"remove__{article.key}"] = "on"
    words = text(client.post(edit, values | {"note": "x"}))
    assert "letra b del artículo 6" in words
    assert not BaseTextVersion.objects.exists()


def test_an_article_is_added_and_another_removed(client, adviser):
    client.force_login(adviser)
    edit = page("base_text_edit", STATUTES)
    values = values_of(client.get(edit)) | {"text__domicile": "Uno que escribí."}
    answer = client.post(edit, values | {"add": "domicile"})
    assert "Uno que escribí." in text(answer)
    values = values_of(answer)
    assert values["added"] == ["nuevo_1|domicile"]
    values |= {"heading__nuevo_1": "Sede", "text__nuevo_1": "La sede está en {address}.", "note": "Sede"}
    removed = base_texts.shipped("statutes", "trabajo", ON).articles[-1]
    values[f"remove__{removed.key}"] = "on"
    answer = client.post(edit, values, follow=True)
    assert "Quedó la versión 2" in text(answer)
    kept = base_texts.text_in_force("statutes", ("trabajo",), ON, agreement())
    keys = [article.key for article in kept.articles]
    assert keys.index("nuevo_1") == keys.index("domicile") + 1
    assert removed.key not in keys
    assert kept.version == "trabajo-2"


def test_the_history_shows_what_each_version_changed(client, adviser):
    write(adviser)
    write(adviser, old="Yo misma, ", new="Yo mismo, ", number=3)
    client.force_login(adviser)
    words = text(client.get(page("base_text_history", "proxy")))
    assert "Versión 3" in words
    assert "viene con Minga" in words
    assert "mismo" in words
    first = text(client.get(page("base_text_history", "proxy") + "?desde=1&hasta=2"))
    assert re.search(r"\[se agrega: </span>\s*misma", first)
    assert client.get(page("base_text_history", "proxy") + "?desde=9&hasta=2").status_code == 404
    assert "no es la que rige hoy" in text(client.get(page("base_text", "proxy") + "?version=1"))


def test_the_help_names_everything_that_may_be_written(client, adviser):
    client.force_login(adviser)
    words = text(client.get(page("base_text_help")))
    assert "el nombre de la cooperativa" in words
    assert "{name}" in words
    assert set(PIECES) == set(PIECE_WORDS)
    assert set(CONDITIONS) == set(CONDITION_WORDS)


def test_the_list_asks_the_same_however_many_versions_there_are(client, adviser, django_assert_max_num_queries):
    client.force_login(adviser)
    client.get(page("base_texts"))
    with django_assert_max_num_queries(40) as few:
        client.get(page("base_texts"))
    asked = len(few.captured_queries)
    write(adviser)
    write(adviser, document="attendance", old="Lista de asistencia", new="Lista de quienes asisten", number=2)
    client.get(page("base_texts"))  # the badge of the menu is counted once after each change
    with django_assert_max_num_queries(asked):
        client.get(page("base_texts"))
