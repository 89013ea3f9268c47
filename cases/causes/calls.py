"""What waits of the calls: requests nobody took in, a call whose days are over, a draft that lacks nothing."""

from django.db.models import Count, Q, Sum
from django.urls import reverse
from django.utils.html import format_html

from cases.call_life import RECEIVING, CallState, CallVerb
from cases.models import Call
from cases.services.call_steps import right_of
from cases.submission_words import SubmissionState
from incubator import causes
from incubator.access import Permission
from incubator.causes import Task
from incubator.templatetags.minga import dmy

_WHOLE = 100
_WAITING = Q(submissions__state=SubmissionState.RECEIVED)


@causes.cause("submissions_wait", "Postulaciones por tomar")
def submissions_wait(asked):
    """One task a call, for whoever may take them in: a group whose request nobody opens loses its days."""
    rows = Call.objects.visible_to(asked.user, Permission.WRITE_GROUPS).filter(state__in=RECEIVING)
    waiting = rows.annotate(count=Count("submissions", filter=_WAITING))
    for call in waiting.filter(count__gt=0).order_by("closes_on", "pk"):
        one = call.count == 1
        late = asked.on > call.closes_on
        words = "1 postulación recibida espera" if one else f"{call.count} postulaciones recibidas esperan"
        yield Task(
            key=f"submissions_wait:{call.pk}",
            sentence=format_html("<b>{}</b> que alguien {} tome en {}.", words, "la" if one else "las", _link(call)),
            detail="Se toman antes de fijar el orden" if late else f"La convocatoria cierra el {dmy(call.closes_on)}",
            url=reverse("call_submissions", args=[call.pk]) + f"?estado={SubmissionState.RECEIVED}",
            action="Ver",
            tone="urgent" if late else "waits",
            about=f"las postulaciones de {call.name}",
            due_on=call.closes_on,
            needs=Permission.WRITE_GROUPS,
            incubator_id=call.incubator_id,
        )


@causes.cause("call_to_close", "Convocatoria por cerrar")
def call_to_close(asked):
    """Its last day passed: somebody says that what was received is complete."""
    rows = Call.objects.visible_to(asked.user, right_of(CallVerb.CLOSE))
    for call in rows.filter(state=CallState.PUBLISHED, closes_on__lt=asked.on).order_by("closes_on", "pk"):
        yield Task(
            key=f"call_to_close:{call.pk}",
            sentence=format_html("La convocatoria {} <b>terminó su plazo</b>: ciérrela.", _link(call)),
            detail=f"Se podía postular hasta el {dmy(call.closes_on)}",
            url=reverse("call_detail", args=[call.pk]),
            action="Cerrar",
            tone="waits",
            about=f"la convocatoria {call.name}",
            due_on=call.closes_on,
            needs=right_of(CallVerb.CLOSE),
            incubator_id=call.incubator_id,
        )


@causes.cause("call_to_publish", "Convocatoria por publicar")
def call_to_publish(asked):
    """A draft that lacks nothing waits for whoever coordinates."""
    rows = Call.objects.visible_to(asked.user, Permission.DECIDE).filter(state=CallState.DRAFT, seats__gt=0)
    written = rows.exclude(text="").exclude(easy_text="").exclude(phone="").exclude(in_person="")
    whole = written.annotate(weight=Sum("criteria__weight")).filter(weight=_WHOLE, opens_on__gte=asked.on)
    for call in whole.order_by("opens_on", "pk"):
        yield Task(
            key=f"call_to_publish:{call.pk}",
            sentence=format_html("La convocatoria {} está <b>lista para publicar</b>.", _link(call)),
            detail=f"Abre el {dmy(call.opens_on)}",
            url=reverse("call_detail", args=[call.pk]),
            action="Revisar",
            tone="info",
            about=f"la convocatoria {call.name}",
            due_on=call.opens_on,
            needs=Permission.DECIDE,
            incubator_id=call.incubator_id,
        )


def _link(call):
    return format_html('<a href="{}">{}</a>', reverse("call_detail", args=[call.pk]), call.name)
