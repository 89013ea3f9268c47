"""`manage.py bench`: queries, bytes and median time of the main pages at 1× and 10× the demonstration, as ratios."""

import statistics
import time

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from cases.models import Case
from config.multiplied import multiply
from incubator.models import Incubator, User

TIMES, RUNS = 10, 7
OFFICER, COMMUNE, GROUP = "discapacidad@quillota.ejemplo.cl", "05501", "Las Quilas"


class Command(BaseCommand):
    """Measures in one run, inside a transaction that is rolled back."""

    help = "Mide consultas, bytes y tiempo mediano de las páginas principales con 1 y 10 veces la demostración."

    def handle(self, *args, **options) -> None:
        user = User.objects.filter(email=OFFICER).first()
        if user is None:
            raise CommandError("Falta la demostración. Prepárela con: make setup")
        with transaction.atomic():
            self._measure(user)
            transaction.set_rollback(True)

    def _measure(self, user) -> None:
        client = Client(HTTP_HOST="localhost")
        client.force_login(user)
        before = {name: _timed(visit, client) for name, visit in _visits().items()}
        multiply(Incubator.objects.get(commune_id=COMMUNE), TIMES)
        groups = Case.objects.filter(incubator__commune_id=COMMUNE).count()
        self.stdout.write(
            f"Con 1 y {TIMES} veces los grupos de Quillota ({groups} casos), mediana de {RUNS} visitas:\n"
        )
        self.stdout.write(f"{'página':24}{'consultas':>14}{'kB':>16}{'ms':>18}{'crece':>10}")
        for name, visit in _visits().items():
            self._line(name, before[name], _timed(visit, client))

    def _line(self, name, one, many) -> None:
        ratio = many[2] / one[2]
        self.stdout.write(
            f"{name:24}{f'{one[0]} → {many[0]}':>14}{f'{one[1] / 1000:.1f} → {many[1] / 1000:.1f}':>16}"
            f"{f'{one[2]:.0f} → {many[2]:.0f}':>18}{f'× {ratio:.2f}':>10}"
        )


def _visits():
    group = Case.objects.filter(incubator__commune_id=COMMUNE, organization__name=GROUP).get().organization_id
    return {
        "Mi día": lambda client: client.get(reverse("my_day")),
        "Grupos": lambda client: client.get(reverse("group_list")),
        "Página de un grupo": lambda client: client.get(reverse("group_detail", args=[group])),
        "Búsqueda": lambda client: client.post(reverse("search"), {"q": "maria"}),
    }


def _timed(visit, client):
    """(queries, bytes, median milliseconds) of a page, after a first visit that is not counted."""
    visit(client)
    queries = []
    with connection.execute_wrapper(lambda execute, *asked: queries.append(asked) or execute(*asked)):
        answer = visit(client)
    if answer.status_code != 200:
        raise CommandError(f"La página respondió {answer.status_code}.")
    spent = []
    for _ in range(RUNS):
        start = time.perf_counter()
        visit(client)
        spent.append((time.perf_counter() - start) * 1000)
    return len(queries), len(answer.content), statistics.median(spent)
