import pytest

from tests.paper import sample
from tests.paper.printing import printed, printed_report


@pytest.fixture(scope="session")
def report_pdf() -> bytes:
    return printed_report()


@pytest.fixture(scope="session")
def draft_pdf() -> bytes:
    return printed("sample_report.html", sample.context(draft=True, annex_rows=5))


@pytest.fixture(scope="session")
def sheet_pdf() -> bytes:
    return printed("sample_sheet.html", {"names": sample.sheet_names() * 3})
