"""What is said to whoever arrives after the closing."""

from datetime import datetime

from cases.funding.agency.late import Late, sentences

AT = datetime(2021, 8, 12, 14, 0, 1)


def _said(**known):
    return sentences(Late(closing="el 12-08-2021 a las 14:00", arrived=AT, **known))


def test_first_why_to_the_second_and_then_each_thing_that_remains():
    first, *rest = _said()
    assert first.startswith("Cerró el 12-08-2021 a las 14:00 y esta solicitud llegó el 12-08-2021 a las 14:00:01")
    assert [sentence.split()[0] for sentence in rest] == ["Si", "Si", "Si", "Lo"]
    assert "amplió el plazo" in rest[0]
    assert "adjunte el comprobante" in rest[1]
    assert "solo un acto suyo mueve el cierre" in rest[2]


def test_a_longer_term_another_way_in_and_the_next_call_are_named():
    said = _said(newer="la versión 2", open_still=["en una oficina, hasta el 13-08-2021"], next_call="Fondo 2022")
    assert "Todavía se recibe en una oficina, hasta el 13-08-2021." in said
    assert any("Hay un plazo más largo que aún no rige: la versión 2" in sentence for sentence in said)
    assert said[-1] == "El próximo llamado ya está ingresado: Fondo 2022."


def test_with_a_receipt_the_receipt_is_not_asked_again_and_a_failure_is_not_asked_twice():
    said = " ".join(_said(had_receipt=True, failure_told=True))
    assert "el comprobante dice" in said
    assert "adjunte el comprobante" not in said
    assert "La falla del fondo ya está anotada" in said
