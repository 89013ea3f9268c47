"""Shape 5 of ROLES: a file is served only through its visible parent, and by its tier."""

import pytest
from django.urls import reverse

from incubator.access import Permission
from incubator.enums import Tier
from tests.authorization.addresses import every_address
from tests.authorization.corners import stored
from tests.authorization.expectations import held
from tests.authorization.world import CORNERS, NEAR

pytestmark = pytest.mark.django_db


# ------------------------------------------------------------ 5. attachments


#: Door → (kind of its parent, the evidence of a corner that it serves).
FILE_DOORS = {
    "group_document": ("group", {"document"}),
    "session_file": ("session", {"session_file"}),
    "meeting_file": ("meeting", {"meeting_file"}),
    "lesson_file": ("lesson", {"lesson_file"}),
}
TIERS = {
    Tier.PERSONAL: Permission.VIEW_PEOPLE,
    Tier.SENSITIVE: Permission.VIEW_SENSITIVE,
    Tier.LEGAL: Permission.VIEW_LEGAL,
}
FILE_READERS = ("officer_disability", "officer_development", "advisor", "certifying_officer", "auditor")


def _door(name, corner, file):
    if name == "lesson_file":
        return reverse(name, args=[corner["cohort"].pk, corner["lesson"].pk, file])
    return reverse(name, args=[corner[FILE_DOORS[name][0]].pk, file])


@pytest.mark.parametrize("who", FILE_READERS)
def test_5_a_file_is_served_only_through_its_own_parent(world, visitor, who):
    files = {
        (name, kind): world[name][kind]
        for name in CORNERS
        for kind in ("document", "session_file", "meeting_file", "lesson_file", "import_file")
    }
    of_the_group = {"document", "session_file", "lesson_file"}  # the tab of documents gathers those of its meetings
    wrong = []
    for door, (_, own) in FILE_DOORS.items():
        for (name, kind), file in files.items():
            allowed = name == NEAR and (kind in own or (door == "group_document" and kind in of_the_group))
            visit = visitor.visit(who, _door(door, world[NEAR], file.pk))
            if visit.status == 200 and not allowed:
                wrong.append(f"{door} of near served {kind} of {name}: {visit}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("who", FILE_READERS)
@pytest.mark.parametrize("tier", TIERS)
def test_5_a_file_is_served_only_to_whoever_may_read_its_tier(world, visitor, who, tier):
    near, wrong = world[NEAR], []
    file = stored(near, 60 + tier, tier)
    meeting_of = {"session_file": near["session"].meeting, "meeting_file": near["meeting"]}
    meeting_of["lesson_file"] = near["lesson"].meeting
    for door, meeting in meeting_of.items():
        meeting.evidence.add(file)
        visit = visitor.visit(who, _door(door, near, file.pk))
        if visit.status == 200 and TIERS[tier] not in held(who)[1]:
            wrong.append(f"{door}: {visit}")
    visit = visitor.visit(who, _door("group_document", near, file.pk))
    if visit.status == 200 and TIERS[tier] not in held(who)[1]:
        wrong.append(f"group_document: {visit}")
    assert not wrong, "\n".join(wrong)


def test_5_no_address_serves_a_file_by_its_own_id(world):
    assert not [name for name in every_address() if name.startswith("evidence")]
