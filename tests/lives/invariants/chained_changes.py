from tests.lives.invariants.reading import rows, said


def broken():
    """I3 no change outside the table, not even by SQL."""
    chain = rows(
        "with chain as (select case_id, number, from_stage, to_stage, verb, effective_on, "
        "lag(to_stage) over walk as before, lag(effective_on) over walk as day_before, "
        "row_number() over walk as place from cases_stagechange window walk as (partition by case_id order by number)) "
        "select case_id, number, from_stage, to_stage, verb from chain "
        "where number <> place or coalesce(before, '') <> from_stage or effective_on < day_before"
    )
    strange = rows(
        "select case_id, number, from_stage, to_stage, verb from cases_stagechange change where not exists ("
        "select 1 from cases_stagepair pair where pair.from_stage = change.from_stage "
        "and pair.to_stage = change.to_stage and pair.verb = change.verb) "
        "and not (change.number = 1 and change.verb = 'record' and change.to_stage = 'census')"
    )
    return [
        *said("case {}, change {}: {} to {} by {} does not follow the one before", chain),
        *said("case {}, change {}: {} to {} by {} is no step of the journey", strange),
    ]
