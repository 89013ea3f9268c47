"""The journey's records, one subject a file."""

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
from cases.models.decisions import Appeal, Letter
from cases.models.legal import (
    LegalEvent,
    LegalFile,
    LegalFileChange,
    LegalReview,
    RegularizationFile,
    RegularizationItem,
)
from cases.models.lineage import Allocation, Branch, Lineage, Operation
from cases.models.market import MarketRecord
from cases.models.plans import BusinessPlan, Canvas, MarketCheck, PlanCost, PlanProduct
from cases.models.selection import (
    ConflictDeclaration,
    Criterion,
    CriterionScore,
    Evaluation,
    EvaluatorAssignment,
    Ranking,
)
from cases.models.sessions import Session, SessionCase
from cases.models.submissions import Submission
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
    "ActivityCode",
    "Allocation",
    "Amendment",
    "Appeal",
    "Application",
    "Branch",
    "BusinessDefinition",
    "BusinessPlan",
    "Call",
    "CallChange",
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
    "DeadlineTaker",
    "Evaluation",
    "EvaluatorAssignment",
    "GroupConfirmation",
    "InheritedDraft",
    "LegalEvent",
    "LegalFile",
    "LegalFileChange",
    "LegalReview",
    "Letter",
    "Lineage",
    "MarketCheck",
    "MarketRecord",
    "Measurement",
    "Operation",
    "Pause",
    "PersonCopy",
    "PlanCost",
    "PlanProduct",
    "Ranking",
    "RegularizationFile",
    "RegularizationItem",
    "Responsibility",
    "SensitiveHandover",
    "Session",
    "SessionCase",
    "SignedCommitment",
    "StageChange",
    "StagePair",
    "Submission",
    "SupportDeclaration",
    "Transfer",
    "TransferChange",
]

from cases.models import tracked  # noqa: F401 - last: it follows the records above
