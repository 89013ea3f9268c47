"""What was true before: each record that people correct leaves its former values in a table of its own, by trigger.

A trigger of the database writes them, so no query of ours can forget it; the application may only read them
(docs/adr/0010). Which records are followed, and how private each field is, stands in `tracked.py` of each app.
"""

from dataclasses import dataclass

import pghistory
import pgtrigger
from django.db import models
from pghistory.models import Event

from incubator.enums import Tier

#: Never kept: derived values, and where a value came from, which changes with the value itself.
NEVER = frozenset({"provenance", "sort_key", "name_folded", "updated_at", "password", "last_login", "is_superuser"})
#: Beside the values of the record: what happened, when, to which, and in whose name.
MARKS = ("pgh_id", "pgh_label", "pgh_created_at", "pgh_obj", "pgh_context", "pgh_role")


class SessionUser(models.Func):
    """The role that entered the database: inside a trigger that runs as the owner, it still says who came."""

    template = "session_user"
    output_field = models.CharField()


class Past(Event):
    """One state of one record: the values it took (or had, when it was deleted), when and by whom."""

    pgh_id = models.BigAutoField(primary_key=True)
    pgh_role = models.CharField(max_length=63, db_default=SessionUser(), editable=False)

    class Meta:
        abstract = True


@dataclass(frozen=True)
class Tracked:
    """A record that is followed: its table of former values, the tier of each field, and how to reach its group."""

    model: type[models.Model]
    past: type[models.Model]
    tiers: dict[str, Tier]
    group: str

    @property
    def fields(self) -> list[str]:
        """The fields of the record that are kept."""
        return [field.name for field in self.past._meta.fields if field.name not in MARKS]


#: Model label → how it is followed.
TRACKED: dict[str, Tracked] = {}


def track(model, *, group="", programme="", personal="", legal="", sensitive="", hidden="", never=""):
    """Follow a record. Each word list names fields of one tier; a field in none of them is kept and never shown,
    but for those of `never`, of which no former value is kept.

    `group` is the way from the record to its organization («case__organization»), or "" when it is of no group.
    """
    unkept = NEVER | set(never.split())
    left_out = [field.name for field in model._meta.local_fields if field.name in unkept or field.generated]
    name = f"{model.__name__}History"
    pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=left_out,
        base_model=Past,
        model_name=name,
        obj_field=pghistory.ObjForeignKey(related_name="+", related_query_name="+", db_index=True),
        context_field=pghistory.ContextJSONField(),
        context_id_field=None,
        append_only=True,
        meta={"db_table": f"{model._meta.db_table}_history", "triggers": [_no_truncate()]},
    )(model)
    words = {Tier.PROGRAMME: programme, Tier.PERSONAL: personal, Tier.LEGAL: legal, Tier.SENSITIVE: sensitive}
    tiers = {field: tier for tier, said in words.items() for field in said.split()}
    past = _past_of(model, name)
    TRACKED[model._meta.label_lower] = Tracked(model, past, tiers, group)
    _HIDDEN[model._meta.label_lower] = frozenset(hidden.split())


#: Model label → fields somebody decided never to show (a test asks that each field is in a tier or here).
_HIDDEN: dict[str, frozenset[str]] = {}


def hidden_of(label: str) -> frozenset[str]:
    """The fields of a followed record that are kept and, on purpose, never shown."""
    return _HIDDEN[label]


def _past_of(model, name):
    return model._meta.apps.get_registered_model(model._meta.app_label, name)


def _no_truncate():
    """Emptying the table at once is refused to everyone, its owner too."""
    return pgtrigger.Trigger(
        name="never_emptied",
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func="raise exception 'history is not emptied' using errcode = '42501';",
    )
