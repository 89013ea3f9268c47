"""What changed in the records of one group: field, former value, new value, who and when, for whoever may read it.

Each field shows only to whoever may read its tier (incubator.models.past); an unknown field stays hidden, and the
schema `sensitive` is never looked at here. Three queries and one for each kind of record that a value names.
"""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import BigIntegerField, CharField, Q, Value

from incubator import masking, same_person
from incubator.access import Permission, allows
from incubator.enums import Tier
from incubator.field_words import WORDS
from incubator.models import Membership, Person, User
from incubator.models.past import TRACKED, Tracked

RIGHTS = {
    Tier.PUBLIC: Permission.VIEW_GROUPS,
    Tier.PROGRAMME: Permission.VIEW_GROUPS,
    Tier.PERSONAL: Permission.VIEW_PEOPLE,
    Tier.LEGAL: Permission.VIEW_LEGAL,
}
_LABELS = {"insert": "Se anotó", "update": "Se corrigió", "delete": "Se borró"}
_PERSON = "incubator.person"


@dataclass(frozen=True)
class Field:
    """One field that changed, as people read it."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One correction of one record."""

    at: datetime
    who: str
    what: str
    record: str
    fields: tuple[Field, ...]
    former: str = ""


def changes_of(user, group, formers=()):
    """(created, label, id, whose) of every event of the group's records this user may read something of; one query.

    `formers`: the groups read through this one. Of those out of this user's reach nothing is told, and the people of
    the others are told by the group itself, where they are.
    """
    tiers = tiers_for(user, group)
    parts = [_events(label, tracked, group) for label, tracked in _readable(tiers)]
    for former in formers:
        told = _readable(tiers & tiers_for(user, former))
        parts += [_events(label, tracked, former) for label, tracked in told if label != _PERSON]
    return parts[0].union(*parts[1:], all=True).order_by("-pgh_created_at", "-pgh_id") if parts else []


def read(user, group, page, formers=()) -> list[Change]:
    """The changes of one page of `changes_of`, in words."""
    tiers = tiers_for(user, group)
    by_id = {former.pk: former for former in formers}
    found = _states(page)
    told = []
    for row in page:
        label, former = row["label"], by_id.get(row["whose"])
        if (label, row["pgh_id"]) in found:
            now, before = found[label, row["pgh_id"]]
            shown = tiers & tiers_for(user, former) if former else tiers
            told.append((label, now, _differences(label, now, before, shown), former))
    names = _names([row[:3] for row in told])
    return [_worded(label, now, fields, names, former) for label, now, fields, former in told if fields]


def tiers_for(user, group) -> set[Tier]:
    """What this user may read of the group. Whoever is not told somebody's name there is told of nobody."""
    tiers = {tier for tier, right in RIGHTS.items() if allows(user, right, group)}
    return tiers - {Tier.PERSONAL} if masking.hides_anybody(user, [group.pk]) else tiers


def _readable(tiers):
    for label, tracked in TRACKED.items():
        shown = set(tracked.tiers.values()) & tiers
        if shown and (tracked.group or label == _PERSON):
            yield label, tracked


def _events(label, tracked: Tracked, group):
    rows = tracked.past._default_manager.exclude(pgh_label="insert")
    whose_rows = {"pgh_obj__in": _records(group)} if label == _PERSON else {tracked.group: group.pk}
    whose = Value(group.pk, output_field=BigIntegerField())
    named = rows.filter(**whose_rows).order_by().annotate(label=Value(label, output_field=CharField()), whose=whose)
    return named.values("pgh_created_at", "pgh_id", "label", "whose")


def _records(group):
    """Every record of whoever is or was a member: the one of her membership, and those that are read as the same."""
    members = Membership.objects.filter(organization=group, annulled_at__isnull=True).order_by()
    surviving = members.values(one_person=same_person.surviving())
    return Person.objects.filter(Q(pk__in=surviving) | Q(same_as__in=surviving)).order_by().values("pk")


def _states(page):
    """(label, id) → the state the event left and the one before, in one query."""
    wanted = defaultdict(list)
    for row in page:
        wanted[row["label"]].append(row["pgh_id"])
    if not wanted:
        return {}
    quote, parts, values = connection.ops.quote_name, [], []
    for label, ids in wanted.items():
        table = quote(TRACKED[label].past._meta.db_table)
        parts.append(
            f"select %s, h.pgh_id, to_jsonb(h), (select to_jsonb(p) from {table} p"  # noqa: S608 - our own tables
            " where p.pgh_obj_id = h.pgh_obj_id and p.pgh_id < h.pgh_id order by p.pgh_id desc limit 1)"
            f" from {table} h where h.pgh_id = any(%s)"
        )
        values += [label, ids]
    with connection.cursor() as cursor:
        cursor.execute(" union all ".join(parts), values)
        return {(label, pk): (_loaded(now), _loaded(before)) for label, pk, now, before in cursor.fetchall()}


def _loaded(value):
    return json.loads(value) if isinstance(value, str) else value


def _differences(label, now, before, tiers):
    """The fields that changed and may be shown, as (model field, former value, new value)."""
    tracked, before = TRACKED[label], before or {}
    found = []
    for name, tier in tracked.tiers.items():
        field = tracked.model._meta.get_field(name)
        if tier not in tiers or not field.concrete:
            continue
        old, new = before.get(field.column), now.get(field.column)
        if now["pgh_label"] == "delete":
            old, new = new, None
        if old != new:
            found.append((field, old, new))
    return found


def _names(told):
    """Model → id → how it reads, for every record that a value names, and for whoever acted."""
    wanted = defaultdict(set)
    for label, now, fields in told:
        if label == _PERSON:
            wanted[TRACKED[label].model].add(now["pgh_obj_id"])
        wanted[User].add((now.get("pgh_context") or {}).get("user"))
        for field, old, new in fields:
            if field.is_relation:
                wanted[field.related_model] |= {old, new}
    return {model: _read_names(model, ids - {None}) for model, ids in wanted.items() if ids - {None}}


def _read_names(model, ids):
    related = [f.name for f in model._meta.fields if f.is_relation and not f.null][:3]
    return {row.pk: str(row) for row in model._default_manager.filter(pk__in=ids).select_related(*related)}


def _worded(label, now, fields, names, former) -> Change:
    context = now.get("pgh_context") or {}
    who = names.get(User, {}).get(context.get("user"))
    by_command = f"La orden «{context['command']}»" if context.get("command") else "Fuera de Minga"
    return Change(
        at=datetime.fromisoformat(now["pgh_created_at"]),
        who=who or by_command,
        what=_LABELS[now["pgh_label"]],
        record=_record(label, now, names),
        former=former.name if former else "",
        fields=tuple(
            Field(_called(field), _said(field, old, names), _said(field, new, names)) for field, old, new in fields
        ),
    )


def _record(label, now, names):
    """Which record: what it is and, of a person, her name (whoever sees one of her fields may read it)."""
    model = TRACKED[label].model
    name = names.get(model, {}).get(now["pgh_obj_id"], "") if label == _PERSON else ""
    return " · ".join(filter(None, [str(model._meta.verbose_name), name]))


def _called(field):
    said = str(field.verbose_name)
    return WORDS.get(field.name, said) if said == field.name.replace("_", " ") else said


def _said(field, value, names):
    """A value as people read it; empty is «sin dato»."""
    if value in (None, "", [], {}):
        return "sin dato"
    if field.is_relation:
        return names.get(field.related_model, {}).get(value, "otro registro")
    if value is True or value is False:
        return "sí" if value else "no"
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if field.get_internal_type() == "DateField":
        return "-".join(reversed(str(value).split("-")))
    if field.name == "run":
        return "otro RUN"
    return str(value) if not isinstance(value, (list, dict)) else "otra lista"
