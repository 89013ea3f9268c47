"""The members of a group on a day as a workbook: no sensitive data, with what each column means."""

from cases import member_rows
from incubator.country import format_run
from incubator.enums import MembershipRole
from incubator.workbooks.writing import Column, Sheet, write_workbook

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MEMBERS = (
    Column("Nombre"),
    Column("RUN", "run"),
    Column("Participa como", definition="Integrante, o persona de apoyo que acompaña y no cuenta en el mínimo"),
    Column("Desde", "date", definition="Día desde el que participa en el grupo"),
    Column("Representa al grupo", definition="Si hablaba por el grupo ese día"),
)
_CHANGES = (Column("Día", "date"), Column("Qué pasó"), Column("Nombre"), Column("Participa como"), Column("Motivo"))


def workbook(group, *, by, day, on) -> bytes:
    """Who was a member on `day`, and who joined and left until then; downloaded by a person on `on`."""
    speaking = {row.person.pk for row in member_rows.speakers(by, group) if row.holds(day)}
    people = [
        row
        for role in (MembershipRole.MEMBER, MembershipRole.SUPPORT)
        for row in member_rows.on_day(by, group, day, role)
    ]
    rows = [
        (
            row.who.name,
            "" if row.masked or not row.who.run else format_run(row.who.run),
            row.get_role_display(),
            row.since,
            "Sí" if row.who.pk in speaking else "",
        )
        for row in people
    ]
    changes = [
        (one.day, "Ingresó" if one.joined else "Dejó el grupo", one.person.name, one.role, one.reason)
        for one in member_rows.changes(by, group, day)
        if not one.by_mistake
    ]
    about = [
        ("Grupo", group.name),
        ("Integrantes al", day),
        ("Descargado por", by.full_name),
        ("Fecha", on),
        ("Personas", len(rows)),
    ]
    sheets = [Sheet("Integrantes", _MEMBERS, rows), Sheet("Ingresos y salidas", _CHANGES, changes)]
    return write_workbook(title="Integrantes", about=about, sheets=sheets)
