"""Write a version of a base text, answer for its words, and stop answering. Rows are only added."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from cases.formalization import base_texts
from cases.models import BaseTextValidation, BaseTextVersion
from cases.models.base_texts import agreements_of
from cases.papers.errors import BrokenTextError
from cases.papers.texts import parsed
from cases.papers.writing import wrong_in
from incubator import access, calendars, journal
from incubator.access import Permission
from incubator.models import Agreement
from incubator.requirements import Refused


@transaction.atomic
def write(*, by, agreement, document, kind, source, seen, on, valid_from, note):
    """Keep another version. `seen` is the fingerprint of the version it was written over."""
    held = _locked(by, agreement)
    former = base_texts.newest(held, document, kind, on)
    if former.fingerprint != seen:
        raise Refused("Otra persona guardó una versión mientras usted escribía: abra de nuevo el texto y compárelo.")
    if on > calendars.today() or valid_from < on:
        raise Refused("La versión rige desde hoy o desde un día que viene.")
    try:
        text = parsed(source)
    except BrokenTextError as error:
        raise ValidationError(str(error)) from error
    if (text.document, text.kind) != (document, kind):
        raise ValidationError("Ese texto es de otro documento.")
    if wrong := wrong_in(text):
        raise ValidationError(list(wrong.values()))
    if _words(text) == _words(former):
        raise Refused("No cambió ninguna palabra: no hay una versión nueva que guardar.")
    row = BaseTextVersion(
        agreement=held, document=document, kind=kind, number=base_texts.next_number(held, document, kind),
        source=source, fingerprint=text.fingerprint, valid_from=valid_from, author=by, written_on=on,
        note=note.strip(),
    )  # fmt: skip
    row.full_clean(exclude=["agreement", "author"])
    row.save()
    journal.record(by, "basetext_written", on, subject=row, agreement=held.pk, document=document, number=row.number)
    return row


@transaction.atomic
def validate(*, by, agreement, document, kind, fingerprint, on, note=""):
    """Answer for the words of a text that somebody else wrote."""
    held = _locked(by, agreement)
    row = BaseTextVersion.objects.filter(agreement=held, fingerprint=fingerprint, author=by).first()
    if row is not None:
        raise Refused("El texto lo valida otra persona que quien lo escribió.")
    if _last(held, document, kind, fingerprint, on):
        raise Refused("Ese texto ya está validado.")
    return _say(by, held, document, kind, fingerprint, on, given=True, note=note)


@transaction.atomic
def withdraw(*, by, agreement, document, kind, fingerprint, on, note):
    """Stop answering for it: its documents are drafts again from now on."""
    held = _locked(by, agreement)
    if not _last(held, document, kind, fingerprint, on):
        raise Refused("Ese texto no está validado.")
    if not note.strip():
        raise ValidationError({"note": "Escriba por qué ya no se responde por este texto."})
    return _say(by, held, document, kind, fingerprint, on, given=False, note=note)


def _locked(by, agreement):
    """The agreement, one writer at a time."""
    access.require(by, Permission.VALIDATE_LEGAL)
    if agreement.pk not in agreements_of(by):
        raise PermissionDenied("Su cargo no permite escribir los textos base de este convenio.")
    return Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)


def _words(text):
    """What a text says, without its version nor its day."""
    parts = [
        (
            section.key,
            section.heading,
            section.text.strip(),
            [(one.key, one.heading, one.text.strip(), one.clauses, one.basis, one.verify) for one in section.article],
        )
        for section in text.section
    ]
    return text.title, text.subtitle, parts


def _last(agreement, document, kind, fingerprint, on):
    """Whether a known text is validated now. A fingerprint that nobody knows is refused."""
    known = {version.fingerprint for version in base_texts.versions(agreement, document, kind, on)}
    if fingerprint not in known:
        raise Refused("Ese texto ya no es el que se le mostró: ábralo de nuevo.")
    rows = BaseTextValidation.objects.filter(agreement=agreement, document=document, kind=kind, fingerprint=fingerprint)
    row = rows.order_by("-id").first()
    return row is not None and row.given


def _say(by, agreement, document, kind, fingerprint, on, *, given, note):
    if on > calendars.today():
        raise Refused("La fecha no puede ser de un día que viene.")
    row = BaseTextValidation(
        agreement=agreement, document=document, kind=kind, fingerprint=fingerprint, given=given, by=by,
        happened_on=on, note=note.strip(),
    )  # fmt: skip
    row.full_clean(exclude=["agreement", "by"])
    row.save()
    verb = "basetext_validated" if given else "basetext_withdrawn"
    journal.record(by, verb, on, subject=row, agreement=agreement.pk, document=document)
    return row
