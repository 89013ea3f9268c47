"""What the application may do with each table, in one list (docs/adr/0002). Adding a table is one line here.

A table in no class gives the application nothing, and fails tests/foundation/test_lockdown.py.
"""

from enum import Enum
from fnmatch import fnmatchcase


class Access(Enum):
    """The privileges of the application on a table."""

    OPEN = "select, insert, update, delete"
    NO_DELETE = "select, insert, update"
    APPEND = "select, insert"
    READ = "select"
    CLOSED = ""


# Exact names first, then patterns; the first line that fits decides.
TABLES: tuple[tuple[str, Access], ...] = (
    # What happened is added to, never rewritten.
    ("cases_stagechange", Access.APPEND),
    ("cases_lineage", Access.APPEND),
    ("cases_callchange", Access.APPEND),
    ("cases_amendment", Access.APPEND),
    ("cases_conflictdeclaration", Access.APPEND),
    ("cases_ranking", Access.APPEND),
    ("incubator_journalentry", Access.APPEND),
    ("incubator_readinglog", Access.APPEND),
    # The house's own reference, written by migrations and load_reference alone.
    ("cases_stagepair", Access.READ),
    ("django_migrations", Access.READ),
    ("django_content_type", Access.READ),
    ("auth_permission", Access.READ),
    ("incubator_region", Access.READ),
    ("incubator_province", Access.READ),
    ("incubator_commune", Access.READ),
    ("incubator_communespelling", Access.READ),
    ("incubator_holiday", Access.READ),
    # What a report rests on is corrected or voided with a reason, never deleted.
    ("cases_case", Access.NO_DELETE),
    ("cases_operation", Access.NO_DELETE),
    ("cases_branch", Access.NO_DELETE),
    ("cases_allocation", Access.NO_DELETE),
    ("cases_session", Access.NO_DELETE),
    ("cases_sessioncase", Access.NO_DELETE),
    ("incubator_meeting", Access.NO_DELETE),
    ("incubator_attendance", Access.NO_DELETE),
    ("incubator_evidence", Access.NO_DELETE),
    ("incubator_meetingversion", Access.APPEND),
    ("incubator_consent", Access.APPEND),
    ("incubator_consenttext", Access.APPEND),
    ("incubator_adviserstanding", Access.NO_DELETE),
    ("incubator_processorcontract", Access.NO_DELETE),
    ("incubator_plannedmeeting", Access.NO_DELETE),
    ("incubator_person", Access.NO_DELETE),
    ("incubator_personmerge", Access.NO_DELETE),
    ("incubator_persondistinction", Access.APPEND),
    ("incubator_duplicatenotice", Access.APPEND),
    ("incubator_duplicatetalk", Access.APPEND),
    ("incubator_organization", Access.NO_DELETE),
    ("incubator_membership", Access.NO_DELETE),
    ("incubator_post", Access.NO_DELETE),
    ("incubator_assignment", Access.NO_DELETE),
    ("cases_activitycode", Access.READ),
    ("cases_cooperativetype*", Access.READ),
    ("curricula_enrollmentchange", Access.APPEND),
    ("curricula_enrollment", Access.NO_DELETE),
    ("reports_reportchange", Access.APPEND),
    ("reports_reportfile", Access.APPEND),
    ("reports_nominalhandover", Access.APPEND),
    ("reports_report", Access.NO_DELETE),
    # Working records, written and mended freely through the services.
    ("incubator_user", Access.NO_DELETE),
    ("incubator_user_groups", Access.OPEN),
    ("incubator_user_user_permissions", Access.OPEN),
    ("incubator_invitation", Access.NO_DELETE),
    ("incubator_incubator", Access.NO_DELETE),
    ("incubator_agreement", Access.NO_DELETE),
    ("incubator_participation", Access.NO_DELETE),
    ("incubator_calendarexception", Access.OPEN),
    ("incubator_representation", Access.NO_DELETE),
    ("incubator_meeting_organizations", Access.OPEN),
    ("incubator_meeting_evidence", Access.NO_DELETE),
    ("incubator_meetingsupport", Access.OPEN),
    ("incubator_plannedmeeting_organizations", Access.OPEN),
    ("incubator_plannedsupport", Access.OPEN),
    ("incubator_commitment", Access.OPEN),
    ("incubator_contact", Access.NO_DELETE),
    ("incubator_draft", Access.OPEN),
    ("incubator_taskoverlay", Access.APPEND),
    ("incubator_absence", Access.NO_DELETE),
    ("incubator_digestdelivery", Access.NO_DELETE),
    ("incubator_digestpreference", Access.NO_DELETE),
    ("incubator_savedfilter", Access.OPEN),
    ("incubator_calendarfeed", Access.NO_DELETE),
    ("cases_pause", Access.NO_DELETE),
    ("cases_responsibility", Access.NO_DELETE),
    ("cases_transfer", Access.NO_DELETE),
    ("cases_transferchange", Access.APPEND),
    ("cases_deadlinetaker", Access.APPEND),
    ("cases_personcopy", Access.APPEND),
    ("cases_sensitivehandover", Access.APPEND),
    ("cases_inheriteddraft", Access.OPEN),  # goes with its draft
    ("cases_correctionasked", Access.NO_DELETE),
    ("cases_call", Access.NO_DELETE),
    ("cases_submission", Access.OPEN),  # those never taken in are erased; the others stay (their trigger)
    ("cases_application", Access.NO_DELETE),
    ("cases_criterion", Access.OPEN),
    ("cases_evaluatorassignment", Access.NO_DELETE),
    ("cases_evaluation", Access.NO_DELETE),
    ("cases_criterionscore", Access.NO_DELETE),
    ("cases_letter", Access.NO_DELETE),
    ("cases_appeal", Access.NO_DELETE),
    ("cases_signedcommitment", Access.APPEND),
    ("cases_supportdeclaration", Access.APPEND),
    ("cases_businessdefinition", Access.APPEND),
    ("cases_businessplan", Access.OPEN),  # a draft is discarded; what was presented stays (its trigger)
    ("cases_measurement", Access.NO_DELETE),
    ("cases_groupconfirmation", Access.APPEND),
    ("cases_canvas", Access.APPEND),
    ("cases_businessplan_authors", Access.OPEN),
    ("cases_planproduct", Access.OPEN),
    ("cases_plancost", Access.OPEN),
    ("cases_marketcheck", Access.OPEN),
    ("cases_marketrecord", Access.NO_DELETE),
    ("cases_confirmationsheet", Access.NO_DELETE),
    ("cases_confirmationcode", Access.NO_DELETE),
    ("cases_confirmationrequest", Access.NO_DELETE),
    ("cases_legalfile", Access.OPEN),
    ("cases_legalevent", Access.APPEND),
    ("cases_foundingproject", Access.NO_DELETE),
    ("cases_foundingseat", Access.OPEN),  # proposals; frozen with their project (its trigger)
    ("cases_memberrecord", Access.NO_DELETE),
    ("cases_legalfilechange", Access.APPEND),
    ("cases_legalreview", Access.APPEND),
    ("cases_cure", Access.NO_DELETE),
    ("cases_curechange", Access.APPEND),
    ("cases_acttakenback", Access.APPEND),
    ("cases_actcontent", Access.APPEND),
    ("cases_observationpoint", Access.APPEND),
    ("cases_observationanswer", Access.APPEND),
    ("cases_basetextversion", Access.APPEND),
    ("cases_basetextvalidation", Access.APPEND),
    ("cases_legalpaper", Access.APPEND),
    ("cases_textcomparison", Access.APPEND),
    ("cases_textdecision", Access.APPEND),
    ("cases_sharebook", Access.APPEND),
    ("cases_sharemovement", Access.APPEND),
    ("cases_sharecertificate", Access.NO_DELETE),
    ("cases_seat", Access.NO_DELETE),
    ("cases_assembly", Access.NO_DELETE),
    ("cases_assemblyrole", Access.OPEN),  # the parts of a meeting are written again until its minutes are closed
    ("cases_noticesent", Access.OPEN),
    ("cases_agendaitem", Access.OPEN),
    ("cases_assemblyattendance", Access.OPEN),
    ("cases_assemblycandidate", Access.OPEN),
    ("cases_dissent", Access.APPEND),
    ("cases_regularizationfile", Access.OPEN),
    ("cases_regularizationitem", Access.NO_DELETE),
    ("cases_regularizationchange", Access.APPEND),
    ("cases_itementry", Access.APPEND),
    ("cases_filing", Access.NO_DELETE),
    ("cases_filingstep", Access.APPEND),
    ("cases_membercount", Access.APPEND),
    ("cases_registrystanding", Access.APPEND),
    ("cases_dutydone", Access.APPEND),
    ("cases_fundingagency", Access.NO_DELETE),
    ("cases_fundingcall", Access.NO_DELETE),
    ("cases_basesversion", Access.OPEN),  # a draft is discarded; what was checked stays (its trigger)
    ("cases_basesversion_authors", Access.OPEN),
    ("cases_callinterest", Access.APPEND),
    ("cases_pastaward", Access.APPEND),
    ("cases_vaultdocument", Access.NO_DELETE),
    ("cases_reservedanswer", Access.APPEND),
    ("cases_fundapplication", Access.NO_DELETE),
    ("cases_fundchange", Access.APPEND),
    ("cases_fundanswer", Access.APPEND),
    ("cases_fundreview", Access.APPEND),
    ("cases_fundcomment", Access.NO_DELETE),
    ("cases_verifiedcondition", Access.APPEND),
    ("cases_fundpackage", Access.APPEND),
    ("cases_fundpackagefile", Access.APPEND),
    ("cases_fundhandover", Access.APPEND),
    ("cases_fundfiling", Access.APPEND),
    ("cases_fundbudget", Access.OPEN),  # a draft is discarded; what was presented stays (its trigger)
    ("cases_fundbudget_authors", Access.OPEN),
    ("cases_fundbudgetline", Access.OPEN),  # written again until its version is presented (its trigger)
    ("cases_fundquotation", Access.NO_DELETE),
    ("cases_fundevent", Access.APPEND),
    ("cases_fundpurchase", Access.NO_DELETE),
    ("cases_fundplacement", Access.NO_DELETE),  # written once and settled once (its trigger)
    ("cases_censusimport", Access.OPEN),
    ("cases_censusrow", Access.OPEN),
    ("cases_columnmeaning", Access.NO_DELETE),
    ("curricula_curriculum", Access.NO_DELETE),
    ("curricula_module", Access.NO_DELETE),
    ("curricula_cohort", Access.NO_DELETE),
    ("curricula_cohorttrainer", Access.NO_DELETE),
    ("curricula_lesson", Access.NO_DELETE),
    # The public pages.
    ("cms_*", Access.OPEN),
    # What was true before, and its chain (config/history_rights.py): functions of the database write them.
    ("incubator_*_history", Access.READ),
    ("cases_*_history", Access.READ),
    ("curricula_*_history", Access.READ),
    ("incubator_chainblock", Access.READ),
    ("incubator_redaction", Access.READ),
    ("incubator_retentionterm", Access.READ),
    ("incubator_chainentry", Access.CLOSED),
    ("pghistory_context", Access.CLOSED),
    # Packages.
    ("account_*", Access.OPEN),
    ("mfa_*", Access.OPEN),
    ("usersessions_*", Access.OPEN),
    ("auth_group*", Access.OPEN),
    ("django_session", Access.OPEN),
    ("minga_cache", Access.OPEN),
    ("taggit_*", Access.OPEN),
    ("wagtail*", Access.OPEN),
)

# Tables of the schema `sensitive`: reached only inside incubator.services.sensitive, as the role minga_sensitive.
SENSITIVE_TABLES: tuple[tuple[str, Access], ...] = (
    ("sensitive_profile", Access.NO_DELETE),
    ("sensitive_supportneed", Access.OPEN),
    ("sensitive_supportgiven", Access.OPEN),
    ("sensitive_*_history", Access.READ),
    ("sensitive_consentsupport", Access.APPEND),
)
# What that role may read beside them, to count people without naming them.
SENSITIVE_READS = ("incubator_person", "incubator_membership", "incubator_organization", "incubator_attendance")


def line_of(table: str, lines: tuple[tuple[str, Access], ...] = TABLES) -> str | None:
    """The pattern that decides for a table, or None when no line fits."""
    return next((pattern for pattern, _ in lines if fnmatchcase(table, pattern)), None)


def access_of(table: str, lines: tuple[tuple[str, Access], ...] = TABLES) -> Access | None:
    """The class of a table, or None when nobody has given it one."""
    return dict(lines).get(line_of(table, lines))
