from tests.lives.invariants.reading import rows, said

_OF_THE_DAY = (
    "select op.id as operation, op.executed_on as on_day, row.id as membership, row.person_id as person, "
    "row.until as until, row.leave_reason as reason, place.branch_id as branch, place.made_id as made, "
    "place.decided_on as decided from cases_operation op "
    "join cases_case origin on origin.id = op.case_id "
    "join incubator_membership row on row.organization_id = origin.organization_id and row.annulled_at is null "
    "and row.since <= op.executed_on and (row.until is null or row.until > op.executed_on "
    "or (row.until = op.executed_on and row.leave_reason = 'split')) "
    "left join cases_allocation place on place.operation_id = op.id and place.membership_id = row.id and place.applied "
    "where op.kind = 'split' and op.state = 'executed'"
)


def broken():
    """I9 on the day of a split each member is in exactly one branch or «por decidir»."""
    nowhere = rows(
        f"select operation, membership from ({_OF_THE_DAY}) members where not ("
        "(branch is not null and made is not null) or (branch is null and until is not null))"
    )
    twice = rows(
        f"select operation, person, count(distinct branch) from ({_OF_THE_DAY}) members "
        "where branch is not null group by 1, 2 having count(distinct branch) > 1"
    )
    return [
        *said("split {}: membership {} is in no branch and is not «por decidir»", nowhere),
        *said("split {}: person {} is in {} branches", twice),
    ]
