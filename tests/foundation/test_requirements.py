"""What is installed is what was written, byte for byte, and nothing is used by luck."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPS = ("cases", "cms", "config", "curricula", "incubator", "reports")


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _named(file: str) -> set[str]:
    """The packages a requirements file names, at the start of a line."""
    text = (ROOT / "requirements" / file).read_text()
    return {_canonical(name) for name in re.findall(r"^([A-Za-z0-9][\w.-]*)", text, re.MULTILINE)}


def _imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text())
    plain = (alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names)
    origins = (node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and not node.level)
    return {name.split(".")[0] for name in chain(plain, origins)}


def test_every_package_we_import_is_asked_for_by_name():
    owners = packages_distributions()
    used = set().union(*(_imported(path) for app in APPS for path in (ROOT / app).rglob("*.py")))
    outside = used - set(sys.stdlib_module_names) - set(APPS) - {"tests"}
    asked = _named("run.in")
    missing = {name for name in outside if not asked & {_canonical(owner) for owner in owners.get(name, [])}}
    assert missing == set()


@pytest.mark.parametrize("file", ["run.txt", "test.txt"])
def test_the_lock_has_versions_and_hashes_and_no_address(file):
    text = (ROOT / "requirements" / file).read_text()
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert len(blocks) > 30
    for block in blocks:
        assert re.match(r"[a-z0-9][a-z0-9.-]*==\S+", block), block
        assert "--hash=sha256:" in block, block


def test_the_lock_covers_what_was_asked_for():
    assert _named("run.in") <= _named("run.txt")
    assert _named("test.in") <= _named("test.txt")
    assert _named("run.txt") <= _named("test.txt")
