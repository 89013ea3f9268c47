"""What a case keeps for any application: its documents with their expiry, and the answers about reserved conditions."""

from django.db import models

from cases.funding.words import DocumentKind, DocumentOf
from cases.models.facts import Fact


class VaultDocument(Fact):
    """A document of the group, of one of its persons, or of the institution that applies for it.

    `happened_on` is the day it was issued. The newest of a kind and a subject is the one that counts; a document that
    was put here by mistake is set aside with its reason, never deleted.
    """

    kind = models.CharField("qué documento es", max_length=20, choices=DocumentKind)
    name = models.CharField("nombre", max_length=200, blank=True)
    subject = models.CharField("de quién es", max_length=12, choices=DocumentOf, default=DocumentOf.GROUP)
    person = models.ForeignKey("incubator.Person", models.PROTECT, null=True, blank=True, related_name="+")
    valid_until = models.DateField("vale hasta", null=True, blank=True)
    set_aside_on = models.DateField("apartado el", null=True, blank=True)
    set_aside_by = models.ForeignKey("incubator.User", models.PROTECT, null=True, blank=True, related_name="+")
    set_aside_why = models.CharField("por qué se apartó", max_length=300, blank=True)

    class Meta(Fact.Meta):
        verbose_name = "documento guardado"
        verbose_name_plural = "documentos guardados"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(evidence__isnull=False),
                name="vaultdocument_has_file",
                violation_error_message="Adjunte el archivo del documento.",
            ),
            models.CheckConstraint(
                condition=models.Q(subject=DocumentOf.PERSON, person__isnull=False)
                | (~models.Q(subject=DocumentOf.PERSON) & models.Q(person__isnull=True)),
                name="vaultdocument_says_whose",
                violation_error_message="Diga de qué persona es el documento.",
            ),
        ]


class ReservedAnswer(Fact):
    """The disability office answers, on a day, whether a condition on sensitive facts is met: yes or no, no figure.

    `condition` is the digest of what is asked (cases.funding.conditions), so that the same question of two calls is
    answered once; `members` is the digest of who the members were: when they change the answer is stale.
    """

    condition = models.CharField(max_length=64)
    question = models.CharField("qué se pregunta", max_length=300)
    meets = models.BooleanField("se cumple")
    members = models.CharField(max_length=64)

    class Meta(Fact.Meta):
        verbose_name = "respuesta reservada"
        verbose_name_plural = "respuestas reservadas"
