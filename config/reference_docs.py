"""The reference pages that are written from the code, so that they cannot say anything else."""

import json
from collections.abc import Callable
from pathlib import Path

from django.urls import get_resolver

from cases.enums import Stage, Verb
from cases.funding.exchange import schema
from cases.funding.life import STEPS as FUND_STEPS
from cases.journey import BACK, BY_OPERATION, STEPS
from cases.verbs import DEMANDS, rules_of
from curricula.enums import STEPS as ENROLLMENT_STEPS
from incubator.access import APPOINTS, GRANTS, Permission
from incubator.doors import PREFIXES, REGISTRY, Door
from incubator.enums import Reach, Role
from reports.enums import STEPS as REPORT_STEPS

FOLDER = Path(__file__).parent.parent / "docs" / "reference"
_NOTE = "<!-- Written by `manage.py docs`; do not edit. -->\n"


def stages() -> str:
    """The machines: every stage, every step with its right and its rules."""
    lines = ["# Etapas y pasos", _NOTE, "## Etapas de un caso\n", "| Etapa | Código |", "|---|---|"]
    lines += [f"| {stage.label} | `{stage.value}` |" for stage in Stage]
    lines += ["", "```mermaid", "stateDiagram-v2", "    [*] --> census: record"]
    lines += [f"    {source} --> {target}: {verb}" for verb, steps in STEPS.items() for source, target in steps.items()]
    lines += ["```", "", "## Pasos\n"]
    for verb in (v for v in Verb if v != Verb.RECORD):
        lines += _step(verb)
    lines += _machine("Inscripción en un curso", ENROLLMENT_STEPS) + _machine("Informe", REPORT_STEPS)
    lines += _machine("Postulación a un fondo", FUND_STEPS)
    return "\n".join(lines) + "\n"


def _step(verb) -> list[str]:
    demand = DEMANDS[verb]
    if verb == Verb.INHERIT:
        way = "de Catastro hasta la etapa que dejó su origen, a lo más Definición de negocio"
    elif verb in BACK | BY_OPERATION:
        way = "un paso atrás" if verb == Verb.CORRECT else "de Cerrada a la etapa que dejó"
    else:
        way = "; ".join(f"{Stage(source).label} → {Stage(target).label}" for source, target in STEPS[verb].items())
    rules = [f"- {rule.reason} `{rule.name}`" for rule in rules_of(verb)]
    return [
        f"### {verb.label} (`{verb.value}`)\n",
        f"{way}. Derecho: {demand.permission.value}. {demand.outcome}\n",
        *rules,
        "",
    ]


def _machine(title, steps) -> list[str]:
    rows = [f"| {state.label} | {', '.join(sorted(s.label for s in after)) or '—'} |" for state, after in steps.items()]
    return [f"## {title}\n", "| Desde | Puede pasar a |", "|---|---|", *rows, ""]


def roles() -> str:
    """The table of rights: role × permission, its reach, and who appoints whom."""
    lines = ["# Cargos y derechos", _NOTE]
    for role, (reach, granted) in GRANTS.items():
        lines += [f"## {Role(role).label}\n", f"Alcance: {Reach(reach).label}.\n"]
        lines += [f"- {permission.value}" for permission in Permission if permission in granted] or [
            "- (ninguno todavía)"
        ]
        appointed = APPOINTS.get(role, ())
        if appointed:
            lines += ["", "Nombra: " + ", ".join(Role(r).label for r in Role if r in appointed) + "."]
        lines.append("")
    return "\n".join(lines) + "\n"


def addresses() -> str:
    """Every address of ours with the right it needs; those of third parties by prefix."""
    routes = {pattern.name: f"/{prefix}" for pattern, prefix in _routes(get_resolver())}
    lines = ["# Direcciones y derechos", _NOTE, "| Nombre | Dirección | Derecho |", "|---|---|---|"]
    for name in sorted(REGISTRY):
        lines.append(f"| `{name}` | `{routes.get(name, '')}` | {_needs(REGISTRY[name])} |")
    lines += ["", "| Prefijo | Derecho |", "|---|---|"]
    lines += [f"| `{prefix}` | {_needs(needs)} |" for prefix, needs in PREFIXES.items()]
    return "\n".join(lines) + "\n"


def _needs(needs) -> str:
    several = (needs,) if isinstance(needs, (Permission, Door)) else needs
    return " o ".join(item.value for item in several)


def _routes(resolver, prefix=""):
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            if not route.startswith(("cuenta/", "cms/", "documentos-publicos/")):
                yield from _routes(pattern, route)
        elif pattern.name:
            yield pattern, route


def fund_calls() -> str:
    """The JSON in which calls for funds travel, as a JSON Schema."""
    return json.dumps(schema.file_schema(), ensure_ascii=False, indent=2) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "stages.md": stages,
    "roles.md": roles,
    "addresses.md": addresses,
    "fund-calls.schema.json": fund_calls,
}


def stale() -> list[str]:
    """The pages that do not say what the code says."""
    return [name for name, write in PAGES.items() if _read(name) != write()]


def write_all() -> None:
    """Write every page."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, write in PAGES.items():
        (FOLDER / name).write_text(write(), encoding="utf-8")


def _read(name) -> str:
    page = FOLDER / name
    return page.read_text(encoding="utf-8") if page.exists() else ""
