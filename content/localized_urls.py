"""Addresses of the site below its language: /ru/, /en/, /kk/."""

from django.urls import re_path

from content.drafts.public import draft
from content.shell import pages

# Addresses that are nobody's page, so that LocaleMiddleware does not look for them below a language.
NOT_PAGES = r"(?!(?:admin|api|documents|favicon\.ico|healthz|media|metrics|readyz|robots\.txt|static)(?:/|$))"
SCREENS = r"(?:account|apply|cabinet|invitation|sign-in|reset-password|style)(?:/.*)?"

urlpatterns = [
    re_path(r"^draft/([\w.-]+)/$", draft, name="draft"),
    re_path(rf"^{SCREENS}$", pages.screen, name="screen"),
    re_path(rf"^{NOT_PAGES}(.*)$", pages.page, name="wagtail_serve"),
]
