"""Who manages, who watches over the accounts, for how long, and whom the founders propose for the first seats."""

from django.db import transaction

from cases.books.kinds import Body
from cases.founding.kinds import Direction, Watch
from cases.founding.steps import HELD
from cases.law import bodies as law
from cases.law.answers import Outcome
from cases.models import FoundingSeat
from cases.services.founding import room
from incubator import journal
from incubator.requirements import Refused

#: The bodies of each choice, of which the meeting elects the first seats. A manager is named by the board.
ELECTED = {
    Direction.BOARD: Body.BOARD,
    Direction.SOLE_MANAGER: Body.SOLE_MANAGER,
    Watch.VIGILANCE: Body.VIGILANCE,
    Watch.INSPECTOR: Body.INSPECTOR,
}


@transaction.atomic
def form_bodies(*, by, file, on, direction, watch, seats, direction_seats=None, watch_seats=None, years=None):
    """Decide the bodies (R05) and propose first seats: [(person, body, office, alternate)]. The former ones go."""
    held = room.enter(by=by, file=file, on=on, statutes=True)
    founders = room.founders_by_id(held, on)
    _refuse_unless_lawful(held, direction, watch, len(founders), on)
    _refuse_strangers(seats, founders, {ELECTED[one] for one in (direction, watch) if one})
    project = room.project_for(held)
    project.direction, project.watch = direction, watch
    project.direction_seats = direction_seats
    project.watch_seats = watch_seats if watch == Watch.VIGILANCE else None
    if years is not None:
        project.years = years
    project.full_clean(exclude=["file", "commune", "agent"])
    project.save()
    project.seats.all().delete()
    FoundingSeat.objects.bulk_create(
        FoundingSeat(project=project, person=person, body=body, office=office, alternate=alternate)
        for person, body, office, alternate in seats
    )
    journal.record(by, "bodies_decided", on, subject=project, organization=held.case.organization, seats=len(seats))
    return project


def _refuse_unless_lawful(file, direction, watch, members, on):
    """Above twenty members there is no choice (R05); what is not decided yet is not asked."""
    chosen = [Direction(direction)] if direction else []
    chosen += [Watch(watch)] if watch else []
    if len(chosen) < 2:
        return
    bodies = [body for one in chosen for body in HELD[one]]
    answer = law.seats(members=members, types=[file.cooperative_type_id], held=bodies, on=on)
    small = {law.SOLE_MANAGER, law.INSPECTOR} & set(bodies)
    if small and answer.outcome != Outcome.MET:
        raise Refused(f"{answer.arithmetic} {answer.remedy}")


def _refuse_strangers(seats, founders, bodies):
    taken = set()
    for person, body, _, _ in seats:
        if person.survivor.pk not in founders:
            raise Refused("Los primeros cargos son de personas que fundan la cooperativa.")
        if body not in bodies:
            raise Refused(f"«{Body(body).label}» no es de los órganos que eligió: cambie el cargo o los órganos.")
        if (person.survivor.pk, body) in taken:
            raise Refused("Una persona está dos veces en el mismo órgano: deje una.")
        taken.add((person.survivor.pk, body))
