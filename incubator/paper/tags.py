"""The tag tree, completed: what WeasyPrint leaves undone for people who listen to a document.

Running heads become artifacts, a table cut by pages is one table again, header cells say what they head, and figures
say where they are. Works on structure elements as PDF has them: S (type), K (kids), P (parent), Pg (page), A, ID.
"""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from incubator.paper.continued_tables import join_continued

_CSS_PIXEL = 0.75  # points


def complete(pdf: pikepdf.Pdf) -> None:
    """Complete the tag tree of a document laid out by WeasyPrint, in place."""
    root = pdf.Root.StructTreeRoot
    join_continued(root)
    elements = list(walk(root.K[0]))
    _say_what_headers_head(elements)
    _say_where_figures_are(elements)
    _leave_one_link_per_link(elements)
    _index_ids(pdf, root, elements)
    _set_aside_what_is_unlinked(pdf, root, {element.objgen for element in elements})


def walk(element: Object) -> Iterator[Object]:
    """The structure elements below and including one, in reading order."""
    stack = [element]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed([kid for kid in current.K if _is_element(kid)]))


def _is_element(kid: Object) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/Type") == Name.StructElem


def _say_what_headers_head(elements: list[Object]) -> None:
    """A header cell in the head of its table heads a column, any other its row (ISO 14289-1 §7.5)."""
    for element in elements:
        if element.S == Name.TH:
            element.A.Scope = Name.Column if Name.THead == element.P.P.S else Name.Row


def _say_where_figures_are(elements: list[Object]) -> None:
    """WeasyPrint writes a figure's box in CSS pixels from the top; PDF measures in points from the bottom."""
    for element in elements:
        if Name.Figure == element.S and "/A" in element and "/BBox" in element.A:
            height = float(element.Pg.MediaBox[3])
            x1, y1, x2, y2 = (float(value) * _CSS_PIXEL for value in element.A.BBox)
            element.A.BBox = Array([round(value, 2) for value in (x1, height - y2, x2, height - y1)])
            element.A.Placement = Name.Block


def _leave_one_link_per_link(elements: list[Object]) -> None:
    """Boxes inside an anchor come out as links of their own; only the one that holds the annotation is."""
    for element in elements:
        if Name.Link == element.S and not any(_is_annotation(kid) for kid in element.K):
            element.S = Name.Span


def _is_annotation(kid: Object) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR


def _index_ids(pdf: pikepdf.Pdf, root: Object, elements: list[Object]) -> None:
    """The tree of identifiers that cells use to name their headers (ISO 32000-1 §14.7.2)."""
    names = sorted(((bytes(element.ID), element) for element in elements if "/ID" in element), key=lambda pair: pair[0])
    if names:
        tree = Array()
        for key, element in names:
            tree.extend([String(key.decode()), element])
        root.IDTree = pdf.make_indirect(Dictionary(Names=tree))


def _set_aside_what_is_unlinked(pdf: pikepdf.Pdf, root: Object, linked: set[tuple[int, int]]) -> None:
    """Marked content that no element of the tree holds (heads, feet, repeated table heads) becomes an artifact."""
    numbers = root.ParentTree.Nums
    by_page = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
    for page in pdf.pages:
        owners = by_page[int(page.obj.StructParents)]
        aside = {mark for mark, owner in enumerate(owners) if owner.objgen not in linked}
        if aside:
            for mark in aside:
                owners[mark] = None
            _make_artifacts(pdf, page, aside)


def _make_artifacts(pdf: pikepdf.Pdf, page: pikepdf.Page, marks: set[int]) -> None:
    pagination = Dictionary(Type=Name.Pagination)
    instructions = []
    for instruction in pikepdf.parse_content_stream(page):
        operands = instruction.operands
        if str(instruction.operator) == "BDC" and "/MCID" in operands[1] and int(operands[1].MCID) in marks:
            instruction = pikepdf.ContentStreamInstruction([Name.Artifact, pagination], instruction.operator)
        instructions.append(instruction)
    page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
