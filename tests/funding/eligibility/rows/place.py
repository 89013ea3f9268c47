"""Territory, activity, sales, accounts."""

from datetime import date

from cases.funding.bases.shapes import Moment, Subject
from cases.funding.eligibility.outcomes import Outcome
from cases.funding.words import ApplicantKind
from tests.funding.eligibility.scene import CLOSING, FORMAL, INFORMAL, Row, formal, informal

MEETS, FAILS, MISSING, VERIFY, WILL = (
    Outcome.MEETS,
    Outcome.FAILS,
    Outcome.MISSING_DATA,
    Outcome.TO_VERIFY,
    Outcome.WILL_MEET,
)
TOWN = informal(applicant=ApplicantKind.MUNICIPALITY)
NOWHERE = formal(region="", commune="")
UF = {"unit": "uf", "unit_value": 29709.83}

TERRITORY = [
    Row("territory", MEETS, {"regions": ["06", "07"]}),
    Row("territory", MEETS, {"regions": [6]}),  # as a sheet reads it
    Row("territory", MEETS, {"communes": ["06101"]}),
    Row("territory", MEETS, {"regions": ["13"], "communes": ["06101"]}),  # either of the two
    Row("territory", MEETS, {"regions": ["06"]}, formal(region="")),  # the commune says its region
    Row("territory", FAILS, {"regions": ["13"]}, impossible=True),
    Row("territory", FAILS, {"communes": ["06102"]}, impossible=True),
    Row("territory", MISSING, {"regions": ["06"]}, NOWHERE, says="comuna"),
    Row("territory", MISSING, {"communes": ["06101"]}, formal(commune=""), says="comuna"),
    Row("territory", VERIFY, {"rural": True}, says="rural"),
    Row("territory", VERIFY, {"regions": ["06"]}, TOWN, says="la municipalidad"),
    Row("territory", MEETS, {"regions": ["06"]}, TOWN, Subject.GROUP),
]
ACTIVITY = [
    Row("activity", MEETS, {"prefixes": ["56"]}),
    Row("activity", MEETS, {"prefixes": ["561000"]}),
    Row("activity", MEETS, {"sections": ["I"]}),
    Row("activity", MEETS, {"prefixes": ["01"], "sections": ["I"]}),
    Row("activity", MEETS, {"excluded": ["92"]}),
    Row("activity", FAILS, {"prefixes": ["01", "10"]}, impossible=True),
    Row("activity", FAILS, {"sections": ["A", "C"]}, impossible=True),
    Row("activity", FAILS, {"sections": ["I"], "excluded": ["5610"]}, impossible=True, says="excluyen"),
    Row("activity", MISSING, {"sections": ["I"]}, formal(activity=""), says="actividad"),
    Row("activity", VERIFY, {"sections": ["I"]}, TOWN),
    Row("activity_started", MEETS),
    Row("activity_started", MEETS, {"minimum": 14}),
    Row("activity_started", MEETS, {"maximum": 15}, formal(started_activity_on=date(2020, 3, 30))),
    Row("activity_started", WILL, {"minimum": 12}, formal(started_activity_on=CLOSING.replace(2020)), on=CLOSING),
    Row("activity_started", WILL, {}, formal(started_activity_on=date(2021, 6, 2)), on=date(2021, 6, 2)),
    Row("activity_started", FAILS, {"minimum": 12}, formal(started_activity_on=date(2020, 7, 1)), impossible=True),
    Row("activity_started", FAILS, {"maximum": 14}, impossible=True),
    Row("activity_started", FAILS, {}, INFORMAL, need=(0, 1, 0), by=CLOSING, says="ante el SII hasta el 30-06-2021"),
    Row("activity_started", FAILS, {"minimum": 1}, INFORMAL, impossible=True, says="30-05-2021"),
    Row("activity_started", MISSING, {}, formal(started_activity_on=None), says="SII"),
    Row("activity_started", MISSING, {"minimum": 24}, FORMAL, moment=Moment.SIGNING, says="firma"),
    Row("activity_started", MISSING, {"maximum": 60}, FORMAL, moment=Moment.SIGNING, says="firma"),
    Row("activity_started", VERIFY, {}, TOWN),
]
MONEY = [
    Row("sales", MEETS, {"minimum": 4_000_000, "maximum": 4_000_000}),
    Row("sales", MEETS, {"maximum": 100, **UF}, formal(sales=2_970_983)),
    Row("sales", FAILS, {"maximum": 100, **UF}, formal(sales=2_970_984), impossible=True),
    Row("sales", MEETS, {"maximum": 100, "per_member": True, **UF}, formal(sales=14_854_915)),
    Row("sales", FAILS, {"maximum": 100, "per_member": True, **UF}, formal(sales=14_854_916), impossible=True),
    Row("sales", FAILS, {"minimum": 4_000_001}, need=(0, 1, 0), by=CLOSING, says="Faltan $1 de ventas"),
    Row("sales", FAILS, {"minimum": 200, **UF}, need=(0, 1, 0), by=CLOSING, says="$1.941.966"),
    Row("sales", MISSING, {"minimum": 1}, formal(sales=None), says="ventas"),
    Row("sales", MISSING, {"maximum": 100, "unit": "uf"}, says="UF"),
    Row("sales", MISSING, {"maximum": 1, "per_member": True}, formal(members=0), says="nómina"),
    Row("sales", MEETS, {"maximum": 0}, formal(sales=0)),
    Row("sales", VERIFY, {"maximum": 1}, TOWN),
    Row("pending_accounts", MEETS),
    Row("pending_accounts", MEETS, {"maximum": 1}, formal(pending_accounts=1)),
    Row("pending_accounts", FAILS, {}, formal(pending_accounts=1), need=(0, 1, 0), by=CLOSING, says="la rendición"),
    Row("pending_accounts", FAILS, {"maximum": 1}, formal(pending_accounts=3), need=(0, 2, 0), by=CLOSING),
    Row("pending_accounts", VERIFY, {}, formal(pending_accounts=None)),
    Row("pending_accounts", VERIFY, {}, TOWN),
    Row("pending_accounts", MISSING, {}, INFORMAL, Subject.RECEIVER, says="quién recibe"),
]
ROWS = TERRITORY + ACTIVITY + MONEY
CANNOT = {
    ("territory", WILL): "a group does not move with time",
    ("activity", WILL): "an activity is chosen, time brings none",
    ("sales", WILL): "sales are made: time alone brings none",
    ("pending_accounts", WILL): "accounts are delivered by somebody",
}
