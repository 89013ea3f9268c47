"""The number of each member in the register: given once, in order, and never used again."""

from django.db.models import Max

from cases.books.people import people_of
from cases.models import MemberRecord


def number(organization_id, person, wanted=None, *, people=None):
    """The number of a person, given now when she has none: the one that is wanted, else the one after the last."""
    people = people or people_of(organization_id)
    mine = people.records(person.pk)
    records = MemberRecord.objects.filter(organization_id=organization_id, person_id__in=mine).order_by("pk")
    record = records.exclude(member_no=None).first() or records.first()
    if record is None:
        record = MemberRecord(organization_id=organization_id, person_id=mine[0], founds=False)
    if record.member_no is None:
        last = MemberRecord.objects.filter(organization_id=organization_id).aggregate(Max("member_no"))
        record.member_no = wanted or (last["member_no__max"] or 0) + 1
        record.full_clean()
        record.save()
    return record.member_no
