from django.urls import path

from openodop.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.public_home, name="home"),
    path("home/", views.work_home, name="work_home"),
    path("search/", views.search_page, name="search"),
    *(path(f"{name}/", views.plain_page, {"name": name}, name=name) for name in ("about", "privacy", "sources", "help")),
]
