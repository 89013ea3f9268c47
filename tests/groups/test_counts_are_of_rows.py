"""What the database filters and counts of the groups is what their rows say, read one by one."""

from collections import Counter

import pytest

from cases import minimums, reading
from cases.enums import OPEN
from cases.groups.filters import FACETS, Filtering, chosen_in
from cases.groups.rows import BELOW, BELOW_LAW, QUIET, GroupRows
from incubator.models import Organization
from incubator.text import fold
from tests import factories
from tests.groups.conftest import TODAY
from tests.groups.many import many
from tests.groups.scene import incubator_in_june

ASKED = [
    {},
    {"etapa": "mios"},
    {"etapa": "cerrados"},
    {"etapa": "training", "senal": QUIET},
    {"senal": BELOW},
    {"senal": BELOW_LAW},
    {"sector": "san pedro", "pausa": "no"},
    {"cargo": "nadie", "ingreso": "2020"},
    {"comuna": "05501", "incubadora": "999999999"},
]


@pytest.fixture
def officer(db):
    """Hers is the incubator in June, and five groups of the year before of a sector written in two ways."""
    incubator_in_june()
    place = factories.incubator()
    officer = factories.people.officer_of(place)
    older = many(place, officer, 5, words="Del año anterior", on=TODAY.replace(year=2020))
    groups = Organization.objects.filter(pk__in=[case.organization_id for case in older])
    groups.update(sector="SAN PEDRO")
    factories.case_in("closed")
    return officer


def _given(officer):
    """[(case, {filter: the answers it gives})], in the order of names, by plain Python over every row."""
    newest = reading.newest_of(officer)
    cases = list(reading.with_facts(newest, TODAY).order_by("organization__sort_key", "pk"))
    rules = reading.parameters_by_incubator({case.incubator_id for case in cases}, TODAY)
    lacking = minimums.shortfalls([case for case in cases if case.stage in OPEN], TODAY, rules)
    charge = reading.in_charge(cases, TODAY)
    found = []
    for case in cases:
        people = {str(one.post.user_id) for one in charge[case.organization_id]}
        flags = {BELOW_LAW if one.by_law else BELOW for one in lacking.get(case.pk, ())}
        is_open = case.stage in OPEN
        given = {
            "etapa": {case.stage, "abiertos" if is_open else "cerrados"},
            "comuna": {case.organization.commune_id} - {None},
            "sector": {fold(case.organization.sector)} - {""},
            "cargo": people or {"nadie"},
            "senal": flags | ({QUIET} if reading.is_out_of_touch(case, TODAY, rules[case.incubator_id]) else set()),
            "pausa": {"si" if case.paused_until else "no"},
            "ingreso": {str(case.opened_on.year)},
            "incubadora": {str(case.incubator_id)},
        }
        if is_open and str(officer.pk) in people:
            given["etapa"].add("mios")
        found.append((case, given))
    return found


def test_each_filter_keeps_the_rows_that_fit_and_each_count_is_what_it_would_show(officer):
    given, groups = _given(officer), GroupRows(officer, TODAY)
    choices = [chosen_in(asked) for asked in ASKED]

    def fitting(chosen):
        return [case.pk for case, one in given if all(value in one[name] for name, value in chosen.items())]

    assert sum(bool(fitting(chosen)) for chosen in choices) >= 6
    for chosen in choices:
        listed = Filtering(groups, chosen, saved=choices)
        assert listed.rows == fitting(chosen), chosen
        assert len(listed) == len(fitting(chosen))
        assert listed[2:4] == fitting(chosen)[2:4]
        assert listed.saved_counts == [len(fitting(one)) for one in choices]
        for name in ("etapa", *FACETS):
            others = {key: value for key, value in chosen.items() if key != name}
            answers = Counter(value for case, one in given if case.pk in fitting(others) for value in one[name])
            assert listed._counts[name] == answers, (chosen, name)


def test_the_columns_of_the_board_hold_the_first_rows_of_each_stage(officer):
    given, asked = _given(officer), Filtering(GroupRows(officer, TODAY), chosen_in({})).asked
    columns = asked.columns({"etapa": "abiertos"}, 2)
    by_stage = {}
    for case, _ in given:
        if case.stage in OPEN:
            by_stage.setdefault(case.stage, []).append(case.pk)
    assert {stage.value: found for stage, found in columns.items()} == {
        stage: (len(pks), pks[:2]) for stage, pks in by_stage.items()
    }


def test_whoever_reaches_nothing_is_told_of_nothing(officer):
    stranger = factories.user_with("administrator")
    listed = Filtering(GroupRows(stranger, TODAY), chosen_in({}), saved=[chosen_in({})])
    assert (len(listed), listed.rows, listed.saved_counts, listed.facets()) == (0, [], [0], [])
