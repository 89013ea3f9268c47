"""Calls in and out of files, and the results of past years."""

from cases.views.funding.exchange import awards, calls
from incubator.access import Permission
from incubator.doors import guarded_path

_ENTER = Permission.ENTER_FUND_CALLS

urlpatterns = [
    guarded_path("fondos/archivo/", calls.upload, name="fund_exchange", needs=_ENTER),
    guarded_path("fondos/archivo/<int:evidence>/", calls.result, name="fund_file", needs=_ENTER),
    guarded_path("fondos/llamados.xlsx", calls.workbook, name="fund_workbook", needs=Permission.VIEW_FUNDS),
    guarded_path("fondos/llamados-vacia.xlsx", calls.blank, name="fund_blank", needs=_ENTER),
    guarded_path("fondos/llamados.json", calls.as_json, name="fund_json", needs=Permission.VIEW_FUNDS),
    guarded_path("fondos/resultados/", awards.past_awards, name="past_awards", needs=Permission.VIEW_FUNDS),
    guarded_path("fondos/resultados/leer/", awards.upload, name="past_awards_read", needs=_ENTER),
    guarded_path("fondos/resultados/360giving.json", awards.package, name="fund_giving", needs=Permission.VIEW_FUNDS),
]
