from django.urls import include, path

urlpatterns = [
    path("accounts/", include("openodop.people.addresses.sign_in")),
    path("", include("openodop.people.addresses.records")),
]
