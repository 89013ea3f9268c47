"""Take a group in: its record and its case are born together."""

from django.db import transaction

from cases.services import advancement
from incubator.services import organizations


@transaction.atomic
def register(*, by, incubator, on, case_source, name, kind, **fields):
    """A group of this incubator with its case at CENSUS, on the day it came to be known. Returns the case."""
    group = organizations.create_group(by=by, incubator=incubator, on=on, name=name, kind=kind, **fields)
    return advancement.open_case(by=by, organization=group, incubator=incubator, on=on, source=case_source)


@transaction.atomic
def take_in_again(*, by, case, on, case_source):
    """A group whose case ended comes back: a new case, linked to the former one. Returns it."""
    return advancement.open_case(
        by=by, organization=case.organization, incubator=case.incubator, on=on, source=case_source, previous=case
    )
