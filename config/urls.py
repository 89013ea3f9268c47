"""Every address of the house, in the order they are tried."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from config import health
from incubator.doors import Door, guarded_path

# Our apps' own addresses, each from the site's root.
_OURS = [path("", include(module)) for module in ("incubator.urls", "cases.urls", "curricula.urls", "reports.urls")]

# Pictures of the public site. In production the web server in front may serve the folder instead.
_MEDIA = (
    [re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT})]
    if settings.MINGA_SERVES_MEDIA
    else []
)

urlpatterns = [
    guarded_path("salud/", health.health, name="health", needs=Door.PUBLIC),
    guarded_path("listo/", health.ready, name="ready", needs=Door.PUBLIC),
    path("cuenta/", include("allauth.urls")),
    # One door: editors enter as everybody else does, with their second factor.
    path("cms/login/", RedirectView.as_view(pattern_name="account_login", query_string=True), name="cms_login"),
    path("cms/", include(wagtailadmin_urls)),
    path("documentos-publicos/", include(wagtaildocs_urls)),
    *_OURS,
    *_MEDIA,
    path("", include(wagtail_urls)),
]
