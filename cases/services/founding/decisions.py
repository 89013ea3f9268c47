"""What the statutes decide beside capital and bodies: name, seat, term, object, options, and the agent."""

from django.db import transaction

from cases.founding.kinds import MeetingMonth
from cases.law.names import shows_nature
from cases.services.founding import room
from incubator import journal
from incubator.requirements import Refused

#: What may be decided here.
FIELDS = (
    "name", "trade_name", "address", "commune", "duration_years", "purposes", "second_call_percent",
    "second_call_least", "accounts_days", "meeting_from", "meeting_to", "agent", "agent_name", "agent_run",
    "agent_address", "agent_phone", "agent_email",
)  # fmt: skip
#: Who presents the papers is no matter of the meeting.
_AGENT = frozenset(name for name in FIELDS if name.startswith("agent"))
PURPOSES, PURPOSE_LENGTH = 12, 400


@transaction.atomic
def decide(*, by, file, on, **decisions):
    """Write some decisions; the others stay as they are. No value goes to the journal, only how many changed."""
    if unknown := set(decisions) - set(FIELDS):
        raise TypeError(f"a project has no {min(unknown)}")
    held = room.enter(by=by, file=file, on=on, statutes=bool(set(decisions) - _AGENT))
    project = room.project_for(held)
    changed = 0
    for name, value in decisions.items():
        value = value.strip() if isinstance(value, str) else value
        changed += getattr(project, name) != value
        setattr(project, name, value)
    _check(held, project, decisions, on)
    project.full_clean(exclude=["file"])
    project.save()
    journal.record(by, "statutes_decided", on, subject=project, organization=held.case.organization, changed=changed)
    return project


def _check(file, project, decisions, on):
    if decisions.get("name") and not shows_nature(project.name):
        raise Refused("El nombre tiene que decir que es una cooperativa: agregue «Cooperativa».")
    if "purposes" in decisions:
        _check_purposes(project)
    months = list(MeetingMonth)
    if months.index(MeetingMonth(project.meeting_from)) > months.index(MeetingMonth(project.meeting_to)):
        raise Refused("El primer mes de la junta anual va antes que el último.")
    agent = decisions.get("agent")
    if agent is not None and agent.survivor.pk not in room.founders_by_id(file, on):
        raise Refused("Esa persona no funda la cooperativa: escriba sus datos en vez de elegirla.")


def _check_purposes(project):
    project.purposes = [text.strip() for text in project.purposes if text.strip()]
    if len(project.purposes) > PURPOSES:
        raise Refused(f"Deje {PURPOSES} objetos o menos: junte los que se parecen.")
    if any(len(text) > PURPOSE_LENGTH for text in project.purposes):
        raise Refused(f"Cada objeto tiene {PURPOSE_LENGTH} letras o menos: acórtelo o divídalo en dos.")
