"""What a browser would send from the session form."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.sessions.stories import DAY

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)

EMPTY_ROWS = {
    f"{prefix}-{name}": value
    for prefix in ("commitments", "supports", "given")
    for name, value in (("TOTAL_FORMS", "0"), ("INITIAL_FORMS", "0"), ("MIN_NUM_FORMS", "0"), ("MAX_NUM_FORMS", "60"))
}


def filled(by, *cases, mark="present", day=DAY, **changes):
    """Every field of the form with everyone marked alike; a change to None takes the field out."""
    data = EMPTY_ROWS | {
        "entry": "abc123",
        "held_on": f"{day:%Y-%m-%d}",
        "starts_at": "15:00",
        "ends_at": "17:00",
        "modality": "in_person",
        "place": "Sede social",
        "conducted_by": str(by.pk),
        "topic": "Costos y precio",
        "topics": ["costs", "sales"],
        "notes": "",
        "next_on": "",
    }
    for case in cases:
        data |= {f"mark_{row.person_id}": mark for row in case.organization.members_on(day)}
    return {name: value for name, value in (data | changes).items() if value is not None}


def log_url(case, *others):
    query = "&".join(f"con={other.organization_id}" for other in others)
    return reverse("session_log", args=[case.organization_id]) + (f"?{query}" if query else "")


def picture(name="lista.png"):
    return SimpleUploadedFile(name, PNG, "image/png")
