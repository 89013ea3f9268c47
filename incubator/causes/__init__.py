"""What is due (docs/adr/0011): each cause reads what happened; a task lasts while its cause does and is never stored.

Rooms add theirs in a module `causes`. A cause of many rows is a `listed` one: it asks the database for what is due,
and only the first ones are read. A cause of a few is a plain `cause` that yields tasks. What people decide about a
task (put it off, pass it on) is an overlay, kept by incubator.services.tasks.
"""

from incubator.causes import duplicates as _duplicates  # noqa: F401 (its causes register themselves)
from incubator.causes.agenda import Agenda, tasks
from incubator.causes.badge import urgent
from incubator.causes.drafts import resumes
from incubator.causes.registry import TONES, Asked, Listing, Row, Task, cause, labels, listed

__all__ = [
    "TONES",
    "Agenda",
    "Asked",
    "Listing",
    "Row",
    "Task",
    "cause",
    "labels",
    "listed",
    "resumes",
    "tasks",
    "urgent",
]
