"""What a row says of its person beside the RUN: the name, the birth, the sex, what she declares, how to reach her."""

import re
from datetime import date

from cases.census.cells import is_blank, said, text_of, yes_or_no
from cases.census.columns import normal_form
from cases.census.dates import read_date
from cases.census.declared import has_disability, official_origin, rnd_status, sex_of
from cases.census.headers import Header
from cases.census.lines import Line
from cases.census.names import Name, name_from_parts, name_from_text
from cases.census.notices import Notices
from incubator.country import parse_phone
from incubator.text import fold
from incubator.workbooks.reading import Value

_EMAIL = re.compile(r"[\w.+'%-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_NO_CONTACT = re.compile(r"^(?:sin|no (?:tiene|posee|usa|hay|cuenta|registra|informa|maneja|dispone|ocupa)) ")


class Personal:
    """Reads the personal cells of a row; a wrong value warns on its row and says nothing."""

    def __init__(self, header: Header, notices: Notices, *, today: date, wide: bool, sexes: set[str]) -> None:
        self._header, self._notices, self._today, self._wide = header, notices, today, wide
        # «M» is «masculino» unless the column writes H for men and never F for women.
        self._is_m_female = "h" in sexes and not sexes & {"f", "mujer", "femenino", "masculino"}
        text = normal_form(header.header_of("name") or "")
        self._surnames_first = "apellido" in text and text.index("apellido") < (text + "nombre").index("nombre")

    def name(self, line: Line) -> Name:
        """The person's name in order; empty when the row has none."""
        if "given_names" in self._header.fields:
            return name_from_parts(line.text("given_names"), line.text("surname_1"), line.text("surname_2"))
        text = line.text("name")
        has_letters = any(c.isalpha() for c in text)
        return name_from_text(text, surnames_first=self._surnames_first) if has_letters else Name()

    def birth(self, line: Line) -> date | None:
        """The birth date that the row says, or None."""
        return read_date(line.cells.get("birth_date"), today=self._today, is_birth=True).on

    def facts(self, line: Line) -> dict[str, object]:
        """What the row says, by field, without what it does not say; in a wide sheet nothing about disability."""
        facts = {
            "sex": self._sex(line.cells.get("sex")),
            "birth_date": self._birth(line),
            "phone": self._phone(line),
            "email": self._email(line),
        }
        if not self._wide:
            facts |= self._declared(line)
        return {name: value for name, value in facts.items() if value is not None}

    def _declared(self, line: Line) -> dict[str, object]:
        """Disability, its official origin, the registry and care, each as stated or not at all."""
        disability = has_disability(line.cells.get("disability"))
        kind = official_origin(line.cells.get("disability_kind")) or official_origin(line.cells.get("disability"))
        if "disability" not in self._header.fields and kind:
            disability = True
        return {
            "disability": disability,
            "disability_kind": kind,
            "rnd": rnd_status(line.cells.get("rnd")),
            "carer": yes_or_no(line.cells.get("carer")),
        }

    def _sex(self, cell: Value | None) -> str | None:
        is_m_female = self._is_m_female and fold(said(cell)) == "m"
        return "F" if is_m_female else sex_of(cell)

    def _birth(self, line: Line) -> date | None:
        read = read_date(line.cells.get("birth_date"), today=self._today, is_birth=True)
        if read.is_wrong:
            self._warn("date", line, "birth_date")
        return read.on

    def _phone(self, line: Line) -> str | None:
        """The first valid mobile of the phone's cell and of those beside it, else the first valid number."""
        cells = [line.cells.get("phone"), *line.spare_phones]
        texts = [text_of(cell) for cell in cells if not is_blank(cell)]
        found = parse_phone(" / ".join(texts))
        is_said = bool(line.text("phone")) and not _NO_CONTACT.match(fold(line.text("phone")) + " ")
        if found is None and is_said:
            self._warn("phone", line, "phone")
        return found

    def _email(self, line: Line) -> str | None:
        text = line.text("email")
        found = _EMAIL.search(text)
        if not found and "@" in text:
            self._warn("email", line, "email")
        return found[0].lower() if found else None

    def _warn(self, reason: str, line: Line, name: str) -> None:
        if name not in line.repeated:
            self._notices.warn(reason, line.number, self._header.header_of(name), text_of(line.cells.get(name)))
