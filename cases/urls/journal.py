"""The journal of the whole incubator; a group's own stands on its page."""

from cases.views import journal
from incubator.access import Permission
from incubator.doors import guarded_path

urlpatterns = [
    guarded_path("bitacora/", journal.of_incubator, name="journal", needs=Permission.VIEW_JOURNAL),
]
