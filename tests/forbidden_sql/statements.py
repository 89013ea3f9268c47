"""What no service does, as SQL: why it is forbidden, and the statement. Names in braces are what the scene made."""

from tests.forbidden_sql.funded import FUNDS

FORBIDDEN = [
    ("a change of stage skips its number", "insert into cases_stagechange (case_id, number, from_stage, to_stage, "
     "verb, by_id, effective_on, recorded_at, reason, data) values ({case}, 99, 'training', 'business', "
     "'define_business', {boss}, '2021-06-15', now(), '', '{{}}')"),
    ("two cases of one group are open", "insert into cases_case (organization_id, incubator_id, born_in_id, number, "
     "stage, source, opened_on) values ({group}, {place}, {place}, 900, 'census', 'office', '2021-06-15')"),
    ("a person belongs twice to a group on one day", "insert into incubator_membership (organization_id, person_id, "
     "role, since, leave_reason, leave_note) values ({group}, {member}, 'member', '2021-02-01', '', '')"),
    ("a case changes hands without its responsibility", "update cases_case set incubator_id = {other} where id = "
     "{case}"),
    ("two incubators answer for one case on one day", "insert into cases_responsibility (case_id, incubator_id, "
     "since) values ({case}, {other}, '2021-02-01')"),
    ("a case is deleted", "delete from cases_case where id = {case}"),
    # what happened is only added to
    ("the journal is rewritten", "update incubator_journalentry set verb = 'x'"),
    ("the journal loses a row", "delete from incubator_journalentry"),
    ("who read whose data is rewritten", "update incubator_readinglog set purpose = 'x'"),
    ("who read whose data is deleted", "delete from incubator_readinglog"),
    ("a block of the chain is deleted", "delete from incubator_chainblock"),
    ("a block of the chain is invented", "insert into incubator_chainblock select * from incubator_chainblock"),
    ("the history of a case is deleted", "delete from cases_case_history"),
    ("a lineage is rewritten", "update cases_lineage set \"on\" = '2020-01-01'"),
    ("a lineage is deleted", "delete from cases_lineage"),
    ("a change of a call is rewritten", "update cases_callchange set reason = 'x'"),
    ("an amendment is rewritten", "update cases_amendment set reason = 'x'"),
    ("an amendment is deleted", "delete from cases_amendment"),
    ("a declaration of interests is rewritten", "update cases_conflictdeclaration set conflict = 'none'"),
    ("the order of a call is rewritten", "update cases_ranking set number = 9"),
    ("a step of a transfer is rewritten", "update cases_transferchange set reason = 'x'"),
    ("a step of a transfer is deleted", "delete from cases_transferchange"),
    ("a step of a legal file is rewritten", "update cases_legalfilechange set reason = 'x'"),
    ("a step of a legal file is deleted", "delete from cases_legalfilechange"),
    ("a validation of a legal act is rewritten", "update cases_legalreview set note = 'x'"),
    ("a legal file moves without its row", "update cases_legalfile set state = 'constituted' where id = {legal_file}"),
    ("a legal file is born with a deed", "insert into cases_legalfile (case_id, cooperative_type_id, opened_on, pack, "
     "state) select {case}, cooperative_type_id, opened_on, pack, 'deeded' from cases_legalfile where id = "
     "{legal_file}"),
    ("a legal file passes to constituted by its deed", "insert into cases_legalfilechange (file_id, number, "
     "from_state, to_state, verb, event_id, by_id, effective_on, recorded_at, reason) values ({legal_file}, 9, "
     "'deeded', 'constituted', 'constitute', {act}, {officer}, '2021-06-15', now(), ''); update cases_legalfile set "
     "state = 'constituted' where id = {legal_file}"),
    ("a step of a legal file is not made", "insert into cases_legalfilechange (file_id, number, from_state, to_state, "
     "verb, event_id, by_id, effective_on, recorded_at, reason) values ({legal_file}, 9, 'deeded', 'constituted', "
     "'constitute', {act}, {officer}, '2021-06-15', now(), '')"),
    ("a legal act is validated by who recorded it", "insert into cases_legalreview (event_id, by_id, reviewed_on, "
     "note) values ({act}, {officer}, '2021-06-15', '')"),
    ("a legal file passes to another case", "update cases_legalfile set case_id = {case} where id = {legal_file}"),
    ("a legal file with a deed is deleted", "delete from cases_legalfile where id = {legal_file}"),
    ("a deed is recorded twice in a file", "insert into cases_legalevent (case_id, file_id, kind, happened_on, "
     "recorded_by_id, recorded_at, reference, taken_back) select case_id, file_id, kind, happened_on, recorded_by_id, "
     "now(), '', false from cases_legalevent where id = {act}"),
    ("a legal act is hidden by nobody", "update cases_legalevent set taken_back = true where id = {act}"),
    ("a legal act is born hidden", "insert into cases_legalevent (case_id, file_id, kind, happened_on, recorded_by_id, "
     "recorded_at, reference, taken_back) select case_id, file_id, 'notice', happened_on, recorded_by_id, now(), '', "
     "true from cases_legalevent where id = {act}"),
    ("an old act is taken back", "insert into cases_acttakenback (event_id, by_id, taken_back_on, recorded_at, reason) "
     "select id, {officer}, '2031-01-01', recorded_at + interval '9 days', 'x' from cases_legalevent where id = {act}"),
    ("a cure is born with its deed", "insert into cases_cure (case_id, act_id, defects, opened_on, opened_by_id, "
     "recorded_at, state) select case_id, id, '{{}}', happened_on, recorded_by_id, now(), 'deeded' from "
     "cases_legalevent where id = {act}"),
    ("a cure mends the deed of another case", "insert into cases_cure (case_id, act_id, defects, opened_on, "
     "opened_by_id, recorded_at, state) select {case}, id, '{{}}', happened_on, recorded_by_id, now(), 'opened' from "
     "cases_legalevent where id = {act}"),
    ("a cure takes effect without its row", "insert into cases_cure (case_id, act_id, defects, opened_on, "
     "opened_by_id, recorded_at, state) select case_id, id, '{{}}', happened_on, recorded_by_id, now(), 'opened' from "
     "cases_legalevent where id = {act}; update cases_cure set state = 'effective' where act_id = {act}"),
    ("a step of a cure is rewritten", "update cases_curechange set reason = 'x'"),
    ("a reading of a document is rewritten", "update cases_actcontent set items = '{{}}'"),
    ("the answer to the DAES is rewritten", "update cases_observationanswer set text = 'x'"),
    ("the copy of a person is forgotten", "delete from cases_personcopy"),
    ("a hand-over of sensitive data is rewritten", "update cases_sensitivehandover set basis = 'x'"),
    ("an answer to a consent is rewritten", "update incubator_consent set given = true"),
    ("an answer to a consent is deleted", "delete from incubator_consent"),
    ("the text somebody heard is rewritten", "update incubator_consenttext set text = 'x'"),
    ("that two are two is forgotten", "delete from incubator_persondistinction"),
    ("a confirmation of the group is rewritten", "update cases_groupconfirmation set statement = 'x'"),
    ("a confirmation of the group is deleted", "delete from cases_groupconfirmation"),
    ("how a meeting read is rewritten", "update incubator_meetingversion set reason = 'x'"),
    ("a change of a report is rewritten", "update reports_reportchange set reason = 'x'"),
    ("a file of a sealed report is replaced", "update reports_reportfile set code = 'x'"),
    # what is corrected or voided, never deleted
    ("a session is deleted", "delete from cases_session"),
    ("the part of a group is deleted", "delete from cases_sessioncase"),
    ("a meeting is deleted", "delete from incubator_meeting"),
    ("attendance is deleted", "delete from incubator_attendance"),
    ("a document is deleted", "delete from incubator_evidence"),
    ("a membership is deleted", "delete from incubator_membership"),
    ("a person is deleted", "delete from incubator_person"),
    ("an operation is deleted", "delete from cases_operation"),
    ("a transfer is deleted", "delete from cases_transfer where id = {transfer}"),
    ("the joining of two records is deleted", "delete from incubator_personmerge where id = {merge}"),
    ("a post is deleted", "delete from incubator_post"),
    ("a report is deleted", "delete from reports_report"),
    # machines beside the stage
    ("a call moves without its row", "update cases_call set state = 'closed' where id = {call}"),
    ("a published call says something else", "update cases_call set seats = 99 where id = {call}"),
    ("a published call is amended without its amendment", "update cases_call set seats = 99, amended = amended + 1 "
     "where id = {call}"),
    ("a transfer is accepted without its row", "update cases_transfer set state = 'accepted' where id = {transfer}"),
    ("a transfer is born accepted", "insert into cases_transfer (case_id, from_incubator_id, to_incubator_id, state, "
     "requested_by_id, requested_on, group_name, reason, agreed_on, agreement_id, note, answer) values ({case}, "
     "{place}, {other}, 'accepted', {boss}, '2021-06-15', 'x', 'x', '2021-06-15', {proof}, '', '')"),
    # nobody on both sides
    ("a measurement is certified by who entered it", "update cases_measurement set certified_by_id = recorded_by_id, "
     "certified_on = '2021-06-15' where id = {measurement}"),
    ("a plan is approved by its author", "update cases_businessplan set approved_by_id = author_id, approved_on = "
     "'2021-06-15' where id = {plan}"),
    ("two records are joined by who proposed it", "update incubator_personmerge set executed_by_id = proposed_by_id, "
     "executed_on = '2021-06-15' where id = {merge}"),
    # who did what, and the two people of each act: written once
    ("who asked for a transfer is rewritten", "update cases_transfer set requested_by_id = {other_boss} where id = "
     "{transfer}"),
    ("why a transfer was asked is rewritten", "update cases_transfer set reason = 'x' where id = {transfer}"),
    ("a transfer goes elsewhere", "update cases_transfer set to_incubator_id = {third} where id = {transfer}"),
    ("a transfer is answered by who asked", "update cases_transfer set answered_by_id = requested_by_id where id = "
     "{transfer}"),
    ("a transfer is answered while it waits", "update cases_transfer set answered_by_id = {other_boss} where id = "
     "{transfer}"),
    ("a transfer is accepted by who asked, with its row", "insert into cases_transferchange (transfer_id, number, "
     "from_state, to_state, verb, by_id, effective_on, recorded_at, reason) values ({transfer}, 9, 'requested', "
     "'accepted', 'accept', {boss}, '2021-06-15', now(), ''); update cases_transfer set state = 'accepted', "
     "answered_by_id = {boss}, answered_on = '2021-06-15' where id = {transfer}"),
    ("who proposed to join two records is rewritten", "update incubator_personmerge set proposed_by_id = "
     "{other_boss} where id = {merge}"),
    ("other records are joined than those proposed", "update incubator_personmerge set kept_id = {stranger} where id "
     "= {merge}"),
    ("who proposed a division is rewritten", "update cases_operation set proposed_by_id = {other_boss} where id = "
     "{operation}"),
    ("a division is done by nobody", "update cases_operation set state = 'executed' where id = {operation}"),
    ("a division is done by who proposed it", "update cases_operation set state = 'executed', executed_by_id = "
     "proposed_by_id, executed_on = '2021-06-15', executed_at = now() where id = {operation}"),
    ("a division is born done", "insert into cases_operation (incubator_id, number, kind, state, case_id, reason, "
     "evidence_id, proposed_by_id, proposed_at, revert_reason, ended_terms) values ({place}, 99, 'split', "
     "'executed', {case}, 'x', {proof}, {boss}, now(), '', '[]')"),
    ("a withdrawn division is taken up again", "update cases_operation set state = 'proposed' where id = {withdrawn}"),
    ("a division is undone when nobody asked", "update cases_operation set state = 'reverted', revert_asked_by_id = "
     "{boss}, reverted_by_id = {officer} where id = {executed}"),
    ("who entered a measurement is rewritten", "update cases_measurement set recorded_by_id = {other_boss} where id "
     "= {measurement}"),
    ("the figures of a measurement are rewritten", "update cases_measurement set jobs = 99 where id = {measurement}"),
    ("who logged a meeting is rewritten", "update incubator_meeting set logged_by_id = {other_boss} where id = "
     "{meeting}"),
    ("who validated hours is exchanged", "update incubator_meeting set validated_by_id = {other_boss} where id = "
     "{meeting}"),
    ("hours are validated by who conducted", "update incubator_meeting set conducted_by_id = validated_by_id where "
     "id = {meeting}"),
    ("who uploaded a document is rewritten", "update incubator_evidence set uploaded_by_id = {other_boss} where id = "
     "{proof}"),
    ("a document stands for another file", "update incubator_evidence set sha256 = 'x' where id = {proof}"),
    ("a post passes to another person", "update incubator_post set user_id = {other_boss} where user_id = {officer}"),
    ("a post becomes a higher one", "update incubator_post set role = 'coordinator' where user_id = {officer}"),
    ("who recorded an application is rewritten", "update cases_application set recorded_by_id = {other_boss} where "
     "case_id = {case}"),
    ("who evaluates is exchanged", "update cases_evaluatorassignment set evaluator_id = {other_boss} where id = "
     "{entrusted}"),
    ("whose sheet it is is rewritten", "update cases_evaluation set evaluator_id = {other_boss} where case_id = "
     "{case}"),
    ("a filed sheet says other points", "update cases_criterionscore set points = 0 where evaluation_id = {sheet}"),
    ("the score of a filed sheet is rewritten", "update cases_evaluation set score = 1 where id = {sheet}"),
    ("a rubric somebody scored with changes", "update cases_criterion set weight = 1 where call_id = {scored}"),
    ("who rested a case is rewritten", "update cases_pause set by_id = {other_boss} where id = {pause}"),
    ("the text a group was asked to confirm changes", "update cases_confirmationrequest set statement = 'x' where id "
     "= {question}"),
    ("who handed the codes over is rewritten", "update cases_confirmationsheet set recorded_by_id = {other_boss} "
     "where case_id = {case}"),
    ("a code of the group is exchanged", "update cases_confirmationcode set digest = 'x' || id where sheet_id = "
     "{codes}"),
    ("who recorded a sale is rewritten", "update cases_marketrecord set recorded_by_id = {other_boss} where id = "
     "{sale}"),
    ("who loaded a workbook is rewritten", "update cases_censusimport set uploaded_by_id = {other_boss} where id = "
     "{workbook}"),
    # a plan: who wrote it, who approves it, what it said
    ("who wrote a plan is rewritten", "update cases_businessplan set author_id = {other_boss} where id = {plan}"),
    ("a plan is approved by who presented it for another", "update cases_businessplan set approved_by_id = "
     "recorded_by_id, approved_on = '2021-06-15' where id = {anothers}"),
    ("a plan is approved by one of its authors", "update cases_businessplan set approved_by_id = {helper}, "
     "approved_on = '2021-06-15' where id = {anothers}"),
    ("an author leaves a plan", "delete from cases_businessplan_authors where businessplan_id = {anothers}"),
    ("an author leaves a draft", "delete from cases_businessplan_authors where businessplan_id = {draft}"),
    ("an author is exchanged", "update cases_businessplan_authors set user_id = {other_boss} where businessplan_id = "
     "{anothers} and user_id = {helper}"),
    ("an approved plan gains an author", "insert into cases_businessplan_authors (businessplan_id, user_id) values "
     "({approved}, {boss})"),
    ("a presented plan says something else", "update cases_businessplan set sections = '{{}}', start_share = 9 where "
     "id = {plan}"),
    ("a presented plan is a draft again", "update cases_businessplan set is_draft = true where id = {plan}"),
    ("a presented plan gains a product", "insert into cases_planproduct (plan_id, name, unit, price, unit_cost, "
     "monthly_units) values ({plan}, 'x', '', 1, 1, 1)"),
    ("a presented plan is deleted", "delete from cases_businessplan where id = {plan}"),
    # a sealed report is what was printed
    ("the printed figures of a sealed report change", "update reports_report set snapshot = '{{}}' where id = "
     "{report}"),
    ("the words of a sealed report change", "update reports_report set summary = 'x' where id = {report}"),
    ("who prepared a sealed report is rewritten", "update reports_report set seal_asked_by_id = {other_boss} where "
     "id = {report}"),
    ("who sealed a report is rewritten", "update reports_report set sealed_by_id = {other_boss} where id = {report}"),
    ("a sealed report is of another month", "update reports_report set period = '2020-01-01' where id = {report}"),
    ("a sealed report replaces another one", "update reports_report set supersedes_id = id where id = {report}"),
    ("a sealed report becomes a draft again", "update reports_report set state = 'draft' where id = {report}"),
    ("a sealed report loses its seal", "update reports_report set state = 'draft', sealed_by_id = null, sealed_at = "
     "null, code = null where id = {report}"),
    ("a report is delivered without its row", "update reports_report set state = 'delivered' where id = {report}"),
    ("a row says that a report was delivered, and it was not", "insert into reports_reportchange (report_id, "
     "from_state, to_state, by_id, effective_on, recorded_at, reason) values ({report}, 'sealed', 'delivered', "
     "{boss}, '2021-06-15', now(), '')"),
    ("a report is born sealed", "insert into reports_report (agreement_id, incubator_id, period, version, state, "
     "snapshot, seen_digest, summary, deviations, next_steps, prepared_by_id, created_at, sealed_at, code) select "
     "agreement_id, incubator_id, '2021-09-01', 1, 'sealed', '{{}}', '', '', '', '', prepared_by_id, now(), now(), "
     "'x' from reports_report where id = {report}"),
    ("a draft bears a seal", "update reports_report set sealed_at = now(), code = 'x' where id = {prepared}"),
    ("a report is sealed for somebody who asked in no row", "insert into reports_reportchange (report_id, "
     "from_state, to_state, by_id, effective_on, recorded_at, reason) values ({prepared}, 'draft', 'sealed', {boss}, "
     "'2021-07-01', now(), ''); update reports_report set state = 'sealed', seal_asked_by_id = {other_boss}, "
     "sealed_by_id = {boss}, sealed_at = now(), code = 'x' where id = {prepared}"),
    # dated facts
    ("a legal act loses its row", "delete from cases_legalevent where id = {act}"),
    ("a legal act says something else", "update cases_legalevent set kind = 'x' where id = {act}"),
    ("a commitment is rewritten", "update cases_signedcommitment set happened_on = '2020-01-01' where case_id = "
     "{case}"),
    ("a definition of the business is deleted", "delete from cases_businessdefinition where case_id = {case}"),
    ("the supports of a group are deleted", "delete from cases_supportdeclaration where case_id = {case}"),
    ("a pause is deleted", "delete from cases_pause where id = {pause}"),
    ("a measurement is deleted", "delete from cases_measurement where id = {measurement}"),
    ("an application is deleted", "delete from cases_application where case_id = {case}"),
    ("a sale is deleted", "delete from cases_marketrecord where id = {sale}"),
    ("a call is deleted", "delete from cases_call where id = {call}"),
    ("what was taken in is deleted", "delete from cases_submission where id = {submission}"),
    ("who took an application in is rewritten", "update cases_submission set settled_by_id = {boss} where id = "
     "{submission}"),
    ("a loaded workbook is deleted", "delete from cases_censusimport where id = {workbook}"),
    ("what a loaded workbook did is deleted", "delete from cases_censusrow where batch_id = {workbook}"),
    ("somebody who wrote is deleted", "delete from incubator_user where id = {boss}"),
    *FUNDS,
    # around the guards
    ("the triggers of a table are switched off", "alter table cases_stagechange disable trigger all"),
    ("a trigger is dropped", "drop trigger cases_guard_call on cases_call"),
    ("replication is feigned", "set local session_replication_role = replica"),
    ("a guard is rewritten", "create or replace function public.cases_guard_step() returns trigger language plpgsql "
     "as $$ begin return new; end $$"),
    ("a constraint is dropped", "alter table cases_case drop constraint case_stage_known"),
    ("an index that keeps one open case is dropped", "drop index case_open_once"),
    ("a table is emptied", "truncate cases_stagechange cascade"),
    ("the owner's role is taken on", "set local role minga_owner"),
    ("the retention's role is taken on", "set local role minga_retention"),
    ("sensitive facts are read", "select * from sensitive.sensitive_profile"),
    ("sensitive facts are counted by their need", "select count(*) from sensitive.sensitive_supportneed"),
]  # fmt: skip
#: The same asked of the triggers to look away: what pgtrigger would let any SQL ask for.
LOOKING_AWAY = [
    ("a case moves without its row", "update cases_case set stage = 'operation' where id = {case}"),
    ("a call moves without its row", "update cases_call set state = 'closed' where id = {call}"),
    ("a transfer is accepted without its row", "update cases_transfer set state = 'accepted' where id = {transfer}"),
    ("a legal file moves without its row", "update cases_legalfile set state = 'constituted' where id = {legal_file}"),
]
