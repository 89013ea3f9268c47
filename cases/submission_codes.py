"""The code of a submission: ten characters (50 random bits), shown once and kept as a keyed digest."""

from incubator import codes

LENGTH = 10
_KIND = "submission"
#: How many figures of the telephone go with the code.
TAIL = 4


def new_code():
    """A code nobody has seen yet."""
    return codes.new(LENGTH)


def grouped(code):
    """«7QF4M-2KD9X»: as it is shown and read aloud."""
    return codes.grouped(code, 5)


def digest_of(code):
    """What is stored of it."""
    return codes.digest(code, _KIND)


def digest_typed(typed):
    """The digest of what somebody typed; of a code that is nobody's when it cannot be one."""
    return digest_of(codes.normalized(typed, LENGTH) or "")


def tail_of(phone):
    """The last figures of a telephone."""
    return "".join(figure for figure in phone if figure.isdigit())[-TAIL:]
