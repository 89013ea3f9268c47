"""compose_report: a draft, a sealed report, the same files again, and sentences when it cannot."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from incubator import calendars
from incubator.models import JournalEntry
from reports.models import Report
from tests.reports.world import TEXTS, World

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = ["--summary", TEXTS["summary"], "--deviations", TEXTS["deviations"], "--next-steps", TEXTS["next_steps"]]


@pytest.fixture
def world():
    made = World(groups=1)
    made.session(date(2021, 5, 6), made.cases[0])
    with calendars.travel(date(2021, 6, 5)):
        yield made


def run(*arguments, out):
    said = StringIO()
    call_command("compose_report", "--out", str(out), *arguments, stdout=said)
    return said.getvalue()


def test_without_seal_it_leaves_a_draft_made_by_the_systems_own_post(world, tmp_path):
    said = run("--incubator", "05501", "--period", "2021-05", out=tmp_path)
    assert "Borrador del informe de mayo de 2021" in said
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "informe-05501-2021-05-borrador.pdf",
        "informe-05501-2021-05-borrador.xlsx",
    ]
    assert JournalEntry.objects.get(verb="report_composed").by.is_system


def test_with_seal_two_people_seal_it_and_later_the_same_files_come_out(world, tmp_path):
    people = ["--prepared-by", world.officer.email, "--by", world.coordinator.email]
    seal = ["--incubator", "05501", "--period", "2021-05", "--agreement", "3884", "--seal", *people, *WORDS]
    run(*seal, out=tmp_path / "one")
    report = Report.objects.get()
    assert (report.state, report.seal_asked_by, report.sealed_by) == ("sealed", world.officer, world.coordinator)
    said = run("--incubator", "05501", "--period", "2021-05", out=tmp_path / "two")
    assert "sellado el 05-06-2021" in said
    first, second = ({p.name: p.read_bytes() for p in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert first == second
    assert set(first) == {"informe-05501-2021-05-v1.pdf", "informe-05501-2021-05-v1.xlsx"}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--incubator", "99999", "--period", "2021-05"], 2, "No hay una incubadora en la comuna 99999"),
        (["--incubator", "05501", "--period", "mayo"], 2, "Escríbalo como 2021-06"),
        (["--incubator", "05501", "--period", "2021-05", "--agreement", "X"], 2, "código X"),
        (["--incubator", "05501", "--period", "2021-05", "--seal"], 2, "son dos personas"),
        (["--incubator", "05501", "--period", "2021-07"], 3, "todavía no empieza"),
        (["--incubator", "05501", "--period", "2021-05", "--by", "nadie@ejemplo.cl"], 3, "nadie@ejemplo.cl"),
    ],
)
def test_it_says_what_to_mend(world, tmp_path, arguments, code, said):
    with pytest.raises(CommandError, match=said) as error:
        run(*arguments, out=tmp_path)
    assert error.value.returncode == code


def test_a_month_that_is_not_ready_is_refused_with_every_reason(world, tmp_path):
    people = ["--prepared-by", world.officer.email, "--by", world.coordinator.email]
    with pytest.raises(CommandError, match="Falta escribir el relato") as error:
        run("--incubator", "05501", "--period", "2021-05", "--seal", *people, out=tmp_path)
    assert error.value.returncode == 3
    assert Report.objects.get().state == "draft"
