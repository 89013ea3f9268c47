"""Who takes part: a person held by one incubator. What is sensitive lives apart (models/sensitive.py)."""

from django.apps import apps
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from incubator import calendars, cipher, masking
from incubator.access import Permission, scope_of
from incubator.enums import RegisteredSex
from incubator.models.provenance import Sourced
from incubator.text import fold, sort_key


class PersonQuerySet(models.QuerySet):
    def current(self):
        """Without the ones an undone import annulled."""
        return self.filter(annulled_at__isnull=True)

    def visible_to(self, user, permission=Permission.VIEW_PEOPLE):
        """People of the user's incubators, and members of the organizations assigned to the user."""
        scope = scope_of(user, permission)
        members = apps.get_model("incubator", "Membership").objects.filter(annulled_at__isnull=True)
        hidden = masking.hidden_people(user)
        people = self.current() if hidden is None else self.current().exclude(hidden)
        return people.filter(
            Q(incubator_id__in=scope.incubator_ids)
            | Q(id__in=scope.person_ids)
            | Exists(members.filter(person=OuterRef("pk"), organization_id__in=scope.organization_ids))
            | Exists(members.filter(person__same_as=OuterRef("pk"), organization_id__in=scope.organization_ids))
        )

    def surviving(self):
        """One record a person: without the ones that are read as another."""
        return self.filter(same_as__isnull=True)


class Person(Sourced):
    """A person, as the municipality that answers for the record knows her. RUN is unique within it."""

    incubator = models.ForeignKey("incubator.Incubator", models.PROTECT, related_name="people")
    given_names = models.CharField("nombres", max_length=120)
    surname_1 = models.CharField("primer apellido", max_length=120, blank=True)
    surname_2 = models.CharField("segundo apellido", max_length=120, blank=True)
    social_name = models.CharField("nombre social", max_length=120, blank=True)
    name_folded = models.CharField(max_length=400, editable=False)
    sort_key = models.CharField(max_length=400, editable=False)
    run = models.CharField("RUN", max_length=12, blank=True)
    other_document = models.CharField("otro documento", max_length=60, blank=True)
    registered_sex = models.CharField(
        "sexo registral", max_length=1, choices=RegisteredSex, default=RegisteredSex.UNKNOWN
    )
    birth_date = models.DateField("fecha de nacimiento", null=True, blank=True)
    phone = models.CharField("teléfono", max_length=20, blank=True)
    email = models.EmailField("correo", blank=True)
    commune = models.ForeignKey(
        "incubator.Commune", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="comuna"
    )
    sector = models.CharField("sector o localidad", max_length=120, blank=True)
    notes = models.TextField("notas", blank=True)
    same_as = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="redirected_here"
    )
    run_mark = models.CharField(max_length=64, blank=True, editable=False)
    annulled_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(default=calendars.now, editable=False)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = "persona"
        verbose_name_plural = "personas"
        ordering = ["sort_key", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["incubator", "run"],
                condition=~Q(run="") & Q(annulled_at__isnull=True),
                name="person_run_unique",
                violation_error_message="Ya hay una persona con ese RUN en la incubadora: búsquela y agréguela.",
            ),
            models.CheckConstraint(
                condition=Q(run="") | Q(run__regex=r"^[1-9][0-9]{0,7}-[0-9K]$"),
                name="person_run_shape",
                violation_error_message="Escriba el RUN con su dígito verificador, por ejemplo 12345678-5.",
            ),
            models.CheckConstraint(condition=~Q(given_names=""), name="person_has_name"),
            models.CheckConstraint(condition=~Q(same_as=F("id")), name="person_not_as_herself"),
            models.CheckConstraint(condition=~Q(run="") | Q(run_mark=""), name="person_mark_needs_run"),
        ]
        indexes = [
            models.Index(fields=["incubator", "name_folded"], name="person_by_name"),
            models.Index(fields=["run_mark"], condition=~Q(run_mark=""), name="person_by_run_mark"),
            GinIndex(fields=["name_folded"], opclasses=["gin_trgm_ops"], name="person_name_trigrams"),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        self.index_name()

    def index_name(self):
        """Bring the stored keys of search and order up to date with the names, and the mark with the RUN."""
        self.run_mark = cipher.mark("run", self.run)
        legal = " ".join(filter(None, [self.given_names, self.surname_1, self.surname_2]))
        self.name_folded = fold(f"{legal} {self.social_name}")
        self.sort_key = sort_key(
            " ".join(filter(None, [self.surname_1, self.surname_2, self.given_names])) or self.given_names
        )

    @property
    def survivor(self):
        """The record by which she is read: this one, unless it is the same person as another."""
        return self.same_as if self.same_as_id else self

    @property
    def name(self):
        """The name she is called by: social name in place of the given ones, both surnames."""
        return " ".join(filter(None, [self.social_name or self.given_names, self.surname_1, self.surname_2]))
