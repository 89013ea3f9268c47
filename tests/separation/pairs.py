"""What each pair needs: a function that prepares it and gives (who may not, who may, the act tried by each)."""

from cases.enums import ConfirmationSubject, Moment, OperationKind, Stage
from cases.services import facts, lineage, transfers
from cases.services.business import confirmations, indicators
from incubator import calendars
from incubator.enums import Role
from incubator.models import Evidence, Post
from incubator.services import accounts, meetings, same_person
from tests import factories
from tests.factories.cases import evidence
from tests.factories.people import FIRST, coordinator_of, officer_of
from tests.reports.world import MAY, World
from tests.sessions.stories import logged


def today():
    """The day of every pair."""
    return calendars.today()


def bosses(place):
    """The coordinator, and another one of the same place."""
    return coordinator_of(place), factories.user_with(Role.COORDINATOR, at=place)


def also(user, role, **at):
    """The same person takes another post."""
    Post.objects.create(user=user, role=role, since=FIRST, act="Decreto 2", **at)
    return type(user).objects.get(pk=user.pk)


# ------------------------------------------------------------------------------------------------------------- hours


def log_and_validate():
    """A session logged by one coordinator."""
    case = factories.case_in(Stage.TRAINING)
    boss, other = bosses(case.incubator)
    meeting = logged(case, by=boss).meeting
    return boss, other, lambda by: meetings.validate_hours(by=by, meeting=meeting)


def conduct_and_validate():
    """A session that the coordinator conducted, and the officer wrote down."""
    case = factories.case_in(Stage.TRAINING)
    boss, other = bosses(case.incubator)
    meeting = logged(case, by=officer_of(case.incubator), conducted_by=boss).meeting
    return boss, other, lambda by: meetings.validate_hours(by=by, meeting=meeting)


# ----------------------------------------------------------------------------------------------- plans and indicators


def write_and_approve():
    """A plan by a coordinator."""
    case = factories.case_in(Stage.BUSINESS)
    boss, other = bosses(case.incubator)
    plan = facts.present_plan(by=boss, case=case, on=today(), evidence=evidence(boss, case.incubator))
    return boss, other, lambda by: facts.approve_plan(by=by, plan=plan, on=today())


def present_and_approve():
    """A plan the officer wrote and the coordinator presented."""
    case = factories.case_in(Stage.BUSINESS)
    boss, other = bosses(case.incubator)
    proof = evidence(boss, case.incubator)
    plan = facts.present_plan(by=boss, case=case, on=today(), evidence=proof, author=officer_of(case.incubator))
    return boss, other, lambda by: facts.approve_plan(by=by, plan=plan, on=today())


def enter_and_certify():
    """Indicators by a coordinator."""
    case = factories.case_in(Stage.TRAINING)
    boss, other = bosses(case.incubator)
    row = facts.measure(by=boss, case=case, on=today(), moment=Moment.BASELINE, jobs=2)
    return boss, other, lambda by: indicators.certify(by=by, measurement=row, on=today())


# --------------------------------------------------------------------------------------------------- whole groups


def _proposed(kind):
    case, second = factories.case_in(Stage.TRAINING), factories.case_in(Stage.TRAINING)
    boss, other = bosses(case.incubator)
    said = {
        "by": boss,
        "case": case,
        "on": today(),
        "reason": "Se acordó.",
        "evidence": evidence(boss, case.incubator),
    }
    if kind == OperationKind.MERGE:
        return boss, other, lineage.propose_merge(survivor=second, **said)
    return boss, other, lineage.propose_split(branches=[("Rama A", Stage.TRAINING), ("Rama B", Stage.CENSUS)], **said)


def propose_and_execute():
    """A merge that a coordinator proposed."""
    boss, other, operation = _proposed(OperationKind.MERGE)
    return boss, other, lambda by: lineage.execute(by=by, operation=operation, on=today())


def propose_and_divide():
    """A split that a coordinator proposed."""
    boss, other, operation = _proposed(OperationKind.SPLIT)
    return boss, other, lambda by: lineage.execute(by=by, operation=operation, on=today())


def ask_and_undo():
    """A merge done, that a coordinator asks to undo."""
    boss, other, operation = _proposed(OperationKind.MERGE)
    operation = lineage.execute(by=other, operation=operation, on=today())
    lineage.ask_to_revert(by=boss, operation=operation, on=today(), reason="Se arrepintieron.")
    return boss, other, lambda by: lineage.revert(by=by, operation=operation, on=today())


# ------------------------------------------------------------------------------------------------------- transfers


def _asked(by, case, to):
    return transfers.request(
        by=by,
        case=case,
        on=today(),
        to_incubator=to,
        reason="Viven allá.",
        agreed_on=today(),
        agreement=Evidence.objects.get(pk=evidence(by, case.incubator).pk),
    )


def _requested():
    """A request, and whoever asked for it, who by now coordinates the receiver and no longer the sender."""
    case, to = factories.case_in(Stage.TRAINING), factories.incubator("05502")
    asker, _ = bosses(case.incubator)
    transfer = _asked(asker, case, to)
    Post.objects.filter(user=asker).update(until=today())
    return also(asker, Role.COORDINATOR, incubator=to), coordinator_of_another(to, asker), transfer


def coordinator_of_another(place, than):
    """A coordinator of that place who is not that person."""
    post = Post.objects.filter(incubator=place, role=Role.COORDINATOR).exclude(user=than).first()
    return post.user if post else factories.user_with(Role.COORDINATOR, at=place)


def request_and_accept():
    """Whoever asked works by now where the group would go."""
    asker, other, transfer = _requested()
    return asker, other, lambda by: transfers.accept(by=by, transfer=transfer, on=today())


def request_and_reject():
    """The same, to say no."""
    asker, other, transfer = _requested()
    return asker, other, lambda by: transfers.reject(by=by, transfer=transfer, on=today(), reason="No hay cupo.")


def request_from_both_sides():
    """A coordinator of both places."""
    case, to = factories.case_in(Stage.TRAINING), factories.incubator("05502")
    boss, other = bosses(case.incubator)
    both = also(boss, Role.COORDINATOR, incubator=to)
    return both, other, lambda by: _asked(by, case, to)


def accept_from_both_sides():
    """Another coordinator of the sender, who coordinates the receiver too."""
    case, to = factories.case_in(Stage.TRAINING), factories.incubator("05502")
    asker, second = bosses(case.incubator)
    transfer = _asked(asker, case, to)
    both = also(second, Role.COORDINATOR, incubator=to)
    return both, coordinator_of_another(to, both), lambda by: transfers.accept(by=by, transfer=transfer, on=today())


# ------------------------------------------------------------------------------------------ codes, people and posts


def print_and_ask():
    """A sheet of codes that the officer handed over."""
    case = factories.case_in(Stage.TRAINING)
    officer, boss = officer_of(case.incubator), coordinator_of(case.incubator)
    member = case.organization.members_on(today()).first().person
    confirmations.hand_over(by=officer, case=case, on=today(), received_by=member)
    said = {"case": case, "subject": ConfirmationSubject.GRADUATION, "statement": "Sí.", "now": calendars.now()}
    return officer, boss, lambda by: confirmations.ask(by=by, **said)


def say_and_join():
    """Two records of one person."""
    place = factories.incubator()
    officer, boss = officer_of(place), coordinator_of(place)
    kept, other = factories.person(place), factories.person(place)
    merge = same_person.propose(by=officer, kept=kept, redirected=other, reason="Es ella.", on=today())
    return officer, boss, lambda by: same_person.execute(by=by, merge=merge, on=today())


def hold_and_end():
    """A coordinator and her own post."""
    place = factories.incubator()
    boss, _ = bosses(place)
    post = Post.objects.get(user=boss)
    administrator = factories.user_with(Role.ADMINISTRATOR)
    return boss, administrator, lambda by: accounts.end_post(by=by, post=post, until=today(), on=today())


def name_oneself():
    """A coordinator who would be an officer too."""
    place = factories.incubator()
    boss, other = bosses(place)
    said = {"role": Role.OFFICER_DISABILITY, "since": today(), "act": "Decreto 3", "now": calendars.now()}
    return boss, other, lambda by: accounts.appoint(by=by, user=boss, incubator=place, **said)


def last_coordination():
    """(whoever ends it, the post, the act, the naming of a successor) of a place with one coordination."""
    place = factories.incubator()
    boss = coordinator_of(place)
    post = Post.objects.get(user=boss)
    administrator = factories.user_with(Role.ADMINISTRATOR)
    return (
        administrator,
        post,
        lambda by: accounts.end_post(by=by, post=post, until=today(), on=today()),
        lambda: factories.user_with(Role.COORDINATOR, at=place),
    )


def prepare_and_seal():
    """A month that a coordinator wrote and asked to seal."""
    from reports import services as reports
    from reports.services import reading

    world = World(groups=1)
    other = factories.user_with(Role.COORDINATOR, at=world.place)
    on, now = today(), calendars.now()
    draft = world.compose(MAY, on, by=world.coordinator)
    texts = {"summary": "Un mes.", "deviations": "Ninguna.", "next_steps": "Seguir."}
    reports.write_narrative(by=world.coordinator, report=draft, on=on, **texts)
    draft = reports.ask_seal(by=world.coordinator, report=draft, on=on, at=now)
    seen = reading.shown_digest(draft)
    return world.coordinator, other, lambda by: reports.seal(by=by, report=draft, on=on, at=now, seen=seen)
