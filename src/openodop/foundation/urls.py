from django.urls import path

from openodop.foundation.health import healthz

urlpatterns = [path("healthz", healthz, name="healthz")]
