"""The rows behind a number of the report, from the same figures. There are none behind crosses with sensitive facts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from cases.enums import OPEN, Stage
from curricula.enums import CREDITED, EnrollmentState
from reports.figures import adjustments as changes
from reports.figures.people import IN_COURSE
from reports.figures.records import Line, LineChange, Monthly, Move
from reports.tables import annexes, every_table, funding
from reports.tables.base import Column, Row, Table
from reports.tables.changes import adjustments, month_label


def rows(figures: Monthly, sealed: Sequence[Monthly], table: str, row: str, column: str) -> Table | None:
    """The rows that a cell counts; None when that table, row or column does not exist or tells no rows."""
    shown = every_table(figures).get(table)
    if (table, row, column) == ("annex_people", "", "attended"):
        return replace(
            shown, rows=[one for one, person in zip(shown.rows, figures.participants, strict=True) if person.attended]
        )
    if shown is None or not _exists(shown, row, column):
        return None
    if table in funding.LINKED:
        return funding.behind(figures, sealed, table, row, column)
    if table == "stages" and column in ("transferred_in", "transferred_out"):
        return _passings(figures, row, column == "transferred_in")
    if table == "stages":
        return (
            _groups(figures, row, column) if column in ("opening", "closing") else _steps(figures, sealed, row, column)
        )
    if table == "arrivals":
        return _steps(figures, sealed, row, column)
    if table == "courses" and column in ("enrolled", "approved_before", "approved"):
        return _students(figures, row, column)
    counts = _test(table, row, column)
    if column == "adjusted":
        return _changed(
            figures, [c for c in figures.line_changes if any(map(counts, filter(None, (c.before, c.after))))]
        )
    return _meetings(figures, sealed, [line for line in _lines(figures, sealed, column) if counts(line)])


def _lines(figures: Monthly, sealed: Sequence[Monthly], column: str) -> list[Line]:
    """The meetings a column speaks of: those sealed, those of the month, or all so far as they are today."""
    if column not in ("before", "so_far"):
        return list(figures.lines)
    found = changes.known_lines(sealed)
    if column == "so_far":
        for change in figures.line_changes:
            found.pop((change.before or change.after).id, None)
            found |= {change.after.id: change.after} if change.after else {}
        found |= {line.id: line for line in figures.lines}
    return sorted(found.values(), key=lambda line: (line.held_on, line.id))


def _students(figures: Monthly, row: str, column: str) -> Table:
    """People of a course under their codes, as they stood when the month ended."""
    first = f"{figures.identity.period}-01"
    tests = {
        "enrolled": lambda one: one.state in IN_COURSE,
        "approved_before": lambda one: one.state in CREDITED and one.on < first,
        "approved": lambda one: one.state in CREDITED and one.on >= first,
    }
    found = [
        Row(one.code, (one.code, course.name, EnrollmentState(one.state).label, date.fromisoformat(one.on)))
        for course in figures.courses
        if row in ("", str(course.cohort))
        for one in course.people
        if tests[column](one)
    ]
    columns = [Column("Código"), Column("Curso"), Column("Estado"), Column("Desde", "date")]
    return Table("behind", "Personas del curso, con código", "Personas", columns, found)


def _exists(table: Table, row: str, column: str) -> bool:
    keys = [one.key for one in table.every_row]
    return row in keys and bool(column) and column in [one.key for one in table.columns]


def _test(table: str, row: str, column: str = ""):
    """Whether a meeting counts in that row and column."""

    def counts(line: Line) -> bool:
        if (column == "validated" or (table == "cumulative" and row == "validated")) and not line.validated:
            return False
        return _in_row(table, row, line)

    return counts


def _in_row(table: str, row: str, line: Line) -> bool:
    if table == "supports" or (table == "cumulative" and row == "cost"):
        return any(row in ("", "cost", support.kind) for support in line.supports)
    if table == "courses":
        return line.cohort is not None and row in ("", str(line.cohort))
    if table == "groups":
        return row in [str(part.case) for part in line.parts]
    if not row or table == "cumulative":
        return True
    return row == (line.kind if table == "kinds" else str(line.advisor))


def _meetings(figures: Monthly, sealed, lines: list[Line]) -> Table:
    names: dict[int, str] = {}
    for one in (*sealed, figures):
        names |= annexes.advisors(one)
    return annexes.meetings_table("behind", "Reuniones que suman esta cifra", "Reuniones", lines, names)


def _changed(figures: Monthly, found: list[LineChange]) -> Table:
    """The same table of adjustments, with some of its rows."""
    wanted = {str((change.before or change.after).id) for change in found}
    whole = adjustments(figures)
    return Table("behind", whole.caption, whole.sheet, whole.columns, [row for row in whole.rows if row.key in wanted])


def _groups(figures: Monthly, stage: str, column: str) -> Table:
    """Groups that stood in a stage when the month began or ended."""
    events = [(move.on, 1, move.case, move.from_stage) for move in figures.moves]
    events += [(one.on, 2 * (not one.arrived), one.case, "" if one.arrived else one.stage) for one in figures.passings]
    first: dict[int, str] = {}
    for _, _, case, stood in sorted(events):
        first.setdefault(case, stood)
    found = []
    for group in figures.groups:
        stood = first.get(group.case, group.stage) if column == "opening" else group.stage
        if stood == stage or (not stage and stood in OPEN):
            found.append(Row(str(group.case), (group.code, group.name, Stage(stood).label)))
    return Table("behind", "Grupos", "Grupos", [Column("Código"), Column("Grupo"), Column("Etapa")], found)


def _passings(figures: Monthly, stage: str, arrived: bool) -> Table:
    """Groups that came from another incubator in the month, or went to another."""
    names = figures.group_names
    found = [
        Row(str(one.case), (names[one.case].code, names[one.case].name, Stage(one.stage).label, _day(one.on)))
        for one in figures.passings
        if one.arrived == arrived and (one.stage == stage or (not stage and one.stage in OPEN))
    ]
    columns = [Column("Código"), Column("Grupo"), Column("Etapa"), Column("Fecha")]
    return Table("behind", "Grupos trasladados", "Traslados", columns, found)


def _day(on: str) -> str:
    return f"{on[8:]}-{on[5:7]}-{on[:4]}"


def _moves(figures: Monthly, sealed: Sequence[Monthly], column: str) -> Iterable[Move]:
    """The steps a column speaks of: those sealed, those that changed, those of the month, or all so far."""
    if column == "adjusted":
        return [change.move for change in figures.move_changes]
    if column not in ("before", "so_far"):
        return figures.moves
    found = changes.known_moves(sealed)
    if column == "so_far":
        found |= {change.move for change in figures.move_changes if change.added} | set(figures.moves)
        found -= {change.move for change in figures.move_changes if not change.added}
    return found


def _steps(figures: Monthly, sealed, stage: str, column: str) -> Table:
    """Steps into a stage (or out of it, when the column says so)."""
    moves = sorted(_moves(figures, sealed, column), key=lambda move: (move.on, move.case, move.number))
    side = "from_stage" if column == "left" else "to_stage"
    names = figures.group_names
    found = []
    for move in moves:
        here = getattr(move, side)
        if here == stage or (not stage and here in OPEN):
            group = names.get(move.case)
            source = Stage(move.from_stage).label if move.from_stage else "Nuevo"
            found.append(
                Row(
                    str(move.case),
                    (
                        group.code if group else "",
                        group.name if group else "Caso que ya no figura",
                        f"{source} a {Stage(move.to_stage).label}",
                        _day(move.on),
                        month_label(move.on),
                    ),
                )
            )
    titles = ("Código", "Grupo", "Paso", "Fecha", "Mes")
    return Table("behind", "Pasos de etapa", "Pasos", [Column(title) for title in titles], found)
