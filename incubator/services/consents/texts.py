"""The words read to a person for each purpose: those that come with Minga, and an incubator's own newer versions."""

import json
from pathlib import Path

from django.db import transaction
from django.db.models import Max

from incubator import access, journal
from incubator.access import Permission
from incubator.models import ConsentText, Incubator
from incubator.purposes import Purpose
from incubator.requirements import Refused

_SHIPPED = Path(__file__).resolve().parents[2] / "data" / "consents.json"


def shipped():
    """The texts that come with Minga, as their file has them."""
    return json.loads(_SHIPPED.read_text(encoding="utf-8"))


def texts_on(incubator, on) -> dict[str, ConsentText]:
    """{purpose: the text to read that day}: the newest of the incubator's own, else the one that comes with Minga."""
    rows = ConsentText.objects.of(incubator.pk).filter(in_force_from__lte=on)
    held: dict[str, ConsentText] = {}
    for row in rows.order_by("in_force_from", "version", "pk"):
        if row.incubator_id is not None or row.purpose not in held or held[row.purpose].incubator_id is None:
            held[row.purpose] = row
    return {purpose: held[purpose] for purpose in Purpose.values if purpose in held}


def in_force(incubator, purpose, on) -> ConsentText | None:
    """The text to read for one purpose that day."""
    return texts_on(incubator, on).get(purpose)


@transaction.atomic
def write_text(*, by, incubator, purpose, text, easy_text, in_force_from, on):
    """A new version of an incubator's own; what people already answered keeps the version read to them."""
    access.require(by, Permission.WRITE_CONSENT_TEXTS, incubator)
    Incubator.objects.select_for_update(of=("self",)).get(pk=incubator.pk)
    if in_force_from < on:
        raise Refused("Una versión rige desde hoy o desde un día que viene: lo ya leído no cambia.")
    before = in_force(incubator, purpose, in_force_from)
    if before and (before.text, before.easy_text) == (text.strip(), easy_text.strip()):
        raise Refused("El texto es igual al que rige: cámbielo o deje el que está.")
    newest = ConsentText.objects.of(incubator.pk).filter(purpose=purpose).aggregate(last=Max("version"))["last"] or 0
    row = ConsentText(
        incubator=incubator,
        purpose=purpose,
        version=newest + 1,
        text=text.strip(),
        easy_text=easy_text.strip(),
        in_force_from=in_force_from,
        written_by=by,
    )
    row.full_clean(exclude=["incubator", "written_by"])
    row.save()
    journal.record(by, "consent_text_written", on, subject=row, incubator=incubator, purpose=purpose)
    return row


def load_shipped() -> str:
    """The versions that come with Minga, as reference rows; what incubators wrote is left alone."""
    rows = shipped()
    for row in rows:
        ConsentText.objects.update_or_create(
            incubator=None,
            purpose=row["purpose"],
            version=row["version"],
            defaults={name: row[name] for name in ("text", "easy_text", "in_force_from")},
        )
    return f"{len(rows)} textos de autorización"
