"""Groups that join or divide, and how it is undone."""

from cases.views.lineage import operations, proposals
from incubator import addresses
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission
_ONE = "cambios/<int:pk>"
addresses.has_page("cases.operation", "operation_detail")

urlpatterns = [
    guarded_path("grupos/<int:pk>/unir/", proposals.propose_merge, name="merge_propose", needs=P.DECIDE),
    guarded_path("grupos/<int:pk>/dividir/", proposals.propose_split, name="split_propose", needs=P.DECIDE),
    guarded_path("cambios/", operations.listing, name="operation_list", needs=P.VIEW_GROUPS),
    guarded_path(f"{_ONE}/", operations.detail, name="operation_detail", needs=P.VIEW_GROUPS),
    guarded_path(f"{_ONE}/hacer/", operations.execute, name="operation_execute", needs=P.DECIDE),
    guarded_path(f"{_ONE}/retirar/", operations.withdraw, name="operation_withdraw", needs=P.DECIDE),
    guarded_path(f"{_ONE}/pedir-deshacer/", operations.ask_to_revert, name="operation_ask_revert", needs=P.DECIDE),
    guarded_path(f"{_ONE}/no-deshacer/", operations.drop_the_ask, name="operation_drop_revert", needs=P.DECIDE),
    guarded_path(f"{_ONE}/deshacer/", operations.revert, name="operation_revert", needs=P.DECIDE),
    guarded_path(
        f"{_ONE}/sesiones/<int:session>/conjunta/", operations.make_joint, name="operation_joint", needs=P.LOG_MEETINGS
    ),
    guarded_path(
        f"{_ONE}/por-decidir/<int:allocation>/", operations.decide, name="allocation_decide", needs=P.WRITE_PEOPLE
    ),
]
