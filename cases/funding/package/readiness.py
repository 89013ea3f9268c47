"""What an application lacks to be ready: every reason in a sentence, with the page where it is mended.

lacks(application, by=user, on=day)      the reasons why not yet; empty when it may be approved and frozen
asked(whole)                             the same with what is already met, for the page that lists both
"""

from collections.abc import Iterator

from cases.funding.budget import reading as budget_reading
from cases.funding.eligibility.outcomes import Answer, Outcome
from cases.funding.form import reading as forms_reading
from cases.funding.package import judged
from cases.funding.package.whole import Whole
from cases.funding.vault import words as vault_words
from incubator.access import Permission
from incubator.requirements import Finding, Kind

#: What is asked of each condition before the package: it meets, or will meet by its day.
ENOUGH = (Outcome.MEETS, Outcome.WILL_MEET)


def lacks(application, *, by, on) -> list[Finding]:
    """The reasons why not yet, in the order in which they are mended."""
    return [finding for finding in asked(Whole(application, by=by, on=on)) if not finding.met]


def asked(whole: Whole, *, veiled: bool = False) -> list[Finding]:
    """Everything that is asked, met or not. `veiled`: whether a reserved document is there is told to nobody."""
    found: list[Finding] = []
    for met, check in _CHECKS:
        if check is _reserved and not any(one.is_reserved for one in whole.papers):
            continue
        reasons = [] if check is _reserved and veiled else list(check(whole))
        found += reasons or [Finding(check.__name__.strip("_"), Kind.FACT, True, met)]
    return found


def _lack(rule, sentence, fix, kind=Kind.FACT) -> Finding:
    return Finding(rule, kind, False, sentence, fix)


def _bases(whole: Whole) -> Iterator[Finding]:
    if whole.newer is not None:
        said = f"Las bases cambiaron: adopte la versión {whole.newer.number} y revise lo que cambia."
        yield _lack("bases", said, "bases")


def _form(whole: Whole) -> Iterator[Finding]:
    yield from forms_reading.lacks(whole.application, whole.bases, whole.answers)


def _budget(whole: Whole) -> Iterator[Finding]:
    for sentence in budget_reading.lacks(whole.application, bases=whole.bases, on=whole.closes_on):
        yield _lack("budget", sentence, "budget")


def _papers(whole: Whole) -> Iterator[Finding]:
    for one in whole.papers:
        if not one.is_fine and not one.is_reserved:
            yield _lack("papers", vault_words.lack(one), "documents")


def _reserved(whole: Whole) -> Iterator[Finding]:
    """Those that say something sensitive of a person: which one lacks, and why, is told where they are opened."""
    if any(one.is_reserved and not one.is_fine for one in whole.papers):
        said = "Falta un documento reservado, o ya no vale el día que cuenta: lo ve la oficina de discapacidad."
        yield _lack("reserved_papers", said, "documents")


def _conditions(whole: Whole) -> Iterator[Finding]:
    """Each condition of the bases; the documents are asked one by one apart."""
    apart = {asked_for.key for asked_for in whole.bases.documents}
    for answer in whole.answer.children:
        if answer.key in apart or answer.outcome in ENOUGH:
            continue
        for one in judged.leaves(answer):
            if one.outcome == answer.outcome:
                yield _condition(one)


def _condition(answer: Answer) -> Finding:
    if answer.is_reserved:
        said = f"«{answer.title}»: falta la respuesta de la oficina de discapacidad, o ya no vale."
        if answer.outcome == Outcome.FAILS:
            said = f"«{answer.title}»: la oficina de discapacidad respondió que no se cumple."
        return _lack("reserved", said, "conditions")
    if answer.outcome == Outcome.TO_VERIFY:
        return _lack("to_verify", f"«{answer.title}»: {answer.evidence} {answer.remedy}".strip(), "verify")
    return _lack("condition", f"«{answer.title}»: {answer.evidence} {answer.remedy}".strip(), "conditions")


def _review(whole: Whole) -> Iterator[Finding]:
    for one in whole.reviews:
        if not one.is_fine:
            yield _lack("review", f"«{one.section.title}»: {_lower(one.label)}.", "review")


def _confirmation(whole: Whole) -> Iterator[Finding]:
    if whole.confirmation is None:
        yield _lack("confirmation", "Falta que el grupo confirme este texto, tal como está ahora.", "confirm")


def _approver(whole: Whole) -> Iterator[Finding]:
    if whole.by.pk in whole.authors:
        said = "La aprueba otra persona: usted escribió parte del texto o del presupuesto."
        yield _lack("approver", said, "", Kind.DUTY)


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


#: What the page says when nothing is wrong, and the check, in the order in which they are mended.
_CHECKS = (
    ("Las bases vigentes están adoptadas.", _bases),
    ("El formulario está completo.", _form),
    ("El presupuesto cuadra y está presentado.", _budget),
    ("Los documentos están y valen el día que cuenta.", _papers),
    ("Los documentos reservados los comprueba la oficina de discapacidad.", _reserved),
    ("Nada falla ni falta de lo que piden las bases.", _conditions),
    ("Cada sección está revisada tal como quedó.", _review),
    ("El grupo confirmó este texto.", _confirmation),
    ("La aprueba alguien que no la escribió.", _approver),
)
#: Who approves and freezes.
RIGHT = Permission.APPROVE_FUNDS
