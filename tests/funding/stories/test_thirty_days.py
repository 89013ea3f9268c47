"""Refused because the agency counted a certificate's thirty days to its review; appealed, waitlisted, then awarded."""

from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cases.enums import Stage
from cases.funding.agency import reading
from cases.funding.bases.shapes import AskedDocument, Moment
from cases.funding.life import FundEventKind, FundState
from cases.funding.words import DocumentKind
from cases.models import GroupConfirmation
from incubator import calendars
from tests import factories
from tests.funding import scene, walking
from tests.funding.walking import again, people, sent

pytestmark = pytest.mark.django_db
S, K = FundState, FundEventKind
#: The certificate has 30 days at the closing (12-08), and 51 at the review (02-09).
ISSUED, REVIEWED = date(2021, 7, 13), date(2021, 9, 2)
CERTIFICATE = AskedDocument(
    "standing", DocumentKind.LEGAL_STANDING, "Certificado de vigencia", valid_days=30, moment=Moment.CLOSING,
    clause="Bases, 4.2",
)  # fmt: skip


def _pdf(name):
    return SimpleUploadedFile(name, b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF", "application/pdf")


@pytest.fixture
def filed(place):
    """In time, with the certificate of thirty days."""
    with calendars.travel(walking.READY):
        case = factories.case_in(Stage.TRAINING, at=place)
        return sent(scene.an_application(case, scene.a_call(place, bases=scene.some_bases(documents=(CERTIFICATE,)))))


@pytest.fixture
def does(enter, filed):
    """does(who, day, page, data): what somebody sends from a page of this application, that day."""

    def done(user, today, name, *parts, **data):
        with calendars.travel(datetime(today.year, today.month, today.day, 11, tzinfo=walking.SANTIAGO)):
            return enter(user).post(reverse(name, args=[filed.pk, *parts]), data, follow=True).text

    return done


def test_thirty_days_counted_to_the_wrong_day(filed, does):
    officer, coordinator = people(filed)
    assert (walking.SENT.date() - ISSUED).days <= 30 < (REVIEWED - ISSUED).days
    why = "El certificado de vigencia tenía 51 días a la revisión (02-09-2021)."
    act = {"reference": "Resolución exenta 88"}
    day = {"on": "02-09-2021", "notified_on": "02-09-2021"}
    page = does(officer, REVIEWED, "application_fact", "inadmisible", note=why, **day, **act)
    assert why in page
    assert again(filed).state == S.INADMISSIBLE

    asks = {"on": "06-09-2021", "note": "Las bases (4.2) cuentan los 30 días al cierre: tenía 29 al enviar."}
    does(officer, date(2021, 9, 6), "application_fact", "recurso", **asks)
    assert not filed.events.filter(kind=K.APPEAL).exists(), "the coordination appeals"
    page = does(coordinator, date(2021, 9, 6), "application_fact", "recurso", **asks, document_file=_pdf("recurso.pdf"))
    assert "El grupo todavía no lo confirma" in page
    assert asks["note"] in page, "what was typed stays"
    does(officer, date(2021, 9, 6), "application_consent", "recurso", on="05-09-2021", document_file=_pdf("hoja.pdf"))
    word = GroupConfirmation.objects.get(case=filed.case)
    assert "presentar un recurso contra lo que resolvió el fondo" in word.statement
    does(
        coordinator, date(2021, 9, 6), "application_fact", "recurso", confirmation=word.pk,
        document_file=_pdf("recurso.pdf"), **asks,
    )  # fmt: skip
    appeal = filed.events.get(kind=K.APPEAL)
    assert appeal.evidence is not None

    result = {"about": appeal.pk, "on": "24-09-2021", "reference": "Resolución exenta 97", "note": "Se acoge."}
    does(officer, date(2021, 9, 24), "application_fact", "resultado-del-recurso", to="waitlisted", place="2", **result)
    one = again(filed)
    assert one.state == S.WAITLISTED
    assert reading.Facts(one).last(K.WAITLIST).details == {"place": 2}

    moved = {"on": "01-10-2021", "place": "1", "reference": "Correo del 01-10-2021", "note": "Alguien renunció."}
    does(officer, date(2021, 10, 1), "application_fact", "lista-de-espera", **moved)
    assert again(filed).state == S.WAITLISTED, "another place in the same list"
    award = {"on": "08-10-2021", "unit": "clp", "amount": "4.200.000", "reference": "Resolución exenta 110"}
    page = does(officer, date(2021, 10, 8), "application_fact", "adjudicacion", **award, note="Por renuncia de otro.")
    one = again(filed)
    assert one.state == S.AWARDED
    assert "4.200.000" in page
    assert [change.to_state for change in one.changes.order_by("number")] == [
        S.REVIEW, S.READY, S.SUBMITTED, S.INADMISSIBLE, S.WAITLISTED, S.AWARDED,
    ]  # fmt: skip
