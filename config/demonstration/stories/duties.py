"""Who stands in for whom: deputies, somebody away, the delegate of data, and what a person decides of her tasks."""

from datetime import date

from config.demonstration import team
from incubator import access, calendars, causes
from incubator.enums import AbsenceReason, Role
from incubator.models import Post, User
from incubator.services import absences, saved_filters, tasks
from incubator.services.accounts import posts

DEPUTY_SINCE, AWAY, BACK, TODAY = date(2021, 5, 4), date(2021, 6, 15), date(2021, 6, 19), date(2021, 6, 15)


def tell(life):
    """Quillota: the deputy, the delegate, an officer who leaves for a course, and the tasks of that day."""
    deputy(life)
    life.at(date(2021, 4, 5), 9, lambda: _delegate(life))
    life.at(date(2021, 6, 14), 21, lambda: _away(life))
    life.at(TODAY, 7, lambda: _decide(life))
    life.at(TODAY, 7, lambda: _filters(life))


def deputy(life):
    """Whoever coordinates names who stands in for her: two people are asked for what one proposes and another does."""
    life.at(DEPUTY_SINCE, 8, lambda: _name_deputy(life))


def deputy_of(life):
    """The account that stands in for the coordination."""
    return User.objects.get(email=f"subrogancia@{life.mail}.ejemplo.cl")


def _name_deputy(life):
    by = life.team.coordinator
    held = Post.objects.get(user=by, role=Role.COORDINATOR, incubator=life.incubator)
    user = team.account(f"subrogancia@{life.mail}.ejemplo.cl", life.aside)
    _appoint(life, by, user, Role.COORDINATOR, deputy_for=held, until=date(2021, 12, 31), incubator=life.incubator)


def _appoint(life, by, user, role, **said):
    act = "Decreto de subrogancia de la demostración" if said.get("deputy_for") else team.ACT
    return posts.appoint(by=by, role=role, since=calendars.today(), act=act, now=calendars.now(), user=user, **said)


def _delegate(life):
    """The delegate of data of the whole agreement, named by whoever keeps the accounts."""
    by = User.objects.get(email="cuentas@minga.ejemplo.cl")
    user = team.account("datos@universidad.ejemplo.cl", life.aside)
    _appoint(life, by, user, Role.DATA_DELEGATE, agreement=life.agreement)


def _away(life):
    """The officer of development is at a course four days; another person holds her post meanwhile."""
    held, by = life.team.development_post, life.team.coordinator
    user = team.account(f"reemplazo@{life.mail}.ejemplo.cl", life.aside)
    _appoint(life, by, user, Role.OFFICER_DEVELOPMENT, deputy_for=held, until=BACK, incubator=life.incubator)
    absences.record(
        by=life.team.development, user=life.team.development, since=AWAY, until=BACK, reason=AbsenceReason.DUTY,
        on=calendars.today(),
    )  # fmt: skip


def _decide(life):
    """One task is put off and another passed on to the adviser, each with its reason."""
    by, on = life.team.disability, calendars.today()
    access.forget_posts(by)
    agenda = causes.Agenda(by, on)
    mine = [task for shown in agenda.first(20) for task in shown.tasks if task.organization_id and not task.is_legal]
    late = next(task for task in mine if task.tone == "waits")
    tasks.snooze(by=by, task=late, until=date(2021, 6, 21), reason="El grupo pidió juntarse la otra semana.", on=on)
    for task in mine:
        if task.key != late.key and tasks.candidates(by, task, on).filter(pk=life.team.advisor.pk).exists():
            tasks.reassign(by=by, task=task, to=life.team.advisor, reason="Ya lo conversó con el grupo.", on=on)
            return


def _filters(life):
    """Two filters kept of the list of groups."""
    by = life.team.disability
    saved_filters.save(by=by, listing="groups", name="En formación", query={"etapa": "training"})
    saved_filters.save(by=by, listing="groups", name="Lo que está a mi cargo", query={"etapa": "mios"})
