"""What of the journey is not kept for ever."""

from cases.services.submissions_expiry import erase_expired
from incubator import retention


def _erase(term, on, at):
    """What nobody took in, so many days after the appeal term of its call."""
    return erase_expired(on=on, days=term.days)


retention.add("submission", retention.Expiry("Postulaciones que nadie tomó", _erase))
