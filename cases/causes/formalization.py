"""What a legal file waits for beside its terms: a cure of what came late, and an answer to the DAES."""

from datetime import timedelta

from django.db.models import DateField, Exists, ExpressionWrapper, F, OuterRef, Subquery
from django.urls import reverse
from django.utils.html import format_html

from cases import clocks
from cases.causes.desk import each, group_link
from cases.enums import Stage
from cases.legal_life import LegalEventKind, LegalState
from cases.models import Case, LegalEvent, LegalFile
from incubator import causes
from incubator.access import Permission
from incubator.causes import Listing, Task
from incubator.templatetags.minga import dmy

K = LegalEventKind


def _files(asked, state):
    """The open files in a state, of cases in formalization that the user may see."""
    cases = Case.objects.visible_to(asked.user).filter(stage=Stage.FORMALIZATION)
    return LegalFile.objects.filter(case__in=cases, closed_on__isnull=True, state=state)


def _act(kind):
    return LegalEvent.objects.filter(file=OuterRef("pk"), kind=kind)


@causes.listed("legal_cure", "Constitución por sanear", tones=("urgent",))
def legal_cure(asked):
    """Both acts are there and the file did not pass to constituted: one came late, and a cure deed mends it.

    With a cure deed its own sixty days run, and are the day due.
    """
    late = _files(asked, LegalState.DEEDED).filter(Exists(_act(K.REGISTRY_ENTRY)), Exists(_act(K.PUBLICATION)))
    began = Subquery(_act(K.CURE_DEED).order_by("-happened_on").values("happened_on")[:1], output_field=DateField())
    ends = ExpressionWrapper(F("cure_on") + timedelta(days=clocks.REGISTRATION_DAYS), output_field=DateField())
    rows = late.annotate(cure_on=began)
    yield Listing(rows, _cure, "urgent", about="case__", subject="case_id", due=ends, is_legal=True)


def _cure(asked, rows):
    for row, case in each(asked, rows):
        term = f"Inscriba y publique la escritura que sanea hasta el {dmy(row.due_on)}." if row.due_on else _HOW
        yield _task(row, case, "La constitución de {} es nula, <b>pero se puede sanear</b>.", term, "Ver cómo")


_HOW = "Se sanea con otra escritura, inscrita y publicada dentro de 60 días (Ley 19.499). Pida ayuda legal."


@causes.listed("legal_observed", "Observaciones del DAES", tones=("waits",))
def legal_observed(asked):
    """The DAES asked for something, and nobody recorded an answer."""
    rows = _files(asked, LegalState.OBSERVED)
    yield Listing(rows, _observed, "waits", about="case__", subject="case_id")


def _observed(asked, rows):
    for row, case in each(asked, rows):
        said = "No deshacen la constitución. Respóndalas y anote la respuesta con su documento."
        yield _task(row, case, "El DAES <b>hizo observaciones</b> a {}.", said, "Responder")


def _task(row, case, words, detail, action):
    return Task(
        key=row.key,
        sentence=format_html(words, group_link(case)),
        detail=detail,
        url=reverse("group_formalization", args=[case.organization_id]),
        action=action,
        about=f"de {case.organization.name}",
        code=case.code,
        needs=Permission.VIEW_LEGAL,
    )
