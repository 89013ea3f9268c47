"""What a person who listens to the document finds in it."""

import itertools
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Name

from incubator.paper.tags import walk
from tests.paper import sample


@pytest.fixture(scope="module")
def pdf(report_pdf):
    with pikepdf.open(BytesIO(report_pdf)) as opened:
        yield opened


@pytest.fixture(scope="module")
def elements(pdf):
    return list(walk(pdf.Root.StructTreeRoot.K[0]))


def marked(pdf, page) -> list[tuple[str, dict]]:
    """(tag, properties) of every marked sequence of a page, in painting order."""
    found = []
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "BDC":
            found.append((str(operands[0]), dict(operands[1].items())))
    return found


def test_headings_come_in_order_without_jumps_after_one_title(elements):
    levels = [int(str(e.S)[2]) for e in elements if str(e.S) in ("/H1", "/H2", "/H3", "/H4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert levels.count(2) == 6
    assert levels.count(3) == 2


def test_every_table_has_a_caption_and_header_cells_that_say_what_they_head(elements):
    tables = [e for e in elements if Name.Table == e.S]
    assert len(tables) == 7
    for table in tables:
        inside = list(walk(table))
        assert [e.S for e in inside].count(Name.Caption) == 1
        heads = [e for e in inside if e.S == Name.TH]
        assert heads
        assert all(e.A.Scope in (Name.Column, Name.Row) for e in heads)
    data = [e for table in tables[1:] for e in walk(table) if e.S == Name.TD]
    known = {bytes(e.ID) for e in elements if "/ID" in e}
    assert data
    assert all(len(cell.A.Headers) == 2 for cell in data)
    assert all(bytes(header) in known for cell in data for header in cell.A.Headers)


def test_identifiers_of_header_cells_are_unique_and_indexed(pdf, elements):
    ids = [bytes(e.ID) for e in elements if "/ID" in e]
    assert len(ids) == len(set(ids))
    indexed = [bytes(key) for key in list(pdf.Root.StructTreeRoot.IDTree.Names)[::2]]
    assert indexed == sorted(ids)


def test_a_table_over_three_pages_is_one_table_with_one_head(pdf, elements):
    annex = [e for e in elements if Name.Table == e.S][-1]
    rows = [e for e in walk(annex) if e.S == Name.TR]
    assert len(rows) == 1 + 70 + 1
    assert len({row.Pg.objgen for row in rows}) == 3
    assert [part.S for part in annex.K].count(Name.THead) == 1
    parents = {kid.objgen for e in elements for kid in e.K if isinstance(kid, pikepdf.Dictionary)}
    assert all(row.objgen in parents and any(kid.objgen == row.objgen for kid in row.P.K) for row in rows)


def test_every_figure_has_its_alternative_and_its_place_on_the_page(elements):
    figures = [e for e in elements if Name.Figure == e.S]
    alternatives = [str(e.Alt) for e in figures]
    assert len(figures) == 3
    assert "Formación: 5 grupos" in alternatives[0]
    assert "Con discapacidad 58" in alternatives[1]
    assert alternatives[2] == "Código QR para comprobar el documento"
    for figure in figures:
        x1, y1, x2, y2 = map(float, figure.A.BBox)
        assert 0 < x1 < x2 < 596
        assert 0 < y1 < y2 < 842


def test_running_heads_feet_and_repeated_table_heads_are_artifacts(pdf):
    for number, page in enumerate(pdf.pages):
        pagination = [
            tag for tag, facts in marked(pdf, page) if tag == "/Artifact" and facts.get("/Type") == Name.Pagination
        ]
        # The foot has its code, address, QR and page number; from the second page on there is a head of two words too.
        assert len(pagination) >= (4 if number == 0 else 6)
    repeated_head = marked(pdf, pdf.pages[-2])
    assert sum(tag == "/Artifact" for tag, _ in repeated_head) > sum(
        tag == "/Artifact" for tag, _ in marked(pdf, pdf.pages[-3])
    )


def test_every_piece_of_content_belongs_to_exactly_one_linked_element(pdf, elements):
    linked = {e.objgen for e in elements}
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    owners = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
    for page in pdf.pages:
        marks = [int(facts["/MCID"]) for _, facts in marked(pdf, page) if "/MCID" in facts]
        assert marks
        assert len(marks) == len(set(marks))
        assert all(owners[int(page.obj.StructParents)][mark].objgen in linked for mark in marks)


def test_bookmarks_follow_the_headings(pdf):
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        children = [child.title for item in outline.root for child in item.children]
    assert titles[:3] == ["Informe mensual junio de 2021", "Contenido", "1. El mes en una página"]
    assert titles[-1] == "Anexo A. Reuniones del período"
    assert children == ["Participación", "Apoyos pedidos y entregados"]
    assert pdf.Root.PageMode == Name.UseOutlines


def test_the_contents_link_to_every_heading_once(pdf, elements):
    links = [e for e in elements if Name.Link == e.S]
    targets = [str(a.Dest) for page in pdf.pages for a in page.get("/Annots", []) if "/Dest" in a]
    assert len(targets) == len(set(targets)) == 7
    assert len(links) == 8, "seven in the contents and the address of the seal"


def test_every_font_is_ours_and_embedded(pdf, draft_pdf, sheet_pdf):
    for content in (pdf, pikepdf.open(BytesIO(draft_pdf)), pikepdf.open(BytesIO(sheet_pdf))):
        descriptors = [
            o for o in content.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == Name.FontDescriptor
        ]
        assert descriptors
        for descriptor in descriptors:
            assert "Atkinson-Hyperlegible-Next" in str(descriptor.FontName)
            assert any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def first_artifact_draws_a_picture(page) -> bool:
    """Whether the page begins with a picture nobody hears: the mark is a background, painted first."""
    painted = [
        (str(operands[0]) if operands else "", str(name)) for operands, name in pikepdf.parse_content_stream(page)
    ]
    names = [name for _, name in painted]
    start, end = names.index("BMC"), names.index("EMC")
    return painted[start] == ("/Artifact", "BMC") and "Do" in names[start:end]


def test_a_draft_carries_its_mark_and_no_code(draft_pdf, report_pdf):
    with pikepdf.open(BytesIO(draft_pdf)) as draft, pikepdf.open(BytesIO(report_pdf)) as sealed:
        spoken = [str(e.get("/Alt", "")) for e in walk(draft.Root.StructTreeRoot.K[0])]
        assert not any("QR" in words for words in spoken)
        assert all(first_artifact_draws_a_picture(page) for page in draft.pages)
        assert not any(first_artifact_draws_a_picture(page) for page in sealed.pages)
    assert sample.CODE.encode() not in draft_pdf


def test_the_attendance_sheet_repeats_its_head_and_lies_on_its_side(sheet_pdf):
    with pikepdf.open(BytesIO(sheet_pdf)) as pdf:
        assert len(pdf.pages) > 1
        assert all(float(page.MediaBox[2]) > float(page.MediaBox[3]) for page in pdf.pages)
        tables = [e for e in walk(pdf.Root.StructTreeRoot.K[0]) if Name.Table == e.S]
        assert len(tables) == 1
        assert [e.S for e in walk(tables[0])].count(Name.TR) == 25
