"""The forms of the funds."""
