"""Going for another member to a meeting: who may, and how many (R10-R11)."""

from datetime import date

from cases.law.answers import Answer, Outcome, Reading, counted
from incubator.text import thousands

MEMBER = "member"
FAMILY = frozenset({"spouse", "child", "administrator_of_member", "worker_of_member"})
NEVER = frozenset({"board", "vigilance", "manager", "coop_worker"})
#: The law does not name them: refused until somebody with authority says otherwise.
OPEN = frozenset({"sole_manager", "inspector", "work_member", "civil_partner"})
SIMPLE, NOTARY, ADVANCED = "simple", "notary", "advanced_signature"


def holder(*, kind: str, form: str, on: date, statutes_forbid: bool = False, founding: bool = False) -> Answer:
    """R10 · Who may hold a proxy, and in which form (DFL 5, art. 22)."""
    read = Reading(on)
    if founding:
        read.rule("meetings", "founding.proxies")
        return read.answer("R10", Outcome.NOT_MET, "Junta constitutiva: sin poderes.", remedy=_COME)
    if statutes_forbid:
        read.rule("types", "more_than_law.allowed")
        return read.answer("R10", Outcome.NOT_MET, "Los estatutos no permiten poderes.", remedy=_COME)
    if kind in OPEN:
        read.rule("meetings", "proxy.open")
        return read.answer("R10", Outcome.NOT_MET, "La ley no nombra a esta persona.", remedy=_COME)
    if kind == MEMBER:
        read.rule("meetings", "proxy.member")
        return read.answer("R10", Outcome.MET, "Lo lleva otra persona integrante: basta una carta simple.")
    if kind in FAMILY:
        rule = read.rule("meetings", "proxy.family")
        if form in rule.items:
            return read.answer("R10", Outcome.MET, "La forma del poder es la que pide la ley.")
        remedy = "Haga el poder ante notario" + (
            " o con firma electrónica avanzada." if ADVANCED in rule.items else "."
        )
        return read.answer("R10", Outcome.NOT_MET, "La forma del poder no basta para esta persona.", remedy=remedy)
    read.rule("meetings", "proxy.never")
    return read.answer("R10", Outcome.NOT_MET, "Esta persona no lleva poderes.", remedy=_COME)


_COME = "Vaya en persona, o dé el poder a otra persona integrante si se puede."


def cap(*, n: int, held: int, on: date, kind: str = "", holder_is_member: bool = True) -> Answer:
    """R11 · How many proxies one person holds: 5 % of those present or represented, `n` (DFL 5, arts. 22 and 99).

    In the special types `n` is everybody with a vote, and the cap is 10 %.
    """
    read = Reading(on)
    special = kind in ("especial_agricola", "electrica")
    share = read.value("meetings", "proxy.special.share" if special else "proxy.share")
    if not holder_is_member:
        read.note("La ley no dice el tope de quien no es integrante: se usa el mismo.")
    allowed = share * n // 100
    said = (
        f"{share} % de {thousands(n)} = {counted(allowed, 'poder', 'poderes')}, hacia abajo; lleva {thousands(held)}."
    )
    if held <= allowed:
        return read.answer("R11", Outcome.MET, said, allowed=allowed)
    remedy = f"No se cuenta lo que sobra: {counted(held - allowed, 'poder', 'poderes')}."
    return read.answer("R11", Outcome.NOT_MET, said, remedy=remedy, allowed=allowed)
