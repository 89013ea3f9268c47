"""The house keeps its own rules: sizes, doors, layers that import-linter cannot see, and words we do not use."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).parent.parent.parent
APPS = ("incubator", "curricula", "cases", "reports", "cms", "config")
ORDER = ("incubator", "curricula", "cases", "reports", "cms", "config")
LONGEST_FILE, LONGEST_FUNCTION = 300, 40


def tracked(pattern):
    """Files of the project that match, generated ones aside."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", pattern],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\n")
    return [ROOT / name for name in listed if name and (ROOT / name).exists()]


def sources():
    """Our Python, migrations aside."""
    return [path for path in tracked("*.py") if "migrations" not in path.parts and "tests" not in path.parts]


def functions(path):
    """Every function of a file with its node."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def test_files_and_functions_keep_their_size():
    long_files = [str(p.relative_to(ROOT)) for p in sources() if len(p.read_text("utf-8").splitlines()) > LONGEST_FILE]
    long_functions = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in sources()
        for node in functions(path)
        if node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert not long_files
    assert not long_functions


def test_every_public_service_names_who_acts_first():
    """A service is keyword-only and begins with `by`; readers say whom they read for or are pure."""
    writers = [path for path in sources() if path.parent.name == "services" or path.name == "services.py"]
    wrong = []
    for path in writers:
        for node in ast.parse(path.read_text("utf-8")).body:
            atomic = isinstance(node, ast.FunctionDef) and any("atomic" in ast.unparse(d) for d in node.decorator_list)
            asked = [argument.arg for argument in node.args.kwonlyargs] if atomic else []
            if "by" in asked and asked[0] != "by" and not node.name.startswith("_"):
                wrong.append(f"{path.relative_to(ROOT)} {node.name}")
    assert writers
    assert not wrong


def test_a_stage_is_written_by_its_service_alone():
    allowed = ROOT / "cases" / "services" / "advancement.py"
    wrong = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sources()
        if path != allowed
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(r"\.stage\s*=[^=]|update\([^)]*\bstage\s*=", line)
    ]
    assert not wrong


def test_relations_between_models_point_down():
    rank = {name: place for place, name in enumerate(ORDER)}
    wrong = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for app in APPS
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.get_fields()
        if field.is_relation
        and not field.auto_created
        and field.related_model is not None
        and field.related_model._meta.app_label in rank
        and rank[field.related_model._meta.app_label] > rank[app]
    ]
    assert not wrong


def _folder_of(template):
    return template.relative_to(ROOT / "templates").parts[0]


def test_templates_of_a_lower_room_do_not_name_a_higher_one():
    rank = {name: place for place, name in enumerate(ORDER)}
    wrong = []
    for template in (ROOT / "templates").rglob("*.html"):
        folder = _folder_of(template)
        if folder not in rank:
            continue
        for included in re.findall(r"{%\s*(?:include|extends)\s+[\"']([a-z]+)/", template.read_text("utf-8")):
            if included in rank and rank[included] > rank[folder]:
                wrong.append(f"{template.relative_to(ROOT)} -> {included}")
    assert not wrong


def test_every_template_is_used():
    names = {str(path.relative_to(ROOT / "templates")) for path in (ROOT / "templates").rglob("*.html")}
    texts = [path.read_text("utf-8") for path in sources() + list((ROOT / "templates").rglob("*.html"))]
    everything = "\n".join([*texts, *(f"emails/{template}.html" for template in messages_sent())])
    third_parties = ("account/", "mfa/", "usersessions/", "allauth/", "wagtailadmin/", "socialaccount/")
    by_django = {"400.html", "403.html", "404.html", "500.html", "403_csrf.html"}
    unused = [
        name
        for name in sorted(names)
        if not name.startswith(third_parties) and name not in by_django and not _is_used(name, everything)
    ]
    assert not unused


def messages_sent():
    """The templates that incubator.mailing is asked to send: it builds emails/<template>.html and .txt by itself."""
    return {
        word.value.value
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("mailing.send", "send")
        for word in node.keywords
        if word.arg == "template" and isinstance(word.value, ast.Constant)
    }


def test_every_message_sent_has_its_words_and_its_look():
    assert messages_sent()
    for template in messages_sent():
        for suffix in ("html", "txt"):
            assert (ROOT / "templates" / "emails" / f"{template}.{suffix}").exists(), template


def test_a_message_that_nobody_sends_is_an_unused_template():
    everything = "\n".join(f"emails/{template}.html" for template in messages_sent())
    assert _is_used("emails/invitation.html", everything)
    assert not _is_used("emails/farewell.html", everything)


def _is_used(name, everything):
    if name.startswith("cotton/"):
        component = name.removeprefix("cotton/").removesuffix(".html").removesuffix("/index").replace("/", ".")
        return re.search(rf"<c-{re.escape(component.replace('_', '-'))}[\s/>]", everything) is not None
    if name.startswith("cms/"):
        return (ROOT / "cms").exists()
    return name in everything


def test_no_page_carries_script_or_style_of_its_own():
    inline = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=\"", re.IGNORECASE)
    wrong = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "templates").rglob("*.html")
        if "print" not in path.name
        and "print/" not in str(path)
        and "emails/" not in str(path)
        and inline.search(path.read_text("utf-8"))
    ]
    assert not wrong


FORBIDDEN = re.compile(
    r"discapacitad[oa]|minusv[aá]lid|inv[aá]lid[oa]s\b|capacidades (?:diferentes|especiales)|sufre de|padece|"
    r"sordomud|postrad[oa]|exitosamente",
    re.IGNORECASE,
)


@pytest.mark.parametrize("pattern", ["templates/*.html", "*.py"])
def test_we_speak_of_people_with_respect(pattern):
    readers = ("cases/census/", "tests/")  # the reader of workbooks must know the words people write
    wrong = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in tracked(pattern)
        if not str(path.relative_to(ROOT)).startswith(readers)
        for match in FORBIDDEN.finditer(path.read_text("utf-8"))
    ]
    assert not wrong


def test_the_reference_pages_say_what_the_code_says():
    from config import reference_docs

    assert not reference_docs.stale()
