"""Members, women, ages; and what is sensitive, for whoever may read it."""

from datetime import date

from cases.funding.bases.shapes import Moment, Subject
from cases.funding.eligibility.facts import Sensitive, Share
from cases.funding.eligibility.outcomes import Outcome
from cases.funding.words import ApplicantKind
from tests.funding.eligibility.scene import CLOSING, DAYS, Row, formal, informal

MEETS, FAILS, MISSING, VERIFY, WILL = (
    Outcome.MEETS,
    Outcome.FAILS,
    Outcome.MISSING_DATA,
    Outcome.TO_VERIFY,
    Outcome.WILL_MEET,
)
TOWN = informal(applicant=ApplicantKind.MUNICIPALITY)
APPLICANT = Subject.APPLICANT


def women(yes, no, unstated=0):
    return formal(women=Share(yes, no, unstated))


def ages(youngest=None, oldest=None, **born):
    return formal(youngest_member_age=youngest, oldest_member_age=oldest, **born)


MEMBERS = [
    Row("members", MEETS, {"minimum": 5}),
    Row("members", MEETS, {"maximum": 5}),
    Row("members", MEETS, {"minimum": 3, "by_type": {"trabajo": 5, "especial_agricola": 10}}),
    Row("members", MEETS, {"by_type": {"servicios": 10}}),  # nothing is asked of its type
    Row("members", MEETS, {"by_type": {"trabajo": 5}}, formal(cooperative_type="")),
    Row("members", FAILS, {"minimum": 6}, need=(0, 0, 1), by=CLOSING, says="se sume 1 integrante"),
    Row("members", FAILS, {"by_type": {"trabajo": 8}}, need=(0, 0, 3), by=CLOSING, says="se sumen 3 integrantes"),
    Row("members", FAILS, {"maximum": 4}, impossible=True),
    Row("members", MISSING, {"minimum": 5}, formal(members=0), says="Anote a las personas"),
    Row("members", MISSING, {"by_type": {"especial_agricola": 10}}, formal(cooperative_type=""), says="tipo"),
    Row("members", VERIFY, {"minimum": 5}, TOWN, APPLICANT),
]
WOMEN = [
    Row("women_share", MEETS, {"percent": 60}),  # 3 of 5, exactly
    Row("women_share", MEETS, {"number": 3}),
    Row("women_share", MEETS, {"percent": 50}, women(3, 2, 1)),  # even if she says no
    Row("women_share", MEETS, {"percent": 33.33}, women(1, 2)),
    Row("women_share", MEETS, {"percent": 100}, women(5, 0)),
    Row("women_share", MISSING, {"percent": 50}, women(2, 2, 1), says="De 1 no hay dato"),
    Row("women_share", MISSING, {"percent": 100}, women(4, 0, 1)),
    Row("women_share", MISSING, {"percent": 50}, women(0, 0), says="nómina"),
    Row("women_share", FAILS, {"percent": 60.01}, need=(0, 0, 1), by=CLOSING, says="1 socia"),
    Row("women_share", FAILS, {"percent": 33.34}, women(1, 2), need=(0, 0, 1), by=CLOSING),
    Row("women_share", FAILS, {"percent": 50}, women(1, 5, 1), need=(0, 0, 5), by=CLOSING, says="5 socias"),
    Row("women_share", FAILS, {"number": 5}, need=(0, 0, 2), by=CLOSING, says="2 socias"),
    Row("women_share", FAILS, {"percent": 70, "number": 4}, need=(0, 0, 2), by=CLOSING),
    Row("women_share", FAILS, {"percent": 100}, women(4, 1), impossible=True),
    Row("women_share", VERIFY, {"percent": 50}, TOWN, APPLICANT),
]
AGES = [
    Row("ages", MEETS, {"minimum": 18, "maximum": 65}),
    Row("ages", MEETS, {"minimum": 22}),
    Row("ages", MEETS, {"minimum": 18}, ages(18, 40, youngest_born_on=date(2003, 6, 1))),  # today
    Row("ages", WILL, {"minimum": 18}, ages(17, 40, youngest_born_on=date(2003, 6, 30)), on=CLOSING),
    Row("ages", WILL, {"minimum": 18}, ages(17, 40, youngest_born_on=date(2003, 6, 2)), on=date(2021, 6, 2)),
    Row("ages", FAILS, {"minimum": 18}, ages(17, 40, youngest_born_on=date(2003, 7, 1)), need=(0, 1, 0), by=CLOSING),
    Row("ages", FAILS, {"minimum": 18}, ages(16, 40), need=(0, 1, 0), by=CLOSING, says="18 años"),
    Row("ages", FAILS, {"maximum": 60}, need=(0, 1, 0), by=CLOSING, says="más de 60"),
    Row("ages", FAILS, {"maximum": 29}, ages(20, 29, oldest_born_on=date(1991, 6, 30)), need=(0, 1, 0), by=CLOSING),
    Row("ages", MEETS, {"maximum": 29}, ages(20, 29, oldest_born_on=date(1991, 7, 1))),
    Row("ages", MISSING, {"minimum": 18}, ages(None, 40), says="fecha de nacimiento"),
    Row("ages", MISSING, {"maximum": 65}, ages(20, None), says="fecha de nacimiento"),
    Row("ages", MISSING, {"minimum": 18}, ages(17, 40), says="depende"),  # the birthday may come before the closing
    Row("ages", MISSING, {"maximum": 61}, says="depende"),
    Row("ages", VERIFY, {"minimum": 18}, TOWN, APPLICANT),
]


def known(**counts):
    return formal(sensitive=Sensitive(**counts))


SENSITIVE = [
    Row("disability_share", MEETS, {"percent": 60}),
    Row("disability_share", MEETS, {"number": 2, "proof": "credential"}),
    Row("disability_share", FAILS, {"percent": 60, "proof": "credential"}, need=(0, 0, 3), by=CLOSING),
    Row("disability_share", FAILS, {"number": 4}, need=(0, 0, 1), by=CLOSING, says="1 persona con discapacidad"),
    Row("disability_share", MISSING, {"percent": 60}, known(disability=Share(2, 2, 1)), says="voluntario"),
    Row("disability_share", VERIFY, {"percent": 60}, formal(sensitive=None), says="oficina de discapacidad"),
    Row("carers_share", MEETS, {"number": 2}),
    Row("carers_share", FAILS, {"number": 4}, need=(0, 0, 2), by=CLOSING, says="2 personas cuidadoras"),
    Row("carers_share", MISSING, {"percent": 40}, known(carers=Share(1, 3, 1))),
    Row("carers_share", VERIFY, {"percent": 40}, formal(sensitive=None)),
    Row("bracket_share", MEETS, {"percent": 60, "bracket": 40}),  # at it or under
    Row("bracket_share", MEETS, {"percent": 100, "bracket": 60}),
    Row("bracket_share", FAILS, {"percent": 100, "bracket": 40}, impossible=True),
    Row("bracket_share", FAILS, {"number": 4, "bracket": 50}, need=(0, 0, 1), by=CLOSING),
    Row("bracket_share", MISSING, {"number": 4, "bracket": 40}, known(brackets={40: 3, 60: 1}, brackets_unstated=1)),
    Row("bracket_share", MISSING, {"percent": 60, "bracket": 40}, known()),
    Row("bracket_share", VERIFY, {"percent": 60, "bracket": 40}, formal(sensitive=None)),
]
#: The day of the condition has passed: nobody can come in any more.
PAST = [
    Row("women_share", FAILS, {"number": 5}, days={Moment.CLOSING: date(2021, 5, 31)}, impossible=True, says="ya pasó"),
    Row(
        "women_share",
        FAILS,
        {"number": 5},
        days={Moment.CLOSING: date(2021, 6, 1)},
        need=(0, 0, 2),
        by=date(2021, 6, 1),
    ),
    Row("women_share", FAILS, {"number": 5}, moment=Moment.SIGNING, days=DAYS, need=(0, 0, 2), by=date(2021, 9, 30)),
]
ROWS = MEMBERS + WOMEN + AGES + SENSITIVE + PAST
_COME = "people come in by their own act: time alone brings nobody"
CANNOT = {
    (kind, WILL): _COME for kind in ("members", "women_share", "disability_share", "carers_share", "bracket_share")
}
