"""What is due: each cause is a reading that yields tasks. Rooms add theirs in a module `causes.py`.

A task is never stored: it lasts while its cause does. Queries of a cause never grow with the rows it reads.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString

from incubator.models import Draft, User
from incubator.registries import Registry

#: From what burns to what can wait.
TONES = ("urgent", "waits", "info", "plain")


@dataclass(frozen=True)
class Task:
    """One thing to do: a sentence with one button, its day and who answers for it (nobody named: whoever sees it)."""

    key: str
    sentence: SafeString
    url: str
    action: str
    tone: str = "plain"
    about: str = ""
    detail: str = ""
    due_on: date | None = None
    responsible_ids: frozenset[int] = frozenset()

    def is_of(self, user):
        """Whether this user answers for it."""
        return not self.responsible_ids or user.pk in self.responsible_ids


@dataclass(frozen=True)
class Asked:
    """Who asks, as of which day; `kept` holds what one cause read and another may use."""

    user: User
    on: date
    kept: dict = field(default_factory=dict)


Cause = Callable[[Asked], Iterable[Task]]
_causes: Registry[Cause] = Registry("causes")
#: Draft.form → function of the draft that says (sentence, address, words of the button).
_resumes: dict[str, Callable[[Draft], tuple[SafeString, str, str]]] = {}


def cause(name):
    """Register a function of Asked that yields tasks."""
    return lambda function: _causes.add(name, function)


def resumes(form, describe):
    """Say how a draft of this form is shown and taken up again."""
    _resumes[form] = describe


def tasks(user, on) -> list[Task]:
    """Everything due that this user may see, what burns first."""
    asked = Asked(user, on)
    found = [task for ask in _causes for task in ask(asked)]
    return sorted(found, key=lambda task: (TONES.index(task.tone), task.due_on or date.max, task.key))


@cause("drafts")
def _drafts(asked):
    """What this user left half written."""
    for draft in Draft.objects.filter(owner=asked.user).select_related("organization"):
        if draft.form not in _resumes:
            continue
        sentence, url, action = _resumes[draft.form](draft)
        yield Task(f"draft:{draft.pk}", format_html("{}", sentence), url, action, about="el borrador")
