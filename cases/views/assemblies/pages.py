"""The page of one meeting: everything recorded of it, what the law answers, and what is missing by name."""

from django.shortcuts import render
from django.urls import reverse

from cases import lineage
from cases.assemblies import gaps as assembly_gaps
from cases.assemblies import law as assembly_law
from cases.assemblies.life import AssemblyKind, AssemblyRoleKind, AssemblyState
from cases.assemblies.reading import seated_bodies
from cases.formalization.life import LegalState
from cases.forms.assemblies import ReasonForm
from cases.forms.assembly_minutes import DissentForm, MinutesForm
from cases.law import membership, proxies
from cases.views.assemblies.frame import may_write, members_for, read_frame, reads_names, steps_of, visible_assembly
from cases.views.assemblies.papers import offered
from incubator import calendars
from incubator.access import Permission, allows
from incubator.navigation import address

S = AssemblyState


def detail(request, pk, assembly):
    """One meeting."""
    case, found = visible_assembly(request, pk, assembly, Permission.VIEW_LEGAL)
    frame = read_frame(request, case, founding=found.is_founding)
    return render(request, "cases/assemblies/detail.html", frame | about(request, case, found))


def about(request, case, assembly):
    """Context of its page. Whoever may not read names sees counts."""
    names = reads_names(request, case)
    members, rows = members_for(assembly), list(assembly.attendance.all())
    writes = may_write(request, case, assembly)
    held = assembly.state == S.HELD
    missing = assembly_gaps.to_close(assembly) if writes and held else []
    file = _file_to_write(request, case, assembly)
    return {
        "assembly": assembly,
        "steps": steps_of(assembly, "assembly_detail") if writes else [],
        "names": names,
        "may_write": writes,
        "may_close": writes and held,
        "missing": missing,
        "fail_form": ReasonForm(prefix="no") if writes else None,
        "notice": _notice(assembly, members),
        "present": rows,
        "n": len(rows),
        "quorum": _quorum(assembly, len(rows), members),
        "proxies": assembly_law.proxies_held(assembly, rows) if names else [],
        "roles": _roles(assembly) if names else [],
        "items": items_of(assembly, len(rows)),
        "yearly": assembly_law.yearly_answer(assembly, assembly.items.all()) if held else None,
        "candidates": list(assembly.candidates.all()) if names else [],
        "elections": elections_of(assembly, members),
        "other_posts": assembly_law.other_posts(assembly.candidates.all()) if names else [],
        "file_act": _file_act(case, assembly, file),
        "another": _another(assembly, file),
        "papers_url": address("legal_papers", case.organization_id) if assembly.is_founding else "",
        **_after(request, case, assembly, members, names),
    }


def _notice(assembly, members):
    """Who was called and who was not, with the days that the law asks; a board is called as its statutes say."""
    if assembly.is_board:
        return None
    sent = list(assembly.notices.all())
    known = {row.person.survivor.pk for row in sent}
    people = {person.pk for person in members}
    return {
        "window": assembly_law.window(assembly),
        "sent": sent,
        "not_called": [person for person in members if person.pk not in known],
        "answer": assembly_law.notices(assembly, sent, members=people) if sent or assembly.published_on else None,
    }


def _quorum(assembly, n, members):
    if assembly.state != S.HELD or assembly.is_board:
        return None
    return assembly_law.quorum_of(assembly, n=n, members=len(members))


def _roles(assembly):
    """(what, who) of everybody with something to do."""
    found = {}
    for row in assembly.roles.all():
        found.setdefault(AssemblyRoleKind(row.role).label, []).append(
            row.person.survivor.name if row.person_id else row.name
        )
    return list(found.items())


def items_of(assembly, n):
    """Each matter with what the law answers."""
    return [{"item": item, "answer": assembly_law.agreement(assembly, item, n=n)} for item in assembly.items.all()]


def elections_of(assembly, members):
    """What the law answers of who was elected."""
    rows = list(assembly.candidates.all())
    if not any(row.elected for row in rows):
        return []
    return assembly_law.elections(
        assembly,
        rows,
        members=members,
        types=assembly_law.types_of(assembly.case),
        seated=seated_bodies(assembly.case, assembly.meets_on),
    )


def most_proxies(assembly, people):
    """R11 if everybody came: how many one person may hold at most."""
    kinds = assembly_law.types_of(assembly.case)
    return proxies.cap(n=len(people), held=0, on=assembly.meets_on, kind=kinds[0] if kinds else "")


def _file_to_write(request, case, assembly):
    """The open legal file of a founding meeting, for whoever may record acts in it."""
    if not assembly.is_founding or not case.is_open or not allows(request.user, Permission.RECORD_FACTS, case):
        return None
    return lineage.open_legal_file(case)


def _file_act(case, assembly, file):
    """The act of the legal file that this meeting is, when it may be recorded now: words and address."""
    act, label, day = _act_now(assembly, file) if file else ("", "", "")
    if not act:
        return None
    return {"label": label, "url": f"{reverse('legal_act_new', args=[case.organization_id])}?acto={act}&fecha={day}"}


def _act_now(assembly, file):
    sent = [row.sent_on for row in assembly.notices.all()]
    if file.state == LegalState.DRAFTING and sent and assembly.state != S.FAILED:
        return "notice", "la citación a la junta", max(sent).isoformat()
    if file.state == LegalState.SUMMONED and assembly.state == S.HELD and assembly.closed_on and _approved(assembly):
        return "meeting", "la junta celebrada", assembly.meets_on.isoformat()
    if file.state == LegalState.SUMMONED and assembly.state == S.FAILED:
        return "meeting_failed", "que la junta no se hizo", assembly.closed_on.isoformat()
    return "", "", ""


def _approved(assembly):
    n = len(assembly.attendance.all())
    return all(assembly_law.carried(assembly, item, n=n) for item in assembly.items.all() if item.topic == "statutes")


def _another(assembly, file):
    """Whether another founding meeting may be prepared: the last one failed, or the statutes did not pass."""
    if file is None or assembly.closed_on is None:
        return False
    later = assembly.case.assemblies.filter(kind=AssemblyKind.FOUNDING, pk__gt=assembly.pk)
    return (assembly.state == S.FAILED or not _approved(assembly)) and not later.exists()


def _after(request, case, assembly, members, names):
    """What comes once the minutes are closed: signed minutes, dissent, documents."""
    closed = assembly.closed_on is not None and assembly.state == S.HELD
    writes = case.is_open and allows(request.user, Permission.RECORD_FACTS, case)
    items = [item for item in assembly.items.all() if item.voted]
    return {
        "dissents": _dissents(assembly) if names else [],
        "dissent_form": DissentForm(prefix="disiente", items=items, people=members)
        if closed and writes and assembly.kind in (AssemblyKind.ORDINARY, AssemblyKind.SPECIAL)
        else None,
        "minutes_form": MinutesForm(prefix="acta", owner=request.user)
        if closed and writes and assembly.minutes_id is None
        else None,
        "documents": offered(assembly) if names and not assembly.is_founding else [],
    }


def _dissents(assembly):
    """R29 of each dissent."""
    rows = [(item, row) for item in assembly.items.all() for row in item.dissents.all()]
    return [
        {
            "row": row,
            "item": item,
            "answer": membership.dissident(
                letter=item.letter,
                agreed_on=assembly.meets_on,
                vote=membership.AGAINST if row.voted_against else membership.ABSENT,
                on=calendars.today(),
                left_on=None,
                dissent_on=row.dissented_on,
                substantial=item.letter == "l",
            ),
        }
        for item, row in rows
    ]
