"""The founding meeting and a later junta recorded on screen, step by step; who reads names, and how many queries."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.assemblies.life import AssemblyState
from cases.models import Assembly, Dissent, Seat
from incubator import calendars
from incubator.enums import Role
from tests.assemblies import scene
from tests.factories.people import user_with

pytestmark = pytest.mark.django_db


def _rows(prefix, rows):
    said = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
    return said | {f"{prefix}-{place}-{name}": value for place, row in enumerate(rows) for name, value in row.items()}


def _page(client, name, *args, query=""):
    answer = client.get(reverse(name, args=args) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def _send(client, name, *args, query="", **data):
    answer = client.post(reverse(name, args=args) + query, data, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_founding_meeting_is_recorded_on_screen_in_six_steps(enter):
    case = scene.group()
    client, pk = enter(scene.by(case)), case.organization_id
    with calendars.travel("2021-06-14"):
        assert "todavía no se prepara" in _page(client, "founding_meeting", pk)
        page = _page(client, "assembly_new", pk, query="?clase=founding")
        assert "Constituir la cooperativa y aprobar sus estatutos" in page
        said = {"meets_on": "2021-06-12", "starts_at": "18:30", "place": "Sede vecinal"}
        rows = _rows("tabla", [{"matter": row["matter"], "topic": row["topic"]} for row in scene.agenda_of("founding")])
        page = _send(client, "assembly_new", pk, query="?clase=founding", **said, **rows)
        assembly = Assembly.objects.get()
        members = scene.people(case)
        assert "a más tardar el" in page
        assert "27-05-2021" in page  # sixteen days before
        sent = {"people": [one.pk for one in members], "channel": "registered_email", "sent_on": "2021-05-24"}
        page = _send(client, "assembly_notices", pk, assembly.pk, **sent)
        assert "Las citaciones: No cumple" in page
        said = {"aviso-medium": "newspaper", "aviso-medium_name": "El Día", "aviso-published_on": "2021-06-01"}
        assert "Las citaciones: Cumple" in _send(client, "assembly_medium", pk, assembly.pk, **said)
        page = _page(client, "assembly_attendance", pk, assembly.pk)
        assert "Con poder" not in page
        marks = {f"mark_{one.pk}": "present" for one in members}
        mesa = {"president": members[0].pk, "secretary": members[1].pk, "ends_at": "20:15"}
        assert "Personas presentes" in _send(client, "assembly_attendance", pk, assembly.pk, **mesa, **marks)
        votes = {}
        for item in assembly.items.all():
            said = {"text": "Se aprueba.", "yes": 4, "no": 1, "abstained": 1}
            votes |= {f"punto-{item.pk}-{name}": value for name, value in said.items()}
        page = _send(client, "assembly_votes", pk, assembly.pk, **votes)
        assert "4 votos a favor; se piden 4 (2 de cada 3 de 6)" in page
        assert "Quien se abstiene cuenta" in page
        rows = _rows("cargos", [
            {"person": members[0].pk, "body": "sole_manager", "office": "head", "elected": "on", "by_users": "on"},
            {"person": members[1].pk, "body": "inspector", "office": "head", "elected": "on", "by_users": "on"},
            {"office": "member", "by_users": "on"},
        ])  # fmt: skip
        page = _send(client, "assembly_elections", pk, assembly.pk, reduces=[members[0].pk], **rows)
        assert "el suplente del inspector" in page
        page = _page(client, "founding_meeting", pk)
        assert "puede cerrar el acta" in page
        page = _send(client, "assembly_close", pk, assembly.pk)
        assert "El acta quedó cerrada" in page
        assert f"{reverse('legal_act_new', args=[pk])}?acto=notice&amp;fecha=2021-05-24" in page
        assert Seat.objects.filter(elected_in=assembly).count() == 2
        page = _page(client, "legal_act_new", pk, query="?acto=notice&fecha=2021-05-24")
        assert 'value="2021-05-24"' in page


def test_a_row_more_of_the_agenda_without_script_judges_nothing(enter):
    case = scene.group()
    client = enter(scene.by(case))
    rows = _rows("tabla", [{"matter": "Una materia"}])
    page = _send(client, "assembly_new", case.organization_id, query="?clase=special", add_row="tabla", **rows)
    assert 'name="tabla-1-matter"' in page
    assert "Una materia" in page
    assert not Assembly.objects.exists()


def test_an_ordinary_junta_says_what_it_must_treat_and_its_documents_and_dissents(enter):
    case = scene.group()
    client, pk = enter(scene.by(case)), case.organization_id
    assembly = scene.called(scene.planned(case, "ordinary", convener="el consejo", commune=case.incubator.commune))
    assembly = scene.held(assembly)
    assembly = scene.voted(assembly, yes=5, no=1)
    assembly = scene.elected(assembly, (("inspector", "head"),), reduces=())
    with calendars.travel("2021-06-20"):
        page = _page(client, "assembly_detail", pk, assembly.pk)
        assert "La junta del año: Cumple" in page
        _send(client, "assembly_close", pk, assembly.pk)
        item, members = assembly.items.first(), scene.people(case)
        said = {"item": item.pk, "person": members[5].pk, "voted_against": "yes", "dissented_on": "2021-06-13"}
        page = _send(client, "assembly_dissent", pk, assembly.pk, **{f"disiente-{key}": v for key, v in said.items()})
        assert "La letra a no da derecho a retirarse" in page
        assert Dissent.objects.count() == 1
        page = _page(client, "assembly_detail", pk, assembly.pk)
        assert f"Falta la cédula de {members[0].name}." in page
        address = reverse("assembly_word", args=[pk, assembly.pk, "minutes.meeting"])
        assert client.get(address).status_code == 302  # back to the page that names what is missing
        members[0].run = "11111111-1"
        members[0].save(update_fields=["run"])
        answer = client.get(address)
        assert (answer.status_code, answer.content[:2]) == (200, b"PK")
        assert client.get(reverse("assembly_pdf", args=[pk, assembly.pk, "minutes.board"])).status_code == 404
        scan = SimpleUploadedFile(
            "acta.pdf", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF", "application/pdf"
        )
        page = _send(client, "assembly_minutes", pk, assembly.pk, **{"acta-document_file": scan})
        assert "El acta firmada quedó guardada" in page
        kept = client.get(reverse("assembly_evidence", args=[pk, assembly.pk]))
        assert b"".join(kept.streaming_content).startswith(b"%PDF")
        kept.close()


def test_the_board_meets_with_reservations_and_who_does_not_sign(enter):
    case = scene.group()
    client, pk = enter(scene.by(case)), case.organization_id
    agenda = [{"matter": "Comprar un horno"}]
    assembly = scene.planned(case, "board", agenda=agenda)
    members = scene.people(case)[:3]
    with calendars.travel(scene.DAY):
        marks = {f"mark_{one.pk}": "present" for one in members}
        told = {"president": members[0].pk, "secretary": members[1].pk, "ends_at": "20:00"}
        told |= {f"reservation_{members[2].pk}": "Prefiero arrendar.", f"not_signing_{members[1].pk}": "está de viaje"}
        _send(client, "assembly_attendance", pk, assembly.pk, **told, **marks)
        scene.voted(scene.fresh(assembly), yes=2, no=1)
        page = _page(client, "assembly_detail", pk, assembly.pk)
        assert "Deja una reserva: Prefiero arrendar." in page
        assert "2 votos a favor; se piden 2 (más de la mitad de 3)" in page
        _send(client, "assembly_close", pk, assembly.pk)
        assert scene.fresh(assembly).closed_on == scene.DAY


def test_not_held_is_told_with_its_reason_and_stays_in_the_list(enter):
    case = scene.group()
    client, pk = enter(scene.by(case)), case.organization_id
    assembly = scene.planned(case, "ordinary")
    with calendars.travel(scene.DAY):
        assert "Complete este dato" in _send(client, "assembly_fail", pk, assembly.pk, **{"no-reason": ""})
        page = _send(client, "assembly_fail", pk, assembly.pk, **{"no-reason": "Llovió."})
        assert "No se hizo: Llovió." in page
        assert scene.fresh(assembly).state == AssemblyState.FAILED
        assert "No se hizo" in _page(client, "book_meetings", pk)


def test_who_reads_without_names_sees_counts_and_writes_nothing(enter):
    assembly = scene.whole_of_six()
    case = assembly.case
    client, pk = enter(user_with(Role.CERTIFYING_OFFICER, at=case.incubator)), case.organization_id
    page = _page(client, "founding_meeting", pk)
    assert not any(person.name in page for person in scene.people(case))
    assert "Personas presentes" in page
    assert "Anotar el acto" not in page
    assert client.get(reverse("assembly_votes", args=[pk, assembly.pk])).status_code == 403


def test_the_queries_of_the_list_and_of_a_meeting_do_not_grow(enter):
    small = scene.whole_of_six()
    case = small.case
    client, pk = enter(scene.by(case)), case.organization_id
    with calendars.travel("2021-07-01"):
        first = [_count(client, "book_meetings", pk), _count(client, "assembly_detail", pk, small.pk)]
    other = scene.group(9)
    seats = (("sole_manager", "head"), ("inspector", "head"))
    large = scene.closed(scene.elected(scene.voted(scene.held(scene.called(scene.planned(other)))), seats))
    for month in (9, 10, 11):
        scene.planned(other, "ordinary", on=scene.DAY.replace(month=month))
    with calendars.travel("2021-07-01"):
        pk = other.organization_id
        again = [_count(client, "book_meetings", pk), _count(client, "assembly_detail", pk, large.pk)]
    assert again == first


def _count(client, name, *args):
    _page(client, name, *args)
    with CaptureQueriesContext(connection) as found:
        _page(client, name, *args)
    return len(found)
