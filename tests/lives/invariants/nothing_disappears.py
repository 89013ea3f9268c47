from tests.lives.invariants.reading import rows, said

_KEPT = ("incubator_meeting", "cases_session", "cases_sessioncase", "incubator_attendance", "incubator_evidence")
_COUNT = " union all ".join(
    f"select '{table}', count(*), coalesce(max({'meeting_id' if table == 'cases_session' else 'id'}), 0) from {table}"
    for table in _KEPT
)


def before(step):
    """How many of each there are, and the newest."""
    return rows(_COUNT)


def broken(memory, step):
    """I7 sessions, attendance and documents never disappear except by the retention job."""
    found = []
    for table, count, newest in memory:
        key = "meeting_id" if table == "cases_session" else "id"
        (left,) = rows(f"select count(*) from {table} where {key} <= %s", newest)
        if left[0] < count:
            found.append((table, count - left[0]))
    return said("{} lost {} rows", found)
