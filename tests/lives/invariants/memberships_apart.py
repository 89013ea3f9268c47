from tests.lives.invariants.reading import rows, said


def broken():
    """I6 memberships of one person in one group do not overlap."""
    found = rows(
        "select a.id, b.id from incubator_membership a join incubator_membership b "
        "on b.organization_id = a.organization_id and b.person_id = a.person_id and b.id > a.id "
        "and daterange(a.since, a.until) && daterange(b.since, b.until) "
        "where a.annulled_at is null and b.annulled_at is null"
    )
    return said("memberships {} and {} hold on one day", found)
