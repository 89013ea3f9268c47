import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

INHERITED = ("call", "selection", "waiting", "training", "business")
OPEN = (
    "census", "call", "selection", "waiting", "training", "business", "formalization", "regularization", "operation",
)  # fmt: skip

#: The guard of a step, as before; and a step made by an operation stands on its lineage.
GUARD = """
create or replace function public.cases_guard_step() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare last record;
begin
  select number, from_stage, to_stage, verb, data ->> 'close_reason' as close_reason,
         data ->> 'operation' as operation into last
    from public.cases_stagechange where case_id = new.id order by number desc limit 1;
  if not found or last.from_stage <> old.stage or last.to_stage <> new.stage then
    raise exception 'case %: the last change does not say % to %', new.id, old.stage, new.stage using errcode = '23514';
  end if;
  if not exists (select 1 from public.cases_stagepair as pair where pair.from_stage = old.stage
                 and pair.to_stage = new.stage and pair.verb = last.verb) then
    raise exception 'case %: % does not lead from % to %', new.id, last.verb, old.stage, new.stage
      using errcode = '23514';
  end if;
  if (last.verb in ('inherit', 'revert')
      or (last.verb = 'close' and last.close_reason in ('merged', 'split', 'reverted')))
     and not public.cases_lineage_allows(new.id, last.number, last.verb, last.to_stage, last.close_reason,
                                         last.operation) then
    raise exception 'case %: no lineage stands behind %', new.id, last.verb using errcode = '23514';
  end if;
  return new;
end $$;
"""

#: inherit: once, of a split's branch, never past the stage its origin left. revert: back where its own closing left it.
ALLOWS = """
create function public.cases_lineage_allows(
  wanted bigint, step integer, verb varchar, towards varchar, why text, operation text
) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select 1 from public.cases_lineage as line join public.cases_operation as op on op.id = line.operation_id
     where op.id::text = operation and not line.carried and case
       when verb = 'inherit' then
         line.to_case_id = wanted and line.kind = 'split' and op.state = 'executed' and step = 2
         and exists (
           select 1 from public.cases_stagechange as left_by
            where left_by.case_id = line.from_case_id and left_by.verb = 'close'
              and left_by.data ->> 'operation' = operation
              and array_position(array['census','call','selection','waiting','training','business','formalization',
                                       'regularization','operation']::varchar[], towards)
                <= array_position(array['census','call','selection','waiting','training','business','formalization',
                                        'regularization','operation']::varchar[], left_by.from_stage))
       when verb = 'revert' then
         line.from_case_id = wanted and op.state = 'reverted'
         and exists (
           select 1 from public.cases_stagechange as closed
            where closed.case_id = wanted and closed.number = step - 1 and closed.verb = 'close'
              and closed.data ->> 'operation' = operation and closed.from_stage = towards)
       when why = 'merged' then line.from_case_id = wanted and line.kind = 'merge' and op.state = 'executed'
       when why = 'split' then line.from_case_id = wanted and line.kind = 'split' and op.state = 'executed'
       else line.to_case_id = wanted and line.kind = 'split' and op.state = 'reverted'
     end)
$$;
revoke execute on function public.cases_lineage_allows(bigint, integer, varchar, varchar, text, text) from public;
"""

FORMER_GUARD = """
create or replace function public.cases_guard_step() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare last record;
begin
  select from_stage, to_stage, verb into last from public.cases_stagechange
   where case_id = new.id order by number desc limit 1;
  if not found or last.from_stage <> old.stage or last.to_stage <> new.stage then
    raise exception 'case %: the last change does not say % to %', new.id, old.stage, new.stage using errcode = '23514';
  end if;
  if not exists (select 1 from public.cases_stagepair as pair where pair.from_stage = old.stage
                 and pair.to_stage = new.stage and pair.verb = last.verb) then
    raise exception 'case %: % does not lead from % to %', new.id, last.verb, old.stage, new.stage
      using errcode = '23514';
  end if;
  return new;
end $$;
drop function public.cases_lineage_allows(bigint, integer, varchar, varchar, text, text);
"""


def add_pairs(apps, schema_editor):
    """The steps that operations take."""
    pair = apps.get_model("cases", "StagePair")
    pair.objects.bulk_create(
        [pair(from_stage="census", to_stage=stage, verb="inherit") for stage in INHERITED]
        + [pair(from_stage="closed", to_stage=stage, verb="revert") for stage in OPEN]
    )


def take_pairs(apps, schema_editor):
    """Without them."""
    apps.get_model("cases", "StagePair").objects.filter(verb__in=("inherit", "revert")).delete()


def _key():
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def _link(to, related_name="+", **more):
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name=related_name, to=to, **more)


def _maybe(to, related_name="+", **more):
    return _link(to, related_name, blank=True, null=True, **more)


USER = settings.AUTH_USER_MODEL
KINDS = [("merge", "Unión"), ("split", "División")]
STATES = [
    ("proposed", "Propuesta"), ("executed", "Hecha"), ("reverted", "Deshecha"), ("withdrawn", "Retirada"),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("cases", "0007_transfer"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="Operation",
            fields=[
                ("id", _key()),
                ("incubator", _link("incubator.incubator", "operations")),
                ("number", models.PositiveIntegerField(verbose_name="número")),
                ("kind", models.CharField(choices=KINDS, max_length=10, verbose_name="qué se hace")),
                (
                    "state",
                    models.CharField(choices=STATES, default="proposed", max_length=10, verbose_name="estado"),
                ),
                ("case", _link("cases.case", "operations")),
                ("survivor", _maybe("cases.case", "absorptions")),
                ("reason", models.CharField(max_length=500, verbose_name="motivo")),
                ("evidence", _link("incubator.evidence", verbose_name="acuerdo")),
                ("proposed_by", _link(USER)),
                ("proposed_at", models.DateTimeField()),
                ("withdrawn_by", _maybe(USER)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("executed_by", _maybe(USER)),
                ("executed_on", models.DateField(blank=True, null=True, verbose_name="fecha")),
                ("executed_at", models.DateTimeField(blank=True, null=True)),
                ("revert_reason", models.CharField(blank=True, max_length=500, verbose_name="por qué se deshace")),
                ("revert_asked_by", _maybe(USER)),
                ("revert_asked_at", models.DateTimeField(blank=True, null=True)),
                ("reverted_by", _maybe(USER)),
                ("reverted_on", models.DateField(blank=True, null=True, verbose_name="deshecha el")),
                ("reverted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "ended_terms",
                    models.JSONField(blank=True, default=list, verbose_name="representaciones que terminó"),
                ),
            ],
            options={
                "verbose_name": "cambio de grupos",
                "verbose_name_plural": "cambios de grupos",
                "ordering": ["-id"],
                "constraints": [
                    models.UniqueConstraint(fields=("incubator", "number"), name="operation_number_unique"),
                    models.UniqueConstraint(
                        fields=("case",),
                        condition=Q(("state", "proposed")),
                        name="operation_proposed_once",
                        violation_error_message="Ya hay una propuesta para ese grupo.",
                    ),
                    models.CheckConstraint(
                        condition=Q(
                            ("executed_by__isnull", True),
                            Q(("executed_by", F("proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="operation_executor_differs",
                    ),
                    models.CheckConstraint(
                        condition=Q(
                            ("reverted_by__isnull", True),
                            Q(("reverted_by", F("revert_asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="operation_reverter_differs",
                    ),
                    models.CheckConstraint(
                        condition=Q(
                            Q(("kind", "split"), ("survivor__isnull", True)),
                            Q(
                                ("kind", "merge"),
                                ("survivor__isnull", False),
                                Q(("survivor", F("case")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="operation_survivor_of_merge",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Branch",
            fields=[
                ("id", _key()),
                ("operation", _link("cases.operation", "branches")),
                ("number", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=200, verbose_name="nombre")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("census", "Catastro"),
                            ("call", "Convocatoria"),
                            ("selection", "Selección"),
                            ("waiting", "Lista de espera"),
                            ("training", "Formación"),
                            ("business", "Definición de negocio"),
                            ("formalization", "Formalización"),
                            ("regularization", "Saneamiento"),
                            ("operation", "Gestión y comercialización"),
                            ("graduated", "Egresada"),
                            ("closed", "Cerrada"),
                        ],
                        max_length=20,
                        verbose_name="etapa",
                    ),
                ),
                (
                    "case",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="branch",
                        to="cases.case",
                    ),
                ),
            ],
            options={
                "verbose_name": "grupo que nace de una división",
                "verbose_name_plural": "grupos que nacen de una división",
                "ordering": ["operation_id", "number"],
                "constraints": [models.UniqueConstraint(fields=("operation", "number"), name="branch_number_unique")],
            },
        ),
        migrations.CreateModel(
            name="Allocation",
            fields=[
                ("id", _key()),
                ("operation", _link("cases.operation", "allocations")),
                ("membership", _link("incubator.membership", "allocations")),
                ("branch", _maybe("cases.branch", "allocations")),
                ("made", _maybe("incubator.membership")),
                ("applied", models.BooleanField(default=False)),
                ("decided_by", _maybe(USER)),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decidido el")),
            ],
            options={
                "verbose_name": "integrante en un cambio de grupos",
                "verbose_name_plural": "integrantes en cambios de grupos",
                "ordering": ["membership__person__sort_key", "id"],
                "constraints": [models.UniqueConstraint(fields=("operation", "membership"), name="allocation_once")],
            },
        ),
        migrations.CreateModel(
            name="Lineage",
            fields=[
                ("id", _key()),
                ("operation", _link("cases.operation", "lines")),
                ("from_case", _link("cases.case", "successors")),
                ("to_case", _link("cases.case", "origins")),
                ("kind", models.CharField(choices=KINDS, max_length=10)),
                ("on", models.DateField(verbose_name="fecha")),
                ("carried", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "linaje",
                "verbose_name_plural": "linajes",
                "ordering": ["operation_id", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("operation", "from_case", "to_case"), name="lineage_once"),
                    models.CheckConstraint(
                        condition=Q(("from_case", F("to_case")), _negated=True), name="lineage_of_two"
                    ),
                ],
            },
        ),
        migrations.AlterField(
            model_name="stagechange",
            name="verb",
            field=models.CharField(
                choices=[
                    ("record", "Anotar en el catastro"),
                    ("apply", "Postular a la convocatoria"),
                    ("evaluate", "Pasar a selección"),
                    ("waitlist", "Dejar en lista de espera"),
                    ("admit", "Admitir a formación"),
                    ("admit_formal", "Admitir a saneamiento"),
                    ("decline", "No admitir"),
                    ("apply_again", "Volver a postular"),
                    ("define_business", "Pasar a Definición de negocio"),
                    ("start_formalization", "Pasar a Formalización"),
                    ("start_operation", "Pasar a Gestión y comercialización"),
                    ("finish_regularization", "Terminar el saneamiento"),
                    ("reregularize", "Volver a saneamiento"),
                    ("graduate", "Egresar"),
                    ("return_to_training", "Volver a Formación"),
                    ("return_to_business", "Volver a Definición de negocio"),
                    ("close", "Cerrar el caso"),
                    ("reopen", "Reabrir el caso"),
                    ("correct", "Corregir el último paso"),
                    ("uphold_appeal", "Acoger la apelación"),
                    ("inherit", "Tomar la etapa del grupo de origen"),
                    ("revert", "Deshacer el cambio de grupo"),
                ],
                max_length=30,
            ),
        ),
        migrations.RunSQL(ALLOWS + GUARD, FORMER_GUARD),
        migrations.RunPython(add_pairs, take_pairs),
    ]
