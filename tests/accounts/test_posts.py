"""Appointing and ending: who names whom, in which place, and the coordination that is never left empty."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied

from incubator import access, calendars
from incubator.access import APPOINTS
from incubator.enums import Role
from incubator.models import Assignment, JournalEntry, Post
from incubator.requirements import Refused
from incubator.services import accounts
from incubator.services.accounts.governing import PLACES
from tests.factories import agreement, group_with, incubator, user_with

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
APPOINTING = (Role.ADMINISTRATOR, Role.COORDINATOR, Role.UNIVERSITY_COORDINATOR)


def place_for(role, *, other=False):
    """Where a post of that role may be: Quillota and the agreement, or another municipality and agreement."""
    kind = PLACES[role][0] if PLACES[role] else "incubator"
    home = incubator("03101" if other else "05501")
    if kind == "organization":
        return {"organization": group_with(at=home)}
    return {"incubator": home} if kind == "incubator" else {"agreement": agreement("9" if other else "3884")}


def holder_of(role):
    """A user with that role, in Quillota or in the agreement."""
    return user_with(role, at=next(iter(place_for(role).values())) if role != Role.ADMINISTRATOR else None)


def appoint(by, role, place, **fields):
    """An appointment from today."""
    given = {"email": "nueva@ejemplo.cl", "full_name": "Elba Llanquileo Cid", "act": "Decreto 7"} | fields
    return accounts.appoint(by=by, role=role, since=calendars.today(), now=calendars.now(), **place, **given)


@pytest.mark.parametrize("named", list(Role))
@pytest.mark.parametrize("names", list(Role))
def test_the_table_of_who_names_whom(names, named):
    by = holder_of(names)
    if named in APPOINTS.get(names, ()):
        assert appoint(by, named, place_for(named)).role == named
    else:
        with pytest.raises((PermissionDenied, Refused)):
            appoint(by, named, place_for(named))


@pytest.mark.parametrize("names", [Role.COORDINATOR, Role.UNIVERSITY_COORDINATOR])
def test_nobody_names_in_another_place(names):
    by = holder_of(names)
    for named in APPOINTS[names]:
        with pytest.raises(Refused, match="no nombra"):
            appoint(by, named, place_for(named, other=True))
        assert not Post.objects.filter(user__email="nueva@ejemplo.cl").exists()


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.UNIVERSITY_COORDINATOR])
def test_a_coordinator_names_the_own_deputy_and_no_second_coordinator(role):
    by = holder_of(role)
    own = by.posts.get()
    with pytest.raises(Refused, match="le subrogue"):
        appoint(by, role, place_for(role))
    deputy = appoint(by, role, place_for(role), deputy_for=own)
    assert deputy.deputy_for == own


def test_a_deputy_does_not_end_the_post_of_whom_it_deputizes():
    principal = holder_of(Role.COORDINATOR)
    post = appoint(principal, Role.COORDINATOR, place_for(Role.COORDINATOR), deputy_for=principal.posts.get())
    deputy = post.user
    deputy.set_password("una clave larga")
    assert not accounts.governs(deputy, principal.posts.get())
    assert accounts.governs(principal, post)
    with pytest.raises(Refused):
        accounts.suspend(by=deputy, user=principal, on=calendars.today())


def test_a_post_is_of_the_kind_of_place_its_role_reaches():
    by = holder_of(Role.COORDINATOR)
    for place in ({}, {"agreement": agreement()}, {"incubator": incubator(), "agreement": agreement()}):
        with pytest.raises(Refused, match="incubadora"):
            appoint(by, Role.OFFICER_DEVELOPMENT, place)


def test_whoever_administers_accounts_holds_nothing_else_and_nobody_names_oneself():
    administrator = user_with(Role.ADMINISTRATOR)
    coordinator = holder_of(Role.COORDINATOR)
    with pytest.raises(Refused, match="no tiene otro cargo"):
        appoint(coordinator, Role.WEB_EDITOR, place_for(Role.WEB_EDITOR), email=administrator.email)
    with pytest.raises(Refused, match="Nadie se nombra"):
        appoint(coordinator, Role.WEB_EDITOR, place_for(Role.WEB_EDITOR), email=coordinator.email.upper())


def test_the_same_post_is_not_held_twice_on_one_day():
    by = holder_of(Role.COORDINATOR)
    appoint(by, Role.WEB_EDITOR, place_for(Role.WEB_EDITOR))
    with pytest.raises(Refused, match="ya tiene ese cargo"):
        appoint(by, Role.WEB_EDITOR, place_for(Role.WEB_EDITOR))


def test_whoever_has_an_account_is_told_and_not_invited(django_capture_on_commit_callbacks):
    known = user_with()
    with django_capture_on_commit_callbacks(execute=True):
        post = appoint(holder_of(Role.COORDINATOR), Role.WEB_EDITOR, place_for(Role.WEB_EDITOR), email=known.email)
    assert post.user == known
    assert [message.subject for message in mail.outbox] == ["Minga · Usted tiene un cargo nuevo en Minga"]
    assert "Edición del sitio público" in mail.outbox[0].body
    assert mail.outbox[0].alternatives[0].mimetype == "text/html"


def test_the_rights_begin_and_end_with_the_days_of_the_post():
    by = holder_of(Role.COORDINATOR)
    user = user_with()
    today = calendars.today()
    assert not access.allows(user, access.Permission.WRITE_SENSITIVE, incubator())
    post = appoint(by, Role.OFFICER_DISABILITY, place_for(Role.OFFICER_DISABILITY), user=user)
    assert access.allows(user, access.Permission.WRITE_SENSITIVE, incubator())
    accounts.end_post(by=by, post=post, until=today + DAY, on=today)
    assert access.allows(user, access.Permission.WRITE_SENSITIVE, incubator())
    accounts.end_post(by=by, post=post, until=today, on=today)
    access.forget_posts(user)
    assert not access.allows(user, access.Permission.WRITE_SENSITIVE, incubator())


def test_ending_a_post_ends_what_it_had_assigned():
    group = group_with()
    coordinator = holder_of(Role.UNIVERSITY_COORDINATOR)
    adviser = user_with(Role.ADVISOR, at=agreement(), groups=[group])
    today = calendars.today()
    accounts.end_post(by=coordinator, post=adviser.posts.get(), until=today + DAY, on=today)
    assert Assignment.objects.get().until == today + DAY
    verbs = JournalEntry.objects.values_list("verb", flat=True)
    assert "post_ended" in verbs


def test_a_post_does_not_end_in_the_past_nor_twice():
    by, today = holder_of(Role.COORDINATOR), calendars.today()
    post = appoint(by, Role.WEB_EDITOR, place_for(Role.WEB_EDITOR))
    with pytest.raises(Refused, match="desde hoy"):
        accounts.end_post(by=by, post=post, until=today - DAY, on=today)
    accounts.end_post(by=by, post=post, until=today, on=today)
    with pytest.raises(Refused, match="terminó el"):
        accounts.end_post(by=by, post=post, until=today + DAY, on=today)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.UNIVERSITY_COORDINATOR])
def test_the_last_coordination_ends_only_with_somebody_in_force_that_day(role):
    administrator, last = user_with(Role.ADMINISTRATOR), holder_of(role).posts.get()
    today = calendars.today()
    with pytest.raises(Refused, match="no quedaría ninguna coordinación"):
        accounts.end_post(by=administrator, post=last, until=today + 7 * DAY, on=today)
    heir = appoint(administrator, role, place_for(role))
    heir.user.is_active = False
    heir.user.save()
    with pytest.raises(Refused, match="no quedaría"):
        accounts.end_post(by=administrator, post=last, until=today + 7 * DAY, on=today)
    heir.user.is_active = True
    heir.user.save()
    assert accounts.end_post(by=administrator, post=last, until=today + 7 * DAY, on=today).until == today + 7 * DAY


def test_a_coordination_is_not_born_with_an_end_that_leaves_nobody():
    administrator = user_with(Role.ADMINISTRATOR)
    with pytest.raises(Refused, match="no quedaría"):
        appoint(administrator, Role.COORDINATOR, {"incubator": incubator()}, until=calendars.today() + DAY)


def test_an_account_is_suspended_at_once_even_the_last_coordination(client):
    administrator, coordinator = user_with(Role.ADMINISTRATOR), holder_of(Role.COORDINATOR)
    client.force_login(coordinator)
    assert client.get("/mi-cuenta/").status_code == 200
    accounts.suspend(by=administrator, user=coordinator, on=calendars.today())
    assert client.get("/mi-cuenta/").status_code == 302
    accounts.reopen(by=administrator, user=coordinator, on=calendars.today())
    assert client.login(email=coordinator.email, password="una clave larga")


def test_one_place_does_not_reopen_what_another_closed():
    here, there = holder_of(Role.COORDINATOR), user_with(Role.COORDINATOR, at=incubator("03101"))
    shared = user_with(Role.WEB_EDITOR, at=incubator())
    appoint(there, Role.WEB_EDITOR, {"incubator": incubator("03101")}, user=shared)
    accounts.suspend(by=there, user=shared, on=calendars.today())
    with pytest.raises(Refused, match="otro lugar"):
        accounts.reopen(by=here, user=shared, on=calendars.today())


def test_a_list_of_posts_shows_only_the_places_one_names_in():
    here = holder_of(Role.COORDINATOR)
    user_with(Role.WEB_EDITOR, at=incubator("03101"))
    mine = user_with(Role.WEB_EDITOR, at=incubator())
    officer = user_with(Role.OFFICER_DISABILITY, at=incubator())
    assert set(Post.objects.visible_to(here)) == {here.posts.get(), mine.posts.get(), officer.posts.get()}
    assert not Post.objects.visible_to(officer).exists()
    administrator = user_with(Role.ADMINISTRATOR)
    assert {post.role for post in Post.objects.visible_to(administrator)} == {Role.COORDINATOR}
