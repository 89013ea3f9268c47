"""In the middle of any life, raw SQL as the application's role: the database itself refuses it."""

from django.db import DatabaseError, connection, transaction
from hypothesis import strategies as st
from hypothesis.stateful import rule

from cases.models import Case
from tests.lives.draws import WHICH
from tests.lives.engine import REFUSED, Broken, Engine, pick

STATEMENTS = (
    "update cases_case set stage = 'graduated' where id = {case} and stage <> 'graduated'",
    "update cases_case set stage = 'census' where id = {case} and stage <> 'census'",
    "insert into cases_stagechange (case_id, number, from_stage, to_stage, verb, by_id, effective_on, recorded_at, reason, "
    "data) select {case}, 900, 'census', 'operation', 'admit', {user}, now(), now(), 'x', '{{}}'",
    "update cases_stagechange set verb = 'correct' where case_id = {case}",
    "delete from cases_stagechange where case_id = {case}",
    "delete from incubator_attendance",
    "delete from incubator_meeting",
    "delete from incubator_evidence",
    "delete from incubator_consent",
    "update incubator_journalentry set by_id = {user}",
    "update incubator_meetingversion set reason = 'x'",
    "set session_replication_role = replica",
    "alter table cases_case disable trigger all",
    "set role minga_owner",
)


class RawSql(Engine):
    """Somebody with the application's own password."""

    @rule(statement=st.sampled_from(STATEMENTS), which=WHICH)
    def raw_sql(self, statement, which):
        """A change that no service makes."""
        case = pick(Case.objects.order_by("pk"), which)
        last = case.changes.order_by("-number").first()
        sql = statement.format(case=case.pk, user=last.by_id)
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(sql)
                changed = cursor.rowcount
                connection.check_constraints()
                if not changed:
                    return
        except DatabaseError:
            REFUSED["raw_sql"] += 1
            return
        self._tell(sql, "the database let it pass")
        raise Broken(self._in_words())
