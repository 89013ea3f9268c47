"""What the search rests on (incubator/words.py), and the filters that each person keeps."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import incubator.calendars.clock

# «spanish» alone misses what is typed without accents, and without accents its plurals are lost: both are kept.
# Names are written in full, since a restored copy and an index know no search path.
_FUNCTIONS = """
create function public.minga_unaccent(said text) returns text
language sql immutable strict parallel safe
as $$ select public.unaccent('public.unaccent'::regdictionary, said) $$;

create function public.minga_words(said text) returns tsvector
language sql immutable strict parallel safe
as $$
    select to_tsvector('pg_catalog.spanish', said)
        || to_tsvector('pg_catalog.spanish', public.minga_unaccent(said))
$$;

create function public.minga_query(asked text) returns tsquery
language sql immutable strict parallel safe
as $$
    select websearch_to_tsquery('pg_catalog.spanish', asked)
        || websearch_to_tsquery('pg_catalog.spanish', public.minga_unaccent(asked))
$$;
"""
_NO_FUNCTIONS = """
drop function public.minga_query(text);
drop function public.minga_words(text);
drop function public.minga_unaccent(text);
"""
_INDEXES = {
    "organization_words": "incubator_organization using gin (public.minga_words(name || ' ' || trade || ' ' || sector))",
    "organization_name_trigrams": "incubator_organization using gin (name_folded public.gin_trgm_ops)",
    "evidence_words": "incubator_evidence using gin (public.minga_words(description))",
}


class Migration(migrations.Migration):
    dependencies = [("incubator", "0005_same_person")]

    operations = [
        migrations.AlterField(  # the reasons that a merge or a split of groups gives
            model_name="membership",
            name="leave_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("own_decision", "Por decisión propia"),
                    ("job", "Por trabajo o estudio"),
                    ("care", "Por tiempo de cuidado o traslado"),
                    ("moved", "Cambio de comuna"),
                    ("group_decision", "Por acuerdo del grupo"),
                    ("deceased", "Fallecimiento"),
                    ("mistake", "Se anotó por error"),
                    ("transferred", "Traslado del grupo a otra municipalidad"),
                    ("other", "Otra razón"),
                    ("merged", "El grupo se unió a otro"),
                    ("split", "El grupo se dividió"),
                    ("undecided", "El grupo se dividió y no se decidió a cuál pasaba"),
                    ("reverted", "Se deshizo el cambio de grupo"),
                ],
                max_length=20,
                verbose_name="motivo de salida",
            ),
        ),
        migrations.CreateModel(
            name="SavedFilter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("listing", models.CharField(max_length=20, verbose_name="lista")),
                ("name", models.CharField(max_length=60, verbose_name="nombre")),
                ("name_folded", models.CharField(editable=False, max_length=60)),
                ("query", models.JSONField(default=dict, verbose_name="filtros")),
                ("is_default", models.BooleanField(default=False, verbose_name="se abre primero")),
                ("created_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_filters",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "filtro guardado",
                "verbose_name_plural": "filtros guardados",
                "ordering": ["name_folded", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "listing", "name_folded"),
                        name="savedfilter_name_unique",
                        violation_error_message="Ya tiene un filtro con ese nombre. Póngale otro.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_default", True)),
                        fields=("user", "listing"),
                        name="savedfilter_one_default",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name_folded", ""), _negated=True), name="savedfilter_has_name"
                    ),
                ],
            },
        ),
        migrations.RunSQL(_FUNCTIONS, _NO_FUNCTIONS),
        *(
            migrations.RunSQL(f"create index {name} on public.{columns}", f"drop index public.{name}")
            for name, columns in _INDEXES.items()
        ),
    ]
