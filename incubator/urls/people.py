"""A person's pages."""

from incubator.access import Permission
from incubator.doors import guarded_path
from incubator.views import people, sensitive

P = Permission

urlpatterns = [
    guarded_path("personas/<int:pk>/", people.detail, name="person_detail", needs=P.VIEW_PEOPLE),
    guarded_path("personas/<int:pk>/editar/", people.edit, name="person_edit", needs=P.WRITE_PEOPLE),
    guarded_path("personas/<int:pk>/datos-sensibles/", sensitive.read, name="person_sensitive", needs=P.VIEW_SENSITIVE),
    guarded_path(
        "personas/<int:pk>/datos-sensibles/guardar/",
        sensitive.write,
        name="person_sensitive_save",
        needs=P.WRITE_SENSITIVE,
    ),
    guarded_path("personas/<int:pk>/apoyos/", sensitive.needs, name="person_needs", needs=P.VIEW_SUPPORTS),
]
