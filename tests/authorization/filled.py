"""What the tests of shapes share: who is tried, and a form filled so that only the right stands in the way."""

from tests.authorization.expectations import held
from tests.authorization.world import WHO

READERS = [who for who in WHO if held(who)[1]]
WRITERS = ("officer_disability", "coordinator", "advisor", "university_coordinator")

#: What a form of ours may ask, filled so that nothing but the right stands in the way.
FILLED = {
    "reason": "Se anotó por error.", "why-reason": "x", "on": "14-06-2021", "since": "14-06-2021",
    "last_day": "15-06-2021", "until": "15-06-2021", "confirm": "on", "confirmed": "on", "seen": "1",
    "close_reason": "withdrew", "answer": "sheet",
    "made_on": "14-06-2021", "channel": "phone", "reached": "yes", "rank": "1", "score": "50", "given_names": "Rosa",
    "surname_1": "Soto", "name": "Otro", "held_on": "14-06-2021", "starts_at": "18:00", "ends_at": "19:00",
    "topic": "x",
    "modality": "in_person", "summary": "x", "deviations": "x", "next_steps": "x", "expected_on": "20-06-2021",
    "aprobar-on": "14-06-2021", "status": "meets", "purpose": "attention", "disability": "yes",
}  # fmt: skip
