"""Who acts: users, the posts that give them rights, the organizations assigned to a post, and invitations."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from incubator import calendars
from incubator.access import APPOINTS, Permission, scope_of
from incubator.enums import Role
from incubator.models.dated import Dated, DatedQuerySet


class UserManager(BaseUserManager):
    def create_user(self, email, password=None, **fields):
        """A user who enters with an e-mail; without a password nobody can enter yet."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class User(AbstractBaseUser, PermissionsMixin):
    """A person with an account. Rights come from posts alone: nobody is a superuser."""

    email = models.EmailField("correo", unique=True, error_messages={"unique": "Ya hay una cuenta con ese correo."})
    full_name = models.CharField("nombre y apellidos", max_length=200)
    is_active = models.BooleanField("cuenta activa", default=True)
    is_system = models.BooleanField("cuenta del sistema", default=False)
    joined_at = models.DateTimeField("creada el", default=calendars.now, editable=False)

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]
    is_staff = False

    class Meta:
        verbose_name = "cuenta"
        verbose_name_plural = "cuentas"
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_unique"),
            models.CheckConstraint(
                condition=Q(is_superuser=False),
                name="user_never_superuser",
                violation_error_message="Ninguna cuenta tiene todos los permisos: dele un cargo.",
            ),
        ]

    def __str__(self):
        return self.full_name or self.email

    def get_full_name(self):
        return self.full_name

    def get_short_name(self):
        return self.full_name.split(" ")[0] if self.full_name else self.email

    @property
    def initials(self):
        """Two letters for the round mark beside the name."""
        return "".join(word[0] for word in self.full_name.split()[:2]).upper() or self.email[:2].upper()


class PostQuerySet(DatedQuerySet):
    def of(self, user):
        """The posts of one user."""
        return self.filter(user=user)

    def visible_to(self, user, permission=Permission.APPOINT):
        """The posts of the places where the user appoints; the administrator sees the ones it gives, everywhere."""
        scope = scope_of(user, permission)
        seen = Q(incubator__in=scope.home_ids) | Q(organization__incubator__in=scope.home_ids)
        seen |= Q(agreement__in=scope.agreement_ids)
        if scope.everywhere:
            seen |= Q(role__in=APPOINTS[Role.ADMINISTRATOR])
        return self.filter(seen, user__is_system=False)


class Post(Dated):
    """A cargo: one role in one scope for a dated period, with the act that appoints."""

    user = models.ForeignKey(User, models.PROTECT, related_name="posts", verbose_name="persona")
    role = models.CharField("rol", max_length=30, choices=Role)
    incubator = models.ForeignKey(
        "incubator.Incubator", models.PROTECT, null=True, blank=True, related_name="posts", verbose_name="incubadora"
    )
    agreement = models.ForeignKey(
        "incubator.Agreement", models.PROTECT, null=True, blank=True, related_name="posts", verbose_name="convenio"
    )
    organization = models.ForeignKey(
        "incubator.Organization", models.PROTECT, null=True, blank=True, related_name="posts", verbose_name="grupo"
    )
    deputy_for = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="deputies", verbose_name="subroga a"
    )
    act = models.CharField("acto que nombra", max_length=200)
    act_evidence = models.ForeignKey(
        "incubator.Evidence", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="documento del acto"
    )
    appointed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = "cargo"
        verbose_name_plural = "cargos"
        ordering = ["-since", "id"]
        constraints = [
            Dated.range_constraint("post"),
            models.CheckConstraint(
                condition=Q(incubator__isnull=False)
                | Q(agreement__isnull=False)
                | Q(organization__isnull=False)
                | Q(role=Role.ADMINISTRATOR),
                name="post_has_scope",
                violation_error_message="Diga a qué incubadora, convenio o grupo pertenece el cargo.",
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()} · {self.incubator or self.agreement or self.organization or 'Minga'}"


class Assignment(Dated):
    """One post looks after one organization from a day to a day."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="assignments", verbose_name="cargo")
    organization = models.ForeignKey("incubator.Organization", models.PROTECT, related_name="assignments")
    assigned_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "asignación"
        verbose_name_plural = "asignaciones"
        ordering = ["-since", "id"]
        constraints = [
            Dated.range_constraint("assignment"),
            Dated.no_overlap("assignment", "post", "organization", message="Esa persona ya está a cargo del grupo."),
        ]


class Invitation(models.Model):
    """An appointment sent by e-mail: whoever opens it sets a password and the post begins to count."""

    email = models.EmailField("correo")
    full_name = models.CharField("nombre y apellidos", max_length=200)
    post = models.OneToOneField(Post, models.PROTECT, related_name="invitation")
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField("vence el")
    accepted_at = models.DateTimeField("aceptada el", null=True, blank=True)
    invited_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=calendars.now, editable=False)

    class Meta:
        verbose_name = "invitación"
        verbose_name_plural = "invitaciones"
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(accepted_at__gte=F("created_at")), name="invitation_order"
            )
        ]
