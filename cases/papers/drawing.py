"""A base text and the facts of a case → records. Nothing is drawn while a fact is missing."""

from dataclasses import replace

from cases.papers import annex, markup, pieces, placeholders
from cases.papers.conditions import CONDITIONS
from cases.papers.errors import MissingFactsError
from cases.papers.facts import BOARD, INSPECTOR, SOLE_MANAGER, VIGILANCE, Facts
from cases.papers.pieces import PIECES
from cases.papers.placeholders import PLACEHOLDERS
from cases.papers.said import shares_of
from cases.papers.texts import DOCUMENTS, STATUTES, BaseText, SectionText, base_text
from incubator.paper.records import Article, Block, Paper, Section, settle

MINUTES = "minutes.founding"
#: The part of the minutes where the whole statutes go.
_STATUTES_HERE = "statutes"
#: Where what no table of topics names is written: at the meeting.
_ELSEWHERE = "meeting"


class _Scope:
    """Reads the facts, and remembers what they lack."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.missing: dict[str, str] = {}  # sentence → where it is written

    def value(self, name: str) -> str:
        placeholder = PLACEHOLDERS[name]
        said = placeholder.read(self.facts)
        if not said:
            self.missing.setdefault(f"Falta {placeholder.label}.", placeholders.TOPICS.get(name, _ELSEWHERE))
        return said

    def holds(self, condition: str) -> bool:
        return CONDITIONS[condition](self.facts)

    def piece(self, name: str) -> tuple[Block, ...]:
        blocks, missing = PIECES[name](self.facts)
        for sentence in missing:
            self.missing.setdefault(sentence, pieces.TOPICS.get(name, _ELSEWHERE))
        return () if missing else blocks


def missing(
    document: str, facts: Facts, *, base: BaseText | None = None, statutes: BaseText | None = None
) -> list[str]:
    """What a document lacks, a sentence each; empty when it can be drawn."""
    return list(lacking(document, facts, base=base, statutes=statutes))


def lacking(
    document: str, facts: Facts, *, base: BaseText | None = None, statutes: BaseText | None = None
) -> dict[str, str]:
    """What a document lacks: sentence → topic of where it is written (placeholders.TOPICS, pieces.TOPICS)."""
    scope = _Scope(facts)
    text = base or base_text(document, facts.types, facts.on)
    for line in (text.title, text.subtitle):
        markup.plain(line, scope)
    _sections(scope, text, _copied(document, facts, statutes))
    return scope.missing | dict.fromkeys(_contradictions(document, facts), "founders")


def drawn(
    document: str, facts: Facts, *, validated: bool, base: BaseText | None = None, statutes: BaseText | None = None
) -> Paper:
    """The document as settled records; `base` is a text of the legal adviser instead of the shipped one, and
    `statutes` the one that the founding minutes copy.

    Raises MissingFactsError with every missing fact. A draft until its base text is validated, with an annex that
    says where each thing the law asks is, and what must be verified.
    """
    if lacking := missing(document, facts, base=base, statutes=statutes):
        raise MissingFactsError(lacking)
    text = base or base_text(document, facts.types, facts.on)
    copied = _copied(document, facts, statutes)
    scope = _Scope(facts)
    version = f"Texto base: {DOCUMENTS[document]}, versión {text.version}"
    version += f", con los estatutos, versión {copied.version}." if copied else "."
    paper = Paper(
        key=document,
        title=markup.plain(text.title, scope),
        subtitle=markup.plain(text.subtitle, scope),
        author=facts.author,
        sections=_sections(scope, text, copied),
        draft=not validated,
        large=text.large,
        foot=version if validated else f"La asesoría legal todavía no valida este texto. {version}",
    )
    paper = settle(paper)
    if validated:
        return paper
    return settle(replace(paper, sections=(*paper.sections, *annex.of_draft(paper, text, facts, copied))))


def _copied(document: str, facts: Facts, statutes: BaseText | None) -> BaseText | None:
    """The statutes that a document copies whole: those of the founding minutes."""
    return (statutes or base_text(STATUTES, facts.types, facts.on)) if document == MINUTES else None


def _sections(scope: _Scope, text: BaseText, copied: BaseText | None = None) -> tuple[Section, ...]:
    found: list[Section] = []
    for section in text.section:
        found.append(_section(section, scope))
        if copied and section.key == _STATUTES_HERE:
            found.extend(_sections(scope, copied))
    if any(article.clauses for article in text.articles):
        _ask_for_bodies(scope)
    return tuple(found)


def _section(section: SectionText, scope: _Scope) -> Section:
    articles = tuple(
        Article(one.key, one.heading, markup.blocks(one.text, scope))
        for one in section.article
        if not one.when or scope.holds(one.when)
    )
    return Section(
        key=section.key,
        heading=markup.plain(section.heading, scope),
        blocks=markup.blocks(section.text, scope),
        articles=articles,
        numbered=section.numbered,
    )


def _ask_for_bodies(scope: _Scope) -> None:
    """Conditions choose between bodies: without a choice the statutes would say nothing of them."""
    bodies = scope.facts.bodies
    if bodies.direction not in (BOARD, SOLE_MANAGER):
        scope.missing["Falta decidir quién administra: consejo de administración o gerente administrador."] = "project"
    if bodies.watch not in (VIGILANCE, INSPECTOR):
        scope.missing["Falta decidir quién vigila las cuentas: junta de vigilancia o inspector de cuentas."] = "project"


def _contradictions(document: str, facts: Facts) -> list[str]:
    """Facts that say one thing here and another there."""
    found = []
    for member in facts.members:
        if (member.shares_paid or 0) > (member.shares_subscribed or 0):
            found.append(f"{member.name} paga más cuotas de las que suscribe: corrija una de las dos cifras.")
    subscribed = shares_of(facts, "subscribed")
    if document in (STATUTES, MINUTES) and facts.shares and subscribed is not None and subscribed != facts.shares:
        found.append(
            f"Las cuotas suscritas suman {subscribed} y el capital se divide en {facts.shares}: corrija una cifra."
        )
    return found
