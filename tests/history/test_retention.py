"""What is not kept for ever goes away by the retention role alone, and what it leaves says why."""

import json
import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection

from cases.services.census.understand import KEPT_AFTER_UNDO
from incubator import calendars, chain, files
from incubator.enums import EvidenceKind, Tier
from incubator.models import Evidence, Person, Redaction, RetentionTerm
from incubator.models.past import TRACKED
from incubator.services import sensitive
from tests import factories
from tests.history.conftest import TODAY

pytestmark = pytest.mark.django_db(transaction=True)
PAST = TRACKED["incubator.person"].past


def run(*arguments, **environment):
    """`manage.py retention …` as people run it: a process that enters as its own role."""
    told = os.environ | {
        "MINGA_TODAY": TODAY.isoformat(),
        "MINGA_REDACTIONS": str(settings.MINGA_REDACTIONS),
        **environment,
    }
    told.pop("MINGA_DB_ROLE", None)
    done = subprocess.run(
        [sys.executable, "manage.py", "retention", *arguments],
        cwd=settings.BASE_DIR,
        env=told,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def kept_file(by, place, expires_on, content=b"Nombre;RUN\n"):
    stored = files.keep(content, media_type="text/csv", name="catastro.csv")
    return Evidence.objects.create(
        incubator=place, kind=EvidenceKind.OTHER, tier=Tier.SENSITIVE, sha256=stored.sha256, size=stored.size,
        media_type=stored.media_type, original_name="catastro.csv", uploaded_by=by, expires_on=expires_on,
    )  # fmt: skip


def test_a_copy_past_its_day_goes_and_its_digest_stays():
    place = factories.incubator()
    by = factories.people.officer_of(place)
    past, coming = kept_file(by, place, TODAY), kept_file(by, place, TODAY + timedelta(days=1), b"otra")
    assert "Copias de planillas de catastro: 1." in run()
    past.refresh_from_db()
    assert past.erased_at is not None
    assert len(past.sha256) == 64
    assert not files.is_stored(past.sha256)
    assert files.is_stored(coming.sha256)
    assert Redaction.objects.get().basis.startswith("Ley 19.628")


def test_a_content_that_another_document_still_needs_stays():
    place = factories.incubator()
    by = factories.people.officer_of(place)
    past, alive = kept_file(by, place, TODAY), kept_file(by, place, None)
    run()
    assert past.sha256 == alive.sha256
    assert files.is_stored(alive.sha256)


def redacted_person():
    """Somebody with history, in the chain, whose history is then redacted."""
    place = factories.incubator()
    by = factories.people.officer_of(place)
    person = factories.person(at=place, phone="+56922222222")
    other = factories.person(at=place, phone="+56944444444")
    Person.objects.filter(pk=person.pk).update(phone="+56911111111")
    sensitive.write(by=by, person=person, on=TODAY, disability="yes")
    chain.extend(calendars.now())
    run("--person", str(person.pk), "--basis", "Ley 21.719, art. 7", "--act", "Resolución 12")
    return person, other


def test_redacting_a_person_drops_values_and_salts_and_keeps_digests():
    person, other = redacted_person()
    rows = PAST.objects.filter(pgh_obj=person)
    assert rows.count() == 2
    assert {(row.phone, row.given_names, row.surname_1) for row in rows} == {(None, None, None)}
    assert PAST.objects.get(pgh_obj=other).phone == "+56944444444"
    with sensitive.allowed_in():
        hers = TRACKED["incubator.sensitiveprofile"].past.objects.get(pgh_obj=person.pk)
    assert hers.disability is None
    verdict = chain.verify()
    assert verdict.is_sound
    assert verdict.redacted == {"Resolución 12": 3}
    assert "3 redactadas por Resolución 12" in verdict.sentence


def test_a_redaction_is_itself_in_the_chain():
    redacted_person()
    assert chain.extend(calendars.now()) == 2
    said = Redaction.objects.get(kind="history")
    assert (said.basis, said.act, said.rows) == ("Ley 21.719, art. 7", "Resolución 12", 3)
    assert "public.incubator_redaction" in chain.head().columns


def test_a_restore_makes_the_redactions_again():
    person, _ = redacted_person()
    known = [json.loads(line) for line in settings.MINGA_REDACTIONS.read_text().splitlines()]
    assert [row["person_id"] for row in known] == [person.pk]
    assert "+569" not in settings.MINGA_REDACTIONS.read_text()
    settings.MINGA_REDACTIONS.write_text(json.dumps(known[0] | {"act": "Resolución 13"}) + "\n")
    assert "Redacciones hechas otra vez después de restaurar: 1." in run()
    assert "restaurar" not in run()


def test_terms_are_dated_rows_with_their_basis():
    terms = {term.kind: term for term in RetentionTerm.objects.in_force(TODAY)}
    assert {"census_copy", "submission", "digest_delivery"} <= set(terms)
    assert all(term.legal_basis for term in terms.values())
    assert terms["census_copy"].days == KEPT_AFTER_UNDO
    with connection.cursor() as cursor:
        cursor.execute("select has_table_privilege('minga_app', 'incubator_retentionterm', 'update')")
        assert cursor.fetchone() == (False,)
