"""The meetings of a cooperative: notice, agenda, attendance with proxies, votes, candidates and dissent.

The tables first, then what freezes them: once the minutes are closed, by any statement.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
import django_fsm
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import incubator.calendars.clock
import incubator.models.past
from incubator.guards import keep, stay

#: Nothing is added to, changed in or taken from a meeting whose minutes are closed.
FROZEN = """
create function public.cases_guard_assembly_part() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare one record;
begin
  for one in select id from public.cases_assembly where closed_on is not null
    and id in (case when tg_op <> 'INSERT' then old.assembly_id end, case when tg_op <> 'DELETE' then new.assembly_id end)
  loop
    raise exception 'meeting %: its minutes are closed', one.id using errcode = '23514';
  end loop;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create function public.cases_guard_dissent() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select 1 from public.cases_agendaitem i join public.cases_assembly a on a.id = i.assembly_id
                 where i.id = new.item_id and a.state = 'held' and new.dissented_on >= a.meets_on) then
    raise exception 'item %: nobody dissents from what no meeting agreed', new.item_id using errcode = '23514';
  end if;
  return new;
end $$;
revoke execute on function public.cases_guard_assembly_part(), public.cases_guard_dissent() from public;
create trigger cases_guard_dissent before insert or update on public.cases_dissent
  for each row execute function public.cases_guard_dissent();
"""
NOT_FROZEN = """
drop trigger cases_guard_dissent on public.cases_dissent;
drop function public.cases_guard_dissent();
drop function public.cases_guard_assembly_part();
"""
PARTS = ("assemblyrole", "noticesent", "agendaitem", "assemblyattendance", "assemblycandidate")
ON_PART = """create trigger cases_guard_assembly_part before insert or update or delete on public.cases_{0}
  for each row execute function public.cases_guard_assembly_part()"""
#: The signed minutes are attached once, even after they are closed.
WRITTEN = (
    "state meets_on starts_at second_call_at ends_at place commune_id convener supports medium medium_name published_on "
    "quorum on_second_call failed_because"
)
KEPT = [
    keep("cases_assembly", "case_id file_id kind recorded_by_id recorded_at closed_on closed_by_id minutes_id"),
    keep("cases_assembly", WRITTEN, name="minga_keep_closed", when="old.closed_on is not null"),
    stay("cases_assembly"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0013_founders"),
        ("incubator", "0009_guards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Assembly",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("founding", "Junta constitutiva"),
                            ("ordinary", "Junta ordinaria"),
                            ("special", "Junta especialmente citada"),
                            ("board", "Sesión del consejo de administración"),
                        ],
                        max_length=10,
                        verbose_name="qué reunión es",
                    ),
                ),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("planned", "En preparación"),
                            ("summoned", "Citada"),
                            ("held", "Celebrada"),
                            ("failed", "No se hizo"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=10,
                        verbose_name="estado",
                    ),
                ),
                ("meets_on", models.DateField(verbose_name="día")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="hora")),
                ("second_call_at", models.TimeField(blank=True, null=True, verbose_name="segunda citación")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="hora de término")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="lugar")),
                ("convener", models.CharField(blank=True, max_length=200, verbose_name="cita")),
                (
                    "supports",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("sign_language", "Intérprete de Lengua de Señas Chilena"),
                                ("easy_read", "Lectura fácil"),
                                ("braille", "Braille o relieve"),
                                ("guide_interpreter", "Guía intérprete"),
                                ("transport", "Transporte"),
                                ("personal_assistant", "Asistencia personal"),
                                ("care", "Cuidado durante la reunión"),
                                ("calm_room", "Sala de calma sensorial"),
                                ("ramp", "Acceso sin peldaños"),
                                ("other", "Otro apoyo"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="apoyos ofrecidos",
                    ),
                ),
                (
                    "medium",
                    models.CharField(
                        blank=True,
                        choices=[("newspaper", "Diario"), ("radio", "Radio"), ("digital", "Medio digital")],
                        max_length=10,
                        verbose_name="medio",
                    ),
                ),
                ("medium_name", models.CharField(blank=True, max_length=120, verbose_name="nombre del medio")),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="aviso publicado el")),
                (
                    "quorum",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="quórum que piden los estatutos"
                    ),
                ),
                ("on_second_call", models.BooleanField(default=False, verbose_name="se hizo en segunda citación")),
                ("failed_because", models.CharField(blank=True, max_length=300, verbose_name="por qué no se hizo")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="acta cerrada el")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="assemblies", to="cases.case"
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="acta cerrada por",
                    ),
                ),
                (
                    "commune",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.commune",
                        verbose_name="comuna",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assemblies",
                        to="cases.legalfile",
                    ),
                ),
                (
                    "minutes",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.evidence",
                        verbose_name="acta firmada",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "junta o sesión",
                "verbose_name_plural": "juntas y sesiones",
                "ordering": ["-meets_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="orden")),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("statutes", "Aprobar los estatutos"),
                            ("shares", "Suscribir y pagar las cuotas"),
                            ("seats", "Elegir los primeros cargos"),
                            ("reduction", "Encargar la reducción a escritura pública"),
                            ("balance", "Balance del año"),
                            ("surplus", "Excedentes o pérdidas"),
                            ("elections", "Elecciones"),
                            ("other", "Otra materia"),
                        ],
                        default="other",
                        max_length=10,
                        verbose_name="de qué trata",
                    ),
                ),
                (
                    "letter",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("a", "a · Situación de la cooperativa y balance"),
                            ("b", "b · Excedentes o pérdidas"),
                            ("c", "c · Elegir o revocar cargos"),
                            ("d", "d · Elegir gerencia administradora en vez de consejo"),
                            ("e", "e · Disolver la cooperativa"),
                            ("f", "f · Transformarla, unirla con otra o dividirla"),
                            ("g", "g · Reformar los estatutos en lo que no tiene letra propia"),
                            ("h", "h · Vender la mitad o más de los bienes"),
                            ("i", "i · Garantizar deudas de otros"),
                            ("j", "j · Aportes que no son dinero"),
                            ("k", "k · Cambiar el domicilio a otra región"),
                            ("l", "l · Cambiar el objeto"),
                            ("m", "m · Cambiar los órganos"),
                            ("n", "n · Aumento obligatorio del capital"),
                            ("ñ", "ñ · Cambiar la responsabilidad de los integrantes"),
                            ("o", "o · Otra materia que los estatutos le dan a la junta"),
                            ("p", "p · Las demás materias"),
                        ],
                        max_length=1,
                        verbose_name="letra del artículo 23",
                    ),
                ),
                (
                    "touches",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("a", "a · Situación de la cooperativa y balance"),
                                ("b", "b · Excedentes o pérdidas"),
                                ("c", "c · Elegir o revocar cargos"),
                                ("d", "d · Elegir gerencia administradora en vez de consejo"),
                                ("e", "e · Disolver la cooperativa"),
                                ("f", "f · Transformarla, unirla con otra o dividirla"),
                                ("g", "g · Reformar los estatutos en lo que no tiene letra propia"),
                                ("h", "h · Vender la mitad o más de los bienes"),
                                ("i", "i · Garantizar deudas de otros"),
                                ("j", "j · Aportes que no son dinero"),
                                ("k", "k · Cambiar el domicilio a otra región"),
                                ("l", "l · Cambiar el objeto"),
                                ("m", "m · Cambiar los órganos"),
                                ("n", "n · Aumento obligatorio del capital"),
                                ("ñ", "ñ · Cambiar la responsabilidad de los integrantes"),
                                ("o", "o · Otra materia que los estatutos le dan a la junta"),
                                ("p", "p · Las demás materias"),
                            ],
                            max_length=1,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="también toca",
                    ),
                ),
                ("matter", models.CharField(max_length=300, verbose_name="materia")),
                ("text", models.TextField(blank=True, verbose_name="acuerdo")),
                (
                    "specially_called",
                    models.BooleanField(default=False, verbose_name="la junta se citó para esta materia"),
                ),
                ("yes", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="a favor")),
                ("no", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="en contra")),
                ("abstained", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="se abstienen")),
                (
                    "statutes_ask",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="votos que piden los estatutos"
                    ),
                ),
                (
                    "assembly",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="cases.assembly"
                    ),
                ),
            ],
            options={
                "verbose_name": "punto de la tabla",
                "verbose_name_plural": "puntos de la tabla",
                "ordering": ["assembly_id", "position", "id"],
            },
        ),
        migrations.CreateModel(
            name="AssemblyAttendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "present_as",
                    models.CharField(
                        choices=[("present", "En persona"), ("represented", "Con poder")],
                        default="present",
                        max_length=12,
                        verbose_name="asiste",
                    ),
                ),
                ("holder_name", models.CharField(blank=True, max_length=200, verbose_name="lleva el poder")),
                (
                    "holder_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("member", "Otra persona integrante"),
                            ("spouse", "Cónyuge"),
                            ("child", "Hijo o hija"),
                            ("administrator_of_member", "Administra bienes de quien da el poder"),
                            ("worker_of_member", "Trabaja para quien da el poder"),
                            ("civil_partner", "Conviviente civil"),
                            ("board", "Consejo de administración"),
                            ("vigilance", "Junta de vigilancia"),
                            ("manager", "Gerencia"),
                            ("sole_manager", "Gerencia administradora"),
                            ("inspector", "Inspección de cuentas"),
                            ("coop_worker", "Trabaja en la cooperativa"),
                            ("work_member", "Integrante que trabaja en la cooperativa de trabajo"),
                        ],
                        max_length=24,
                        verbose_name="quién es",
                    ),
                ),
                (
                    "proxy_form",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("simple", "Carta simple"),
                            ("notary", "Ante notario"),
                            ("advanced_signature", "Firma electrónica avanzada"),
                        ],
                        max_length=20,
                        verbose_name="forma del poder",
                    ),
                ),
                ("arrived_at", models.TimeField(blank=True, null=True, verbose_name="llegó")),
                ("left_at", models.TimeField(blank=True, null=True, verbose_name="se fue")),
                (
                    "reservation",
                    models.CharField(blank=True, max_length=300, verbose_name="reserva que deja en el acta"),
                ),
                ("not_signing", models.CharField(blank=True, max_length=200, verbose_name="por qué no firma el acta")),
                (
                    "assembly",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attendance", to="cases.assembly"
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.person",
                        verbose_name="lleva el poder",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incubator.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "asistencia a la junta",
                "verbose_name_plural": "asistencias a la junta",
                "ordering": ["person__sort_key", "person_id"],
            },
        ),
        migrations.CreateModel(
            name="AssemblyCandidate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "body",
                    models.CharField(
                        choices=[
                            ("board", "Consejo de administración"),
                            ("manager", "Gerencia"),
                            ("sole_manager", "Gerencia administradora"),
                            ("vigilance", "Junta de vigilancia"),
                            ("inspector", "Inspección de cuentas"),
                            ("credit_committee", "Comité de crédito"),
                        ],
                        max_length=20,
                        verbose_name="órgano",
                    ),
                ),
                (
                    "office",
                    models.CharField(
                        choices=[
                            ("chair", "Presidencia"),
                            ("vice", "Vicepresidencia"),
                            ("secretary", "Secretaría"),
                            ("treasurer", "Tesorería"),
                            ("member", "Integrante"),
                            ("head", "Titular"),
                        ],
                        default="member",
                        max_length=12,
                        verbose_name="cargo",
                    ),
                ),
                ("alternate", models.BooleanField(default=False, verbose_name="suplente")),
                ("by_users", models.BooleanField(default=True, verbose_name="elegida por quienes usan la cooperativa")),
                ("votes", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="votos")),
                ("elected", models.BooleanField(default=False, verbose_name="queda elegida")),
                (
                    "other_post",
                    models.BooleanField(
                        default=False, verbose_name="tiene un cargo directivo en otra cooperativa del mismo fin"
                    ),
                ),
                ("since", models.DateField(blank=True, null=True, verbose_name="desde")),
                ("until", models.DateField(blank=True, null=True, verbose_name="hasta")),
                (
                    "assembly",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="candidates", to="cases.assembly"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incubator.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "candidatura",
                "verbose_name_plural": "candidaturas",
                "ordering": ["body", "id"],
            },
        ),
        migrations.CreateModel(
            name="AssemblyHistory",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "pgh_role",
                    models.CharField(db_default=incubator.models.past.SessionUser(), editable=False, max_length=63),
                ),
                ("pgh_context", pghistory.utils.JSONField(blank=True, null=True)),
                ("id", models.BigIntegerField()),
                ("kind", models.CharField(blank=True, max_length=10, null=True)),
                ("state", django_fsm.FSMField(blank=True, default="planned", editable=False, max_length=10, null=True)),
                ("meets_on", models.DateField(blank=True, null=True)),
                ("starts_at", models.TimeField(blank=True, null=True)),
                ("second_call_at", models.TimeField(blank=True, null=True)),
                ("ends_at", models.TimeField(blank=True, null=True)),
                ("place", models.CharField(blank=True, max_length=200, null=True)),
                ("convener", models.CharField(blank=True, max_length=200, null=True)),
                (
                    "supports",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("sign_language", "Intérprete de Lengua de Señas Chilena"),
                                ("easy_read", "Lectura fácil"),
                                ("braille", "Braille o relieve"),
                                ("guide_interpreter", "Guía intérprete"),
                                ("transport", "Transporte"),
                                ("personal_assistant", "Asistencia personal"),
                                ("care", "Cuidado durante la reunión"),
                                ("calm_room", "Sala de calma sensorial"),
                                ("ramp", "Acceso sin peldaños"),
                                ("other", "Otro apoyo"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        null=True,
                        size=None,
                    ),
                ),
                ("medium", models.CharField(blank=True, max_length=10, null=True)),
                ("medium_name", models.CharField(blank=True, max_length=120, null=True)),
                ("published_on", models.DateField(blank=True, null=True)),
                ("quorum", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("on_second_call", models.BooleanField(blank=True, default=False, null=True)),
                ("failed_because", models.CharField(blank=True, max_length=300, null=True)),
                (
                    "recorded_at",
                    models.DateTimeField(blank=True, default=incubator.calendars.clock.now, editable=False, null=True),
                ),
                ("closed_on", models.DateField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "commune",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="incubator.commune",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.legalfile",
                    ),
                ),
                (
                    "minutes",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="incubator.evidence",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.assembly",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "cases_assembly_history",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AssemblyRole",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("organizer", "Comité organizador"),
                            ("president", "Preside"),
                            ("secretary", "Secretaría"),
                            ("signer", "Firma el acta"),
                            ("reduces", "Reduce el acta a escritura pública"),
                        ],
                        max_length=10,
                        verbose_name="hace de",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="nombre")),
                (
                    "assembly",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="roles", to="cases.assembly"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="incubator.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "encargo de la junta",
                "verbose_name_plural": "encargos de la junta",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Dissent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("voted_against", models.BooleanField(default=False, verbose_name="votó en contra")),
                ("dissented_on", models.DateField(verbose_name="lo dijo el")),
                ("recorded_at", models.DateTimeField(default=incubator.calendars.clock.now, editable=False)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dissents", to="cases.agendaitem"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incubator.person"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "disidencia",
                "verbose_name_plural": "disidencias",
                "ordering": ["dissented_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="NoticeSent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("post", "Correo postal certificado"),
                            ("registered_email", "Correo electrónico registrado"),
                            ("in_hand", "En mano, con firma"),
                            ("message", "Mensaje de teléfono"),
                        ],
                        max_length=20,
                        verbose_name="cómo se envió",
                    ),
                ),
                ("sent_on", models.DateField(verbose_name="enviada el")),
                ("proof", models.CharField(blank=True, max_length=200, verbose_name="con qué se prueba")),
                (
                    "assembly",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notices", to="cases.assembly"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="incubator.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "citación enviada",
                "verbose_name_plural": "citaciones enviadas",
                "ordering": ["person__sort_key", "person_id", "id"],
            },
        ),
        migrations.AddConstraint(
            model_name="assembly",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["founding", "ordinary", "special", "board"])),
                name="assembly_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="assembly",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["planned", "summoned", "held", "failed"])),
                name="assembly_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="assembly",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_by__isnull", True), ("closed_on__isnull", True)),
                    models.Q(
                        ("closed_by__isnull", False), ("closed_on__isnull", False), ("state__in", ["held", "failed"])
                    ),
                    _connector="OR",
                ),
                name="assembly_closed_when_over",
                violation_error_message="El acta se cierra cuando la junta ya se hizo, o se anotó que no se hizo.",
            ),
        ),
        migrations.AddConstraint(
            model_name="assembly",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "failed"), _negated=True),
                    models.Q(models.Q(("failed_because", ""), _negated=True), ("closed_on__isnull", False)),
                    _connector="OR",
                ),
                name="assembly_fails_with_reason",
                violation_error_message="Diga por qué no se hizo.",
            ),
        ),
        migrations.AddConstraint(
            model_name="assembly",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "founding"), ("file__isnull", True), _connector="OR"),
                name="assembly_file_is_of_the_founding_one",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assembly",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_assembly_history" ("case_id", "closed_by_id", "closed_on", "commune_id", "convener", "ends_at", "failed_because", "file_id", "id", "kind", "medium", "medium_name", "meets_on", "minutes_id", "on_second_call", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "published_on", "quorum", "recorded_at", "recorded_by_id", "second_call_at", "starts_at", "state", "supports") VALUES (NEW."case_id", NEW."closed_by_id", NEW."closed_on", NEW."commune_id", NEW."convener", NEW."ends_at", NEW."failed_because", NEW."file_id", NEW."id", NEW."kind", NEW."medium", NEW."medium_name", NEW."meets_on", NEW."minutes_id", NEW."on_second_call", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."place", NEW."published_on", NEW."quorum", NEW."recorded_at", NEW."recorded_by_id", NEW."second_call_at", NEW."starts_at", NEW."state", NEW."supports"); RETURN NULL;',
                    hash="fdc26d36cd0f6850755ab41306001b6939c94275",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_982e6",
                    table="cases_assembly",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assembly",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_assembly_history" ("case_id", "closed_by_id", "closed_on", "commune_id", "convener", "ends_at", "failed_because", "file_id", "id", "kind", "medium", "medium_name", "meets_on", "minutes_id", "on_second_call", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "published_on", "quorum", "recorded_at", "recorded_by_id", "second_call_at", "starts_at", "state", "supports") VALUES (NEW."case_id", NEW."closed_by_id", NEW."closed_on", NEW."commune_id", NEW."convener", NEW."ends_at", NEW."failed_because", NEW."file_id", NEW."id", NEW."kind", NEW."medium", NEW."medium_name", NEW."meets_on", NEW."minutes_id", NEW."on_second_call", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."place", NEW."published_on", NEW."quorum", NEW."recorded_at", NEW."recorded_by_id", NEW."second_call_at", NEW."starts_at", NEW."state", NEW."supports"); RETURN NULL;',
                    hash="f71dd90c7bfccb23e5ed69641252fcb55f9162f4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_29daa",
                    table="cases_assembly",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assembly",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_assembly_history" ("case_id", "closed_by_id", "closed_on", "commune_id", "convener", "ends_at", "failed_because", "file_id", "id", "kind", "medium", "medium_name", "meets_on", "minutes_id", "on_second_call", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "published_on", "quorum", "recorded_at", "recorded_by_id", "second_call_at", "starts_at", "state", "supports") VALUES (OLD."case_id", OLD."closed_by_id", OLD."closed_on", OLD."commune_id", OLD."convener", OLD."ends_at", OLD."failed_because", OLD."file_id", OLD."id", OLD."kind", OLD."medium", OLD."medium_name", OLD."meets_on", OLD."minutes_id", OLD."on_second_call", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."place", OLD."published_on", OLD."quorum", OLD."recorded_at", OLD."recorded_by_id", OLD."second_call_at", OLD."starts_at", OLD."state", OLD."supports"); RETURN NULL;',
                    hash="8e378303adb60374f9fdac772b9b3443ae7b7502",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3d8e6",
                    table="cases_assembly",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(fields=("assembly", "position"), name="agendaitem_position_unique"),
        ),
        migrations.AddConstraint(
            model_name="assemblyattendance",
            constraint=models.UniqueConstraint(fields=("assembly", "person"), name="assemblyattendance_once"),
        ),
        migrations.AddConstraint(
            model_name="assemblyattendance",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("holder__isnull", True), ("holder_kind", ""), ("holder_name", ""), ("present_as", "present")
                    ),
                    models.Q(
                        ("present_as", "represented"),
                        models.Q(("holder_kind", ""), _negated=True),
                        models.Q(("proxy_form", ""), _negated=True),
                        models.Q(
                            models.Q(("holder__isnull", False), ("holder_name", "")),
                            models.Q(("holder__isnull", True), models.Q(("holder_name", ""), _negated=True)),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="assemblyattendance_proxy_is_whole",
                violation_error_message="Un poder dice quién lo lleva, quién es y en qué forma se dio.",
            ),
        ),
        migrations.AddConstraint(
            model_name="assemblycandidate",
            constraint=models.UniqueConstraint(fields=("assembly", "person", "body"), name="assemblycandidate_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assemblyhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'history is not emptied' using errcode = '42501';",
                    hash="3b5e601450c8b354e8d6679bb0ad176a49308e94",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_9723f",
                    table="cases_assembly_history",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assemblyhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1ff7711d8b7394532e6b5f3c8cd7cff2581ff50a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2bc41",
                    table="cases_assembly_history",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="assemblyrole",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("name", ""), ("person__isnull", False)),
                    models.Q(("person__isnull", True), models.Q(("name", ""), _negated=True)),
                    _connector="OR",
                ),
                name="assemblyrole_person_or_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="assemblyrole",
            constraint=models.UniqueConstraint(
                condition=models.Q(("role__in", ["president", "secretary"])),
                fields=("assembly", "role"),
                name="assemblyrole_single",
            ),
        ),
        migrations.AddConstraint(
            model_name="assemblyrole",
            constraint=models.UniqueConstraint(
                condition=models.Q(("person__isnull", False)),
                fields=("assembly", "role", "person"),
                name="assemblyrole_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="dissent",
            constraint=models.UniqueConstraint(
                fields=("item", "person"),
                name="dissent_once",
                violation_error_message="Esa disidencia ya está anotada.",
            ),
        ),
        migrations.AddConstraint(
            model_name="noticesent",
            constraint=models.UniqueConstraint(fields=("assembly", "person"), name="noticesent_once"),
        ),
        migrations.RunSQL(FROZEN, NOT_FROZEN),
        *(
            migrations.RunSQL(ON_PART.format(part), f"drop trigger cases_guard_assembly_part on public.cases_{part}")
            for part in PARTS
        ),
        *(migrations.RunSQL(forward, backward) for forward, backward in KEPT),
    ]
