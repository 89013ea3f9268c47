"""The internal review: send it, read each section, comment a field until it is settled, send it back."""

from django.db import transaction

from cases.funding import reach
from cases.funding.bases.written import bases_of
from cases.funding.form import reading as forms_reading
from cases.funding.form import reviewing
from cases.funding.form import values as form_values
from cases.funding.life import BEFORE_FILING, FundState, FundVerb
from cases.models import FundComment, FundReview
from cases.services.funding import moves
from incubator import calendars
from incubator.access import Permission
from incubator.requirements import Refused

#: Who reads and comments: whoever writes here, and whoever approves.
READERS = (Permission.WRITE_FUNDS, Permission.APPROVE_FUNDS)


@transaction.atomic
def send(*, by, application, on):
    """The text is whole, or nearly: others read it. It may still be written."""
    held = moves.held(application, by=by, permission=Permission.WRITE_FUNDS)
    written = [answer for answer in forms_reading.kept(held).values() if not form_values.is_blank(answer.value)]
    if not written and bases_of(held.bases).sections:
        raise Refused("Todavía no hay nada escrito que revisar.")
    moves.move(held, FundVerb.REVIEW, by=by, on=on)
    return held


@transaction.atomic
def send_back(*, by, application, on, reason):
    """Back to draft: what must change is said here, or in each section."""
    held = moves.held(application, by=by, permission=_right(by, application))
    if not reason.strip():
        raise Refused("Escriba qué hay que cambiar.")
    moves.move(held, FundVerb.SEND_BACK, by=by, on=on, reason=reason)
    return held


@transaction.atomic
def read_section(*, by, application, section, is_fine, digest, at, note=""):
    """Somebody who wrote none of it read a section as it stood (`digest`): it is fine, or what must change."""
    held = moves.held(application, by=by, permission=_right(by, application))
    if held.state != FundState.REVIEW:
        raise Refused("Se revisa lo que está en revisión: primero mande la postulación a revisión.")
    found = next((one for one in reviewing.standings(held, bases_of(held.bases)) if one.section.key == section), None)
    if found is None:
        raise Refused("Las bases adoptadas no tienen esa sección.")
    if found.digest != digest:
        raise Refused("La sección cambió mientras usted la leía: léala de nuevo.")
    if is_fine and by.pk in found.authors:
        raise Refused("Usted escribió parte de esta sección: la da por buena otra persona.")
    if not is_fine and not note.strip():
        raise Refused("Escriba qué hay que cambiar.")
    row = FundReview(application=held, section=section, is_fine=is_fine, note=note.strip(), digest=digest, by=by, at=at)
    row.full_clean()
    row.save()
    _record(by, "fund_section_read", held, at, review=row.pk)
    return row


@transaction.atomic
def comment(*, by, application, text, at, key=""):
    """Say something of a field, or of the whole, for somebody to settle."""
    held = moves.held(application, by=by, permission=_right(by, application))
    if held.state not in BEFORE_FILING:
        raise Refused("Ya se envió: lo que falte anótelo en «Lo que dice el fondo».")
    if key and key not in forms_reading.fields_of(bases_of(held.bases)):
        raise Refused("Las bases adoptadas no tienen ese campo.")
    row = FundComment(application=held, key=key, text=text.strip(), by=by, at=at)
    row.full_clean()
    row.save()
    _record(by, "fund_commented", held, at, comment=row.pk)
    return row


@transaction.atomic
def settle(*, by, application, comment, at):
    """A comment was answered or mended."""
    held = moves.held(application, by=by, permission=_right(by, application))
    row = held.comments.select_for_update(of=("self",)).get(pk=comment.pk)
    if row.settled_at is not None:
        raise Refused("Ese comentario ya está resuelto.")
    row.settled_by, row.settled_at = by, at
    row.save(update_fields=["settled_by", "settled_at"])
    _record(by, "fund_comment_settled", held, at, comment=row.pk)
    return row


def _right(by, application):
    """The right of a reader that this person holds there; the first, to be refused in its words, when none."""
    return next((right for right in READERS if reach.may(by, right, application)), READERS[0])


def _record(by, verb, application, at, **codes):
    moves.tell(by, verb, calendars.local_day(at), application, **codes)
