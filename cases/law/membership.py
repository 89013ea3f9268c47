"""Members who leave, and a cooperative with too few (R02, R28, R29)."""

from collections.abc import Iterator
from datetime import date, timedelta

from cases.law.answers import Answer, Outcome, Reading, counted, dmy
from cases.law.versions import add_months
from incubator.text import thousands

RESIGNATION, EXCLUSION, DEATH = "resignation", "exclusion", "death"
AGAINST, ABSENT = "against", "absent"
#: Types that ask for more than this by a rule of their own: of them the law does not say the six months.
GENERAL = 5


def below_minimum(*, kind: str, members: int, fell_on: date, on: date, only_pending: bool = False) -> Answer:
    """R02 · Six months to recover the minimum, then dissolved by law (DFL 5, art. 13; Código Civil, arts. 48-49).

    `only_pending`: it is below because of a resignation not yet accepted; the count runs from that day.
    """
    read = Reading(fell_on)
    rule = read.of_type(kind, "minimum")
    minimum = rule.value or 0
    months = read.value("clocks", "minimum.recovery")
    days = read.value("clocks", "minimum.dissolution")
    if minimum > GENERAL and not rule.key.startswith("general."):
        read.rule("clocks", "minimum.special")
    if only_pending:
        read.note("La ley no dice desde cuándo cuenta una renuncia pendiente: se cuenta desde su fecha.")
    recover = add_months(fell_on, months)
    publish = recover + timedelta(days=days)
    dates = {"recover_by": recover, "publish_by": publish, "annotate_by": publish}
    said = f"{counted(members, 'integrante', 'integrantes')} de {minimum}; {dmy(fell_on)} más {months} meses: "
    said += f"hasta el {dmy(recover)}. Después, {days} días: hasta el {dmy(publish)}."
    if members >= minimum:
        return read.answer("R02", Outcome.MET, said, **dates)
    if on <= recover:
        remedy = f"Sume {counted(minimum - members, 'integrante', 'integrantes')} antes de esa fecha."
        return read.answer("R02", Outcome.PENDING, said, remedy=remedy, **dates)
    remedy = "La ley la disolvió: publique la disolución, anótela en el Conservador y liquide. Pida ayuda legal."
    return read.answer("R02", Outcome.DISSOLVED, said, remedy=remedy, **dates)


def exit_refund(
    *, cause: str, left_on: date, shares: int, contributions: int, ahead: int = 0, breach: bool = False
) -> Answer:
    """R28 · Returning the shares of who leaves (DFL 5, art. 19). Pesos: updated `shares`, new `contributions` since
    the last balance, and what the requests accepted before take (`ahead`). `breach`: excluded for breaking duties.
    """
    read = Reading(left_on)
    read.rule("money", "exit.refund")
    payable = min(shares, max(contributions - ahead, 0))
    due = None
    if cause == EXCLUSION and not breach:
        months = read.value("clocks", "exclusion.refund")
        read.rule("money", "exclusion.start")
        due = add_months(left_on, months)
    said = f"$ {thousands(contributions)} de aportes nuevos − $ {thousands(ahead)} de pedidos anteriores; "
    said += f"se devuelven $ {thousands(payable)} de $ {thousands(shares)}."
    if due:
        said += f" Plazo: {dmy(due)}."
        return read.answer("R28", Outcome.PENDING, said, payable=payable, due_on=due)
    outcome = Outcome.MET if payable == shares else Outcome.PENDING
    remedy = "" if payable == shares else "Lo que falta se devuelve con los aportes que entren."
    return read.answer("R28", outcome, said, remedy=remedy, payable=payable, due_on=None)


def dissident(
    *,
    letter: str,
    agreed_on: date,
    vote: str,
    on: date,
    left_on: date | None,
    dissent_on: date | None = None,
    substantial: bool = False,
    statutes_days: int | None = None,
) -> Answer:
    """R29 · Leaving because of an agreement (DFL 5, art. 19). `vote`: «against» or «absent»; abstaining is neither."""
    read = Reading(agreed_on)
    letters = read.rule("meetings", "dissent.letters").items
    days = read.value("meetings", "dissent.days")
    until = agreed_on + timedelta(days=days)
    again = until + timedelta(days=read.value("meetings", "dissent.new_meeting"))
    dates = {"until": until, "new_meeting_by": again}
    said = f"Acuerdo del {dmy(agreed_on)} más {days} días: hasta el {dmy(until)}."
    wrong = [] if letter in letters or substantial else [f"La letra {letter} no da derecho a retirarse."]
    wrong += _out_of_term(agreed_on, until, vote, dissent_on, left_on)
    if left_on is None and on > until:
        wrong.append("El plazo pasó.")
    if wrong:
        return read.answer("R29", Outcome.NOT_MET, said, remedy=" ".join(wrong), pay_by=None, **dates)
    if left_on is None:
        remedy = "Avise por carta certificada, notario o recibo de la gerencia antes de esa fecha."
        return read.answer("R29", Outcome.PENDING, said, remedy=remedy, pay_by=None, **dates)
    length = min(filter(None, (read.value("clocks", "dissent.payment"), statutes_days)))
    pay_by = left_on + timedelta(days=length)
    said += f" Pago: {dmy(left_on)} más {length} días, hasta el {dmy(pay_by)}."
    return read.answer("R29", Outcome.MET, said, pay_by=pay_by, **dates)


def _out_of_term(
    agreed_on: date, until: date, vote: str, dissent_on: date | None, left_on: date | None
) -> Iterator[str]:
    """Why a dissent does not count, whatever the matter."""
    if vote not in (AGAINST, ABSENT):
        yield "Solo disiente quien votó en contra, o faltó y disiente por escrito."
    if vote == ABSENT and (dissent_on is None or not agreed_on <= dissent_on <= until):
        yield "Falta el escrito de quien faltó, dentro del plazo."
    if left_on is not None and not agreed_on <= left_on <= until:
        yield "El retiro está fuera de plazo."
