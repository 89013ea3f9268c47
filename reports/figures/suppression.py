"""Crosses with sensitive facts, protected before anybody sees them.

A category of fewer than five people is summed into its neighbour; a single cell of fewer than five is suppressed
together with others, so that no subtraction gives it back nor gives a sum of fewer than five. The same holds against
the version that a correction replaces: where the two would differ by fewer than five people, the finer figure is left
out. Of all the tables that comply, the one that prints most figures is chosen.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from incubator.enums import Declared, RegisteredSex
from reports.figures.records import Crosses

SMALL = 5
ROWS = ("F", "M", "O")  # women · men · another sex or not stated
COLUMNS = (Declared.YES.value, Declared.NO.value, Declared.NOT_STATED.value)
_ROW_CUTS = (("F", "M", "O"), ("F", "M+O"), ("F+M+O",))
_COLUMN_CUTS = (("yes", "no", "not_stated"), ("yes", "no+not_stated"), ())

Table = list[list[int]]
Cell = tuple[int, int]


def protect(counts: Mapping[tuple[str, str, str], int], before: Crosses | None = None) -> Crosses:
    """The table of people by (registered sex, declared disability, carer) that may be printed."""
    best = None
    for rows in _ROW_CUTS:
        for columns in _COLUMN_CUTS:
            found = _candidate(counts, rows, columns, before)
            if found is not None and (best is None or _printed(found) > _printed(best)):
                best = found
    return best or _candidate(counts, _ROW_CUTS[-1], (), None)


def _candidate(counts, rows, columns, before) -> Crosses | None:
    """The table under these categories; None when a category is too small or moved too little since `before`."""
    totals = [_people(counts, row) for row in rows]
    if len(rows) > 1 and min(totals) < SMALL:
        return None
    hidden, cells = frozenset(), [[_people(counts, row, column) for column in columns] for row in rows]
    if columns:
        known = _aggregated(before, rows, columns) if before is not None else None
        if before is not None and known is None:
            return None
        hidden = _hidden(cells, known)
        if hidden is None:
            return None
    carers, all_carers = _carers(counts, rows, before)
    return Crosses(
        rows=rows,
        columns=columns,
        cells=tuple(tuple(None if (r, c) in hidden else n for c, n in enumerate(row)) for r, row in enumerate(cells)),
        carers=carers,
        carers_total=all_carers,
        row_totals=tuple(totals),
        column_totals=tuple(sum(column) for column in zip(*cells, strict=True)) if columns else (),
        total=sum(totals),
    )


def _printed(table: Crosses) -> tuple[int, int]:
    """How much a table says: its totals and the cells that are not totals too; then how few are suppressed."""
    has_carers = table.carers_total is not None
    cells = [cell for row in table.cells for cell in row] + list(table.carers if has_carers else ())
    inside = cells if len(table.rows) > 1 else []  # the cells of a single row are its totals again
    totals = len(table.rows) + len(table.columns) + has_carers
    return totals + sum(cell is not None for cell in inside), -sum(cell is None for cell in cells)


def _people(counts, row: str, column: str | None = None, carer: bool | None = None) -> int:
    """People of a row and, when asked, of a column or of who cares for somebody."""
    return sum(
        n
        for (sex, disability, cares), n in counts.items()
        if _row_of(sex) in row.split("+")
        and (column is None or disability in column.split("+"))
        and (carer is None or (cares == Declared.YES) == carer)
    )


def _row_of(sex: str) -> str:
    return sex if sex in (RegisteredSex.FEMALE, RegisteredSex.MALE) else "O"


def _carers(counts, rows, before) -> tuple[tuple[int | None, ...], int | None]:
    """The column of carers, protected beside its complement, which the totals of the rows give away."""
    nothing = (None,) * len(rows), None
    cells = [[_people(counts, row, carer=True), _people(counts, row, carer=False)] for row in rows]
    known = None
    if before is not None:
        known = _aggregated_carers(before, rows)
        if known is None:
            return nothing
    hidden = _hidden(cells, known)
    if hidden is None:
        return nothing
    return tuple(None if (r, 0) in hidden else row[0] for r, row in enumerate(cells)), sum(row[0] for row in cells)


def _aggregated(before: Crosses, rows, columns) -> list[list[int | None]] | None:
    """The cells of an earlier version under these categories; None when it was cut otherwise."""
    if not set(before.columns):
        return None
    found = []
    for row in rows:
        inside_rows = _inside(before.rows, row)
        line = []
        for column in columns:
            inside = _inside(before.columns, column)
            if inside_rows is None or inside is None:
                return None
            values = [before.cells[r][c] for r in inside_rows for c in inside]
            line.append(None if None in values else sum(values))
        found.append(line)
    totals = [sum(before.column_totals[c] for c in _inside(before.columns, column)) for column in columns]
    return [*found, totals]


def _aggregated_carers(before: Crosses, rows) -> list[list[int | None]] | None:
    """Carers and the others in an earlier version under these rows; None when it did not say, or was cut otherwise."""
    if before.carers_total is None:
        return None
    found = []
    for row in rows:
        inside = _inside(before.rows, row)
        if inside is None:
            return None
        said = [before.carers[r] for r in inside]
        people = sum(before.row_totals[r] for r in inside)
        found.append([None, None] if None in said else [sum(said), people - sum(said)])
    return [*found, [before.carers_total, before.total - before.carers_total]]


def _inside(categories: Sequence[str], wanted: str) -> list[int] | None:
    """Which earlier categories make up the wanted one; None when one of them is cut by it."""
    parts, found = set(wanted.split("+")), []
    for position, category in enumerate(categories):
        own = set(category.split("+"))
        if own <= parts:
            found.append(position)
        elif own & parts:
            return None
    return found


def _hidden(cells: Table, known: list[list[int | None]] | None) -> frozenset[Cell] | None:
    """The fewest cells to suppress (of those, the ones with fewest people); None when the table cannot be printed."""
    totals = [sum(column) for column in zip(*cells, strict=True)]
    if sum(totals) == 0 or min(totals) < SMALL:
        return None
    if known is not None and any(_moved_a_little(now, then) for now, then in zip(totals, known[-1], strict=True)):
        return None
    must = set(_too_small(cells)) | (set(_too_close(cells, known)) if known is not None else set())
    if not must:
        return frozenset()
    options = [
        pattern for pattern in _patterns(len(cells), len(totals)) if must <= pattern and _is_safe(cells, pattern)
    ]
    return min(options, key=lambda pattern: (len(pattern), _weight(cells, pattern), sorted(pattern)), default=None)


def _weight(cells: Table, pattern: Iterable[Cell]) -> int:
    return sum(cells[r][c] for r, c in pattern)


def _too_small(cells: Table) -> Iterator[Cell]:
    """Cells of one to four people; and the empty ones of a row whose people are all alike, which tell of each."""
    for r, row in enumerate(cells):
        alike = sum(1 for n in row if n) == 1
        for c, n in enumerate(row):
            if 0 < n < SMALL or (n == 0 and alike):
                yield r, c


def _too_close(cells: Table, known) -> Iterator[Cell]:
    """Cells that were suppressed before, or that differ from what was printed by one to four people."""
    for r, row in enumerate(cells):
        for c, n in enumerate(row):
            if known[r][c] is None or _moved_a_little(n, known[r][c]):
                yield r, c


def _moved_a_little(now: int, then: int) -> bool:
    return 0 < abs(now - then) < SMALL


@cache
def _patterns(rows: int, columns: int) -> tuple[frozenset[Cell], ...]:
    """Every way of suppressing cells in which no line suppresses one alone and none can be worked out."""
    every = [(r, c) for r in range(rows) for c in range(columns)]
    return tuple(
        frozenset(chosen)
        for size in range(4, len(every) + 1)
        for chosen in combinations(every, size)
        if _is_closed(frozenset(chosen))
    )


def _is_closed(pattern: frozenset[Cell]) -> bool:
    """Each suppressed cell lies on a cycle of suppressed cells along rows and columns: sums alone never give it."""
    return all(_joined(pattern - {cell}, ("row", cell[0]), ("column", cell[1])) for cell in pattern)


def _joined(pattern: Iterable[Cell], start, goal) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        place = waiting.pop()
        if place == goal:
            return True
        for r, c in pattern:
            ends = {("row", r), ("column", c)}
            if place in ends:
                new = ends - seen
                seen |= new
                waiting += new
    return False


def _is_safe(cells: Table, pattern: frozenset[Cell]) -> bool:
    """What is left in each line after subtracting the printed cells is five people or more."""
    lines = [
        [cell for cell in pattern if cell[axis] == place] for axis in (0, 1) for place in {c[axis] for c in pattern}
    ]
    return all(_weight(cells, line) >= SMALL for line in lines)
