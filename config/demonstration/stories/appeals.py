"""A call resolved with everything that may happen: a conflict, an outsider, a third sheet, and two appeals."""

from datetime import date

from cases.enums import AppealChannel, AppealOutcome, Conflict, Stage, Verb
from cases.models import Case
from cases.services import advancement
from cases.services.selection import appeals, evaluators, ranking, sheets
from config.demonstration import rounds, team
from config.demonstration.groups import Script
from config.demonstration.life import Story
from config.demonstration.stories.duties import deputy_of
from incubator import access, calendars
from incubator.enums import Role
from incubator.models import User
from incubator.services.accounts import posts

#: Of each criterion, out of four: near the last place, a middling sheet and one much lower.
LOW, MIDDLING, POOR = (2, 2, 2, 1, 1), (3, 3, 3, 2, 3), (1, 1, 1, 1, 0)
DECLINED, TOLD = date(2021, 5, 3), date(2021, 5, 5)


def tell(life):
    """Two groups more in the call of autumn of Quillota: neither is admitted, and both appeal."""
    bakers = Story(life, Script("Pan del Cerro Mayaca", "amasandería", Stage.CLOSED, 5), life.aside)
    sewers = Story(life, Script("Costureras de La Palma", "costura", Stage.CLOSED, 6), life.aside)
    life.at(date(2021, 3, 30), 8, lambda: _name_outsider(life))
    for story in (bakers, sewers):
        life.at(date(2021, 3, 31), 9, lambda s=story: s.record(date(2021, 3, 31)))
        life.at(date(2021, 4, 12), 9, lambda s=story: s.step(Verb.APPLY, date(2021, 4, 12)))
    life.at(date(2021, 4, 22), 10, lambda: _evaluate(life, bakers, sewers))
    life.at(date(2021, 4, 29), 10, lambda: _third_sheet(life, sewers))
    for story in (bakers, sewers):
        life.at(DECLINED, 12, lambda s=story: _decline(life, s))
        life.at(TOLD, 12, lambda s=story: rounds.tell(life.team, _case(s), TOLD))
    life.at(date(2021, 5, 10), 11, lambda: _appeal(life, bakers, sewers))
    life.at(date(2021, 5, 14), 11, lambda: _reject(life, bakers))
    life.at(date(2021, 5, 18), 11, lambda: _uphold(life, sewers))
    life.at(date(2021, 5, 27), 11, lambda: _another_round(life, sewers))
    life.at(date(2021, 6, 1), 12, lambda: _wait(life, sewers))


def _case(story):
    return Case.objects.select_related("organization", "incubator").get(pk=story.case.pk)


def _outsider(life):
    return User.objects.get(email=f"evaluacion@{life.mail}.ejemplo.cl")


def _name_outsider(life):
    """Somebody of no office, who only reads what is given to her."""
    user = team.account(f"evaluacion@{life.mail}.ejemplo.cl", life.aside)
    posts.appoint(
        by=life.team.coordinator, role=Role.EVALUATOR, since=calendars.today(), act=team.ACT, now=calendars.now(),
        user=user, incubator=life.incubator,
    )  # fmt: skip


def _give(life, story, person, conflict=Conflict.NONE, note="", by=None):
    on, application = calendars.today(), story.case.applications.get()
    access.forget_posts(person)
    given = evaluators.assign(by=by or life.team.coordinator, application=application, evaluator=person, on=on)
    evaluators.declare(by=person, entrusted=given, on=on, conflict=conflict, note=note)
    return given


def _file(given, points):
    criteria = given.application.call.criteria.order_by("order")
    said = {one.pk: (number, "Así se lee en la postulación.") for one, number in zip(criteria, points, strict=False)}
    sheets.file_sheet(by=given.evaluator, entrusted=given, on=calendars.today(), scores=said)


def _evaluate(life, bakers, sewers):
    """One reader is a relative, so somebody else reads; of the other group two readers see very different things."""
    office = life.team
    _give(life, bakers, office.development, Conflict.RELATIVE, "Es mi tía quien representa al grupo.")
    for person, points in ((office.disability, LOW), (_outsider(life), LOW)):
        _file(_give(life, bakers, person), points)
    for person, points in ((office.disability, MIDDLING), (office.development, POOR)):
        _file(_give(life, sewers, person), points)
    for story in (bakers, sewers):
        advancement.advance(by=office.coordinator, case=_case(story), verb=Verb.EVALUATE, on=calendars.today())


def _third_sheet(life, sewers):
    _file(_give(life, sewers, life.sisters[1].team.advisor), POOR)


def _decline(life, story):
    said = {
        "reason": "No alcanzó cupo: hay grupos con más puntaje.",
        "referred_to": "Fomento productivo de la municipalidad, para los fondos de este año.",
    }
    advancement.advance(by=life.team.coordinator, case=_case(story), verb=Verb.DECLINE, on=DECLINED, data=said)


def _appeal(life, bakers, sewers):
    by, on = life.team.disability, calendars.today()
    appeals.file_appeal(
        by=by, case=_case(bakers), on=on, channel=AppealChannel.IN_PERSON,
        text="El grupo pide que se lea de nuevo: dice que su experiencia vale más.",
    )  # fmt: skip
    appeals.file_appeal(
        by=by, case=_case(sewers), on=on, channel=AppealChannel.PHONE,
        text="El grupo dice que no se leyó la carta de la junta de vecinos, que entregó dentro de plazo.",
    )  # fmt: skip


def _settle(life, story, outcome, grounds, act):
    by, on = deputy_of(life), calendars.today()
    access.forget_posts(by)
    appeal = story.case.appeals.get()
    appeals.decide_appeal(by=by, appeal=appeal, on=on, outcome=outcome, grounds=grounds, act=act)
    if outcome == AppealOutcome.UPHELD:
        advancement.advance(by=by, case=_case(story), verb=Verb.UPHOLD_APPEAL, on=on)
    rounds.tell(life.team, _case(story), on)


def _reject(life, bakers):
    grounds = "Las dos pautas leyeron lo que el grupo entregó, y el orden se hizo con sus puntajes."
    _settle(life, bakers, AppealOutcome.REJECTED, grounds, "Resolución N.º 41 de la demostración")


def _uphold(life, sewers):
    grounds = "La carta se entregó dentro de plazo y no llegó a quienes evaluaron: se evalúa de nuevo."
    _settle(life, sewers, AppealOutcome.UPHELD, grounds, "Resolución N.º 44 de la demostración")


def _another_round(life, sewers):
    """Two people who had not read it."""
    for person in (_outsider(life), life.sisters[2].team.advisor):
        _file(_give(life, sewers, person, by=deputy_of(life)), MIDDLING)


def _wait(life, sewers):
    """It takes its place in the order again, and waits for a seat: nobody who was taken in loses one."""
    on = calendars.today()
    ranking.rank(by=life.team.coordinator, call=sewers.case.applications.get().call, on=on)
    advancement.advance(by=life.team.coordinator, case=_case(sewers), verb=Verb.WAITLIST, on=on)
    rounds.tell(life.team, _case(sewers), on)
