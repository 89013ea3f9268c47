"""What invented workbooks of both layouts share: columns and headers, the facts of groups, the foot of the sheet."""

import datetime

from tests.census.invented import (
    BAD_DATES,
    BLANKS,
    FOOTNOTES,
    FORMAL_ONLY,
    GIVEN,
    HEADERS,
    KINDS,
    NO,
    PLACES,
    SURNAMES,
    TRADES,
    WIDE_HEADERS,
    WORDS,
    YES,
    Invented,
    Writer,
)

PERSONAL = [
    "sex",
    "birth_date",
    "disability",
    "rnd",
    "carer",
    "phone",
    "email",
    "notes",
    "diagnosis",
    "disability_kind",
]
GROUPED = ["formal", "trade", "recorded_on", "commune", "sector"]


class Composer:
    """One workbook being composed by one random hand."""

    def __init__(self, writer: Writer, made: Invented) -> None:
        self.w, self.made = writer, made
        self.names: set[str] = set()

    def columns(self, wanted: list[str], numbered: bool) -> None:
        """Draw the columns, their order and their headers; write title, blanks and header."""
        w, made = self.w, self.made
        w.random.shuffle(wanted)
        self.fields = (["#"] if numbered else []) + wanted
        pools = {**HEADERS, **(WIDE_HEADERS if made.layout == "wide" else {})}
        texts = [w.pick(["N°", "N", "#", "Nº"]) if f == "#" else w.pick(pools[f]) for f in self.fields]
        texts = [w.pick([text, text.upper(), f"{text} ", text]) for text in texts]
        made.headers = {f: t.strip() for f, t in zip(self.fields, texts, strict=True) if f not in ("#", "diagnosis")}
        for title in w.random.sample(
            ["MUNICIPALIDAD DE OVALLE", "Catastro de organizaciones productivas 2021", "DIDECO"], w.random.randrange(4)
        ):
            made.rows.append([title])
            if w.chance(0.3):
                made.rows.append([])
        if w.chance(0.4):
            made.rows.append(["Comuna:", "Ovalle", "", "Fecha:", "15-03-2021", "", "Responsable:", "M. Soto"])
        made.rows += [[] for _ in range(w.random.randrange(3))]
        if w.chance(0.25):
            made.rows.append(self._band_row(texts))
        made.rows.append(texts)
        made.header_row = len(made.rows)
        self.header = texts

    def _band_row(self, texts: list[str]) -> list[str]:
        """A wider header: only some of its words, over columns whose own header says enough."""
        bands = {"group": "Agrupación", "rut": "Datos personales", "phone": "Contacto", "disability": "Discapacidad"}
        row = [bands.get(f, "") for f in self.fields]
        if sum(map(bool, row)) < 2:
            row[0], row[-1] = "Antecedentes", "Otros"
        if self.fields[0] == "#":
            row[0], texts[0] = texts[0], ""
        return row

    def put(self, cells: dict) -> int:
        """Write a row; its number as a person sees it."""
        self.made.rows.append([cells.get(f, "") for f in self.fields])
        return len(self.made.rows)

    def group_facts(self, name: str) -> tuple[dict, dict]:
        """Facts of a group as truth and as cells."""
        w = self.w
        written, formal = w.pick(FORMAL_ONLY + [(y, True) for y in YES[:9]] + [(n, False) for n in NO])
        day = datetime.date(2020, 1, 1) + datetime.timedelta(days=w.random.randrange(800))
        trade = w.pick(TRADES)
        bad = w.chance(0.1)
        cells = {
            "formal": written,
            "trade": w.pick([trade, trade.upper(), f" {trade}"]),
            "recorded_on": w.pick(BAD_DATES) if bad else w.date(day),
            "commune": w.pick(["Ovalle", "OVALLE", " ovalle ", "Ovalle\u00a0"]),
            "sector": w.pick(PLACES),
        }
        truth = {"name": name, "formal": formal, "trade": trade, "recorded_on": None if bad else day}
        if w.chance(0.1):
            cells["trade"], truth["trade"] = w.pick(BLANKS), None
        for field in ("formal", "trade", "recorded_on"):
            if field not in self.fields:
                truth[field] = False if field == "formal" else None
        self.bad_date = bad and "recorded_on" in self.fields
        if w.chance(0.08) and "commune" in self.fields:
            cells["commune"], self.bad_commune = "Los Manantiales del Alto", True
        else:
            self.bad_commune = False
        return truth, cells

    def new_name(self) -> tuple[str, str]:
        while True:
            given, surnames = self.w.pick(GIVEN), f"{self.w.pick(SURNAMES)} {self.w.pick(SURNAMES)}"
            if f"{given} {surnames}" not in self.names:
                self.names.add(f"{given} {surnames}")
                return given, surnames

    def group_names(self) -> list[str]:
        words = self.w.random.sample(WORDS, self.w.random.randrange(3, 9))
        return [f"{self.w.pick(KINDS)} {word}" for word in words]

    def warn_group(self, row: int) -> None:
        if self.bad_date:
            self.made.warnings.append((row, "date"))
        if self.bad_commune:
            self.made.warnings.append((row, "commune"))

    def run_cells(self, run: str, digit: str | None = None) -> dict:
        """The RUN in one cell or in two."""
        if "check_digit" not in self.fields:
            return {"rut": self.w.run_written(run)}
        body, own = run.split("-")
        written = self.w.pick(
            [body, f"{int(body):,}".replace(",", "."), f"0{body}", f"{body} "] + ([] if self.w.is_text else [int(body)])
        )
        own = own if self.w.is_text or own == "K" else self.w.pick([own, int(own)])
        return {"rut": written, "check_digit": own}

    def finish(self) -> None:
        w, rows = self.w, self.made.rows
        rows += [[] for _ in range(w.random.randrange(3))]
        if w.chance(0.6):
            rows.append(["TOTAL", "", "", self.made.rows_read])
        for note in w.random.sample(FOOTNOTES, w.random.randrange(3)):
            rows.append([note])
        if w.chance(0.2) and "#" in self.fields:
            rows += [[number] for number in range(90, 97)]
