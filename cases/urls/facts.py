"""One page per kind of fact, and the acts that complete one."""

from functools import partial

from cases.fact_pages import FACT_PAGES
from cases.views import facts
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission
_GROUP = "grupos/<int:pk>"

urlpatterns = [
    *(
        guarded_path(
            f"{_GROUP}/{page.slug}/", partial(facts.fact, name=page.name), name=f"fact_{page.name}", needs=page.needs
        )
        for page in FACT_PAGES.values()
    ),
    guarded_path(f"{_GROUP}/plan/<int:plan>/aprobar/", facts.approve, name="plan_approve", needs=P.APPROVE_PLANS),
]
