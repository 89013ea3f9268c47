"""The texts of the adviser and the documents of a group, wide and on a phone: they fit, and axe has nothing to say."""

import docx
import pytest
from django.urls import reverse

from cases.formalization import base_texts
from cases.models import LegalPaper, TextComparison
from cases.services import legal_papers as services
from tests.factories.people import agreement
from tests.legal.scene import today
from tests.legal_papers.scene import ON, known
from tests.legal_papers.test_base_texts import validate, write
from tests.legal_papers.test_comparison import uploaded, word_of
from tests.legal_papers.test_room import at

pytestmark = pytest.mark.django_db(transaction=True)


def test_every_page_fits_and_is_accessible(case, officer, adviser, second, client, monkeypatch, look_over):
    with today(ON):
        lacking = [("faltan", at("legal_papers", case)), ("falta-uno", at("legal_paper", case, "letter.daes"))]
        look_over(officer, "documentos", lacking)
        known(monkeypatch)
        row, found = _came_back(client, case, officer)
        texts = _texts(adviser, second)
        pages = [
            ("sala", at("legal_papers", case)),
            ("estatutos", at("legal_paper", case, "statutes")),
            ("lista", at("legal_paper", case, "attendance")),
            ("personas", at("legal_paper", case, "notice.individual")),
            ("guardado", at("legal_paper_kept", case, row.pk)),
            ("comparar", at("legal_paper_compare", case, row.pk)),
            ("comparacion", at("legal_comparison", case, row.pk, found.pk)),
        ]
        look_over(officer, "documentos", pages)
        look_over(adviser, "documentos", texts)


def _came_back(client, case, officer):
    client.force_login(officer)
    client.post(at("legal_paper_keep", case, "statutes"))
    row = LegalPaper.objects.get()
    edited = word_of(row)
    assert isinstance(edited, docx.document.Document)
    line = next(one for one in edited.paragraphs if "primera citación" in one.text)
    line.runs[0].text = "Otra cosa, muy distinta."
    services.compare(by=officer, paper=row, on=ON, upload=uploaded(edited))
    return row, TextComparison.objects.get()


def _texts(adviser, second):
    write(adviser)
    write(second, document="statutes", kind="trabajo", old="Se rige por", new="Se gobierna por")
    validate(second, base_texts.text_in_force("proxy", ("trabajo",), ON, agreement()))
    page = [agreement().pk, "statutes:trabajo"]
    return [
        ("textos", reverse("base_texts")),
        ("texto", reverse("base_text", args=page)),
        ("escribir", reverse("base_text_edit", args=page)),
        ("versiones", reverse("base_text_history", args=page)),
        ("ayuda", reverse("base_text_help")),
    ]
