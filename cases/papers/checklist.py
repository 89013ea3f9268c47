"""What the law asks of a document, and where the draft says it. The rows come from the rule packs."""

from dataclasses import dataclass

from cases.law.founding import clauses_for
from cases.law.shapes import Document, Rule
from cases.law.versions import Pack, pack_on
from cases.papers.conditions import CONDITIONS
from cases.papers.facts import Facts
from cases.papers.texts import LAW_KEYS, STATUTES, BaseText, base_text
from incubator.paper.records import Paper

_MINUTES = "minutes.founding"


@dataclass(frozen=True)
class CheckRow:
    """One thing asked: `where` says the article or part that holds it, empty when none does.

    `letter`: the letter of art. 6, for the statutes; `nullity`: without it the act is void but curable;
    `required`: the law asks it, otherwise it is usual; `verify`: what must be verified, empty when nothing.
    """

    asked: str
    cited: str
    where: str
    letter: str = ""
    nullity: bool = False
    required: bool = True
    verify: str = ""
    keys: tuple[str, ...] = ()

    @property
    def met(self) -> bool:
        """Whether the draft says it."""
        return bool(self.where)


def checklist(
    document: str, facts: Facts, paper: Paper, *, base: BaseText | None = None, statutes: BaseText | None = None
) -> list[CheckRow]:
    """What is asked of a settled paper, row by row; empty for a document of which the law says nothing.

    `statutes`: the text that the founding minutes copy, when it is not the shipped one.
    """
    pack, text = pack_on(facts.on), base or base_text(document, facts.types, facts.on)
    if document == STATUTES:
        return _clauses(text, facts, paper, pack)
    rows = _mentions(document, text, pack)
    if document == _MINUTES:
        rows += _clauses(statutes or base_text(STATUTES, facts.types, facts.on), facts, paper, pack)
    return rows


def open_points(document: str, facts: Facts, text: BaseText) -> list[str]:
    """What the base text and the rule of that document tell to verify."""
    rule = pack_on(facts.on).get("documents", LAW_KEYS.get(document, document))
    found = [_to_verify(rule)] if rule else []
    for section in text.section:
        found.append(section.verify)
        found += [one.verify for one in section.article if not one.when or CONDITIONS[one.when](facts)]
    return list(dict.fromkeys(filter(None, found)))


def _to_verify(rule: Rule) -> str:
    return f"{rule.text} {rule.safe}" if rule.verify else ""


def _clauses(text: BaseText, facts: Facts, paper: Paper, pack: Pack) -> list[CheckRow]:
    said = {article.key: article for article in paper.articles}
    rows = []
    for clause in clauses_for(types=facts.types, on=facts.on):
        keys = tuple(one.key for one in text.articles if clause.key in one.clauses and one.key in said)
        where = "; ".join(f"artículo {said[key].number}, {said[key].heading.lower()}" for key in keys)
        row = CheckRow(
            asked=clause.text,
            cited=str(pack.basis(clause)),
            where=where,
            letter=clause.letter,
            nullity=clause.nullity,
            verify=_to_verify(clause),
            keys=keys,
        )
        rows.append(row)
    return rows


def _mentions(document: str, text: BaseText, pack: Pack) -> list[CheckRow]:
    rule = pack.get("documents", LAW_KEYS.get(document, document))
    if not isinstance(rule, Document):
        return []
    held = {mention: section for section in text.section for mention in section.holds}
    rows = []
    for required, mentions in ((True, rule.must), (False, rule.usual)):
        for mention in mentions:
            section = held.get(mention)
            where = (section.heading or "el texto") if section else ""
            keys = (section.key,) if section else ()
            rows.append(CheckRow(mention, str(pack.basis(rule)), where, required=required, keys=keys))
    return rows
