"""The parts of a meeting: who does what in it, its notices, agenda, attendance, candidates and dissent."""

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from cases.assemblies.life import (
    SINGLE_ROLES,
    AssemblyRoleKind,
    HolderKind,
    Letter,
    NoticeChannel,
    PresentAs,
    ProxyForm,
    Topic,
)
from cases.books.kinds import Body, Office
from cases.models.assemblies import Assembly
from incubator import calendars
from incubator.access import Permission


class PartQuerySet(models.QuerySet):
    def visible_to(self, user, permission=Permission.VIEW_LEGAL):
        """What belongs to meetings the user may see."""
        return self.filter(assembly__in=Assembly.objects.visible_to(user, permission))


class AssemblyRole(models.Model):
    """Who organizes, presides, writes, signs, or turns the minutes into a deed: a member, or somebody by name."""

    assembly = models.ForeignKey(Assembly, models.CASCADE, related_name="roles")
    role = models.CharField("hace de", max_length=10, choices=AssemblyRoleKind)
    person = models.ForeignKey("incubator.Person", models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField("nombre", max_length=200, blank=True)

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = "encargo de la junta"
        verbose_name_plural = "encargos de la junta"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, name="") | (Q(person__isnull=True) & ~Q(name="")),
                name="assemblyrole_person_or_name",
            ),
            models.UniqueConstraint(
                fields=["assembly", "role"],
                condition=Q(role__in=[role.value for role in SINGLE_ROLES]),
                name="assemblyrole_single",
            ),
            models.UniqueConstraint(
                fields=["assembly", "role", "person"],
                condition=Q(person__isnull=False),
                name="assemblyrole_once",
            ),
        ]

    def __str__(self):
        return self.name or str(self.person)


class NoticeSent(models.Model):
    """The notice of one member: how it travelled, on which day, and what proves it."""

    assembly = models.ForeignKey(Assembly, models.CASCADE, related_name="notices")
    person = models.ForeignKey("incubator.Person", models.PROTECT, related_name="+")
    channel = models.CharField("cómo se envió", max_length=20, choices=NoticeChannel)
    sent_on = models.DateField("enviada el")
    proof = models.CharField("con qué se prueba", max_length=200, blank=True)

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = "citación enviada"
        verbose_name_plural = "citaciones enviadas"
        ordering = ["person__sort_key", "person_id", "id"]
        constraints = [models.UniqueConstraint(fields=["assembly", "person"], name="noticesent_once")]


class AgendaItem(models.Model):
    """A matter: its letter of art. 23, what was agreed, and the votes of those present or represented."""

    assembly = models.ForeignKey(Assembly, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField("orden")
    topic = models.CharField("de qué trata", max_length=10, choices=Topic, default=Topic.OTHER)
    letter = models.CharField("letra del artículo 23", max_length=1, choices=Letter, blank=True)
    touches = ArrayField(
        models.CharField(max_length=1, choices=Letter), default=list, blank=True, verbose_name="también toca"
    )
    matter = models.CharField("materia", max_length=300)
    text = models.TextField("acuerdo", blank=True)
    specially_called = models.BooleanField("la junta se citó para esta materia", default=False)
    yes = models.PositiveSmallIntegerField("a favor", null=True, blank=True)
    no = models.PositiveSmallIntegerField("en contra", null=True, blank=True)
    abstained = models.PositiveSmallIntegerField("se abstienen", null=True, blank=True)
    statutes_ask = models.PositiveSmallIntegerField("votos que piden los estatutos", null=True, blank=True)

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = "punto de la tabla"
        verbose_name_plural = "puntos de la tabla"
        ordering = ["assembly_id", "position", "id"]
        constraints = [models.UniqueConstraint(fields=["assembly", "position"], name="agendaitem_position_unique")]

    def __str__(self):
        return self.matter

    @property
    def voted(self):
        """Whether its three counts are written."""
        return None not in (self.yes, self.no, self.abstained)


class AssemblyAttendance(models.Model):
    """A member who counts in `n`: in person, or with a proxy and who held it."""

    assembly = models.ForeignKey(Assembly, models.CASCADE, related_name="attendance")
    person = models.ForeignKey("incubator.Person", models.PROTECT, related_name="+")
    present_as = models.CharField("asiste", max_length=12, choices=PresentAs, default=PresentAs.PRESENT)
    holder = models.ForeignKey(
        "incubator.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lleva el poder"
    )
    holder_name = models.CharField("lleva el poder", max_length=200, blank=True)
    holder_kind = models.CharField("quién es", max_length=24, choices=HolderKind, blank=True)
    proxy_form = models.CharField("forma del poder", max_length=20, choices=ProxyForm, blank=True)
    arrived_at = models.TimeField("llegó", null=True, blank=True)
    left_at = models.TimeField("se fue", null=True, blank=True)
    reservation = models.CharField("reserva que deja en el acta", max_length=300, blank=True)
    not_signing = models.CharField("por qué no firma el acta", max_length=200, blank=True)

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = "asistencia a la junta"
        verbose_name_plural = "asistencias a la junta"
        ordering = ["person__sort_key", "person_id"]
        constraints = [
            models.UniqueConstraint(fields=["assembly", "person"], name="assemblyattendance_once"),
            models.CheckConstraint(
                condition=Q(present_as=PresentAs.PRESENT, holder__isnull=True, holder_name="", holder_kind="")
                | (
                    Q(present_as=PresentAs.REPRESENTED)
                    & ~Q(holder_kind="")
                    & ~Q(proxy_form="")
                    & (Q(holder__isnull=False, holder_name="") | (Q(holder__isnull=True) & ~Q(holder_name="")))
                ),
                name="assemblyattendance_proxy_is_whole",
                violation_error_message="Un poder dice quién lo lleva, quién es y en qué forma se dio.",
            ),
        ]


class AssemblyCandidate(models.Model):
    """Somebody who stood for a seat, and whether the meeting elected her; the seat itself is kept by the books."""

    assembly = models.ForeignKey(Assembly, models.CASCADE, related_name="candidates")
    person = models.ForeignKey("incubator.Person", models.PROTECT, related_name="+")
    body = models.CharField("órgano", max_length=20, choices=Body)
    office = models.CharField("cargo", max_length=12, choices=Office, default=Office.MEMBER)
    alternate = models.BooleanField("suplente", default=False)
    by_users = models.BooleanField("elegida por quienes usan la cooperativa", default=True)
    votes = models.PositiveSmallIntegerField("votos", null=True, blank=True)
    elected = models.BooleanField("queda elegida", default=False)
    other_post = models.BooleanField("tiene un cargo directivo en otra cooperativa del mismo fin", default=False)
    since = models.DateField("desde", null=True, blank=True)
    until = models.DateField("hasta", null=True, blank=True)

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = "candidatura"
        verbose_name_plural = "candidaturas"
        ordering = ["body", "id"]
        constraints = [models.UniqueConstraint(fields=["assembly", "person", "body"], name="assemblycandidate_once")]


class Dissent(models.Model):
    """A member who voted against, or was absent and wrote within the term, may leave (art. 19). Only added to."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="dissents")
    person = models.ForeignKey("incubator.Person", models.PROTECT, related_name="+")
    voted_against = models.BooleanField("votó en contra", default=False)
    dissented_on = models.DateField("lo dijo el")
    recorded_by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    class Meta:
        verbose_name = "disidencia"
        verbose_name_plural = "disidencias"
        ordering = ["dissented_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "person"],
                name="dissent_once",
                violation_error_message="Esa disidencia ya está anotada.",
            )
        ]

    def clean(self):
        """Nobody dissents before the meeting."""
        if self.dissented_on < self.item.assembly.meets_on:
            raise ValidationError({"dissented_on": "La disidencia no puede ser anterior a la junta."})
