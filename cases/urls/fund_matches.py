"""Who can apply to what: the groups of a call, the funds of a group, each condition, and «¿y si…?»."""

from cases.views.funding.matches import eligibility, group, groups, reserved
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission
_CALL = "fondos/<int:fund_call>/grupos/"
_GROUP = "grupos/<int:pk>/fondos/"
_PAIR = f"{_GROUP}<int:fund_call>/"

urlpatterns = [
    guarded_path(_CALL, groups.listing, name="fund_groups", needs=P.VIEW_FUNDS),
    guarded_path(f"{_CALL}planilla/", groups.export, name="fund_groups_export", needs=P.EXPORT),
    guarded_path(_GROUP, group.funds, name="group_funds", needs=P.VIEW_FUNDS),
    guarded_path(_PAIR, eligibility.eligibility, name="fund_eligibility", needs=P.VIEW_FUNDS),
    guarded_path(f"{_PAIR}y-si/", eligibility.what_if, name="fund_what_if", needs=P.VIEW_FUNDS),
    guarded_path(f"{_PAIR}reservadas/", reserved.answers, name="fund_reserved", needs=P.WRITE_SENSITIVE),
]
