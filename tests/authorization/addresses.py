"""Every address of ours, read from the resolver, and the values each of its parts takes at each corner of the world."""

from dataclasses import dataclass
from functools import cache

from django.urls import URLPattern, get_resolver, reverse

from incubator.doors import REGISTRY, Door

HOW = (
    "The address «{name}» ({route}) has a part, «{part}», of which the world has no sample. Add a line to SAMPLES in "
    "tests/authorization/addresses.py, (first part of the path, name of the part): how to find it in a corner; and, "
    "when it is of a new kind, put the record in tests/authorization/corners.py and say who reaches it in "
    "expectations.py."
)

#: (first part of the path, name of the part) → what stands there at a corner: a kind of record, or a function of it.
#: The part «pk» is the record itself, what the page is about; the others are its children.
SAMPLES = {
    ("grupos", "pk"): "group",
    ("grupos", "membership"): "membership",
    ("grupos", "person"): "person",
    ("grupos", "document"): "document",
    ("grupos", "application"): "application",
    ("grupos", "evaluation"): "evaluation",
    ("grupos", "given"): "entrusted",
    ("grupos", "letter"): "letter",
    ("grupos", "appeal"): "appeal",
    ("evaluaciones", "pk"): "entrusted",
    ("grupos", "plan"): "plan",
    ("grupos", "unfinished"): "unfinished",
    ("grupos", "measurement"): "measurement",
    ("grupos", "sale"): "sale",
    ("grupos", "question"): "question",
    ("grupos", "item"): "item",
    ("grupos", "filing"): "filing",
    ("grupos", "assignment"): "assignment",
    ("grupos", "act"): "act",
    ("grupos", "assembly"): "assembly",
    ("grupos", "sent"): "sent",
    ("grupos", "member"): "person",
    ("grupos", "movement"): "movement",
    ("grupos", "certificate"): "certificate",
    ("grupos", "seat"): "seat",
    ("grupos", "founder"): "person",
    ("grupos", "cure"): "cure",
    ("grupos", "paper"): "paper",
    ("grupos", "comparison"): "comparison",
    ("textos-base", "agreement"): "text_agreement",
    ("fondos", "fund"): "fund",
    ("fondos", "kept"): "fund_kept",
    ("fondos", "fund_call"): "fund_call",
    ("fondos", "budget"): "fund_budget",
    ("fondos", "unfinished"): "fund_draft",
    ("fondos", "evidence"): "fund_file",
    ("fondos", "quotation"): "fund_quotation",
    ("grupos", "vault_document"): "vault_document",
    ("fondos", "comment"): "fund_comment",
    ("fondos", "package"): "fund_package",
    ("fondos", "event"): "fund_event",
    ("fondos", "fund_filing"): "fund_filing",
    ("fondos", "purchase"): "fund_purchase",
    ("fondos", "package_file"): "package_file",
    ("fondos", "fund_hand_over"): "fund_hand_over",
    ("grupos", "fund_call"): "fund_call",
    ("personas", "pk"): "person",
    ("repetidas", "pk"): "person",
    ("repetidas", "other"): "twin",
    ("uniones", "pk"): "merge",
    ("avisos", "pk"): "notice",
    ("lecturas", "pk"): "person",
    ("sesiones", "pk"): "session",
    ("sesiones", "file"): "session_file",
    ("reuniones", "pk"): "meeting",
    ("reuniones", "file"): "meeting_file",
    ("borradores", "pk"): "draft",
    ("convocatorias", "pk"): "call",
    ("convocatorias", "submission"): "submission",
    ("calendario", "pk"): "calendar_day",
    ("equipo", "pk"): "post",
    ("equipo", "absence"): "absence",
    ("mi-cuenta", "absence"): "own_absence",
    ("informes", "pk"): "report",
    ("catastro", "pk"): "import",
    ("catastro", "row"): "row",
    ("cursos", "pk"): "cohort",
    ("formacion", "pk"): "cohort",
    ("cursos", "cohort"): "cohort",
    ("formacion", "cohort"): "cohort",
    ("cursos", "lesson"): "lesson",
    ("formacion", "lesson"): "lesson",
    ("cursos", "enrollment"): "enrollment",
    ("formacion", "enrollment"): "enrollment",
    ("cursos", "file"): "lesson_file",
    ("formacion", "file"): "lesson_file",
    ("clases", "pk"): "lesson",
    ("personas", "consent"): "consent",
    ("agenda", "pk"): "planned",
    ("autorizaciones", "pk"): "incubator",
    ("institucion-asesora", "pk"): "incubator",
    ("institucion-asesora", "institution"): "institution",
    ("institucion-asesora", "contract"): "processor_contract",
    ("clases", "file"): "lesson_file",
    ("traslados", "pk"): "transfer",
    ("trasladados", "pk"): "moved",
    ("correcciones", "pk"): "correction",
    ("borradores-heredados", "pk"): "inherited",
    ("cambios", "pk"): "operation",
    ("cambios", "allocation"): "allocation",
    ("cambios", "session"): "session",
    ("tablero", "pk"): "incubator",
    ("tablero", "agreement"): "agreement",
}
#: Parts that are words and no records, the same everywhere.
WORDS = {
    "place": "quillota",
    "table": "stages",
    "purpose": "photo",
    "column": "closing",
    "product": "report_xlsx",
    "code": "AAAABBBBCCCCDDDD",
    "name": "grupos",
    "form": "session",
    "token": "una-clave-que-nadie-tiene",
    "kind": "admitted",
    "trade": "sale",
    "subject": "recurso",
    "text": "extract.founding",
    "section": "project",
    "bases_part": "identity",
    "bases_number": 1,
    "bases_condition": "five",
    "field": "name",
}
WORDS_OF = {
    ("application_fact", "kind"): "desistimiento",
    ("assembly_pdf", "text"): "attendance",
    ("assembly_word", "text"): "attendance",
    ("report_annex", "table"): "annex_meetings",
}
#: Records that are of the incubator and are offered to every group of it: another group's is no stranger.
OF_THE_INCUBATOR = {("grupos", "person"), ("institucion-asesora", "institution"), ("repetidas", "other")}
#: Public records of the agreement, which stand under every group of it: a call is nobody's alone.
OF_THE_AGREEMENT = {("grupos", "fund_call")}


@dataclass(frozen=True)
class Address:
    """One URL name: its route, what it needs, and the kinds of its parts in order."""

    name: str
    route: str
    needs: object
    parts: tuple[str, ...]

    @property
    def root(self):
        """The first part of its path."""
        return self.route.split("/")[0]

    @property
    def rights(self):
        """The rights of which one opens it; none for a door."""
        if isinstance(self.needs, Door):
            return ()
        return (self.needs,) if isinstance(self.needs, str) else tuple(self.needs)

    @property
    def kind(self):
        """The kind of record its first part names; empty when it names none."""
        records = [part for part in self.parts if part not in WORDS]
        return self._kind_of(records[0]) if records else ""

    @property
    def children(self):
        """The parts after the first that name records of their own."""
        return [part for part in self.parts if part not in WORDS][1:]

    @property
    def strangers(self):
        """Whether each child is refused under any parent but its own."""
        return all((self.root, part) not in OF_THE_INCUBATOR for part in self.children)

    @property
    def shared(self):
        """Whether its children are of the agreement, and so no strangers under any group of it."""
        return all((self.root, part) in OF_THE_AGREEMENT for part in self.children)

    @property
    def without_sample(self):
        """The parts nobody said how to find."""
        return [part for part in self.parts if part not in WORDS and (self.root, part) not in SAMPLES]

    def _kind_of(self, part):
        return SAMPLES[self.root, part]

    def path(self, corner, child_of=None):
        """Its path with the records of a corner; its children taken from another corner when one is given."""
        values = {}
        for part in self.parts:
            if part in WORDS:
                values[part] = WORDS_OF.get((self.name, part), WORDS[part])
                continue
            source = child_of if child_of is not None and part in self.children else corner
            values[part] = source[self._kind_of(part)].pk
        return reverse(self.name, kwargs=values)


def every_address():
    """The addresses of ours that the world can visit, by name."""
    return {name: address for name, address in registered().items() if not address.without_sample}


@cache
def registered():
    """Every address of ours by name; the same name at two routes fails."""
    found = {}
    for pattern in _patterns(get_resolver().url_patterns):
        if hasattr(pattern.callback, "needs"):
            route = str(pattern.pattern)
            address = Address(pattern.name, route, pattern.callback.needs, tuple(pattern.pattern.converters))
            assert found.setdefault(pattern.name, address) == address, f"«{pattern.name}» stands at two routes"
    assert set(found) == set(REGISTRY), "the registry and the resolver do not name the same addresses"
    return dict(sorted(found.items()))


def _patterns(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern
        else:
            yield from _patterns(pattern.url_patterns)
