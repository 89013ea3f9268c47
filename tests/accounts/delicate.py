"""The addresses of the house, and one more that stands for any download of people's data."""

from django.http import HttpResponse
from django.urls import path

from config import urls
from incubator import second_factor


@second_factor.confirmed
def download(request):
    """A list somebody asked for."""
    return HttpResponse("listado")


urlpatterns = [path("cuenta/prueba/", download), *urls.urlpatterns]
