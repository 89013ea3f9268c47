"""The letters: numbered, kept, readable by everybody, and what they say."""

import subprocess
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases.enums import AppealChannel, AppealOutcome, LetterKind, Verb
from cases.models import Letter
from cases.services.selection import letters
from incubator import calendars, files
from incubator.enums import Role
from incubator.requirements import Refused
from tests import factories
from tests.selection.stories import DECIDED, decide, ranked
from tests.selection.test_appeals import NOTICE, decided, declined, filed
from tests.support.papers import is_for_everybody


def _words(content, tmp_path):
    path = tmp_path / "carta.pdf"
    path.write_bytes(content)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(text.split())


def test_not_admitted_says_why_where_to_go_and_until_when_to_appeal(place, boss, officer, tmp_path):
    _, _, case = declined(place, boss, officer, 4, 3)
    content = files.read(Letter.objects.get().evidence.sha256)
    is_for_everybody(content, "print/letter.html")
    said = _words(content, tmp_path)
    for words in (
        "Su grupo no fue admitido", "Municipalidad de Quillota", f"Caso {case.code}", "Carta N.º 1/2021",
        "El puntaje no alcanzó.", "Oficina de fomento productivo", "lugar 2 en el orden, con 75,00 puntos",
        "5 días hábiles", "el último día es el 24-06-2021", boss.full_name, "Coordinación de la incubadora",
    ):  # fmt: skip
        assert words in said, words


def test_admitted_and_waiting_say_the_place_and_until_when(place, boss, tmp_path):
    _, (first, second) = ranked(place, 4, 3, seats=1)
    decide(first, Verb.ADMIT)
    decide(second, Verb.WAITLIST)
    admitted = letters.draft(case=first, kind=LetterKind.ADMITTED, by=boss, on=DECIDED)
    is_for_everybody(admitted, "print/letter.html")
    assert "Su grupo fue admitido" in _words(admitted, tmp_path)
    said = _words(letters.draft(case=second, kind=LetterKind.WAITING, by=boss, on=DECIDED), tmp_path)
    assert "Su lugar en la lista de espera es el 1. La lista vale hasta el 31-12-2022." in said
    assert "Borrador. Esta carta no se ha emitido." in said


def test_letters_are_numbered_kept_and_notified_once(place, boss, officer):
    _, _, case = declined(place, boss, officer, 3)
    letter = Letter.objects.get()
    assert (letter.number, letter.year, letter.notified_on) == (1, 2021, NOTICE)
    assert files.read(letter.evidence.sha256).startswith(b"%PDF")
    with calendars.travel(NOTICE):
        with pytest.raises(Refused, match="Ya se notificó"):
            letters.notify(by=officer, letter=letter, on=NOTICE, channel=AppealChannel.MAIL)
        with pytest.raises(Refused, match="no corresponde ahora"):
            letters.issue(by=boss, case=case, kind=LetterKind.NOT_ADMITTED, on=NOTICE)
        with pytest.raises(PermissionDenied):
            letters.issue(by=officer, case=case, kind=LetterKind.NOT_ADMITTED, on=NOTICE)


def test_a_draft_says_so_and_keeps_nothing(place, boss):
    _, (case,) = ranked(place, 3, seats=0)
    decide(case, Verb.WAITLIST)
    assert letters.due_letters(case, DECIDED)[0][0] == LetterKind.WAITING
    assert letters.draft(case=case, kind=LetterKind.WAITING, by=boss, on=DECIDED).startswith(b"%PDF")
    assert not Letter.objects.exists()


def test_the_letters_of_an_appeal_follow_its_decision(place, boss, officer):
    _, _, case = declined(place, boss, officer, 3)
    other = factories.user_with(Role.COORDINATOR, at=place)
    decided(other, filed(officer, case), outcome=AppealOutcome.REJECTED)
    with calendars.travel(date(2021, 6, 25)):
        assert [kind for kind, _ in letters.due_letters(case, date(2021, 6, 25))] == [LetterKind.APPEAL_REJECTED]
        letter = letters.issue(by=other, case=case, kind=LetterKind.APPEAL_REJECTED, on=date(2021, 6, 25))
        assert letter.number == 2
        assert letters.due_letters(case, date(2021, 6, 25)) == []


def test_the_pages_of_letters_and_of_the_appeal_lead_to_each_other(place, boss, officer, enter):
    _, _, case = declined(place, boss, officer, 3)
    with calendars.travel(NOTICE):
        client = enter(officer)
        page = client.get(reverse("case_letters", args=[case.organization_id])).content.decode()
        assert "puede apelar hasta el 24-06-2021" in page
        address = reverse("case_appeal", args=[case.organization_id])
        assert "24-06-2021" in client.get(address).content.decode()
        said = {"on": "16-06-2021", "channel": "in_person", "text": "No contaron nuestra feria."}
        assert client.post(address, said).status_code == 302
        assert "Dentro de plazo" in enter(boss).get(address).content.decode()
        kept = reverse("letter_file", args=[case.organization_id, Letter.objects.get().pk])
        assert b"".join(enter(boss).get(kept).streaming_content).startswith(b"%PDF")
