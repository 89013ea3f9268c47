"""Headers that every answer carries."""

from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from config.policies import EDITORS_DIRECTIVES, EDITORS_PREFIX

_PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"


class ContentPolicy(CSPMiddleware):
    """The strict policy, and the editors' own under /cms/."""

    def get_policy_parts(self, request, response, report_only=False) -> PolicyParts:
        """As django-csp, with the editors' directives where they apply."""
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and request.path_info.startswith(EDITORS_PREFIX) and parts.replace is None:
            parts.replace = EDITORS_DIRECTIVES
        return parts


class PrivateByDefault:
    """A page made for one person stays in no cache, not even behind the «back» button of a shared computer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers to an answer that did not choose its own."""
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
        # Asking for the user would open the session on every public page: look only when it was looked at.
        session = getattr(request, "session", None)
        if session is not None and session.accessed and "Cache-Control" not in response:
            patch_cache_control(response, private=True, no_store=True)
        return response
