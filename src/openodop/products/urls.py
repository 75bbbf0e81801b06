from django.urls import path

from openodop.products.views import officers, public, registration

app_name = "products"
urlpatterns = [
    path("products/", public.catalogue, name="products"),
    path("products/<str:code>/", public.product, name="product"),
    path("products/<str:code>/edit/", registration.begin_changes, name="begin_changes"),
    path("pictures/products/<slug:folder>/<str:name>", public.photograph, name="photograph"),
    path("register/product/", registration.start, name="start"),
    path("register/product/<str:key>/", registration.resume, name="resume"),
    path("register/product/<str:key>/check/", registration.check, name="check"),
    path("register/product/<str:key>/drop/", registration.drop, name="drop"),
    path("register/product/<str:key>/photographs/", registration.photographs, name="photographs"),
    path("register/product/<str:key>/<slug:step>/", registration.step, name="step"),
    path("my/products/", registration.own, name="own"),
    path("officers/products/", officers.products, name="officers"),
    path("officers/products/<str:code>/", officers.review, name="review"),
    path("officers/products/<str:code>/maker/", officers.name_maker, name="name_maker"),
    path("officers/products/<str:code>/send-back/", officers.send_back, name="send_back"),
]
