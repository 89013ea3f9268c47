"""Anybody who holds a document may ask whether it is ours and in force. No personal data; a few questions an hour."""

import hashlib

from django.core.cache import cache
from django.shortcuts import redirect, render

from reports.codes import grouped, normalized
from reports.forms import VerifyForm
from reports.services import reading

_MOST, _SECONDS = 30, 3600


def verify(request):
    """The form where a code is typed."""
    form = VerifyForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        code = normalized(form.cleaned_data["code"])
        if code:
            return redirect("verify_code", code=code)
        form.add_error(
            "code", "Ese código no está completo: son dieciséis letras y números. Cópielo del pie de la página."
        )
    return render(request, "reports/verify.html", {"form": form}, status=422 if form.errors else 200)


def verify_code(request, code):
    """What a code says."""
    if _asks_too_much(request):
        return render(request, "reports/verify_wait.html", status=429)
    found = reading.verified(code)
    form = VerifyForm(initial={"code": grouped(normalized(code) or "")})
    context = {"found": found, "form": form, "code": grouped(normalized(code) or "")}
    return render(request, "reports/verified.html", context, status=200 if found else 404)


def _asks_too_much(request) -> bool:
    """Counts questions by address, without keeping the address."""
    asker = hashlib.sha256(request.META.get("REMOTE_ADDR", "").encode()).hexdigest()[:20]
    key = f"reports.verify:{asker}"
    if cache.add(key, 1, _SECONDS):
        return False
    try:
        return cache.incr(key) > _MOST
    except ValueError:  # it expired in between
        return False
