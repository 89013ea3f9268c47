"""What a reading must tell a person, gathered as the rows are read: refusals, one per row, and warnings."""

from cases.census import reasons
from cases.census.records import Rejection, RowWarning


class Notices:
    """The refusals and warnings of one reading, in the order of their rows."""

    def __init__(self) -> None:
        self._rejected: dict[int, Rejection] = {}
        self._warnings: dict[tuple[int, str, str], RowWarning] = {}

    def refuse(self, reason: str, row: int, column: str | None, value: str | None = None, also: tuple = ()) -> None:
        """Refuse a row; the first reason stays."""
        self._rejected.setdefault(row, reasons.rejection(reason, row=row, column=column, value=value, also=also))

    def warn(self, reason: str, row: int, column: str | None = None, value: str = "", **more: object) -> None:
        """Warn about a row; the same reason about the same column is told once."""
        key = (row, reason, column or "")
        self._warnings.setdefault(key, reasons.warning(reason, row=row, column=column, value=value, **more))

    @property
    def rejected(self) -> tuple[Rejection, ...]:
        """The refusals by row."""
        return tuple(self._rejected[row] for row in sorted(self._rejected))

    @property
    def warnings(self) -> tuple[RowWarning, ...]:
        """The warnings by row, in the order they were found within it."""
        return tuple(sorted(self._warnings.values(), key=lambda warning: warning.row))
