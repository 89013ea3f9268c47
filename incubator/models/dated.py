"""Dated facts: half-open ranges [since, until), shown with their last day, never overwritten."""

from datetime import timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q


class DateRange(Func):
    """The SQL range of two date columns."""

    function = "daterange"
    output_field = DateRangeField()


class DatedQuerySet(models.QuerySet):
    def in_force(self, on):
        """The rows that hold on that day."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=on), since__lte=on)


class Dated(models.Model):
    """Something that holds from a day (included) until another (excluded; none: still)."""

    since = models.DateField("desde")
    until = models.DateField("hasta", null=True, blank=True)

    class Meta:
        abstract = True

    def holds(self, on):
        """Whether the fact is in force that day."""
        return self.since <= on and (self.until is None or on < self.until)

    @property
    def last_day(self):
        """The last day it held, as people say it; None while it goes on."""
        return self.until - timedelta(days=1) if self.until else None

    @staticmethod
    def range_constraint(name):
        """A fact does not end before it begins."""
        return models.CheckConstraint(
            condition=Q(until__isnull=True) | Q(until__gte=F("since")),
            name=f"{name}_range",
            violation_error_message="La fecha de término no puede ser anterior a la de inicio.",
        )

    @staticmethod
    def no_overlap(name, *columns, message, condition=None):
        """Two rows with the same columns never hold on the same day."""
        return ExclusionConstraint(
            name=f"{name}_no_overlap",
            expressions=[(column, RangeOperators.EQUAL) for column in columns]
            + [(DateRange("since", "until"), RangeOperators.OVERLAPS)],
            condition=condition,
            violation_error_message=message,
        )
