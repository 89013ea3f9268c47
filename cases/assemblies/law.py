"""What the law answers about one meeting: its notices, who came, proxies, each agreement, and who was elected.

Everything is asked of cases.law with the facts recorded; nothing is stored.
"""

from collections import Counter

from cases.assemblies.life import AssemblyKind, NoticeChannel, PresentAs
from cases.books.kinds import COLLEGIATE, Body
from cases.law import bodies, meetings, proxies, quorum, yearly
from cases.law.answers import Answer, Outcome
from incubator.enums import RegisteredSex

#: Without a letter, a matter is one of «the others».
_REST = "p"


def types_of(case) -> list[str]:
    """The types of cooperative of a case, as its legal file says them."""
    file = case.legal_files.select_related("cooperative_type").order_by("-pk").first()
    return [file.cooperative_type.code] if file else []


def window(assembly):
    """The days to propose for its notices (R12)."""
    return meetings.notice_window(meeting_on=assembly.meets_on)


def notices(assembly, sent, *, members) -> Answer:
    """R12 with the notices recorded: the latest day and the weakest channel of them all."""
    days = [row.sent_on for row in sent]
    everyone = members <= {row.person.survivor.pk for row in sent}
    good = {NoticeChannel.POST, NoticeChannel.REGISTERED_EMAIL}
    channel = next((row.channel for row in sent if row.channel not in good), NoticeChannel.POST)
    return meetings.notices(
        meeting_on=assembly.meets_on,
        media_on=assembly.published_on,
        individual_on=max(days) if days and everyone else None,
        channel=str(channel),
        agenda=bool(assembly.items.all()),
        medium=assembly.medium or meetings.NEWSPAPER,
    )


def quorum_of(assembly, *, n, members) -> Answer:
    """Whether enough members came."""
    return quorum.present(
        n=n,
        members=members,
        on=assembly.meets_on,
        asked=assembly.quorum,
        second_call=assembly.on_second_call,
        founding=assembly.is_founding,
    )


def proxy(assembly, row) -> Answer:
    """R10 of one proxy."""
    return proxies.holder(
        kind=row.holder_kind, form=row.proxy_form, on=assembly.meets_on, founding=assembly.is_founding
    )


def proxies_held(assembly, rows, *, kind="") -> list[tuple[str, Answer]]:
    """R11 of each person who holds proxies: her name, and how many she may hold."""
    n = len(rows)
    held = Counter(_holder(row) for row in rows if row.present_as == PresentAs.REPRESENTED)
    members = {row.person.survivor.name for row in rows}
    return [
        (name, proxies.cap(n=n, held=count, on=assembly.meets_on, kind=kind, holder_is_member=name in members))
        for name, count in sorted(held.items())
    ]


def _holder(row):
    return row.holder.survivor.name if row.holder_id else row.holder_name


def agreement(assembly, item, *, n) -> Answer | None:
    """R13 of one matter, or None while it has no votes. The founding meeting asks for the strictest."""
    if not item.voted:
        return None
    if assembly.is_board:
        return quorum.board_agrees(n=n, yes=item.yes, on=assembly.meets_on, statutes=item.statutes_ask)
    return meetings.majority(
        letter=item.letter or _REST,
        n=n,
        yes=item.yes,
        specially_called=item.specially_called,
        on=assembly.meets_on,
        touches=item.touches,
        founding=assembly.is_founding,
        to_small_bodies=item.letter == "d",
        statutes=item.statutes_ask,
    )


def carried(assembly, item, *, n) -> bool:
    """Whether the matter was agreed: enough votes, and called for it when the law asks so."""
    answer = agreement(assembly, item, n=n)
    return answer is not None and answer.outcome == Outcome.MET


def elections(assembly, candidates, *, members, types, seated=()) -> list[tuple[str, Answer]]:
    """R05-R08 with who stands: what is printed before each answer, and the answer. `seated`: bodies with somebody."""
    elected = [row for row in candidates if row.elected]
    on = assembly.meets_on
    found = []
    if not assembly.is_board:
        held = {str(row.body) for row in elected} | _alternates(elected) | set(seated)
        found.append(("Órganos", bodies.seats(members=len(members), types=types, held=held, on=on)))
    for body in COLLEGIATE:
        rows = [row for row in candidates if row.body == body]
        if any(row.elected for row in rows):
            found += _of_a_body(body, rows, members, on)
    return found


def _alternates(elected):
    alternate = any(row.body == Body.INSPECTOR and row.alternate for row in elected)
    return {bodies.ALTERNATE} if alternate else set()


def _of_a_body(body, rows, members, on):
    elected = [row for row in rows if row.elected]
    label = Body(body).label
    if body == Body.VIGILANCE:
        outside = sum(row.person.survivor.pk not in {one.pk for one in members} for row in elected)
        yield label, bodies.vigilance(size=len(elected), outsiders=outside, on=on)
    if body == Body.BOARD:
        for group, chosen in (("titulares", False), ("suplentes", True)):
            part = [row for row in elected if row.alternate is chosen]
            if part:
                by_users = sum(row.by_users for row in part)
                yield (
                    f"{label}, {group}",
                    bodies.board(seats=len(part), by_users=by_users, by_legal_persons=0, on=on, group=group),
                )
    yield f"{label}: composición", _mirror(rows, elected, members, on)


def _mirror(rows, elected, members, on):
    """R08 by registered sex; whoever has none recorded is counted apart."""
    return bodies.gender_mirror(
        members=_by_sex(members),
        candidates=_by_sex(row.person.survivor for row in rows),
        elected=_by_sex(row.person.survivor for row in elected),
        on=on,
    )


def _by_sex(people):
    return dict(Counter(RegisteredSex(person.registered_sex).label for person in people))


def other_posts(candidates) -> list[str]:
    """R09: who was elected and said she has a directive post in another cooperative of the same purpose."""
    return [row.person.survivor.name for row in candidates if row.elected and row.other_post]


def yearly_answer(assembly, items) -> Answer | None:
    """R15 of an ordinary junta."""
    if assembly.kind != AssemblyKind.ORDINARY:
        return None
    letters = {item.letter for item in items if item.letter}
    day = assembly.meets_on
    return yearly.meeting(year=day.year, on=day, held_on=day, matters=letters)
