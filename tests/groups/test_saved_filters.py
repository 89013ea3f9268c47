"""Filters that each person keeps: hers alone, by name, and asked again with her rights each time they are opened."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from cases.enums import Stage
from incubator.enums import Role
from incubator.models import Assignment, SavedFilter
from incubator.requirements import Refused
from incubator.services import saved_filters
from tests import factories
from tests.groups.conftest import TODAY


def _kept(user, name="Mis grupos", **query):
    return saved_filters.save(by=user, listing="groups", name=name, query={"etapa": "abiertos", **query})


def _post(client, saved, act, **more):
    return client.post(reverse("group_filters"), {"filtro": saved.pk, "act": act, **more}, follow=True)


def test_the_filter_being_seen_is_saved_and_stands_on_the_list_with_its_count(officer, enter):
    trained, _ = factories.case_in(Stage.TRAINING), factories.case_in(Stage.CENSUS)
    client = enter(officer)
    asked = client.get(reverse("group_filter_save"), {"etapa": "training", "ingreso": "2021"})
    assert "Formación" in asked.content.decode()
    done = client.post(
        reverse("group_filter_save"), {"etapa": "training", "ingreso": "2021", "name": "En formación"}, follow=True
    )
    assert [row["case"].pk for row in done.context["rows"]] == [trained.pk]
    assert done.context["saved"] == [
        {"label": "En formación", "url": "?etapa=training&ingreso=2021", "current": True, "count": 1}
    ]
    assert SavedFilter.objects.get().query == {"etapa": "training", "ingreso": "2021"}


def test_what_is_no_filter_is_not_kept(officer, enter):
    factories.case_in()
    enter(officer).post(
        reverse("group_filter_save"), {"etapa": "census", "nombre": "Rosa", "senal": "discapacidad", "name": "Uno"}
    )
    assert SavedFilter.objects.get().query == {"etapa": "census"}


def test_a_filter_of_something_out_of_sight_is_not_kept(officer, enter):
    factories.case_in()
    far = factories.incubator("05502")
    page = enter(officer).post(reverse("group_filter_save"), {"incubadora": far.pk, "name": "Ajeno"})
    assert "nombra algo que usted no ve" in page.content.decode()
    assert far.name not in page.content.decode()
    assert not SavedFilter.objects.exists()


def test_it_is_renamed_opened_first_and_removed(officer, enter):
    factories.case_in(Stage.TRAINING)
    saved, client = _kept(officer, etapa="training"), enter(officer)
    assert "ahora se llama «En formación»" in _post(client, saved, "rename", name="En formación").content.decode()
    _post(client, saved, "first")
    opened = client.get(reverse("group_list"))
    assert opened.status_code == 302
    assert opened.url == reverse("group_list") + "?etapa=training"
    assert client.get(reverse("group_list"), {"etapa": "abiertos"}).status_code == 200
    _post(client, saved, "not-first")
    assert client.get(reverse("group_list")).status_code == 200
    assert "Borramos el filtro" in _post(client, saved, "remove").content.decode()
    assert not SavedFilter.objects.exists()


def test_one_alone_opens_first(officer):
    one, other = _kept(officer, "Uno"), _kept(officer, "Otro")
    for saved in (one, other):
        saved_filters.open_first(by=officer, saved_id=saved.pk, opens=True)
    assert list(SavedFilter.objects.filter(is_default=True)) == [other]


def test_saving_the_same_name_changes_what_it_asks(officer):
    _kept(officer, "Formación")
    _kept(officer, "  formacion ", etapa="training")
    assert [(one.name, one.query["etapa"]) for one in SavedFilter.objects.all()] == [("formacion", "training")]


@pytest.mark.parametrize("name", ["", "   ", "«»", "x" * 61])
def test_a_name_has_letters_and_an_end(name, officer):
    with pytest.raises(ValidationError):
        _kept(officer, name)


def test_a_name_that_another_filter_has_is_said_beside_it(officer, enter):
    _kept(officer, "Uno")
    other = _kept(officer, "Otro")
    page = _post(enter(officer), other, "rename", name="UNO").content.decode()
    assert "Ya tiene un filtro con ese nombre" in page
    other.refresh_from_db()
    assert other.name == "Otro"


def test_twenty_are_enough(officer):
    for number in range(saved_filters.MOST):
        _kept(officer, f"Filtro {number}")
    with pytest.raises(Refused, match="Borre uno"):
        _kept(officer, "Uno más")


def test_another_persons_filter_is_neither_seen_nor_touched(officer, coordinator, enter):
    saved, client = _kept(officer), enter(coordinator)
    assert client.get(reverse("group_filters")).context["rows"] == []
    assert client.get(reverse("group_list")).context["saved"] == []
    for act in ("rename", "first", "not-first", "remove"):
        assert client.post(reverse("group_filters"), {"filtro": saved.pk, "act": act, "name": "Mío"}).status_code == 403
    with pytest.raises(PermissionDenied):
        saved_filters.remove(by=coordinator, saved_id=saved.pk)
    saved.refresh_from_db()
    assert (saved.name, saved.is_default) == ("Mis grupos", False)


@pytest.mark.parametrize("posted", ["", "²", "x", "9" * 30, "-1"])
def test_a_filter_that_is_not_there_is_refused(posted, officer, enter):
    assert enter(officer).post(reverse("group_filters"), {"filtro": posted, "act": "remove"}).status_code == 403


def test_what_one_no_longer_sees_is_not_shown_by_an_old_filter(place, enter):
    left, kept = factories.case_in(members=0).organization, factories.case_in(members=0).organization
    type(left).objects.filter(pk=left.pk).update(commune=place.commune)
    adviser = factories.user_with(Role.ADVISOR, at=factories.agreement(), groups=[left, kept])
    saved = _kept(adviser, "De la comuna", comuna=place.commune_id)
    client = enter(adviser)
    assert len(client.get(reverse("group_list"), saved.query).context["rows"]) == 1
    Assignment.objects.filter(post__user=adviser, organization=left).update(until=TODAY)
    page = client.get(reverse("group_list"), saved.query)
    assert page.context["rows"] == []
    assert page.context["saved"][0]["count"] == 0
    mine = client.get(reverse("group_filters"))
    assert dict(mine.context["rows"][0]["said"])["Comuna"] == "Algo que usted ya no ve"


def test_an_old_value_that_is_no_filter_any_more_is_left_out(officer, enter):
    factories.case_in()
    saved = _kept(officer)
    SavedFilter.objects.filter(pk=saved.pk).update(query={"etapa": "una-que-no-hay", "discapacidad": "si"})
    page = enter(officer).get(reverse("group_list"), {"etapa": "abiertos"})
    assert page.context["saved"][0]["url"] == "?etapa=abiertos"
