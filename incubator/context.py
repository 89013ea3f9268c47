"""In whose name the database is written: the user of a request, or the command and the user it acts as.

The triggers of history read it (incubator.models.past). It holds the id of the user and the name of the command;
never an address, which may carry data.
"""

from contextlib import ExitStack, contextmanager, suppress

import pghistory
from django.core.exceptions import ImproperlyConfigured
from django.core.serializers.json import DjangoJSONEncoder

_READS = frozenset({"GET", "HEAD", "OPTIONS"})


class Encoder(DjangoJSONEncoder):
    """Asks who acts at each statement: a user who has just entered writes as herself."""

    def default(self, o):
        """A value that is asked for when it is needed."""
        return o() if callable(o) else super().default(o)


class InWhoseName:
    """Requests that may write carry the id of their user to the triggers."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """A page that is only read carries nothing."""
        if request.method in _READS:
            return self.get_response(request)
        with pghistory.context(user=lambda: request.user.pk):
            return self.get_response(request)


@contextmanager
def of_command(name):
    """A command writes in its own name; `acting_as` adds the user whose rights it takes."""
    with ExitStack() as stack:
        with suppress(ImproperlyConfigured):  # Django itself says what is missing, and in its own time
            stack.enter_context(pghistory.context(command=name))
        yield


def acting_as(user):
    """Within a command: the user whose rights it takes."""
    pghistory.context(user=user.pk)
