"""Every address and the right it needs: closed by default. An address that no registry names does not exist."""

from enum import StrEnum
from functools import wraps
from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import render
from django.urls import path

from incubator.access import Permission, allows


class Door(StrEnum):
    """Addresses that need no permission: for everyone, or for whoever entered."""

    PUBLIC = "público"
    SIGNED_IN = "con cuenta"


#: URL name → what it needs. An address that is not here, nor under a registered prefix, is answered 404.
REGISTRY: dict[str, Permission | Door | tuple[Permission, ...]] = {}
#: First part of a path → what it needs, for the pages of third parties.
PREFIXES: dict[str, Permission | Door] = {
    "/cuenta/": Door.PUBLIC,
    "/cms/": Permission.EDIT_SITE,
    "/documentos-publicos/": Door.PUBLIC,
    "/static/": Door.PUBLIC,
    "/media/": Door.PUBLIC,
}


def guarded_path(route, view, *, name, needs):
    """A path of ours with the right it needs: a Permission, several (any of them), or a Door."""
    registered = REGISTRY.setdefault(name, needs)
    if registered != needs:
        raise ValueError(f"{name} is registered twice with different rights")

    @wraps(view)
    def guarded(request, *args, **kwargs):
        return admit(request, needs) or _in_words(request, view(request, *args, **kwargs))

    guarded.needs = needs
    return path(route, guarded, name=name)


def _in_words(request, response):
    """The same answer; an address that only takes forms, opened as a page, says so instead of staying blank."""
    if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or request.method != "GET":
        return response
    page = render(request, "405.html", status=response.status_code)
    page["Allow"] = response["Allow"]
    return page


def admit(request, needs):
    """None when the request may go on; a redirect to enter; or a refusal."""
    if needs == Door.PUBLIC:
        return None
    if not request.user.is_authenticated:
        from django.contrib.auth.views import redirect_to_login  # it needs the user model, which needs this module

        return redirect_to_login(request.get_full_path())
    wanted = (needs,) if isinstance(needs, str) else needs
    if needs != Door.SIGNED_IN and not any(allows(request.user, permission) for permission in wanted):
        raise PermissionDenied("Su cargo no permite abrir esta página. Si la necesita, pídala a la coordinación.")
    return None


class ClosedByDefault:
    """Middleware: an address that no registry names does not exist."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Admit by registered name, else by registered prefix, else 404."""
        if hasattr(view, "needs"):
            return None
        for prefix, needs in PREFIXES.items():
            if request.path.startswith(prefix):
                return admit(request, needs)
        if getattr(view, "__module__", "").startswith("wagtail.") and request.method in ("GET", "HEAD"):
            return None  # the public site: Wagtail answers for its own pages
        raise Http404
