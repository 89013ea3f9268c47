"""A report's page: the figures as on paper, the words beside them, what keeps it from the next step, its files."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from incubator import calendars
from incubator.access import Permission
from incubator.calendars import Month
from incubator.requirements import Attempt, blockers, findings
from reports import rights, rules, services
from reports.codes import grouped
from reports.enums import DELIVERED, NOMINAL, ReportState
from reports.forms import NarrativeForm
from reports.models import Report
from reports.rules import Act
from reports.services import reading
from reports.tables import behind, summary
from reports.views.lists import TONES
from reports.views.shown import key_figures, screen_table, screen_tables


def visible(request, pk) -> Report:
    """The report, when the user may see it; else 404."""
    rows = Report.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related("agreement__funder", "incubator", "superseded_by"), pk=pk)


def crumbs(report=None):
    """The way to here."""
    found = [("Informes", reverse("report_list"))]
    return found if report is None else [*found, (title_of(report), reverse("report_detail", args=[report.pk]))]


def title_of(report) -> str:
    """«Informe de mayo de 2021»."""
    return f"Informe de {Month.of(report.period).label}"


def report_detail(request, pk):
    """Everything about one report."""
    report = visible(request, pk)
    figures = reading.figures_of(report)
    tables = screen_tables(report, figures)
    form = NarrativeForm(initial={name: getattr(report, name) for name in NarrativeForm.base_fields})
    return render(
        request,
        "reports/detail.html",
        {
            "report": report,
            "title": title_of(report),
            "lead": f"{report.incubator} · {report.get_state_display()} · versión {report.version}",
            "crumbs": crumbs(),
            "tone": TONES[report.state],
            "tables": tables,
            "annex_tables": [table for key, table in tables.items() if key.startswith("annex_")],
            "code": grouped(report.code or ""),
            "key": key_figures(report, figures),
            "stages_chart": summary.stages_chart(figures),
            "form": form,
            "may_write": rules.is_draft(report) and rights.may_prepare(request.user, report.incubator),
            **_next_step(request.user, report),
            **_files(request.user, report),
            "changes": report.changes.select_related("by").order_by("id"),
            "versions": _versions(request.user, report),
        },
    )


def _versions(user, report):
    same = rules.others_of(report).filter(period=report.period).exclude(pk=report.pk)
    return same.filter(pk__in=Report.objects.visible_to(user).values("pk")).order_by("-version")


def _files(user, report) -> dict:
    """The files of a sealed report; those of a draft are made when asked for."""
    kept = list(report.files.select_related("evidence").order_by("id"))
    return {
        "files": [file for file in kept if file.product not in NOMINAL],
        "annexes": [file for file in kept if file.product in NOMINAL] if services.may_read_annex(user, report) else [],
        "handovers": report.handovers.select_related("receiving_body").order_by("id")
        if rights.may(user, Permission.HAND_OVER_ANNEX, report)
        else [],
    }


#: What may come next from each state, and the words of its button.
_NEXT = {
    ReportState.DRAFT: (Act.ASK_SEAL, Act.SEAL),
    ReportState.SEALED: (Act.DELIVER, Act.CORRECT, Act.HAND_OVER, Act.WITHDRAW),
    ReportState.DELIVERED: (Act.ACCEPT, Act.OBSERVE, Act.CORRECT, Act.HAND_OVER, Act.WITHDRAW),
    ReportState.OBSERVED: (Act.CORRECT, Act.HAND_OVER),
    ReportState.ACCEPTED: (Act.CORRECT, Act.HAND_OVER),
    ReportState.WITHDRAWN: (),
}
URLS = {
    Act.ASK_SEAL: ("report_ask_seal", "Pedir el sello"),
    Act.SEAL: ("report_seal", "Revisar y sellar"),
    Act.DELIVER: ("report_deliver", "Entregar a la agencia"),
    Act.CORRECT: ("report_correct", "Abrir una corrección"),
    Act.HAND_OVER: ("report_hand_over", "Entregar el anexo nominal"),
    Act.WITHDRAW: ("report_withdraw", "Retirar el informe"),
    Act.ACCEPT: ("report_accept", "Aceptar el informe"),
    Act.OBSERVE: ("report_observe", "Observar el informe"),
}
_ASKED_ON_PAGE = ("a_reason_is_given", "the_register_is_complete", "the_covered_period_is_in_order")


def _next_step(user, report) -> dict:
    """What is missing to seal a draft, and the acts that this user may do."""
    on = calendars.today()
    changed = reading.changes_since(report) if rules.is_draft(report) else []
    found = findings(rules.RULES[Act.SEAL][1:], Attempt(report, Act.SEAL, user, on, {"changed": changed}))
    found = [one for one in found if one.rule != "the_sealer_did_not_prepare"]
    acts = []
    for act in _NEXT[ReportState(report.state)]:
        if rules.permits(user, act, report):
            attempt = Attempt(report, act, user, on, {"changed": changed})
            unmet = [one for one in blockers(rules.RULES[act], attempt) if one.rule not in _ASKED_ON_PAGE]
            name, words = URLS[act]
            acts.append({"id": name, "label": words, "url": reverse(name, args=[report.pk]), "why": _why(unmet)})
    return {
        "changed": changed,
        "missing": [_mended(one) for one in found if not one.met],
        "met": [one.sentence for one in found if one.met],
        "acts": acts,
        "is_delivered": report.state in DELIVERED,
    }


def _mended(finding) -> dict[str, str]:
    """What is missing, and where it is mended."""
    places = {
        "narrative": ("#mes", "Ir al relato"),
        "previous": (reverse("report_list"), "Ver los informes"),
        "recompose": ("#que-hacer", "Calcularlas de nuevo"),
    }
    url, action = places.get(finding.fix, ("", ""))
    return {"text": finding.sentence, "url": url, "action": action}


def _why(unmet) -> str:
    """The sentence under a button that cannot be used yet: the list on the page says the rest."""
    if len(unmet) > 1:
        return "Todavía falta lo que dice la lista de esta página."
    return unmet[0].sentence if unmet else ""


def report_annex(request, pk, table):
    """One annex of the report, as long as it is."""
    report = visible(request, pk)
    found = screen_tables(report, reading.figures_of(report)).get(table)
    if found is None or not table.startswith("annex_"):
        raise Http404("El informe no tiene ese anexo.")
    context = {"title": found.caption, "table": found, "crumbs": crumbs(report), "lead": title_of(report)}
    return render(request, "reports/rows.html", context)


def report_rows(request, pk, table, column):
    """The rows behind one number of the report."""
    report = visible(request, pk)
    figures = reading.figures_of(report)
    found = behind.rows(figures, reading.sealed_before(report), table, request.GET.get("fila", ""), column)
    if found is None:
        raise Http404("Ese número no tiene filas.")
    return render(
        request,
        "reports/rows.html",
        {"title": found.caption, "table": screen_table(found), "crumbs": crumbs(report), "lead": title_of(report)},
    )
