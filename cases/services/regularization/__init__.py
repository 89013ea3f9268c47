"""The regularization of a cooperative that exists: its list, its plan, its filings and its ends (docs/adr/0025).

items      begin(file, cooperative_type, years_from) · add_item · update_item · count_members (R02)
plans      write_plan(item, …) · present · approve (somebody else) · revise · tell_progress
filings    open_filing(item, authority) · step_filing(filing, to, evidence)
endings    dissolve · give_up · withdraw · lapse · open_again
standings  record_standing(case, kind, code) · do_duty(case, key, year)
staged     what the steps of a case bring about · moves    the only place where its state is written
"""

from cases.services.regularization.endings import dissolve, give_up, lapse, open_again, withdraw
from cases.services.regularization.filings import open_filing, step_filing
from cases.services.regularization.items import add_item, begin, count_members, update_item
from cases.services.regularization.plans import approve, present, revise, tell_progress, write_plan
from cases.services.regularization.standings import do_duty, record_standing

__all__ = [
    "add_item", "approve", "begin", "count_members", "dissolve", "do_duty", "give_up", "lapse", "open_again",
    "open_filing", "present", "record_standing", "revise", "step_filing", "tell_progress", "update_item", "withdraw",
    "write_plan",
]  # fmt: skip
