"""A public site of two municipalities, as the demonstration builds it."""

import pytest

from cms import demonstration
from cms.models import IncubatorPage
from incubator.models import Incubator
from tests.factories import incubator


@pytest.fixture
def site(db):
    """The home, with Quillota and Copiapó below."""
    incubator("05501")
    incubator("03101")
    return demonstration.build(Incubator.objects.select_related("commune").order_by("commune_id"))


@pytest.fixture
def quillota(site):
    """Quillota's page."""
    return IncubatorPage.objects.get(incubator__commune="05501")


@pytest.fixture
def copiapo(site):
    """Copiapó's page."""
    return IncubatorPage.objects.get(incubator__commune="03101")
