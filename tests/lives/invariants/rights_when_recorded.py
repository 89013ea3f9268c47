from incubator import calendars
from tests.lives.invariants.reading import rows, said


def before(step):
    """Up to where the journal and the attendance were written."""
    return rows("select (select max(id) from incubator_journalentry), (select max(id) from incubator_attendance)")[0]


def broken(memory, step):
    """I5 rights are judged when recorded, facts on their effective day."""
    entry, mark = memory
    today = calendars.today()
    without = rows(
        "select entry.verb, entry.by_id from incubator_journalentry entry join incubator_user person "
        "on person.id = entry.by_id where entry.id > %s and not person.is_system and not exists (select 1 "
        "from incubator_post post where post.user_id = person.id and post.since <= %s "
        "and (post.until is null or post.until > %s or entry.verb = 'post_ended'))",
        entry or 0,
        today,
        today,
    )
    strangers = rows(
        "select mark.id, mark.person_id, meeting.held_on from incubator_attendance mark "
        "join incubator_meeting meeting on meeting.id = mark.meeting_id "
        "join incubator_person person on person.id = mark.person_id where mark.id > %s "
        "and mark.organization_id is not null and not exists (select 1 from incubator_membership row "
        "join incubator_person other on other.id = row.person_id where row.organization_id = mark.organization_id "
        "and coalesce(other.same_as_id, other.id) = coalesce(person.same_as_id, person.id) "
        "and row.annulled_at is null and row.since <= meeting.held_on "
        "and (row.until is null or row.until > meeting.held_on))",
        mark or 0,
    )
    return [
        *said("«{}» was recorded by user {}, who holds no post today", without),
        *said("attendance {}: person {} was no member on {}", strangers),
    ]
