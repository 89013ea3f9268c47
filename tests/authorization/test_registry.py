"""The registry and the world cover every address; an address that nobody registered does not exist."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.test import RequestFactory
from django.urls import get_resolver

from incubator.access import Permission
from incubator.doors import PREFIXES, REGISTRY, ClosedByDefault, Door
from tests.authorization.addresses import HOW, registered

pytestmark = pytest.mark.django_db


def test_the_world_has_a_sample_for_every_part_of_every_address():
    missing = [
        HOW.format(name=address.name, route=address.route, part=part)
        for address in registered().values()
        for part in address.without_sample
    ]
    assert not missing, "\n".join(missing)


def test_the_registry_and_the_addresses_name_each_other():
    assert set(registered()) == set(REGISTRY)


def _callbacks(patterns, before=""):
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from _callbacks(pattern.url_patterns, route)
        else:
            yield route, pattern


def test_what_is_neither_registered_nor_under_a_prefix_nor_the_public_sites_answers_404(world, visitor):
    stray = []
    for route, pattern in _callbacks(get_resolver().url_patterns):
        path = "/" + route.lstrip("^")
        of_the_site = getattr(pattern.callback, "__module__", "").startswith("wagtail.")
        if hasattr(pattern.callback, "needs") or path.startswith(tuple(PREFIXES)) or of_the_site:
            continue
        if "<" in path or "(" in path or visitor.through_the_house("coordinator", path).status != 404:
            stray.append(f"{pattern.name} at {path}: register it with guarded_path(…, needs=…)")
    assert not stray, "\n".join(stray)


def test_an_address_nobody_registered_does_not_exist():
    middleware = ClosedByDefault(lambda request: HttpResponse())

    def unregistered(request):
        return HttpResponse("open")

    for method in ("get", "post"):
        with pytest.raises(Http404):
            middleware.process_view(getattr(RequestFactory(), method)("/olvidada/"), unregistered, [], {})


def test_the_public_site_takes_no_post(world, visitor):
    assert visitor.through_the_house("anonymous", "/una-pagina-que-no-esta/", "POST").status == 404


def test_only_doors_and_known_rights_stand_in_the_registry():
    for name, needs in REGISTRY.items():
        wanted = (needs,) if isinstance(needs, str) else needs
        assert wanted, name
        assert all(isinstance(one, Door | Permission) for one in wanted), name


def test_public_doors_are_few_and_named():
    doors = {name for name, needs in REGISTRY.items() if needs == Door.PUBLIC}
    calls = {"public_calls", "public_call", "public_call_easy", "public_call_pdf", "public_call_apply"}
    calls |= {"call_status", "call_withdraw", "call_receipt", "group_confirm"}
    calls |= {"law_rules", "law_five_or_ten", "law_capital", "law_votes", "law_regularization"}
    assert doors == calls | {"estilo", "health", "invitation", "ready", "verify", "verify_code", "calendar_feed"} | {
        name for name in doors if name.startswith("help")
    }
    signed_in = {name for name, needs in REGISTRY.items() if needs == Door.SIGNED_IN}
    own = {"my_tasks", "task_snooze", "task_pass", "task_bring_back", "my_absences", "my_absence_end", "my_digest"}
    own |= {
        "my_feed",
        "my_feed_revoke",
        "moved_sessions",
    }  # each shows and changes only what is one's own, or a task one sees
    assert signed_in <= {"my_account", "my_day"} | own | {name for name in signed_in if name.startswith("help")}


@pytest.mark.parametrize(("who", "status"), [("web_editor", 403), ("anonymous", 302), ("officer_disability", 200)])
def test_the_door_holds_through_the_whole_house(world, visitor, who, status):
    assert visitor.through_the_house(who, "/grupos/").status == status


def test_a_refusal_says_nothing_of_what_is_there(world, visitor):
    there = visitor.through_the_house("officer_disability", f"/grupos/{world['sister']['group'].pk}/")
    nowhere = visitor.through_the_house("officer_disability", "/grupos/987654321/")
    assert there.status == nowhere.status == 404
    assert world["sister"].word not in there.text
    assert _still(there) == _still(nowhere)


def _still(visit):
    """The page without what differs between any two askings: its own path and the token of its forms."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", visit.text.replace(visit.path, ""))


def test_a_suspended_account_enters_nowhere(world, visitor):
    user = world.users["auditor"]
    user.is_active = False
    try:
        user._posts_in_force = None
        with pytest.raises(PermissionDenied):
            from incubator import access

            access.require(user, Permission.VIEW_GROUPS)
    finally:
        user.is_active, user._posts_in_force = True, None
