"""Meetings walked through the services that people use, in a group of six or of more."""

from datetime import date, time

from cases.assemblies.life import AssemblyKind, NoticeChannel
from cases.assemblies.reading import AGENDAS
from cases.enums import Stage
from cases.services import assemblies
from incubator import calendars
from tests.factories.cases import case_in
from tests.factories.people import officer_of

#: A Saturday, with its notices in time.
DAY, CALLED, PUBLISHED = date(2021, 6, 12), date(2021, 5, 24), date(2021, 6, 1)
K = AssemblyKind


def group(members=6):
    """The case of a group in formalization."""
    return case_in(Stage.FORMALIZATION, members=members)


def people(case):
    """Its members, in the order of names."""
    return [row.who for row in case.organization.members_on(calendars.today())]


def agenda_of(kind):
    """The agenda that the house proposes."""
    return [{"topic": topic, "letter": letter, "matter": matter} for topic, letter, matter in AGENDAS[kind]]


def planned(case, kind=K.FOUNDING, *, on=DAY, today=date(2021, 5, 20), **facts):
    """A meeting that was prepared."""
    said = {"meets_on": on, "starts_at": time(18, 30), "place": "Sede vecinal"} | facts
    agenda = said.pop("agenda", None) or agenda_of(kind)
    with calendars.travel(today):
        return assemblies.plan(by=by(case), case=case, on=today, kind=kind, agenda=agenda, **said)


def called(assembly, *, on=CALLED, published=PUBLISHED, channel=NoticeChannel.REGISTERED_EMAIL):
    """Everybody was called, and the notice was published."""
    case = assembly.case
    with calendars.travel(max(on, published)) as _:
        assemblies.summon(
            by=by(case), assembly=assembly, on=on, people=people(case), channel=channel, sent_on=on,
            medium="newspaper", medium_name="El Día", published_on=published,
        )  # fmt: skip
    return fresh(assembly)


def held(assembly, *, present=None, rows=(), on=None, **said):
    """It met: `present` people in person (all), or `rows` as the service takes them."""
    case = assembly.case
    came = people(case) if present is None else present
    attendance = list(rows) or [{"person": person, "present_as": "present"} for person in came]
    told = {"president": came[0], "secretary": came[1], "ends_at": time(20, 0)} | said
    on = on or assembly.meets_on
    with calendars.travel(on):
        assemblies.hold(by=by(case), assembly=assembly, on=on, attendance=attendance, **told)
    return fresh(assembly)


def voted(assembly, *, yes=None, no=0, abstained=0, on=None):
    """Every matter with the same votes: everybody in favour, unless said."""
    on = on or assembly.meets_on
    yes = assembly.attendance.count() if yes is None else yes
    said = {"text": "Se aprueba.", "yes": yes, "no": no, "abstained": abstained}
    votes = {item.pk: said for item in assembly.items.all()}
    with calendars.travel(on):
        assemblies.vote(by=by(assembly.case), assembly=assembly, on=on, votes=votes)
    return fresh(assembly)


def elected(assembly, seats=(("sole_manager", "head"),), *, on=None, **said):
    """Members elected in order, one a seat; the first founder takes the minutes to the notary."""
    case, on = assembly.case, on or assembly.meets_on
    members = people(case)
    rows = [
        {"person": person, "body": body, "office": office, "elected": True}
        for person, (body, office) in zip(members, seats, strict=False)
    ]
    told = {"reduces": [members[0]]} | said
    with calendars.travel(on):
        assemblies.elect(by=by(case), assembly=assembly, on=on, candidates=rows, **told)
    return fresh(assembly)


def closed(assembly, *, on=None):
    """Its minutes are closed."""
    on = on or assembly.meets_on
    with calendars.travel(on):
        assemblies.close(by=by(assembly.case), assembly=assembly, on=on)
    return fresh(assembly)


def by(case):
    """The officer of its incubator."""
    return officer_of(case.incubator)


def fresh(assembly):
    """The meeting, read again."""
    return type(assembly).objects.select_related("case__organization", "case__incubator").get(pk=assembly.pk)


def whole_of_six():
    """A founding meeting of six, closed."""
    return closed(elected(voted(held(called(planned(group()))))))
