"""Every census workbook, loaded by the command into a real database, gives what its truth says; twice, nothing new."""

from collections import Counter

import pytest

from cases.models import Case, CensusImport, CensusRow
from incubator.models import Evidence, JournalEntry, Membership, Organization, Person
from incubator.text import fold
from tests import factories
from tests.imports.conftest import PLACES, truth_of, workbook_of

pytestmark = pytest.mark.django_db


@pytest.fixture(params=sorted(PLACES))
def book(request):
    cut = PLACES[request.param]
    return workbook_of(request.param), truth_of(request.param), factories.incubator(cut)


def _people_of(truth):
    """The people of a truth, each counted once: by RUN, or by group and name."""
    return {p["rut"] or (fold(p["group"]), fold(p["name"])) for p in truth["people"]}


def test_the_command_says_what_the_truth_says(book, run):
    path, truth, place = book
    code, said = run(path, place.code, detail=True)
    assert code == (3 if truth["rejected"] else 0)
    assert (said["sheet"], said["header_row"], said["rows_read"]) == (
        truth["sheet"], truth["header_row"], truth["rows_read"],
    )  # fmt: skip
    assert truth.get("columns", {}).items() <= said["columns"].items()
    assert said["groups"] == {"created": len(truth["groups"]), "updated": 0, "unchanged": 0}
    assert said["people"] == {"created": len(_people_of(truth)), "updated": 0, "unchanged": 0}
    assert {(r["row"], r["reason"]) for r in said["rejected"]} == {(r["row"], r["reason"]) for r in truth["rejected"]}
    allowed = {(w["row"], w["reason"]) for w in truth.get("may_warn", ())}
    found = Counter((w["row"], w["reason"]) for w in said["warnings"])
    assert {key: n for key, n in found.items() if key not in allowed} == dict(
        Counter((w["row"], w["reason"]) for w in truth["warnings"])
    )


def test_what_is_held_is_what_the_truth_says(book, run):
    path, truth, place = book
    run(path, place.code)
    groups = {g.name_folded: g for g in Organization.objects.filter(incubator=place)}
    for said in truth["groups"]:
        group = groups[fold(said["name"])[:200]]
        assert (group.kind == "cooperative", fold(group.trade)) == (said["formal"], fold(said["trade"] or ""))
        assert group.legal_status == ("valid" if said["formal"] else "de_facto")
        if truth["layout"] == "long":
            assert group.memberships.count() == said["members"]
        else:
            assert group.declared_members == said["members"]
        case = Case.objects.get(organization=group)
        assert (case.stage, case.source, case.opened_on.isoformat()) == ("census", "census_file", "2021-06-15")
        sheet_day = said["recorded_on"] or "2021-06-15"
        assert {entry["on"] for entry in group.provenance.values()} == {sheet_day}
        assert {m.since.isoformat() for m in group.memberships.all()} <= {min(sheet_day, "2021-06-15")}
    for said in truth["people"]:
        person = Membership.objects.get(organization=groups[fold(said["group"])[:200]], **_who(said)).person
        assert (person.run or None, person.phone or None) == (said["rut"], said["phone"] or person.phone or None)
        assert fold(person.name) == fold(said["name"])


def _who(said):
    if said["rut"]:
        return {"person__run": said["rut"]}
    return {"person__name_folded": fold(said["name"]), "person__run": ""}


def _everything():
    return {
        model: list(model.objects.order_by("pk").values())
        for model in (Organization, Person, Membership, Case, CensusImport, CensusRow, Evidence, JournalEntry)
    }


def test_the_same_file_again_changes_nothing_at_all(book, run):
    path, truth, place = book
    first_code, first = run(path, place.code)
    before = _everything()
    code, said = run(path, place.code)
    assert code == first_code
    assert said["groups"] == {"created": 0, "updated": 0, "unchanged": len(truth["groups"])}
    assert said["people"] == {"created": 0, "updated": 0, "unchanged": first["people"]["created"]}
    assert (said["rejected"], said["warnings"]) == (first["rejected"], first["warnings"])
    assert _everything() == before


def test_a_rehearsal_says_the_same_and_writes_nothing(book, run):
    path, _, place = book
    before = _everything()
    code, said = run(path, place.code, dry_run=True)
    assert _everything() == before
    assert (code, said) == run(path, place.code)
