"""What the pages of a meeting share: the meeting within reach, its tabs, and its steps in order."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse

from cases.assemblies.reading import people_of, whole
from cases.models import Assembly
from cases.views.books.frame import books_frame
from cases.views.frame import form_frame, visible_case
from cases.views.legal.frame import legal_frame
from incubator import calendars, masking
from incubator.access import Permission, allows

#: Step → its page. The last one is the page that everybody reads.
STEPS = (
    ("1. Preparar", "assembly_edit"),
    ("2. Citar", "assembly_notices"),
    ("3. Asistencia", "assembly_attendance"),
    ("4. Acuerdos", "assembly_votes"),
    ("5. Elecciones", "assembly_elections"),
    ("6. Acta", "assembly_detail"),
)


def visible_assembly(request, pk, assembly, *needs):
    """(case, meeting with all its parts) within reach of the user, or 404."""
    case = visible_case(request, pk, *needs)
    rows = whole(Assembly.objects.visible_to(request.user).filter(case__organization=case.organization_id))
    found = get_object_or_404(rows, pk=assembly)
    found.case = case
    return case, found


def to_write(request, pk, assembly):
    """The same, for whoever may record facts and read everybody's name."""
    case, found = visible_assembly(request, pk, assembly, Permission.RECORD_FACTS)
    refuse_hidden(request, case)
    return case, found


def refuse_hidden(request, case):
    """Whoever may not read some member does not write lists with all of them."""
    if masking.hides_anybody(request.user, [case.organization_id]):
        raise PermissionDenied("Su institución no lee el nombre de todas las personas: lo anota la municipalidad.")


def reads_names(request, case):
    """Whether this user reads the names of all who belong to the group."""
    if not allows(request.user, Permission.VIEW_PEOPLE, case):
        return False
    return not masking.hides_anybody(request.user, [case.organization_id])


def read_frame(request, case, *, founding):
    """Context of a page that reads: the rooms of the formalization, or the tabs of the group."""
    pk = case.organization_id
    if founding:
        return legal_frame(request, pk, "founding_meeting")
    return books_frame(request, pk, "book_meetings")


def step_frame(case, assembly, current, **context):
    """Context of a page that is one step."""
    crumbs = (str(assembly), url_of(assembly))
    frame = form_frame(case, assembly=assembly, steps=steps_of(assembly, current), **context)
    return frame | {"crumbs": [*frame["crumbs"], crumbs], "back": url_of(assembly)}


def url_of(assembly):
    """The page of a meeting: the room of the formalization, for the founding one that stands."""
    return reverse("assembly_detail", args=[assembly.case.organization_id, assembly.pk])


def steps_of(assembly, current):
    """The steps as tabs."""
    args = [assembly.case.organization_id, assembly.pk]
    return [
        {"label": label, "url": reverse(name, args=args), "current": name == current, "count": ""}
        for label, name in STEPS
    ]


def may_write(request, case, assembly):
    """Whether this user may still write in it."""
    return case.is_open and assembly.is_open and allows(request.user, Permission.RECORD_FACTS, case)


def members_for(assembly):
    """Who is called to it."""
    return people_of(assembly.kind, assembly.case, assembly.meets_on, today=calendars.today())
