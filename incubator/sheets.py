"""The attendance sheet: one paper for sessions and lessons, with the names already written."""

from incubator.calendars import long_date
from incubator.enums import AttendanceMark
from incubator.paper import render_pdf

#: Heads of the four boxes, hyphenated where a narrow column may break them.
_MARKS = {
    AttendanceMark.PRESENT: "Presente",
    AttendanceMark.REMOTE: "A dis\u00adtancia",
    AttendanceMark.JUSTIFIED: "Justi\u00adficó",
    AttendanceMark.ABSENT: "No asistió",
}
#: Empty rows at the end, for whoever comes and is not on the list.
_BLANK = 2


def attendance_sheet(*, incubator, groups, day, created, what, place=""):
    """The sheet as PDF: groups are (name, [people's names]); `what` is «Sesión» or the course's name."""
    context = {
        "incubator": incubator.name,
        "groups": groups,
        "day": long_date(day),
        "what": what,
        "place": place,
        "marks": list(_MARKS.values()),
        "blank": range(_BLANK),
    }
    title = f"Lista de asistencia del {day:%d-%m-%Y}"
    return render_pdf("print/attendance_sheet.html", context, title=title, created=created, author=incubator.name)
