"""Enter a call for funds, copy last year's, and withdraw one. What its bases say is written by its versions (bases)."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.text import slugify

from cases.funding.bases import copies
from cases.funding.bases.shapes import Bases
from cases.funding.bases.written import bases_of
from cases.funding.calls import access as calls_access
from cases.funding.calls import reading as calls_reading
from cases.models import FundingAgency, FundingCall
from cases.services.funding import bases as versions
from incubator import journal
from incubator.requirements import Finding, Kind, Refused
from incubator.text import fold

_KEY = FundingCall._meta.get_field("key").max_length


@transaction.atomic
def enter(
    *, by, agreement, on, agency, programme, year, incubator=None, line="", key="", url="", bases=None,
    agency_short="", is_private=False, website="", is_demonstration=False,
):  # fmt: skip
    """A new call of an agreement with the draft of its first bases. `agency`: its name, found or made."""
    _require(by, agreement, incubator)
    named = found_agency(name=agency, short_name=agency_short, is_private=is_private, website=website)
    call = _made(
        by, agreement, incubator, agency=named, programme=programme.strip(), line=line.strip(), year=year, key=key,
        is_demonstration=is_demonstration,
    )  # fmt: skip
    versions.begin(by=by, call=call, on=on, content=bases or Bases(), url=url)
    journal.record(by, "fund_call_entered", on, subject=call, incubator=incubator, year=year)
    return call


@transaction.atomic
def copy(*, by, call, on, year, incubator=None):
    """This year's call from another: its bases without dates, hours or amounts, each value of them to review."""
    call = FundingCall.objects.select_related("agreement", "agency").get(pk=call.pk)
    _require(by, call.agreement, incubator)
    if year <= call.year:
        raise Refused(Finding("year", Kind.INPUT, False, f"Escriba un año posterior a {call.year}.", field="year"))
    source = calls_reading.in_force(call, on) or call.versions.order_by("-number").first()
    if source is None:
        raise Refused("Ese llamado no tiene bases que copiar.")
    new = _made(
        by, call.agreement, incubator, agency=call.agency, programme=call.programme, line=call.line, year=year, key="",
        copied_from=call,
    )  # fmt: skip
    content = copies.copied(bases_of(source))
    versions.begin(by=by, call=new, on=on, content=content, to_review=copies.to_review(content))
    journal.record(by, "fund_call_copied", on, subject=new, incubator=incubator, year=year, source=call.pk)
    return new


@transaction.atomic
def withdraw(*, by, call, on):
    """The agency took it back, or it should not have been entered: it is no longer offered."""
    call = versions.locked_call(by, call)
    if call.withdrawn_on is not None:
        raise Refused(f"El llamado ya se retiró el {call.withdrawn_on:%d-%m-%Y}.")
    call.withdrawn_on = on
    call.save(update_fields=["withdrawn_on"])
    journal.record(by, "fund_call_withdrawn", on, subject=call, incubator=call.incubator)
    return call


@transaction.atomic
def found_agency(*, name, short_name="", is_private=False, website=""):
    """The institution of that name, however its accents and capitals are written; made when there is none."""
    name = " ".join(name.split())
    if not name:
        raise Refused(Finding("agency", Kind.INPUT, False, "Escriba qué institución financia.", field="agency"))
    wanted = {fold(name), fold(short_name)} - {""}
    for one in FundingAgency.objects.order_by("pk"):
        if fold(one.name) in wanted or (one.short_name and fold(one.short_name) in wanted):
            return one
    made = FundingAgency(name=name, short_name=short_name.strip(), is_private=is_private, website=website)
    made.full_clean()
    made.save()
    return made


def key_of(agency, programme, line, year) -> str:
    """The key of a call that nobody gave one: the same words give the same key."""
    words = slugify("-".join(filter(None, (agency.short_name or agency.name, programme, line))))
    return f"{words[: _KEY - 5].strip('-')}-{year}"


def _made(by, agreement, incubator, *, key, **fields):
    key = key or key_of(fields["agency"], fields["programme"], fields["line"], fields["year"])
    call = FundingCall(agreement=agreement, incubator=incubator, key=key, entered_by=by, **fields)
    call.full_clean(exclude=["agreement", "incubator", "entered_by"])
    call.save()
    return call


def _require(by, agreement, incubator):
    if not calls_access.may_enter(by, agreement, incubator):
        raise PermissionDenied("Su cargo no permite ingresar llamados en ese convenio. Pídalo a la coordinación.")
