"""Take a person into a group: her record and her membership are born together."""

from django.db import transaction

from incubator.services import organizations, people


@transaction.atomic
def welcome(*, by, organization, since, on, **fields):
    """A new person of the group's incubator who belongs to it from a day on. Returns the membership."""
    person = people.create(by=by, incubator=organization.incubator, on=on, **fields)
    return organizations.join(by=by, organization=organization, person=person, since=since)
