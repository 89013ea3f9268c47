"""The facts that guard the journey, recorded on their pages with their documents."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cases.enums import Stage
from cases.models import BusinessPlan, Call
from incubator.enums import Role
from incubator.models import Evidence
from tests import factories
from tests.factories.cases import evidence

TODAY = "2021-06-15"


def _pdf(name="acta.pdf"):
    import pikepdf

    out = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(out)
    return SimpleUploadedFile(name, out.getvalue(), "application/pdf")


def _post(client, case, name, **said):
    return client.post(reverse(f"fact_{name}", args=[case.organization_id]), {"on": TODAY} | said)


def test_an_application_is_recorded_with_its_contact(place, officer, enter):
    case = factories.case_in()
    call = Call.objects.create(
        incubator=place,
        name="Convocatoria de otoño",
        opens_on=date(2021, 6, 1),
        closes_on=date(2021, 6, 30),
        seats=5,
        recorded_by=officer,
        state="published",
    )
    contact = case.organization.members_on(date(2021, 6, 15)).first().person
    said = {"call": call.pk, "contact": contact.pk, "interested": 7, "informed_on": TODAY}
    assert _post(enter(officer), case, "application", **said).status_code == 302
    assert case.applications.get().interested == 7


def test_a_commitment_asks_for_its_document_and_keeps_it(officer, enter):
    case = factories.case_in(Stage.SELECTION)
    client = enter(officer)
    answer = _post(client, case, "commitment")
    assert "Adjunte el documento que lo respalda." in answer.content.decode()
    assert _post(client, case, "commitment", document_file=_pdf()).status_code == 302
    kept = case.signedcommitments.get().evidence
    served = client.get(reverse("group_document", args=[case.organization_id, kept.pk]))
    assert served.status_code == 200
    assert b"".join(served.streaming_content).startswith(b"%PDF")


def test_a_document_already_sent_is_not_asked_again_when_another_answer_is_wrong(officer, enter):
    case = factories.case_in(Stage.SELECTION)
    client = enter(officer)
    wrong = _post(client, case, "commitment", on="31-02-2021", document_file=_pdf())
    assert "acta.pdf" in wrong.content.decode()
    token = wrong.context["form"]["document_kept"].value()
    assert _post(client, case, "commitment", document_kept=token).status_code == 302
    assert case.signedcommitments.get().evidence.original_name == "acta.pdf"


def test_what_somebody_else_sent_is_not_mine_to_attach(coordinator, officer, enter):
    case = factories.case_in(Stage.SELECTION)
    token = (
        _post(enter(officer), case, "commitment", on="", document_file=_pdf()).context["form"]["document_kept"].value()
    )
    answer = _post(enter(coordinator), case, "commitment", document_kept=token)
    assert "Adjunte el documento" in answer.content.decode()


def test_a_file_that_is_not_what_it_says_is_refused_with_a_sentence(officer, enter):
    case = factories.case_in(Stage.SELECTION)
    bad = SimpleUploadedFile("acta.pdf", b"MZ\x90\x00 not a pdf", "application/pdf")
    answer = _post(enter(officer), case, "commitment", document_file=bad)
    assert answer.status_code == 200
    assert "document_file" in answer.context["form"].errors
    assert not case.signedcommitments.exists()


def test_supports_are_either_some_or_none_never_a_blank(officer, enter):
    case = factories.case_in(Stage.SELECTION)
    client = enter(officer)
    assert "supports" in _post(client, case, "supports").context["form"].errors
    assert _post(client, case, "supports", none_needed="on").status_code == 302
    assert case.supportdeclarations.get().supports == []


def test_an_activity_is_found_by_words_without_accents_and_without_script(officer, enter):
    case = factories.case_in(Stage.BUSINESS)
    client = enter(officer)
    page = client.get(reverse("fact_business", args=[case.organization_id]), {"actividad": "panaderia"})
    assert "107100" in page.content.decode()
    said = {"activity": "107100", "cooperative_type": "trabajo"}
    assert _post(client, case, "business", **said).status_code == 302
    assert case.businessdefinitions.get().activity_id == "107100"


def test_a_plan_is_approved_by_somebody_who_did_not_write_it(officer, coordinator, enter):
    case = factories.case_in(Stage.BUSINESS)
    assert _post(enter(officer), case, "plan", document_file=_pdf()).status_code == 302
    plan = BusinessPlan.objects.get(case=case)
    address = reverse("plan_approve", args=[case.organization_id, plan.pk])
    assert enter(officer).post(address, {"aprobar-on": TODAY}).status_code == 403
    assert enter(coordinator).post(address, {"aprobar-on": TODAY}).status_code == 302
    plan.refresh_from_db()
    assert plan.approved_by == coordinator


def test_who_wrote_the_plan_is_told_that_somebody_else_approves_it(coordinator, enter):
    case = factories.case_in(Stage.BUSINESS)
    client = enter(coordinator)
    _post(client, case, "plan", document_file=_pdf())
    plan = BusinessPlan.objects.get(case=case)
    answer = client.post(reverse("plan_approve", args=[case.organization_id, plan.pk]), {"aprobar-on": TODAY})
    assert "otra persona" in answer.content.decode()


def test_a_legal_act_is_recorded_once(officer, enter):
    case = factories.case_in(Stage.FORMALIZATION)
    client = enter(officer)
    said = {"kind": "deed", "reference": "Rep. 1203"}
    assert _post(client, case, "legal", document_file=_pdf(), **said).status_code == 302
    answer = _post(client, case, "legal", document_file=_pdf(), **said)
    assert "kind" in answer.context["form"].errors
    assert case.legalevents.count() == 1


def test_a_point_of_a_regularization_is_met_with_its_document(officer, enter):
    case = factories.case_in(Stage.REGULARIZATION)
    client = enter(officer)
    listing = reverse("fact_items", args=[case.organization_id])
    said = {"on": TODAY, "name": "Consejo de administración vigente", "risk": "high", "is_bodies": "on"}
    assert client.post(listing, said).status_code == 302
    item = case.regularization_files.get().items.get()
    address = reverse("item_status", args=[case.organization_id, item.pk])
    without = client.post(address, {"on": TODAY, "status": "meets"})
    assert "Adjunte el documento" in without.content.decode()
    assert client.post(address, {"on": TODAY, "status": "meets", "document_file": _pdf()}).status_code == 302
    item.refresh_from_db()
    assert item.status == "meets"


def test_indicators_ask_for_at_least_one_figure(officer, enter):
    case = factories.case_in(Stage.OPERATION)
    client = enter(officer)
    assert _post(client, case, "measurement", moment="exit").context["form"].errors
    assert _post(client, case, "measurement", moment="exit", monthly_income="900000").status_code == 302


def test_a_document_of_one_group_is_not_served_through_another(officer, enter):
    case, other = factories.case_in(Stage.TRAINING), factories.case_in(Stage.TRAINING)
    document = case.signedcommitments.get().evidence_id
    client = enter(officer)
    assert client.get(reverse("group_document", args=[other.organization_id, document])).status_code == 404


def test_a_legal_document_is_hidden_from_whoever_may_not_read_legal_data(place, officer, enter):
    case = factories.case_in(Stage.BUSINESS)
    _post(enter(officer), case, "plan", document_file=_pdf())
    document = BusinessPlan.objects.get(case=case).evidence_id
    university = factories.user_with(Role.UNIVERSITY_COORDINATOR, at=factories.agreement())
    client = enter(university)
    assert client.get(reverse("group_document", args=[case.organization_id, document])).status_code == 404
    listed = client.get(reverse("group_documents", args=[case.organization_id])).context["page"]
    assert document not in [row.evidence.pk for row in listed]


@pytest.mark.parametrize("name", ["evaluator_release", "plan_approve"])
def test_a_child_is_reached_through_its_own_group_alone(name, place, coordinator, officer, enter):
    case, other = factories.case_in(Stage.BUSINESS), factories.case_in(Stage.TRAINING)
    plan = BusinessPlan.objects.create(
        case=case, happened_on=date(2021, 6, 1), evidence=evidence(officer, place), recorded_by=officer, author=officer
    )
    child = {
        "evaluator_release": case.applications.get().assignments.first(),
        "plan_approve": plan,
    }
    answer = enter(coordinator).post(reverse(name, args=[other.organization_id, child[name].pk]), {"on": TODAY})
    assert answer.status_code == 404


def test_a_closed_case_takes_no_more_facts(officer, enter):
    case = factories.case_in(Stage.CLOSED)
    before = Evidence.objects.count()
    answer = _post(enter(officer), case, "supports", none_needed="on")
    assert answer.status_code == 200
    assert "El caso está cerrado" in answer.content.decode()
    assert Evidence.objects.count() == before
