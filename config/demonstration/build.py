"""Build the demonstration once, from nothing to its today. A second call finds it built and changes nothing."""

from datetime import date, datetime, time
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from cases.management.commands.import_census import SOME_REFUSED
from cases.models import Case, CensusImport
from cases.services import sessions
from cms import demonstration as site
from config.demonstration import sealed, stories, team
from config.demonstration.cast import Cast
from config.demonstration.life import Life
from config.demonstration.places import PLACES, the_agreement, the_incubator
from config.demonstration.team import Team
from incubator import access, calendars
from incubator.calendars import Month
from incubator.models import Incubator
from reports.models import Report
from reports.services import products

SEED = 3884
WORKBOOK = Path(__file__).parent / "catastro_quillota.xlsx"
APRIL, MAY, JUNE, MARCH = (Month(2021, number) for number in (4, 5, 6, 3))
#: The day the census workbook arrived, and the day of the session that was logged after its month was sealed.
IMPORTED_ON, LATE_ON, LATE_LOGGED_ON = date(2021, 5, 24), date(2021, 5, 28), date(2021, 6, 9)


def is_built():
    """Whether the demonstration's last event has already been lived."""
    return Report.objects.filter(incubator__commune_id=PLACES[0].commune, period=JUNE.first).exists()


def build(say):
    """Live the whole demonstration, saying each step to `say`. Returns the folder with the report's files."""
    lives = _begin()
    if not Case.objects.exists():
        with transaction.atomic():
            for life in lives:
                say(f"{life.incubator}: grupos, sesiones y cursos…")
                life.write()
                stories.tell(life)
                life.live()
    first = lives[0]
    _import_census(first, say)
    for life, month in [(first, MARCH), (first, APRIL), *((life, MARCH) for life in lives[1:]), (first, MAY)]:
        say(f"{life.incubator}: informe de {month.label}…")
        report = sealed.seal_month(life, month, deliver=(life, month) != (first, MAY))
    _public_site(lives, say)
    _finish(first)
    return _leave_files(report)


def _begin():
    """Agreement, incubators and accounts; what already exists is found, not made again."""
    agreement, cast = the_agreement(), Cast(SEED)
    with transaction.atomic():
        incubators = [the_incubator(place, agreement) for place in PLACES]
        boss, advisers, trainer = team.university(agreement, cast)
        team.others(agreement, cast)
        staff = [team.municipal(place, incubator, cast) for place, incubator in zip(PLACES, incubators, strict=True)]
    lives = []
    for number, (incubator, posts) in enumerate(zip(incubators, staff, strict=True)):
        adviser = advisers[number % len(advisers)]
        users = [post.user for post in (*posts, adviser, boss, trainer)]
        people = Team(
            *users, disability_post=posts[1], development_post=posts[2], advisor_post=adviser, trainer_post=trainer
        )
        lives.append(Life(number, incubator, agreement, people, Cast(SEED + number + 1), PLACES[number].mail))
    for life in lives:
        life.sisters = lives
    return lives


def _import_census(life, say):
    """The main job begins with a messy workbook: load it as the officer of the disability office."""
    if CensusImport.objects.filter(incubator=life.incubator).exists():
        return
    say(f"{life.incubator}: se carga el catastro {WORKBOOK.name}…")
    with calendars.travel(datetime.combine(IMPORTED_ON, time(10))):
        access.forget_posts(life.team.disability)
        try:
            call_command("import_census", str(WORKBOOK), incubator=life.incubator.code, by=life.team.disability.email)
        except SystemExit as end:
            if end.code != SOME_REFUSED:  # a row of it has a wrong check digit, as they have
                raise


def _finish(life):
    """A session of May logged in June, and the draft of June: what the next report will have to explain."""
    if is_built():
        return
    group = Case.objects.filter(incubator=life.incubator, organization__name="Tierra Viva").get()
    with calendars.travel(datetime.combine(LATE_LOGGED_ON, time(9))):
        sessions.log(
            by=life.team.advisor,
            cases=[group],
            held_on=LATE_ON,
            starts_at=time(10),
            ends_at=time(11, 30),
            topic="Visita sin señal: se anotó después",
            marks={row.person_id: "present" for row in group.organization.members_on(LATE_ON)},
        )
    with calendars.travel(datetime(2021, 6, 15, 9)):
        sealed.draft_month(life, JUNE, on=date(2021, 6, 15))


def _leave_files(report):
    """Copy the sealed report's files to var/demo."""
    folder = Path(settings.VAR_DIR) / "demo"
    folder.mkdir(parents=True, exist_ok=True)
    products.write_to(folder, report)
    return folder


def _public_site(lives, say):
    """The home and a page for each municipality."""
    say("Sitio público: portada y una página por municipalidad…")
    ids = [life.incubator.pk for life in lives]
    site.build(Incubator.objects.filter(pk__in=ids).select_related("commune").order_by("pk"))
