"""What was recorded on top of a step: the facts, sessions, pauses and joined groups that came after it."""

from cases.models import Operation, Pause, SessionCase
from cases.models.facts import Fact


def built_since(case, change) -> list[str]:
    """The kinds of rows recorded after a step and dated from its day on, in words."""
    on, at = change.effective_on, change.recorded_at
    sessions = SessionCase.objects.valid().filter(
        case=case, session__meeting__held_on__gte=on, session__meeting__logged_at__gt=at
    )
    found = ["sesiones"] if sessions.exists() else []
    for model in Fact.__subclasses__():
        if model.objects.filter(case=case, happened_on__gte=on, recorded_at__gt=at).exists():
            found.append(str(model._meta.verbose_name))
    if Pause.objects.filter(case=case, since__gte=on, recorded_at__gt=at).exists():
        found.append("una pausa")
    joined = Operation.objects.executed().filter(survivor=case, executed_on__gte=on, executed_at__gt=at)
    return [*found, "la unión de otro grupo"] if joined.exists() else found
