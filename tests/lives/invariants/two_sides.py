from tests.lives.invariants.reading import rows, said

#: Pair → the rows where one person stands on both sides of it.
_PAIRS = {
    "logged and validated meeting": (
        "select id, validated_by_id from incubator_meeting where validated_by_id in (logged_by_id, conducted_by_id)"
    ),
    "proposed and executed operation": "select id, executed_by_id from cases_operation where executed_by_id = proposed_by_id",
    "asked and did the reversal of operation": (
        "select id, reverted_by_id from cases_operation where reverted_by_id = revert_asked_by_id"
    ),
    "requested and answered transfer": (
        "select id, answered_by_id from cases_transfer "
        "where state in ('accepted', 'rejected') and answered_by_id = requested_by_id"
    ),
    "entered and certified measurement": (
        "select id, certified_by_id from cases_measurement where certified_by_id = recorded_by_id"
    ),
    "wrote and approved plan": (
        "select plan.id, plan.approved_by_id from cases_businessplan plan where plan.approved_by_id in "
        "(plan.author_id, plan.recorded_by_id) or exists (select 1 from cases_businessplan_authors author "
        "where author.businessplan_id = plan.id and author.user_id = plan.approved_by_id)"
    ),
    "proposed and executed the joining of persons": (
        "select id, executed_by_id from incubator_personmerge where executed_by_id = proposed_by_id"
    ),
    "prepared and sealed report": "select id, sealed_by_id from reports_report where sealed_by_id = seal_asked_by_id",
    "evaluated and admitted case": (
        "select change.case_id, change.by_id from cases_stagechange change join cases_evaluation sheet "
        "on sheet.case_id = change.case_id and sheet.evaluator_id = change.by_id and sheet.completed_on is not null "
        "where change.verb in ('admit', 'admit_formal')"
    ),
    "evaluated and decided, without a superior, appeal": (
        "select appeal.id, appeal.decided_by_id from cases_appeal appeal join cases_evaluation sheet "
        "on sheet.application_id = appeal.application_id and sheet.evaluator_id = appeal.decided_by_id "
        "where appeal.superior = ''"
    ),
    "declined and decided, without a superior, appeal": (
        "select appeal.id, appeal.decided_by_id from cases_appeal appeal join cases_stagechange change "
        "on change.case_id = appeal.case_id and change.verb = 'decline' and change.by_id = appeal.decided_by_id "
        "where appeal.superior = ''"
    ),
    "printed the codes of, and asked with them, confirmation": (
        "select asked.id, asked.asked_by_id from cases_groupconfirmation given "
        "join cases_confirmationcode code on code.id = given.code_id "
        "join cases_confirmationsheet sheet on sheet.id = code.sheet_id and sheet.case_id = given.case_id "
        "join cases_confirmationrequest asked on asked.case_id = given.case_id and asked.closed_at = code.used_at "
        "where asked.asked_by_id = sheet.recorded_by_id"
    ),
}


def broken():
    """I4 nobody is on both sides of a separation pair."""
    return [sentence for pair, sql in _PAIRS.items() for sentence in said(f"{pair} {{}}: user {{}}", rows(sql))]
