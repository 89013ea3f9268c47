from django.apps import AppConfig


class IncubatorConfig(AppConfig):
    name = "incubator"
    verbose_name = "Incubadora"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register the checks of settings."""
        from incubator import access, masking, second_factor  # noqa: F401 (importing registers)

        access.register_limit(masking.limit)
