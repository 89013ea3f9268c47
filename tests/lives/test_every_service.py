"""Every service that writes is lived, or it is said why not; and no rule takes another's name."""

import ast
import inspect
from collections import Counter
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

from tests.factories import cases as factories
from tests.lives.engine import Engine
from tests.lives.test_random_lives import Lives
from tests.lives.unlived import LEFT_OUT

PACKAGES = ("incubator.services", "cases.services", "curricula.services", "reports.services")
RULES = sorted(path.stem for path in Path(__file__).parent.glob("rules_*.py"))
#: What the rules record by way of the factories of the tests, each fact of a step by itself.
BY_FACTORIES = {function for functions in factories._FACTS.values() for function in functions} | {factories.file_sheets}


def _services():
    """{dotted name: function} of every public function of the services that takes `by` or is a transaction."""
    found = {}
    for package in PACKAGES:
        home = import_module(package)
        for info in [None, *walk_packages(home.__path__, f"{package}.")]:
            module = home if info is None else import_module(info.name)
            for name, function in vars(module).items():
                own = inspect.isfunction(function) and function.__module__ == module.__name__
                if not own or name.startswith("_"):
                    continue
                if "by" in inspect.signature(function).parameters or hasattr(function, "__wrapped__"):
                    found[f"{module.__name__}.{name}"] = function
    return found


def _named_in(source, names):
    """The functions that some code names, as `name` or as `module.name`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name):
            yield names.get(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield getattr(names.get(node.value.id), node.attr, None)


def _lived():
    """Every function that a rule names, or a fact of the factories that the rules record."""
    found = set()
    for stem in RULES:
        module = import_module(f"tests.lives.{stem}")
        found |= {one for one in _named_in(inspect.getsource(module), vars(module)) if inspect.isfunction(one)}
    for function in BY_FACTORIES:
        source = inspect.getsource(function)
        found |= {one for one in _named_in(source, vars(factories)) if inspect.isfunction(one)}
    return found


SERVICES, LIVED = _services(), _lived()


def test_there_are_services_and_rules():
    assert len(SERVICES) > 150
    assert len(Lives.setup_state().rules) > 150


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_is_lived_or_it_is_said_why_not(name):
    assert (SERVICES[name] in LIVED) is not (name in LEFT_OUT), (
        f"{name}: write a rule of tests/lives that calls it, or say in LEFT_OUT (tests/lives/unlived.py) why none does; not both."
    )


def test_what_is_left_out_is_still_there():
    assert not set(LEFT_OUT) - set(SERVICES)


def test_every_module_of_rules_is_lived():
    lived = {rule.function.__module__.rpartition(".")[2] for rule in Lives.setup_state().rules}
    assert lived == set(RULES)


def test_no_two_mixins_define_the_same_name():
    names = Counter(
        name
        for kind in Lives.__mro__
        if issubclass(kind, Engine) and kind not in (Lives, Engine)
        for name in vars(kind)
        if not name.startswith("__")
    )
    assert [name for name, count in names.items() if count > 1] == []
