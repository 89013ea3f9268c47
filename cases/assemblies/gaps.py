"""What the minutes of a meeting still lack, by name: the page shows these sentences and closing refuses with them."""

from cases.assemblies.life import AssemblyRoleKind, AssemblyState, Topic
from cases.models import AgendaItem

#: What each kind of meeting needs somebody for.
_PRESIDENT, _SECRETARY = "Falta quién presidió.", "Falta quién escribió el acta."


def to_close(assembly) -> list[str]:
    """What must be written before the minutes are closed. Notices out of term are said, and do not stop it."""
    if assembly.state != AssemblyState.HELD:
        return ["Anote quiénes asistieron."]
    roles = {role.role for role in assembly.roles.all()}
    missing = [
        *_plain(assembly),
        *([] if AssemblyRoleKind.PRESIDENT in roles else [_PRESIDENT]),
        *([] if AssemblyRoleKind.SECRETARY in roles else [_SECRETARY]),
    ]
    items = list(assembly.items.all())
    missing += [f"Faltan los votos de «{item.matter}»." for item in items if not item.voted]
    missing += [f"Falta qué se acordó en «{item.matter}»." for item in items if not item.text.strip()]
    if assembly.is_founding:
        missing += _founding(roles, items, assembly)
    elif _elects(items) and not any(row.elected for row in assembly.candidates.all()):
        missing.append("Falta quién queda elegida o elegido: la tabla tiene una elección.")
    return missing


def _plain(assembly):
    if assembly.starts_at is None:
        yield "Falta la hora de inicio."
    if assembly.ends_at is None:
        yield "Falta la hora de término."
    if not assembly.place.strip():
        yield "Falta el lugar."


def _founding(roles, items: list[AgendaItem], assembly):
    if not any(item.topic == Topic.STATUTES for item in items):
        yield "Falta en la tabla la aprobación de los estatutos."
    if AssemblyRoleKind.REDUCES not in roles:
        yield "Falta quién reduce el acta a escritura pública."
    if _elects(items) and not any(row.elected for row in assembly.candidates.all()):
        yield "Falta quiénes quedan en los primeros cargos."


def _elects(items):
    return any(item.topic in (Topic.SEATS, Topic.ELECTIONS) for item in items)
