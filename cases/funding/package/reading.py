"""The packages of an application and what one user may take of them."""

import hashlib
from collections.abc import Iterable

from cases.funding import reach
from cases.funding.package import canonical
from cases.models import FundPackage, FundPackageFile
from incubator import masking
from incubator.access import Permission


def packages_of(application) -> list[FundPackage]:
    """Every package, the newest first, with its files and hand-overs. Three queries."""
    rows = application.packages.select_related("made_by", "bases", "change")
    return list(rows.prefetch_related("files__evidence", "hand_overs__by").order_by("-number"))


def files_of(package) -> list[FundPackageFile]:
    """Its files in their order."""
    return sorted(package.files.all(), key=lambda row: row.position)


def closed_digests(package) -> set[str]:
    """The digests of the bank, tax and personal papers of a package: only officers take them, and the auditor."""
    return {one["sha256"] for one in package.snapshot.get("documents", ()) if one["closed"]}


def hides_names(user, application) -> bool:
    """Whether somebody of the group is hidden from the user: a package names people, so she takes none of it."""
    return masking.hides_anybody(user, [application.case.organization_id])


def takeable(user, package) -> list[FundPackageFile]:
    """The files this user may take: none that is reserved, and the closed ones only with their right."""
    names = reach.may(user, Permission.VIEW_PEOPLE, package.application)
    if not names or hides_names(user, package.application):
        return []
    sees_papers = reach.may(user, Permission.VIEW_FUND_PAPERS, package.application)
    closed = set() if sees_papers else closed_digests(package)
    return [row for row in files_of(package) if not row.is_reserved and row.sha256 not in closed]


def is_intact(package) -> bool:
    """Whether the snapshot still is what its digest says."""
    return canonical.digest(package.snapshot) == package.sha256


def broken_links(packages: Iterable[FundPackage]) -> list[int]:
    """The numbers of the packages that do not say the digest of the one before, or no longer have their own."""
    found, previous = [], ""
    for package in sorted(packages, key=lambda one: one.number):
        says = {package.previous, package.snapshot.get("previous")}
        if not is_intact(package) or says != {previous}:
            found.append(package.number)
        previous = package.sha256
    return found


def digest_of(upload) -> str:
    """The SHA-256 of a file that somebody brings to compare; it is not kept."""
    made = hashlib.sha256()
    for chunk in upload.chunks():
        made.update(chunk)
    return made.hexdigest()


def found_by(packages: Iterable[FundPackage], sha256: str) -> list[tuple[FundPackage, FundPackageFile | None]]:
    """(package, file) of whatever has that digest: a file, or the package itself (its data)."""
    found = []
    for package in packages:
        rows = [row for row in files_of(package) if row.sha256 == sha256]
        found += [(package, row) for row in rows] or ([(package, None)] if package.sha256 == sha256 else [])
    return found
