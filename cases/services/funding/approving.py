"""Approve an application: it is ready, and what was approved is frozen as a package, read at one instant.

Its files are made afterwards, from the package alone (cases.services.funding.packages).
"""

from datetime import datetime

from django.db import OperationalError, connection, transaction

from cases.funding.life import FundState, FundVerb
from cases.funding.package import canonical, readiness, snapshot
from cases.funding.package.whole import Whole
from cases.models import FundPackage
from cases.services.funding import moves
from incubator import calendars
from incubator.access import GRANTS, posts_of
from incubator.enums import Role
from incubator.requirements import Refused

_SERIALIZATION_FAILURE = "40001"
_MEANWHILE = "Otra persona cambió esta postulación hace un momento. Vuelva a abrirla y revísela."


def make_ready(*, by, application, at: datetime) -> FundPackage:
    """REVIEW → READY with package n. Everything in it is read under one instant (REPEATABLE READ).

    Raises Refused with each thing that is still lacking. Of two people at once, one makes the package.
    """
    try:
        with transaction.atomic():
            if connection.savepoint_ids == [] and connection.in_atomic_block:
                _one_instant()
            return _made(by, application, at)
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") == _SERIALIZATION_FAILURE:
            raise Refused(_MEANWHILE) from error
        raise


def _one_instant():
    """Whoever begins the transaction sets its level; inside another's, that one's holds."""
    with connection.cursor() as cursor:
        cursor.execute("set transaction isolation level repeatable read")


def _made(by, application, at) -> FundPackage:
    held = moves.held(application, by=by, permission=readiness.RIGHT)
    if held.state != FundState.REVIEW:
        raise Refused(f"La postulación está «{held.get_state_display()}»: se aprueba la que está en revisión.")
    on = calendars.local_day(at)
    missing = readiness.lacks(held, by=by, on=on)
    if missing:
        raise Refused(*missing)
    held.approved_by, held.approved_on = by, on
    change = moves.move(held, FundVerb.READY, by=by, on=on, also=("approved_by", "approved_on"))
    former = held.packages.order_by("-number").first()
    number, previous = (former.number + 1, former.sha256) if former else (1, "")
    taken = snapshot.taken(Whole(held, by=by, on=on), number=number, previous=previous, at=at, post=_post(by))
    package = FundPackage.objects.create(
        application=held,
        number=number,
        change=change,
        bases=held.bases,
        snapshot=taken,
        sha256=canonical.digest(taken),
        previous=previous,
        made_by=by,
        made_at=at,
    )
    moves.tell(by, "fund_package_frozen", on, held, subject=package, number=number)
    return package


def _post(by) -> str:
    """The post from which she approves, as the paper says it; a deputy's is marked."""
    posts = [post for post in posts_of(by) if readiness.RIGHT in GRANTS[Role(post.role)][1]]
    return next((f"{post.get_role_display()}{' (s)' if post.deputy_for_id else ''}" for post in posts), "")
