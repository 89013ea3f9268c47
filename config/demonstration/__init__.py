"""The demonstration: the real agreement and its six municipalities, with invented people, lived event by event.

It goes through the same services people use, with the clock moved to each event's day, so nothing in it could not
have been typed. Deterministic: the same names, groups and figures every time.
"""
