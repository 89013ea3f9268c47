from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "cases"
    verbose_name = "Casos"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Whoever evaluates reaches the applications given to her."""
        from cases.reach import applications_of
        from incubator.access import register_reach
        from incubator.enums import Reach

        register_reach(Reach.EVALUATION, applications_of)
