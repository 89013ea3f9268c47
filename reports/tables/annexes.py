"""The annexes of the Informe: groups, meetings, people under codes, and proofs. Without names of people nor T3."""

from datetime import date

from cases.enums import OPEN, Stage
from incubator.enums import EvidenceKind, MeetingKind
from reports.figures.records import Line, Monthly
from reports.tables.base import Column, Row, Table, hours


def groups(figures: Monthly) -> Table:
    """Annex A: groups with an open case when the month ended, and those that left during it."""
    moved = {move.case for move in figures.moves}
    work = {row.key: row for row in figures.by_group}
    rows = []
    for group in figures.groups:
        if group.stage in OPEN or group.case in moved:
            own = work.get(str(group.case))
            stage = Stage(group.stage).label if group.stage else ""
            rows.append(
                Row(
                    str(group.case),
                    (
                        group.code,
                        group.name,
                        stage,
                        group.members,
                        own.meetings if own else 0,
                        hours(own.minutes if own else 0),
                    ),
                )
            )
    return Table(
        "annex_groups",
        "Grupos con caso abierto en el mes",
        "A Grupos",
        [
            Column("Código", share=15),
            Column("Grupo", share=30),
            Column("Etapa al cierre", share=20),
            Column("Integrantes", "integer", "Integrantes vigentes al cierre"),
            Column("Sesiones", "integer", "Sesiones y talleres del mes"),
            Column("Horas", "hours", "Horas del grupo en ellas"),
        ],
        rows,
        empty="Ningún grupo tuvo caso abierto en el mes.",
        is_long=True,
    )


def meetings(figures: Monthly) -> Table:
    """Annex B: every meeting of the month."""
    return meetings_table("annex_meetings", "Reuniones del mes", "B Reuniones", figures.lines, advisors(figures))


def advisors(figures: Monthly) -> dict[int, str]:
    """Names of those who conducted meetings, by id."""
    return {int(row.key): row.label for row in figures.by_advisor}


def meetings_table(key: str, caption: str, sheet: str, lines: list[Line], names: dict[int, str]) -> Table:
    """Some meetings, one a row."""
    return Table(
        key,
        caption,
        sheet,
        [
            Column("Reunión", share=10),
            Column("Fecha", "date"),
            Column("Tipo", share=15),
            Column("Con", share=20),
            Column("A cargo de", share=15),
            Column("Asistieron", "integer", "Personas presentes o a distancia"),
            Column("Horas", "hours", "Horas registradas"),
            Column("Validadas", "hours", "Horas validadas por otra persona"),
        ],
        [
            Row(
                str(line.id),
                (
                    line.code,
                    date.fromisoformat(line.held_on),
                    MeetingKind(line.kind).label,
                    line.title,
                    names.get(line.advisor, ""),
                    line.attended,
                    hours(line.minutes),
                    hours(line.validated),
                ),
            )
            for line in lines
        ],
        Row("", ("Total", None, "", "", "", sum(line.attended for line in lines), *_sums(lines))),
        empty="No hubo reuniones.",
        is_long=True,
    )


def _sums(lines):
    return hours(sum(line.minutes for line in lines)), hours(sum(line.validated for line in lines))


def people(figures: Monthly) -> Table:
    """Annex C: each person under a code that is the same in every report of the agreement."""
    names = figures.group_names
    return Table(
        "annex_people",
        "Participación por persona, con código",
        "C Participación",
        [
            Column("Código", meaning="Seudónimo, el mismo en todos los informes del convenio", share=20),
            Column("Grupo", share=40),
            Column("Convocada", "integer", "Reuniones del mes a las que fue llamada"),
            Column("Asistió", "integer", "Reuniones en que participó"),
            Column("Horas", "hours", "Horas de esas reuniones"),
        ],
        [
            Row(
                row.code,
                (
                    row.code,
                    ", ".join(names[case].code for case in row.groups if case in names) or "Sin grupo",
                    row.called,
                    row.attended,
                    hours(row.minutes),
                ),
            )
            for row in figures.participants
        ],
        note="Quien lee este informe no puede saber a quién corresponde un código. No incluye datos sensibles.",
        empty="Nadie fue convocado a reuniones en el mes.",
        is_long=True,
    )


def proofs(figures: Monthly) -> Table:
    """Annex D: the means of verification, each with folio and hash."""
    return Table(
        "annex_proofs",
        "Documentos que respaldan las reuniones",
        "D Verificadores",
        [
            Column("Folio", share=10),
            Column("Reunión", share=10),
            Column("Fecha", "date"),
            Column("Documento", share=15),
            Column("SHA-256"),
        ],
        [
            Row(
                str(proof.folio),
                (
                    f"E-{proof.folio}",
                    line.code,
                    date.fromisoformat(line.held_on),
                    EvidenceKind(proof.kind).label,
                    proof.sha256,
                ),
            )
            for line in figures.lines
            for proof in line.proofs
        ],
        empty="Las reuniones del mes no tienen documentos adjuntos.",
        is_long=True,
    )
