"""What stops a document before anything is written."""


class MissingFactsError(ValueError):
    """Facts that nobody recorded yet; `sentences` name each («Falta el domicilio de Rosa Pérez.»)."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


class NoBaseTextError(LookupError):
    """There is no base text for that document, type or day."""


class BrokenTextError(ValueError):
    """A base text that cannot be read: the sentence names file, article and what is wrong."""
