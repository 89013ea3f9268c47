"""The overview: what each step decided and lacks, the letters of the statutes, and whether they can be drawn."""

from django.shortcuts import render

from cases import law_words
from cases.formalization.reading import file_of, pack_of
from cases.founding.reading import gathered
from cases.founding.steps import STEPS
from cases.law.founding import BLOCKS, clauses_for
from cases.papers import NoBaseTextError, missing
from cases.services.founding.room import closed
from cases.views.founding.room import Room
from cases.views.legal.frame import legal_frame
from incubator import calendars, masking
from incubator.access import Permission, allows
from incubator.navigation import address


def overview(request, pk):
    """Where the founding stands."""
    frame = legal_frame(request, pk, "founding_project")
    case, file = frame["case"], file_of(frame["case"])
    context = {"file": file}
    if file is not None:
        context |= _about(request.user, case, Room(request.user, case, file, calendars.today()))
    return render(request, "cases/founding/overview.html", frame | context)


def _about(user, case, room):
    group = case.organization_id
    found = [(number, step, step.read(room.reads)) for number, step in enumerate(STEPS, 1)]
    why = closed(room.file)
    frozen_statutes = closed(room.file, statutes=True)
    writes = allows(user, Permission.RECORD_FACTS, case)
    steps = []
    for number, step, read in found:
        shut = why if step.key in ("founders", "options") else frozen_statutes
        url = address(step.page, group) if writes and not shut else ""
        steps.append({"number": number, "step": step, "found": read, "url": url})
    begun = next((row for row in steps if row["url"] and not row["found"].done), None)
    return {
        "steps": steps,
        "next": begun,
        "why_closed": why or frozen_statutes,
        "steps_count": len(steps),
        "done_count": sum(row["found"].done for row in steps),
        "letters": _letters(room, found),
        "papers": _papers(user, room),
        "papers_url": address("legal_papers", group),
    }


def _letters(room, found):
    """The letters of art. 6 with what the law asks of each, and whether the group decided it."""
    pack, rows = pack_of(room.file), []
    clauses = clauses_for(types=[room.kind], on=room.on)
    for letter in BLOCKS:
        asked = [
            {"clause": one, "basis": pack.basis(one), "anchor": law_words.anchor("clauses", one.key)}
            for one in clauses
            if one.letter == letter
        ]
        steps = [(step, read) for _, step, read in found if letter in step.letters]
        lacks = [sentence for _, read in steps for sentence in read.lacks_of(letter)]
        rows.append({"letter": letter, "asked": asked, "steps": [step for step, _ in steps], "lacks": lacks})
    return rows


def _papers(user, room):
    """What the statutes still lack to be drawn: (sentences, how many, why there is no text)."""
    facts = gathered(room.file, room.on, room.project, room.founders)
    try:
        sentences = missing("statutes", facts)
    except NoBaseTextError as error:
        return {"sentences": [], "count": 0, "no_text": str(error)}
    named = allows(user, Permission.VIEW_PEOPLE, room.case)
    hidden = masking.hides_anybody(user, [room.case.organization_id])
    return {"sentences": sentences if named and not hidden else [], "count": len(sentences), "no_text": ""}
