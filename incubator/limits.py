"""How many times one address may try something within a time, counted in the shared cache without keeping the address.

Each try takes one of `most` slots, and a slot frees itself: `cache.add` gives a slot to one alone, so that trying many
times at once gains nothing. Whoever succeeds gives the slot back, where only failures count.
"""

import hashlib
import hmac
import ipaddress
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache

#: A household has a whole network of the new kind of addresses.
_NETWORK_BITS = 64


@dataclass(frozen=True)
class Limit:
    """At most so many within these seconds, for one address."""

    name: str
    most: int
    seconds: int = 3600

    def take(self, request) -> str | None:
        """A slot for this try; None when there is none left."""
        asker = _asker(request)
        for number in range(self.most):
            slot = f"limit:{self.name}:{asker}:{number}"
            if cache.add(slot, 1, self.seconds):
                return slot
        return None

    @staticmethod
    def give_back(slot):
        """The try went well: it does not count."""
        cache.delete(slot)


def _asker(request):
    """A keyed digest of where the request comes from."""
    given = request.META.get("REMOTE_ADDR", "")
    try:
        address = ipaddress.ip_address(given)
    except ValueError:
        address = None
    if address is not None and address.version == 6:
        given = str(ipaddress.ip_network((address, _NETWORK_BITS), strict=False))
    return hmac.digest(settings.SECRET_KEY.encode(), f"limits:{given}".encode(), hashlib.sha256).hex()[:24]
