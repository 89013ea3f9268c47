"""An application read whole at one moment, each part at most once: for what it still lacks, and to freeze it."""

from dataclasses import replace
from datetime import datetime, time
from functools import cached_property

from cases.funding import matching
from cases.funding.bases.written import bases_of
from cases.funding.budget import reading as budget_reading
from cases.funding.calls import closing_line
from cases.funding.eligibility import judge
from cases.funding.eligibility.asking import CallOf
from cases.funding.form import adoption, confirming, reviewing
from cases.funding.form import conditions as conditions_reading
from cases.funding.form import reading as forms_reading
from cases.funding.package import money
from cases.funding.vault import reading as vault_reading
from incubator import calendars


class Whole:
    """What readiness and the snapshot ask of an application on a day, for whoever asks."""

    def __init__(self, application, *, by, on):
        self.application, self.by, self.on = application, by, on

    @cached_property
    def bases(self):
        """What the adopted bases say."""
        return bases_of(self.application.bases)

    @cached_property
    def newer(self):
        """The bases in force that it has not adopted, or None."""
        return adoption.newest_for(self.application, self.on)

    @cached_property
    def answers(self):
        """Every answer of the form, by key."""
        return forms_reading.kept(self.application)

    @cached_property
    def reviews(self):
        """How the review of each section stands."""
        return reviewing.standings(self.application, self.bases, self.answers)

    @cached_property
    def authors(self):
        """Ids of whoever wrote any of it, the budget included."""
        return forms_reading.authors(self.application) | budget_reading.author_ids(self.application)

    @cached_property
    def budget(self):
        """The last version of what is asked."""
        return money.budget_of(self.application)

    @cached_property
    def quotations(self):
        """Those that nobody set aside."""
        return money.quotations_of(self.application)

    @cached_property
    def confirmation(self):
        """The group's confirmation of exactly this text."""
        return confirming.confirmation_of(self.application)

    @cached_property
    def closes_on(self):
        """The day of the closing that concerns it, in the bases it adopted; None when they say none."""
        at = datetime.combine(self.on, time(), calendars.ZONE)
        found = closing_line.closings_of(self.application, at, self.application.bases)
        return calendars.local_day(found[0][1]) if found else None

    @cached_property
    def days(self):
        """The day of each moment of the bases, as far as it is known."""
        return vault_reading.asked_days(self.bases, self.closes_on)

    @cached_property
    def papers(self):
        """How each document that is asked stands."""
        return vault_reading.standing(self.application.case, self.bases, self.days, self.application)

    @cached_property
    def verified(self):
        """What was answered in writing, by the key of its condition."""
        return conditions_reading.verified(self.application)

    @cached_property
    def facts(self):
        """What is known of the group. Never its sensitive facts: a package rests on the dated answers of the office."""
        case = self.application.case
        found = matching.facts_of([case], self.on, self.by, applicant=self.application)[case.pk]
        seen = {key: row.meets for key, row in self.verified.items()}
        return replace(found, sensitive=None, verified={**found.verified, **seen})

    @cached_property
    def answer(self):
        """What eligibility answers, condition by condition."""
        call = self.application.call
        asked = CallOf(call.key, call.agency_id, call.programme)
        return judge.judge(self.bases, self.facts, self.days, call=asked)
