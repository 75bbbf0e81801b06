from django.urls import include, path

from openodop.foundation.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("imports/", include("openodop.foundation.tables.urls")),
]
