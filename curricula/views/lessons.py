"""Lessons of a course: log one with its attendance, read it, correct it, void it, see its files."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html

from curricula.forms import LessonForm, ReasonForm
from curricula.models import Lesson
from curricula.services import cohorts, lessons
from curricula.views.cohorts import frame, reached
from incubator import calendars, causes, files, masking, same_person, tiers
from incubator.access import Permission, allows
from incubator.enums import ATTENDED, AttendanceMark, Tier
from incubator.meeting_forms import SupportRow, day_of, rows_of
from incubator.outcomes import accepted
from incubator.services import meetings
from incubator.templatetags.minga import dmy_time
from incubator.views.meeting_entry import Entry, answer, draft_message, is_again, mark_everyone, typed
from incubator.views.meeting_page import meeting_context


def log(request, pk):
    """Type a lesson and send it, or keep its draft."""
    cohort = _taught(request, pk)
    data = typed(request, "lesson")
    entry = _entry(request, cohort, data)
    save = {"draft_form": "lesson", "context": {"cohort": [str(pk)]}}
    done, what = answer(request, entry, data, save=lambda: _log(request.user, cohort, entry), **save)
    if done == "saved":
        messages.success(request, _receipt(what))
        return redirect("cohort_detail", pk)
    if done == "draft" and "auto" in request.GET:
        return JsonResponse({"message": draft_message()})
    address = reverse("lesson_log", args=[pk])
    if done == "draft":
        messages.success(request, draft_message())
        return redirect(f"{address}?borrador={what.pk}")
    context = frame(cohort) | {"entry": entry, "form": entry.form, "autosave": f"{address}?auto=1"}
    return render(request, "curricula/lesson_log.html", context)


def _entry(request, cohort, data, lesson=None):
    today = calendars.today()
    meeting = lesson.meeting if lesson else None
    day = day_of(data, today) if data is not None or meeting is None else meeting.held_on
    expected = masking.cover(request.user, lessons.expected(request.user, cohort, day))
    people = {row.who.pk: row.who.name for row in expected}
    marks = same_person.marks_of(meeting.attendance) if meeting else {}
    if meeting:
        before = masking.cover(request.user, lessons.marked_before(request.user, cohort, marks))
        people |= {row.who.pk: row.who.name for row in before}
    mark_everyone(request, data, list(people.items()), AttendanceMark.PRESENT)
    form = LessonForm(
        data,
        user=request.user,
        incubator=cohort.incubator,
        day=day,
        cohort=cohort,
        people=list(people.items()),
        marks=marks,
        initial=_initial(lesson) if lesson else {},
    )
    rows = meeting.supports.all() if meeting else ()
    asked = [{"kind": r.kind, "requested": r.requested, "given": r.given, "cost": r.cost} for r in rows]
    return Entry(form, {"supports": rows_of(SupportRow, "supports", data, initial=asked, extra=0 if asked else 1)})


def _initial(lesson):
    names = ("held_on", "starts_at", "ends_at", "modality", "place", "topic", "notes")
    initial = {name: getattr(lesson.meeting, name) for name in names}
    return initial | {"conducted_by": lesson.meeting.conducted_by_id, "module": lesson.module_id}


def _written(entry):
    return {
        **entry.form.details(),
        "module": entry.form.cleaned_data["module"],
        "marks": entry.form.marks(),
        "supports": entry.rows["supports"].filled(),
        "evidence": entry.kept,
    }


def _log(by, cohort, entry):
    return lessons.log(by=by, cohort=cohort, **_written(entry))


def _receipt(lesson):
    marks = same_person.marks_of(lesson.meeting.attendance).values()
    came = sum(mark in ATTENDED for mark in marks)
    return (
        f"Quedó registrada la clase {lesson.meeting.code} del {lesson.meeting.held_on:%d-%m-%Y}: "
        f"{lesson.meeting.topic}, {came} de {len(marks)} personas. Falta que otra persona valide sus horas."
    )


def detail(request, pk, lesson):
    """What the lesson was, and the attendance of whoever this user may see."""
    cohort, row = _lesson(request, pk, lesson)
    visible = cohorts.people_of(request.user, cohort).annotate(one_person=same_person.surviving())
    marks = row.meeting.attendance.annotate(one_person=same_person.surviving())
    marks = marks.filter(one_person__in=visible.values("one_person")).select_related("person__same_as", "organization")
    marks = masking.cover(request.user, same_person.once(marks.order_by(*same_person.order(), "pk")))
    everyone = _sees_everyone(request.user, cohort)
    context = (
        frame(cohort)
        | meeting_context(request.user, row.meeting)
        | {
            "lesson": row,
            "marks": marks,
            "attended": sum(mark.mark in ATTENDED for mark in marks),
            "files": list(_files(request.user, row)) if everyone else [],
            "versions": _versions(row, None if everyone else {mark.organization_id for mark in marks}),
        }
    )
    return render(request, "curricula/lesson_detail.html", context)


def correct(request, pk, lesson):
    """The same form with what was written; how it read is kept."""
    cohort, row = _mended(request, pk, lesson)
    data = typed(request)
    entry = _entry(request, cohort, data, row)
    quiet = data is None or is_again(data)
    reason = ReasonForm(None if quiet else data, prefix="why", initial={"reason": (data or {}).get("why-reason", "")})
    done, what = answer(
        request, entry, data, draft_form="", save=lambda: _correct(request, row, entry, reason), context={}
    )
    if done == "saved":
        messages.success(request, f"Quedó corregida la clase {what.meeting.code}. Lo que decía antes se conserva.")
        return redirect("lesson_detail", pk, lesson)
    seen = data.get("seen", "") if data is not None else str(row.meeting.versions.count())
    context = frame(cohort) | {"lesson": row, "entry": entry, "form": entry.form, "reason": reason, "seen": seen}
    return render(request, "curricula/lesson_correct.html", context)


def _correct(request, lesson, entry, reason):
    if not reason.is_valid():
        entry.form.add_error(None, "Escriba por qué se corrige.")
        return None
    seen = int(request.POST["seen"]) if request.POST.get("seen", "").isdigit() else None
    values = _written(entry)
    values["topic"] = values["topic"] or None
    return lessons.correct(by=request.user, lesson=lesson, reason=reason.cleaned_data["reason"], seen=seen, **values)


def void(request, pk, lesson):
    """Ask why, and void it."""
    cohort, row = _mended(request, pk, lesson)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if accepted(form, lambda: lessons.void(by=request.user, lesson=row, reason=reason)):
            messages.success(request, "Quedó anulada. Se conserva con su motivo y deja de contar.")
            return redirect("lesson_detail", pk, lesson)
    return render(request, "curricula/lesson_void.html", frame(cohort) | {"lesson": row, "form": form})


def evidence(request, pk, lesson, file):
    """A file of a lesson, for whoever sees everyone in the course: a sheet shows the names of all."""
    cohort, row = _lesson(request, pk, lesson)
    if not _sees_everyone(request.user, cohort):
        raise Http404
    return files.serve(request, get_object_or_404(_files(request.user, row), pk=file))


def _files(user, lesson):
    """Its files of the tiers this user may read; whoever teaches the course reads the names of its people."""
    open_tiers = set(tiers.opened_at(user, lesson.cohort.incubator))
    if allows(user, Permission.TEACH, lesson.cohort):
        open_tiers |= {Tier.PUBLIC, Tier.PROGRAMME, Tier.PERSONAL}
    if masking.hides_at(user, lesson.cohort.incubator_id):
        open_tiers = set(tiers.without_names(open_tiers))
    return lesson.meeting.evidence.filter(tier__in=open_tiers).order_by("pk")


def _sees_everyone(user, cohort):
    return cohorts.people_of(user, cohort).count() == cohort.enrollments.count()


def _versions(lesson, organization_ids):
    modules = {module.pk: module.name for module in lesson.cohort.curriculum.modules.all()}
    return meetings.former_versions(
        lesson.meeting,
        lambda: meetings.content_of(lesson.meeting, lessons.Module(lesson)),
        organization_ids=organization_ids,
        beside={"module": ("Módulo", lambda value: modules.get(value, "otro"))},
    )


def _taught(request, pk):
    cohort = reached(request, pk)
    if not cohorts.may_teach(request.user, cohort):
        raise PermissionDenied("Su cargo no permite registrar clases de este curso.")
    return cohort


def _lesson(request, pk, lesson):
    cohort = reached(request, pk)
    people = ("meeting__conducted_by", "meeting__logged_by", "meeting__validated_by", "meeting__voided_by")
    rows = Lesson.objects.filter(cohort=cohort).select_related(
        "cohort__curriculum", "cohort__incubator", "meeting__incubator", "meeting__agreement", "module", *people
    )
    return cohort, get_object_or_404(rows, pk=lesson)


def _mended(request, pk, lesson):
    cohort, row = _lesson(request, pk, lesson)
    if not meetings.may_mend(request.user, row.meeting) or row.meeting.voided_at is not None:
        raise Http404
    if not cohorts.may_teach(request.user, cohort):
        raise Http404
    return cohort, row


def resume(draft):
    """How «Mi día» shows the draft of a lesson, and where it is taken up again."""
    cohort = meetings.fields_of(draft)["cohort"][0]
    words = format_html(
        'Quedó un <b>borrador</b> de una clase.<span class="soft small"> Guardado el {}</span>',
        dmy_time(draft.updated_at),
    )
    return words, f"{reverse('lesson_log', args=[cohort])}?borrador={draft.pk}", "Terminar"


def register():
    """Tell the kernel how to take up these drafts."""
    causes.resumes("lesson", resume)
