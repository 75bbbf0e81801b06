from django.shortcuts import render


def gallery(request):
    return render(request, "foundation/gallery.html")
