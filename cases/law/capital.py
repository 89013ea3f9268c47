"""Capital, reserves and surplus (R03, R25, R26). Whole pesos, rounded down."""

from collections.abc import Collection
from datetime import date

from cases.law.answers import Answer, Outcome, Reading
from incubator.text import thousands

SPECIAL = frozenset({"especial_agricola", "electrica"})


def cap(
    *, kind: str, subscribed: int, total_subscribed: int, paid: int, total_paid: int, members: int, on: date
) -> Answer:
    """R03 · The most that one member holds of the capital (DFL 5, arts. 17 and 95). Both capitals are measured."""
    read = Reading(on)
    share = read.of_type(kind, "cap").value or 0
    pairs = (("suscrito", subscribed, total_subscribed), ("pagado", paid, total_paid))
    over = [name for name, held, total in pairs if held * 100 > share * total]
    if len(over) == 1:
        read.rule("types", "capital.counted")
    said = "; ".join(f"{name}: {thousands(held)} de {thousands(total)}" for name, held, total in pairs)
    most = share * total_subscribed // 100
    said = f"Capital {said}; tope {share} %, {thousands(most)} del suscrito."
    if not over:
        return read.answer("R03", Outcome.MET, said, most=most)
    if members * share < 100:
        read.note(f"Con {members} integrantes nadie puede quedar en {share} % o menos: se anota y se avisa.")
        return read.answer("R03", Outcome.WARNING, said, remedy="Sume integrantes.", most=most)
    remedy = f"Pasa el tope en el capital {' y '.join(over)}: baje sus cuotas o suba las de las demás personas."
    return read.answer("R03", Outcome.NOT_MET, said, remedy=remedy, most=most)


def legal_reserve(
    *,
    types: Collection[str],
    surplus: int,
    on: date,
    losses: int = 0,
    under_cmf: bool = False,
    patrimony_uf: int = 0,
    liabilities_uf: int = 0,
    waived: bool = False,
    capital: int | None = None,
    kept: int = 0,
) -> Answer:
    """R25 · The legal reserve of a year's `surplus` (remanente), in pesos (DFL 5, arts. 38, 71, 97 and 104).

    `waived`: the meeting agreed it; `capital` and `kept`: capital and reserve so far, for the special types.
    """
    read = Reading(on)
    left = max(surplus - losses, 0)
    if under_cmf and "ahorro_credito" in types:
        read.rule("types", "general.reserve")
        return read.answer("R25", Outcome.NOT_ASKED, "La fiscaliza la CMF: sin reserva de esta ley.", amount=0)
    limit = read.value("money", "reserve.waived") if waived else 0
    if waived and patrimony_uf > limit and patrimony_uf >= 2 * liabilities_uf:
        owed = thousands(liabilities_uf)
        said = f"Patrimonio de {thousands(patrimony_uf)} UF, deudas de {owed} UF: la junta puede parar."
        return read.answer("R25", Outcome.NOT_ASKED, said, amount=0)
    share = _share(read, types)
    amount = min(share * surplus // 100, left)
    if losses and share and share * surplus // 100 != share * left // 100:
        read.rule("money", "reserve.base")
    said = f"{share} % de $ {thousands(surplus)} = $ {thousands(share * surplus // 100)}"
    said += f"; después de pérdidas quedan $ {thousands(left)}." if losses else "."
    if SPECIAL & set(types):
        if capital is not None:
            amount = min(amount, max(25 * capital // 100 - kept, 0))
        said += " En las especiales va de 5 % a 10 %, hasta juntar el 25 % del capital."
    outcome = Outcome.MET if share else Outcome.NOT_ASKED
    return read.answer("R25", outcome, said, amount=amount, percent=share)


def _share(read: Reading, types: Collection[str]) -> int:
    shares = [read.of_type(kind, "reserve").value or 0 for kind in sorted(set(types))]
    if len(set(types)) > 1:
        read.note("La ley no dice qué reserva vale si se unen varios tipos: se guarda al menos lo general.")
        return max(*shares, read.value("types", "general.reserve"))
    return shares[0]


def refund_fund(*, types: Collection[str], surplus: int, on: date, under_cmf: bool = False) -> Answer:
    """R26 · The yearly fund to return shares, 2 % of the surplus (DFL 5, arts. 19 and 38)."""
    read = Reading(on)
    share = read.value("types", "refund_fund")
    if under_cmf and "ahorro_credito" in types:
        return read.answer("R26", Outcome.NOT_ASKED, "La fiscaliza la CMF: no lo forma.", amount=0)
    amount = share * max(surplus, 0) // 100
    return read.answer(
        "R26", Outcome.MET, f"{share} % de $ {thousands(surplus)} = $ {thousands(amount)}.", amount=amount
    )


def surplus_split(*, kind: str, from_members: int, from_others: int, on: date) -> Answer:
    """R26 · By what the surplus is shared out (DFL 5, arts. 38 and 62)."""
    read = Reading(on)
    read.rule("money", "surplus.split")
    read.rule("types", "unclaimed")
    by = "trabajo" if kind == "trabajo" else "operaciones"
    said = f"$ {thousands(from_members)} según {by}; $ {thousands(from_others)} según cuotas."
    return read.answer("R26", Outcome.MET, said, by=by, from_members=from_members, from_others=from_others)
