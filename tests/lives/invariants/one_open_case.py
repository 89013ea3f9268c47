from tests.lives.invariants.reading import rows, said


def broken():
    """I1 one open case per organization."""
    found = rows(
        "select organization_id, count(*) from cases_case "
        "where annulled_at is null and stage not in ('graduated', 'closed') group by 1 having count(*) > 1"
    )
    return said("the group {} has {} open cases", found)
