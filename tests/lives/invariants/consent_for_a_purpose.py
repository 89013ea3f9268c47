from collections import defaultdict

from incubator import calendars
from incubator.services import consents
from tests.lives.invariants.reading import rows, said

#: The last answer of each person, by whichever of her records, for each purpose, as of a day.
_LAST = (
    "select distinct on (coalesce(person.same_as_id, person.id), answer.purpose) "
    "coalesce(person.same_as_id, person.id), answer.purpose, answer.given from incubator_consent answer "
    "join incubator_person person on person.id = answer.person_id where answer.happened_on <= %s "
    "order by 1, 2, answer.happened_on desc, answer.id desc"
)


def broken():
    """I14 after consent *for a purpose* is withdrawn, nothing new for that purpose contains the person."""
    today = calendars.today()
    withdrawn = defaultdict(set)
    for person, purpose, given in rows(_LAST, today):
        if not given:
            withdrawn[purpose].add(person)
    found = [
        (person, purpose)
        for purpose, people in withdrawn.items()
        for person in sorted(consents.allows(people, purpose, today))
    ]
    return said("person {} took back «{}» and is still among those who authorise it", found)
