from django.urls import path, re_path

from openodop.news import views

app_name = "news"
urlpatterns = [
    path("news/", views.article_list, name="list"),
    path("news/own/", views.own_list, name="own"),
    path("news/new/", views.article_new, name="new"),
    path("news/draft-from-course/<str:code>/", views.draft_from_course, name="draft_from_course"),
    path("news/<str:code>/", views.article_page, name="article"),
    path("news/<str:code>/edit/", views.article_edit, name="edit"),
    re_path(r"^news/(?P<code>[^/]+)/(?P<decision>publish|withdraw)/$", views.article_decide, name="decide"),
    path("news/<str:code>/picture/<str:name>", views.picture_file, name="picture"),
]
