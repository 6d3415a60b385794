"""Pages of the public site."""

from content.models.base import PortalPage
from content.models.opened import OpenedRole
from content.models.pages import HomePage, NewsIndexPage, NewsPage, StandardPage

PAGE_TYPES = (HomePage, StandardPage, NewsIndexPage, NewsPage)

__all__ = ["PAGE_TYPES", "HomePage", "NewsIndexPage", "NewsPage", "OpenedRole", "PortalPage", "StandardPage"]
