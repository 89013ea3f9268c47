"""The texts that documents are drawn from, as the legal advisers of an agreement write them, and who answers for them.

The texts that come with Minga are files (cases/papers/texts); a row here is a later version of one of them.
"""

from django.db import models
from django.db.models import Q

from incubator import access, calendars
from incubator.access import GRANTS, Permission, scope_of
from incubator.enums import Role
from incubator.models import Participation


def agreements_of(user, permission=Permission.VALIDATE_LEGAL):
    """The ids of the agreements whose texts this user reaches: those of the posts that give the right, while they
    look after somebody; a post of one incubator reaches the agreements it is in."""
    scope = scope_of(user, permission)
    if not scope:
        return frozenset()
    posts = [post for post in access.posts_of(user) if permission in GRANTS[Role(post.role)][1]]
    found = {post.agreement_id for post in posts if post.agreement_id} | scope.agreement_ids
    places = {post.incubator_id for post in posts if post.incubator_id and not post.agreement_id}
    if places:
        rows = Participation.objects.in_force(calendars.today()).filter(incubator_id__in=places)
        found |= set(rows.values_list("agreement_id", flat=True))
    return frozenset(found)


class OfAnAgreement(models.QuerySet):
    def visible_to(self, user, permission=Permission.VALIDATE_LEGAL):
        """The rows of the agreements where the user holds that right."""
        return self.filter(agreement_id__in=agreements_of(user, permission))


class BaseTextVersion(models.Model):
    """One version of a text, whole, as it was written. Rows are only added."""

    agreement = models.ForeignKey("incubator.Agreement", models.PROTECT, related_name="base_texts")
    document = models.CharField("documento", max_length=40)
    kind = models.CharField("tipo de cooperativa", max_length=20, blank=True)
    number = models.PositiveSmallIntegerField("versión")
    source = models.TextField("texto")
    fingerprint = models.CharField("huella", max_length=64)
    valid_from = models.DateField("rige desde")
    author = models.ForeignKey("incubator.User", models.PROTECT, related_name="+", verbose_name="quién la escribió")
    written_on = models.DateField("escrita el")
    note = models.CharField("qué cambió", max_length=300)
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    objects = OfAnAgreement.as_manager()

    class Meta:
        verbose_name = "versión de un texto base"
        verbose_name_plural = "versiones de textos base"
        ordering = ["document", "kind", "-number", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "document", "kind", "number"], name="basetextversion_number"),
            models.CheckConstraint(condition=Q(number__gte=2), name="basetextversion_after_shipped"),
        ]

    def __str__(self):
        return f"{self.document} {self.kind} {self.number}".replace("  ", " ")


class BaseTextValidation(models.Model):
    """A legal adviser answers for the words of a text, or no longer does: the last row of a fingerprint holds."""

    agreement = models.ForeignKey("incubator.Agreement", models.PROTECT, related_name="base_text_validations")
    document = models.CharField("documento", max_length=40)
    kind = models.CharField("tipo de cooperativa", max_length=20, blank=True)
    fingerprint = models.CharField("huella", max_length=64)
    given = models.BooleanField("valida")
    by = models.ForeignKey("incubator.User", models.PROTECT, related_name="+", verbose_name="quién")
    happened_on = models.DateField("fecha")
    note = models.CharField("nota", max_length=300, blank=True)
    recorded_at = models.DateTimeField(default=calendars.now, editable=False)

    objects = OfAnAgreement.as_manager()

    class Meta:
        verbose_name = "validación de un texto base"
        verbose_name_plural = "validaciones de textos base"
        ordering = ["-id"]
        indexes = [models.Index(fields=["agreement", "document", "kind", "fingerprint"], name="validation_by_text")]
        constraints = [
            models.CheckConstraint(
                condition=Q(given=True) | ~Q(note=""),
                name="basetextvalidation_withdrawn_why",
                violation_error_message="Escriba por qué ya no responde por este texto.",
            )
        ]
