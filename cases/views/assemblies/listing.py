"""The meetings of a cooperative in order, and the room of the founding one."""

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import render

from cases.assemblies.life import AssemblyKind
from cases.assemblies.reading import founding_of
from cases.formalization.life import BEFORE_DEED
from cases.formalization.reading import file_of
from cases.models import Assembly
from cases.views.assemblies.frame import read_frame
from cases.views.assemblies.pages import about
from cases.views.frame import visible_case
from incubator.access import Permission, allows

_PAGE = 25


def listing(request, pk):
    """Every meeting, the newest first, with how it stands."""
    case = visible_case(request, pk, Permission.VIEW_LEGAL)
    rows = Assembly.objects.visible_to(request.user).filter(case__organization=pk)
    rows = rows.select_related("case").annotate(
        present=Count("attendance", distinct=True), unvoted=Count("items", filter=Q(items__yes=None), distinct=True)
    )
    writes = case.is_open and allows(request.user, Permission.RECORD_FACTS, case)
    context = {
        "page": Paginator(rows.order_by("-meets_on", "-pk"), _PAGE).get_page(request.GET.get("pagina")),
        "kinds": [kind for kind in AssemblyKind if kind != AssemblyKind.FOUNDING] if writes else [],
    }
    return render(request, "cases/assemblies/list.html", read_frame(request, case, founding=False) | context)


def founding(request, pk):
    """The founding meeting of the group, or how to prepare it."""
    case = visible_case(request, pk, Permission.VIEW_LEGAL)
    frame = read_frame(request, case, founding=True)
    assembly = founding_of(case)
    if assembly is not None:
        assembly.case = case
        return render(request, "cases/assemblies/detail.html", frame | about(request, case, assembly))
    file = file_of(case)
    opens = file is not None and file.closed_on is None and file.state in BEFORE_DEED and case.is_open
    context = {"file": file, "may_plan": opens and allows(request.user, Permission.RECORD_FACTS, case)}
    return render(request, "cases/assemblies/founding_none.html", frame | context)
