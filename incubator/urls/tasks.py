"""The tasks of «Mi día», absences, and how each person is told of hers."""

from incubator.access import Permission
from incubator.doors import Door, guarded_path
from incubator.views import absences, mi_dia, notices, tasks

MINE = Door.SIGNED_IN

urlpatterns = [
    guarded_path("mi-dia/tareas/", mi_dia.everything, name="my_tasks", needs=MINE),
    guarded_path("mi-dia/posponer/", tasks.snooze, name="task_snooze", needs=MINE),
    guarded_path("mi-dia/pasar/", tasks.pass_on, name="task_pass", needs=MINE),
    guarded_path("mi-dia/traer/", tasks.bring_back, name="task_bring_back", needs=MINE),
    guarded_path("borradores/<int:pk>/tomar/", tasks.take_draft, name="draft_take_up", needs=Permission.LOG_MEETINGS),
    guarded_path("equipo/ausencias/", absences.of_team, name="team_absences", needs=Permission.APPOINT),
    guarded_path(
        "equipo/ausencias/<int:absence>/terminar/", absences.end_of_team, name="team_absence_end",
        needs=Permission.APPOINT,
    ),
    guarded_path("mi-cuenta/ausencias/", absences.own, name="my_absences", needs=MINE),
    guarded_path("mi-cuenta/ausencias/<int:absence>/terminar/", absences.end_own, name="my_absence_end", needs=MINE),
    guarded_path("mi-cuenta/avisos/", notices.digest, name="my_digest", needs=MINE),
    guarded_path("mi-cuenta/calendario/", notices.feed, name="my_feed", needs=MINE),
    guarded_path("mi-cuenta/calendario/revocar/", notices.revoke, name="my_feed_revoke", needs=MINE),
    guarded_path("calendario/<str:token>.ics", notices.calendar, name="calendar_feed", needs=Door.PUBLIC),
]  # fmt: skip
