"""«Fundadores y estatutos» of a formalization: the overview, and one page a step."""

from cases.views.founding import bodies, capital, overview, people, statutes
from incubator.access import Permission
from incubator.doors import guarded_path

P = Permission
_ROOT = "grupos/<int:pk>/formalizacion/fundadores/"

urlpatterns = [
    guarded_path(_ROOT, overview.overview, name="founding_project", needs=P.VIEW_LEGAL),
    guarded_path(f"{_ROOT}registro/", people.register, name="founding_founders", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}registro/<int:founder>/", people.founder, name="founding_founder", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}nombre/", statutes.name, name="founding_name", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}objeto/", statutes.purpose, name="founding_object", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}capital/", capital.capital, name="founding_capital", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}organos/", bodies.bodies, name="founding_bodies", needs=P.RECORD_FACTS),
    guarded_path(f"{_ROOT}opciones/", statutes.options, name="founding_options", needs=P.RECORD_FACTS),
]
