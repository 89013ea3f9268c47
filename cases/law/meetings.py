"""General meetings: notices, majorities and the sale of assets (R12-R14)."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from cases.law.answers import Answer, Outcome, Reading, counted, dmy
from cases.law.shapes import Majority
from cases.law.versions import add_months, packs
from incubator.text import thousands

#: How an individual notice may travel (DFL 5, art. 23).
CHANNELS = frozenset({"post", "registered_email"})
#: A medium of which nobody doubts; another one asks for it beside.
NEWSPAPER = "newspaper"


def notice_window(*, meeting_on: date) -> dict[str, date]:
    """The days to propose for a meeting: one of margin, for the law does not say how to count (R12)."""
    read = Reading(meeting_on)
    first, last = read.value("meetings", "notice.media.first"), read.value("meetings", "notice.media.last")
    alone = read.value("meetings", "notice.individual")
    return {
        "media_from": meeting_on - timedelta(days=first),
        "media_until": meeting_on - timedelta(days=last + 1),
        "individual_until": meeting_on - timedelta(days=alone + 1),
    }


def notices(
    *,
    meeting_on: date,
    media_on: date | None,
    individual_on: date | None,
    channel: str,
    agenda: bool,
    medium: str = NEWSPAPER,
) -> Answer:
    """R12 · Both notices within their terms (DFL 5, art. 23). Counted as a difference of dates."""
    read = Reading(meeting_on)
    first, last = read.value("meetings", "notice.media.first"), read.value("meetings", "notice.media.last")
    alone = read.value("meetings", "notice.individual")
    wrong = []
    days_media = (meeting_on - media_on).days if media_on else None
    days_alone = (meeting_on - individual_on).days if individual_on else None
    if days_media is None or not last <= days_media <= first:
        wrong.append(f"El aviso en un medio debe salir entre {first} y {last} días antes.")
    if days_alone is None or days_alone < alone:
        wrong.append(f"La citación a cada integrante debe salir {alone} días antes o más.")
    if channel not in CHANNELS:
        wrong.append("La citación a cada integrante va por correo postal o al correo electrónico registrado.")
    if not agenda:
        wrong.append("La citación a cada integrante lleva la tabla.")
    if medium != NEWSPAPER:
        read.note("La ley no dice qué medio sirve: sume un aviso en un diario.")
    if days_media == last or days_alone == alone:
        read.rule("meetings", "notice.counted")
    shown = "falta" if days_media is None else f"{days_media} días antes"
    other = "falta" if days_alone is None else f"{days_alone} días antes"
    said = f"Junta del {dmy(meeting_on)}. Aviso en un medio: {shown}. Citación a cada integrante: {other}."
    remedy = " ".join(wrong) + (" Cite otra vez, con otra fecha." if wrong else "")
    return read.answer("R12", Outcome.NOT_MET if wrong else Outcome.MET, said, remedy=remedy)


def majority(
    *,
    letter: str,
    n: int,
    yes: int,
    specially_called: bool,
    on: date,
    touches: Collection[str] = (),
    founding: bool = False,
    to_small_bodies: bool = False,
    statutes: int | None = None,
) -> Answer:
    """R13 · The votes a matter asks of those present or represented, `n` (DFL 5, arts. 23 and 41).

    `touches`: the letters that a reform of statutes also changes; `statutes`: votes they ask, when more.
    """
    read = Reading(on)
    rule = _hardest(read, {letter, *touches})
    for open_point, asked in (("meetings", founding), ("majorities", to_small_bodies)):
        if asked:
            read.rule(open_point, _STRICTER[open_point])
            rule = rule if rule.parts else read.majority("i_to_enye")
    required, how = _required(read, rule, n, statutes)
    called = specially_called or not rule.specially_called or founding
    said = (
        f"{thousands(yes)} votos a favor; se piden {thousands(required)} ({how}). Quien se abstiene cuenta en el total."
    )
    passed = yes >= required
    remedy = "" if called else "La junta debía citarse para esa materia: cite otra."
    if not passed:
        remedy = f"{remedy} A favor falta: {counted(required - yes, 'voto', 'votos')}.".strip()
    outcome = Outcome.MET if passed and called else Outcome.NOT_MET
    return read.answer("R13", outcome, said, remedy=remedy, required=required, passed=passed, called=called)


#: Where the law is silent and two thirds are asked: topic → the rule that says so.
_STRICTER = {"meetings": "founding.quorum", "majorities": "small_bodies"}


def _required(read: Reading, rule: Majority, n: int, statutes: int | None) -> tuple[int, str]:
    """The votes in favour, and how they are reached."""
    if rule.parts:
        over, under = rule.parts
        required, how = (over * n + under - 1) // under, f"{over} de cada {under} de {thousands(n)}"
    else:
        read.rule("majorities", "simple.reading")
        required, how = n // 2 + 1, f"más de la mitad de {thousands(n)}"
    if statutes is None or statutes <= required:
        return required, how
    read.rule("types", "more_than_law.allowed")
    return statutes, "lo que piden los estatutos"


def _hardest(read: Reading, letters: Collection[str]) -> Majority:
    """The rule of those letters that asks for more, the simple one when none does."""
    named = [rule for rule in _majorities(read.day) if set(rule.letters) & set(letters)]
    if not named:
        raise ValueError(f"no letter of art. 23: {sorted(letters)}")
    chosen = max(named, key=lambda rule: (bool(rule.parts), rule.key))
    return read.majority(chosen.key)


def _majorities(day: date) -> list[Majority]:
    """The majorities of a day; those of the first pack that has them, for an earlier one."""
    rows = next(
        pack.by_topic["majorities"].values()
        for pack in packs()
        if pack.by_topic["majorities"] and (pack.head.valid_to is None or day < pack.head.valid_to)
    )
    return [rule for rule in rows if isinstance(rule, Majority)]


def asset_sales(*, sales: Sequence[tuple[date, int]], assets: int, on: date) -> Answer:
    """R14 · Sales that, within twelve consecutive months, reach the half of the assets (DFL 5, art. 23 h).

    `sales`: (day, pesos); `assets`: pesos in the last balance, which the law does not name.
    """
    read = Reading(on)
    share = read.value("meetings", "assets.share")
    read.note("La ley no dice qué balance se mira: se usa el último.")
    worst, begins = 0, None
    rows = sorted(sales)
    for start, _ in rows:
        end = add_months(start, 12)
        total = sum(amount for day, amount in rows if start <= day <= end)
        if any(day == end and day != start for day, _ in rows):
            read.note("La ley no dice si cuentan dos ventas con 12 meses justos entre ellas: se suman.")
        if total > worst:
            worst, begins = total, start
    reached = worst * 100 >= share * assets
    said = f"En 12 meses desde el {dmy(begins)}: " if begins else "Sin ventas: "
    said += f"$ {thousands(worst)} de $ {thousands(assets)}; la letra h empieza en el {share} %."
    remedy = "Pida dos tercios en una junta citada para eso." if reached else ""
    return read.answer("R14", Outcome.WARNING if reached else Outcome.NOT_ASKED, said, remedy=remedy, total=worst)
