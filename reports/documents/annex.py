"""The Anexo nominal: who took part, by name and RUN, apart and with a code of its own.

No phone, e-mail, ethnic origin nor socio-economic bracket; and no declared disability, whose legal basis is recorded
only at the hand-over, after these files are sealed.
"""

from collections import defaultdict
from dataclasses import replace
from datetime import date

from django.db.models import Q

from incubator import same_person
from incubator.country import format_run
from incubator.enums import ATTENDED, AttendanceMark
from incubator.models import Membership, Person
from incubator.paper import XLSX, Attachment, render_pdf
from incubator.workbooks.writing import write_workbook
from reports.documents.base import Paper
from reports.documents.pdf import cover, paper_table
from reports.documents.workbook import sheet
from reports.figures import marks as counted_marks
from reports.tables.base import Column, Row, Table

_BASIS = "Contiene datos personales. Se entrega solo con base legal registrada (Ley 19.880, art. 24 bis)."
_ONLY_IN_WORKBOOK = ("Sexo registral", "Nacimiento", "Comuna", "Sector", "Egreso")


def annex_tables(paper: Paper) -> list[Table]:
    """The roll of participants and their attendance, meeting by meeting."""
    ids = [row.person for row in paper.figures.participants]
    people = {person.pk: person for person in Person.objects.filter(pk__in=ids).select_related("commune")}
    return [_roll(paper, people), _marks(paper, people)]


def _for_paper(table: Table) -> Table:
    """The columns that fit on a page; the workbook has them all."""
    places = [place for place, column in enumerate(table.columns) if column.title not in _ONLY_IN_WORKBOOK]

    def row(one):
        return Row(one.key, tuple(one.values[place] for place in places))

    return replace(table, columns=[table.columns[place] for place in places], rows=[row(one) for one in table.rows])


def _roll(paper: Paper, people) -> Table:
    stays = _stays(list(people), paper.month)
    rows = []
    for row in sorted(paper.figures.participants, key=lambda row: (people[row.person].sort_key, row.person)):
        person, stay = people[row.person], stays[row.person]
        rows.append(
            Row(
                row.code,
                (
                    row.code,
                    _run(person),
                    person.given_names,
                    " ".join(filter(None, [person.surname_1, person.surname_2])),
                    person.get_registered_sex_display(),
                    person.birth_date,
                    person.commune.name if person.commune else "",
                    person.sector,
                    "; ".join(one.organization.name for one in stay),
                    min((one.since for one in stay), default=None),
                    max((one.last_day for one in stay if one.until), default=None),
                ),
            )
        )
    columns = [
        Column("Código", meaning="El mismo del Anexo C del Informe", share=20),
        Column("RUN", "run", share=15),
        Column("Nombres", share=15),
        Column("Apellidos", share=20),
        Column("Sexo registral"),
        Column("Nacimiento", "date"),
        Column("Comuna"),
        Column("Sector"),
        Column("Grupo", share=15),
        Column("Ingreso", "date"),
        Column("Egreso", "date"),
    ]
    return Table("roll", "Nómina de participantes del mes", "Nómina", columns, rows, is_long=True)


def _run(person) -> str:
    return format_run(person.run) if person.run else person.other_document


def _stays(ids, month) -> dict[int, list[Membership]]:
    """Memberships that held at some moment of the month, by person."""
    found = defaultdict(list)
    rows = Membership.objects.annotate(one_person=same_person.surviving()).filter(
        Q(person_id__in=ids) | Q(one_person__in=ids), annulled_at__isnull=True, since__lte=month.last
    )
    for row in rows.select_related("organization").order_by("since", "id"):
        if row.until is None or row.until > month.first:
            found[_listed(row, ids)].append(row)
    return found


def _listed(row, ids) -> int:
    """Under which of the people of these figures a row is read: its own record if it is listed, else the surviving."""
    return row.person_id if row.person_id in ids else row.one_person


def _marks(paper: Paper, people) -> Table:
    lines = {line.id: line for line in paper.figures.lines}
    marks = counted_marks.of_meetings(lines).annotate(one_person=same_person.surviving())
    marks = marks.filter(Q(person_id__in=people) | Q(one_person__in=people))
    said: dict[tuple[int, int], str] = {}
    for mark in marks.order_by("meeting_id", "person_id"):
        where = (mark.meeting_id, _listed(mark, people))
        if where not in said or mark.mark in ATTENDED:
            said[where] = mark.mark
    rows = [(lines[meeting], people[who], AttendanceMark(mark).label) for (meeting, who), mark in said.items()]
    rows.sort(key=lambda row: (row[0].held_on, row[0].id, row[1].sort_key, row[1].pk))
    columns = [
        Column("Reunión"),
        Column("Fecha", "date"),
        Column("RUN", "run"),
        Column("Persona", share=40),
        Column("Asistencia"),
    ]
    return Table(
        "marks",
        "Asistencia por reunión",
        "Asistencia",
        columns,
        [
            Row("", (line.code, date.fromisoformat(line.held_on), _run(person), person.name, mark))
            for line, person, mark in rows
        ],
        empty="Nadie fue convocado a reuniones en el mes.",
        is_long=True,
    )


def annex_files(paper: Paper, code: str) -> tuple[bytes, bytes]:
    """PDF and XLSX of the Anexo nominal; the workbook travels inside the PDF too."""
    tables = annex_tables(paper)
    title = f"Anexo nominal, {paper.month.label} · {paper.figures.identity.incubator}"
    about = [("Incubadora", paper.figures.identity.incubator), *paper.facts(code), ("Uso", _BASIS)]
    workbook = write_workbook(
        title=title, about=about, sheets=[sheet(table) for table in tables], created=paper.created
    )
    context = {
        "draft": False,
        "month": paper.month.label,
        "incubator": paper.figures.identity.incubator,
        "cover": cover(paper, ["Anexo nominal", paper.month.label], code),
        "verification": paper.verification(code),
        "chain": paper.chain,
        "basis": _BASIS,
        "tables": [paper_table(_for_paper(table)) for table in tables],
    }
    attachment = Attachment(paper.name("anexo-nominal", "xlsx"), workbook, XLSX, "La misma nómina en Excel")
    pdf = render_pdf(
        "print/report_annex.html",
        context,
        title=title,
        created=paper.created,
        attachments=[attachment],
        author=paper.figures.identity.municipality,
    )
    return pdf, workbook
