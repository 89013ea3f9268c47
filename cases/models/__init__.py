"""The journey's records, one subject a file."""

from cases.models.business import (
    ActivityCode,
    BusinessDefinition,
    BusinessPlan,
    CooperativeType,
    CooperativeTypeTerm,
    GroupConfirmation,
    Measurement,
)
from cases.models.calls import Application, Call, Evaluation, SignedCommitment, SupportDeclaration
from cases.models.cases import Case, Pause, StageChange, StagePair
from cases.models.census import CensusImport, CensusRow, ColumnMeaning
from cases.models.legal import LegalEvent, LegalFile, RegularizationFile, RegularizationItem
from cases.models.sessions import Session, SessionCase

__all__ = [
    "ActivityCode",
    "Application",
    "BusinessDefinition",
    "BusinessPlan",
    "Call",
    "Case",
    "CensusImport",
    "CensusRow",
    "ColumnMeaning",
    "CooperativeType",
    "CooperativeTypeTerm",
    "Evaluation",
    "GroupConfirmation",
    "LegalEvent",
    "LegalFile",
    "Measurement",
    "Pause",
    "RegularizationFile",
    "RegularizationItem",
    "Session",
    "SessionCase",
    "SignedCommitment",
    "StageChange",
    "StagePair",
    "SupportDeclaration",
]
