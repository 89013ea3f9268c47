"""Who read a person's sensitive data, for the data-protection delegate."""

from incubator.access import Permission
from incubator.doors import guarded_path
from incubator.views import readings

P = Permission

urlpatterns = [
    guarded_path("lecturas/", readings.search, name="readings", needs=P.VIEW_READINGS),
    guarded_path("lecturas/<int:pk>/", readings.person, name="readings_person", needs=P.VIEW_READINGS),
]
