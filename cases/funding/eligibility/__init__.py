"""Whether a group may apply, why not yet, and how far it is: pure functions of frozen facts and a day."""
