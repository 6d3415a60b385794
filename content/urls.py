"""Addresses of the site that belong to no language; the others are in localized_urls.py."""

from django.urls import path

from content.shell import crawlers, media, pages

urlpatterns = [
    path("", pages.front_door, name="front-door"),
    path("robots.txt", crawlers.robots, name="robots"),
    path("sitemap.xml", crawlers.site_map, name="sitemap"),
    path("sitemap-<int:number>.xml", crawlers.site_map_section, name="sitemap-section"),
    path("media/images/<path:path>", media.rendition, name="rendition"),
]
