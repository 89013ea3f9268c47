"""A page's pieces in one column, whose definition stays in the code: migrations tell nothing of a block's words."""

from wagtail.fields import StreamField


class Pieces(StreamField):
    """A StreamField that migrations see without its blocks: the column is JSON whatever they are."""

    def __init__(self, block_types=(), **kwargs):
        super().__init__(block_types or [], **kwargs)

    def deconstruct(self):
        """Name, path and the options of the column alone."""
        name, path, _, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs
