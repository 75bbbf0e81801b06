from django.urls import path

from openodop.places import views

urlpatterns = [
    path("places/", views.index, name="places"),
    path("places/<str:code>/", views.place, name="place"),
    path("places/<str:code>/villages/", views.villages, name="place_villages"),
]
