"""Records to join, and notices between two municipalities: what waits for another person, and for two coordinators."""

from django.urls import reverse
from django.utils.html import format_html

from incubator.access import Permission, scope_of
from incubator.causes.registry import Task, cause
from incubator.models import DuplicateNotice, DuplicateTalk, PersonMerge


@cause("merge_waits", "Registros por unir")
def _merge_waits(asked):
    """Somebody proposed to join two records: it waits for another person of the same incubator. One query."""
    places = scope_of(asked.user, Permission.WRITE_PEOPLE).incubator_ids
    if not places:
        return
    rows = PersonMerge.objects.waiting().filter(incubator__in=places).exclude(proposed_by=asked.user)
    for merge in rows.select_related("kept").order_by("pk"):
        yield Task(
            key=f"merge_waits:{merge.pk}",
            sentence=format_html("Proponen <b>unir dos registros</b> de {}.", merge.kept.name),
            url=reverse("person_merge", args=[merge.pk]),
            action="Revisar",
            about="la unión de registros",
            tone="info",
            incubator_id=merge.incubator_id,
        )


@cause("duplicate_notice", "Posible repetición con otra incubadora")
def _duplicate_notice(asked):
    """The same person may be in two incubators: told to both coordinators, until each says «conversado»."""
    homes = scope_of(asked.user, Permission.SETTLE_DUPLICATES).home_ids
    if not homes:
        return
    talked = set(DuplicateTalk.objects.filter(incubator__in=homes).order_by().values_list("notice_id", "incubator_id"))
    for notice in DuplicateNotice.objects.visible_to(asked.user).select_related("first", "second").order_by("pk"):
        for home in (notice.first_id, notice.second_id):
            if home not in homes or (notice.pk, home) in talked:
                continue
            yield Task(
                key=f"duplicate_notice:{notice.pk}:{home}",
                sentence=format_html(
                    "Una persona de su incubadora <b>podría estar también</b> en la {}: conversen.",
                    notice.other_than(home).name,
                ),
                url=reverse("duplicate_notice", args=[notice.pk]),
                action="Ver el aviso",
                about=f"con la {notice.other_than(home).name}",
                tone="info",
                incubator_id=home,
            )
