"""«Quién vio mis datos»: the delegate finds a person, reads who looked at her sensitive data, and prints it for her.

By POST alone: a name or a RUN never reaches an address, and each answer is written in the journal.
"""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from incubator import calendars, readings
from incubator.paper import Heading, PaperTable, render_pdf
from incubator.services import readings as answers
from incubator.templatetags.minga import dmy, dmy_time


def search(request):
    """The empty page on GET; on POST, the people found, by name alone."""
    text = request.POST.get("q", "").strip()[:100]
    asked = request.method == "POST" and bool(text)
    context = {"text": text, "asked": asked, "people": readings.find(request.user, text) if asked else []}
    return render(request, "incubator/readings.html", context)


def person(request, pk):
    """GET says what will be shown and written; POST shows it; POST with «papel» answers the PDF."""
    found = get_object_or_404(readings.people_of(request.user).select_related("incubator"), pk=pk)
    if request.method != "POST":
        return render(request, "incubator/readings_person.html", {"person": found, "shown": False})
    on_paper = "papel" in request.POST
    answers.answer(by=request.user, person=found, on=calendars.today(), printed=on_paper)
    rows = readings.of_person(found)
    if on_paper:
        return _paper(request.user, found, rows)
    return render(request, "incubator/readings_person.html", {"person": found, "shown": True, "readings": rows})


def _paper(user, person, rows):
    """The sheet to hand over."""
    now = calendars.now()
    context = {
        "person": person.name,
        "incubator": person.incubator.name,
        "given_by": user.full_name,
        "day": dmy(calendars.today()),
        "readings": PaperTable(
            "Lecturas de sus datos sensibles",
            [Heading("Cuándo", "integer"), Heading("Quién"), Heading("Cargo"), Heading("Para qué")],
            [[dmy_time(row.at), row.who, row.role, row.purpose] for row in rows],
            empty="Nadie ha leído sus datos sensibles en Minga.",
        ),
    }
    pdf = render_pdf(
        "print/readings.html", context, title="Quién vio mis datos", created=now, author=person.incubator.name
    )
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="quien-vio-mis-datos.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer
