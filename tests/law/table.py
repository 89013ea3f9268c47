"""How a row of a table of cases is checked: the outcome, the article it cites, and that it is said in words."""

from datetime import date

from cases.law.answers import Answer, Outcome


def day(text: str | None) -> date | None:
    """«2026-04-10» as a date."""
    return date.fromisoformat(text) if text else None


def check(answer: Answer, outcome: Outcome, article: str, *, verify: bool | None = None) -> Answer:
    """The answer, once it says what the row says."""
    assert answer.outcome == outcome, (answer.outcome, answer.arithmetic, answer.remedy)
    assert any(article in str(basis) for basis in answer.basis), answer.cited
    assert all(basis.url.startswith("https://") and basis.reviewed_on for basis in answer.basis)
    assert answer.arithmetic.endswith("."), answer.arithmetic
    assert answer.outcome.label
    if verify is not None:
        assert answer.verify is verify, answer.open_points
    if answer.outcome in (Outcome.NOT_MET, Outcome.VOID, Outcome.VOID_CURABLE, Outcome.NO_EFFECTS):
        assert answer.remedy, "whoever does not comply is told what to do"
    return answer
