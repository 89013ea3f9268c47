"""Two answers for the machine that watches over this one."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


def _plain(sentence: str, status: int = 200) -> HttpResponse:
    return HttpResponse(f"{sentence}\n", status=status, content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """The process is alive."""
    return _plain("Minga está en pie.")


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """The database answers and no migration is pending; otherwise 503 with the reason."""
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return _plain("La base de datos no responde.", status=503)
    if pending:
        return _plain(f"Faltan {len(pending)} migraciones: ejecute «manage.py migrate».", status=503)
    return _plain("Minga está lista.")
