"""Sensitive tables move to a schema of their own, which only the role minga_sensitive may enter."""

from django.db import migrations

TABLES = ("sensitive_profile", "sensitive_supportneed", "sensitive_supportgiven")


class Migration(migrations.Migration):
    dependencies = [("incubator", "0001_initial")]

    operations = [
        migrations.RunSQL(
            f"alter table public.{table} set schema sensitive", f"alter table sensitive.{table} set schema public"
        )
        for table in TABLES
    ]
