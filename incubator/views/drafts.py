"""Throw away what was left half written."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from incubator.models import Draft
from incubator.services import meetings


@require_POST
def discard(request, pk):
    """Throw away one of the user's own drafts."""
    meetings.discard_draft(by=request.user, draft=get_object_or_404(Draft, owner=request.user, pk=pk))
    messages.success(request, "Borrador descartado.")
    return redirect("my_day")
