"""R30 · The most that a fine may be, in UTM (DFL 5, arts. 58 and 58 bis). It falls on who holds office."""

from collections.abc import Collection
from datetime import date

from cases.law.answers import Answer, Outcome, Reading
from incubator.text import thousands

FIRST, REPEATED, AGAIN = "first", "repeated", "again"
#: The types whose word the law leaves open.
_VAGUE = "abastecimiento"


def fine_cap(
    *,
    types: Collection[str],
    offence: str,
    breached_on: date,
    fined_on: date,
    important: bool,
    capital_uf: int,
    patrimony_uf: int,
) -> Answer:
    """R30 · The cap of a fine (DFL 5, arts. 58, 58 bis and 109). `important`: of economic importance."""
    read = Reading(fined_on)
    base = read.value("money", f"fine.{offence}")
    double = read.value("money", "fine.double")
    times = 3 if patrimony_uf > 2 * double else 2 if patrimony_uf > double else 1
    past = Reading(breached_on)
    then = _kept(past, types, important, capital_uf)
    for sentence in past.opened:
        read.note(sentence)
    now = _kept(read, types, important, capital_uf)
    cap, other = base * times * now // 100, base * times * then // 100
    if cap != other or (_VAGUE in types and now != 100):
        read.rule("money", "fine.overlap")
    said = f"{base} UTM × {times} × {now} % = {thousands(cap)} UTM, de quienes tienen los cargos, entre todos."
    if cap != other:
        said += f" Con la ley del día de la falta: {thousands(other)} UTM."
    remedy = "Contra la multa se reclama en el juzgado civil." if cap else ""
    caps = tuple(sorted({cap, other}))
    return read.answer("R30", Outcome.WARNING if max(caps) else Outcome.NOT_ASKED, said, remedy=remedy, caps=caps)


def _kept(read: Reading, types: Collection[str], important: bool, capital_uf: int) -> int:
    """The hundredths of the fine that are left for these types on a day."""
    rule = read.rule("money", "fine.small_types")
    named = bool(types) and set(types) <= set(rule.items)
    if not named or important or rule.value is None:
        return 100
    small = rule.until is not None or capital_uf <= read.value("money", "fine.small_capital")
    return rule.value if small else 100
