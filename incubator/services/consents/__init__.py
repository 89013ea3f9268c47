"""What people authorise: give, withdraw, read; the texts read to them; and what adviser institutions are.

    consents.allows(person_ids, Purpose.PHOTO, on) → the ids of those whose authorisation is in force that day

Whatever Minga does for a purpose asks `allows` at that moment: a withdrawal takes effect at once.
"""

from incubator.services.consents.advisers import end_contract, institutions_of, record_contract, record_standing
from incubator.services.consents.giving import carry_withdrawals, give, withdraw
from incubator.services.consents.reading import Standing, allows, history, in_groups, standing_of, supports_used
from incubator.services.consents.texts import in_force, texts_on, write_text

__all__ = [
    "Standing",
    "allows",
    "carry_withdrawals",
    "end_contract",
    "give",
    "history",
    "in_force",
    "in_groups",
    "institutions_of",
    "record_contract",
    "record_standing",
    "standing_of",
    "supports_used",
    "texts_on",
    "withdraw",
    "write_text",
]
