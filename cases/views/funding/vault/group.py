"""The vault of a group: its documents with their days, each served through the group; and putting one there."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases.forms.funding.vault import AsideForm, VaultForm
from cases.funding.vault.access import Reader, tier_of
from cases.services import documented
from cases.services.funding import vault
from cases.views.frame import visible_case
from cases.views.funding.frame import group_page_frame
from cases.views.funding.vault import shown
from incubator import calendars, files
from incubator.access import Permission, allows
from incubator.enums import EvidenceKind
from incubator.outcomes import accepted

P = Permission
_READERS = (P.WRITE_FUNDS, P.VIEW_FUND_PAPERS)


def listing(request, pk):
    """What the group keeps for any application."""
    return _page(request, visible_case(request, pk, *_READERS))


def _page(request, case, refused=None):
    reader = Reader(request.user, case)
    rows = list(
        case.vaultdocuments.select_related("evidence", "person", "set_aside_by").order_by("-happened_on", "-pk")
    )
    context = {
        **shown.listed(request.user, case, reader, rows, calendars.today()),
        "writes": case.is_open and allows(request.user, P.WRITE_FUNDS, case),
        "aside_form": AsideForm(),
        "refused": refused,
    }
    return render(request, "cases/funding/vault/list.html", group_page_frame(case, **context))


def new(request, pk):
    """A document with its file, or one that the group already holds."""
    case = visible_case(request, pk, P.WRITE_FUNDS)
    reusable = vault.reusable(by=request.user, case=case)
    initial = {"kind": request.GET.get("que", ""), "subject": request.GET.get("de", "group")}
    form = VaultForm(
        request.POST or None, request.FILES or None, user=request.user, case=case, reusable=reusable, initial=initial
    )
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: _keep(request.user, case, form)):
        messages.success(request, "El documento quedó guardado para todas las postulaciones del grupo.")
        return redirect("group_vault", pk)
    back = reverse("group_vault", args=[pk])
    frame = group_page_frame(case, form=form)
    crumbs = [*frame["crumbs"], ("Documentos para fondos", back)]
    return render(request, "cases/funding/vault/new.html", frame | {"crumbs": crumbs, "back": back})


def _keep(by, case, form):
    on, said, held = calendars.today(), form.values(), form.chosen()
    return documented.record(
        by=by,
        incubator=case.incubator,
        document=None if held else form.document(),
        on=on,
        kind=EvidenceKind.FUND,
        tier=tier_of(said["kind"], said["subject"]),
        taken_on=said["happened_on"],
        act=lambda evidence: vault.keep(by=by, case=case, on=on, evidence=held or evidence, **said),
    )


def file(request, pk, vault_document):
    """The file of one document; the reading of a reserved one is logged."""
    case = visible_case(request, pk, *_READERS)
    row = get_object_or_404(case.vaultdocuments.select_related("evidence"), pk=vault_document)
    row.case = case
    if not Reader(request.user, case).opens(row):
        raise Http404
    return files.serve(request, vault.opened(by=request.user, document=row))


@require_POST
def set_aside(request, pk, vault_document):
    """It does not serve any more: it stays on record with the reason."""
    case = visible_case(request, pk, P.WRITE_FUNDS)
    row = get_object_or_404(case.vaultdocuments.select_related("evidence"), pk=vault_document)
    row.case = case
    if not Reader(request.user, case).knows(row):
        raise Http404
    form = AsideForm(request.POST)
    if form.is_valid() and accepted(form, lambda: vault.set_aside(by=request.user, document=row, **_aside(form))):
        messages.success(request, "El documento quedó apartado: sigue guardado y ya no cuenta.")
        return redirect("group_vault", pk)
    return _page(request, case, refused=form)


def _aside(form):
    return {"on": calendars.today(), "why": form.cleaned_data["why"]}
