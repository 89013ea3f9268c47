"""Documents, registers, what somebody saw, and what the group lived before."""

from datetime import date

from cases.enums import Stage
from cases.funding.bases.shapes import Moment, Subject
from cases.funding.eligibility.facts import EarlierAward, Paper
from cases.funding.eligibility.outcomes import Outcome
from cases.funding.words import ApplicantKind, DocumentKind, DocumentOf
from tests.funding.eligibility.scene import CALL, CLOSING, INFORMAL, Row, formal, informal

MEETS, FAILS, MISSING, VERIFY, WILL = (
    Outcome.MEETS,
    Outcome.FAILS,
    Outcome.MISSING_DATA,
    Outcome.TO_VERIFY,
    Outcome.WILL_MEET,
)
STANDING, OTHER = DocumentKind.LEGAL_STANDING, DocumentKind.OTHER
TOWN = informal(applicant=ApplicantKind.MUNICIPALITY)
ASKED = {"document": "legal_standing"}
THIRTY = {**ASKED, "valid_days": 30}


def holds(*issued, kind=STANDING, of=DocumentOf.GROUP, until=None, name="", **more):
    papers = tuple(Paper(kind, of, day, until, name=name) for day in issued)
    return formal(papers=papers, **more)


DOCUMENTS = [
    Row("document", MEETS, ASKED, holds(date(2019, 1, 1)), says="01-01-2019"),
    Row("document", MEETS, THIRTY, holds(date(2021, 5, 31))),  # 30 days old on its day
    Row("document", MEETS, ASKED, holds(date(2021, 1, 1), until=CLOSING), says="vale hasta"),
    Row("document", MEETS, THIRTY, holds(date(2020, 1, 1), date(2021, 6, 1))),  # any that serves
    Row(
        "document",
        MEETS,
        {"document": "other", "name": "Plan de riego"},
        holds(CLOSING.replace(day=1), kind=OTHER, name="plan de riego"),
    ),
    Row(
        "document",
        FAILS,
        THIRTY,
        holds(date(2021, 5, 30)),
        need=(1, 0, 0),
        by=CLOSING,
        says="entre el 01-06-2021 y el 30-06-2021",
    ),
    Row(
        "document",
        FAILS,
        {**ASKED, "valid_days": 10},
        holds(date(2021, 6, 1)),
        need=(1, 0, 0),
        by=CLOSING,
        says="entre el 20-06-2021",
    ),
    Row(
        "document",
        FAILS,
        {**ASKED, "valid_days": 0},
        holds(date(2021, 6, 1)),
        need=(1, 0, 0),
        by=CLOSING,
        says="con fecha 30-06-2021",
    ),
    Row("document", FAILS, ASKED, holds(date(2021, 1, 1), until=date(2021, 6, 29)), need=(1, 0, 0), by=CLOSING),
    Row("document", FAILS, ASKED, holds(), need=(1, 0, 0), by=CLOSING, says="No hay ninguno guardado"),
    Row("document", FAILS, ASKED, holds(date(2021, 1, 1), of=DocumentOf.PERSON), need=(1, 0, 0), by=CLOSING),
    Row("document", FAILS, ASKED, holds(date(2021, 1, 1), kind=OTHER), need=(1, 0, 0), by=CLOSING),
    Row("document", MISSING, THIRTY, holds(date(2021, 6, 1)), moment=Moment.REVIEW, says="día de la revisión"),
    Row(
        "document",
        FAILS,
        THIRTY,
        moment=Moment.REVIEW,
        days={Moment.CLOSING: CLOSING, Moment.REVIEW: date(2021, 7, 15)},
        need=(1, 0, 0),
        by=CLOSING,
        says="entre el 15-06-2021 y el 30-06-2021",
    ),
    Row(
        "document",
        FAILS,
        THIRTY,
        moment=Moment.REVIEW,
        days={Moment.CLOSING: CLOSING, Moment.REVIEW: date(2021, 8, 15)},
        need=(1, 0, 0),
        by=CLOSING,
        says="el 15-08-2021 tendrá más de 30 días",
    ),
    Row(
        "document",
        FAILS,
        ASKED,
        moment=Moment.REVIEW,
        days={Moment.CLOSING: date(2021, 5, 31), Moment.REVIEW: date(2021, 7, 15)},
        impossible=True,
        says="El cierre, 31-05-2021, ya pasó",
    ),
    Row("document", MISSING, ASKED, INFORMAL, Subject.RECEIVER, says="quién recibe"),
    Row("document", MEETS, ASKED, holds(date(2021, 6, 1)), moment=Moment.REVIEW),  # it does not expire
    Row("document", VERIFY, {"document": "other", "name": "Plan de riego"}, holds(date(2021, 1, 1), kind=OTHER)),
    Row("document", WILL, ASKED, holds(date(2021, 6, 12)), on=date(2021, 6, 12)),  # tried in «¿y si…?» ahead of its day
    Row("document", FAILS, ASKED, holds(date(2021, 7, 1)), need=(1, 0, 0), by=CLOSING),
]
TREASURY = {"registers": ["treasury"]}
SEEN = [
    Row("debts", VERIFY, TREASURY, says="deudas en Tesorería"),
    Row(
        "debts",
        VERIFY,
        TREASURY,
        holds(date(2021, 5, 3), kind=DocumentKind.TAX_DEBT),
        says="certificado del 03-05-2021",
    ),
    Row("debts", VERIFY, TREASURY, TOWN, says="la municipalidad"),
    Row("debts", MEETS, TREASURY, formal(verified={"c": True}), says="por escrito"),
    Row("debts", FAILS, TREASURY, formal(verified={"c": False}), need=(0, 1, 0), says="Regularícelo"),
    Row("debts", MISSING, TREASURY, INFORMAL, Subject.RECEIVER, says="quién recibe"),
    Row("free_text", VERIFY, {"text": "No haber recibido multas"}),
    Row("free_text", MEETS, {"text": "No haber recibido multas"}, formal(verified={"c": True})),
    Row("free_text", FAILS, {"text": "No haber recibido multas"}, formal(verified={"c": False}), need=(0, 1, 0)),
]


def won(*days, agency=7, programme="Fondo de Prueba", **more):
    return formal(awards=tuple(EarlierAward(agency, "k", programme, day, False) for day in days), **more)


ONCE = {"maximum": 1, "years": 2}
LIVED = [
    Row("stage", MEETS, {"stage": "training"}, formal(stage=Stage.TRAINING)),
    Row("stage", MEETS, {"stage": "formalization"}, formal(stage=Stage.REGULARIZATION)),
    Row("stage", FAILS, {"stage": "formalization"}, formal(stage=Stage.TRAINING), need=(0, 2, 0), by=CLOSING),
    Row("stage", FAILS, {"stage": "census"}, formal(stage=Stage.CLOSED), impossible=True),
    Row("stage", MISSING, {"stage": "training"}),
    Row("stage", MEETS, {"stage": "census"}, informal(stage=Stage.CALL, applicant=TOWN.applicant), Subject.APPLICANT),
    Row("earlier_awards", MEETS),
    Row("earlier_awards", MEETS, {}, won(date(2020, 1, 1), agency=8)),
    Row("earlier_awards", MEETS, {"of": "programme"}, won(date(2020, 1, 1), programme="Otro")),
    Row("earlier_awards", MEETS, ONCE, won(date(2020, 1, 1), date(2019, 6, 1))),  # two years are over today
    Row("earlier_awards", MEETS, {}, won(date(2021, 7, 1))),  # after the day
    Row("earlier_awards", WILL, ONCE, won(date(2020, 1, 1), date(2019, 6, 30)), on=CLOSING),
    Row("earlier_awards", WILL, {"years": 2}, won(date(2019, 6, 3), date(2019, 6, 2)), on=date(2021, 6, 3)),
    Row("earlier_awards", FAILS, ONCE, won(date(2020, 1, 1), date(2019, 7, 1)), impossible=True, says="01-07-2021"),
    Row("earlier_awards", FAILS, {"of": "anyone"}, won(date(2001, 1, 1), agency=8), impossible=True),
    Row(
        "earlier_awards",
        FAILS,
        {"of": "programme", "programme": "FONDO de prueba"},
        won(date(2020, 1, 1)),
        impossible=True,
    ),
    Row("earlier_awards", VERIFY, {}, won(awards_elsewhere=True), says="otra municipalidad"),
    Row("earlier_awards", FAILS, {}, won(date(2020, 1, 1), awards_elsewhere=True), impossible=True),
    Row("earlier_awards", VERIFY, ONCE, won(date(2020, 1, 1), date(2019, 6, 30), awards_elsewhere=True)),
    Row("earlier_awards", VERIFY, {}, won(), call=None, says="llamado"),
    Row("earlier_awards", VERIFY, {"of": "programme"}, won(), call=None),
    Row("earlier_awards", MISSING, {}, INFORMAL, Subject.RECEIVER, says="quién recibe"),
    Row("application_limit", MEETS, {"maximum": 2}, formal(applications={CALL.key: 2})),
    Row("application_limit", MEETS, {"maximum": 1}, formal(applications={"otro": 4})),
    Row("application_limit", FAILS, {"maximum": 1}, formal(applications={CALL.key: 3}), need=(0, 2, 0), by=CLOSING),
    Row("application_limit", VERIFY, {"maximum": 1}),
    Row("application_limit", VERIFY, {"maximum": 1}, formal(applications={}), call=None),
]
ROWS = DOCUMENTS + SEEN + LIVED
CANNOT = {
    ("debts", WILL): "what nobody here can read, nobody can foresee",
    ("free_text", WILL): "what nobody here can read, nobody can foresee",
    ("free_text", MISSING): "no fact of ours answers it, so none is missing",
    ("stage", VERIFY): "the stage of a case is always here",
    ("stage", WILL): "people change stages, never time",
    ("application_limit", WILL): "an application does not go away with time",
    ("application_limit", MISSING): "nobody counted them is «por comprobar»: no field of the group holds the number",
}
