"""The room «Documentos»: what is missing by name, the document on screen, PDF, Word, and what is kept."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from django.urls import reverse

from cases import papers
from cases.formalization import base_texts
from cases.formalization import papers as legal_papers
from cases.founding import reading as founding_reading
from cases.models import LegalPaper
from cases.services import base_texts as text_services
from cases.services import legal_papers as services
from incubator import files
from incubator.enums import Role
from incubator.requirements import Refused
from tests.factories.people import agreement, user_with
from tests.legal.scene import file_of
from tests.legal_papers.scene import ON, known, text
from tests.papers import sample

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("that_day")]


def at(name, case, *more, **asked):
    page = reverse(name, args=[case.organization_id, *more])
    return f"{page}?{'&'.join(f'{key}={value}' for key, value in asked.items())}" if asked else page


def validated(by, document, kind=""):
    words = base_texts.text_in_force(document, (kind or "servicios",), ON, agreement())
    text_services.validate(
        by=by, agreement=agreement(), document=document, kind=kind, fingerprint=words.fingerprint, on=ON
    )


def test_what_is_missing_is_named_with_where_it_is_written(client, case, officer):
    client.force_login(officer)
    words = text(client.get(at("legal_papers", case)))
    assert "Falta el nombre de la cooperativa." in words
    assert reverse("founding_project", args=[case.organization_id]) in words
    assert "En total faltan" in words
    words = text(client.get(at("legal_paper", case, "minutes.founding")))
    somebody = case.organization.members_on(ON)[0].who
    assert f"Falta el domicilio de {somebody.given_names}" in words
    assert "Para prepararlo falta" in words
    assert "Word editable" not in words


@pytest.mark.parametrize("name", ["legal_paper_pdf", "legal_paper_word"])
def test_a_missing_fact_stops_the_pdf_and_the_word_by_its_name(client, case, officer, name):
    client.force_login(officer)
    answer = client.get(at(name, case, "statutes"), follow=True)
    assert answer.redirect_chain
    assert "Falta el nombre de la cooperativa." in [str(message) for message in answer.context["messages"]]
    with pytest.raises(Refused, match="Falta el nombre de la cooperativa"):
        facts = founding_reading.facts_of(file_of(case), ON)
        services.keep(by=officer, case=case, file=file_of(case), document="statutes", facts=facts, on=ON)
    assert not LegalPaper.objects.exists()


def test_a_document_is_read_on_screen_with_what_the_law_asks(client, case, officer, monkeypatch):
    known(monkeypatch)
    client.force_login(officer)
    words = text(client.get(at("legal_paper", case, "statutes")))
    assert "Cooperativa de Servicios Manos Limpias Limitada" in words
    assert "Artículo 1. Nombre y tipo" in words
    assert "Nombre, domicilio y duración." in words
    assert "Si falta, es nula y se puede sanear" in words
    assert "Verifique antes de usarlo" in words
    assert "BORRADOR" in words
    assert "Anexo del borrador" not in words


def test_both_files_are_given_as_drafts_until_the_text_is_validated(
    client, case, officer, adviser, second, monkeypatch
):
    known(monkeypatch)
    client.force_login(officer)
    answer = client.get(at("legal_paper_pdf", case, "statutes"))
    assert answer.content.startswith(b"%PDF")
    assert "estatutos-borrador.pdf" in answer["Content-Disposition"]
    assert head_of(client.get(at("legal_paper_word", case, "statutes"))).startswith("BORRADOR")
    validated(adviser, "statutes", "servicios")
    assert "BORRADOR" not in head_of(client.get(at("legal_paper_word", case, "statutes")))
    minutes = head_of(client.get(at("legal_paper_word", case, "minutes.founding")))
    assert minutes.startswith("BORRADOR")
    validated(second, "minutes.founding")
    assert "BORRADOR" not in head_of(client.get(at("legal_paper_word", case, "minutes.founding")))
    words = text(client.get(at("legal_paper", case, "statutes")))
    assert "Texto validado" in words


def test_after_an_edit_of_the_text_it_is_a_draft_again(client, case, officer, adviser, monkeypatch):
    known(monkeypatch)
    validated(adviser, "letter.registry")
    client.force_login(officer)
    assert "BORRADOR" not in head_of(client.get(at("legal_paper_word", case, "letter.registry")))
    held = base_texts.newest(agreement(), "letter.registry", "", ON)
    part = held.section[0]
    source = base_texts.source_of(
        replace(held, section=(replace(part, text=part.text.replace("Le pido", "Le solicito", 1)),)), 2, ON
    )
    text_services.write(
        by=adviser, agreement=agreement(), document="letter.registry", kind="", source=source, seen=held.fingerprint,
        on=ON, valid_from=ON, note="x",
    )  # fmt: skip
    word = client.get(at("legal_paper_word", case, "letter.registry"))
    assert head_of(word).startswith("BORRADOR")
    assert "Le solicito" in "".join(line.text for line in docx.Document(BytesIO(word.content)).paragraphs)


def head_of(answer):
    assert answer.status_code == 200
    return docx.Document(BytesIO(answer.content)).sections[0].header.paragraphs[0].text


def test_what_is_kept_is_both_files_and_says_where_they_come_from(client, case, officer, monkeypatch):
    known(monkeypatch)
    client.force_login(officer)
    answer = client.post(at("legal_paper_keep", case, "statutes"), follow=True)
    assert "Se guardó el documento de hoy" in text(answer)
    row = LegalPaper.objects.get()
    assert (row.document, row.version, row.validated, row.recorded_by) == ("statutes", "servicios-1", False, officer)
    assert row.text_fingerprint == papers.base_text("statutes", ("servicios",), ON).fingerprint
    facts = legal_papers.with_officers(replace(sample.facts("servicios"), on=ON))
    assert row.facts_fingerprint == legal_papers.fingerprint_of(facts)
    assert files.read(row.evidence.sha256).startswith(b"%PDF")
    page = client.get(at("legal_paper_kept", case, row.pk))
    assert "Word guardado" in text(page)
    for evidence in (row.evidence_id, row.docx_id):
        answer = client.get(reverse("group_document", args=[case.organization_id, evidence]))
        assert b"".join(answer.streaming_content)[:2] in (b"%P", b"PK")


def test_each_person_has_her_own_notice(client, case, officer, monkeypatch):
    known(monkeypatch)
    client.force_login(officer)
    person = case.organization.members_on(ON)[0].who
    words = text(client.get(at("legal_paper", case, "notice.individual")))
    assert "Uno para cada persona" in words
    assert f"?persona={person.pk}" in words
    mine = text(client.get(at("legal_paper", case, "notice.individual", persona=person.pk)))
    assert f"{person.given_names} {person.surname_1}" in mine
    client.post(at("legal_paper_keep", case, "notice.individual"), {"persona": person.pk})
    assert LegalPaper.objects.get().person == person
    assert client.post(at("legal_paper_keep", case, "notice.individual")).status_code == 404
    stranger = user_with().pk
    assert client.get(at("legal_paper", case, "notice.individual", persona=stranger + 9999)).status_code == 404


def test_a_certificate_of_shares_says_that_it_was_not_issued(client, case, officer, monkeypatch):
    known(monkeypatch)
    monkeypatch.setattr(
        founding_reading, "facts_of", lambda file, on: replace(sample.facts("servicios"), certificate=papers.facts.Certificate())
    )  # fmt: skip
    client.force_login(officer)
    words = text(client.get(at("legal_paper", case, "share.certificate")))
    assert "Falta el número del título." in words


def test_who_reads_legal_data_and_no_names_sees_only_how_documents_stand(client, case, monkeypatch):
    known(monkeypatch)
    certifier = user_with(Role.CERTIFYING_OFFICER, at=case.incubator)
    client.force_login(certifier)
    words = text(client.get(at("legal_papers", case)))
    assert "Su cargo no permite leer los datos de todas las personas" in words
    assert "Listo para preparar" in words
    assert "Rosa Pérez" not in text(client.get(at("legal_paper", case, "statutes")))
    assert client.get(at("legal_paper_pdf", case, "statutes")).status_code == 404
    assert client.post(at("legal_paper_keep", case, "statutes")).status_code == 403


def test_a_type_without_statutes_says_so_and_the_rest_is_drawn(client, case, officer, monkeypatch):
    monkeypatch.setattr(
        founding_reading, "facts_of", lambda file, on: replace(sample.facts("servicios"), types=("consumo",))
    )
    client.force_login(officer)
    words = text(client.get(at("legal_papers", case)))
    assert "No hay estatutos base para ese tipo" in words
    assert "Listo para preparar" in words


def test_the_room_asks_the_same_however_much_was_kept(
    client, case, officer, monkeypatch, django_assert_max_num_queries
):
    known(monkeypatch)
    client.force_login(officer)
    client.get(at("legal_papers", case))
    with django_assert_max_num_queries(45) as few:
        client.get(at("legal_papers", case))
    asked = len(few.captured_queries)
    for _ in range(3):
        client.post(at("legal_paper_keep", case, "letter.registry"))
    client.get(at("legal_papers", case))  # the badge of the menu is counted once after each change
    with django_assert_max_num_queries(asked):
        client.get(at("legal_papers", case))
