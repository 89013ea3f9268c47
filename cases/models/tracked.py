"""Which records of the journey are followed, and how private each of their fields is. A new model needs a line here,
or its reason not to in tests/history/decisions.py.
"""

from cases import models
from incubator.models.past import track


def fact(model, *, group="case__organization", programme="", hidden="", **words):
    """A fact of a case: what every fact has, and its own fields."""
    own = f"happened_on evidence {programme}"
    track(model, group=group, programme=own, hidden=f"id case recorded_by recorded_at {hidden}", **words)


track(
    models.Case,
    group="organization",
    programme="incubator number stage source opened_on previous annulled_at",
    hidden="id organization born_in",
)
track(
    models.Pause,
    group="case__organization",
    programme="since until reason expected_on acknowledged",
    hidden="id case by recorded_at",
)
track(
    models.Responsibility,
    group="case__organization",
    programme="incubator since until",
    hidden="id case transfer",
)
track(
    models.Transfer,
    group="case__organization",
    programme="from_incubator to_incubator state requested_on answered_on",
    hidden="id case group_name requested_by reason agreed_on agreement note answered_by answer",
)

# Calls and what was asked for. Scores and sheets are kept and shown to nobody here: they are blind until all are filed.
track(
    models.Call,
    programme="state name opens_on closes_on seats waiting_until minimum_interested appeal_days evaluators "
    "spread_percent tie_breakers text easy_text phone in_person sign_video sign_transcript published_on amended",
    hidden="id incubator evidence recorded_by",
)
track(models.Criterion, programme="order name looks_at weight maximum guidance", hidden="id call")
fact(
    models.Application,
    programme="call interested informed_on idea supports",
    personal="contact",
    hidden="rank submission received_order score decided_by round",
)
track(
    models.EvaluatorAssignment,
    hidden="id application evaluator round due_on is_third end_reason assigned_by recorded_at since until",
)
fact(models.Evaluation, group="", hidden="application assignment round evaluator completed_on score")
track(models.CriterionScore, hidden="id evaluation criterion points reason")
track(
    models.Letter,
    group="case__organization",
    programme="kind year number issued_on issued_by notified_on notified_by channel",
    hidden="id case application round incubator change evidence recorded_at",
)
fact(
    models.Appeal,
    programme="channel outcome decided_on decided_by act",
    hidden="application round text superior grounds act_evidence",
)
fact(models.SignedCommitment)
fact(models.SupportDeclaration, programme="supports note")

# The business.
fact(models.BusinessDefinition, programme="activity cooperative_type")
fact(
    models.BusinessPlan,
    programme="version is_draft author revision approved_by approved_on",
    legal="start_share months_to_full",
    hidden="sections",
)
track(
    models.PlanProduct,
    group="plan__case__organization",
    legal="name unit price unit_cost monthly_units",
    hidden="id plan",
)
track(models.PlanCost, group="plan__case__organization", legal="kind name amount", hidden="id plan")
fact(
    models.Measurement,
    programme="moment certified_by certified_on",
    legal="monthly_income people_with_income jobs weekly_hours self_declared",
)
fact(
    models.MarketRecord,
    programme="kind voided_at voided_by void_reason",
    legal="counterpart counterpart_rut description amount ends_on alternative_compliance",
)

# The law.
track(
    models.LegalFile,
    group="case__organization",
    legal="cooperative_type opened_on closed_on state pack",
    hidden="id case",
)
fact(models.LegalEvent, legal="kind reference legal_effect_from taken_back", hidden="file cure about")
track(
    models.Cure,
    group="case__organization",
    legal="act defects opened_on state",
    hidden="id case opened_by recorded_at",
)
fact(
    models.ShareCertificate,
    legal="number person shares unit_value cancelled_on cancelled_by cancel_reason",
    hidden="book",
)
track(
    models.Seat,
    group="case__organization",
    legal="person body office alternate by_users elected_in accepted_on since until end_reason evidence end_evidence "
    "ended_by voided_at voided_by void_reason",
    hidden="id case recorded_by recorded_at",
)
track(
    models.Assembly,
    group="case__organization",
    legal="kind state meets_on starts_at second_call_at ends_at place commune convener supports medium medium_name "
    "published_on quorum on_second_call minutes failed_because closed_on closed_by",
    hidden="id case file recorded_by recorded_at",
)
track(
    models.FoundingProject,
    group="file__case__organization",
    legal="name trade_name address commune duration_years purposes shares share_value payment_months direction "
    "direction_seats watch watch_seats years second_call_percent second_call_least accounts_days meeting_from "
    "meeting_to",
    hidden="id file agent agent_name agent_run agent_address agent_phone agent_email",
)
track(
    models.FoundingSeat,
    group="project__file__case__organization",
    legal="body office alternate",
    hidden="id project person",
)
track(
    models.MemberRecord,
    group="organization",
    personal="occupation nationality civil_status address current_address",
    legal="founds member_no shares_subscribed shares_paid contribution goods goods_value",
    hidden="id organization person",
    never="signature signs_for thumb_possible read_aloud interpreter guardian",
)
track(
    models.RegularizationFile,
    group="case__organization",
    legal="opened_on closed_on state cooperative_type years_from pack publish_by",
    hidden="id case",
)
track(
    models.RegularizationItem,
    group="file__case__organization",
    legal="name block year legal_basis risk status status_on valid_until is_bodies evidence authority is_debt "
    "cure_path plan responsible due_on",
    hidden="id file key",
)
track(
    models.Filing,
    group="item__file__case__organization",
    legal="authority state amount agreement opened_on opened_by",
    hidden="id item",
)

# Sessions: what they add to a meeting.
track(models.Session, programme="topics", hidden="meeting")
track(
    models.SessionCase,
    group="case__organization",
    programme="minutes voided_at voided_by void_reason",
    hidden="id session case",
)

# The funds. What the bases say and what was written in a form are kept in versions of their own.
track(
    models.FundingCall,
    programme="agreement incubator agency key programme line year copied_from is_demonstration withdrawn_on",
    hidden="id entered_by entered_at",
)
track(
    models.FundApplication,
    group="case__organization",
    legal="call bases number title state applicant_kind applicant_name applicant_rut receiver_kind receiver_name "
    "receiver_rut stays_with opened_on approved_on copied_from",
    hidden="id case applicant_person receiver_person signer signer_name keeper opened_by opened_at approved_by",
)
track(
    models.FundPurchase,
    group="application__case__organization",
    legal="number document_on document_kind document_number supplier_rut supplier detail item subitem net tax total "
    "paid_with voucher paid_on activity evidence standing observation voided_at voided_by void_reason",
    hidden="id application recorded_by recorded_at",
)
