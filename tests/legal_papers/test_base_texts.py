"""Base texts written in an agreement: kept whole, checked, validated by another person, a draft after any change."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from cases import papers
from cases.formalization import base_texts
from cases.models import BaseTextValidation, BaseTextVersion
from cases.papers.writing import as_toml, rewritten, wrong_in
from cases.services import base_texts as services
from incubator.enums import Role
from incubator.requirements import Refused
from tests.factories.people import agreement, user_with
from tests.legal_papers.scene import ON

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("that_day")]
WORK = ("trabajo",)


def edited(document="proxy", kind="", old="Yo, ", new="Yo misma, ", on=ON, number=2):
    """A text with one change, as it would be kept, and the fingerprint of the one before."""
    held = base_texts.newest(agreement(), document, kind, on)
    assert old in as_toml(held)
    changed = papers.parsed(as_toml(held).replace(old, new, 1))
    return base_texts.source_of(changed, number, on), held.fingerprint


def write(by, *, on=ON, valid_from=None, document="proxy", kind="", **change):
    """Keep a change of a text."""
    source, seen = edited(document, kind, on=on, **change)
    return services.write(
        by=by, agreement=agreement(), document=document, kind=kind, source=source, seen=seen, on=on,
        valid_from=valid_from or on, note="Más claro",
    )  # fmt: skip


def validate(by, text, **said):
    return services.validate(
        by=by,
        agreement=agreement(),
        document=text.document,
        kind=text.kind,
        fingerprint=text.fingerprint,
        on=ON,
        **said,
    )


def test_the_version_of_the_agreement_goes_before_the_shipped_one_from_its_day(adviser):
    shipped = base_texts.text_in_force("proxy", WORK, ON, agreement())
    assert shipped == papers.base_text("proxy", WORK, ON)
    later = ON + timedelta(days=10)
    row = write(adviser, valid_from=later)
    assert base_texts.text_in_force("proxy", WORK, ON, agreement()) == shipped
    mine = base_texts.text_in_force("proxy", WORK, later, agreement())
    assert (mine.version, mine.fingerprint) == ("2", row.fingerprint)
    assert "Yo misma, " in mine.section[0].text
    assert base_texts.text_in_force("proxy", WORK, later) == shipped


def test_another_agreement_keeps_its_own_text(adviser):
    write(adviser)
    other = agreement("4000")
    assert base_texts.text_in_force("proxy", WORK, ON, other).version == "1"
    with pytest.raises(PermissionDenied):
        services.validate(
            by=adviser, agreement=other, document="proxy", kind="", fingerprint="x", on=ON
        )  # fmt: skip


def test_who_looks_after_no_group_writes_no_text(case):
    idle = user_with(Role.LEGAL_ADVISER, at=agreement())
    with pytest.raises(PermissionDenied):
        write(idle)


def test_the_officer_writes_no_text(officer):
    with pytest.raises(PermissionDenied):
        write(officer)


def test_a_text_is_a_draft_until_another_person_validates_it_and_again_after_an_edit(adviser, second):
    shipped = base_texts.text_in_force("proxy", WORK, ON, agreement())
    assert not base_texts.is_validated(shipped, agreement())
    validate(adviser, shipped)
    assert base_texts.is_validated(shipped, agreement())
    write(adviser)
    mine = base_texts.text_in_force("proxy", WORK, ON, agreement())
    assert not base_texts.is_validated(mine, agreement())
    with pytest.raises(Refused, match="otra persona"):
        validate(adviser, mine)
    validate(second, mine, note="Conforme")
    assert base_texts.is_validated(mine, agreement())
    with pytest.raises(Refused, match="ya está validado"):
        validate(second, mine)


def test_the_database_refuses_that_the_author_validates_and_that_a_row_changes(adviser):
    row = write(adviser)
    said = {"agreement": agreement(), "document": "proxy", "kind": "", "fingerprint": row.fingerprint}
    with pytest.raises(IntegrityError, match="who wrote it"), transaction.atomic():
        BaseTextValidation.objects.create(**said, given=True, by=adviser, happened_on=ON)
    with pytest.raises(IntegrityError, match="not that of its words"), transaction.atomic():
        BaseTextVersion.objects.create(
            agreement=agreement(), document="proxy", number=3, source="x", fingerprint="0" * 64, valid_from=ON,
            author=adviser, written_on=ON, note="x",
        )  # fmt: skip
    with pytest.raises(Exception, match=r"permission denied|only added"), transaction.atomic():
        BaseTextVersion.objects.filter(pk=row.pk).update(note="otra")
    with pytest.raises(Exception, match=r"permission denied|only added"), transaction.atomic():
        BaseTextVersion.objects.filter(pk=row.pk).delete()


def test_a_validation_is_withdrawn_with_its_reason(adviser):
    shipped = base_texts.text_in_force("proxy", WORK, ON, agreement())
    said = {"by": adviser, "agreement": agreement(), "document": "proxy", "kind": "", "on": ON}
    said["fingerprint"] = shipped.fingerprint
    with pytest.raises(Refused, match="no está validado"):
        services.withdraw(**said, note="x")
    validate(adviser, shipped)
    with pytest.raises(ValidationError, match="por qué"):
        services.withdraw(**said, note=" ")
    services.withdraw(**said, note="Cambió la ley")
    assert not base_texts.is_validated(shipped, agreement())
    assert [row.given for row in BaseTextValidation.objects.order_by("id")] == [True, False]


def test_two_people_who_write_at_once_do_not_lose_each_other(adviser, second):
    source, seen = edited()
    write(adviser)
    with pytest.raises(Refused, match="Otra persona guardó"):
        services.write(
            by=second, agreement=agreement(), document="proxy", kind="", source=source, seen=seen, on=ON,
            valid_from=ON, note="x",
        )  # fmt: skip


def test_the_same_words_are_no_version(adviser):
    with pytest.raises(Refused, match="No cambió ninguna palabra"):
        write(adviser, old="Yo, ", new="Yo, ")


@pytest.mark.parametrize(
    ("document", "kind", "old", "new", "wrong"),
    [
        ("proxy", "", "{grantor}", "{nobody}", "no existe el dato «nobody»"),
        ("statutes", "trabajo", "{@surplus}", "{@lost}", "no existe el artículo «lost»"),
        ("proxy", "", "[[grantor_signs]]", "[[lost]]", "no existe la pieza «lost»"),
    ],
)
def test_what_nobody_knows_is_refused_by_its_name(adviser, document, kind, old, new, wrong):
    held = base_texts.newest(agreement(), document, kind, ON)
    broken = as_toml(held).replace(old, new, 1)
    with pytest.raises(ValidationError, match=wrong):
        services.write(
            by=adviser, agreement=agreement(), document=document, kind=kind, source=broken, seen=held.fingerprint,
            on=ON, valid_from=ON, note="x",
        )  # fmt: skip
    assert not BaseTextVersion.objects.exists()


@pytest.mark.parametrize("letter", ["a", "b", "c"])
def test_statutes_without_a_letter_of_nullity_are_refused(adviser, letter):
    held = base_texts.newest(agreement(), "statutes", "trabajo", ON)
    sections = tuple(
        replace(one, article=tuple(article for article in one.article if letter not in article.clauses))
        for one in held.section
    )
    lost = wrong_in(replace(held, section=sections))[""]
    assert f"letra {letter} del artículo 6" in lost
    assert "nula" in lost


@pytest.mark.parametrize(("document", "kind"), base_texts.TEXTS)
def test_every_shipped_text_can_be_written_again_and_says_the_same(document, kind):
    shipped = base_texts.shipped(document, kind, date(2026, 11, 21))
    again = rewritten(shipped)
    assert wrong_in(shipped) == {}
    for one, other in zip(shipped.articles, again.articles, strict=True):
        assert replace(one, after="") == other
    assert [part.text for part in shipped.section] == [part.text for part in again.section]
    assert (shipped.title, shipped.subtitle, shipped.large) == (again.title, again.subtitle, again.large)
