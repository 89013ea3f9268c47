"""Who may see which document of the vault: those of the bank, of taxes, of a person, and the reserved ones, apart."""

from cases.funding.words import OFFICERS_ONLY, RESERVED, DocumentKind, DocumentOf
from incubator import tiers
from incubator.access import Permission, allows
from incubator.enums import Tier

#: Papers that name people, though they are the group's.
_NAMES = (DocumentKind.ALIMONY, DocumentKind.IDENTITY, DocumentKind.MEMBERS_LIST)


def is_reserved(kind) -> bool:
    """Whether it says something sensitive of a person."""
    return kind in RESERVED


def is_officers_only(kind, subject) -> bool:
    """Whether only the municipality's officers keep it, and the auditor reads it: bank, tax and personal papers."""
    return kind in OFFICERS_ONLY or subject == DocumentOf.PERSON


def tier_of(kind, subject) -> Tier:
    """The tier under which its file is kept."""
    if is_reserved(kind):
        return Tier.SENSITIVE
    return Tier.PERSONAL if kind in _NAMES or subject == DocumentOf.PERSON else Tier.LEGAL


def rights_to_keep(kind, subject) -> tuple[Permission, ...]:
    """The rights of whoever puts it there: all of them."""
    rights = [Permission.WRITE_FUNDS]
    if is_officers_only(kind, subject):
        rights.append(Permission.VIEW_FUND_PAPERS)
    if is_reserved(kind):
        rights.append(Permission.WRITE_SENSITIVE)
    return tuple(rights)


class Reader:
    """What one user may see of the vault of one case; its rights are asked once."""

    def __init__(self, user, case):
        self.sees_reserved = allows(user, Permission.VIEW_SENSITIVE, case)
        self.sees_papers = allows(user, Permission.VIEW_FUND_PAPERS, case)
        self._tiers = tiers.opened(user, [case]) if allows(user, Permission.VIEW_FUNDS, case) else []

    def opens(self, document) -> bool:
        """Whether the user may open its file: the right to its kind, and to the tier under which it is kept."""
        return self.knows(document) and document.evidence.tier in self._tiers

    def knows(self, document) -> bool:
        """Whether the user may know what document it is and of whom."""
        if is_officers_only(document.kind, document.subject) and not self.sees_papers:
            return False
        return self.sees_reserved or not is_reserved(document.kind)

    def lists(self, document) -> bool:
        """Whether it stands in the user's list at all; a reserved one does by its number and digest alone."""
        return self.sees_papers or not is_officers_only(document.kind, document.subject)
