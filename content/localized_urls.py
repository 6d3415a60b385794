"""Addresses of the site below its language: /ru/, /en/, /kk/."""

from django.urls import path, re_path

from content.drafts.public import draft
from content.shell import crawlers, pages

# Addresses that are nobody's page, so that LocaleMiddleware does not look for them below a language.
NOT_PAGES = (
    r"(?!(?:admin|api|documents|favicon\.ico|healthz|media|metrics|readyz|robots\.txt|sitemap[^/]*\.xml|static)(?:/|$))"
)
SCREENS = r"(?:account|apply|cabinet|invitation|sign-in|reset-password|search|style)(?:/.*)?"

urlpatterns = [
    re_path(r"^draft/([\w.-]+)/$", draft, name="draft"),
    path("news/feed/", crawlers.feed, name="news-feed"),
    path("news/feed/<slug:rubric>/", crawlers.feed, name="rubric-feed"),
    re_path(rf"^{SCREENS}$", pages.screen, name="screen"),
    re_path(rf"^{NOT_PAGES}(.*)$", pages.page, name="wagtail_serve"),
]
