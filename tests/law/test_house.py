"""The engine stays pure: no tables, no clock of its own, nothing but the kernel's calendars and text."""

import ast
from pathlib import Path

import cases.law

FOLDER = Path(cases.law.__file__).parent
ALLOWED = ("cases.law", "incubator.calendars", "incubator.text", "incubator.enums")
STANDARD = {
    "calendar", "collections.abc", "dataclasses", "datetime", "difflib", "enum", "functools", "hashlib", "itertools",
    "pathlib", "re", "tomllib", "types", "typing",
}  # fmt: skip
RULES = {f"R{number:02}" for number in range(1, 32)}


def _imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_it_imports_nothing_but_the_standard_library_and_the_kernel_it_names():
    wrong = [
        f"{path.name}: {name}"
        for path in FOLDER.glob("*.py")
        for name in _imports(path)
        if name not in STANDARD and not name.startswith(ALLOWED)
    ]
    assert not wrong


def test_nothing_in_it_asks_what_day_it_is():
    for path in FOLDER.glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "today()" not in text, path.name
        assert "calendars.calendar" not in text, path.name


def test_each_of_the_31_rules_is_the_docstring_of_a_function_and_its_answer():
    said, answered = set(), set()
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and (doc := ast.get_docstring(node)):
                said |= {doc[:3]} & RULES
            if isinstance(node, ast.Constant) and node.value in RULES:
                answered.add(node.value)
    assert said == RULES
    assert answered == RULES


def test_every_docstring_of_a_rule_names_its_article():
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            doc = ast.get_docstring(node) if isinstance(node, ast.FunctionDef) else None
            if doc and doc[:3] in RULES:
                assert "art. " in doc or "arts. " in doc, f"{path.name} {node.name}"
