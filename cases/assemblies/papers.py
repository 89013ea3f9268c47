"""What the documents of a later meeting are drawn from: the cooperative as its file says it, and this meeting."""

from dataclasses import replace

from cases.assemblies.reading import meeting_facts
from cases.formalization.reading import file_of
from cases.founding import reading as founding_reading
from cases.papers.facts import Facts


def document_facts(assembly, on) -> Facts:
    """Everything recorded of the cooperative, with this meeting: what its documents are drawn from."""
    case = assembly.case
    file = file_of(case)
    if file is not None:
        known = founding_reading.facts_of(file, on)
        name = known.name or case.organization.name
    else:
        name = case.organization.name
        known = Facts(on=on, types=(), author=case.incubator.name)
    return replace(known, name=name, meeting=meeting_facts(assembly))
