"""Who may do what with an application: the rights of its case, or of the institution that it stayed with.

One that stayed with the institution that signed is reached under the name of its keeper alone, and the case is not.
"""

from incubator import access


def place_of(application):
    """The record on which a right is judged: the case, or the institution that the application stays with."""
    return application.case if application.stays_with_id is None else application.stays_with


def incubator_of(application):
    """Where its documents are kept: with the case, or with the institution that it stays with."""
    return application.case.incubator if application.stays_with_id is None else application.stays_with


def is_kept(application):
    """Whether it stayed with an institution after its case moved away."""
    return application.stays_with_id is not None


def may(user, permission, application):
    """Whether this right of this user reaches the application."""
    if is_kept(application) and application.keeper_id != user.pk:
        return False
    return access.allows(user, permission, place_of(application))


def require(user, permission, application):
    """Refuse (403) whoever may not."""
    if is_kept(application) and application.keeper_id != user.pk:
        access.require(user, permission, application)  # it covers nobody: an application names no place of its own
    access.require(user, permission, place_of(application))
