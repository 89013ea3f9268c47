"""A table that crosses pages comes out of layout as one table per page; listeners need it to be one."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object


def join_continued(root: Object) -> None:
    """Give the rows of each continuation to the table it continues, in place.

    A continuation is a table without caption (ours always have one), right after another table with as many header
    cells, on a later page. Its repeated head loses its place in the tree and so becomes an artifact.
    """
    table = None
    for element in list(_leaves_and_tables(root.K[0])):
        if Name.Table != element.S:
            table = None
        elif table is not None and _continues(element, table):
            _join(table, element)
        else:
            table = element


def _leaves_and_tables(element: Object) -> Iterator[Object]:
    """In reading order: every table, and every element outside tables that holds content itself."""
    if Name.Table == element.S:
        yield element
        return
    kids = list(element.K)
    if any(not isinstance(kid, Dictionary) for kid in kids):
        yield element
    for kid in kids:
        if isinstance(kid, Dictionary) and kid.get("/Type") == Name.StructElem:
            yield from _leaves_and_tables(kid)


def _parts(table: Object, kind: Name) -> list[Object]:
    return [kid for kid in table.K if kind == kid.S]


def _headers(table: Object) -> list[Object]:
    return [cell for head in _parts(table, Name.THead) for row in head.K for cell in row.K if cell.S == Name.TH]


def _continues(table: Object, former: Object) -> bool:
    return (
        not _parts(table, Name.Caption)
        and table.Pg.objgen != former.Pg.objgen
        and len(_headers(table)) == len(_headers(former)) > 0
    )


def _join(table: Object, continuation: Object) -> None:
    same = {
        bytes(repeated.ID): original.ID
        for repeated, original in zip(_headers(continuation), _headers(table), strict=True)
    }
    body = _parts(table, Name.TBody)[-1]
    for part in _parts(continuation, Name.TBody):
        for row in part.K:
            row.P = body
            body.K.append(row)
            for cell in row.K:
                if "/A" in cell and "/Headers" in cell.A:
                    cell.A.Headers = Array([same.get(bytes(header), header) for header in cell.A.Headers])
    _remove(continuation)


def _remove(element: Object) -> None:
    """Take an element from the tree, and with it every parent left empty."""
    parent = element.P
    # Kids may also be numbers (marked content), which have no identity of their own.
    parent.K = Array([kid for kid in parent.K if getattr(kid, "objgen", None) != element.objgen])
    if len(parent.K) == 0 and Name.Document != parent.S:
        _remove(parent)
