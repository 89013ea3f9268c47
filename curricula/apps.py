from django.apps import AppConfig


class CurriculaConfig(AppConfig):
    name = "curricula"
    verbose_name = "Formación"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """A trainer reaches the cohorts of her posts."""
        from curricula.reach import cohorts_of
        from incubator.access import register_reach
        from incubator.enums import Reach

        register_reach(Reach.COHORT, cohorts_of)
