"""R03, R18, R19, R25-R27, R30 and R31: capital, reserves, papers, fines and taxes. A row a case, with its article."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.law import acts, capital, sanctions, taxes, work
from cases.law.answers import Outcome
from tests.law.table import check, day

MET, NOT, WARN, FREE = Outcome.MET, Outcome.NOT_MET, Outcome.WARNING, Outcome.NOT_ASKED
NOW = date(2026, 11, 21)

# type, subscribed, its total, paid, its total, members, outcome, article, verify
CAPS = [
    ("servicios", 200, 1000, 200, 1000, 5, MET, "art. 17", False),
    ("servicios", 201, 1000, 201, 1000, 6, NOT, "art. 17", False),
    ("servicios", 100, 1000, 90, 300, 6, NOT, "art. 17", True),
    ("servicios", 250, 1000, 250, 1000, 4, WARN, "art. 17", True),
    ("ahorro_credito", 101, 1000, 100, 1000, 50, NOT, "art. 17", True),
    ("especial_agricola", 300, 1000, 300, 1000, 10, MET, "art. 95", False),
    ("electrica", 301, 1000, 301, 1000, 10, NOT, "art. 95", False),
    ("federacion", 250, 1000, 250, 1000, 4, WARN, "art. 17", True),
]


@pytest.mark.parametrize("row", CAPS, ids=str)
def test_nobody_holds_more_than_the_cap_of_either_capital(row):
    kind, subscribed, total, paid, total_paid, members, outcome, article, verify = row
    answer = capital.cap(
        kind=kind,
        subscribed=subscribed,
        total_subscribed=total,
        paid=paid,
        total_paid=total_paid,
        members=members,
        on=NOW,
    )
    check(answer, outcome, article, verify=verify)


@given(held=st.lists(st.integers(1, 10_000), min_size=5, max_size=5))
def test_with_five_members_only_equal_holdings_are_lawful(held):
    total = sum(held)
    said = {
        capital.cap(
            kind="trabajo", subscribed=h, total_subscribed=total, paid=h, total_paid=total, members=5, on=NOW
        ).outcome
        for h in held
    }
    assert (said == {MET}) is (len(set(held)) == 1)


# types, surplus, more, amount, outcome, article, verify
RESERVES = [
    ("servicios", 1_000_001, {}, 180_000, MET, "art. 38", False),
    ("trabajo", 1_000_000, {}, 0, FREE, "art. 38", False),
    ("campesina", 1_000_000, {}, 0, FREE, "art. 38", False),
    ("pescadores", 1_000_000, {}, 0, FREE, "art. 38", False),
    ("pesquera", 1_000_000, {}, 180_000, MET, "art. 38", True),
    ("vivienda_abierta", 1_000_000, {}, 700_000, MET, "art. 38", False),
    ("escolar", 1_000_000, {}, 1_000_000, MET, "art. 71", False),
    ("instituto_auxiliar", 1_000_000, {}, 1_000_000, MET, "art. 104", False),
    ("especial_agricola", 1_000_000, {"capital": 1_000_000}, 50_000, MET, "art. 97", False),
    ("especial_agricola", 1_000_000, {"capital": 1_000_000, "kept": 240_000}, 10_000, MET, "art. 97", False),
    ("ahorro_credito", 1_000_000, {"under_cmf": True}, 0, FREE, "art. 38", False),
    ("servicios", 1_000_000, {"losses": 900_000}, 100_000, MET, "art. 38", True),
    ("servicios", 1_000_000, {"losses": 2_000_000}, 0, MET, "art. 38", True),
    ("servicios", 0, {}, 0, MET, "art. 38", False),
    ("trabajo servicios", 1_000_000, {}, 180_000, MET, "art. 38", True),
    (
        "consumo",
        1_000_000,
        {"waived": True, "patrimony_uf": 200_001, "liabilities_uf": 100_000},
        0,
        FREE,
        "art. 38",
        False,
    ),
    ("consumo", 1_000_000, {"waived": True, "patrimony_uf": 200_000}, 180_000, MET, "art. 38", False),
    (
        "consumo",
        1_000_000,
        {"waived": True, "patrimony_uf": 300_000, "liabilities_uf": 150_001},
        180_000,
        MET,
        "art. 38",
        False,
    ),
]


@pytest.mark.parametrize("row", RESERVES, ids=str)
def test_the_legal_reserve_of_each_type(row):
    types, surplus, more, amount, outcome, article, verify = row
    answer = capital.legal_reserve(types=types.split(), surplus=surplus, on=NOW, **more)
    check(answer, outcome, article, verify=verify)
    assert answer.figures["amount"] == amount


@given(surplus=st.integers(0, 10**12), losses=st.integers(0, 10**12))
def test_a_reserve_is_whole_and_never_more_than_what_is_left(surplus, losses):
    amount = capital.legal_reserve(types=["servicios"], surplus=surplus, losses=losses, on=NOW).figures["amount"]
    assert amount == min(Fraction(18 * surplus, 100).__floor__(), max(surplus - losses, 0))


def test_the_fund_is_two_percent_and_the_surplus_is_shared_by_operations_or_by_work():
    fund = check(capital.refund_fund(types=["trabajo"], surplus=1_000_099, on=NOW), MET, "arts. 19 y 38")
    assert fund.figures["amount"] == 20_001
    check(capital.refund_fund(types=["ahorro_credito"], surplus=100, on=NOW, under_cmf=True), FREE, "arts. 19 y 38")
    for kind, by in (("trabajo", "trabajo"), ("servicios", "operaciones")):
        split = capital.surplus_split(kind=kind, from_members=900, from_others=100, on=NOW)
        assert check(split, MET, "arts. 38 y 62").figures["by"] == by


@pytest.mark.parametrize(
    ("paid", "hours", "advances", "outcome"),
    [
        (250_000, 90, 0, MET), (250_001, 90, 0, NOT), (500_000, 180, 300_000, MET), (500_000, 200, 0, MET),
        (0, 0, 300_001, NOT),
    ],
)  # fmt: skip
def test_a_work_cooperative_pays_by_hours_and_advances_what_there_is(paid, hours, advances, outcome):
    answer = work.monthly(
        paid=paid, minimum_income=500_000, hours=hours, full_hours=180, advances=advances,
        accrued=200_000, undistributed=100_000, on=NOW,
    )  # fmt: skip
    check(answer, outcome, "arts. 62 y 64", verify=True)


@pytest.mark.parametrize("reform", [False, True])
def test_an_extract_says_every_field_and_the_notary_authorises_it(reform):
    fields = acts.REFORM_EXTRACT if reform else acts.FOUNDING_EXTRACT
    article = "art. 8" if reform else "art. 7"
    check(acts.extract(fields=fields, on=NOW, reform=reform), MET, article)
    for field, label in fields.items():
        short = check(acts.extract(fields=set(fields) - {field}, on=NOW, reform=reform), NOT, article)
        assert short.figures["missing"] == [label]
    check(acts.extract(fields=fields, on=NOW, reform=reform, authorised=False), NOT, article)


def test_before_the_reform_of_2016_a_fee_is_announced_as_possible():
    answer = acts.publication_fee(subscribed_uf=30, paid_uf=10, on=date(2015, 12, 1))
    check(answer, WARN, "Ley 20.494, art. 4", verify=True)


@pytest.mark.parametrize(
    ("subscribed", "paid", "utm", "outcome", "verify"),
    [(4999, 4999, 0, FREE, False), (5000, 5000, 1, WARN, False), (5000, 4999, 1, WARN, True), (30, 10, 0, FREE, False)],
)
def test_the_gazette_is_free_under_five_thousand_uf(subscribed, paid, utm, outcome, verify):
    answer = acts.publication_fee(subscribed_uf=subscribed, paid_uf=paid, on=NOW)
    check(answer, outcome, "Ley 20.494, art. 4", verify=verify)
    assert answer.figures["utm"] == utm


# types, offence, breached, fined, more, caps, article, verify
FINES = [
    ("servicios", "first", "2026-01-05", "2026-06-01", {}, (50,), "arts. 58 y 58 bis", False),
    ("trabajo", "first", "2026-01-05", "2026-06-01", {}, (25,), "art. 58 bis", False),
    ("trabajo", "repeated", "2026-01-05", "2026-06-01", {}, (50,), "art. 58 bis", False),
    ("trabajo", "again", "2026-01-05", "2026-06-01", {}, (125,), "art. 58 bis", False),
    ("trabajo", "first", "2026-01-05", "2026-06-01", {"capital_uf": 20_001}, (50,), "art. 58 bis", False),
    ("trabajo", "first", "2026-01-05", "2026-06-01", {"important": True}, (50,), "art. 58 bis", False),
    ("trabajo", "first", "2020-01-05", "2023-06-12", {}, (0,), "art. 58 bis (antes", False),
    ("trabajo", "first", "2023-06-12", "2023-07-01", {}, (0, 25), "art. 58 bis", True),
    ("abastecimiento", "first", "2026-01-05", "2026-06-01", {}, (25,), "art. 58 bis", True),
    ("consumo", "first", "2026-01-05", "2026-06-01", {"patrimony_uf": 200_000}, (50,), "art. 58", False),
    ("consumo", "first", "2026-01-05", "2026-06-01", {"patrimony_uf": 200_001}, (100,), "art. 58", False),
    ("consumo", "again", "2026-01-05", "2026-06-01", {"patrimony_uf": 400_001}, (750,), "art. 58", False),
    ("trabajo servicios", "first", "2026-01-05", "2026-06-01", {}, (50,), "art. 58 bis", False),
]


@pytest.mark.parametrize("row", FINES, ids=str)
def test_the_cap_of_a_fine(row):
    types, offence, breached, fined, more, caps, article, verify = row
    facts = {"important": False, "capital_uf": 100, "patrimony_uf": 100} | more
    answer = sanctions.fine_cap(
        types=types.split(), offence=offence, breached_on=day(breached), fined_on=day(fined), **facts
    )
    check(answer, WARN if max(caps) else FREE, article, verify=verify)
    assert answer.figures["caps"] == caps


@pytest.mark.parametrize(
    ("tax", "kind", "with_member", "exempt", "article"),
    [
        ("fiscal", "trabajo", False, 50, "art. 49"),
        ("fiscal", "servicios", True, 50, "art. 49"),
        ("fiscal", "servicios", False, 0, "art. 49"),
        ("municipal", "consumo", False, 0, "art. 49"),
        ("municipal", "campesina", True, 50, "art. 49"),
        ("vat", "trabajo", True, 0, "art. 49"),
        ("vat", "escolar", True, 0, "art. 49"),
        ("alcohol_tobacco", "trabajo", True, 0, "art. 49"),
        ("fiscal", "escolar", True, 100, "art. 70"),
        ("fiscal", "especial_agricola", True, 0, "art. 100"),
    ],
)
def test_the_exempt_half_of_each_tax(tax, kind, with_member, exempt, article):
    answer = taxes.exemption(tax=tax, kind=kind, with_member=with_member, on=NOW)
    check(answer, MET if exempt else FREE, article)
    assert answer.figures["exempt"] == exempt


def test_income_tax_has_its_own_law_and_an_unknown_tax_is_refused():
    check(
        taxes.exemption(tax="income", kind="trabajo", with_member=True, on=NOW), Outcome.UNKNOWN, "art. 49", verify=True
    )
    with pytest.raises(ValueError, match="peaje"):
        taxes.exemption(tax="peaje", kind="trabajo", with_member=True, on=NOW)
