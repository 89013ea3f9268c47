"""What the pages of one text share: the agreement within reach and the text."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from cases.formalization import base_texts
from cases.formalization.slugs import parts_of
from cases.models.base_texts import agreements_of
from cases.papers import NoBaseTextError
from incubator import calendars
from incubator.models import Agreement


def agreements(user):
    """The agreements whose texts this user writes."""
    return Agreement.objects.filter(pk__in=agreements_of(user)).order_by("-starts_on", "code")


def text_frame(request, agreement, text):
    """Context of a page of one text; 404 outside reach."""
    held = get_object_or_404(agreements(request.user), pk=agreement)
    document, kind = parts_of(text)
    try:
        found = base_texts.versions(held, document, kind, calendars.today())
    except NoBaseTextError as error:
        raise Http404 from error
    return {
        "agreement": held,
        "document": document,
        "kind": kind,
        "key": text,
        "title": base_texts.name_of(document, kind),
        "versions": found,
        "page": reverse("base_text", args=[held.pk, text]),
        "crumbs": [("Textos base", reverse("base_texts"))],
    }


def version_of(frame, number):
    """The version of that number, or 404."""
    found = next((one for one in frame["versions"] if str(one.number) == str(number)), None)
    if found is None:
        raise Http404
    return found


def in_force(frame, on):
    """The version that documents are drawn from on that day."""
    return next((one for one in frame["versions"] if one.valid_from <= on or one.row is None), frame["versions"][-1])


def words_of(frame, version):
    """The text of a version."""
    if version.row:
        return base_texts.text_of(version.row)
    return base_texts.shipped(frame["document"], frame["kind"], calendars.today())
