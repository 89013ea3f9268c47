"""Letters: seen as a draft as often as wanted, issued once with a number, and notified on a day that starts terms."""

from django.db import transaction
from django.db.models import Max

from cases.enums import AppealOutcome, LetterKind, Verb
from cases.letters import Writing, file_name, pdf_of
from cases.models import Case, Letter
from cases.rules import appeals
from cases.rules.calls import latest_application
from incubator import access, calendars, files, journal
from incubator.access import Permission
from incubator.enums import EvidenceKind, Role, Tier
from incubator.models import Incubator, Post
from incubator.requirements import Refused
from incubator.services.evidence import record_of

#: The step that each letter tells.
OF_VERB = {
    Verb.ADMIT: LetterKind.ADMITTED,
    Verb.ADMIT_FORMAL: LetterKind.ADMITTED,
    Verb.WAITLIST: LetterKind.WAITING,
    Verb.DECLINE: LetterKind.NOT_ADMITTED,
}
#: After one of these, the decision before it is no longer what there is to tell.
_UNDOING = (Verb.CORRECT, Verb.UPHOLD_APPEAL, Verb.APPLY_AGAIN)
_OF_OUTCOME = {
    AppealOutcome.UPHELD: LetterKind.APPEAL_UPHELD,
    AppealOutcome.REJECTED: LetterKind.APPEAL_REJECTED,
}


def due_letters(case, on):
    """(kind, the step it tells) of what was decided about the newest application and no letter tells yet."""
    application = latest_application(case, on)
    if application is None:
        return []
    letters = list(Letter.objects.filter(application=application).values_list("kind", "round", "change_id"))
    found = []
    change = told_by(case, application)
    if change is not None and change.pk not in {told for _, _, told in letters}:
        found.append((OF_VERB[Verb(change.verb)], change))
    appeal = appeals.latest_appeal(case)
    if appeal is not None and appeal.outcome and appeal.application_id == application.pk:
        kind = _OF_OUTCOME[appeal.outcome]
        if (kind, appeal.round) not in {(said, number) for said, number, _ in letters}:
            found.append((kind, None))
    return found


def told_by(case, application):
    """The decision on an application that stands: not corrected, nor left behind by an appeal; or None."""
    changes = list(case.changes.filter(effective_on__gte=application.happened_on).order_by("number"))
    standing = None
    for change in changes:
        if change.verb in OF_VERB:
            standing = change
        elif change.verb in _UNDOING:
            standing = None
    return standing


def draft(*, by, case, kind, on) -> bytes:
    """The letter as it would be issued that day, marked as a draft."""
    access.require(by, Permission.DECIDE, case)
    return pdf_of(_writing(case, kind, by, on))


@transaction.atomic
def issue(*, by, case, kind, on):
    """Issue a letter: it takes its number and is kept as it is."""
    access.require(by, Permission.DECIDE, case)
    Incubator.objects.select_for_update(of=("self",)).get(pk=case.incubator_id)
    case = Case.objects.select_related("organization", "incubator__commune", "incubator__municipality").get(pk=case.pk)
    due = dict(due_letters(case, on))
    if kind not in due:
        raise Refused("Esa carta no corresponde ahora, o ya se emitió.")
    if on > calendars.today():
        raise Refused("La fecha no puede ser posterior a hoy.")
    last = Letter.objects.filter(incubator=case.incubator, year=on.year).aggregate(last=Max("number"))["last"] or 0
    writing = _writing(case, kind, by, on, number=last + 1)
    kept = _keep(by, case, writing, on)
    letter = Letter.objects.create(
        case=case,
        application=writing.application,
        round=writing.round,
        kind=kind,
        incubator=case.incubator,
        year=on.year,
        number=last + 1,
        change=due[kind],
        issued_on=on,
        issued_by=by,
        evidence=kept,
    )
    journal.record(by, "letter_issued", on, subject=letter, organization=case.organization, kind=str(kind))
    return letter


@transaction.atomic
def notify(*, by, letter, on, channel):
    """The letter reached the group that day: the term to appeal runs from the next business day."""
    access.require(by, Permission.RECORD_FACTS, letter.case)
    letter = Letter.objects.select_for_update(of=("self",)).select_related("case__organization").get(pk=letter.pk)
    if letter.notified_on is not None:
        raise Refused(f"Ya se notificó el {letter.notified_on:%d-%m-%Y}.")
    if not letter.issued_on <= on <= calendars.today():
        raise Refused("El aviso va entre el día de la carta y hoy.")
    letter.notified_on, letter.notified_by, letter.channel = on, by, channel
    letter.full_clean(exclude=["case", "application", "incubator", "change", "issued_by", "evidence", "notified_by"])
    letter.save(update_fields=["notified_on", "notified_by", "channel"])
    journal.record(by, "letter_notified", on, subject=letter, organization=letter.case.organization)
    return letter


def _writing(case, kind, by, on, number=None):
    application = latest_application(case, on)
    change = case.changes.filter(verb__in=OF_VERB).order_by("-number").first()
    appeal = appeals.latest_appeal(case)
    round_ = appeal.round if appeal is not None and kind in _OF_OUTCOME.values() else application.round
    return Writing(case, kind, application, change, appeal, by, _post_of(by, case, on), on, number, round_)


def _post_of(by, case, on):
    """The post that signs, in the words of its own act; a deputy says so."""
    post = Post.objects.in_force(on).filter(user=by, incubator=case.incubator_id, role=Role.COORDINATOR).first()
    words = post.get_role_display() if post else Role.COORDINATOR.label
    return f"{words}, en subrogancia" if post and post.deputy_for_id else words


def _keep(by, case, writing, on):
    content = pdf_of(writing)
    stored = files.keep(content, media_type="application/pdf", name=file_name(writing))
    told = {"kind": EvidenceKind.OTHER, "tier": Tier.PERSONAL, "description": writing.title, "taken_on": on}
    return record_of(stored, by, incubator=case.incubator, **told)
