"""Drafts: what somebody was typing, kept on the server as typed, valid or not, until it is sent or thrown away."""

import json

from django.core.exceptions import PermissionDenied
from django.db import transaction

from incubator import access, cipher
from incubator.access import Permission
from incubator.models import Draft, User

#: Fields whose name begins so tell of supports of a person: they rest encrypted.
PRIVATE_PREFIX = "given-"
#: What a browser sends that nobody typed.
_NOT_TYPED = ("csrfmiddlewaretoken",)
_LARGEST = 200_000


def drafts_of(user):
    """The user's drafts, newest first, with their group."""
    return Draft.objects.filter(owner=user).select_related("organization")


@transaction.atomic
def save_draft(*, by, incubator, form, key, fields, organization=None):
    """Keep what was typed: fields is {name: [values]}. The same owner, form and key is the same draft."""
    if not access.allows_at(by, incubator, Permission.LOG_MEETINGS, Permission.TEACH):
        raise PermissionDenied("Su cargo no permite registrar reuniones en esa incubadora.")
    kept = {name: values for name, values in fields.items() if name not in _NOT_TYPED}
    private = {name: values for name, values in kept.items() if name.startswith(PRIVATE_PREFIX)}
    content = {
        "key": key,
        "fields": {name: values for name, values in kept.items() if name not in private},
        "sealed": cipher.encrypt(json.dumps(private)) if private else "",
    }
    if len(json.dumps(content)) > _LARGEST:
        raise PermissionDenied("El borrador es demasiado grande para guardarse.")
    User.objects.select_for_update(of=("self",)).get(pk=by.pk)  # two tabs, or a double tap: one draft
    draft = Draft.objects.filter(owner=by, form=form, content__key=key).first()
    draft = draft or Draft(owner=by, form=form)
    draft.incubator, draft.organization, draft.content = incubator, organization, content
    draft.save()
    return draft


def fields_of(draft):
    """What was typed, {name: [values]}, the encrypted part opened."""
    sealed = draft.content.get("sealed")
    private = json.loads(cipher.decrypt(sealed)) if sealed else {}
    return {**draft.content["fields"], **private}


@transaction.atomic
def discard_draft(*, by, key=None, draft=None):
    """Throw away a draft of one's own, by itself or by its key; nothing happens when there is none."""
    mine = Draft.objects.filter(owner=by)
    (mine.filter(pk=draft.pk) if draft is not None else mine.filter(content__key=key)).delete()
