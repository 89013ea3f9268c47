"""The plan and the letter of a regularization on paper: for everybody, with everything that the page says."""

import subprocess

import pytest
from django.urls import reverse

from cases.regularization.life import FilingState
from tests.regularization.scene import DAY, FILED, approved, begun, cooperative, filed, found, planned, today
from tests.support.papers import is_for_everybody

pytestmark = pytest.mark.django_db
DEBT, SEATS = ("tax.debt", None), ("bodies.seats", None)


def _words(content, folder):
    path = folder / "papel.pdf"
    path.write_bytes(content)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(text.split())


def test_the_plan_is_for_everybody(enter, officer, tmp_path):
    case = cooperative()
    begun(case)
    found(case, lacking=(DEBT, ("meetings.yearly", 2020)))
    client = enter(officer)
    page = reverse("regular_plan_pdf", args=[case.organization_id])
    with today(DAY):
        draft = client.get(page).content
    is_for_everybody(draft, "print/regularization_plan.html")
    assert "todavía no se aprueba" in _words(draft, tmp_path)
    planned(case, DEBT, ("meetings.yearly", 2020))
    approved(case)
    filed(case, *DEBT, "treasury", (FilingState.FILED, FILED), amount=1_850_000)
    with today(FILED):
        content = client.get(page).content
    is_for_everybody(content, "print/regularization_plan.html")
    words = _words(content, tmp_path)
    assert "Pedirlo y entregarlo" in words
    assert "1.850.000" in words
    assert "todavía no se aprueba" not in words


def test_the_letter_is_for_everybody(enter, officer, tmp_path):
    case = cooperative()
    begun(case)
    found(case, lacking=(SEATS,))
    with today(DAY):
        content = enter(officer).get(reverse("regular_letter", args=[case.organization_id])).content
    is_for_everybody(content, "print/regularization_letter.html")
    assert "Quién puede citar a la junta general" in _words(content, tmp_path)
