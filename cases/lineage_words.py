"""What a merge, a split or their reversal will do, in sentences with counts: read before it happens, and after."""

from cases.enums import OperationKind
from cases.models import SessionCase
from cases.models.lineage import REVERT_DAYS, UNDECIDED_DAYS
from incubator.models import Contact


def count(number, one, many):
    """«1 sesión», «3 sesiones», «ninguna» is never needed."""
    return f"{number} {one if number == 1 else many}"


def merge_sentences(case, survivor, on) -> list[str]:
    """What joining `case` to `survivor` would do on a day."""
    goes, stays = case.organization, survivor.organization
    held = {_surviving(row) for row in stays.memberships.in_force(on).select_related("person")}
    rows = {_surviving(row) for row in goes.memberships.in_force(on).select_related("person")}
    both, new = len(rows & held), len(rows - held)
    return [
        f"{stays.name} sigue con su caso {survivor.code} y su etapa: {survivor.get_stage_display()}.",
        f"El caso {case.code} de {goes.name} (en {case.get_stage_display()}) se cierra como «Se unió a otro grupo».",
        f"{_people(new)} de {goes.name} {_enter(new)} a {stays.name} desde ese día."
        + (f" {_people(both)} ya {'era' if both == 1 else 'eran'} de los dos: no cambia nada." if both else ""),
        f"El grupo queda con {count(len(held | rows), 'integrante', 'integrantes')}. Lo representa quien representa a "
        f"{stays.name}.",
        f"{_history(case)} de {goes.name} se ven también en la página de {stays.name}, con su origen.",
        f"Quienes están a cargo de {goes.name} no quedan a cargo de {stays.name}: asígnelos después si corresponde.",
        _window(),
    ]


def split_sentences(case, branches, places, on) -> list[str]:
    """What dividing `case` would do; places {membership: index of a branch or None}, or None before it is said."""
    origin = case.organization
    members = list(origin.memberships.in_force(on).values_list("pk", flat=True))
    said = [
        f"El caso {case.code} de {origin.name} (en {case.get_stage_display()}) se cierra como «Se dividió».",
        f"Nacen {count(len(branches), 'grupo', 'grupos')}: {', '.join(name for name, _ in branches)}. "
        "Cada uno con su caso nuevo.",
    ]
    if places is None:
        said.append(f"{_people(len(members))} se reparten: cada una a un solo grupo, o queda «por decidir».")
    else:
        for index, (name, _) in enumerate(branches):
            number = sum(places.get(pk) == index for pk in members)
            said.append(f"{_people(number)} {_enter(number)} a {name}.")
        undecided = sum(places.get(pk) is None for pk in members)
        if undecided:
            verb = "queda" if undecided == 1 else "quedan"
            said.append(
                f"{_people(undecided)} {verb} «por decidir» durante {UNDECIDED_DAYS} días. Si nadie decide, "
                f"{'deja' if undecided == 1 else 'dejan'} el grupo por esa razón."
            )
    return [
        *said,
        f"{_history(case)} de {origin.name} se ven en la página de cada grupo nuevo, con su origen.",
        "Los grupos nuevos parten sin nadie a cargo y sin representante: asígnelos y elíjalo después.",
        _window(),
    ]


def revert_sentences(operation, kept: int) -> list[str]:
    """What undoing it will do; `kept`: rows written since."""
    origin = operation.case.organization
    said = [f"El caso de {origin.name} vuelve a la etapa que dejó, con sus integrantes y su representante de entonces."]
    if operation.kind == OperationKind.MERGE:
        stays = operation.survivor.organization
        said.append(f"Quienes habían pasado a {stays.name} dejan de ser sus integrantes, y {stays.name} sigue igual.")
    else:
        names = " y ".join(branch.case.organization.name for branch in operation.branches.all() if branch.case_id)
        said.append(f"Los casos de {names} se cierran como «Se deshizo la división».")
    said.append("Lo anterior al cambio queda tal como estaba.")
    if kept:
        what = count(kept, "anotación", "anotaciones")
        said.append(f"Después se {'hizo' if kept == 1 else 'hicieron'} {what}: se conservan donde están (abajo).")
    return said


def done_sentence(operation) -> str:
    """What happened, for its page."""
    origin = operation.case.organization.name
    if operation.kind == OperationKind.MERGE:
        return f"{origin} se une a {operation.survivor.organization.name}."
    return f"{origin} se divide en {', '.join(branch.name for branch in operation.branches.all())}."


def _surviving(row):
    return row.person.same_as_id or row.person_id


def _people(number):
    return count(number, "persona", "personas")


def _enter(number):
    return "pasa" if number == 1 else "pasan"


def _history(case):
    sessions = SessionCase.objects.valid().filter(case=case).count()
    contacts = Contact.objects.filter(organization=case.organization_id).count()
    parts = [count(sessions, "sesión", "sesiones")] if sessions else []
    parts += [count(contacts, "contacto", "contactos")] if contacts else []
    words = ", ".join([*parts, "los documentos"]) + " y la bitácora"
    return f"{words[:1].upper()}{words[1:]} anteriores"


def _window():
    return f"Se puede deshacer dentro de los {REVERT_DAYS} días de hecho, entre dos personas de la coordinación."
