"""R31 · Which half of a tax a cooperative does not pay (DFL 5, arts. 49, 70 and 100)."""

from datetime import date

from cases.law.answers import Answer, Outcome, Reading

FISCAL, VAT, INCOME, MUNICIPAL, ALCOHOL = "fiscal", "vat", "income", "municipal", "alcohol_tobacco"


def exemption(*, tax: str, kind: str, with_member: bool, on: date) -> Answer:
    """R31 · Hundredths of a tax that are exempt (DFL 5, arts. 49, 70 and 100; income tax: DL 824, art. 17)."""
    if tax not in (FISCAL, VAT, INCOME, MUNICIPAL, ALCOHOL):
        raise ValueError(f"«{tax}» is no tax of R31")
    read = Reading(on)
    school, special = read.rule("money", "tax.school"), read.rule("money", "tax.special")
    read = Reading(on)
    if tax == VAT:
        read.rule("money", "tax.half")
        return _said(read, 0, "El IVA se paga completo.")
    if kind in school.items:
        read.rule("money", "tax.school")
        return _said(read, 100, "La cooperativa escolar no paga este impuesto.")
    if kind in special.items:
        read.rule("money", "tax.special")
        return _said(read, 0, "Las especiales pagan como una sociedad anónima.")
    share = read.value("money", "tax.half")
    if tax == INCOME:
        read.note("La renta tiene sus propias reglas (DL 824, art. 17): pregunte a la contadora o al contador.")
        return read.answer("R31", Outcome.UNKNOWN, "La renta sigue sus propias reglas.", exempt=None)
    if tax == ALCOHOL:
        return _said(read, 0, "Las patentes de alcohol y tabaco se pagan completas.")
    outside = read.rule("money", "tax.third_parties")
    if kind in outside.items and not with_member:
        return _said(read, 0, "Con quien no es integrante, se paga completo.")
    return _said(read, share, f"Se paga el {100 - share} %.")


def _said(read: Reading, exempt: int, sentence: str) -> Answer:
    outcome = Outcome.MET if exempt else Outcome.NOT_ASKED
    return read.answer("R31", outcome, f"Exento el {exempt} %. {sentence}", exempt=exempt)
