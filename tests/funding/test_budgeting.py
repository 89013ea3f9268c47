"""The arithmetic of a budget: totals that agree, limits exact to the peso, and sentences that say how to mend it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.funding.bases.shapes import Bases, CoFinancing, Contribution, Dates, Item, Money, Share
from cases.funding.budget import checking as budgeting
from cases.funding.budget.checking import Line, UnitValue
from cases.funding.budget.quotes import Quoted
from cases.funding.words import Unit

GEAR, WORK = Item("gear", "Equipos", cap_percent=40), Item("work", "Honorarios")
AMOUNTS = st.integers(min_value=0, max_value=9_000_000_000)
LINES = st.lists(
    st.builds(
        Line,
        item=st.sampled_from(["gear", "work", "more"]),
        name=st.text(min_size=1, max_size=8),
        months=st.lists(AMOUNTS, max_size=14).map(tuple),
        own_cash=AMOUNTS,
        own_kind=AMOUNTS,
    ),
    max_size=12,
)
PERCENTS = st.decimals(min_value=Decimal("0.1"), max_value=Decimal("99.9"), places=1).map(float)


def _budget(gear, work, **more):
    return [Line("gear", "Horno", (gear,), **more), Line("work", "Contadora", (work,))]


def _plain(said):
    return said.replace("\u00a0", " ")


def _check(found, rule):
    check = next(check for check in found if check.rule == rule)
    return replace(check, sentence=_plain(check.sentence), source=_plain(check.source))


def _findings(*asked, **known):
    return [_plain(sentence) for sentence in budgeting.findings(*asked, **known)]


def _numbers(sentence):
    """The amounts of pesos of a sentence, in order."""
    words = sentence.replace(";", " ").replace(",", " ").replace(":", " ").split()
    after = [words[place + 1] for place, word in enumerate(words[:-1]) if word == "$"]
    return [int(word.strip(".").replace(".", "")) for word in after]


@given(LINES)
def test_items_months_and_the_whole_add_up_to_the_same(lines):
    sums = budgeting.totals(lines, (WORK, GEAR))
    assert sums.requested == sum(sums.months) == sum(part.requested for part in sums.items)
    assert sums.requested == sum(sum(line.months) for line in lines)
    assert sums.own_cash == sum(line.own_cash for line in lines)
    assert sums.total == sum(part.total for part in sums.items) == sums.requested + sums.own
    assert sums.of(["gear", "work", "more"]).total == sums.total


def test_items_follow_the_order_of_the_bases_with_their_names():
    sums = budgeting.totals([Line("other", "Sal", (1,)), *_budget(2, 3)], (WORK, GEAR))
    assert [part.name for part in sums.items] == ["Honorarios", "Equipos", "other"]


def test_a_cap_says_its_sum_and_three_ways_to_come_under_it():
    found = budgeting.checks(Bases(items=(GEAR, WORK)), _budget(1_200_000, 1_300_000))
    check = _check(found, "cap_percent")
    assert check.sentence == (
        "Pide $ 1.200.000 en «Equipos»: es 48 % de lo pedido y las bases permiten 40 %; "
        "pase $ 200.000 a otros ítems, baje $ 333.334 o suba los otros en $ 500.000."
    )
    assert "$ 1.200.000 de «Equipos» ÷ $ 2.500.000 pedidos = 48 %" in check.source
    assert check.item == "gear"


@given(st.integers(1, 10**10), st.integers(1, 10**10), PERCENTS)
def test_a_cap_is_exact_and_each_way_out_is_the_least_that_serves(gear, work, cap):
    bases = Bases(items=(replace(GEAR, cap_percent=cap), WORK))
    share = Fraction(str(cap)) / 100
    check = _check(budgeting.checks(bases, _budget(gear, work)), "cap_percent")
    assert check.met is (Fraction(gear, gear + work) <= share)
    if check.met:
        return
    moved, away, raised = _numbers(check.sentence)[1:]

    def held(gear, work):
        return _check(budgeting.checks(bases, _budget(gear, work)), "cap_percent").met

    assert held(gear - moved, work + moved)
    assert not held(gear - moved + 1, work + moved - 1)
    assert held(gear - away, work)
    assert not held(gear - away + 1, work)
    assert held(gear, work + raised)
    assert not held(gear, work + raised - 1)


def test_a_percentage_close_to_its_cap_is_told_apart_from_it():
    bases = Bases(items=(GEAR, WORK))
    above = _check(budgeting.checks(bases, _budget(4_000_001, 6_000_000)), "cap_percent")
    assert "es 40,000006" not in above.sentence
    assert "es un poco más de 40 % de lo pedido" in above.sentence
    assert _check(budgeting.checks(bases, _budget(4_000_000, 6_000_000)), "cap_percent").met


@pytest.mark.parametrize("gap", [-1, 0, 1])
def test_limits_of_pesos_hold_to_the_peso(gap):
    capped = Bases(items=(Item("gear", "Equipos", cap_amount=500), WORK), money=Money(maximum=900, minimum=900))
    found = budgeting.checks(capped, _budget(500 + gap, 400))
    assert _check(found, "cap_amount").met is (gap <= 0)
    assert _check(found, "maximum").met is (gap <= 0)
    assert _check(found, "minimum").met is (gap >= 0)


@pytest.mark.parametrize("gap", [-1, 0, 1])
def test_so_much_for_each_person_who_signs(gap):
    bases = Bases(money=Money(per_person=600_000))
    budget = _budget(2_000_000, 1_000_000 + gap)
    check = _check(budgeting.checks(bases, budget, signers=5), "per_person")
    assert check.met is (gap <= 0)
    assert "por 5 personas que firman" in check.sentence
    unsaid = _check(budgeting.checks(bases, budget), "per_person")
    assert unsaid.is_open
    assert "escriba cuántas personas firman" in unsaid.sentence


@given(st.integers(0, 10**10), st.integers(0, 10**10), PERCENTS, st.sampled_from(Share), st.sampled_from(Contribution))
def test_an_own_part_is_exact_and_what_it_lacks_is_the_least_that_serves(asked, own, percent, of, kind):
    bases = Bases(items=(GEAR, WORK), cofinancing=(CoFinancing("own", percent, of=of, kind=kind),))
    put = "own_kind" if kind == Contribution.KIND else "own_cash"

    def check(own):
        lines = [Line("work", "Contadora", (asked,), **{put: own})]
        return _check(budgeting.checks(bases, lines), "cofinancing")

    share, base = Fraction(str(percent)) / 100, asked + own if of == Share.TOTAL else asked
    found = check(own)
    assert found.met is (own >= share * base)
    if not found.met:
        lacking = _numbers(found.sentence)[1]
        assert check(own + lacking).met
        assert not check(own + lacking - 1).met


def test_an_own_part_in_cash_does_not_count_what_is_valued_and_may_be_of_one_item():
    asked = CoFinancing("own", 10, of=Share.REQUESTED, kind=Contribution.CASH, items=("gear",), clause="Bases, 4.2")
    bases = Bases(items=(GEAR, WORK), cofinancing=(asked,))
    found = _check(budgeting.checks(bases, _budget(1_000_000, 9_000_000, own_kind=500_000)), "cofinancing")
    assert found.sentence == (
        "El aporte propio en dinero es $ 0, 0 % de lo que se pide de «Equipos», y las bases piden 10 %: "
        "faltan $ 100.000."
    )
    assert found.source.endswith("Bases, 4.2")
    assert found.item == "gear"


def test_an_amount_in_uf_says_with_which_value_and_day_and_without_it_stays_open():
    bases = Bases(items=(GEAR, WORK), money=Money(unit=Unit.UF, maximum=100))
    value = UnitValue(Decimal("37123.45"), date(2026, 3, 12))
    for requested, met in ((3_712_344, True), (3_712_345, True), (3_712_346, False)):
        check = _check(budgeting.checks(bases, [Line("work", "Contadora", (requested,))], value=value), "maximum")
        assert check.met is met
        assert "hasta 100 UF ($ 3.712.345) por proyecto" in check.sentence
        assert "100 UF × $ 37.123,45, UF del 12-03-2026" in check.source
    unknown = _check(budgeting.checks(bases, [Line("work", "Contadora", (1,))]), "maximum")
    assert unknown.is_open
    assert unknown.sentence.startswith("Por comprobar. Las bases permiten hasta 100 UF por proyecto")


def test_what_may_not_be_paid_is_named_with_its_sum():
    bases = Bases(items=(WORK, Item("prizes", "Premios en dinero", allowed=False)))
    lines = [Line("prizes", "Primer lugar", (50_000, 50_000)), Line("gear", "Horno", (10,))]
    assert _findings(bases, lines) == [
        "Las bases no permiten pagar «Premios en dinero»: quite sus líneas, que suman $ 100.000.",
        "«gear» no es un ítem de las bases: pase sus $ 10 a uno que sí lo sea, o quítelos.",
    ]


def test_lines_without_amount_twice_or_after_the_end_are_said():
    bases = Bases(items=(GEAR, WORK), dates=Dates(months=2))
    lines = [Line("work", "Contadora", (0, 0, 5)), Line("work", "CONTADORA", (1,)), Line("work", "Chofer")]
    assert _findings(bases, lines) == [
        "«Contadora» pide dinero en el mes 3 y el proyecto dura 2: páselo a un mes anterior.",
        "«CONTADORA» está dos veces en el mismo ítem: júntelas o nómbrelas distinto.",
        "«Chofer» no tiene monto: escríbalo o quite la línea.",
    ]


def test_an_empty_budget_lacks_its_lines_only_where_money_is_asked():
    assert _findings(Bases(items=(WORK,)), []) == [
        "El presupuesto no tiene líneas: agregue lo que se pagará con el fondo."
    ]
    assert _findings(Bases(), []) == []


class _Quotation(Quoted):
    def __init__(self, detail="Horno", amount=100, **more):
        self.item, self.detail, self.supplier, self.amount = "gear", detail, "Hornos Sur", amount
        self.quoted_on, self.valid_until, self.is_chosen, self.set_aside_on = date(2021, 3, 1), None, False, None
        self.__dict__ |= more


def test_quotations_are_counted_for_each_thing_and_the_chosen_one_is_compared_with_its_line():
    bases = Bases(items=(Item("gear", "Equipos", quotations=2), WORK))
    lines = _budget(90, 10, own_cash=20)
    apart = _Quotation(set_aside_on=date(2021, 3, 2))
    assert _findings(bases, lines, [apart]) == ["Faltan 2 cotizaciones de «Horno»: las bases piden 2."]
    assert _findings(bases, lines, [_Quotation("horno ")]) == [
        "Falta 1 cotización de «Horno»: las bases piden 2 y hay 1.",
        "Elija una de las cotizaciones de «Horno».",
    ]
    chosen = [_Quotation(is_chosen=True, valid_until=date(2021, 3, 31)), _Quotation()]
    assert _findings(bases, lines, chosen, on=date(2021, 4, 1)) == [
        "La línea «Horno» suma $ 110 y la cotización elegida (Hornos Sur) es de $ 100: la línea tiene $ 10 de más.",
        "La cotización elegida de «Horno» (Hornos Sur) vale hasta el 31-03-2021, antes del 01-04-2021: pida una nueva.",
    ]
    assert "no es de ninguna línea" in _findings(bases, [lines[1]], chosen)[0]


def test_two_versions_are_compared_thing_by_thing():
    before = [*_budget(90, 10), Line("work", "Chofer", (5,))]
    after = [Line("gear", "horno", (40, 0)), Line("work", "Contadora", (0, 10)), Line("work", "Cocinera", (7,))]
    assert [(one.name, _plain(one.sentence)) for one in budgeting.differences(before, after)] == [
        ("horno", "Pedido: de $ 90 a $ 40."),
        ("Contadora", "Los mismos montos, en otros meses."),
        ("Chofer", "Se quitó: tenía $ 5."),
        ("Cocinera", "Se agregó, con $ 7."),
    ]
    assert budgeting.differences(before, before) == []
