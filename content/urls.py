"""Addresses of the site that belong to no language; the others are in localized_urls.py."""

from django.urls import path

from content.shell import media, pages

urlpatterns = [
    path("", pages.front_door, name="front-door"),
    path("media/images/<path:path>", media.rendition, name="rendition"),
]
