from cases.enums import Verb
from cases.verbs import DEMANDS
from tests.lives.invariants.reading import rows, said

#: Machines with a state and its rows: (name, table, column, rows, key of the row, order).
_MACHINES = (
    ("case", "cases_case", "stage", "cases_stagechange", "case_id", "to_stage", "number"),
    ("call", "cases_call", "state", "cases_callchange", "call_id", "to_state", "number"),
    ("transfer", "cases_transfer", "state", "cases_transferchange", "transfer_id", "to_state", "number"),
    ("legal file", "cases_legalfile", "state", "cases_legalfilechange", "file_id", "to_state", "number"),
    ("report", "reports_report", "state", "reports_reportchange", "report_id", "to_state", "id"),
)
_WITH_REASON = tuple(verb.value for verb, demand in DEMANDS.items() if demand.reason)
_CLOSING = Verb.CLOSE.value


def broken():
    """I2 every change of state has one log row with actor, day and reason."""
    return [
        *(sentence for machine in _MACHINES for sentence in _unlogged(*machine)),
        *said(
            "change {} of case {} ({}) has no reason",
            rows(
                "select number, case_id, verb from cases_stagechange where (verb = any(%s) and trim(reason) = '') "
                "or (verb = %s and coalesce(data ->> 'close_reason', '') = '')",
                list(_WITH_REASON),
                _CLOSING,
            ),
        ),
        *said(
            "change {} of case {} happened on {}, after it was recorded",
            rows(
                "select number, case_id, effective_on from cases_stagechange "
                "where effective_on > (recorded_at at time zone 'America/Santiago')::date or by_id is null"
            ),
        ),
    ]


def _unlogged(name, table, column, log, key, target, order):
    """States that their last row does not say. A call of the factories is born published, without a row.

    A legal file is born in draft, and its first row is its first act.
    """
    unsaid = {"call": "false", "legal file": "last.said is null and it.state <> 'drafting'"}
    missing = unsaid.get(name, "last.said is null")
    found = rows(
        f"select it.id, it.{column}, last.said from {table} it left join lateral ("
        f"select {target} as said from {log} row where row.{key} = it.id order by row.{order} desc limit 1) last on true "
        f"where {missing} or last.said <> it.{column}"
    )
    return said(f"the {name} {{}} stands at {{}} and its last row says {{}}", found)
