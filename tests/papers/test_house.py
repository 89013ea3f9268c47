"""The package of papers keeps out of tables and of the clock, and the libraries that write wait for the first document."""

import subprocess
import sys

from tests.support.databases import ROOT

FORBIDDEN = ("django.db", "cases.models", "incubator.models", "calendars.today", "calendars.now", "settings")


def test_papers_know_no_table_no_clock_and_no_setting():
    for path in sorted((ROOT / "cases/papers").rglob("*.py")):
        source = path.read_text()
        imports = "\n".join(line for line in source.splitlines() if "import" in line or "today()" in line)
        assert not [word for word in FORBIDDEN if word in imports], path.name
        assert "today()" not in source, path.name


def test_the_libraries_are_loaded_by_the_first_document():
    code = (
        "import django, sys; django.setup(); import cases.papers, incubator.paper.word; "
        "sys.exit(' '.join({'docx', 'weasyprint', 'pikepdf'} & set(sys.modules)) or None)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert ran.returncode == 0, ran.stderr
