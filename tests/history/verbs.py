"""Every verb that the code may write in the journal, read from the code itself."""

import ast
from pathlib import Path

from cases.enums import Verb
from cases.journal_words import said
from curricula.enums import EnrollmentState
from incubator.models import JournalEntry

ROOT = Path(__file__).parent.parent.parent
APPS = ("incubator", "curricula", "cases", "reports", "cms", "config")


def _trees():
    """(file, its tree) of all our code."""
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path, ast.parse(path.read_text("utf-8"))


def _records(node):
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "journal.record"


def _given(call, place, word="verb"):
    """What a call gives at that place, or by that word."""
    named = next((keyword.value for keyword in call.keywords if keyword.arg == word), None)
    return call.args[place] if named is None and len(call.args) > place else named


def _texts(node):
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)


def _helpers(trees):
    """Functions that hand a verb of theirs to the journal: (its file, or its folder when others may call it; name) → place."""
    found = {}
    for path, tree in trees:
        for function in ast.walk(tree):
            if not isinstance(function, ast.FunctionDef):
                continue
            names = [argument.arg for argument in function.args.args]
            passed = {ast.unparse(_given(call, 1)) for call in ast.walk(function) if _records(call)}
            if "verb" in names and "verb" in passed:
                home = path if function.name.startswith("_") else path.parent
                found[home, function.name] = names.index("verb")
    return found


def recorded():
    """The verbs written as they are, by journal.record or through a function of the same file that does."""
    trees = list(_trees())
    helpers, found = _helpers(trees), set()
    for path, call in ((path, node) for path, tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = ast.unparse(call.func).split(".")[-1]
        place = helpers.get((path, name), helpers.get((path.parent, name)))
        if _records(call):
            found |= set(_texts(_given(call, 1)))
        elif place is not None:
            found |= {text for text in _texts(_given(call, place)) if "_" in text}
    return found


def made():
    """The verbs made of a word and a value of an enumeration."""
    return {f"case_{verb}" for verb in Verb} | {f"enrollment_{state}" for state in EnrollmentState}


def has_words(verb):
    """Whether a person reads something better than «made an annotation»."""
    from cases.journal_words import PLAIN

    return said(JournalEntry(verb=verb)) != PLAIN
