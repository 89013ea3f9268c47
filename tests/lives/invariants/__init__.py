"""What must never break, one module each: the sentence of the design is the docstring of its function.

ALWAYS: functions that read the database after a step and say what is wrong, in sentences, each with the tables it rests
on: it is asked after any step that wrote in one of them, and whenever the day changes. AROUND: what is remembered
before a step and compared after it. AT_THE_END: what costs more, asked where it can move and when the life is over.
"""

from tests.lives.invariants import (
    chained_changes,
    consent_for_a_purpose,
    figures_that_add_up,
    logged_changes,
    memberships_apart,
    nothing_disappears,
    one_open_case,
    posts_that_end,
    reads_as_before,
    receiver_and_sender,
    rights_when_recorded,
    running_deadlines,
    split_branches,
    two_sides,
)

_WHO_ANSWERS = (
    "incubator_post incubator_absence incubator_assignment incubator_participation incubator_user incubator_organization "
    "cases_case"
)
_MACHINES = (
    "cases_case cases_stagechange cases_call cases_callchange cases_transfer cases_transferchange reports_report "
    "reports_reportchange cases_legalfile cases_legalfilechange"
)
_PAIRS = (
    "incubator_meeting cases_operation cases_transfer cases_measurement cases_businessplan cases_businessplan_authors "
    "incubator_personmerge reports_report cases_stagechange cases_evaluation cases_appeal cases_groupconfirmation"
)
_GOVERNED = {
    "I1": (one_open_case.broken, "cases_case"),
    "I2": (logged_changes.broken, _MACHINES),
    "I3": (chained_changes.broken, "cases_stagechange"),
    "I4": (two_sides.broken, _PAIRS),
    "I6": (memberships_apart.broken, "incubator_membership"),
    "I9": (split_branches.broken, "incubator_membership cases_operation cases_allocation cases_case"),
    "I11": (posts_that_end.broken, _WHO_ANSWERS),
    "I13": (running_deadlines.broken, f"{_WHO_ANSWERS} cases_legalfile cases_legalevent cases_deadlinetaker"),
    "I14": (consent_for_a_purpose.broken, "incubator_consent incubator_person incubator_personmerge"),
}
ALWAYS = {label: (check, frozenset(tables.split())) for label, (check, tables) in _GOVERNED.items()}
AROUND = {
    "I5": rights_when_recorded,
    "I7": nothing_disappears,
    "I8": reads_as_before,
    "I10": receiver_and_sender,
    "I12": figures_that_add_up,
}
AT_THE_END = {"I12": figures_that_add_up.broken}
