from django.urls import path

from openodop.foundation.tables import views

app_name = "tables"
urlpatterns = [
    path("", views.start, name="start"),
    path("titles/", views.titles, name="titles"),
    path("<slug:kind>/", views.send, name="send"),
    path("<slug:kind>/empty.xlsx", views.empty, name="empty"),
    path("<slug:kind>/<slug:token>/", views.table, name="table"),
]
