"""What was left half written: by the user herself, or by somebody away or gone for whom she answers that day."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from incubator.access import Permission, scope_of
from incubator.causes.registry import Task, cause
from incubator.models import Draft
from incubator.navigation import address

#: Draft.form → function of the draft that says (sentence, address, words of the button).
_resumes: dict[str, Callable[[Draft], tuple[SafeString, str, str]]] = {}


def resumes(form, describe):
    """Say how a draft of this form is shown and taken up again."""
    _resumes[form] = describe


def inherited(user, on_team):
    """The drafts of people away or gone that this user takes up: of groups or incubators within reach."""
    owners = on_team.covers(user) - {user.pk}
    if not owners:
        return Draft.objects.none()
    scope = scope_of(user, Permission.LOG_MEETINGS)
    rows = Draft.objects.filter(owner__in=owners)
    return rows.filter(incubator__in=scope.incubator_ids) | rows.filter(organization__in=scope.organization_ids)


@cause("drafts", "Borrador")
def drafts(asked):
    """One's own, to finish; those of others, to take."""
    rows = Draft.objects.filter(owner=asked.user) | inherited(asked.user, asked.team)
    for draft in rows.select_related("organization", "owner").order_by("-updated_at", "-pk"):
        if draft.form not in _resumes:
            continue
        sentence, url, action = _resumes[draft.form](draft)
        if draft.owner_id != asked.user.pk:
            sentence = format_html("{} Lo escribía <b>{}</b>, que hoy no está.", sentence, draft.owner)
            url, action = reverse("draft_take_up", args=[draft.pk]), "Tomarlo"
        yield Task(
            key=f"draft:{draft.pk}",
            sentence=format_html("{}", sentence),
            url=url or address("my_day"),
            action=action,
            about="el borrador",
            responsible_ids=frozenset({asked.user.pk}),
            organization_id=draft.organization_id,
            incubator_id=draft.incubator_id,
        )
