"""The applications within reach, through filters: state, institution, closing and words. The list and its workbook."""

import re

from django.db.models import Count, Q
from django.utils.http import urlencode

from cases.funding.around import due
from cases.funding.life import BEFORE_FILING, ENDED, FILED, GRANTED, WAITING
from cases.models import FundApplication, FundingAgency
from incubator import words
from incubator.access import Permission

#: Key in an address → (its name, its states; none: all).
STANDINGS = {
    "abiertas": ("Abiertas", (*BEFORE_FILING, *FILED, *WAITING, *GRANTED)),
    "preparacion": ("En preparación", BEFORE_FILING),
    "enviadas": ("En el fondo", (*FILED, *WAITING)),
    "adjudicadas": ("Adjudicadas", GRANTED),
    "terminadas": ("Terminadas", ENDED),
    "todas": ("Todas", ()),
}
#: Days within which the call closes.
CLOSINGS = (7, 15, 30)
_CODE = re.compile(r"(\d{4,5})\s*-\s*(\d{1,6})(?:\s*-\s*f?(\d{1,4}))?", re.ASCII | re.IGNORECASE)


def said(text: str) -> Q:
    """The applications that some words name: by their code, their folio, their title, their call or their group."""
    code = _CODE.fullmatch(text.strip())
    if code:
        commune, number, own = code.groups()
        found = Q(case__born_in__commune_id=commune.zfill(5), case__number=int(number))
        return found & Q(number=int(own)) if own else found
    named = Q(case__organization__in=_groups(text), stays_with__isnull=True)
    return words.says(text, "title", "call__programme") | Q(filings__folio__iexact=text.strip()) | named


def _groups(text):
    from incubator.models import Organization

    return Organization.objects.filter(words.has_parts("name_folded", text)).values("pk")


class Asked:
    """What somebody asked for in the address, and the applications that answer to it."""

    def __init__(self, user, given, on, permission=Permission.VIEW_FUNDS):
        self.on, self.given = on, given
        self.standing = given.get("estado") if given.get("estado") in STANDINGS else "abiertas"
        self.text = given.get("q", "").strip()[:80]
        agency = given.get("institucion", "")
        self.agency = agency if agency.isdecimal() and len(agency) < 10 else ""
        days = given.get("cierre", "")
        self.days = days if days in {str(one) for one in CLOSINGS} else ""
        reached = FundApplication.objects.visible_to(user).filter(case__annulled_at__isnull=True)
        if permission != Permission.VIEW_FUNDS:
            reached = reached.filter(pk__in=FundApplication.objects.visible_to(user, permission).values("pk"))
        self.reached = reached
        narrowed = self._narrowed(reached)
        states = {key: Q(state__in=found) if found else Q() for key, (_, found) in STANDINGS.items()}
        self.counts = narrowed.order_by().aggregate(**{key: Count("pk", filter=one) for key, one in states.items()})
        rows = due.with_closing(self._of(narrowed, self.standing), on)
        if self.days:
            rows = rows.filter(state__in=BEFORE_FILING, closes_on__range=(on, due.days_after(on, int(self.days))))
        self.rows = rows.select_related(
            "case__organization", "case__incubator", "case__born_in", "call__agency", "stays_with", "keeper"
        ).order_by("closes_on", "-opened_on", "-pk")

    def _narrowed(self, rows):
        if self.agency:
            rows = rows.filter(call__agency=int(self.agency))
        if self.text:
            rows = rows.filter(pk__in=FundApplication.objects.filter(said(self.text)).values("pk"))
        return rows

    @staticmethod
    def _of(rows, key):
        states = STANDINGS[key][1]
        return rows.filter(state__in=states) if states else rows

    @property
    def is_narrowed(self):
        """Whether anything but the state was asked."""
        return bool(self.text or self.agency or self.days)

    @property
    def agencies(self):
        """The institutions of the applications within reach."""
        return FundingAgency.objects.filter(pk__in=self.reached.order_by().values("call__agency")).order_by("name")

    def query(self, **other):
        """The address of the same with something else."""
        values = {"estado": self.standing, "q": self.text, "institucion": self.agency, "cierre": self.days} | other
        return urlencode({key: value for key, value in values.items() if value})

    @property
    def words(self):
        """The filters in words, for the workbook."""
        found = [("Estado", STANDINGS[self.standing][0])]
        if self.agency:
            found.append(("Institución", str(FundingAgency.objects.filter(pk=int(self.agency)).first() or "")))
        return [
            *found,
            *([("Palabras", self.text)] if self.text else []),
            *([("Cierra dentro de", f"{self.days} días")] if self.days else []),
        ]


def name_of(application):
    """Whose it is: the group; of one that stayed with an institution, the institution (its keeper sees no group)."""
    return str(application.stays_with) if application.stays_with_id else application.case.organization.name
