"""The journey's records, one subject a file."""

from cases.models.act_contents import ActContent, ObservationAnswer, ObservationPoint
from cases.models.assemblies import Assembly
from cases.models.assembly_parts import (
    AgendaItem,
    AssemblyAttendance,
    AssemblyCandidate,
    AssemblyRole,
    Dissent,
    NoticeSent,
)
from cases.models.base_texts import BaseTextValidation, BaseTextVersion
from cases.models.books import Seat, ShareBook, ShareCertificate, ShareMovement
from cases.models.business import (
    ActivityCode,
    BusinessDefinition,
    CooperativeType,
    CooperativeTypeTerm,
    Measurement,
)
from cases.models.calls import (
    Amendment,
    Application,
    Call,
    CallChange,
    SignedCommitment,
    SupportDeclaration,
)
from cases.models.cases import Case, Pause, StageChange, StagePair
from cases.models.census import CensusImport, CensusRow, ColumnMeaning
from cases.models.confirmations import ConfirmationCode, ConfirmationRequest, ConfirmationSheet, GroupConfirmation
from cases.models.cures import Cure, CureChange
from cases.models.decisions import Appeal, Letter
from cases.models.founding import FoundingProject, FoundingSeat, MemberRecord
from cases.models.funding.applications import (
    FundAnswer,
    FundApplication,
    FundChange,
    FundComment,
    FundFiling,
    FundReview,
    VerifiedCondition,
)
from cases.models.funding.awards import FundEvent, FundPurchase
from cases.models.funding.budgets import FundBudget, FundBudgetLine, FundQuotation
from cases.models.funding.calls import BasesVersion, CallInterest, FundingAgency, FundingCall, PastAward
from cases.models.funding.packages import FundHandOver, FundPackage, FundPackageFile
from cases.models.funding.placements import FundPlacement
from cases.models.funding.vault import ReservedAnswer, VaultDocument
from cases.models.legal import (
    LegalEvent,
    LegalFile,
    LegalFileChange,
    LegalReview,
)
from cases.models.legal_papers import LegalPaper, TextComparison, TextDecision
from cases.models.lineage import Allocation, Branch, Lineage, Operation
from cases.models.market import MarketRecord
from cases.models.plans import BusinessPlan, Canvas, MarketCheck, PlanCost, PlanProduct
from cases.models.regularization import (
    Filing,
    FilingStep,
    ItemEntry,
    RegularizationChange,
    RegularizationFile,
    RegularizationItem,
)
from cases.models.selection import (
    ConflictDeclaration,
    Criterion,
    CriterionScore,
    Evaluation,
    EvaluatorAssignment,
    Ranking,
)
from cases.models.sessions import Session, SessionCase
from cases.models.standing import DutyDone, MemberCount, RegistryStanding
from cases.models.submissions import Submission
from cases.models.taken_back import ActTakenBack
from cases.models.transfers import (
    CorrectionAsked,
    DeadlineTaker,
    InheritedDraft,
    PersonCopy,
    Responsibility,
    SensitiveHandover,
    Transfer,
    TransferChange,
)

__all__ = [
    "ActContent",
    "ActTakenBack",
    "ActivityCode",
    "AgendaItem",
    "Allocation",
    "Amendment",
    "Appeal",
    "Application",
    "Assembly",
    "AssemblyAttendance",
    "AssemblyCandidate",
    "AssemblyRole",
    "BaseTextValidation",
    "BaseTextVersion",
    "BasesVersion",
    "Branch",
    "BusinessDefinition",
    "BusinessPlan",
    "Call",
    "CallChange",
    "CallInterest",
    "Canvas",
    "Case",
    "CensusImport",
    "CensusRow",
    "ColumnMeaning",
    "ConfirmationCode",
    "ConfirmationRequest",
    "ConfirmationSheet",
    "ConflictDeclaration",
    "CooperativeType",
    "CooperativeTypeTerm",
    "CorrectionAsked",
    "Criterion",
    "CriterionScore",
    "Cure",
    "CureChange",
    "DeadlineTaker",
    "Dissent",
    "DutyDone",
    "Evaluation",
    "EvaluatorAssignment",
    "Filing",
    "FilingStep",
    "FoundingProject",
    "FoundingSeat",
    "FundAnswer",
    "FundApplication",
    "FundBudget",
    "FundBudgetLine",
    "FundChange",
    "FundComment",
    "FundEvent",
    "FundFiling",
    "FundHandOver",
    "FundPackage",
    "FundPackageFile",
    "FundPlacement",
    "FundPurchase",
    "FundQuotation",
    "FundReview",
    "FundingAgency",
    "FundingCall",
    "GroupConfirmation",
    "InheritedDraft",
    "ItemEntry",
    "LegalEvent",
    "LegalFile",
    "LegalFileChange",
    "LegalPaper",
    "LegalReview",
    "Letter",
    "Lineage",
    "MarketCheck",
    "MarketRecord",
    "Measurement",
    "MemberCount",
    "MemberRecord",
    "NoticeSent",
    "ObservationAnswer",
    "ObservationPoint",
    "Operation",
    "PastAward",
    "Pause",
    "PersonCopy",
    "PlanCost",
    "PlanProduct",
    "Ranking",
    "RegistryStanding",
    "RegularizationChange",
    "RegularizationFile",
    "RegularizationItem",
    "ReservedAnswer",
    "Responsibility",
    "Seat",
    "SensitiveHandover",
    "Session",
    "SessionCase",
    "ShareBook",
    "ShareCertificate",
    "ShareMovement",
    "SignedCommitment",
    "StageChange",
    "StagePair",
    "Submission",
    "SupportDeclaration",
    "TextComparison",
    "TextDecision",
    "Transfer",
    "TransferChange",
    "VaultDocument",
    "VerifiedCondition",
]

from cases.models import tracked  # noqa: F401 - last: it follows the records above
