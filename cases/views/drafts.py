"""How «Mi día» shows the drafts of sessions and open meetings, and where they are taken up again."""

from django.urls import reverse
from django.utils.html import format_html

from incubator import causes
from incubator.services import meetings
from incubator.templatetags.minga import dmy_time


def _session(draft):
    groups = meetings.fields_of(draft).get("group") or [str(draft.organization_id or 0)]
    others = "".join(f"con={group}&" for group in groups[1:])
    address = f"{reverse('session_log', args=[groups[0]])}?{others}borrador={draft.pk}"
    group = draft.organization.name if draft.organization else f"{len(groups)} grupos"
    return _sentence(f"de la sesión con {group}", draft), address, "Terminar"


def _meeting(draft):
    return _sentence("de una reunión", draft), f"{reverse('meeting_new')}?borrador={draft.pk}", "Terminar"


def _sentence(what, draft):
    return format_html(
        'Quedó un <b>borrador</b> {}.<span class="soft small"> Guardado el {}</span>', what, dmy_time(draft.updated_at)
    )


def register():
    """Tell the kernel how to take up the drafts of these forms."""
    causes.resumes("session", _session)
    causes.resumes("meeting", _meeting)
