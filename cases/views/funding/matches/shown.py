"""Answers as the pages show them: a word and an icon for each outcome, where it is mended, and what it waits for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from cases.funding.bases.shapes import Bases, Moment
from cases.funding.eligibility import judge
from cases.funding.eligibility.outcomes import Answer, Outcome
from cases.funding.matching.trees import leaves
from cases.funding.words import RESERVED, DocumentOf
from incubator.access import Permission, allows
from incubator.navigation import address, door

#: Tone of the tag of each outcome: with its icon and its word, never colour alone.
TONES = {
    Outcome.FAILS: "urgent",
    Outcome.MISSING_DATA: "waits",
    Outcome.TO_VERIFY: "waits",
    Outcome.WILL_MEET: "info",
    Outcome.MEETS: "done",
}
#: Kind of condition → the page where what it reads is mended, and the words of its link.
_MENDED = {
    "applicant_kind": ("group_formalization", "Ver la formalización"),
    "legal_validity": ("group_formalization", "Ver la formalización"),
    "entity_age": ("group_formalization", "Ver la formalización"),
    "activity_started": ("group_formalization", "Ver la formalización"),
    "territory": ("group_edit", "Editar la ficha del grupo"),
    "activity": ("group_business", "Ver el negocio"),
    "members": ("group_members", "Ver integrantes"),
    "women_share": ("group_members", "Ver integrantes"),
    "ages": ("group_members", "Ver integrantes"),
    "sales": ("market_list", "Ver las ventas"),
    "stage": ("group_detail", "Ver qué falta para avanzar"),
    "pending_accounts": ("group_funds", "Ver sus postulaciones"),
    "earlier_awards": ("group_funds", "Ver sus postulaciones"),
    "application_limit": ("group_funds", "Ver sus postulaciones"),
}
_VERIFIED = ("debts", "free_text", "receiver_kind")


@dataclass
class Row:
    """One condition, or a group of them with what is in it."""

    answer: Answer
    tone: str
    day: str = ""
    link: str = ""
    words: str = ""
    rows: list["Row"] = field(default_factory=list)


class Links:
    """Where each condition is mended, for one reader and one pair."""

    def __init__(self, user, case, call, bases: Bases, application_id: int | None):
        self.user, self.case, self.call, self.application_id = user, case, call, application_id
        self.asked = {one.key: one for one in bases.documents}
        self.conditions = {one.key: one for one in judge.conditions_of(bases)}

    def of(self, answer: Answer) -> tuple[str, str]:
        """(address, words); empty when there is nothing to mend, or not by this reader."""
        if answer.outcome in (Outcome.MEETS, Outcome.WILL_MEET):
            return "", ""
        pk = self.case.organization_id
        if answer.is_reserved:
            return self._to("fund_reserved", "Responder la condición reservada", pk, self.call.pk)
        if answer.kind == "document":
            return self._document(answer.key)
        if answer.outcome == Outcome.TO_VERIFY or answer.kind in _VERIFIED:
            return self._verified()
        name, words = _MENDED.get(answer.kind, ("", ""))
        return self._to(name, words, pk) if name else ("", "")

    def _to(self, name, words, *args):
        url = door(self.user, name, self.case, *args)
        return (url, words) if url else ("", "")

    def _document(self, key):
        url, _ = self._to("vault_new", "", self.case.organization_id)
        if not url:
            return "", ""
        asked, condition = self.asked.get(key), self.conditions.get(key)
        kind = asked.kind if asked else condition.parameters.get("document", "") if condition else ""
        if kind in RESERVED and not allows(self.user, Permission.WRITE_SENSITIVE, self.case):
            return "", ""
        of = asked.subject if asked else condition.parameters.get("of", "") or DocumentOf.GROUP
        return f"{url}?que={kind}&de={of}", "Guardar el documento"

    def _verified(self):
        if self.application_id is not None and allows(self.user, Permission.WRITE_FUNDS, self.case):
            return address("application_verify", self.application_id), "Anotar lo que se vio"
        return self._to("fund_apply", "Se anota en la postulación: empezarla", self.case.organization_id, self.call.pk)


def rows_of(answer: Answer, links: Links, days: Mapping[Moment, date]) -> list[Row]:
    """The conditions inside an answer, the ones that lack something first, each group with its own inside."""
    rows = [_row(child, links, days) for child in answer.children]
    order = list(TONES)
    return sorted(rows, key=lambda row: order.index(row.answer.outcome))


def _row(answer: Answer, links: Links, days) -> Row:
    if answer.children:
        inside = [_row(child, links, days) for child in answer.children]
        return Row(answer, TONES[answer.outcome], rows=inside)
    link, words = links.of(answer)
    return Row(answer, TONES[answer.outcome], _day(answer, links, days), link, words)


def _day(answer: Answer, links: Links, days) -> str:
    """«Al cierre, el 12-08-2021»: the day on which it is judged."""
    condition = links.conditions.get(answer.key)
    moment = condition.moment if condition is not None else None
    if moment is None:
        return ""
    label = Moment(moment).label
    return f"{label}, el {days[moment]:%d-%m-%Y}" if moment in days else f"{label}: las bases no dicen el día"


def lacking(answer: Answer, most: int = 3) -> tuple[list[str], int]:
    """What is asked and lacks, in words, the weakest first; and how many more there are. Only titles: no figures."""
    order = list(TONES)
    bad = [one for one in answer.children if one.outcome not in (Outcome.MEETS, Outcome.WILL_MEET)]
    titles = [_titled(one) for one in sorted(bad, key=lambda one: order.index(one.outcome))]
    return titles[:most], max(len(titles) - most, 0)


def _titled(one: Answer) -> str:
    """What is asked; of a group, what it holds: «Una de estas: cooperativa vigente; al menos 5 integrantes»."""
    if not one.children:
        return one.title
    words = "Una de estas" if one.kind == "any" else "Todas estas"
    return f"{words}: {'; '.join(leaf.title for leaf in leaves(one))}"
