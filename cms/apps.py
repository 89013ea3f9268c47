from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = "Sitio público"
    default_auto_field = "django.db.models.BigAutoField"
