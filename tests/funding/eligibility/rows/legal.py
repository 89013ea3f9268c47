"""Who applies, who receives, legal standing and age."""

from datetime import date

from cases.funding.bases.shapes import Moment, Subject
from cases.funding.eligibility.outcomes import Outcome
from cases.funding.words import ApplicantKind, ReceiverKind
from tests.funding.eligibility.scene import AWARD, CLOSING, FORMAL, INFORMAL, TODAY, Row, formal, informal

MEETS, FAILS, MISSING, VERIFY, WILL = (
    Outcome.MEETS,
    Outcome.FAILS,
    Outcome.MISSING_DATA,
    Outcome.TO_VERIFY,
    Outcome.WILL_MEET,
)
TOWN, MEMBER = ApplicantKind.MUNICIPALITY, ApplicantKind.MEMBER
GROUP, COOP = ApplicantKind.GROUP, ApplicantKind.COOPERATIVE
RECEIVER = Subject.RECEIVER
IN_FORMATION = informal(expected_entry=date(2021, 6, 12), deeded_on=date(2021, 4, 13))


def kinds(*names):
    return {"kinds": list(names)}


APPLICANT = [
    Row("applicant_kind", MEETS, kinds("group"), INFORMAL),
    Row("applicant_kind", MEETS, kinds("cooperative"), FORMAL),
    Row("applicant_kind", MEETS, kinds("municipality"), informal(applicant=TOWN)),
    Row("applicant_kind", MEETS, kinds("cooperative"), formal(applicant=GROUP)),  # it became one meanwhile
    Row("applicant_kind", MISSING, kinds("municipality", "sponsor"), INFORMAL, says="Elija quién postula"),
    Row("applicant_kind", MISSING, kinds("cooperative"), informal(is_valid=None), says="cómo está constituida"),
    Row("applicant_kind", FAILS, kinds("group"), FORMAL, impossible=True, says="Busque otro llamado"),
    Row("applicant_kind", FAILS, kinds("cooperative"), informal(is_valid=True), impossible=True),
    Row(
        "applicant_kind",
        FAILS,
        kinds("cooperative"),
        IN_FORMATION,
        need=(0, 1, 0),
        by=date(2021, 6, 12),
        says="Cumple si se inscribe hasta el 12-06-2021.",
    ),
    Row(
        "applicant_kind", FAILS, kinds("cooperative"), INFORMAL, need=(0, 2, 0), by=CLOSING, says="constituirse e inscr"
    ),
    Row(
        "applicant_kind",
        FAILS,
        kinds("cooperative", "municipality"),
        informal(applicant=GROUP),
        need=(0, 1, 0),
        by=CLOSING,
        says="También puede cambiar quién postula: «La municipalidad, por el grupo»",
    ),
    Row("applicant_kind", FAILS, kinds("group"), informal(applicant=TOWN), need=(0, 1, 0), by=CLOSING),
    Row("applicant_kind", FAILS, kinds("group"), informal(applicant=COOP), need=(0, 1, 0), by=CLOSING),
    Row("applicant_kind", FAILS, kinds("cooperative"), informal(applicant=TOWN), need=(0, 2, 0), by=CLOSING),
    Row("applicant_kind", WILL, kinds("cooperative"), formal(valid_from=date(2021, 6, 12)), on=date(2021, 6, 12)),
    Row("receiver_kind", MEETS, kinds("member"), informal(receiver=ReceiverKind.MEMBER)),
    Row("receiver_kind", MISSING, kinds("member"), INFORMAL, says="Elija quién recibe"),
    Row(
        "receiver_kind",
        FAILS,
        kinds("applicant"),
        informal(receiver=ReceiverKind.MEMBER),
        need=(0, 1, 0),
        by=CLOSING,
        says="Cambie quién recibe",
    ),
]
STANDING = [
    Row("legal_validity", MEETS),
    Row("legal_validity", MEETS, {"cooperative": True}),
    Row("legal_validity", MEETS, {}, formal(constituted_on=None), says="vigente"),
    Row("legal_validity", MEETS, {}, formal(receiver=None), RECEIVER),
    Row("legal_validity", MEETS, {}, formal(receiver=ReceiverKind.APPLICANT), RECEIVER),
    Row("legal_validity", MISSING, {}, formal(is_valid=None), says="certificado"),
    Row("legal_validity", MISSING, {}, INFORMAL, RECEIVER, says="quién recibe el dinero"),
    Row("legal_validity", VERIFY, {}, informal(applicant=TOWN), says="la municipalidad"),
    Row("legal_validity", VERIFY, {}, informal(receiver=ReceiverKind.SPONSOR), RECEIVER, says="la otra institución"),
    Row("legal_validity", FAILS, {}, formal(is_valid=False), need=(0, 1, 0), by=CLOSING, says="No está vigente"),
    Row("legal_validity", FAILS, {"cooperative": True}, informal(is_valid=True), impossible=True),
    Row("legal_validity", FAILS, {"cooperative": True}, informal(applicant=TOWN), need=(0, 1, 0), by=CLOSING),
    Row("legal_validity", FAILS, {}, informal(applicant=MEMBER), need=(0, 1, 0), by=CLOSING, says="persona natural"),
    Row("legal_validity", FAILS, {}, INFORMAL, need=(0, 2, 0), by=CLOSING),
    # The deed is signed: the last useful day is that of the law, or the day of the condition when it comes first.
    Row("legal_validity", FAILS, {}, informal(expected_entry=TODAY), need=(0, 1, 0), by=TODAY),  # today is in time
    Row("legal_validity", FAILS, {}, IN_FORMATION, need=(0, 1, 0), by=date(2021, 6, 12), says="hasta el 12-06-2021"),
    Row(
        "legal_validity",
        FAILS,
        {},
        informal(expected_entry=date(2021, 7, 15)),
        need=(0, 1, 0),
        by=CLOSING,
        says="Cumple si se inscribe hasta el 30-06-2021.",
    ),
    Row(
        "legal_validity",
        FAILS,
        {},
        informal(expected_entry=date(2021, 5, 31)),
        need=(0, 2, 0),
        by=CLOSING,
        says="venció",
    ),
    Row("legal_validity", WILL, {}, formal(valid_from=CLOSING), on=CLOSING, says="30-06-2021"),
    Row("legal_validity", FAILS, {}, formal(valid_from=date(2021, 7, 1)), need=(0, 1, 0), by=CLOSING),
    Row("legal_validity", WILL, {}, formal(valid_from=AWARD), moment=Moment.AWARD, on=AWARD),
]
AGE = [
    Row("entity_age", MEETS, {"minimum": 14}),  # 14 months on 15-05-2021
    Row("entity_age", MEETS, {"minimum": 24}, formal(constituted_on=date(2019, 6, 1))),  # that very day
    Row("entity_age", MEETS, {"maximum": 15}, formal(constituted_on=date(2020, 3, 30))),
    Row("entity_age", WILL, {"minimum": 24}, formal(constituted_on=date(2019, 6, 2)), on=date(2021, 6, 2)),
    Row("entity_age", WILL, {"minimum": 24}, formal(constituted_on=date(2019, 6, 30)), on=CLOSING),
    Row("entity_age", WILL, {"minimum": 3}, formal(constituted_on=date(2021, 3, 31)), on=CLOSING),  # June has no 31st
    Row(
        "entity_age",
        FAILS,
        {"minimum": 24},
        formal(constituted_on=date(2019, 7, 1)),
        impossible=True,
        says="01-07-2021",
    ),
    Row("entity_age", FAILS, {"maximum": 15}, formal(constituted_on=date(2020, 3, 29)), impossible=True),
    Row("entity_age", FAILS, {"minimum": 6}, INFORMAL, impossible=True, says="No alcanza"),
    Row(
        "entity_age",
        FAILS,
        {"minimum": 3},
        INFORMAL,
        moment=Moment.AWARD,
        need=(0, 2, 0),
        by=date(2021, 6, 30),
        says="Cumple si se constituye hasta el 30-06-2021.",
    ),
    Row("entity_age", FAILS, {"minimum": 0}, formal(constituted_on=date(2021, 7, 1)), need=(0, 1, 0), by=CLOSING),
    Row("entity_age", MISSING, {"minimum": 6}, formal(constituted_on=None), says="escritura"),
    Row("entity_age", MISSING, {"minimum": 24}, moment=Moment.SIGNING, says="firma del convenio"),
    Row("entity_age", MISSING, {"maximum": 60}, moment=Moment.SIGNING, says="firma del convenio"),
    Row("entity_age", MEETS, {"minimum": 6}, moment=Moment.SIGNING),  # older already: whatever the day
    Row("entity_age", VERIFY, {"minimum": 24}, informal(applicant=TOWN), says="la municipalidad"),
]
ROWS = APPLICANT + STANDING + AGE
CANNOT = {
    ("applicant_kind", VERIFY): "who applies is chosen here: there is nothing to look up elsewhere",
    ("receiver_kind", VERIFY): "who receives is chosen here: there is nothing to look up elsewhere",
    ("receiver_kind", WILL): "who receives is chosen, and time chooses nobody",
}
