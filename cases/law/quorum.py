"""What the law leaves to the statutes: how many must come to a meeting, how a board agrees (DFL 5, art. 6 g and h)."""

from datetime import date

from cases.law.answers import Answer, Outcome, Reading, counted
from incubator.text import thousands

#: What the house proposes when the statutes are not at hand: per cent of the members, and at least so many.
SECOND_PERCENT, SECOND_LEAST = 30, 3


def present(
    *, n: int, members: int, on: date, asked: int | None = None, second_call: bool = False, founding: bool = False
) -> Answer:
    """Whether enough came: `asked` is what the statutes say; without it, what the house proposes (DFL 5, art. 6 g)."""
    read = Reading(on)
    read.rule("meetings", "founding.quorum" if founding else "quorum")
    if asked is not None:
        needed, how = asked, "lo que piden los estatutos"
    elif founding:
        needed, how = members, "todas las personas fundadoras"
    elif second_call:
        needed = max(SECOND_LEAST, (SECOND_PERCENT * members + 99) // 100)
        how = f"{SECOND_PERCENT} % de {thousands(members)}, y {SECOND_LEAST} al menos"
    else:
        needed, how = members // 2 + 1, f"la mitad más una de {thousands(members)}"
    said = f"Asisten {counted(n, 'integrante', 'integrantes')}; se piden {thousands(needed)} ({how})."
    short = needed - n
    remedy = f"Falta: {counted(short, 'integrante', 'integrantes')}. Haga la segunda citación, o cite otra vez."
    return read.answer(
        "quorum", Outcome.NOT_MET if short > 0 else Outcome.MET, said, remedy=remedy if short > 0 else "", needed=needed
    )


def board_agrees(*, n: int, yes: int, on: date, statutes: int | None = None) -> Answer:
    """Votes of the board for an agreement: its statutes say them; else more than half of those present (art. 6 h)."""
    read = Reading(on)
    read.rule("clauses", "h")
    if statutes is None:
        read.note("La ley no dice cómo acuerda el consejo: lo dicen los estatutos. Se pide más de la mitad.")
    needed = n // 2 + 1 if statutes is None else statutes
    how = f"más de la mitad de {thousands(n)}" if statutes is None else "lo que piden los estatutos"
    said = f"{thousands(yes)} votos a favor; se piden {thousands(needed)} ({how})."
    passed = yes >= needed
    remedy = "" if passed else f"A favor falta: {counted(needed - yes, 'voto', 'votos')}."
    outcome = Outcome.MET if passed else Outcome.NOT_MET
    return read.answer("board", outcome, said, remedy=remedy, required=needed, passed=passed, called=True)
