"""The calls for funds: the list, the calendar, one call, and the entry and check of its bases."""

from cases.forms.funding.calls_parts import PAGES
from cases.views.funding.calls import (
    calendar,
    checking,
    conditions,
    entering,
    interest,
    listing,
    page,
    versions,
    writing,
)
from incubator.access import Permission
from incubator.doors import guarded_path
from incubator.slugs import spoken

P = Permission
spoken("bases_part", PAGES)

_CALL = "fondos/<int:fund_call>/"
_BASES = f"{_CALL}bases/"
_CONDITIONS = f"{_BASES}condiciones/"
_ONE = f"{_CONDITIONS}<slug:bases_condition>/"
_VERSION = f"{_CALL}versiones/<int:bases_number>/"
_ENTER = {"needs": P.ENTER_FUND_CALLS}
_VIEW = {"needs": P.VIEW_FUNDS}

urlpatterns = [
    guarded_path("fondos/", listing.listing, name="fund_list", **_VIEW),
    guarded_path("fondos/calendario/", calendar.by_month, name="fund_calendar", **_VIEW),
    guarded_path("fondos/calendario.ics", calendar.feed, name="fund_calendar_file", **_VIEW),
    guarded_path("fondos/nuevo/", entering.new, name="fund_new", **_ENTER),
    guarded_path(_CALL, page.detail, name="fund_call", **_VIEW),
    guarded_path(f"{_CALL}copiar/", entering.copy, name="fund_copy", **_ENTER),
    guarded_path(f"{_CALL}retirar/", page.withdraw, name="fund_withdraw", **_ENTER),
    guarded_path(f"{_CALL}interes/", interest.say, name="fund_interest", needs=P.WRITE_FUNDS),
    guarded_path(f"{_CALL}comprobar/", checking.check, name="fund_bases_check", **_ENTER),
    guarded_path(_VERSION, versions.detail, name="fund_version", **_VIEW),
    guarded_path(f"{_VERSION}archivo/", versions.file, name="fund_bases_file", **_VIEW),
    guarded_path(_BASES, writing.overview, name="fund_draft", **_ENTER),
    guarded_path(f"{_BASES}nueva-version/", entering.renew, name="fund_bases_new", **_ENTER),
    guarded_path(f"{_BASES}acto/", writing.act, name="fund_bases_act", **_ENTER),
    guarded_path(f"{_BASES}revisado/", writing.reviewed, name="fund_bases_reviewed", **_ENTER),
    guarded_path(f"{_BASES}descartar/", writing.discard, name="fund_bases_discard", **_ENTER),
    guarded_path(f"{_BASES}parte/<bases_part:bases_part>/", writing.part, name="fund_bases_part", **_ENTER),
    guarded_path(_CONDITIONS, conditions.listing, name="fund_conditions", **_ENTER),
    guarded_path(f"{_CONDITIONS}nueva/", conditions.new, name="fund_condition_new", **_ENTER),
    guarded_path(_ONE, conditions.edit, name="fund_condition", **_ENTER),
    guarded_path(f"{_ONE}quitar/", conditions.remove, name="fund_condition_remove", **_ENTER),
]
