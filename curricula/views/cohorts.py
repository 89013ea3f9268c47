"""Courses: the list, a new one, its page, its trainers, its sheet; and a new malla."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, F, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from curricula.enums import CREDITED, EnrollmentState
from curricula.forms import CohortForm, CurriculumForm, ModuleRow, TrainerForm
from curricula.models import Curriculum, Lesson
from curricula.services import cohorts, lessons, progress
from incubator import access, calendars, masking, same_person
from incubator.access import Permission, allows
from incubator.enums import Role
from incubator.meeting_forms import rows_of, sheet_day
from incubator.models import Agreement, Incubator, Post
from incubator.outcomes import accepted
from incubator.sheets import attendance_sheet

PAGE = 25


def listing(request):
    """The courses within reach, newest first."""
    rows = cohorts.visible_to(request.user).select_related("curriculum", "incubator")
    people = same_person.surviving("enrollments__person")
    rows = rows.annotate(
        people=Count(people, filter=~Q(enrollments__state=EnrollmentState.WITHDRAWN), distinct=True),
        credited=Count(people, filter=Q(enrollments__state__in=CREDITED), distinct=True),
        given=Count("lessons", filter=Q(lessons__meeting__voided_at__isnull=True), distinct=True),
    ).order_by("-starts_on", "-pk")
    context = {
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "may_manage": allows(request.user, Permission.MANAGE_COHORTS),
        "may_design": bool(access.scope_of(request.user, Permission.MANAGE_COHORTS).agreement_ids),
    }
    return render(request, "curricula/list.html", context)


def new(request):
    """Open a course."""
    incubators = Incubator.objects.visible_to(request.user, Permission.MANAGE_COHORTS).order_by("name", "pk")
    agreements = Agreement.objects.filter(participations__incubator__in=incubators)
    offered = Curriculum.objects.filter(Q(agreement__isnull=True) | Q(agreement__in=agreements)).order_by("name", "id")
    form = CohortForm(request.POST or None, incubators=incubators, curricula=offered)
    if request.method == "POST" and form.is_valid():
        cohort = accepted(form, lambda: cohorts.create_cohort(by=request.user, **form.cleaned_data))
        if cohort is not None:
            messages.success(request, f"Quedó abierto el curso {cohort.name}. Ahora inscriba a las personas.")
            return redirect("cohort_detail", cohort.pk)
    return render(request, "curricula/new.html", {"form": form, "offered": offered.exists()})


def new_curriculum(request):
    """Write a malla with its modules."""
    reached = Agreement.objects.filter(pk__in=access.scope_of(request.user, Permission.MANAGE_COHORTS).agreement_ids)
    data = request.POST.copy() if request.method == "POST" else None
    again = data is not None and "add_row" in data
    if again and data.get("modules-TOTAL_FORMS", "").isdigit():
        data["modules-TOTAL_FORMS"] = str(int(data["modules-TOTAL_FORMS"]) + 1)
    form, rows = CurriculumForm(data, agreements=reached.order_by("code")), rows_of(ModuleRow, "modules", data, extra=3)
    if data is not None and not again and form.is_valid() and rows.is_valid():
        made = accepted(form, lambda: _curriculum(request.user, form, rows))
        if made is not None:
            messages.success(request, f"Quedó la malla {made.name}. Ya se puede abrir un curso con ella.")
            return redirect("cohort_list")
    if again:
        rows.quiet()
        form = CurriculumForm(initial=data.dict(), agreements=reached.order_by("code"))
    return render(request, "curricula/new_curriculum.html", {"form": form, "rows": rows})


def _curriculum(by, form, rows):
    modules = [(row["name"], row["hours"]) for row in rows.filled()]
    return cohorts.create_curriculum(by=by, modules=modules, on=calendars.today(), **form.cleaned_data)


def detail(request, pk):
    """Who studies and how far, the lessons given, and who teaches."""
    cohort = reached(request, pk)
    on = calendars.today()
    people = cohorts.people_of(request.user, cohort).select_related("person__same_as", "organization")
    seen = progress.progress_of(cohort, people, on)
    shown = masking.cover(request.user, cohorts.one_each(people))
    teaches = cohorts.may_teach(request.user, cohort)
    given = Lesson.objects.filter(cohort=cohort).select_related("meeting__conducted_by", "module")
    context = frame(cohort) | {
        "people": [{"row": row, "progress": seen[row.pk]} for row in shown],
        "lessons": given.annotate(hours=F("meeting__minutes") / 60.0),
        "trainers": cohort.trainers.in_force(on).select_related("post__user").order_by("since", "pk"),
        "asked": progress.threshold(cohort, on),
        "may_manage": allows(request.user, Permission.MANAGE_COHORTS, cohort),
        "may_teach": teaches,
    }
    return render(request, "curricula/detail.html", context)


def add_trainer(request, pk):
    """A trainer's post teaches the course from a day on."""
    cohort = managed(request, pk)
    today = calendars.today()
    agreements = cohort.incubator.participations.in_force(today).values("agreement_id")
    here = Q(incubator=cohort.incubator) | Q(agreement_id__in=agreements)
    posts = (
        Post.objects.in_force(today).filter(here, role=Role.TRAINER).select_related("user").order_by("user__full_name")
    )
    form = TrainerForm(request.POST or None, posts=posts, initial={"since": today})
    if request.method == "POST" and form.is_valid():
        term = accepted(form, lambda: cohorts.add_trainer(by=request.user, cohort=cohort, **form.cleaned_data))
        if term is not None:
            messages.success(request, f"{term.post.user.full_name} ya puede registrar las clases de este curso.")
            return redirect("cohort_detail", pk)
    return render(request, "curricula/trainer.html", frame(cohort) | {"form": form, "any": posts.exists()})


def sheet(request, pk):
    """The attendance sheet of a lesson, to print: whoever is enrolled that day."""
    cohort = reached(request, pk)
    day = sheet_day(request.GET.get("fecha"), calendars.today())
    if day is None:
        return redirect("cohort_detail", pk)
    names = [row.who.name for row in masking.cover(request.user, lessons.expected(request.user, cohort, day))]
    content = attendance_sheet(
        incubator=cohort.incubator,
        groups=[(cohort.name, names)],
        day=day,
        created=calendars.now(),
        what="Clase de formación",
    )
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="lista-curso-{cohort.pk}-{day:%Y-%m-%d}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def reached(request, pk):
    """The course within reach, or 404."""
    return get_object_or_404(
        cohorts.visible_to(request.user).select_related("incubator", "curriculum__agreement"), pk=pk
    )


def managed(request, pk):
    """The course, for whoever may manage it: 403 when it is seen but not managed."""
    cohort = reached(request, pk)
    access.require(request.user, Permission.MANAGE_COHORTS, cohort)
    return cohort


def frame(cohort):
    """What every page of a course shares."""
    page = reverse("cohort_detail", args=[cohort.pk])
    return {
        "cohort": cohort,
        "back": page,
        "crumbs": [("Formación", reverse("cohort_list"))],
        "inner_crumbs": [("Formación", reverse("cohort_list")), (cohort.name, page)],
    }
