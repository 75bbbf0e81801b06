"""Every address of the platform."""

from django.urls import include, path
from django.views.i18n import set_language

from openodop.config.api import api
from openodop.foundation.gallery import gallery

urlpatterns = [
    path("language/", set_language, name="set_language"),
    path("gallery/", gallery, name="gallery"),
    path("api/v1/", api.urls),
    path("", include("openodop.places.urls")),
    path("", include("openodop.people.urls")),
    path("", include("openodop.programmes.urls")),
    path("", include("openodop.producers.urls")),
    path("", include("openodop.products.urls")),
    path("", include("openodop.training.urls")),
    path("", include("openodop.news.urls")),
    path("", include("openodop.foundation.urls")),
    path("", include("openodop.portal.urls")),
]
handler400 = "openodop.foundation.error_pages.bad_request"
handler403 = "openodop.foundation.error_pages.forbidden"
handler404 = "openodop.foundation.error_pages.not_found"
handler500 = "openodop.foundation.error_pages.broken"
