"""Who reaches a meeting and its files: whoever works where it was held, and reads its tier."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from incubator import files
from incubator.access import forget_posts
from incubator.enums import EvidenceKind, Role, Tier
from incubator.models import Evidence, Post
from incubator.services import meetings
from tests.curricula.stories import START, cohort_of, lesson_on
from tests.factories import agreement, group_with, incubator, user_with
from tests.factories.cases import coordinator_of, officer_of
from tests.meetings.test_meetings import advice
from tests.sessions.stories import logged

pytestmark = pytest.mark.django_db


def kept(by, place, tier):
    """A stored file of a tier, with content of its own."""
    stored = files.keep(f"%PDF-1.7 {tier}".encode(), media_type="application/pdf", name="lista.pdf")
    return Evidence.objects.create(
        incubator=place,
        kind=EvidenceKind.MINUTES,
        tier=tier,
        sha256=stored.sha256,
        size=stored.size,
        media_type="application/pdf",
        original_name="lista.pdf",
        uploaded_by=by,
    )


def moved(user, place):
    """The same person, whose post is now in another incubator."""
    Post.objects.filter(user=user).update(incubator=place)
    forget_posts(user)
    return user


def opened(client, user, door, *ids):
    client.force_login(user)
    answer = client.get(reverse(door, args=ids))
    return answer.status_code == 200 and bool(answer.getvalue())  # reading it to the end closes the file


def test_whoever_moved_to_another_municipality_leaves_their_meetings_behind(client):
    place = incubator()
    by = officer_of(place)
    meeting = advice(by, place, evidence=[kept(by, place, Tier.PROGRAMME)])
    assert list(meetings.open_to(by)) == [meeting]
    moved(by, incubator("05101"))
    client.force_login(by)
    for name in ("meeting_detail", "meeting_correct", "meeting_void", "meeting_page"):
        assert client.get(reverse(name, args=[meeting.pk])).status_code == 404, name
    assert client.get(reverse("meeting_file", args=[meeting.pk, meeting.evidence.get().pk])).status_code == 404
    assert meeting.topic not in client.get(reverse("meeting_list")).content.decode()
    for act in (meetings.correct, meetings.void):
        with pytest.raises(PermissionDenied):
            act(by=by, meeting=meeting, reason="Era otra.")
    meeting.refresh_from_db()
    assert meeting.voided_at is None


def test_an_advisor_without_groups_there_any_more_leaves_her_meetings_behind():
    group = group_with(1)
    advisor = user_with(Role.ADVISOR, at=agreement(), groups=[group])
    meeting = advice(advisor, group.incubator)
    assert meetings.may_mend(advisor, meeting)
    advisor.posts.get().assignments.update(organization=group_with(1, at=incubator("05101")))
    forget_posts(advisor)
    assert not meetings.may_mend(advisor, meeting)
    assert not meetings.open_to(advisor).exists()


@pytest.mark.parametrize(
    ("role", "tiers"),
    [
        (Role.OFFICER_DISABILITY, {Tier.PROGRAMME, Tier.PERSONAL, Tier.SENSITIVE, Tier.LEGAL}),
        (Role.OFFICER_DEVELOPMENT, {Tier.PROGRAMME, Tier.PERSONAL, Tier.LEGAL}),
        (Role.CERTIFYING_OFFICER, {Tier.PROGRAMME, Tier.LEGAL}),
    ],
)
def test_a_file_of_a_meeting_opens_and_is_listed_by_its_tier(client, role, tiers):
    place = incubator()
    by = officer_of(place)
    every = {tier: kept(by, place, tier) for tier in (Tier.PROGRAMME, Tier.PERSONAL, Tier.SENSITIVE, Tier.LEGAL)}
    meeting = advice(by, place, evidence=every.values())
    reader = user_with(role, at=place)
    assert {
        tier for tier, file in every.items() if opened(client, reader, "meeting_file", meeting.pk, file.pk)
    } == tiers
    page = client.get(reverse("meeting_detail", args=[meeting.pk])).content.decode()
    assert {
        tier for tier, file in every.items() if reverse("meeting_file", args=[meeting.pk, file.pk]) in page
    } == tiers


def test_an_advisor_opens_the_sheet_of_her_own_meeting_and_nothing_sensitive(client):
    group = group_with(1)
    place, advisor = group.incubator, user_with(Role.ADVISOR, at=agreement(), groups=[group])
    sheet, facts = (kept(officer_of(place), place, tier) for tier in (Tier.PERSONAL, Tier.SENSITIVE))
    meeting = advice(advisor, place, evidence=[sheet, facts])
    assert opened(client, advisor, "meeting_file", meeting.pk, sheet.pk)
    assert not opened(client, advisor, "meeting_file", meeting.pk, facts.pk)


def test_a_file_of_a_session_opens_by_its_tier_over_every_group(client):
    session = logged()
    case = session.parts.get().case
    place, by = case.incubator, session.meeting.logged_by
    sheet, facts = (kept(by, place, tier) for tier in (Tier.PERSONAL, Tier.SENSITIVE))
    session.meeting.evidence.add(sheet, facts)
    advisor = user_with(Role.ADVISOR, at=agreement(), groups=[case.organization])
    certifying = user_with(Role.CERTIFYING_OFFICER, at=place)
    for reader, opens in ((by, {sheet, facts}), (advisor, {sheet}), (certifying, set())):
        assert {f for f in (sheet, facts) if opened(client, reader, "session_file", session.pk, f.pk)} == opens
        page = client.get(reverse("session_detail", args=[session.pk])).content.decode()
        assert {f for f in (sheet, facts) if reverse("session_file", args=[session.pk, f.pk]) in page} == opens


def test_a_file_of_a_lesson_opens_by_its_tier(client):
    cohort, group = cohort_of()
    lesson = lesson_on(cohort, START)
    place, by = cohort.incubator, officer_of(cohort.incubator)
    sheet, facts = (kept(by, place, tier) for tier in (Tier.PERSONAL, Tier.SENSITIVE))
    lesson.meeting.evidence.add(sheet, facts)
    advisor = user_with(Role.ADVISOR, at=agreement(), groups=[group])
    for reader, opens in (
        (by, {sheet, facts}),
        (advisor, {sheet}),
        (user_with(Role.CERTIFYING_OFFICER, at=place), set()),
    ):
        address = [cohort.pk, lesson.pk]
        assert {f for f in (sheet, facts) if opened(client, reader, "lesson_file", *address, f.pk)} == opens
        page = client.get(reverse("lesson_detail", args=address)).content.decode()
        assert {f for f in (sheet, facts) if reverse("lesson_file", args=[*address, f.pk]) in page} == opens


def test_the_page_of_any_meeting_says_nothing_of_the_meetings_of_others(client):
    place = incubator()
    cohort, _ = cohort_of(at=place)
    lesson, meeting = lesson_on(cohort, START), advice(officer_of(place), place)
    coordinator = coordinator_of(place)
    client.force_login(coordinator)
    assert client.get(reverse("meeting_page", args=[lesson.pk])).url == reverse(
        "lesson_detail", args=[cohort.pk, lesson.pk]
    )
    client.force_login(officer_of(incubator("05101")))
    for pk in (lesson.pk, meeting.pk, 10**6):
        assert client.get(reverse("meeting_page", args=[pk])).status_code == 404


def test_a_draft_is_kept_only_for_an_incubator_where_its_owner_works():
    by = officer_of(incubator())
    with pytest.raises(PermissionDenied):
        meetings.save_draft(by=by, incubator=incubator("05101"), form="meeting", key="k1", fields={"topic": ["Pan"]})
