"""Groups and institutions, who belongs to them from when to when, and who speaks for them."""

from django.db import models
from django.db.models import Q

from incubator import calendars, same_person
from incubator.access import Permission, scope_of
from incubator.enums import GROUP_KINDS, LeaveReason, LegalStatus, MembershipRole, OrganizationKind
from incubator.models.dated import Dated, DatedQuerySet
from incubator.models.provenance import Sourced
from incubator.text import fold, sort_key


class OrganizationQuerySet(models.QuerySet):
    def current(self):
        """Without the ones an undone import annulled."""
        return self.filter(annulled_at__isnull=True)

    def groups(self):
        """The organizations that live a journey."""
        return self.filter(kind__in=GROUP_KINDS)

    def visible_to(self, user, permission=Permission.VIEW_GROUPS):
        """Groups of the user's incubators and those assigned to the user; institutions are seen through agreements."""
        scope = scope_of(user, permission)
        return self.current().filter(Q(incubator_id__in=scope.incubator_ids) | Q(id__in=scope.organization_ids))


class Organization(Sourced):
    """A pre-associative group, a cooperative or an institution. A group is held by one incubator."""

    name = models.CharField("nombre", max_length=200)
    name_folded = models.CharField(max_length=200, editable=False)
    sort_key = models.CharField(max_length=400, editable=False)
    kind = models.CharField("tipo", max_length=20, choices=OrganizationKind, default=OrganizationKind.INFORMAL_GROUP)
    legal_status = models.CharField("situación legal", max_length=20, choices=LegalStatus, default=LegalStatus.DE_FACTO)
    incubator = models.ForeignKey(
        "incubator.Incubator", models.PROTECT, null=True, blank=True, related_name="organizations"
    )
    rut = models.CharField("RUT", max_length=12, blank=True)
    trade = models.CharField("rubro", max_length=200, blank=True)
    commune = models.ForeignKey(
        "incubator.Commune", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="comuna"
    )
    sector = models.CharField("sector o localidad", max_length=120, blank=True)
    phone = models.CharField("teléfono", max_length=20, blank=True)
    email = models.EmailField("correo", blank=True)
    declared_members = models.PositiveSmallIntegerField("integrantes según el catastro", null=True, blank=True)
    notes = models.TextField("notas", blank=True)
    annulled_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(default=calendars.now, editable=False)

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        verbose_name = "organización"
        verbose_name_plural = "organizaciones"
        ordering = ["sort_key", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["incubator", "name_folded"],
                condition=Q(annulled_at__isnull=True, incubator__isnull=False),
                name="group_name_unique",
                violation_error_message="Ya hay un grupo con ese nombre en la incubadora.",
            ),
            models.CheckConstraint(
                condition=Q(incubator__isnull=False) | ~Q(kind__in=GROUP_KINDS),
                name="group_has_incubator",
                violation_error_message="Un grupo pertenece a una incubadora.",
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        self.index_name()

    def index_name(self):
        """Bring the stored keys of search and order up to date with the name."""
        self.name_folded = fold(self.name)[:200]
        self.sort_key = sort_key(self.name)

    @property
    def is_group(self):
        """Whether it can live a journey."""
        return self.kind in GROUP_KINDS

    def members_on(self, day):
        """Memberships in force that day, one a person, in the order of names; `who` is the person as she is read."""
        rows = self.memberships.in_force(day).filter(role=MembershipRole.MEMBER)
        rows = same_person.first_rows(rows, Membership.objects.in_force(day).filter(role=MembershipRole.MEMBER))
        return rows.select_related("person__same_as").order_by(*same_person.order())


class MembershipQuerySet(DatedQuerySet):
    def in_force(self, on):
        """Memberships that hold on that day and were not annulled."""
        return super().in_force(on).filter(annulled_at__isnull=True)


class Membership(Dated):
    """One person in one group, from the day she joined until the day she left, and why."""

    person = models.ForeignKey("incubator.Person", models.PROTECT, related_name="memberships", verbose_name="persona")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="memberships", verbose_name="grupo")
    role = models.CharField("participa como", max_length=10, choices=MembershipRole, default=MembershipRole.MEMBER)
    leave_reason = models.CharField("motivo de salida", max_length=20, choices=LeaveReason, blank=True)
    leave_note = models.CharField("detalle de la salida", max_length=300, blank=True)
    annulled_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "integrante"
        verbose_name_plural = "integrantes"
        ordering = ["since", "id"]
        constraints = [
            Dated.range_constraint("membership"),
            Dated.no_overlap(
                "membership",
                "person",
                "organization",
                condition=Q(annulled_at__isnull=True),
                message="Esa persona ya es integrante del grupo en esas fechas.",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | ~Q(leave_reason=""),
                name="membership_leaves_with_reason",
                violation_error_message="Diga por qué la persona deja el grupo.",
            ),
        ]

    def __str__(self):
        return f"{self.person} en {self.organization}"

    @property
    def who(self):
        """The person as she is read, when this row was written on a record that is now another's."""
        return self.person.survivor


class Representation(Dated):
    """A member speaks for the group from a day on."""

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="representations")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="representations")
    evidence = models.ForeignKey("incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+")

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "representación"
        verbose_name_plural = "representaciones"
        ordering = ["since", "id"]
        constraints = [
            Dated.range_constraint("representation"),
            Dated.no_overlap(
                "representation", "organization", message="El grupo ya tiene representante en esas fechas."
            ),
        ]
