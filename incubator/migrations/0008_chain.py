"""The nightly chain, what was redacted and how long things are kept; sensitive history goes where it belongs."""

from datetime import date

import django.db.models.deletion
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import migrations, models

import incubator.models.dated
from incubator.following import Together

SENSITIVE = ("sensitive_profile_history", "sensitive_supportneed_history", "sensitive_supportgiven_history")

FUNCTIONS = """
create function public.chain_digest(salt text, source text, row_id bigint, content jsonb, columns text[]) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select encode(sha256(convert_to(concat_ws('|', salt, source, row_id::text,
    (select coalesce(jsonb_object_agg(key, value), '{}'::jsonb)::text from jsonb_each(content)
      where key = any (columns))), 'UTF8')), 'hex');
$$;

create function public.chain_block_digest(wanted integer) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
  select encode(sha256(convert_to(concat_ws('|', b.number::text, b.previous, b.made_at::text, b.rows::text,
    b.columns::text, (select string_agg(e.digest, '' order by e.source collate "C", e.row_id)
      from public.incubator_chainentry as e where e.block_id = b.number)), 'UTF8')), 'hex')
    from public.incubator_chainblock as b where b.number = wanted;
$$;

create function public.chain_extend(moment timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
  former record; made integer; told text[]; found_rows bigint; total bigint := 0; said jsonb := '{}'::jsonb;
  origin record;
begin
  perform pg_advisory_xact_lock(6152021);
  select number, digest into former from public.incubator_chainblock order by number desc limit 1;
  made := coalesce(former.number, 0) + 1;
  insert into public.incubator_chainblock (number, made_at, previous, digest, rows, columns)
    values (made, moment, coalesce(former.digest, repeat('0', 64)), '', 0, said);
  for origin in select source, key from public.chain_sources() order by source collate "C" loop
    select array_agg(attname::text order by attname::text collate "C") into told from pg_attribute
     where attrelid = origin.source::regclass and attnum > 0 and not attisdropped;
    execute format('with fresh as materialized (select t.%1$I as row_id, gen_random_uuid()::text as salt, '
      'to_jsonb(t) as content from %2$s as t where not exists (select 1 from public.incubator_chainentry as e '
      'where e.source = $2 and e.row_id = t.%1$I)) '
      'insert into public.incubator_chainentry (block_id, source, row_id, salt, digest) '
      'select $1, $2, row_id, salt, public.chain_digest(salt, $2, row_id, content, $3) from fresh',
      origin.key, origin.source) using made, origin.source, told;
    get diagnostics found_rows = row_count;
    if found_rows > 0 then
      total := total + found_rows;
      said := said || jsonb_build_object(origin.source, to_jsonb(told));
    end if;
  end loop;
  if total = 0 then
    delete from public.incubator_chainblock where number = made;
    return 0;
  end if;
  update public.incubator_chainblock set rows = total, columns = said where number = made;
  update public.incubator_chainblock set digest = public.chain_block_digest(made) where number = made;
  return made;
end $$;

create function public.chain_check(origin text, key text, link integer, told text[])
returns table (intact bigint, redacted bigint, altered bigint[])
language plpgsql security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
begin
  if to_regclass(origin) is null or told is null then
    return query select 0::bigint, 0::bigint, array_agg(e.row_id) from public.incubator_chainentry as e
      where e.source = origin and e.block_id = link;
    return;
  end if;
  return query execute format('with seen as (select e.row_id, e.salt is null and e.redaction_id is not null as gone, '
    'coalesce(e.salt is not null and e.digest = public.chain_digest(e.salt, e.source, e.row_id, to_jsonb(t), $3), '
    'false) as same from public.incubator_chainentry as e left join %2$s as t on t.%1$I = e.row_id '
    'where e.source = $1 and e.block_id = $2) '
    'select count(*) filter (where same), count(*) filter (where gone and not same), '
    'array_agg(row_id order by row_id) filter (where not same and not gone) from seen', key, origin)
    using origin, link, told;
end $$;

create function public.chain_verify()
returns table (link integer, origin text, intact bigint, redacted bigint, altered bigint[])
language plpgsql security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
  one record; part record; expected text := repeat('0', 64); following integer := 1;
begin
  for one in select * from public.incubator_chainblock order by number loop
    if one.number <> following or one.previous <> expected or one.digest <> public.chain_block_digest(one.number) then
      return query select one.number, 'chain'::text, 0::bigint, 0::bigint, array[one.number::bigint];
    end if;
    following := one.number + 1;
    expected := one.digest;
    for part in select distinct e.source, coalesce(s.key, 'id') as key from public.incubator_chainentry as e
        left join public.chain_sources() as s on s.source = e.source where e.block_id = one.number loop
      return query select one.number, part.source::text, c.intact, c.redacted, c.altered
        from public.chain_check(part.source, part.key, one.number,
          (select array_agg(value) from jsonb_array_elements_text(one.columns -> part.source))) as c;
    end loop;
  end loop;
end $$;

create function public.chain_pending() returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare origin record; found_rows bigint; total bigint := 0;
begin
  for origin in select source, key from public.chain_sources() loop
    execute format('select count(*) from %s as t where not exists (select 1 from public.incubator_chainentry as e '
      'where e.source = $1 and e.row_id = t.%I)', origin.source, origin.key) into found_rows using origin.source;
    total := total + found_rows;
  end loop;
  return total;
end $$;

revoke execute on function public.chain_digest(text, text, bigint, jsonb, text[]), public.chain_block_digest(integer),
  public.chain_extend(timestamptz), public.chain_check(text, text, integer, text[]), public.chain_verify(),
  public.chain_pending() from public;
"""
UNDO = """
drop function public.chain_pending();
drop function public.chain_verify();
drop function public.chain_check(text, text, integer, text[]);
drop function public.chain_extend(timestamptz);
drop function public.chain_block_digest(integer);
drop function public.chain_digest(text, text, bigint, jsonb, text[]);
"""


#: Kind, days, counted from, basis. They change by a new dated row, never by editing one.
TERMS = (
    (
        "census_copy",
        90,
        "el fin del plazo para deshacer la carga del catastro",
        "Ley 19.628, art. 6 y Ley 21.719: los datos se borran cuando dejan de ser necesarios (verifique)",
    ),
    (
        "digest_delivery",
        90,
        "el día del resumen enviado",
        "Ley 19.628, art. 6 y Ley 21.719: los datos se borran cuando dejan de ser necesarios (verifique)",
    ),
    (
        "submission",
        90,
        "el fin del plazo para reclamar de la convocatoria",
        "Ley 19.880, art. 59 y Ley 19.628, art. 6 (verifique)",
    ),
)


def write_terms(apps, schema_editor):
    """The terms of departure, in force since the programme began."""
    terms = apps.get_model("incubator", "RetentionTerm")
    for kind, days, counted_from, basis in TERMS:
        row = {"days": days, "counted_from": counted_from, "legal_basis": basis, "since": date(2021, 1, 1)}
        terms.objects.get_or_create(kind=kind, defaults=row)


class Migration(migrations.Migration):
    dependencies = [("incubator", "0007_history")]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Block",
                    fields=[
                        ("number", models.PositiveIntegerField(primary_key=True, serialize=False)),
                        ("made_at", models.DateTimeField()),
                        ("previous", models.CharField(max_length=64)),
                        ("digest", models.CharField(max_length=64)),
                        ("rows", models.PositiveBigIntegerField()),
                        ("columns", models.JSONField()),
                    ],
                    options={
                        "verbose_name": "bloque de la cadena",
                        "verbose_name_plural": "bloques de la cadena",
                        "db_table": "incubator_chainblock",
                        "ordering": ["-number"],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Redaction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(max_length=40)),
                        ("basis", models.CharField(max_length=300)),
                        ("act", models.CharField(max_length=200)),
                        ("person_id", models.BigIntegerField(null=True)),
                        ("rows", models.PositiveIntegerField()),
                        ("done_on", models.DateField()),
                        ("recorded_at", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name": "redacción",
                        "verbose_name_plural": "redacciones",
                        "ordering": ["-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("basis", ""), _negated=True), models.Q(("act", ""), _negated=True)
                                ),
                                name="redaction_says_why",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChainEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "block",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="entries",
                                to="incubator.block",
                            ),
                        ),
                        ("source", models.CharField(max_length=100)),
                        ("row_id", models.BigIntegerField()),
                        ("salt", models.CharField(max_length=36, null=True)),
                        ("digest", models.CharField(max_length=64)),
                        (
                            "redaction",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="entries",
                                to="incubator.redaction",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "eslabón",
                        "verbose_name_plural": "eslabones",
                        "constraints": [models.UniqueConstraint(fields=("source", "row_id"), name="chainentry_once")],
                    },
                ),
                migrations.CreateModel(
                    name="RetentionTerm",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("since", models.DateField(verbose_name="desde")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="hasta")),
                        ("kind", models.CharField(max_length=40, verbose_name="qué")),
                        ("days", models.PositiveIntegerField(verbose_name="días que se conserva")),
                        ("counted_from", models.CharField(max_length=200, verbose_name="se cuenta desde")),
                        ("legal_basis", models.CharField(max_length=300, verbose_name="base legal")),
                    ],
                    options={
                        "verbose_name": "plazo de conservación",
                        "verbose_name_plural": "plazos de conservación",
                        "ordering": ["kind", "since"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"
                                ),
                                name="retentionterm_range",
                                violation_error_message="La fecha de término no puede ser anterior a la de inicio.",
                            ),
                            ExclusionConstraint(
                                expressions=[
                                    ("kind", RangeOperators.EQUAL),
                                    (incubator.models.dated.DateRange("since", "until"), RangeOperators.OVERLAPS),
                                ],
                                name="retentionterm_no_overlap",
                                violation_error_message="Ese plazo ya está definido en esas fechas.",
                            ),
                        ],
                    },
                ),
            ]
        ),
        *(
            migrations.RunSQL(
                f"alter table public.{table} set schema sensitive", f"alter table sensitive.{table} set schema public"
            )
            for table in SENSITIVE
        ),
        migrations.RunSQL([FUNCTIONS], UNDO),
        migrations.RunPython(write_terms, migrations.RunPython.noop),
    ]
