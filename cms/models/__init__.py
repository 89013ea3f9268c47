"""The public pages."""

from cms.models.home import HomePage
from cms.models.incubators import IncubatorPage
from cms.models.pages import NewsPage, StandardPage

__all__ = ["HomePage", "IncubatorPage", "NewsPage", "StandardPage"]
