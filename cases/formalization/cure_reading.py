"""A cure as people read it: what is wrong with its act, what R20-R24 answer, its acts, and what may be recorded now."""

from cases.formalization.cure_life import ACTS, AGAIN, MOVED_BY, MOVES, RUNNING, CureState
from cases.formalization.life import LegalEventKind
from cases.law import clocks, contents, cure, validity
from cases.law.answers import Outcome
from cases.models import ActContent, Cure, LegalEvent
from incubator import calendars

K = LegalEventKind
_FOLLOWING = {
    K.DEED: (K.REGISTRY_ENTRY, K.PUBLICATION),
    K.REFORM_DEED: (K.REFORM_ENTRY, K.REFORM_PUBLICATION),
}


def acts_of(one) -> list[LegalEvent]:
    """The acts of a cure in the order recorded. One query."""
    return list(one.acts.select_related("recorded_by").order_by("pk"))


def deed_acts(deed) -> dict[str, LegalEvent]:
    """A defective deed with the two acts that had to follow it, by kind."""
    rows = LegalEvent.objects.filter(case_id=deed.case_id, kind__in=_FOLLOWING[deed.kind])
    rows = rows.filter(file_id=deed.file_id) if deed.file_id else rows.filter(about=deed)
    return {deed.kind: deed} | {row.kind: row for row in rows.order_by("pk")}


def readings_of(events) -> dict[int, ActContent]:
    """The last reading of each document, by act. One query."""
    rows = ActContent.objects.filter(event__in=[event.pk for event in events]).order_by("pk")
    return {row.event_id: row for row in rows.select_related("domicile_commune", "registrar_commune", "read_by")}


def act_on(deed, on):
    """R20 or R21: how the defective act stands by itself on a day."""
    acts = deed_acts(deed)
    readings = {row.event_id: row.items for row in readings_of(acts.values()).values()}
    read_in = {kind: readings.get(act.pk, {}) for kind, act in acts.items()}
    entry, publication = (acts.get(kind) for kind in _FOLLOWING[deed.kind])
    days = {
        "deed_on": deed.happened_on,
        "entered_on": entry.happened_on if entry else None,
        "published_on": publication.happened_on if publication else None,
        "on": on,
    }
    if deed.kind == K.DEED:
        read = contents.read(read_in, acts)
        return validity.constitution(
            **days,
            gaps=contents.labels(read.grave),
            incomplete=contents.labels(read.incomplete),
            right_registry=not read.wrong_registry,
        )
    wrong = [item for item in contents.CONTENTS[K.REFORM_DEED] if read_in[K.REFORM_DEED].get(item.key) == item.wrong]
    return validity.reform(**days, gaps=[item.label for item in wrong])


def cured_on(one, acts, on):
    """R23: how the cure itself stands on a day."""
    days = cure_days(acts, on)
    deed, late = one.act, late_days(one.act)
    ended = {act.kind for act in acts if act.happened_on <= on}
    return cure.cure(
        original_on=deed.happened_on,
        on=on,
        final_judgment=bool(ended & {K.CURE_JUDGMENT}) or _judged(one),
        dissolved=K.DISSOLUTION in ended,
        deed_on=days["deed_on"],
        entered_on=days["entered_on"],
        published_on=days["published_on"],
        late_acts=late,
    )


def late_days(deed):
    """The days of the late acts of a reform, from which its cure acts (Ley 19.499, art. 2); none of a constitution."""
    if deed.kind != K.REFORM_DEED:
        return ()
    limit = clocks.ends_on(clocks.Reading(deed.happened_on).clock("reform.registry"), deed.happened_on)
    return tuple(act.happened_on for act in deed_acts(deed).values() if act != deed and act.happened_on > limit)


def _judged(one):
    return one.state == CureState.ENDED and one.changes.filter(event__kind=K.JUDGMENT, verb="end").exists()


def cure_days(acts, on):
    """The last deed that cures and what was done after it, as known on a day."""
    known = [act for act in acts if act.happened_on <= on]
    deed_on = max((act.happened_on for act in known if act.kind == K.CURE_DEED), default=None)

    def after(kind):
        days = [act.happened_on for act in known if act.kind == kind and deed_on and act.happened_on >= deed_on]
        return min(days, default=None)

    return {"deed_on": deed_on, "entered_on": after(K.CURE_ENTRY), "published_on": after(K.CURE_PUBLICATION)}


def terms_on(one, acts, on):
    """(title, term, done) of the two clocks of the deed that cures; none without it, or once it came to nothing."""
    days = cure_days(acts, on)
    if days["deed_on"] is None or one.state not in (CureState.DEEDED, CureState.EFFECTIVE):
        return []
    region = one.case.incubator.commune_id[:2]
    return [
        (
            title,
            clocks.term(key=key, starts_on=days["deed_on"], working=calendars.calendar(), region=region),
            days[done],
        )
        for title, key, done in (
            ("Inscripción de la escritura que sanea", "cure.registry", "entered_on"),
            ("Publicación de la escritura que sanea", "cure.gazette", "published_on"),
        )
    ]


def recordable(one, acts) -> list[LegalEventKind]:
    """The acts that a cure may take now."""
    return [kind for kind in ACTS if _fits(one, acts, kind)]


def _fits(one, acts, kind):
    if one.state not in RUNNING:
        return False
    if kind == K.DISSOLUTION or kind == K.CURE_JUDGMENT:
        return not (one.act.file_id and one.act.file.state == "deeded")  # the file itself is annulled then
    if kind in (K.CURE_ENTRY, K.CURE_PUBLICATION):
        done = cure_days(acts, calendars.today())
        name = "entered_on" if kind == K.CURE_ENTRY else "published_on"
        return one.state == CureState.DEEDED and done[name] is None
    if one.state == CureState.DEEDED:
        return kind in AGAIN
    return one.state in MOVES[MOVED_BY[kind]].sources


def came_to_nothing(one, acts, on) -> bool:
    """Whether the deed that cures is out of term, or one of its acts came late."""
    return cured_on(one, acts, on).outcome == Outcome.VOID_CURABLE


def cures_of(case):
    """Every cure of a case, the newest first, with the act it mends. One query."""
    return Cure.objects.filter(case=case).select_related("act__file", "case__incubator", "opened_by").order_by("-pk")


def claim_bars(one, on):
    """R22 for each kind of defect of a cure, with the last day on which somebody may claim."""
    kinds = dict.fromkeys(contents.bar_of(key) for key in one.defects)
    return [validity.claim_bar(deed_on=one.act.happened_on, defect=kind, on=on) for kind in kinds]
