"""What one person authorises: the page, giving, taking back, the paper and its signed copy."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from incubator import calendars, files, tiers
from incubator.access import Permission, allows
from incubator.consent_forms import AnswerForm, GiveForm
from incubator.consent_sheet import consent_sheet
from incubator.enums import Tier
from incubator.outcomes import accepted
from incubator.purposes import Purpose
from incubator.services import consents
from incubator.services.evidence import keep
from incubator.views.people import visible_person


def section(user, person, on):
    """What the person's page shows of it."""
    return {
        "standings": consents.standing_of([person.pk], on)[person.pk],
        "may_ask": allows(user, Permission.WRITE_PEOPLE, person),
    }


def detail(request, pk):
    """Each purpose as it stands, and everything she answered."""
    person, on = visible_person(request, pk), calendars.today()
    rows = list(consents.history(person))
    used = {}
    if rows and allows(request.user, Permission.VIEW_SUPPORTS, person):
        used = consents.supports_used(by=request.user, person=person, consents=rows)
    context = _frame(person) | {
        **section(request.user, person, on),
        "rows": [{"row": row, "supports": ", ".join(used.get(row.pk, []))} for row in rows],
        "sees_files": bool(rows) and _may_open(request.user, person),
    }
    return render(request, "incubator/consents/person.html", context)


def give(request, pk, purpose):
    """The words to read, and how she answered that she does."""
    person = visible_person(request, pk, Permission.WRITE_PEOPLE)
    sees_supports = allows(request.user, Permission.VIEW_SUPPORTS, person)
    form = GiveForm(request.POST or None, request.FILES or None, owner=request.user, sees_supports=sees_supports)
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: _give(request, person, purpose, form)):
        messages.success(request, f"Quedó anotado que autoriza: «{purpose.label}».")
        return redirect("person_consents", pk)
    text = consents.in_force(person.incubator, purpose, calendars.today())
    context = _frame(person, inner=True) | {"form": form, "purpose": purpose, "text": text}
    return render(request, "incubator/consents/give.html", context)


def _give(request, person, purpose, form):
    answer, upload = form.answer(), form.document()
    evidence = None
    if upload:
        evidence = keep(
            by=request.user, upload=upload, incubator=person.incubator, on=answer["on"], description="Autorización"
        )
    return consents.give(by=request.user, person=person, purpose=purpose, evidence=evidence, **answer)


def withdraw(request, pk, purpose):
    """What will happen, and two questions; no reason is asked."""
    person = visible_person(request, pk, Permission.WRITE_PEOPLE)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if accepted(form, lambda: consents.withdraw(by=request.user, person=person, purpose=purpose, **said)):
            messages.success(request, f"Desde ahora no autoriza: «{purpose.label}». Ya rige.")
            return redirect("person_consents", pk)
    context = _frame(person, inner=True) | {"form": form, "purpose": purpose, "effect": EFFECTS[purpose]}
    return render(request, "incubator/consents/withdraw.html", context)


#: What changes at once when each is taken back, as the page says before it happens.
EFFECTS = {
    Purpose.PHOTO: "No se le toman más fotografías ni videos.",
    Purpose.WHATSAPP: "No se le escribe más por WhatsApp: acuerde con ella otra manera de avisarle.",
    Purpose.PRIVATE_ADVISER: "La institución asesora privada deja de ver su nombre, su RUN y su contacto. "
    "La asistencia y las horas ya anotadas se conservan.",
    Purpose.PUBLIC_PROFILE: "Su nombre no se publica. Si está en una página pública, sáquelo hoy.",
    Purpose.QUOTATION: "Sus palabras no se usan en ningún informe nuevo.",
    Purpose.AFTERWARDS: "No se la contacta cuando termine el programa.",
    Purpose.PRIVATE_FUND: "Sus documentos reservados no se entregan a ningún fondo privado. "
    "Lo ya entregado se conserva en el registro.",
}


def sheet(request, pk):
    """The paper to read together and sign; in easy language when asked."""
    person = visible_person(request, pk, Permission.WRITE_PEOPLE)
    return printed(request, person.incubator, [person.name], f"autorizaciones-{person.pk}")


def printed(request, incubator, names, name):
    """The answer that carries the sheet for these names."""
    day = calendars.today()
    content = consent_sheet(
        incubator=incubator,
        people=names,
        texts=consents.texts_on(incubator, day),
        easy=request.GET.get("lectura") == "facil",
        day=day,
        created=calendars.now(),
    )
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def evidence(request, pk, consent):
    """The signed copy of one answer, through the person."""
    person = visible_person(request, pk)
    row = get_object_or_404(consents.history(person).filter(evidence__isnull=False), pk=consent)
    if not _may_open(request.user, person):
        raise Http404
    return files.serve(request, row.evidence)


def _may_open(user, person):
    return allows(user, tiers.OPENS[Tier.PERSONAL], person)


def _frame(person, inner=False):
    page = reverse("person_consents", args=[person.pk])
    crumbs = [(person.name, reverse("person_detail", args=[person.pk]))]
    return {"person": person, "back": page, "crumbs": [*crumbs, ("Autorizaciones", page)] if inner else crumbs}
