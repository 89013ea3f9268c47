"""Keep what somebody read in the document of an act, and the points of the DAES with their answers."""

from django.db import transaction

from cases.formalization.life import LegalEventKind
from cases.law import contents
from cases.models import ActContent, LegalEvent, ObservationAnswer, ObservationPoint
from cases.services.legal import steps
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.requirements import Refused

K = LegalEventKind


@transaction.atomic
def read_document(*, by, event, on, items, **data):
    """What the document of an act holds, as read on a day: a new reading, that answers from now on.

    `items`: key of cases.law.contents → its word; a key that is absent was not looked at. `data`: fields of ActContent.
    """
    access.require(by, Permission.RECORD_FACTS, event.case)
    file = steps.locked(event.file) if event.file_id else None
    event = LegalEvent.everything.select_related("case__organization").get(pk=event.pk)
    if event.taken_back:
        raise Refused("Ese acto se quitó: no se lee su documento.")
    if not event.case.is_open:
        raise Refused("El caso está cerrado: reábralo antes de anotar.")
    if not event.happened_on <= on <= calendars.today():
        raise Refused("La lectura va entre la fecha del acto y hoy.")
    reading = ActContent(event=event, read_on=on, read_by=by, items=_known(event, items), **data)
    reading.full_clean(exclude=["event", "read_by"])
    reading.save()
    journal.record(by, "legalact_read", on, subject=event, organization=event.case.organization)
    if file is not None and file.closed_on is None:
        steps.follow(file, file.events.order_by("pk").last(), by=by)
    return reading


def _known(event, items):
    """The answers that this act may have; the registrar of the same commune as the domicile is the right one."""
    asked = {item.key: {word for word, _ in item.words} for item in contents.CONTENTS.get(event.kind, ())}
    wrong = [key for key, word in items.items() if word and word not in asked.get(key, ())]
    if wrong:
        raise Refused("Hay una respuesta que ese documento no tiene.")
    return {key: word for key, word in items.items() if word}


@transaction.atomic
def add_points(*, by, event, points):
    """What the DAES asked for in its observations: (text, day until which it is answered or None)."""
    access.require(by, Permission.RECORD_FACTS, event.case)
    steps.locked(event.file)
    if event.kind != K.DAES_OBSERVATION or event.taken_back:
        raise Refused("Los puntos son de unas observaciones del DAES.")
    last = event.points.count()
    kept = []
    for number, (text, due_on) in enumerate(points, last + 1):
        if due_on is not None and due_on < event.happened_on:
            raise Refused("El plazo para responder no puede ser anterior a las observaciones.")
        point = ObservationPoint(event=event, number=number, text=text.strip(), due_on=due_on)
        point.full_clean(exclude=["event"])
        point.save()
        kept.append(point)
    return kept


@transaction.atomic
def answer_points(*, by, event, answers):
    """What was answered to each point (point → text), in the act that answers."""
    access.require(by, Permission.RECORD_FACTS, event.case)
    steps.locked(event.file)
    if event.kind != K.DAES_ANSWER or event.taken_back:
        raise Refused("Se responde con la respuesta al DAES.")
    kept = []
    for point, text in answers.items():
        if point.event.file_id != event.file_id or hasattr(point, "answer"):
            raise Refused("Ese punto es de otro expediente o ya tiene respuesta.")
        said = ObservationAnswer(point=point, event=event, text=text.strip())
        said.full_clean(exclude=["point", "event"])
        said.save()
        kept.append(said)
    return kept
