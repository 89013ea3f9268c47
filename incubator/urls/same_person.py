"""Records that may be one person, and the notices between two incubators."""

from incubator.access import Permission
from incubator.doors import guarded_path
from incubator.views import duplicate_notices, same_person

P = Permission

urlpatterns = [
    guarded_path("repetidas/", same_person.listing, name="duplicate_list", needs=P.WRITE_PEOPLE),
    guarded_path("repetidas/<int:pk>/<int:other>/", same_person.pair, name="duplicate_pair", needs=P.WRITE_PEOPLE),
    guarded_path("uniones/<int:pk>/", same_person.merge, name="person_merge", needs=P.WRITE_PEOPLE),
    guarded_path("avisos/", duplicate_notices.listing, name="duplicate_notices", needs=P.SETTLE_DUPLICATES),
    guarded_path("avisos/<int:pk>/", duplicate_notices.detail, name="duplicate_notice", needs=P.SETTLE_DUPLICATES),
]
