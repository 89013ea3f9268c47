"""Every address of training."""

from curricula.views import cohorts, enrollments, lessons
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission
SEE = (P.VIEW_GROUPS, P.TEACH)
lessons.register()

urlpatterns = [
    guarded_path("formacion/", cohorts.listing, name="cohort_list", needs=SEE),
    guarded_path("formacion/nuevo/", cohorts.new, name="cohort_new", needs=P.MANAGE_COHORTS),
    guarded_path("formacion/mallas/nueva/", cohorts.new_curriculum, name="curriculum_new", needs=P.MANAGE_COHORTS),
    guarded_path("formacion/<int:pk>/", cohorts.detail, name="cohort_detail", needs=SEE),
    guarded_path("formacion/<int:pk>/lista/", cohorts.sheet, name="cohort_sheet", needs=P.TEACH),
    guarded_path("formacion/<int:pk>/inscribir/", enrollments.enroll, name="cohort_enroll", needs=P.MANAGE_COHORTS),
    guarded_path(
        "formacion/<int:pk>/aprobar/", enrollments.approve, name="cohort_approve", needs=(P.TEACH, P.MANAGE_COHORTS)
    ),
    guarded_path("formacion/<int:pk>/relatoria/", cohorts.add_trainer, name="cohort_trainer", needs=P.MANAGE_COHORTS),
    guarded_path(
        "formacion/<int:pk>/personas/<int:enrollment>/",
        enrollments.change,
        name="enrollment_change",
        needs=(P.VIEW_PEOPLE, P.TEACH),
    ),
    guarded_path("formacion/<int:pk>/clases/nueva/", lessons.log, name="lesson_log", needs=P.TEACH),
    guarded_path("formacion/<int:pk>/clases/<int:lesson>/", lessons.detail, name="lesson_detail", needs=SEE),
    guarded_path(
        "formacion/<int:pk>/clases/<int:lesson>/corregir/", lessons.correct, name="lesson_correct", needs=P.TEACH
    ),
    guarded_path("formacion/<int:pk>/clases/<int:lesson>/anular/", lessons.void, name="lesson_void", needs=P.TEACH),
    guarded_path(
        "formacion/<int:pk>/clases/<int:lesson>/archivos/<int:file>/",
        lessons.evidence,
        name="lesson_file",
        needs=(P.VIEW_PEOPLE, P.TEACH),
    ),
]
