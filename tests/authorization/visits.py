"""Asking an address as somebody: what was answered, what was written meanwhile, and everything taken back.

Most are asked at their door itself (the guarded view), where a refusal is an exception; `through_the_house` goes
through every middleware.
"""

import copy
import logging
import time
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module

from allauth.account.internal.flows import login
from allauth.account.internal.userkit import user_id_to_str
from allauth.core import context as allauth_context
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import connection, transaction
from django.http import Http404, HttpResponse
from django.test import Client, RequestFactory
from django.urls import resolve
from django_htmx.middleware import HtmxDetails

from incubator.text import fold

_WRITES = ("INSERT", "UPDATE", "DELETE", "TRUNCATE")
#: What reading may write: the log of readings of T3, the session and the counters of rate limits.
MAY_BE_WRITTEN = ("incubator_readinglog", "django_session", "usersessions_usersession", "minga_cache")
_ANSWERS = {PermissionDenied: 403, Http404: 404, SuspiciousOperation: 400}


@dataclass
class Visit:
    """One answer. `writes` are the statements of the request that changed a table other than MAY_BE_WRITTEN."""

    who: str
    method: str
    path: str
    status: int
    location: str = ""
    body: bytes = b""
    media_type: str = ""
    writes: list[str] = field(default_factory=list)
    readings: int = 0
    fault: str = ""

    @cached_property
    def text(self):
        """The body as text, of pages alone."""
        return self.body.decode(errors="replace") if self.media_type.startswith(("text/", "application/json")) else ""

    @cached_property
    def folded(self):
        """The text without accents or capitals."""
        return fold(self.text)

    def __str__(self):
        return f"{self.who}: {self.method} {self.path} → {self.status} {self.fault}".strip()


class _Statements:
    """Notes the statements that write."""

    def __init__(self):
        self.writes, self.readings = [], 0

    def __call__(self, execute, sql, params, many, context):
        verb = sql.lstrip()[:8].upper()
        if verb.startswith(_WRITES):
            table = sql.replace('"', "").split()[1 if verb.startswith("UPDATE") else 2]
            if table == "incubator_readinglog":
                self.readings += 1
            if table not in MAY_BE_WRITTEN:
                self.writes.append(sql[:200])
        return execute(sql, params, many, context)


#: The password was given a moment ago, for as long as the whole proof lasts.
_LONG = 24 * 60 * 60


class Visitor:
    """Everybody of the world, already in, with the password given a moment ago."""

    def __init__(self, world):
        self.world, self._sessions = world, {}
        self._requests = RequestFactory()
        logging.getLogger("django.request").setLevel(logging.CRITICAL)

    def visit(self, who, path, method="GET", data=None):
        """Ask at the door, and take back what was written."""
        statements = _Statements()
        request = self._request(who, path, method, data)
        with transaction.atomic(), connection.execute_wrapper(statements):
            answer, fault = self._asked(request)
            visit = _noted(who, method, path, answer, statements, fault)
            transaction.set_rollback(True)
        return visit

    def through_the_house(self, who, path, method="GET", data=None):
        """As `visit`, through every middleware."""
        client, statements = self._client(who), _Statements()
        with transaction.atomic(), connection.execute_wrapper(statements):
            ask = client.post if method == "POST" else client.get
            visit = _noted(who, method, path, ask(path, data or {}), statements)
            transaction.set_rollback(True)
        return visit

    def _asked(self, request):
        found = resolve(request.path)
        try:
            with transaction.atomic(), allauth_context.request_context(request):
                answer = found.func(request, *found.args, **found.kwargs)
                if hasattr(answer, "render"):
                    answer.render()
                return answer, ""
        except tuple(_ANSWERS) as refusal:
            status = next(code for kind, code in _ANSWERS.items() if isinstance(refusal, kind))
            return HttpResponse(str(refusal), status=status), ""
        except Exception as fault:  # what a person would see as «500»
            return HttpResponse(status=500), _where(fault)

    def _request(self, who, path, method, data):
        make = self._requests.post if method == "POST" else self._requests.get
        request = make(path, data or {})
        request.user = AnonymousUser() if who == "anonymous" else copy.copy(self.world.users[who])
        request.session = self._session(who)
        request._messages, request.htmx = FallbackStorage(request), HtmxDetails(request)
        request._dont_enforce_csrf_checks = True
        return request

    def _session(self, who):
        if who not in self._sessions:
            session = import_module(settings.SESSION_ENGINE).SessionStore()
            if who != "anonymous":
                user = self.world.users[who]
                session[SESSION_KEY] = user._meta.pk.value_to_string(user)
                session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
                session[HASH_SESSION_KEY] = user.get_session_auth_hash()
                session[login.AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": time.time() + _LONG}]
                session[login._AUTHENTICATION_METHODS_USER_SESSION_KEY] = user_id_to_str(user)
            self._sessions[who] = session
        return copy.deepcopy(self._sessions[who])

    def _client(self, who):
        """A client that entered in this very test: its session goes with the test."""
        client = Client(raise_request_exception=False)
        if who != "anonymous":
            session = self._session(who)
            session.create()
            client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
        return client


def _noted(who, method, path, answer, statements, fault=""):
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    for close in answer._resource_closers:  # not answer.close(), which ends the connection of the whole world
        close()
    return Visit(
        who, method, path, answer.status_code, answer.headers.get("Location", ""), body,
        answer.headers.get("Content-Type", ""), statements.writes, statements.readings, fault,
    )  # fmt: skip


def _where(fault):
    """The error, and the last line of ours on its way."""
    trace, last = fault.__traceback__, ""
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if "/tests/" not in name and "site-packages" not in name and "/lib/python" not in name:
            last = f"{name.split('/main/')[-1]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(fault).__name__}: {str(fault)[:160]} at {last}"
