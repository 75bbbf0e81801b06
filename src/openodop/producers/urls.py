from django.urls import path

from openodop.producers.views import officers, public, registration

app_name = "producers"
urlpatterns = [
    path("producers/", public.producers, name="producers"),
    path("producers/<str:code>/", public.producer, name="producer"),
    path("producers/<str:code>/edit/", registration.changes, name="changes"),
    path("producers/<str:code>/edit/drop/", registration.drop_changes, name="drop_changes"),
    path("producers/<str:code>/edit/<slug:step>/", registration.change, name="change"),
    path("register/producer/", registration.start, name="start"),
    path("register/producer/<str:key>/", registration.resume, name="resume"),
    path("register/producer/<str:key>/check/", registration.check, name="check"),
    path("register/producer/<str:key>/drop/", registration.drop, name="drop"),
    path("register/producer/<str:key>/<slug:step>/", registration.step, name="step"),
    path("officers/producers/", officers.producers, name="officers"),
    path("officers/producers/<str:code>/", officers.review, name="review"),
    path("officers/producers/<str:code>/invite/", officers.invite, name="invite"),
    path("officers/producers/<str:code>/send-back/", officers.send_back, name="send_back"),
]
