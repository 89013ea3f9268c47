"""`manage.py bench`: queries and time of the main pages with 1, 10 and 100 times the groups, as ratios of one run."""

import time
from functools import partial
from itertools import pairwise
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from cases.models import Case
from config.many_calls import judged, many_calls
from config.multiplied import multiply
from incubator import calendars, causes
from incubator.enums import Role
from incubator.models import Agreement, Incubator, Post, User

TIMES, RUNS = (1, 10, 100), 5
OFFICER, UNIVERSITY = "discapacidad@quillota.ejemplo.cl", "coordinacion@universidad.ejemplo.cl"
COMMUNE, GROUP = "05501", "Las Quilas"


class Command(BaseCommand):
    """Measures in one run, inside a transaction that is rolled back."""

    help = "Mide consultas y tiempo de las páginas principales con 1, 10 y 100 veces los grupos de Quillota."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--times", type=int, nargs="+", default=TIMES, help="cuántas veces (1 va siempre)")
        parser.add_argument("--runs", type=int, default=RUNS, help="visitas de cada página")

    def handle(self, *args, **options) -> None:
        if not User.objects.filter(email=OFFICER).exists():
            raise CommandError("Falta la demostración. Prepárela con: make setup")
        with transaction.atomic():
            self._measure(sorted({1, *options["times"]}), options["runs"])
            transaction.set_rollback(True)

    def _measure(self, steps, runs) -> None:
        incubator, found, had = Incubator.objects.get(commune_id=COMMUNE), {}, 1
        calls, beside = _many_calls(incubator), {}
        for visit in _visits(incubator, calls[0]).values():
            visit()  # templates and caches are read once, and not as part of the smallest size
        for times in steps:
            if times > had:
                start = time.perf_counter()
                multiply(incubator, times, had)
                had = times
                self.stderr.write(f"  {times} veces, copiadas en {time.perf_counter() - start:.0f} s")
            cases = Case.objects.filter(incubator=incubator).count()
            visits = _visits(incubator, calls[0])
            found[times] = (cases, {name: _timed(visit, runs) for name, visit in visits.items()})
            beside[times] = judged(calls, User.objects.get(email=OFFICER), runs)
        self._table(found, runs)
        self._pairs(beside)

    def _pairs(self, beside) -> None:
        """Every group beside every call: how many queries, and what a pair costs as groups grow."""
        told = list(beside.values())
        self.stdout.write(
            f"Grupos × llamados a fondos: {' → '.join(str(count) for count, _, _ in told)} pares;"
            f" consultas {' → '.join(str(queries) for _, queries, _ in told)};"
            f" µs por par {' → '.join(f'{spent:.0f}' for _, _, spent in told)};"
            f" × cada vez {' → '.join(f'{new[2] / old[2]:.2f}' for old, new in pairwise(told))}"
        )

    def _table(self, found, runs) -> None:
        groups = " → ".join(str(cases) for cases, _ in found.values())
        self.stdout.write(
            f"Grupos de {COMMUNE}: {groups} casos. Procesador de cada visita, media de {runs}; «×» es lo que crece.\n"
        )
        self.stdout.write(
            f"{'página':26}{'consultas':>20}{'ms':>24}" + "".join(f"{f'× a {times}':>10}" for times in list(found)[1:])
        )
        first = next(iter(found.values()))[1]
        for name, (_, spent) in first.items():
            told = [rows[name] for _, rows in found.values()]
            self.stdout.write(
                f"{name:26}{' → '.join(str(queries) for queries, _ in told):>20}"
                f"{' → '.join(f'{ms:.0f}' for _, ms in told):>24}"
                + "".join(f"{f'{ms / spent:.2f}':>10}" for _, ms in told[1:])
            )


def _many_calls(incubator):
    """Calls that an officer entered and the coordinator checked."""
    coordinators = Post.objects.in_force(calendars.today()).filter(incubator=incubator, role=Role.COORDINATOR)
    checker = User.objects.get(pk=coordinators.order_by("pk").values_list("user", flat=True)[0])
    return many_calls(incubator, User.objects.get(email=OFFICER), checker, calendars.today())


def _visits(incubator, call):
    """Each page by its name: a function that visits it as whoever uses it."""
    officer, university = _entered(OFFICER), _entered(UNIVERSITY)
    group = Case.objects.filter(incubator=incubator, organization__name=GROUP).get().organization_id
    agreement = Agreement.objects.filter(participations__incubator=incubator).get()
    return {
        "Mi día": partial(_get, officer, "my_day"),
        "Mi día, universidad": partial(_get, university, "my_day"),
        "Todo lo pendiente": partial(_get, officer, "my_tasks"),
        "Grupos": partial(_get, officer, "group_list"),
        "Grupos, tablero": partial(_get, officer, "group_list", query="?vista=tablero"),
        "Página de un grupo": partial(_get, officer, "group_detail", group),
        "Grupos de un fondo": partial(_get, officer, "fund_groups", call.pk),
        "Fondos de un grupo": partial(_get, officer, "group_funds", group),
        "Búsqueda": lambda: officer.post(reverse("search"), {"q": "maria"}),
        "Aviso del menú": _badge,
        "Tablero de la incubadora": partial(_get, officer, "incubator_dashboard", incubator.pk),
        "Cifras del convenio": partial(_get, university, "agreement_dashboard", agreement.pk),
    }


def _entered(email):
    client = Client(HTTP_HOST="localhost")
    client.force_login(User.objects.get(email=email))
    return client


def _get(client, name, *args, query=""):
    return client.get(reverse(name, args=args) + query)


def _badge():
    causes.urgent(User.objects.get(email=OFFICER), calendars.today())


def _timed(visit, runs):
    """(queries, milliseconds of a visit), after a first one that is not counted."""
    visit()
    queries = []
    with connection.execute_wrapper(lambda execute, *asked: queries.append(asked) or execute(*asked)):
        answer = visit()
    if answer is not None and answer.status_code != 200:
        raise CommandError(f"La página respondió {answer.status_code}.")
    with connection.cursor() as cursor:
        cursor.execute("select pg_backend_pid()")
        clock = partial(_worked, Path(f"/proc/{cursor.fetchone()[0]}/schedstat"))
    start = clock()
    for _ in range(runs):
        visit()
    return len(queries), (clock() - start) / runs * 1000


def _worked(database):
    """Seconds of processor of this process and of the database's own for it: other work on the machine is not in them.

    The plain clock where the database is in another machine.
    """
    try:
        return time.process_time() + int(database.read_text().split()[0]) / 1e9
    except OSError:
        return time.perf_counter()
