"""What can go wrong while printing."""


class PaperError(Exception):
    """A document that would come out with a defect (a lost picture, a dead reference): nothing is printed."""
