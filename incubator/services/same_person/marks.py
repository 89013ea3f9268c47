"""Write the mark of every RUN again: after a restore from before there were marks, or a change of key."""

from incubator import cipher
from incubator.models import Person

_BATCH = 500


def mark_runs() -> int:
    """Bring every mark up to date with its RUN and the newest key. Returns how many changed. Runs each night."""
    changed, stale = 0, []
    for person in Person.objects.exclude(run="").only("run", "run_mark").order_by("pk").iterator(chunk_size=_BATCH):
        mark = cipher.mark("run", person.run)
        if person.run_mark != mark:
            person.run_mark = mark
            stale.append(person)
        if len(stale) == _BATCH:
            changed += _write(stale)
            stale = []
    return changed + _write(stale)


def _write(people):
    if people:
        Person.objects.bulk_update(people, ["run_mark"])
    return len(people)
