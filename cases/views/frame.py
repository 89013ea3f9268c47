"""What every page of a group shares: the group within reach, its case, the way here and its tabs."""

from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404
from django.urls import reverse

from cases import reading
from cases.enums import Stage
from cases.models import RegularizationFile
from incubator import access, calendars
from incubator.access import Permission, allows
from incubator.enums import LegalStatus
from incubator.navigation import address

#: Tab → its page, the right it needs, and the count it shows. A tab appears when its page exists.
TABS = (
    ("Resumen", "group_detail", Permission.VIEW_GROUPS, ""),
    ("Integrantes", "group_members", Permission.VIEW_PEOPLE, "members_count"),
    ("Sesiones", "group_sessions", Permission.VIEW_GROUPS, "sessions_count"),
    ("Formación", "group_training", Permission.VIEW_GROUPS, ""),
    ("Negocio", "group_business", Permission.VIEW_LEGAL, ""),
    ("Formalización", "group_formalization", Permission.VIEW_LEGAL, ""),
    ("Saneamiento", "group_regularization", Permission.VIEW_LEGAL, ""),
    ("Libros", "group_books", Permission.VIEW_LEGAL, ""),
    ("Fondos", "group_funds", Permission.VIEW_FUNDS, ""),
    ("Documentos", "group_documents", Permission.VIEW_PEOPLE, ""),
    ("Bitácora", "group_journal", Permission.VIEW_GROUPS, ""),
)
#: A cooperative, well or badly constituted, or ended: what has books.
COOPERATIVE = (LegalStatus.VALID, LegalStatus.VOID_CURABLE, LegalStatus.DISSOLVED, LegalStatus.IN_LIQUIDATION)


def visible_case(request, pk, *needs):
    """The newest case of a group within reach, or 404; 403 when this user may not do there what the page does."""
    cases = reading.with_sessions_count(reading.cases_of(request.user, calendars.today()))
    cases = cases.annotate(has_regularization=Exists(RegularizationFile.objects.filter(case=OuterRef("pk"))))
    case = get_object_or_404(cases, organization_id=pk)
    if needs and not any(allows(request.user, permission, case) for permission in needs):
        access.require(request.user, needs[0], case)
    return case


def group_frame(request, pk, current="group_detail"):
    """Context of a tab: group, case, title, lead, crumbs and tabs; 403 without the right of that tab."""
    case = visible_case(request, pk, *(permission for _, name, permission, _ in TABS if name == current))
    group = case.organization
    return {
        "group": group,
        "case": case,
        "title": group.name,
        "lead": lead_of(case),
        "crumbs": [("Grupos", reverse("group_list")), (case.get_stage_display(), stage_url(case.stage))],
        "tabs": tabs_of(request.user, case, current),
    }


def form_frame(case, **context):
    """Context of a page that is one form about a group: the way back, and whatever it shows."""
    page = reverse("group_detail", args=[case.organization_id])
    crumbs = [("Grupos", reverse("group_list")), (case.organization.name, page)]
    return {"group": case.organization, "case": case, "crumbs": crumbs, "back": page, **context}


def stage_url(stage):
    """The list of the groups of one stage."""
    return f"{reverse('group_list')}?etapa={stage}"


def lead_of(case):
    """One line under the name: kind, trade, place and number."""
    group = case.organization
    place = ", ".join(filter(None, [group.commune.name if group.commune else "", group.sector]))
    return " · ".join(filter(None, [group.get_kind_display(), group.trade, place, f"caso {case.code}"]))


def tabs_of(user, case, current):
    """The tabs this user may open."""
    shown = []
    for label, url_name, permission, count in TABS:
        if url_name == "group_books" and case.organization.legal_status not in COOPERATIVE and url_name != current:
            continue
        if url_name == "group_regularization" and not _regularizes(case) and url_name != current:
            continue
        url = address(url_name, case.organization_id)
        if url and allows(user, permission, case):
            number = getattr(case, count) if count else ""
            shown.append({"label": label, "url": url, "current": url_name == current, "count": number})
    return shown


def _regularizes(case):
    """Whether the case has a regularization, or stands where it should."""
    return getattr(case, "has_regularization", False) or case.stage == Stage.REGULARIZATION
