"""The internal review: each section with what it says, what was found in it, and the comments that are open."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.forms.funding.writing_acts import CommentForm, SectionReviewForm, SendBackForm
from cases.funding import reach
from cases.funding.form import reading as forms_reading
from cases.funding.form import reviewing
from cases.funding.life import BEFORE_FILING, FundState
from cases.services.funding import reviews
from cases.views.funding.frame import fund_frame, visible_application
from cases.views.funding.writing.boxes import boxes_of
from cases.views.funding.writing.versions import reads
from incubator import calendars
from incubator.access import Permission
from incubator.outcomes import accepted, told


def review(request, fund):
    """Section by section: how it stands, what it says, and the boxes to say what one thinks."""
    frame = fund_frame(request, fund, "application_review", Permission.VIEW_FUNDS)
    return render(request, "cases/funding/writing/review.html", _context(request, frame))


def _context(request, frame, failed=None, send_back=None, comment=None):
    application, user = frame["application"], request.user
    answers = forms_reading.kept(application)
    standings = reviewing.standings(application, frame["bases"], answers)
    in_review, may_read = application.state == FundState.REVIEW, reads(user, application)
    key, form = failed or ("", None)
    rows = []
    for one in standings:
        asks = (form if one.section.key == key else _section_form(one)) if in_review and may_read else None
        boxes = boxes_of(one.section, frame["bases"], answers)
        rows.append({"standing": one, "boxes": boxes, "own": user.pk in one.authors, "form": asks})
    writes = reach.may(user, Permission.WRITE_FUNDS, application)
    return frame | {
        "rows": rows,
        "fine": sum(one.is_fine for one in standings),
        "comments": application.comments.filter(settled_at__isnull=True).select_related("by"),
        "settled": application.comments.filter(settled_at__isnull=False).select_related("by", "settled_by"),
        "labels": {k: asked.label for k, (_, asked) in forms_reading.fields_of(frame["bases"]).items()},
        "may_send": writes and application.state == FundState.DRAFT,
        "send_back_form": (send_back or SendBackForm(prefix="devolver")) if in_review and may_read else None,
        "comment_form": (comment or CommentForm()) if may_read and application.state in BEFORE_FILING else None,
        "reads": may_read,
    }


def _section_form(standing, data=None):
    return SectionReviewForm(data, prefix=f"r{standing.digest[:8]}", initial={"digest": standing.digest})


@require_POST
def send(request, fund):
    """The text goes to review."""
    application = visible_application(request, fund, Permission.WRITE_FUNDS)
    told(
        request,
        lambda: reviews.send(by=request.user, application=application, on=calendars.today()),
        "La postulación quedó en revisión. Todavía se puede escribir: lo que cambie se vuelve a leer.",
    )
    return redirect("application_review", fund=fund)


@require_POST
def send_back(request, fund):
    """Back to draft, with what must change."""
    frame = fund_frame(request, fund, "application_review", *reviews.READERS)
    form = SendBackForm(request.POST, prefix="devolver")
    if form.is_valid():
        reason, on = form.cleaned_data["reason"], calendars.today()
        if accepted(
            form,
            lambda: reviews.send_back(by=request.user, application=frame["application"], on=on, reason=reason),
        ):
            messages.success(request, "La postulación volvió a borrador.")
            return redirect("application_review", fund=fund)
    return render(request, "cases/funding/writing/review.html", _context(request, frame, send_back=form))


@require_POST
def read_section(request, fund, section):
    """What somebody found in a section, as it stood."""
    frame = fund_frame(request, fund, "application_review", *reviews.READERS)
    if forms_reading.section_of(frame["bases"], section) is None:
        raise Http404
    prefix = next((name.partition("-")[0] for name in request.POST if name.endswith("-digest")), "r")
    form = SectionReviewForm(request.POST, prefix=prefix)
    if form.is_valid():
        said = form.cleaned_data | {"is_fine": form.cleaned_data["is_fine"] == "yes"}
        if accepted(
            form,
            lambda: reviews.read_section(
                by=request.user, application=frame["application"], section=section, at=calendars.now(), **said
            ),
        ):
            messages.success(request, "Quedó anotado lo que usted encontró en la sección.")
            return redirect("application_review", fund=fund)
    return render(request, "cases/funding/writing/review.html", _context(request, frame, failed=(section, form)))


@require_POST
def comment(request, fund):
    """Say something of a field or of the whole."""
    frame = fund_frame(request, fund, "application_review", *reviews.READERS)
    form, key = CommentForm(request.POST), request.POST.get("key", "")
    if form.is_valid():
        text, now = form.cleaned_data["text"], calendars.now()
        if accepted(
            form,
            lambda: reviews.comment(by=request.user, application=frame["application"], text=text, key=key, at=now),
        ):
            messages.success(request, "El comentario quedó anotado.")
            if key:
                return redirect("application_field", fund=fund, field=key)
            return redirect("application_review", fund=fund)
    return render(request, "cases/funding/writing/review.html", _context(request, frame, comment=form))


@require_POST
def settle(request, fund, comment):
    """A comment was answered or mended."""
    application = visible_application(request, fund, *reviews.READERS)
    row = get_object_or_404(application.comments, pk=comment)
    told(
        request,
        lambda: reviews.settle(by=request.user, application=application, comment=row, at=calendars.now()),
        "El comentario quedó resuelto.",
    )
    return redirect("application_review", fund=fund)
