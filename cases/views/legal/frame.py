"""What every page of a formalization shares: the group's own tabs and, under them, the rooms of the file."""

from cases.views.frame import group_frame
from incubator.access import Permission, allows
from incubator.navigation import address

#: Room → its page and the right it needs. A room appears when its page exists.
ROOMS = (
    ("Expediente", "group_formalization", Permission.VIEW_LEGAL),
    ("Fundadores y estatutos", "founding_project", Permission.VIEW_LEGAL),
    ("Junta constitutiva", "founding_meeting", Permission.VIEW_LEGAL),
    ("Documentos", "legal_papers", Permission.VIEW_LEGAL),
    ("Saneamientos legales", "legal_cures", Permission.VIEW_LEGAL),
)


def legal_frame(request, pk, current):
    """Context of a room of the file: that of the tab «Formalización», and its rooms in `rooms`."""
    frame = group_frame(request, pk, "group_formalization")
    return frame | {"rooms": rooms_of(request.user, frame["case"], current)}


def rooms_of(user, case, current):
    """The rooms this user may open."""
    return [
        {"label": label, "url": url, "current": name == current, "count": ""}
        for label, name, permission in ROOMS
        if (url := address(name, case.organization_id)) and allows(user, permission, case)
    ]
